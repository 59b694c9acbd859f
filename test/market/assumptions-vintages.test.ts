import { describe, expect, it } from 'vitest';
import { formatReason } from '../../src/evidence/index.js';
import {
  assumptionsStanding,
  assumptionsWithViews,
  type CapitalMarketAssumptions,
  compileAssumptions,
  diffAssumptions,
  geometricFromArithmetic,
  marketMessages,
} from '../../src/market/index.js';
import {
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const SPRING: CapitalMarketAssumptions = {
  asOf: '2026-03-02',
  source: 'spring',
  assetClasses: ['CASH', 'BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.03, 0.07],
  volatility: [0, 0.05, 0.2],
  correlation: [
    [1, 0, 0],
    [0, 1, 0.1],
    [0, 0.1, 1],
  ],
  classDetails: { BOND: { note: 'government' } },
};

describe('assumptionsStanding', () => {
  const on = (asOf: string, view: object = {}, maxAgeDays?: number) =>
    assumptionsStanding(
      wrong({ ...SPRING, ...view }),
      wrong(maxAgeDays === undefined ? { asOf } : { asOf, maxAgeDays }),
    );

  it('counts days from the assumptions’ own date', () => {
    // March has 31 days: 2 March to 1 April are 30.
    expect(on('2026-04-01', {}, 30)).toEqual({ status: 'current', ageDays: 30, reasons: [] });
    const stale = on('2026-04-02', {}, 30);
    expect(stale.status).toBe('stale');
    expect(stale.reasons[0]).toMatchObject({
      code: 'market.assumptions-stale',
      severity: 'refer',
      parameters: { made: '2026-03-02', asOf: '2026-04-02', days: 31, most: 30 },
    });
    expect(isDeeplyFrozen(stale)).toBe(true);
  });

  it('takes both days of validity in', () => {
    const view = { validFrom: '2026-04-01', validUntil: '2026-06-30' };
    expect(on('2026-03-31', view).status).toBe('not-yet-valid');
    expect(on('2026-04-01', view).status).toBe('current');
    expect(on('2026-06-30', view).status).toBe('current');
    expect(on('2026-07-01', view).status).toBe('expired');
  });

  it('lets nobody use assumptions before they were made', () => {
    const early = on('2026-03-01', { validFrom: '2026-01-01' }, 1000);
    expect([early.status, early.ageDays]).toEqual(['not-yet-valid', -1]);
  });

  it('does not take silence for validity', () => {
    const { status, reasons } = on('2026-03-03');
    expect(status).toBe('undetermined');
    expect(formatReason(marketMessages, reasons[0]!, 'zh-Hans')).toBe(
      '该假设制定于2026-03-02，未说明有效期，也没有规定最长使用天数，因此无法判断是否仍然有效。',
    );
  });

  it('names the fault', () => {
    expectRefusal(() => on('2026-02-30'), 'invalid-date', 'options.asOf');
    expectRefusal(() => on('2026-03-03', {}, -1), 'out-of-range', 'options.maxAgeDays');
    expectRefusal(() => on('2026-03-03', {}, 1.5), 'invalid-type', 'options.maxAgeDays');
    const dated = () => on('2026-03-03', { validUntil: 'soon' });
    expectRefusal(dated, 'invalid-date', 'assumptions.validUntil');
    expectRefusal(
      () => assumptionsStanding(wrong(null), { asOf: '2026-03-03' }),
      'missing-value',
      'assumptions',
    );
    expectRefusal(() => assumptionsStanding(SPRING, wrong(null)), 'missing-value', 'options');
  });
});

describe('diffAssumptions', () => {
  it('finds no change between a vintage and itself, in whatever order its classes stand', () => {
    const turned: CapitalMarketAssumptions = {
      ...SPRING,
      assetClasses: ['EQUITY', 'BOND', 'CASH'],
      expectedReturn: [0.07, 0.03, 0.02],
      volatility: [0.2, 0.05, 0],
      correlation: [
        [1, 0.1, 0],
        [0.1, 1, 0],
        [0, 0, 1],
      ],
    };
    for (const [a, b] of [
      [SPRING, SPRING],
      [SPRING, turned],
      [turned, SPRING],
    ] as const) {
      expect(diffAssumptions(a, b)).toEqual({
        status: 'unchanged',
        added: [],
        removed: [],
        returnKind: 'arithmetic',
        expectedReturn: [],
        volatility: [],
        correlation: [],
        provenance: [],
      });
    }
  });

  it('lists what came, went and moved', () => {
    const autumn: CapitalMarketAssumptions = {
      ...SPRING,
      asOf: '2026-09-01',
      author: 'CIO',
      assetClasses: ['BOND', 'EQUITY', 'GOLD'],
      expectedReturn: [0.03, 0.0625, 0.04],
      volatility: [0.05, 0.25, 0.15],
      correlation: [
        [1, -0.15, 0],
        [-0.15, 1, 0.2],
        [0, 0.2, 1],
      ],
      classDetails: { BOND: { note: 'government', hedged: true }, GOLD: { note: 'new' } },
    };
    const differences = diffAssumptions(SPRING, autumn);
    expect(differences).toMatchObject({
      status: 'changed',
      added: ['GOLD'],
      removed: ['CASH'],
      volatility: [{ assetClass: 'EQUITY', before: 0.2, after: 0.25 }],
      correlation: [{ first: 'BOND', second: 'EQUITY', before: 0.1, after: -0.15, change: -0.25 }],
      provenance: [
        { field: 'asOf', before: '2026-03-02', after: '2026-09-01' },
        { field: 'author', before: null, after: 'CIO' },
        { field: 'hedged', assetClass: 'BOND', before: null, after: true },
      ],
    });
    expectAllClose(differences.expectedReturn[0]?.change, -0.0075);
    expect(isDeeplyFrozen(differences)).toBe(true);
    expect(hasNegativeZero(differences)).toBe(false);
  });

  it('compares returns in one and the same kind', () => {
    const growth = compileAssumptions(SPRING).expectedReturn.map((value, i) =>
      geometricFromArithmetic(value, SPRING.volatility[i]!),
    );
    const geometric: CapitalMarketAssumptions = {
      ...SPRING,
      returnKind: 'geometric',
      expectedReturn: growth,
    };
    const mixed = diffAssumptions(SPRING, geometric);
    expect(mixed.returnKind).toBe('arithmetic');
    // The same but for rounding in the conversion there and back.
    expect([mixed.status, mixed.expectedReturn]).toEqual(['unchanged', []]);
    expect(mixed.provenance).toEqual([
      { field: 'returnKind', before: 'arithmetic', after: 'geometric' },
    ]);
    const riskier = { ...geometric, volatility: [0, 0.05, 0.3] };
    const both = diffAssumptions(geometric, riskier);
    expect([both.returnKind, both.expectedReturn.length]).toEqual(['geometric', 0]);
  });

  it('calls a difference of more than rounding a change', () => {
    const moved = (by: number) =>
      diffAssumptions(SPRING, { ...SPRING, volatility: [0, 0.05 + by, 0.2] }).status;
    expect([2e-17, 5e-13, -5e-13].map(moved)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect([2e-12, -2e-12].map(moved)).toEqual(['changed', 'changed']);
  });

  it('names which of the two is at fault', () => {
    const bad = { ...SPRING, volatility: [0, 0.05] };
    expectRefusal(() => diffAssumptions(bad, SPRING), 'length-mismatch', 'before.volatility');
    expectRefusal(() => diffAssumptions(SPRING, bad), 'length-mismatch', 'after.volatility');
    expectRefusal(() => diffAssumptions(SPRING, wrong(null)), 'missing-value', 'after');
  });
});

describe('assumptionsWithViews', () => {
  const options = {
    views: [{ pick: { EQUITY: 1, BOND: -1 }, expected: 0.06, confidence: 0.5 }],
    tau: 0.05,
    covariance: 'posterior',
    asOf: '2026-03-09',
    source: 'committee',
  } as const;

  it('makes assumptions that hold for another day, with what stays unknown in the risk', () => {
    const { assumptions, result } = assumptionsWithViews(SPRING, options);
    // Before 0.04; half the way to 0.06.
    expectAllClose(assumptions.expectedReturn[2]! - assumptions.expectedReturn[1]!, 0.05);
    expect(assumptions.expectedReturn[0]).toBe(0.02);
    const compiled = compileAssumptions(assumptions);
    expectAllClose(compiled.covariance, result.covariance);
    expect(compiled).toMatchObject({
      asOf: '2026-03-09',
      source: 'committee',
      classDetails: SPRING.classDetails,
    });
    expect(assumptions.volatility[2]).toBeGreaterThan(0.2);
    expect(isDeeplyFrozen(assumptions)).toBe(true);
  });

  it('leaves the risk alone if told to', () => {
    const { assumptions } = assumptionsWithViews(SPRING, { ...options, covariance: 'unchanged' });
    expect(assumptions.volatility).toEqual(SPRING.volatility);
    expect(assumptions.correlation).toEqual(SPRING.correlation);
  });

  it('names the fault by the caller’s own path', () => {
    const act = (fault: object) => () =>
      assumptionsWithViews(SPRING, wrong({ ...options, ...fault }));
    expectRefusal(act({ tau: undefined }), 'missing-value', 'options.tau');
    expectRefusal(act({ views: [{}] }), 'missing-value', 'options.views[0].pick');
    expectRefusal(act({ covariance: undefined }), 'missing-value', 'options.covariance');
    expectRefusal(act({ asOf: '2026-13-01' }), 'invalid-date', 'options.asOf');
    expectRefusal(act({ source: undefined }), 'missing-value', 'options.source');
    const ruin = [{ pick: { EQUITY: 1 }, expected: -3, confidence: 1 }];
    expectRefusal(act({ views: ruin }), 'out-of-range', 'options.views');
  });
});
