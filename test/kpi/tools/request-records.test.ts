import { describe, expect, it } from 'vitest';
import { compileKpiCube, requestRecords, serviceKpis } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const request = { at: '2026-03-02T09:00:00+08:00', outcome: 'answered', seconds: 1 };
const look = { apdexSeconds: 4, asOf: '2026-03-03T00:00:00+08:00', timesRecorded: true };
const make = (change: object, options: object = look) =>
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

  it('tells nothing of speed where nobody measures it, not even of what failed', () => {
    // Else failures would be all that counts: an Apdex of 0 of 2, with 48 answers beside it.
    const none = { ...look, timesRecorded: false };
    const apdex = (change: object) => make({ seconds: undefined, ...change }, none)[1]!.event;
    expect(apdex({})).toEqual({ excluded: 'not-timed' });
    expect(apdex({ outcome: 'failed' })).toEqual({ excluded: 'not-timed' });
    expect(apdex({ outcome: 'refused' })).toEqual({ excluded: 'caller-fault' });
    expectRefusal(() => make({}, none), 'inconsistent', 'request.seconds');
  });

  it('tells a request with an id from its repeats, and needs none', () => {
    expect(make({ id: 'r-1' })[0]).toMatchObject({
      id: 'availability-by-request/r-1',
      revision: Date.parse(look.asOf),
    });
    expect(make({})[0]).toEqual({
      kpi: 'availability-by-request',
      at: Date.parse(request.at),
      event: GOOD,
    });
  });

  it('lets a corrected outcome count in place of the first', () => {
    const { availabilityByRequest } = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const cube = compileKpiCube({
      kpis: [availabilityByRequest],
      period: 'month',
      zone: 'Asia/Shanghai',
    });
    const draft = cube.init();
    const corrected = make({ id: 'r-1' }, { ...look, asOf: '2026-03-04T00:00:00+08:00' });
    for (const [record] of [corrected, make({ id: 'r-1', outcome: 'failed' })]) {
      cube.add(draft, record!);
    }
    const { rows, conflicting } = cube.result(draft);
    expect(rows[0]!.result).toMatchObject({ value: 1, n: 1 });
    expect(conflicting).toEqual([]);
  });

  it('refuses what cannot be', () => {
    expectRefusal(() => make({ outcome: 'ok' }), 'unknown-value', 'request.outcome');
    expectRefusal(() => make({ seconds: -1 }), 'out-of-range', 'request.seconds');
    expectRefusal(() => make({ seconds: Number.NaN }), 'not-finite', 'request.seconds');
    expectRefusal(() => make({ at: '2026-03-02' }), 'invalid-format', 'request.at');
    expectRefusal(() => make({ status: 200 }), 'unknown-id', 'request.status');
    expectRefusal(() => make({ at: '2026-03-03T00:00:01+08:00' }), 'inconsistent', 'request.at');
    const wrongLook = (change: object) => () => make({}, { ...look, ...change });
    expectRefusal(wrongLook({ apdexSeconds: undefined }), 'missing-value', 'options.apdexSeconds');
    const silent = wrongLook({ timesRecorded: undefined });
    expectRefusal(silent, 'missing-value', 'options.timesRecorded');
    expectRefusal(wrongLook({ apdexSeconds: 0 }), 'out-of-range', 'options.apdexSeconds');
    expectRefusal(wrongLook({ asOf: undefined }), 'missing-value', 'options.asOf');
    expectRefusal(wrongLook({ now: 0 }), 'unknown-id', 'options.now');
  });
});
