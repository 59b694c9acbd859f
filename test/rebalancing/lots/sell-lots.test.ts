import { describe, expect, it } from 'vitest';
import type { DoneSale, LotState, SaleRule } from '../../../src/rebalancing/lots/lot-state.js';
import { lotsLeft, sellLots, sellUnits } from '../../../src/rebalancing/lots/sell-lots.js';
import { expectRefusal } from '../../refusal.js';

/** Three purchases at 10, 8 and 12.50 a unit; today's price is 10 a unit. */
const LOTS: readonly LotState[] = [
  { id: 'b', boughtOn: '2025-06-01', value: 50000n, units: 50n, cost: 40000n, exitRate: 0.005 },
  { id: 'a', boughtOn: '2024-01-15', value: 100000n, units: 100n, cost: 100000n, exitRate: 0 },
  { id: 'c', boughtOn: '2026-02-20', value: 20000n, units: 20n, cost: 25000n, exitRate: 0.015 },
];

const TAX = { shortTermRate: 0.3, longTermRate: 0.1 };

const rule = (method: SaleRule['method'], more: Partial<SaleRule> = {}): SaleRule => ({
  method,
  asOf: '2026-03-02',
  ...more,
});

function sold(lots: readonly LotState[], amount: bigint, by: SaleRule): DoneSale {
  const sale = sellLots(lots, amount, by);
  if (sale.status !== 'sold') throw new Error(`only ${sale.available} there`);
  return sale;
}

const left = (lots: readonly LotState[], amount: bigint, by: SaleRule) =>
  lotsLeft('value', lots, amount, by);

const idsOf = ({ parts }: DoneSale) => parts.map(({ lot }) => lot.id);

describe('sellLots', () => {
  it.each([
    ['fifo', 'a b c'],
    ['lifo', 'c b a'],
    // Cost a unit: c 1250, a 1000, b 800.
    ['hifo', 'c a b'],
    ['lofo', 'b a c'],
    ['average', 'a b c'],
  ] as const)('sells by %s in the order %s', (method, order) => {
    expect(idsOf(sold(LOTS, 170000n, rule(method)))).toEqual(order.split(' '));
    expect(idsOf(sold([...LOTS].reverse(), 170000n, rule(method)))).toEqual(order.split(' '));
  });

  it('sells by lowest-tax what costs least in tax and exit fee', () => {
    // Per unit of value: c 0.015 − 0.3·0.25 = −0.06; a 0; b (274 days: short) 0.005 + 0.3·0.2 = 0.065.
    expect(idsOf(sold(LOTS, 170000n, rule('lowest-tax', { tax: TAX })))).toEqual(['c', 'a', 'b']);
    // Where losses save nothing: a 0, c 0.015, b 0.065.
    const noOffset = { ...TAX, offsetLosses: false };
    expect(idsOf(sold(LOTS, 170000n, rule('lowest-tax', { tax: noOffset })))).toEqual([
      'a',
      'c',
      'b',
    ]);
  });

  it('prefers by lowest-tax losses to gains and long to short terms where all else is equal', () => {
    const lot = (id: string, boughtOn: LotState['boughtOn'], cost: bigint): LotState => ({
      id,
      boughtOn,
      value: 1000n,
      cost,
      exitRate: 0,
    });
    const lots = [
      lot('even-short', '2026-01-02', 1000n),
      lot('even-long', '2024-01-02', 1000n),
      lot('loss-short', '2026-01-02', 1200n),
      lot('gain-long', '2024-01-02', 900n),
    ];
    const free = { shortTermRate: 0, longTermRate: 0 };
    expect(idsOf(sold(lots, 4000n, rule('lowest-tax', { tax: free })))).toEqual([
      'loss-short',
      'even-long',
      'gain-long',
      'even-short',
    ]);
  });

  it('sells the lots that are named, in their order, and no others', () => {
    const named = rule('specific', { order: ['b', 'a'] });
    const sale = sold(LOTS, 60000n, named);
    expect(idsOf(sale)).toEqual(['b', 'a']);
    expect(left(LOTS, 60000n, named).map(({ id, value }) => [id, value])).toEqual([
      ['a', 90000n],
      ['c', 20000n],
    ]);
    expect(sellLots(LOTS, 150001n, named)).toEqual({ status: 'not-enough', available: 150000n });
    expect(sellLots(LOTS, 1n, rule('specific'))).toEqual({ status: 'not-enough', available: 0n });
  });

  it('tells terms apart by the calendar days after which a lot is long-term', () => {
    // 2025-03-02 to 2026-03-02 is 365 days: still short.
    const lots: LotState[] = [
      { id: 'short', boughtOn: '2025-03-02', value: 100n, cost: 90n, exitRate: 0 },
      { id: 'long', boughtOn: '2025-03-01', value: 100n, cost: 70n, exitRate: 0 },
    ];
    const sale = sold(lots, 200n, rule('fifo'));
    expect(sale.parts.map(({ heldDays, term }) => [heldDays, term])).toEqual([
      [366, 'long'],
      [365, 'short'],
    ]);
    expect(sale).toMatchObject({ shortGain: 10n, longGain: 30n });
    const sooner = sold(lots, 200n, rule('fifo', { tax: { ...TAX, longTermDays: 364 } }));
    expect(sooner).toMatchObject({ shortGain: 0n, longGain: 40n });
  });

  it('splits a lot so that its parts add up to it', () => {
    // A third of 1.00 that cost 0.50: cost 50·33/100 = 16.5 → 16 (half to even), 33·7/100 units = 2.31 → 2.
    const lot: LotState = {
      id: 'x',
      boughtOn: '2026-01-01',
      value: 100n,
      units: 7n,
      cost: 50n,
      exitRate: 0.015,
    };
    const sale = sold([lot], 33n, rule('fifo'));
    // Exit fee 0.495 → 0.
    expect(sale.parts[0]).toMatchObject({
      value: 33n,
      units: 2n,
      cost: 16n,
      gain: 17n,
      exitFee: 0n,
    });
    expect(left([lot], 33n, rule('fifo'))).toEqual([{ ...lot, value: 67n, units: 5n, cost: 34n }]);
  });

  it('sells by average the earliest first, at the average cost of all', () => {
    // 165000 for 170000 of value: the first 100000 cost 97058.82, 120000 cost 116470.59, 150000 cost 145588.24.
    const sale = sold(LOTS, 120000n, rule('average'));
    expect(sale.parts.map(({ lot, cost, exitFee }) => [lot.id, cost, exitFee])).toEqual([
      ['a', 97059n, 0n],
      ['b', 19412n, 100n],
    ]);
    expect(left(LOTS, 120000n, rule('average')).map(({ id, cost }) => [id, cost])).toEqual([
      ['b', 29117n],
      ['c', 19412n],
    ]);
  });

  it('prices every lot at the average where nothing is sold by average', () => {
    expect(sold(LOTS, 0n, rule('average')).parts).toEqual([]);
    // 97058.82; up to b 145588.24; all 165000.
    expect(left(LOTS, 0n, rule('average')).map(({ id, cost }) => [id, cost])).toEqual([
      ['a', 97059n],
      ['b', 48529n],
      ['c', 19412n],
    ]);
  });

  it('names the lots sold whose cost is not known, and leaves their gain out', () => {
    const { cost: _, ...unknown } = LOTS[1]!;
    const sale = sold([unknown, LOTS[0]!], 150000n, rule('fifo'));
    expect(sale.unknownCost).toEqual(['a']);
    expect(sale.parts[0]).not.toHaveProperty('gain');
    expect(sale).toMatchObject({ shortGain: 10000n, longGain: 0n });
    expect(sold([unknown, LOTS[0]!], 1000n, rule('average')).unknownCost).toEqual(['a']);
    // What is not known comes last where cost decides.
    for (const method of ['hifo', 'lofo', 'lowest-tax'] as const) {
      expect(idsOf(sold([unknown, LOTS[0]!], 150000n, rule(method)))).toEqual(['b', 'a']);
    }
  });

  it('sells a worthless lot only together with all the others', () => {
    const worthless: LotState = {
      id: '0',
      boughtOn: '2024-01-01',
      value: 0n,
      cost: 500n,
      exitRate: 0,
    };
    const lots = [worthless, LOTS[1]!];
    expect(idsOf(sold(lots, 99999n, rule('fifo')))).toEqual(['a']);
    const some = left(lots, 99999n, rule('fifo'));
    expect(some.find(({ id }) => id === '0')).toEqual(worthless);
    const all = sold(lots, 100000n, rule('fifo'));
    expect(idsOf(all)).toEqual(['a', '0']);
    expect(all.longGain).toBe(-500n);
    expect(left(lots, 100000n, rule('fifo'))).toEqual([]);
  });

  it('says how much there is where more is asked for', () => {
    expect(sellLots(LOTS, 170001n, rule('fifo'))).toEqual({
      status: 'not-enough',
      available: 170000n,
    });
    expect(sellLots([], 1n, rule('fifo'))).toEqual({ status: 'not-enough', available: 0n });
  });

  it('refuses what is no sale', () => {
    expectRefusal(() => sellLots(LOTS, -1n, rule('fifo')), 'out-of-range', 'amount');
    expectRefusal(
      () => sellLots(LOTS, 1n, rule('fifo', { asOf: '2026-02-19' })),
      'out-of-range',
      'lot.boughtOn',
    );
    expectRefusal(
      () => sellLots(LOTS, 1n, rule('specific', { order: ['x'] })),
      'unknown-id',
      'order[0]',
    );
    expectRefusal(
      () => sellLots(LOTS, 1n, rule('specific', { order: ['a', 'a'] })),
      'unknown-id',
      'order[1]',
    );
  });
});

describe('sellUnits', () => {
  it('sells whole units, and the value follows them', () => {
    // 3 units worth 10.00: one is worth 3.33, cost 1.00 of 3.01 (301/3 = 100.33).
    const lot: LotState = {
      id: 'x',
      boughtOn: '2026-01-01',
      value: 1000n,
      units: 3n,
      cost: 301n,
      exitRate: 0,
    };
    const sale = sellUnits([lot], 1n, rule('fifo'));
    expect(sale).toMatchObject({ status: 'sold', value: 333n, units: 1n, shortGain: 233n });
    expect(lotsLeft('units', [lot], 1n, rule('fifo'))).toEqual([
      { ...lot, value: 667n, units: 2n, cost: 201n },
    ]);
    expect(sellUnits([lot], 4n, rule('fifo'))).toEqual({ status: 'not-enough', available: 3n });
  });
});
