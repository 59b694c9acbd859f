import { largestSize } from '../../numerics/index.js';
import type { Rule } from '../compile/rules.js';
import { nullCombinations } from './null-combinations.js';
import { type Refutation, refutation } from './refute.js';
import { type Condition, hasKinks, type RuleBook } from './rule-book.js';

/** A factor below this part of the largest is 0. */
const ROUNDING = 1e-9;

/**
 * A proof by as few rules as possible from a proof by more: one without which of its rules there is none.
 *
 * Where the left sides can be combined to 0 in more than one way, the proof is shifted along the difference, by which
 * the gap stays the same, until a rule drops out; the earlier of the two that may in the given order. What remains is a corner of
 * the cone of proofs. Only for books without kinks; undefined for others.
 *
 * Source: J. Gleeson and J. Ryan, Identifying minimally infeasible subsystems of inequalities, ORSA Journal on
 * Computing 2 (1990): the corners are the minimal conflicts.
 */
export function simplify(
  book: RuleBook,
  start: Refutation,
  order: readonly Rule[],
): Refutation | undefined {
  if (hasKinks(book)) return undefined;
  let found = start;
  for (let size = found.support.size; size > 0; size = found.support.size) {
    const terms = termsOf(book, found);
    const shift = shiftOf(book, found, terms);
    if (shift === undefined) return found;
    found = dropOne(book, found, terms, shift, order);
    if (found.support.size >= size) return undefined;
  }
  return found;
}

/** The rows that are weighed, and the bounds. */
interface Terms {
  readonly rows: readonly number[];
  readonly bounds: readonly number[];
  readonly rules: readonly Rule[];
}

function termsOf({ conditions, floors, ceilings, assets }: RuleBook, found: Refutation): Terms {
  const { multipliers, support } = found;
  const rows = [...multipliers.keys()].filter((i) => multipliers[i] !== 0);
  const isBound = (a: number): boolean => support.has(floors[a]!) || support.has(ceilings[a]!);
  const bounds = [...assets.keys()].filter(isBound);
  const rules = [
    ...rows.map((i) => sideOf(conditions[i]!, multipliers[i]!)),
    ...bounds.map((a) => (support.has(floors[a]!) ? floors[a]! : ceilings[a]!)),
  ];
  return { rows, bounds, rules };
}

function sideOf({ lower, upper }: Condition, multiplier: number): Rule {
  return (multiplier > 0 ? lower : upper)!;
}

/**
 * Changes of all rules' factors that leave the gap and every asset without a bound alone; nothing where only a
 * common factor can be changed.
 */
function shiftOf(book: RuleBook, found: Refutation, terms: Terms): Float64Array | undefined {
  const { conditions, assets } = book;
  const bounded = new Set(terms.bounds);
  const free = [...assets.keys()].filter((a) => !bounded.has(a));
  const ways = nullCombinations(
    terms.rows.map((i) => Float64Array.from(free, (a) => conditions[i]!.coefficients[a]!)),
  );
  if (ways.length <= 1) return undefined;
  const own = factorsOf(book, terms, found.multipliers);
  for (const way of ways) {
    const factors = factorsOf(book, terms, spread(way, terms, found.multipliers.length));
    const part = gapOf(book, terms, factors) / gapOf(book, terms, own);
    const shift = factors.map((factor, k) => factor - part * own[k]!);
    const size = largestSize(factors) + Math.abs(part) * largestSize(own);
    if (largestSize(shift) > ROUNDING * size) return shift;
  }
  return undefined;
}

function spread(way: Float64Array, { rows }: Terms, count: number): Float64Array {
  const multipliers = new Float64Array(count);
  rows.forEach((i, k) => {
    multipliers[i] = way[k]!;
  });
  return multipliers;
}

/** The factor of each rule: multipliers for rows, for bounds what it takes to bring the asset's sum to 0. */
function factorsOf({ conditions }: RuleBook, { rows, bounds }: Terms, multipliers: Float64Array) {
  const left = bounds.map((a) => {
    let sum = 0;
    for (const i of rows) sum -= multipliers[i]! * conditions[i]!.coefficients[a]!;
    return sum;
  });
  return Float64Array.from([...rows.map((i) => multipliers[i]!), ...left]);
}

function gapOf({ limits }: RuleBook, { rules }: Terms, factors: Float64Array): number {
  let sum = 0;
  rules.forEach((rule, k) => {
    sum += factors[k]! * limits.get(rule)!;
  });
  return sum;
}

/** The proof after the shift, one way or the other, that makes a rule's factor 0. */
function dropOne(
  book: RuleBook,
  { multipliers, support }: Refutation,
  terms: Terms,
  shift: Float64Array,
  order: readonly Rule[],
): Refutation {
  const own = factorsOf(book, terms, multipliers);
  let [up, down] = [-1, -1];
  const stepOf = (k: number): number =>
    k < 0 ? Number.POSITIVE_INFINITY : Math.abs(own[k]! / shift[k]!);
  own.forEach((factor, k) => {
    if (shift[k] === 0) return;
    if (factor * shift[k]! < 0) up = stepOf(k) < stepOf(up) ? k : up;
    else down = stepOf(k) < stepOf(down) ? k : down;
  });
  const places = new Map(order.map((rule, place) => [rule, place]));
  const placeOf = (k: number): number => (k < 0 ? order.length : places.get(terms.rules[k]!)!);
  const goesUp = placeOf(up) <= placeOf(down);
  const dropped = goesUp ? up : down;
  const step = goesUp ? stepOf(up) : -stepOf(down);
  const moved = multipliers.slice();
  terms.rows.forEach((i, k) => {
    moved[i] = k === dropped ? 0 : multipliers[i]! + step * shift[k]!;
  });
  const kept = new Set([...support].filter((rule) => rule !== terms.rules[dropped]));
  return refutation(book, kept, moved);
}
