import { mostOn } from '../../products/index.js';
import type { RebalancingAccount } from '../account/account.js';
import type { RuleCheck } from '../result/result.js';
import type { Trade } from '../result/trade.js';
import { checkCaps } from './check-caps.js';
import { asNumber, check, type Evidence, inAccount, unitsIn, unitsOf } from './evidence.js';
import type { TradeRow } from './trade-row.js';

/** The most that may be held, traded, gained and paid; only what the policy or a product limits is listed. */
export function checkLimits(evidence: Evidence, rows: readonly TradeRow[]): readonly RuleCheck[] {
  return [
    ...checkWeights(evidence),
    ...checkCaps(evidence),
    ...checkHoldings(rows),
    ...checkDays(evidence, rows),
    ...checkBudgets(evidence, rows),
  ];
}

/** Weights come from divisions. */
const ROUNDING = 1e-9;

/** What was above its most and is not bought, because it cannot be sold or nothing is traded, is no fault of the trades. */
function checkWeights({ policy, after, trades }: Evidence): readonly RuleCheck[] {
  return Object.entries(policy.trading?.maxWeight ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([product, most]) => {
      const over = (after.weights[product] ?? 0) - most - ROUNDING;
      const isBought = trades.some((trade) => trade.product === product && trade.side === 'buy');
      return over > 0 && !isBought
        ? check(`max-weight-not-worsened:${product}`, 0)
        : check(`max-weight:${product}`, over);
    });
}

function checkHoldings(rows: readonly TradeRow[]): readonly RuleCheck[] {
  const checks: RuleCheck[] = [];
  for (const { trade, product, currency, local, held } of rows) {
    if (trade.side === 'sell' || product.maximumHolding === undefined) continue;
    const over = held + local - unitsOf(product.maximumHolding, currency);
    checks.push(check(`maximum-holding:${trade.product}`, asNumber(over, currency)));
  }
  return checks;
}

function checkDays(evidence: Evidence, rows: readonly TradeRow[]): readonly RuleCheck[] {
  const checks: RuleCheck[] = [];
  for (const { trade, product, currency, local } of rows) {
    if (product.dealing === undefined) continue;
    const limit = mostOn(product, trade.side, trade.dealsOn);
    if (limit === undefined) continue;
    const done = evidence.account.tradedToday?.[trade.product];
    const before = trade.side === 'buy' ? done?.bought : done?.redeemed;
    const earlier = before === undefined ? 0n : unitsIn(before);
    const over = local + earlier + orderedFor(evidence, trade) - unitsOf(limit, currency);
    checks.push(check(`daily-limit:${trade.product}`, asNumber(over, currency)));
  }
  return checks;
}

/** What was ordered before for the dealing day of a trade. */
function orderedFor({ account, desk }: Evidence, { product, side, dealsOn }: Trade): bigint {
  let sum = 0n;
  for (const order of account.openOrders ?? []) {
    const on = order.dealsOn ?? order.orderOn ?? desk.asOf;
    if (order.product === product && order.side === side && on === dealsOn) {
      sum += unitsIn(order.amount);
    }
  }
  return sum;
}

function checkBudgets(evidence: Evidence, rows: readonly TradeRow[]): readonly RuleCheck[] {
  const { account, policy, trades, costs, investable, value } = evidence;
  const { maxTurnover, maxTrades, gainBudget, taxBudget } = policy.trading ?? {};
  const { openOrders = [] } = account;
  const checks: RuleCheck[] = [];
  if (maxTurnover !== undefined) {
    // What was ordered before is no fault of trades that there are none of.
    const earlier = trades.length === 0 ? [] : openOrders;
    const before = earlier.reduce(
      (sum, { amount }) => sum + inAccount(unitsIn(amount), amount.currency, evidence),
      0n,
    );
    const traded = rows.reduce((sum, { amount }) => sum + amount, before);
    // Where all is to be paid out nothing is left to measure by but the whole.
    const invested = unitsIn(investable);
    const whole = invested > 0n ? invested : unitsIn(value);
    const share = traded === 0n ? 0 : Number(traded) / 2 / Number(whole);
    const most = invested > 0n ? maxTurnover : 0;
    checks.push(check('max-turnover', share - most - ROUNDING));
  }
  if (maxTrades !== undefined) {
    const count = trades.length === 0 ? 0 : trades.length + openOrders.length;
    checks.push(check('max-trades', count - maxTrades));
  }
  if (gainBudget !== undefined && account.tax !== 'none') {
    const gains = gainsOf(evidence, trades);
    const all = gains + realisedIn(account);
    const over = gains > 0n ? all - unitsIn(gainBudget) : 0n;
    checks.push(check('gain-budget', asNumber(over, account.currency)));
  }
  if (taxBudget !== undefined && account.tax !== 'none') {
    const tax = unitsIn(costs.tax);
    const over = tax > 0n ? tax + evidence.taxUnderWay - unitsIn(taxBudget) : 0n;
    checks.push(check('tax-budget', asNumber(over, account.currency)));
  }
  return checks;
}

function realisedIn({ realisedGains }: RebalancingAccount): bigint {
  if (realisedGains === undefined) return 0n;
  if ('amount' in realisedGains) return unitsIn(realisedGains);
  const { short, long } = realisedGains;
  return (short === undefined ? 0n : unitsIn(short)) + (long === undefined ? 0n : unitsIn(long));
}

function gainsOf(evidence: Evidence, trades: readonly Trade[]): bigint {
  let sum = 0n;
  for (const { lots, local } of trades) {
    for (const { gain } of lots) {
      if (gain !== undefined) sum += inAccount(unitsIn(gain), local.currency, evidence);
    }
  }
  return sum;
}
