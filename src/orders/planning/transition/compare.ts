import { makeReason, type Reason } from '../../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import type { NotOrdered } from '../planned.js';
import { notSoldFor, splitWants } from './impossible-purchases.js';
import { fromBase, type Rate, toBase } from './rates.js';
import type { ReadPosition, ReadTransition } from './read-transition.js';
import { type Sale, sell } from './sales.js';
import type { Want } from './size-purchases.js';

/** What is to be sold and to be bought, and what of it is not even tried. */
export interface Comparison<C extends CurrencyCode> {
  readonly wants: readonly Want[];
  readonly sales: readonly Sale[];
  /** Differences too small to trade, purchases that are impossible, and what is not sold for them. */
  readonly notTried: readonly NotOrdered<C>[];
  /** What sales bring less than they should because they are rounded down, in smallest units of the base. */
  readonly rounded: bigint;
}

/** What a position is worth more than its target, in smallest units of the base. */
interface Excess {
  readonly product: string;
  readonly position: ReadPosition;
  readonly rate: Rate;
  readonly size: bigint;
  /** Whether nothing is to stay. */
  readonly all: boolean;
}

/** Compares what is held with the targets. */
export function compare<C extends CurrencyCode>(
  read: ReadTransition<C>,
  investable: bigint,
): Comparison<C> {
  const { wants: wanted, excesses, small } = differences(read, investable);
  const sold = new Set(excesses.map(({ product }) => product));
  const { wants, impossible } = splitWants(wanted, sold, read);
  const write = notOrderedIn(read.currency);
  const notTried = [
    ...small,
    ...impossible.map(({ product, amount, reasons }) => write(product, 'buy', amount, reasons)),
  ];
  // Beyond amounts what is sold stays money, and is sold whatever is bought.
  const useless = read.targets === 'amounts' ? 0n : sumOf(impossible);
  const total = excesses.reduce((sum, { size }) => sum + size, 0n);
  let rounded = 0n;
  const sales = excesses.map((excess) => {
    const { product, position, rate } = excess;
    const size = sizeFor(excess, total, useless, read.minimumTrade);
    if (size < excess.size) {
      const reasons = notSoldFor(product, impossible);
      notTried.push(write(product, 'sell', excess.size - size, reasons));
    }
    const isAll = excess.all && size === excess.size;
    const sale = sell(position, isAll ? position.value : fromBase(size, rate), read);
    rounded += roundedOff(size, sale, rate);
    return sale;
  });
  return { wants, sales, notTried, rounded };
}

/** By product id: what is wanted beyond what is held, what is held beyond what is wanted, and what is too small to trade. */
function differences<C extends CurrencyCode>(
  read: ReadTransition<C>,
  investable: bigint,
): {
  readonly wants: readonly Want[];
  readonly excesses: readonly Excess[];
  readonly small: readonly NotOrdered<C>[];
} {
  const { positions, rateOf, minimumTrade, currency } = read;
  const targets = read.targetsOf(investable);
  const write = notOrderedIn(currency);
  const wants: Want[] = [];
  const excesses: Excess[] = [];
  const small: NotOrdered<C>[] = [];
  for (const product of [...new Set([...positions.keys(), ...targets.keys()])].sort()) {
    const position = positions.get(product);
    const rate = position === undefined ? undefined : rateOf(position.currency);
    const held = position === undefined || rate === undefined ? 0n : toBase(position.value, rate);
    const target = targets.get(product) ?? 0n;
    const difference = target - held;
    const size = difference < 0n ? -difference : difference;
    if (size === 0n) continue;
    if (size < minimumTrade) {
      const side = difference < 0n ? 'sell' : 'buy';
      small.push(write(product, side, size, [belowMinimum(product, size, read)]));
    } else if (difference > 0n) wants.push({ product, amount: difference });
    else if (position !== undefined && rate !== undefined) {
      excesses.push({ product, position, rate, size, all: target === 0n });
    }
  }
  return { wants, excesses, small };
}

/** What of an excess is sold where so much of all would be sold for nothing: each bears its part. */
function sizeFor({ size }: Excess, total: bigint, useless: bigint, minimumTrade: bigint): bigint {
  if (useless === 0n) return size;
  const left = useless < total ? (size * (total - useless)) / total : 0n;
  return left < minimumTrade ? 0n : left;
}

/** What of a size is neither sold nor named as missing. */
function roundedOff(size: bigint, { slices, missing }: Sale, rate: Rate): bigint {
  const accounted = slices.reduce((sum, { gross }) => sum + gross, missing);
  const rest = size - toBase(accounted, rate);
  return rest > 0n ? rest : 0n;
}

function sumOf(wants: readonly Want[]): bigint {
  return wants.reduce((sum, { amount }) => sum + amount, 0n);
}

function belowMinimum<C extends CurrencyCode>(
  product: string,
  size: bigint,
  { minimumTrade, currency }: ReadTransition<C>,
): Reason {
  const { amount } = fromMinorUnits(currency, size);
  const minimum = fromMinorUnits(currency, minimumTrade).amount;
  const parameters = { product, amount, minimum, currency };
  return makeReason('orders.below-minimum-trade', 'info', parameters);
}

type WriteNotOrdered<C extends CurrencyCode> = (
  product: string,
  side: 'buy' | 'sell',
  units: bigint,
  reasons: readonly Reason[],
) => NotOrdered<C>;

function notOrderedIn<C extends CurrencyCode>(currency: C): WriteNotOrdered<C> {
  return (product, side, units, reasons) =>
    Object.freeze({
      product,
      side,
      amount: fromMinorUnits(currency, units),
      reasons: Object.freeze(reasons),
    });
}
