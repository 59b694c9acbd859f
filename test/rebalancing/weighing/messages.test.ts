import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, makeReason } from '../../../src/evidence/index.js';
import { lotMessages } from '../../../src/rebalancing/lots/messages.js';
import { weighingMessages } from '../../../src/rebalancing/weighing/messages.js';

describe('the messages of lots and weighing', () => {
  it('are complete in every language', () => {
    expect(checkMessages(lotMessages)).toEqual([]);
    expect(checkMessages(weighingMessages)).toEqual([]);
  });

  it('say what was read', () => {
    const harvested = { product: 'A', substitute: 'B', loss: 0.05 };
    expect(
      formatReason(lotMessages, makeReason('rebalancing.loss-harvested', 'info', harvested), 'en'),
    ).toBe(
      'A is 5.00% below its cost. It is sold so that the loss lowers tax, and the money goes to B.',
    );
    const cheaper = { days: 265, rate: 0.005, later: 0.0025 };
    expect(
      formatReason(weighingMessages, makeReason('rebalancing.cheaper-exit', 'info', cheaper), 'en'),
    ).toBe('Waiting lowers the exit fee from 0.50% to 0.25% (days to wait: 265).');
  });
});
