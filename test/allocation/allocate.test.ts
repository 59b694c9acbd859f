import { describe, expect, it } from 'vitest';
import {
  type AllocationProblem,
  allocate,
  allocationMessages,
} from '../../src/allocation/index.js';
import { formatReason, LOCALES } from '../../src/evidence/index.js';
import {
  atLevel,
  expectNear,
  expectRefusal,
  hasNegativeZero,
  infeasible,
  isDeeplyFrozen,
  optimal,
  ruleOf,
  wrong,
} from './support.js';

const PROBLEM = {
  assets: ['BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0.0004, 0],
    [0, 0.04],
  ],
  objective: { kind: 'utility', riskAversion: 4 },
} as const satisfies AllocationProblem;

describe('allocate', () => {
  it('finds the two-asset optimum of a hand calculation', () => {
    // w = EQUITY: derivative 0.04 + 4·0.0004·(1 − w) − 4·0.04·w = 0, so w = 0.0416/0.1616.
    const { weights } = optimal(allocate(PROBLEM));
    expectNear(
      [weights.BOND as number, weights.EQUITY as number],
      [0.12 / 0.1616, 0.0416 / 0.1616],
      1e-15,
    );
  });

  it('takes typed arrays and gives the same answer', () => {
    const typed = {
      ...PROBLEM,
      expectedReturn: Float64Array.from(PROBLEM.expectedReturn),
      covariance: Float64Array.from(PROBLEM.covariance.flat()),
    };
    expect(allocate(typed)).toEqual(allocate(PROBLEM));
  });

  it('holds everything in the one asset there is', () => {
    const result = optimal(
      allocate({ ...PROBLEM, assets: ['A'], expectedReturn: [0.02], covariance: [[0.04]] }),
    );
    expect(result.weights).toEqual({ A: 1 });
    expect(result.riskContributions).toEqual({ A: 1 });
  });

  it('spends another budget: twice the money under half the risk aversion is twice the weights', () => {
    const once = optimal(allocate(PROBLEM)).weights;
    const objective = { kind: 'utility', riskAversion: 2 } as const;
    const twice = optimal(allocate({ ...PROBLEM, budget: 2, objective })).weights;
    expectNear(
      Object.values(twice),
      Object.values(once).map((w) => 2 * w),
      1e-14,
    );
    const million = optimal(
      allocate({ ...PROBLEM, budget: 1e6, objective: { kind: 'minimum-variance' } }),
    );
    // By variances: BOND to EQUITY as 0.04 to 0.0004.
    expectNear(Object.values(million.weights), [1e6 / 1.01, 1e4 / 1.01], 1e-8);
  });

  it('goes short where a floor below 0 allows it, and binds there', () => {
    const result = optimal(
      allocate({
        ...PROBLEM,
        bounds: { BOND: { min: -0.5 }, EQUITY: { max: 3 } },
        objective: { kind: 'utility', riskAversion: 0.1 },
      }),
    );
    expect(result.weights).toEqual({ BOND: -0.5, EQUITY: 1.5 });
    expect(ruleOf(result, 'min:BOND')).toMatchObject({ bound: -0.5, unique: true });
  });

  it('has no risk contributions where risks cancel out', () => {
    // Two assets that move against each other, in equal parts: no variance at all.
    const covariance = [
      [0.09, -0.09],
      [-0.09, 0.09],
    ];
    const result = optimal(
      allocate({ ...PROBLEM, covariance, objective: { kind: 'minimum-variance' } }),
    );
    expectNear(Object.values(result.weights), [0.5, 0.5], 1e-12);
    expect(result.volatility).toBe(0);
    expect(result.riskContributions).toEqual({ BOND: 0, EQUITY: 0 });
  });

  it('returns one of several equally good portfolios where nothing tells assets apart', () => {
    const covariance = [
      [0.04, 0.04],
      [0.04, 0.04],
    ];
    const result = optimal(allocate({ ...PROBLEM, covariance, expectedReturn: [0.03, 0.03] }));
    expectNear([result.volatility, result.expectedReturn], [0.2, 0.03], 1e-15);
  });

  it('takes the highest return where there is no risk at all', () => {
    const covariance = [
      [0, 0],
      [0, 0],
    ];
    expect(optimal(allocate({ ...PROBLEM, covariance })).weights).toEqual({ BOND: 0, EQUITY: 1 });
  });

  it('takes returns that are all 0, and names no rule for what they cost', () => {
    const result = optimal(allocate({ ...PROBLEM, expectedReturn: [-0, 0] }));
    expect(result.expectedReturn).toBe(0);
    expect(hasNegativeZero(result)).toBe(false);
    expect(result.reasons).toEqual([]);
  });

  it('prices a target return per unit of return, whatever the size of returns', () => {
    // Least variance at return t: w = (t − 0.02)/0.04 in EQUITY; V = 0.0004(1 − w)² + 0.04w²;
    // dV/dt = (−0.0008(1 − w) + 0.08w)/0.04. At t = 0.03, w = 0.25: (−0.0006 + 0.02)/0.04 = 0.485.
    for (const scale of [1, 1e-4]) {
      const result = optimal(
        allocate({
          ...PROBLEM,
          expectedReturn: PROBLEM.expectedReturn.map((value) => value * scale),
          objective: { kind: 'target-return', expectedReturn: 0.03 * scale },
        }),
      );
      expectNear(Object.values(result.weights), [0.75, 0.25], 1e-14);
      expectNear([ruleOf(result, 'target-return').shadowPrice * scale], [0.485], 1e-13);
      expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.target-return-binding']);
    }
  });

  it('is at a bound that it would have met without the bound, at no price', () => {
    for (let riskAversion = 2; riskAversion < 40; riskAversion++) {
      // As above: w = (0.04 + 0.0004λ)/(0.0404λ), here as both the ceiling of EQUITY and the floor of BOND.
      const best = (0.04 + 0.0004 * riskAversion) / (0.0404 * riskAversion);
      const objective = { kind: 'utility', riskAversion } as const;
      const capped = optimal(
        allocate({ ...PROBLEM, objective, bounds: { EQUITY: { max: best } } }),
      );
      const floored = optimal(
        allocate({ ...PROBLEM, objective, bounds: { BOND: { min: 1 - best } } }),
      );
      expect(capped.weights.EQUITY).toBe(best);
      expect(ruleOf(capped, 'max:EQUITY').shadowPrice).toBe(0);
      expect(floored.weights.BOND).toBe(1 - best);
      expect(ruleOf(floored, 'min:BOND').shadowPrice).toBe(0);
      expect([...capped.reasons, ...floored.reasons]).toEqual([]);
    }
  });

  it('is exactly at a bound that other rules lead to, where their numbers add up only nearly', () => {
    // In doubles 1 − 0.1 − 0.2 − 0.7 is 0, but 1 − 0.7 − 0.2 − 0.1 is 2.8e-17.
    const assets = ['A', 'B', 'C', 'D'];
    const shares = [0.1, 0.2, 0.7];
    const covariance = assets.map((_, i) => assets.map((__, j) => (i === j ? 0.01 : 0)));
    for (const order of [
      [0, 1, 2],
      [1, 2, 0],
      [2, 1, 0],
      [2, 0, 1],
    ]) {
      const groupsBy = (side: 'min' | 'max') =>
        order.map((k) => ({
          id: String(k),
          members: [assets[k + 1] as string],
          [side]: shares[k],
        }));
      for (const expectedReturn of [
        [0.09, 0.01, 0.02, 0.03],
        [0.01, 0.09, 0.09, 0.09],
      ]) {
        const given = { ...PROBLEM, assets, covariance, expectedReturn };
        const floors = { ...given, groups: groupsBy('min') };
        const ceilings = { ...given, groups: groupsBy('max'), bounds: { A: { min: -1, max: 0 } } };
        expect(optimal(allocate(floors)).weights.A).toBe(0);
        expect(optimal(allocate(ceilings)).weights.A).toBe(0);
      }
    }
  });

  it('keeps the names of assets that look like numbers or like built-in fields', () => {
    const assets = ['2', '__proto__'];
    const result = optimal(allocate({ ...PROBLEM, assets }));
    expect(Object.entries(result.weights).map(([name]) => name)).toEqual(assets);
  });

  it('puts every reason into three languages', () => {
    const reasons = [
      ...(['C1', 'C2', 'C3', 'C4', 'C5'] as const).flatMap((level) => atLevel(level).reasons),
      ...allocate({ ...PROBLEM, bounds: { BOND: { max: 0.2 }, EQUITY: { max: 0.3 } } }).reasons,
    ];
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(allocationMessages, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
    const [cap] = atLevel('C3').reasons.slice(-1);
    expect(formatReason(allocationMessages, cap as never, 'en')).toContain('their limit of 30.0%');
  });
});

describe('an allocation problem that is none', () => {
  const cases: readonly (readonly [object, Parameters<typeof expectRefusal>[1], string])[] = [
    [{ assets: undefined }, 'missing-value', 'problem.assets'],
    [{ assets: 'BOND' }, 'invalid-type', 'problem.assets'],
    [{ assets: [] }, 'empty', 'problem.assets'],
    [{ assets: ['BOND', 'BOND'] }, 'duplicate-id', 'problem.assets[1]'],
    [{ assets: ['BOND', null] }, 'missing-value', 'problem.assets[1]'],
    [{ assets: ['A', 'B', 'C'] }, 'length-mismatch', 'problem.expectedReturn'],
    [{ expectedReturn: [0.02, Number.NaN] }, 'not-finite', 'problem.expectedReturn[1]'],
    [
      { expectedReturn: [0.02, Number.POSITIVE_INFINITY] },
      'not-finite',
      'problem.expectedReturn[1]',
    ],
    [{ expectedReturn: [0.02, '0.06'] }, 'invalid-type', 'problem.expectedReturn[1]'],
    [{ expectedReturn: null }, 'missing-value', 'problem.expectedReturn'],
    [
      {
        covariance: [
          [0.04, 0.05],
          [0.05, 0.04],
        ],
      },
      'not-positive-definite',
      'problem.covariance',
    ],
    [
      {
        covariance: [
          [0.04, 0.01],
          [0.02, 0.04],
        ],
      },
      'not-symmetric',
      'problem.covariance[1][0]',
    ],
    [
      {
        covariance: [
          [0.04, Number.NaN],
          [0, 0.04],
        ],
      },
      'not-finite',
      'problem.covariance[0][1]',
    ],
    [{ covariance: [[0.04]] }, 'length-mismatch', 'problem.covariance'],
    [{ covariance: undefined }, 'missing-value', 'problem.covariance'],
    [{ objective: undefined }, 'missing-value', 'problem.objective'],
    [{ objective: { kind: 'sharpe' } }, 'unknown-value', 'problem.objective.kind'],
    [{ objective: { kind: 'utility' } }, 'missing-value', 'problem.objective.riskAversion'],
    [
      { objective: { kind: 'utility', riskAversion: 0 } },
      'out-of-range',
      'problem.objective.riskAversion',
    ],
    [
      { objective: { kind: 'utility', riskAversion: Number.NaN } },
      'not-finite',
      'problem.objective.riskAversion',
    ],
    [{ objective: { kind: 'target-return' } }, 'missing-value', 'problem.objective.expectedReturn'],
    [{ budget: 0 }, 'out-of-range', 'problem.budget'],
    [{ budget: Number.POSITIVE_INFINITY }, 'not-finite', 'problem.budget'],
    [{ bounds: [] }, 'invalid-type', 'problem.bounds'],
    [{ bounds: { GOLD: { max: 0.1 } } }, 'unknown-id', 'problem.bounds.GOLD'],
    [{ bounds: { BOND: 0.1 } }, 'invalid-type', 'problem.bounds.BOND'],
    [{ bounds: { BOND: { min: 0.5, max: 0.4 } } }, 'inconsistent', 'problem.bounds.BOND'],
    [{ bounds: { BOND: { max: -0.1 } } }, 'inconsistent', 'problem.bounds.BOND'],
    [{ bounds: { BOND: { min: Number.NaN } } }, 'not-finite', 'problem.bounds.BOND.min'],
    [{ bounds: { BOND: { max: null } } }, 'missing-value', 'problem.bounds.BOND.max'],
    [{ groups: {} }, 'invalid-type', 'problem.groups'],
    [{ groups: [null] }, 'missing-value', 'problem.groups[0]'],
    [{ groups: [{ members: ['BOND'] }] }, 'missing-value', 'problem.groups[0].id'],
    [{ groups: [{ id: 'g', members: [] }] }, 'empty', 'problem.groups[0].members'],
    [{ groups: [{ id: 'g', members: ['GOLD'] }] }, 'unknown-id', 'problem.groups[0].members[0]'],
    [
      { groups: [{ id: 'g', members: ['BOND', 'BOND'] }] },
      'duplicate-id',
      'problem.groups[0].members[1]',
    ],
    [
      { groups: [{ id: 'g', members: ['BOND'], max: '0.1' }] },
      'invalid-type',
      'problem.groups[0].max',
    ],
    [
      { groups: [{ id: 'g', members: ['BOND'], min: 0.2, max: 0.1 }] },
      'inconsistent',
      'problem.groups[0]',
    ],
    [
      {
        groups: [
          { id: 'g', members: ['BOND'] },
          { id: 'g', members: ['BOND'] },
        ],
      },
      'duplicate-id',
      'problem.groups[1].id',
    ],
  ];

  it.each(cases)('is refused with the place of the fault: %j %s', (fault, code, path) => {
    expectRefusal(() => allocate(wrong({ ...PROBLEM, ...fault })), code, path);
  });

  it('is refused when it is no object', () => {
    expectRefusal(() => allocate(wrong(undefined)), 'missing-value', 'problem');
    expectRefusal(() => allocate(wrong([])), 'invalid-type', 'problem');
  });

  it('is refused with holes in its lists', () => {
    const groups = new Array(1);
    expectRefusal(
      () => allocate(wrong({ ...PROBLEM, assets: new Array(2) })),
      'missing-value',
      'problem.assets[0]',
    );
    expectRefusal(
      () => allocate(wrong({ ...PROBLEM, groups })),
      'missing-value',
      'problem.groups[0]',
    );
  });
});

describe('rules that contradict each other', () => {
  const FOUR = {
    assets: ['CASH', 'BOND', 'EQ_CN', 'EQ_GL'],
    expectedReturn: [0.01, 0.03, 0.07, 0.06],
    covariance: [
      [0.0001, 0, 0, 0],
      [0, 0.0009, 0, 0],
      [0, 0, 0.04, 0.01],
      [0, 0, 0.01, 0.03],
    ],
    objective: { kind: 'minimum-variance' },
  } as const satisfies AllocationProblem;
  const conflict = (fault: Partial<AllocationProblem>) =>
    infeasible(allocate({ ...FOUR, ...fault }));
  const equity = { id: 'equity', members: ['EQ_CN', 'EQ_GL'] };

  it.each([
    [
      'caps that leave money over',
      {
        bounds: {
          CASH: { max: 0.1 },
          BOND: { max: 0.2 },
          EQ_CN: { max: 0.3 },
          EQ_GL: { max: 0.3 },
        },
      },
      ['max:CASH', 'max:BOND', 'max:EQ_CN', 'max:EQ_GL', 'budget'],
    ],
    [
      'floors beyond the budget',
      { bounds: { CASH: { min: 0.6 }, BOND: { min: 0.5 } } },
      ['min:CASH', 'min:BOND', 'min:EQ_CN', 'min:EQ_GL', 'budget'],
    ],
    [
      'one floor beyond the budget',
      { bounds: { CASH: { min: 1.2 } } },
      ['min:CASH', 'min:BOND', 'min:EQ_CN', 'min:EQ_GL', 'budget'],
    ],
    [
      'a floor of an asset above its group’s cap',
      { bounds: { EQ_CN: { min: 0.4 } }, groups: [{ ...equity, max: 0.3 }] },
      ['min:EQ_CN', 'min:EQ_GL', 'group-max:equity'],
    ],
    [
      'a group’s floor above its members’ caps',
      { bounds: { EQ_CN: { max: 0.1 }, EQ_GL: { max: 0.1 } }, groups: [{ ...equity, min: 0.3 }] },
      ['max:EQ_CN', 'max:EQ_GL', 'group-min:equity'],
    ],
    [
      'two groups of the same assets',
      {
        groups: [
          { ...equity, max: 0.3 },
          { ...equity, id: 'growth', min: 0.4 },
        ],
      },
      ['group-max:equity', 'group-min:growth'],
    ],
    [
      'a target that a group’s cap keeps out of reach',
      {
        groups: [{ ...equity, max: 0.3 }],
        objective: { kind: 'target-return', expectedReturn: 0.05 },
      },
      ['min:CASH', 'min:EQ_GL', 'group-max:equity', 'target-return', 'budget'],
    ],
    [
      'a target above every return',
      { objective: { kind: 'target-return', expectedReturn: 0.08 } },
      ['min:CASH', 'min:BOND', 'min:EQ_GL', 'target-return', 'budget'],
    ],
  ] as const)('are named, and no more of them than needed: %s', (_, fault, names) => {
    // Each set can be checked by hand: with any one rule left out, the others hold together.
    const result = conflict(fault);
    expect(result.conflicting).toEqual(names);
    expect(result.reasons[0]).toMatchObject({
      code: 'allocation.rules-conflict',
      severity: 'block',
      parameters: { rules: names },
    });
    expect(result.proof?.terms.map(({ rule }) => rule)).toEqual(names);
    expect(result.proof?.gap).toBeGreaterThan(0);
    expect(result.relaxation?.status).not.toBe('unproved');
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('are told from rules that just hold', () => {
    const bounds = {
      CASH: { max: 0.1 },
      BOND: { max: 0.2 },
      EQ_CN: { max: 0.3 },
      EQ_GL: { max: 0.4 },
    };
    const result = optimal(allocate({ ...FOUR, bounds }));
    expect(result.weights).toEqual({ CASH: 0.1, BOND: 0.2, EQ_CN: 0.3, EQ_GL: 0.4 });
    const reached = optimal(
      allocate({ ...FOUR, objective: { kind: 'target-return', expectedReturn: 0.07 } }),
    );
    expect(reached.weights).toEqual({ CASH: 0, BOND: 0, EQ_CN: 1, EQ_GL: 0 });
  });

  it('are told from rules that just hold by a billionth too', () => {
    const groups = [{ id: 'all', members: FOUR.assets, max: 1 - 1e-8 }];
    expect(allocate({ ...FOUR, groups }).status).toBe('infeasible');
  });
});
