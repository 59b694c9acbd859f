import type { Comparison, Condition, Operand, Relation } from '../condition.js';
import type { NumericItem } from '../item.js';
import { comparisonsIn, readsOf } from './condition-reads.js';

/** Where a stretch of numbers begins: at a number, or just above it. */
interface Beginning {
  readonly at: number;
  readonly above: boolean;
}

/** A whole number with more values than this is not gone through one by one. */
const MOST = 1000;

/**
 * One number of each stretch that a form treats alike: steps bring the same points from one `from` to the next, and are
 * cut where a condition compares the answer with a number. `null` where conditions reckon with the answer, so that
 * every number may be different, and there are too many.
 */
export function stretchesOf(
  item: NumericItem,
  conditions: readonly Condition[],
): readonly number[] | null {
  const comparisons = conditions.flatMap(comparisonsIn).filter((one) => reads(one, item.id));
  const cuts = comparisons.map((comparison) => cutsOf(comparison, item));
  if (cuts.includes(null)) return everyNumber(item);
  const beginnings = [
    ...item.steps.map(({ from }) => ({ at: from, above: false })),
    ...cuts.flatMap((list) => list ?? []),
  ];
  return item.integer === true ? wholeNumbers(item, beginnings) : numbers(item, beginnings);
}

function reads({ left, right }: Comparison, id: string): boolean {
  const both = [...readsOf(left), ...(Array.isArray(right) ? [] : readsOf(right as Operand))];
  return both.some((read) => 'answer' in read && read.answer === id);
}

/** Where one comparison cuts; `null` where it does more than compare the answer with numbers. */
function cutsOf(
  { left, is, right }: Comparison,
  { id, integer = false }: NumericItem,
): readonly Beginning[] | null {
  const isAnswer = (operand: unknown): boolean =>
    typeof operand === 'object' && operand !== null && 'answer' in operand && operand.answer === id;
  if (isAnswer(left) && Array.isArray(right)) {
    return right.flatMap((value) => cutsAt(value as number, '=', integer));
  }
  if (isAnswer(left) && typeof right === 'number') return cutsAt(right, is, integer);
  if (isAnswer(right) && typeof left === 'number') return cutsAt(left, TURNED[is] ?? is, integer);
  return null;
}

/** The same relation, read from the right. */
const TURNED: Readonly<Partial<Record<Relation, Relation>>> = {
  '<': '>',
  '<=': '>=',
  '>=': '<=',
  '>': '<',
};

function cutsAt(value: number, is: Relation, integer: boolean): readonly Beginning[] {
  const [at, above] = [
    { at: value, above: false },
    { at: value, above: true },
  ];
  if (is === '<' || is === '>=') return [at];
  if (is === '>' || is === '<=') return [above];
  // No whole number is equal to a fraction.
  return integer && !Number.isInteger(value) ? [] : [at, above];
}

function everyNumber({ min, max, integer }: NumericItem): readonly number[] | null {
  const [first, last] = [Math.ceil(min), Math.floor(max)];
  if (integer !== true || last - first >= MOST) return null;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function wholeNumbers({ min, max }: NumericItem, beginnings: readonly Beginning[]): number[] {
  const first = beginnings.map(({ at, above }) => (above ? Math.floor(at) + 1 : Math.ceil(at)));
  return [...new Set(first)].filter((at) => at >= min && at <= max).sort((a, b) => a - b);
}

function numbers({ min, max }: NumericItem, beginnings: readonly Beginning[]): number[] {
  const inside = beginnings
    .filter(({ at, above }) => at >= min && (above ? at < max : at <= max))
    .sort((a, b) => a.at - b.at || Number(a.above) - Number(b.above));
  const places = [...new Set(inside.map(({ at }) => at)), max];
  const one = inside.map(({ at, above }) =>
    above ? (at + places[places.indexOf(at) + 1]!) / 2 : at,
  );
  return [...new Set(one)];
}
