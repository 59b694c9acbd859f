import { describe, expect, it } from 'vitest';
import { goalTarget, requiredReturn, type SavingPlan } from '../../src/client/index.js';
import fixture from '../fixtures/client/required-return.json' with { type: 'json' };
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
const plan: SavingPlan<'CNY'> = {
  present: cny('1000.00'),
  monthlyContribution: cny('10.00'),
  years: 5,
  target: cny('2000.00'),
};

describe('the required return', () => {
  it.each(fixture.cases)(
    'and what else would do agree with 50 digits: $target in $years years',
    (one) => {
      const { achievableReturn, years, inflation, options, requiredReturn: expected } = one;
      const result = requiredReturn(
        {
          present: cny(one.present),
          monthlyContribution: cny(one.monthlyContribution),
          years,
          target: cny(one.target),
          inflation,
        },
        { achievableReturn },
      );
      if (result.status !== 'found') throw new Error(result.status);
      expect(Math.abs(result.requiredReturn / expected - 1)).toBeLessThan(1e-12);
      expect(result.withinReach).toBe(false);
      expect(result.options).toMatchObject({
        achievableReturn,
        more: { monthlyContribution: cny(options.more) },
        later:
          options.later === null
            ? null
            : { years: options.later.years, target: cny(options.later.target) },
        less: { target: cny(options.less), today: cny(options.today) },
      });
      expect(isDeeplyFrozen(result)).toBe(true);
    },
  );

  it('is within reach where the level can be expected to bring it: no other option is needed', () => {
    // 1,000 to 1,102.50 in two years is 5 % a year.
    const easy = { ...plan, monthlyContribution: cny('0.00'), years: 2, target: cny('1102.50') };
    expect(requiredReturn(easy, { achievableReturn: 0.06 })).toMatchObject({
      status: 'found',
      withinReach: true,
      options: null,
      reasons: [{ code: 'client.return-within-reach', severity: 'info' }],
    });
    expect(requiredReturn(easy)).toMatchObject({ withinReach: null, options: null });
  });

  it('is not asked for where the goal is met already (A18)', () => {
    expect(requiredReturn({ ...plan, present: cny('2000.00') })).toMatchObject({
      status: 'already-met',
      surplus: cny('0.00'),
    });
    expect(requiredReturn({ ...plan, present: cny('2000.00'), years: 0 }).status).toBe(
      'already-met',
    );
    expect(requiredReturn({ ...plan, target: cny('0.00') }).status).toBe('already-met');
  });

  it('is not asked for where saving alone is enough', () => {
    // 1,000 + 60 × 10 = 1,600.
    expect(requiredReturn({ ...plan, target: cny('1600.00') })).toMatchObject({
      status: 'met-by-saving',
      surplus: cny('0.00'),
    });
    expect(requiredReturn({ ...plan, target: cny('1600.01') }).status).toBe('found');
  });

  it('does not exist on the day itself, after it, or where nothing is saved (A18)', () => {
    for (const years of [0, -3]) {
      expect(requiredReturn({ ...plan, years })).toMatchObject({
        status: 'no-time-left',
        shortfall: cny('1000.00'),
      });
    }
    const nothing = { ...plan, present: cny('0.00'), monthlyContribution: cny('0.00') };
    expect(requiredReturn(nothing, { achievableReturn: 0.05 })).toMatchObject({
      status: 'unreachable',
      shortfall: cny('2000.00'),
      options: { later: null, less: { target: cny('0.00') } },
    });
  });

  it('beyond the highest return that is thinkable is unreachable', () => {
    const bold = { ...plan, monthlyContribution: cny('0.00'), years: 1, target: cny('2000.00') };
    expect(requiredReturn(bold)).toMatchObject({ status: 'found', requiredReturn: 1 });
    expect(requiredReturn({ ...bold, target: cny('2000.01') }).status).toBe('unreachable');
    expect(requiredReturn(bold, { highestReturn: 0.5 }).status).toBe('unreachable');
  });

  it.each([
    ['no plan', null, {}, 'missing-value', 'plan'],
    [
      'two currencies',
      { ...plan, present: { currency: 'USD', amount: '1.00' } },
      {},
      'currency-mismatch',
      'plan.present.currency',
    ],
    [
      'an unknown currency',
      { ...plan, target: { currency: 'XX', amount: '1' } },
      {},
      'unknown-currency',
      'plan.target.currency',
    ],
    [
      'a negative amount',
      { ...plan, monthlyContribution: cny('-1.00') },
      {},
      'out-of-range',
      'plan.monthlyContribution.amount',
    ],
    ['half a year', { ...plan, years: 0.5 }, {}, 'invalid-type', 'plan.years'],
    [
      'infinite years',
      { ...plan, years: Number.POSITIVE_INFINITY },
      {},
      'not-finite',
      'plan.years',
    ],
    ['101 years', { ...plan, years: 101 }, {}, 'out-of-range', 'plan.years'],
    ['a falling target', { ...plan, inflation: -0.01 }, {}, 'out-of-range', 'plan.inflation'],
    ['NaN', plan, { achievableReturn: Number.NaN }, 'not-finite', 'options.achievableReturn'],
    ['a total loss', plan, { achievableReturn: -1 }, 'out-of-range', 'options.achievableReturn'],
    ['no highest return', plan, { highestReturn: 0 }, 'out-of-range', 'options.highestReturn'],
    ['options that are none', plan, null, 'missing-value', 'options'],
  ] as const)('is refused: %s', (_, given, options, code, path) => {
    expectRefusal(() => requiredReturn(wrong(given), wrong(options)), code, path);
  });
});

describe('what a goal will cost', () => {
  const goal = {
    id: 'g',
    currency: 'CNY',
    amountToday: '100.00',
    years: 3,
    inflation: 0.1,
  } as const;

  it('is compounded by years and rounded once', () => {
    expect(goalTarget(goal)).toEqual(cny('133.10'));
    expect(goalTarget({ ...goal, inflation: '0.0275', years: 40 })).toEqual(
      // Decimal('100') * Decimal('1.0275') ** 40 = 295.98738…
      cny('295.99'),
    );
    // 100.5 × 1.01 = 101.505, to the even cent.
    expect(goalTarget({ ...goal, amountToday: '100.50', years: 1, inflation: 0.01 })).toEqual(
      cny('101.50'),
    );
  });

  it('is today’s cost once the day has come', () => {
    expect(goalTarget({ ...goal, years: 0 })).toEqual(cny('100.00'));
    expect(goalTarget({ ...goal, years: -2 })).toEqual(cny('100.00'));
  });

  it.each([
    ['no goal', undefined, 'missing-value', 'goal'],
    ['a number for an amount', { ...goal, amountToday: 100 }, 'invalid-type', 'goal.amountToday'],
    ['a negative amount', { ...goal, amountToday: '-1.00' }, 'out-of-range', 'goal.amountToday'],
    ['no inflation', { ...goal, inflation: undefined }, 'missing-value', 'goal.inflation'],
    ['inflation as words', { ...goal, inflation: 'three' }, 'invalid-format', 'goal.inflation'],
    ['no id', { ...goal, id: 3 }, 'invalid-type', 'goal.id'],
  ] as const)('is refused: %s', (_, given, code, path) => {
    expectRefusal(() => goalTarget(wrong(given)), code, path);
  });
});
