import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES } from '../../src/evidence/index.js';
import {
  contributionForProbability,
  projectGoal,
  projectionMessages,
} from '../../src/projection/index.js';
import { EDUCATION } from './support.js';

describe('projectionMessages', () => {
  it('are complete', () => {
    expect(checkMessages(projectionMessages)).toEqual([]);
  });

  it('put every reason into words, in every language', () => {
    const search = { ...EDUCATION, probability: 0.75 };
    const reasons = [
      projectGoal(EDUCATION),
      projectGoal({ ...EDUCATION, initial: 1_400_000 }),
      projectGoal({ ...EDUCATION, months: -1 }),
      projectGoal({ ...EDUCATION, months: 0, target: 1 }),
      projectGoal({ ...EDUCATION, monthlyContribution: 0, volatility: 0 }),
      projectGoal({ ...EDUCATION, monthlyContribution: 0, initial: 0 }),
      contributionForProbability(search),
      contributionForProbability({ ...search, target: 1 }),
      contributionForProbability({ ...search, months: 0 }),
    ].flatMap((result) => result.reasons);
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(projectionMessages, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
    const used = new Set(reasons.map(({ code }) => code));
    expect([...used].sort()).toEqual(Object.keys(projectionMessages).sort());
  });

  it('tell a client how much is missing', () => {
    const [reason] = projectGoal({ ...EDUCATION, months: 0 }).reasons;
    expect(formatReason(projectionMessages, reason!, 'en')).toBe(
      'The date of this goal has come, and your money (341,262) is 1,042,971.87 short of the target (1,384,233.87).',
    );
  });
});
