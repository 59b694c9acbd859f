import { sizeOf } from '../account/exact.js';
import type { SaleRule } from '../lots/lot-state.js';
import { lotsInOrder } from '../lots/sell-lots.js';
import type { Occasion } from '../reach/situation.js';
import { type Charges, chargesOf } from './charges.js';
import { type Fit, isFit, type Misfit } from './fit.js';
import { fitPurchase } from './fit-purchase.js';
import { fitSale } from './fit-sale.js';
import type { TradeRules } from './trade-rules.js';

/** What is to be rounded; changes are above zero for purchases and below for sales, in smallest units of the account's currency. */
export interface Changes {
  /** By place, the residual product's own included. */
  readonly wanted: readonly bigint[];
  /** What purchases are to exceed sales by, charges included: the free money to invest, below 0 where money must be raised. */
  readonly net: bigint;
  /** What the residual product may do about what is left over. */
  readonly residualMay: { readonly buy: boolean; readonly sell: boolean };
  /** Whether money must be raised: no budget stands in the way, and no sale shrinks for want of a purchase. */
  readonly raises: boolean;
  /** Lots that are sold before others, by place. */
  readonly lotsFirst: ReadonlyMap<number, readonly string[]>;
}

/** Part of a change that is not made. */
export interface Drop {
  readonly place: number;
  readonly side: 'buy' | 'sell';
  /** Above zero. */
  readonly amount: bigint;
  readonly code: string;
}

/** Trades that can be made as they are. */
export interface RoundedTrades {
  /** By ascending place. */
  readonly fits: readonly Fit[];
  readonly charges: Charges;
  readonly drops: readonly Drop[];
}

/** A set of trades in the making. */
interface Draft {
  readonly occasion: Occasion;
  readonly changes: Changes;
  readonly rules: TradeRules;
  readonly caps: ReadonlyMap<number, bigint>;
  readonly fits: Map<number, Fit>;
  /** Why a change is not made, or not all of it. */
  readonly codes: Map<number, string>;
}

/**
 * Rounds changes to trades that are large enough and whose money adds up: what rounding and dropped trades leave over goes into the
 * residual product, however little, or stays money. Where it cannot, the largest trade on the other side shrinks.
 *
 * @param caps the most that single purchases may be, by place.
 */
export function roundTrades(
  occasion: Occasion,
  changes: Changes,
  rules: TradeRules,
  caps: ReadonlyMap<number, bigint>,
): RoundedTrades {
  const draft: Draft = { occasion, changes, rules, caps, fits: new Map(), codes: new Map() };
  changes.wanted.forEach((change, place) => {
    if (place !== rules.residual) setChange(draft, place, change);
  });
  matchMoney(draft);
  dropBeyondMost(draft);
  const fits = [...draft.fits.values()].sort((a, b) => a.place - b.place);
  const { account, inside } = occasion;
  return { fits, charges: chargesOf(fits, account, inside.policy), drops: dropsOf(draft) };
}

function setChange(draft: Draft, place: number, change: bigint): void {
  draft.fits.delete(place);
  const cap = draft.caps.get(place);
  const isCapped = cap !== undefined && change > cap;
  if (isCapped) draft.codes.set(place, 'rebalancing.cannot-be-paid');
  const possible = isCapped ? cap : change;
  if (possible === 0n) return;
  const fit =
    possible > 0n ? fitBuying(draft, place, possible) : fitSelling(draft, place, -possible);
  if (isFit(fit)) draft.fits.set(place, fit);
  else draft.codes.set(place, fit.dropped);
}

function fitBuying({ occasion, rules }: Draft, place: number, amount: bigint): Fit | Misfit {
  const isResidual = place === rules.residual;
  return fitPurchase(place, occasion.account.holdings[place]!, occasion.bounds[place]!, amount, {
    amountStep: isResidual ? 1n : rules.amountStep,
    minimum: isResidual ? 0n : rules.minimums[place]!,
  });
}

function fitSelling(draft: Draft, place: number, amount: bigint): Fit | Misfit {
  const { occasion, rules, changes } = draft;
  const isResidual = place === rules.residual;
  return fitSale(place, occasion.account.holdings[place]!, occasion.bounds[place]!, amount, {
    amountStep: isResidual ? 1n : rules.amountStep,
    minimum: isResidual ? 0n : rules.minimums[place]!,
    // Without a residual product a smaller sale would leave a purchase unpaid.
    rounding: changes.raises || isResidual || rules.residual < 0 ? 'up' : 'down',
    lots: saleRule(draft, place),
  });
}

/** The policy's order of lots, behind those that are sold first. */
function saleRule({ occasion, changes }: Draft, place: number): SaleRule {
  const { account, inside, desk, bounds } = occasion;
  const { method, tax } = inside.policy.lots;
  const lots = bounds[place]!.sellableLots ?? [];
  const order = account.history.lotOrder.get(account.holdings[place]!.id);
  const rule = {
    method,
    asOf: desk.asOf,
    ...(order === undefined
      ? {}
      : { order: order.filter((id) => lots.some((lot) => lot.id === id)) }),
    ...(tax === undefined ? {} : { tax }),
  };
  const first = changes.lotsFirst.get(place);
  if (first === undefined) return rule;
  const others = lots.filter(({ id }) => !first.includes(id));
  const rest = lotsInOrder(others, rule).map(({ lot }) => lot.id);
  return { ...rule, method: 'specific', order: [...first, ...rest] };
}

/** Money above zero is left over, below zero it is lacking. */
function moneyLeft({ occasion, changes, fits }: Draft): bigint {
  let left = changes.net - chargesOf(fits.values(), occasion.account, occasion.inside.policy).total;
  for (const { side, amount } of fits.values()) left += side === 'sell' ? amount : -amount;
  return left;
}

function matchMoney(draft: Draft): void {
  const { rules, changes, fits } = draft;
  // Each round makes a trade smaller by what is too much, so that a few per product are enough.
  for (let rounds = 8 * changes.wanted.length + 16; rounds > 0; rounds--) {
    setResidual(draft);
    const left = moneyLeft(draft);
    const canShrinkSales = rules.residual >= 0 && changes.residualMay.buy && !changes.raises;
    if (left === 0n || (left > 0n && !canShrinkSales)) return;
    const place = largestOf(fits, left > 0n ? 'sell' : 'buy', rules.residual);
    if (place === undefined) return;
    shrink(draft, place, sizeOf(left));
  }
}

/** The residual product takes what is left over as far as it can, the cost of its own sale included. */
function setResidual(draft: Draft): void {
  const { rules, changes, fits, occasion } = draft;
  const { residual } = rules;
  if (residual < 0) return;
  fits.delete(residual);
  const left = moneyLeft(draft);
  if (left > 0n && changes.residualMay.buy && occasion.bounds[residual]!.buyDates !== undefined) {
    setChange(draft, residual, left);
  }
  if (left >= 0n || !changes.residualMay.sell) return;
  const { value } = occasion.account.holdings[residual]!;
  const most = value - occasion.bounds[residual]!.low;
  let amount = -left;
  for (let tries = 0; tries < 4 && most > 0n; tries++) {
    setChange(draft, residual, -(amount < most ? amount : most));
    const lacking = -moneyLeft(draft);
    if (lacking <= 0n || amount >= most) return;
    amount += lacking;
  }
}

function shrink(draft: Draft, place: number, by: bigint): void {
  const { fits, codes } = draft;
  const { side, amount } = fits.get(place)!;
  const rest = amount - by;
  setChange(draft, place, rest <= 0n ? 0n : side === 'buy' ? rest : -rest);
  // A product's minimum holding may turn a smaller sale into a sale of everything again.
  if ((fits.get(place)?.amount ?? 0n) >= amount) fits.delete(place);
  codes.set(place, 'rebalancing.reduced');
}

function largestOf(
  fits: ReadonlyMap<number, Fit>,
  side: Fit['side'],
  residual: number,
): number | undefined {
  let found: Fit | undefined;
  for (const fit of fits.values()) {
    if (fit.side !== side || fit.place === residual) continue;
    const isLarger = found === undefined || fit.amount > found.amount;
    if (isLarger || (fit.amount === found!.amount && fit.place < found!.place)) found = fit;
  }
  return found?.place;
}

/** Gives the smallest trades up until no more are left than the policy allows. */
function dropBeyondMost(draft: Draft): void {
  const { fits, codes, rules, occasion } = draft;
  const { maxTrades } = occasion.inside.policy.trading;
  if (maxTrades === undefined) return;
  while (fits.size > maxTrades) {
    const others = [...fits.values()].filter(({ place }) => place !== rules.residual);
    const smallest = others.reduce<Fit | undefined>(
      (best, one) => (best === undefined || one.amount < best.amount ? one : best),
      undefined,
    );
    const place = smallest?.place ?? rules.residual;
    fits.delete(place);
    codes.set(place, 'rebalancing.max-trades');
    if (smallest === undefined) return;
    matchMoney(draft);
  }
}

/** What of the changes is not made. The residual product is there to differ from its own. */
function dropsOf({ changes, rules, fits, codes }: Draft): readonly Drop[] {
  return changes.wanted.flatMap((change, place): readonly Drop[] => {
    const fit = fits.get(place);
    if (change === 0n || (place === rules.residual && fit !== undefined)) return [];
    const side = change > 0n ? 'buy' : 'sell';
    const amount = sizeOf(change) - (fit?.side === side ? fit.amount : 0n);
    if (amount <= 0n) return [];
    const usual = place === rules.residual ? 'rebalancing.nothing-left' : 'rebalancing.cut-to-step';
    return [{ place, side, amount, code: codes.get(place) ?? usual }];
  });
}
