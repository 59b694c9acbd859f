import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../../src/dates/index.js';
import {
  compileProducts,
  type DealingDesk,
  type DealingTerms,
  dealingAfter,
  nextDealing,
  openDealingDesk,
  type Product,
  paysBack,
  wholeRedemption,
} from '../../../src/products/index.js';
import { expectRefusal } from '../../refusal.js';

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2026-01-01', to: '2026-04-01' },
  holidays: [],
});

const fund = (dealing: DealingTerms): Product => {
  const row = {
    id: 'P',
    name: 'Fund',
    lookThrough: { BOND: 1 },
    issuerRisk: 'R2',
    distributorRisk: 'R2',
    annualFee: 0,
    entryFee: 0,
    minimumPurchase: '10',
    step: '0.01',
    lockUpDays: 0,
    status: 'open',
    dealing,
  } as const;
  return compileProducts([row], ['BOND']).byId.P!;
};

const saleOn = (product: Product, asOf: '2026-03-06' | '2026-03-30' | '2026-03-31') =>
  nextDealing(product, { side: 'sell', asOf, calendar });

const gatesOn = (...days: readonly PlainDate[]): DealingTerms => ({
  gates: days.map((on) => ({ on, acceptedShare: 0.5 })),
});

describe('the dealing after another', () => {
  it('is on the next business day, with its own notice', () => {
    const product = fund({ redemptionNotice: 1 });
    // Ordered on Friday and dealt on Monday; then ordered on Monday and dealt on Tuesday.
    const first = saleOn(product, '2026-03-06');
    expect(first).toMatchObject({ orderOn: '2026-03-06', dealsOn: '2026-03-09' });
    const then = { orderOn: '2026-03-09', dealsOn: '2026-03-10' };
    expect(dealingAfter(product, 'sell', first as never, { calendar })).toMatchObject(then);
  });

  it('is not guessed beyond the calendar', () => {
    const last = { orderOn: '2026-03-31', dealsOn: '2026-03-31' } as const;
    expect(dealingAfter(fund({}), 'sell', last, { calendar })).toBeUndefined();
  });

  it('asks the desks of the caller', () => {
    const asked: string[] = [];
    const deskOn = (asOf: PlainDate): DealingDesk => {
      asked.push(asOf);
      return openDealingDesk({ asOf, calendar });
    };
    const first = saleOn(fund({}), '2026-03-06');
    dealingAfter(fund({}), 'sell', first as never, { calendar, deskOn });
    expect(asked).toEqual(['2026-03-09']);
  });
});

describe('a redemption that is carried out in full', () => {
  it('is the one that was asked for where no gate cuts it', () => {
    const product = fund(gatesOn('2026-03-09'));
    const first = saleOn(product, '2026-03-06');
    expect(wholeRedemption(product, first, { calendar })).toBe(first);
  });

  it('is the first after all days that are cut', () => {
    const product = fund(gatesOn('2026-03-06', '2026-03-09', '2026-03-10'));
    const found = wholeRedemption(product, saleOn(product, '2026-03-06'), { calendar });
    // As its own day sees it.
    expect(found).toMatchObject({ status: 'now', orderOn: '2026-03-11', dealsOn: '2026-03-11' });
  });

  it('is never where the money would be booked beyond the calendar', () => {
    const product = fund(gatesOn('2026-03-30'));
    const found = wholeRedemption(product, saleOn(product, '2026-03-30'), { calendar });
    expect(found).toMatchObject({ status: 'never' });
  });

  it('is none where the calendar ends before it', () => {
    const product = fund({ ...gatesOn('2026-03-30', '2026-03-31'), redemptionSettlement: 0 });
    const found = wholeRedemption(product, saleOn(product, '2026-03-30'), { calendar });
    expect(found).toBeUndefined();
  });

  it('is the day on which the product pays back, whatever its gates', () => {
    const terms = {
      ...gatesOn('2026-03-10'),
      redemption: 'never',
      maturity: '2026-03-10',
    } as const;
    const product = fund(terms);
    const first = saleOn(product, '2026-03-06');
    expect(paysBack(first)).toBe(true);
    expect(wholeRedemption(product, first, { calendar })).toBe(first);
  });
});

describe('dealingAfter without its days', () => {
  it('is refused', () => {
    const product = fund({});
    const before = { orderOn: '2026-03-02', dealsOn: '2026-03-02' } as const;
    const asked = (dealt: unknown, days: unknown) => () =>
      dealingAfter(product, 'sell', dealt as never, days as never);
    expectRefusal(asked(before, undefined), 'missing-value', 'days');
    expectRefusal(asked(before, {}), 'missing-value', 'days.calendar');
    expectRefusal(asked(undefined, { calendar }), 'missing-value', 'before');
  });
});
