import type { Operand } from '../condition.js';
import { RISK_LEVELS } from '../level.js';
import type { Context } from './context.js';
import { HIDDEN, NO_ANSWER } from './reading.js';
import type { AnswerValue } from './result.js';

/** What the way of answering shows; `undefined` where it cannot be known. */
export function measureOf(
  { measure, items }: Extract<Operand, { readonly measure: unknown }>,
  context: Context,
): number | undefined {
  const { plan, reading, surroundings, rank, standing } = context;
  const among = items === undefined ? null : new Set(items);
  const shown = plan.items
    .map((planned, index) => ({ ...planned, option: reading.chosen[index]! }))
    .filter(({ id, option }) => option !== HIDDEN && (among === null || among.has(id)));
  switch (measure) {
    case 'same-option-share':
      return sameOptionShare(
        shown.filter(({ item: { kind } }) => kind === undefined || kind === 'single'),
      );
    case 'seconds-per-item':
      return surroundings.secondsTaken === null || shown.length === 0
        ? undefined
        : surroundings.secondsTaken / shown.length;
    case 'changed-answers': {
      const { answers } = surroundings.previous;
      if (answers === null || shown.some(({ option }) => option === NO_ANSWER)) return undefined;
      return shown.filter(({ id }) => differs(reading.answers[id], answers[id])).length;
    }
    case 'levels-above-previous': {
      const { level } = surroundings.previous;
      return level === null || rank === null || standing === null || standing.unknown.length > 0
        ? undefined
        : rank - RISK_LEVELS.indexOf(level);
    }
  }
}

function sameOptionShare(answered: readonly { readonly option: number }[]): number | undefined {
  if (answered.length === 0 || answered.some(({ option }) => option === NO_ANSWER))
    return undefined;
  const counts = new Map<number, number>();
  for (const { option } of answered) counts.set(option, (counts.get(option) ?? 0) + 1);
  return Math.max(...counts.values()) / answered.length;
}

/** An item that was not asked last time cannot have changed. */
function differs(
  now: AnswerValue | null | undefined,
  before: AnswerValue | null | undefined,
): boolean {
  if (before === undefined || before === null) return false;
  return JSON.stringify(sorted(now)) !== JSON.stringify(sorted(before));
}

function sorted(answer: AnswerValue | null | undefined): unknown {
  if (Array.isArray(answer)) return [...answer].sort((a, b) => a - b);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1));
}
