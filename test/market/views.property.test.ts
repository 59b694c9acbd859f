import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackLitterman, checkCovariance, type View } from '../../src/market/index.js';
import { expectAllClose, hasNegativeZero } from './support.js';

const SIGMA = [
  [0.04, 0.006, 0.012],
  [0.006, 0.0225, 0.009],
  [0.012, 0.009, 0.0625],
];
const PI = [0.05, 0.035, 0.07];
const NAMES = ['A', 'B', 'C'];

const hundredth = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);
const pick = fc.tuple(hundredth, hundredth, hundredth).filter((row) => row.some((w) => w !== 0));
const confidence = fc.integer({ min: 0, max: 99 }).map((n) => n / 100);
const view = fc.record({ pick, expected: hundredth, confidence });
const views = fc.array(view, { maxLength: 5 });

const solve = (stated: readonly View[]) =>
  blackLitterman({ assets: NAMES, equilibrium: PI, covariance: SIGMA, tau: 0.05, views: stated });

describe('views', () => {
  it('give the same by name as by row, and in any order of the assets', () => {
    fc.assert(
      fc.property(views, (stated) => {
        const rows = solve(stated);
        const named = solve(
          stated.map(({ pick: row, ...rest }) => ({
            ...rest,
            pick: Object.fromEntries(row.map((weight, i) => [NAMES[i]!, weight])),
          })),
        );
        expect(named).toEqual(rows);
        const turned = blackLitterman({
          equilibrium: [...PI].reverse(),
          covariance: [...SIGMA].reverse().map((row) => [...row].reverse()),
          tau: 0.05,
          views: stated.map((one) => ({ ...one, pick: [...one.pick].reverse() })),
        });
        expectAllClose([...turned.expectedReturn].reverse(), rows.expectedReturn, 1e-9);
        expect(hasNegativeZero(rows)).toBe(false);
      }),
    );
  });

  it('never add doubt, and leave a covariance', () => {
    fc.assert(
      fc.property(views, (stated) => {
        const { meanCovariance, covariance } = solve(stated);
        meanCovariance.forEach((row, i) => {
          expect(row[i]!).toBeGreaterThanOrEqual(0);
          expect(row[i]!).toBeLessThanOrEqual(0.05 * SIGMA[i]![i]! * (1 + 1e-12));
        });
        expect(() => checkCovariance(covariance, 'S', 3)).not.toThrow();
      }),
    );
  });

  it('alone draw their own portfolio to them by just their confidence', () => {
    fc.assert(
      fc.property(view, (one) => {
        const [effect] = solve([one]).views;
        const { equilibrium, posterior } = effect!;
        const aim = equilibrium + one.confidence * (one.expected - equilibrium);
        expect(Math.abs(posterior - aim)).toBeLessThanOrEqual(1e-14);
      }),
    );
  });

  it('of a multiple of a portfolio are the same view', () => {
    fc.assert(
      fc.property(view, fc.integer({ min: 1, max: 20 }), (one, k) => {
        const factor = k / 2;
        const scaled = {
          ...one,
          pick: one.pick.map((weight) => weight * factor),
          expected: one.expected * factor,
        };
        expectAllClose(solve([scaled]).expectedReturn, solve([one]).expectedReturn, 1e-12);
      }),
    );
  });

  it('of no confidence change nothing beside others', () => {
    fc.assert(
      fc.property(views, view, (stated, other) => {
        const silent = { ...other, confidence: 0 };
        const result = solve([...stated, silent]);
        expect(result.expectedReturn).toEqual(solve(stated).expectedReturn);
        expect(result.covariance).toEqual(solve(stated).covariance);
      }),
    );
  });
});
