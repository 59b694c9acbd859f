import { compare, least, most } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { SaleRule } from '../lots/lot-state.js';
import { lotsInOrder } from '../lots/sell-lots.js';
import type { Occasion } from '../reach/situation.js';
import { chargesOf } from './charges.js';
import { type Fit, isFit, type Misfit } from './fit.js';
import { fitPurchase } from './fit-purchase.js';
import { fitSale } from './fit-sale.js';
import { isCoarse, stepIn } from './least-purchase.js';
import type { TradeRules } from './trade-rules.js';

/** What is to be rounded; changes are above zero for purchases and below for sales, in smallest units of the account's currency. */
export interface Changes {
  /** By place, the residual product's own included. */
  readonly wanted: readonly bigint[];
  /** The same if units need not be whole: numbers of them come as near to it as they can. */
  readonly sought: readonly bigint[];
  /** What purchases are to exceed sales by, charges included: the free money to invest, below 0 where money must be raised. */
  readonly net: bigint;
  /** What of the money to invest is set aside for charges of sales. */
  readonly charges: bigint;
  /** What the residual product may do about what is left over. */
  readonly residualMay: { readonly buy: boolean; readonly sell: boolean };
  /** Whether money must be raised: no budget stands in the way, and no sale shrinks for want of a purchase. */
  readonly raises: boolean;
  /** By place, what raising the money alone asks for; only where more is asked for and a budget may forbid that. */
  readonly least?: readonly bigint[];
  /** Lots that are sold before others, by place. */
  readonly lotsFirst: ReadonlyMap<number, readonly string[]>;
}

/** A set of trades in the making. */
export interface Draft {
  readonly occasion: Occasion;
  readonly changes: Changes;
  readonly rules: TradeRules;
  readonly caps: ReadonlyMap<number, bigint>;
  readonly fits: Map<number, Fit>;
  /** Why a change is not made, or not all of it. */
  readonly codes: Map<number, string>;
  /** Places whose sales are rounded up, so that no cap is passed. */
  readonly roundedUp: Set<number>;
}

/** Makes a change a trade that can be made, or none with the reason. */
export function setChange(draft: Draft, place: number, change: bigint): void {
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

function fitBuying({ occasion, rules, fits }: Draft, place: number, amount: bigint): Fit | Misfit {
  // What others leave over is taken however little; alone the residual product is bought as any other.
  const takesRest = place === rules.residual && fits.size > 0;
  return fitPurchase(place, occasion.account.holdings[place]!, occasion.bounds[place]!, amount, {
    amountStep: takesRest ? 1n : rules.amountSteps[place]!,
    minimum: takesRest ? 0n : rules.minimums.buy[place]!,
  });
}

/** Whether a sale between two steps goes to the larger. */
export function isRoundedUp(
  { occasion, rules, changes, roundedUp }: Draft,
  place: number,
): boolean {
  if (changes.raises || place === rules.residual || roundedUp.has(place)) return true;
  // Without a residual product a sale that is smaller by a unit would leave a purchase unpaid; steps are chosen together.
  const holding = occasion.account.holdings[place]!;
  return rules.residual < 0 && !isCoarse(holding, true, rules.amountSteps[place]!);
}

function fitSelling(draft: Draft, place: number, amount: bigint): Fit | Misfit {
  const { occasion, rules, fits } = draft;
  const isResidual = place === rules.residual;
  // Alone it is sold as any other as well, unless the money must be there.
  const isFree = isResidual && (fits.size > 0 || occasion.money.mustRaise);
  const lots = saleRule(draft, place);
  const sell = (rounding: 'up' | 'down'): Fit | Misfit =>
    fitSale(place, occasion.account.holdings[place]!, occasion.bounds[place]!, amount, {
      amountStep: isResidual ? 1n : rules.amountSteps[place]!,
      minimum: isFree ? 0n : rules.minimums.sell[place]!,
      rounding,
      lots,
    });
  const found = sell(isRoundedUp(draft, place) ? 'up' : 'down');
  const must = mustGo(draft, place);
  const isLeft = must > 0n && (!isFit(found) || found.amount < must);
  // What is above its most comes down to it by one step more where that is nearer.
  return isLeft && amount >= aboveMost(draft, place) ? sell('up') : found;
}

/** What of a holding is above its most and is brought down to it, to the nearest step, as far as it can be sold; where money is only raised, as much of it as that takes. */
export function mustGo(draft: Draft, place: number): bigint {
  const above = aboveMost(draft, place);
  if (above === 0n) return 0n;
  const { occasion, rules } = draft;
  const holding = occasion.account.holdings[place]!;
  const step = stepIn(holding, true, rules.amountSteps[place]!);
  const nearest = ((2n * above + step) / (2n * step)) * step;
  return step === 1n ? above : least(nearest, holding.value - occasion.bounds[place]!.low);
}

function aboveMost({ occasion, changes }: Draft, place: number): bigint {
  const { account, bounds, task } = occasion;
  const { value } = account.holdings[place]!;
  const { low, high } = bounds[place]!;
  if (value <= high) return 0n;
  const above = most(value - most(high, low), 0n);
  return task === 'raise' ? least(above, most(-changes.wanted[place]!, 0n)) : above;
}

/** The policy's order of lots, behind those that are sold first. */
function saleRule({ occasion, changes }: Draft, place: number): SaleRule {
  const { account, inside, desk, bounds } = occasion;
  const { tax } = account;
  const { method } = inside.policy.lots;
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

/** What is traded of a product: above zero bought, below sold. */
export function changeOf({ fits }: Draft, place: number): bigint {
  const fit = fits.get(place);
  if (fit === undefined) return 0n;
  return fit.side === 'buy' ? fit.amount : -fit.amount;
}

/** By place, what is traded beyond what was sought. */
export function apartIn(draft: Draft): Float64Array {
  const { sought } = draft.changes;
  const apart = new Float64Array(sought.length);
  for (let i = 0; i < apart.length; i++) apart[i] = Number(changeOf(draft, i) - sought[i]!);
  return apart;
}

/** Money above zero is left over, below zero it is lacking. */
export function moneyLeft({ occasion, changes, fits }: Draft): bigint {
  let left = changes.net - chargesOf(fits.values(), occasion.account).total;
  for (const { side, amount } of fits.values()) left += side === 'sell' ? amount : -amount;
  return left;
}

/** What holdings are worth by place once the trades are made, and what is invested then: them and free money. */
export function worthAfter({ occasion, changes, fits }: Draft): {
  readonly values: readonly bigint[];
  readonly whole: bigint;
} {
  const { account, money } = occasion;
  const values = account.holdings.map(({ value }) => value);
  let lost = chargesOf(fits.values(), account).total;
  for (const { place, side, amount, entryFee, spread } of fits.values()) {
    if (side === 'sell') {
      values[place]! -= amount;
      continue;
    }
    const { rate } = account.holdings[place]!;
    const paid = toAccount(entryFee, rate) + toAccount(spread, rate);
    values[place]! += amount - paid;
    lost += paid;
  }
  return { values, whole: money.investable + changes.charges - lost };
}

/** Trades of a side, the largest first, the residual product's left out. */
export function bySize({ fits, rules }: Draft, side: Fit['side']): readonly Fit[] {
  return [...fits.values()]
    .filter((fit) => fit.side === side && fit.place !== rules.residual)
    .sort((a, b) => compare(b.amount, a.amount) || a.place - b.place);
}
