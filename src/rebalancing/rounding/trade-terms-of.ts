import { compare, most, sizeOf } from '../account/exact.js';
import { toAccount, toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { TradeTerms } from '../reach/allowed.js';
import type { Occasion } from '../reach/situation.js';
import { isFit } from './fit.js';
import { fitPurchase } from './fit-purchase.js';
import { leastPurchase, worthOfLot } from './least-purchase.js';
import { leastSale, leavesTooLittle, mostLeaving } from './least-sale.js';
import type { TradeRules } from './trade-rules.js';

/** What can be bought and sold; what is too small to be traded may be wanted all the same. */
export function tradeTermsOf(occasion: Occasion, rules: TradeRules): TradeTerms {
  const { account, bounds } = occasion;
  const { minimums, amountSteps } = rules;
  const canBe = (place: number, amount: bigint, step: bigint): boolean => {
    const policy = { amountStep: step, minimum: 0n };
    return isFit(fitPurchase(place, account.holdings[place]!, bounds[place]!, amount, policy));
  };
  return {
    isPossible: (place, amount) =>
      !isPartOfStep(account.holdings[place]!, amount) &&
      (amount < minimums.buy[place]! ||
        // Whole units are rounded to the nearest number.
        canBe(place, amount + halfLot(account.holdings[place]!), 1n)),
    isCounted: (place, amount) => {
      const { item, minimumPurchase, rate } = account.holdings[place]!;
      return item.unitStep !== undefined && toLocal(amount, rate) >= minimumPurchase;
    },
    leastOf: (place) => {
      const amountStep = amountSteps[place]!;
      const amount = leastPurchase(account.holdings[place]!, minimums.buy[place]!, amountStep);
      return canBe(place, amount, amountStep) ? amount : undefined;
    },
    soldInstead: (place, amount) => soldInstead(occasion, rules, place, amount),
  };
}

/** Whether so much is less than a step of what is held, to which no less is added. */
function isPartOfStep(
  { value, item, step, minimumPurchase, rate }: Holding,
  amount: bigint,
): boolean {
  if (value === 0n || item.unitStep !== undefined || step <= minimumPurchase) return false;
  return toLocal(amount, rate) < step;
}

/**
 * What may be sold instead of what is below the least redemption, nothing or the least, or of what would leave too little of the product: as much as leaves its minimum, or else
 * nothing, or all. The nearest comes first.
 */
function soldInstead(
  { account, bounds }: Occasion,
  { minimums, amountSteps }: TradeRules,
  place: number,
  amount: bigint,
): readonly bigint[] {
  const holding = account.holdings[place]!;
  const { value, minimumHolding, minimumRedemption } = holding;
  const minimum = minimums.sell[place]!;
  if (minimumHolding === 0n && minimumRedemption === 0n) return [];
  if (amount < minimum || amount >= value) return [];
  const { low } = bounds[place]!;
  const half = halfLot(holding);
  const least = leastSale(holding, most(minimum, 1n), amountSteps[place]!);
  if (leavesTooLittle(holding, amount - half)) {
    const room = mostLeaving(holding, amountSteps[place]!);
    const some = room >= least && least < value ? room : 0n;
    return nearestFirst(low > 0n ? [some] : [some, value], amount);
  }
  if (toLocal(amount + half, holding.rate) >= minimumRedemption) return [];
  if (least > value - low) return [0n];
  // What is off by the rounding of weights alone was meant.
  return least - amount <= BigInt(account.holdings.length) ? [least, 0n] : [0n, least];
}

function nearestFirst(amounts: readonly bigint[], wanted: bigint): readonly bigint[] {
  return [...amounts].sort((a, b) => compare(sizeOf(a - wanted), sizeOf(b - wanted)));
}

/** Half of the least number of units, in smallest units of the account's currency; 0 where they need not be whole. */
function halfLot(holding: Holding): bigint {
  const lot = worthOfLot(holding);
  return lot === undefined ? 0n : toAccount(lot / 2n, holding.rate);
}
