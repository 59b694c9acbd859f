import { describe, expect, it } from 'vitest';
import { type Money, money } from '../../../src/money/index.js';
import { costsOf } from '../../../src/rebalancing/weighing/trading-costs.js';
import {
  type WeighingQuestion,
  weighTrades,
} from '../../../src/rebalancing/weighing/weigh-trades.js';
import scenario from '../../fixtures/rebalancing/scenario.json' with { type: 'json' };
import { expectRefusal } from '../../refusal.js';

const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

/** 1.00 of each kind: 6.00. */
const COSTS = costsOf('CNY', [
  { entry: 100n, exit: 100n, spread: 60n, exchange: 100n },
  { tax: 100n, outOfMarket: 100n, spread: 40n },
]);

const QUESTION: WeighingQuestion<'CNY'> = {
  costs: COSTS,
  utilityBefore: 0.03,
  utilityAfter: 0.0306,
  value: cny('10000'),
};

describe('costsOf', () => {
  it('adds rows up kind by kind, and their total', () => {
    const one = cny('1');
    expect(COSTS).toEqual({
      entry: one,
      exit: one,
      spread: one,
      exchange: one,
      tax: one,
      outOfMarket: one,
      total: cny('6'),
    });
    expect(costsOf('CNY', []).total).toEqual(cny('0'));
  });
});

describe('weighTrades', () => {
  it('holds where the gain is not above the cost, to the cent', () => {
    // (0.0306 − 0.03) · 10,000 = 6.00, which is not above 6.00.
    expect(weighTrades(QUESTION)).toMatchObject({
      decision: 'hold',
      gain: cny('6'),
      cost: cny('6'),
      advantage: cny('0'),
    });
    const more = weighTrades({ ...QUESTION, value: cny('10016.67') });
    expect(more).toMatchObject({ decision: 'trade', gain: cny('6.01'), advantage: cny('0.01') });
  });

  it('counts the gain over the years', () => {
    const { decision, gain, reasons } = weighTrades({ ...QUESTION, years: 2 });
    expect({ decision, gain }).toEqual({ decision: 'trade', gain: cny('12') });
    expect(reasons).toMatchObject([
      {
        code: 'rebalancing.gain-above-cost',
        parameters: { gain: cny('12'), cost: cny('6'), years: 2 },
      },
    ]);
  });

  it('trades all the same where the gate is always, and says that it costs more', () => {
    const loss = { ...QUESTION, utilityAfter: 0.029 };
    expect(weighTrades(loss)).toMatchObject({
      decision: 'hold',
      gain: cny('-10'),
      reasons: [{ code: 'rebalancing.cost-above-gain' }],
    });
    expect(weighTrades({ ...loss, gate: 'always' })).toMatchObject({
      decision: 'trade',
      gain: cny('-10'),
      advantage: cny('-16'),
      reasons: [{ code: 'rebalancing.cost-accepted' }],
    });
    expect(weighTrades({ ...QUESTION, gate: 'always', years: 2 }).reasons).toMatchObject([
      { code: 'rebalancing.gain-above-cost' },
    ]);
  });

  it('decides the scenario’s step 13 as its independent figures do', () => {
    const weighed = weighTrades({
      costs: costsOf('CNY', [{ entry: BigInt(scenario.cost.replace('.', '')) }]),
      utilityBefore: Number(scenario.utilityCurrent),
      utilityAfter: Number(scenario.utilityTarget),
      value: cny(scenario.total),
    });
    expect(weighed).toMatchObject({ decision: 'trade', gain: cny(scenario.gain) });
  });

  it('refuses by field', () => {
    const ask = (change: object) => () => weighTrades({ ...QUESTION, ...change });
    expectRefusal(
      ask({ costs: { ...COSTS, total: cny('5') } }),
      'inconsistent',
      'question.costs.total',
    );
    expectRefusal(
      ask({ costs: { ...COSTS, tax: undefined } }),
      'missing-value',
      'question.costs.tax',
    );
    expectRefusal(
      ask({ costs: { ...COSTS, tax: money('USD', '1') } }),
      'currency-mismatch',
      'question.costs.tax.currency',
    );
    expectRefusal(ask({ value: cny('0') }), 'out-of-range', 'question.value.amount');
    expectRefusal(ask({ utilityAfter: Number.NaN }), 'not-finite', 'question.utilityAfter');
    expectRefusal(ask({ years: 0 }), 'out-of-range', 'question.years');
    expectRefusal(ask({ gate: 'never' }), 'unknown-value', 'question.gate');
  });
});
