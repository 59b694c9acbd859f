import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
} from '../../errors/index.js';
import type { MatrixItem, MultipleItem, NumericItem } from '../item.js';
import type { Context, Surroundings } from './context.js';
import type { PlannedItem, ScoringPlan } from './plan.js';
import { HIDDEN, NO_ANSWER, type Reading } from './reading.js';
import type { Answers } from './result.js';
import { combined } from './subset-outcomes.js';

/**
 * Reads a form's answers: each one is checked against its item, and strangers are refused.
 *
 * @param hidden what an answer to an item that is not shown means: a fault, or none.
 */
export function readAnswers(
  plan: ScoringPlan,
  answers: Answers,
  surroundings: Surroundings,
  hidden: 'refuse' | 'drop' = 'refuse',
): Reading {
  const given = ownEntries(checkObject(answers, 'answers')) as Answers;
  const { ids, points: options } = plan.columns;
  const chosen = new Array<number>(ids.length);
  const points = new Array<number>(ids.length);
  let known = 0;
  let complete = true;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const answer = given[id];
    const own = options[i]!;
    // The quick way for the usual answer; whatever else it is, the slow way finds out.
    if (isOption(answer, own.length)) {
      chosen[i] = answer + 0;
      points[i] = own[answer]!;
      known += 1;
    } else {
      const isOwn = Object.hasOwn(given, id);
      if (isOwn) known += 1;
      readAnswer(plan.items[i]!, isOwn ? answer : null, i, chosen, points);
      if (chosen[i] === NO_ANSWER) complete = false;
    }
  }
  // The ids are only searched for a stranger when the count says that there is one.
  if (Object.keys(given).length !== known) refuseUnknown(plan, given);
  const reading = { chosen, points, answers: given, complete };
  return plan.plain ? reading : hide(plan, reading, surroundings, hidden);
}

/** What an object inherits is no answer. */
function ownEntries(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const inherits = Object.getPrototypeOf(given);
  return inherits === null || inherits === Object.prototype ? given : { ...given };
}

function isOption(answer: unknown, size: number): answer is number {
  return typeof answer === 'number' && answer >= 0 && answer < size && Number.isInteger(answer);
}

function readAnswer(
  planned: PlannedItem,
  answer: unknown,
  place: number,
  chosen: number[],
  points: number[],
): void {
  const { item, id } = planned;
  const path = at('answers', id);
  let option: number | null = null;
  let brought: number | null = null;
  if (answer !== undefined && answer !== null) {
    if (item.kind === 'multiple') {
      brought = pointsOfChoices(planned, item, answer, path);
    } else if (item.kind === 'matrix') {
      brought = pointsOfRows(planned, item, answer, path);
    } else {
      option =
        item.kind === 'numeric'
          ? readStep(item, answer, path)
          : checkInteger(answer, path, { min: 0, max: planned.points.length - 1 });
      brought = planned.points[option]!;
    }
  }
  chosen[place] = brought === null ? NO_ANSWER : (option ?? 0) + 0;
  points[place] = brought ?? planned.lowest;
}

/** Checks a number and finds its step. */
function readStep(item: NumericItem, answer: unknown, path: string): number {
  const { min, max, integer } = item;
  return stepOf(item, (integer ? checkInteger : checkRange)(answer, path, { min, max }));
}

/** Index of the step in which a number lies. */
export function stepOf({ steps }: NumericItem, value: number): number {
  let step = steps.length - 1;
  while (steps[step]!.from > value) step -= 1;
  return step;
}

function pointsOfChoices(
  { points }: PlannedItem,
  { count, minChoices = 1, maxChoices = points.length, exclusive = [] }: MultipleItem,
  answer: unknown,
  path: string,
): number {
  const options = checkList<number>(answer, path);
  options.forEach((option, index) => {
    checkInteger(option, at(path, index), { min: 0, max: points.length - 1 });
    if (options.indexOf(option) === index) return;
    throw new AptfolioError('duplicate-id', at(path, index), 'an option not chosen before', option);
  });
  const alone = options.find((option) => exclusive.includes(option));
  if (alone !== undefined && options.length > 1) {
    throw new AptfolioError('inconsistent', path, `option ${alone} alone, or without it`, options);
  }
  if (alone === undefined) {
    checkList<number>(options, path, { minLength: minChoices, maxLength: maxChoices });
  }
  // In the order of the form, so that the order of the answer has no influence.
  const values = [...options].sort((a, b) => a - b).map((option) => points[option]!);
  const [first = 0, ...others] = values;
  return others.reduce((sofar, value) => combined(count, sofar, value), first);
}

/** `null` where a row is missing: half an answer is none. */
function pointsOfRows(
  { points }: PlannedItem,
  { rows }: MatrixItem,
  answer: unknown,
  path: string,
): number | null {
  const given = checkObject(answer, path);
  const stranger = Object.keys(given).find((id) => !rows.some((row) => row.id === id));
  if (stranger !== undefined) {
    throw new AptfolioError('unknown-id', at(path, stranger), 'a row of the item', stranger);
  }
  return rows.reduce<number | null>((sum, { id, weight = 1 }) => {
    const option = Object.hasOwn(given, id) ? (given[id] ?? null) : null;
    if (option === null) return null;
    checkInteger(option, at(path, id), { min: 0, max: points.length - 1 });
    return sum === null ? null : sum + weight * points[option as number]!;
  }, 0);
}

/** Takes out, from above, the items whose condition does not hold. */
function hide(
  plan: ScoringPlan,
  read: Reading,
  surroundings: Surroundings,
  answered: 'refuse' | 'drop',
): Reading {
  const chosen = [...read.chosen];
  const points = [...read.points];
  const reading = { ...read, chosen, points };
  const context: Context = { plan, reading, surroundings, standing: null, rank: null };
  plan.items.forEach(({ id, showIf, hidden }, index) => {
    // While it is not known whether it is shown, it is a missing answer, or one that may count.
    if (showIf === null || showIf(context) !== false) return;
    if (chosen[index] !== NO_ANSWER && answered === 'refuse') {
      const expected = 'no answer, because the item is not shown after the answers before it';
      throw new AptfolioError('inconsistent', at('answers', id), expected, reading.answers[id]);
    }
    chosen[index] = HIDDEN;
    points[index] = hidden;
  });
  return { ...reading, complete: !chosen.includes(NO_ANSWER) };
}

function refuseUnknown(plan: ScoringPlan, given: Readonly<Record<string, unknown>>): never {
  const ids = new Set(plan.items.map((item) => item.id));
  const unknown = Object.keys(given).find((id) => !ids.has(id)) as string;
  throw new AptfolioError('unknown-id', at('answers', unknown), 'an item of the form', unknown);
}
