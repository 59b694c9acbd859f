import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityRecord } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const at = (text: string) => `2026-03-02T${text}+08:00`;
const window = { tool: 'app', from: at('00:00:00'), until: at('01:00:00'), outages: [] };
const asOf = '2026-03-03T00:00:00+08:00';
const minutes = (change: object) => {
  const { event } = availabilityRecord(wrong({ ...window, ...change }), { asOf });
  return Object.values(event!);
};

describe('availabilityRecord', () => {
  it('counts good minutes over minutes', () => {
    expect(minutes({})).toEqual([60, 60]);
    const outages = [{ from: at('00:10:00'), until: at('00:15:00') }];
    expect(minutes({ outages })).toEqual([55, 60]);
    expect(availabilityRecord(window, { asOf })).toMatchObject({
      kpi: 'availability-by-time',
      at: Date.parse(window.from),
      revision: Date.parse(asOf),
    });
  });

  it('calls no minute good in which the tool was down at all', () => {
    const outages = [{ from: at('00:10:59'), until: at('00:11:01') }];
    expect(minutes({ outages })).toEqual([58, 60]);
  });

  it('counts minutes once that are down for two reasons, and those beyond the window not at all', () => {
    const outages = [
      { from: at('00:20:00'), until: at('00:30:00') },
      { from: at('00:25:00'), until: at('00:35:00') },
      { from: '2026-03-01T23:50:00+08:00', until: at('00:02:00') },
      { from: at('02:00:00'), until: at('03:00:00') },
    ];
    expect(minutes({ outages })).toEqual([43, 60]);
  });

  it('lets an outage that lasts reach to the end of the window', () => {
    expect(minutes({ outages: [{ from: at('00:45:00') }] })).toEqual([45, 60]);
  });

  it('leaves announced maintenance out on both sides', () => {
    const maintenance = [{ from: at('00:00:00'), until: at('00:10:00') }];
    const outages = [{ from: at('00:05:00'), until: at('00:15:00') }];
    expect(minutes({ maintenance, outages })).toEqual([45, 50]);
    const all = [{ from: window.from, until: window.until }];
    expect(minutes({ maintenance: all })).toEqual([0, 0]);
  });

  it('agrees with looking at every minute', () => {
    const stretch = fc
      .tuple(fc.integer({ min: -600, max: 4200 }), fc.integer({ min: 1, max: 1800 }))
      .map(([from, length]) => ({ from, until: from + length }));
    const start = Date.parse(window.from);
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 6 }),
        fc.array(stretch, { maxLength: 3 }),
        (down, off) => {
          const hits = (stretches: typeof down, minute: number): boolean =>
            stretches.some(({ from, until }) => from < (minute + 1) * 60 && until > minute * 60);
          const all = Array.from({ length: 60 }, (_, minute) => minute);
          const served = all.filter((minute) => !hits(off, minute));
          const good = served.filter((minute) => !hits(down, minute));
          const times = (stretches: typeof down) =>
            stretches.map(({ from, until }) => ({
              from: start + from * 1000,
              until: start + until * 1000,
            }));
          expect(minutes({ outages: times(down), maintenance: times(off) })).toEqual([
            good.length,
            served.length,
          ]);
        },
      ),
    );
  });

  it('refuses what cannot be', () => {
    const make = (change: object) => () => minutes(change);
    expectRefusal(make({ from: at('00:00:30') }), 'inconsistent', 'window.from');
    expectRefusal(make({ until: window.from }), 'inconsistent', 'window.until');
    expectRefusal(make({ until: '2026-03-03T00:01:00+08:00' }), 'inconsistent', 'window.until');
    const backwards = [{ from: at('00:10:00'), until: at('00:09:00') }];
    expectRefusal(make({ outages: backwards }), 'inconsistent', 'window.outages[0].until');
    expectRefusal(make({ outages: undefined }), 'missing-value', 'window.outages');
    expectRefusal(make({ outages: [{ at: 1 }] }), 'unknown-id', 'window.outages[0].at');
    expectRefusal(make({ maintenance: 3 }), 'invalid-type', 'window.maintenance');
    expectRefusal(make({ minutes: 3 }), 'unknown-id', 'window.minutes');
  });
});
