import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdAccount,
  type HouseholdOutcome,
  type Rebalancer,
  rebalanceEachHousehold,
  rebalanceHousehold,
  rebalanceHouseholds,
} from '../../../src/rebalancing/index.js';
import { expectRefusal } from '../../refusal.js';
import { MONDAY, POLICY, products } from '../simple.js';
import { cny, expectFrozen, positionsOf } from '../support.js';

const universe = products();
const rebalancer = compileRebalancing(POLICY, { universe });
const asOf = MONDAY;

const account = (id: string, held: Record<string, string>): HouseholdAccount => ({
  id,
  currency: 'CNY',
  lastTradeOn: null,
  positions: positionsOf(held),
});
const household = (id: string, ...accounts: readonly HouseholdAccount[]): Household<'CNY'> => ({
  id,
  currency: 'CNY',
  accounts,
  target: { kind: 'products', weights: { BONDS: 0.6, SHARES: 0.4 } },
});

// Li: 10 points off of 100,000, so that 10,000 move in one account. Wu: at its target, though no account is. He: cannot be read.
const BOOK = [
  household('Li', account('1', { BONDS: '50000' }), account('2', { SHARES: '50000' })),
  household('Wu', account('3', { BONDS: '60000' }), account('4', { SHARES: '40000' })),
  household('He', account('5', { BONDS: '1' }), account('6', { NOTHING: '1' })),
  household('Wu', account('7', { BONDS: '1' })),
];

describe('rebalanceHouseholds', () => {
  const book = rebalanceHouseholds(BOOK, rebalancer, { asOf });

  it('decides each household as rebalanceHousehold does and keeps failures apart, with their paths', () => {
    expect(book.values).toEqual(
      [BOOK[0]!, BOOK[1]!].map((one) => rebalanceHousehold(one, rebalancer, { asOf })),
    );
    expect(book.indexes).toEqual([0, 1]);
    expect(
      book.failures.map(({ index, household: id, issues }) => [index, id, issues[0]!.path]),
    ).toEqual([
      [2, 'He', 'households[2].accounts[1].positions[0].product'],
      [3, 'Wu', 'households[3].id'],
    ]);
    expectFrozen(book);
  });

  it('counts households and sums up what their accounts trade', () => {
    const { summary } = book;
    expect(summary).toMatchObject({ count: 4, traded: 1, held: 1, failed: 2 });
    expect(summary.turnover).toEqual([
      {
        currency: 'CNY',
        value: cny('200000'),
        purchases: cny('10000'),
        sales: cny('10000'),
        turnover: 0.05,
      },
    ]);
    expect(
      summary.products.map(({ product, purchases, sales }) => [product, purchases, sales]),
    ).toEqual([
      ['BONDS', { count: 1, amount: cny('10000') }, { count: 0, amount: cny('0') }],
      ['SHARES', { count: 0, amount: cny('0') }, { count: 1, amount: cny('10000') }],
    ]);
    const byCode = Object.fromEntries(
      summary.reasons.map(({ code, accounts }) => [code, accounts]),
    );
    // Of the household, and of its two accounts together.
    expect(byCode['rebalancing.household-met']).toBe(2);
    expect(byCode['rebalancing.household-not-due']).toBe(1);
    expect(summary.faults).toEqual([
      { code: 'duplicate-id', accounts: 1 },
      { code: 'unknown-id', accounts: 1 },
    ]);
  });

  it('gives one at a time, each with its own rebalancer', () => {
    const wide = compileRebalancing(
      { ...POLICY, id: 'wide', bands: { default: { absolute: 0.2 } } },
      { universe },
    );
    const each = rebalanceEachHousehold(
      BOOK.slice(0, 2),
      ({ id }) => (id === 'Li' ? wide : rebalancer),
      { asOf },
    );
    const outcomes: HouseholdOutcome[] = [];
    let step = each.next();
    for (; step.done !== true; step = each.next()) outcomes.push(step.value);
    expect(
      outcomes.map((one) => one.status === 'decided' && [one.value.policy, one.value.decision]),
    ).toEqual([
      ['wide', 'hold'],
      ['simple', 'hold'],
    ]);
    expect(step.value.held).toBe(2);
    const told: HouseholdOutcome[] = [];
    rebalanceHouseholds(BOOK, rebalancer, { asOf, onResult: (outcome) => told.push(outcome) });
    expect(told.map(({ index, status }) => [index, status])).toEqual([
      [0, 'decided'],
      [1, 'decided'],
      [2, 'failed'],
      [3, 'failed'],
    ]);
  });

  it('refuses what is wrong with the call', () => {
    const call =
      (options: unknown, by: unknown = rebalancer, given: unknown = BOOK) =>
      () =>
        rebalanceHouseholds(
          given as Household[],
          by as Rebalancer,
          options as { asOf: typeof asOf },
        );
    expectRefusal(call(undefined), 'missing-value', 'options');
    expectRefusal(call({ asOf: '2026-02-30' }), 'invalid-date', 'options.asOf');
    expectRefusal(call({ asOf, day: 1 }), 'unknown-id', 'options.day');
    expectRefusal(call({ asOf, ids: 'none' }), 'unknown-value', 'options.ids');
    expectRefusal(call({ asOf }, {}), 'invalid-type', 'rebalancer');
    expectRefusal(call({ asOf }, rebalancer, 'Li'), 'invalid-type', 'households');
    expectRefusal(call({ asOf }, rebalancer, null), 'missing-value', 'households');
  });

  it('makes a failure of what is no household', () => {
    const { failures } = rebalanceHouseholds([null as never, { id: '' } as never], rebalancer, {
      asOf,
    });
    expect(failures.map(({ household: id, issues }) => [id, issues[0]!.path])).toEqual([
      [null, 'households[0]'],
      [null, 'households[1].id'],
    ]);
  });

  it('converts nothing between currencies of accounts', () => {
    const usd: HouseholdAccount = {
      ...account('8', {}),
      currency: 'USD',
      positions: [{ product: 'BONDS', value: money('USD', '100') }],
    };
    const mixed: Household = {
      ...household('Xu', account('9', { SHARES: '700' }), usd),
      fx: { base: 'CNY', rates: { USD: '7' } },
    };
    const { summary } = rebalanceHouseholds([mixed], rebalancer, { asOf });
    expect(summary.turnover.map(({ value }) => value)).toEqual([cny('700'), money('USD', '100')]);
  });
});
