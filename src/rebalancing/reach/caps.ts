import type { Parameters } from '../../evidence/index.js';
import { type LinearRows, solveLp } from '../../numerics/index.js';
import { divideUp, least, most, RATE_UNITS, rateUnits, ratio } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import { type CompiledCap, UNKNOWN_ISSUER } from '../policy/read-caps.js';
import type { Bound, Hindrance, Investable } from './bounds.js';

/** A cap on the holdings of an account. */
export interface CapRow {
  readonly cap: CompiledCap;
  /** What counts of each holding, by place: in units of 10^-12, and as a decimal fraction. */
  readonly parts: readonly bigint[];
  readonly shares: Float64Array;
}

const NO_ROWS: readonly CapRow[] = Object.freeze([]);

/** The caps that an account's holdings can meet. */
export function capRowsOf(
  holdings: readonly Holding[],
  caps: readonly CompiledCap[],
): readonly CapRow[] {
  if (caps.length === 0) return NO_ROWS;
  return caps.flatMap((cap): readonly CapRow[] => {
    const shares = Float64Array.from(holdings, ({ id }) => cap.shares.get(id) ?? 0);
    if (shares.every((share) => share === 0)) return [];
    return [{ cap, shares, parts: Array.from(shares, rateUnits) }];
  });
}

/**
 * By how much values are more than a cap allows, in smallest units × 10^12; below 0 there is room.
 *
 * @param whole what is to be invested, in smallest units.
 */
export function overCap({ cap, parts }: CapRow, values: readonly bigint[], whole: bigint): bigint {
  let over = -rateUnits(cap.max) * most(whole, 0n);
  parts.forEach((part, i) => {
    if (part !== 0n) over += part * values[i]!;
  });
  return over;
}

/** What must leave a holding, or may come to it, for so much of a cap; what must leave is rounded up and what may come down. */
export function inHolding(over: bigint, part: bigint): bigint {
  return over > 0n ? divideUp(over, part) : over / part;
}

/** Bounds within which each holding alone can keep to its caps, all others in them sold as far as they can be. */
export function boundByCaps(
  bounds: readonly Bound[],
  { holdings }: Pick<ReadAccount, 'holdings'>,
  { investable, lost }: Investable,
  caps: readonly CompiledCap[],
): readonly Bound[] {
  const low = bounds.map((bound) => bound.low);
  const bounded = [...bounds];
  for (const row of capRowsOf(holdings, caps)) {
    const over = overCap(row, low, investable - lost);
    row.parts.forEach((part, i) => {
      if (part === 0n) return;
      const highest = low[i]! - inHolding(over, part);
      bounded[i] = atMost(bounded[i]!, holdings[i]!, highest, row.cap);
    });
  }
  return bounded;
}

function atMost(bound: Bound, { value, rate }: Holding, highest: bigint, cap: CompiledCap): Bound {
  const high = least(bound.high, most(highest, bound.low));
  if (high === bound.high || bound.buyDates === undefined) return { ...bound, high };
  const room = toLocal(most(highest - value, 0n), rate);
  return {
    ...bound,
    high,
    buyable: bound.buyable === undefined ? room : least(bound.buyable, room),
    buyHindrances: [...bound.buyHindrances, hindranceOf(cap)],
  };
}

/** Why no more is bought of a product under a cap. */
export function hindranceOf(cap: CompiledCap): Hindrance {
  return { code: `rebalancing.${capName(cap)}`, parameters: capParameters(cap) };
}

/** What a cap is called in codes and rules. */
export function capName({ kind, name }: Pick<CompiledCap, 'kind' | 'name'>): string {
  if (kind === 'group') return 'max-weight-of-group';
  return name === UNKNOWN_ISSUER ? 'max-weight-of-unknown-issuers' : 'max-weight-of-issuer';
}

/** The name behind a cap, for its texts. */
export function capParameters({ kind, name }: CompiledCap): Parameters {
  if (kind === 'group') return { group: name };
  return name === UNKNOWN_ISSUER ? {} : { issuer: name };
}

/**
 * Caps as conditions on weights; what cannot be sold is allowed beyond them.
 *
 * @param stays the least weight of each holding.
 * @param wholeShare what caps are shares of.
 */
export function capLimits(
  rows: readonly CapRow[],
  stays: Float64Array,
  wholeShare: number,
): LinearRows {
  const width = stays.length;
  const matrix = new Float64Array(rows.length * width);
  const rhs = Float64Array.from(rows, ({ cap, shares }, row) => {
    matrix.set(shares, row * width);
    return Math.max(cap.max * wholeShare, weightIn(shares, stays));
  });
  return { matrix, rhs };
}

/** The weights with the largest sum within bounds and limits, which the lowest weights keep. */
export function mostWithin(
  low: Float64Array,
  high: Float64Array,
  { matrix, rhs }: LinearRows,
): Float64Array {
  const result = solveLp({
    cost: new Float64Array(low.length).fill(-1),
    rows: {
      matrix,
      lower: new Float64Array(rhs.length).fill(Number.NEGATIVE_INFINITY),
      upper: rhs,
    },
    lower: low,
    upper: high,
  });
  return result.status === 'optimal' ? result.x : low;
}

/** Takes out of values what rounding each to the smallest unit has put above a cap: a few units. */
export function withoutRounding(
  values: readonly bigint[],
  rows: readonly CapRow[],
  low: readonly bigint[],
  whole: bigint,
): readonly bigint[] {
  if (rows.length === 0) return values;
  const trimmed = [...values];
  const few = RATE_UNITS * BigInt(values.length);
  for (const row of rows) {
    const over = overCap(row, trimmed, whole);
    if (over <= 0n || over > few) continue;
    const place = row.parts.reduce(
      (best, part, i) =>
        trimmed[i]! > low[i]! && part > (best === -1 ? 0n : row.parts[best]!) ? i : best,
      -1,
    );
    if (place === -1) continue;
    trimmed[place] = most(low[place]!, trimmed[place]! - inHolding(over, row.parts[place]!));
  }
  return trimmed;
}

/** The caps that values fill up, to a few units. */
export function filledCaps(
  values: readonly bigint[],
  rows: readonly CapRow[],
  whole: bigint,
): readonly CapRow[] {
  const few = RATE_UNITS * BigInt(values.length);
  return rows.filter((row) => overCap(row, values, whole) > -few);
}

/** What a cap comes to, as a share. */
export function weightIn(shares: Float64Array, weights: Float64Array): number {
  return shares.reduce((sum, share, i) => sum + share * weights[i]!, 0);
}

/** What caps are shares of, where everything is a share of what is to be invested. */
export function wholeOf(investable: bigint, lost: bigint): number {
  return ratio(most(investable - lost, 0n), investable);
}
