import { describe, expect, it } from 'vitest';
import { riskFigures } from '../../src/allocation/index.js';
import { RISK_LEVELS } from '../../src/questionnaire/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import {
  assumptions,
  atLevel,
  expectNear,
  hasNegativeZero,
  isDeeplyFrozen,
  ruleOf,
} from './support.js';

const { assetClasses } = assumptions;

describe('the sample client’s allocation', () => {
  it.each(RISK_LEVELS)(
    'has the published weights, return, volatility and utility at %s',
    (level) => {
      const published = expected[`allocation.${level}`];
      const result = atLevel(level);
      const inOrder = (weights: Readonly<Record<string, number>>) =>
        assetClasses.map((name) => weights[name] as number);
      expect(Object.keys(result.weights)).toEqual(assetClasses);
      expectNear(inOrder(result.weights), inOrder(published.w), 1e-8);
      expectNear([result.expectedReturn], [published.mu], 1e-8);
      expectNear([result.volatility], [published.vol], 1e-8);
      expectNear([result.objectiveValue], [published.utility], 1e-10);
    },
  );

  it('puts weights at a bound exactly there, and C1’s EQ_CN at 0 and not −0', () => {
    const c1 = atLevel('C1').weights;
    expect(Object.is(c1.EQ_CN, 0)).toBe(true);
    expect(Object.is(c1.EQ_GL, 0)).toBe(true);
    for (const level of ['C2', 'C3', 'C4', 'C5'] as const) {
      expect(atLevel(level).weights.CASH).toBe(0.05);
    }
    expect(atLevel('C5').weights).toMatchObject({ BOND: 0, GOLD: 0.1 });
  });

  it.each([
    ['C1', ['min:EQ_CN', 'min:EQ_GL', 'group-max:equity']],
    ['C2', ['min:CASH']],
    ['C3', ['min:CASH', 'group-max:equity']],
    ['C4', ['min:CASH']],
    ['C5', ['min:CASH', 'min:BOND', 'max:GOLD', 'group-max:equity']],
  ] as const)('is bound at %s by the rules that its weights meet', (level, rules) => {
    // Read off the published weights: C2's equity is 14.395 % of at most 15 %, C4's 58.72 % of 60 %.
    expect(atLevel(level).binding.map(({ rule }) => rule)).toEqual(rules);
  });

  it('prices C3’s equity cap and cash floor as published', () => {
    const c3 = atLevel('C3');
    const cap = ruleOf(c3, 'group-max:equity');
    const floor = ruleOf(c3, 'min:CASH');
    expectNear([cap.shadowPrice, floor.shadowPrice], [0.008227, 0.011103], 5e-7);
    expect(cap).toMatchObject({ kind: 'group-max', subject: 'equity', bound: 0.3, unique: true });
    expect(floor).toMatchObject({ kind: 'min', subject: 'CASH', bound: 0.05, unique: true });
  });

  it('says that C1’s multipliers are not unique, as three rules fix two weights', () => {
    const c1 = atLevel('C1');
    for (const rule of ['min:EQ_CN', 'min:EQ_GL', 'group-max:equity']) {
      expect(ruleOf(c1, rule).unique).toBe(false);
    }
    // Loosened by itself the cap lets both in; the floors only let one be sold short to buy the other.
    expect(ruleOf(c1, 'group-max:equity').shadowPrice).toBeGreaterThan(0);
  });

  it('explains every binding rule that costs something, and every asset that is not held', () => {
    const reasons = (level: 'C1' | 'C3' | 'C5') =>
      atLevel(level).reasons.map(({ code, parameters }) => `${code} ${parameters.subject}`);
    expect(reasons('C1')).toContain('allocation.not-held EQ_CN');
    expect(reasons('C1')).toContain('allocation.not-held EQ_GL');
    expect(reasons('C3')).toEqual([
      'allocation.min-binding CASH',
      'allocation.group-max-binding equity',
    ]);
    // Loosening gold's cap alone gains nothing: with the other caps and floors in place only shares could make room.
    expect(reasons('C5')).toEqual([
      'allocation.min-binding CASH',
      'allocation.not-held BOND',
      'allocation.group-max-binding equity',
    ]);
  });

  it('has the published risk contributions at C3, which sum to 1', () => {
    const { riskContributions } = atLevel('C3');
    const published = expected['allocation.C3.risk'].riskContrib;
    const [found, wanted] = [Object.values(riskContributions), Object.values(published)];
    expect(Object.keys(riskContributions)).toEqual(Object.keys(published));
    expectNear(found, wanted, 5e-9);
    expectNear([found.reduce((sum, part) => sum + part, 0)], [1], 1e-14);
  });

  it('has the published value at risk, expected shortfall and six-month figure at C3', () => {
    const c3 = atLevel('C3');
    const published = expected['allocation.C3.risk'];
    const year = riskFigures(c3);
    expectNear([year.valueAtRisk], [published.VaR95_1y_normal], 5e-8);
    expectNear([year.expectedShortfall], [published.ES95_1y_normal], 5e-8);
    const half = riskFigures(c3, { confidence: 0.975, years: 0.5 });
    expectNear([half.valueAtRisk], [published['sixMonthLower2.5pct']], 5e-8);
  });

  it('is certified to the last digits, frozen and without −0', () => {
    for (const level of RISK_LEVELS) {
      const result = atLevel(level);
      const { primal, stationarity, complementarity } = result.certificate;
      for (const residual of [primal, stationarity, complementarity]) {
        expect(residual).toBeLessThan(1e-14);
      }
      expect(isDeeplyFrozen(result)).toBe(true);
      expect(hasNegativeZero(result)).toBe(false);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });
});
