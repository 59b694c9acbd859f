import { describe, expect, it } from 'vitest';
import {
  allocateRobustly,
  allocationMessages,
  type RobustProblem,
} from '../../../src/allocation/index.js';
import { formatReason, type Locale, type Reason } from '../../../src/evidence/index.js';
import { expectRefusal, wrong } from '../support.js';
import { solved } from './cases.js';

const PROBLEM = {
  assets: ['CASH', 'EQUITY'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0, 0],
    [0, 0.04],
  ],
  objective: { kind: 'utility', riskAversion: 4 },
  uncertainty: { kind: 'box', halfWidth: { CASH: 0, EQUITY: 0.02 } },
} as const satisfies RobustProblem;

const ELLIPSOID = {
  kind: 'ellipsoid',
  radius: 0.5,
  errorCovariance: [
    [0, 0],
    [0, 0.0016],
  ],
} as const;

describe('what allocateRobustly says', () => {
  it('is in plain words', () => {
    const say = (problem: RobustProblem, locale: Locale): readonly string[] =>
      solved(problem).reasons.map((reason: Reason) => {
        return formatReason(allocationMessages, reason, locale);
      });
    // 87.5% cash and 12.5% equity: 2.5% as estimated, 12.5% · 2% less at the worst.
    expect(say(PROBLEM, 'en')).toEqual([
      'Even if every estimate is off by as much as allowed for, all at once and for the worse, the expected return is 2.25%; if the estimates are right it is 2.50%. An expected return is no promise.',
    ]);
    const together = { ...PROBLEM, uncertainty: ELLIPSOID };
    expect(say(together, 'zh-Hans')).toEqual([
      '即使组合预期收益的估计以最不利的方式偏离0.5个标准误差，预期收益仍为2.25%；如估计准确，则为2.50%。预期收益并非收益承诺。',
    ]);
    const sure = { ...PROBLEM, uncertainty: { ...ELLIPSOID, radius: 2 } };
    expect(say(sure, 'en').slice(1)).toEqual([
      'The portfolio depends on no estimate: with errors as large as allowed for, nothing that is uncertain is worth holding.',
      'EQUITY is not held: less the possible error of its estimate, its expected return does not make up for the risk it would add, or another requirement leaves no room for it.',
    ]);
  });

  it('does not make a figure of errors beyond all measure', () => {
    // All in equity and short of cash: 0.06 − 1e6·0.04.
    const uncertainty = { ...ELLIPSOID, radius: 1e6 } as const;
    const bounds = { EQUITY: { min: 1 } };
    const { reasons } = solved({ ...PROBLEM, uncertainty, bounds });
    const [first] = reasons.map((reason) => formatReason(allocationMessages, reason, 'en'));
    expect(reasons[0]?.code).toBe('allocation.worst-beyond-total-loss');
    expect(first).not.toMatch(/\d{4}/);
    const wide = { ...ELLIPSOID, radius: 0.5000000001 } as const;
    const small = solved({ ...PROBLEM, uncertainty: wide });
    expect(formatReason(allocationMessages, small.reasons[0] as Reason, 'en')).toContain(
      'by 0.5 standard errors',
    );
  });

  it('speaks of the worst returns where a target is set or nothing earns more than cash', () => {
    const objective = { kind: 'target-return', expectedReturn: 0.03 } as const;
    const { reasons, worstReturn } = solved({ ...PROBLEM, objective });
    expect(worstReturn).toBeCloseTo(0.03, 14);
    const codes = reasons.map(({ code }) => code);
    expect(codes).toContain('allocation.target-return-at-worst-binding');
    const ratio = { kind: 'maximum-sharpe', risklessReturn: 0.05 } as const;
    expect(allocateRobustly({ ...PROBLEM, objective: ratio })).toMatchObject({
      status: 'infeasible',
      reasons: [{ code: 'allocation.no-excess-return-at-worst' }],
    });
  });

  it('names rules that contradict each other', () => {
    const bounds = { CASH: { max: 0.3 }, EQUITY: { max: 0.3 } };
    for (const problem of [PROBLEM, { ...PROBLEM, uncertainty: ELLIPSOID }]) {
      expect(allocateRobustly({ ...problem, bounds })).toMatchObject({
        status: 'infeasible',
        conflicting: ['max:CASH', 'max:EQUITY', 'budget'],
      });
    }
    const objective = { kind: 'target-return', expectedReturn: 0.05 } as const;
    expect(allocateRobustly({ ...PROBLEM, objective })).toMatchObject({
      status: 'infeasible',
      conflicting: expect.arrayContaining(['target-return']),
    });
  });
});

describe('bad input of allocateRobustly', () => {
  it('is refused with its path', () => {
    expectRefusal(() => allocateRobustly(wrong(null)), 'missing-value', 'problem');
    expectRefusal(() => allocateRobustly(wrong({})), 'missing-value', 'problem.assets');
    const cases = [
      [{ uncertainty: undefined }, 'missing-value', 'problem.uncertainty'],
      [{ uncertainty: { kind: 'ball' } }, 'unknown-value', 'problem.uncertainty.kind'],
      [{ uncertainty: { kind: 'box' } }, 'missing-value', 'problem.uncertainty.halfWidth'],
      [{ uncertainty: box(-0.1) }, 'out-of-range', 'problem.uncertainty.halfWidth'],
      [{ uncertainty: box(Number.NaN) }, 'not-finite', 'problem.uncertainty.halfWidth'],
      [{ uncertainty: box({ CASH: 0 }) }, 'missing-value', 'problem.uncertainty.halfWidth.EQUITY'],
      [
        { uncertainty: box({ CASH: 0, EQUITY: -1 }) },
        'out-of-range',
        'problem.uncertainty.halfWidth.EQUITY',
      ],
      [
        { uncertainty: box({ CASH: 0, EQUITY: 0, GOLD: 0 }) },
        'unknown-id',
        'problem.uncertainty.halfWidth.GOLD',
      ],
      [{ uncertainty: { ...ELLIPSOID, radius: -1 } }, 'out-of-range', 'problem.uncertainty.radius'],
      [
        { uncertainty: { ...ELLIPSOID, radius: Number.POSITIVE_INFINITY } },
        'not-finite',
        'problem.uncertainty.radius',
      ],
      [
        { uncertainty: { ...ELLIPSOID, errorCovariance: [[1]] } },
        'length-mismatch',
        'problem.uncertainty.errorCovariance',
      ],
      [
        {
          uncertainty: {
            ...ELLIPSOID,
            errorCovariance: [
              [1, 2],
              [2, 1],
            ],
          },
        },
        'not-positive-definite',
        'problem.uncertainty.errorCovariance',
      ],
      [
        { uncertainty: ELLIPSOID, objective: { kind: 'minimum-variance' } },
        'unknown-value',
        'problem.objective.kind',
      ],
      [{ benchmark: { CASH: 1 } }, 'inconsistent', 'problem.benchmark'],
      [{ risk: 'active' }, 'inconsistent', 'problem.risk'],
      [{ maxTrackingError: 0.1 }, 'inconsistent', 'problem.maxTrackingError'],
      [{ expectedReturn: [0.1] }, 'length-mismatch', 'problem.expectedReturn'],
    ] as const;
    for (const [part, code, path] of cases) {
      expectRefusal(() => allocateRobustly(wrong({ ...PROBLEM, ...part })), code, path);
    }
  });
});

function box(halfWidth: unknown): unknown {
  return { kind: 'box', halfWidth };
}
