import { describe, expect, it } from 'vitest';
import { fromMinorUnits, type Money, money, toMinorUnits } from '../../../src/money/index.js';
import {
  measureDrift,
  smallestDeposit,
  smallestWithdrawal,
} from '../../../src/rebalancing/index.js';
import fixture from '../../fixtures/rebalancing/deposits-linprog.json' with { type: 'json' };
import { expectRefusal } from '../../refusal.js';

type Flow = typeof smallestDeposit;

interface Case {
  readonly values: Readonly<Record<string, number>>;
  readonly target: Readonly<Record<string, number>>;
  readonly bands: Readonly<Record<string, number>>;
  readonly groups: readonly { readonly id: string; readonly members: readonly string[] }[];
  readonly deposit: number | null;
  readonly withdrawal: number | null;
}

const CASES = fixture.cases as unknown as readonly Case[];

const jpy = (units: number): Money<'JPY'> => fromMinorUnits('JPY', BigInt(units));

const optionsOf = ({ bands, groups }: Case) => ({
  bands: {
    default: { absolute: 1 },
    byId: Object.fromEntries(Object.entries(bands).map(([id, absolute]) => [id, { absolute }])),
  },
  groups,
});

const solve = (flow: Flow, one: Case) => {
  const values = Object.fromEntries(Object.entries(one.values).map(([id, v]) => [id, jpy(v)]));
  return flow(values, one.target, optionsOf(one));
};

/** By how much any weight is outside its band after the trades; below 0 is inside. */
function missedBy(one: Case, trades: Readonly<Record<string, Money>>, sign: 1 | -1): number {
  const after = Object.entries(one.values).map(([id, value]) => {
    const trade = trades[id];
    return [id, value + (trade === undefined ? 0 : sign * Number(toMinorUnits(trade)))] as const;
  });
  const total = after.reduce((sum, [, value]) => sum + value, 0);
  const weights = Object.fromEntries(after.map(([id, value]) => [id, value / total]));
  const { lines } = measureDrift(weights, one.target, optionsOf(one));
  return Math.max(...lines.map(({ id, drift }) => Math.abs(drift) - one.bands[id]!)) * total;
}

describe.each([
  ['smallestDeposit', smallestDeposit, 'deposit', 1],
  ['smallestWithdrawal', smallestWithdrawal, 'withdrawal', -1],
] as const)('%s', (_, flow, figure, sign) => {
  it('is what a linear program says, groups in groups and all', () => {
    for (const one of CASES) {
      const result = solve(flow, one);
      const amount = result.status === 'possible' ? Number(result.amount.amount) : null;
      expect(amount, JSON.stringify(one)).toBe(one[figure]);
    }
  });

  it('goes to trades that add up to it and bring everything within its bands', () => {
    for (const one of CASES) {
      const result = solve(flow, one);
      if (result.status !== 'possible') continue;
      const parts = Object.values(result.trades).map((part) => Number(part.amount));
      expect(parts.every((part) => part > 0)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(one[figure]);
      // Whole units: each of up to six members of a group may be off by less than one.
      expect(missedBy(one, result.trades, sign)).toBeLessThan(6);
    }
  });

  it('is nothing where everything is within its bands', () => {
    const values = { a: jpy(52), b: jpy(48) };
    expect(flow(values, { a: 0.5, b: 0.5 }, { bands: { absolute: 0.05 } })).toEqual({
      status: 'possible',
      amount: jpy(0),
      trades: {},
    });
  });

  it('refuses values by id', () => {
    const ask = (values: unknown) => () =>
      flow(values as never, { a: 1 }, { bands: { absolute: 0.05 } });
    expectRefusal(ask(undefined), 'missing-value', 'values');
    expectRefusal(ask({}), 'empty', 'values');
    expectRefusal(ask({ a: jpy(0) }), 'out-of-range', 'values');
    expectRefusal(ask({ a: jpy(-1) }), 'out-of-range', 'values.a.amount');
    expectRefusal(
      ask({ a: jpy(1), b: money('CNY', '1') }),
      'currency-mismatch',
      'values.b.currency',
    );
    expectRefusal(ask({ a: null }), 'missing-value', 'values.a');
    const target = () => flow({ a: jpy(1) }, { a: 0.5 }, { bands: { absolute: 0.05 } });
    expectRefusal(target, 'inconsistent', 'target');
    expectRefusal(
      () => flow({ a: jpy(1) }, { a: 1 }, {} as never),
      'missing-value',
      'options.bands',
    );
  });
});

describe('smallestDeposit', () => {
  it('says what no deposit can do', () => {
    // Nothing of b is wanted, and its band of a quarter of 0 lets nothing of it stay.
    const values = { a: jpy(50), b: jpy(50) };
    expect(smallestDeposit(values, { a: 1 }, { bands: { relative: 0.25 } })).toEqual({
      status: 'impossible',
    });
  });

  it('reaches bands without any width, which rounded thirds cannot meet to the last digit', () => {
    // 40, 30 and 30 come to thirds with 10 each for the latter two.
    const target = { a: 1 / 3, b: 1 / 3, c: 1 / 3 };
    const values = { a: jpy(40), b: jpy(30), c: jpy(30) };
    expect(smallestDeposit(values, target, { bands: { absolute: 0 } })).toEqual({
      status: 'possible',
      amount: jpy(20),
      trades: { b: jpy(10), c: jpy(10) },
    });
  });

  it('brings what was out well inside where bands have a way back', () => {
    // a is at 60 % and out of 0.5 ± 0.05; back at 0.525: 60 / 0.525 = 114.28, so 15. Without the way back 60 / 0.55 = 109.09: 10.
    const values = { a: jpy(60), b: jpy(40) };
    const target = { a: 0.5, b: 0.5 };
    const amount = (reentry: number) => {
      const bands = { default: { absolute: 0.05 }, reentry };
      const result = smallestDeposit(values, target, { bands });
      return result.status === 'possible' ? result.amount.amount : undefined;
    };
    expect(amount(1)).toBe('10');
    expect(amount(0.5)).toBe('15');
  });
});

describe('smallestWithdrawal', () => {
  it('says where only a withdrawal of everything would do', () => {
    // b is wanted and not held; no sale brings it.
    const values = { a: jpy(100) };
    const bands = { absolute: 0.05 };
    expect(smallestWithdrawal(values, { a: 0.5, b: 0.5 }, { bands })).toEqual({
      status: 'impossible',
    });
  });
});
