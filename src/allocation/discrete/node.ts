import type { DiscreteModel } from './discrete-model.js';
import { leastFrom, mostUpTo, SAME_WEIGHT } from './domain.js';

/** Whether an asset is held: not decided, decided, or decided against. */
export const HOLDING = { open: 0, held: 1, out: -1 } as const;

/** A part of all portfolios: a range of weights for each asset, and what is decided. */
export interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** One of HOLDING by asset. */
  readonly holding: Int8Array;
}

/** All portfolios; nothing where the discrete rules alone leave none. */
export function wholeBox(model: DiscreteModel): Box | undefined {
  const { domains } = model;
  if (domains.some(({ pieces }) => pieces.length === 0)) return undefined;
  const box = {
    lower: Float64Array.from(domains, ({ pieces }) => pieces[0]!.low),
    upper: Float64Array.from(domains, ({ pieces }) => pieces.at(-1)!.high),
    holding: new Int8Array(domains.length),
  };
  return tighten(model, box) ? box : undefined;
}

/** A copy of a box with other limits for one asset, tightened; nothing where that leaves nothing. */
export function narrow(
  model: DiscreteModel,
  box: Box,
  asset: number,
  change: { readonly lower?: number; readonly upper?: number; readonly holding?: number },
): Box | undefined {
  const copy = {
    lower: box.lower.slice(),
    upper: box.upper.slice(),
    holding: box.holding.slice(),
  };
  if (change.lower !== undefined) copy.lower[asset] = change.lower;
  if (change.upper !== undefined) copy.upper[asset] = change.upper;
  if (change.holding !== undefined) copy.holding[asset] = change.holding;
  return tighten(model, copy) ? copy : undefined;
}

/** Draws all conclusions from the domains and from the number of holdings. False where nothing is left. */
export function tighten(model: DiscreteModel, box: Box): boolean {
  const size = box.lower.length;
  for (let a = 0; a < size; a++) if (!bring(model, box, a)) return false;
  const held = countOf(box, HOLDING.held);
  const out = countOf(box, HOLDING.out);
  if (held > model.maxHoldings || size - out < model.minHoldings) return false;
  const rest =
    held === model.maxHoldings
      ? HOLDING.out
      : size - out === model.minHoldings
        ? HOLDING.held
        : HOLDING.open;
  if (rest === HOLDING.open) return true;
  for (let a = 0; a < size; a++) {
    if (box.holding[a] !== HOLDING.open) continue;
    box.holding[a] = rest;
    if (!bring(model, box, a)) return false;
  }
  return true;
}

function countOf({ holding }: Box, wanted: number): number {
  let count = 0;
  for (const own of holding) if (own === wanted) count++;
  return count;
}

/** Brings one asset's range to its domain. */
function bring({ domains }: DiscreteModel, { lower, upper, holding }: Box, a: number): boolean {
  const domain = domains[a]!;
  if (holding[a] === HOLDING.out) {
    if (lower[a]! > 0 || upper[a]! < 0 || leastFrom(domain, 0) > SAME_WEIGHT) return false;
    lower[a] = 0;
    upper[a] = 0;
    return true;
  }
  const isHeld = holding[a] === HOLDING.held;
  let low = leastFrom(domain, lower[a]!);
  let high = mostUpTo(domain, upper[a]!);
  if (isHeld && Math.abs(low) <= SAME_WEIGHT) low = beyondZero(leastFrom(domain, nearest(domain)));
  if (isHeld && Math.abs(high) <= SAME_WEIGHT)
    high = -beyondZero(-mostUpTo(domain, -nearest(domain)));
  if (low > high) return false;
  if (isHeld && low === 0 && high === 0) return false;
  lower[a] = low + 0;
  upper[a] = high + 0;
  if (low > 0 || high < 0) holding[a] = HOLDING.held;
  else if (low === 0 && high === 0) holding[a] = HOLDING.out;
  return true;
}

/** A weight that is not nothing, and below any lot. */
function nearest({ step }: { readonly step: number }): number {
  return step > 0 ? step / 2 : 2 * SAME_WEIGHT;
}

/** The least holding: where a stretch begins at 0 there is none that is least. */
function beyondZero(weight: number): number {
  return weight <= 2 * SAME_WEIGHT ? 0 : weight;
}
