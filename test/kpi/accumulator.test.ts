import { describe, expect, it } from 'vitest';
import { accumulatorOf, defineKpi } from '../../src/kpi/index.js';
import { money } from '../../src/money/index.js';
import { DESCRIPTION, expectRefusal, wrong } from './support.js';

const flow = (id: string, version: string, currency: 'CNY' | 'USD') =>
  accumulatorOf(defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', id, version, currency }));

describe('an accumulator', () => {
  it('takes no draft of another KPI or version', () => {
    const own = flow('flow', '1', 'CNY');
    const amount = { numerator: money('CNY', '1'), denominator: money('CNY', '2') };
    const draft = own.add(own.init(), amount);
    for (const other of [flow('flow', '2', 'CNY'), flow('dollars', '1', 'USD')]) {
      expectRefusal(() => own.merge(draft, other.init()), 'inconsistent', 'other');
      expectRefusal(() => own.add(other.init(), amount), 'inconsistent', 'draft');
      expectRefusal(() => own.result(other.init()), 'inconsistent', 'draft');
      expectRefusal(() => own.encode(other.init()), 'inconsistent', 'draft');
    }
    expectRefusal(() => own.add(wrong(null), amount), 'missing-value', 'draft');
    expectRefusal(() => own.result(wrong(own.encode(draft))), 'inconsistent', 'draft');
    expect(own.version).toBe('flow@1');
    const again = own.merge(own.init(), own.decode(own.encode(draft)));
    expect(own.result(again)).toEqual(own.result(draft));
  });
});
