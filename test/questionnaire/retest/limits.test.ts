import { describe, expect, it } from 'vitest';
import { CN_RETEST_POLICY, checkRetest } from '../../../src/questionnaire/index.js';
import golden from '../../fixtures/questionnaire/cn-assessments.json' with { type: 'json' };
import counted from '../../fixtures/questionnaire/retests.json' with { type: 'json' };
import { at, check, codes, type Facts } from './support.js';

describe('how often a client may be assessed', () => {
  it.each(counted.cases)('agrees with a count day by day: $name', (one) => {
    const history = one.history.map((assessedAt, index) => ({
      id: `a${index}`,
      assessedAt,
      level: 'C3' as const,
    }));
    expect(check(history, one.asOf)).toMatchObject({
      status: one.status,
      usedToday: one.usedToday,
      usedInTwelveMonths: one.usedInTwelveMonths,
      nextAllowedOn: one.nextAllowedOn,
    });
  });

  it.each(golden.cases.filter(({ id }) => id.startsWith('A')))('agrees with case $id', (one) => {
    const facts = one.facts as Facts;
    const asOf = String(facts.asOf);
    const today = Number(facts['history.assessmentsToday']);
    const history = Array.from({ length: Number(facts['history.assessments12m']) }, (_, index) => ({
      id: `a${index}`,
      assessedAt: index < today ? asOf : `2026-05-0${index + 1}`,
      level: 'C3' as const,
    }));
    const result = check(history, asOf);
    expect(result.status).toBe(one.expect.decision === 'allow' ? 'allowed' : 'refused');
    const rules = result.reasons.filter(({ severity }) => severity === 'block');
    expect(rules.flatMap(({ citations }) => citations.map(({ article }) => article))).toEqual(
      one.expect.rules.map(() => '29(1)'),
    );
  });

  it('names the limit, the number used and the article', () => {
    const result = check([at('2026-06-15T01:00:00Z'), at('2026-06-15T02:00:00Z')], '2026-06-15');
    expect(result.reasons).toMatchObject([
      {
        code: 'questionnaire.retest-day-limit',
        severity: 'block',
        parameters: { used: 2, limit: 2 },
        citations: [{ article: '29(1)', verified: true, inForceFrom: '2026-02-01' }],
      },
      { code: 'questionnaire.retest-next', parameters: { next: '2026-06-16' } },
    ]);
  });

  it('takes an instant for a day in the policy’s zone alone', () => {
    // 16:30 in UTC is half past midnight of the next day in Shanghai.
    const history = [at('2026-06-14T16:30:00Z'), at('2026-06-15')];
    expect(check(history, '2026-06-15').status).toBe('refused');
    const utc = { ...CN_RETEST_POLICY, zone: 'UTC' };
    expect(checkRetest(history, utc, { asOf: '2026-06-15' }).usedToday).toBe(1);
  });

  it('counts what was assessed before the rule applied', () => {
    const before = ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01'];
    const history = before.flatMap((day) => [at(day), { ...at(day), id: `${day} again` }]);
    expect(check(history, '2026-02-01')).toMatchObject({
      status: 'refused',
      usedInTwelveMonths: 8,
      nextAllowedOn: '2026-09-02',
    });
  });

  it('says how many remain', () => {
    const spread = ['2026-02-15', '2026-03-15', '2026-04-15', '2026-05-15', '2026-06-15'];
    const history = spread.map((day) => at(day));
    // 8 − 5 = 3 in the twelve months, of which a day takes 2; on the day of the fifth, 2 − 1.
    expect(check(history, '2026-06-20')).toMatchObject({
      remainingToday: 2,
      remainingInTwelveMonths: 3,
    });
    expect(check(history, '2026-06-15')).toMatchObject({ remainingToday: 1 });
    const seven = [...history, at('2026-07-15'), at('2026-08-15')];
    expect(check(seven, '2026-08-20')).toMatchObject({
      remainingToday: 1,
      remainingInTwelveMonths: 1,
    });
    expect(check([...seven, at('2026-09-15')], '2026-09-20')).toMatchObject({
      remainingToday: 0,
      remainingInTwelveMonths: 0,
    });
    expect(check([], '2026-01-31')).toMatchObject({
      status: 'undetermined',
      remainingToday: null,
      remainingInTwelveMonths: null,
    });
  });

  it('does not count what was assessed elsewhere', () => {
    const history = [
      { ...at('2026-06-15T01:00:00Z'), institution: 'ours' },
      { ...at('2026-06-15T02:00:00Z', 'C5'), institution: 'theirs' },
    ];
    const result = check(history, '2026-06-15', { institution: 'ours' });
    expect(result).toMatchObject({ status: 'allowed', usedToday: 1, level: 'C3' });
  });

  it('takes one without an institution for its own', () => {
    const history = [at('2026-06-15T01:00:00Z'), { ...at('2026-06-15'), institution: 'ours' }];
    const result = check(history, '2026-06-15', { institution: 'ours' });
    expect(result.status).toBe('refused');
  });

  it('cannot say before any rule was in force', () => {
    const result = check([], '2026-01-31');
    expect(result).toMatchObject({ status: 'undetermined', nextAllowedOn: null, level: null });
    expect(codes(result)).toEqual([
      'questionnaire.retest-no-rule',
      'questionnaire.validity-no-rule',
    ]);
    expect(check([], '2026-02-01').status).toBe('allowed');
  });

  it('follows the rule of each day where the limit changes', () => {
    const [rule] = CN_RETEST_POLICY.limits;
    const limits = [
      { ...rule!, from: '2027-01-01' as const, perTwelveMonths: 3 },
      { ...rule!, to: '2027-01-01' as const, perTwelveMonths: 2 },
    ];
    const history = [at('2026-12-01'), at('2026-12-02')];
    const result = checkRetest(history, { ...CN_RETEST_POLICY, limits }, { asOf: '2026-12-10' });
    expect(result).toMatchObject({ status: 'refused', nextAllowedOn: '2027-01-01' });
  });

  it('knows no next day where the rule ends', () => {
    const limits = [{ ...CN_RETEST_POLICY.limits[0]!, to: '2026-06-16' as const, perDay: 1 }];
    const policy = { ...CN_RETEST_POLICY, limits };
    const result = checkRetest([at('2026-06-15')], policy, { asOf: '2026-06-15' });
    expect(result).toMatchObject({ status: 'refused', nextAllowedOn: null });
    expect(codes(result)).toEqual(['questionnaire.retest-day-limit']);
  });
});
