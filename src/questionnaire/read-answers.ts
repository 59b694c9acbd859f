import { AptfolioError, at, checkInteger, checkObject } from '../errors/index.js';
import type { ScoringPlan } from './compile.js';
import type { Answers } from './result.js';

/** The chosen option of each item in the order of the form, −1 where there is no answer. */
export function readAnswers(plan: ScoringPlan, answers: Answers): number[] {
  const given = checkObject(answers, 'answers');
  let known = 0;
  const options = plan.items.map((item) => {
    if (!Object.hasOwn(given, item.id)) return -1;
    known += 1;
    const answer = given[item.id];
    return answer === undefined || answer === null ? -1 : checkOption(answer, item.id, item.points);
  });
  // The ids are only searched for a stranger when the count says that there is one.
  if (Object.keys(given).length !== known) refuseUnknown(plan, given);
  return options;
}

function checkOption(answer: unknown, item: string, points: readonly number[]): number {
  const inside =
    typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer < points.length;
  // The slower check names the fault.
  return inside
    ? answer + 0
    : checkInteger(answer, at('answers', item), { min: 0, max: points.length - 1 });
}

function refuseUnknown(plan: ScoringPlan, given: Readonly<Record<string, unknown>>): never {
  const ids = new Set(plan.items.map((item) => item.id));
  const unknown = Object.keys(given).find((id) => !ids.has(id)) as string;
  throw new AptfolioError('unknown-id', at('answers', unknown), 'an item of the form', unknown);
}
