import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  compileAssumptions,
  correlationFromCovariance,
  covarianceFromCorrelation,
  estimateAssumptions,
  logReturns,
  meanReturns,
  sampleCovariance,
  simpleReturns,
} from '../../src/market/index.js';
import { expectAllClose, isDeeplyFrozen } from './support.js';

const price = fc.double({ min: 1, max: 1000, noNaN: true });
const prices = fc.array(price, { minLength: 2, maxLength: 30 });
/** Hundredths of a per cent: a real history is printed with few digits. */
const change = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 10_000);
const panel = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 12 }))
  .chain(([assets, rows]) =>
    fc.array(fc.array(change, { minLength: assets, maxLength: assets }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('returns', () => {
  it('compound to the whole growth, and logarithms add up to it', () => {
    fc.assert(
      fc.property(prices, (list) => {
        const growth = (list.at(-1) as number) / (list[0] as number);
        const compounded = simpleReturns(list).reduce((product, r) => product * (1 + r), 1);
        expectAllClose(compounded / growth, 1, 1e-11);
        const sum = logReturns(list).reduce((total, r) => total + r, 0);
        expectAllClose(sum, Math.log(growth), 1e-11);
      }),
    );
  });

  it('do not depend on the unit of the price', () => {
    fc.assert(
      fc.property(prices, (list) => {
        const doubled = list.map((value) => value * 2);
        expect(simpleReturns(doubled)).toEqual(simpleReturns(list));
        expect(logReturns(doubled)).toEqual(logReturns(list));
      }),
    );
  });
});

describe('sample moments', () => {
  it('are always a covariance, also with fewer rows than assets', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const covariance = sampleCovariance(rows);
        const size = covariance.length;
        expect([...checkCovariance(covariance, 'S', size)]).toEqual(covariance.flat());
      }),
    );
  });

  it('follow the assets when those change places', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const reversed = rows.map((row) => [...row].reverse());
        expect(meanReturns(reversed)).toEqual([...meanReturns(rows)].reverse());
        const back = [...sampleCovariance(reversed)].reverse().map((row) => [...row].reverse());
        expect(back).toEqual(sampleCovariance(rows));
      }),
    );
  });

  it('do not care in which order the periods come', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const reversed = [...rows].reverse();
        expectAllClose(meanReturns(reversed), meanReturns(rows), 1e-14);
        expectAllClose(sampleCovariance(reversed), sampleCovariance(rows), 1e-13);
      }),
    );
  });

  it('scale with the returns: means once, covariances twice', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const halved = rows.map((row) => row.map((value) => value / 2));
        expectAllClose(
          meanReturns(halved),
          meanReturns(rows).map((value) => value / 2),
          1e-14,
        );
        const quartered = sampleCovariance(rows).map((row) => row.map((value) => value / 4));
        expectAllClose(sampleCovariance(halved), quartered, 1e-13);
      }),
    );
  });

  it('leave the rows alone', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const frozen = Object.freeze(rows.map((row) => Object.freeze([...row])));
        meanReturns(frozen);
        sampleCovariance(frozen);
        expect(frozen).toEqual(rows);
      }),
    );
  });
});

describe('estimates', () => {
  const history = panel.map((returns) => ({
    assets: returns[0]!.map((_, i) => `asset ${i}`),
    periods: returns.map((_, i) => i),
    returns,
  }));
  const options = { asOf: '2026-01-01', source: 'made up' } as const;

  it('compile to the covariance of the sample, frozen', () => {
    fc.assert(
      fc.property(history, (given) => {
        const compiled = compileAssumptions(estimateAssumptions(given, options));
        expectAllClose(compiled.covariance, sampleCovariance(given.returns), 1e-13);
        expect(isDeeplyFrozen(compiled)).toBe(true);
      }),
    );
  });

  it('survive a round trip through JSON', () => {
    fc.assert(
      fc.property(history, (given) => {
        const estimate = estimateAssumptions(given, options);
        expect(JSON.parse(JSON.stringify(estimate))).toEqual(estimate);
        expect(estimateAssumptions(JSON.parse(JSON.stringify(given)), options)).toEqual(estimate);
      }),
    );
  });

  it('take a covariance apart and put it together again', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const covariance = sampleCovariance(rows);
        const { volatility, correlation } = correlationFromCovariance(covariance);
        expectAllClose(covarianceFromCorrelation(volatility, correlation), covariance, 1e-13);
      }),
    );
  });
});
