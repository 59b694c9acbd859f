import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type HouseholdAccount,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { cny, signed } from '../support.js';
import { account, asOf, product } from './accounts.js';

const CLASSES = ['CASH', 'BOND', 'EQUITY', 'GOLD'];
const rebalancer = compileRebalancing(
  { id: 'p', measure: 'products', bands: { default: { absolute: 0.02 } } },
  {
    universe: compileProducts(
      ['A', 'B', 'C', 'D'].map((id, i) => product(id, { [CLASSES[i]!]: 1 })),
      CLASSES,
    ),
  },
);

/** Beside an account of 5,000 in A; halves of A and B are wanted. */
const bring = (own: HouseholdAccount<'CNY'>) => {
  const result = rebalanceHousehold(
    {
      id: 'Li',
      currency: 'CNY',
      accounts: [own, account('2', { A: '5000' })],
      target: { kind: 'products', weights: { A: 0.5, B: 0.5 } },
    },
    rebalancer,
    { asOf },
  );
  const [{ amounts, left, flags, reasons, result: done }] = result.shares as [
    (typeof result.shares)[number],
  ];
  const planned = result.lines.reduce((sum, line) => sum + line.planned, 0);
  const plan = Object.fromEntries(Object.entries(amounts).map(([id, { amount }]) => [id, amount]));
  const missed = reasons.filter(({ code }) => code === 'rebalancing.household-below-least');
  const below = missed.map(({ parameters }) => parameters.product);
  const broken = result.certificate.filter(({ holds }) => !holds);
  return { plan, left: left.amount, flags, below, trades: signed(done!.trades), planned, broken };
};

describe('the least amounts of an account', () => {
  it('are no plan where all its money is held fast', () => {
    const locked = { restrictions: { B: 'locked' }, limits: { C: { least: 0.14 } } } as const;
    const done = bring(account('1', { B: '10000' }, locked));
    expect(done).toMatchObject({ plan: { A: '0.00', B: '10000.00' }, left: '0.00', trades: {} });
    expect(done.flags).toEqual(['restricted']);
    expect(done.below).toEqual(['C']);
    expect(done.planned).toBeCloseTo(1, 12);
  });

  it('are bought as far as its money goes', () => {
    // 9,000 are held fast, so that of 1,400 only 1,000 can be paid.
    const locked = { restrictions: { B: 'locked' }, limits: { C: { least: 0.14 } } } as const;
    const done = bring(account('1', { B: '9000', D: '1000' }, locked));
    expect(done.trades).toEqual({ C: '1000.00', D: '-1000.00' });
    expect(done).toMatchObject({ left: '0.00', below: ['C'], broken: [] });
  });

  it('share money that is too little for all of them in proportion', () => {
    // 8,500 of 10,000 are held fast, and 1,000 and 2,000 are asked for: 1,500 in the same proportion.
    const done = bring(
      account(
        '1',
        { B: '8500' },
        {
          cash: [cny('1500')],
          restrictions: { B: 'locked' },
          limits: { C: { least: 0.1 }, D: { least: 0.2 } },
        },
      ),
    );
    expect(done.trades).toEqual({ C: '500.00', D: '1000.00' });
    expect(done).toMatchObject({ left: '0.00', below: ['C', 'D'] });
  });

  it('are not sold for one another', () => {
    // D is at its least; nothing is left for C.
    const done = bring(
      account(
        '1',
        { B: '9000', D: '1000' },
        { restrictions: { B: 'locked' }, limits: { C: { least: 0.14 }, D: { least: 0.1 } } },
      ),
    );
    expect(done.trades).toEqual({});
    expect(done).toMatchObject({ left: '0.00', below: ['C'], broken: [] });
  });

  it('give way where less may stay invested than they are', () => {
    // 8,000 are held fast; of the 2,000 in D all is to stay, and 500 are owed.
    const done = bring(
      account(
        '1',
        { B: '8000', D: '2000' },
        {
          cash: [{ currency: 'CNY', amount: '-500' }],
          restrictions: { B: 'locked' },
          limits: { B: { least: 0.8 }, D: { least: 0.2 } },
        },
      ),
    );
    // 20 % of what is left, 9,500, are 1,900, of which the locked holding leaves 1,500.
    expect(done.trades).toEqual({ D: '-500.00' });
    expect(done).toMatchObject({ left: '0.00', below: ['D'] });
  });
});

describe('what an account is to hold at least', () => {
  /** The account with B alone, of which it is to keep a tenth; A trades in steps of 100 after the first 0.01. */
  const sell = (more: Partial<Product>, held: string) =>
    rebalanceHousehold(
      {
        id: 'Li',
        currency: 'CNY',
        accounts: [account('1', { B: held }, { limits: { B: { least: 0.1 } } })],
        target: { kind: 'products', weights: { A: 1 } },
      },
      compileRebalancing(
        { id: 'p', measure: 'products', bands: { default: { absolute: 0.02 } } },
        {
          universe: compileProducts(
            [product('A', { CASH: 1 }, { step: '100', ...more }), product('B', { BOND: 1 })],
            CLASSES,
          ),
        },
      ),
      { asOf },
    );

  it.each([
    // Nine tenths of 10,060 are 9,054: a step more, the nearer one, would leave 9.54 % of B.
    ['rounded down to what keeps it', {}, '10060', '9000.01'],
    // Of 9,100.01 the fee is 91.00, and a tenth of the other 9,969.00 is more than the 959.99 that would be left.
    ['rounded down though a fee is paid', { entryFee: 0.01 }, '10060', '9000.01'],
    // Nine tenths of 10,120 are 9,108: 9,100.01 is nearer and keeps it.
    ['rounded to the nearest that keeps it', {}, '10120', '9100.01'],
  ] as const)('is %s', (_, more, held, sold) => {
    const result = sell(more, held);
    expect(signed(result.shares[0]!.result!.trades)).toEqual({ A: sold, B: `-${sold}` });
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
    const { notTraded } = result.shares[0]!.result!;
    const codes = notTraded.flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).not.toContain('rebalancing.max-weight');
  });
});

describe('what a line is kept from its target by', () => {
  const reasonsOf = (own: HouseholdAccount<'CNY'>, id: string) =>
    rebalanceHousehold(
      {
        id: 'Li',
        currency: 'CNY',
        accounts: [own],
        target: { kind: 'products', weights: { A: 1 } },
      },
      rebalancer,
      { asOf },
    )
      .lines.find((line) => line.id === id)!
      .reasons.map(({ code, parameters }) => [code, parameters]);

  it('is named where it is the least of an account, though nothing is held yet', () => {
    const limits = { C: { least: 0.1 } };
    expect(reasonsOf(account('1', { A: '10000' }, { limits }), 'C')).toEqual([
      ['rebalancing.household-own-least', { account: '1', product: 'C', least: 0.1 }],
    ]);
  });

  it('is named where it is the most of an account', () => {
    const limits = { A: { most: 0.8 } };
    expect(reasonsOf(account('1', { A: '5000', B: '5000' }, { limits }), 'A')).toEqual([
      ['rebalancing.household-own-most', { account: '1', product: 'A', most: 0.8 }],
    ]);
  });

  it('is not the least of an account where more of it cannot be sold', () => {
    const locked = { limits: { B: { least: 0.1 } }, restrictions: { B: 'locked' } } as const;
    const [first] = reasonsOf(account('1', { A: '5000', B: '5000' }, locked), 'B');
    expect(first![0]).toBe('rebalancing.household-cannot-reduce');
  });
});

describe('what is said of a household', () => {
  it('tells of no money that only a plan leaves', () => {
    // Nothing is due: 5,000 are sold and paid. The plan would hold 30 % of 7,000 of A and B each; the trades leave no money at all.
    const limits = { A: { most: 0.3 }, B: { most: 0.3 } };
    const accounts = [
      account('1', { A: '10000', B: '2000' }, { limits }),
      account('2', { A: '5000', B: '5000' }),
    ];
    const { universe } = rebalancer;
    const target = { kind: 'products', weights: { A: 0.5, B: 0.5 } } as const;
    const result = rebalanceHousehold(
      { id: 'Li', currency: 'CNY', accounts, target, withdrawal: cny('5000') },
      compileRebalancing(
        { id: 'p', measure: 'products', triggers: [], bands: { default: { absolute: 0.02 } } },
        { universe },
      ),
      { asOf },
    );
    const [first] = result.shares;
    expect(first!.result!.cash.after.amount).toBe('0.00');
    expect([first!.flags, first!.reasons]).toEqual([[], []]);
  });

  it.each([
    // 6 % of 14,000 are 840, which two accounts split or one buys: 2,000, which A begins with, are 14.3 %, which is further off than nothing.
    [
      'is not that trades reach the target where they do not',
      '2000',
      ['0.00', '0.00'],
      'met-by-plan',
    ],
    ['is that the target can be reached where it is', '100', ['840.00', '0.00'], 'met'],
  ] as const)('%s', (_, minimumPurchase, bought, code) => {
    const result = rebalanceHousehold(
      {
        id: 'Li',
        currency: 'CNY',
        accounts: [account('1', { B: '7000' }), account('2', { B: '7000' })],
        target: { kind: 'products', weights: { A: 0.06, B: 0.94 } },
      },
      compileRebalancing(
        { id: 'p', measure: 'products', bands: { default: { absolute: 0.02 } } },
        {
          universe: compileProducts(
            [product('A', { CASH: 1 }, { minimumPurchase }), product('B', { BOND: 1 })],
            CLASSES,
          ),
        },
      ),
      { asOf },
    );
    const after = result.shares.map(({ result: done }) => done!.after.values.A?.amount ?? '0.00');
    expect(after).toEqual(bought);
    expect(result.reasons[0]!.code).toBe(`rebalancing.household-${code}`);
  });
});
