import { minorDigits } from '../../money/index.js';
import { inUnits, most, RATE_UNITS, rateUnits, shareOf } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { CompiledSize } from '../policy/read-minimums.js';
import type { CompiledTrading } from '../policy/read-trading-rules.js';
import type { Occasion } from '../reach/situation.js';

/** The least purchases and the least sales, by the places of the holdings. */
export interface Minimums {
  readonly buy: readonly bigint[];
  readonly sell: readonly bigint[];
}

/** What trades are rounded to and what is too small to trade; amounts in smallest units of the account's currency. */
export interface TradeRules {
  /** The least trade of each holding by side, by place. */
  readonly minimums: Minimums;
  /** What amounts are multiples of by the policy, by place; 1 where units are whole, which go by their own. */
  readonly amountSteps: readonly bigint[];
  /** The place of the product that takes what is left over; −1 if it stays money. */
  readonly residual: number;
  /** The most that purchases and sales may come to together; absent where turnover is not limited. */
  readonly mostTraded: bigint | undefined;
  /** How many trades may still be made; absent where there is no most. */
  readonly maxTrades: number | undefined;
}

/** What the policy says of the trades of an account. */
export function tradeRulesOf({ account, inside, money }: Occasion): TradeRules {
  const { trading, residualProduct } = inside.policy;
  const { amountStep, maxTurnover, maxTrades } = trading;
  const underWay = underWayIn(account);
  const whole = most(money.investable, 0n);
  const least = minimumsFor('buy', account, trading, whole);
  return {
    minimums: {
      buy: wholeSteps(account, least),
      sell: trading.hasSides ? minimumsFor('sell', account, trading, whole) : least,
    },
    amountSteps: amountStepsOf(account, amountStep),
    residual: account.holdings.findIndex(({ id }) => id === residualProduct),
    mostTraded:
      maxTurnover === undefined
        ? undefined
        : most((2n * whole * rateUnits(maxTurnover)) / RATE_UNITS - underWay.amount, 0n),
    maxTrades: maxTrades === undefined ? undefined : Math.max(0, maxTrades - underWay.count),
  };
}

function amountStepsOf(
  { holdings, currency }: ReadAccount,
  amountStep: CompiledTrading['amountStep'],
): readonly bigint[] {
  const usual =
    amountStep === undefined ? 1n : most(1n, inUnits(amountStep, minorDigits(currency), 'up'));
  return holdings.map(({ item, price }) =>
    item.unitStep !== undefined && price !== undefined ? 1n : usual,
  );
}

function minimumsFor(
  side: 'buy' | 'sell',
  { holdings }: ReadAccount,
  { minimumTrade, minimumTradeOf }: CompiledTrading,
  whole: bigint,
): readonly bigint[] {
  const sizeOf = ({ amount, share }: CompiledSize): bigint =>
    most(amount, share === 0 ? 0n : shareOf(whole, share));
  const usual = sizeOf(minimumTrade[side]);
  if (minimumTradeOf.size === 0) return holdings.map(() => usual);
  return holdings.map(({ id }) => {
    const own = minimumTradeOf.get(id);
    return own === undefined ? usual : sizeOf(own[side]);
  });
}

/**
 * To what is held no less is added than a step: where terms would let less be bought, one order cannot come to the amount that is wanted, and every look
 * would add a little more.
 */
function wholeSteps({ holdings }: ReadAccount, minimums: readonly bigint[]): readonly bigint[] {
  return minimums.map((minimum, i) => {
    const { item, value, step, minimumPurchase, rate } = holdings[i]!;
    if (value === 0n || item.unitStep !== undefined || step <= minimumPurchase) return minimum;
    return most(minimum, toAccount(step, rate));
  });
}

/** Orders under way count as trades of today's run. */
function underWayIn({ holdings }: ReadAccount): {
  readonly count: number;
  readonly amount: bigint;
} {
  let count = 0;
  let amount = 0n;
  for (const { orders, rate } of holdings) {
    for (const order of orders) {
      count++;
      amount += toAccount(order.amount, rate);
    }
  }
  return { count, amount };
}
