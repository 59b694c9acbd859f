import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import type { Money } from '../../../src/money/index.js';
import {
  checkOrders,
  type HeldLot,
  type OrderContext,
  type OrderToCheck,
  planTransition,
} from '../../../src/orders/index.js';
import { compilePack } from '../../../src/rules/index.js';
import { makePolicyPack } from '../../../src/suitability/packs/policy/index.js';
import {
  buy,
  change as changeTo,
  cny,
  context,
  expectRefusal,
  sell,
  universe,
  universeWith,
} from '../support.js';

const statuses = (
  orders: readonly OrderToCheck<'CNY'>[],
  change: Partial<OrderContext<'CNY'>> = {},
) => {
  const { checks } = checkOrders(orders, { ...context, ...change });
  return Object.fromEntries(Object.entries(checks).map(([id, { status }]) => [id, status]));
};
const codes = (
  orders: readonly OrderToCheck<'CNY'>[],
  id: string,
  change: Partial<OrderContext<'CNY'>> = {},
) => checkOrders(orders, { ...context, ...change }).checks[id]!.reasons.map(({ code }) => code);

describe('checkOrders', () => {
  it('takes each order’s money off what the next can spend', () => {
    // 341,262 pay for 200,000 and not for 141,262.01 more.
    const orders = [buy('P03', '200000'), buy('P06', '141262.01')];
    expect(statuses(orders)).toEqual({ 'buy/P03': 'allowed', 'buy/P06': 'blocked' });
    expect(codes(orders, 'buy/P06')).toEqual(['orders.insufficient-funds']);
    expect(statuses([buy('P03', '200000'), buy('P06', '141262')])).toEqual({
      'buy/P03': 'allowed',
      'buy/P06': 'allowed',
    });
  });

  it('allows beside open orders what it allows in one plan with them', () => {
    // P06 pays 10,000 on Wednesday for P02; 5,000 are there today for P03.
    const sale = { ...sell('P06'), net: cny('10000'), settlesOn: '2026-03-04' } as const;
    const waits = { ...buy('P02'), orderOn: '2026-03-04', after: [sale.id] } as const;
    const change = { available: cny('5000'), holdings: { P06: cny('10000') } };
    for (const amount of ['5000', '5000.01']) {
      const order = buy('P03', amount);
      const status = amount === '5000' ? 'allowed' : 'blocked';
      const together = statuses([sale, waits, order], change);
      expect(together['buy/P03']).toBe(status);
      const openOrders = [sale, waits];
      expect(statuses([order], { ...change, openOrders })).toEqual({ 'buy/P03': status });
      const receivables = [{ amount: cny('10000'), on: '2026-03-04' }] as const;
      const told = { ...change, openOrders, receivables };
      expect(statuses([order], told)).toEqual({ 'buy/P03': status });
    }
  });

  it('lets sales go first and pays with their proceeds once they are booked', () => {
    const sale = { ...sell('P06'), settlesOn: '2026-03-04' } as OrderToCheck<'CNY'>;
    const holdings = { P06: cny('10000') };
    const purchase = { ...buy('P03'), orderOn: '2026-03-04' } as const;
    const change = { available: cny('0'), holdings };
    const result = checkOrders([purchase, sale], { ...context, ...change });
    expect(result.sequence).toEqual(['sell/P06', 'buy/P03']);
    expect(result.status).toBe('allowed');
    const early = { ...purchase, orderOn: '2026-03-03' } as const;
    expect(codes([early, sale], 'buy/P03', change)).toEqual(['orders.insufficient-funds']);
  });

  it('counts what a sale pays out after its exit fee', () => {
    // 2 % of 3,000 are 60: 2,940 beside the 5,000 that are there.
    const exit = [
      { fromDays: 0, rate: 0.02 },
      { fromDays: 365, rate: 0.01 },
    ];
    const change = {
      universe: universeWith('P06', { fees: { exit } }),
      available: cny('5000'),
      holdings: { P06: cny('3000') },
      lots: { P06: [{ boughtOn: '2026-01-05', value: cny('3000') }] },
    } as const;
    const paying = (amount: string, sale: object = {}, given: object = change) =>
      statuses(
        [
          { ...sell('P06', '3000'), settlesOn: '2026-03-03', ...sale } as OrderToCheck<'CNY'>,
          { ...buy('P03', amount), after: ['sell/P06'], orderOn: '2026-03-03' },
        ],
        given as typeof change,
      )['buy/P03'];
    expect(paying('7940')).toBe('allowed');
    expect(paying('7940.01')).toBe('blocked');
    expect(paying('7940', { fee: cny('60') })).toBe('allowed');
    expect(paying('7940.01', { fee: cny('60') })).toBe('blocked');
    // Bought more than a year ago the fee is 30; where nobody knows the day, it may be 60.
    const old = { ...change, lots: { P06: [{ boughtOn: '2025-01-06', value: cny('3000') }] } };
    expect(paying('7970', {}, old)).toBe('allowed');
    expect(paying('7970.01', {}, old)).toBe('blocked');
    const { lots: _, ...unknown } = change;
    expect(paying('7940', {}, unknown)).toBe('allowed');
    expect(paying('7940.01', {}, unknown)).toBe('blocked');
    // What the sale says it pays out counts.
    expect(paying('7990', { net: cny('2990') })).toBe('allowed');
  });

  it('lets switches enter with what arrives of them', () => {
    // Of 1,020 each 20.40 are fee: 999.60 arrive, 1,999.20 in all; of 1,021 and 1,020.41 they are 1,000.58 and 1,000.00.
    const left = universeWith('P03', { fees: { exit: [{ fromDays: 0, rate: 0.02 }] } });
    const entered = universeWith('P01', { maximumHolding: '2000' }).byId.P01!;
    const products = left.products.map((row) => (row.id === 'P01' ? entered : row));
    const universe = { ...left, products, byId: { ...left.byId, P01: entered } };
    const second = (...amounts: readonly [string, string]) =>
      codes(
        amounts.map((amount, i) => ({
          ...changeTo('P03', 'P01', amount),
          id: `s${i}`,
          idempotencyKey: `k${i}`,
        })),
        's1',
        { universe, holdings: { P03: cny('10000') } },
      );
    expect(second('1020', '1019')).not.toContain('orders.above-maximum-holding');
    expect(second('1020.41', '1021')).toContain('orders.above-maximum-holding');
  });

  it('blocks what is to be paid by a sale that is blocked', () => {
    const frozen = universeWith('P06', { status: 'redemption-suspended' });
    const holdings = { P06: cny('10000') };
    const purchase = { ...buy('P03'), after: ['sell/P06'] };
    expect(codes([purchase, sell('P06')], 'buy/P03', { universe: frozen, holdings })).toEqual([
      'orders.sale-blocked',
    ]);
  });

  it('takes nothing off for what is blocked', () => {
    const orders = [buy('P05', '300000'), buy('P06', '341262')];
    expect(statuses(orders)).toEqual({ 'buy/P05': 'blocked', 'buy/P06': 'allowed' });
  });

  it('sells no holding twice', () => {
    const orders = [sell('P06', '6000'), { ...sell('P06', '6000'), id: 'again' }];
    expect(statuses(orders, { holdings: { P06: cny('10000') } })).toEqual({
      again: 'allowed',
      'sell/P06': 'blocked',
    });
  });

  it('sees twins within the plan, but not among slices of different days', () => {
    const first = { ...buy('P03', '1000'), id: 'a' };
    expect(codes([first, { ...first, id: 'b' }], 'b')).toEqual(['orders.looks-like-duplicate']);
    const slice = { ...first, id: 'b', orderOn: '2026-03-03' } as const;
    expect(codes([first, slice], 'b')).toEqual([]);
  });

  it('counts the orders of the plan against the limits of the day', () => {
    const change = {
      universe: universeWith('P03', { dealing: { dailyPurchase: '1000' } }),
      calendar: compileCalendar({
        ...{ id: 'w', covers: { from: '2026-01-01', to: '2027-01-01' }, holidays: [] },
      }),
    };
    const two = [
      { ...buy('P03', '500'), id: 'a' },
      { ...buy('P03', '600'), id: 'b' },
    ];
    const one = [two[0]!, { ...two[1]!, gross: cny('499.99') }];
    expect(codes(two, 'a', change)).toEqual(['orders.daily-limit-open']);
    expect(codes(two, 'b', change)).toEqual(['orders.above-daily-limit']);
    expect(codes(two, 'b', { ...change, history: [] })).toEqual(['orders.above-daily-limit']);
    // Each counts once, as an open order and as one of the day.
    expect(codes(one, 'b', { ...change, history: [] })).toEqual([]);
  });

  it('lets the policy count the orders of the plan', () => {
    const policy = compilePack(
      makePolicyPack({
        ...{ id: 'house', version: '1', from: '2026-03-01', rules: ['daily-amount'] },
        thresholds: { dailyAmount: 15000, approvalFrom: 15000 },
      }),
    );
    const change = { packs: [...context.packs!, policy], history: [] };
    expect(statuses([buy('P03', '8000'), buy('P06', '7000')], change)).toEqual({
      'buy/P03': 'allowed',
      'buy/P06': 'allowed',
    });
    expect(codes([buy('P03', '8000'), buy('P06', '7000.01')], 'buy/P06', change)).toEqual([
      'POLICY-DAILY-AMOUNT',
    ]);
  });

  it('lets the policy see the portfolio that the orders before lead to', () => {
    // Issuer X: 10,000 by P03 and 10,001 by P06 are more than a fifth of 100,000.
    const policy = compilePack(
      makePolicyPack({
        ...{ id: 'house', version: '1', from: '2026-03-01', rules: ['issuer-share-block'] },
        thresholds: { issuerShareBlock: 0.2, issuerShareWarn: 0.1 },
      }),
    );
    const known = {
      currency: 'CNY',
      issuerRisk: 'R2',
      sellerRisk: 'R2',
      ofEmployer: false,
      liquid: true,
    } as const;
    const portfolio = {
      currency: 'CNY',
      holdings: [{ id: 'CURRENT', product: 'CASH', value: cny('100000') }],
      products: [
        { ...known, id: 'CASH', issuer: 'Own Bank' },
        { ...known, id: 'P03', issuer: 'X' },
        { ...known, id: 'P06', issuer: 'X' },
      ],
    } as const;
    const change = { packs: [...context.packs!, policy], portfolio };
    const both = (amount: string) => [
      { ...buy('P03'), funding: 'CURRENT' },
      { ...buy('P06', amount), funding: 'CURRENT' },
    ];
    expect(statuses(both('10000'), change)['buy/P06']).toBe('allowed');
    expect(codes(both('10001'), 'buy/P06', change)).toEqual(['POLICY-ISSUER-SHARE-BLOCK']);
  });

  it('passes a transition as it is planned', () => {
    const calendar = compileCalendar({
      id: 'weekends',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: [],
    });
    const plan = planTransition({
      currency: 'CNY',
      universe,
      holdings: [{ product: 'P06', value: cny('50000') }],
      cash: [cny('10000')],
      weights: { P03: 0.7, P06: 0.3 },
      residualProduct: 'P03',
      amountStep: '1',
      funding: 'CURRENT',
      asOf: '2026-03-02',
      calendar,
    });
    if (plan.status !== 'planned') throw new Error(plan.status);
    const orders = plan.orders.map((order) => ({ ...order, solicited: true }));
    const result = checkOrders(orders, {
      ...context,
      calendar,
      available: cny('10000'),
      holdings: { P06: cny('50000') },
    });
    expect(result.status).toBe('allowed');
    expect(result.sequence).toEqual(plan.orders.map(({ id }) => id));
  });

  it('is allowed without orders, and the same in whatever order they come', () => {
    expect(checkOrders([], context)).toEqual({ status: 'allowed', checks: {}, sequence: [] });
    const orders = [buy('P03', '200000'), buy('P06', '150000'), buy('P01', '5')];
    const turned = [...orders].reverse();
    expect(JSON.stringify(checkOrders(turned, context))).toBe(
      JSON.stringify(checkOrders(orders, context)),
    );
  });

  it.each([
    ['two orders of one id', [buy('P03'), buy('P03')], 'duplicate-id', 'orders[1].id'],
    [
      'a sale that nobody knows',
      [{ ...buy('P03'), after: ['x'] }],
      'unknown-id',
      'orders[0].after[0]',
    ],
    ['an amount of zero', [buy('P01'), buy('P03', '0')], 'out-of-range', 'orders[1].gross.amount'],
  ] as const)('refuses %s', (_, orders, code, path) => {
    expectRefusal(() => checkOrders(orders, context), code, path);
  });
});

describe('slices of several days', () => {
  const calendar = compileCalendar({
    id: 'weekends',
    covers: { from: '2026-01-01', to: '2027-01-01' },
    holidays: [],
  });
  const slice = (day: number, amount: string): OrderToCheck<'CNY'> => ({
    ...buy('P03', amount),
    id: `plan/P03/${day}`,
    day,
    orderOn: (['2026-03-02', '2026-03-03', '2026-03-04'] as const)[day]!,
  });

  it('are additions from the second on, as planned', () => {
    const change = {
      universe: universeWith('P03', { minimumPurchase: '1', minimumAddition: '500' }),
      calendar,
    };
    const orders = [slice(0, '700'), slice(1, '700'), slice(2, '3')];
    expect(statuses(orders, change)).toEqual({
      'plan/P03/0': 'allowed',
      'plan/P03/1': 'allowed',
      'plan/P03/2': 'blocked',
    });
    expect(codes(orders, 'plan/P03/2', change)).toEqual(['orders.below-minimum']);
  });
});

describe('slices of units', () => {
  const calendar = compileCalendar({
    id: 'weekends',
    covers: { from: '2026-01-01', to: '2027-01-01' },
    holidays: [],
  });
  const unitSales = (...amounts: readonly string[]) =>
    amounts.map(
      (amount, i) =>
        ({ ...sell('P06', amount), id: `s${i}`, units: '1', idempotencyKey: `k${i}` }) as const,
    );
  const sliced = (
    count: string,
    dailyRedemption: string,
    price: string,
    terms = {},
    { target = '0', ...held }: { target?: string; lots?: readonly HeldLot[] } = {},
  ) => {
    const change = {
      universe: universeWith('P06', { unitStep: '1', dealing: { dailyRedemption }, ...terms }),
      ...{ calendar, history: [], available: cny('0') },
    };
    const plan = planTransition({
      ...{ currency: 'CNY', residualProduct: 'P03', amountStep: '1', funding: 'CURRENT', calendar },
      universe: change.universe,
      asOf: '2026-03-02',
      holdings: [
        { product: 'P06', units: count, price: { currency: 'CNY', amount: price }, ...held },
      ],
      units: { P06: target },
      weights: { P03: 1 },
    });
    const orders = plan.status === 'planned' ? plan.orders : [];
    const proposed = orders.map((order) => ({ ...order, solicited: true }) as OrderToCheck<'CNY'>);
    return { change, orders: proposed };
  };
  const grossOf = (orders: readonly OrderToCheck<'CNY'>[]) =>
    orders.filter(({ side }) => side === 'sell').map(({ gross }) => gross.amount);

  it('may come to more than the holding by what rounding each of them adds', () => {
    // 299 × 3.3335 = 996.7165 and 3 × 3.3335 = 10.0005: 3,000.16 in four orders, 900 × 3.3335 = 3,000.15 in one.
    const { change, orders } = sliced('900', '1000', '3.3335');
    expect(grossOf(orders)).toEqual(['996.72', '996.72', '996.72', '10.00']);
    const result = checkOrders(orders, {
      ...{ ...context, ...change },
      holdings: { P06: cny('3000.15') },
    });
    expect(result.status).toBe('allowed');
  });

  it('leave nothing where only rounding leaves something', () => {
    // Three times 3.334 as 3.33 are 9.99, and 3 × 3.334 = 10.002 is 10.00.
    const { change, orders } = sliced('3', '5', '3.334', {
      minimumHolding: '1',
      minimumRedemption: '3',
    });
    expect(grossOf(orders)).toEqual(['3.33', '3.33', '3.33']);
    const holdings = { P06: cny('10.00') };
    expect(checkOrders(orders, { ...context, ...change, holdings }).status).toBe('allowed');
    // In money the cent stays, and is too little to stay.
    const inMoney = orders.map(({ units: _, ...order }) => order as OrderToCheck<'CNY'>);
    expect(codes(inMoney, 'plan/P06/3', { ...change, holdings })).toEqual([
      'orders.below-minimum-holding',
    ]);
  });

  it('take all of lots that are rounded one by one', () => {
    // Half-even 1.005 is 1.00 for each lot, and 2 × 1.005 = 2.01.
    const lot = { boughtOn: '2026-01-05', value: cny('1.00') } as const;
    const change = { holdings: { P06: cny('2.01') }, lots: { P06: [lot, lot] } };
    const [sale] = unitSales('2.01');
    expect(codes([{ ...sale!, units: '2' }], 's0', change)).toEqual([]);
    expect(codes([{ ...sale!, units: '2', gross: cny('2.03') }], 's0', change)).toEqual([
      'orders.lots-locked',
      'orders.insufficient-holding',
    ]);
    expect(codes([sell('P06', '2.01')], 'sell/P06', change)).toEqual(['orders.lots-locked']);
  });

  it('pass in whatever plan they come', () => {
    // Worth in cents: hundredths of a unit at ten-thousandths of a yuan, half-even.
    const worth = (units: number, price: number): Money<'CNY'> => {
      const [whole, rest] = [Math.floor((units * price) / 1e4), (units * price) % 1e4];
      const isUp = rest > 5000 || (rest === 5000 && whole % 2 === 1);
      return cny(((whole + (isUp ? 1 : 0)) / 100).toFixed(2));
    };
    const hundredths = (units: number): string => (units / 100).toFixed(2);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 5_000, max: 90_000 }),
        fc.constantFrom('0.01', '1', '100'),
        fc.constantFrom('500', '1700.03', '100000'),
        fc.constantFrom('1', '50', '500'),
        fc.integer({ min: 0, max: 3 }),
        (sizes, price, unitStep, dailyRedemption, minimumHolding, quarters) => {
          const all = sizes.reduce((sum, size) => sum + size, 0);
          const wanted = Math.floor((all * quarters) / 40_000) * 100;
          const boughtOn = (i: number) => (['2026-01-05', '2026-02-02', '2026-02-20'] as const)[i]!;
          const { change, orders } = sliced(
            hundredths(all),
            dailyRedemption,
            (price / 1e4).toFixed(4),
            { unitStep, minimumHolding, lockUpDays: 20 },
            {
              lots: sizes.map((size, i) => ({ boughtOn: boughtOn(i), units: hundredths(size) })),
              target: hundredths(wanted * 100),
            },
          );
          const result = checkOrders(orders, {
            ...{ ...context, ...change },
            holdings: { P06: worth(all, price) },
            lots: {
              P06: sizes.map((size, i) => ({ boughtOn: boughtOn(i), value: worth(size, price) })),
            },
          });
          const blocks = Object.values(result.checks).flatMap(({ reasons }) =>
            reasons.filter(({ severity }) => severity === 'block').map(({ code }) => code),
          );
          expect(blocks).toEqual([]);
        },
      ),
    );
  });

  it('sell no more than rounding explains', () => {
    // Three orders and the holding are each rounded by half a cent at most: two cents in all.
    const holdings = { P06: cny('30.00') };
    const third = (amount: string) =>
      codes(unitSales('10.00', '10.00', amount), 's2', { holdings });
    expect(third('10.02')).toEqual([]);
    expect(third('10.03')).toEqual(['orders.insufficient-holding']);
  });

  it('keep a portfolio known that rounding sells a cent too much of', () => {
    const policy = compilePack(
      makePolicyPack({
        ...{ id: 'house', version: '1', from: '2026-03-01', rules: ['issuer-share-block'] },
        thresholds: { issuerShareBlock: 0.2, issuerShareWarn: 0.1 },
      }),
    );
    const known = {
      currency: 'CNY',
      issuerRisk: 'R2',
      sellerRisk: 'R2',
      ofEmployer: false,
      liquid: true,
    } as const;
    const change = {
      packs: [...context.packs!, policy],
      holdings: { P06: cny('20.01') },
      portfolio: {
        currency: 'CNY',
        holdings: [
          { id: 'CURRENT', product: 'CASH', value: cny('100000') },
          { id: 'OLD', product: 'P06', value: cny('20.01') },
        ],
        products: ['CASH', 'P03', 'P06'].map((id) => ({ ...known, id, issuer: id })),
      },
    } as const;
    // 10.006 is 10.01 for each of two units, and 2 × 10.006 = 20.012 is 20.01.
    const days = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
    const orders = [...unitSales('10.01', '10.01'), buy('P03')].map((order, i) => ({
      ...order,
      funding: 'CURRENT',
      orderOn: days[i]!,
    }));
    expect(statuses(orders, change)).toEqual({
      s0: 'allowed',
      s1: 'allowed',
      'buy/P03': 'allowed',
    });
  });
});

describe('orders that wait for one another', () => {
  const waits = (id: string, after: string) => ({ ...sell('P06', '10'), id, after: [after] });
  const given = { ...context, holdings: { P06: cny('1000') } };

  it('are refused, straight away or through others', () => {
    for (const list of [
      [waits('s1', 's1')],
      [waits('s1', 's2'), waits('s2', 's1')],
      [waits('s1', 's2'), waits('s2', 's3'), waits('s3', 's1')],
    ]) {
      expectRefusal(() => checkOrders(list, given), 'inconsistent', 'orders[0].after');
    }
    // The first stands outside the circle of the others and waits for it.
    const behind = [waits('s0', 's1'), waits('s1', 's2'), waits('s2', 's1')];
    expectRefusal(() => checkOrders(behind, given), 'inconsistent', 'orders[0].after');
  });

  it('are checked where the chain ends', () => {
    const end = { ...sell('P06', '10'), id: 's3' };
    const { sequence } = checkOrders([waits('s1', 's2'), waits('s2', 's3'), end], given);
    expect(sequence).toHaveLength(3);
  });
});
