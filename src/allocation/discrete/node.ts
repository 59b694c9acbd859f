import { type Box, HOLDING, leastHolding, mostHolding } from './box.js';
import { budgetCut } from './budget-cut.js';
import type { DiscreteModel } from './discrete-model.js';
import { leastFrom, mostUpTo, SAME_WEIGHT } from './domain.js';

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

/** Draws all conclusions from the domains, the number of holdings and the budget. False where nothing is left. */
function tighten(model: DiscreteModel, box: Box): boolean {
  for (let a = 0; a < box.lower.length; a++) if (!bring(model, box, a)) return false;
  if (!decide(model, box)) return false;
  const needed = budgetCut(model, box);
  if (needed === undefined) return true;
  if (needed === 'none') return false;
  for (let a = 0; a < needed.length; a++) {
    if (needed[a] === Number.NEGATIVE_INFINITY) continue;
    box.lower[a] = needed[a]!;
    if (!bring(model, box, a)) return false;
  }
  return true;
}

/** Decides on all others where no more may be held, or all must. */
function decide(model: DiscreteModel, box: Box): boolean {
  const size = box.lower.length;
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
  if (isHeld && Math.abs(low) <= SAME_WEIGHT) low = leastHolding(domain);
  if (isHeld && Math.abs(high) <= SAME_WEIGHT) high = mostHolding(domain);
  if (low > high) return false;
  if (isHeld && low === 0 && high === 0) return false;
  lower[a] = low + 0;
  upper[a] = high + 0;
  if (low > 0 || high < 0) holding[a] = HOLDING.held;
  else if (low === 0 && high === 0) holding[a] = HOLDING.out;
  return true;
}
