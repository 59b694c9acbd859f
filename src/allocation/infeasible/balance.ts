import type { Rule } from '../compile/rules.js';
import { type Condition, kinksOf, type RuleBook, slopeAt } from './rule-book.js';

/** Multipliers by condition: above 0 they weigh its lower limit, below 0 its upper one. */
export type Multipliers = Float64Array;

/** A slope below this part of the size of its terms is 0. */
const ROUNDING = 1e-11;

/** What a weighted sum of conditions asks of one asset. */
export interface Balance {
  /** The weight within the bounds at which the sum is largest. */
  readonly weight: number;
  /** The slope of each condition that is weighed, between those below and above the weight. */
  readonly slopes: readonly number[];
  /** The slope that is left: above 0 only the ceiling holds the sum down, below 0 only the floor. */
  readonly excess: number;
}

/** The conditions that have a multiplier. */
export function weighed(
  { conditions }: RuleBook,
  multipliers: Multipliers,
): readonly { readonly condition: Condition; readonly multiplier: number }[] {
  return conditions
    .map((condition, i) => ({ condition, multiplier: multipliers[i]! }))
    .filter(({ multiplier }) => multiplier !== 0);
}

/**
 * Where the weighted sum of conditions, concave in every weight, is largest between the bounds that are kept.
 *
 * Undefined where it grows without end.
 */
export function balance(
  book: RuleBook,
  kept: ReadonlySet<Rule>,
  terms: ReturnType<typeof weighed>,
  asset: number,
): Balance | undefined {
  const [floor, ceiling] = [book.floors[asset]!, book.ceilings[asset]!];
  const least = kept.has(floor) ? book.limits.get(floor)! : Number.NEGATIVE_INFINITY;
  const most = kept.has(ceiling) ? book.limits.get(ceiling)! : Number.POSITIVE_INFINITY;
  const inside = kinksOf(
    terms.map(({ condition }) => condition),
    asset,
  ).filter((point) => point > least && point < most);
  const stops = [least, ...inside, most].filter(Number.isFinite);
  if (stops.length === 0) stops.push(0);
  // From the left: the first weight beyond which the sum falls.
  for (const weight of stops) {
    const below = slopesAt(terms, asset, weight, 'below');
    const above = slopesAt(terms, asset, weight, 'above');
    if (above.sum > 0 && weight < most) continue;
    if (above.sum > 0) return { weight, slopes: below.each, excess: below.sum };
    if (below.sum >= 0) return { weight, slopes: between(below, above), excess: 0 };
    return weight === least ? { weight, slopes: above.each, excess: above.sum } : undefined;
  }
  return undefined;
}

interface Slopes {
  readonly each: readonly number[];
  readonly sum: number;
}

function slopesAt(
  terms: ReturnType<typeof weighed>,
  asset: number,
  weight: number,
  side: 'below' | 'above',
): Slopes {
  let sum = 0;
  let size = 0;
  const each = terms.map(({ condition, multiplier }) => {
    const slope = slopeAt(condition, asset, weight, side);
    sum += multiplier * slope;
    size += Math.abs(multiplier * slope);
    return slope;
  });
  return { each, sum: Math.abs(sum) <= ROUNDING * size ? 0 : sum };
}

/** The mixture of the slopes on both sides of a kink whose weighted sum is 0. */
function between(below: Slopes, above: Slopes): readonly number[] {
  const share = below.sum === 0 ? 0 : below.sum / (below.sum - above.sum);
  return below.each.map((slope, i) => slope + share * (above.each[i]! - slope));
}
