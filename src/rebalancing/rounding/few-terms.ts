import { divideUp, most } from '../account/exact.js';
import type { FewTerms } from '../reach/few-goals.js';
import type { Occasion } from '../reach/situation.js';
import { leastSale } from './least-sale.js';
import type { TradeRules } from './trade-rules.js';

/** What the trades among which the fewest are sought may come to, by the policy's minimums and the products' own. */
export function fewTermsOf({ account, bounds }: Occasion, rules: TradeRules): FewTerms {
  const { minimums, amountSteps } = rules;
  const leastSold = (place: number): bigint => most(minimums.sell[place]!, 1n);
  return {
    leastBought: (place) => minimums.buy[place]!,
    leastSold,
    leftOf: (place) => {
      const holding = account.holdings[place]!;
      const { value, minimumHolding, rate } = holding;
      const { low } = bounds[place]!;
      const sold = leastSale(holding, leastSold(place), amountSteps[place]!);
      const least = most(low, divideUp(minimumHolding * rate.over, rate.under));
      const ranges = low === 0n && value >= leastSold(place) ? [{ low: 0n, high: 0n }] : [];
      if (sold < value && least <= value - sold) ranges.push({ low: least, high: value - sold });
      return ranges;
    },
  };
}
