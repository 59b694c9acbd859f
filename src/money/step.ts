import { AptfolioError } from '../errors/index.js';
import { type CurrencyCode, minorDigits } from './currency.js';
import {
  type Decimal,
  type DecimalLike,
  type RoundingOptions,
  readDecimal,
  roundingMode,
} from './decimal.js';
import { fromDecimal, type Money, toDecimal } from './money.js';

/**
 * Rounds an amount to a multiple of a step: a whole yuan, a product's lot of 1,000, five rappen.
 *
 * @param step above 0, in units of the currency.
 * @param options `rounding`, default `half-even`: a tie goes to the even number of steps.
 * @throws AptfolioError `out-of-range` for a step that is not above 0 or no multiple of the currency's
 * smallest unit, or as `parseMoney`.
 *
 * @example
 * ```ts
 * import { money, roundMoneyToStep } from 'aptfolio/money';
 *
 * roundMoneyToStep(money('CNY', '17063.10'), '1', { rounding: 'floor' }).amount; // => '17063.00'
 * roundMoneyToStep(money('CNY', '17063.10'), 1000).amount; // => '17000.00'
 * roundMoneyToStep(money('CHF', '2.03'), '0.05').amount; // => '2.05'
 * ```
 */
export function roundMoneyToStep<C extends CurrencyCode>(
  money: Money<C>,
  step: DecimalLike,
  options: RoundingOptions = {},
): Money<C> {
  const amount = toDecimal(money, 'money');
  const size = checkStep(step, money.currency);
  const steps = amount.dividedBy(size).toDecimalPlaces(0, roundingMode(options));
  return fromDecimal(money.currency, steps.times(size), {});
}

function checkStep(step: DecimalLike, currency: CurrencyCode): Decimal {
  const size = readDecimal(step, 'step');
  if (!size.greaterThan(0)) throw new AptfolioError('out-of-range', 'step', 'a step above 0', step);
  if (size.decimalPlaces() > minorDigits(currency)) {
    const expected = `a multiple of the smallest unit of ${currency}`;
    throw new AptfolioError('out-of-range', 'step', expected, step);
  }
  return size;
}
