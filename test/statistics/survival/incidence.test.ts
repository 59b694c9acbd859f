import { describe, expect, it } from 'vitest';
import {
  cumulativeIncidence,
  incidenceAt,
  type ShareEstimate,
} from '../../../src/statistics/index.js';
import { expectAs, expectClose, fixture, SCALES } from './support.js';

describe.each(fixture.incidence)('$name', ({ causes, counts, times, estimates }) => {
  const table = counts.map(([time, censored, ...events]) => ({
    time: time!,
    censored: censored!,
    events: Object.fromEntries(causes.map((cause, i) => [cause, events[i]!])),
  }));

  it.each(SCALES)('has the incidences of R on the scale %s', (interval) => {
    const curves = cumulativeIncidence(table, { interval });
    times.forEach((time, i) => {
      const step = curves.steps.find((candidate) => candidate.time === time)!;
      const check = (estimate: ShareEstimate, name: string) => {
        const { share, error, bands } = estimates[name]!;
        expectClose(estimate.share, share[i]!);
        expectClose(estimate.standardError, error[i]!);
        const [low, high] = bands[interval][i]!;
        expectAs(estimate.low, low!);
        expectAs(estimate.high, high!);
      };
      check(step.eventFree, 'eventFree');
      for (const cause of causes) check(step.incidence[cause]!, cause);
    });
  });

  it.each(SCALES)(
    'are read with the bands of R, whatever those of the curves, on the scale %s',
    (interval) => {
      const curves = cumulativeIncidence(table, { interval, confidence: 0.5 });
      const written = JSON.parse(JSON.stringify(curves));
      for (const cause of causes) {
        times.forEach((time, i) => {
          const [low, high] = estimates[cause]!.bands[interval][i]!;
          for (const read of [curves, written]) {
            const found = incidenceAt(read, cause, time, { confidence: 0.95 });
            if (found.status !== 'observed') throw new Error(found.status);
            expectAs(found.low, low!);
            expectAs(found.high, high!);
            const own = incidenceAt(read, cause, time);
            const step = curves.steps.find((candidate) => candidate.time === time)!;
            expect(own).toEqual({ status: 'observed', time, ...step.incidence[cause]! });
          }
        });
      }
    },
  );
});
