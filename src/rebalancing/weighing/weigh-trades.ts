import { checkNumber, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoney,
  toMinorUnits,
} from '../../money/index.js';
import { amountAtRate } from '../lots/exact-rate.js';
import type { WeighingRules } from '../policy/policy.js';
import type { TradingCosts } from '../result/trade.js';
import { readCosts } from './trading-costs.js';

/** What trades cost and what they bring. */
export interface WeighingQuestion<C extends CurrencyCode = CurrencyCode>
  extends Pick<WeighingRules, 'years' | 'gate'> {
  /** All in the currency of `value`. */
  readonly costs: TradingCosts<C>;
  /** Certainty-equivalent annual returns before and after the trades, decimal fractions. */
  readonly utilityBefore: number;
  readonly utilityAfter: number;
  /** What the returns are earned on, above 0. */
  readonly value: Money<C>;
}

/** Whether trades are worth what they cost, with both numbers. */
export interface Weighing<C extends CurrencyCode = CurrencyCode> {
  readonly decision: 'trade' | 'hold';
  /** (utility after − utility before) × value × years, half-even; below 0 for a loss. */
  readonly gain: Money<C>;
  readonly cost: Money<C>;
  /** Gain less cost. */
  readonly advantage: Money<C>;
  readonly reasons: readonly Reason[];
}

/**
 * Weighs what trades bring against all that they cost: they are made only if the gain is the greater.
 *
 * The gain is in certainty-equivalent: the sure annual return that is worth as much to the client as the portfolio, after less
 * before. With the gate `always` the trades are made all the same, and the reason says that they cost more.
 *
 * @throws AptfolioError `inconsistent` for costs whose total is not their sum, and as the checks of each field.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { weighTrades } from 'aptfolio/rebalancing';
 *
 * const none = money('CNY', '0');
 * const costs = {
 *   entry: money('CNY', '60'), exit: money('CNY', '40'), spread: none, exchange: none, tax: none, outOfMarket: none,
 *   total: money('CNY', '100'),
 * };
 * const question = { costs, utilityBefore: 0.031, utilityAfter: 0.032, value: money('CNY', '90000') };
 * weighTrades(question).decision; // => 'hold'
 * weighTrades(question).gain.amount; // => '90.00'
 * weighTrades({ ...question, years: 2 }).decision; // => 'trade'
 * ```
 */
export function weighTrades<C extends CurrencyCode>(question: WeighingQuestion<C>): Weighing<C> {
  checkObject(question, 'question');
  const value = parseMoney(question.value, 'question.value', { sign: 'positive' }) as Money<C>;
  const { currency } = value;
  const cost = readCosts(question.costs, currency, 'question.costs').total;
  const before = checkNumber(question.utilityBefore, 'question.utilityBefore');
  const after = checkNumber(question.utilityAfter, 'question.utilityAfter');
  const years = checkRange(question.years ?? 1, 'question.years', { exclusiveMin: 0, max: 100 });
  const gate = checkOneOf(question.gate ?? 'gain', 'question.gate', ['gain', 'always'] as const);
  const gain = amountAtRate(toMinorUnits(value), (after - before) * years);
  const pays = gain > cost;
  const toMoney = (amount: bigint): Money<C> => fromMinorUnits(currency, amount);
  const figures = { gain: toMoney(gain), cost: toMoney(cost) };
  const code = pays ? 'gain-above-cost' : gate === 'gain' ? 'cost-above-gain' : 'cost-accepted';
  return Object.freeze({
    decision: pays || gate === 'always' ? 'trade' : 'hold',
    ...figures,
    advantage: toMoney(gain - cost),
    reasons: Object.freeze([makeReason(`rebalancing.${code}`, 'info', { ...figures, years })]),
  });
}
