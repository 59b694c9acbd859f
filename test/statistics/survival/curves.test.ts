import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  nelsonAalen,
  restrictedMean,
  survivalAt,
  survivalQuantile,
} from '../../../src/statistics/index.js';
import { countsOf, curves, expectAs, expectClose, SCALES } from './support.js';

describe.each(curves)('$name', (group) => {
  const counts = countsOf(group.counts);

  it.each(SCALES)('has the survival curve of R on the scale %s', (interval) => {
    const curve = kaplanMeier(counts, { interval });
    group.steps.forEach(([time, atRisk, events, censored, survival, error], i) => {
      const step = curve.steps.find((candidate) => candidate.time === time)!;
      expect(step).toMatchObject({ time, atRisk, events, censored });
      expectClose(step.survival, survival!);
      expectAs(step.standardError, error!);
      const [low, high] = group.bands[interval][i]!;
      expectAs(step.low, low!);
      expectAs(step.high, high!);
    });
  });

  it('has the bands of R at another confidence', () => {
    const curve = kaplanMeier(counts, { confidence: 0.9 });
    group.steps.forEach(([time], i) => {
      const step = curve.steps.find((candidate) => candidate.time === time)!;
      expectAs(step.low, group.bands90[i]![0]!);
      expectAs(step.high, group.bands90[i]![1]!);
    });
  });

  it.each(SCALES)('has the median and the quartiles of R on the scale %s', (interval) => {
    const curve = kaplanMeier(counts, { interval });
    const quartiles = group.quartiles?.[interval];
    const expected = [
      { probability: 0.5, row: group.median[interval] },
      { probability: 0.25, row: quartiles?.[0] },
      { probability: 0.75, row: quartiles?.[1] },
    ];
    for (const { probability, row } of expected) {
      if (row === undefined) continue;
      const [time, low, high] = row;
      const found = survivalQuantile(curve, probability);
      expect(found.status).toBe(time === null ? 'not-reached' : 'reached');
      expect(found.low).toBe(low);
      if (found.status !== 'reached') continue;
      expect(found.time).toBe(time);
      expect(found.high).toBe(high);
    }
  });

  it('has the cumulative hazard of R', () => {
    const { steps } = nelsonAalen(counts);
    for (const [time, atRisk, , , , , hazard, error] of group.steps) {
      const step = steps.find((candidate) => candidate.time === time)!;
      expect(step.atRisk).toBe(atRisk);
      expectClose(step.hazard, hazard!);
      expectClose(step.standardError, error!);
    }
  });

  it('has the restricted means of R, and its errors times the factor of Kaplan and Meier', () => {
    const curve = kaplanMeier(counts);
    for (const [horizon, mean, error] of group.means as readonly (readonly number[])[]) {
      const found = restrictedMean(curve, horizon!);
      if (found.status !== 'observed') throw new Error('expected a mean');
      expectClose(found.mean, mean!);
      const known = knownUpTo(horizon!);
      expect(found.known).toBe(known);
      expectClose(found.standardError!, error! * Math.sqrt(known / (known - 1)));
    }
  });

  /** Who had the event by a horizon, or was still there: those who came before the last step up to it, less those who left or were last seen. */
  function knownUpTo(horizon: number): number {
    const sum = (of: (row: (typeof counts)[number]) => number) =>
      counts.reduce((total, row) => total + of(row), 0);
    const last = Math.max(
      ...counts
        .filter((row) => row.events + row.censored > 0)
        .map(({ time }) => time)
        .filter((time) => time <= horizon),
    );
    const late = sum(({ time, entered = 0 }) => (time < last ? 0 : entered));
    const lost = sum(({ time, censored }) => (time < horizon ? censored : 0));
    return sum(({ events, censored }) => events + censored) - late - lost;
  }

  it('is constant between the steps', () => {
    const curve = kaplanMeier(counts);
    const [first, second] = curve.steps;
    const between = survivalAt(curve, (first!.time + second!.time) / 2);
    expect(between).toMatchObject({ status: 'observed', survival: first!.survival });
  });
});
