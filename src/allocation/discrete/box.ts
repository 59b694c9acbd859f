import { type Domain, leastFrom, mostUpTo, SAME_WEIGHT } from './domain.js';

/** Whether an asset is held: not decided, decided, or decided against. */
export const HOLDING = { open: 0, held: 1, out: -1 } as const;

/** A part of all portfolios: a range of weights for each asset, and what is decided. */
export interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** One of HOLDING by asset. */
  readonly holding: Int8Array;
}

/** The least weight above 0 of a domain. */
export function leastHolding(domain: Domain): number {
  return beyondZero(leastFrom(domain, nearest(domain)));
}

/** The largest weight below 0 of a domain. */
export function mostHolding(domain: Domain): number {
  return -beyondZero(-mostUpTo(domain, -nearest(domain)));
}

/** A weight that is not nothing, and below any lot. */
function nearest({ step }: { readonly step: number }): number {
  return step > 0 ? step / 2 : 2 * SAME_WEIGHT;
}

/** The least holding: where a stretch begins at 0 there is none that is least. */
function beyondZero(weight: number): number {
  return weight <= 2 * SAME_WEIGHT ? 0 : weight;
}
