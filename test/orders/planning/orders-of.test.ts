import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { ordersOf, type TradesToOrder } from '../../../src/orders/index.js';
import { expectRefusal } from '../../refusal.js';
import { cny, universe, universeWith } from '../support.js';

const day = (on: string, settled: string) =>
  ({ orderOn: on, dealsOn: on, settlesOn: settled }) as never as { orderOn: '2026-03-02' };
const soldLot = (fee: string) => ({ exitFee: cny(fee) });
const trades = [
  // P03 has an entry fee of 0.06 % outside: 1,000.60 / 1.0006 = 1,000.00.
  {
    product: 'P03',
    side: 'buy',
    local: cny('1000.60'),
    lots: [],
    phase: 2,
    ...day('2026-03-03', '2026-03-04'),
  },
  {
    product: 'P06',
    side: 'sell',
    local: cny('700.00'),
    lots: [soldLot('1.50'), soldLot('0.25')],
    units: '350',
    phase: 1,
    ...day('2026-03-02', '2026-03-03'),
  },
  {
    product: 'P07',
    side: 'sell',
    local: cny('400.00'),
    lots: [],
    phase: 1,
    ...day('2026-03-02', '2026-03-05'),
  },
  {
    product: 'P01',
    side: 'buy',
    local: cny('50.00'),
    lots: [],
    phase: 1,
    ...day('2026-03-02', '2026-03-03'),
  },
] as never as TradesToOrder['trades'];
const rebalancing = {
  account: 'AC-1',
  trades,
  exchanges: [{ from: money('USD', '10'), to: cny('71'), cost: cny('0'), on: '2026-03-02' }],
  notTraded: [{ product: 'P08', side: 'sell', amount: cny('5'), reasons: [] }],
} as const;
const options = { universe, funding: 'CURRENT' };

describe('ordersOf', () => {
  const { orders, exchanges, notOrdered } = ordersOf(rebalancing, options);

  it('makes one order of each trade, sales first on a day', () => {
    expect(
      orders.map(({ id, side, gross, fee, net }) => [
        id,
        side,
        gross.amount,
        fee.amount,
        net.amount,
      ]),
    ).toEqual([
      ['AC-1/P06/1', 'sell', '700.00', '1.75', '698.25'],
      ['AC-1/P07/1', 'sell', '400.00', '0.00', '400.00'],
      ['AC-1/P01/1', 'buy', '50.00', '0.00', '50.00'],
      ['AC-1/P03/1', 'buy', '1000.60', '0.60', '1000.00'],
    ]);
  });

  it('lets a purchase of phase 2 wait for the sales that are booked by its day', () => {
    // P06 is booked on 03-03, the day of the purchase; P07 two days later.
    expect(orders.map(({ after }) => after)).toEqual([
      undefined,
      undefined,
      undefined,
      ['AC-1/P06/1'],
    ]);
  });

  it('keeps days, units, changes of money and what is not traded', () => {
    expect(orders[0]).toMatchObject({
      units: '350',
      orderOn: '2026-03-02',
      settlesOn: '2026-03-03',
    });
    expect(exchanges).toEqual(rebalancing.exchanges);
    expect(notOrdered).toEqual(rebalancing.notTraded);
  });

  it('takes the highest exit fee where no lots say how long a product was held, which is never 0', () => {
    // 1.5 % from 0 days, nothing from a year on; 400.00 × 0.015 = 6.00, as planTransition has it.
    const exit = [
      { fromDays: 0, rate: 0.015 },
      { fromDays: 365, rate: 0 },
    ];
    const priced = { ...options, universe: universeWith('P07', { fees: { exit } }) };
    const order = ordersOf(rebalancing, priced).orders.find(({ product }) => product === 'P07');
    expect(order).toMatchObject({ gross: cny('400'), fee: cny('6'), net: cny('394') });
  });

  it('orders nothing of which the fee takes all, nor lets a purchase wait for it', () => {
    const exit = [{ fromDays: 0, rate: 0, plus: '700' }];
    const priced = { ...options, universe: universeWith('P06', { fees: { exit } }) };
    const [buy, sell] = [trades[0]!, { ...trades[1]!, amount: cny('700'), lots: [] }];
    const found = ordersOf({ ...rebalancing, trades: [buy, sell] }, priced);
    expect(found.orders.map(({ product, after }) => [product, after])).toEqual([
      ['P03', undefined],
    ]);
    expect(found.notOrdered[1]).toMatchObject({
      product: 'P06',
      side: 'sell',
      amount: cny('700'),
      reasons: [{ code: 'orders.fee-takes-all', parameters: { fee: '700.00' } }],
    });
  });

  it('charges what the file charges on the order’s day', () => {
    // Entering costs 2 % since 3 March, the day of the order: 1,000.60 / 1.02 = 980.98. Leaving costs 3 % of 400 since 1 March.
    const raised = universeWith('P03', { changes: [{ from: '2026-03-03', entryFee: 0.02 }] });
    const left = universeWith('P07', {
      changes: [{ from: '2026-03-01', fees: { exit: [{ fromDays: 0, rate: 0.03 }] } }],
    });
    const feeOf = (product: string, given: typeof universe) =>
      ordersOf(rebalancing, { ...options, universe: given }).orders.find(
        (order) => order.product === product,
      )?.fee.amount;
    expect(feeOf('P03', raised)).toBe('19.62');
    expect(feeOf('P07', left)).toBe('12.00');
  });

  it('makes none on a hold', () => {
    expect(ordersOf({ ...rebalancing, trades: [] }, options).orders).toEqual([]);
  });

  it.each([
    ['no funding', { ...options, funding: '' }, 'empty', 'options.funding'],
    ['an empty id', { ...options, id: '' }, 'empty', 'options.id'],
  ] as const)('refuses %s', (_, given, code, path) => {
    expectRefusal(() => ordersOf(rebalancing, given), code, path);
  });

  it('refuses a product that the universe does not have', () => {
    const other = [{ ...trades[0]!, product: 'P99' }];
    expectRefusal(
      () => ordersOf({ ...rebalancing, trades: other }, options),
      'unknown-id',
      'rebalancing.trades[0].product',
    );
  });
});
