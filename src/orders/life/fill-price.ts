import {
  type CurrencyCode,
  minorDigits,
  parseQuantity,
  QUANTITY_DIGITS,
  toMinorUnits,
} from '../../money/index.js';
import type { FillEvent } from './events.js';
import type { Fault } from './fault.js';
import type { PlannedOrder } from './order.js';

/** Units are rounded to hundredths and prices to ten-thousandths, unless they are given with more digits. */
const UNIT_DIGITS = 2;
const PRICE_DIGITS = 4;

/**
 * Whether a fill's units at its price give its amount, to within one step of the units, of the price and of the money; nothing
 * to say where one of them is missing. Where a purchase does not tell its fee, the units may be worth less than what is paid, but not more.
 */
export function priceFault<C extends CurrencyCode>(
  { amount, units, price, fee }: FillEvent<C>,
  { id, side }: Pick<PlannedOrder<C>, 'id' | 'side'>,
): Fault | undefined {
  if (units === undefined || price === undefined) return undefined;
  const paid = side === 'buy' && fee !== undefined ? toMinorUnits(fee) : 0n;
  const scale = 10n ** BigInt(QUANTITY_DIGITS);
  const perUnit = 10n ** BigInt(minorDigits(amount.currency));
  const [count, each] = [parseQuantity(units, 'units'), parseQuantity(price, 'price')];
  const difference = count * each * perUnit - (toMinorUnits(amount) - paid) * scale * scale;
  const steps = each * stepOf(units, UNIT_DIGITS) + count * stepOf(price, PRICE_DIGITS);
  const tolerance = steps * perUnit + scale * scale;
  const isFeeUnknown = side === 'buy' && fee === undefined;
  if (difference <= tolerance && (isFeeUnknown || -difference <= tolerance)) return undefined;
  const parameters = { order: id, units, price, amount: amount.amount, currency: amount.currency };
  return { code: 'orders.fill-inconsistent', parameters };
}

/** One step of the last digit of a quantity, scaled. */
function stepOf(quantity: string, leastDigits: number): bigint {
  const given =
    quantity.length - (quantity.includes('.') ? quantity.indexOf('.') + 1 : quantity.length);
  return 10n ** BigInt(QUANTITY_DIGITS - Math.max(given, leastDigits));
}
