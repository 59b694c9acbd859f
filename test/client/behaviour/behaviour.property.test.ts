import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyseBehaviour,
  compilePrices,
  type InvestmentTrade,
  investmentCycle,
  measureRfm,
  type RfmRow,
  rfmScores,
  scoreRfm,
} from '../../../src/client/index.js';
import { addDays } from '../../../src/dates/index.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import { subtractMoney } from '../../../src/money/index.js';
import rfm from '../../fixtures/client/behaviour/rfm.json' with { type: 'json' };
import { frozenCopy, isDeeplyFrozen } from '../support.js';
import { cases, priceRows, prices, WINDOW } from './support.js';

const OPTIONS = { asOf: '2026-03-02', window: WINDOW, currency: 'CNY', prices } as const;

/** The rows in any order, some of them twice. */
const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc
    .subarray([...rows])
    .chain((again) =>
      fc.shuffledSubarray([...rows, ...again], { minLength: rows.length + again.length }),
    );

/** Trades on few days and products, so that many fall on one day; sells may exceed what was bought. */
const trades: fc.Arbitrary<readonly InvestmentTrade[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 40 }),
      side: fc.constantFrom('buy' as const, 'sell' as const),
      product: fc.constantFrom('A', 'B', 'C'),
      units: fc.integer({ min: 1, max: 5000 }),
      cents: fc.integer({ min: 1, max: 10_000_000 }),
      currency: fc.constantFrom('CNY' as const, 'USD' as const),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ day, units, cents, ...row }, index) => ({
      ...row,
      id: `t${index}`,
      date: addDays('2024-02-20', 17 * day),
      units: `${units / 1000}`,
      amount: (cents / 100).toFixed(2),
    })),
  );
const fx = { base: 'CNY', rates: { USD: '7.1' } } as const;

describe('the order of rows, and rows that come twice', () => {
  const [{ trades: rows }] = cases as readonly [(typeof cases)[number]];
  const valuations = Array.from({ length: 25 }, (_, n) => ({
    date: addDays(WINDOW.from, 30 * n),
    currency: 'CNY' as const,
    amount: `${n}.00`,
  }));
  const figures = (given: readonly InvestmentTrade[], options: object = {}) => {
    const { rows: _, ...rest } = analyseBehaviour(given, { ...OPTIONS, valuations, ...options });
    return canonicalJson(rest);
  };

  it('change no byte of behaviour', () => {
    const expected = figures(rows);
    const some = priceRows.filter(({ product }) => product < 'C');
    const withSome = figures(rows, { prices: compilePrices(some) });
    fc.assert(
      fc.property(shuffled(rows), shuffled(some), shuffled(valuations), (t, p, v) => {
        expect(figures(t, { valuations: v })).toBe(expected);
        expect(figures(t, { prices: compilePrices(p) })).toBe(withSome);
      }),
      { numRuns: 10 },
    );
  });

  it('change no byte of recency, frequency, value and cycle', () => {
    const read = (given: readonly InvestmentTrade[]) =>
      canonicalJson([measureRfm(given, OPTIONS), investmentCycle(given, OPTIONS)]);
    const expected = read(rows);
    fc.assert(
      fc.property(shuffled(rows), (given) => {
        expect(read(given)).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('change no byte of scores', () => {
    const population = rfm.rows as readonly RfmRow[];
    const expected = canonicalJson(rfmScores(population, { currency: 'CNY' }));
    fc.assert(
      fc.property(shuffled(population), (given) => {
        expect(canonicalJson(rfmScores(given, { currency: 'CNY' }))).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the order within a day', () => {
  it('has no influence: other ids change nothing but ids', () => {
    fc.assert(
      fc.property(trades, fc.nat(), (rows, turn) => {
        const renamed = rows.map((row, index) => ({
          ...row,
          id: `t${(index + turn) % rows.length}`,
        }));
        const read = (given: readonly InvestmentTrade[]) => {
          const result = analyseBehaviour(given, { ...OPTIONS, fx });
          return canonicalJson(result).replaceAll(/"t\d+"/g, '""');
        };
        expect(read(renamed)).toBe(read(rows));
      }),
      { numRuns: 60 },
    );
  });
});

describe('every result', () => {
  it('survives JSON, is frozen, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(trades, (rows) => {
        const given = frozenCopy(rows);
        const results = [
          analyseBehaviour(given, { ...OPTIONS, fx }),
          measureRfm(given, { ...OPTIONS, fx }),
          investmentCycle(given, { ...OPTIONS, fx, periodMonths: 3 }),
        ];
        for (const result of results) {
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          expect(isDeeplyFrozen(result)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('adds up', () => {
    fc.assert(
      fc.property(trades, (rows) => {
        const found = analyseBehaviour(rows, { ...OPTIONS, fx });
        const { bought, sold, net, netShare } = found.balance;
        expect(subtractMoney(bought, sold)).toEqual(net);
        if (netShare !== null) expect(Math.abs(netShare)).toBeLessThanOrEqual(1);
        const { all, buys, sells } = found.sizes;
        expect((buys?.count ?? 0) + (sells?.count ?? 0)).toBe(all?.count ?? 0);
        const { ended, open, median } = found.holdingPeriods;
        for (const days of [ended, open]) {
          if (days === null) continue;
          expect(days.shortest).toBeLessThanOrEqual(days.mean + 1e-9);
          expect(days.mean).toBeLessThanOrEqual(days.longest + 1e-9);
        }
        if (median !== null) expect(ended).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('knows the same of a holding whatever else is held', () => {
    fc.assert(
      fc.property(trades, (rows) => {
        const of = (given: readonly InvestmentTrade[]) =>
          analyseBehaviour(given, { ...OPTIONS, fx }).holdingPeriods.products.filter(
            ({ product }) => product === 'A',
          );
        expect(of(rows.filter(({ product }) => product === 'A'))).toEqual(of(rows));
      }),
      { numRuns: 40 },
    );
  });
});

describe('scores', () => {
  it('by bounds never fall where a figure gets better', () => {
    const cny = (n: number) => ({ currency: 'CNY', amount: `${n}` }) as const;
    const bounds = { recencyDays: [10, 20], frequency: [2, 5], monetary: [cny(10), cny(20)] };
    const figure = fc.record({ r: fc.nat(30), f: fc.nat(8), m: fc.nat(30), by: fc.nat(10) });
    fc.assert(
      fc.property(figure, ({ r, f, m, by }) => {
        const score = (days: number, times: number, amount: number) =>
          scoreRfm({ recencyDays: days, frequency: times, monetary: cny(amount) }, bounds);
        const before = score(r + by, f, m);
        const after = score(r, f + by, m + by);
        expect(after.recency).toBeGreaterThanOrEqual(before.recency);
        expect(after.frequency).toBeGreaterThanOrEqual(before.frequency);
        expect(after.monetary).toBeGreaterThanOrEqual(before.monetary);
      }),
    );
  });
});
