import type { KpiDirection } from '../definition.js';
import type { ChangeVerdict } from './comparison.js';

/** What a change that is no chance comes to; `different` where neither way is better, or nobody knows which way it went. */
export function verdictOf(change: number, direction: KpiDirection): ChangeVerdict {
  if (direction === 'neutral' || change === 0) return 'different';
  return change > 0 === (direction === 'higher-is-better') ? 'better' : 'worse';
}
