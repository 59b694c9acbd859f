import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import {
  CN_RETEST_POLICY,
  checkRetest,
  type PastAssessment,
} from '../../../src/questionnaire/index.js';
import { isDeeplyFrozen } from '../support.js';
import { at, check, codes, factsOf, historyOf } from './support.js';

describe('what the last assessment is worth', () => {
  it('agrees with the case of one that is a day too old', () => {
    const facts = factsOf('N11');
    const result = check(historyOf(facts), String(facts.asOf));
    expect(result).toMatchObject({
      status: 'allowed',
      usedInTwelveMonths: facts['history.assessments12m'],
      validity: 'expired',
      validThrough: '2026-06-15',
      level: null,
    });
    expect(result.reasons).toMatchObject([
      {
        code: 'questionnaire.assessment-expired',
        severity: 'require',
        citations: [{ article: '29(2)' }],
      },
    ]);
  });

  it.each(['N01', 'N25'])('agrees with case %s, where it is valid', (id) => {
    const facts = factsOf(id);
    expect(check(historyOf(facts), String(facts.asOf))).toMatchObject({
      usedInTwelveMonths: facts['history.assessments12m'],
      validity: 'valid',
      level: 'C3',
      mustReconfirm: null,
      reasons: [],
    });
  });

  it('agrees with the case of a client who was never assessed', () => {
    const facts = factsOf('N13');
    expect(check([], String(facts.asOf))).toMatchObject({
      validity: 'none',
      last: null,
      level: null,
      reasons: [{ code: 'questionnaire.assessment-none', severity: 'require' }],
    });
  });

  it('ends on the next working day where a calendar is given and the last is a day off', () => {
    // 2027-03-13 is a Saturday (Civil Code of China, article 203).
    const covers = { from: '2027-01-01', to: '2028-01-01' } as const;
    const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
    const history = [at('2026-03-13')];
    expect(check(history, '2027-03-15', { calendar })).toMatchObject({
      validity: 'valid',
      validThrough: '2027-03-15',
    });
    expect(check(history, '2027-03-15')).toMatchObject({
      validity: 'expired',
      validThrough: '2027-03-13',
    });
  });

  it('ends when the client reports a change', () => {
    const history = [at('2026-06-15T03:00:00Z')];
    const on = (changeReportedAt: string) => check(history, '2026-06-20', { changeReportedAt });
    expect(on('2026-06-14').validity).toBe('valid');
    expect(on('2026-06-15T02:59:59Z').validity).toBe('valid');
    expect(on('2026-06-15T11:00:00+08:00').validity).toBe('change-reported');
    expect(on('2026-06-16')).toMatchObject({
      validity: 'change-reported',
      level: null,
      reasons: [{ code: 'questionnaire.assessment-change-reported', severity: 'require' }],
    });
    // Only the day is known, so the assessment may have come first.
    expect(on('2026-06-15').validity).toBe('change-reported');
    expect(on('2026-06-21').validity).toBe('valid');
  });

  it('is nothing to sell on where a new one is needed and none may be made', () => {
    const days = ['15', '16', '17', '18'].map((day) => `2025-06-${day}`);
    const history = days.flatMap((day) => [at(day), { ...at(day), id: `${day} again` }]);
    const short = {
      ...CN_RETEST_POLICY,
      validity: [{ ...CN_RETEST_POLICY.validity[0]!, months: 6 }],
    };
    const result = checkRetest(history, short, { asOf: '2026-06-10' });
    expect(result).toMatchObject({ status: 'refused', validity: 'expired' });
    expect(result.reasons.at(-1)).toMatchObject({
      code: 'questionnaire.retest-no-sale',
      severity: 'block',
      citations: [{ article: '29(1)' }, { article: '29(2)' }],
    });
  });

  it('is nothing to sell on after a change was reported at the limit', () => {
    const history = [at('2026-06-15T01:00:00Z'), at('2026-06-15T02:00:00Z')];
    const result = check(history, '2026-06-15', { changeReportedAt: '2026-06-15T03:00:00Z' });
    expect(codes(result)).toContain('questionnaire.retest-no-sale');
    expect(codes(check(history, '2026-06-15'))).not.toContain('questionnaire.retest-no-sale');
  });

  it('is that of the lowest level where the order in the day is not known', () => {
    const history = [
      { id: 'a', assessedAt: '2026-06-15', level: 'C4' },
      { id: 'b', assessedAt: '2026-06-15T02:00:00Z', level: 'C2' },
    ] as const;
    const result = check(history, '2026-06-15');
    expect(result.last).toEqual({ id: 'b', assessedOn: '2026-06-15', level: 'C2' });
    expect(codes(result)).toContain('questionnaire.retest-order-unknown');
    expect(result.level).toBe('C2');
  });

  it('is that of the later instant, whatever its offset', () => {
    const history = [
      { id: 'a', assessedAt: '2026-06-15T09:30:00+0800', level: 'C2' },
      { id: 'b', assessedAt: '2026-06-14T21:30:01-04:00', level: 'C4', confirmed: true },
    ] as const;
    const result = check(history, '2026-06-15');
    expect(result.last?.id).toBe('b');
    expect(codes(result)).not.toContain('questionnaire.retest-order-unknown');
  });

  it('does not depend on assessments dated later', () => {
    const result = check([at('2026-03-02', 'C2'), at('2026-07-01', 'C5')], '2026-06-15');
    expect(result).toMatchObject({ level: 'C2', last: { assessedOn: '2026-03-02' } });
    expect(result.reasons).toMatchObject([
      { code: 'questionnaire.retest-later', severity: 'warn', parameters: { rows: 1 } },
    ]);
  });
});

describe('a level that differs from the last', () => {
  it('must be confirmed, and the lower one counts until then', () => {
    const history = [at('2026-03-02', 'C2'), at('2026-05-02', 'C4')];
    expect(check(history, '2026-06-15')).toMatchObject({
      level: 'C2',
      mustReconfirm: { from: 'C2', to: 'C4' },
      reasons: [
        {
          code: 'questionnaire.level-change-unconfirmed',
          severity: 'require',
          citations: [{ article: '29(1)' }],
        },
      ],
    });
    const down = [at('2026-03-02', 'C4'), at('2026-05-02', 'C2')];
    expect(check(down, '2026-06-15')).toMatchObject({
      level: 'C2',
      mustReconfirm: { from: 'C4', to: 'C2' },
    });
  });

  it('counts once it is confirmed', () => {
    const history = [at('2026-03-02', 'C2'), { ...at('2026-05-02', 'C4'), confirmed: true }];
    expect(check(history, '2026-06-15')).toMatchObject({
      level: 'C4',
      mustReconfirm: null,
      reasons: [],
    });
  });

  it('must be confirmed too where it was assessed before the rule applied (case N23)', () => {
    const facts = factsOf('N23');
    expect(facts['client.levelChanged'] && !facts['client.levelChangeReconfirmed']).toBe(true);
    const history = [at('2025-01-09', 'C2'), at(String(facts['client.assessedOn']), 'C3')];
    const result = check(history, String(facts.asOf));
    expect(result.mustReconfirm).toEqual({ from: 'C2', to: 'C3' });
    expect(result.usedInTwelveMonths).toBe(facts['history.assessments12m']);
    expect(result.reasons).toMatchObject([
      { severity: 'require', citations: [{ article: '29(1)' }] },
    ]);
  });

  it('is settled by the same result again only before the rule applied', () => {
    const before = [at('2025-09-02', 'C2'), at('2025-12-02', 'C4'), at('2026-01-31', 'C4')];
    expect(check(before, '2026-06-15')).toMatchObject({ level: 'C4', mustReconfirm: null });
    const since = [at('2025-09-02', 'C2'), at('2025-12-02', 'C4'), at('2026-02-01', 'C4')];
    expect(check(since, '2026-06-15')).toMatchObject({
      level: 'C2',
      mustReconfirm: { from: 'C2', to: 'C4' },
    });
    expect(check(before.slice(0, 2), '2026-01-31').mustReconfirm).toBe(null);
  });
});

describe('a level raised just before a purchase', () => {
  const raised = [at('2026-03-02', 'C2'), { ...at('2026-06-10', 'C4'), confirmed: true }];

  it('is referred to a person for five days', () => {
    expect(check(raised, '2026-06-15')).toMatchObject({
      raise: { from: 'C2', to: 'C4', on: '2026-06-10', daysAgo: 5 },
      reasons: [
        { code: 'questionnaire.level-raised', severity: 'refer', citations: [{ verified: false }] },
      ],
    });
    expect(check(raised, '2026-06-16')).toMatchObject({ raise: null, reasons: [] });
  });

  it('is found through a fall and a return, and not where it fell back', () => {
    const steps = (...levels: readonly PastAssessment['level'][]) =>
      levels.map((level, index) => at(`2026-06-1${index}`, level));
    expect(check(steps('C3', 'C1', 'C3'), '2026-06-15').raise).toEqual({
      from: 'C1',
      to: 'C3',
      on: '2026-06-12',
      daysAgo: 3,
    });
    expect(check(steps('C2', 'C4', 'C3'), '2026-06-15').raise).toMatchObject({
      from: 'C2',
      to: 'C3',
      on: '2026-06-11',
    });
    expect(check(steps('C3', 'C5', 'C2'), '2026-06-15').raise).toBe(null);
  });

  it('is not asked about by a policy without the rule', () => {
    const policy = { ...CN_RETEST_POLICY, raiseNotice: [] };
    expect(checkRetest(raised, policy, { asOf: '2026-06-15' }).raise).toBe(null);
  });

  it('is no raise where it is the first assessment', () => {
    expect(check([at('2026-06-15', 'C5')], '2026-06-15').raise).toBe(null);
  });
});

describe('the ready policy', () => {
  it('is frozen and quotes the order for all but the notice of a raise', () => {
    expect(isDeeplyFrozen(CN_RETEST_POLICY)).toBe(true);
    const { limits, validity, confirmation, raiseNotice } = CN_RETEST_POLICY;
    const law = [...limits, ...validity, ...confirmation];
    expect(law.map(({ from, citation }) => [from, citation.article, citation.verified])).toEqual([
      ['2026-02-01', '29(1)', true],
      ['2026-02-01', '29(2)', true],
      ['2026-02-01', '29(1)', true],
    ]);
    expect(raiseNotice).toMatchObject([{ days: 5, citation: { verified: false } }]);
  });
});
