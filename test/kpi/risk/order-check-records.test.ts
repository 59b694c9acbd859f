import { describe, expect, it } from 'vitest';
import { orderCheckRecords } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const options = { asOf: '2026-04-01T00:00:00+08:00' };
const order = { id: 'o-1', checkedAt: '2026-03-02T09:00:00+08:00', blocked: true };
const eventsOf = (change: object) =>
  Object.fromEntries(
    orderCheckRecords(wrong({ ...order, ...change }), options).map(({ kpi, event }) => [
      kpi,
      event,
    ]),
  );

describe('orderCheckRecords', () => {
  it('count what was stopped, whether rightly, and what a person let pass', () => {
    expect(eventsOf({ justified: true, overridden: false, breaches: 0 })).toEqual({
      'interception-rate': { successes: 1, trials: 1 },
      'breach-rate': { count: 0, exposure: 1 },
      'interceptions-justified': { successes: 1, trials: 1 },
      'override-rate': { successes: 0, trials: 1 },
    });
  });

  it('take what nobody looked at neither for a yes nor for a no', () => {
    expect(eventsOf({})).toMatchObject({
      'breach-rate': { excluded: 'not-reviewed' },
      'interceptions-justified': { excluded: 'not-reviewed' },
      'override-rate': { excluded: 'not-recorded' },
    });
  });

  it('say nothing of blocking for an order that passed', () => {
    expect(eventsOf({ blocked: false, breaches: 2 })).toEqual({
      'interception-rate': { successes: 0, trials: 1 },
      'breach-rate': { count: 2, exposure: 1 },
    });
  });

  it('refuse what cannot be', () => {
    const make = (change: object) => () => eventsOf(change);
    expectRefusal(make({ blocked: undefined }), 'missing-value', 'order.blocked');
    expectRefusal(make({ blocked: false, justified: true }), 'inconsistent', 'order.justified');
    expectRefusal(make({ blocked: false, overridden: true }), 'inconsistent', 'order.overridden');
    expectRefusal(make({ justified: 'yes' }), 'invalid-type', 'order.justified');
    expectRefusal(make({ breaches: -1 }), 'out-of-range', 'order.breaches');
    expectRefusal(make({ breaches: Number.NaN }), 'not-finite', 'order.breaches');
    expectRefusal(make({ checkedAt: '2026-04-02T00:00:00Z' }), 'inconsistent', 'order.checkedAt');
    expectRefusal(make({ client: 'c' }), 'unknown-id', 'order.client');
    expectRefusal(() => orderCheckRecords(order, wrong({})), 'missing-value', 'options.asOf');
  });
});
