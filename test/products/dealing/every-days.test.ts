import { addDays, compileCalendar, daysBetween, type PlainDate, weekdayOf } from 'aptfolio/dates';
import { compileProducts, type DealingDays, dealingDays, nextDealing } from 'aptfolio/products';
import { safeParseProducts } from 'aptfolio/schema';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, wrong } from '../support.js';
import { days, weekdays } from './support.js';

const calendar = compileCalendar({
  id: 'spring',
  covers: { from: '2026-03-01', to: '2026-07-01' },
  holidays: ['2026-04-15'],
});

const dealsOn = (redemption: DealingDays): readonly PlainDate[] => {
  const span = { from: '2026-03-01', to: '2026-06-20' } as const;
  return dealingDays(bondFund({ dealing: { redemption } }), 'sell', span, calendar).map(
    (day) => day.dealsOn,
  );
};

describe('windows every so many days', () => {
  it('are every Wednesday, but for one that is a holiday', () => {
    // 4 March 2026 is a Wednesday; 15 April is the holiday.
    expect(dealsOn({ from: '2026-03-04', everyDays: 7, days: 1 })).toEqual([
      ...['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25', '2026-04-01', '2026-04-08'],
      ...['2026-04-22', '2026-04-29', '2026-05-06', '2026-05-13', '2026-05-20', '2026-05-27'],
      ...['2026-06-03', '2026-06-10', '2026-06-17'],
    ]);
  });

  it.each([
    [1, 1],
    [14, 5],
    [14, 14],
    [30, 3],
    [91, 10],
  ])(
    'of every %i days, open for %i of them, are the business days counted one by one',
    (every, open) => {
      const from = '2026-03-12';
      const expected: PlainDate[] = [];
      for (let day: PlainDate = from; day < '2026-06-20'; day = addDays(day, 1)) {
        const isBusinessDay = weekdayOf(day) <= 5 && day !== '2026-04-15';
        if (isBusinessDay && daysBetween(from, day) % every < open) expected.push(day);
      }
      expect(dealsOn({ from, everyDays: every, days: open })).toEqual(expected);
    },
  );

  it('are found long after the first', () => {
    const redemption = { from: '2001-01-03', everyDays: 7, days: 1 } as const;
    const sale = { side: 'sell', asOf: '2026-03-05', calendar: weekdays } as const;
    // Both are Wednesdays, 1,314 weeks apart: 25 years of 365 days, 6 leap days and 67 days of 2026 are 9,198.
    expect(days(nextDealing(bondFund({ dealing: { redemption } }), sale))).toEqual([
      ...['later', '2026-03-11', '2026-03-11', '2026-03-12'],
    ]);
  });
});

describe('a product file with windows every so many days', () => {
  const compile = (redemption: unknown) =>
    compileProducts([bondFund({ dealing: { redemption: wrong(redemption) } })], ['BOND']);

  it.each([
    [{ everyDays: 0 }, 'out-of-range', 'everyDays'],
    [{ everyDays: 1.5 }, 'invalid-type', 'everyDays'],
    [{ days: 8 }, 'inconsistent', 'days'],
    [{ everyMonths: 1 }, 'unknown-id', 'everyMonths'],
    [{ from: undefined }, 'missing-value', 'from'],
  ] as const)('is refused with %j', (change, code, path) => {
    const redemption = { from: '2026-03-04', everyDays: 7, days: 1, ...change };
    expectRefusal(() => compile(redemption), code, `products[0].dealing.redemption.${path}`);
  });

  it('is parsed, but not with both ways to repeat', () => {
    const parsed = (redemption: object) =>
      safeParseProducts([bondFund({ dealing: { redemption: wrong(redemption) } })]);
    const weekly = { from: '2026-03-04', everyDays: 7, days: 1 };
    expect(parsed(weekly).status).toBe('valid');
    for (const [change, code, path] of [
      // One of the two is too many; which one is not for the parser to know.
      [{ everyMonths: 1 }, 'unknown-id', 'everyDays'],
      [{ everyDays: 0 }, 'out-of-range', 'everyDays'],
    ] as const) {
      const result = parsed({ ...weekly, ...change });
      expect(result.status === 'invalid' && result.issues).toMatchObject([
        { code, path: `products[0].dealing.redemption.${path}` },
      ]);
    }
  });
});
