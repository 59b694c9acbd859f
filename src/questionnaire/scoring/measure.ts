import type { Operand } from '../condition.js';
import { RISK_LEVELS } from '../level.js';
import type { Context } from './context.js';
import type { PlannedItem } from './plan.js';
import { HIDDEN, NO_ANSWER } from './reading.js';
import type { AnswerValue } from './result.js';

type MeasureOperand = Extract<Operand, { readonly measure: unknown }>;

/** What the way of answering shows; `undefined` where it cannot be known, `null` where no item to measure is shown. */
export function measureOf(
  { measure, items }: MeasureOperand,
  context: Context,
): number | null | undefined {
  const { reading, surroundings, rank } = context;
  const shown = shownItems(items, context);
  switch (measure) {
    case 'same-option-share':
      return sameOptionShare(shown.filter(isSingle));
    case 'seconds-per-item':
      if (shown.length === 0) return null;
      return surroundings.secondsTaken === null || shown.some(({ mayHide }) => mayHide)
        ? undefined
        : surroundings.secondsTaken / shown.length;
    case 'changed-answers': {
      const { answers } = surroundings.previous;
      if (answers === null || shown.some(isMissing)) return undefined;
      return shown.filter(({ id }) => differs(reading.answers[id], before(answers, id))).length;
    }
    case 'levels-above-previous': {
      const { level } = surroundings.previous;
      return level === null || rank === null || !isLevelKnown(context)
        ? undefined
        : rank - RISK_LEVELS.indexOf(level);
    }
  }
}

/** What would have to be known to measure it. */
export function missingForMeasure(
  { measure, items }: MeasureOperand,
  context: Context,
): readonly string[] {
  const { surroundings, rank } = context;
  const { answers, level } = surroundings.previous;
  const shown = shownItems(items, context);
  const answersOf = (some: readonly ShownItem[]): string[] => some.map(({ id }) => `answers.${id}`);
  switch (measure) {
    case 'same-option-share':
      return answersOf(shown.filter(isSingle).filter(isMissing));
    case 'seconds-per-item': {
      const open = answersOf(shown.filter(({ mayHide }) => mayHide));
      return surroundings.secondsTaken === null ? [...open, 'secondsTaken'] : open;
    }
    case 'changed-answers': {
      const open = answersOf(shown.filter(isMissing));
      return answers === null ? [...open, 'previous.answers'] : open;
    }
    case 'levels-above-previous': {
      const open = rank === null || !isLevelKnown(context) ? ['bands.level'] : [];
      return level === null ? [...open, 'previous.level'] : open;
    }
  }
}

interface ShownItem extends Pick<PlannedItem, 'id' | 'item'> {
  readonly option: number;
  /** Whether it cannot be known that it is shown. */
  readonly mayHide: boolean;
}

function shownItems(items: readonly string[] | undefined, context: Context): readonly ShownItem[] {
  const { plan, reading } = context;
  const among = items === undefined ? null : new Set(items);
  return plan.items
    .map(({ id, item, showIf }, index) => {
      const option = reading.chosen[index]!;
      const mayHide = option === NO_ANSWER && showIf !== null && showIf(context) === null;
      return { id, item, option, mayHide };
    })
    .filter(({ id, option }) => option !== HIDDEN && (among === null || among.has(id)));
}

function isSingle({ item: { kind } }: ShownItem): boolean {
  return kind === 'single';
}

function isMissing({ option }: ShownItem): boolean {
  return option === NO_ANSWER;
}

function isLevelKnown({ standing }: Context): boolean {
  return standing !== null && standing.unknown.length === 0;
}

function sameOptionShare(shown: readonly ShownItem[]): number | null | undefined {
  if (shown.length === 0) return null;
  if (shown.some(isMissing)) return undefined;
  const counts = new Map<number, number>();
  for (const { option } of shown) counts.set(option, (counts.get(option) ?? 0) + 1);
  return Math.max(...counts.values()) / shown.length;
}

function before(
  answers: Readonly<Record<string, AnswerValue | null | undefined>>,
  id: string,
): AnswerValue | null {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}

/** An item that was not asked last time cannot have changed. */
function differs(now: AnswerValue | null | undefined, then: AnswerValue | null): boolean {
  return then !== null && JSON.stringify(sorted(now)) !== JSON.stringify(sorted(then));
}

function sorted(answer: AnswerValue | null | undefined): unknown {
  if (Array.isArray(answer)) return [...answer].sort((a, b) => a - b);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
}
