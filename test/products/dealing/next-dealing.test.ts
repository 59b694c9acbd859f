import {
  addDays,
  type BusinessCalendar,
  type CalendarData,
  compileCalendar,
  type PlainDate,
} from 'aptfolio/dates';
import {
  type Dealing,
  type DealingQuestion,
  nextDealing,
  openDealingDesk,
  type Product,
} from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, type Reason } from '../../../src/evidence/index.js';
import { dealingMessages } from '../../../src/products/dealing/messages.js';
import oracle from '../../fixtures/products/dealing/dealing.json' with { type: 'json' };
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const weekdays: BusinessCalendar = compileCalendar({
  id: 'weekdays',
  covers: { from: '2020-01-01', to: '2100-01-01' },
  holidays: [],
});
// 2026-03-02 is a Monday.
const monday: PlainDate = '2026-03-02';

function dealing(product: Partial<Product>, question: Partial<DealingQuestion> = {}): Dealing {
  return nextDealing(bondFund(product), {
    side: 'sell',
    asOf: monday,
    calendar: weekdays,
    ...question,
  });
}

function days({ status, orderOn, dealsOn, settlesOn }: Dealing): readonly unknown[] {
  return [status, orderOn, dealsOn, settlesOn];
}

const codes = ({ reasons }: Dealing): readonly string[] =>
  reasons.map(({ code }) => code.replace('products.dealing.', ''));

const inWords = (reason: Reason): string =>
  LOCALES.map((locale) => formatReason(dealingMessages, reason, locale)).join(' ');

describe('the texts of the reasons', () => {
  it('are complete in every language', () => {
    expect(checkMessages(dealingMessages)).toEqual([]);
  });
});

describe('the next dealing', () => {
  it('is the one that looking at every day of three years in turn finds', () => {
    const calendar = compileCalendar(oracle.calendar as unknown as CalendarData);
    const found = oracle.cases.map(({ product, expected: _, ...question }) => {
      const { reasons, ...answer } = nextDealing(
        bondFund(wrong(product)),
        wrong({ ...question, calendar }),
      );
      expect(reasons.length > 0 || answer.status === 'now').toBe(true);
      for (const reason of reasons) expect(inWords(reason)).not.toMatch(/[{}]/);
      return answer;
    });
    expect(found).toEqual(oracle.cases.map(({ expected }) => expected));
  });

  it('is today for a product without terms, with the money on the next business day', () => {
    expect(days(dealing({}))).toEqual(['now', monday, monday, '2026-03-03']);
    expect(dealing({}).reasons).toEqual([]);
  });

  it('takes the next business day for today on a day off', () => {
    const answer = dealing({}, { asOf: '2026-03-07' });
    expect(days(answer)).toEqual(['now', '2026-03-09', '2026-03-09', '2026-03-10']);
    expect(codes(answer)).toEqual(['no-business-day']);
  });

  it('takes the next business day for today after the cut-off, on a day off the same one', () => {
    const late = dealing({}, { asOf: '2026-03-06', afterCutOff: true });
    expect(days(late)).toEqual(['now', '2026-03-09', '2026-03-09', '2026-03-10']);
    expect(codes(late)).toEqual(['after-cut-off']);
    const saturday = dealing({}, { asOf: '2026-03-07', afterCutOff: true });
    expect(saturday.orderOn).toBe('2026-03-09');
  });

  it('compares the time of the order with the product’s own cut-off, whose minute is in time', () => {
    const terms = { dealing: { cutOff: '15:00' } };
    expect(dealing(terms, { time: '15:00' }).orderOn).toBe(monday);
    expect(dealing(terms, { time: '15:01' }).orderOn).toBe('2026-03-03');
    expect(dealing({}, { time: '23:59' }).orderOn).toBe(monday);
  });
});

describe('waiting', () => {
  it('never brings a dealing day nearer: from a later day on it is the same or a later one', () => {
    const calendar = compileCalendar(oracle.calendar as unknown as CalendarData);
    for (const { product, expected: _, afterCutOff: __, ...question } of oracle.cases) {
      const terms = bondFund(wrong(product));
      const from = (days: number): string => {
        const asOf = addDays(question.asOf as PlainDate, days);
        return nextDealing(terms, wrong({ ...question, asOf, calendar })).dealsOn ?? 'never';
      };
      expect(from(0) <= from(1) && from(1) <= from(10)).toBe(true);
    }
  });
});

describe('a status', () => {
  it('without a known end closes its side for good, and only its side', () => {
    const suspended = { status: 'subscription-suspended' } as const;
    expect(codes(dealing(suspended, { side: 'buy' }))).toEqual(['subscription-suspended']);
    expect(dealing(suspended).status).toBe('now');
    expect(codes(dealing({ status: 'closed' }, { side: 'buy' }))).toEqual(['not-offered']);
    expect(dealing({ status: 'closed' }).status).toBe('now');
  });

  it('that keeps clients in lets nobody in', () => {
    const suspended = { status: 'redemption-suspended' } as const;
    expect(codes(dealing(suspended))).toEqual(['redemption-suspended']);
    expect(codes(dealing(suspended, { side: 'buy' }))).toEqual(['no-way-out']);
  });

  it('reopens on the day of a known change, whatever the order of the changes', () => {
    const changes = [
      { from: '2026-06-01', status: 'closed' },
      { from: '2026-03-20', annualFee: 0.01 },
      { from: '2026-04-04', status: 'open' },
    ] as const;
    const answer = dealing({ status: 'subscription-suspended', changes }, { side: 'buy' });
    // 2026-04-04 is a Saturday.
    expect(days(answer)).toEqual(['later', '2026-04-06', '2026-04-06', '2026-04-07']);
    expect(answer.reasons[0]).toMatchObject({
      code: 'products.dealing.subscription-suspended-until',
      severity: 'info',
      parameters: { on: '2026-04-04' },
    });
  });

  it('must permit the order as well as the deal', () => {
    // Open from Monday, 2026-03-09: ordered then, and dealt five business days later.
    const answer = dealing({
      status: 'redemption-suspended',
      changes: [{ from: '2026-03-09', status: 'open' }],
      dealing: { redemptionNotice: 5 },
    });
    expect(days(answer)).toEqual(['later', '2026-03-09', '2026-03-16', '2026-03-17']);
  });

  it('that is yet to come counts on the dealing day', () => {
    const answer = dealing({
      changes: [{ from: '2026-03-04', status: 'redemption-suspended' }],
      dealing: { redemptionNotice: 5 },
    });
    expect(days(answer)).toEqual(['never', undefined, undefined, undefined]);
  });
});

describe('a window', () => {
  it('of a product that opens on one day a quarter keeps to the ends of months', () => {
    // 31 January, 30 April, 31 July, 31 October, 31 January: the last two are weekend days.
    const terms = { redemption: { from: '2026-01-31', everyMonths: 3, days: 1 } } as const;
    const asked = (asOf: PlainDate): Dealing => dealing({ dealing: terms }, { asOf });
    expect(asked('2026-04-30').dealsOn).toBe('2026-04-30');
    expect(asked('2026-05-01').dealsOn).toBe('2026-07-31');
    const skipping = asked('2026-08-03');
    expect(skipping.dealsOn).toBe('2027-04-30');
    expect(skipping.reasons.map(({ parameters }) => parameters)).toEqual([
      { from: '2026-10-31', to: '2026-10-31' },
      { from: '2027-01-31', to: '2027-01-31' },
      { from: '2027-04-30', to: '2027-04-30' },
    ]);
    expect(codes(skipping)).toEqual([
      'window-without-business-day',
      'window-without-business-day',
      'redemption-window',
    ]);
  });

  it('that the holidays take is passed over and named', () => {
    const calendar = compileCalendar({
      id: 'golden-week',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    });
    const redemption = { from: '2026-09-01', everyMonths: 1, days: 5 } as const;
    const answer = dealing({ dealing: { redemption } }, { asOf: '2026-09-10', calendar });
    expect(answer.dealsOn).toBe('2026-11-02');
    expect(codes(answer)).toEqual(['window-without-business-day', 'redemption-window']);
    expect(answer.reasons[0]?.parameters).toEqual({ from: '2026-10-01', to: '2026-10-05' });
  });

  it('is missed when the notice no longer fits before it', () => {
    const terms = {
      redemption: { from: '2026-03-02', everyMonths: 1, days: 5 },
      redemptionNotice: 5,
    } as const;
    // Five business days from Monday the 2nd is the 9th, past the window of the 2nd to the 6th.
    const answer = dealing({ dealing: terms });
    expect(days(answer)).toEqual(['later', '2026-03-26', '2026-04-02', '2026-04-03']);
    expect(codes(answer)).toEqual(['redemption-window', 'notice']);
    expect(answer.reasons[1]?.parameters).toEqual({
      days: 5,
      orderOn: '2026-03-26',
      dealsOn: '2026-04-02',
    });
  });

  it('that was the last leaves nothing, in any order of the periods', () => {
    const periods = [
      { from: '2026-03-20', to: '2026-03-23' },
      { from: '2026-03-05', to: '2026-03-05' },
      { from: '2026-03-10', to: '2026-03-12' },
    ] as const;
    const product = { dealing: { subscription: { periods } } };
    const asked = (asOf: PlainDate): Dealing => dealing(product, { side: 'buy', asOf });
    expect(asked('2026-03-02').dealsOn).toBe('2026-03-10');
    expect(asked('2026-03-12').dealsOn).toBe('2026-03-20');
    expect(codes(asked('2026-03-21'))).toEqual(['no-business-day', 'subscription-windows-over']);
  });
});

describe('a lot', () => {
  it('is free on the purchase day plus the minimum holding, each on its own', () => {
    const terms = { lockUpDays: 90 };
    // 2026-01-07 + 90 days = 2026-04-07; 2025-12-02 + 90 days = 2026-03-02.
    const locked = dealing(terms, { boughtOn: '2026-01-07' });
    expect(days(locked)).toEqual(['later', '2026-04-07', '2026-04-07', '2026-04-08']);
    expect(locked.reasons[0]?.parameters).toEqual({
      boughtOn: '2026-01-07',
      days: 90,
      on: '2026-04-07',
    });
    expect(dealing(terms, { boughtOn: '2025-12-02' }).status).toBe('now');
    expect(dealing(terms).status).toBe('now');
  });

  it('in a rolling term is redeemable at its end, and after a miss at the end of the next', () => {
    const terms = { dealing: { rollingTerm: { days: 60, windowDays: 3 } } };
    // 2026-01-05 + 60 days = 2026-03-06, a Friday; its window starts on Wednesday. + 120 days = 2026-05-05.
    const asked = (asOf: PlainDate): Dealing => dealing(terms, { asOf, boughtOn: '2026-01-05' });
    expect(asked('2026-03-02').dealsOn).toBe('2026-03-04');
    expect(asked('2026-03-06').status).toBe('now');
    const missed = asked('2026-03-07');
    expect(missed.dealsOn).toBe('2026-05-04');
    expect(missed.reasons[1]?.parameters).toEqual({
      boughtOn: '2026-01-05',
      days: 60,
      from: '2026-05-03',
      to: '2026-05-05',
    });
  });

  it('whose term ends on a day off misses it, unless the end is moved to the next business day', () => {
    // 2026-02-05 + 30 days = 2026-03-07, a Saturday; + 60 days = 2026-04-06, a Monday.
    const asked = (adjustment?: 'following'): Dealing => {
      const rollingTerm = { days: 30, ...(adjustment && { adjustment }) };
      return dealing({ dealing: { rollingTerm } }, { boughtOn: '2026-02-05' });
    };
    expect(asked().dealsOn).toBe('2026-04-06');
    expect(codes(asked())).toEqual(['window-without-business-day', 'term-ends']);
    expect(asked('following').dealsOn).toBe('2026-03-09');
  });
});

describe('a product with a maturity', () => {
  // A closed bank product: subscribed in one week, paid back on a Sunday, with the money two business days later.
  const closed = {
    dealing: {
      subscription: { periods: [{ from: '2026-03-02', to: '2026-03-07' }] },
      redemption: 'never',
      maturity: '2026-08-30',
      redemptionSettlement: 2,
    },
  } as const;

  it('is bought in its subscription period only', () => {
    expect(dealing(closed, { side: 'buy' }).status).toBe('now');
    const after = dealing(closed, { side: 'buy', asOf: '2026-03-09' });
    expect(codes(after)).toEqual(['subscription-windows-over']);
  });

  it('pays back by itself, later, with nothing to order', () => {
    const answer = dealing(closed);
    expect(days(answer)).toEqual(['later', '2026-08-31', '2026-08-31', '2026-09-02']);
    expect(answer.reasons).toMatchObject([
      {
        code: 'products.dealing.matures',
        parameters: { on: '2026-08-30', settlesOn: '2026-09-02' },
      },
    ]);
    expect(dealing(closed, { asOf: '2026-08-31' }).status).toBe('later');
    expect(dealing(closed, { asOf: '2026-09-02' }).settlesOn).toBe('2026-09-02');
    expect(codes(dealing(closed, { asOf: '2026-09-03' }))).toEqual(['matured']);
    expect(codes(dealing(closed, { asOf: '2076-09-03' }))).toEqual(['matured']);
  });

  it('frees even a lot whose minimum holding ends later, and is not bought on the day', () => {
    const maturing = { lockUpDays: 365, dealing: { maturity: '2026-03-06' } } as const;
    expect(dealing(maturing, { boughtOn: '2026-02-01' }).dealsOn).toBe('2026-03-06');
    expect(dealing(maturing).status).toBe('now');
    const late = dealing(maturing, { side: 'buy', asOf: '2026-03-06' });
    expect(codes(late)).toEqual(['no-subscription-at-maturity']);
  });
});

describe('what cannot be known', () => {
  const short = compileCalendar({
    id: 'short',
    covers: { from: '2026-01-01', to: '2026-07-01' },
    holidays: [],
  });

  it('is no day: beyond the calendar’s end none is guessed', () => {
    const answer = dealing({ lockUpDays: 365 }, { boughtOn: '2026-02-01', calendar: short });
    expect(answer.status).toBe('never');
    expect(answer.reasons.at(-1)).toMatchObject({
      code: 'products.dealing.beyond-calendar',
      severity: 'block',
      parameters: { calendar: 'short', until: '2026-06-30', notBefore: '2027-02-01' },
    });
    expect(dealing({}, { asOf: '2026-06-30', calendar: short }).status).toBe('never');
    const maturing = { dealing: { redemption: 'never', maturity: '2026-06-30' } } as const;
    expect(codes(dealing(maturing, { calendar: short }))).toEqual(['beyond-calendar']);
  });

  it('is no later than the terms say, even where a maturity comes after it', () => {
    const late = { lockUpDays: 365, dealing: { maturity: '2030-01-01' } } as const;
    const notBefore = (boughtOn: PlainDate): unknown =>
      dealing(late, { boughtOn, calendar: short }).reasons.at(-1)?.parameters.notBefore;
    expect(notBefore('2026-02-01')).toBe('2027-02-01');
    expect(notBefore('2029-12-01')).toBe('2030-01-01');
  });

  it('ends the search after fifty years, where two rhythms never meet', () => {
    // Terms of 7 days from a Saturday end on Saturdays for ever.
    const answer = dealing({ dealing: { rollingTerm: { days: 7 } } }, { boughtOn: '2026-02-14' });
    expect(answer.status).toBe('never');
    expect(codes(answer).at(-1)).toBe('beyond-horizon');
    const locked = dealing({ lockUpDays: 1e9 }, { boughtOn: '2026-02-14' });
    expect(codes(locked)).toEqual(['locked-until', 'beyond-horizon']);
  });
});

describe('a dealing desk', () => {
  it('gives the answers of single questions, and the same one again', () => {
    const desk = openDealingDesk({ asOf: monday, calendar: weekdays });
    const product = bondFund({ lockUpDays: 30 });
    const answer = desk.next(product, 'sell', '2026-02-20');
    expect(answer).toEqual(dealing({ lockUpDays: 30 }, { boughtOn: '2026-02-20' }));
    expect(desk.next(product, 'sell', '2026-02-20')).toBe(answer);
    expect(desk.next(product, 'sell', '2026-02-21').dealsOn).toBe('2026-03-23');
    expect(desk.next(bondFund(), 'buy')).toBe(desk.next(bondFund(), 'sell', '2026-02-20'));
    expect(isDeeplyFrozen(answer)).toBe(true);
  });
});

describe('bad questions', () => {
  it.each([
    ['no question', undefined, 'missing-value', 'question'],
    ['no day', { side: 'buy', calendar: weekdays }, 'missing-value', 'asOf'],
    [
      'a day that does not exist',
      { side: 'buy', asOf: '2026-02-30', calendar: weekdays },
      'invalid-date',
      'asOf',
    ],
    [
      'a day outside the calendar',
      { side: 'buy', asOf: '2019-12-31', calendar: weekdays },
      'out-of-range',
      'asOf',
    ],
    ['no calendar', { side: 'buy', asOf: monday }, 'missing-value', 'calendar'],
    ['calendar data', { side: 'buy', asOf: monday, calendar: {} }, 'invalid-type', 'calendar'],
    ['another side', { side: 'hold', asOf: monday, calendar: weekdays }, 'unknown-value', 'side'],
    ['no side', { asOf: monday, calendar: weekdays }, 'missing-value', 'side'],
    [
      'a purchase day that is none',
      { side: 'sell', asOf: monday, calendar: weekdays, boughtOn: 20260101 },
      'invalid-type',
      'boughtOn',
    ],
    [
      'a time that is none',
      { side: 'buy', asOf: monday, calendar: weekdays, time: '25:00' },
      'invalid-format',
      'time',
    ],
    [
      'a cut-off that is neither yes nor no',
      { side: 'buy', asOf: monday, calendar: weekdays, afterCutOff: 1 },
      'invalid-type',
      'afterCutOff',
    ],
  ] as const)('are refused: %s', (_, question, code, path) => {
    const product = bondFund({ lockUpDays: 1 });
    expectRefusal(() => nextDealing(product, wrong(question)), code, path);
  });

  it('are refused of what is no product, and of terms that were never checked', () => {
    const question = { side: 'sell', asOf: monday, calendar: weekdays } as const;
    expectRefusal(() => nextDealing(wrong(null), question), 'missing-value', 'product');
    const endless = bondFund({
      dealing: { redemption: { from: monday, everyMonths: 0, days: 1 } },
    });
    const path = 'product.dealing.redemption.everyMonths';
    expectRefusal(() => nextDealing(endless, question), 'out-of-range', path);
  });
});

describe('a lot whose units are not booked yet', () => {
  it('is sold on the day on which they are, at the earliest', () => {
    // Bought on Thursday the 5th, booked on Friday the 6th.
    const answer = dealing({}, { boughtOn: '2026-03-05' });
    expect(days(answer)).toEqual(['later', '2026-03-06', '2026-03-06', '2026-03-09']);
    expect(codes(answer)).toEqual(['not-booked-yet']);
    expect(answer.reasons[0]?.parameters).toEqual({ boughtOn: '2026-03-05', on: '2026-03-06' });
    // On a Saturday: the Monday after it.
    expect(days(dealing({}, { boughtOn: '2026-03-07' }))[1]).toBe('2026-03-09');
  });

  it('is not sold on the day of its purchase either, unless they are booked on it', () => {
    expect(days(dealing({}, { boughtOn: monday }))[1]).toBe('2026-03-03');
    const settling = (subscriptionSettlement: number) =>
      days(dealing({ dealing: { subscriptionSettlement } }, { boughtOn: monday }))[1];
    expect([0, 1, 2].map(settling)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  });

  it('is free once they are booked', () => {
    // Bought on Friday 27 February, booked on Monday; with two days on Tuesday.
    expect(dealing({}, { boughtOn: '2026-02-27' }).status).toBe('now');
    const slow = { dealing: { subscriptionSettlement: 2 } };
    expect(days(dealing(slow, { boughtOn: '2026-02-27' }))[1]).toBe('2026-03-03');
    expect(dealing(slow, { boughtOn: '2026-02-26' }).status).toBe('now');
  });

  it('is not ordered to be sold before either', () => {
    // Ordered on Friday the 6th; two business days of notice: Tuesday the 10th.
    const answer = dealing({ dealing: { redemptionNotice: 2 } }, { boughtOn: '2026-03-05' });
    expect(days(answer)).toEqual(['later', '2026-03-06', '2026-03-10', '2026-03-11']);
  });
});

describe('a maturity whose money is under way', () => {
  it('has no order before the day asked', () => {
    // Matured on Friday 27 February, paid two business days later, on Tuesday 3 March.
    const terms = { redemption: 'never', maturity: '2026-02-27', redemptionSettlement: 2 } as const;
    const answer = dealing({ dealing: terms }, {});
    expect(days(answer)).toEqual(['later', '2026-03-02', '2026-02-27', '2026-03-03']);
  });
});
