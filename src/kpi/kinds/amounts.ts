import { at } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoneyIn,
  toMinorUnits,
  writtenUnits,
} from '../../money/index.js';

/** A sum of money in smallest units: a double while it holds it exactly, which is several times as fast, and what went beyond it. */
export interface UnitSum {
  near: number;
  far: bigint;
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

/** Reads an amount of the KPI's currency in its smallest units; absent counts as zero if allowed. */
export function readUnits(
  value: unknown,
  currency: CurrencyCode,
  path: string,
  key: string,
  { optional }: AmountPresence,
): number | bigint {
  const written = writtenUnits(value, currency);
  if (written !== undefined) return written;
  if (value === undefined && optional) return 0;
  return toMinorUnits(parseMoneyIn(value, currency, at(path, key)));
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
