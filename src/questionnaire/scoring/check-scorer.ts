import { AptfolioError, checkObject } from '../../errors/index.js';
import type { Scorer } from '../compile.js';

/** Refuses what `compileQuestionnaire` did not make. */
export function checkScorer(scorer: Scorer): Scorer {
  const { plan, definition } = checkObject(scorer, 'scorer') as Partial<Scorer>;
  const whole = typeof plan?.memory?.validThrough === 'function' && Array.isArray(plan.items);
  if (whole && definition !== undefined) return scorer;
  const expected = 'a scorer made by compileQuestionnaire';
  throw new AptfolioError('invalid-type', 'scorer', expected, scorer);
}
