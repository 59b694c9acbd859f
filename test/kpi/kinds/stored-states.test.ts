import { describe, expect, it } from 'vitest';
import { accumulatorOf, defineKpi, type Kpi, type KpiEvent } from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { DESCRIPTION, expectRefusal } from '../support.js';

/** Decodes a state of these events in which some data are others. */
function changed<K extends Kpi['kind']>(kpi: Kpi<K>, events: readonly KpiEvent<K>[]) {
  const { init, add, encode, decode } = accumulatorOf(kpi);
  const draft = init();
  for (const event of events) add(draft, event);
  const state = encode(draft);
  return (data: object) => () => encode(decode({ ...state, data: { ...state.data, ...data } }));
}

describe('a stored state that no cases have is refused', () => {
  it('with more successes than trials', () => {
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'proportion' });
    const decode = changed(kpi, [{ successes: 3, trials: 4 }]);
    expect(decode({ successes: 4 })().data.successes).toBe(4);
    expectRefusal(decode({ successes: 5 }), 'out-of-range', 'state.data.successes');
    expectRefusal(decode({ trials: -1 }), 'out-of-range', 'state.data.trials');
  });

  it('with people who go on from the last step of a funnel', () => {
    const steps = ['met', 'signed'];
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'funnel', steps });
    const decode = changed(kpi, [{ reached: 'met', open: true }, { reached: 'signed' }]);
    expect(decode({ open: [2, 0] })().data.open).toEqual([2, 0]);
    expectRefusal(decode({ open: [1, 1] }), 'inconsistent', 'state.data.open[1]');
    expectRefusal(decode({ early: [0, 1] }), 'inconsistent', 'state.data.early[1]');
  });

  it('with people who went on early and are at no later step', () => {
    const steps = ['met', 'offered', 'signed'];
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'funnel', steps });
    const decode = changed(kpi, [
      { reached: 'signed' },
      { reached: 'offered', open: true, early: 'met', count: 2 },
      { reached: 'signed', early: 'met' },
    ]);
    expect(decode({})().data).toEqual({ stopped: [0, 0, 2], open: [0, 2, 0], early: [3, 1, 0] });
    // Two are open at the second step and two have signed.
    expect(decode({ early: [4, 2, 0] })().data.early).toEqual([4, 2, 0]);
    expectRefusal(decode({ early: [4, 1, 0] }), 'inconsistent', 'state.data.early[0]');
    expectRefusal(decode({ early: [3, 3, 0] }), 'inconsistent', 'state.data.early[1]');
    expectRefusal(decode({ early: [3, 1] }), 'length-mismatch', 'state.data.early');
    expectRefusal(decode({ early: [3, -1, 0] }), 'out-of-range', 'state.data.early[1]');
    // Kept before anybody was told to be early.
    expect(decode({ early: undefined })().data).toEqual({ stopped: [0, 0, 2], open: [0, 2, 0] });
  });

  it('with an amount of money that no event told', () => {
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'amount-per-count', currency: 'CNY' });
    const amount = money('CNY', '10.00');
    const decode = changed(kpi, [{ amount, count: 2 }, { count: 1 }]);
    expect(decode({})().data).toEqual({ amount, amounts: 1, count: 3 });
    expectRefusal(decode({ amounts: 0 }), 'inconsistent', 'state.data.amounts');
    expectRefusal(decode({ amounts: undefined }), 'missing-value', 'state.data.amounts');
    expectRefusal(decode({ amounts: -1 }), 'out-of-range', 'state.data.amounts');
    expect(decode({ amounts: 0, amount: money('CNY', '0.00') })().data.amounts).toBe(0);
  });

  it('with measurements beyond the range of the definition', () => {
    const range = { lowest: 0, highest: 100 };
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'measurements', measure: 'mean', range });
    const decode = changed(kpi, [{ value: 0 }, { value: 100 }]);
    expect(decode({})().data.n).toBe(2);
    expectRefusal(decode({ min: -1 }), 'out-of-range', 'state.data.min');
    expectRefusal(decode({ max: 101 }), 'out-of-range', 'state.data.max');
    // Two numbers from 0 to 100 sum to 200 at most.
    expectRefusal(decode({ sum: [300] }), 'inconsistent', 'state.data.sum');
    expect(changed(kpi, [])({})().data.n).toBe(0);
  });

  it('with durations that are binned otherwise, so that they could not be merged', () => {
    const measure = { name: 'mean' } as const;
    const kpi = defineKpi({ ...DESCRIPTION, kind: 'durations', measure });
    const decode = changed(kpi, [{ duration: 2 }]);
    expectRefusal(decode({ bits: 5 }), 'inconsistent', 'state.data.bits');
    expectRefusal(decode({ exactUpTo: 600 }), 'inconsistent', 'state.data.exactUpTo');
  });
});
