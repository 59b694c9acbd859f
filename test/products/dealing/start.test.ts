import { daysBetween, type PlainDate } from 'aptfolio/dates';
import { compileProducts, heldDays, nextDealing } from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, wrong } from '../support.js';
import { codes, days, dealing, inWords, monday, weekdays } from './support.js';

// A closed product that is subscribed from 2 March, begins on Monday the 16th and matures on 14 September.
const raised = {
  subscription: { periods: [{ from: '2026-03-02', to: '2026-03-14' }] },
  startsOn: '2026-03-16',
} as const;

describe('the day on which a product begins', () => {
  it('is the day on which a purchase before it is booked: the money is tied from the order on', () => {
    const answer = dealing({ dealing: raised }, { side: 'buy' });
    expect(days(answer)).toEqual(['now', monday, monday, '2026-03-16']);
    expect(codes(answer)).toEqual(['begins']);
    expect(answer.reasons[0]?.parameters).toEqual({ on: '2026-03-16' });
    expect(inWords(answer.reasons[0]!)).not.toMatch(/[{}]/);
    // On a Saturday: the Monday after it.
    const saturday = { dealing: { ...raised, startsOn: '2026-03-14' } } as const;
    expect(dealing(saturday, { side: 'buy' }).settlesOn).toBe('2026-03-16');
    // Bought on the last Friday with T+3: Wednesday the 18th, which is after the start.
    const late = { dealing: { ...raised, subscriptionSettlement: 3 } } as const;
    expect(dealing(late, { side: 'buy', asOf: '2026-03-13' }).settlesOn).toBe('2026-03-18');
  });

  it('is the first on which anything is redeemed, with or without lots', () => {
    const sold = dealing({ dealing: { startsOn: '2026-03-16' } });
    expect(days(sold)).toEqual(['later', '2026-03-16', '2026-03-16', '2026-03-17']);
    expect(codes(sold)).toEqual(['begins']);
    const lot = dealing({ dealing: { startsOn: '2026-03-16' } }, { boughtOn: monday });
    expect(days(lot)).toEqual(days(sold));
  });

  it('is the day from which lock-up counts, whenever the lot was bought before', () => {
    // 2026-03-16 + 90 days = 2026-06-14, a Sunday.
    const terms = { lockUpDays: 90, dealing: { startsOn: '2026-03-16' } } as const;
    const locked = dealing(terms, { asOf: '2026-05-04', boughtOn: monday });
    expect(days(locked)).toEqual(['later', '2026-06-15', '2026-06-15', '2026-06-16']);
    expect(codes(locked)).toEqual(['locked-from-start']);
    expect(locked.reasons[0]?.parameters).toEqual({
      from: '2026-03-16',
      days: 90,
      on: '2026-06-14',
    });
    expect(inWords(locked.reasons[0]!)).not.toMatch(/[{}]/);
    const later = dealing(terms, { asOf: '2026-05-04', boughtOn: '2026-04-01' });
    expect(codes(later)).toEqual(['locked-until']);
    // A position without lots: all of it counts from the start while the product has not begun.
    expect(dealing(terms).dealsOn).toBe('2026-06-15');
    expect(dealing(terms, { asOf: '2026-03-16' }).status).toBe('now');
  });

  it('is the day from which rolling terms count', () => {
    // 2026-03-16 + 30 days = 2026-04-15; from 2 March it would be 1 April.
    const terms = { dealing: { startsOn: '2026-03-16', rollingTerm: { days: 30 } } } as const;
    const answer = dealing(terms, { asOf: '2026-03-20', boughtOn: monday });
    expect(answer.dealsOn).toBe('2026-04-15');
    expect(codes(answer)).toEqual(['term-from-start-ends']);
    expect(inWords(answer.reasons[0]!)).not.toMatch(/[{}]/);
  });

  it('makes of every earlier lot one that was bought on it', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((n) => `2026-03-${String(n).padStart(2, '0')}` as PlainDate);
    fc.assert(
      fc.property(
        fc.record({
          asOf: day,
          startsOn: day,
          boughtOn: day,
          lockUpDays: fc.integer({ min: 0, max: 40 }),
          redemptionNotice: fc.integer({ min: 0, max: 3 }),
          term: fc.option(fc.integer({ min: 5, max: 20 }), { nil: undefined }),
        }),
        ({ asOf, startsOn, boughtOn, lockUpDays, redemptionNotice, term }) => {
          const rolling = term === undefined ? {} : { rollingTerm: { days: term } };
          const row = bondFund({ lockUpDays, dealing: { redemptionNotice, ...rolling } });
          const begun = { ...row, dealing: { ...row.dealing, startsOn } };
          const question = { side: 'sell', asOf, calendar: weekdays } as const;
          const from = boughtOn < startsOn ? startsOn : boughtOn;
          const answer = nextDealing(begun, { ...question, boughtOn });
          // An earlier lot is booked on the day on which the product begins, one bought on that day only after it: compared once both are.
          if (daysBetween(from, asOf) < 4) {
            expect(answer.status === 'never' || answer.orderOn >= startsOn).toBe(true);
            return;
          }
          const same = nextDealing(row, { ...question, boughtOn: from });
          expect(days(answer)).toEqual(days(same));
        },
      ),
    );
  });
});

describe('the days that a lot was held', () => {
  it('count from its purchase, or from the product’s beginning if that came later', () => {
    const product = { dealing: { startsOn: '2026-03-16' } } as const;
    expect(heldDays({}, '2026-03-02', '2026-03-23')).toBe(21);
    expect(heldDays(product, '2026-03-02', '2026-03-23')).toBe(7);
    expect(heldDays(product, '2026-03-20', '2026-03-23')).toBe(3);
    // Not begun, or not bought yet: no days are held.
    expect(heldDays(product, '2026-03-02', '2026-03-10')).toBe(0);
    expect(heldDays({}, '2026-03-20', '2026-03-10')).toBe(0);
  });

  it('are refused of days that are none', () => {
    expectRefusal(() => heldDays({}, wrong('2026-02-30'), monday), 'invalid-date', 'boughtOn');
    expectRefusal(() => heldDays({}, monday, wrong(undefined)), 'missing-value', 'on');
    expectRefusal(() => heldDays(wrong(null), monday, monday), 'missing-value', 'product');
  });
});

describe('the product file', () => {
  it('has a beginning before the maturity', () => {
    const compiled = (startsOn: unknown) => () =>
      compileProducts(
        [bondFund({ dealing: { startsOn: wrong(startsOn), maturity: '2026-09-14' } })],
        ['BOND'],
      ).byId.A?.dealing?.startsOn;
    expect(compiled('2026-09-13')()).toBe('2026-09-13');
    const path = 'products[0].dealing.startsOn';
    expectRefusal(compiled('2026-09-14'), 'inconsistent', path);
    expectRefusal(compiled('soon'), 'invalid-date', path);
  });
});
