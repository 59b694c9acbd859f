import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import { type Money, money } from '../../../src/money/index.js';
import {
  planTransition,
  type TransitionPlan,
  type TransitionRequest,
} from '../../../src/orders/index.js';
import { expectRefusal } from '../../refusal.js';
import { asked } from './transitions.js';

const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

// 2026-12-21 is a Monday; what is sold on one day is money on the next from Monday to Friday.
const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: [],
});
const atEnd = { asOf: '2026-12-21', calendar } as const;

function plan(products: Parameters<typeof asked>[0], request: Partial<TransitionRequest<'CNY'>>) {
  const result = planTransition(asked(products, { ...atEnd, ...request }));
  if (result.status === 'missing-rate') throw new Error(result.status);
  return result;
}

type Plan = ReturnType<typeof plan>;

/** What is ordered of a product and side in all. */
function sums({ ...result }: Plan): Readonly<Record<string, number>> {
  const orders = result.status === 'planned' ? result.orders : [];
  const sum: Record<string, number> = {};
  for (const { side, product, gross } of orders) {
    const key = `${side} ${product}`;
    sum[key] = (sum[key] ?? 0) + Number(gross.amount);
  }
  return sum;
}

const left = (result: TransitionPlan<'CNY'>) =>
  result.status === 'planned' ? result.unplaced.amount : undefined;

const why = ({ notOrdered }: Plan) =>
  notOrdered.map(
    ({ product, side, amount, reasons }) =>
      `${side} ${product} ${amount.amount}: ${reasons.map(({ code }) => code)}`,
  );

const held = (product: string, amount = '100000') => ({
  holdings: [{ product, value: cny(amount) }],
});

describe('a purchase that needs more days than there are', () => {
  const slow = { dealing: { dailyPurchase: '1000' } };

  it('is made on the days that there are, and nothing is sold for the rest', () => {
    // Money from the 22nd: the 22nd to 25th and 28th to 30th are seven days; of the 31st the calendar does not know when it is carried out.
    const result = plan({ A: slow, B: {} }, { ...held('B'), weights: { A: 1 } });
    expect(sums(result)).toEqual({ 'sell B': 7000, 'buy A': 7000 });
    expect(left(result)).toBe('0.00');
    expect(why(result)).toEqual([
      'buy A 93000.00: orders.not-dealing,products.dealing.beyond-calendar',
      'sell B 93000.00: orders.purchase-impossible',
    ]);
  });

  it('leaves the rest to the residual product', () => {
    const result = plan(
      { A: slow, B: {}, C: {} },
      { ...held('B'), weights: { A: 1 }, residualProduct: 'C' },
    );
    expect(sums(result)).toEqual({ 'sell B': 100_000, 'buy A': 7000, 'buy C': 93_000 });
    expect(left(result)).toBe('0.00');
  });

  it('is made until the last day allowed', () => {
    // Sold on Monday the 2nd, money on the 3rd: A on the 3rd, 4th, 5th and 6th.
    const result = plan(
      { A: slow, B: {} },
      { ...held('B'), weights: { A: 1 }, asOf: '2026-03-02', latest: '2026-03-06' },
    );
    expect(sums(result)).toEqual({ 'sell B': 4000, 'buy A': 4000 });
    expect(left(result)).toBe('0.00');
    expect(why(result)).toEqual([
      'buy A 96000.00: orders.too-late',
      'sell B 96000.00: orders.purchase-impossible',
    ]);
  });
});

describe('a sale that goes on until the last day', () => {
  const slow = { dealing: { dailyRedemption: '1000' } };

  it('is made while its money still buys something', () => {
    // Sold on 2, 3, 4 and 5 March, money on 3 to 6; what is sold on the 6th is money on the 9th.
    const terms = { ...held('A'), asOf: '2026-03-02', latest: '2026-03-06' } as const;
    const result = plan({ A: slow, B: {} }, { ...terms, weights: { B: 1 } });
    expect(sums(result)).toEqual({ 'sell A': 4000, 'buy B': 4000 });
    expect(left(result)).toBe('0.00');
    expect(why(result)).toEqual([
      'sell A 96000.00: orders.not-dealing,orders.purchase-impossible',
      'buy B 96000.00: orders.scaled-to-money',
    ]);
    const two = plan({ A: slow, B: {}, C: {} }, { ...terms, weights: { B: 0.5, C: 0.5 } });
    expect(sums(two)).toEqual({ 'sell A': 4000, 'buy B': 2000, 'buy C': 2000 });
  });

  it('is made to the end where money is to be kept', () => {
    // 1,000 of the first day are kept and 3,000 buy B; the fifth is not needed. Where 4,500 are kept all five are, and B gets nothing of the last.
    const terms = { ...held('A'), asOf: '2026-03-02', latest: '2026-03-06' } as const;
    const some = plan({ A: slow, B: {} }, { ...terms, keep: cny('1000'), weights: { B: 1 } });
    expect(sums(some)).toEqual({ 'sell A': 4000, 'buy B': 3000 });
    const most = plan({ A: slow, B: {} }, { ...terms, keep: cny('4500'), weights: { B: 1 } });
    expect(sums(most)['sell A']).toBe(5000);
    expect(most.missing.amount).toBe('0.00');
  });

  it('brings money where amounts are asked for, and what comes in time is used', () => {
    const result = plan(
      { A: slow, B: {} },
      {
        ...held('A'),
        asOf: '2026-03-02',
        latest: '2026-03-06',
        amounts: { A: cny('0'), B: cny('100000') },
      },
    );
    expect(sums(result)).toEqual({ 'sell A': 5000, 'buy B': 4000 });
    expect(left(result)).toBe('1000.00');
  });

  it('buys of a product that closes earlier what there is by then', () => {
    // B is open until the 4th, when 2,000 are there, of which C takes its 1,000 first: B gets the other 1,000, and no more is sold.
    const closing = {
      dealing: { subscription: { periods: [{ from: '2026-03-02', to: '2026-03-05' }] } },
    } as const;
    const result = plan(
      { A: slow, B: closing, C: {} },
      { ...held('A'), asOf: '2026-03-02', latest: '2026-03-06', weights: { B: 0.99, C: 0.01 } },
    );
    expect(sums(result)).toEqual({ 'sell A': 2000, 'buy B': 1000, 'buy C': 1000 });
    expect(left(result)).toBe('0.00');
  });

  it('says of what is not bought that there is no money, where there is none', () => {
    const least = { minimumRedemption: '500', dealing: { dailyRedemption: '100' } };
    const result = plan({ A: least, B: {} }, { ...held('A', '2000'), weights: { B: 1 } });
    expect(why(result)).toEqual([
      'sell A 2000.00: orders.below-minimum-redemption',
      'buy B 2000.00: orders.money-short',
    ]);
  });
});

describe('a daily limit of the request', () => {
  it('that needs more than 1,000 days is refused, whether or not the calendar has them', () => {
    for (const to of ['2027-01-01', '2040-01-01'] as const) {
      const long = compileCalendar({
        id: 'long',
        covers: { from: '2026-01-01', to },
        holidays: [],
      });
      const limits = { asOf: '2026-03-02', calendar: long, dailyLimits: { A: '10' } } as const;
      const sale = asked({ A: {}, B: {} }, { ...held('A', '10010'), ...limits, weights: { B: 1 } });
      const purchase = asked(
        { A: {}, B: {} },
        { ...held('B', '10010'), ...limits, weights: { A: 1 } },
      );
      for (const request of [sale, purchase]) {
        expectRefusal(() => planTransition(request), 'out-of-range', 'request.dailyLimits.A');
      }
      expect(planTransition({ ...sale, ...held('A', '10000') }).status).toBe('planned');
    }
  });
});
