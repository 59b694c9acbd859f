import {
  AptfolioError,
  at,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import type { Plain } from '../condition.js';
import { RISK_LEVELS } from '../level.js';
import type { Surroundings } from './context.js';
import type { Answers } from './result.js';
import type { ScoreOptions } from './score.js';

/** Checks what is known beside the answers. */
export function checkSurroundings({
  facts,
  secondsTaken,
  previous,
}: Omit<ScoreOptions, 'asOf'>): Surroundings {
  if (facts === undefined && secondsTaken === undefined && previous === undefined) return NOTHING;
  const { answers = null, level = null } = checkObject(
    previous ?? {},
    'options.previous',
  ) as NonNullable<ScoreOptions['previous']>;
  return {
    facts: checkFacts(facts ?? {}),
    secondsTaken:
      secondsTaken === undefined
        ? null
        : checkRange(secondsTaken, 'options.secondsTaken', { min: 0 }),
    previous: {
      answers:
        answers === null ? null : (checkObject(answers, 'options.previous.answers') as Answers),
      level: level === null ? null : checkOneOf(level, 'options.previous.level', RISK_LEVELS),
    },
  };
}

const NOTHING: Surroundings = Object.freeze({
  facts: Object.freeze({}),
  secondsTaken: null,
  previous: Object.freeze({ answers: null, level: null }),
});

function checkFacts(given: NonNullable<ScoreOptions['facts']>): Surroundings['facts'] {
  const facts = checkObject(given, 'options.facts');
  const copy: Record<string, Plain | null> = Object.create(null);
  for (const name of Object.keys(facts)) {
    const value = facts[name] ?? null;
    const path = at('options.facts', name);
    if (value === null || typeof value === 'boolean' || typeof value === 'string')
      copy[name] = value;
    else if (typeof value === 'number') copy[name] = checkNumber(value, path);
    else
      throw new AptfolioError('invalid-type', path, 'a number, a text, a boolean or null', value);
  }
  return copy;
}
