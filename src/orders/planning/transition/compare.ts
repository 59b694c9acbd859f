import { makeReason } from '../../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import type { NotOrdered } from '../planned.js';
import { fromBase, type Rate, toBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';
import { type Sale, sell } from './sales.js';
import type { Want } from './size-purchases.js';

/** What is to be sold and to be bought, and which differences are too small for either. */
export function compare<C extends CurrencyCode>(
  read: ReadTransition<C>,
  investable: bigint,
): {
  readonly wants: readonly Want[];
  readonly sales: readonly Sale[];
  readonly small: readonly NotOrdered<C>[];
  /** What sales bring less than they should because they are rounded down, in smallest units of the base. */
  readonly rounded: bigint;
} {
  const { positions, rateOf, minimumTrade, currency } = read;
  const targets = read.targetsOf(investable);
  const wants: Want[] = [];
  const sales: Sale[] = [];
  const small: NotOrdered<C>[] = [];
  let rounded = 0n;
  for (const product of [...new Set([...positions.keys(), ...targets.keys()])].sort()) {
    const position = positions.get(product);
    const rate = position === undefined ? undefined : rateOf(position.currency);
    const held = position === undefined || rate === undefined ? 0n : toBase(position.value, rate);
    const target = targets.get(product) ?? 0n;
    const difference = target - held;
    const size = difference < 0n ? -difference : difference;
    if (size === 0n) continue;
    if (size < minimumTrade) {
      const amount = fromMinorUnits(currency, size);
      const minimum = fromMinorUnits(currency, minimumTrade).amount;
      const parameters = { product, amount: amount.amount, minimum, currency };
      const reasons = Object.freeze([makeReason('orders.below-minimum-trade', 'info', parameters)]);
      const side = difference < 0n ? 'sell' : 'buy';
      small.push(Object.freeze({ product, side, amount, reasons }));
    } else if (difference > 0n) wants.push({ product, amount: difference });
    else if (position !== undefined && rate !== undefined) {
      const local = target === 0n ? position.value : fromBase(size, rate);
      const sale = sell(position, local, read);
      sales.push(sale);
      rounded += roundedOff(size, sale, rate);
    }
  }
  return { wants, sales, small, rounded };
}

/** What of a size is neither sold nor named as missing. */
function roundedOff(size: bigint, { slices, missing }: Sale, rate: Rate): bigint {
  const accounted = slices.reduce((sum, { gross }) => sum + gross, missing);
  const rest = size - toBase(accounted, rate);
  return rest > 0n ? rest : 0n;
}
