import { describe, expect, it } from 'vitest';
import { type FunnelPlotOptions, funnelPlot } from '../../../src/kpi/index.js';
import fixture from '../../fixtures/kpi/advisers-and-groups.json' with { type: 'json' };
import { expectClose, expectRefusal, shuffled, wrong } from '../support.js';

function drawn(groups: Parameters<typeof funnelPlot>[0], options: FunnelPlotOptions = {}) {
  const plot = funnelPlot(groups, options);
  if (plot.status !== 'drawn') throw new Error(plot.status);
  return plot;
}

const positions = (groups: Parameters<typeof funnelPlot>[0], options?: FunnelPlotOptions) =>
  drawn(groups, options).points.map(({ position }) => position);

describe('funnelPlot', () => {
  it.each(fixture.limits)('draws the limits of $n cases about $target as R does', (expected) => {
    const { n, target } = expected;
    const { limits } = drawn([{ id: 'a', successes: 0, n }], { target });
    expect(limits).toHaveLength(1);
    const [{ inner, outer }] = limits as [(typeof limits)[0]];
    expectClose(inner.low, expected.innerLow, 1e-9);
    expectClose(inner.high, expected.innerHigh, 1e-9);
    expectClose(outer.low, expected.outerLow, 1e-9);
    expectClose(outer.high, expected.outerHigh, 1e-9);
  });

  it('places a point by its exact probability', () => {
    // Of ten at ½: P(X ≤ 1) = 11/1024 = 0.011, P(X ≤ 2) = 56/1024 = 0.055, P(X = 0) = 0.00098.
    const place = (successes: number) =>
      positions([{ id: 'a', successes, n: 10 }], { target: 0.5 });
    expect(place(2)).toEqual(['within']);
    expect(place(1)).toEqual(['low']);
    expect(place(0)).toEqual(['very-low']);
    expect(place(8)).toEqual(['within']);
    expect(place(9)).toEqual(['high']);
    expect(place(10)).toEqual(['very-high']);
  });

  it('never calls two of two out of the ordinary where nine in ten are usual', () => {
    expect(positions([{ id: 'a', successes: 2, n: 2 }], { target: 0.9 })).toEqual(['within']);
  });

  it('takes the share of all together where no target is given', () => {
    const { target, dispersion, reasons } = drawn([
      { id: 'a', successes: 30, n: 40 },
      { id: 'b', successes: 30, n: 60 },
    ]);
    expect(target).toBe(0.6);
    // (0.15²·40 + 0.1²·60)/(0.6·0.4) = 6.25 with one degree, as the target is their own: p = 0.012.
    expectClose(dispersion!, 6.25);
    expect(reasons.map(({ code }) => code)).toEqual(['kpi.funnel-overdispersed']);
  });

  it('has a dispersion of 1 by chance alone, whosever the target is', () => {
    const pair = (first: number, second: number) => [
      { id: 'a', successes: first, n: 20 },
      { id: 'b', successes: second, n: 20 },
    ];
    const ways = (k: number): number => (k === 0 ? 1 : (ways(k - 1) * (21 - k)) / k);
    const outcomes = Array.from({ length: 21 }, (_, i) => i);
    // Each group binomial at ½: (X − 10)²/5 is 1 on average, and so is the mean of two.
    const given = outcomes.flatMap((first) =>
      outcomes.map(
        (second) =>
          ways(first) * ways(second) * drawn(pair(first, second), { target: 0.5 }).dispersion!,
      ),
    );
    expectClose(given.reduce((a, b) => a + b) / 2 ** 40, 1, 1e-9);
    // Held against their own share, 20 of 40, the split is hypergeometric: Pearson's χ² is (k − 1)·N/(N − 1) on average, 40/39.
    const split = outcomes.map((first) => ways(first) ** 2);
    const own = outcomes.map((first) => split[first]! * drawn(pair(first, 20 - first)).dispersion!);
    const all = split.reduce((a, b) => a + b);
    expectClose(own.reduce((a, b) => a + b) / all, 40 / 39, 1e-9);
  });

  it('tells no dispersion of one group held against itself', () => {
    const one = { id: 'a', successes: 3, n: 9 };
    expect(drawn([one]).dispersion).toBeNull();
    // (1/3 − 1/2)²·9/(1/4)
    expectClose(drawn([one], { target: 0.5 }).dispersion!, 1);
  });

  it('draws lines from the smallest group to the largest', () => {
    const groups = [5, 80, 400].map((n) => ({ id: `g${n}`, successes: n / 5, n }));
    const { limits } = drawn(groups, { steps: 10 });
    expect(limits[0]!.n).toBe(5);
    expect(limits[limits.length - 1]!.n).toBe(400);
    for (const { inner, outer } of limits) {
      expect(outer.low).toBeLessThanOrEqual(inner.low);
      expect(outer.high).toBeGreaterThanOrEqual(inner.high);
    }
  });

  it('has nothing to draw where nothing varies', () => {
    expect(funnelPlot([])).toMatchObject({
      status: 'no-variation',
      reasons: [{ code: 'kpi.no-cases' }],
    });
    expect(funnelPlot([{ id: 'a', successes: 4, n: 4 }]).status).toBe('no-variation');
  });

  it('gives the same bytes for groups in any order', () => {
    const groups = [3, 9, 27, 81].map((n, i) => ({ id: `g${i}`, successes: (2 * n) / 3, n }));
    const turned = funnelPlot(shuffled(groups, [4, 1, 3, 2]));
    expect(JSON.stringify(turned)).toBe(JSON.stringify(funnelPlot(groups)));
  });

  it('refuses bad input by path', () => {
    const call =
      (groups: unknown, options: unknown = {}) =>
      () =>
        funnelPlot(wrong(groups), wrong(options));
    const good = { id: 'a', successes: 1, n: 2 };
    expectRefusal(call(null), 'missing-value', 'groups');
    expectRefusal(call([good, good]), 'duplicate-id', 'groups[1].id');
    expectRefusal(call([{ ...good, successes: 3 }]), 'out-of-range', 'groups[0].successes');
    expectRefusal(call([{ ...good, n: 0 }]), 'out-of-range', 'groups[0].n');
    expectRefusal(call([{ ...good, mean: 1 }]), 'unknown-id', 'groups[0].mean');
    expectRefusal(call([good], { target: 1 }), 'out-of-range', 'options.target');
    expectRefusal(call([good], { steps: 1 }), 'out-of-range', 'options.steps');
  });
});
