import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyseCashFlow,
  balanceSheet,
  type ClientView,
  detectNeeds,
  findRecurring,
  type Holding,
  profileClient,
  requiredReturn,
} from '../../src/client/index.js';
import { canonicalJson } from '../../src/evidence/index.js';
import { fromMinorUnits, sumMoney, toMinorUnits } from '../../src/money/index.js';
import {
  AS_OF,
  frozenCopy,
  isDeeplyFrozen,
  policy,
  reading,
  transactions,
  view,
} from './support.js';

/** The rows in any order, some of them twice. */
const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc
    .subarray([...rows])
    .chain((again) =>
      fc.shuffledSubarray([...rows, ...again], { minLength: rows.length + again.length }),
    );

const reordered = <T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length });

const views: fc.Arbitrary<ClientView<'CNY'>> = fc
  .record({
    transactions: shuffled(transactions),
    holdings: reordered(view.holdings),
    goals: reordered(view.goals),
  })
  .map((lists) => ({ ...view, ...lists }));

describe('duplicated, late and reordered rows (A14)', () => {
  it('give the same profile and the same needs, to the byte', () => {
    const profile = canonicalJson(profileClient(view, policy, { asOf: AS_OF }));
    const needs = canonicalJson(detectNeeds(view, policy, { asOf: AS_OF }));
    fc.assert(
      fc.property(views, (given) => {
        expect(canonicalJson(profileClient(given, policy, { asOf: AS_OF }))).toBe(profile);
        expect(canonicalJson(detectNeeds(given, policy, { asOf: AS_OF }))).toBe(needs);
      }),
      { numRuns: 25 },
    );
  });

  it('give the same figures and streams', () => {
    const options = { asOf: AS_OF, policy: reading } as const;
    const { rows: _, ...figures } = analyseCashFlow(transactions, options);
    const streams = canonicalJson(findRecurring(transactions, { asOf: AS_OF }));
    fc.assert(
      fc.property(shuffled(transactions), (rows) => {
        const { rows: account, ...found } = analyseCashFlow(rows, options);
        expect(found).toEqual(figures);
        expect(account.given - account.duplicates).toBe(account.unique);
        expect(canonicalJson(findRecurring(rows, { asOf: AS_OF }))).toBe(streams);
      }),
      { numRuns: 25 },
    );
  });
});

describe('every result', () => {
  it('survives JSON, is frozen, and leaves its arguments alone', () => {
    const given = frozenCopy(view);
    const rules = frozenCopy(policy);
    const results = [
      profileClient(given, rules, { asOf: AS_OF }),
      detectNeeds(given, rules, { asOf: AS_OF }),
      analyseCashFlow(given.transactions!, { asOf: AS_OF, policy: rules }),
      findRecurring(given.transactions!, { asOf: AS_OF }),
      balanceSheet(given.holdings, given.liabilities, { base: 'CNY', rates: given.fx }),
    ];
    for (const result of results) {
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(isDeeplyFrozen(result)).toBe(true);
    }
  });
});

const holdings: fc.Arbitrary<readonly Holding[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('deposit', 'stock', 'bond', 'money-fund', 'mixed-fund', 'property'),
      currency: fc.constantFrom('CNY', 'USD', 'HKD'),
      cents: fc.integer({ min: -100_000, max: 100_000_000 }),
      employer: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ kind, currency, cents, employer }, index) => ({
      id: `h${index}`,
      kind: kind as Holding['kind'],
      employer,
      ...fromMinorUnits(
        currency as Holding['currency'],
        BigInt(kind === 'deposit' ? cents : Math.abs(cents)),
      ),
    })),
  );

describe('a balance sheet', () => {
  const FX = { base: 'CNY', rates: { USD: '7.1000', HKD: '0.9080' } } as const;

  it('adds up: parts to totals, shares to one, assets less debts to the net', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const sheet = balanceSheet(held, [], FX);
        if (sheet.status !== 'complete') throw new Error(sheet.status);
        const financial = sheet.positions.filter(({ kind }) => kind !== 'property');
        const sum = (rows: readonly { value: { currency: 'CNY'; amount: string } }[]) =>
          sumMoney(
            'CNY',
            rows.map(({ value }) => value),
          );
        expect(sum(financial)).toEqual(sheet.financialAssets);
        expect(sum(sheet.debts)).toEqual(sheet.liabilities);
        expect(toMinorUnits(sheet.netFinancial)).toBe(
          toMinorUnits(sheet.financialAssets) - toMinorUnits(sheet.liabilities),
        );
        if (sheet.financialAssets.amount === '0.00') return;
        const shares = financial.reduce((total, { share }) => total + (share ?? Number.NaN), 0);
        expect(shares).toBeCloseTo(1, 12);
        const { herfindahl } = sheet.concentration;
        expect(herfindahl).toBeLessThanOrEqual(1 + 1e-12);
        expect(herfindahl).toBeGreaterThanOrEqual(1 / financial.length - 1e-12);
      }),
    );
  });

  it('names a missing rate and gives no total', () => {
    fc.assert(
      fc.property(holdings, (held) => {
        const foreign = new Set(held.map(({ currency }) => currency).filter((c) => c !== 'CNY'));
        const sheet = balanceSheet(held, [], { base: 'CNY', rates: {} });
        const missing = sheet.status === 'complete' ? [] : sheet.missing.map(({ from }) => from);
        expect(missing).toEqual([...foreign].sort());
      }),
    );
  });
});

describe('the required return', () => {
  const plans = fc.record({
    present: fc.integer({ min: 0, max: 1_000_000_00 }),
    monthly: fc.integer({ min: 0, max: 10_000_00 }),
    years: fc.integer({ min: 1, max: 40 }),
    target: fc.integer({ min: 1, max: 5_000_000_00 }),
  });
  const cny = (cents: number) => fromMinorUnits('CNY', BigInt(cents));
  const solve = (plan: { present: number; monthly: number; years: number; target: number }) =>
    requiredReturn({
      present: cny(plan.present),
      monthlyContribution: cny(plan.monthly),
      years: plan.years,
      target: cny(plan.target),
    });

  it('reaches the target, month by month', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const result = solve(plan);
        if (result.status !== 'found') return;
        const growth = (1 + result.requiredReturn) ** (1 / 12);
        let wealth = plan.present;
        for (let month = 0; month < 12 * plan.years; month++)
          wealth = wealth * growth + plan.monthly;
        expect(wealth / plan.target).toBeCloseTo(1, 9);
      }),
    );
  });

  it('never falls when the target rises', () => {
    const order = ['already-met', 'met-by-saving', 'found', 'unreachable'];
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 1_000_000_00 }), (plan, more) => {
        const before = solve(plan);
        const after = solve({ ...plan, target: plan.target + more });
        expect(order.indexOf(after.status)).toBeGreaterThanOrEqual(order.indexOf(before.status));
        if (before.status !== 'found' || after.status !== 'found') return;
        expect(after.requiredReturn).toBeGreaterThanOrEqual(before.requiredReturn);
      }),
    );
  });
});

describe('recurring streams', () => {
  it('are found on any day of the month, with any months and jitter of the weekend', () => {
    const monthly = fc.record({
      day: fc.integer({ min: 1, max: 31 }),
      first: fc.integer({ min: 0, max: 11 }),
      months: fc.integer({ min: 3, max: 14 }),
    });
    fc.assert(
      fc.property(monthly, ({ day, first, months }) => {
        const rows = Array.from({ length: months }, (_, index) => {
          const month = first + index;
          const year = 2024 + Math.floor(month / 12);
          const inMonth = (month % 12) + 1;
          // Day 0 of the month after is the last of this one.
          const last = new Date(Date.UTC(year, inMonth, 0)).getUTCDate();
          const date = `${year}-${String(inMonth).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
          return {
            id: `r${index}`,
            bookingDate: date as `${number}-${number}-${number}`,
            kind: 'payment',
            currency: 'CNY',
            amount: '-1.00',
          } as const;
        });
        const { streams } = findRecurring(rows, { asOf: rows[months - 1]!.bookingDate });
        expect(streams).toMatchObject([
          { cadence: 'monthly', status: 'active', occurrences: months, missed: 0 },
        ]);
      }),
    );
  });
});
