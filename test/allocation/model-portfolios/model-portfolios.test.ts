import { describe, expect, it } from 'vitest';
import {
  type AllocationPolicy,
  allocate,
  allocationMessages,
  type ModelPortfolio,
  modelPortfolios,
  problemForLevel,
  type SizedAllocation,
} from '../../../src/allocation/index.js';
import { levelFindings } from '../../../src/allocation/model-portfolios/level-findings.js';
import {
  formatReason,
  LOCALES,
  recordDecision,
  replay,
  sha256,
} from '../../../src/evidence/index.js';
import { RISK_LEVELS } from '../../../src/questionnaire/index.js';
import expected from '../../fixtures/scenario/expected.json' with { type: 'json' };
import {
  assumptions,
  expectNear,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  policy,
  wrong,
} from '../support.js';
import { asOf, codesOf, exact, exactPolicy, merton, mertonPolicy } from './cases.js';

const made = modelPortfolios(assumptions, policy, { asOf });

function solved(portfolio: ModelPortfolio): SizedAllocation {
  if (portfolio.status !== 'optimal') throw new Error(`${portfolio.level}: ${portfolio.status}`);
  return portfolio;
}

const codesAndSeverities = ({ findings }: Pick<typeof made, 'findings'>) =>
  findings.map(({ reason }) => [reason.code, reason.severity]);

const withLevels = (levels: Partial<AllocationPolicy['levels']>): AllocationPolicy => ({
  ...mertonPolicy,
  levels: { ...mertonPolicy.levels, ...levels },
});

describe('modelPortfolios of the sample bank', () => {
  it.each(RISK_LEVELS)('has the published weights, return and volatility at %s', (level) => {
    const published = expected[`allocation.${level}`];
    const portfolio = solved(made.levels[level]);
    const names = Object.keys(published.w) as (keyof typeof published.w)[];
    expect(Object.keys(portfolio.weights)).toEqual(names);
    expectNear(
      names.map((name) => portfolio.weights[name] as number),
      names.map((name) => published.w[name]),
      1e-8,
    );
    expectNear([portfolio.expectedReturn], [published.mu], 1e-8);
    expectNear([portfolio.volatility], [published.vol], 1e-8);
    expectNear([portfolio.equityShare], [published.w.EQ_CN + published.w.EQ_GL], 2e-8);
    expect(made.levels[level]).toMatchObject({
      level,
      lambda: published.lambda,
      equityMax: published.equityCap,
    });
  });

  it('has the published risk figures at C3, with any confidence and horizon', () => {
    const published = expected['allocation.C3.risk'];
    const { risk } = solved(made.levels.C3);
    expectNear([risk.valueAtRisk], [published.VaR95_1y_normal], 5e-8);
    expectNear([risk.expectedShortfall], [published.ES95_1y_normal], 5e-8);
    const options = { asOf, risk: { confidence: 0.975, years: 0.5 } } as const;
    const half = solved(modelPortfolios(assumptions, policy, options).levels.C3);
    expectNear([half.risk.valueAtRisk], [published['sixMonthLower2.5pct']], 5e-8);
  });

  it('is complete, in order from level to level, and stamped with both dates', () => {
    expect(made).toMatchObject({
      status: 'complete',
      asOf,
      assumptionsAsOf: '2026-03-02',
    });
    expect(Object.keys(made.levels)).toEqual(RISK_LEVELS);
    // Nobody says until when the assumptions hold; that is no yes.
    expect(made.standing).toMatchObject({ status: 'undetermined', ageDays: 30 });
    expect(codesAndSeverities(made)).toEqual([['market.assumptions-validity-unknown', 'refer']]);
    const fresh = modelPortfolios(assumptions, policy, { asOf, maxAgeDays: 30 });
    expect(fresh).toMatchObject({ status: 'complete', findings: [] });
  });

  it('is proved and bound at every level as the level’s own problem is', () => {
    for (const level of RISK_LEVELS) {
      expect(made.levels[level]).toMatchObject(
        allocate(problemForLevel(assumptions, policy, level)),
      );
    }
  });
});

describe('modelPortfolios', () => {
  it('meets the rules for everyone and for a level exactly', () => {
    const found = modelPortfolios(assumptions, exactPolicy, { asOf });
    for (const level of RISK_LEVELS) {
      const portfolio = solved(found.levels[level]);
      const { weights, ...figures } = exact.levels[level];
      expectNear(Object.values(portfolio.weights), Object.values(weights), 1e-12);
      const { expectedReturn, volatility, equityShare } = portfolio;
      expectNear(
        [expectedReturn, volatility, equityShare],
        [figures.expectedReturn, figures.volatility, figures.equityShare],
        1e-12,
      );
    }
    const rules = (level: 'C2' | 'C3' | 'C4') =>
      solved(found.levels[level]).binding.map(({ rule }) => rule);
    expect(rules('C2')).toContain('rule-min:real');
    expect(rules('C3')).toContain('rule-max:duration');
    expect(rules('C4')).toContain('group-max:home-equity');
    expect(rules('C4')).not.toContain('group-min:home');
  });

  it('keeps the place of a level whose rules contradict each other, with the rules', () => {
    const groups = [{ id: 'liquid', members: ['CASH'], min: 0.7 }];
    const conflict = { lambda: 4, equityMax: 0.4, groups };
    const rules = [{ id: 'growth', coefficients: { EQUITY: 1 }, min: 0.35 }];
    const found = modelPortfolios(merton, withLevels({ C3: { ...conflict, rules } }), { asOf });
    expect(found.status).toBe('incomplete');
    const { C3 } = found.levels;
    expect(C3).toMatchObject({ status: 'infeasible', level: 'C3', lambda: 4, equityMax: 0.4 });
    expect(C3).not.toHaveProperty('weights');
    expect(C3.status === 'infeasible' && C3.conflicting).toEqual([
      'group-min:liquid',
      'rule-min:growth',
      'budget',
    ]);
    expect(codesOf(found)).toEqual(['level-infeasible C3']);
    expect(found.findings[0]?.reason).toMatchObject({
      severity: 'block',
      parameters: { level: 'C3', rules: ['group-min:liquid', 'rule-min:growth', 'budget'] },
    });
    // The others are as they were: w = 1/λ.
    const others = (['C1', 'C2', 'C4', 'C5'] as const).map((level) => found.levels[level]);
    expectNear(
      others.map((other) => solved(other).equityShare),
      [0.05, 0.1, 0.4, 0.8],
      1e-12,
    );
  });

  it('compares a level with the last one below it that has an allocation', () => {
    const impossible = {
      lambda: 4,
      equityMax: 0,
      groups: [{ id: 'e', members: ['EQUITY'], min: 0.5 }],
    };
    const found = modelPortfolios(
      merton,
      withLevels({ C3: impossible, C4: { lambda: 20, equityMax: 0.6 } }),
      { asOf },
    );
    // C4 = 1/20 against C2 = 1/10. Volatility is 0.2·w, return 0.01 + 0.04·w.
    expect(codesOf(found)).toEqual([
      'level-infeasible C3',
      'level-equity-max-falls C2 C3',
      'level-lambda-rises C3 C4',
      'level-equity-falls C2 C4',
      'level-volatility-falls C2 C4',
      'level-return-falls C2 C4',
      'levels-same C1 C4',
    ]);
    const parameters = found.findings.map(({ reason }) => reason.parameters);
    expect(parameters[1]).toEqual({ lower: 'C2', higher: 'C3', from: 0.2, to: 0 });
    expect(parameters[2]).toEqual({ lower: 'C3', higher: 'C4', from: 4, to: 20 });
    for (const [k, from, to] of [
      [3, 0.1, 0.05],
      [4, 0.02, 0.01],
      [5, 0.014, 0.012],
    ] as const) {
      expect(parameters[k]).toMatchObject({ lower: 'C2', higher: 'C4' });
      expectNear([parameters[k]?.from as number, parameters[k]?.to as number], [from, to], 1e-12);
    }
  });

  it('finds a volatility that falls although the policy is in order', () => {
    // Two uncorrelated classes of the same variance: half of each is the least risk there is.
    const view = {
      ...merton,
      expectedReturn: [0.03, 0.03],
      covariance: [
        [0.04, 0],
        [0, 0.04],
      ],
    };
    const found = modelPortfolios(view, withLevels({ C1: { lambda: 30, equityMax: 0.05 } }), {
      asOf,
    });
    expect(codesOf(found)).toEqual([
      'level-volatility-falls C1 C2',
      'level-volatility-falls C2 C3',
      'level-volatility-falls C3 C4',
      'levels-same C4 C5',
    ]);
    expectNear(
      RISK_LEVELS.map((level) => solved(found.levels[level]).equityShare),
      [0.05, 0.2, 0.4, 0.5, 0.5],
      1e-12,
    );
  });

  it('names each set of levels that hold the same once', () => {
    const same = { lambda: 4, equityMax: 0.4 };
    const found = modelPortfolios(merton, withLevels({ C3: same, C4: same, C5: same }), { asOf });
    expect(codesOf(found)).toEqual(['levels-same C3 C4 C5']);
    expect(found.status).toBe('complete');
  });

  it('counts no class as equity where none is named', () => {
    const found = modelPortfolios(merton, { ...mertonPolicy, equityClasses: [] }, { asOf });
    expect(RISK_LEVELS.map((level) => solved(found.levels[level]).equityShare)).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expectNear([solved(found.levels.C4).weights.EQUITY as number], [0.4], 1e-12);
  });

  it('says whether the assumptions were in force and fresh', () => {
    const standing = (options: Parameters<typeof modelPortfolios>[2]) =>
      modelPortfolios(merton, mertonPolicy, options).standing.status;
    expect(standing({ asOf: '2026-03-01' })).toBe('not-yet-valid');
    expect(standing({ asOf: '2027-03-01' })).toBe('current');
    expect(standing({ asOf: '2027-03-02' })).toBe('expired');
    expect(standing({ asOf: '2026-09-02', maxAgeDays: 120 })).toBe('stale');
  });

  it.each([
    ['2026-03-01', 'market.assumptions-not-yet-valid'],
    ['2027-03-02', 'market.assumptions-expired'],
  ] as const)('are not in force on %s, and say so before all else', (day, code) => {
    const found = modelPortfolios(merton, mertonPolicy, { asOf: day });
    expect(found.status).toBe('not-in-force');
    expect(codesAndSeverities(found)).toEqual([[code, 'block']]);
    expect(found.findings[0]).toEqual({
      levels: RISK_LEVELS,
      reason: found.standing.reasons[0],
    });
    expect(isDeeplyFrozen(found)).toBe(true);
    const current = modelPortfolios(merton, mertonPolicy, { asOf: '2027-03-01' });
    expect(current).toMatchObject({ status: 'complete', findings: [] });
    // What would be held can still be looked at.
    expect(found.levels).toEqual(current.levels);
  });

  it('are not in force, whatever else is the matter', () => {
    const groups = [{ id: 'growth', members: ['EQUITY'], min: 0.5 }];
    const levels = withLevels({ C1: { lambda: 20, equityMax: 0.1, groups } });
    const found = modelPortfolios(merton, levels, { asOf: '2027-03-02' });
    expect(found.status).toBe('not-in-force');
    expect(codesAndSeverities(found)).toEqual([
      ['market.assumptions-expired', 'block'],
      ['allocation.level-infeasible', 'block'],
    ]);
  });

  it('refer stale assumptions to a person without stopping', () => {
    const found = modelPortfolios(merton, mertonPolicy, { asOf: '2026-09-02', maxAgeDays: 120 });
    expect(found.status).toBe('complete');
    expect(codesAndSeverities(found)).toEqual([['market.assumptions-stale', 'refer']]);
  });

  it('hashes what it says, and what was solved apart from it', () => {
    const { hash, ...content } = made;
    expect(hash).toBe(sha256(content));
    const problems = RISK_LEVELS.map((level) => problemForLevel(assumptions, policy, level));
    expect(made.inputsHash).toBe(sha256(problems));
    const later = modelPortfolios(assumptions, policy, { asOf: '2026-04-02' });
    expect(later.inputsHash).toBe(made.inputsHash);
    expect(later.hash).not.toBe(hash);
    const other = modelPortfolios(assumptions, { ...policy, upper: {} }, { asOf });
    expect(other.inputsHash).not.toBe(made.inputsHash);
  });

  it('can be put on record and made again', () => {
    const inputs = { assumptions, policy };
    const record = recordDecision({
      kind: 'bank.model-portfolios',
      asOf,
      inputs,
      outcome: made,
      versions: { bank: '1' },
    });
    const again = (given: typeof inputs) =>
      modelPortfolios(given.assumptions, given.policy, { asOf });
    expect(replay(record, { 'bank.model-portfolios': again as never })).toEqual({ status: 'same' });
  });

  it('comes back from JSON, frozen, without −0, the arguments unchanged', () => {
    const before = JSON.stringify([assumptions, exactPolicy]);
    const found = modelPortfolios(assumptions, exactPolicy, { asOf });
    expect(JSON.stringify([assumptions, exactPolicy])).toBe(before);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(isDeeplyFrozen(found)).toBe(true);
    expect(hasNegativeZero(found)).toBe(false);
    const viaJson = JSON.parse(JSON.stringify([assumptions, exactPolicy]));
    expect(modelPortfolios(viaJson[0], viaJson[1], { asOf })).toEqual(found);
  });
});

describe('levelFindings', () => {
  const five = RISK_LEVELS.map((level) => made.levels[level]);
  const changed = (k: number, change: object): ModelPortfolio[] =>
    five.map((one, i) => (i === k ? wrong({ ...one, ...change }) : one));

  it('stops a level that holds more equity than it may, beyond rounding', () => {
    const [found] = levelFindings(changed(2, { equityShare: 0.3000001 }));
    expect(found).toMatchObject({
      levels: ['C3'],
      reason: {
        code: 'allocation.level-equity-above-max',
        severity: 'block',
        parameters: { level: 'C3', share: 0.3000001, bound: 0.3 },
      },
    });
    expect(levelFindings(changed(2, { equityShare: 0.3 + 5e-10 }))).toEqual([]);
  });

  it('stops a level that could not be proved', () => {
    const unproved = { status: 'no-convergence', reasons: [] };
    expect(levelFindings(changed(4, unproved))).toMatchObject([
      { levels: ['C5'], reason: { code: 'allocation.level-not-certified', severity: 'block' } },
    ]);
  });

  it('speaks three languages', () => {
    const impossible = {
      lambda: 4,
      equityMax: 0,
      groups: [{ id: 'e', members: ['EQUITY'], min: 0.5 }],
    };
    const levels = { C3: impossible, C4: { lambda: 20, equityMax: 0.6 } };
    const { findings } = modelPortfolios(merton, withLevels(levels), { asOf });
    const texts = LOCALES.map((locale) =>
      findings.map(({ reason }) => formatReason(allocationMessages, reason, locale)),
    );
    expect(texts.map((list) => new Set(list).size)).toEqual([7, 7, 7]);
    expect(texts.flat().some((text) => text.includes('{'))).toBe(false);
    expect(formatReason(allocationMessages, findings[4]!.reason, 'zh-Hant')).toBe(
      'C4級組合的波幅（1.00%）低於C2級（2.00%）：較低級別的客戶反而承擔較高風險。',
    );
  });
});

describe('modelPortfolios refuses', () => {
  const act = (change: object) => () =>
    modelPortfolios(merton, wrong({ ...mertonPolicy, ...change }), { asOf });
  const group = { id: 'g', members: ['CASH'], max: 0.5 };
  const rule = { id: 'r', coefficients: { CASH: 1 }, max: 0.5 };
  const C4 = mertonPolicy.levels.C4;
  const inC4 = (change: object) => ({
    levels: { ...mertonPolicy.levels, C4: { ...C4, ...change } },
  });

  it.each([
    ['policy.levels.C4.lambda', 'not-finite', inC4({ lambda: Number.NaN })],
    ['policy.levels.C4.equityMax', 'out-of-range', inC4({ equityMax: -0.1 })],
    ['policy.levels.C5', 'missing-value', { levels: { ...mertonPolicy.levels, C5: undefined } }],
    ['policy.lower.CASH', 'inconsistent', { lower: { CASH: 0.6 }, upper: { CASH: 0.5 } }],
    ['policy.groups', 'invalid-type', { groups: {} }],
    ['policy.groups[0]', 'missing-value', { groups: [null] }],
    ['policy.groups[0]', 'missing-value', { groups: new Array(1) }],
    ['policy.groups[0].id', 'empty', { groups: [{ ...group, id: '' }] }],
    ['policy.groups[0].id', 'duplicate-id', { groups: [{ ...group, id: 'equity' }] }],
    ['policy.groups[1].id', 'duplicate-id', { groups: [group, group] }],
    ['policy.groups[0].members', 'empty', { groups: [{ ...group, members: [] }] }],
    ['policy.groups[0].members[0]', 'unknown-id', { groups: [{ ...group, members: ['GOLD'] }] }],
    ['policy.groups[0].max', 'out-of-range', { groups: [{ ...group, max: 1.5 }] }],
    ['policy.groups[0].min', 'missing-value', { groups: [{ ...group, min: null }] }],
    ['policy.groups[0]', 'inconsistent', { groups: [{ ...group, min: 0.6 }] }],
    [
      'policy.levels.C4.groups[0].id',
      'duplicate-id',
      { groups: [group], ...inC4({ groups: [group] }) },
    ],
    ['policy.rules', 'invalid-type', { rules: 'none' }],
    ['policy.rules[0]', 'invalid-type', { rules: [7] }],
    ['policy.rules[0].id', 'missing-value', { rules: [{ ...rule, id: undefined }] }],
    [
      'policy.rules[0].coefficients',
      'missing-value',
      { rules: [{ ...rule, coefficients: undefined }] },
    ],
    [
      'policy.rules[0].coefficients.GOLD',
      'unknown-id',
      { rules: [{ ...rule, coefficients: { GOLD: 1 } }] },
    ],
    [
      'policy.rules[0].coefficients.CASH',
      'invalid-type',
      { rules: [{ ...rule, coefficients: { CASH: '1' } }] },
    ],
    ['policy.rules[0].max', 'not-finite', { rules: [{ ...rule, max: Number.POSITIVE_INFINITY }] }],
    ['policy.rules[0]', 'inconsistent', { rules: [{ ...rule, min: 0.6 }] }],
    ['policy.levels.C4.rules[0].id', 'duplicate-id', { rules: [rule], ...inC4({ rules: [rule] }) }],
  ] as const)('a policy whose %s is %s', (path, code, change) => {
    expectRefusal(act(change), code, path);
  });

  it('no policy, no assumptions, no options, and dates that do not exist', () => {
    const given = (view: unknown, rules: unknown, options: unknown) => () =>
      modelPortfolios(wrong(view), wrong(rules), wrong(options));
    expectRefusal(given(null, mertonPolicy, { asOf }), 'missing-value', 'assumptions');
    expectRefusal(given([], mertonPolicy, { asOf }), 'invalid-type', 'assumptions');
    expectRefusal(given(merton, null, { asOf }), 'missing-value', 'policy');
    expectRefusal(given(merton, mertonPolicy, undefined), 'missing-value', 'options');
    expectRefusal(given(merton, mertonPolicy, {}), 'missing-value', 'options.asOf');
    const noDay = { asOf: '2026-02-30' };
    expectRefusal(given(merton, mertonPolicy, noDay), 'invalid-date', 'options.asOf');
    expectRefusal(
      given({ ...merton, asOf: '2026-02-30' }, mertonPolicy, { asOf }),
      'invalid-date',
      'assumptions.asOf',
    );
    expectRefusal(
      given(merton, mertonPolicy, { asOf, maxAgeDays: -1 }),
      'out-of-range',
      'options.maxAgeDays',
    );
  });

  it('risk options that are none, whether or not a level can be solved', () => {
    const impossible = { ...mertonPolicy, lower: { CASH: 0.6, EQUITY: 0.6 } };
    for (const rules of [mertonPolicy, impossible]) {
      const given = (risk: unknown) => () =>
        modelPortfolios(merton, rules, { asOf, risk: wrong(risk) });
      expectRefusal(given(null), 'missing-value', 'options.risk');
      expectRefusal(given({ confidence: 1 }), 'out-of-range', 'options.risk.confidence');
      expectRefusal(given({ years: 0 }), 'out-of-range', 'options.risk.years');
    }
  });

  it('figures that do not fit the classes, where the caller wrote them', () => {
    const given = (change: object) => () =>
      modelPortfolios(wrong({ ...merton, ...change }), mertonPolicy, { asOf });
    expectRefusal(given({ assetClasses: [] }), 'empty', 'assumptions.assetClasses');
    expectRefusal(
      given({ assetClasses: ['CASH', 'CASH'] }),
      'duplicate-id',
      'assumptions.assetClasses[1]',
    );
    expectRefusal(
      given({ expectedReturn: [0.01] }),
      'length-mismatch',
      'assumptions.expectedReturn',
    );
    expectRefusal(given({ covariance: undefined }), 'missing-value', 'assumptions.covariance');
    expectRefusal(
      given({
        covariance: [
          [1, 0.5],
          [0.4, 1],
        ],
      }),
      'not-symmetric',
      'assumptions.covariance[1][0]',
    );
  });
});
