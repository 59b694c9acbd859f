import { type Money, money, sumMoney } from 'aptfolio/money';
import {
  compileProducts,
  exPostCosts,
  PAID_KINDS,
  type PaidCharge,
  type PaidCostRecord,
} from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import oracle from '../../fixtures/products/costs/paid.json' with { type: 'json' };
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const cny = (amount: string): Money<'CNY'> => money('CNY', amount);
const year = { from: '2025-01-01', to: '2026-01-01' } as const;
const universe = compileProducts(
  [
    bondFund({
      id: 'A',
      annualFee: 0.01,
      fees: { annualParts: { management: 0.008, custody: 0.002 } },
    }),
    bondFund({
      id: 'B',
      annualFee: 0.02,
      changes: [{ from: '2025-07-02', annualFee: 0.01 }],
      fees: { rebate: 0.005, annualParts: { management: 0.02 } },
    }),
  ],
  ['BOND'],
);

const records: readonly PaidCostRecord<'CNY'>[] = [
  {
    product: 'B',
    valuations: [{ on: '2024-12-31', value: cny('73000') }],
    charges: [
      { on: '2025-12-31', kind: 'performance', amount: cny('120.50') },
      { on: '2026-01-01', kind: 'performance', amount: cny('999') },
    ],
  },
  {
    product: 'A',
    flows: [
      { on: '2025-03-01', amount: cny('36500') },
      { on: '2025-06-01', amount: cny('-36500') },
    ],
    charges: [
      { on: '2025-03-01', kind: 'entry', amount: cny('36.50'), toDistributor: cny('30') },
      { on: '2025-06-01', kind: 'exit', amount: cny('182.50') },
      { on: '2025-06-01', kind: 'tax', amount: cny('10') },
      { on: '2025-06-02', kind: 'exit', amount: cny('-2.50') },
    ],
  },
];
const accountCharges: readonly PaidCharge<'CNY'>[] = [
  { on: '2025-12-31', kind: 'service', amount: cny('300') },
];

describe('what was paid in a year', () => {
  const costs = exPostCosts(records, universe, { currency: 'CNY', period: year, accountCharges });
  const [a, b] = costs.lines;

  it('accrues recurring charges on each day’s value at each day’s rate', () => {
    // A: 36,500 × 1 % / 365 = 1.00 a day, from 2 March to 1 June: 92 days.
    expect(a?.paid.ongoing.amount).toBe('92.00');
    // B: 73,000 × 2 % / 365 = 4.00 a day for 182 days, then 2.00 for 183 days: 728 + 366.
    expect(b?.paid.ongoing.amount).toBe('1094.00');
  });

  it('takes the booked charges of the period, what was given back too', () => {
    expect(a?.paid.entry.amount).toBe('36.50');
    expect(a?.paid.exit.amount).toBe('180.00');
    expect(a?.paid.tax.amount).toBe('10.00');
    expect(b?.paid.performance.amount).toBe('120.50');
    expect(costs.account.service.amount).toBe('300.00');
    // 36.50 + 180 + 10 + 92; with B's 120.50 + 1,094 and the account's 300.
    expect(a?.paid.total.amount).toBe('318.50');
    expect(costs.paid.total.amount).toBe('1833.00');
  });

  it('shows them as shares of the average value', () => {
    // 36,500 × 92 / 365 = 9,200 and 73,000.
    expect(costs.lines.map(({ averageValue }) => averageValue.amount)).toEqual([
      '9200.00',
      '73000.00',
    ]);
    expect(costs.averageValue.amount).toBe('82200.00');
    expect(a?.shares?.ongoing).toBeCloseTo(0.01, 15);
    expect(costs.shares?.total).toBeCloseTo(1833 / 82200, 15);
  });

  it('shows what the distributor was paid as a part', () => {
    // 73,000 × 0.5 % = 365.
    expect(a?.toDistributor.amount).toBe('30.00');
    expect(b?.toDistributor.amount).toBe('365.00');
    expect(costs.toDistributor.amount).toBe('395.00');
  });

  it('names the parts of the recurring charges for the days on which they are stated', () => {
    expect(a?.annualParts).toEqual({ custody: cny('18.40'), management: cny('73.60') });
    expect(b?.annualParts).toEqual({ management: cny('728'), unspecified: cny('366') });
  });

  it('does not depend on the order of the records, and is frozen', () => {
    const turned = exPostCosts([...records].reverse(), universe, {
      currency: 'CNY',
      period: year,
      accountCharges,
    });
    expect(turned).toStrictEqual(costs);
    expect(isDeeplyFrozen(costs)).toBe(true);
    expect(JSON.parse(JSON.stringify(costs))).toEqual(costs);
  });
});

describe('recurring charges', () => {
  it('are those of going through the days one by one', () => {
    for (const one of oracle.cases) {
      const product = bondFund({
        annualFee: Number(one.annualFee),
        changes: one.changes.map(({ from, annualFee }) => ({
          from: wrong(from),
          annualFee: Number(annualFee),
        })),
        fees: { rebate: Number(one.rebate) },
      });
      const record = {
        product: 'A',
        valuations: one.valuations.map(({ on, value }) => ({ on: wrong(on), value: cny(value) })),
        flows: one.flows.map(({ on, amount }) => ({ on: wrong(on), amount: cny(amount) })),
      };
      // A rebate above a later rate is no product that compiles, but the days are the same.
      const universe = { ...compileProducts([], ['BOND']), byId: { A: product } };
      const period = { from: wrong(one.from), to: wrong(one.to) };
      const { lines } = exPostCosts([record], universe, { currency: 'CNY', period });
      const { paid, toDistributor, averageValue, annualParts } = lines[0]!;
      expect({
        ongoing: paid.ongoing.amount,
        rebate: toDistributor.amount,
        averageValue: averageValue.amount,
      }).toEqual(one.expected);
      expect(sumMoney('CNY', Object.values(annualParts))).toEqual(paid.ongoing);
    }
  });
});

describe('costs after the fact', () => {
  it('are 0 of nothing, without shares', () => {
    const { paid, averageValue, shares } = exPostCosts([], universe, {
      currency: 'CNY',
      period: year,
    });
    expect(Object.keys(paid)).toEqual([...PAID_KINDS, 'ongoing', 'total']);
    expect([paid.total.amount, averageValue.amount, shares]).toEqual(['0.00', '0.00', undefined]);
  });

  it('have a part of a charge up to all of it, also of one that was given back', () => {
    const accountCharges = [
      { on: '2025-02-01', kind: 'service', amount: cny('5'), toDistributor: cny('5') },
      { on: '2025-03-01', kind: 'service', amount: cny('-2'), toDistributor: cny('-2') },
    ] as const;
    const options = { currency: 'CNY', period: year, accountCharges } as const;
    const { paid, toDistributor } = exPostCosts([], universe, options);
    expect([paid.service.amount, toDistributor.amount]).toEqual(['3.00', '3.00']);
  });

  it.each([
    ['no records', undefined, {}, 'missing-value', 'records'],
    [
      'a period without a day',
      [],
      { period: { from: '2025-01-01', to: '2025-01-01' } },
      'empty',
      'options.period',
    ],
    ['an unknown currency', [], { currency: 'XXY' }, 'unknown-currency', 'options.currency'],
    ['an unknown product', [{ product: 'Z' }], {}, 'unknown-id', 'records[0].product'],
    ['a product twice', [records[1], records[1]], {}, 'duplicate-id', 'records[1].product'],
    [
      'nothing known of the value',
      [{ product: 'A' }],
      {},
      'missing-value',
      'records[0].valuations',
    ],
    [
      'a first value within the period',
      [{ product: 'A', valuations: [{ on: '2025-01-01', value: cny('1') }] }],
      {},
      'missing-value',
      'records[0].valuations',
    ],
    [
      'two values on one day',
      [
        {
          product: 'A',
          valuations: [
            { on: '2024-12-31', value: cny('1') },
            { on: '2024-12-31', value: cny('2') },
          ],
        },
      ],
      {},
      'duplicate-id',
      'records[0].valuations[1].on',
    ],
    [
      'more taken out than was there',
      [
        {
          product: 'A',
          valuations: [{ on: '2024-12-31', value: cny('100') }],
          flows: [{ on: '2025-02-01', amount: cny('-100.01') }],
        },
      ],
      {},
      'inconsistent',
      'records[0].flows',
    ],
    [
      'a value below 0',
      [{ product: 'A', valuations: [{ on: '2024-12-31', value: cny('-1') }] }],
      {},
      'out-of-range',
      'records[0].valuations[0].value.amount',
    ],
    [
      'another currency',
      [{ product: 'A', flows: [{ on: '2025-02-01', amount: money('USD', '1') }] }],
      {},
      'currency-mismatch',
      'records[0].flows[0].amount.currency',
    ],
    [
      'a charge of no kind',
      [{ ...records[1], charges: [{ on: '2025-02-01', kind: 'fine', amount: cny('1') }] }],
      {},
      'unknown-value',
      'records[0].charges[0].kind',
    ],
    [
      'more paid to the distributor than was charged',
      [
        {
          ...records[1],
          charges: [
            { on: '2025-02-01', kind: 'entry', amount: cny('1'), toDistributor: cny('1.01') },
          ],
        },
      ],
      {},
      'inconsistent',
      'records[0].charges[0].toDistributor',
    ],
    [
      'a part below 0 of a charge above it',
      [],
      {
        accountCharges: [
          { on: '2025-02-01', kind: 'tax', amount: cny('1'), toDistributor: cny('-1') },
        ],
      },
      'inconsistent',
      'options.accountCharges[0].toDistributor',
    ],
    [
      'more taken back from the distributor than was given back',
      [],
      {
        accountCharges: [
          { on: '2025-02-01', kind: 'service', amount: cny('-1'), toDistributor: cny('-1.01') },
        ],
      },
      'inconsistent',
      'options.accountCharges[0].toDistributor',
    ],
    [
      'a charge on no day',
      [],
      { accountCharges: [{ on: '2025-02-30', kind: 'tax', amount: cny('1') }] },
      'invalid-date',
      'options.accountCharges[0].on',
    ],
  ] as const)('refuse %s', (_, given, change, code, path) => {
    const options = { currency: 'CNY', period: year, ...change };
    expectRefusal(() => exPostCosts(wrong(given), universe, wrong(options)), code, path);
  });

  it('refuse what is no universe', () => {
    const options = { currency: 'CNY', period: year } as const;
    const record = { product: 'P01', valuations: [] };
    expectRefusal(
      () => exPostCosts([record], wrong(undefined), options),
      'missing-value',
      'universe',
    );
  });
});
