import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../../src/dates/index.js';
import type { CurrencyCode } from '../../../src/money/index.js';
import {
  type ScheduledTrade,
  type ScheduleProblem,
  schedule,
} from '../../../src/rebalancing/settlement/schedule.js';
import { expectRefusal } from '../../refusal.js';

const calendar = compileCalendar({
  id: 'weekdays',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: ['2026-03-09'],
});

// 2026-03-02 is a Monday; Monday the 9th is a holiday.
const MONDAY: PlainDate = '2026-03-02';
const TUESDAY: PlainDate = '2026-03-03';
const FRIDAY: PlainDate = '2026-03-06';

const buy = (
  index: number,
  amount: bigint,
  currency: CurrencyCode = 'CNY',
  orderOn: PlainDate = MONDAY,
): ScheduledTrade => ({
  index,
  side: 'buy',
  currency,
  amount,
  orderOn,
  dealsOn: orderOn,
  settlesOn: orderOn === MONDAY ? TUESDAY : orderOn,
});

const sell = (
  index: number,
  amount: bigint,
  settlesOn: PlainDate,
  currency: CurrencyCode = 'CNY',
): ScheduledTrade => ({
  index,
  side: 'sell',
  currency,
  amount,
  orderOn: MONDAY,
  dealsOn: MONDAY,
  settlesOn,
});

const problem = (
  trades: readonly ScheduledTrade[],
  cash: Partial<Record<CurrencyCode, bigint>>,
  more: Partial<ScheduleProblem> = {},
): ScheduleProblem => ({
  trades,
  cash: new Map(Object.entries(cash) as [CurrencyCode, bigint][]),
  base: 'CNY',
  asOf: MONDAY,
  calendar,
  ...more,
});

const FX = { base: 'CNY', rates: { USD: '7.1', HKD: '0.9', JPY: '0.047' } } as const;

describe('schedule, in one currency', () => {
  it('pays at once what today’s money can pay and lets the rest wait for proceeds', () => {
    // 100 today: A (60) fits, B (50) does not, C (40) does. Sales bring 30 on Tuesday and 20 on Friday: B is paid on Friday.
    const trades = [
      buy(0, 60n),
      buy(1, 50n),
      buy(2, 40n),
      sell(3, 30n, TUESDAY),
      sell(4, 20n, FRIDAY),
    ];
    const result = schedule(problem(trades, { CNY: 100n }));
    expect(result.phases).toEqual([1, 2, 1, 1, 1]);
    // Friday + 1 business day is Tuesday the 10th, as the 9th is a holiday.
    expect(result.shifted).toEqual([
      { index: 1, orderOn: FRIDAY, dealsOn: FRIDAY, settlesOn: '2026-03-10' },
    ]);
    expect(result.days).toEqual([
      { on: MONDAY, currency: 'CNY', balance: 0n },
      { on: TUESDAY, currency: 'CNY', balance: 30n },
      { on: FRIDAY, currency: 'CNY', balance: 0n },
    ]);
    expect(result).toMatchObject({ exchanges: [], exchangeCost: 0n });
    expect(result.shortfall).toBeUndefined();
  });

  it('lets proceeds pay the orders of the day on which they are booked, without a shift', () => {
    const result = schedule(problem([buy(0, 80n), sell(1, 80n, MONDAY)], {}));
    expect(result.phases).toEqual([2, 1]);
    expect(result.shifted).toEqual([]);
    expect(result.days).toEqual([{ on: MONDAY, currency: 'CNY', balance: 0n }]);
  });

  it('calls a later order phase 2 only where today’s money would not have paid it', () => {
    const trades = [buy(0, 80n), buy(1, 80n, 'CNY', FRIDAY), sell(2, 80n, TUESDAY)];
    expect(schedule(problem(trades, { CNY: 80n })).phases).toEqual([1, 2, 1]);
    expect(schedule(problem(trades, { CNY: 160n })).phases).toEqual([1, 1, 1]);
  });

  it('takes purchases by the day of their order before their index', () => {
    // The order of Friday has the lower index, but that of today comes first: 100 − 50 − 70 = −20.
    const trades = [buy(0, 70n, 'CNY', FRIDAY), buy(1, 50n)];
    const result = schedule(problem(trades, { CNY: 100n }));
    expect(result.shortfall).toEqual([
      { kind: 'purchase', index: 0, currency: 'CNY', amount: 70n, missing: 20n, changing: 0n },
    ]);
  });

  it('keeps the floor', () => {
    const trades = [buy(0, 60n), sell(1, 30n, TUESDAY)];
    const result = schedule(problem(trades, { CNY: 100n }, { floor: 50n }));
    expect(result.phases).toEqual([2, 1]);
    expect(result.days.map(({ balance }) => balance)).toEqual([70n]);
  });

  it('takes a settlement on a day off for the next business day', () => {
    // Saturday the 7th: the next business day is Tuesday the 10th.
    const trades = [buy(0, 60n), sell(1, 60n, '2026-03-07')];
    expect(schedule(problem(trades, {})).shifted[0]).toEqual({
      index: 0,
      orderOn: '2026-03-10',
      dealsOn: '2026-03-10',
      settlesOn: '2026-03-11',
    });
  });

  it('asks for the new dates of a purchase, and pays it on the day that it is told', () => {
    const asked: [number, PlainDate][] = [];
    const dates = {
      orderOn: '2026-03-16',
      dealsOn: '2026-03-17',
      settlesOn: '2026-03-18',
    } as const;
    const datesFrom = (index: number, day: PlainDate) => {
      asked.push([index, day]);
      return dates;
    };
    const trades = [buy(7, 60n), sell(1, 60n, TUESDAY)];
    const result = schedule(problem(trades, {}, { datesFrom }));
    expect(asked).toEqual([[7, TUESDAY]]);
    expect(result.shifted).toEqual([{ index: 7, ...dates }]);
    expect(result.days).toEqual([
      { on: TUESDAY, currency: 'CNY', balance: 60n },
      { on: '2026-03-16', currency: 'CNY', balance: 0n },
    ]);
  });

  it('names a purchase that cannot be ordered any more once the money is there', () => {
    const trades = [buy(0, 60n), sell(1, 60n, TUESDAY)];
    const result = schedule(problem(trades, {}, { datesFrom: () => undefined }));
    expect(result.shortfall).toEqual([
      { kind: 'purchase', index: 0, currency: 'CNY', amount: 60n, missing: 0n, changing: 0n },
    ]);
    expect(result.days).toEqual([{ on: TUESDAY, currency: 'CNY', balance: 60n }]);
  });

  it('names what can never be paid, books nothing of it and pays what comes after', () => {
    const trades = [buy(0, 500n), buy(1, 90n), sell(2, 40n, TUESDAY)];
    const result = schedule(problem(trades, { CNY: 50n }));
    expect(result.phases).toEqual([2, 2, 1]);
    // 50 + 40 − 90 are left.
    expect(result.shortfall).toEqual([
      { kind: 'purchase', index: 0, currency: 'CNY', amount: 500n, missing: 500n, changing: 0n },
    ]);
    expect(result.days.at(-1)).toEqual({ on: TUESDAY, currency: 'CNY', balance: 0n });
  });

  it('does nothing with nothing', () => {
    const result = schedule(problem([], {}));
    expect(result).toEqual({ phases: [], days: [], exchanges: [], exchangeCost: 0n, shifted: [] });
  });
});

describe('schedule, with a withdrawal', () => {
  it('pays it first and at once where it can', () => {
    const trades = [buy(0, 60n), sell(1, 60n, TUESDAY)];
    const result = schedule(problem(trades, { CNY: 100n }, { withdrawal: 70n }));
    expect(result.withdrawalOn).toBe(MONDAY);
    expect(result.phases).toEqual([2, 1]);
  });

  it('lets no purchase delay it', () => {
    // 50 today, 60 on Tuesday, 100 on Friday. 100 can be paid out on Tuesday if at most 10 are spent before.
    const sales = [sell(1, 60n, TUESDAY), sell(2, 100n, FRIDAY)];
    const small = schedule(problem([buy(0, 10n), ...sales], { CNY: 50n }, { withdrawal: 100n }));
    expect(small.withdrawalOn).toBe(TUESDAY);
    expect(small.phases[0]).toBe(1);
    const large = schedule(problem([buy(0, 11n), ...sales], { CNY: 50n }, { withdrawal: 100n }));
    expect(large.withdrawalOn).toBe(TUESDAY);
    expect(large.shifted[0]?.orderOn).toBe(FRIDAY);
  });

  it('keeps the money together where it cannot be paid', () => {
    const result = schedule(problem([buy(0, 30n)], { CNY: 80n }, { withdrawal: 100n }));
    expect(result.withdrawalOn).toBeUndefined();
    expect(result.days).toEqual([]);
    expect(result.shortfall).toEqual([
      { kind: 'withdrawal', currency: 'CNY', amount: 100n, missing: 20n, changing: 0n },
      { kind: 'purchase', index: 0, currency: 'CNY', amount: 30n, missing: 0n, changing: 0n },
    ]);
  });
});

describe('schedule, in several currencies', () => {
  it('changes exactly what is missing, at the rate with the spread', () => {
    // USD 150.00 wanted, 50.00 there: 100.00 × 7.1 × 1.002 = 711.42. The spread is 100.00 × 7.1 × 0.002 = 1.42.
    const more = { fx: FX, fxSpread: { USD: 0.002 } };
    const result = schedule(problem([buy(0, 15000n, 'USD')], { CNY: 100000n, USD: 5000n }, more));
    expect(result.exchanges).toEqual([
      { from: 'CNY', paid: 71142n, to: 'USD', received: 10000n, cost: 142n, on: MONDAY },
    ]);
    expect(result.exchangeCost).toBe(142n);
    expect(result.days).toEqual([
      { on: MONDAY, currency: 'CNY', balance: 28858n },
      { on: MONDAY, currency: 'USD', balance: 0n },
    ]);
    expect(result.phases).toEqual([1]);
  });

  it('never gives more than the rate does, and shows what rounding takes as cost', () => {
    // JPY 11 are worth 0.517 yuan: 0.52 is paid, 0.003 too much, which is 0 to the fen.
    const up = schedule(problem([buy(0, 11n, 'JPY')], { CNY: 100n }, { fx: FX }));
    expect(up.exchanges[0]).toMatchObject({ paid: 52n, received: 11n, cost: 0n });
    // 0.29 yuan are worth 6.17 yen: 7 are paid, worth 0.329, which is 0.039 too much.
    const yen = schedule(problem([buy(0, 29n)], { JPY: 100n }, { fx: FX }));
    expect(yen.exchanges[0]).toMatchObject({ from: 'JPY', paid: 7n, received: 29n, cost: 4n });
  });

  it('rounds every change of a day up by itself, and tells those of a pair as one', () => {
    // The floor of 50.00 yuan costs 5,555.56 HK cents, up to 5,556. Of the 200.00 to be paid out 22,222 are left for, worth 199.998: 199.99, which
    // cost 22,221.11, up to 22,222 again; the last fen comes from a yen. 277.78 × 0.9 = 250.002 for 249.99 are 0.012 too much, more than half a cent
    // (0.0045) for each of the two changes, and less than two cents (0.018).
    const cash = { HKD: 27778n, JPY: 1n };
    const result = schedule(problem([], cash, { fx: FX, floor: 5000n, withdrawal: 20000n }));
    const common = { to: 'CNY', on: MONDAY };
    expect(result.exchanges).toEqual([
      { from: 'HKD', paid: 27778n, received: 24999n, cost: 1n, ...common },
      // A yen is worth 0.047, 0.037 more than a fen.
      { from: 'JPY', paid: 1n, received: 1n, cost: 4n, ...common },
    ]);
    expect(result.withdrawalOn).toBe(MONDAY);
  });

  it('draws on the base first, then on the others by code, and pays both spreads through the base', () => {
    // USD 100.00 = 710.00 yuan; 500.00 are there. They give 500/7.1 = 70.42 (70.4225…), price 70.42 × 7.1 = 499.982, up to 499.99.
    // The other 29.58 are 210.018 yuan, in HKD 233.3533… × 1.003 = 234.0534, up to 234.06.
    const more = { fx: FX, fxSpread: { HKD: 0.003, CNY: 0 } };
    const cash = { CNY: 50000n, HKD: 100000n, JPY: 1000000n };
    const { exchanges } = schedule(problem([buy(0, 10000n, 'USD')], cash, more));
    expect(exchanges.map(({ from, paid, received }) => [from, paid, received])).toEqual([
      ['CNY', 49999n, 7042n],
      ['HKD', 23406n, 2958n],
    ]);
    // 499.99 − 499.982 = 0.008 → 0.01; 234.06 × 0.9 − 210.018 = 210.654 − 210.018 = 0.636 → 0.64.
    expect(exchanges.map(({ cost }) => cost)).toEqual([1n, 64n]);
  });

  it('does not change what the currency will have itself in the end', () => {
    const trades = [buy(0, 10000n, 'USD'), sell(1, 10000n, FRIDAY, 'USD')];
    const result = schedule(problem(trades, { CNY: 1000000n }, { fx: FX }));
    expect(result.exchanges).toEqual([]);
    expect(result.shifted[0]?.orderOn).toBe(FRIDAY);
  });

  it('does not change away what a currency needs for its own purchases', () => {
    // 1,000.00 yuan today and 710.00 on Friday; 1,000.00 are for the yuan fund, so the dollars wait.
    const trades = [buy(0, 10000n, 'USD'), buy(1, 100000n), sell(2, 71000n, FRIDAY)];
    const result = schedule(problem(trades, { CNY: 100000n }, { fx: FX }));
    expect(result.phases).toEqual([1, 2, 1]);
    expect(result.shifted).toEqual([
      { index: 1, orderOn: FRIDAY, dealsOn: FRIDAY, settlesOn: '2026-03-10' },
    ]);
    const total = result.days.filter(({ on }) => on === FRIDAY);
    expect(total).toEqual([{ on: FRIDAY, currency: 'CNY', balance: 0n }]);
  });

  it('draws on other currencies before the money that a currency needs itself', () => {
    // USD 100.00 cost 710.00 yuan. Of 1,000.00 yuan 800.00 are for the yuan fund, so 200.00 are changed: 28.16 dollars (200 / 7.1 =
    // 28.169…). The other 71.84 dollars are 510.064 yuan or 566.737… HK dollars.
    const trades = [buy(0, 10000n, 'USD'), buy(1, 80000n)];
    const result = schedule(problem(trades, { CNY: 100000n, HKD: 100000n }, { fx: FX }));
    expect(result.exchanges.map(({ from, paid, received }) => [from, paid, received])).toEqual([
      ['CNY', 19994n, 2816n],
      ['HKD', 56674n, 7184n],
    ]);
    expect(result.phases).toEqual([1, 1]);
  });

  it('buys no unit with less than its price', () => {
    // A cent costs 7.1 fen, more than the 0.07 yuan. In HK cents two cost 2 × 7.1 / 0.9 = 15.777…: 16.
    const { exchanges } = schedule(
      problem([buy(0, 2n, 'USD')], { CNY: 7n, HKD: 100n }, { fx: FX }),
    );
    expect(exchanges.map(({ from, paid, received }) => [from, paid, received])).toEqual([
      ['HKD', 16n, 2n],
    ]);
  });

  it('pays what it can with the money of purchases that can never be paid', () => {
    // The yuan fund is far too large; its 1,000.00 would otherwise lie idle. USD 100.00 cost 710.00.
    const trades = [buy(0, 900000n), buy(1, 10000n, 'USD')];
    const result = schedule(problem(trades, { CNY: 100000n }, { fx: FX }));
    expect(result.exchanges[0]).toMatchObject({ paid: 71000n, received: 10000n, on: MONDAY });
    expect(result.phases).toEqual([2, 1]);
    expect(result.shortfall).toEqual([
      {
        kind: 'purchase',
        index: 0,
        currency: 'CNY',
        amount: 900000n,
        missing: 871000n,
        changing: 0n,
      },
    ]);
  });

  it('ends an overdraft from other currencies, unless its own proceeds will', () => {
    // 10.00 dollars of overdraft cost 71.00 yuan.
    const filled = schedule(problem([], { CNY: 10000n, USD: -1000n }, { fx: FX }));
    expect(filled.exchanges[0]).toMatchObject({ paid: 7100n, received: 1000n });
    const own = schedule(
      problem([sell(0, 1000n, TUESDAY, 'USD')], { CNY: 10000n, USD: -1000n }, { fx: FX }),
    );
    expect(own.exchanges).toEqual([]);
    const poor = schedule(problem([], { CNY: 100n, USD: -1000n }, { fx: FX }));
    // 1.00 yuan is worth 0.14 dollars (0.1408…): 9.86 are missing, and rounding takes up to a cent.
    expect(poor.shortfall).toEqual([
      { kind: 'floor', currency: 'USD', amount: 1000n, missing: 986n, changing: 1n },
    ]);
  });

  it('is not put off for an order that stands and that later money of another currency will pay', () => {
    // 168.50 yuan and 9.00 dollars from Tuesday; 15.34 dollars more on Friday, when 138.90 yuan are due. 200.00 yuan are
    // 168.50 and 31.50, that is 4.44 dollars of 7.10, on Tuesday; the other 4.56 and 15.34 are 141.29 yuan, enough for Friday.
    const incomes = [
      { currency: 'CNY', amount: 16850n, on: TUESDAY },
      { currency: 'USD', amount: 1534n, on: FRIDAY },
    ] as const;
    const standing = (due: bigint) =>
      schedule(
        problem(
          [],
          { USD: 900n },
          {
            fx: FX,
            withdrawal: 20000n,
            incomes,
            payments: [{ currency: 'CNY', amount: due, on: FRIDAY }],
          },
        ),
      );
    const result = standing(13890n);
    expect(result.shortfall).toBeUndefined();
    expect(result.withdrawalOn).toBe(TUESDAY);
    expect(result.exchanges.map(({ paid, received, on }) => [paid, received, on])).toEqual([
      [444n, 3150n, TUESDAY],
      [1957n, 13890n, FRIDAY],
    ]);
    // For a cent more than that the withdrawal waits, as one change of 24.34 dollars gives 172.81 yuan.
    expect(standing(14130n).withdrawalOn).toBe(FRIDAY);
    // What stands is paid come what may: 342.00 yuan are more than there is, and the withdrawal is not paid.
    const short = standing(14200n);
    expect(short.withdrawalOn).toBeUndefined();
    expect(short.days.at(-1)).toMatchObject({ currency: 'USD', on: FRIDAY });
  });

  it('pays a withdrawal as soon as it can, or without changing money back and forth where that is in time', () => {
    // 10.00 dollars are 71.00 yuan and are to buy dollars' products; 71.00 yuan come on Friday.
    const trades = [buy(0, 1000n, 'USD'), sell(1, 7100n, FRIDAY)];
    const paid = (withdrawalBy?: PlainDate) =>
      schedule(problem(trades, { USD: 1000n }, { fx: FX, withdrawal: 7100n, withdrawalBy }));
    for (const soon of [paid(), paid(MONDAY), paid(TUESDAY)]) {
      expect(soon.withdrawalOn).toBe(MONDAY);
      expect(soon.exchanges.map(({ from, on }) => [from, on])).toEqual([
        ['USD', MONDAY],
        ['CNY', FRIDAY],
      ]);
      expect(soon.shifted[0]?.orderOn).toBe(FRIDAY);
    }
    expect(paid(FRIDAY)).toMatchObject({ withdrawalOn: FRIDAY, exchanges: [], shifted: [] });
  });

  it('changes what there is for an order that stands, so that no more than it is overdrawn', () => {
    // 5.00 dollars are 35.50 yuan, of 100.00 that leave on Tuesday.
    const payments = [{ currency: 'CNY', amount: 10000n, on: TUESDAY }] as const;
    const result = schedule(problem([], { CNY: 6000n, USD: 500n }, { fx: FX, payments }));
    expect(result.days).toEqual([
      { on: TUESDAY, currency: 'CNY', balance: -450n },
      { on: TUESDAY, currency: 'USD', balance: 0n },
    ]);
  });

  it('is never short of an order that stands for how changes are cut', () => {
    // 67,348.44 yuan of orders, 209.76 of money and 9,591.24 dollars at 7.00, that is 67,138.68: exactly enough.
    // 22,242.39 yuan are 3,177.49 dollars, which give 22,242.43; the 6,413.75 that are left give 44,896.25.
    const result = schedule(
      problem(
        [],
        { CNY: 20976n, USD: 404506n },
        {
          fx: { base: 'CNY', rates: { USD: '7' } },
          incomes: [{ currency: 'USD', amount: 554618n, on: FRIDAY }],
          payments: [
            { currency: 'CNY', amount: 2245215n, on: TUESDAY },
            { currency: 'CNY', amount: 4489629n, on: FRIDAY },
          ],
        },
      ),
    );
    expect(result.exchanges.map(({ paid, received }) => [paid, received])).toEqual([
      [317749n, 2224243n],
      [641375n, 4489625n],
    ]);
    expect(result.days.every(({ balance }) => balance >= 0n)).toBe(true);
  });

  it('raises a withdrawal from other currencies', () => {
    // 71.00 yuan are 10.00 dollars.
    const result = schedule(problem([], { USD: 5000n }, { fx: FX, withdrawal: 7100n }));
    expect(result.withdrawalOn).toBe(MONDAY);
    expect(result.exchanges[0]).toMatchObject({ from: 'USD', paid: 1000n, received: 7100n });
  });

  it('does not call a purchase phase 2 for another currency’s overdraft', () => {
    const trades = [buy(0, 60n, 'CNY', FRIDAY), sell(1, 1000n, TUESDAY, 'USD')];
    expect(schedule(problem(trades, { CNY: 100n, USD: -500n }, { fx: FX })).phases[0]).toBe(1);
  });
});

describe('schedule refuses', () => {
  const wanting = (fx: unknown) =>
    problem([buy(0, 100n, 'USD')], { CNY: 100000n }, { fx: fx as typeof FX });

  it('a rate that is missing, only where it is needed', () => {
    expectRefusal(() => schedule(wanting(undefined)), 'missing-rate', 'account.fx.rates.USD');
    const other = { base: 'CNY', rates: { HKD: '0.9' } };
    expectRefusal(() => schedule(wanting(other)), 'missing-rate', 'account.fx.rates.USD');
    const named = { ...wanting(other), path: 'household.fx' };
    expectRefusal(() => schedule(named), 'missing-rate', 'household.fx.rates.USD');
    expect(schedule(problem([buy(0, 100n, 'USD')], { USD: 100n })).phases).toEqual([1]);
  });

  it('a rate that is no decimal text above 0', () => {
    const at = (rate: unknown) => () => schedule(wanting({ base: 'CNY', rates: { USD: rate } }));
    expectRefusal(at('0'), 'out-of-range', 'account.fx.rates.USD');
    expectRefusal(at('0.00'), 'out-of-range', 'account.fx.rates.USD');
    expectRefusal(at('-7.1'), 'out-of-range', 'account.fx.rates.USD');
    expectRefusal(at(''), 'empty', 'account.fx.rates.USD');
    expectRefusal(at(7.1), 'invalid-type', 'account.fx.rates.USD');
    for (const wrong of ['7,1', '7.1e0', 'NaN', ' 7.1']) {
      expectRefusal(at(wrong), 'invalid-format', 'account.fx.rates.USD');
    }
  });
});
