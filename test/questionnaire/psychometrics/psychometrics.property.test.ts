import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crossTabulate,
  intraclassCorrelations,
  RISK_LEVELS,
  reliability,
  retestReliability,
  weightedKappa,
} from '../../../src/questionnaire/index.js';
import { expectNear } from './support.js';

const points = fc.integer({ min: 1, max: 5 });
const shape = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }));
const rowsOf = (cell: fc.Arbitrary<number>) =>
  shape.chain(([n, k]) =>
    fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
  );
const wholeRows = rowsOf(points);
const anyRows = rowsOf(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((m) =>
    fc.array(fc.array(fc.nat(30), { minLength: m, maxLength: m }), { minLength: m, maxLength: m }),
  );

function everyNumber(value: unknown, check: (number: number) => void): void {
  if (typeof value === 'number') check(value);
  else if (typeof value === 'object' && value !== null) {
    expect(Object.isFrozen(value)).toBe(true);
    for (const part of Object.values(value)) everyNumber(part, check);
  }
}

function expectPlain(value: unknown): void {
  everyNumber(value, (number) => {
    expect(Number.isFinite(number)).toBe(true);
    expect(Object.is(number, -0)).toBe(false);
  });
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
}

describe('reliability', () => {
  it('gives plain, frozen, finite figures and leaves its arguments alone', () => {
    fc.assert(
      fc.property(fc.oneof(wholeRows, anyRows), (rows) => {
        const before = structuredClone(rows);
        expectPlain(reliability(rows));
        expect(rows).toEqual(before);
      }),
    );
  });

  it('does not depend on the order of the responses, to the last bit', () => {
    fc.assert(
      fc.property(
        wholeRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          expect(reliability(shuffled)).toEqual(reliability(rows));
        },
      ),
    );
  });

  it('takes counts for as many responses', () => {
    fc.assert(
      fc.property(
        wholeRows.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.array(fc.nat(4), { minLength: rows.length, maxLength: rows.length }),
          ),
        ),
        ([rows, counts]) => {
          const repeated = rows.flatMap((row, i) => Array.from({ length: counts[i]! }, () => row));
          fc.pre(repeated.length > 0);
          expect(reliability(rows, { counts })).toEqual(reliability(repeated));
        },
      ),
    );
  });

  it('takes records for lists, and typed arrays too', () => {
    fc.assert(
      fc.property(wholeRows, (rows) => {
        const items = rows[0]!.map((_, i) => `q${i}`);
        const records = rows.map((row) => Object.fromEntries(row.map((x, i) => [items[i]!, x])));
        const expected = reliability(rows, { items });
        expect(reliability(records)).toEqual(expected);
        const typed = rows.map((row) => Float64Array.from(row)) as unknown as number[][];
        expect(reliability(typed, { items })).toEqual(expected);
      }),
    );
  });

  it('leaves out a response with a missing answer and nothing else', () => {
    fc.assert(
      fc.property(wholeRows, fc.nat(), (rows, place) => {
        const at = place % (rows.length + 1);
        const holed = rows[0]!.map((x, i) => (i === 0 ? null : x));
        const all = [...rows.slice(0, at), holed, ...rows.slice(at)];
        const { reasons, ...result } = reliability(all, { missing: 'listwise' });
        const { reasons: without, ...expected } = reliability(rows);
        expect(result).toEqual({ ...expected, dropped: 1 });
        expect(reasons).toHaveLength(without.length + 1);
      }),
    );
  });

  it('keeps the bounds in their order', () => {
    fc.assert(
      fc.property(wholeRows, (rows) => {
        const result = reliability(rows);
        if (result.status !== 'measured' || result.lambdas === null) return;
        const { lambda1, lambda2, lambda3, lambda5 } = result.lambdas;
        expect(lambda2).toBeGreaterThanOrEqual(lambda3 - 1e-9 * Math.max(1, Math.abs(lambda3)));
        expect(lambda5).toBeGreaterThanOrEqual(lambda1);
        expectNear(lambda3, result.standardisedAlpha, 1e-9 * Math.max(1, Math.abs(lambda3)));
        if (result.alpha === null) return;
        const { low, high } = result.alpha.interval;
        expect(result.alpha.value).toBeLessThanOrEqual(1 + 1e-12);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('finds a range of splits that holds their mean, whatever the order of the items', () => {
    fc.assert(
      fc.property(wholeRows, (rows) => {
        const result = reliability(rows);
        const mirrored = reliability(rows.map((row) => [...row].reverse()));
        if (result.status !== 'measured' || mirrored.status !== 'measured') return;
        if (result.splitHalf === null || result.reversed.length > 0) return;
        if (mirrored.reversed.length > 0 || mirrored.splitHalf === null) return;
        const { min, mean, max } = result.splitHalf.everySplit;
        const other = mirrored.splitHalf.everySplit;
        expect(min).toBeLessThanOrEqual(mean + 1e-12);
        expect(mean).toBeLessThanOrEqual(max + 1e-12);
        expectNear([other.min, other.mean, other.max], [min, mean, max], 1e-9);
        // Equal halves: the mean of all splits is the standardised alpha (Cronbach 1951, theorem 3).
        if (result.k % 2 === 0) expectNear(mean, result.standardisedAlpha, 1e-9);
      }),
    );
  });

  it('is the same in other units', () => {
    fc.assert(
      fc.property(wholeRows, (rows) => {
        const result = reliability(rows);
        const scaled = reliability(rows.map((row) => row.map((x) => 8 * x - 16)));
        if (result.status !== 'measured' || scaled.status !== 'measured') return;
        const size = Math.max(1, Math.abs(result.alpha?.value ?? 0));
        expectNear(scaled.alpha?.value ?? null, result.alpha?.value ?? null, 1e-9 * size);
        expectNear(scaled.total.sd, 8 * result.total.sd, 1e-9);
        expect(scaled.reversed).toEqual(result.reversed);
      }),
    );
  });
});

describe('intraclassCorrelations', () => {
  it('gives plain, frozen, finite figures', () => {
    fc.assert(
      fc.property(fc.oneof(wholeRows, anyRows), (rows) => {
        expectPlain(intraclassCorrelations(rows));
      }),
    );
  });

  it('does not mind who comes first, and in consistency not how strict a rater is', () => {
    fc.assert(
      fc.property(wholeRows, (rows) => {
        const result = intraclassCorrelations(rows);
        const turned = intraclassCorrelations([...rows].reverse());
        const stricter = intraclassCorrelations(
          rows.map(([first, ...rest]) => [first! + 7, ...rest]),
        );
        if (result.status !== 'measured') return;
        if (turned.status !== 'measured' || stricter.status !== 'measured') {
          throw new Error('is undetermined');
        }
        expectNear(turned.icc2.value, result.icc2.value, 1e-9);
        expectNear(stricter.icc3.value, result.icc3.value, 1e-9);
      }),
    );
  });
});

describe('weightedKappa and retestReliability', () => {
  it('give plain, frozen, finite figures between -1 and 1', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const stability = retestReliability(counts);
        expectPlain(stability);
        const { quadraticKappa, pearson, kendallTauB } = stability;
        expect(weightedKappa(counts)).toEqual(quadraticKappa);
        for (const figure of [
          pearson,
          kendallTauB,
          'value' in quadraticKappa ? quadraticKappa.value : 0,
        ]) {
          expect(Math.abs(figure ?? 0)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('do not mind which assessment came first', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const turned = counts.map((_, i) => counts.map((row) => row[i]!));
        const [a, b] = [retestReliability(counts), retestReliability(turned)];
        expectNear(b.pearson, a.pearson, 1e-12);
        expectNear(b.spearman, a.spearman, 1e-12);
        expectNear(b.kendallTauB, a.kendallTauB, 1e-12);
        if (a.quadraticKappa.status !== 'measured' || b.quadraticKappa.status !== 'measured')
          return;
        expectNear(b.quadraticKappa.value, a.quadraticKappa.value, 1e-12);
      }),
    );
  });

  it('count every pair once', () => {
    const level = fc.constantFrom(...RISK_LEVELS);
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level)), (pairs) => {
        const counts = crossTabulate(pairs, RISK_LEVELS);
        expect(counts.flat().reduce((a, b) => a + b, 0)).toBe(pairs.length);
        expect(retestReliability(counts).n).toBe(pairs.length);
      }),
    );
  });
});
