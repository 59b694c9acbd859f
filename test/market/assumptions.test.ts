import { describe, expect, it } from 'vitest';
import scenario from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import { compileAssumptions } from '../../src/market/index.js';
import {
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const GOOD = {
  asOf: '2026-03-02' as const,
  source: 'made up',
  assetClasses: ['BOND', 'EQUITY'],
  expectedReturn: [0.03, 0.07],
  volatility: [0.05, 0.2],
  correlation: [
    [1, 0.1],
    [0.1, 1],
  ],
};

describe('compileAssumptions', () => {
  it('works out the covariance of the sample assumptions', () => {
    const { covariance, assetClasses } = compileAssumptions(wrong(scenario));
    expect(assetClasses).toEqual(['CASH', 'BOND', 'EQ_CN', 'EQ_GL', 'GOLD']);
    // By hand: 0.003², 0.003·0.028·0.1, −0.1·0.028·0.21, 0.45·0.21·0.16, 0.1·0.16·0.14.
    const byHand = [0.000009, 0.0000084, -0.000588, 0.01512, 0.00224];
    const entries = [
      [0, 0],
      [0, 1],
      [1, 2],
      [2, 3],
      [4, 3],
    ] as const;
    expectAllClose(
      entries.map(([i, j]) => covariance[i]?.[j]),
      byHand,
      1e-15,
    );
  });

  it('keeps what it was given, frozen and apart from the caller’s data', () => {
    const given = structuredClone(GOOD);
    const compiled = compileAssumptions(given);
    expect(compiled).toMatchObject(GOOD);
    expect(isDeeplyFrozen(compiled)).toBe(true);
    (given.correlation[0] as number[])[1] = 5;
    given.assetClasses[0] = 'other';
    expect(compiled).toMatchObject(GOOD);
  });

  it('leaves out the source where none is given, and takes its own result back', () => {
    const { source: _, ...without } = GOOD;
    const compiled = compileAssumptions(without);
    expect('source' in compiled).toBe(false);
    expect(compileAssumptions(compiled)).toEqual(compiled);
    expect(compileAssumptions(JSON.parse(JSON.stringify(compiled)))).toEqual(compiled);
  });

  it('takes a correlation that is singular, such as two classes that move as one', () => {
    const one = [
      [1, 1],
      [1, 1],
    ];
    const { covariance } = compileAssumptions({ ...GOOD, correlation: one });
    expectAllClose(
      covariance,
      [
        [0.0025, 0.01],
        [0.01, 0.04],
      ],
      1e-15,
    );
  });

  it('takes a class without any risk, and makes no negative zero of it', () => {
    const compiled = compileAssumptions({
      ...GOOD,
      volatility: [-0, 0.2],
      expectedReturn: [-0, 0.07],
    });
    expect(compiled.covariance[0]).toEqual([0, 0]);
    expect(hasNegativeZero(compiled)).toBe(false);
    const against = [
      [1, -0.1],
      [-0.1, 1],
    ];
    const { covariance } = compileAssumptions({
      ...GOOD,
      volatility: [0, 0.2],
      correlation: against,
    });
    expect(hasNegativeZero(covariance)).toBe(false);
  });

  it('names the fault in what is no view of markets', () => {
    const cases: readonly (readonly [object, Parameters<typeof expectRefusal>[1], string])[] = [
      [{ asOf: '2026-02-30' }, 'invalid-date', 'assumptions.asOf'],
      [{ asOf: undefined }, 'missing-value', 'assumptions.asOf'],
      [{ source: '' }, 'empty', 'assumptions.source'],
      [{ source: 5 }, 'invalid-type', 'assumptions.source'],
      [{ assetClasses: [] }, 'empty', 'assumptions.assetClasses'],
      [{ assetClasses: 'BOND' }, 'invalid-type', 'assumptions.assetClasses'],
      [{ assetClasses: ['BOND', 'BOND'] }, 'duplicate-id', 'assumptions.assetClasses[1]'],
      [{ assetClasses: ['BOND', ''] }, 'empty', 'assumptions.assetClasses[1]'],
      [{ assetClasses: new Array(2) }, 'missing-value', 'assumptions.assetClasses[0]'],
      [{ expectedReturn: [0.03] }, 'length-mismatch', 'assumptions.expectedReturn'],
      [{ expectedReturn: [0.03, Number.NaN] }, 'not-finite', 'assumptions.expectedReturn[1]'],
      [{ expectedReturn: [0.03, -1] }, 'out-of-range', 'assumptions.expectedReturn[1]'],
      [{ expectedReturn: [0.03, '0.07'] }, 'invalid-type', 'assumptions.expectedReturn[1]'],
      [{ expectedReturn: [0.03, null] }, 'missing-value', 'assumptions.expectedReturn[1]'],
      [{ volatility: [0.05, -0.2] }, 'out-of-range', 'assumptions.volatility[1]'],
      [{ volatility: [0.05, Number.POSITIVE_INFINITY] }, 'not-finite', 'assumptions.volatility[1]'],
      [{ volatility: null }, 'missing-value', 'assumptions.volatility'],
      [{ correlation: null }, 'missing-value', 'assumptions.correlation'],
    ];
    for (const [fault, code, path] of cases) {
      expectRefusal(() => compileAssumptions(wrong({ ...GOOD, ...fault })), code, path);
    }
    expectRefusal(() => compileAssumptions(wrong(undefined)), 'missing-value', 'assumptions');
    expectRefusal(() => compileAssumptions(wrong([])), 'invalid-type', 'assumptions');
  });

  it('takes the rounding off a correlation as NumPy’s corrcoef has it', () => {
    // numpy.corrcoef of any two rows in proportion leaves such figures: 1 − 2⁻⁵³ on the diagonal, or 1 + 10⁻¹⁵ beside it.
    const almost = 0.9999999999999999;
    for (const beside of [0.1, 1 + 1e-15, -1 - 1e-15]) {
      const correlation = [
        [almost, beside],
        [beside, 1 + 2e-16],
      ];
      const exact = Math.max(-1, Math.min(1, beside));
      const compiled = compileAssumptions({ ...GOOD, correlation });
      expect(compiled.correlation).toEqual([
        [1, exact],
        [exact, 1],
      ]);
      // 0.05² by hand.
      expectAllClose(compiled.covariance[0]?.[0], 0.0025, 1e-15);
    }
    for (const [diagonal, beside, path] of [
      [1 - 1e-11, 0.1, '[0][0]'],
      [1 + 1e-11, 0.1, '[0][0]'],
      [1, 1 + 1e-11, '[0][1]'],
    ] as const) {
      const correlation = [
        [diagonal, beside],
        [beside, 1],
      ];
      const act = () => compileAssumptions({ ...GOOD, correlation });
      expectRefusal(act, 'out-of-range', `assumptions.correlation${path}`);
    }
  });

  it('refuses a correlation that no returns can have', () => {
    const cases: readonly (readonly [unknown, Parameters<typeof expectRefusal>[1], string])[] = [
      [[[1, 0.1]], 'length-mismatch', ''],
      [[[1, 0.1], [0.1]], 'length-mismatch', '[1]'],
      [
        [
          [1, 0.1],
          [0.2, 1],
        ],
        'not-symmetric',
        '[1][0]',
      ],
      [
        [
          [1, 0.1],
          [0.1, 0.9],
        ],
        'out-of-range',
        '[1][1]',
      ],
      [
        [
          [1, 1.5],
          [1.5, 1],
        ],
        'out-of-range',
        '[0][1]',
      ],
      [
        [
          [1, Number.NaN],
          [Number.NaN, 1],
        ],
        'not-finite',
        '[0][1]',
      ],
      [[[1, 0.1], null], 'missing-value', '[1]'],
    ];
    for (const [correlation, code, place] of cases) {
      const path = `assumptions.correlation${place}`;
      expectRefusal(() => compileAssumptions(wrong({ ...GOOD, correlation })), code, path);
    }
  });

  it('refuses three correlations of −0.9 (A15), whose smallest eigenvalue is 1 − 2 · 0.9', () => {
    const correlation = [
      [1, -0.9, -0.9],
      [-0.9, 1, -0.9],
      [-0.9, -0.9, 1],
    ];
    const three = {
      ...GOOD,
      assetClasses: ['A', 'B', 'C'],
      expectedReturn: [0, 0, 0],
      volatility: [0.1, 0.1, 0.1],
      correlation,
    };
    const act = () => compileAssumptions(three);
    expectRefusal(act, 'not-positive-definite', 'assumptions.correlation');
    expect(act).toThrow(/eigenvalue.*received -0\.(8|7999)/);
  });
});

describe('assumptions beyond all markets', () => {
  it.each(['expectedReturn', 'volatility'] as const)('are refused: %s', (field) => {
    const given = { ...GOOD, [field]: [0.1, 1e308] };
    expectRefusal(() => compileAssumptions(given), 'out-of-range', `assumptions.${field}[1]`);
  });
});
