import { describe, expect, it } from 'vitest';
import { type Clustering, type FeatureRow, kMeans } from '../../../src/client/index.js';
import { partition } from '../../../src/client/segments/lloyd.js';
import { seedCentres } from '../../../src/client/segments/seed-centres.js';
import fixture from '../../fixtures/client/segments/k-means.json' with { type: 'json' };
import { expectRefusal, wrong } from '../support.js';

type Clustered = Extract<Clustering, { readonly status: 'clustered' }>;

const features = ['sepalLength', 'sepalWidth', 'petalLength', 'petalWidth'];
const irises: readonly FeatureRow[] = fixture.data.map((values, index) => ({
  id: `iris-${String(index).padStart(3, '0')}`,
  features: Object.fromEntries(features.map((name, column) => [name, values[column]!])),
}));

function grouped(rows: readonly FeatureRow[], options: object): Clustered {
  const result = kMeans(rows, { k: 3, seed: 1, features, ...options });
  if (result.status !== 'clustered') throw new Error(result.status);
  return result;
}

const line = (values: readonly number[]): readonly FeatureRow[] =>
  values.map((x, index) => ({ id: `r${index}`, features: { x } }));

describe('k-means of Fisher’s irises (scikit-learn)', () => {
  it.each(fixture.cases)('finds the optimum: k $k, standardised $standardise', (expected) => {
    const { k, standardise } = expected;
    const found = grouped(irises, { k, standardise, restarts: 300 });
    expect(found.converged).toBe(true);
    expect(found.within).toBeCloseTo(expected.inertia, 8);
    expect(found.betweenShare).toBeCloseTo(expected.betweenShare, 10);
    expect(found.clusters.map(({ size }) => size)).toEqual(expected.sizes);
    expect(found.members.map(({ cluster }) => cluster).join('')).toBe(expected.labels);
    found.clusters.forEach(({ centre }, index) => {
      features.forEach((name, column) => {
        expect(centre[name]).toBeCloseTo(expected.centres[index]![column]!, 10);
      });
    });
  });

  it('says what it was scaled by', () => {
    // Of the data set's description: sepal length, mean 5.84, deviation 0.83; petal width 1.20 and 0.76.
    const { scale } = grouped(irises, {});
    expect(scale!.sepalLength!.mean).toBeCloseTo(5.84, 2);
    expect(scale!.sepalLength!.deviation).toBeCloseTo(0.825, 3);
    expect(scale!.petalWidth!.mean).toBeCloseTo(1.2, 2);
    expect(grouped(irises, { standardise: false })).not.toHaveProperty('scale');
  });

  it('gives the same bytes for the same seed', () => {
    const once = JSON.stringify(grouped(irises, { k: 7, seed: 5 }));
    expect(JSON.stringify(grouped(irises, { k: 7, seed: 5 }))).toBe(once);
  });
});

describe('k-means', () => {
  it('is a description', () => {
    expect(grouped(line([1, 2, 9]), { k: 2, features: ['x'] }).purpose).toBe('description');
    expect(kMeans([], { k: 1, seed: 0, features: ['x'] }).purpose).toBe('description');
  });

  it('has one group for one row each at the most', () => {
    const found = grouped(line([5, 1, 3]), { k: 3, features: ['x'], standardise: false });
    expect(found.clusters.map(({ centre }) => centre.x)).toEqual([1, 3, 5]);
    expect([found.within, found.betweenShare]).toEqual([0, 1]);
  });

  it('says so where there are fewer different rows than groups', () => {
    const result = kMeans(line([1, 1, 2, 2, 2]), { k: 3, seed: 1, features: ['x'] });
    expect(result).toMatchObject({ status: 'too-few-rows', distinctRows: 2 });
    expect(kMeans([], { k: 1, seed: 1, features: ['x'] })).toMatchObject({ distinctRows: 0 });
  });

  it('leaves alone a feature that never varies', () => {
    const rows = [1, 2, 9].map((x, n) => ({ id: `${n}`, features: { x, same: 0.1 } }));
    const found = grouped(rows, { k: 2, features: ['x', 'same'] });
    expect(found.clusters.map(({ size }) => size)).toEqual([2, 1]);
    expect(found.scale!.same).toEqual({ mean: 0.1, deviation: 0 });
    const equal = grouped(line([4, 4]), { k: 1, features: ['x'] });
    expect([equal.within, equal.betweenShare]).toEqual([0, null]);
  });

  it('stops where it is told to and says so', () => {
    const found = grouped(irises, { k: 5, maxIterations: 1, restarts: 1 });
    expect([found.converged, found.iterations]).toEqual([false, 1]);
  });

  it.each([
    [{ k: 0 }, 'out-of-range', 'options.k'],
    [{ k: 2.5 }, 'invalid-type', 'options.k'],
    [{ k: undefined }, 'missing-value', 'options.k'],
    [{ seed: -1 }, 'out-of-range', 'options.seed'],
    [{ seed: undefined }, 'missing-value', 'options.seed'],
    [{ features: [] }, 'empty', 'options.features'],
    [{ features: ['x', 'x'] }, 'duplicate-id', 'options.features[1]'],
    [{ features: [''] }, 'empty', 'options.features[0]'],
    [{ standardise: 1 }, 'invalid-type', 'options.standardise'],
    [{ restarts: 0 }, 'out-of-range', 'options.restarts'],
    [{ maxIterations: Number.NaN }, 'not-finite', 'options.maxIterations'],
  ] as const)('refuses %j', (change, code, path) => {
    const options = { k: 1, seed: 1, features: ['x'], ...change };
    expectRefusal(() => kMeans(line([1]), wrong(options)), code, path);
  });

  it('loses no client to a bad row', () => {
    const rows = [
      ...line([1, 2]),
      wrong(null),
      { id: 'a', features: {} },
      { id: 'b', features: { x: Number.NaN } },
      { id: 'c', features: { x: 1e200 } },
      { id: 'd', features: { x: 3 } },
      { id: 'd', features: { x: 4 } },
    ];
    const { members, failures } = grouped(rows, { k: 2, features: ['x'] });
    expect(members.map(({ id }) => id)).toEqual(['r0', 'r1']);
    expect(failures.map(({ issues }) => `${issues[0]!.code} ${issues[0]!.path}`)).toEqual([
      'missing-value rows[2]',
      'missing-value rows[3].features.x',
      'not-finite rows[4].features.x',
      'out-of-range rows[5].features.x',
      'duplicate-id rows[6].id',
      'duplicate-id rows[7].id',
    ]);
  });
});

describe('seeding by k-means++', () => {
  const points = (values: readonly number[]) => ({
    values: Float64Array.from(values),
    count: values.length,
    dimensions: 1,
  });
  const drawing = (...shares: readonly number[]) => {
    let next = 0;
    return { name: 'given', uniform: () => shares[next++]!, normal: () => 0 };
  };

  it('draws in proportion to the squared distance', () => {
    // From 0, the squares are 0, 1, 9: shares below 0.1 draw the 1, those above it the 3.
    const given = points([0, 1, 3]);
    expect([...seedCentres(given, 2, drawing(0, 0.0999))]).toEqual([0, 1]);
    expect([...seedCentres(given, 2, drawing(0, 0.1001))]).toEqual([0, 3]);
    // From 0 and 3, only the 1 is left, whatever is drawn.
    expect([...seedCentres(given, 3, drawing(0, 0.5, 0.999))]).toEqual([0, 3, 1]);
  });

  it('never draws a point that is a centre already', () => {
    expect([...seedCentres(points([5, 5, 7]), 2, drawing(0, 0))]).toEqual([5, 7]);
  });

  it('leads to rounds in which an empty group takes the farthest point', () => {
    // Both centres at 0: all points belong to the first; the second takes 10, and the rounds end at 0, 1 | 10.
    const found = partition(points([0, 1, 10]), Float64Array.from([0, 0]), 100);
    expect([...found.labels]).toEqual([0, 0, 1]);
    expect(found.within).toBe(0.5);
    expect(found.converged).toBe(true);
  });

  it('gives a point between two centres to the first', () => {
    const found = partition(points([0, 2, 4]), Float64Array.from([1, 3]), 1);
    expect([...found.labels]).toEqual([0, 0, 1]);
  });
});
