import { roundReckoned } from '../../evaluate/round.js';
import type { Reckoning } from '../plan/node.js';
import {
  addPackedDays,
  addPackedMonths,
  packedDays,
  packedMonths,
  packedYears,
} from '../read/packed-date.js';
import { setBit } from './bits.js';
import type { Column } from './column.js';

/**
 * Works a column out from others, each value as the scalar engine would. Rows of which that engine would say something that a
 * column can not (a date beyond the year 9999, infinity less infinity) become doubtful.
 */
export function reckonColumn(
  name: Exclude<Reckoning, 'max' | 'min'>,
  parts: readonly Float64Array[],
  out: Float64Array,
  doubtful: Uint32Array,
): void {
  const [first, second] = parts as readonly [Float64Array, Float64Array];
  switch (name) {
    case 'plus':
    case 'times':
      combine(name, parts, out, doubtful);
      break;
    case 'minus':
      subtract(first, second, out, doubtful);
      break;
    case 'over':
      divide(first, second, out, doubtful);
      break;
    case 'first':
      firstKnown(parts, out);
      break;
    default:
      reckonDates(DATES[name], first, second, out, doubtful);
  }
}

/** Sums and products are rounded after every step, and once more at the end. */
function combine(
  name: 'plus' | 'times',
  parts: readonly Float64Array[],
  out: Float64Array,
  doubtful: Uint32Array,
): void {
  out.fill(name === 'plus' ? 0 : 1);
  for (const part of parts) {
    for (let row = 0; row < out.length; row++) {
      const sum = out[row] as number;
      const value = part[row] as number;
      out[row] = roundReckoned(name === 'plus' ? sum + value : sum * value);
    }
  }
  for (let row = 0; row < out.length; row++) {
    const value = roundReckoned(out[row] as number);
    out[row] = value;
    if (Number.isNaN(value) && parts.every((part) => !Number.isNaN(part[row]))) {
      setBit(doubtful, row);
    }
  }
}

function subtract(
  first: Float64Array,
  second: Float64Array,
  out: Float64Array,
  doubtful: Uint32Array,
): void {
  for (let row = 0; row < out.length; row++) {
    const a = first[row] as number;
    const b = second[row] as number;
    const value = roundReckoned(a - b);
    out[row] = value;
    if (Number.isNaN(value) && !Number.isNaN(a) && !Number.isNaN(b)) setBit(doubtful, row);
  }
}

function divide(
  first: Float64Array,
  second: Float64Array,
  out: Float64Array,
  doubtful: Uint32Array,
): void {
  for (let row = 0; row < out.length; row++) {
    const a = first[row] as number;
    const b = second[row] as number;
    const value = b === 0 ? Number.NaN : roundReckoned(a / b);
    out[row] = value;
    if (Number.isNaN(value) && b !== 0 && !Number.isNaN(a) && !Number.isNaN(b)) {
      setBit(doubtful, row);
    }
  }
}

function firstKnown(parts: readonly Float64Array[], out: Float64Array): void {
  out.fill(Number.NaN);
  for (const part of parts) {
    for (let row = 0; row < out.length; row++) {
      if (Number.isNaN(out[row])) out[row] = part[row] as number;
    }
  }
}

const DATES = {
  years: packedYears,
  months: packedMonths,
  days: packedDays,
  addMonths: addPackedMonths,
  addDays: addPackedDays,
} as const;

function reckonDates(
  reckon: (date: number, second: number) => number,
  first: Float64Array,
  second: Float64Array,
  out: Float64Array,
  doubtful: Uint32Array,
): void {
  for (let row = 0; row < out.length; row++) {
    const a = first[row] as number;
    const b = second[row] as number;
    if (Number.isNaN(a) || Number.isNaN(b)) {
      out[row] = Number.NaN;
      continue;
    }
    const value = reckon(a, b);
    out[row] = value;
    if (Number.isNaN(value)) setBit(doubtful, row);
  }
}

/** The greatest or the least. If a part is unknown, those that are known still bound it on one side. */
export function extremeColumn(
  name: 'max' | 'min',
  parts: readonly Column[],
  { low, high }: Column,
): void {
  const [bound, open] = name === 'max' ? [low, high] : [high, low];
  bound.fill(Number.NaN);
  open.fill(0);
  for (const part of parts) {
    const side = name === 'max' ? part.low : part.high;
    for (let row = 0; row < bound.length; row++) {
      const value = side[row] as number;
      const best = bound[row] as number;
      const better = name === 'max' ? value > best : value < best;
      if (better || Number.isNaN(best)) bound[row] = value;
      if (part.low[row] !== part.high[row]) open[row] = 1;
    }
  }
  for (let row = 0; row < bound.length; row++) {
    open[row] = open[row] === 0 ? (bound[row] as number) : Number.NaN;
  }
}

/** The values that are known themselves. */
export function wholeColumn({ low, high }: Column, out: Float64Array): void {
  for (let row = 0; row < out.length; row++) {
    const value = low[row] as number;
    out[row] = value === high[row] ? value : Number.NaN;
  }
}

/** Yes and no as 1 and 0. */
export function truthColumn(isTrue: Uint32Array, isFalse: Uint32Array, out: Float64Array): void {
  for (let row = 0; row < out.length; row++) {
    const word = row >>> 5;
    const bit = row & 31;
    if ((((isTrue[word] as number) >>> bit) & 1) === 1) out[row] = 1;
    else out[row] = (((isFalse[word] as number) >>> bit) & 1) === 1 ? 0 : Number.NaN;
  }
}
