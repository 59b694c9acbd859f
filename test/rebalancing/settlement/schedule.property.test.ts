import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addDays,
  compileCalendar,
  type PlainDate,
} from '../../../src/dates/index.js';
import type { CurrencyCode } from '../../../src/money/index.js';
import {
  type Schedule,
  type ScheduledTrade,
  type ScheduleProblem,
  schedule,
} from '../../../src/rebalancing/settlement/schedule.js';

const calendar = compileCalendar({
  id: 'weekdays',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: ['2026-03-05'],
});
const MONDAY: PlainDate = '2026-03-02';
const FX = { base: 'CNY', rates: { USD: '7.1234', HKD: '0.9', JPY: '0.047' } } as const;
const DIGITS = { CNY: 100, USD: 100, HKD: 100, JPY: 1 } as const;
type Code = keyof typeof DIGITS;

const amounts = fc.integer({ min: 1, max: 50_000 }).map(BigInt);

const tradesIn = (codes: readonly Code[]) =>
  fc
    .array(
      fc.record({
        side: fc.constantFrom('buy' as const, 'sell' as const),
        currency: fc.constantFrom(...codes),
        amount: amounts,
        notice: fc.constantFrom(0, 0, 0, 1, 3),
        settlement: fc.constantFrom(0, 1, 1, 2, 4),
      }),
      { maxLength: 9 },
    )
    .map((rows) =>
      rows.map(({ notice, settlement, ...row }, index): ScheduledTrade => {
        const orderOn = addBusinessDays(MONDAY, notice, calendar);
        const settlesOn = addBusinessDays(orderOn, settlement, calendar);
        return { ...row, index, orderOn, dealsOn: orderOn, settlesOn };
      }),
    );

const problemsIn = (codes: readonly Code[]) =>
  fc
    .record({
      trades: tradesIn(codes),
      cash: fc.array(fc.integer({ min: -2_000, max: 60_000 }).map(BigInt), {
        minLength: codes.length,
        maxLength: codes.length,
      }),
      floor: fc.constantFrom(0n, 0n, 5_000n),
      withdrawal: fc.constantFrom(0n, 0n, 20_000n),
      spread: fc.constantFrom(0, 0.001, 0.0125),
    })
    .map(
      ({ cash, spread, ...rest }): ScheduleProblem => ({
        ...rest,
        cash: new Map(codes.map((code, i) => [code, cash[i]!])),
        base: 'CNY',
        fx: FX,
        fxSpread: { USD: spread, JPY: spread },
        asOf: MONDAY,
        calendar,
      }),
    );

const single = problemsIn(['CNY']);
const several = problemsIn(['CNY', 'USD', 'HKD', 'JPY']);
const problems = fc.oneof(single, several);

interface Movement {
  readonly on: PlainDate;
  readonly currency: CurrencyCode;
  readonly amount: bigint;
}

/** What the answer says is paid and booked, told apart from the library's own ledger. */
function movementsOf(problem: ScheduleProblem, result: Schedule) {
  const dates = new Map(result.shifted.map((moved) => [moved.index, moved.orderOn]));
  const unpaid = new Set((result.shortfall ?? []).map(({ index }) => index));
  const income: Movement[] = [];
  const payments: Movement[] = [];
  for (const { index, side, currency, amount, orderOn, settlesOn } of problem.trades) {
    if (side === 'sell') income.push({ on: settlesOn, currency, amount });
    else if (!unpaid.has(index)) {
      payments.push({ on: dates.get(index) ?? orderOn, currency, amount: -amount });
    }
  }
  if (result.withdrawalOn !== undefined) {
    const { base, withdrawal = 0n } = problem;
    payments.push({ on: result.withdrawalOn, currency: base, amount: -withdrawal });
  }
  for (const { from, paid, to, received, on } of result.exchanges) {
    payments.push({ on, currency: from, amount: -paid }, { on, currency: to, amount: received });
  }
  return { income, payments };
}

const balanceOn = (
  problem: ScheduleProblem,
  movements: readonly Movement[],
  currency: CurrencyCode,
  on: PlainDate,
) =>
  movements
    .filter((one) => one.currency === currency && one.on <= on)
    .reduce((sum, { amount }) => sum + amount, problem.cash.get(currency) ?? 0n);

const floorOf = ({ base, floor = 0n }: ScheduleProblem, currency: CurrencyCode) =>
  currency === base ? floor : 0n;

const DAYS = Array.from({ length: 25 }, (_, i) => addDays(MONDAY, i));

describe('schedule', () => {
  it('leaves no balance below its floor on any day, unless it was there without a payment', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const result = schedule(problem);
        const { income, payments } = movementsOf(problem, result);
        for (const currency of Object.keys(DIGITS) as Code[]) {
          for (const day of DAYS) {
            const without = balanceOn(problem, income, currency, day);
            const balance = balanceOn(problem, [...income, ...payments], currency, day);
            const floor = floorOf(problem, currency);
            expect(balance >= floor || balance >= without).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('tells the balance of every day on which something is booked', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const result = schedule(problem);
        const { income, payments } = movementsOf(problem, result);
        const all = [...income, ...payments];
        const expected = new Map(
          all.map(({ on, currency }) => [
            `${currency} ${on}`,
            balanceOn(problem, all, currency, on),
          ]),
        );
        const told = result.days.map(
          ({ on, currency, balance }) => [`${currency} ${on}`, balance] as const,
        );
        expect(new Map(told)).toEqual(expected);
        expect(told).toHaveLength(expected.size);
      }),
    );
  });

  it('pays each purchase of one currency on the first day on which those before it leave enough', () => {
    fc.assert(
      fc.property(single, (problem) => {
        const result = schedule(problem);
        if (result.shortfall?.some(({ kind }) => kind !== 'purchase')) return;
        const moved = new Map(result.shifted.map(({ index, orderOn }) => [index, orderOn]));
        const { income } = movementsOf(problem, result);
        const booked: Movement[] = [...income];
        if (result.withdrawalOn !== undefined) {
          booked.push({
            on: result.withdrawalOn,
            currency: 'CNY',
            amount: -(problem.withdrawal ?? 0n),
          });
        }
        const unpaid = new Set((result.shortfall ?? []).map(({ index }) => index));
        const fits = (amount: bigint, on: PlainDate) =>
          DAYS.filter((day) => day >= on).every(
            (day) => balanceOn(problem, booked, 'CNY', day) - amount >= floorOf(problem, 'CNY'),
          );
        const buys = problem.trades
          .filter(({ side }) => side === 'buy')
          .sort((a, b) =>
            a.orderOn < b.orderOn ? -1 : a.orderOn > b.orderOn ? 1 : a.index - b.index,
          );
        const wait: ScheduledTrade[] = [];
        for (const one of buys) {
          const paidOnOwnDay = !moved.has(one.index) && !unpaid.has(one.index);
          expect(fits(one.amount, one.orderOn)).toBe(paidOnOwnDay);
          if (paidOnOwnDay) booked.push({ on: one.orderOn, currency: 'CNY', amount: -one.amount });
          else wait.push(one);
        }
        for (const one of wait) {
          const first = DAYS.find(
            (day) => day > one.orderOn && calendar.isBusinessDay(day) && fits(one.amount, day),
          );
          expect(moved.get(one.index)).toBe(first);
          if (first !== undefined) booked.push({ on: first, currency: 'CNY', amount: -one.amount });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('pays the withdrawal no later once the trades stand as orders', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const first = schedule(problem);
        if (first.shortfall !== undefined || first.withdrawalOn === undefined) return;
        const { income, payments } = movementsOf(
          { ...problem, withdrawal: 0n },
          {
            ...first,
            exchanges: [],
          },
        );
        const standing = payments
          .filter(({ amount }) => amount < 0n)
          .map((one) => ({ ...one, amount: -one.amount }))
          .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        const second = schedule({ ...problem, trades: [], incomes: income, payments: standing });
        expect(second.shortfall).toBeUndefined();
        expect(second.withdrawalOn! <= first.withdrawalOn).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes money at its worth, at less than a unit of what is paid above it for each change', () => {
    fc.assert(
      fc.property(several, (problem) => {
        const rate = (code: CurrencyCode) =>
          (code === 'CNY' ? 1 : Number(FX.rates[code as keyof typeof FX.rates])) /
          DIGITS[code as Code];
        for (const { from, paid, to, received, cost } of schedule(problem).exchanges) {
          const spread = (problem.fxSpread?.[from] ?? 0) + (problem.fxSpread?.[to] ?? 0);
          const worth = Number(received) * rate(to);
          const above = Number(paid) * rate(from) - worth * (1 + spread);
          // One day's exchanges of a pair are told as one, each of them rounded up once: for a purchase, the floor or the withdrawal.
          const isInto = (one: ScheduledTrade) => one.side === 'buy' && one.currency === to;
          const changes = problem.trades.filter(isInto).length + (to === problem.base ? 2 : 1);
          expect(above).toBeGreaterThan(-1e-9);
          expect(above).toBeLessThan(changes * rate(from) + 1e-9);
          const exact = (Number(paid) * rate(from) - worth) * 100;
          expect(Math.abs(Number(cost) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('calls phase 1 only what could be paid if no sale were ever booked', () => {
    fc.assert(
      fc.property(single, (problem) => {
        if ((problem.withdrawal ?? 0n) > 0n) return;
        const result = schedule(problem);
        const first = problem.trades.reduce(
          (sum, { side, amount }, at) =>
            side === 'buy' && result.phases[at] === 1 ? sum + amount : sum,
          0n,
        );
        const free = (problem.cash.get('CNY') ?? 0n) - floorOf(problem, 'CNY');
        expect(first <= (free > 0n ? free : 0n)).toBe(true);
      }),
    );
  });

  it('gives the same answer whatever the order of the trades, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(problems, fc.infiniteStream(fc.nat()), (problem, keys) => {
        const before = structuredClone(problem.trades);
        const result = schedule(problem);
        const order = problem.trades.map((_, i) => [keys.next().value as number, i] as const);
        const positions = order.sort(([a], [b]) => a - b).map(([, i]) => i);
        const shuffled = schedule({
          ...problem,
          trades: positions.map((i) => problem.trades[i]!),
        });
        expect(problem.trades).toEqual(before);
        expect({ ...shuffled, phases: [] }).toEqual({ ...result, phases: [] });
        expect(shuffled.phases).toEqual(positions.map((i) => result.phases[i]));
      }),
    );
  });

  it('pays everything where all the money there is suffices for every currency', () => {
    fc.assert(
      fc.property(several, (given) => {
        // A withdrawal that is not urgent waits for the account's own money.
        const problem = { ...given, withdrawalBy: DAYS.at(-1)! };
        const result = schedule(problem);
        const lacking = (Object.keys(DIGITS) as Code[]).some((code) => {
          const due = code === 'CNY' ? (problem.withdrawal ?? 0n) : 0n;
          const net = problem.trades
            .filter(({ currency }) => currency === code)
            .reduce((sum, { side, amount }) => sum + (side === 'sell' ? amount : -amount), 0n);
          return (problem.cash.get(code) ?? 0n) + net - due < floorOf(problem, code);
        });
        if (!lacking) {
          expect(result.shortfall).toBeUndefined();
          expect(result.exchanges).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
