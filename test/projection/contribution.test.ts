import { describe, expect, it } from 'vitest';
import { contributionForProbability, projectGoal } from '../../src/projection/index.js';
import fixture from '../fixtures/projection/scenario.json' with { type: 'json' };
import { BAD_PLANS, codes, EDUCATION, expectClose, expectRefusal, wrong } from './support.js';

const search = { ...EDUCATION, probability: 0.75 };

describe('contributionForProbability', () => {
  it('finds what the education goal takes for 75 %', () => {
    const result = contributionForProbability(search);
    if (result.status !== 'found') throw new Error('expected a contribution');
    expectClose(result.monthlyContribution, Number(fixture.contributionFor75), 1e-11);
    expect(codes(result)).toEqual(['projection.contribution-found', 'projection.no-promise']);
  });

  it('says that nothing is needed where the money there is likely enough to do', () => {
    const result = contributionForProbability({ ...search, initial: 1_300_000 });
    if (result.status !== 'already-met') throw new Error('expected that nothing is needed');
    const alone = projectGoal({ ...EDUCATION, initial: 1_300_000, monthlyContribution: 0 });
    expect(result.probability).toBe(alone.probability);
    expect(result.probability).toBeGreaterThan(0.75);
    expect(codes(result)).toEqual(['projection.no-contribution-needed']);
  });

  it('looks further than a goal that is met today, as it may not stay so', () => {
    const result = contributionForProbability({
      ...search,
      initial: EDUCATION.target,
      probability: 0.9999,
    });
    expect(result.status).toBe('found');
  });

  it('cannot reach a goal whose day has come', () => {
    for (const months of [0, -3]) {
      const result = contributionForProbability({ ...search, months });
      expect(result.status).toBe('unreachable');
      expect(codes(result)).toEqual(['projection.no-time-left']);
    }
    const met = contributionForProbability({ ...search, months: 0, target: 1 });
    expect(met).toMatchObject({ status: 'already-met', probability: 1 });
  });

  it('needs less when each month is paid in at its start', () => {
    const end = contributionForProbability(search);
    const start = contributionForProbability({ ...search, contributionTiming: 'month-start' });
    if (end.status !== 'found' || start.status !== 'found') throw new Error('expected both');
    expect(start.monthlyContribution).toBeLessThan(end.monthlyContribution);
  });

  it('works from nothing, for one month, and for the smallest and largest probabilities', () => {
    const oneMonth = { ...search, initial: 0, months: 1, target: 1000 };
    const result = contributionForProbability(oneMonth);
    if (result.status !== 'found') throw new Error('expected a contribution');
    // Paid in at the month's end it is certain money.
    expectClose(result.monthlyContribution, 1000);
    for (const probability of [5e-324, 1e-12, 1 - 2 ** -53]) {
      const extreme = contributionForProbability({ ...search, initial: 0, probability });
      if (extreme.status !== 'found') throw new Error('expected a contribution');
      expect(extreme.monthlyContribution).toBeGreaterThan(0);
      expect(extreme.monthlyContribution).toBeLessThan(EDUCATION.target);
    }
  });

  it('comes to an end for the smallest and largest targets', () => {
    for (const target of [5e-324, 1e-310, 1e15]) {
      const result = contributionForProbability({ ...search, initial: 0, target });
      expect(result.status).toBe('found');
    }
  });

  it('refuses a search by field', () => {
    for (const [change, code, field] of BAD_PLANS) {
      const call = () => contributionForProbability({ ...search, ...change });
      expectRefusal(call, code, `search.${field}`);
    }
    for (const [probability, code] of [
      [0, 'out-of-range'],
      [1, 'out-of-range'],
      [undefined, 'missing-value'],
      ['0.75', 'invalid-type'],
      [Number.NaN, 'not-finite'],
    ] as const) {
      const call = () => contributionForProbability({ ...search, probability: wrong(probability) });
      expectRefusal(call, code, 'search.probability');
    }
    expectRefusal(() => contributionForProbability(wrong(null)), 'missing-value', 'search');
  });
});
