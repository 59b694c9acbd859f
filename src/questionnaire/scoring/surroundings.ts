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
      answers: answers === null ? null : checkPrevious(answers),
      level: level === null ? null : checkOneOf(level, 'options.previous.level', RISK_LEVELS),
    },
  };
}

const NOTHING: Surroundings = Object.freeze({
  facts: Object.freeze(Object.create(null)),
  secondsTaken: null,
  previous: Object.freeze({ answers: null, level: null }),
});

/** The form of last time may have been another one: only the kinds of answers are looked at. */
function checkPrevious(answers: Answers): Answers {
  const path = 'options.previous.answers';
  for (const [id, answer] of Object.entries(checkObject(answers, path))) {
    if (answer === undefined || answer === null) continue;
    const parts = typeof answer === 'object' ? Object.values(answer) : [answer];
    for (const part of parts) if (part !== null) checkNumber(part, at(path, id));
  }
  return answers;
}

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
