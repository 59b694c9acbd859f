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
    // The last is called the same, but counts dollars.
    const others = [
      flow('flow', '2', 'CNY'),
      flow('dollars', '1', 'USD'),
      flow('flow', '1', 'USD'),
    ];
    for (const other of others) {
      expectRefusal(() => own.merge(draft, other.init()), 'inconsistent', 'other');
      expectRefusal(() => own.add(other.init(), amount), 'inconsistent', 'draft');
      expectRefusal(() => own.result(other.init()), 'inconsistent', 'draft');
      expectRefusal(() => own.encode(other.init()), 'inconsistent', 'draft');
    }
    expectRefusal(() => own.add(wrong(null), amount), 'missing-value', 'draft');
    expectRefusal(() => own.result(wrong(own.encode(draft))), 'inconsistent', 'draft');
    const words = 'a draft of flow@1, made by init, or by decode of a stored state';
    expect(() => own.result(wrong(own.encode(draft)))).toThrow(words);
    expect(own.version).toBe('flow@1');
    const again = own.merge(own.init(), own.decode(own.encode(draft)));
    expect(own.result(again)).toEqual(own.result(draft));
    // The same definition read a second time is the same KPI.
    const twin = flow('flow', '1', 'CNY');
    expect(own.encode(own.merge(own.init(), twin.add(twin.init(), amount)))).toEqual(
      own.encode(draft),
    );
  });
});
