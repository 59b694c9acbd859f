import { least, most } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import type { Drift } from '../drift/drift.js';
import { measure, weigh } from '../reach/measure.js';
import type { TradeDates } from '../settlement/schedule.js';
import { chargesOf } from './charges.js';
import { compare, type Draft, moneyLeft, setChange, worthAfter } from './draft.js';
import { keepCaps, withinRoom } from './keep-caps.js';
import { worthOfLot } from './least-purchase.js';
import { setResidual } from './match-money.js';
import { settle } from './settle.js';

/** A purchase and what steps have cut off it. */
interface Cut {
  readonly place: number;
  readonly missing: bigint;
  readonly step: bigint;
}

/**
 * Where steps have cut more than half of one off a purchase, it grows by that step, out of money that is left over or of what the residual product has
 * beyond its own, if that brings the whole nearer to what was wanted and no further from the target. Limits, caps and budgets hold as before, no other
 * purchase waits for it, and the next look does not undo it; else all stays as it was.
 */
export function growPurchases(draft: Draft): void {
  if (draft.changes.raises) return;
  // Worked out once for as long as nothing has grown.
  let limits: Limits | undefined;
  for (const cut of cutPurchases(draft)) {
    const rest = restOf(draft);
    if (rest <= 0n) return;
    if (cut.step >= cut.missing + rest || withinRoom(draft, cut.place, cut.step) < cut.step)
      continue;
    limits ??= limitsOf(draft);
    if (grow(draft, cut, rest, limits)) limits = undefined;
  }
}

/** Purchases that a step more brings nearer, those first that most is cut off of. */
function cutPurchases({ occasion, changes, rules, fits }: Draft): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const { place, side, amount } of fits.values()) {
    const missing = side === 'buy' ? changes.wanted[place]! - amount : 0n;
    if (missing <= 1n || place === rules.residual) continue;
    const step = stepOf(occasion.account.holdings[place]!, rules.amountStep);
    // What misses a whole step was not cut by it.
    if (missing < step && step < 2n * missing) cuts.push({ place, missing, step });
  }
  return cuts.length < 2
    ? cuts
    : cuts.sort((a, b) => compare(b.missing, a.missing) || a.place - b.place);
}

/** What a purchase grows by at least, entry fee included, in smallest units; 0 in another currency, of which more may not be payable. */
function stepOf(holding: Holding, amountStep: bigint): bigint {
  const { over, under } = holding.rate;
  return over === under ? most(worthOfLot(holding) ?? holding.step, amountStep) : 0n;
}

/** Free money, and what the residual product has beyond its own. */
function restOf(draft: Draft): bigint {
  const { rules, changes, fits } = draft;
  const left = moneyLeft(draft);
  if (rules.residual < 0) return left;
  const fit = fits.get(rules.residual);
  const change = fit === undefined ? 0n : fit.side === 'buy' ? fit.amount : -fit.amount;
  return left + change - changes.wanted[rules.residual]!;
}

/** Whether it grows; if not, all is as it was. */
function grow(draft: Draft, { place, missing, step }: Cut, rest: bigint, limits: Limits): boolean {
  const { fits, codes, roundedUp } = draft;
  const before = { fits: [...fits], codes: [...codes], roundedUp: [...roundedUp] };
  const { amount } = fits.get(place)!;
  setChange(draft, place, amount + step);
  const by = (fits.get(place)?.amount ?? 0n) - amount;
  if (by > 0n && by < 2n * missing && by < missing + rest) {
    setResidual(draft);
    if (isWithin(draft, limits, place, by - missing)) return true;
  }
  refill(fits, before.fits, ([key, fit]) => fits.set(key, fit));
  refill(codes, before.codes, ([key, code]) => codes.set(key, code));
  refill(roundedUp, before.roundedUp, (key) => roundedUp.add(key));
  return false;
}

function refill<T>(
  collection: { clear(): void },
  entries: readonly T[],
  put: (entry: T) => void,
): void {
  collection.clear();
  for (const entry of entries) put(entry);
}

/** What trades must not go beyond once one of them has grown. */
interface Limits {
  readonly trades: number;
  /** Absent where turnover has no limit. */
  readonly traded: bigint | undefined;
  /** How far the whole is from its target in what the policy measures, as a weight. */
  readonly apart: number;
  readonly maySell: boolean;
  /** When purchases are ordered; absent where none can be made to wait. */
  readonly dates: ReadonlyMap<number, TradeDates> | undefined;
}

function limitsOf(draft: Draft): Limits {
  const { fits, rules, occasion } = draft;
  const { mostTraded } = rules;
  const { gainBudget, taxBudget } = occasion.inside.policy.trading;
  return {
    trades: fits.size,
    traded: mostTraded === undefined ? undefined : most(mostTraded, tradedBy(draft)),
    apart: driftAfter(draft).portfolioDrift,
    // Purchases would wait for the proceeds of a sale that is not made anyway; a larger one may be beyond what gains or tax may come to.
    maySell: sellsResidual(draft) && (gainBudget ?? taxBudget) === undefined,
    dates: isPaidInTurn(draft) ? datesOf(draft) : undefined,
  };
}

function isWithin(
  draft: Draft,
  { trades, traded, apart, maySell, dates }: Limits,
  grown: number,
  beyond: bigint,
): boolean {
  if (moneyLeft(draft) < 0n || draft.fits.size > trades) return false;
  if (sellsResidual(draft) && !maySell) return false;
  if (keepCaps(draft)) return false;
  if (traded !== undefined && tradedBy(draft) > traded) return false;
  const { portfolioDrift, triggered } = driftAfter(draft);
  if (portfolioDrift > apart + NOISE) return false;
  // The next look would sell it.
  if (triggered.length > 0 && canBeSold(draft, grown, beyond)) return false;
  return dates === undefined || !isLater(draft, dates, grown);
}

/** Weights come from divisions. */
const NOISE = 1e-12;

function sellsResidual({ fits, rules }: Draft): boolean {
  return fits.get(rules.residual)?.side === 'sell';
}

function tradedBy({ fits }: Draft): bigint {
  let sum = 0n;
  for (const { amount } of fits.values()) sum += amount;
  return sum;
}

/** Whether what a purchase comes to beyond its own is enough for a sale. */
function canBeSold({ occasion, rules }: Draft, place: number, beyond: bigint): boolean {
  const { item, minimumRedemption } = occasion.account.holdings[place]!;
  const enough = most(most(minimumRedemption, rules.amountStep), rules.minimums.sell[place]!);
  return beyond >= enough && beyond > 0n && item.unitStep === undefined;
}

/** Drift once the trades are made; money that is not invested is apart from the target. */
function driftAfter(draft: Draft): Drift {
  const { account, aim, inside, now } = draft.occasion;
  const { holdings } = account;
  const { values, whole } = worthAfter(draft);
  const free = values.reduce((rest, value) => rest - value, whole);
  const weights = weigh(holdings, values, free, whole, inside);
  return measure(weights, aim, holdings, inside, new Set(now.drift.triggered)).drift;
}

/** Whether today's money pays for some purchases and the others wait for proceeds. */
function isPaidInTurn({ fits, occasion }: Draft): boolean {
  let [sum, smallest]: [bigint, bigint | undefined] = [0n, undefined];
  for (const { side, amount } of fits.values()) {
    if (side === 'sell') continue;
    sum += amount;
    smallest = smallest === undefined ? amount : least(smallest, amount);
  }
  const { cashTotal } = occasion.account;
  return smallest !== undefined && smallest <= cashTotal && cashTotal < sum;
}

function datesOf({ occasion, fits }: Draft): ReadonlyMap<number, TradeDates> {
  const trades = [...fits.values()].sort((a, b) => a.place - b.place);
  return settle(occasion, trades, chargesOf(trades, occasion.account)).dates;
}

/** Whether another purchase than the one that has grown is ordered later. */
function isLater(draft: Draft, before: ReadonlyMap<number, TradeDates>, grown: number): boolean {
  const after = datesOf(draft);
  return [...before].some(
    ([place, { orderOn }]) => place !== grown && (after.get(place)?.orderOn ?? '') > orderOn,
  );
}
