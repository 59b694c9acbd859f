import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import { type SwitchQuestion, switchBreakEven } from '../../src/rebalancing/index.js';
import cases from '../fixtures/rebalancing/cases.json' with { type: 'json' };
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
});
