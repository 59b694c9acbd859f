import { most } from '../account/exact.js';
import { toAccount, toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Purchases, Sales } from '../reach/allowed.js';
import type { Bound } from '../reach/bounds.js';
import type { Occasion } from '../reach/situation.js';
import { isFit } from './fit.js';
import { fitPurchase } from './fit-purchase.js';
import { leastPurchase, worthOfLot } from './least-purchase.js';
import { isRedeemable, leastSale } from './least-sale.js';
import type { TradeRules } from './trade-rules.js';

/** What can be bought and sold; what is too small to be traded, or takes the rest, may be wanted all the same. */
export function purchasesOf(occasion: Occasion, rules: TradeRules): Purchases {
  const { account, bounds, money, inside } = occasion;
  const { residual, minimums, amountSteps } = rules;
  // Where money must be raised, or few trades are chosen, the residual product gives as well as takes.
  const takesRest = money.mustRaise || inside.policy.trading.fewestTrades;
  const canBe = (place: number, amount: bigint, step: bigint): boolean => {
    const policy = { amountStep: step, minimum: 0n };
    return isFit(fitPurchase(place, account.holdings[place]!, bounds[place]!, amount, policy));
  };
  return {
    isPossible: (place, amount) =>
      (place === residual && takesRest) ||
      amount < minimums.buy[place]! ||
      // Whole units are rounded to the nearest number.
      canBe(place, amount + halfLot(account.holdings[place]!), 1n),
    isCounted: (place, amount) => {
      const { item, minimumPurchase, rate } = account.holdings[place]!;
      return item.unitStep !== undefined && toLocal(amount, rate) >= minimumPurchase;
    },
    leastOf: (place) => {
      const amountStep = amountSteps[place]!;
      const amount = leastPurchase(account.holdings[place]!, minimums.buy[place]!, amountStep);
      return canBe(place, amount, amountStep) ? amount : undefined;
    },
    // Where money must be raised, sales that are too small for it grow.
    sales: money.mustRaise ? undefined : salesOf(occasion, rules),
  };
}

function salesOf({ account, bounds }: Occasion, rules: TradeRules): Sales {
  const { residual, minimums, amountSteps } = rules;
  return {
    isPossible: (place, amount) => {
      const holding = account.holdings[place]!;
      if (place === residual || amount < minimums.sell[place]!) return true;
      const sold = amount + halfLot(holding);
      return isRedeemable(holding, sold) && !isHeldFast(holding, bounds[place]!, sold);
    },
    leastOf: (place) => {
      const holding = account.holdings[place]!;
      const amount = leastSale(holding, minimums.sell[place]!, amountSteps[place]!);
      return amount <= holding.value - bounds[place]!.low ? amount : undefined;
    },
  };
}

/**
 * Whether a sale can neither be cut to what leaves the minimum holding, which is below the least redemption, nor become one of everything, which cannot be sold or is
 * further from what is wanted.
 */
function isHeldFast(holding: Holding, { sellable }: Bound, amount: bigint): boolean {
  const { local, minimumHolding, minimumRedemption, rate } = holding;
  const sold = toLocal(amount, rate);
  const room = most(local - minimumHolding, 0n);
  if (sold <= room || sold >= local || room >= most(minimumRedemption, 1n)) return false;
  return sellable < local || local - sold >= sold - room;
}

/** Half of the least number of units, in smallest units of the account's currency; 0 where they need not be whole. */
function halfLot(holding: Holding): bigint {
  const lot = worthOfLot(holding);
  return lot === undefined ? 0n : toAccount(lot / 2n, holding.rate);
}
