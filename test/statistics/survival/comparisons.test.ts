import { describe, expect, it } from 'vitest';
import { hazardRatio, logRank } from '../../../src/statistics/index.js';
import cox from '../../fixtures/statistics/cox.json' with { type: 'json' };
import { countsOf, expectClose, fixture } from './support.js';

describe('the log-rank test', () => {
  it.each(fixture.sets)('of $name is that of R, with weights too', ({ groups, tests }) => {
    const given = groups.map(({ id, counts }) => ({ id, counts: countsOf(counts) }));
    for (const { rho, chisq, df, p, n, observed, expected } of tests) {
      const test = logRank(given, { rho });
      if (test.status !== 'tested') throw new Error('expected a test');
      expectClose(test.statistic, chisq);
      expect(test.degreesOfFreedom).toBe(df);
      expectClose(test.pValue, p, 1e-9);
      expect(test.method).toBe(rho === 0 ? 'log-rank' : 'fleming-harrington');
      groups.forEach(({ id }, g) => {
        const group = test.groups.find((candidate) => candidate.id === id)!;
        expect(group.n).toBe(n[g]);
        expectClose(group.observed, observed[g]!);
        expectClose(group.expected, expected[g]!);
      });
    }
  });

  it.each(fixture.late)('of $name, with late entry, is the score test of R', (set) => {
    const test = logRank(set.groups.map(({ id, counts }) => ({ id, counts: countsOf(counts) })));
    if (test.status !== 'tested') throw new Error('expected a test');
    expectClose(test.statistic, set.score, 1e-9);
    expect(test.degreesOfFreedom).toBe(set.df);
  });
});

describe('the hazard ratio', () => {
  const pairs = fixture.sets.filter(({ groups }) => groups.length === 2);

  it.each(cox.rows)(
    "of $name is that of Cox's regression in R",
    ({ first, second, ...expected }) => {
      const found = hazardRatio(first, second, { method: 'cox' });
      if (found.status !== 'estimated') throw new Error('expected a ratio');
      expectClose(found.ratio, expected.ratio, 1e-9);
      expectClose(found.low, expected.low, 1e-8);
      expectClose(found.high, expected.high, 1e-8);
    },
  );

  it("has no greatest likelihood where one group's events all come before the other's", () => {
    const early = [{ time: 1, events: 3, censored: 0 }];
    const late = [{ time: 2, events: 3, censored: 0 }];
    expect(hazardRatio(early, late, { method: 'cox' })).toEqual({ status: 'not-estimable' });
    expect(hazardRatio(late, early, { method: 'cox' })).toEqual({ status: 'not-estimable' });
  });

  it.each(pairs)('of $name follows from observed, expected and variance of R', (set) => {
    const [first, second] = set.groups.map(({ counts }) => countsOf(counts));
    for (const method of ['peto', 'pike'] as const) {
      const found = hazardRatio(first!, second!, { method });
      if (found.status !== 'estimated') throw new Error('expected a ratio');
      const [ratio, low, high] = set.ratios[method]!;
      expectClose(found.ratio, ratio!);
      expectClose(found.low, low!);
      expectClose(found.high, high!);
    }
  });
});
