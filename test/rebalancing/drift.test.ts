import { describe, expect, it } from 'vitest';
import { measureDrift } from '../../src/rebalancing/index.js';
import published from '../fixtures/rebalancing/published-rules.json' with { type: 'json' };
import scenario from '../fixtures/rebalancing/scenario.json' with { type: 'json' };
import { BANDS, expectClose, expectRefusal, weightsOf, wrong } from './support.js';

/** Two assets, the first with the given weight. */
const pair = (weight: number) => ({ a: weight, b: 1 - weight });

describe('measureDrift', () => {
  it('finds the classes that leave their band in the scenario', () => {
    const drift = measureDrift(weightsOf(scenario.classWeights), weightsOf(scenario.target), {
      bands: BANDS,
    });
    // By ascending id.
    expect(drift.triggered).toEqual(['BOND', 'CASH']);
    for (const { id, drift: by } of drift.lines) {
      const figures: Readonly<Record<string, string>> = scenario.drift;
      expectClose(by, Number(figures[id]));
    }
    expectClose(drift.portfolioDrift, Number(scenario.portfolioDrift));
  });

  it("measures a portfolio's drift as Betterment publishes it", () => {
    const { target, current, expected_drift } = published.drift_betterment;
    const named = (weights: readonly number[]) =>
      Object.fromEntries(weights.map((weight, i) => [`asset-${i}`, weight]));
    const { portfolioDrift } = measureDrift(named(current), named(target), {
      bands: { absolute: 1, relative: 1 },
    });
    expectClose(portfolioDrift, expected_drift);
  });

  it("leaves Daryanani's no-trade zone alone and triggers outside of it", () => {
    const { target, relative_band, no_trade_zone } = published.daryanani;
    const bands = { absolute: 1, relative: relative_band };
    const line = (weight: number) => measureDrift(pair(weight), pair(target), { bands }).lines[0]!;
    const [low, high] = no_trade_zone as [number, number];
    expectClose(line(target).band, high - target);
    for (const inside of [low, low + 0.001, target, high - 0.001, high]) {
      expect(line(inside).triggered).toBe(false);
    }
    for (const outside of [low - 0.001, high + 0.001]) expect(line(outside).triggered).toBe(true);
  });

  it("knows Vanguard's trigger of 200 basis points", () => {
    const bands = { absolute: published.vanguard_200_175.trigger_bps / 10_000, relative: 1 };
    const line = (weight: number) => measureDrift(pair(weight), pair(0.6), { bands }).lines[0]!;
    expect(line(0.6199).triggered).toBe(false);
    expect(line(0.6201).triggered).toBe(true);
  });

  it('takes the smaller of both bands, as the 5/25 rule of Swedroe does', () => {
    // 40 %: five points are less than a quarter (ten); 10 %: a quarter is 2.5 points.
    const target = { large: 0.4, small: 0.1, rest: 0.5 };
    const bands = { absolute: 0.05, relative: 0.25 };
    const { lines } = measureDrift(target, target, { bands });
    const bandOf = (id: string) => lines.find((line) => line.id === id)!.band;
    expectClose(bandOf('large'), 0.05);
    expectClose(bandOf('small'), 0.025);
  });

  it('does not trigger at exactly the band, whatever the last digit says', () => {
    // 0.3 − 0.25 is 0.04999999999999999 in doubles, 0.35 − 0.3 is 0.04999999999999999 and 0.65 − 0.6 is 0.05000000000000004.
    for (const target of [0.25, 0.3, 0.6]) {
      const bands = { absolute: 0.05, relative: 1 };
      expect(measureDrift(pair(target + 0.05), pair(target), { bands }).triggered).toEqual([]);
    }
  });

  it('does not trigger on a drift that is too small to matter', () => {
    const bands = { absolute: 0.05, relative: 0.25, minimum: 0.005 };
    // A quarter of 1 % is a quarter of a point, below half a point.
    expect(measureDrift(pair(0.014), pair(0.01), { bands }).triggered).toEqual([]);
    expect(measureDrift(pair(0.016), pair(0.01), { bands }).triggered).toEqual(['a']);
  });

  it('counts what one side does not name as 0', () => {
    const { lines, triggered } = measureDrift({ a: 1 }, { b: 1 }, { bands: BANDS });
    expect(lines).toEqual([
      { id: 'a', current: 1, target: 0, drift: 1, band: 0.005, triggered: true },
      { id: 'b', current: 0, target: 1, drift: -1, band: 0.05, triggered: true },
    ]);
    expect(triggered).toEqual(['a', 'b']);
  });

  it('refuses weights by id', () => {
    const options = { bands: BANDS };
    const from = (current: unknown) => () => measureDrift(wrong(current), pair(0.5), options);
    expectRefusal(from(undefined), 'missing-value', 'current');
    expectRefusal(from(null), 'missing-value', 'current');
    expectRefusal(from([1]), 'invalid-type', 'current');
    expectRefusal(from({}), 'empty', 'current');
    expectRefusal(from({ a: -0.1, b: 1.1 }), 'out-of-range', 'current.a');
    expectRefusal(from({ a: '1' }), 'invalid-type', 'current.a');
    expectRefusal(from({ a: Number.NaN }), 'not-finite', 'current.a');
    expectRefusal(from({ a: 0.5, b: 0.4 }), 'inconsistent', 'current');
    const to = (target: unknown) => () => measureDrift(pair(0.5), wrong(target), options);
    expectRefusal(to({ a: 0.5 }), 'inconsistent', 'target');
    expectRefusal(to({ a: Number.POSITIVE_INFINITY }), 'not-finite', 'target.a');
  });

  it('refuses bands by field', () => {
    const ask = (bands: unknown) => () => measureDrift({ a: 1 }, { a: 1 }, { bands: wrong(bands) });
    expectRefusal(ask(undefined), 'missing-value', 'options.bands');
    expectRefusal(ask({ absolute: 0.05 }), 'missing-value', 'options.bands.relative');
    expectRefusal(ask({ ...BANDS, absolute: -1 }), 'out-of-range', 'options.bands.absolute');
    expectRefusal(ask({ ...BANDS, minimum: Number.NaN }), 'not-finite', 'options.bands.minimum');
    expectRefusal(() => measureDrift({ a: 1 }, { a: 1 }, wrong(null)), 'missing-value', 'options');
  });
});
