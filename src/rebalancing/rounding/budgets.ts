import { RATE_UNITS, rateUnits, shareOf, sizeOf } from '../account/exact.js';
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

/** Halvings of the factor; 2^-24 of a portfolio is nothing. */
const HALVINGS = 24;

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
  const attempt = (factor: number): RoundedTrades =>
    roundTrades(occasion, scaled(changes, factor), rules, caps);
  const isWithin = (trades: RoundedTrades): boolean => exceededBy(occasion, trades).length === 0;
  let [low, high] = [0, shareOfTurnover(occasion, full)];
  let best = attempt(high);
  if (isWithin(best)) {
    low = high;
  } else {
    best = attempt(0);
    for (let i = 0; i < HALVINGS; i++) {
      const factor = (low + high) / 2;
      const tried = attempt(factor);
      if (!isWithin(tried)) high = factor;
      else if (factor > NOTHING) [low, best] = [factor, tried];
      else break;
    }
  }
  const drops = [...best.drops, ...cutBy(changes, low, exceeded[0]!)];
  return { ...best, drops, factor: low, exceeded };
}

/** The factor that turnover alone allows; a little less than 1 where it allows everything. */
function shareOfTurnover({ inside, money }: Occasion, { fits }: RoundedTrades): number {
  const { maxTurnover } = inside.policy.trading;
  if (maxTurnover === undefined) return ALMOST_ALL;
  let traded = 0n;
  for (const { amount } of fits) traded += amount;
  if (traded === 0n || money.investable <= 0n) return ALMOST_ALL;
  return Math.min(1, (2 * maxTurnover * Number(money.investable)) / Number(traded)) * ALMOST_ALL;
}

/** A factor below this leaves cents to trade. */
const NOTHING = 1e-6;

/** Rounding must not lift a share above its limit again. */
const ALMOST_ALL = 1 - 1e-9;

function scaled(changes: Changes, factor: number): Changes {
  const { wanted, net } = changes;
  return {
    ...changes,
    wanted: wanted.map((change) => shareOf(change, factor)),
    net: shareOf(net, factor),
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
    const most = money.investable > 0n ? 2n * money.investable * rateUnits(maxTurnover) : 0n;
    if (traded * RATE_UNITS > most) codes.push('rebalancing.turnover');
  }
  const gains = account.history.realisedGains + charges.gain;
  if (gainBudget !== undefined && charges.gain > 0n && gains > gainBudget) {
    codes.push('rebalancing.gain-budget');
  }
  if (taxBudget !== undefined && charges.tax > taxBudget) codes.push('rebalancing.tax-budget');
  return codes;
}
