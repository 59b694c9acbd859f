import type { Holding } from '../account/read-holdings.js';
import type { WantedClasses } from '../account/read-target.js';
import type { StandIns } from '../lots/stand-in.js';
import type { Inside } from '../policy/compiled-policy.js';
import { exposuresOf } from './measure.js';
import { type NearestProblem, nearest } from './nearest.js';
import { sumOfWeights } from './weights-of.js';

/** Class weights that differ by less are the same: what is behind it is the noise of solving. */
const NOISE = 1e-6;

/** A weight below this is none. */
const NOTHING = 1e-9;

/** What product weights are sought of. */
export type ClassProblem = Pick<NearestProblem, 'low' | 'high' | 'sum' | 'wanted' | 'now'> & {
  readonly holdings: readonly Holding[];
  /** What may be bought, the most preferred first. */
  readonly products: readonly string[];
};

/**
 * Holdings with the product weights that come nearest to wanted asset classes; see `changingLeast`.
 *
 * @param now weights of today by place, as shares of what is to be invested.
 */
export function withClassTarget(
  holdings: readonly Holding[],
  now: Float64Array,
  { weights: wanted, products }: WantedClasses,
  inside: Inside,
): StandIns {
  const mayGrow = new Set(products);
  const low = new Float64Array(holdings.length);
  const high = Float64Array.from(holdings, ({ id }, i) =>
    mayGrow.has(id) ? 1 : Math.min(1, now[i]!),
  );
  const problem = { holdings, low, high, sum: 1, wanted, now, products };
  const best = changingLeast(problem, inside, (one) => nearest(one)!);
  const targets = best.map((weight) => (weight < NOTHING ? 0 : Math.min(1, weight)));
  return { holdings: holdings.map((one, i) => ({ ...one, target: targets[i]! })), reasons: [] };
}

/**
 * The product weights within bounds that come nearest to wanted asset classes. Of several that do so nothing changes that need not: what is not held is
 * left alone first, the least preferred before the others, and of what is held that of which there is least.
 */
export function changingLeast(
  problem: ClassProblem,
  inside: Inside,
  solve: (problem: NearestProblem) => Float64Array,
): Float64Array {
  const { holdings, sum, wanted, now, products } = problem;
  const low = Float64Array.from(problem.low);
  const high = Float64Array.from(problem.high);
  const seek = (): Float64Array => solve({ holdings, low, high, sum, wanted, reference: now, now });
  const classesOf = (found: Float64Array): Float64Array =>
    exposuresOf(holdings, (_, i) => found[i]!, inside);
  let best = seek();
  const classes = classesOf(best);
  for (const place of leftAloneFirst(holdings, now, products)) {
    const [lowest, highest] = [low[place]!, high[place]!];
    if (now[place]! < lowest || now[place]! > highest) continue;
    low[place] = high[place] = now[place]!;
    if (best[place] === now[place]) continue;
    const still = sumOfWeights(low) <= sum && sum <= sumOfWeights(high) ? seek() : undefined;
    if (still !== undefined && isSame(classesOf(still), classes)) best = still;
    else [low[place], high[place]] = [lowest, highest];
  }
  return best;
}

function isSame(some: Float64Array, others: Float64Array): boolean {
  return some.every((one, k) => Math.abs(one - others[k]!) <= NOISE);
}

/** The places in the order in which they are tried to be left as they are. */
function leftAloneFirst(
  holdings: readonly Holding[],
  now: Float64Array,
  products: readonly string[],
): readonly number[] {
  const rank = new Map(products.map((id, i) => [id, i]));
  const rankOf = (place: number): number => rank.get(holdings[place]!.id) ?? products.length;
  return holdings
    .map((_, place) => place)
    .sort((a, b) => now[a]! - now[b]! || rankOf(b) - rankOf(a) || b - a);
}
