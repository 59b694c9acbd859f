import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../../src/dates/index.js';
import { toMinorUnits } from '../../../src/money/index.js';
import {
  compileRebalancing,
  planStages,
  type Rebalancing,
  rebalance,
  type StagesOptions,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, policies, UNIVERSE } from '../random-accounts.js';
import { ACCOUNT, type Changes, MONDAY, POLICY, products } from '../simple.js';
import {
  amountsOf,
  cny,
  codes,
  expectFrozen,
  expectRefusal,
  positionsOf,
  signed,
  wrong,
} from '../support.js';

const DAYS: readonly PlainDate[] = [MONDAY, '2026-06-01', '2026-09-01'];

const stagesOf = (changes: Changes = {}, options: StagesOptions = { days: DAYS }) =>
  planStages(
    { ...ACCOUNT, ...changes.account },
    compileRebalancing<'CNY'>(
      { ...POLICY, ...changes.policy },
      { universe: products(changes.products) },
    ),
    options,
  );

const tradesOf = ({ stages }: { readonly stages: readonly Rebalancing[] }) =>
  stages.map(({ trades }) => signed(trades));

const ONE_STOCK = {
  positions: positionsOf({ SHARES: '90000' }),
  target: { BONDS: 0.7, SHARES: 0.3 },
};

describe('a sale in stages', () => {
  it('goes an equal part of the way each day, though nothing is out of its band', () => {
    const plan = stagesOf({ account: ONE_STOCK });
    const third = { BONDS: '21000.00', SHARES: '-21000.00' };
    expect(tradesOf(plan)).toEqual([third, third, third]);
    expect(plan.stages.map(({ asOf }) => asOf)).toEqual(DAYS);
    expect(plan.stages.map(({ after }) => amountsOf(after.values).SHARES)).toEqual([
      '69000.00',
      '48000.00',
      '27000.00',
    ]);
    expect(signed(plan.atOnce.trades)).toEqual({ BONDS: '63000.00', SHARES: '-63000.00' });
    expect(codes(plan.stages[0]!)).toContain('rebalancing.one-stage');
    expectFrozen(plan);
  });

  it('leaves stages out whose days are not known yet', () => {
    const plan = stagesOf({ account: ONE_STOCK }, { days: DAYS.slice(0, 2), parts: 3 });
    expect(tradesOf(plan)).toEqual([
      { BONDS: '21000.00', SHARES: '-21000.00' },
      { BONDS: '21000.00', SHARES: '-21000.00' },
    ]);
  });

  it('leaves what cannot be done on a day to the days after it', () => {
    // Shares can be sold on the first three days of June and of September only.
    const redemption = { from: '2026-06-01', everyMonths: 3, days: 3 } as const;
    const plan = stagesOf({
      account: ONE_STOCK,
      products: { SHARES: { dealing: { redemption } } },
    });
    const half = { BONDS: '31500.00', SHARES: '-31500.00' };
    expect(tradesOf(plan)).toEqual([{}, half, half]);
    expect(plan.stages[0]?.decision).toBe('hold');
  });

  it('is taxed by the lots that are left and the days on which they are sold', () => {
    const lots = [
      { id: 'a', boughtOn: '2025-06-02', value: cny('90000'), cost: cny('45000') },
    ] as const;
    const taxed: Changes = {
      account: {
        positions: [{ product: 'SHARES', value: cny('90000'), lots }],
        target: ONE_STOCK.target,
      },
      policy: { lots: { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.1 } } },
    };
    const plan = stagesOf(taxed);
    // Half of what is sold is gain: tax of 10 % of the sale at first, of 5 % from 3 June on, which is still to come on 1 June. Of a
    // holding A in a whole W that pays the tax, with w = 0.3 + (A/W − 0.3)(1 − 1/c), the sale is (A − wW) / (1 − wt).
    let [whole, held] = [90_000, 90_000];
    const expected = [0.1, 0.1, 0.05].map((rate, i) => {
      const weight = 0.3 + (held / whole - 0.3) * (1 - 1 / (3 - i));
      const sale = (held - weight * whole) / (1 - weight * rate);
      held -= sale;
      whole -= sale * rate;
      return { sale, tax: sale * rate };
    });
    plan.stages.forEach(({ costs, trades }, i) => {
      // What is set aside for tax is worked out four times, each to a thirteenth of what was missed before.
      expect(Math.abs(Number(costs.tax.amount) - expected[i]!.tax)).toBeLessThan(0.1);
      expect(Math.abs(Number(signed(trades).SHARES) + expected[i]!.sale)).toBeLessThan(1);
    });
    const tax = expected.reduce((sum, one) => sum + one.tax, 0);
    expect(Math.abs(Number(plan.costs.tax.amount) - tax)).toBeLessThan(0.2);
    // At once: 63,000 / (1 − 0.3 × 0.1) = 64,948.45, all of it short-term.
    expect(Math.abs(Number(plan.atOnce.costs.tax.amount) - 6494.85)).toBeLessThan(0.1);
  });

  it('forgets losses of the year before', () => {
    const lots = [
      { id: 'a', boughtOn: '2024-01-02', value: cny('90000'), cost: cny('45000') },
    ] as const;
    const plan = stagesOf(
      {
        account: {
          positions: [{ product: 'SHARES', value: cny('90000'), lots }],
          target: ONE_STOCK.target,
          realisedGains: { long: cny('-100000') },
        },
        policy: { lots: { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.1 } } },
      },
      { days: ['2026-11-02', '2026-12-01', '2027-01-04'] },
    );
    expect(plan.stages.map(({ costs }) => costs.tax.amount === '0.00')).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('pays the exit fee of the days that a purchase has been held', () => {
    // Bonds bought in March are sold in September after 183 days, for 0.1 %; those of June after 92 days would cost 0.5 %.
    const exit = [
      { fromDays: 0, rate: 0.005 },
      { fromDays: 180, rate: 0.001 },
    ];
    const first = stagesOf({ account: ONE_STOCK, products: { BONDS: { fees: { exit } } } });
    expect(first.costs.exit.amount).toBe('0.00');
    const lots = [{ id: 'b', boughtOn: '2026-02-02', value: cny('90000') }] as const;
    const back = stagesOf({
      account: {
        positions: [{ product: 'BONDS', value: cny('90000'), lots }],
        target: { BONDS: 0.3, SHARES: 0.7 },
      },
      products: { BONDS: { fees: { exit } } },
    });
    // 28 and 119 days, then 211.
    const rates = back.stages.map(
      ({ costs, trades }) => Number(costs.exit.amount) / -Number(signed(trades).BONDS),
    );
    [0.005, 0.005, 0.001].forEach((rate, i) => {
      expect(rates[i]).toBeCloseTo(rate, 6);
    });
  });
});

describe('an entry in stages', () => {
  it('invests an equal part of the money each day', () => {
    const plan = stagesOf({ account: { positions: [], cash: [cny('90000')] } });
    const part = { BONDS: '18000.00', SHARES: '12000.00' };
    expect(tradesOf(plan)).toEqual([part, part, part]);
    expect(plan.stages.map(({ cash }) => cash.after.amount)).toEqual([
      '60000.00',
      '30000.00',
      '0.00',
    ]);
  });

  it('keeps what is to stay money, and adds to what is held', () => {
    const plan = stagesOf({
      account: {
        positions: positionsOf({ BONDS: '60000', SHARES: '40000' }),
        cash: [cny('21000')],
      },
      policy: { cash: { target: cny('6000') } },
    });
    const part = { BONDS: '3000.00', SHARES: '2000.00' };
    expect(tradesOf(plan)).toEqual([part, part, part]);
    expect(plan.stages.at(-1)?.cash.after.amount).toBe('6000.00');
  });
});

describe('stages', () => {
  it('are refused where one would begin before the one before it is booked, or what is under way is not', () => {
    const slow = {
      products: { SHARES: { dealing: { redemptionSettlement: 5 } } },
      account: ONE_STOCK,
    };
    expectRefusal(
      () => stagesOf(slow, { days: [MONDAY, '2026-03-05'] }),
      'inconsistent',
      'options.days[1]',
    );
    expectRefusal(
      () => stagesOf({}, { days: ['2026-06-01', MONDAY] }),
      'inconsistent',
      'options.days[1]',
    );
    expectRefusal(() => stagesOf({}, { days: [] }), 'empty', 'options.days');
    expectRefusal(() => stagesOf({}, { days: DAYS, parts: 2 }), 'out-of-range', 'options.parts');
    expectRefusal(() => stagesOf({}, wrong({ days: DAYS, part: 2 })), 'unknown-id', 'options.part');
    const receivables = [{ amount: cny('100'), on: MONDAY as PlainDate }];
    expectRefusal(
      () => stagesOf({ account: { receivables } }),
      'inconsistent',
      'account.receivables',
    );
  });

  it('begin where the one before has ended, to the cent, keep every rule, and end as the whole does', () => {
    const calendar = compileCalendar({
      id: 'weekends',
      covers: { from: '2020-01-01', to: '2040-01-01' },
      holidays: [],
    });
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const rebalancer = compileRebalancing(policy, { universe: UNIVERSE, calendar });
        const { stages } = planStages(account, rebalancer, {
          days: [DAY, '2026-05-04', '2026-07-06'],
        });
        stages.slice(1).forEach(({ before, cash }, i) => {
          const { after } = stages[i]!;
          for (const [id, value] of Object.entries(after.values)) {
            const next = before.values[id] === undefined ? 0n : toMinorUnits(before.values[id]);
            const apart = next - toMinorUnits(value);
            // A cent of a dollar is seven of the account's; the spread of a purchase in units is in its price, which stays.
            const spread = id === 'LISTED' ? toMinorUnits(value) / 1000n + 1n : 0n;
            const few = id === 'DOLLARS' ? 8n : spread;
            expect(apart >= -few && apart <= few, `${id}: ${apart}`).toBe(true);
          }
          const apart = toMinorUnits(cash.before) - toMinorUnits(after.cash);
          expect(apart >= -8n && apart <= 8n, `cash: ${apart}`).toBe(true);
        });
        expect(stages.every(({ certificate }) => certificate.length > 5)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is one where there is one day: as rebalancing to the target', () => {
    const one = stagesOf({}, { days: [MONDAY] });
    const plain = rebalance(ACCOUNT, compileRebalancing<'CNY'>(POLICY, { universe: products() }), {
      asOf: MONDAY,
    });
    expect(one.stages[0]?.trades).toEqual(plain.trades);
    expect(one.atOnce.trades).toEqual(plain.trades);
  });
});
