import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/numerics/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { type Selection, selectProducts } from '../../../src/selection/index.js';

const CLASSES = ['A', 'B', 'C', 'D', 'E'];
const VARIANCES = [0.0001, 0.001, 0.04, 0.0256, 0.02];
const AIM = [0.1, 0.3, 0.3, 0.2, 0.1];
const covariance = CLASSES.map((_, i) => CLASSES.map((_, j) => (i === j ? VARIANCES[i]! : 0)));
const target = Object.fromEntries(CLASSES.map((id, k) => [id, AIM[k]!]));

/** Funds of some classes, each `copies` times with other fees and issuers; the first ten are in the house's group. */
function someProducts(count: number, copies: number, seed: number): readonly Product[] {
  const random = createRandom(seed);
  const mixes = Array.from({ length: count }, () => {
    const parts = CLASSES.map(() =>
      random.uniform() < 0.5 ? 0 : Math.round(100 * random.uniform()),
    );
    parts[0]! += 1;
    const sum = parts.reduce((all, one) => all + one, 0);
    return Object.fromEntries(CLASSES.map((id, k) => [id, parts[k]! / sum]));
  });
  return Array.from({ length: count * copies }, (_, i) => ({
    id: `P${String(i).padStart(3, '0')}`,
    name: `Fund ${i}`,
    lookThrough: mixes[i % count]!,
    issuer: `I${Math.floor(6 * random.uniform())}`,
    issuerRisk: 'R1' as const,
    distributorRisk: 'R1' as const,
    annualFee: Math.floor(10 * random.uniform()) / 1000,
    entryFee: 0,
    minimumPurchase: '0.01',
    step: '0.01',
    lockUpDays: 0,
    status: 'open' as const,
  }));
}

const square = (x: number): number => x * x;

/** The least tracking variance of any one or two products of which so much is in the group and no more of an issuer than may be. */
function leastOfPairs(products: readonly Product[], inGroup: number, perIssuer: number): number {
  const apart = products.map(({ lookThrough }) =>
    CLASSES.map((id, k) => Math.sqrt(VARIANCES[k]!) * ((lookThrough[id] ?? 0) - AIM[k]!)),
  );
  const at = (i: number, j: number, t: number): number =>
    apart[i]!.reduce((sum, one, k) => sum + square(one * (1 - t) + apart[j]![k]! * t), 0);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < products.length; i++) {
    for (let j = 0; j < i; j++) {
      // t of j: of the group 1 − t, t, all or nothing.
      let [from, to] = [0, 1];
      const [one, other] = [i < 10, j < 10];
      if (inGroup > 0 && !one && !other) continue;
      if (one && !other) to = Math.min(to, 1 - inGroup);
      if (other && !one) from = Math.max(from, inGroup);
      if (products[i]!.issuer === products[j]!.issuer && perIssuer < 1) continue;
      from = Math.max(from, 1 - perIssuer);
      to = Math.min(to, perIssuer);
      if (from > to) continue;
      const [a, b] = [at(i, j, 0), at(i, j, 1)];
      const bend = 2 * (a + b) - 4 * at(i, j, 0.5);
      const middle = bend > 0 ? 0.5 + (a - b) / (2 * bend) : from;
      const t = Math.min(to, Math.max(from, middle));
      best = Math.min(best, at(i, j, t), at(i, j, from), at(i, j, to));
    }
  }
  return best;
}

function ours(products: readonly Product[], terms: object): Selection {
  const universe = compileProducts(products, CLASSES);
  const context = { level: 'C5', covariance, maxProducts: 2, ...terms } as const;
  const result = selectProducts(target, universe, context);
  if (!('weights' in result)) throw new Error(result.status);
  return result;
}

const house = (products: readonly Product[]) => ({
  groups: [{ id: 'house', members: products.slice(0, 10).map(({ id }) => id), min: 0.2 }],
});

describe('up to two products under limits of several', () => {
  it.each([1, 2, 3, 4, 5, 6])('are the best of all pairs, with copies or without (%s)', (seed) => {
    for (const copies of [1, 2, 3]) {
      const products = someProducts(40, copies, seed);
      for (const [inGroup, perIssuer] of [
        [0.2, 1],
        [0, 0.6],
        [0.2, 0.6],
      ] as const) {
        const result = ours(products, {
          ...(inGroup > 0 && house(products)),
          ...(perIssuer < 1 && { maxWeightPerIssuer: perIssuer }),
        });
        const least = leastOfPairs(products, inGroup, perIssuer);
        expect(result.certificate.objective / least).toBeCloseTo(1, 8);
        expect(result.status).toBe('selected');
      }
    }
  });
});
