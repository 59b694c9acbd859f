import { AptfolioError, at, checkObject } from '../../errors/index.js';
import { readsIn } from '../scoring/condition-reads.js';
import type { Context, Surroundings } from '../scoring/context.js';
import type { PlannedItem, ScoringPlan } from '../scoring/plan.js';
import { readAnswers } from '../scoring/read-answers.js';
import { NO_ANSWER, type Reading } from '../scoring/reading.js';
import type { Answers } from '../scoring/result.js';
import { answersOf } from './answers-of.js';

/** More combinations of answers than this are not gone through one by one. */
const MOST = 1_000_000;

/**
 * Splits all completions with the fixed answers into branches, which agree in every answer that a rule or a `showIf`
 * reads. In a branch's reading the items that are left open have no answer.
 */
export function* branchesOf(
  plan: ScoringPlan,
  fixed: Answers,
  surroundings: Surroundings,
): Generator<Reading> {
  // Wrong answers are refused before anything is counted.
  const { chosen } = readAnswers(plan, fixed, surroundings, 'drop');
  const given = checkObject(fixed, 'answers') as Answers;
  const half = plan.items.find(({ id }, i) => chosen[i] === NO_ANSWER && hasAnswer(given, id));
  if (half !== undefined) {
    throw new AptfolioError('missing-value', at('answers', half.id), 'an answer in every row');
  }
  const read = readItems(plan);
  checkSize(plan, given, read);
  yield* from(0, { ...given });

  function* from(index: number, answers: Answers): Generator<Reading> {
    const item = plan.items[index];
    if (item === undefined) {
      yield readAnswers(plan, answers, surroundings);
      return;
    }
    const isGiven = hasAnswer(answers, item.id);
    if (isHidden(item, answers)) {
      // With an answer that is fixed and an item that is not shown there is no completion.
      if (!isGiven) yield* from(index + 1, answers);
    } else if (isGiven || !read.has(item.id)) {
      yield* from(index + 1, answers);
    } else {
      for (const answer of answersOf(item)) {
        yield* from(index + 1, { ...answers, [item.id]: answer });
      }
    }
  }

  function isHidden({ showIf }: PlannedItem, answers: Answers): boolean {
    if (showIf === null) return false;
    const reading = readAnswers(plan, answers, surroundings, 'drop');
    const context: Context = { plan, reading, surroundings, standing: null, rank: null };
    return showIf(context) === false;
  }
}

function hasAnswer(answers: Answers, id: string): boolean {
  return Object.hasOwn(answers, id) && answers[id] !== null && answers[id] !== undefined;
}

/** Ids of the items that a rule or a `showIf` reads. */
function readItems({ items, rules }: ScoringPlan): ReadonlySet<string> {
  const read = new Set<string>();
  const conditions = [
    ...rules.map(({ rule }) => rule.when),
    ...items.flatMap(({ item }) => item.showIf ?? []),
  ];
  for (const one of conditions.flatMap(readsIn)) {
    if ('answer' in one) read.add(one.answer);
    if ('points' in one) read.add(one.points);
  }
  return read;
}

function checkSize({ items }: ScoringPlan, fixed: Answers, read: ReadonlySet<string>): void {
  const split = items.filter(({ id }) => read.has(id) && !hasAnswer(fixed, id));
  const combinations = split.reduce((product, item) => product * answersOf(item).length, 1);
  if (combinations <= MOST) return;
  const expected = `rules that read items with up to ${MOST} combinations of answers, not ${combinations}`;
  throw new AptfolioError('too-long', 'definition.items', expected);
}
