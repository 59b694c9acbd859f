import { describe, it } from 'vitest';
import { cumulativeIncidence, type ShareEstimate } from '../../../src/statistics/index.js';
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
});
