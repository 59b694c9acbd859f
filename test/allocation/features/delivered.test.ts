import { describe, expect, it } from 'vitest';
import { allocate, allocationMessages } from '../../../src/allocation/index.js';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { hasNegativeZero, isDeeplyFrozen, optimal } from '../support.js';
import { optimalCases } from './cases.js';

const total = (weights: Readonly<Record<string, number>>, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + weights[name]!, 0);

describe('what is delivered', () => {
  it.each(optimalCases)('keeps the rules by its own weights: $name', ({ problem }) => {
    const { weights, trading, trackingError } = optimal(allocate(problem));
    const broken: number[] = [];
    const keep = (value: number, { min, max }: { min?: number; max?: number }): void => {
      broken.push((min ?? value) - value, value - (max ?? value));
    };
    const { budget = 1, groups = [], rules = [], relative = [] } = problem;
    const sum = total(weights, problem.assets);
    keep(sum, typeof budget === 'number' ? { min: budget, max: budget } : budget);
    for (const one of groups) keep(total(weights, one.members), one);
    for (const one of rules) {
      const terms = Object.entries(one.coefficients).map(([name, k]) => k * weights[name]!);
      keep(
        terms.reduce((a, b) => a + b, 0),
        one,
      );
    }
    for (const { members, of, min, max } of relative) {
      const [held, other] = [total(weights, members), total(weights, of)];
      if (max !== undefined) keep(held, { max: max * other });
      if (min !== undefined) keep(held, { min: min * other });
    }
    const held = Object.values(weights);
    keep(
      held.reduce((s, w) => s + Math.max(0, -w), 0),
      { max: problem.maxShort ?? 9 },
    );
    keep(
      held.reduce((s, w) => s + Math.abs(w), 0),
      { max: problem.maxLeverage ?? 9 },
    );
    keep(trading?.turnover ?? 0, { max: problem.trading?.maxTurnover ?? 9 });
    keep(trackingError ?? 0, { max: problem.maxTrackingError ?? 9 });
    expect(Math.max(...broken)).toBeLessThan(1e-13);
  });

  it.each(optimalCases)('is certified to rounding: $name', ({ problem }) => {
    const { certificate } = optimal(allocate(problem));
    const { primal, stationarity, complementarity, ridge } = certificate;
    expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-12);
    expect(ridge).toBe(0);
  });

  it.each(optimalCases)('is exactly at the bounds of assets that bind: $name', ({ problem }) => {
    const { weights, binding } = optimal(allocate(problem));
    for (const { kind, subject, bound } of binding) {
      if (kind !== 'min' && kind !== 'max' && kind !== 'frozen') continue;
      expect([subject, weights[subject]]).toEqual([subject, bound]);
    }
  });

  it.each(optimalCases)('adds up: $name', ({ problem, expected }) => {
    const result = optimal(allocate(problem));
    const contributions = Object.values(result.riskContributions);
    expect(contributions.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 13);
    const mean = problem.assets.reduce(
      (sum, name, i) => sum + problem.expectedReturn[i]! * result.weights[name]!,
      0,
    );
    expect(result.expectedReturn).toBeCloseTo(mean - (result.trading?.cost ?? 0), 14);
    expect(result.trading === undefined).toBe(expected.turnover === undefined);
    expect(result.trackingError === undefined).toBe(expected.trackingError === undefined);
  });

  it.each(optimalCases)('is frozen plain data: $name', ({ problem }) => {
    const result = allocate(problem);
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(hasNegativeZero(result)).toBe(false);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(allocate(JSON.parse(JSON.stringify(problem)))).toEqual(result);
  });
});

describe('every rule that costs something', () => {
  const results = optimalCases.map(({ problem }) => optimal(allocate(problem)));

  it('has a reason with its bound and price', () => {
    results.forEach(({ binding, reasons }, i) => {
      const { objective, risk } = optimalCases[i]!.problem;
      const least = objective.kind === 'minimum-variance';
      for (const { kind, subject, bound, shadowPrice } of binding) {
        if (shadowPrice === 0 || kind === 'target-return') continue;
        const isLeftOut = kind === 'min' && bound === 0;
        const limited = kind === 'target-volatility' && risk === 'active' ? 'tracking-error' : kind;
        const notHeld = least ? 'not-held-for-least-risk' : 'not-held';
        const suffix = isLeftOut ? notHeld : `${limited}-binding`;
        expect(reasons).toContainEqual(
          expect.objectContaining({
            code: `allocation.${suffix}`,
            parameters: { subject, bound, price: shadowPrice },
          }),
        );
      }
    });
  });

  it('is put into words in three languages, for every kind of rule', () => {
    const reasons = results.flatMap((result) => result.reasons);
    expect([...new Set(reasons.map(({ code }) => code))].sort()).toEqual(
      [
        'budget-max',
        'budget-min',
        'frozen',
        'group-max',
        'group-min',
        'leverage',
        'max',
        'min',
        'relative-max',
        'relative-min',
        'rule-max',
        'rule-min',
        'short',
        'target-return',
        'target-volatility',
        'tracking-error',
        'turnover',
      ]
        .map((kind) => `allocation.${kind}-binding`)
        .concat('allocation.not-held', 'allocation.not-held-for-least-risk')
        .sort(),
    );
    for (const reason of reasons) {
      const texts = LOCALES.map((locale) => formatReason(allocationMessages, reason, locale));
      expect(new Set(texts).size).toBe(LOCALES.length);
      for (const text of texts) expect(text).not.toMatch(/[{}]|undefined|NaN/);
    }
  });
});
