import { describe, expect, it } from 'vitest';
import {
  absoluteMoney,
  addMoney,
  compareMoney,
  divideMoney,
  equalsMoney,
  isNegative,
  isPositive,
  isZero,
  type Money,
  maxMoney,
  minMoney,
  money,
  multiplyMoney,
  negateMoney,
  ratioOfMoney,
  roundMoneyToStep,
  splitMoney,
  subtractMoney,
  sumMoney,
} from '../../src/money/index.js';
import { expectRefusal, notMoney, wrong } from './support.js';

const cny = (amount: string) => money('CNY', amount);
const largest = cny(`${'9'.repeat(30)}.99`);

describe('sums and differences', () => {
  it('are exact to the smallest unit', () => {
    expect(addMoney(cny('0.10'), cny('0.20'))).toEqual(cny('0.30'));
    expect(subtractMoney(cny('0.30'), cny('0.30'))).toEqual(cny('0.00'));
    expect(addMoney(money('KWD', '0.001'), money('KWD', '0.009')).amount).toBe('0.010');
    expect(addMoney(cny('9007199254740993.00'), cny('0.01')).amount).toBe('9007199254740993.01');
    expect(sumMoney('CNY', new Array(1000).fill(cny('0.10')))).toEqual(cny('100.00'));
  });

  it('are frozen and leave their arguments alone', () => {
    const list = Object.freeze([cny('1'), cny('2')]);
    expect(Object.isFrozen(sumMoney('CNY', list))).toBe(true);
    expect(Object.isFrozen(addMoney(list[0]!, list[1]!))).toBe(true);
    expect(Object.isFrozen(negateMoney(list[0]!))).toBe(true);
  });

  it('take whatever has currency and amount', () => {
    const holding = { id: 'x', currency: 'CNY', amount: '1.5' } as const;
    expect(addMoney(holding, cny('1'))).toEqual({ currency: 'CNY', amount: '2.50' });
  });

  it('of an empty list are zero in its currency', () => {
    expect(sumMoney('JPY', [])).toEqual({ currency: 'JPY', amount: '0' });
  });

  it('name the row at fault', () => {
    const usd = wrong(money('USD', '1'));
    expectRefusal(
      () => sumMoney('CNY', [cny('1'), usd]),
      'currency-mismatch',
      'amounts[1].currency',
    );
    expectRefusal(() => sumMoney('CNY', [wrong(null)]), 'missing-value', 'amounts[0]');
    expectRefusal(
      () => sumMoney('CNY', [cny('1'), wrong({ currency: 'CNY', amount: 'x' })]),
      'invalid-format',
      'amounts[1].amount',
    );
    const withHole = [cny('1')];
    withHole[2] = cny('1');
    expectRefusal(() => sumMoney('CNY', withHole), 'missing-value', 'amounts[1]');
    expectRefusal(() => sumMoney('CNY', wrong(undefined)), 'missing-value', 'amounts');
    expectRefusal(() => sumMoney('CNY', wrong(cny('1'))), 'invalid-type', 'amounts');
    expectRefusal(() => sumMoney(wrong('RMB'), []), 'unknown-currency', 'currency');
  });

  it('do not grow beyond 30 digits', () => {
    expectRefusal(() => addMoney(largest, cny('0.01')), 'out-of-range', 'result');
    expectRefusal(() => sumMoney('CNY', [largest, largest]), 'out-of-range', 'result');
    expectRefusal(() => multiplyMoney(largest, 2), 'out-of-range', 'result');
    expectRefusal(() => divideMoney(largest, '0.5'), 'out-of-range', 'result');
  });
});

describe('two amounts', () => {
  const calls = [addMoney, subtractMoney, compareMoney, equalsMoney, ratioOfMoney];

  it.each(calls.map((call) => [call.name, call] as const))(
    'of %s are of one currency',
    (_, call) => {
      expectRefusal(
        () => call(cny('1'), wrong(money('USD', '1'))),
        'currency-mismatch',
        'b.currency',
      );
      for (const [value, code, path] of notMoney('a')) {
        expectRefusal(() => call(wrong(value), cny('1')), code, path);
      }
      for (const [value, code, path] of notMoney('b')) {
        expectRefusal(() => call(cny('1'), wrong(value)), code, path);
      }
    },
  );
});

describe('one amount', () => {
  const calls: readonly (readonly [string, (amount: Money) => unknown])[] = [
    ['negateMoney', negateMoney],
    ['absoluteMoney', absoluteMoney],
    ['isZero', isZero],
    ['isPositive', isPositive],
    ['isNegative', isNegative],
    ['multiplyMoney', (amount) => multiplyMoney(amount, 1)],
    ['divideMoney', (amount) => divideMoney(amount, 1)],
    ['roundMoneyToStep', (amount) => roundMoneyToStep(amount, 1)],
  ];

  it.each(calls)('of %s is money', (_, call) => {
    for (const [value, code, path] of notMoney('money')) {
      expectRefusal(() => call(wrong(value)), code, path);
    }
  });

  it('turns its sign, or loses it', () => {
    expect(negateMoney(cny('1.20')).amount).toBe('-1.20');
    expect(negateMoney(cny('0')).amount).toBe('0.00');
    expect(absoluteMoney(cny('-1.20')).amount).toBe('1.20');
    expect(absoluteMoney(cny('1.20')).amount).toBe('1.20');
  });

  it('is below, at or above zero', () => {
    const signs = (amount: string) => [isNegative, isZero, isPositive].map((is) => is(cny(amount)));
    expect(signs('-0.01')).toEqual([true, false, false]);
    expect(signs('0.00')).toEqual([false, true, false]);
    expect(signs('0.01')).toEqual([false, false, true]);
  });
});

describe('factors and divisors', () => {
  it('are text, numbers or bigints', () => {
    expect(multiplyMoney(cny('100'), '0.0033').amount).toBe('0.33');
    expect(multiplyMoney(cny('100'), 0.0033).amount).toBe('0.33');
    expect(multiplyMoney(cny('100'), -2n).amount).toBe('-200.00');
    expect(multiplyMoney(cny('-100'), 0).amount).toBe('0.00');
    // A number counts as its shortest text: 1.1 is 1.1 and not 1.100000000000000088.
    expect(multiplyMoney(cny('0.05'), 1.1, { rounding: 'up' }).amount).toBe('0.06');
    expect(multiplyMoney(cny('10'), 1.1, { rounding: 'up' }).amount).toBe('11.00');
    expect(divideMoney(cny('1'), 2n).amount).toBe('0.50');
  });

  it('are refused when they are none', () => {
    for (const [name, call] of [
      ['factor', (value: unknown) => multiplyMoney(cny('1'), wrong(value))],
      ['divisor', (value: unknown) => divideMoney(cny('1'), wrong(value))],
      ['step', (value: unknown) => roundMoneyToStep(cny('1'), wrong(value))],
    ] as const) {
      expectRefusal(() => call(Number.NaN), 'not-finite', name);
      expectRefusal(() => call(Number.POSITIVE_INFINITY), 'not-finite', name);
      expectRefusal(() => call(undefined), 'missing-value', name);
      expectRefusal(() => call(null), 'missing-value', name);
      expectRefusal(() => call(''), 'empty', name);
      expectRefusal(() => call('5%'), 'invalid-format', name);
      expectRefusal(() => call('1'.repeat(41)), 'too-long', name);
      expectRefusal(() => call({}), 'invalid-type', name);
    }
    expectRefusal(() => divideMoney(cny('1'), 0), 'out-of-range', 'divisor');
    expectRefusal(() => divideMoney(cny('1'), '-0.00'), 'out-of-range', 'divisor');
  });

  it('come with a rounding that exists', () => {
    for (const call of [multiplyMoney, divideMoney, roundMoneyToStep]) {
      const options = { rounding: wrong('bankers') };
      expectRefusal(() => call(cny('1'), 1, options), 'unknown-value', 'options.rounding');
      expectRefusal(() => call(cny('1'), 1, wrong(null)), 'missing-value', 'options');
    }
  });
});

describe('roundMoneyToStep', () => {
  it('rounds to multiples of the step', () => {
    expect(roundMoneyToStep(cny('17063.10'), 1000, { rounding: 'floor' }).amount).toBe('17000.00');
    expect(roundMoneyToStep(cny('17063.10'), 1000, { rounding: 'ceiling' }).amount).toBe(
      '18000.00',
    );
    expect(roundMoneyToStep(cny('-1500'), 1000, { rounding: 'half-up' }).amount).toBe('-2000.00');
    // Ties go to the even number of steps: 2,500 is two and a half thousands.
    expect(roundMoneyToStep(cny('2500'), 1000).amount).toBe('2000.00');
    expect(roundMoneyToStep(cny('3500'), 1000).amount).toBe('4000.00');
    // Cash in Switzerland: 5 rappen.
    expect(roundMoneyToStep(money('CHF', '2.02'), '0.05').amount).toBe('2.00');
    expect(roundMoneyToStep(money('CHF', '2.03'), '0.05').amount).toBe('2.05');
    expect(roundMoneyToStep(money('JPY', '149'), 100).amount).toBe('100');
  });

  it('refuses a step at or below zero or finer than the smallest unit', () => {
    expectRefusal(() => roundMoneyToStep(cny('1'), 0), 'out-of-range', 'step');
    expectRefusal(() => roundMoneyToStep(cny('1'), '-1'), 'out-of-range', 'step');
    expectRefusal(() => roundMoneyToStep(cny('1'), '0.005'), 'out-of-range', 'step');
    expectRefusal(() => roundMoneyToStep(money('JPY', '1'), '0.5'), 'out-of-range', 'step');
  });
});

describe('comparison', () => {
  it('orders by value and not by text', () => {
    expect(compareMoney(cny('9'), cny('10'))).toBe(-1);
    expect(compareMoney(cny('-9'), cny('-10'))).toBe(1);
    expect(compareMoney(cny('1.5'), { currency: 'CNY', amount: '1.500' })).toBe(0);
    expect([cny('2'), cny('-1'), cny('10')].sort(compareMoney).map(({ amount }) => amount)).toEqual(
      ['-1.00', '2.00', '10.00'],
    );
    expect(equalsMoney(cny('1.50'), { currency: 'CNY', amount: '1.5' })).toBe(true);
    expect(equalsMoney(cny('1.50'), cny('1.51'))).toBe(false);
  });

  it('finds the smallest and the largest', () => {
    const [low, middle, high] = [cny('-2'), cny('9'), cny('10')];
    expect(minMoney(middle, high, low)).toEqual(low);
    expect(maxMoney(middle, high, low)).toEqual(high);
    expect(minMoney(middle)).toEqual(middle);
    expect(maxMoney({ id: 'x', currency: 'CNY', amount: '1' } as Money)).toEqual(cny('1'));
  });

  it('names the amount at fault', () => {
    for (const call of [minMoney, maxMoney]) {
      expectRefusal(() => call(wrong(undefined)), 'missing-value', 'amounts[0]');
      expectRefusal(() => call(cny('1'), wrong('2')), 'invalid-type', 'amounts[1]');
      const usd = wrong(money('USD', '1'));
      expectRefusal(
        () => call(cny('1'), cny('2'), usd),
        'currency-mismatch',
        'amounts[2].currency',
      );
    }
  });
});

describe('ratioOfMoney', () => {
  it('is the nearest double to the exact ratio', () => {
    expect(ratioOfMoney(cny('1'), cny('3'))).toBe(1 / 3);
    // Employer's shares of all assets in the example: 260,000 / 1,282,000 = 130 / 641.
    expect(ratioOfMoney(cny('260000'), cny('1282000'))).toBe(130 / 641);
    expect(ratioOfMoney(largest, largest)).toBe(1);
    expect(Object.is(ratioOfMoney(cny('0'), cny('-1')), 0)).toBe(true);
  });

  it('has no zero below the line', () => {
    expectRefusal(() => ratioOfMoney(cny('1'), cny('0')), 'out-of-range', 'b');
  });
});

describe('splitMoney', () => {
  it('shares out by whole weights without losing a unit', () => {
    const parts = splitMoney(cny('100.00'), [1, 1, 1]);
    expect(parts.map(({ amount }) => amount)).toEqual(['33.34', '33.33', '33.33']);
    expect(Object.isFrozen(parts)).toBe(true);
    expect(parts.every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('gives ties to the first, and a weight of zero nothing', () => {
    const amounts = (total: Money, weights: readonly number[]) =>
      splitMoney(total, weights).map(({ amount }) => amount);
    expect(amounts(cny('0.05'), [1, 1])).toEqual(['0.03', '0.02']);
    expect(amounts(cny('0.01'), [0, 1, 0, 1])).toEqual(['0.00', '0.01', '0.00', '0.00']);
    expect(amounts(money('JPY', '2'), [1, 1, 1])).toEqual(['1', '1', '0']);
    expect(amounts(cny('0'), [1, 2])).toEqual(['0.00', '0.00']);
    expect(amounts(cny('7'), [-0, 3])).toEqual(['0.00', '7.00']);
  });

  it('shares a negative amount like its positive', () => {
    expect(splitMoney(cny('-100.00'), [1, 1, 1]).map(({ amount }) => amount)).toEqual([
      '-33.34',
      '-33.33',
      '-33.33',
    ]);
  });

  it('takes weights of any size and scale', () => {
    expect(splitMoney(cny('1'), [1e308, 5e-324]).map(({ amount }) => amount)).toEqual([
      '1.00',
      '0.00',
    ]);
    expect(
      splitMoney(cny('1'), [1e-30, '0.000000000000000000000000000003', 0n]).map((p) => p.amount),
    ).toEqual(['0.25', '0.75', '0.00']);
  });

  it('shares out among very many', () => {
    // 200,000 units over 130,000 equal parts: 70,000 get two and the others one.
    const parts = splitMoney(cny('2000.00'), new Array(130_000).fill(1));
    expect(parts.filter(({ amount }) => amount === '0.02')).toHaveLength(70_000);
    expect(parts.filter(({ amount }) => amount === '0.01')).toHaveLength(60_000);
  });

  it('refuses weights by which nothing can be shared', () => {
    expectRefusal(() => splitMoney(cny('1'), []), 'empty', 'weights');
    expectRefusal(() => splitMoney(cny('1'), [0, 0]), 'inconsistent', 'weights');
    expectRefusal(() => splitMoney(cny('1'), [1, -1]), 'out-of-range', 'weights[1]');
    expectRefusal(() => splitMoney(cny('1'), [1, Number.NaN]), 'not-finite', 'weights[1]');
    expectRefusal(() => splitMoney(cny('1'), ['one']), 'invalid-format', 'weights[0]');
    expectRefusal(() => splitMoney(cny('1'), [wrong(null)]), 'missing-value', 'weights[0]');
    const withHole = [1];
    withHole[2] = 1;
    expectRefusal(() => splitMoney(cny('1'), withHole), 'missing-value', 'weights[1]');
    expectRefusal(() => splitMoney(cny('1'), wrong(3)), 'invalid-type', 'weights');
    expectRefusal(() => splitMoney(cny('1'), wrong(undefined)), 'missing-value', 'weights');
    for (const [value, code, path] of notMoney('total')) {
      expectRefusal(() => splitMoney(wrong(value), [1]), code, path);
    }
  });

  it("apportions the House of 1792 as Hamilton's bill did", async () => {
    const { default: published } = await import('../fixtures/money/published.json', {
      with: { type: 'json' },
    });
    const { seats, states } = published.apportionment;
    const people = states.map((row) => row[1] as number);
    const split = splitMoney(money('JPY', seats), people);
    expect(split.map(({ amount }) => Number(amount))).toEqual(states.map((row) => row[2]));
  });
});
