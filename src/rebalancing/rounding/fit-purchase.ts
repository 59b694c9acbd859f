import { entryFeeUnits, entryPaymentUnits } from '../../products/index.js';
import { spreadUnits } from '../account/dealing-spread.js';
import { atScale, divideHalfEven, least, powerOfTen, valueOfUnits } from '../account/exact.js';
import { toAccount, toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Bound } from '../reach/bounds.js';
import { CUT_TO_STEP, type Fit, type Misfit } from './fit.js';

/** What of a purchase depends on the policy. */
export interface PurchaseRules {
  readonly amountStep: bigint;
  /** Trades below this are not made. */
  readonly minimum: bigint;
}

/**
 * The largest purchase up to an amount: a multiple of the policy's step, at least the product's minimum and in its steps or whole
 * units. One whose fee takes all of it buys nothing and is not made.
 *
 * @param amount above zero, in smallest units of the account's currency, entry fee included.
 */
export function fitPurchase(
  place: number,
  holding: Holding,
  bound: Bound,
  amount: bigint,
  { amountStep, minimum }: PurchaseRules,
): Fit | Misfit {
  const { rate, item } = holding;
  const stepped = amount - (amount % amountStep);
  const affordable = toLocal(stepped, rate);
  const most = bound.buyable === undefined ? affordable : least(affordable, bound.buyable);
  const step = rate.over === rate.under ? amountStep : 1n;
  const bought =
    item.unitStep === undefined ? bySteps(holding, most, step) : byUnits(holding, most);
  if (bought === undefined) {
    const isCut = toLocal(amount, rate) >= holding.minimumPurchase || isStepAlone(holding);
    if (amount < minimum) return { dropped: 'rebalancing.below-minimum-trade' };
    return { dropped: isCut ? CUT_TO_STEP : 'rebalancing.below-minimum-purchase' };
  }
  const paid = toAccount(bought.local, rate);
  if (paid < minimum || paid === 0n) {
    return { dropped: amount < minimum ? 'rebalancing.below-minimum-trade' : CUT_TO_STEP };
  }
  const net = bought.local - bought.fee;
  const spread = spreadUnits(item.product, bought.local, holding.currency, net);
  if (net <= spread) return { dropped: 'rebalancing.fee-takes-all' };
  return {
    place,
    side: 'buy',
    amount: paid,
    local: bought.local,
    units: bought.units,
    entryFee: bought.fee,
    exitFee: 0n,
    spread,
    sale: undefined,
  };
}

/** Whether the least purchase is no minimum of the product's own but a step of it. */
function isStepAlone({ minimumPurchase, step, item }: Holding): boolean {
  return item.unitStep === undefined && step > 1n && minimumPurchase === step + 1n;
}

interface Bought {
  readonly local: bigint;
  readonly fee: bigint;
  readonly units: bigint | undefined;
}

/** The product's minimum and whole steps above it, and a multiple of the policy's step if there is one. */
function bySteps(holding: Holding, most: bigint, amountStep: bigint): Bought | undefined {
  const { minimumPurchase, step, entryFees, currency } = holding;
  const above = most - minimumPurchase;
  if (above < 0n || most <= 0n) return undefined;
  const both = inBothSteps(holding, most, amountStep);
  if (both === undefined && amountStep > 1n && haveMultiples(holding, amountStep)) return undefined;
  const local = both ?? most - (above % step);
  const fee = entryFeeUnits(entryFees, local, currency);
  return { local, fee, units: unitsBought(holding, local - fee) };
}

/** Whether what the terms let be bought has multiples of the policy's step in it: then nothing else is bought. */
function haveMultiples({ minimumPurchase, step }: Holding, amountStep: bigint): boolean {
  let [divisor, rest] = [amountStep, step];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return minimumPurchase % divisor === 0n;
}

/** So many multiples are tried; where steps are no whim, one fits among the first few or none does. */
const MULTIPLES = 1000;

function inBothSteps(
  { minimumPurchase, step }: Holding,
  most: bigint,
  amountStep: bigint,
): bigint | undefined {
  let amount = most - (most % amountStep);
  for (let tries = 0; tries < MULTIPLES && amount >= minimumPurchase && amount > 0n; tries++) {
    if ((amount - minimumPurchase) % step === 0n) return amount;
    if (amountStep === 1n) return undefined;
    amount -= amountStep;
  }
  return undefined;
}

/** What a purchase brings where the price is known and units need not be whole. */
function unitsBought(
  { price, unitScale, digits, units }: Holding,
  net: bigint,
): bigint | undefined {
  if (price === undefined || units === undefined) return undefined;
  return divideHalfEven(
    net * powerOfTen(unitScale + price.scale),
    price.digits * powerOfTen(digits),
  );
}

/** The most whole units whose price and entry fee together stay within the most; at the edge of a tier, those that a payment below it leaves. */
function byUnits(holding: Holding, most: bigint): Bought | undefined {
  const { item, entryFees, price, unitScale, digits, minimumPurchase, currency } = holding;
  const step = atScale(item.unitStep!, unitScale);
  const each = price!.digits * powerOfTen(digits);
  const whole = powerOfTen(unitScale + price!.scale);
  for (let limit = most; limit > 0n; ) {
    const affordable = ((limit - entryFeeUnits(entryFees, limit, currency)) * whole) / each;
    const units = affordable - (affordable % step);
    if (units <= 0n) return undefined;
    const net = valueOfUnits(units, unitScale, price!, digits);
    const local = entryPaymentUnits(entryFees, net, currency);
    if (local < minimumPurchase) return undefined;
    const fee = entryFeeUnits(entryFees, local, currency);
    if (local - fee === net) return { local, fee, units };
    limit = local - 1n;
  }
  return undefined;
}
