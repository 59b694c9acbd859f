import { shareOf, sizeOf } from '../account/exact.js';
import type { Occasion } from '../reach/situation.js';
import { type Changes, type Drop, type RoundedTrades, roundTrades } from './round-trades.js';
import type { TradeRules } from './trade-rules.js';

/** Trades within the policy's budgets. */
export interface BudgetedTrades extends RoundedTrades {
  /** What all trades were scaled by; 1 where no budget binds. */
  readonly factor: number;
  /** Codes of the budgets that the unscaled trades exceed. */
  readonly exceeded: readonly string[];
}

/** Halvings of the factor; 2^-30 of a portfolio is nothing. */
const HALVINGS = 30;

/**
 * Scales all trades by one factor, the largest found, so that turnover, gains and tax stay within their budgets. Money that must be raised
 * is raised all the same.
 *
 * @param caps the most that single purchases may be, by place.
 */
export function withinBudgets(
  occasion: Occasion,
  changes: Changes,
  rules: TradeRules,
  caps: ReadonlyMap<number, bigint>,
): BudgetedTrades {
  const full = roundTrades(occasion, changes, rules, caps);
  const exceeded = exceededBy(occasion, full);
  if (exceeded.length === 0 || changes.raises) return { ...full, factor: 1, exceeded };
  let [low, high] = [0, 1];
  let best = roundTrades(occasion, scaled(changes, 0), rules, caps);
  for (let i = 0; i < HALVINGS; i++) {
    const factor = (low + high) / 2;
    const tried = roundTrades(occasion, scaled(changes, factor), rules, caps);
    if (exceededBy(occasion, tried).length > 0) {
      high = factor;
    } else {
      low = factor;
      best = tried;
    }
  }
  const drops = [...best.drops, ...cutBy(changes, low, exceeded[0]!)];
  return { ...best, drops, factor: low, exceeded };
}

function scaled(changes: Changes, factor: number): Changes {
  const { wanted, net } = changes;
  return {
    ...changes,
    wanted: wanted.map((change) => shareOf(change, factor)),
    net: net > 0n ? shareOf(net, factor) : net,
  };
}

function cutBy({ wanted }: Changes, factor: number, code: string): readonly Drop[] {
  return wanted.flatMap((change, place): readonly Drop[] => {
    const amount = sizeOf(change) - sizeOf(shareOf(change, factor));
    return amount <= 0n ? [] : [{ place, side: change > 0n ? 'buy' : 'sell', amount, code }];
  });
}

/** Codes of the budgets that trades exceed. */
function exceededBy(
  { account, inside, money }: Occasion,
  trades: RoundedTrades,
): readonly string[] {
  const { maxTurnover, gainBudget, taxBudget } = inside.policy.trading;
  const { charges, fits } = trades;
  const codes: string[] = [];
  if (maxTurnover !== undefined) {
    let traded = 0n;
    for (const { amount } of fits) traded += amount;
    const most = money.investable > 0n ? shareOf(money.investable, maxTurnover) : 0n;
    if (traded > 2n * most) codes.push('rebalancing.turnover');
  }
  const gains = account.history.realisedGains + charges.gain;
  if (gainBudget !== undefined && charges.gain > 0n && gains > gainBudget) {
    codes.push('rebalancing.gain-budget');
  }
  if (taxBudget !== undefined && charges.tax > taxBudget) codes.push('rebalancing.tax-budget');
  return codes;
}
