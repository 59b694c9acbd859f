import { describe, expect, it } from 'vitest';
import { allocate, problemForLevel } from '../../src/allocation/index.js';
import { RISK_LEVELS } from '../../src/questionnaire/index.js';
import {
  assumptions,
  atLevel,
  expectRefusal,
  isDeeplyFrozen,
  optimal,
  policy,
  wrong,
} from './support.js';

describe('problemForLevel', () => {
  it('writes a bank’s policy as a problem', () => {
    const problem = problemForLevel(assumptions, policy, 'C3');
    expect(problem).toEqual({
      assets: ['CASH', 'BOND', 'EQ_CN', 'EQ_GL', 'GOLD'],
      expectedReturn: assumptions.expectedReturn,
      covariance: assumptions.covariance,
      objective: { kind: 'utility', riskAversion: 5 },
      bounds: {
        CASH: { min: 0.05 },
        BOND: { max: 0.8 },
        EQ_CN: {},
        EQ_GL: {},
        GOLD: { max: 0.1 },
      },
      groups: [{ id: 'equity', members: ['EQ_CN', 'EQ_GL'], max: 0.3 }],
    });
    expect(isDeeplyFrozen(problem)).toBe(true);
  });

  it('takes more return and more risk from level to level', () => {
    const results = RISK_LEVELS.map(atLevel);
    results.slice(1).forEach((result, k) => {
      expect(result.expectedReturn).toBeGreaterThan(results[k]?.expectedReturn as number);
      expect(result.volatility).toBeGreaterThan(results[k]?.volatility as number);
    });
  });

  it('does without a cap where no class counts as equity', () => {
    const problem = problemForLevel(assumptions, { ...policy, equityClasses: [] }, 'C1');
    expect(problem.groups).toEqual([]);
    expect(optimal(allocate(problem)).weights.EQ_CN).toBeGreaterThan(0);
  });

  it('names the fault in a policy', () => {
    const level = { lambda: 1, equityMax: 0.3 };
    const cases: readonly (readonly [object, Parameters<typeof expectRefusal>[1], string])[] = [
      [{ lower: { SILVER: 0.1 } }, 'unknown-id', 'policy.lower.SILVER'],
      [{ upper: { SILVER: 0.1 } }, 'unknown-id', 'policy.upper.SILVER'],
      [{ lower: { CASH: -0.1 } }, 'out-of-range', 'policy.lower.CASH'],
      [{ upper: { CASH: 1.1 } }, 'out-of-range', 'policy.upper.CASH'],
      [{ lower: { CASH: Number.NaN } }, 'not-finite', 'policy.lower.CASH'],
      [{ lower: { CASH: '0.1' } }, 'invalid-type', 'policy.lower.CASH'],
      [{ lower: undefined }, 'missing-value', 'policy.lower'],
      [{ upper: null }, 'missing-value', 'policy.upper'],
      [{ equityClasses: undefined }, 'missing-value', 'policy.equityClasses'],
      [{ equityClasses: ['SILVER'] }, 'unknown-id', 'policy.equityClasses[0]'],
      [{ equityClasses: ['EQ_CN', 'EQ_CN'] }, 'duplicate-id', 'policy.equityClasses[1]'],
      [{ equityClasses: [7] }, 'invalid-type', 'policy.equityClasses[0]'],
      [{ equityClasses: new Array(1) }, 'missing-value', 'policy.equityClasses[0]'],
      [{ levels: undefined }, 'missing-value', 'policy.levels'],
      [{ levels: { C1: level } }, 'missing-value', 'policy.levels.C3'],
      [{ levels: { C3: { ...level, lambda: 0 } } }, 'out-of-range', 'policy.levels.C3.lambda'],
      [
        { levels: { C3: { ...level, equityMax: 2 } } },
        'out-of-range',
        'policy.levels.C3.equityMax',
      ],
      [{ levels: { C3: { lambda: 1 } } }, 'missing-value', 'policy.levels.C3.equityMax'],
    ];
    for (const [fault, code, path] of cases) {
      const act = () => problemForLevel(assumptions, wrong({ ...policy, ...fault }), 'C3');
      expectRefusal(act, code, path);
    }
    expectRefusal(() => problemForLevel(assumptions, wrong(null), 'C3'), 'missing-value', 'policy');
  });

  it('asks for compiled assumptions and a level that exists', () => {
    const act = (given: unknown) => () => problemForLevel(wrong(given), policy, 'C3');
    expectRefusal(act(undefined), 'missing-value', 'assumptions');
    expectRefusal(act({}), 'missing-value', 'assumptions.assetClasses');
    // Assumptions that were never compiled have no covariance.
    const { covariance: _, ...uncompiled } = assumptions;
    expectRefusal(act(uncompiled), 'missing-value', 'assumptions.covariance');
    expectRefusal(
      act({ ...assumptions, covariance: null }),
      'missing-value',
      'assumptions.covariance',
    );
    expectRefusal(
      act({ ...assumptions, covariance: [[1]] }),
      'length-mismatch',
      'assumptions.covariance',
    );
    expectRefusal(
      act({ ...assumptions, expectedReturn: [0.01, 0.02, 0.03, 0.04, Number.NaN] }),
      'not-finite',
      'assumptions.expectedReturn[4]',
    );
    expectRefusal(
      act({ ...assumptions, expectedReturn: undefined }),
      'missing-value',
      'assumptions.expectedReturn',
    );
    expectRefusal(
      () => problemForLevel(assumptions, policy, wrong('C6')),
      'unknown-value',
      'level',
    );
    expectRefusal(() => problemForLevel(assumptions, policy, wrong(3)), 'invalid-type', 'level');
  });
});
