import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileSegments,
  type FeatureRow,
  kMeans,
  type SegmentFacts,
  type SegmentRow,
  segmentClients,
  segmentOf,
  segmentTags,
} from '../../../src/client/index.js';
import { type Points, partition } from '../../../src/client/segments/lloyd.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import { frozenCopy, isDeeplyFrozen } from '../support.js';

/** The rows in any order, some of them twice. */
const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc
    .subarray([...rows])
    .chain((again) =>
      fc.shuffledSubarray([...rows, ...again], { minLength: rows.length + again.length }),
    );

const table = compileSegments({
  id: 't',
  rules: [
    { id: '1', segment: 'a', when: [{ fact: 'x', from: 3, below: 6 }] },
    {
      id: '2',
      segment: 'b',
      when: [
        { fact: 'y', is: true },
        { fact: 'x', to: 7 },
      ],
    },
    { id: '3', segment: 'a', when: [{ fact: 'z', oneOf: ['p', 'q'] }] },
  ],
  otherwise: 'c',
});
const X = [2, 3, 5, 6, 7, 8];
const Y = [true, false];
const Z = ['p', 'r'];
const maybe = <T>(values: readonly T[]) => fc.constantFrom(...values, null);
const facts = fc.record({ x: maybe(X), y: maybe(Y), z: maybe(Z) });

/** All ways to fill in what is not known. */
function completions({ x, y, z }: { x: number | null; y: boolean | null; z: string | null }) {
  const options = <T>(value: T | null, all: readonly T[]) => (value === null ? all : [value]);
  return options(x, X).flatMap((a) =>
    options(y, Y).flatMap((b) => options(z, Z).map((c) => ({ x: a, y: b, z: c }))),
  );
}

describe('a segment', () => {
  it('that is assigned stays, whatever the missing facts turn out to be', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const result = segmentOf(given, table);
        const final = new Set(completions(given).map((full) => segmentOf(full, table).segment));
        if (result.status === 'assigned') expect([...final]).toEqual([result.segment]);
        if (result.status !== 'undetermined') return;
        for (const segment of final) expect(result.possible).toContain(segment);
        for (const name of result.missing) expect(given[name as 'x']).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is determined where every fact is known', () => {
    fc.assert(
      fc.property(fc.constantFrom(...completions({ x: null, y: null, z: null })), (given) => {
        expect(segmentOf(given, table).status).toBe('assigned');
        expect(segmentTags(given, table).undetermined).toEqual([]);
      }),
    );
  });

  it('and its tags survive JSON, are frozen, and leave the facts alone', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const copy: SegmentFacts = frozenCopy(given);
        for (const result of [segmentOf(copy, table), segmentTags(copy, table)]) {
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          expect(isDeeplyFrozen(result)).toBe(true);
        }
      }),
    );
  });
});

describe('the segments of many clients', () => {
  it('do not depend on the order of rows, nor on rows that come twice', () => {
    const population = fc
      .array(facts, { maxLength: 12 })
      .map((all) => all.map((own, index): SegmentRow => ({ id: `c${index}`, facts: own })));
    fc.assert(
      fc.property(
        population.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
        ([rows, given]) => {
          const expected = segmentClients(rows, table);
          expect(canonicalJson(segmentClients(given, table))).toBe(canonicalJson(expected));
          expect(expected.clients).toEqual(
            [...rows]
              .sort((a, b) => (a.id < b.id ? -1 : 1))
              .map(({ id, facts: own }) => ({ id, ...segmentOf(own, table) })),
          );
          const counted = expected.counts.reduce((sum, { clients }) => sum + clients, 0);
          expect(counted + expected.undetermined + expected.unassigned).toBe(rows.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const FEATURES = ['x', 'y'];
const points = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.double({ min: -5, max: 5, noNaN: true })), {
    minLength: 6,
    maxLength: 40,
  })
  .map((all) => all.map(([x, y], index): FeatureRow => ({ id: `c${index}`, features: { x, y } })));

describe('clusters', () => {
  it('do not depend on the order of rows, nor on rows that come twice, to the byte', () => {
    fc.assert(
      fc.property(
        points.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows))),
        fc.nat(1000),
        ([rows, given], seed) => {
          const options = { k: 3, seed, features: FEATURES };
          const expected = kMeans(frozenCopy(rows), options);
          expect(canonicalJson(kMeans(given, options))).toBe(canonicalJson(expected));
          expect(JSON.parse(JSON.stringify(expected))).toEqual(expected);
          expect(isDeeplyFrozen(expected)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are means, and every member is in the nearest', () => {
    fc.assert(
      fc.property(points, fc.nat(1000), (rows, seed) => {
        const found = kMeans(rows, { k: 4, seed, features: FEATURES, standardise: false });
        if (found.status !== 'clustered') return;
        expect(found.converged).toBe(true);
        const byId = new Map(rows.map(({ id, features }) => [id, features]));
        const distance = (id: string, centre: Readonly<Record<string, number>>) =>
          Math.hypot(...FEATURES.map((name) => byId.get(id)![name]! - centre[name]!));
        for (const { id, cluster, distance: own } of found.members) {
          expect(own).toBeCloseTo(distance(id, found.clusters[cluster - 1]!.centre), 9);
          for (const { centre } of found.clusters) {
            expect(own).toBeLessThanOrEqual(distance(id, centre) + 1e-9);
          }
        }
        const sizes = found.clusters.map(
          ({ cluster }) => found.members.filter((member) => member.cluster === cluster).length,
        );
        expect(sizes).toEqual(found.clusters.map(({ size }) => size));
        expect(Math.min(...sizes)).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

/** Lloyd's rounds without any bounds; enough where no group ever loses all members. */
function plainLloyd({ values, count, dimensions }: Points, start: Float64Array) {
  const k = start.length / dimensions;
  const centres = [...start];
  let labels = '';
  for (;;) {
    const next = Array.from({ length: count }, (_, i) => {
      const squared = Array.from({ length: k }, (_, c) => {
        let sum = 0;
        for (let j = 0; j < dimensions; j++) {
          const step = values[i * dimensions + j]! - centres[c * dimensions + j]!;
          sum += step * step;
        }
        return sum;
      });
      return squared.indexOf(Math.min(...squared));
    });
    if (new Set(next).size < k) return undefined;
    if (next.join() === labels) return next;
    labels = next.join();
    centres.fill(0);
    next.forEach((c, i) => {
      for (let j = 0; j < dimensions; j++) {
        centres[c * dimensions + j]! += values[i * dimensions + j]!;
      }
    });
    for (let c = 0; c < k; c++) {
      const size = next.filter((label) => label === c).length;
      for (let j = 0; j < dimensions; j++) centres[c * dimensions + j]! /= size;
    }
  }
}

describe('rounds with bounds', () => {
  it('end where rounds without them end', () => {
    const sample = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
      minLength: 30,
      maxLength: 120,
    });
    let compared = 0;
    fc.assert(
      fc.property(sample, (all) => {
        const count = Math.floor(all.length / 2);
        const given = { values: Float64Array.from(all.slice(0, 2 * count)), count, dimensions: 2 };
        const start = given.values.slice(0, 8);
        const expected = plainLloyd(given, start);
        if (expected === undefined) return;
        compared++;
        const found = partition(given, start, 1000);
        expect([...found.labels]).toEqual(expected);
        expect(found.converged).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});
