import { AptfolioError } from '../../errors/index.js';
import { spreadUnits } from '../account/dealing-spread.js';
import {
  atScale,
  divideHalfEven,
  divideUp,
  least,
  powerOfTen,
  sizeOf,
  valueOfUnits,
} from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import { exitFeeOfSale } from '../lots/exit-fee-of-sale.js';
import type { DoneSale, SaleRule } from '../lots/lot-state.js';
import { sellLots, sellUnits } from '../lots/sell-lots.js';
import type { Bound } from '../reach/bounds.js';
import { CUT_TO_STEP, type Fit, type Misfit } from './fit.js';

/** What of a sale depends on policy and day. */
export interface SaleRules {
  readonly amountStep: bigint;
  readonly minimum: bigint;
  /** Whether an amount between two steps goes to the larger: money must be raised. */
  readonly rounding: 'up' | 'down';
  readonly lots: SaleRule;
}

/**
 * A sale near an amount, in steps and whole units, that leaves nothing or at least the product's minimum holding. A sale of everything
 * need not be a multiple of any step.
 *
 * @param amount above zero, in smallest units of the account's currency.
 */
export function fitSale(
  place: number,
  holding: Holding,
  bound: Bound,
  amount: bigint,
  rules: SaleRules,
): Fit | Misfit {
  const tooSmall = amount < rules.minimum ? 'rebalancing.below-minimum-trade' : CUT_TO_STEP;
  const wanted = localSale(holding, bound, amount, rules);
  const local = keepMinimum(holding, bound, wanted, rules);
  if (local <= 0n) {
    return { dropped: wanted > 0n ? 'rebalancing.below-minimum-holding' : tooSmall };
  }
  const sold = sell(holding, bound, local, rules);
  if (sold.local < holding.minimumRedemption && sold.local < holding.local) {
    if (local < wanted) return { dropped: 'rebalancing.below-minimum-holding' };
    const isCut = wanted >= holding.minimumRedemption;
    return { dropped: isCut ? CUT_TO_STEP : 'rebalancing.below-minimum-redemption' };
  }
  const received = toAccount(sold.local, holding.rate);
  if (received < rules.minimum || received === 0n) {
    return { dropped: local < wanted ? 'rebalancing.below-minimum-holding' : tooSmall };
  }
  const { exitFee, sale } = exitFeeOfSale(sold.sale, sold.local, holding, rules.lots.asOf);
  return {
    place,
    side: 'sell',
    amount: least(received, holding.value),
    local: sold.local,
    units: sold.units,
    entryFee: 0n,
    exitFee,
    spread: spreadUnits(holding.item.product, sold.local, holding.currency),
    sale,
  };
}

/** The amount in the product's currency, in steps of the policy, and no more than can be sold. */
function localSale(
  holding: Holding,
  { sellable }: Bound,
  amount: bigint,
  { amountStep, rounding }: SaleRules,
): bigint {
  const { value, local, rate } = holding;
  if (amount >= value && sellable >= local) return local;
  const down = amount - (amount % amountStep);
  const stepped = rounding === 'up' && down < amount ? down + amountStep : down;
  const divide = rounding === 'up' ? divideUp : divideHalfEven;
  const exact = stepped >= value ? local : divide(stepped * rate.under, rate.over);
  if (exact <= sellable) return exact;
  const most = toAccount(sellable, rate);
  const within = most - (most % amountStep);
  return amountStep === 1n ? sellable : least(sellable, (within * rate.under) / rate.over);
}

/** What stays must be nothing or the product's minimum: the nearer of both to what was wanted. */
function keepMinimum(
  { local, minimumHolding, rate }: Holding,
  { sellable }: Bound,
  wanted: bigint,
  { amountStep }: SaleRules,
): bigint {
  const rest = local - wanted;
  if (rest === 0n || rest >= minimumHolding || wanted <= 0n) return wanted;
  const room = local - minimumHolding;
  const inSteps = room <= 0n ? 0n : stepsOf(toAccount(room, rate), amountStep);
  const less = amountStep === 1n ? room : (inSteps * rate.under) / rate.over;
  const smaller = less > 0n ? less : 0n;
  const canSellAll = sellable === local;
  return canSellAll && sizeOf(local - wanted) < sizeOf(wanted - smaller) ? local : smaller;
}

function stepsOf(amount: bigint, step: bigint): bigint {
  return amount - (amount % step);
}

interface Sold {
  readonly local: bigint;
  readonly units: bigint | undefined;
  readonly sale: DoneSale | undefined;
}

/** Takes the amount from the lots, in whole units where the product trades in them. */
function sell(holding: Holding, bound: Bound, local: bigint, rules: SaleRules): Sold {
  const isWhole = holding.item.unitStep !== undefined && holding.price !== undefined;
  if (!isWhole || local === holding.local) return sellAmount(holding, bound, local, rules);
  const units = wholeUnits(holding, local, rules.rounding);
  if (isBeyond(holding, units) && bound.sellable === holding.local) {
    return sellAmount(holding, bound, holding.local, rules);
  }
  const sold = sellWhole(holding, bound, units, rules);
  const rest = holding.local - sold.local;
  const isFine = sold.local <= bound.sellable && (rest === 0n || rest >= holding.minimumHolding);
  return isFine ? sold : sellWhole(holding, bound, wholeUnits(holding, local, 'down'), rules);
}

function sellAmount(holding: Holding, bound: Bound, local: bigint, rules: SaleRules): Sold {
  const sale =
    bound.sellableLots === undefined
      ? undefined
      : done(sellLots(bound.sellableLots, local, rules.lots));
  return { local, units: sale?.units ?? unitsOf(holding, local), sale };
}

/** The units of an amount in whole steps. */
export function wholeUnits(
  { item, price, unitScale, digits }: Holding,
  local: bigint,
  rounding: 'up' | 'down',
): bigint {
  const step = atScale(item.unitStep!, unitScale);
  const worth = price!.digits * powerOfTen(digits) * step;
  const scaled = local * powerOfTen(unitScale + price!.scale);
  return (rounding === 'up' ? divideUp(scaled, worth) : scaled / worth) * step;
}

/** Whether so many units, rounded up, are more than there are: then all that there are go, whole lots or not. */
function isBeyond({ units, price, unitScale, digits, local }: Holding, wanted: bigint): boolean {
  if (units !== undefined) return wanted > units;
  return valueOfUnits(wanted, unitScale, price!, digits) > local;
}

/** Sells a number of units; no more than the free lots have. */
function sellWhole(holding: Holding, bound: Bound, units: bigint, rules: SaleRules): Sold {
  const { item, price, unitScale, digits } = holding;
  const lots = bound.sellableLots;
  if (lots === undefined || holding.units === undefined) {
    const local = least(valueOfUnits(units, unitScale, price!, digits), holding.local);
    return { ...sellAmount(holding, bound, local, rules), units };
  }
  const available = lots.reduce((sum, lot) => sum + (lot.units ?? 0n), 0n);
  const step = atScale(item.unitStep!, unitScale);
  const most = units <= available ? units : available - (available % step);
  const sale = done(sellUnits(lots, most, rules.lots));
  return { local: sale.value, units: most, sale };
}

function unitsOf({ units, local }: Holding, sold: bigint): bigint | undefined {
  return units === undefined || local === 0n ? undefined : divideHalfEven(units * sold, local);
}

/** What can be sold was counted lot by lot before, so that there is always enough. */
function done(sale: ReturnType<typeof sellLots>): DoneSale {
  if (sale.status === 'sold') return sale;
  throw new AptfolioError('inconsistent', 'account.positions', 'lots that can be sold');
}
