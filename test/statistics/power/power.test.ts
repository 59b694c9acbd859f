import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventsForLogRank,
  exposureForRates,
  minimumDetectableEffect,
  minimumDetectableProportion,
  minimumDetectableRate,
  powerForLogRank,
  powerForMeans,
  powerForProportions,
  powerForRates,
  type StudyDesign,
  sampleSizeForMeans,
  sampleSizeForProportions,
} from '../../../src/statistics/index.js';
import r from '../../fixtures/statistics/power.json' with { type: 'json' };
import unequal from '../../fixtures/statistics/power-unequal.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from '../support.js';

const designOf = (row: { significance: number; sides: number; power?: number; ratio?: number }) =>
  ({
    significance: row.significance,
    sides: row.sides as 1 | 2,
    ...(row.power === undefined ? {} : { power: row.power }),
    ...(row.ratio === undefined ? {} : { ratio: row.ratio }),
  }) satisfies StudyDesign;
const errors = (row: { significance: number; sides: number }) =>
  designOf({ significance: row.significance, sides: row.sides });

describe('power and size for proportions', () => {
  it('are those of R with equal groups and of statsmodels with unequal ones', () => {
    for (const row of r.proportions) {
      const sizes = { first: row.n, second: row.n };
      expectClose(powerForProportions(row.first, row.second, sizes, errors(row)), row.power, 1e-12);
    }
    for (const row of r.proportionSizes) {
      const size = sampleSizeForProportions(row.first, row.second, designOf(row));
      if (size.status !== 'found') throw new Error('a size expected');
      expectClose(size.unrounded, row.n, 1e-10);
      expect(size.first).toBe(Math.ceil(row.n));
      expect(size.second).toBe(size.first);
    }
    for (const row of unequal.proportions) {
      expectClose(
        powerForProportions(row.first, row.second, row.sizes, errors(row)),
        row.power,
        1e-12,
      );
    }
    expect([r.proportions, r.proportionSizes, unequal.proportions].map((l) => l.length)).toEqual([
      5, 4, 3,
    ]);
  });

  it('are each other turned round', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const ratio = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(share, share, ratio, fc.constantFrom(1, 2), (p, q, k, sides) => {
        fc.pre(Math.abs(p - q) > 0.01);
        const size = sampleSizeForProportions(p, q, {
          ratio: k,
          sides: sides as 1 | 2,
          power: 0.9,
        });
        if (size.status !== 'found') throw new Error('a size expected');
        const { first, second } = size;
        const power = powerForProportions(p, q, { first, second }, { sides: sides as 1 | 2 });
        expect(power).toBe(size.power);
        expect(power).toBeGreaterThanOrEqual(0.9 - 1e-9);
      }),
    );
  });

  it('say what is nearest to a baseline and still found', () => {
    const sizes = { first: 300, second: 200 };
    for (const side of ['above', 'below'] as const) {
      const found = minimumDetectableProportion(0.3, sizes, { side, power: 0.85 });
      if (found.status !== 'found') throw new Error('a proportion expected');
      expect(found.value > 0.3).toBe(side === 'above');
      expectClose(powerForProportions(0.3, found.value, sizes), 0.85, 1e-10);
      expectClose(found.difference, found.value - 0.3, 1e-12);
    }
    const few = { first: 3, second: 3 };
    expect(minimumDetectableProportion(0.5, few, { side: 'above' })).toStrictEqual({
      status: 'out-of-reach',
    });
    expect(minimumDetectableProportion(1, sizes, { side: 'above' })).toStrictEqual({
      status: 'out-of-reach',
    });
  });

  it('know certainty, sameness and hopelessness', () => {
    expect(powerForProportions(0, 1, { first: 9, second: 9 })).toBe(1);
    expect(powerForProportions(0, 0, { first: 9, second: 9 })).toBe(0);
    expect(sampleSizeForProportions(0, 1)).toMatchObject({ status: 'found', power: 1 });
    expect(sampleSizeForProportions(0.2, 0.2)).toStrictEqual({ status: 'no-difference' });
    expect(sampleSizeForProportions(0.5, 0.5 + 1e-12)).toStrictEqual({ status: 'out-of-reach' });
  });

  it('refuse what is no proportion, size or design', () => {
    const sizes = { first: 10, second: 10 };
    expectRefusal(() => powerForProportions(1.2, 0.5, sizes), 'out-of-range', 'first');
    expectRefusal(() => powerForProportions(0.2, Number.NaN, sizes), 'not-finite', 'second');
    expectRefusal(
      () => powerForProportions(0.2, 0.5, { first: 0, second: 1 }),
      'out-of-range',
      'sizes.first',
    );
    expectRefusal(() => powerForProportions(0.2, 0.5, wrong(null)), 'missing-value', 'sizes');
    expectRefusal(
      () => powerForProportions(0.2, 0.5, sizes, { significance: 0 }),
      'out-of-range',
      'options.significance',
    );
    expectRefusal(
      () => powerForProportions(0.2, 0.5, sizes, { sides: wrong(3) }),
      'out-of-range',
      'options.sides',
    );
    expectRefusal(
      () => sampleSizeForProportions(0.2, 0.5, { power: 1 }),
      'out-of-range',
      'options.power',
    );
    expectRefusal(
      () => sampleSizeForProportions(0.2, 0.5, { power: 0.01 }),
      'out-of-range',
      'options.power',
    );
    expectRefusal(
      () => sampleSizeForProportions(0.2, 0.5, { ratio: 0 }),
      'out-of-range',
      'options.ratio',
    );
    expectRefusal(
      () => minimumDetectableProportion(0.2, sizes, { side: wrong('up') }),
      'unknown-value',
      'options.side',
    );
  });
});

describe('power and size for means', () => {
  it('are those of R with equal groups and of statsmodels with unequal ones', () => {
    for (const row of r.means) {
      const sizes = { first: row.n, second: row.n };
      // R's noncentral t stops at 1e-12.
      expect(Math.abs(powerForMeans(row.effect, sizes, errors(row)) - row.power)).toBeLessThan(
        1e-11,
      );
    }
    for (const row of r.meanSizes) {
      const size = sampleSizeForMeans(row.effect, designOf(row));
      if (size.status !== 'found') throw new Error('a size expected');
      expectClose(size.unrounded, row.n, 1e-10);
      expect(size.first).toBe(Math.ceil(row.n));
    }
    for (const row of unequal.means) {
      expectClose(powerForMeans(row.effect, row.sizes, errors(row)), row.power, 1e-11);
    }
    expect([r.means, r.meanSizes, unequal.means].map((l) => l.length)).toEqual([6, 4, 3]);
  });

  it('do not depend on the side of the effect', () => {
    const sizes = { first: 20, second: 30 };
    expect(powerForMeans(-0.5, sizes)).toBe(powerForMeans(0.5, sizes));
    expect(sampleSizeForMeans(-0.5)).toStrictEqual(sampleSizeForMeans(0.5));
  });

  it('say the smallest effect found', () => {
    for (const sizes of [
      { first: 20, second: 35 },
      { first: 2, second: 2 },
      { first: 5000, second: 4000 },
    ]) {
      const effect = minimumDetectableEffect(sizes, { power: 0.9, significance: 0.01 });
      expectClose(powerForMeans(effect, sizes, { significance: 0.01 }), 0.9, 1e-10);
    }
  });

  it('know certainty, sameness and hopelessness', () => {
    expect(powerForMeans(1e6, { first: 2, second: 2 })).toBe(1);
    expect(sampleSizeForMeans(100)).toMatchObject({ status: 'found', first: 2, second: 2 });
    expect(sampleSizeForMeans(0)).toStrictEqual({ status: 'no-difference' });
    expect(sampleSizeForMeans(1e-12)).toStrictEqual({ status: 'out-of-reach' });
  });

  it('refuse what is no effect or size', () => {
    expectRefusal(() => powerForMeans(Number.NaN, { first: 2, second: 2 }), 'not-finite', 'effect');
    expectRefusal(() => powerForMeans(1, { first: 1, second: 2 }), 'out-of-range', 'sizes.first');
    expectRefusal(() => sampleSizeForMeans(wrong('1')), 'invalid-type', 'effect');
    expectRefusal(
      () => minimumDetectableEffect({ first: 2.5, second: 2 }),
      'invalid-type',
      'sizes.first',
    );
  });
});

describe('power and exposure for rates', () => {
  it('are those of statsmodels', () => {
    for (const row of unequal.rates) {
      expectClose(
        powerForRates(row.first, row.second, row.exposures, errors(row)),
        row.power,
        1e-12,
      );
    }
    expect(unequal.rates).toHaveLength(3);
  });

  it('are each other turned round, whatever the unit of time', () => {
    const need = exposureForRates(0.02, 0.03, { ratio: 1.5, power: 0.9 });
    const monthly = exposureForRates(0.02 / 12, 0.03 / 12, { ratio: 1.5, power: 0.9 });
    if (need.status !== 'found' || monthly.status !== 'found')
      throw new Error('exposures expected');
    expectClose(powerForRates(0.02, 0.03, need), 0.9, 1e-10);
    expectClose(need.second, need.first * 1.5, 1e-12);
    expectClose(monthly.first, need.first * 12, 1e-10);
  });

  it('say the nearest rate found', () => {
    const exposures = { first: 400, second: 700 };
    for (const side of ['above', 'below'] as const) {
      const found = minimumDetectableRate(0.1, exposures, { side });
      if (found.status !== 'found') throw new Error('a rate expected');
      expect(found.value > 0.1).toBe(side === 'above');
      expectClose(powerForRates(0.1, found.value, exposures), 0.8, 1e-10);
    }
    expect(minimumDetectableRate(0.001, exposures, { side: 'below' })).toStrictEqual({
      status: 'out-of-reach',
    });
    expect(minimumDetectableRate(0, exposures, { side: 'above' }).status).toBe('found');
  });

  it('know sameness, hopelessness and bad input', () => {
    expect(exposureForRates(2, 2)).toStrictEqual({ status: 'no-difference' });
    expect(exposureForRates(1, 1 + 1e-14)).toStrictEqual({ status: 'out-of-reach' });
    expectRefusal(() => powerForRates(-1, 1, { first: 1, second: 1 }), 'out-of-range', 'first');
    expectRefusal(
      () => powerForRates(1, 1, { first: 1, second: 0 }),
      'out-of-range',
      'exposures.second',
    );
    expectRefusal(() => exposureForRates(1, wrong(undefined)), 'missing-value', 'second');
  });
});

describe('events for the log-rank test', () => {
  it("are Schoenfeld's", () => {
    for (const row of unequal.events) {
      const need = eventsForLogRank(row.hazardRatio, designOf(row));
      if (need.status !== 'found') throw new Error('events expected');
      expectClose(need.unrounded, row.events, 1e-12);
      expect(need.events).toBe(Math.ceil(row.events));
      const { power, ...design } = designOf(row);
      expect(powerForLogRank(row.hazardRatio, need.events, design)).toBe(need.power);
      expect(need.power).toBeGreaterThanOrEqual(power!);
    }
    expect(unequal.events).toHaveLength(3);
  });

  it('are the same for a ratio and its inverse', () => {
    const [half, double] = [eventsForLogRank(0.5), eventsForLogRank(2)];
    expect(half).toMatchObject({ status: 'found', events: 66 });
    expect(double).toMatchObject({ status: 'found', events: 66 });
  });

  it('know sameness, hopelessness and bad input', () => {
    expect(eventsForLogRank(1)).toStrictEqual({ status: 'no-difference' });
    expect(eventsForLogRank(1 + 1e-9)).toStrictEqual({ status: 'out-of-reach' });
    expectRefusal(() => eventsForLogRank(0), 'out-of-range', 'hazardRatio');
    expectRefusal(() => powerForLogRank(2, 0), 'out-of-range', 'events');
  });
});
