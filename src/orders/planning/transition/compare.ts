import type { CurrencyCode } from '../../../money/index.js';
import type { NotOrdered } from '../planned.js';
import { differences, type Excess, notOrderedIn } from './differences.js';
import { type Impossible, notSoldFor, splitWants } from './impossible-purchases.js';
import type { Want } from './place-purchase.js';
import { fromBase, type Rate, toBase } from './rates.js';
import type { ReadTransition } from './read-transition.js';
import { type Sale, sell } from './sales.js';

/** What is to be sold and to be bought, and what of it is not even tried. */
export interface Comparison<C extends CurrencyCode> {
  readonly wants: readonly Want[];
  readonly sales: readonly Sale[];
  /** What of the purchases is known to be impossible, and is not among the wants. */
  readonly impossible: readonly Impossible[];
  /** Differences too small to trade, and what is not sold for impossible purchases. */
  readonly notTried: readonly NotOrdered<C>[];
  /** What sales should bring, and what of it is lost because they are rounded down, in smallest units of the base. */
  readonly asked: bigint;
  readonly rounded: bigint;
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
  const notTried = [...small];
  // Beyond amounts what is sold stays money, and is sold whatever is bought.
  const useless = read.targets === 'amounts' ? 0n : sumOf(impossible.map(({ amount }) => amount));
  const total = sumOf(excesses.flatMap(({ isCounted, size }) => (isCounted ? [] : size)));
  let [asked, rounded] = [0n, 0n];
  const sales = excesses.map((excess) => {
    const { product, position, rate, count } = excess;
    const size = sizeFor(excess, total, useless, read.minimumTrade);
    if (size < excess.size) {
      const reasons = notSoldFor(product, impossible);
      notTried.push(write(product, 'sell', excess.size - size, reasons));
    }
    const isAll = excess.all && size === excess.size;
    const amount = isAll ? position.value : fromBase(size, rate);
    const sale = sell(position, amount, read, count);
    asked += size;
    rounded += roundedOff(size, sale, rate);
    return sale;
  });
  return { wants, sales, impossible, notTried, asked, rounded };
}

/** What of an excess is sold where so much of all would be sold for nothing: each bears its part, but for what stays in units. */
function sizeFor(
  { size, isCounted }: Excess,
  total: bigint,
  useless: bigint,
  minimumTrade: bigint,
): bigint {
  if (useless === 0n || isCounted) return size;
  const left = useless < total ? (size * (total - useless)) / total : 0n;
  return left < minimumTrade ? 0n : left;
}

/** What of a size is neither sold nor named as missing. */
function roundedOff(size: bigint, { slices, missing }: Sale, rate: Rate): bigint {
  const accounted = slices.reduce((sum, { gross }) => sum + gross, missing);
  const rest = size - toBase(accounted, rate);
  return rest > 0n ? rest : 0n;
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
