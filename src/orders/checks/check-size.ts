import { makeReason } from '../../evidence/index.js';
import {
  fromMinorUnits,
  type Money,
  minorDigits,
  moneyToNumber,
  parseQuantity,
  QUANTITY_DIGITS,
  toMinorUnits,
} from '../../money/index.js';
import { type Finding, toAcknowledge } from './finding.js';
import type { OrderFacts } from './order-facts.js';
import { unitsIn } from './units-in.js';

/** Is the amount or the price one that a slip of the finger could have made? */
export function checkSize(facts: OrderFacts): readonly Finding[] {
  return [...checkAmount(facts), ...checkPrice(facts)];
}

/** Of a normal distribution: the median absolute deviation in standard deviations. */
const MEDIAN_DEVIATION = 0.6745;
/** Of a normal distribution: the standard deviation in mean absolute deviations, √(π/2). */
const BY_MEAN_DEVIATION = 1.253314;

/**
 * Against past orders of the same side, in the order's currency: a multiple of their median, and the modified z-score. Those without a
 * rate make the history unknown. Where all past orders are alike there is no score: what is above them is told as that.
 *
 * Source: B. Iglewicz, D. Hoaglin, How to Detect and Handle Outliers, 1993, section 3; where more than half of the past orders are alike, the mean
 * absolute deviation in place of the median one, as IBM's statistics products have it.
 */
function checkAmount({ order, context }: OrderFacts): readonly Finding[] {
  const { policy = {}, history } = context;
  const { sizeMultiple, sizeScore, sizeScoreFrom = 5 } = policy;
  if (sizeMultiple === undefined && sizeScore === undefined) return [];
  const { id, gross } = order;
  if (history === undefined) {
    return [toAcknowledge(makeReason('orders.history-unknown', 'require', { order: id }))];
  }
  const found: Finding[] = [];
  const sameSide = history.filter(({ side }) => side === order.side);
  const past = sameSide.flatMap((one) => amountIn(one.gross, gross.currency, context.fx) ?? []);
  if (past.length < sameSide.length) {
    found.push(toAcknowledge(makeReason('orders.history-unknown', 'require', { order: id })));
  }
  if (past.length === 0) return found;
  const median = medianOf(past);
  const amount = moneyToNumber(gross);
  const base = { order: id, amount: gross.amount, currency: gross.currency, median };
  if (sizeMultiple !== undefined && amount > sizeMultiple * median) {
    const parameters = { ...base, multiple: sizeMultiple };
    found.push(toAcknowledge(makeReason('orders.unusual-size', 'require', parameters)));
  }
  if (sizeScore !== undefined && past.length >= sizeScoreFrom) {
    const spread = spreadOf(past, median);
    const score = (amount - median) / spread;
    if (spread === 0 && amount > median) {
      found.push(toAcknowledge(makeReason('orders.size-above-all', 'require', base)));
    } else if (spread > 0 && score > sizeScore) {
      const parameters = { ...base, score: Math.round(score * 100) / 100 };
      found.push(toAcknowledge(makeReason('orders.outlying-size', 'require', parameters)));
    }
  }
  return found;
}

/** An amount in a currency; `undefined` without a rate. */
function amountIn(
  money: Money,
  currency: Money['currency'],
  fx: OrderFacts['context']['fx'],
): number | undefined {
  const units = unitsIn(money, currency, fx);
  return units === undefined ? undefined : moneyToNumber(fromMinorUnits(currency, units));
}

/** The spread about the median, as a standard deviation; 0 only where all values are alike. */
function spreadOf(values: readonly number[], median: number): number {
  const deviations = values.map((one) => Math.abs(one - median));
  const middle = medianOf(deviations);
  if (middle > 0) return middle / MEDIAN_DEVIATION;
  const sum = deviations.reduce((all, one) => all + one, 0);
  return (BY_MEAN_DEVIATION * sum) / values.length;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** The price that units and amount imply against the last one. */
function checkPrice({ order, context }: OrderFacts): readonly Finding[] {
  const most = context.policy?.priceDeviation;
  const { id, product, units } = order;
  if (most === undefined || units === undefined) return [];
  const last = context.prices?.[product];
  if (last === undefined || last.currency !== order.gross.currency) {
    return [toAcknowledge(makeReason('orders.price-unknown', 'require', { order: id, product }))];
  }
  const implied = priceOf(order.net ?? order.gross, units);
  const deviation = implied / Number(last.amount) - 1;
  if (Math.abs(deviation) <= most) return [];
  const parameters = { order: id, product, price: implied, last: last.amount, deviation };
  return [toAcknowledge(makeReason('orders.unusual-price', 'require', parameters))];
}

function priceOf(money: Money, units: string): number {
  const scale = Number(10n ** BigInt(QUANTITY_DIGITS));
  const perUnit = Number(10n ** BigInt(minorDigits(money.currency)));
  return (
    (Number(toMinorUnits(money)) / perUnit / Number(parseQuantity(units, 'order.units'))) * scale
  );
}
