import { readFileSync } from 'node:fs';
import { createRandom } from '../../src/numerics/index.js';

/** What there is to choose from: weights from 0 to 1 that add up to 1, and caps on groups if there are any. */
export interface Market {
  readonly name: string;
  readonly size: number;
  /** Expected return by asset. */
  readonly expected: Float64Array;
  /** n × n, row-major. */
  readonly covariance: Float64Array;
  /** The same covariance as B·B' + D, where it was made that way; B is n × factors, row-major. */
  readonly factors?: { readonly loadings: Float64Array; readonly specific: Float64Array };
  /** The group of each asset, from 0 on, and the most that any one group may hold. */
  readonly groups?: { readonly of: Int32Array; readonly count: number; readonly cap: number };
}

/** How the factors of a made-up market are shared. */
export type Shape = 'one factor' | 'five factors' | 'sectors';

const SECTORS = 10;

/** A made-up market of n assets, the same one in every run. Returns rise with the first factor, the market's. */
export function factorMarket(size: number, shape: Shape): Market {
  const random = createRandom(size);
  const count = { 'one factor': 1, 'five factors': 5, sectors: 1 + SECTORS }[shape];
  const loadings = new Float64Array(size * count);
  const specific = new Float64Array(size);
  const expected = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    loadings[i * count] = 0.15 + 0.05 * random.normal();
    for (let f = 1; f < count; f++) {
      const exposed = shape !== 'sectors' || i % SECTORS === f - 1;
      loadings[i * count + f] = exposed ? 0.08 * random.normal() : 0;
    }
    const deviation = 0.1 + 0.25 * random.uniform();
    specific[i] = deviation * deviation;
    expected[i] = 0.02 + 0.32 * loadings[i * count]! + 0.03 * random.normal();
  }
  const covariance = productOf(loadings, specific);
  return { name: shape, size, expected, covariance, factors: { loadings, specific } };
}

function productOf(loadings: Float64Array, specific: Float64Array): Float64Array {
  const size = specific.length;
  const count = loadings.length / size;
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? specific[i]! : 0;
      for (let f = 0; f < count; f++) sum += loadings[i * count + f]! * loadings[j * count + f]!;
      covariance[i * size + j] = sum;
      covariance[j * size + i] = sum;
    }
  }
  return covariance;
}

/** A market in which every asset is worth holding: all correlations are the same and small, and variances differ little. */
export function evenMarket(size: number): Market {
  const covariance = Float64Array.from({ length: size * size }, (_, k) => {
    const row = Math.floor(k / size);
    return row === k % size ? 0.04 + 0.0001 * row : 0.004;
  });
  const expected = Float64Array.from({ length: size }, (_, i) => 0.03 + 0.0001 * i);
  return { name: 'constant correlation', size, expected, covariance };
}

/** A market of the OR-Library (J. E. Beasley), as the tests have it. */
export function orLibraryMarket(name: 'port1' | 'port2'): Market {
  const file = new URL(`../../test/fixtures/allocation/or-library-${name}.json`, import.meta.url);
  const { mean, standardDeviation, correlation } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly mean: readonly number[];
    readonly standardDeviation: readonly number[];
    readonly correlation: readonly (readonly number[])[];
  };
  const rows = correlation.map((row, i) =>
    row.map((value, j) => value * standardDeviation[i]! * standardDeviation[j]!),
  );
  return {
    name: `OR-Library ${name}`,
    size: mean.length,
    expected: Float64Array.from(mean),
    covariance: Float64Array.from(rows.flat()),
  };
}

/** The same market with caps on six groups that take turns. */
export function withGroups(market: Market): Market {
  const of = Int32Array.from({ length: market.size }, (_, i) => i % 6);
  return { ...market, groups: { of, count: 6, cap: 0.25 } };
}

/** The same market after every expected return has changed by about one per cent. */
export function nextDay(market: Market): Market {
  const random = createRandom(5);
  const expected = market.expected.map((value) => value * (1 + 0.01 * random.normal()));
  return { ...market, expected };
}

/** The covariance as the rows of plain numbers that most peers ask for. */
export function rowsOf({ size, covariance }: Market): number[][] {
  return Array.from({ length: size }, (_, i) => [
    ...covariance.subarray(i * size, i * size + size),
  ]);
}
