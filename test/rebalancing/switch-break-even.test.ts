import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import { type SwitchQuestion, switchBreakEven } from '../../src/rebalancing/index.js';
import cases from '../fixtures/rebalancing/cases.json' with { type: 'json' };
import taxed from '../fixtures/rebalancing/lots-switch-tax.json' with { type: 'json' };
import { cny, codes, expectClose, expectRefusal, wrong } from './support.js';

/** A switch that costs 1.5 % and saves 0.3 % a year. */
const QUESTION: SwitchQuestion<'CNY'> = {
  amount: cny('200000'),
  exitFee: 0.005,
  entryFee: 0.01,
  feeFrom: 0.012,
  feeTo: 0.009,
  grossReturn: 0.06,
  years: 3,
};

describe('switchBreakEven', () => {
  it.each(cases.A11)('weighs the switch over $years years, fees $feeMethod', (expected) => {
    const feeMethod = expected.feeMethod as 'subtracted' | 'compounded';
    const answer = switchBreakEven({ ...QUESTION, years: expected.years, feeMethod });
    expectClose(answer.breakEvenYears!, Number(expected.breakEvenYears), 1e-12);
    expect(answer.cost.amount).toBe(expected.cost);
    expect(answer.valueIfStaying.amount).toBe(expected.valueIfStaying);
    expect(answer.valueIfSwitching.amount).toBe(expected.valueIfSwitching);
    expect(answer.advantage.amount).toBe(expected.advantage);
    expect(answer.decision).toBe(expected.years === 3 ? 'stay' : 'switch');
    expect(codes(answer)).toEqual([
      expected.years === 3 ? 'rebalancing.switch-too-late' : 'rebalancing.switch-pays',
    ]);
  });

  it('never breaks even where nothing is saved', () => {
    const answer = switchBreakEven({ ...QUESTION, feeTo: 0.012, years: 50 });
    expect(answer).toMatchObject({ decision: 'stay', breakEvenYears: null });
    expect(codes(answer)).toEqual(['rebalancing.switch-never-pays']);
  });

  it('pays at once where nothing is charged', () => {
    const answer = switchBreakEven({ ...QUESTION, exitFee: 0, entryFee: 0, years: 0.1 });
    expect(answer).toMatchObject({ decision: 'switch', breakEvenYears: 0 });
    expect(answer.cost.amount).toBe('0.00');
  });

  it('refuses a question by field', () => {
    const ask = (change: object) => () => switchBreakEven({ ...QUESTION, ...change });
    expectRefusal(ask({ amount: cny('0') }), 'out-of-range', 'question.amount.amount');
    expectRefusal(ask({ amount: undefined }), 'missing-value', 'question.amount');
    expectRefusal(
      ask({ amount: { currency: 'XXX', amount: '1' } }),
      'unknown-currency',
      'question.amount.currency',
    );
    for (const field of ['exitFee', 'entryFee', 'feeFrom', 'feeTo']) {
      expectRefusal(ask({ [field]: 1 }), 'out-of-range', `question.${field}`);
      expectRefusal(ask({ [field]: -0.01 }), 'out-of-range', `question.${field}`);
      expectRefusal(ask({ [field]: Number.NaN }), 'not-finite', `question.${field}`);
    }
    expectRefusal(ask({ years: 0 }), 'out-of-range', 'question.years');
    expectRefusal(ask({ years: 101 }), 'out-of-range', 'question.years');
    expectRefusal(ask({ years: '3' }), 'invalid-type', 'question.years');
    expectRefusal(ask({ grossReturn: -0.99 }), 'out-of-range', 'question.grossReturn');
    expectRefusal(ask({ grossReturn: null }), 'missing-value', 'question.grossReturn');
    expectRefusal(ask({ feeMethod: 'none' }), 'unknown-value', 'question.feeMethod');
    expectRefusal(() => switchBreakEven(wrong(undefined)), 'missing-value', 'question');
  });

  it('keeps the currency and its digits', () => {
    const answer = switchBreakEven({ ...QUESTION, amount: money('JPY', '200000') });
    // 199,000 / 1.01 = 197,029.70…
    expect(answer.cost).toEqual({ currency: 'JPY', amount: '2970' });
  });

  it('takes the exit fee of the tier that the days held have reached', () => {
    const tiers = [
      { fromDays: 365, rate: 0.0025 },
      { fromDays: 0, rate: 0.015 },
      { fromDays: 7, rate: 0.005 },
    ];
    const tiered = (heldDays: number) =>
      switchBreakEven({ ...QUESTION, years: 6, exitFee: tiers, heldDays });
    const { reasons, ...figures } = tiered(100);
    const { reasons: flat, ...same } = switchBreakEven({ ...QUESTION, years: 6 });
    expect(figures).toEqual(same);
    expect(reasons).toEqual([
      ...flat,
      expect.objectContaining({
        code: 'rebalancing.cheaper-exit',
        parameters: { days: 265, rate: 0.005, later: 0.0025 },
      }),
    ]);
    expect(tiered(6).cost).toEqual(switchBreakEven({ ...QUESTION, exitFee: 0.015 }).cost);
    expect(codes(tiered(365))).toEqual(['rebalancing.switch-pays']);
  });

  it.each(taxed.cases)(
    'weighs after tax a cost of $cost over $years years, $rateNow now and $rateAtEnd at the end',
    ({ amount, cost, rateNow, rateAtEnd, ...expected }) => {
      const { exitFee, entryFee, feeFrom, feeTo, grossReturn, years } = expected;
      const question = { exitFee, entryFee, feeFrom, feeTo, grossReturn, years };
      const untaxed = { ...question, amount: cny(amount) };
      const tax = { cost: cny(cost), rateNow, rateAtEnd };
      const { afterTax, decision, reasons, ...before } = switchBreakEven({ ...untaxed, tax });
      expect(afterTax).toMatchObject({
        taxNow: cny(expected.taxNow),
        valueIfStaying: cny(expected.valueIfStaying),
        valueIfSwitching: cny(expected.valueIfSwitching),
        advantage: cny(expected.advantage),
      });
      const breakEven = Number(expected.breakEvenYears);
      expectClose(afterTax!.breakEvenYears!, breakEven, 1e-9);
      expect(decision).toBe(expected.advantage.startsWith('-') ? 'stay' : 'switch');
      expect(reasons[0]!.parameters).toEqual({ breakEvenYears: afterTax!.breakEvenYears, years });
      const { decision: _, reasons: __, ...plain } = switchBreakEven(untaxed);
      expect(before).toEqual(plain);
    },
  );

  it('counts no tax on a loss', () => {
    const tax = { cost: cny('300000'), rateNow: 0.2, rateAtEnd: 0.2 };
    const answer = switchBreakEven({ ...QUESTION, tax });
    expect(answer.afterTax!.taxNow).toEqual(cny('0'));
    // Staying ends below its cost, so it is not taxed; switching gains on what was paid anew.
    expect(answer.afterTax!.valueIfStaying).toEqual(answer.valueIfStaying);
    expect(answer.decision).toBe('stay');
  });

  it('refuses tiers and tax by field', () => {
    const ask = (change: object) => () => switchBreakEven({ ...QUESTION, ...change });
    const tiers = [{ fromDays: 0, rate: 0.015 }];
    expectRefusal(ask({ exitFee: tiers }), 'missing-value', 'question.heldDays');
    expectRefusal(ask({ exitFee: [], heldDays: 1 }), 'empty', 'question.exitFee');
    const sums = [{ fromDays: 0, rate: 0, plus: '8' }];
    expectRefusal(ask({ exitFee: sums, heldDays: 1 }), 'unknown-id', 'question.exitFee[0].plus');
    expectRefusal(
      ask({ exitFee: [{ fromDays: 7, rate: 0 }], heldDays: 1 }),
      'inconsistent',
      'question.exitFee',
    );
    expectRefusal(
      ask({ exitFee: [{ fromDays: 0, rate: 1 }], heldDays: 1 }),
      'out-of-range',
      'question.exitFee[0].rate',
    );
    const tax = { cost: cny('1'), rateNow: 0.2, rateAtEnd: 0.2 };
    expectRefusal(ask({ tax: { ...tax, rateNow: 1 } }), 'out-of-range', 'question.tax.rateNow');
    expectRefusal(
      ask({ tax: { ...tax, rateAtEnd: undefined } }),
      'missing-value',
      'question.tax.rateAtEnd',
    );
    expectRefusal(
      ask({ tax: { ...tax, cost: money('USD', '1') } }),
      'currency-mismatch',
      'question.tax.cost.currency',
    );
    expectRefusal(
      ask({ exitFee: 0.9, tax: { ...tax, rateNow: 0.5 } }),
      'inconsistent',
      'question.tax',
    );
  });
});
