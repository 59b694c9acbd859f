import { describe, expect, it } from 'vitest';
import {
  hazardRatio,
  kaplanMeier,
  logRank,
  survivalAt,
  survivalCounts,
  survivalQuantile,
} from '../../../src/statistics/index.js';
import { expectClose } from './support.js';

/** Weeks of remission; a minus stands for still in remission. Freireich et al., Blood 21 (1963). */
const rowsOf = (weeks: readonly number[]) => {
  return weeks.map((week) => ({ time: Math.abs(week), event: week > 0 }));
};
const treated = survivalCounts(
  rowsOf([
    6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35,
  ]),
);
const placebo = survivalCounts(
  rowsOf([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]),
);

/** D. G. Kleinbaum and M. Klein, Survival Analysis: A Self-Learning Text, 3rd ed. (2012), chapter 2. */
describe("Kleinbaum and Klein's remission data", () => {
  it('have the published curve', () => {
    const curve = kaplanMeier(treated);
    const published = [
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ] as const;
    for (const [week, survival] of published) {
      const found = survivalAt(curve, week);
      if (found.status !== 'observed') throw new Error('expected survival');
      expect(found.survival.toFixed(4)).toBe(survival.toFixed(4));
    }
    expect(curve).toMatchObject({ n: 21, events: 9 });
  });

  it('have the published medians', () => {
    expect(survivalQuantile(kaplanMeier(treated), 0.5)).toMatchObject({ time: 23 });
    expect(survivalQuantile(kaplanMeier(placebo), 0.5)).toMatchObject({ time: 8 });
  });

  it('have the published log-rank test and the ratio that follows from it', () => {
    const test = logRank([
      { id: 'treated', counts: treated },
      { id: 'placebo', counts: placebo },
    ]);
    if (test.status !== 'tested') throw new Error('expected a test');
    expect(test.statistic.toFixed(2)).toBe('16.79');
    expect(
      test.groups.map(({ id, observed, expected }) => [id, observed, expected.toFixed(2)]),
    ).toEqual([
      ['placebo', 21, '10.75'],
      ['treated', 9, '19.25'],
    ]);
    // Observed less expected −10.251, variance 6.2570: exp(−10.251/6.2570) = 0.1943.
    const ratio = hazardRatio(treated, placebo);
    if (ratio.status !== 'estimated') throw new Error('expected a ratio');
    expectClose(ratio.ratio, 0.1943, 1e-3);
  });
});
