import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRecurring } from '../../src/client/index.js';
import { monthStart, monthTable } from '../../src/client/recurring/months.js';
import { addDays, daysBetween, makeDate } from '../../src/dates/index.js';
import { canonicalJson } from '../../src/evidence/index.js';
import { createRandom } from '../../src/numerics/index.js';
import { CASES, noise } from './recurring-cases.js';
import { AS_OF, shuffled } from './recurring-generator.js';
import { frozenCopy, isDeeplyFrozen } from './support.js';

const samples = fc
  .record({
    make: fc.constantFrom(...Object.values(CASES), noise),
    seed: fc.integer({ min: 0, max: 100_000 }),
  })
  .map(({ make, seed }) => make(seed));

describe('recurring streams', () => {
  it('are the same to the byte for rows in any order, some of them twice', () => {
    fc.assert(
      fc.property(samples, fc.nat(), ({ rows }, seed) => {
        const again = rows.filter((_, index) => index % 3 === 0);
        const other = shuffled([...rows, ...again], createRandom(seed));
        expect(canonicalJson(findRecurring(other, { asOf: AS_OF }))).toBe(
          canonicalJson(findRecurring(rows, { asOf: AS_OF })),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('are the same whatever the ids are, which within a day are in no order either', () => {
    fc.assert(
      fc.property(samples, fc.nat(), ({ rows }, seed) => {
        const random = createRandom(seed);
        const renamed = rows.map((row, i) => ({ ...row, id: `${random.uniform()} ${i}` }));
        const told = (given: typeof rows) =>
          findRecurring(given, { asOf: AS_OF })
            .streams.map(({ transactions: _, ...stream }) => canonicalJson(stream))
            .sort();
        expect(told(renamed)).toEqual(told(rows));
      }),
      { numRuns: 30 },
    );
  });

  it('are frozen, survive JSON, and leave their rows alone', () => {
    fc.assert(
      fc.property(samples, ({ rows }) => {
        const result = findRecurring(frozenCopy(rows), { asOf: AS_OF });
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(isDeeplyFrozen(result)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('take each booking once, by date, and keep their figures consistent', () => {
    fc.assert(
      fc.property(samples, ({ rows }) => {
        const { streams } = findRecurring(rows, { asOf: AS_OF });
        const dates = new Map(rows.map(({ id, bookingDate }) => [id, bookingDate]));
        const ids = streams.flatMap(({ transactions }) => transactions);
        expect(new Set(ids).size).toBe(ids.length);
        for (const stream of streams) {
          const own = stream.transactions.map((id) => dates.get(id)!);
          expect(own).toEqual([...own].sort());
          expect(new Set(own).size).toBe(own.length);
          expect(stream.occurrences).toBe(own.length);
          const { share } = stream.regularity;
          expect(share).toBeCloseTo(own.length / (own.length + stream.missed), 12);
          expect(share).toBeGreaterThanOrEqual(0.6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('expect the next one on or after the day, within its range, until they lapse for good', () => {
    const later = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(samples, later, later, ({ rows }, a, b) => {
        const [soon, late] = [a, b].sort((x, y) => x - y).map((days) => addDays(AS_OF, days));
        const now = findRecurring(rows, { asOf: soon! }).streams;
        const then = findRecurring(rows, { asOf: late! }).streams;
        for (const { status, next, nextRange, transactions } of now) {
          expect(next === null).toBe(status === 'lapsed');
          if (next !== null && nextRange !== null) {
            expect(next.date >= soon!).toBe(true);
            expect(nextRange.earliest >= soon!).toBe(true);
            expect(nextRange.earliest <= next.date && next.date <= nextRange.latest).toBe(true);
          }
          // What is unsure is left out once it has lapsed.
          const same = then.find((stream) => stream.transactions[0] === transactions[0]);
          if (status === 'lapsed') expect(same?.status).toBe('lapsed');
          if (status === 'pending') expect(same?.status ?? 'pending').toBe('pending');
          if (status === 'active') expect(['active', 'lapsed']).toContain(same?.status);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('do not depend on the scale of the amounts', () => {
    fc.assert(
      fc.property(samples, ({ rows }) => {
        const larger = rows.map((row) => ({
          ...row,
          amount: (Number(row.amount) * 100).toFixed(2),
        }));
        const ids = (given: typeof rows) =>
          findRecurring(given, { asOf: AS_OF }).streams.map(({ transactions }) => transactions);
        expect(ids(larger)).toEqual(ids(rows));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the table of months', () => {
  it('agrees with the dates', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(parts, ({ year, month }) => {
        const index = 12 * year + month - 1;
        const first = daysBetween('1970-01-01', makeDate({ year, month, day: 1 }));
        expect(monthStart(monthTable(index, index), index)).toBe(first);
        expect(monthStart(monthTable(24_000, 24_000), index)).toBe(first);
      }),
    );
  });
});
