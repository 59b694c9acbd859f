import { compileCalendar } from 'aptfolio/dates';
import { dealingDays, nextDealing } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const calendar = compileCalendar({
  id: 'spring',
  covers: { from: '2026-03-01', to: '2026-07-01' },
  holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
});
const spring = { from: '2026-03-01', to: '2026-07-01' } as const;

describe('dealingDays', () => {
  it('lists the business days of the windows with order, settlement and the most of the day', () => {
    const product = bondFund({
      dealing: {
        redemption: { from: '2026-03-31', everyMonths: 1, days: 2 },
        redemptionNotice: 2,
        redemptionSettlement: 3,
        dailyRedemption: '50000',
        gates: [{ on: '2026-04-30', perClient: '9999.99' }],
      },
    });
    // 30 April is a Thursday before a holiday until 5 May; 31 May is a Sunday, 1 June the Monday of its window.
    expect(
      dealingDays(product, 'sell', { from: '2026-04-01', to: '2026-06-10' }, calendar),
    ).toEqual([
      { dealsOn: '2026-04-01', orderBy: '2026-03-30', settlesOn: '2026-04-06', most: '50000' },
      { dealsOn: '2026-04-30', orderBy: '2026-04-28', settlesOn: '2026-05-08', most: '9999.99' },
      { dealsOn: '2026-06-01', orderBy: '2026-05-28', settlesOn: '2026-06-04', most: '50000' },
    ]);
  });

  it('leaves out what the calendar does not know', () => {
    const product = bondFund({ dealing: { subscriptionNotice: 2, subscriptionSettlement: 2 } });
    const first = dealingDays(product, 'buy', { from: '2026-03-01', to: '2026-03-05' }, calendar);
    expect(first.map(({ dealsOn, orderBy }) => [dealsOn, orderBy])).toEqual([
      ['2026-03-02', undefined],
      ['2026-03-03', undefined],
      ['2026-03-04', '2026-03-02'],
    ]);
    const last = dealingDays(product, 'buy', { from: '2026-06-26', to: '2026-07-01' }, calendar);
    expect(last.map(({ dealsOn, settlesOn }) => [dealsOn, settlesOn])).toEqual([
      ['2026-06-26', '2026-06-30'],
      ['2026-06-29', undefined],
      ['2026-06-30', undefined],
    ]);
    expect(Object.keys(last[2] ?? {})).toEqual(['dealsOn', 'orderBy']);
  });

  it('keep to status and maturity', () => {
    const product = bondFund({
      changes: [
        { from: '2026-03-10', status: 'redemption-suspended' },
        { from: '2026-05-25', status: 'open' },
      ],
      dealing: { maturity: '2026-05-29' },
    });
    const days = dealingDays(product, 'sell', { from: '2026-03-05', to: '2026-06-10' }, calendar);
    expect(days.map(({ dealsOn }) => dealsOn)).toEqual([
      '2026-03-05',
      '2026-03-06',
      '2026-03-09',
      '2026-05-25',
      '2026-05-26',
      '2026-05-27',
      '2026-05-28',
    ]);
    expect(dealingDays(product, 'buy', { from: '2026-05-28', to: '2026-06-10' }, calendar)).toEqual(
      [{ dealsOn: '2026-05-28', orderBy: '2026-05-28', settlesOn: '2026-05-29' }],
    );
  });

  it('start with the day that nextDealing finds, from every day of the spring', () => {
    const product = bondFund({
      changes: [{ from: '2026-05-20', status: 'subscription-suspended' }],
      dealing: {
        subscription: { from: '2026-02-12', everyMonths: 1, days: 9 },
        subscriptionNotice: 3,
      },
    });
    const all = dealingDays(product, 'buy', spring, calendar);
    expect(all.length).toBeGreaterThan(10);
    for (let day = 2; day <= 28; day++) {
      const asOf = `2026-04-${String(day).padStart(2, '0')}` as const;
      const next = nextDealing(product, { side: 'buy', asOf: wrong(asOf), calendar });
      const first = all.find(({ orderBy = '' }) => orderBy >= asOf);
      expect([next.orderOn, next.dealsOn, next.settlesOn]).toEqual([
        first?.orderBy,
        first?.dealsOn,
        first?.settlesOn,
      ]);
    }
  });

  it('are frozen, and none of an empty interval', () => {
    const product = bondFund();
    const week = dealingDays(product, 'buy', { from: '2026-03-02', to: '2026-03-09' }, calendar);
    expect(week).toHaveLength(5);
    expect(isDeeplyFrozen(week)).toBe(true);
    const none = { from: '2026-03-02', to: '2026-03-02' } as const;
    expect(dealingDays(product, 'buy', none, calendar)).toEqual([]);
  });

  it('refuse an interval that the calendar does not cover, and bad arguments', () => {
    const product = bondFund();
    const ask =
      (interval: unknown, side: unknown = 'buy', by: unknown = calendar) =>
      () =>
        dealingDays(product, wrong(side), wrong(interval), wrong(by));
    expectRefusal(ask({ from: '2026-02-28', to: '2026-03-05' }), 'out-of-range', 'interval');
    expectRefusal(ask({ from: '2026-06-01', to: '2026-07-02' }), 'out-of-range', 'interval');
    expectRefusal(ask({ from: '2026-06-02', to: '2026-06-01' }), 'inconsistent', 'interval.to');
    expectRefusal(ask(spring, 'switch'), 'unknown-value', 'side');
    expectRefusal(ask(spring, 'buy', { covers: spring }), 'invalid-type', 'calendar');
    expectRefusal(ask(spring, 'buy', null), 'missing-value', 'calendar');
    const nothing = () => dealingDays(wrong(undefined), 'buy', spring, calendar);
    expectRefusal(nothing, 'missing-value', 'product');
  });
});
