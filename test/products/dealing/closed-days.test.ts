import { type CalendarData, compileCalendar, type PlainDate } from 'aptfolio/dates';
import { compileProducts, dealingDays, nextDealing, openDealingDesk } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import oracle from '../../fixtures/products/dealing/dealing.json' with { type: 'json' };
import { bondFund, expectRefusal, wrong } from '../support.js';
import { codes, days, dealing, inWords, monday, weekdays } from './support.js';

describe('days on which a product’s own market is closed', () => {
  it('are no dealing days: an order of such a day counts for the next open one', () => {
    const terms = { dealing: { closedOn: [monday, '2026-03-03'] } } as const;
    const answer = dealing(terms);
    expect(days(answer)).toEqual(['later', '2026-03-04', '2026-03-04', '2026-03-05']);
    expect(codes(answer)).toEqual(['market-closed']);
    expect(answer.reasons[0]?.parameters).toEqual({ on: monday, day: '2026-03-04' });
    expect(inWords(answer.reasons[0]!)).not.toMatch(/[{}]/);
    expect(days(dealing(terms, { side: 'buy' }))[1]).toBe('2026-03-04');
  });

  it('do not count towards settlement and notice', () => {
    // A Hong Kong fund, T+3, from Monday the 2nd; its market is closed on Tuesday: the 4th, 5th and 6th are counted.
    const settled = dealing({ dealing: { closedOn: ['2026-03-03'], redemptionSettlement: 3 } });
    expect(days(settled)).toEqual(['now', monday, monday, '2026-03-06']);
    expect(settled.reasons).toEqual([]);
    // Two days of notice from Monday: Wednesday and Thursday.
    const noticed = dealing({ dealing: { closedOn: ['2026-03-03'], redemptionNotice: 2 } });
    expect(days(noticed)).toEqual(['now', monday, '2026-03-05', '2026-03-06']);
    // Asked on the closed Tuesday, with a day of notice: ordered on Wednesday, not on the Monday before.
    const closed = { dealing: { closedOn: ['2026-03-03'], redemptionNotice: 1 } } as const;
    const asked = dealing(closed, { asOf: '2026-03-03' });
    expect(days(asked)).toEqual(['later', '2026-03-04', '2026-03-05', '2026-03-06']);
  });

  it('give the days of a bank calendar that has them as holidays, on random terms and lots', () => {
    const data = oracle.calendar as unknown as CalendarData;
    const calendar = compileCalendar(data);
    const closed = ['03', '10', '17'].flatMap((day) =>
      Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-${day}`),
    ) as PlainDate[];
    const holidays = [...new Set([...(data.holidays ?? []), ...closed])].sort();
    const workdays = (data.workdays ?? []).filter((day) => !closed.includes(day));
    const joint = compileCalendar({ ...data, holidays, workdays });
    for (const { product, expected: _, ...question } of oracle.cases) {
      const row = bondFund(wrong(product));
      const own = { ...row, dealing: { ...row.dealing, closedOn: closed } };
      const answer = nextDealing(own, wrong({ ...question, calendar }));
      const same = nextDealing(row, wrong({ ...question, calendar: joint }));
      expect(days(answer).slice(1)).toEqual(days(same).slice(1));
    }
    expect(oracle.cases.length).toBeGreaterThan(100);
  });

  it('are left out of the calendar view, and other products of a desk keep theirs', () => {
    const product = bondFund({ dealing: { closedOn: ['2026-03-03'] } });
    const interval = { from: '2026-03-02', to: '2026-03-05' } as const;
    expect(dealingDays(product, 'sell', interval, weekdays)).toEqual([
      { dealsOn: '2026-03-02', orderBy: '2026-03-02', settlesOn: '2026-03-04' },
      { dealsOn: '2026-03-04', orderBy: '2026-03-04', settlesOn: '2026-03-05' },
    ]);
    const desk = openDealingDesk({ asOf: '2026-03-03', calendar: weekdays });
    expect(desk.next(product, 'sell').dealsOn).toBe('2026-03-04');
    expect(desk.next(product, 'buy').dealsOn).toBe('2026-03-04');
    const open = bondFund({ id: 'B', dealing: { redemptionSettlement: 1 } });
    expect(desk.next(open, 'sell').dealsOn).toBe('2026-03-03');
  });

  it('come out of the product file in ascending order, each once', () => {
    const compiled = (closedOn: unknown) => () =>
      compileProducts([bondFund({ dealing: { closedOn: wrong(closedOn) } })], ['BOND']).byId.A;
    expect(compiled(['2026-03-04', monday])()?.dealing?.closedOn).toEqual([monday, '2026-03-04']);
    const path = 'products[0].dealing.closedOn';
    expectRefusal(compiled([monday, monday]), 'duplicate-id', `${path}[1]`);
    expectRefusal(compiled(['2026-02-30']), 'invalid-date', `${path}[0]`);
    expectRefusal(compiled(monday), 'invalid-type', path);
  });
});
