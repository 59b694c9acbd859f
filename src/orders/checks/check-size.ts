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

/** Scales the median absolute deviation to the standard deviation of a normal distribution. */
const NORMAL_SCALE = 0.6745;

/**
 * Against past orders of the same side, in the order's currency: a multiple of their median, and the modified z-score. Those without a
 * rate make the history unknown.
 *
 * Source: B. Iglewicz, D. Hoaglin, How to Detect and Handle Outliers, 1993, section 3.
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
    const deviation = medianOf(past.map((one) => Math.abs(one - median)));
    // Without any spread everything above the median is unusual.
    const score = deviation === 0 ? 0 : (NORMAL_SCALE * (amount - median)) / deviation;
    const isUnusual = deviation === 0 ? amount > median : score > sizeScore;
    if (isUnusual) {
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
