import { describe, expect, it } from 'vitest';
import { CN_RETEST_POLICY, checkRetest } from '../../../src/questionnaire/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const good = { id: 'a', assessedAt: '2026-06-01', level: 'C3' } as const;
const options = { asOf: '2026-06-15' } as const;

describe('a broken row of the history', () => {
  it.each([
    ['null', null, 'missing-value', 'history[1]'],
    ['a list', [], 'invalid-type', 'history[1]'],
    ['no id', { ...good, id: undefined }, 'missing-value', 'history[1].id'],
    ['an empty id', { ...good, id: '' }, 'empty', 'history[1].id'],
    ['no day', { ...good, id: 'b', assessedAt: null }, 'missing-value', 'history[1].assessedAt'],
    [
      'a number',
      { ...good, id: 'b', assessedAt: 20260601 },
      'invalid-type',
      'history[1].assessedAt',
    ],
    [
      'a day that does not exist',
      { ...good, id: 'b', assessedAt: '2026-02-30T00:00:00Z' },
      'invalid-date',
      'history[1].assessedAt',
    ],
    [
      'a time without an offset',
      { ...good, id: 'b', assessedAt: '2026-06-01T10:00:00' },
      'invalid-format',
      'history[1].assessedAt',
    ],
    ['no level', { ...good, id: 'b', level: null }, 'missing-value', 'history[1].level'],
    ['another level', { ...good, id: 'b', level: 'C6' }, 'unknown-value', 'history[1].level'],
    ['no yes or no', { ...good, id: 'b', confirmed: 1 }, 'invalid-type', 'history[1].confirmed'],
    [
      'a nameless institution',
      { ...good, id: 'b', institution: '' },
      'empty',
      'history[1].institution',
    ],
    [
      'a nameless form',
      { ...good, id: 'b', definition: 5 },
      'invalid-type',
      'history[1].definition',
    ],
  ])('is named and lets nothing be allowed: %s', (_, row, code, path) => {
    const result = checkRetest([good, wrong(row)], CN_RETEST_POLICY, options);
    expect(result).toMatchObject({
      status: 'undetermined',
      nextAllowedOn: null,
      usedInTwelveMonths: 1,
      remainingToday: null,
      remainingInTwelveMonths: null,
      last: { id: 'a' },
      validity: 'undetermined',
      validThrough: null,
      level: null,
      failures: [{ row: 1, issues: [{ code, path }] }],
      reasons: [{ code: 'questionnaire.retest-unreadable', severity: 'require' }],
    });
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('does not turn a refusal into a doubt', () => {
    const again = { ...good, assessedAt: '2026-06-15' };
    const history = [again, { ...again, id: 'b' }, wrong(null)];
    const result = checkRetest(history, CN_RETEST_POLICY, options);
    expect(result).toMatchObject({ status: 'refused', nextAllowedOn: null });
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'questionnaire.retest-unreadable',
      'questionnaire.retest-day-limit',
    ]);
  });

  it('is every row of an assessment that stands twice with different facts', () => {
    const history = [good, { ...good, id: 'b' }, { ...good, level: 'C4' as const }];
    const result = checkRetest(history, CN_RETEST_POLICY, options);
    expect(result).toMatchObject({ status: 'undetermined', usedInTwelveMonths: 1 });
    expect(
      result.failures.map(({ row, issues }) => [row, issues[0]?.code, issues[0]?.path]),
    ).toEqual([
      [0, 'duplicate-id', 'history[0].id'],
      [2, 'duplicate-id', 'history[2].id'],
    ]);
  });

  it('is of no concern where it was made elsewhere', () => {
    const elsewhere = wrong({ institution: 'theirs', level: 'C9' });
    const result = checkRetest([good, elsewhere], CN_RETEST_POLICY, {
      ...options,
      institution: 'ours',
    });
    expect(result).toMatchObject({ status: 'allowed', level: 'C3', failures: [] });
  });
});

describe('misuse', () => {
  const [limit] = CN_RETEST_POLICY.limits;
  const withLimits = (...limits: readonly unknown[]) => ({ ...CN_RETEST_POLICY, limits });

  it.each([
    ['no policy', null, 'missing-value', 'policy'],
    ['no zone', { ...CN_RETEST_POLICY, zone: undefined }, 'missing-value', 'policy.zone'],
    ['a zone unknown', { ...CN_RETEST_POLICY, zone: 'Mars/Base' }, 'unknown-zone', 'policy.zone'],
    ['no id', { ...CN_RETEST_POLICY, id: '' }, 'empty', 'policy.id'],
    ['no limits', { ...CN_RETEST_POLICY, limits: null }, 'missing-value', 'policy.limits'],
    ['no rule', withLimits(null), 'missing-value', 'policy.limits[0]'],
    [
      'no first day',
      withLimits({ ...limit, from: null }),
      'missing-value',
      'policy.limits[0].from',
    ],
    [
      'an end before the beginning',
      withLimits({ ...limit, to: '2026-02-01' }),
      'inconsistent',
      'policy.limits[0].to',
    ],
    [
      'two rules for one day',
      withLimits({ ...limit, to: '2027-01-02' }, { ...limit, from: '2027-01-01' }),
      'inconsistent',
      'policy.limits[1].from',
    ],
    [
      'the same rule twice',
      withLimits(limit, { ...limit }),
      'inconsistent',
      'policy.limits[0].from',
    ],
    ['none a day', withLimits({ ...limit, perDay: 0 }), 'out-of-range', 'policy.limits[0].perDay'],
    [
      'NaN a year',
      withLimits({ ...limit, perTwelveMonths: Number.NaN }),
      'not-finite',
      'policy.limits[0].perTwelveMonths',
    ],
    [
      'no source',
      withLimits({ ...limit, citation: undefined }),
      'missing-value',
      'policy.limits[0].citation',
    ],
    [
      'a source without an article',
      withLimits({ ...limit, citation: { instrument: 'Law', verified: true } }),
      'missing-value',
      'policy.limits[0].citation.article',
    ],
    [
      'half a month',
      { ...CN_RETEST_POLICY, validity: [{ ...limit, months: 1.5 }] },
      'invalid-type',
      'policy.validity[0].months',
    ],
    [
      'days before',
      { ...CN_RETEST_POLICY, raiseNotice: [{ ...limit, days: -1 }] },
      'out-of-range',
      'policy.raiseNotice[0].days',
    ],
  ])('of the policy is refused: %s', (_, policy, code, path) => {
    expectRefusal(() => checkRetest([good], wrong(policy), options), wrong(code), path);
  });

  it.each([
    ['no options', null, 'missing-value', 'options'],
    ['no day', {}, 'missing-value', 'options.asOf'],
    ['no such day', { asOf: '2026-02-29' }, 'invalid-date', 'options.asOf'],
    ['an instant', { asOf: '2026-06-15T00:00:00Z' }, 'invalid-date', 'options.asOf'],
    ['a nameless institution', { ...options, institution: '' }, 'empty', 'options.institution'],
    [
      'no such report',
      { ...options, changeReportedAt: '2026-06-31' },
      'invalid-date',
      'options.changeReportedAt',
    ],
  ])('of the options is refused: %s', (_, given, code, path) => {
    expectRefusal(() => checkRetest([good], CN_RETEST_POLICY, wrong(given)), wrong(code), path);
  });

  it('of the history is refused', () => {
    const run = (history: unknown) => () => checkRetest(wrong(history), CN_RETEST_POLICY, options);
    expectRefusal(run(null), 'missing-value', 'history');
    expectRefusal(run('none'), 'invalid-type', 'history');
    const several = [
      { ...good, institution: 'ours' },
      { ...good, id: 'b', institution: 'theirs' },
    ];
    expectRefusal(run(several), 'missing-value', 'options.institution');
  });
});
