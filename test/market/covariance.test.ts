import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  correlationFromCovariance,
  covarianceFromCorrelation,
} from '../../src/market/index.js';
import published from '../fixtures/allocation/published.json' with { type: 'json' };
import {
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const check = (covariance: unknown, size = 2) => checkCovariance(wrong(covariance), 'S', size);

describe('checkCovariance', () => {
  it('takes rows or one row-major array, and returns a copy', () => {
    const rows = [
      [0.04, 0.01],
      [0.01, 0.09],
    ];
    const flat = new Float64Array([0.04, 0.01, 0.01, 0.09]);
    expect(check(rows)).toEqual(flat);
    expect(check(flat)).toEqual(flat);
    expect(check(flat)).not.toBe(flat);
    expect(check(rows.map((row) => Float64Array.from(row)))).toEqual(flat);
  });

  it('makes two halves that differ by rounding equal', () => {
    const matrix = check([
      [0.04, 0.1 * 0.3],
      [0.3 * 0.1 + 4e-18, 0.09],
    ]);
    expect(matrix[1]).toBe(matrix[2]);
  });

  it('takes a singular covariance: cash without risk, or fewer years than assets', () => {
    expect([
      ...check([
        [0, 0],
        [0, 0.04],
      ]),
    ]).toEqual([0, 0, 0, 0.04]);
    expect([
      ...check([
        [0.01, 0.02],
        [0.02, 0.04],
      ]),
    ]).toEqual([0.01, 0.02, 0.02, 0.04]);
    expect([
      ...check([
        [0, 0],
        [0, 0],
      ]),
    ]).toEqual([0, 0, 0, 0]);
  });

  it('judges by correlations, so that the scale of returns has no influence', () => {
    const bad = [
      [1, 1.1],
      [1.1, 1],
    ];
    for (const scale of [1e-12, 1, 1e12]) {
      const scaled = bad.map((row) => row.map((value) => value * scale));
      expectRefusal(() => check(scaled), 'not-positive-definite', 'S');
      // One asset small, the other large: still a correlation of 1.1.
      const mixed = [
        [1e-12, 1.1e-6 * scale],
        [1.1e-6 * scale, scale * scale],
      ];
      expectRefusal(() => check(mixed), 'not-positive-definite', 'S');
    }
  });

  it('forgives an eigenvalue as far below 0 as rounding may bring it, and no further', () => {
    // Correlations of 1 + d have the eigenvalues 2 + d and −d; two rows are forgiven 2 · 10⁻¹¹.
    const beyond = (d: number) => [
      [1, 1 + d],
      [1 + d, 1],
    ];
    expect(check(beyond(1.9e-11))).toHaveLength(4);
    expectRefusal(() => check(beyond(2.1e-11)), 'not-positive-definite', 'S');
  });

  it('refuses covariances that were printed with too few digits (A15)', () => {
    // Kwan and Yuan's six shares and a bank's ten classes rounded to 0.1 %: smallest eigenvalues
    // −0.00099 and −0.00061 by NumPy.
    for (const id of ['kwan_yuan_msr', 'lequant_issue8_asset_classes']) {
      const cov = published.cases.find((one) => one.id === id)?.input.cov;
      expectRefusal(() => check(cov, cov?.length), 'not-positive-definite', 'S');
    }
  });

  it('names the entry at fault', () => {
    expectRefusal(
      () =>
        check([
          [0.04, 0.01],
          [0.02, 0.09],
        ]),
      'not-symmetric',
      'S[1][0]',
    );
    expectRefusal(
      () =>
        check([
          [0.04, 0],
          [0, -0.01],
        ]),
      'out-of-range',
      'S[1][1]',
    );
    expectRefusal(
      () =>
        check([
          [0.04, Number.NaN],
          [0, 1],
        ]),
      'not-finite',
      'S[0][1]',
    );
    expectRefusal(
      () =>
        check([
          [0, 0.01],
          [0.01, 1],
        ]),
      'not-positive-definite',
      'S[0][1]',
    );
    expectRefusal(() => check([[0.04, 0.01]]), 'length-mismatch', 'S');
    expectRefusal(() => check([[0.04], [0.01]]), 'length-mismatch', 'S[0]');
    expectRefusal(() => check(new Float64Array(3)), 'length-mismatch', 'S');
    expectRefusal(() => check(new Float64Array([1, 0, 0, Number.NaN])), 'not-finite', 'S[3]');
    expectRefusal(() => check(undefined), 'missing-value', 'S');
    expectRefusal(() => check('matrix'), 'invalid-type', 'S');
    expectRefusal(
      () =>
        check([
          [1, '0'],
          [0, 1],
        ]),
      'invalid-type',
      'S[0][1]',
    );
  });
});

describe('covarianceFromCorrelation and back', () => {
  const volatility = [0.5, 0.25];
  const correlation = [
    [1, -0.5],
    [-0.5, 1],
  ];
  const covariance = [
    [0.25, -0.0625],
    [-0.0625, 0.0625],
  ];

  it('go both ways', () => {
    expect(covarianceFromCorrelation(volatility, correlation)).toEqual(covariance);
    expect(correlationFromCovariance(covariance)).toEqual({ volatility, correlation });
    expect(isDeeplyFrozen(covarianceFromCorrelation(volatility, correlation))).toBe(true);
    expect(isDeeplyFrozen(correlationFromCovariance(covariance))).toBe(true);
  });

  it('give an asset without variance no correlation with the others', () => {
    const split = correlationFromCovariance([
      [0, 0],
      [0, 0.04],
    ]);
    expect(split).toEqual({
      volatility: [0, 0.2],
      correlation: [
        [1, 0],
        [0, 1],
      ],
    });
    const made = covarianceFromCorrelation(
      [0, 0.2],
      [
        [1, -0.3],
        [-0.3, 1],
      ],
    );
    expect(made[0]).toEqual([0, 0]);
    expect(hasNegativeZero(made)).toBe(false);
  });

  it('keep correlations within ±1 where rounding would carry them out', () => {
    // 0.1² and 0.3² as doubles, and their product’s root: a correlation of 1 up to rounding.
    const { correlation: found } = correlationFromCovariance([
      [0.1 * 0.1, 0.1 * 0.3],
      [0.1 * 0.3, 0.3 * 0.3],
    ]);
    expectAllClose(
      found,
      [
        [1, 1],
        [1, 1],
      ],
      1e-15,
    );
    for (const value of found.flat()) expect(value).toBeLessThanOrEqual(1);
  });

  it('name the fault', () => {
    const act = (v: unknown, c: unknown) => () => covarianceFromCorrelation(wrong(v), wrong(c));
    expectRefusal(act([0.1, -0.2], correlation), 'out-of-range', 'volatility[1]');
    expectRefusal(act([0.1, Number.NaN], correlation), 'not-finite', 'volatility[1]');
    expectRefusal(act(undefined, correlation), 'missing-value', 'volatility');
    expectRefusal(act([0.1, 0.2], [[1, 0]]), 'length-mismatch', 'correlation');
    expectRefusal(act([0.1, 0.2], [[1, 0], [0]]), 'length-mismatch', 'correlation[1]');
    expectRefusal(act([0.1, 0.2], new Array(2)), 'missing-value', 'correlation[0]');
    expectRefusal(act([0.1], [[null]]), 'missing-value', 'correlation[0][0]');
    expectRefusal(() => correlationFromCovariance(wrong([])), 'empty', 'covariance');
    expectRefusal(() => correlationFromCovariance(wrong(null)), 'missing-value', 'covariance');
    expectRefusal(() => correlationFromCovariance([[-1]]), 'out-of-range', 'covariance[0][0]');
    expectRefusal(
      () =>
        correlationFromCovariance([
          [1, 2],
          [2, 1],
        ]),
      'not-positive-definite',
      'covariance',
    );
  });
});

describe('a covariance that a double cannot hold', () => {
  it('is refused with the volatility or the correlation', () => {
    const one = [[1]];
    expectRefusal(() => covarianceFromCorrelation([1e308], one), 'out-of-range', 'volatility[0]');
    const call = () => covarianceFromCorrelation([1], [[1e308]]);
    expectRefusal(call, 'out-of-range', 'correlation[0][0]');
  });
});
