import type { MatrixItem, MultipleItem } from '../item.js';
import { RISK_LEVELS } from '../level.js';
import { changesOfBands } from './changes-of-bands.js';
import type { Surroundings } from './context.js';
import { type Decision, decide, STOPPED, UNKNOWN } from './decide.js';
import { absentItems } from './no-level.js';
import type { PlannedItem, ScoringPlan } from './plan.js';
import { readAnswers, stepOf } from './read-answers.js';
import { HIDDEN, NO_ANSWER, type Reading } from './reading.js';
import type { AnswerChange, AnswerValue } from './result.js';
import { type Standing, standingOf } from './standing.js';

/** Every other answer to a single item that would change the level, in the order of the form. */
export function singleAnswerChanges(
  plan: ScoringPlan,
  reading: Reading,
  standing: Standing,
  decision: Decision,
  surroundings: Surroundings,
  assume: boolean,
): readonly AnswerChange[] {
  if (plan.rules.length === 0 && plan.plain) {
    return Object.freeze(changesOfBands(plan, reading, standing, decision, NO_CHANGES));
  }
  const ofItem = (index: number): readonly AnswerChange[] =>
    changesOfItem(plan, reading, index, decision.rank, surroundings, assume);
  return Object.freeze(
    plan.bandsDecide && (assume || isKnown(decision))
      ? changesOfBands(plan, reading, standing, decision, ofItem)
      : plan.items.flatMap((_, index) => ofItem(index)),
  );
}

/** Where no rule reads it, an item has none of its own. */
const NO_CHANGES = (): readonly AnswerChange[] => [];

/** Whether no cap is left open, which might lower another level than this one. */
function isKnown({ truths, caps }: Decision): boolean {
  return truths.every((truth, rule) => truth !== null || caps[rule] === RISK_LEVELS.length - 1);
}

/** Where rules or the form itself depend on an answer, each changed form is read and decided anew. */
function changesOfItem(
  plan: ScoringPlan,
  reading: Reading,
  index: number,
  rank: number,
  surroundings: Surroundings,
  assume: boolean,
): readonly AnswerChange[] {
  const given = reading.chosen[index]!;
  if (given === HIDDEN) return [];
  const planned = plan.items[index]!;
  if (plan.plain && given !== NO_ANSWER) {
    return changesOfChoice(plan, reading, planned, index, rank, surroundings, assume);
  }
  return alternatives(planned, reading, index).flatMap(({ answer, ...which }) => {
    const answers = { ...reading.answers, [planned.id]: answer };
    const next = rankWith(plan, answers, surroundings, assume);
    if (next === rank) return [];
    const level = next === STOPPED || next === UNKNOWN ? null : RISK_LEVELS[next]!;
    return [Object.freeze({ item: planned.id, ...which, level })];
  });
}

/** The same for a single choice of a form on which nothing else depends: only what the choice brings is put in its place. */
function changesOfChoice(
  plan: ScoringPlan,
  reading: Reading,
  { id, points: options }: PlannedItem,
  index: number,
  rank: number,
  surroundings: Surroundings,
  assume: boolean,
): readonly AnswerChange[] {
  const changes: AnswerChange[] = [];
  const isOpen = !assume && absentItems(plan, reading).length > 0;
  options.forEach((brought, option) => {
    if (option === reading.chosen[index]) return;
    const chosen = [...reading.chosen];
    const points = [...reading.points];
    chosen[index] = option;
    points[index] = brought;
    const answers = { ...reading.answers, [id]: option };
    const changed: Reading = { ...reading, chosen, points, answers };
    const standing = standingOf(plan, changed);
    const next = isOpen ? UNKNOWN : decide(plan, changed, standing, surroundings, assume).rank;
    if (next === rank) return;
    const level = next === STOPPED || next === UNKNOWN ? null : RISK_LEVELS[next]!;
    changes.push(Object.freeze({ item: id, option, level }));
  });
  return changes;
}

/** `UNKNOWN` also where the changed answer shows an item that has none; one that it hides no longer counts. */
function rankWith(
  plan: ScoringPlan,
  answers: Reading['answers'],
  surroundings: Surroundings,
  assume: boolean,
): number {
  const reading = readAnswers(plan, answers, surroundings, 'drop');
  if (!assume && absentItems(plan, reading).length > 0) return UNKNOWN;
  return decide(plan, reading, standingOf(plan, reading), surroundings, assume).rank;
}

type Alternative = Pick<AnswerChange, 'option' | 'row' | 'value'> & {
  readonly answer: AnswerValue;
};

function alternatives(
  { id, item, points, stretches }: PlannedItem,
  { answers, chosen }: Reading,
  index: number,
): Alternative[] {
  const options = points.map((_, option) => option);
  const given = chosen[index] === NO_ANSWER ? undefined : answers[id];
  switch (item.kind) {
    case 'numeric':
      return (stretches ?? item.steps.map(({ from }) => from)).map((value) => ({
        answer: value,
        option: stepOf(item, value),
        value,
      }));
    case 'multiple':
      return options.flatMap((option) => toggled(item, (given ?? []) as readonly number[], option));
    case 'matrix':
      return given === undefined
        ? []
        : otherRows(item, given as Readonly<Record<string, number>>, options);
    default:
      return options
        .filter((option) => option !== given)
        .map((option) => ({ answer: option, option }));
  }
}

/** One option taken in or out, where the item allows it. */
function toggled(
  { points, minChoices = 1, maxChoices = points.length, exclusive = [] }: MultipleItem,
  given: readonly number[],
  option: number,
): Alternative[] {
  const alone = exclusive.includes(option);
  const out = given.includes(option);
  const answer = out
    ? given.filter((one) => one !== option)
    : alone
      ? [option]
      : [...given.filter((one) => !exclusive.includes(one)), option];
  const fits = answer.length >= minChoices && answer.length <= maxChoices;
  return fits || (alone && !out) ? [{ answer, option }] : [];
}

function otherRows(
  { rows }: MatrixItem,
  given: Readonly<Record<string, number>>,
  options: readonly number[],
): Alternative[] {
  return rows.flatMap(({ id: row }) =>
    options
      .filter((option) => option !== given[row])
      .map((option) => ({ answer: { ...given, [row]: option }, option, row })),
  );
}
