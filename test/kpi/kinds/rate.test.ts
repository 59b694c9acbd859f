import { describe, expect, it } from 'vitest';
import { accumulateAll, compareBeforeAfter, defineKpi, summarise } from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const rate = defineKpi({ ...DESCRIPTION, kind: 'rate', per: 1 });
const stateOf = (count: number, exposure: number) =>
  accumulateAll(rate, [{ count, exposure }]).state;

describe('a rate of very many events', () => {
  it('has its exact interval, which is then the normal one', () => {
    const result = summarise(rate, stateOf(8e9, 9e12));
    if (result.status !== 'ok') throw new Error(result.status);
    // 8e9 ± 1.959963985·√8e9 = 8e9 ± 175304.5; what the exact one adds is (1.96² + 2)/3 events at most.
    expectClose(result.interval!.low, (8e9 - 175_304.5) / 9e12, 1e-9);
    expectClose(result.interval!.high, (8e9 + 175_304.5) / 9e12, 1e-9);
  });

  it('is compared', () => {
    const change = compareBeforeAfter(rate, stateOf(8e9, 9e12), stateOf(9e9, 9e12));
    expect(change).toMatchObject({ status: 'compared', verdict: 'better' });
    const none = compareBeforeAfter(rate, stateOf(8e9, 9e12), stateOf(8e9 + 1e4, 9e12));
    expect(none).toMatchObject({ status: 'compared', verdict: 'not-shown' });
  });
});
