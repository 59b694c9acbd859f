import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Standardised,
  standardisedRatio,
  standardiseMean,
  standardiseProportion,
  standardiseRate,
} from '../../../src/statistics/index.js';
import comparisons from '../../fixtures/statistics/comparisons.json' with { type: 'json' };
import fixture from '../../fixtures/statistics/rates.json' with { type: 'json' };
import { expectClose, expectRefusal, shuffled, wrong } from '../support.js';

function expectStandardised(
  result: Standardised,
  expected: { readonly value: number; readonly low: number; readonly high: number },
): void {
  if (result.status !== 'standardised') throw new Error('a figure expected');
  expectClose(result.value, expected.value, 1e-12);
  expectClose(result.interval.low, expected.low, 1e-10);
  expectClose(result.interval.high, expected.high, 1e-10);
}

describe('a standardised proportion', () => {
  it("has the weighted mean and the interval made of statsmodels' Wilson intervals", () => {
    for (const { rows, confidence, ...expected } of comparisons.shares) {
      const strata = rows.map(([weight, successes, n], i) => ({
        id: `s${i}`,
        weight: weight!,
        successes: successes!,
        n: n!,
      }));
      expectStandardised(standardiseProportion(strata, { confidence }), expected);
    }
    expect(comparisons.shares).toHaveLength(2);
  });

  it("turns Simpson's paradox: better in each stratum, worse in all", () => {
    // C. R. Charig and others, BMJ 292 (1986) 879–882: stones, open surgery 81/87 and 192/263, puncture 234/270 and 55/80.
    const mix = { small: 357, large: 343 };
    const of = (small: readonly [number, number], large: readonly [number, number]) =>
      standardiseProportion([
        { id: 'small', weight: mix.small, successes: small[0], n: small[1] },
        { id: 'large', weight: mix.large, successes: large[0], n: large[1] },
      ]);
    const [surgery, puncture] = [of([81, 87], [192, 263]), of([234, 270], [55, 80])];
    if (surgery.status !== 'standardised' || puncture.status !== 'standardised')
      throw new Error('figures expected');
    expect(surgery.crude).toBe(273 / 350);
    expect(puncture.crude).toBe(289 / 350);
    expectClose(surgery.value, (357 * (81 / 87) + 343 * (192 / 263)) / 700, 1e-14);
    expect(surgery.value).toBeGreaterThan(puncture.value);
  });

  it('is the crude one with its own mix, in any order of the strata', () => {
    const cell = fc.tuple(fc.nat(30), fc.nat(30)).filter(([a, b]) => a + b > 0);
    const keys = fc.array(fc.nat(), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), keys, (cells, order) => {
        const strata = cells.map(([a, b], i) => ({
          id: `s${i}`,
          weight: a + b,
          successes: a,
          n: a + b,
        }));
        const result = standardiseProportion(strata);
        if (result.status !== 'standardised') throw new Error('a figure expected');
        expectClose(result.value, result.crude, 1e-12);
        expect(standardiseProportion(shuffled(strata, order))).toStrictEqual(result);
      }),
    );
  });

  it('names strata without a case, unless they have no weight', () => {
    const empty = { id: 'new', weight: 1, successes: 0, n: 0 };
    const full = { id: 'old', weight: 1, successes: 3, n: 4 };
    expect(standardiseProportion([empty, full])).toStrictEqual({
      status: 'missing-strata',
      strata: ['new'],
    });
    expect(standardiseProportion([{ ...empty, weight: 0 }, full])).toMatchObject({
      value: 0.75,
      crude: 0.75,
    });
  });

  it('refuses what is no stratum', () => {
    const full = { id: 'old', weight: 1, successes: 3, n: 4 };
    expectRefusal(() => standardiseProportion([]), 'empty', 'strata');
    expectRefusal(() => standardiseProportion([full, full]), 'duplicate-id', 'strata[1].id');
    expectRefusal(
      () => standardiseProportion([{ ...full, weight: -1 }]),
      'out-of-range',
      'strata[0].weight',
    );
    expectRefusal(() => standardiseProportion([{ ...full, weight: 0 }]), 'out-of-range', 'strata');
    expectRefusal(
      () => standardiseProportion([{ ...full, successes: 5 }]),
      'out-of-range',
      'strata[0].successes',
    );
    expectRefusal(() => standardiseProportion(wrong(null)), 'missing-value', 'strata');
  });
});

describe('a standardised rate', () => {
  it('has the gamma interval of epitools', () => {
    for (const { events, exposures, weights, confidence, crude, ...expected } of fixture.direct) {
      const strata = events.map((count, i) => ({
        id: `s${i}`,
        weight: weights[i]!,
        events: count,
        exposure: exposures[i]!,
      }));
      const result = standardiseRate(strata, { confidence });
      expectStandardised(result, expected);
      if (result.status === 'standardised') expectClose(result.crude, crude, 1e-12);
    }
    expect(fixture.direct).toHaveLength(3);
  });

  it("is Garwood's for one stratum", () => {
    // F. Garwood (1936): 10 events, 4.795 to 18.39.
    const result = standardiseRate([{ id: 'all', weight: 1, events: 10, exposure: 1 }]);
    if (result.status !== 'standardised') throw new Error('a figure expected');
    expect(result.interval.low).toBeCloseTo(4.795, 3);
    expect(result.interval.high).toBeCloseTo(18.39, 2);
  });

  it('begins at 0 without events and names strata without exposure', () => {
    const none = { id: 'a', weight: 1, events: 0, exposure: 10 };
    expect(standardiseRate([none])).toMatchObject({ value: 0, interval: { low: 0 } });
    expect(standardiseRate([none, { ...none, id: 'b', exposure: 0 }])).toStrictEqual({
      status: 'missing-strata',
      strata: ['b'],
    });
  });

  it('refuses events without exposure and what is no stratum', () => {
    const none = { id: 'a', weight: 1, events: 0, exposure: 10 };
    expectRefusal(
      () => standardiseRate([{ ...none, events: 1, exposure: 0 }]),
      'out-of-range',
      'strata[0].events',
    );
    expectRefusal(
      () => standardiseRate([{ ...none, exposure: -1 }]),
      'out-of-range',
      'strata[0].exposure',
    );
    expectRefusal(
      () => standardiseRate([{ ...none, weight: Number.NaN }]),
      'not-finite',
      'strata[0].weight',
    );
  });
});

describe('a standardised mean', () => {
  it('has the weighted mean and the t interval of Welch and Satterthwaite', () => {
    for (const { rows, confidence, ...expected } of comparisons.means) {
      const strata = rows.map(([weight, n, mean, variance], i) => ({
        id: `s${i}`,
        weight: weight!,
        n: n!,
        mean: mean!,
        variance: variance!,
      }));
      expectStandardised(standardiseMean(strata, { confidence }), expected);
    }
    expect(comparisons.means).toHaveLength(2);
  });

  it('is a point if nothing varies, and names strata with fewer than two cases', () => {
    const still = { id: 'a', weight: 1, n: 3, mean: 5, variance: 0 };
    expect(standardiseMean([still])).toMatchObject({ value: 5, interval: { low: 5, high: 5 } });
    const single = { id: 'b', weight: 2, n: 1, mean: 7 };
    expect(standardiseMean([still, single, { id: 'c', weight: 1, n: 0 }])).toStrictEqual({
      status: 'missing-strata',
      strata: ['b', 'c'],
    });
    // (3·5 + 7)/4
    expect(standardiseMean([still, { ...single, weight: 0 }])).toMatchObject({
      value: 5,
      crude: 5.5,
    });
  });

  it('refuses cases without mean or variance', () => {
    const still = { id: 'a', weight: 1, n: 3, mean: 5, variance: 0 };
    expectRefusal(
      () => standardiseMean([{ id: 'a', weight: 1, n: 2, mean: 1 }]),
      'missing-value',
      'strata[0].variance',
    );
    expectRefusal(
      () => standardiseMean([{ id: 'a', weight: 1, n: 1 }]),
      'missing-value',
      'strata[0].mean',
    );
    expectRefusal(
      () => standardiseMean([{ ...still, variance: -1 }]),
      'out-of-range',
      'strata[0].variance',
    );
  });
});

describe('observed against expected', () => {
  it('is their ratio with the exact interval of the observed count', () => {
    const result = standardisedRatio([
      { id: 'a', events: 6, exposure: 200, referenceRate: 0.02 },
      { id: 'b', events: 4, exposure: 100, referenceRate: 0.01 },
    ]);
    if (result.status !== 'standardised') throw new Error('a ratio expected');
    expectClose(result.expected, 5, 1e-14);
    expectClose(result.ratio, 2, 1e-14);
    // Garwood's bounds of 10 events, 4.795389 and 18.390356, over 5.
    expect(result.interval.low).toBeCloseTo(4.795389 / 5, 6);
    expect(result.interval.high).toBeCloseTo(18.390356 / 5, 6);
  });

  it('says when nothing is expected, and refuses what is no stratum', () => {
    const none = { id: 'a', events: 2, exposure: 10, referenceRate: 0 };
    expect(standardisedRatio([none])).toStrictEqual({ status: 'nothing-expected', observed: 2 });
    expectRefusal(() => standardisedRatio([]), 'empty', 'strata');
    expectRefusal(
      () => standardisedRatio([{ ...none, referenceRate: -1 }]),
      'out-of-range',
      'strata[0].referenceRate',
    );
    expectRefusal(() => standardisedRatio([none, none]), 'duplicate-id', 'strata[1].id');
  });
});
