import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numerics/index.js';
import {
  compileProducts,
  type Product,
  type ProductUniverse,
} from '../../../src/products/index.js';
import { type Selection, selectProducts } from '../../../src/selection/index.js';
import { assetClasses, covariance } from '../support.js';

const AIM = [0.15, 0.4, 0.2, 0.15, 0.1];
const target = Object.fromEntries(assetClasses.map((id, k) => [id, AIM[k]!]));

/** Funds of two classes each. */
function someProducts(count: number, seed: number): readonly Product[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const main = Math.floor(random.uniform() * assetClasses.length);
    const other = (main + 1 + Math.floor(random.uniform() * 4)) % assetClasses.length;
    const share = Math.round(100 * random.uniform()) / 200;
    return {
      id: `P${String(i).padStart(3, '0')}`,
      name: `Fund ${i}`,
      lookThrough: { [assetClasses[main]!]: 1 - share, [assetClasses[other]!]: share },
      issuerRisk: 'R3' as const,
      distributorRisk: 'R3' as const,
      annualFee: Math.round(150 * random.uniform()) / 10_000,
      entryFee: 0,
      minimumPurchase: '1',
      step: '0.01',
      lockUpDays: 0,
      status: 'open' as const,
    };
  });
}

/** Look-throughs less the aim. */
function apartOf({ products }: ProductUniverse): readonly (readonly number[])[] {
  return products.map(({ lookThrough }) =>
    assetClasses.map((id, k) => (lookThrough[id] ?? 0) - AIM[k]!),
  );
}

const risk = (a: readonly number[], b: readonly number[]): number =>
  a.reduce(
    (sum, one, i) => sum + one * b.reduce((row, two, j) => row + covariance[i]![j]! * two, 0),
    0,
  );

/**
 * The least tracking variance of any up to three products, each of which holds at least `least`, by trying all: with weights between the limits from two linear equations,
 * else on a side of the triangle, where it is a parabola.
 */
function leastOfThree(universe: ProductUniverse, least: number): number {
  const apart = apartOf(universe);
  const g = apart.map((one) => apart.map((other) => risk(one, other)));
  const onSide = (i: number, j: number, fixed: number, k: number): number => {
    // A share t of what is not in k is in i and the rest in j.
    const rest = 1 - fixed;
    const value = (t: number): number => {
      const [a, b] = [t, rest - t];
      const pair = a * a * g[i]![i]! + 2 * a * b * g[i]![j]! + b * b * g[j]![j]!;
      return pair + fixed * (2 * (a * g[i]![k]! + b * g[j]![k]!) + fixed * g[k]![k]!);
    };
    const bend = g[i]![i]! - 2 * g[i]![j]! + g[j]![j]!;
    const pull = rest * (g[j]![j]! - g[i]![j]!) + fixed * (g[j]![k]! - g[i]![k]!);
    const middle = Math.min(rest - least, Math.max(least, bend > 0 ? pull / bend : least));
    return Math.min(value(least), value(rest - least), value(middle));
  };
  const inside = (i: number, j: number, k: number): number => {
    const [a, b, c] = [
      g[i]![i]! - 2 * g[i]![k]! + g[k]![k]!,
      g[i]![j]! - g[i]![k]! - g[j]![k]! + g[k]![k]!,
      g[j]![j]! - 2 * g[j]![k]! + g[k]![k]!,
    ];
    const [p, q] = [g[k]![k]! - g[i]![k]!, g[k]![k]! - g[j]![k]!];
    const det = a * c - b * b;
    // Three that lie in a line have their least on a side.
    if (det <= 1e-9 * a * c) return Number.POSITIVE_INFINITY;
    const [x, y] = [(c * p - b * q) / det, (a * q - b * p) / det];
    if (!(x >= least && y >= least && 1 - x - y >= least)) return Number.POSITIVE_INFINITY;
    return g[k]![k]! - p * x - q * y;
  };
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < g.length; i++) {
    best = Math.min(best, g[i]![i]!);
    for (let j = 0; j < i; j++) {
      best = Math.min(best, onSide(i, j, 0, i));
      for (let k = 0; k < j; k++) {
        const sides = [onSide(i, j, least, k), onSide(i, k, least, j), onSide(j, k, least, i)];
        best = Math.min(best, inside(i, j, k), ...sides);
      }
    }
  }
  return best;
}

function ours(universe: ProductUniverse, terms: object): Selection {
  const result = selectProducts(target, universe, { level: 'C3', covariance, ...terms });
  if (!('weights' in result)) throw new Error(result.status);
  return result;
}

/** What must be true of any answer beside the least that there is. */
function expectHonest({ status, certificate }: Selection, least: number): void {
  const { objective, bound, gap } = certificate;
  expect(objective).toBeGreaterThanOrEqual(least * (1 - 1e-9));
  expect(bound).toBeLessThanOrEqual(least * (1 + 1e-9));
  expect(gap).toBeCloseTo(objective - bound, 15);
  if (status === 'selected') expect(objective / least).toBeCloseTo(1, 9);
}

const SEEDS = [1, 2, 3, 4, 5, 6];

describe('up to three of some products', () => {
  it.each(SEEDS)('are the best of all triples of twelve, proved (%s)', (seed) => {
    const universe = compileProducts(someProducts(12, seed), assetClasses);
    const result = ours(universe, { maxProducts: 3 });
    expect(result.status).toBe('selected');
    expectHonest(result, leastOfThree(universe, 0));
  });

  it.each(SEEDS)(
    'with a least weight are the best of all triples of twelve, proved (%s)',
    (seed) => {
      const universe = compileProducts(someProducts(12, seed), assetClasses);
      const result = ours(universe, { maxProducts: 3, minWeightPerProduct: 0.2 });
      expect(result.status).toBe('selected');
      expectHonest(result, leastOfThree(universe, 0.2));
    },
  );

  it.each(SEEDS)('are the best of all triples of fifty, proved (%s)', (seed) => {
    const universe = compileProducts(someProducts(50, seed), assetClasses);
    for (const least of [0, 0.15]) {
      const terms = { maxProducts: 3, ...(least > 0 && { minWeightPerProduct: least }) };
      const result = ours(universe, terms);
      expect(result.status).toBe('selected');
      expectHonest(result, leastOfThree(universe, least));
    }
  });

  it('are the best of all pairs and triples where the least weight leaves room for no more', () => {
    const universe = compileProducts(someProducts(50, 1), assetClasses);
    const result = ours(universe, { minWeightPerProduct: 0.3 });
    expect(result.status).toBe('selected');
    expectHonest(result, leastOfThree(universe, 0.3));
  });

  it.each(SEEDS)('are the best of all pairs and thirds of fifty, proved (%s)', (seed) => {
    const universe = compileProducts(someProducts(50, seed), assetClasses);
    const result = ours(universe, { minWeightPerProduct: 1 / 3 });
    expect(result.status).toBe('selected');
    expectHonest(result, leastOfThree(universe, 1 / 3));
  });

  it('are near the best of fifty where the search ends before all are tried, and have an honest gap', () => {
    const ratios = SEEDS.map((seed) => {
      const universe = compileProducts(someProducts(50, seed), assetClasses);
      const best = leastOfThree(universe, 0);
      const result = ours(universe, { maxProducts: 3, maxNodes: 10 });
      expect(result.status).toBe('feasible');
      expectHonest(result, best);
      return result.certificate.objective / best;
    });
    expect(ratios.filter((ratio) => ratio < 1.01).length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...ratios)).toBeLessThan(1.25);
  });

  it('are the best of all triples of 120, proved', () => {
    const universe = compileProducts(someProducts(120, 1), assetClasses);
    const result = ours(universe, { maxProducts: 3 });
    expect(result.status).toBe('selected');
    expectHonest(result, leastOfThree(universe, 0));
  });
});

describe('five tickets of a fifth', () => {
  it('are the best of all fives of forty, which have no shares to choose', () => {
    const universe = compileProducts(someProducts(40, 1), assetClasses);
    const apart = apartOf(universe);
    const g = apart.map((one) => apart.map((other) => risk(one, other) / 25));
    let best = Number.POSITIVE_INFINITY;
    const goOn = (from: number, set: readonly number[], so: number): void => {
      if (set.length === 5) best = Math.min(best, so);
      else
        for (let j = from; j < apart.length; j++)
          goOn(
            j + 1,
            [...set, j],
            set.reduce((sum, i) => sum + 2 * g[i]![j]!, so + g[j]![j]!),
          );
    };
    goOn(0, [], 0);
    const result = ours(universe, { minWeightPerProduct: 0.2, minProducts: 5 });
    expect(result.status).toBe('selected');
    expectHonest(result, best);
  });
});

describe('a few of five hundred products', () => {
  const universe = compileProducts(someProducts(500, 7), assetClasses);

  it.each([8, 9, 10])('are the best one where there may be only one (%s)', (seed) => {
    const all = compileProducts(someProducts(300, seed), assetClasses);
    const best = Math.min(...apartOf(all).map((one) => risk(one, one)));
    const result = ours(all, { maxProducts: 1 });
    expect(result.status).toBe('selected');
    expectHonest(result, best);
  });

  it('come as near to the target as any pair, proved', () => {
    const apart = apartOf(universe);
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 500; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b, c] = [
          risk(apart[i]!, apart[i]!),
          risk(apart[i]!, apart[j]!),
          risk(apart[j]!, apart[j]!),
        ];
        // Two that are alike do as one does.
        const bend = a - 2 * b + c;
        const t = bend > 0 ? Math.min(1, Math.max(0, (c - b) / bend)) : 0;
        best = Math.min(best, t * t * a + 2 * t * (1 - t) * b + (1 - t) * (1 - t) * c);
      }
    }
    const result = ours(universe, { maxProducts: 2 });
    expect(result.status).toBe('selected');
    expectHonest(result, best);
  });

  it('are the same each time, and a longer search finds none that are worse', () => {
    // Of products that are alike in all but the fee the cheapest are looked at.
    const different = new Set(universe.products.map((one) => JSON.stringify(one.lookThrough))).size;
    for (const terms of [
      { maxProducts: 4 },
      { minWeightPerProduct: 0.2 },
      { maxProducts: 6, maxWeightPerProduct: 0.2 },
    ]) {
      const short = ours(universe, terms);
      expect(ours(universe, terms)).toEqual(short);
      expect(short.certificate.examined).toBeLessThanOrEqual(Math.ceil(25_000 / different));
      const long = ours(universe, { ...terms, maxNodes: 200 });
      expect(long.certificate.objective).toBeLessThanOrEqual(short.certificate.objective + 1e-15);
      expect(long.certificate.bound).toBeGreaterThanOrEqual(short.certificate.bound - 1e-15);
    }
  });

  it('end with a small gap where costs count too', () => {
    const result = ours(universe, { maxProducts: 4, costAversion: 0.1, horizonYears: 5 });
    const { objective, bound } = result.certificate;
    expect(bound / objective).toBeGreaterThan(0.98);
  });
});

/** The least tracking variance of the first product beside any other one, by the shares that the first may have: of each range the lowest point of a parabola. */
function leastBesideFirst(
  universe: ProductUniverse,
  ranges: readonly (readonly [number, number])[],
): number {
  const [first, ...others] = apartOf(universe);
  let best = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const [own, both, rest] = [risk(first!, first!), risk(first!, other), risk(other, other)];
    for (const [from, to] of ranges) {
      const bend = own - 2 * both + rest;
      const x = Math.min(to, Math.max(from, bend > 0 ? (rest - both) / bend : from));
      best = Math.min(best, x * x * own + 2 * x * (1 - x) * both + (1 - x) * (1 - x) * rest);
    }
  }
  return best;
}

describe('a product that stays beside one of many others', () => {
  const held = { maxProducts: 2, current: { P000: 0.3 }, locked: { P000: 0.1 } };

  it.each(SEEDS)('is part of the best pair, proved (%s)', (seed) => {
    const universe = compileProducts(someProducts(200, seed), assetClasses);
    const result = ours(universe, held);
    expect(result.status).toBe('selected');
    expectHonest(result, leastBesideFirst(universe, [[0.1, 1]]));
  });

  it.each(SEEDS)('and is added to by its least purchase or not at all, proved (%s)', (seed) => {
    const products = someProducts(200, seed).map((one, i) =>
      i === 0 ? { ...one, minimumPurchase: '40000' } : one,
    );
    const universe = compileProducts(products, assetClasses);
    const amount = { currency: 'CNY', amount: '100000.00' };
    const result = ours(universe, { ...held, amount });
    expect(result.status).toBe('selected');
    // It stays at 10 to 30 per cent, or 40 more are bought of it.
    const ranges = [[0.1, 0.3] as const, [0.7, 1] as const];
    expectHonest(result, leastBesideFirst(universe, ranges));
  });
});
