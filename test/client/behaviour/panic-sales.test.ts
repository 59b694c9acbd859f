import { describe, expect, it } from 'vitest';
import {
  analyseBehaviour,
  clientMessages,
  compilePrices,
  type InvestmentTrade,
  type MarketLevel,
  type ProductPrice,
} from '../../../src/client/index.js';
import { formatReason } from '../../../src/evidence/index.js';
import { wrong } from '../support.js';
import { closes, trade } from './support.js';

const bought = trade('b', '2025-03-03', 'buy', '10', '1000.00');
const sold = (units: string, date = '2025-06-10', id = 's') =>
  trade(id, date, 'sell', units, '450.00');
const fall = {
  '2024-01-02': '80.00',
  '2025-06-02': '100.00',
  '2025-06-05': '90.00',
  '2025-06-09': '95.00',
};

function panic(
  trades: readonly InvestmentTrade[],
  rows: readonly ProductPrice[],
  market?: readonly MarketLevel[],
) {
  const options = { asOf: '2026-03-02', prices: compilePrices(rows, market) } as const;
  const { panicSales } = analyseBehaviour(trades, options);
  if (panicSales.status !== 'measured') throw new Error(panicSales.status);
  return panicSales;
}

describe('a panic sale', () => {
  it('follows a fall and takes half of the holding', () => {
    const { events, unjudged } = panic([bought, sold('5')], closes('F1', fall));
    expect(unjudged).toEqual([]);
    expect(events).toMatchObject([
      {
        product: 'F1',
        trades: ['s'],
        unitsSold: '5',
        unitsHeld: '10',
        share: 0.5,
        proceeds: { amount: '450.00' },
        fall: {
          of: 'product',
          peakDate: '2025-06-02',
          peak: '100',
          date: '2025-06-05',
          price: '90',
          depth: 0.1,
        },
      },
    ]);
    expect(formatReason(clientMessages, events[0]!.reason, 'zh-Hans')).toBe(
      'F1：2025-06-02至2025-06-05下跌10.0%之后，客户卖出持仓的50.0%，所得450.00 CNY。',
    );
  });

  it('is exact at its bounds', () => {
    expect(panic([bought, sold('4.999999999999')], closes('F1', fall)).events).toEqual([]);
    const less = { ...fall, '2025-06-05': '90.0001' };
    expect(panic([bought, sold('10')], closes('F1', less)).events).toEqual([]);
  });

  it('comes within thirty days, the thirtieth among them', () => {
    expect(panic([bought, sold('10', '2025-07-05')], closes('F1', fall)).events).toHaveLength(1);
    expect(panic([bought, sold('10', '2025-07-06')], closes('F1', fall)).events).toEqual([]);
  });

  it('may come in parts', () => {
    const parts = [
      sold('2', '2025-06-06', 's1'),
      sold('2', '2025-06-20', 's2'),
      sold('2', '2025-07-05', 's3'),
    ];
    const { events } = panic([bought, ...parts], closes('F1', fall));
    expect(events).toMatchObject([
      { firstDay: '2025-06-06', lastDay: '2025-07-05', trades: ['s1', 's2', 's3'], share: 0.6 },
    ]);
  });

  it('counts what was bought in between as held', () => {
    const more = trade('b2', '2025-06-10', 'buy', '10', '900.00');
    expect(panic([bought, more, sold('6')], closes('F1', fall)).events).toEqual([]);
  });

  it('may follow a fall of the market', () => {
    const calm = { '2024-01-02': '80.00', '2025-06-09': '80.00' };
    const market = Object.entries(fall).map(([date, level]) => ({ date, level })) as MarketLevel[];
    const { events } = panic([bought, sold('10')], closes('F1', calm), market);
    expect(events).toMatchObject([{ fall: { of: 'market', depth: 0.1 } }]);
    // Without prices of the product only the market can say yes.
    expect(panic([bought, sold('10')], [], market).events).toHaveLength(1);
  });
});

describe('a sale that cannot be judged', () => {
  it('is named: no price, or none that reaches back far enough to deny a fall', () => {
    expect(panic([bought, sold('10')], []).unjudged).toEqual(['s']);
    const short = { '2025-06-02': '100.00', '2025-06-09': '99.00' };
    expect(panic([bought, sold('10')], closes('F1', short)).unjudged).toEqual(['s']);
    // The prices must begin by 2025-06-10 less 30 and 365 days.
    expect(panic([bought, sold('10')], closes('F1', { ...short, '2024-05-11': '99.00' }))).toEqual({
      status: 'measured',
      events: [],
      unjudged: [],
    });
    expect(
      panic([bought, sold('10')], closes('F1', { ...short, '2024-05-12': '99.00' })).unjudged,
    ).toEqual(['s']);
  });

  it('is named where more was sold than is known to have been bought', () => {
    expect(panic([sold('10')], closes('F1', fall)).unjudged).toEqual(['s']);
  });

  it('makes the whole undetermined where there are no prices at all', () => {
    const { panicSales } = analyseBehaviour([bought, sold('10')], { asOf: '2026-03-02' });
    expect(panicSales).toMatchObject({
      status: 'undetermined',
      reason: { code: 'client.no-prices' },
    });
    const none = analyseBehaviour([bought], { asOf: '2026-03-02' }).panicSales;
    expect(none).toEqual({ status: 'measured', events: [], unjudged: [] });
  });
});

describe('compilePrices', () => {
  const price: ProductPrice = { product: 'F', date: '2025-06-02', currency: 'CNY', price: '1.5' };
  it.each([
    ['no object', null, 'missing-value', 'prices[0]'],
    ['no product', { ...price, product: 1 }, 'invalid-type', 'prices[0].product'],
    ['no such day', { ...price, date: '2025-06-31' }, 'invalid-date', 'prices[0].date'],
    ['no currency', { ...price, currency: 'ABC' }, 'unknown-currency', 'prices[0].currency'],
    ['a number', { ...price, price: 1.5 }, 'invalid-type', 'prices[0].price'],
    ['a price of nothing', { ...price, price: '0' }, 'out-of-range', 'prices[0].price'],
    ['a low without a high', { ...price, low: '1' }, 'missing-value', 'prices[0].high'],
    ['a low above it', { ...price, low: '2', high: '3' }, 'inconsistent', 'prices[0].low'],
    ['a high below it', { ...price, low: '1', high: '1.4' }, 'inconsistent', 'prices[0].high'],
  ])('names a row with %s and keeps the others', (_, row, code, path) => {
    const { failures, series } = compilePrices([wrong(row), { ...price, date: '2025-06-03' }]);
    expect(failures).toMatchObject([{ row: 0, issues: [{ code, path }] }]);
    expect(Object.values(series).map(({ dates }) => dates)).toEqual([['2025-06-03']]);
  });

  it('refuses two prices of one day, and two levels', () => {
    const twice = compilePrices([price, { ...price, price: '1.6' }]);
    expect(twice.failures.map(({ issues }) => issues[0]!.path)).toEqual([
      'prices[0].date',
      'prices[1].date',
    ]);
    const levels: MarketLevel[] = [
      { date: '2025-06-02', level: '1' },
      { date: '2025-06-02', level: '2' },
      { date: '2025-06-03', level: 'x' },
    ];
    const { failures } = compilePrices([], levels);
    expect(failures.map(({ issues }) => `${issues[0]!.code} ${issues[0]!.path}`)).toEqual([
      'duplicate-id market[0].date',
      'duplicate-id market[1].date',
      'invalid-format market[2].level',
    ]);
  });
});
