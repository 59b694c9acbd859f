import { describe, expect, it } from 'vitest';
import { compileAssumptions, estimateAssumptions } from '../../src/market/index.js';
import annual from '../fixtures/market/annual.json' with { type: 'json' };
import { annualReturns, expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const OPTIONS = { asOf: '2026-01-01', source: 'history' } as const;
const HISTORY = {
  assets: ['A', 'B'],
  periods: [2023, 2024, 2025],
  returns: [
    [0.1, 0.4],
    [0.2, 0.2],
    [0.3, 0],
  ],
};

describe('estimateAssumptions', () => {
  it('agrees with NumPy on 98 years of eight series', () => {
    const history = annualReturns();
    const estimate = estimateAssumptions(history, OPTIONS);
    expect(history.periods[0]).toBe(1928);
    expect(history.periods.at(-1)).toBe(2025);
    expect(estimate.assetClasses).toEqual(annual.columns);
    expectAllClose(estimate.expectedReturn, annual.mean);
    expectAllClose(estimate.volatility, annual.volatility);
    expectAllClose(estimate.correlation, annual.correlation);
  });

  it('makes assumptions that compile, with the covariance of the sample', () => {
    const compiled = compileAssumptions(estimateAssumptions(annualReturns(), OPTIONS));
    expectAllClose(compiled.covariance, annual.covariance);
  });

  it('compiles with fewer years than assets too', () => {
    const { assets, periods, returns } = annualReturns();
    const short = { assets, periods: periods.slice(0, 4), returns: returns.slice(0, 4) };
    const compiled = compileAssumptions(estimateAssumptions(short, OPTIONS));
    expect(compiled.assetClasses).toHaveLength(8);
  });

  it('turns monthly figures into annual ones: means times 12, deviations times √12', () => {
    const yearly = estimateAssumptions(HISTORY, OPTIONS);
    const monthly = estimateAssumptions(HISTORY, { ...OPTIONS, periodsPerYear: 12 });
    expectAllClose(monthly.expectedReturn, [2.4, 2.4], 1e-14);
    expectAllClose(monthly.volatility, [Math.sqrt(0.12), Math.sqrt(0.48)], 1e-14);
    expectAllClose(monthly.correlation, yearly.correlation, 1e-14);
  });

  it('says whose estimate it is and freezes it', () => {
    const estimate = estimateAssumptions(HISTORY, OPTIONS);
    expect(estimate).toMatchObject({
      asOf: '2026-01-01',
      source: 'history',
      assetClasses: ['A', 'B'],
    });
    expect(isDeeplyFrozen(estimate)).toBe(true);
  });

  it('names the fault in a history whose parts do not match', () => {
    const cases: readonly (readonly [object, Parameters<typeof expectRefusal>[1], string])[] = [
      [{ assets: ['A'] }, 'length-mismatch', 'history.returns[0]'],
      [{ assets: ['A', 'A'] }, 'duplicate-id', 'history.assets[1]'],
      [{ assets: [] }, 'empty', 'history.assets'],
      [{ assets: undefined }, 'missing-value', 'history.assets'],
      [{ periods: [2023, 2024] }, 'length-mismatch', 'history.periods'],
      [{ periods: [2023, 2024, 2024] }, 'duplicate-id', 'history.periods[2]'],
      [{ periods: ['2023', 2023, 2024] }, 'duplicate-id', 'history.periods[1]'],
      [{ periods: [2023, null, 2025] }, 'missing-value', 'history.periods[1]'],
      [{ periods: [2023, Number.NaN, 2025] }, 'not-finite', 'history.periods[1]'],
      [{ periods: undefined }, 'missing-value', 'history.periods'],
      [{ returns: [[0.1, 0.2]] }, 'length-mismatch', 'history.returns'],
      [{ returns: [[0.1, 0.2], [0.1, 0.2], [0.1]] }, 'length-mismatch', 'history.returns[2]'],
      [
        {
          returns: [
            [0.1, 0.2],
            [0.1, null],
            [0, 0],
          ],
        },
        'missing-value',
        'history.returns[1][1]',
      ],
      [
        {
          returns: [
            [0.1, 0.2],
            [0.1, Number.NaN],
            [0, 0],
          ],
        },
        'not-finite',
        'history.returns[1][1]',
      ],
    ];
    for (const [fault, code, path] of cases) {
      const history = wrong({ ...HISTORY, ...fault });
      expectRefusal(() => estimateAssumptions(history, OPTIONS), code, path);
    }
    expectRefusal(() => estimateAssumptions(wrong(null), OPTIONS), 'missing-value', 'history');
  });

  it('asks for a day that exists, a source and rows per year', () => {
    const act = (fault: object) => () =>
      estimateAssumptions(HISTORY, wrong({ ...OPTIONS, ...fault }));
    expectRefusal(act({ asOf: '2025-02-29' }), 'invalid-date', 'options.asOf');
    expectRefusal(act({ source: undefined }), 'missing-value', 'options.source');
    expectRefusal(act({ periodsPerYear: -1 }), 'out-of-range', 'options.periodsPerYear');
    expectRefusal(() => estimateAssumptions(HISTORY, wrong(undefined)), 'missing-value', 'options');
  });
});
