import { AptfolioError, checkRange } from '../../../errors/index.js';
import { highWord, withHighWord } from '../../../numerics/index.js';

/** 2^−64, the smallest time above 0 that has a bin. */
const LEAST_TIME = 5.421010862427522e-20;
/** 2^64, the largest. */
const GREATEST_TIME = 18446744073709552000;

/** From 2^−64 to 2^64. */
const OCTAVES = 128;
/** The exponent of 2^−64 as it stands in a double. */
const FIRST_OCTAVE = 1023 - 64;

/** The largest double below 1. */
const BELOW_ONE = 0.9999999999999999;
/** The smallest above. */
const ABOVE_ONE = 1.0000000000000002;

/** Whether a value is a time that has a bin: 0, or from 2^−64 to 2^64. */
export function hasBin(time: unknown): time is number {
  if (typeof time !== 'number') return false;
  return (time >= LEAST_TIME && time <= GREATEST_TIME) || time === 0;
}

/** Refuses what is no time that has a bin. */
export function checkTime(value: unknown, path: string): number {
  const time = checkRange(value, path, { min: 0, max: GREATEST_TIME });
  if (hasBin(time)) return time;
  throw new AptfolioError('out-of-range', path, '0, or a number from 2^-64 to 2^64', value);
}

/**
 * The number of a time's bin: its exponent and the first `bits` binary digits of its fraction, as they stand in the double.
 * No logarithm is taken, so every engine finds the same bin.
 *
 * Bin 0 is the time 0. Each later bin holds the times above its lower and up to its upper edge, and 2^bits of them make an octave, so the
 * edges differ by at most 2^−bits of the lower one. A number with at most bits + 1 binary digits is an upper edge.
 *
 * Source: the layout is that of HdrHistogram (G. Tene), the upper edge belonging to the bin as in Prometheus.
 */
export function binOf(time: number, bits: number): number {
  if (time === 0) return 0;
  // The double just below, so that an edge falls into the bin that it ends.
  const below = highWord(justBelow(time));
  return (below >>> (20 - bits)) - (FIRST_OCTAVE << bits) + 2;
}

/** The number of the last bin. */
export function lastBin(bits: number): number {
  return (OCTAVES << bits) + 1;
}

/** The largest time of a bin. */
export function upperEdge(bin: number, bits: number): number {
  return bin === 0 ? 0 : edge(bin, bits);
}

/** The largest double that is below all times of a bin; 0 for bin 0. */
export function lowerEdge(bin: number, bits: number): number {
  return bin === 0 ? 0 : edge(bin - 1, bits);
}

/** A double next above a time above 0, or next to that. */
export function justAbove(time: number): number {
  return time * ABOVE_ONE;
}

/** The largest double below a time above 0. */
export function justBelow(time: number): number {
  return time * BELOW_ONE;
}

function edge(bin: number, bits: number): number {
  return withHighWord(0, ((FIRST_OCTAVE << bits) + bin - 1) << (20 - bits));
}
