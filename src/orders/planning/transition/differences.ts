import { makeReason, type Reason } from '../../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../../money/index.js';
import type { NotOrdered } from '../planned.js';
import type { Want } from './place-purchase.js';
import { type Rate, toBase } from './rates.js';
import type { ReadPosition, ReadTransition } from './read-transition.js';
import { type UnitDifference, unitDifferences } from './unit-targets.js';

/** What a position is worth more than its target, in smallest units of the base. */
export interface Excess {
  readonly product: string;
  readonly position: ReadPosition;
  readonly rate: Rate;
  readonly size: bigint;
  /** Whether nothing is to stay. */
  readonly all: boolean;
  /** Whether what stays is said in units, and is sold down to them whatever is bought. */
  readonly isCounted: boolean;
  /** Units to sell, scaled; absent where an amount decides. */
  readonly count?: bigint;
}

/** By product id: what is wanted beyond what is held, what is held beyond what is wanted, and what is not traded. */
export interface Differences<C extends CurrencyCode> {
  readonly wants: readonly Want[];
  readonly excesses: readonly Excess[];
  /** Too small to trade, or no whole lot. */
  readonly small: readonly NotOrdered<C>[];
}

/** How what is held differs from the targets: those in units first, and those in money by what is left beside them. */
export function differences<C extends CurrencyCode>(
  read: ReadTransition<C>,
  investable: bigint,
): Differences<C> {
  const counted = unitDifferences(read);
  const taken = counted.reduce((sum, one) => sum + takenBy(one, read), 0n);
  const rest = investable > taken ? investable - taken : 0n;
  const all = [...counted, ...inMoney(read, rest)].sort((a, b) => (a.product < b.product ? -1 : 1));
  const write = notOrderedIn(read.currency);
  const small = all.flatMap((one) => [
    ...(one.part?.reasons ?? []).map((why) => write(one.product, one.side, one.part!.worth, [why])),
    ...(isSmall(one, read)
      ? [write(one.product, one.side, one.size, [belowMinimum(one, read)])]
      : []),
  ]);
  const traded = all.filter((one) => isTraded(one) && !isSmall(one, read));
  return {
    wants: traded.flatMap((one) => (one.side === 'buy' ? wantOf(one) : [])),
    excesses: traded.flatMap((one) => (one.side === 'sell' ? excessOf(one, read) : [])),
    small,
  };
}

/** A difference in units or in money. */
type Difference = Omit<UnitDifference, 'part'> & Partial<Pick<UnitDifference, 'part'>>;

function inMoney<C extends CurrencyCode>(
  read: ReadTransition<C>,
  rest: bigint,
): readonly Difference[] {
  const targets = read.targetsOf(rest);
  const ids = new Set([...read.positions.keys(), ...targets.keys()]);
  return [...ids]
    .filter((id) => !read.unitTargets.has(id))
    .map((product) => {
      const target = targets.get(product) ?? 0n;
      const difference = target - heldOf(product, read);
      return difference > 0n
        ? { product, side: 'buy', size: difference, all: false }
        : { product, side: 'sell', size: -difference, all: target === 0n };
    });
}

/** What a target in units takes of all that there is. */
function takenBy<C extends CurrencyCode>(one: UnitDifference, read: ReadTransition<C>): bigint {
  const held = heldOf(one.product, read);
  if (isSmall(one, read)) return held;
  return one.side === 'buy' ? held + one.size : held - one.size;
}

function heldOf<C extends CurrencyCode>(
  product: string,
  { positions, rateOf }: ReadTransition<C>,
): bigint {
  const position = positions.get(product);
  return position === undefined ? 0n : toBase(position.value, rateOf(position.currency) ?? NO_RATE);
}

/** Where there is no rate nothing is held; see `investableOf`. */
const NO_RATE: Rate = { numerator: 0n, denominator: 1n };

function isTraded({ size, count = 0n }: Difference): boolean {
  return size > 0n || count > 0n;
}

function isSmall<C extends CurrencyCode>(one: Difference, { minimumTrade }: ReadTransition<C>) {
  return isTraded(one) && one.size < minimumTrade;
}

function wantOf({ product, size: amount, count }: Difference): Want {
  return { product, amount, ...(count === undefined ? {} : { count }) };
}

function excessOf<C extends CurrencyCode>(
  { product, size, all, count }: Difference,
  { positions, rateOf, unitTargets }: ReadTransition<C>,
): readonly Excess[] {
  const position = positions.get(product);
  const rate = position && rateOf(position.currency);
  if (position === undefined || rate === undefined) return [];
  const isCounted = unitTargets.has(product);
  const excess = { product, position, rate, size, all, isCounted };
  return [count === undefined ? excess : { ...excess, count }];
}

function belowMinimum<C extends CurrencyCode>(
  { product, size }: Difference,
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

/** Writes what is not ordered, in a currency. */
export function notOrderedIn<C extends CurrencyCode>(currency: C): WriteNotOrdered<C> {
  return (product, side, units, reasons) =>
    Object.freeze({
      product,
      side,
      amount: fromMinorUnits(currency, units),
      reasons: Object.freeze(reasons),
    });
}
