import { at } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoneyIn,
  toMinorUnits,
  writtenUnitsIn,
} from '../../money/index.js';

/** A sum of money in smallest units: a double while it holds it exactly, which is several times as fast, and what went beyond it. */
export interface UnitSum {
  near: number;
  far: bigint;
}

/** What reads the amounts of one currency. */
export interface AmountReader {
  readonly currency: CurrencyCode;
  /** The smallest units of an amount that is written as the library writes it. */
  readonly written: (value: unknown) => number | undefined;
}

/** Whether an amount may be left out. */
export interface AmountPresence {
  readonly optional: boolean;
}

/** An event may leave an amount out, which then is zero. */
export const IN_EVENT: AmountPresence = Object.freeze({ optional: true });

/** A state has all of them. */
export const IN_STATE: AmountPresence = Object.freeze({ optional: false });

/** 2^52, so that two of them and every amount that is read as a double still add up exactly. */
const MOST_NEAR = 4_503_599_627_370_496;

/** Nothing yet. */
export function noUnits(): UnitSum {
  return { near: 0, far: 0n };
}

/** A reader of amounts in the KPI's currency. */
export function readerOf({ currency }: { readonly currency: CurrencyCode }): AmountReader {
  return { currency, written: writtenUnitsIn(currency) };
}

/** Reads an amount in its smallest units; absent counts as zero if allowed. */
export function readUnits(
  reader: AmountReader,
  value: unknown,
  path: string,
  key: string,
  { optional }: AmountPresence,
): number | bigint {
  const units = reader.written(value);
  if (units !== undefined) return units;
  if (value === undefined && optional) return 0;
  return toMinorUnits(parseMoneyIn(value, reader.currency, at(path, key)));
}

/** Adds smallest units to a sum. */
export function addUnits(sum: UnitSum, units: number | bigint): void {
  if (typeof units === 'bigint') {
    sum.far += units;
    return;
  }
  const near = sum.near + units;
  if (near >= -MOST_NEAR && near <= MOST_NEAR) {
    sum.near = near;
    return;
  }
  sum.far += BigInt(near);
  sum.near = 0;
}

/** Adds the second sum to the first. */
export function joinUnits(sum: UnitSum, other: UnitSum): void {
  sum.far += other.far;
  addUnits(sum, other.near);
}

/** What a sum comes to. */
export function totalUnits({ near, far }: UnitSum): bigint {
  return far + BigInt(near);
}

/** Writes a sum as money. */
export function writeUnits(sum: UnitSum, currency: CurrencyCode): Money {
  return fromMinorUnits(currency, totalUnits(sum));
}
