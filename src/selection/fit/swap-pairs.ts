import { inner } from '../../numerics/index.js';
import { EQUAL_OBJECTIVE } from './better.js';
import { OUT } from './choices.js';
import { type Incoming, lookBeside, MOST_FITS, TRIED, tryHolding, type Work } from './swap-work.js';

/** So many pairs are looked at in all when two products are changed for two others. */
const MOST_PAIRS = 65_000;

/** Changes two products for two others; whether that has helped. */
export function swapPairs(work: Work): boolean {
  const { states, problem } = work;
  const free = [...work.held].filter((i) => states[i]! & OUT);
  const isAlone = free.length === 2 && work.held.size === 2;
  const count = Math.min(problem.program.products, PAIRED);
  let left = MOST_PAIRS;
  for (const [k, one] of free.entries()) {
    for (const other of free.slice(0, k)) {
      left -= isAlone ? 0 : (count * count) / 2;
      if (left < 0 || work.fits >= MOST_FITS) return false;
      const stay = new Set(work.held);
      stay.delete(one);
      stay.delete(other);
      for (const pair of stay.size === 0 ? pairsAlone(work) : promisingPairs(work, stay)) {
        if (tryHolding(work, new Set([...stay, ...pair]))) return true;
      }
    }
  }
  return false;
}

type Pairs = readonly (readonly [number, number])[];

/** The pairs that promise the lowest objective beside those that stay, both in part, were there no bounds. */
function promisingPairs(work: Work, stay: ReadonlySet<number>): Pairs {
  const around = lookBeside(work, stay);
  if (around === undefined) return [];
  const { from, slopes, residuals } = around;
  const size = work.loadings.directions;
  const beside = work.incoming.filter(({ product }) => !stay.has(product));
  const outside = mostUseful(beside, ({ column }) => {
    const slope = slopes[column]!;
    return slope < 0 ? (-slope * slope) / residuals.variance(column) : slope;
  });
  const pulls = Float64Array.from(outside, ({ column }) => -slopes[column]! / 2);
  const vectors = outside.map(({ column }) => {
    const vector = new Float64Array(size);
    residuals.vector(column, vector);
    return vector;
  });
  const bends = Float64Array.from(vectors, (vector) => inner(vector, vector));
  return bestPairs(work, outside, (a, b) => {
    let shared = 0;
    for (let d = 0; d < size; d++) shared += vectors[a]![d]! * vectors[b]![d]!;
    const [pull, bend, other, otherBend] = [pulls[a]!, bends[a]!, pulls[b]!, bends[b]!];
    const det = bend * otherBend - shared * shared;
    if (!(det > NO_AREA * bend * otherBend)) return Number.POSITIVE_INFINITY;
    const x = within((pull * otherBend - shared * other) / det, outside[a]!);
    const y = within((bend * other - shared * pull) / det, outside[b]!);
    // Both must grow, for one alone has been tried.
    if (x <= 0 || y <= 0) return Number.POSITIVE_INFINITY;
    return from + x * (x * bend - 2 * pull) + y * (y * otherBend - 2 * other) + 2 * x * y * shared;
  });
}

/** So many products outside are paired with each other. */
const PAIRED = 80;

/** The products that would do most alone, ascending. */
function mostUseful(
  outside: readonly Incoming[],
  valueOfOne: (one: Incoming) => number,
): readonly Incoming[] {
  if (outside.length <= PAIRED) return outside;
  const values = outside.map(valueOfOne);
  return Array.from(values.keys())
    .sort((a, b) => values[a]! - values[b]! || a - b)
    .slice(0, PAIRED)
    .sort((a, b) => a - b)
    .map((k) => outside[k]!);
}

function within(size: number, { least, most }: Incoming): number {
  return Math.min(most, Math.max(least, size));
}

/** The pairs of which all is held that come nearest. */
function pairsAlone(work: Work): Pairs {
  const { values, directions: size } = work.loadings;
  const { directions, cost } = work.problem.program;
  const aim = directions.map((one) => Math.sqrt(one.variance) * one.aim);
  const outside = work.incoming;
  const vectors = outside.map(({ column }) =>
    values.slice(column * size, (column + 1) * size).map((one, d) => one - aim[d]!),
  );
  const squares = Float64Array.from(vectors, (vector) => inner(vector, vector));
  const costs = Float64Array.from(outside, ({ column }) => cost?.byColumn[column] ?? 0);
  return bestPairs(work, outside, (a, b) => {
    let shared = 0;
    for (let d = 0; d < size; d++) shared += vectors[a]![d]! * vectors[b]![d]!;
    const bend = squares[a]! - 2 * shared + squares[b]!;
    const pull = squares[b]! - shared + (costs[b]! - costs[a]!) / 2;
    if (!(pull > 0 && pull < bend)) return Number.POSITIVE_INFINITY;
    return (cost?.fixed ?? 0) + squares[b]! + costs[b]! - (pull * pull) / bend;
  });
}

/** The pairs of least value, which is below the best so far. */
function bestPairs(
  { objective }: Work,
  outside: readonly { readonly product: number }[],
  promiseOf: (a: number, b: number) => number,
): Pairs {
  const promises: { readonly pair: readonly [number, number]; readonly value: number }[] = [];
  let limit = objective - EQUAL_OBJECTIVE;
  const keepFew = (): void => {
    promises.sort((one, other) => one.value - other.value);
    promises.length = Math.min(TRIED, promises.length);
  };
  for (let a = 0; a < outside.length; a++) {
    for (let b = 0; b < a; b++) {
      const value = promiseOf(a, b);
      if (!(value < limit)) continue;
      promises.push({ pair: [outside[a]!.product, outside[b]!.product], value });
      if (promises.length < 4 * TRIED) continue;
      keepFew();
      limit = promises.at(-1)!.value;
    }
  }
  keepFew();
  return promises.map(({ pair }) => pair);
}

/** Two residuals whose area is below this part of the product of their squares lie in a line. */
const NO_AREA = 1e-9;
