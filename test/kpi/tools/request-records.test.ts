import { describe, expect, it } from 'vitest';
import { requestRecords } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const request = { at: '2026-03-02T09:00:00+08:00', outcome: 'answered', seconds: 1 };
const make = (change: object, options: object = { apdexSeconds: 4 }) =>
  requestRecords(wrong({ ...request, ...change }), wrong(options));
const events = (change: object) => make(change).map(({ event }) => event);
const GOOD = { successes: 1, trials: 1 };

describe('requestRecords', () => {
  it('counts the zones of Apdex with their limits', () => {
    // Satisfied up to T = 4 s, tolerating up to 4T = 16 s, frustrated beyond.
    const zone = (seconds: number) => events({ seconds })[1];
    expect([0, 4, 4.001, 16, 16.001].map(zone)).toEqual(
      [1, 1, 0.5, 0.5, 0].map((value) => ({ value })),
    );
  });

  it('calls a failure frustrating, however fast, and the tool not available', () => {
    expect(events({ outcome: 'failed', seconds: 0.1 })).toEqual([
      { successes: 0, trials: 1 },
      { value: 0 },
    ]);
  });

  it('does not hold the fault of whoever asked against the tool', () => {
    const left = { excluded: 'caller-fault' };
    expect(events({ outcome: 'refused' })).toEqual([left, left]);
  });

  it('takes a time that nobody measured neither for a good one nor for a bad one', () => {
    expect(events({ seconds: undefined })).toEqual([GOOD, { excluded: 'not-timed' }]);
  });

  it('tells a request with an id from its repeats, and needs none', () => {
    expect(make({ id: 'r-1' })[0]!.id).toBe('availability-by-request/r-1');
    expect(make({})[0]).toEqual({
      kpi: 'availability-by-request',
      at: Date.parse(request.at),
      event: GOOD,
    });
  });

  it('refuses what cannot be', () => {
    expectRefusal(() => make({ outcome: 'ok' }), 'unknown-value', 'request.outcome');
    expectRefusal(() => make({ seconds: -1 }), 'out-of-range', 'request.seconds');
    expectRefusal(() => make({ seconds: Number.NaN }), 'not-finite', 'request.seconds');
    expectRefusal(() => make({ at: '2026-03-02' }), 'invalid-format', 'request.at');
    expectRefusal(() => make({ status: 200 }), 'unknown-id', 'request.status');
    expectRefusal(() => make({}, {}), 'missing-value', 'options.apdexSeconds');
    expectRefusal(() => make({}, { apdexSeconds: 0 }), 'out-of-range', 'options.apdexSeconds');
  });
});
