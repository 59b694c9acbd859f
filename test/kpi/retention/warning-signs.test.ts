import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import {
  kpiMessages,
  WARNING_SIGN_KINDS,
  type WarningSign,
  warningSigns,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { expectRefusal, wrong } from '../support.js';

const asOf = '2026-05-31';
const cny = (amount: string) => money('CNY', amount);
const read = (sign: object, known: object, day: string = asOf) => {
  const history = { id: 'c-1', ...known };
  const policy = { signs: [{ id: 'sign', ...sign }] };
  const { readings } = warningSigns(wrong(history), wrong(policy), { asOf: wrong(day) });
  return readings[0]!;
};
const status = (...terms: Parameters<typeof read>) => read(...terms).status;

describe('warningSigns', () => {
  it('read a fall of assets against the balance that stood so many days ago', () => {
    const sign = { kind: 'balance-fall', days: 90, share: 0.25 };
    // 90 days before 31 May is 2 March.
    const balances = [
      { on: '2026-05-31', value: cny('75.00') },
      { on: '2026-03-02', value: cny('100.00') },
      { on: '2026-03-03', value: cny('10.00') },
      { on: '2026-06-01', value: cny('1.00') },
    ];
    expect(read(sign, { balances })).toMatchObject({
      status: 'fired',
      reason: {
        severity: 'warn',
        parameters: {
          before: cny('100.00'),
          beforeOn: '2026-03-02',
          now: cny('75.00'),
          nowOn: '2026-05-31',
          fall: 0.25,
          limit: 0.25,
        },
      },
    });
    const held = [balances[1], { on: asOf, value: cny('75.01') }];
    expect(status(sign, { balances: held })).toBe('clear');
    const risen = [balances[1], { on: asOf, value: cny('120.00') }];
    expect(status(sign, { balances: risen })).toBe('clear');
  });

  it('do not read a fall where either balance is missing, old or nothing', () => {
    const sign = { kind: 'balance-fall', days: 90, share: 0.25 };
    const now = { on: asOf, value: cny('75.00') };
    const stood = (value: string) => ({ on: '2026-03-02', value: cny(value) });
    expect(status(sign, {})).toBe('unknown');
    expect(status(sign, { balances: [] })).toBe('unknown');
    expect(status(sign, { balances: [now] })).toBe('unknown');
    expect(status(sign, { balances: [stood('100.00')] })).toBe('unknown');
    expect(status(sign, { balances: [stood('0.00'), now] })).toBe('unknown');
  });

  it('do not read a fall off a balance that is too old for its day', () => {
    const sign = { kind: 'balance-fall', days: 90, share: 0.25 };
    // 90 days before 31 May is 2 March, and 31 days before that is 30 January; 31 days before 31 May is 30 April.
    const between = (before: string, now: string, changed: object = {}) =>
      status(
        { ...sign, ...changed },
        {
          balances: [
            { on: before, value: cny('100.00') },
            { on: now, value: cny('5.00') },
          ],
        },
      );
    expect(between('2026-01-30', '2026-04-30')).toBe('fired');
    expect(between('2026-01-29', '2026-05-31')).toBe('unknown');
    expect(between('2020-03-02', '2026-05-31')).toBe('unknown');
    expect(between('2026-03-02', '2026-04-29')).toBe('unknown');
    // Quarterly balances are up to 92 days old; those of the day itself are not old at all.
    expect(between('2026-01-29', '2026-04-29', { maxAgeDays: 92 })).toBe('fired');
    expect(between('2026-03-02', '2026-05-31', { maxAgeDays: 0 })).toBe('fired');
    expect(between('2026-03-01', '2026-05-31', { maxAgeDays: 0 })).toBe('unknown');
    expectRefusal(
      () => between('2026-03-02', '2026-05-31', { maxAgeDays: -1 }),
      'out-of-range',
      'policy.signs[0].maxAgeDays',
    );
    expectRefusal(
      () => read({ kind: 'maturing', days: 30, maxAgeDays: 9 }, {}),
      'unknown-id',
      'policy.signs[0].maxAgeDays',
    );
  });

  it('do not call a rise a fall in any language', () => {
    const sign = { kind: 'balance-fall', days: 90, share: 0.25 };
    const told = (now: string, locale: (typeof LOCALES)[number]) => {
      const balances = [
        { on: '2026-03-02', value: cny('100.00') },
        { on: asOf, value: cny(now) },
      ];
      const { status: found, reason } = read(sign, { balances });
      expect(found).toBe('clear');
      return formatReason(kpiMessages, reason, locale);
    };
    expect(told('120.00', 'en')).toBe(
      'Assets went from 100.00 CNY on 2026-03-02 to 120.00 CNY on 2026-05-31: they did not fall.',
    );
    for (const locale of LOCALES) {
      for (const now of ['120.00', '100.00']) {
        expect(told(now, locale)).not.toMatch(/%|降幅|跌幅/);
      }
    }
    expect(told('90.00', 'en')).toMatch(/they fell by 10\.0%/);
  });

  it('show as many digits as tell a fall from its limit', () => {
    const told = (sign: object, known: object) => {
      const { status, reason } = read(sign as never, known);
      return [status, ...LOCALES.map((locale) => formatReason(kpiMessages, reason, locale))];
    };
    // (10,000 − 7,501) / 10,000 = 24.99 %.
    const balances = [
      { on: '2026-03-02', value: cny('10000.00') },
      { on: asOf, value: cny('7501.00') },
    ];
    const [status, hans, hant, english] = told(
      { kind: 'balance-fall', days: 90, share: 0.25 },
      { balances },
    );
    expect(status).toBe('clear');
    expect(english).toMatch(/they fell by 24\.99%, against a limit of 25\.00%/);
    expect(hans).toContain('降幅为24.99%（预警线为25.00%）');
    expect(hant).toContain('跌幅為24.99%（警戒線為25.00%）');
    // A third, 33.33… %, against 33.34 %: clear, and “33.3%” would be a limit that is reached.
    const login = ['2026-04-02', '2026-04-10', '2026-05-01', '2026-05-02', '2026-05-03'];
    const sign = { kind: 'activity-fall', event: 'login', days: 30, share: 0.3334, least: 3 };
    const [state, , , words] = told(sign, { events: { login } });
    expect(state).toBe('clear');
    expect(words).toContain('a fall of 33.33%; the limit is a fall of 33.34%');
  });

  it('read a fall of activity against as many days before', () => {
    const sign = { kind: 'activity-fall', event: 'login', days: 30, share: 0.5, least: 3 };
    // The last 30 days begin on 2 May, the 30 before on 2 April.
    const early = ['2026-04-02', '2026-04-10', '2026-05-01'];
    expect(read(sign, { events: { login: [...early, '2026-05-02'] } })).toMatchObject({
      status: 'fired',
      reason: { parameters: { event: 'login', before: 3, now: 1 } },
    });
    expect(status(sign, { events: { login: [...early, '2026-05-02', asOf] } })).toBe('clear');
    // What comes later is not known on that day.
    expect(status(sign, { events: { login: [...early, '2026-05-02', '2026-06-01'] } })).toBe(
      'fired',
    );
  });

  it('do not call more activity, or as much, a fall in any language', () => {
    const sign = { kind: 'activity-fall', event: 'login', days: 30, share: 0.5, least: 2 };
    const early = ['2026-04-02', '2026-04-10'];
    const late = ['2026-05-02', '2026-05-03', '2026-05-04'];
    for (const login of [
      [...early, ...late],
      [...early, ...late.slice(1)],
    ]) {
      const { status: found, reason } = read(sign, { events: { login } });
      expect(found).toBe('clear');
      for (const locale of LOCALES) {
        expect(formatReason(kpiMessages, reason, locale)).not.toMatch(/%|降幅|跌幅/);
      }
    }
    const { reason } = read(sign, { events: { login: [...early, ...late] } });
    expect(formatReason(kpiMessages, reason, 'en')).toBe(
      '“login” in the last 30 days: 3, against 2 in the 30 days before, so it did not fall.',
    );
  });

  it('do not read a fall off too few', () => {
    const sign = { kind: 'activity-fall', event: 'login', days: 30, share: 0.5, least: 3 };
    expect(read(sign, { events: { login: ['2026-04-10'] } })).toMatchObject({
      status: 'unknown',
      reason: { code: 'kpi.warning-too-few', parameters: { before: 1, least: 3 } },
    });
    expect(status(sign, { events: { contact: [] } })).toBe('unknown');
    expect(status({ ...sign, event: 'constructor' }, { events: {} })).toBe('unknown');
  });

  it('read something that happened of late', () => {
    const sign = { kind: 'recent-event', event: 'adviser-change', days: 30 };
    const on = (...days: string[]) => ({ events: { 'adviser-change': days } });
    expect(read(sign, on('2026-05-02', '2026-05-10', '2026-06-02')).reason.parameters.on).toBe(
      '2026-05-10',
    );
    expect(status(sign, on('2026-05-01'))).toBe('clear');
    expect(status(sign, on())).toBe('clear');
    expect(status(sign, {})).toBe('unknown');
  });

  it('read complaints as they stood', () => {
    const sign = { kind: 'open-complaint', days: 14 };
    const complaint = { openedOn: '2026-05-17', closedOn: '2026-06-01' };
    expect(status(sign, { complaints: [complaint] })).toBe('fired');
    expect(status(sign, { complaints: [complaint] }, '2026-05-30')).toBe('clear');
    expect(status(sign, { complaints: [complaint] }, '2026-06-01')).toBe('clear');
    expect(status(sign, { complaints: [] })).toBe('clear');
    expect(status(sign, {})).toBe('unknown');
    const old = { openedOn: '2026-01-05' };
    expect(read(sign, { complaints: [complaint, old] }).reason.parameters).toMatchObject({
      count: 2,
      since: '2026-01-05',
    });
  });

  it('read reviews that were not held', () => {
    const sign = { kind: 'missed-review', days: 30 };
    const due = '2026-04-30';
    // 30 days after 30 April is 30 May; the day after is too late.
    expect(status(sign, { reviews: [{ dueOn: due }] })).toBe('fired');
    expect(status(sign, { reviews: [{ dueOn: due }] }, '2026-05-30')).toBe('clear');
    expect(status(sign, { reviews: [{ dueOn: due, heldOn: asOf }] })).toBe('clear');
    expect(status(sign, { reviews: [{ dueOn: due, heldOn: '2026-06-01' }] })).toBe('fired');
    expect(status(sign, { reviews: [{ dueOn: due, heldOn: '2026-04-01' }] })).toBe('clear');
    expect(status(sign, {})).toBe('unknown');
  });

  it('read products that end soon', () => {
    const sign = { kind: 'maturing', days: 30 };
    const ends = (...days: string[]) => ({
      maturities: days.map((on, i) => ({ product: `P${i}`, on })),
    });
    expect(read(sign, ends('2026-06-30', asOf)).reason.parameters.product).toBe('P1');
    expect(status(sign, ends('2026-06-30'))).toBe('fired');
    expect(status(sign, ends('2026-07-01', '2026-05-30'))).toBe('clear');
    expect(status(sign, {})).toBe('unknown');
  });

  it('say what was read, in every language', () => {
    const signs: readonly object[] = [
      { kind: 'balance-fall', days: 90, share: 0.25 },
      { kind: 'activity-fall', event: 'login', days: 30, share: 0.5, least: 1 },
      { kind: 'recent-event', event: 'login', days: 30 },
      { kind: 'open-complaint', days: 14 },
      { kind: 'missed-review', days: 30 },
      { kind: 'maturing', days: 30 },
    ];
    expect(signs.map((sign) => (sign as WarningSign).kind)).toEqual([...WARNING_SIGN_KINDS]);
    const full = {
      balances: [
        { on: '2026-03-01', value: cny('800000.00') },
        { on: '2026-05-30', value: cny('520000.00') },
      ],
      events: { login: ['2026-04-10', '2026-04-12', '2026-05-20'] },
      complaints: [{ openedOn: '2026-05-01' }],
      reviews: [{ dueOn: '2026-04-01' }],
      maturities: [{ product: 'P01', on: '2026-06-15' }],
    };
    const none = { events: { login: [] }, complaints: [], reviews: [], maturities: [] };
    for (const known of [full, none, {}]) {
      for (const sign of signs) {
        const { reason } = read(sign, known);
        for (const locale of LOCALES) {
          expect(formatReason(kpiMessages, reason, locale)).not.toMatch(/[{}]/);
        }
      }
    }
    expect(formatReason(kpiMessages, read(signs[0]!, full).reason, 'en')).toBe(
      'Assets went from 800,000.00 CNY on 2026-03-01 to 520,000.00 CNY on 2026-05-30: they fell by 35.0%, against a limit of 25.0%.',
    );
  });

  it('refuse what cannot be', () => {
    const sign = { kind: 'maturing', days: 30 };
    const make =
      (...terms: Parameters<typeof read>) =>
      () =>
        read(...terms);
    const balance = { on: '2026-03-02', value: cny('1.00') };
    expectRefusal(
      make(sign, { balances: [balance, balance] }),
      'duplicate-id',
      'history.balances[1].on',
    );
    const usd = { on: '2026-03-03', value: money('USD', '1.00') };
    expectRefusal(
      make(sign, { balances: [balance, usd] }),
      'currency-mismatch',
      'history.balances[1].value.currency',
    );
    const crossed = { openedOn: '2026-03-02', closedOn: '2026-03-01' };
    expectRefusal(
      make(sign, { complaints: [crossed] }),
      'inconsistent',
      'history.complaints[0].closedOn',
    );
    expectRefusal(
      make(sign, { events: { login: '2026-03-02' } }),
      'invalid-type',
      'history.events.login',
    );
    expectRefusal(
      make(sign, { events: { login: [null] } }),
      'missing-value',
      'history.events.login[0]',
    );
    expectRefusal(make(sign, { reviews: [{}] }), 'missing-value', 'history.reviews[0].dueOn');
    expectRefusal(make(sign, { mood: 'bad' }), 'unknown-id', 'history.mood');
    expectRefusal(make(sign, {}, '2026-02-30'), 'invalid-date', 'options.asOf');
    expectRefusal(make({ ...sign, kind: 'mood' }, {}), 'unknown-value', 'policy.signs[0].kind');
    expectRefusal(make({ ...sign, share: 0.1 }, {}), 'unknown-id', 'policy.signs[0].share');
    expectRefusal(make({ ...sign, days: -1 }, {}), 'out-of-range', 'policy.signs[0].days');
    const fall = { kind: 'balance-fall', days: 90, share: 0 };
    expectRefusal(make(fall, {}), 'out-of-range', 'policy.signs[0].share');
    expectRefusal(
      () => warningSigns({ id: 'c' }, { signs: [] }, { asOf }),
      'empty',
      'policy.signs',
    );
    const twice = {
      signs: [
        { id: 'x', ...sign },
        { id: 'x', ...sign },
      ],
    };
    expectRefusal(
      () => warningSigns({ id: 'c' }, wrong(twice), { asOf }),
      'duplicate-id',
      'policy.signs[1].id',
    );
  });
});
