import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/dates/index.js';
import { type CurrencyCode, type Money, money } from '../../../src/money/index.js';
import type { LotMethod } from '../../../src/rebalancing/lots/lot.js';
import type { LotTransaction } from '../../../src/rebalancing/lots/read-lot-transactions.js';
import { type TrackedLots, trackLots } from '../../../src/rebalancing/lots/track-lots.js';
import published from '../../fixtures/rebalancing/lots-published.json' with { type: 'json' };
import rational from '../../fixtures/rebalancing/lots-rational.json' with { type: 'json' };
import taxLots from '../../fixtures/rebalancing/lots-tax-lots.json' with { type: 'json' };
import { expectRefusal } from '../../refusal.js';

const TAX = { shortTermRate: 0.3, longTermRate: 0.15 };

const usd = (amount: string): Money<'USD'> => money('USD', amount);

/** 100 at 10, 100 at 12, 100 at 8. */
const HISTORY: readonly LotTransaction<'USD'>[] = [
  { id: 'a', on: '2024-01-10', side: 'buy', units: '100', amount: usd('1000') },
  { id: 'b', on: '2024-06-10', side: 'buy', units: '100', amount: usd('1200') },
  { id: 'c', on: '2025-01-10', side: 'buy', units: '100', amount: usd('800') },
  { id: 's', on: '2025-03-10', side: 'sell', units: '150', amount: usd('1650') },
];

const soldLots = ({ realised }: TrackedLots) => realised.map(({ lot, units }) => `${lot} ${units}`);

describe('trackLots', () => {
  it('brings the figures of Portfolio Performance’s own test out exactly', () => {
    const [{ txs, expected }] = taxLots.cases as [(typeof taxLots.cases)[0]];
    const rows = txs.map(([side, units, amount], index) => ({
      id: `t${index}`,
      on: `2010-0${index + 1}-01` as PlainDate,
      side: side as 'buy' | 'sell',
      units: String(units),
      amount: money('EUR', amount as number),
    }));
    const tracked = trackLots(rows, { method: 'fifo', price: '100' });
    expect(tracked.cost).toEqual(money('EUR', expected.cost_fifo));
    expect(tracked.movingAverageCost).toEqual(money('EUR', expected.cost_moving_average));
    expect(tracked.realisedGain).toEqual(money('EUR', expected.realised_gain_fifo));
    expect(tracked.unrealisedGain).toEqual(money('EUR', expected.unrealised_at_price_100_fifo));
  });

  it.each(published.cases)('$id', ({ currency, rows, price, ...expected }) => {
    const code = currency as CurrencyCode;
    const transactions = rows.map(([on, side, units, amount], index) => ({
      id: `t${index}`,
      on: on as PlainDate,
      side: side as 'buy' | 'sell',
      units: units as string,
      amount: money(code, amount as string),
    }));
    for (const method of ['fifo', 'average'] as const) {
      const figures = expected[method];
      if (figures === undefined) continue;
      const tracked = trackLots(transactions, { method, price });
      expect(tracked.cost.amount).toBe(figures.cost);
      expect(tracked.realisedGain.amount).toBe(figures.realisedGain);
      expect(tracked.unrealisedGain?.amount).toBe(figures.unrealisedGain);
      expect(tracked.movingAverageCost.amount).toBe(expected.average.cost);
    }
  });

  it.each(['fifo', 'lifo', 'hifo', 'lofo', 'average', 'lowest-tax'] as const)(
    'follows forty histories by %s as exact rational arithmetic does',
    (method) => {
      for (const one of rational.cases) {
        const rows = one.rows.map(([id, on, side, units, amount]) => ({
          id: id as string,
          on: on as PlainDate,
          side: side as 'buy' | 'sell',
          units: hundredths(units as number),
          amount: money('EUR', hundredths(amount as number)),
        }));
        const tracked = trackLots([...rows].reverse(), { method, tax: TAX });
        const wanted = one[method];
        const left = tracked.lots.map(({ id, units, cost }) => [id, [units, cost.amount]]);
        const wantedLeft = Object.entries(wanted.lots).map(([id, [units, cost]]) => [
          id,
          [withoutZeros(hundredths(units!)), hundredths(cost!)],
        ]);
        expect(Object.fromEntries(left)).toEqual(Object.fromEntries(wantedLeft));
        expect(tracked.shortGain.amount).toBe(hundredths(wanted.short));
        expect(tracked.longGain.amount).toBe(hundredths(wanted.long));
        expect(tracked.realised).toHaveLength(wanted.parts);
      }
    },
  );

  it.each([
    ['fifo', ['a 100', 'b 50'], '50.00'],
    ['lifo', ['c 100', 'b 50'], '250.00'],
    ['hifo', ['b 100', 'a 50'], '-50.00'],
    ['lofo', ['c 100', 'a 50'], '350.00'],
    // 3,000 for 300 units is 10 a unit.
    ['average', ['a 100', 'b 50'], '150.00'],
    // At 11 a unit: b loses 1 (273 days, short), a gains 1 (425 days, long), c gains 3 (short).
    ['lowest-tax', ['b 100', 'a 50'], '-50.00'],
  ] as const)('sells by %s %j', (method, parts, gain) => {
    const tracked = trackLots(HISTORY, { method, tax: TAX });
    expect(soldLots(tracked)).toEqual(parts);
    expect(tracked.realisedGain.amount).toBe(gain);
    expect(tracked.movingAverageCost.amount).toBe('1500.00');
  });

  it('sells the lots that a sale names', () => {
    const rows = HISTORY.map((row) => (row.id === 's' ? { ...row, lots: ['c', 'a'] } : row));
    const tracked = trackLots(rows, { method: 'specific' });
    expect(soldLots(tracked)).toEqual(['c 100', 'a 50']);
    expect(tracked.realised[0]).toEqual({
      sale: 's',
      on: '2025-03-10',
      lot: 'c',
      boughtOn: '2025-01-10',
      heldDays: 59,
      term: 'short',
      units: '100',
      proceeds: usd('1100'),
      cost: usd('800'),
      gain: usd('300'),
    });
    expect(tracked.shortGain.amount).toBe('300.00');
    expect(tracked.longGain.amount).toBe('50.00');
  });

  it('takes purchases before sales of the same day, whatever the order of the rows', () => {
    const rows: LotTransaction<'USD'>[] = [
      { id: '1', on: '2025-03-10', side: 'sell', units: '0.5', amount: usd('6') },
      { id: '2', on: '2025-03-10', side: 'buy', units: '0.75', amount: usd('7.50') },
    ];
    const tracked = trackLots(rows, { method: 'fifo' });
    expect(tracked.lots).toEqual([
      { id: '2', boughtOn: '2025-03-10', units: '0.25', cost: usd('2.50') },
    ]);
    expect(tracked.units).toBe('0.25');
    expect(trackLots([...rows].reverse(), { method: 'fifo' })).toEqual(tracked);
  });

  it('leaves nothing where everything is sold', () => {
    const all = HISTORY.map((row) => (row.id === 's' ? { ...row, units: '300' } : row));
    expect(trackLots(all, { method: 'hifo', price: '1.5' })).toMatchObject({
      lots: [],
      units: '0',
      cost: usd('0'),
      movingAverageCost: usd('0'),
      realisedGain: usd('-1350'),
      value: usd('0'),
      unrealisedGain: usd('0'),
    });
  });

  it('is frozen and leaves its arguments as they were', () => {
    const before = structuredClone(HISTORY);
    const tracked = trackLots(HISTORY, { method: 'fifo' });
    expect(HISTORY).toEqual(before);
    expect(Object.isFrozen(tracked)).toBe(true);
    expect(Object.isFrozen(tracked.realised[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(tracked))).toEqual(tracked);
  });

  it('refuses a history that cannot be', () => {
    const change = (index: number, fields: object) => () =>
      trackLots(
        HISTORY.map((row, i) => (i === index ? { ...row, ...fields } : row)),
        { method: 'fifo' },
      );
    expectRefusal(change(3, { units: '301' }), 'inconsistent', 'transactions[3].units');
    expectRefusal(change(3, { on: '2024-01-09' }), 'inconsistent', 'transactions[3].units');
    expectRefusal(change(1, { id: 'a' }), 'duplicate-id', 'transactions[1].id');
    expectRefusal(change(1, { units: '0' }), 'out-of-range', 'transactions[1].units');
    expectRefusal(change(1, { units: 5 }), 'invalid-type', 'transactions[1].units');
    expectRefusal(change(1, { units: '1e3' }), 'invalid-format', 'transactions[1].units');
    expectRefusal(change(1, { side: 'hold' }), 'unknown-value', 'transactions[1].side');
    expectRefusal(change(1, { on: '2025-02-30' }), 'invalid-date', 'transactions[1].on');
    expectRefusal(
      change(1, { amount: money('EUR', '1') }),
      'currency-mismatch',
      'transactions[1].amount.currency',
    );
    expectRefusal(
      change(1, { amount: usd('-1') }),
      'out-of-range',
      'transactions[1].amount.amount',
    );
    expectRefusal(() => trackLots([], { method: 'fifo' }), 'empty', 'transactions');
    expectRefusal(
      () => trackLots(HISTORY, { method: 'best' as LotMethod }),
      'unknown-value',
      'options.method',
    );
    expectRefusal(
      () => trackLots(HISTORY, { method: 'fifo', tax: { ...TAX, longTermRate: 1.5 } }),
      'out-of-range',
      'options.tax.longTermRate',
    );
    expectRefusal(
      () => trackLots(HISTORY, { method: 'fifo', price: '0' }),
      'out-of-range',
      'options.price',
    );
    const named = (lots: readonly string[]) => () =>
      trackLots(
        HISTORY.map((row) => (row.id === 's' ? { ...row, lots } : row)),
        { method: 'specific' },
      );
    expectRefusal(named(['a', 'x']), 'unknown-id', 'transactions[3].lots[1]');
    expectRefusal(named(['a']), 'inconsistent', 'transactions[3].units');
    expectRefusal(named([]), 'inconsistent', 'transactions[3].units');
  });
});

function hundredths(count: number): string {
  const digits = String(Math.abs(count)).padStart(3, '0');
  return `${count < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function withoutZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}
