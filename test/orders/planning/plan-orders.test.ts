import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import { money } from '../../../src/money/index.js';
import { type OrderRequest, planOrders, RESIDUAL_RULES } from '../../../src/orders/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { cny, expectRefusal, request, universe, wrong } from '../support.js';

const terms: Omit<Product, 'id'> = {
  name: 'Fund',
  lookThrough: { CASH: 1 },
  issuerRisk: 'R1',
  distributorRisk: 'R1',
  annualFee: 0,
  entryFee: 0,
  minimumPurchase: '10',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
};

function small(changes: Readonly<Record<string, Partial<Product>>>): OrderRequest<'CNY'> {
  const rows = Object.entries(changes).map(([id, change]) => ({ ...terms, id, ...change }));
  const ids = rows.map(({ id }) => id);
  return {
    amount: cny('1000'),
    weights: Object.fromEntries(ids.map((id) => [id, 1 / ids.length])),
    universe: compileProducts(rows, ['CASH']),
    residualProduct: ids[0]!,
    amountStep: '1',
    funding: 'CURRENT',
  };
}

function outline(asked: OrderRequest): unknown {
  const plan = planOrders(asked);
  if (plan.status !== 'planned') return plan.status;
  return {
    orders: plan.orders.map(({ product, gross, day }) => `${product} ${gross.amount} day ${day}`),
    residual: plan.residual.amount,
    unplaced: plan.unplaced.amount,
    notOrdered: plan.notOrdered.map(
      ({ product, amount, reasons }) => `${product} ${amount.amount} ${reasons[0]?.code}`,
    ),
  };
}

describe('planOrders', () => {
  it('gives the residual product what rounding leaves', () => {
    // A third of 1,000 is 333.33…, rounded down to whole yuan 333; 1,000 − 2 × 333 = 334.
    expect(outline(small({ A: {}, B: {}, C: {} }))).toEqual({
      orders: ['A 334.00 day 0', 'B 333.00 day 0', 'C 333.00 day 0'],
      residual: '1.00',
      unplaced: '0.00',
      notOrdered: [],
    });
  });

  it('takes the product’s own step where it is coarser', () => {
    // B: 500 is 100 + 4 × 90 = 460; the 40 below a step go to A.
    expect(outline(small({ A: {}, B: { minimumPurchase: '100', step: '90' } }))).toEqual({
      orders: ['A 540.00 day 0', 'B 460.00 day 0'],
      residual: '40.00',
      unplaced: '0.00',
      notOrdered: [],
    });
  });

  it('finds the amounts that fit the product’s steps and the plan’s at once', () => {
    // 10 + 7k that are multiples of 100, up to 500: 10 + 70k ≡ 0 needs 7k ≡ 90 mod 100, k = 70: 500.
    const asked = small({ A: {}, B: { minimumPurchase: '10', step: '7' } });
    expect(outline({ ...asked, amountStep: '100' })).toMatchObject({
      orders: ['A 500.00 day 0', 'B 500.00 day 0'],
    });
    // In multiples of 300 the same product starts at 1,200: 7k ≡ 290 mod 300, k = 170, 10 + 1,190.
    expect(outline({ ...asked, amountStep: '300' })).toMatchObject({
      orders: ['A 1000.00 day 0'],
      notOrdered: ['B 500.00 orders.below-minimum'],
    });
  });

  it('says so where no amount fits both', () => {
    // 15 + 10k is never a multiple of 10.
    const asked = small({ A: {}, B: { minimumPurchase: '15', step: '10' } });
    expect(outline({ ...asked, amountStep: '10' })).toEqual({
      orders: ['A 1000.00 day 0'],
      residual: '500.00',
      unplaced: '0.00',
      notOrdered: ['B 500.00 orders.no-allowed-amount'],
    });
  });

  it('names the share that is below a product’s minimum, and orders it in the residual product', () => {
    const asked = small({ A: {}, B: { minimumPurchase: '600' } });
    expect(outline(asked)).toEqual({
      orders: ['A 1000.00 day 0'],
      residual: '500.00',
      unplaced: '0.00',
      notOrdered: ['B 500.00 orders.below-minimum'],
    });
    expect(planOrders(asked).notOrdered).toMatchObject([
      { reasons: [{ parameters: { product: 'B', amount: '500.00', minimum: '600.00' } }] },
    ]);
  });

  it('names the last slice under a daily limit that is below the minimum', () => {
    // 500 = 300 + 200, and 200 is less than 250.
    const asked = small({ A: {}, B: { minimumPurchase: '250' } });
    expect(outline({ ...asked, dailyLimits: { B: '300' } })).toEqual({
      orders: ['A 700.00 day 0', 'B 300.00 day 0'],
      residual: '200.00',
      unplaced: '0.00',
      notOrdered: ['B 200.00 orders.below-minimum'],
    });
  });

  it('names a daily limit that is below the minimum', () => {
    const asked = small({ A: {}, B: { minimumPurchase: '250' } });
    expect(outline({ ...asked, dailyLimits: { B: '200' } })).toMatchObject({
      orders: ['A 1000.00 day 0'],
      notOrdered: ['B 500.00 orders.limit-below-minimum'],
    });
  });

  it('leaves one order a product where there is no daily limit, however small the minimum', () => {
    // 10 + 1,000k: of 500 only 10 can be ordered, once.
    const asked = small({ A: {}, B: { minimumPurchase: '10', step: '1000' } });
    expect(outline(asked)).toMatchObject({ orders: ['A 990.00 day 0', 'B 10.00 day 0'] });
  });

  it('orders once what lies under the daily limit, however small the first amount is', () => {
    // B takes 1, 501, 1,001, …: of 500 it can take 1, and only once, though a day may take 600.
    const asked = small({ A: {}, B: { minimumPurchase: '1', step: '500' } });
    expect(outline({ ...asked, dailyLimits: { B: '600' } })).toMatchObject({
      orders: ['A 999.00 day 0', 'B 1.00 day 0'],
    });
  });

  it('orders under a product’s own limit what 1,000 days take, and names the rest', () => {
    // 1,000 days at 1,000 are 1,000,000 of the 2,000,000.
    const own = { dealing: { dailyPurchase: '1000' } };
    const asked = { ...small({ A: own, B: {} }), amount: cny('2000000'), weights: { A: 1 } };
    const named = ['A 1000000.00 orders.beyond-most-days'];
    const plan = planOrders({ ...asked, residual: 'cash' });
    if (plan.status !== 'planned') throw new Error(plan.status);
    expect(plan.orders).toHaveLength(1000);
    expect(plan.totalGross).toEqual(cny('1000000'));
    expect(plan.unplaced).toEqual(cny('1000000'));
    expect(outline({ ...asked, residual: 'cash' })).toMatchObject({ notOrdered: named });

    // What is left over goes where a rule says, and a limit of the request that does not bind is no fault.
    for (const limit of ['1000', '5000']) {
      const other = planOrders({ ...asked, residualProduct: 'B', dailyLimits: { A: limit } });
      if (other.status !== 'planned') throw new Error(other.status);
      const last = other.orders
        .slice(999)
        .map(({ product, gross, day }) => [product, gross.amount, day]);
      expect(last).toEqual([
        ['A', '1000.00', 999],
        ['B', '1000000.00', 0],
      ]);
      expect(other.unplaced).toEqual(cny('0'));
    }

    // 1,000 days are enough for 1,000,000 and too few for one more day.
    expect(outline({ ...asked, amount: cny('1000000') })).toMatchObject({ notOrdered: [] });
    const limited = { ...small({ A: {} }), dailyLimits: { A: '1000' }, weights: { A: 1 } };
    expect(planOrders({ ...limited, amount: cny('1000000') })).toMatchObject({
      totalGross: cny('1000000'),
    });
    for (const more of [
      { ...limited, amount: cny('1001000') },
      { ...asked, dailyLimits: { A: '999' } },
    ]) {
      expectRefusal(() => planOrders(more), 'out-of-range', 'request.dailyLimits.A');
    }

    // 100 units at 10 are 1,000.
    const lots = {
      ...{ ...small({ A: { ...own, unitStep: '100' } }), weights: { A: 1 } },
      ...{ amount: cny('1500000'), prices: { A: cny('10') } },
    };
    expect(planOrders(lots)).toMatchObject({ totalGross: cny('1000000') });
    expect(outline(lots)).toMatchObject({ notOrdered: ['A 500000.00 orders.beyond-most-days'] });
  });

  it('never orders zero where a product has no minimum', () => {
    const asked = small({ A: {}, B: { minimumPurchase: '0', step: '1000' } });
    expect(outline(asked)).toMatchObject({
      orders: ['A 1000.00 day 0'],
      notOrdered: ['B 500.00 orders.below-minimum'],
    });
  });

  it('slices the residual product too, and leaves unplaced what no order can take', () => {
    const asked = small({ A: { minimumPurchase: '100', step: '100' }, B: {} });
    const odd = { ...asked, amount: cny('1001'), dailyLimits: { A: '300' } };
    // B: 500.5 → 500; A: 501 = 300 + 200, and 1 is below a step.
    expect(outline(odd)).toEqual({
      orders: ['A 300.00 day 0', 'A 200.00 day 1', 'B 500.00 day 0'],
      residual: '0.00',
      unplaced: '1.00',
      notOrdered: [],
    });
  });

  it('returns an outcome where nothing can be ordered at all', () => {
    const asked = small({ A: { minimumPurchase: '5000' } });
    expect(planOrders(asked)).toMatchObject({
      status: 'not-possible',
      notOrdered: [{ product: 'A', amount: cny('1000') }],
      reasons: [{ code: 'orders.nothing-possible', severity: 'block' }],
    });
  });

  it('never orders more than there is, though weights sum to a little over 1', () => {
    // A: 0.0000009 × 1,000,000,000 = 900; B would take the whole and gets what is left.
    const over = { amount: cny('1000000000'), weights: { A: 0.0000009, B: 1 } };
    expect(outline({ ...small({ A: {}, B: {} }), ...over })).toMatchObject({
      orders: ['A 900.00 day 0', 'B 999999100.00 day 0'],
      unplaced: '0.00',
    });
  });

  it('does not lose a unit to the noise of solving', () => {
    // 0.3 − 2e-16 of 1,000 would be rounded down to 299.
    const asked = small({ A: {}, B: {} });
    const noisy = { ...asked, weights: { A: 0.7 + 2e-16, B: 0.3 - 2e-16 } };
    expect(outline(noisy)).toMatchObject({ orders: ['A 700.00 day 0', 'B 300.00 day 0'] });
  });

  it.each(['0.01', '1', '1000'])('orders a third of 3,000 as 1,000, in steps of %s', (step) => {
    // No double is a third, and twelve digits of one are 999.999999999 of 3,000: below the minimum, if they were all that counts.
    const third = { ...small({ A: {}, B: { minimumPurchase: '1000' } }), amount: cny('3000') };
    for (const residual of RESIDUAL_RULES) {
      const weights = { A: 2 / 3, B: 1 / 3 };
      expect(outline({ ...third, weights, residual, amountStep: step })).toEqual({
        orders: ['A 2000.00 day 0', 'B 1000.00 day 0'],
        residual: '0.00',
        unplaced: '0.00',
        notOrdered: [],
      });
    }
  });

  it('rounds what is less than a smallest unit down, however large the amount', () => {
    // Half of 10,000,000,000.01 is 5,000,000,000.005, of which a twelfth digit is 0.01.
    const much = { ...small({ A: {}, B: {} }), amount: cny('10000000000.01'), amountStep: '0.01' };
    const orders = ['A 5000000000.01 day 0', 'B 5000000000.00 day 0'];
    expect(outline(much)).toMatchObject({ orders, residual: '0.01' });
  });

  it('works in currencies without and with three minor digits', () => {
    const asked = small({ A: { minimumPurchase: '0.01', step: '0.001' }, B: { entryFee: 0.01 } });
    const yen = planOrders({ ...asked, amount: money('JPY', '1001') });
    // B: 500 yen, net 500 / 1.01 = 495.05 → 495, fee 5.
    expect(yen).toMatchObject({
      totalGross: { currency: 'JPY', amount: '1001' },
      totalFee: { amount: '5' },
    });
    const dinar = planOrders({ ...asked, amount: money('KWD', '1001.001'), amountStep: '0.001' });
    // B: 500.5005 → 500.500; net 500.5 / 1.01 = 495.5445… → 495.545, fee 4.955.
    expect(dinar).toMatchObject({
      totalGross: { amount: '1001.001' },
      totalFee: { amount: '4.955' },
    });
  });

  it('starts the orders’ ids as asked', () => {
    const plan = planOrders({ ...small({ A: {} }), id: 'advice-7' });
    expect(plan).toMatchObject({ orders: [{ id: 'advice-7/A/1' }] });
  });
});

describe('the rule for what is left over', () => {
  const thirds = { ...small({ A: {}, B: {}, C: {} }), weights: { A: 0.3, B: 0.35, C: 0.35 } };

  it.each([
    // 0.3, 0.35, 0.35 of 1,001: 300.3, 350.35, 350.35; 1 is left.
    ['product', ['A 301.00', 'B 350.00', 'C 350.00'], '0.00'],
    // B and C are equally large: the first by id.
    ['largest-weight', ['A 300.00', 'B 351.00', 'C 350.00'], '0.00'],
    // The remainders .3, .35, .35: B before C.
    ['largest-remainder', ['A 300.00', 'B 351.00', 'C 350.00'], '0.00'],
    ['cash', ['A 300.00', 'B 350.00', 'C 350.00'], '1.00'],
  ] as const)('%s', (residual, orders, unplaced) => {
    const plan = planOrders({ ...thirds, amount: cny('1001'), residual });
    if (plan.status !== 'planned') throw new Error(plan.status);
    expect(plan.orders.map(({ product, gross }) => `${product} ${gross.amount}`)).toEqual(orders);
    expect(plan.unplaced.amount).toBe(unplaced);
  });

  it('gives seats as Hamilton does', () => {
    // 0.5015, 0.2685 and 0.23 of 10 steps of 100: 5.015, 2.685 and 2.3; 5 + 2 + 2, and the tenth step to .685.
    const asked = { ...small({ A: {}, B: {}, C: {} }), weights: { A: 0.5015, B: 0.2685, C: 0.23 } };
    const plan = planOrders({ ...asked, amountStep: '100', residual: 'largest-remainder' });
    if (plan.status !== 'planned') throw new Error(plan.status);
    expect(plan.orders.map(({ gross }) => gross.amount)).toEqual(['500.00', '300.00', '200.00']);
  });

  it('needs no product unless it names one', () => {
    const { residualProduct: _, ...without } = thirds;
    expect(planOrders({ ...without, residual: 'cash' }).status).toBe('planned');
    expectRefusal(() => planOrders(without), 'missing-value', 'request.residualProduct');
  });
});

describe('entry fees', () => {
  const tiers = {
    fees: {
      entry: [
        { from: '0', rate: 0.015 },
        { from: '1000000', rate: 0.008 },
        { from: '5000000', flat: '1000' },
      ],
    },
  };
  const feeOf = (amount: string, fees: 'outside' | 'inside') => {
    const plan = planOrders({ ...small({ A: tiers }), amount: cny(amount), fees });
    return plan.status === 'planned' && [plan.totalFee.amount, plan.totalNet.amount];
  };

  it('go by the tier of what is paid, outside', () => {
    // 10,150 / 1.015 = 10,000; 1,008,000 / 1.008 = 1,000,000; flat from 5,000,000.
    expect(feeOf('10150', 'outside')).toEqual(['150.00', '10000.00']);
    expect(feeOf('1008000', 'outside')).toEqual(['8000.00', '1000000.00']);
    expect(feeOf('5000000', 'outside')).toEqual(['1000.00', '4999000.00']);
  });

  it('or inside: gross × rate', () => {
    // 10,150 × 1.5 % = 152.25; 1,008,000 × 0.8 % = 8,064.
    expect(feeOf('10150', 'inside')).toEqual(['152.25', '9997.75']);
    expect(feeOf('1008000', 'inside')).toEqual(['8064.00', '999936.00']);
    expect(feeOf('5000000', 'inside')).toEqual(['1000.00', '4999000.00']);
  });
});

describe('real dealing days', () => {
  // Monday, 2026-05-04 and 05 are holidays.
  const calendar = compileCalendar({
    id: 'bank',
    covers: { from: '2026-01-01', to: '2026-06-01' },
    holidays: ['2026-05-04', '2026-05-05'],
  });
  const dated = { asOf: '2026-05-01', calendar } as const;
  const days = (asked: OrderRequest<'CNY'>) => {
    const plan = planOrders(asked);
    if (plan.status !== 'planned') throw new Error(plan.status);
    return plan.orders.map(({ product, day, orderOn, dealsOn, settlesOn }) => [
      product,
      day,
      orderOn,
      dealsOn,
      settlesOn,
    ]);
  };

  it('stand beside the day numbers', () => {
    // 500 in slices of 200: Friday, Wednesday, Thursday.
    const asked = { ...small({ A: {}, B: { dealing: { dailyPurchase: '200' } } }), ...dated };
    expect(days(asked)).toEqual([
      ['A', 0, '2026-05-01', '2026-05-01', '2026-05-06'],
      ['B', 0, '2026-05-01', '2026-05-01', '2026-05-06'],
      ['B', 1, '2026-05-06', '2026-05-06', '2026-05-07'],
      ['B', 2, '2026-05-07', '2026-05-07', '2026-05-08'],
    ]);
  });

  it('keep to windows, notice and cut-off', () => {
    const dealing = {
      subscription: { periods: [{ from: '2026-05-11', to: '2026-05-12' }] },
      subscriptionNotice: 2,
      cutOff: '15:00',
    } as const;
    const asked = { ...small({ A: {}, B: { dealing } }), ...dated, time: '16:00' };
    // Deals on Monday the 11th, ordered two business days before: Thursday the 7th.
    expect(days(asked)).toEqual([
      ['A', 0, '2026-05-01', '2026-05-01', '2026-05-06'],
      ['B', 0, '2026-05-07', '2026-05-11', '2026-05-12'],
    ]);
  });

  it('name what has no day any more', () => {
    const dealing = {
      subscription: { periods: [{ from: '2026-05-11', to: '2026-05-12' }] },
      dailyPurchase: '200',
    } as const;
    const asked = { ...small({ A: {}, B: { dealing } }), ...dated };
    expect(outline(asked)).toMatchObject({
      orders: ['A 800.00 day 0', 'B 200.00 day 0'],
      notOrdered: ['B 300.00 orders.not-dealing'],
    });
  });

  it('ask for both, the day and the calendar', () => {
    expectRefusal(
      () => planOrders({ ...small({ A: {} }), asOf: '2026-05-01' }),
      'missing-value',
      'request.calendar',
    );
    expectRefusal(
      () => planOrders({ ...small({ A: {} }), time: '15:00' }),
      'missing-value',
      'request.asOf',
    );
  });
});

describe('the product’s terms', () => {
  it('let an addition be smaller than a first purchase', () => {
    const asked = small({ A: {}, B: { minimumPurchase: '600', minimumAddition: '100' } });
    expect(outline(asked)).toMatchObject({ notOrdered: ['B 500.00 orders.below-minimum'] });
    expect(outline({ ...asked, held: ['B'] })).toMatchObject({
      orders: ['A 500.00 day 0', 'B 500.00 day 0'],
    });
  });

  it('let nothing be ordered in another currency', () => {
    const asked = small({ A: {}, B: { currency: 'USD' } });
    expect(outline(asked)).toMatchObject({
      orders: ['A 1000.00 day 0'],
      notOrdered: ['B 500.00 orders.other-currency'],
    });
  });
});

describe('orders of several days', () => {
  it('are additions from the second on, where their minimum is the higher one', () => {
    // 1,403 under a limit of 700: 700 and 700; the 3 that are left are no addition of 500.
    const terms = { minimumPurchase: '1', minimumAddition: '500' };
    const asked = { ...small({ B: terms }), amount: cny('1403'), residual: 'cash' } as const;
    expect(outline({ ...asked, dailyLimits: { B: '700' } })).toEqual({
      orders: ['B 700.00 day 0', 'B 700.00 day 1'],
      residual: '0.00',
      unplaced: '3.00',
      notOrdered: ['B 3.00 orders.below-minimum'],
    });
    // With 1,999: 700, 700 and 599, which is one.
    expect(outline({ ...asked, amount: cny('1999'), dailyLimits: { B: '700' } })).toMatchObject({
      orders: ['B 700.00 day 0', 'B 700.00 day 1', 'B 599.00 day 2'],
    });
  });
});

describe('the most that one client may hold', () => {
  const asked = small({ A: {}, B: { maximumHolding: '300' } });

  it('is kept, and the rest goes where what is left goes', () => {
    // Half of 1,000 are 500, of which B takes 300.
    expect(outline(asked)).toEqual({
      orders: ['A 700.00 day 0', 'B 300.00 day 0'],
      residual: '200.00',
      unplaced: '0.00',
      notOrdered: ['B 200.00 orders.above-maximum-holding'],
    });
  });

  it('is not passed by what rounding to money hides', () => {
    // 7,000 / 1.2345 = 5,670.31186…: 5,670.3118 units, for 6,999.9999; 5,670.3159, for 7,000.0049, would be 7,000.00 to the cent too.
    const change = {
      maximumHolding: '21000',
      unitStep: '0.0001',
      dealing: { dailyPurchase: '7000' },
    } as const;
    const plan = planOrders({
      ...small({ A: {}, B: change }),
      amount: cny('50000'),
      prices: { B: { currency: 'CNY', amount: '1.2345' } },
    });
    if (plan.status !== 'planned') throw new Error(plan.status);
    const ordered = plan.orders.filter(({ product }) => product === 'B');
    expect(ordered.map(({ units, gross }) => `${units} ${gross.amount}`)).toEqual([
      '5670.3118 7000.00',
      '5670.3118 7000.00',
      '5670.3118 7000.00',
    ]);
  });

  it('is not passed by one unit that is worth a little more', () => {
    // One unit for 500.004 is 500.00 to the cent, and more than the 500 that there are.
    const plan = outline({
      ...small({ A: {}, B: { unitStep: '1' } }),
      prices: { B: { currency: 'CNY', amount: '500.004' } },
    });
    expect(plan).toMatchObject({ orders: ['A 1000.00 day 0'] });
  });

  it('counts what is held already', () => {
    expect(outline({ ...asked, held: { B: cny('290.50') } })).toMatchObject({
      notOrdered: ['B 500.00 orders.above-maximum-holding'],
    });
    expect(outline({ ...asked, held: { B: cny('200') } })).toMatchObject({
      orders: ['A 900.00 day 0', 'B 100.00 day 0'],
    });
    expect(outline({ ...asked, held: { B: cny('301') } })).toMatchObject({
      orders: ['A 1000.00 day 0'],
    });
  });

  it('cannot be kept where nobody knows what is held, so nothing is ordered', () => {
    expect(outline({ ...asked, held: ['B'] })).toMatchObject({
      orders: ['A 1000.00 day 0'],
      notOrdered: ['B 500.00 orders.holding-unknown'],
    });
  });
});

describe('whole units', () => {
  const asked = small({ A: {}, B: { unitStep: '100', minimumPurchase: '1', entryFee: 0.001 } });

  it('are bought at the price that is given, with the fee on top', () => {
    // 100 units at 3.217 are 321.70, and 0.32 of fee; 200 are more than 500.
    const plan = planOrders({ ...asked, prices: { B: { currency: 'CNY', amount: '3.217' } } });
    if (plan.status !== 'planned') throw new Error(plan.status);
    expect(plan.orders[1]).toMatchObject({
      product: 'B',
      units: '100',
      gross: cny('322.02'),
      fee: cny('0.32'),
      net: cny('321.70'),
    });
    expect(plan.orders[0]).toMatchObject({ product: 'A', gross: cny('677.98') });
  });

  it('are not bought without a price, which is never guessed', () => {
    expect(outline(asked)).toMatchObject({
      orders: ['A 1000.00 day 0'],
      notOrdered: ['B 500.00 orders.price-missing'],
    });
    // A fund's hundredths of a unit are no lots: it is bought for money.
    expect(outline(small({ A: {}, B: { unitStep: '0.01' } }))).toMatchObject({
      orders: ['A 500.00 day 0', 'B 500.00 day 0'],
    });
  });
});

describe('a fee on whole units', () => {
  const tiersOf = (entry: NonNullable<Product['fees']>['entry']): unknown => {
    const asked = small({ A: {}, B: { unitStep: '1', fees: { entry: entry! } } });
    return outline({ ...asked, prices: { B: { currency: 'CNY', amount: '1' } } });
  };

  it('takes its whole sum, and leaves no order where it takes all', () => {
    // Of 500, 50 of fee and 450 units; of 500 a fee of 500 leaves nothing.
    expect(tiersOf([{ from: '0', flat: '50' }])).toMatchObject({
      orders: ['A 500.00 day 0', 'B 500.00 day 0'],
    });
    expect(tiersOf([{ from: '0', flat: '500' }])).toMatchObject({
      orders: ['A 1000.00 day 0'],
      notOrdered: ['B 500.00 orders.fee-takes-all'],
    });
  });

  it('goes by the tier that the payment reaches', () => {
    // Of 500 at 0.5 %: 500 / 1.005 = 497.51, so 497 units for 499.485, rounded to 499.48 or 499.49, both of which leave 497.00.
    const edgeAt = (from: string) =>
      tiersOf([
        { from: '0', rate: 0.02 },
        { from, rate: 0.005 },
      ]);
    expect(edgeAt('499')).toMatchObject({ orders: ['A 500.52 day 0', 'B 499.48 day 0'] });
    // From 499.90 the lower rate leaves 497.41 or more, and below it the higher 490.09 at most: 490 units for 499.80.
    expect(edgeAt('499.90')).toMatchObject({
      orders: ['A 500.20 day 0', 'B 499.80 day 0'],
      notOrdered: [],
    });
  });

  it('names the units that no payment fits', () => {
    // Lots of 495: at 2 % one would be 504.90, above the edge, and at 0.5 % 497.475, below it.
    const fees = {
      entry: [
        { from: '0', rate: 0.02 },
        { from: '498', rate: 0.005 },
      ],
    } as const;
    const asked = small({ A: {}, B: { unitStep: '495', fees } });
    const plan = planOrders({ ...asked, prices: { B: { currency: 'CNY', amount: '1' } } });
    expect(plan.notOrdered).toMatchObject([
      {
        product: 'B',
        reasons: [{ code: 'orders.no-exact-payment', parameters: { units: '495' } }],
      },
    ]);
  });
});

describe('what is not offered', () => {
  it('is not ordered without a calendar either', () => {
    for (const status of ['subscription-suspended', 'redemption-suspended', 'closed'] as const) {
      expect(outline(small({ A: {}, B: { status } }))).toMatchObject({
        orders: ['A 1000.00 day 0'],
        notOrdered: ['B 500.00 orders.no-subscription'],
      });
    }
  });
});

describe('a fee that takes all of an order', () => {
  it('leaves no order', () => {
    const entry = [{ from: '0', rate: 0, plus: '5' }];
    // 2 of 4 would all be fee; of 500 of 1,000 it takes 5.
    const asked = small({ A: {}, B: { fees: { entry }, minimumPurchase: '1' } });
    expect(outline({ ...asked, amount: cny('4'), residual: 'cash' })).toEqual('not-possible');
    expect(planOrders({ ...asked, amount: cny('4') }).notOrdered).toMatchObject([
      { product: 'A' },
      { product: 'B', reasons: [{ code: 'orders.fee-takes-all', parameters: { fee: '2.00' } }] },
    ]);
    const plan = planOrders(asked);
    expect(plan).toMatchObject({ totalFee: cny('5'), totalNet: cny('995') });
  });
});

describe('a request', () => {
  const refused = (change: object) => () => planOrders(wrong({ ...request, ...change }));

  it.each([
    ['no amount', { amount: undefined }, 'missing-value', 'request.amount'],
    ['an amount of zero', { amount: cny('0') }, 'out-of-range', 'request.amount.amount'],
    ['a negative amount', { amount: cny('-1') }, 'out-of-range', 'request.amount.amount'],
    ['a number for an amount', { amount: 5 }, 'invalid-type', 'request.amount'],
    [
      'an unknown currency',
      { amount: { currency: 'XXX', amount: '1' } },
      'unknown-currency',
      'request.amount.currency',
    ],
    ['no universe', { universe: null }, 'missing-value', 'request.universe'],
    ['a list of products', { universe: [] }, 'invalid-type', 'request.universe'],
    ['no weights', { weights: null }, 'missing-value', 'request.weights'],
    ['a list of weights', { weights: [1] }, 'invalid-type', 'request.weights'],
    ['empty weights', { weights: {} }, 'inconsistent', 'request.weights'],
    ['weights that sum to 0.9', { weights: { P01: 0.9 } }, 'inconsistent', 'request.weights'],
    ['a product that nobody knows', { weights: { P99: 1 } }, 'unknown-id', 'request.weights.P99'],
    [
      'a product named like what every object inherits',
      { weights: { constructor: 1 } },
      'unknown-id',
      'request.weights.constructor',
    ],
    [
      'a negative weight',
      { weights: { P01: -0.5, P03: 1.5 } },
      'out-of-range',
      'request.weights.P01',
    ],
    ['a weight of NaN', { weights: { P01: Number.NaN } }, 'not-finite', 'request.weights.P01'],
    [
      'an infinite weight',
      { weights: { P01: Number.POSITIVE_INFINITY } },
      'not-finite',
      'request.weights.P01',
    ],
    ['a weight of null', { weights: { P01: null } }, 'missing-value', 'request.weights.P01'],
    ['a text for a weight', { weights: { P01: '1' } }, 'invalid-type', 'request.weights.P01'],
    ['no residual product', { residualProduct: '' }, 'empty', 'request.residualProduct'],
    [
      'an unknown residual product',
      { residualProduct: 'P99' },
      'unknown-id',
      'request.residualProduct',
    ],
    ['no step', { amountStep: undefined }, 'missing-value', 'request.amountStep'],
    ['a step of zero', { amountStep: '0' }, 'out-of-range', 'request.amountStep'],
    ['a step finer than a cent', { amountStep: '0.001' }, 'out-of-range', 'request.amountStep'],
    ['a step that is no amount', { amountStep: '1,0' }, 'invalid-format', 'request.amountStep'],
    ['no funding', { funding: null }, 'missing-value', 'request.funding'],
    ['an empty id', { id: '' }, 'empty', 'request.id'],
    ['a value held of -1', { held: { P01: cny('-1') } }, 'out-of-range', 'request.held.P01.amount'],
    [
      'a price in dollars',
      { prices: { P03: { currency: 'USD', amount: '1' } } },
      'currency-mismatch',
      'request.prices.P03.currency',
    ],
    [
      'a price of zero',
      { prices: { P03: { currency: 'CNY', amount: '0' } } },
      'out-of-range',
      'request.prices.P03.amount',
    ],
    ['a list of limits', { dailyLimits: [] }, 'invalid-type', 'request.dailyLimits'],
    [
      'a limit for an unknown product',
      { dailyLimits: { P99: '1' } },
      'unknown-id',
      'request.dailyLimits.P99',
    ],
    ['a limit of zero', { dailyLimits: { P03: '0' } }, 'out-of-range', 'request.dailyLimits.P03'],
    [
      'a limit that needs years',
      { dailyLimits: { P03: '100' } },
      'out-of-range',
      'request.dailyLimits.P03',
    ],
  ] as const)('is refused with %s', (_, change, code, path) => {
    expectRefusal(refused(change), code, path);
  });

  it('is refused when it is none', () => {
    expectRefusal(() => planOrders(wrong(null)), 'missing-value', 'request');
  });

  it('may limit a product of which little is bought, however large the whole is', () => {
    // 1 % of 50,000,000 is 500,000: 50 days at 10,000.
    const plan = planOrders({
      ...request,
      universe,
      amount: cny('50000000'),
      weights: { P01: 0.99, P03: 0.01 },
      dailyLimits: { P03: '10000' },
    });
    expect(plan).toMatchObject({ status: 'planned' });
    if (plan.status === 'planned') expect(plan.orders).toHaveLength(51);
  });
});

describe('charges that change', () => {
  const calendar = compileCalendar({
    id: 'weekends',
    covers: { from: '2026-01-01', to: '2027-01-01' },
    holidays: [],
  });
  const dated = { asOf: '2026-03-02', calendar, residual: 'cash' } as const;
  const changes = [
    { from: '2026-02-01', entryFee: 0.02 },
    { from: '2026-03-03', entryFee: 0.03 },
  ] as const;
  const rowsOf = (asked: OrderRequest<'CNY'>) => {
    const plan = planOrders(asked);
    if (plan.status !== 'planned') throw new Error(plan.status);
    return plan.orders.map(({ units, gross, fee }) => [units, gross.amount, fee.amount]);
  };

  it('are those of each order’s day', () => {
    // 10,200 / 1.02 = 10,000 on 2 March; 10,300 / 1.03 = 10,000 on 3 March.
    const asked = { ...small({ B: { entryFee: 0.01, changes } }), ...dated, amount: cny('10200') };
    expect(rowsOf(asked)).toEqual([[undefined, '10200.00', '200.00']]);
    // A limit of 5,100 a day: 5,100 / 1.02 = 5,000, then 5,100 / 1.03 = 4,951.46 and 148.54.
    expect(rowsOf({ ...asked, dailyLimits: { B: '5100' } })).toEqual([
      [undefined, '5100.00', '100.00'],
      [undefined, '5100.00', '148.54'],
    ]);
    // Without days the file counts as it stands: 10,200 / 1.01 = 10,099.01.
    const { asOf: _, calendar: __, ...undated } = asked;
    expect(rowsOf(undated)).toEqual([[undefined, '10200.00', '100.99']]);
  });

  it('are those of each day’s units', () => {
    // 100 units at 10 are 1,000: 1,020 with 2 %, 1,030 with 3 %. A day of 1,025 takes 100 at first, then 99: 990 × 1.03 = 1,019.70. The last 10.30 buy one.
    const asked = {
      ...small({ B: { entryFee: 0.01, unitStep: '1', changes } }),
      ...dated,
      amount: cny('2050'),
      dailyLimits: { B: '1025' },
      prices: { B: { currency: 'CNY', amount: '10' } },
    } as const;
    expect(rowsOf(asked)).toEqual([
      ['100', '1020.00', '20.00'],
      ['99', '1019.70', '29.70'],
      ['1', '10.30', '0.30'],
    ]);
  });

  it('leave what changes later to the days on which it does', () => {
    const asked = {
      ...small({ B: { changes: [{ from: '2026-03-03', status: 'subscription-suspended' }] } }),
      ...dated,
      dailyLimits: { B: '600' },
    };
    expect(rowsOf(asked)).toEqual([[undefined, '600.00', '0.00']]);
  });
});

describe('a later order of a product', () => {
  it('counts its steps from the minimum of an addition', () => {
    // At least 1,000 then too, in steps of 10 from 1: 991 + 10 k, so that a day of 20,000 takes 19,991.
    const terms = {
      ...{ minimumPurchase: '1000', minimumAddition: '1', step: '10' },
      dealing: { dailyPurchase: '20000' },
    };
    expect(outline({ ...small({ A: terms }), amount: cny('40000'), residual: 'cash' })).toEqual({
      orders: ['A 20000.00 day 0', 'A 19991.00 day 1'],
      ...{ residual: '0.00', unplaced: '9.00', notOrdered: [] },
    });
  });
});

describe('a request with a damaged universe', () => {
  it.each([
    [{}, 'missing-value', 'request.universe.byId'],
    [{ ...universe, products: undefined }, 'missing-value', 'request.universe.products'],
    [
      { ...universe, byId: { ...universe.byId, P03: null } },
      'missing-value',
      'request.universe.byId.P03',
    ],
  ] as const)('is refused: %#', (given, code, path) => {
    expectRefusal(() => planOrders({ ...request, universe: wrong(given) }), code, path);
  });
});
