import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/dates/index.js';
import { fromMinorUnits, sumMoney } from '../../src/money/index.js';
import {
  annualiseReturn,
  type Flow,
  maxDrawdown,
  modifiedDietz,
  periodReturn,
  timeWeightedReturn,
  type Valuation,
  valueBridge,
  xirr,
} from '../../src/performance/index.js';
import { expectClose } from './support.js';

const START = '2024-01-01';
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100);
const value = fc.integer({ min: 1, max: 100_000_000 }).map((cents) => cents / 100);
const flow = fc
  .record({ day: fc.integer({ min: 1, max: 2000 }), amount })
  .map(({ day, amount }): Flow => ({ date: addDays(START, day), amount }));
const flows = fc.array(flow, { minLength: 1, maxLength: 12 });

function shuffled<T>(list: readonly T[], keys: readonly number[]): T[] {
  return list
    .map((one, i) => ({ one, key: keys[i] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}
const keys = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
const bytes = (result: unknown) => JSON.stringify(result);

/** Present value of flows at a rate, relative to the sum of its terms' sizes. */
function balance(list: readonly Flow[], rate: number): number {
  let [sum, size] = [0, 0];
  for (const { date, amount } of list) {
    const term = (amount as number) * (1 + rate) ** (-daysBetween(START, date) / 365);
    sum += term;
    size += Math.abs(term);
  }
  return sum / size;
}

describe('xirr', () => {
  it('finds the rate at which payments into a known growth were made', () => {
    const paid = fc.array(
      fc.record({ day: fc.nat(3000), cents: fc.integer({ min: 100, max: 10_000_000 }) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(paid, fc.double({ min: -0.9, max: 3, noNaN: true }), (rows, rate) => {
        const end = 3650;
        const closing = rows.reduce(
          (sum, { day, cents }) => sum + cents * (1 + rate) ** ((end - day) / 365),
          0,
        );
        const list = [
          ...rows.map(({ day, cents }) => ({ date: addDays(START, day), amount: -cents })),
          { date: addDays(START, end), amount: closing },
        ];
        const result = xirr(list);
        expect(result.status).toBe('rate');
        if (result.status === 'rate') expectClose(1 + result.rate, 1 + rate, 1e-11);
      }),
    );
  });

  it('gives only rates that balance the flows, ascending, no more than the signs change', () => {
    fc.assert(
      fc.property(flows, (list) => {
        const result = xirr(list);
        fc.pre(result.status !== 'none');
        const rates = result.status === 'rate' ? [result.rate] : result.rates;
        // Nearer to −100 % than that, a double no longer tells how much was left.
        for (const rate of rates.filter((one) => one > -0.9999)) {
          expect(Math.abs(balance(list, rate))).toBeLessThan(1e-9);
        }
        expect([...rates].sort((a, b) => a - b)).toEqual(rates);
        expect(rates.length).toBeLessThan(list.length);
        if (result.status === 'ambiguous') expect(rates.length).toBeGreaterThan(1);
      }),
    );
  });

  it('always finds one where the flows, added up day by day, change sign once', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1 }),
        fc.array(value, { minLength: 1 }),
        (inn, out) => {
          const list = [
            ...inn.map((amount, i) => ({ date: addDays(START, 30 * i), amount: -amount })),
            ...out.map((amount, i) => ({ date: addDays(START, 30 * (inn.length + i)), amount })),
          ];
          const result = xirr(list);
          expect(result.status === 'rate' || bytes(result).includes('out-of-range')).toBe(true);
        },
      ),
    );
  });

  it('is the same for rows in any order and from the other side of the account', () => {
    fc.assert(
      fc.property(flows, keys, (list, order) => {
        expect(bytes(xirr(shuffled(list, order)))).toBe(bytes(xirr(list)));
        const other = list.map(({ date, amount }) => ({ date, amount: -(amount as number) }));
        expect(xirr(other).status).toBe(xirr(list).status);
      }),
    );
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(flows, (list) => {
        // A power of two, so that the scaling itself is exact.
        const scaled = list.map(({ date, amount }) => ({
          date,
          amount: (amount as number) * 1024,
        }));
        expect(bytes(xirr(scaled))).toBe(bytes(xirr(list)));
      }),
    );
  });
});

describe('modifiedDietz', () => {
  const period = { from: START, to: addDays(START, 2000) } as const;

  it('does not depend on the order of the flows', () => {
    fc.assert(
      fc.property(value, value, flows, keys, (opening, closing, list, order) => {
        const of = (rows: readonly Flow[]) =>
          modifiedDietz({ ...period, opening, closing, flows: rows }, { flowTiming: 'end-of-day' });
        expect(bytes(of(shuffled(list, order)))).toBe(bytes(of(list)));
      }),
    );
  });

  it('is the period return where nothing moves', () => {
    fc.assert(
      fc.property(value, value, (opening, closing) => {
        const dietz = modifiedDietz(
          { ...period, opening, closing, flows: [] },
          { flowTiming: 'start-of-day' },
        );
        expect(dietz).toMatchObject(periodReturn(opening, closing));
      }),
    );
  });

  it('conserves: opening and flows and gain make the closing value', () => {
    fc.assert(
      fc.property(value, value, flows, (opening, closing, list) => {
        const { gain } = modifiedDietz(
          { ...period, opening, closing, flows: list },
          { flowTiming: 'end-of-day' },
        );
        const moved = list.reduce((sum, { amount }) => sum + (amount as number), 0);
        expect(opening + moved + gain).toBeCloseTo(closing, 4);
      }),
    );
  });
});

const path = fc
  .array(value, { minLength: 2, maxLength: 12 })
  .map((values): readonly Valuation[] =>
    values.map((one, i) => ({ date: addDays(START, i), value: one })),
  );

describe('timeWeightedReturn', () => {
  it('is the period return where nothing moves, however often it is valued', () => {
    fc.assert(
      fc.property(path, (points) => {
        const whole = periodReturn(points[0]!.value, points.at(-1)!.value);
        const linked = timeWeightedReturn(points, [], { flowTiming: 'end-of-day' });
        expect(linked.status).toBe('return');
        if (linked.status !== 'return' || whole.status !== 'return') return;
        expectClose(1 + linked.rate, 1 + whole.rate, 1e-13);
      }),
    );
  });

  it('is not moved by money that a client adds at the end of a day', () => {
    fc.assert(
      fc.property(path, value, (points, added) => {
        const [first, ...rest] = points;
        const options = { flowTiming: 'end-of-day' } as const;
        const last = rest.at(-1)!;
        const later = points.map((one) =>
          one === last ? { ...one, value: (one.value as number) + added } : one,
        );
        const plain = timeWeightedReturn([first!, ...rest], [], options);
        const paid = timeWeightedReturn(later, [{ date: last.date, amount: added }], options);
        if (plain.status !== 'return' || paid.status !== 'return') throw new Error('no return');
        // Adding and taking away again rounds at the size of the sum.
        const room = (1e-13 * ((last.value as number) + added)) / (points.at(-2)!.value as number);
        expect(Math.abs(paid.periods.at(-1)!.rate - plain.periods.at(-1)!.rate)).toBeLessThan(
          room + 1e-13,
        );
      }),
    );
  });

  it('does not depend on the order of valuations or flows', () => {
    fc.assert(
      fc.property(path, fc.array(amount, { maxLength: 6 }), keys, (points, amounts, order) => {
        const moved = amounts.map((one, i) => ({
          date: points[1 + (i % (points.length - 1))]!.date,
          amount: one,
        }));
        const options = { flowTiming: 'inflow-start-outflow-end' } as const;
        expect(
          bytes(timeWeightedReturn(shuffled(points, order), shuffled(moved, order), options)),
        ).toBe(bytes(timeWeightedReturn(points, moved, options)));
      }),
    );
  });
});

describe('maxDrawdown', () => {
  it('is at least every fall from an earlier value, and one of them', () => {
    fc.assert(
      fc.property(path, (points) => {
        const { depth } = maxDrawdown(points);
        const falls = points.flatMap((from, i) =>
          points.slice(i).map((to) => 1 - (to.value as number) / (from.value as number)),
        );
        expectClose(depth, Math.max(0, ...falls), 1e-12);
      }),
    );
  });

  it('does not depend on the unit or the order', () => {
    fc.assert(
      fc.property(path, keys, (points, order) => {
        const scaled = points.map((one) => ({ ...one, value: (one.value as number) * 64 }));
        expect(bytes(maxDrawdown(shuffled(scaled, order)))).toBe(bytes(maxDrawdown(points)));
      }),
    );
  });
});

describe('annualiseReturn', () => {
  it('compounds back to the period’s return', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 20, noNaN: true }),
        fc.integer({ min: 365, max: 20_000 }),
        (rate, days) => {
          const result = annualiseReturn(rate, { from: START, to: addDays(START, days) });
          expect(result.status).toBe('annualised');
          if (result.status === 'annualised') {
            expectClose((1 + result.rate) ** (days / 365), 1 + rate, 1e-11);
          }
        },
      ),
    );
  });
});

describe('valueBridge', () => {
  it('always adds up: opening, lines and the unexplained rest make the closing value', () => {
    const money = fc
      .bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
      .map((units) => fromMinorUnits('CNY', units));
    fc.assert(
      fc.property(money, fc.array(money, { maxLength: 8 }), money, (opening, amounts, closing) => {
        const lines = amounts.map((one, i) => ({ id: `line ${i}`, amount: one }));
        const bridge = valueBridge(opening, lines, closing);
        const whole = [opening, ...amounts, fromMinorUnits('CNY', 0n)];
        const explained = sumMoney('CNY', whole);
        expect(bridge.steps.at(-1)?.value ?? opening).toEqual(explained);
        expect(sumMoney('CNY', [explained, bridge.unexplained as typeof explained])).toEqual(
          closing,
        );
        expect(bridge.status === 'explained').toBe(bridge.unexplained.amount === '0.00');
      }),
    );
  });
});
