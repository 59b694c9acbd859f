import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  meanInterval,
  restrictedMean,
  survivalCounts,
} from '../../../src/statistics/index.js';
import { expectClose } from './support.js';

function areaOf(times: readonly (number | string)[], horizon: number, confidence = 0.95) {
  const rows = times.map((time) => ({
    time: Number.parseFloat(String(time)),
    event: !String(time).endsWith('+'),
  }));
  const area = restrictedMean(kaplanMeier(survivalCounts(rows), { confidence }), horizon);
  if (area.status !== 'observed') throw new Error(area.status);
  return area;
}

describe('restrictedMean', () => {
  it('has the interval of a mean: R’s error times the root of m/(m − 1), and Student’s t with m − 1', () => {
    // R, survfit of `aml`, maintained: rmean 28.8977, se 3.46758 up to 40; m is 6 events and 3 who were still there; qt(0.975, 8).
    const area = areaOf([9, 13, '13+', 18, 23, '28+', 31, 34, '45+', 48, '161+'], 40);
    expect(area).toMatchObject({ known: 9, method: 'restricted-mean-t' });
    expectClose(area.mean, 28.8977272727273);
    expectClose(area.standardError!, 3.67792153655304);
    expectClose(area.low!, 20.41642500047951);
    expectClose(area.high!, 37.37902954497503);
  });

  it('is the mean of the times cut at the horizon where nobody was last seen before it', () => {
    const times = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 30 });
    const horizons = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(times, horizons, fc.constantFrom(0.8, 0.95, 0.99), (all, horizon, confidence) => {
        const cut = all.map((time) => Math.min(time, horizon));
        const n = cut.length;
        const mean = cut.reduce((sum, time) => sum + time, 0) / n;
        const squares = cut.reduce((sum, time) => sum + (time - mean) * (time - mean), 0);
        // Those beyond the horizon may as well have been last seen there.
        const lastSeen = all.map((time) => (time > horizon ? `${horizon}+` : time));
        for (const list of [all, lastSeen]) {
          const area = areaOf(list, horizon, confidence);
          expect(area.known).toBe(n);
          expectClose(area.mean, mean, 1e-9);
          if (new Set(cut).size === 1) {
            expect(area).toMatchObject({ standardError: null, low: null, high: null });
            continue;
          }
          expectClose(area.standardError!, Math.sqrt(squares / (n - 1) / n), 1e-9);
          const own = meanInterval(cut, { confidence });
          expectClose(area.low!, Math.max(0, own.low), 1e-9);
          expectClose(area.high!, Math.min(horizon, own.high), 1e-9);
        }
      }),
    );
  });

  it('does not say how sure it is of one client, or of clients who all stayed equally long', () => {
    const unknown = { standardError: null, low: null, high: null };
    expect(areaOf([20], 8)).toMatchObject({ mean: 8, known: 1, ...unknown });
    expect(areaOf([3, 3, 3, 3, 3], 8)).toMatchObject({ mean: 3, known: 5, ...unknown });
    expect(areaOf([20, 20, '8+', '9+', '3+'], 8)).toMatchObject({ mean: 8, known: 4, ...unknown });
  });
});
