import { describe, expect, it } from 'vitest';
import {
  allocationMessages,
  type ComparedLevel,
  compareModelPortfolios,
  type ModelPortfolioComparison,
  type ModelVintage,
  VINTAGE_BLOCKS,
} from '../../../src/allocation/index.js';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { compileAssumptions } from '../../../src/market/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../../src/questionnaire/index.js';
import {
  assumptions,
  expectNear,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  policy,
  wrong,
} from '../support.js';
import { exact, merton, mertonPolicy } from './cases.js';

const before: ModelVintage = { assumptions, policy };
const later: ModelVintage = {
  assumptions: compileAssumptions(wrong(exact.later.assumptions)),
  policy: { ...policy, levels: exact.later.levels },
};
const found = compareModelPortfolios(before, later);

function compared(comparison: ModelPortfolioComparison, level: RiskLevel): ComparedLevel {
  const one = comparison.levels[level];
  if (one.status === 'unavailable') throw new Error(`${level} is not compared`);
  return one;
}

const blockOf = (one: ComparedLevel) => one.reasons.map(({ code }) => code.slice(25));

describe('compareModelPortfolios', () => {
  it.each(RISK_LEVELS)('meets the exact change of each block at %s', (level) => {
    const { steps, changes, turnover } = compared(found, level);
    const weights = exact.later.weights[level];
    const names = assumptions.assetClasses as readonly (keyof typeof weights.before)[];
    const change = (from: typeof weights.before, to: typeof weights.before) =>
      names.map((name) => to[name] - from[name]);
    const half = (list: readonly number[]) =>
      list.reduce((sum, value) => sum + Math.abs(value), 0) / 2;
    const way = [weights.before, ...VINTAGE_BLOCKS.map((block) => weights[block])];
    expect(steps?.map(({ block }) => block)).toEqual(VINTAGE_BLOCKS);
    steps?.forEach((step, k) => {
      const expected = change(way[k]!, way[k + 1]!);
      expectNear(
        names.map((name) => step.changes[name] as number),
        expected,
        1e-11,
      );
      expectNear([step.turnover], [half(expected)], 1e-11);
    });
    const inAll = change(weights.before, weights.policy);
    expectNear(
      names.map((name) => changes[name] as number),
      inAll,
      1e-11,
    );
    expectNear([turnover], [half(inAll)], 1e-11);
  });

  it('names the block and the class that move the most', () => {
    // Equity share (μ − r)/(λσ²) with λ = 2.5 at C4: 0.4; later 0.032/(2.5·0.0625) = 0.2048, by returns alone 0.32.
    const assumptions = compileAssumptions({
      asOf: '2026-09-01',
      assetClasses: ['CASH', 'EQUITY'],
      expectedReturn: [0.01, 0.042],
      volatility: [0, 0.25],
      correlation: [
        [1, 0],
        [0, 1],
      ],
    });
    const given = { assumptions: merton, policy: mertonPolicy };
    const comparison = compareModelPortfolios(given, { assumptions, policy: mertonPolicy });
    const c4 = compared(comparison, 'C4');
    expectNear(
      c4.steps!.map(({ turnover }) => turnover),
      [0.08, 0.1152, 0, 0],
      1e-12,
    );
    const [reason] = c4.reasons;
    expect(reason).toMatchObject({
      code: 'allocation.moved-most-by-volatilities',
      severity: 'info',
      parameters: { level: 'C4', assetClass: 'CASH' },
    });
    const { turnover, part, from, to } = reason!.parameters;
    expectNear([turnover, part, from, to] as number[], [0.1952, 0.1152, 0.6, 0.7952], 1e-12);
    expect(comparison).toMatchObject({
      status: 'changed',
      before: '2026-03-02',
      after: '2026-09-01',
    });
    expect(formatReason(allocationMessages, reason!, 'en')).toBe(
      'Level C4 needs to switch 19.52% of its portfolio, mainly because of new volatilities (11.52% alone). CASH changes the most, from 60.00% to 79.52%.',
    );
  });

  it('gives the whole change to a block where only that block changes', () => {
    const { correlation, covariance } = later.assumptions;
    const places = assumptions.assetClasses.map((name) =>
      later.assumptions.assetClasses.indexOf(name),
    );
    const sorted = compileAssumptions({
      ...exact.later.assumptions,
      asOf: '2026-09-01',
      assetClasses: assumptions.assetClasses,
      expectedReturn: assumptions.expectedReturn,
      volatility: assumptions.volatility,
      correlation: places.map((i) => places.map((j) => correlation[i]![j]!)),
    });
    expect(covariance).toHaveLength(5);
    const cases = [
      [
        'returns',
        {
          ...before,
          assumptions: { ...assumptions, expectedReturn: [0.016, 0.029, 0.06, 0.07, 0.036] },
        },
      ],
      ['correlations', { ...before, assumptions: sorted }],
      ['policy', { ...before, policy: later.policy }],
    ] as const;
    for (const [block, after] of cases) {
      const { steps, turnover, reasons } = compared(compareModelPortfolios(before, after), 'C3');
      for (const step of steps!) {
        if (step.block === block) expectNear([step.turnover], [turnover], 1e-12);
        else expect(step.turnover).toBe(0);
      }
      expect(turnover).toBeGreaterThan(1e-3);
      expect(reasons.map(({ code }) => code)).toEqual([`allocation.moved-most-by-${block}`]);
    }
  });

  it('is unchanged between a vintage and itself, in any order of classes', () => {
    const same = compareModelPortfolios(before, before);
    expect(same.status).toBe('unchanged');
    for (const level of RISK_LEVELS) {
      const { status, turnover, reasons } = compared(same, level);
      expect([status, turnover, reasons]).toEqual(['unchanged', 0, []]);
    }
    expect(compareModelPortfolios(later, later).status).toBe('unchanged');
  });

  it('divides nothing where the classes differ, but says what changes', () => {
    const assumptions = compileAssumptions({
      asOf: '2026-09-01',
      assetClasses: ['BOND', 'CASH'],
      expectedReturn: [0.03, 0.01],
      volatility: [0.05, 0],
      correlation: [
        [1, 0],
        [0, 1],
      ],
    });
    const bonds = { assumptions, policy: { ...mertonPolicy, equityClasses: [], glidePaths: [] } };
    const comparison = compareModelPortfolios({ assumptions: merton, policy: mertonPolicy }, bonds);
    expect(comparison).toMatchObject({ status: 'changed', added: ['BOND'], removed: ['EQUITY'] });
    // λ = 20: equity 1/20; bonds 0.02/(20·0.0025) = 0.4.
    const c1 = compared(comparison, 'C1');
    expect(c1).toMatchObject({ status: 'changed', steps: null });
    expect(Object.keys(c1.changes)).toEqual(['CASH', 'EQUITY', 'BOND']);
    expectNear(Object.values(c1.changes), [-0.35, -0.05, 0.4], 1e-12);
    expectNear([c1.turnover], [0.4], 1e-12);
    const [reason, ...more] = c1.reasons;
    expect(more).toEqual([]);
    expect(reason).toMatchObject({
      code: 'allocation.moved-most',
      severity: 'info',
      parameters: { level: 'C1', assetClass: 'BOND' },
    });
    const { turnover, from, to } = reason!.parameters;
    expectNear([turnover, from, to] as number[], [0.4, 0, 0.4], 1e-12);
    expect(formatReason(allocationMessages, reason!, 'en')).toBe(
      'Level C1 needs to switch 40.00% of its portfolio. BOND changes the most, from 0.00% to 40.00%; what each new input accounts for cannot be told apart.',
    );
    expect(formatReason(allocationMessages, reason!, 'zh-Hans')).toBe(
      'C1级组合需调整40.00%，其中变动最大的是BOND，由0.00%变为40.00%；各项假设与政策的影响无法逐一区分。',
    );
    // The other way round bonds go, from 0.4 to 0.
    const back = compared(
      compareModelPortfolios(bonds, { assumptions: merton, policy: mertonPolicy }),
      'C1',
    );
    const gone = back.reasons[0]!.parameters;
    expect(gone.assetClass).toBe('BOND');
    expectNear([gone.turnover, gone.from, gone.to] as number[], [0.4, 0.4, 0], 1e-12);
  });

  it('has nothing to explain where a class comes that nobody holds', () => {
    const assumptions = compileAssumptions({
      asOf: '2026-09-01',
      assetClasses: ['CASH', 'EQUITY', 'GOLD'],
      expectedReturn: [0.01, 0.05, -0.1],
      volatility: [0, 0.2, 0.1],
      correlation: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    });
    const comparison = compareModelPortfolios(
      { assumptions: merton, policy: mertonPolicy },
      { assumptions, policy: mertonPolicy },
    );
    expect(comparison).toMatchObject({ status: 'unchanged', added: ['GOLD'], removed: [] });
    expect(compared(comparison, 'C3')).toMatchObject({ steps: null, reasons: [] });
  });

  it('says which vintage has no portfolio for a level', () => {
    const groups = [{ id: 'growth', members: ['EQUITY'], min: 0.5 }];
    const levels = { ...mertonPolicy.levels, C1: { ...mertonPolicy.levels.C1, groups } };
    const [whole, lacking] = [mertonPolicy, { ...mertonPolicy, levels }].map((policy) => ({
      assumptions: merton,
      policy,
    }));
    const of = (one: ModelVintage, other: ModelVintage) => {
      const { status, levels } = compareModelPortfolios(one, other);
      const { C1 } = levels;
      return [
        status,
        C1.status === 'unavailable' && C1.missing,
        C1.reasons.map(({ code }) => code),
        levels.C2.status,
      ];
    };
    expect(of(lacking!, whole!)).toEqual([
      'incomplete',
      ['before'],
      ['allocation.no-portfolio-before'],
      'unchanged',
    ]);
    expect(of(whole!, lacking!)).toEqual([
      'incomplete',
      ['after'],
      ['allocation.no-portfolio-after'],
      'unchanged',
    ]);
    expect(of(lacking!, lacking!)[1]).toEqual(['before', 'after']);
  });

  it('speaks three languages', () => {
    const reasons = RISK_LEVELS.flatMap((level) => compared(found, level).reasons);
    expect(reasons).toHaveLength(5);
    const texts = LOCALES.flatMap((locale) =>
      reasons.map((reason) => formatReason(allocationMessages, reason, locale)),
    );
    expect(new Set(texts).size).toBe(15);
    expect(texts.some((text) => text.includes('{'))).toBe(false);
    expect(blockOf(compared(found, 'C1'))).toHaveLength(1);
  });

  it('comes back from JSON, frozen, without −0, the arguments unchanged', () => {
    const text = JSON.stringify([before, later]);
    expect(JSON.stringify(compareModelPortfolios(before, later))).toBe(JSON.stringify(found));
    expect(JSON.stringify([before, later])).toBe(text);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(isDeeplyFrozen(found)).toBe(true);
    expect(hasNegativeZero(found)).toBe(false);
  });

  it('refuses a vintage that is none, and names it', () => {
    const act = (one: unknown, other: unknown) => () =>
      compareModelPortfolios(wrong(one), wrong(other));
    expectRefusal(act(null, later), 'missing-value', 'before');
    expectRefusal(act(before, undefined), 'missing-value', 'after');
    expectRefusal(act({ policy }, later), 'missing-value', 'before.assumptions');
    expectRefusal(act(before, { assumptions }), 'missing-value', 'after.policy');
    expectRefusal(
      act({ assumptions: { ...assumptions, asOf: 'today' }, policy }, later),
      'invalid-date',
      'before.assumptions.asOf',
    );
    expectRefusal(
      act(before, { assumptions, policy: { ...policy, upper: { CASH: 2 } } }),
      'out-of-range',
      'after.policy.upper.CASH',
    );
    expectRefusal(
      act(before, { assumptions: { ...assumptions, volatility: [1] }, policy }),
      'length-mismatch',
      'after.assumptions.volatility',
    );
    expectRefusal(
      act({ assumptions: { ...assumptions, correlation: null }, policy }, before),
      'missing-value',
      'before.assumptions.correlation',
    );
  });
});
