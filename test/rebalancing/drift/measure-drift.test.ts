import { describe, expect, it } from 'vitest';
import { measureDrift } from '../../../src/rebalancing/index.js';
import published from '../../fixtures/rebalancing/published-rules.json' with { type: 'json' };
import scenario from '../../fixtures/rebalancing/scenario.json' with { type: 'json' };
import { expectRefusal } from '../../refusal.js';

/** "5/25": above the smaller of 5 points and a quarter of the target, and above half a point. */
const BANDS = { absolute: 0.05, relative: 0.25, minimum: 0.005 };

/** Two assets, the first with the given weight. */
const pair = (weight: number) => ({ a: weight, b: 1 - weight });

const numbers = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, Number(text)]));

/** Values of a type that the compiler would refuse. */
const wrong = (value: unknown): never => value as never;

describe('measureDrift', () => {
  it('finds the classes that leave their band in the scenario', () => {
    const drift = measureDrift(numbers(scenario.classWeights), numbers(scenario.target), {
      bands: BANDS,
    });
    // By ascending id.
    expect(drift.triggered).toEqual(['BOND', 'CASH']);
    const figures = numbers(scenario.drift);
    for (const { id, drift: by } of drift.lines) expect(by).toBeCloseTo(figures[id]!, 12);
    expect(drift.portfolioDrift).toBeCloseTo(Number(scenario.portfolioDrift), 12);
  });

  it("measures a portfolio's drift as Betterment publishes it", () => {
    const { target, current, expected_drift } = published.drift_betterment;
    const named = (weights: readonly number[]) =>
      Object.fromEntries(weights.map((weight, i) => [`asset-${i}`, weight]));
    const drift = measureDrift(named(current), named(target), { bands: { absolute: 1 } });
    expect(drift.portfolioDrift).toBeCloseTo(expected_drift, 12);
    // Four drifts of 0.05: √(4 · 0.0025) = 0.1.
    expect(drift.distance).toBeCloseTo(0.1, 12);
    expect(drift.largest).toBeCloseTo(0.05, 12);
  });

  it("leaves Daryanani's no-trade zone alone and triggers outside of it", () => {
    const { target, relative_band, no_trade_zone } = published.daryanani;
    const bands = { relative: relative_band };
    const line = (weight: number) => measureDrift(pair(weight), pair(target), { bands }).lines[0]!;
    const [low, high] = no_trade_zone as [number, number];
    expect(line(target).below).toBeCloseTo(low, 12);
    expect(line(target).above).toBeCloseTo(high, 12);
    for (const inside of [low, low + 0.001, target, high - 0.001, high]) {
      expect(line(inside).triggered).toBe(false);
    }
    for (const outside of [low - 0.001, high + 0.001]) expect(line(outside).triggered).toBe(true);
  });

  it("trades at Vanguard's 200 basis points or more where the band is out as soon as it is reached", () => {
    // "target 60%, weight 62.0% or more -> trade".
    const absolute = published.vanguard_200_175.trigger_bps / 10_000;
    const isOut = (weight: number, at: 'beyond' | 'reached') =>
      measureDrift(pair(weight), pair(0.6), { bands: { absolute, at } }).lines[0]!.triggered;
    expect(isOut(0.6199, 'reached')).toBe(false);
    expect(isOut(0.62, 'reached')).toBe(true);
    expect(isOut(0.58, 'reached')).toBe(true);
    expect(isOut(0.62, 'beyond')).toBe(false);
    expect(isOut(0.6201, 'beyond')).toBe(true);
  });

  it('takes the narrower of both bands, as the 5/25 rule of Swedroe does, or the wider', () => {
    // 40 %: five points are less than a quarter (ten); 10 %: a quarter is 2.5 points.
    const target = { large: 0.4, small: 0.1, rest: 0.5 };
    const bandOf = (id: string, combine: 'narrower' | 'wider') => {
      const bands = { absolute: 0.05, relative: 0.25, combine };
      return measureDrift(target, target, { bands }).lines.find((line) => line.id === id)!.band;
    };
    expect(bandOf('large', 'narrower')).toBeCloseTo(0.05, 12);
    expect(bandOf('small', 'narrower')).toBeCloseTo(0.025, 12);
    expect(bandOf('large', 'wider')).toBeCloseTo(0.1, 12);
    expect(bandOf('small', 'wider')).toBeCloseTo(0.05, 12);
  });

  it('does not take a band that was not given for the wider one', () => {
    const bands = { relative: 0.25, combine: 'wider' } as const;
    expect(measureDrift(pair(0.4), pair(0.4), { bands }).lines[0]!.band).toBeCloseTo(0.1, 12);
  });

  it('has other bands for each side and for single ids', () => {
    const bands = {
      default: { above: { absolute: 0.02 }, below: { absolute: 0.1 } },
      byId: { b: { absolute: 0.2 } },
    };
    const at = (weight: number) => measureDrift(pair(weight), pair(0.5), { bands });
    expect(at(0.53).triggered).toEqual(['a']);
    expect(at(0.41).triggered).toEqual([]);
    expect(at(0.39).triggered).toEqual(['a']);
    expect(at(0.53).lines[0]).toMatchObject({ band: 0.02, below: 0.4, above: 0.52 });
    expect(at(0.47).lines[0]!.band).toBe(0.1);
    expect(at(0.71).triggered).toEqual(['a', 'b']);
  });

  it('does not trigger at exactly the band, whatever the last digit says', () => {
    // 0.3 − 0.25 is 0.04999999999999999 in doubles, 0.35 − 0.3 is 0.04999999999999999 and 0.65 − 0.6 is 0.05000000000000004.
    for (const target of [0.25, 0.3, 0.6]) {
      const bands = { absolute: 0.05 };
      expect(measureDrift(pair(target + 0.05), pair(target), { bands }).triggered).toEqual([]);
    }
  });

  it('does not trigger on a drift that is too small to matter', () => {
    // A quarter of 1 % is a quarter of a point, below half a point.
    expect(measureDrift(pair(0.014), pair(0.01), { bands: BANDS }).triggered).toEqual([]);
    expect(measureDrift(pair(0.016), pair(0.01), { bands: BANDS }).triggered).toEqual(['a']);
  });

  it('does not trigger on nothing where nothing is wanted, though its band of 0 is reached', () => {
    const bands = { relative: 0.2, at: 'reached' } as const;
    expect(measureDrift({ a: 1, b: 0 }, { a: 1, b: 0 }, { bands }).triggered).toEqual([]);
  });

  it('counts what one side does not name as 0', () => {
    const { lines, triggered } = measureDrift({ a: 1 }, { b: 1 }, { bands: BANDS });
    expect(lines).toEqual([
      {
        id: 'a',
        kind: 'class',
        current: 1,
        target: 0,
        drift: 1,
        band: 0.005,
        below: 0,
        above: 0.005,
        triggered: true,
      },
      {
        id: 'b',
        kind: 'class',
        current: 0,
        target: 1,
        drift: -1,
        band: 0.05,
        below: 0.95,
        above: 1,
        triggered: true,
      },
    ]);
    expect(triggered).toEqual(['a', 'b']);
  });

  it('keeps something that was out until it is well inside', () => {
    const bands = { default: { absolute: 0.05 }, reentry: 0.5 };
    const isOut = (weight: number, breached: readonly string[]) =>
      measureDrift(pair(weight), pair(0.5), { bands, breached }).lines[0]!.triggered;
    // Back at 0.5 + 0.5 · 0.05 = 0.525.
    expect(isOut(0.53, [])).toBe(false);
    expect(isOut(0.53, ['a'])).toBe(true);
    expect(isOut(0.525, ['a'])).toBe(false);
    const { lines } = measureDrift(pair(0.53), pair(0.5), { bands, breached: ['a'] });
    expect(lines.map(({ above }) => above)).toEqual([0.525, 0.55]);
  });

  it('takes free money by its absolute band alone', () => {
    const target = { a: 0.6, b: 0.4 };
    const at = (cash: number, bands: Parameters<typeof measureDrift>[2]['bands']) =>
      measureDrift({ a: 0.6 * (1 - cash), b: 0.4 * (1 - cash), cash }, target, { bands }).triggered;
    expect(at(0.04, { absolute: 0.05, relative: 0.25 })).toEqual([]);
    expect(at(0.06, { absolute: 0.05, relative: 0.25 })).toEqual(['cash']);
    expect(at(0.06, { relative: 0.25 })).toEqual([]);
    const own = { default: { relative: 0.25 }, byId: { cash: { absolute: 0.01 } } };
    expect(at(0.02, own)).toEqual(['cash']);
  });

  it('takes cash with a target for an asset class', () => {
    const { lines } = measureDrift(
      { cash: 0.12, a: 0.88 },
      { cash: 0.1, a: 0.9 },
      { bands: BANDS },
    );
    expect(lines.map(({ kind }) => kind)).toEqual(['class', 'class']);
    // A quarter of 10 %.
    expect(lines[1]!.band).toBeCloseTo(0.025, 12);
  });

  it('names products where products are measured', () => {
    const options = { bands: BANDS, measure: 'products' } as const;
    expect(measureDrift(pair(0.5), pair(0.5), options).lines[0]!.kind).toBe('product');
  });

  it('measures the tracking error of the drift', () => {
    // Drift (0.1, −0.1), volatilities 20 % and 10 %, correlation 0.5: 0.01 · (0.04 + 0.01 − 2 · 0.01) = 0.0003.
    const covariance = {
      ids: ['a', 'b'],
      matrix: [
        [0.04, 0.01],
        [0.01, 0.01],
      ],
    };
    const options = { bands: BANDS, covariance };
    expect(measureDrift(pair(0.6), pair(0.5), options).trackingError).toBeCloseTo(
      Math.sqrt(0.0003),
      12,
    );
    const { ids, matrix } = covariance;
    const turned = {
      ids: [...ids].reverse(),
      matrix: matrix.map((row) => [...row].reverse()).reverse(),
    };
    expect(
      measureDrift(pair(0.6), pair(0.5), { bands: BANDS, covariance: turned }).trackingError,
    ).toBeCloseTo(Math.sqrt(0.0003), 12);
    expect(measureDrift(pair(0.6), pair(0.5), { bands: BANDS })).not.toHaveProperty(
      'trackingError',
    );
  });

  it('refuses a covariance that does not name what is measured, or names it twice', () => {
    const ask = (covariance: unknown) => () =>
      measureDrift(pair(0.6), pair(0.5), { bands: BANDS, covariance: wrong(covariance) });
    expectRefusal(ask({ ids: ['a'], matrix: [[0.04]] }), 'unknown-id', 'options.covariance.ids');
    const same = [
      [0.04, 0],
      [0, 0.04],
    ];
    expectRefusal(
      ask({ ids: ['a', 'a'], matrix: same }),
      'duplicate-id',
      'options.covariance.ids[1]',
    );
    expectRefusal(ask(null), 'missing-value', 'options.covariance');
    expectRefusal(
      ask({ ids: ['a', 'b'], matrix: [[0.04]] }),
      'length-mismatch',
      'options.covariance.matrix',
    );
  });

  it('freezes what it returns and does not change what it is given', () => {
    const groups = [{ id: 'g', members: ['b', 'a'] }];
    const given = JSON.stringify(groups);
    const drift = measureDrift(pair(0.6), pair(0.5), { bands: BANDS, groups });
    for (const part of [drift, drift.lines, drift.triggered, ...drift.lines]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(
      drift.lines.every(({ members = [] }) => Object.isFrozen(members) || members.length === 0),
    ).toBe(true);
    expect(JSON.stringify(groups)).toBe(given);
  });

  it('does not depend on the order of weights', () => {
    const current = { a: 0.1, b: 0.2, c: 0.3, d: 0.4 };
    const target = { a: 0.37, b: 0.21, c: 0.29, d: 0.13 };
    const turn = (weights: object) => Object.fromEntries(Object.entries(weights).reverse());
    const options = { bands: BANDS };
    expect(measureDrift(turn(current), turn(target), options)).toEqual(
      measureDrift(current, target, options),
    );
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
    const path = 'options.bands';
    const ask = (bands: unknown) => () => measureDrift({ a: 1 }, { a: 1 }, { bands: wrong(bands) });
    expectRefusal(ask(undefined), 'missing-value', path);
    expectRefusal(ask([]), 'invalid-type', path);
    expectRefusal(ask({ minimum: 0.01 }), 'missing-value', `${path}.default`);
    expectRefusal(ask({ default: {} }), 'missing-value', `${path}.default`);
    expectRefusal(ask({ ...BANDS, absolute: -1 }), 'out-of-range', `${path}.absolute`);
    expectRefusal(ask({ ...BANDS, absolute: null }), 'missing-value', `${path}.absolute`);
    expectRefusal(ask({ ...BANDS, minimum: Number.NaN }), 'not-finite', `${path}.minimum`);
    expectRefusal(ask({ ...BANDS, combine: 'both' }), 'unknown-value', `${path}.combine`);
    expectRefusal(ask({ ...BANDS, at: 'edge' }), 'unknown-value', `${path}.at`);
    expectRefusal(ask({ above: BANDS }), 'missing-value', `${path}.below`);
    expectRefusal(
      ask({ default: BANDS, byId: { a: { absolute: -0.1 } } }),
      'out-of-range',
      `${path}.byId.a.absolute`,
    );
    expectRefusal(ask({ default: BANDS, reentry: 1.1 }), 'out-of-range', `${path}.reentry`);
    expectRefusal(() => measureDrift({ a: 1 }, { a: 1 }, wrong(null)), 'missing-value', 'options');
  });

  it('refuses other options by name', () => {
    const ask = (options: object) => () =>
      measureDrift({ a: 1 }, { a: 1 }, wrong({ bands: BANDS, ...options }));
    expectRefusal(ask({ measure: 'groups' }), 'unknown-value', 'options.measure');
    expectRefusal(ask({ breached: [1] }), 'invalid-type', 'options.breached[0]');
    expectRefusal(ask({ groups: {} }), 'invalid-type', 'options.groups');
  });
});
