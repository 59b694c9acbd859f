import { describe, expect, it } from 'vitest';
import { openOrdersOf } from '../../../src/rebalancing/index.js';
import { expectRefusal, wrong } from '../support.js';

describe('openOrdersOf', () => {
  it('refuses what is no result', () => {
    expectRefusal(() => openOrdersOf(wrong(null)), 'missing-value', 'result');
    expectRefusal(() => openOrdersOf(wrong({})), 'missing-value', 'result.trades');
    expectRefusal(() => openOrdersOf(wrong({ trades: 1 })), 'invalid-type', 'result.trades');
    expect(openOrdersOf(wrong({ trades: [] }))).toEqual([]);
  });
});
