import { checkInteger } from '../errors/index.js';
import { normalQuantile } from './normal.js';

/** A stream of chance that a seed fixes: the same seed gives the same numbers on every engine. */
export interface Random {
  /** The generator, its seeding and how normals are made, for the record. */
  readonly name: string;
  /** The next number in [0, 1), one of 2⁵³ equally spaced ones. */
  uniform(): number;
  /** The next standard normal number. */
  normal(): number;
}

/**
 * Starts a generator from a seed, a whole number from 0 to 2⁵³ − 1.
 *
 * xoshiro128** has 128 bits of state and a period of 2¹²⁸ − 1; its state is filled by splitmix64, so near seeds
 * give unrelated streams. Each number takes two outputs. Normals are quantiles of the uniform: one number
 * each, at most 8.2 standard deviations from 0.
 *
 * Throws `missing-value`, `invalid-type`, `not-finite` or `out-of-range` with path `seed`.
 *
 * Source: D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators, ACM Transactions on
 * Mathematical Software 47 (2021); G. L. Steele, D. Lea and C. H. Flood (2014) for splitmix64.
 *
 * @example
 * ```ts
 * import { createRandom } from './src/numerics/index.js';
 *
 * const random = createRandom(7);
 * random.name; // => 'xoshiro128**, splitmix64 seed, normals by AS 241'
 * random.uniform() === createRandom(7).uniform(); // => true
 * ```
 */
export function createRandom(seed: number): Random {
  const next = xoshiro128(stateFrom(checkInteger(seed, 'seed', { min: 0 })));
  return Object.freeze({
    name: 'xoshiro128**, splitmix64 seed, normals by AS 241',
    uniform: () => ((next() >>> 5) * 67108864 + (next() >>> 6)) * 1.1102230246251565e-16,
    // Halfway between 2⁵² equally spaced numbers: never 0, never 1, and symmetric.
    normal: () =>
      normalQuantile(((next() >>> 6) * 67108864 + (next() >>> 6) + 0.5) * 2.220446049250313e-16),
  });
}

/** The generator's raw outputs: whole numbers below 2³². */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const product = Math.imul(b, 5);
    const output = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return output;
  };
}

/** Two outputs of splitmix64 as four words, the lower half of each first. */
function stateFrom(seed: number): readonly [number, number, number, number] {
  const [first, second] = [splitmix64(BigInt(seed), 1n), splitmix64(BigInt(seed), 2n)];
  return [lowerHalf(first), lowerHalf(first >> 32n), lowerHalf(second), lowerHalf(second >> 32n)];
}

function lowerHalf(word: bigint): number {
  return Number(BigInt.asIntN(32, word));
}

/** The k-th output of splitmix64, counted from 1. */
export function splitmix64(seed: bigint, k: bigint): bigint {
  let z = BigInt.asUintN(64, seed + k * 0x9e3779b97f4a7c15n);
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}
