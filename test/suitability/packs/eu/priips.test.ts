import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CreditQualityStep,
  type CreditRiskClass,
  creditRiskMeasure,
  INVESTOR_CLAIMS,
  type MarketRiskClass,
  marketRiskMeasure,
  returnMoments,
  summaryRiskIndicator,
  valueAtRiskEquivalentVolatility,
  valueAtRiskInReturnSpace,
} from '../../../../src/suitability/packs/eu/index.js';
import { expectRefusal } from '../../../refusal.js';

interface Row {
  readonly volatility: number;
  readonly skew: number;
  readonly excessKurtosis: number;
  readonly periods: number;
  readonly years: number;
  readonly valueAtRisk: number;
  readonly vev: number;
  readonly class: number;
}

const fixture = JSON.parse(readFileSync('test/fixtures/regulation/eu-priips.json', 'utf8')) as {
  readonly published: Omit<Row, 'excessKurtosis'> & {
    readonly moments: Readonly<Record<'M2' | 'M3' | 'M4', number>>;
  };
  readonly rows: readonly Row[];
  readonly series: readonly (Row & { readonly id: string; readonly returns: readonly number[] })[];
  readonly matrix: Readonly<Record<string, readonly number[]>>;
  readonly adjustedSteps: {
    readonly steps: readonly (readonly number[])[];
    readonly creditRiskMeasures: readonly number[];
  };
  readonly bounds: { readonly lowest: readonly number[] };
};

/** Equal to a relative error of some thousand roundings. */
function expectNear(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

describe('the market risk of a product of category 2', () => {
  it('is that of the example of the European supervisors', () => {
    const { moments, volatility, skew, periods, years, valueAtRisk, vev } = fixture.published;
    const sigma = Math.sqrt(moments.M2);
    const measured = {
      volatility: sigma,
      skew: moments.M3 / sigma ** 3,
      excessKurtosis: moments.M4 / sigma ** 4 - 3,
    };
    // Their moments have six digits, and their results four.
    expect(Math.abs(measured.volatility - volatility)).toBeLessThan(5e-9);
    expect(Math.abs(measured.skew - skew)).toBeLessThan(5e-8);
    expect(Math.abs(valueAtRiskInReturnSpace(measured, periods) - valueAtRisk)).toBeLessThan(1e-4);
    const found = valueAtRiskEquivalentVolatility(measured, { years, periods });
    expect(Math.abs(found - vev)).toBeLessThan(2e-4);
    expect(marketRiskMeasure(found)).toBe(4);
  });

  it.each(fixture.rows)('agrees with arithmetic of 50 digits: class $class', (row) => {
    const { periods, years, valueAtRisk, vev } = row;
    expectNear(valueAtRiskInReturnSpace(row, periods), valueAtRisk);
    const found = valueAtRiskEquivalentVolatility(row, { years, periods });
    expectNear(found, vev);
    expect(marketRiskMeasure(found)).toBe(row.class);
  });

  it.each(fixture.series)('is read from returns as from their exact moments: $id', (series) => {
    const { returns, periods, years } = series;
    const moments = returnMoments(returns);
    expectNear(moments.volatility, series.volatility);
    expectNear(moments.skew, series.skew);
    expectNear(moments.excessKurtosis, series.excessKurtosis);
    for (const given of [returns, Float64Array.from(returns)]) {
      expectNear(valueAtRiskInReturnSpace(given, periods), series.valueAtRisk);
      expectNear(valueAtRiskEquivalentVolatility(given, { years, periods }), series.vev);
    }
  });

  it('is almost nothing for returns that do not vary', () => {
    expect(returnMoments([0.1, 0.1, 0.1])).toEqual({ volatility: 0, skew: 0, excessKurtosis: 0 });
    expect(valueAtRiskInReturnSpace([0.1, 0.1, 0.1], 252)).toBe(0);
    // 3.842 is 1.96² rounded up, hence not quite nothing: (√3.842 − 1.96) / √4 = 0.0000510…
    const found = valueAtRiskEquivalentVolatility([0, 0], { years: 4, periods: 1008 });
    expect(found).toBeCloseTo(0.000051, 7);
    expect(marketRiskMeasure(found)).toBe(1);
  });

  it('is found for returns of any size whose moments exist', () => {
    // Two equally frequent values: skew 0, kurtosis 1.
    for (const size of [1e-200, 1e-20, 1, 1e150]) {
      expect(returnMoments([size, -size])).toEqual({
        volatility: size,
        skew: 0,
        excessKurtosis: -2,
      });
    }
  });

  it('leaves the returns as they were', () => {
    const returns = Object.freeze([0.01, -0.02, 0.005]);
    expect(Object.isFrozen(returnMoments(returns))).toBe(true);
    expect(returns).toEqual([0.01, -0.02, 0.005]);
  });
});

describe('marketRiskMeasure', () => {
  it('puts each bound into the class above it', () => {
    fixture.bounds.lowest.forEach((least, index) => {
      expect(marketRiskMeasure(least)).toBe(index + 1);
      if (index > 0) expect(marketRiskMeasure(least * (1 - 2e-16))).toBe(index);
    });
  });

  it('goes one class up for monthly prices, but never above 7', () => {
    const monthlyPricesOnly = true;
    const found = [0.001, 0.11, 0.79, 0.9].map((v) => marketRiskMeasure(v, { monthlyPricesOnly }));
    expect(found).toEqual([2, 4, 7, 7]);
  });

  it('takes a gain at 97.5 % for class 1', () => {
    expect(marketRiskMeasure(-0.01)).toBe(1);
  });
});

describe('creditRiskMeasure', () => {
  const STEPS: readonly CreditQualityStep[] = [0, 1, 2, 3, 4, 5, 6];

  it('adjusts the step to the term by the table of point 42', () => {
    const { steps, creditRiskMeasures } = fixture.adjustedSteps;
    for (const step of STEPS) {
      const expected = steps[step]?.map((adjusted) => creditRiskMeasures[adjusted]);
      expect([0.99, 5, 12.01].map((years) => creditRiskMeasure(step, { years }))).toEqual(expected);
    }
  });

  it('counts one year as more than up to one year, and twelve years as not exceeding twelve', () => {
    expect(creditRiskMeasure(4, { years: 1 })).toBe(4);
    expect(creditRiskMeasure(4, { years: 12 })).toBe(4);
  });

  it('does not adjust an assessment that reflects the term', () => {
    expect(creditRiskMeasure(5, { years: 20, assessedForTerm: true })).toBe(5);
    expect(creditRiskMeasure(5, { years: 20 })).toBe(6);
  });

  it('goes by the rank of the investor: points 46, 47, 49, 50 and 51', () => {
    const of = (step: CreditQualityStep) =>
      INVESTOR_CLAIMS.map((claim) => creditRiskMeasure(step, { years: 5, claim }));
    expect(of(3)).toEqual([1, 2, 2, 3, 5, 6]);
    expect(of(1)).toEqual([1, 1, 1, 1, 3, 4]);
    expect(of(6)).toEqual([1, 2, 5, 6, 6, 6]);
  });
});

describe('summaryRiskIndicator', () => {
  it('is the table of point 52', () => {
    for (const credit of [1, 2, 3, 4, 5, 6] as const) {
      const row = ([1, 2, 3, 4, 5, 6, 7] as const).map((m) => summaryRiskIndicator(m, credit));
      expect(row).toEqual(fixture.matrix[`CR${credit}`]);
    }
  });

  it('needs no credit risk for market risk 7', () => {
    expect(summaryRiskIndicator(7)).toBe(7);
  });

  it('never takes a missing credit risk for none', () => {
    expectRefusal(() => summaryRiskIndicator(3), 'missing-value', 'creditRisk');
    expectRefusal(() => summaryRiskIndicator(7, null as never), 'missing-value', 'creditRisk');
  });
});

describe('bad input', () => {
  const good = { volatility: 0.01, skew: 0, excessKurtosis: 0 };
  const period = { years: 5, periods: 1280 };
  const vev =
    (distribution: unknown, over: unknown = period) =>
    () =>
      valueAtRiskEquivalentVolatility(distribution as never, over as never);

  it.each([
    [vev(undefined), 'missing-value', 'distribution'],
    [vev(null), 'missing-value', 'distribution'],
    [vev('0.01'), 'invalid-type', 'distribution'],
    [vev([]), 'empty', 'returns'],
    [vev([0.01]), 'length-mismatch', 'returns'],
    [vev([0.01, Number.NaN]), 'not-finite', 'returns[1]'],
    [vev([0.01, Number.POSITIVE_INFINITY]), 'not-finite', 'returns[1]'],
    [vev([0.01, null]), 'missing-value', 'returns[1]'],
    [vev([0.01, '0.02']), 'invalid-type', 'returns[1]'],
    [vev([1e308, 1e308, -1e308, 1e308]), 'out-of-range', 'returns'],
    [vev([1e200, -1e200]), 'out-of-range', 'distribution'],
    [vev({ ...good, volatility: -0.01 }), 'out-of-range', 'distribution.volatility'],
    [vev({ ...good, skew: Number.NaN }), 'not-finite', 'distribution.skew'],
    [vev({ volatility: 0.01, skew: 0 }), 'missing-value', 'distribution.excessKurtosis'],
    // A skew of 300 over four periods: the expansion says that 97.5 % gain more than the formula of point 13 can hold.
    [vev({ ...good, skew: 300 }, { years: 1, periods: 4 }), 'out-of-range', 'distribution'],
    [vev(good, null), 'missing-value', 'period'],
    [vev(good, { periods: 1280 }), 'missing-value', 'period.years'],
    [vev(good, { years: 5, periods: 0 }), 'out-of-range', 'period.periods'],
    [vev(good, { years: 0, periods: 1280 }), 'out-of-range', 'period.years'],
    [() => valueAtRiskInReturnSpace(good, -1), 'out-of-range', 'periods'],
    [() => marketRiskMeasure(Number.NaN), 'not-finite', 'vev'],
    [() => marketRiskMeasure('0.1' as never), 'invalid-type', 'vev'],
    [
      () => marketRiskMeasure(0.1, { monthlyPricesOnly: 'no' as never }),
      'invalid-type',
      'options.monthlyPricesOnly',
    ],
    [() => creditRiskMeasure(7 as never, { years: 5 }), 'out-of-range', 'step'],
    [() => creditRiskMeasure(2.5 as never, { years: 5 }), 'invalid-type', 'step'],
    [() => creditRiskMeasure(3, undefined as never), 'missing-value', 'terms'],
    [() => creditRiskMeasure(3, { years: 0 }), 'out-of-range', 'terms.years'],
    [
      () => creditRiskMeasure(3, { years: 5, claim: 'senior' as never }),
      'unknown-value',
      'terms.claim',
    ],
    [
      () => creditRiskMeasure(3, { years: 5, assessedForTerm: 1 as never }),
      'invalid-type',
      'terms.assessedForTerm',
    ],
    [() => summaryRiskIndicator(0 as MarketRiskClass, 1), 'out-of-range', 'marketRisk'],
    [() => summaryRiskIndicator(3, 7 as CreditRiskClass), 'out-of-range', 'creditRisk'],
    [() => summaryRiskIndicator(7, 9 as CreditRiskClass), 'out-of-range', 'creditRisk'],
  ] as const)('is refused at its place: %#', (call, code, path) => {
    expectRefusal(call, code, path);
  });
});
