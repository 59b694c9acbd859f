import { highWord, scaled } from '../numerics/index.js';
import { orderedSum } from './ordered-sum.js';

/** The k for which a size lies from 2^k up to 2^(k + 1); −1023 for 0 and what is next to nothing. */
export function exponentOf(size: number): number {
  return ((highWord(size) >>> 20) & 0x7ff) - 1023;
}

/** The root of a sum of squares, also where the squares leave the doubles. In any order the same, to the last bit. */
export function lengthOf(parts: readonly number[]): number {
  const k = largestExponent(parts);
  return scaled(Math.sqrt(orderedSum(squaresNear(parts, k))), k);
}

/** The share of each in a sum of squares that is above 0. */
export function sharesOfSquares(parts: readonly number[]): readonly number[] {
  const squares = squaresNear(parts, largestExponent(parts));
  const total = orderedSum(squares);
  return squares.map((square) => square / total);
}

function largestExponent(parts: readonly number[]): number {
  return exponentOf(parts.reduce((most, part) => Math.max(most, Math.abs(part)), 0));
}

/** The squares in a unit in which the largest is near 1. */
function squaresNear(parts: readonly number[], k: number): number[] {
  return parts.map((part) => scaled(part, -k) * scaled(part, -k));
}
