import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  type QuantileSketchDraft,
  type QuantileSketchOptions,
  quantile,
  quantileInterval,
  quantileSketch,
  survivalQuantile,
} from '../../../src/statistics/index.js';
import oracle from '../../fixtures/statistics/mergeable.json' with { type: 'json' };
import survival from '../../fixtures/statistics/mergeable-survival.json' with { type: 'json' };
import { wrong } from '../support.js';
import { bytesOf, expectClose, expectRefusal, share } from './support.js';

interface Cases {
  readonly closed?: readonly number[];
  readonly open?: readonly number[];
}

function sketchOf({ closed = [], open = [] }: Cases, options?: QuantileSketchOptions) {
  const draft = quantileSketch.init(options);
  for (const time of closed) quantileSketch.add(draft, time);
  for (const time of open) quantileSketch.addOpen(draft, time);
  return draft;
}

function found(draft: QuantileSketchDraft, probability: number) {
  const outcome = quantileSketch.quantile(draft, probability);
  if (outcome.status !== 'found') throw new Error(`status ${outcome.status}`);
  return outcome;
}

/** The samples of mergeable.py. */
const samples: Readonly<Record<string, (u: number) => number>> = {
  skewed: (u) => (2 * u) / (1 - u),
  'heavy-tailed': (u) => 0.01 / ((1 - u) * (1 - u)),
  discrete: (u) => Math.floor(40 * u * u),
  adversarial: (u) => (u < 0.3 ? u * 1e-9 : u < 0.6 ? 1 + u / 256 : u * 1e12),
};

const sample = (name: string, n: number): number[] => {
  return Array.from({ length: n }, (_, i) => samples[name]!(share(i)));
};

/** Rounding of the comparison itself. */
const ROUNDING = 1e-14;

describe('quantiles of closed cases', () => {
  it('are those of NumPy, exactly up to 500 cases and within the bound beyond', () => {
    for (const { sample: name, n, values } of oracle.quantiles) {
      const draft = sketchOf({ closed: sample(name, n) });
      const exact = n <= 500;
      values.forEach((expected, i) => {
        const { value, error, method } = found(draft, oracle.probabilities[i]!);
        expect(method).toBe(exact ? 'type-7' : 'type-7-binned');
        expect(error).toBeLessThanOrEqual(exact ? 0 : 1 / 256);
        expect(value).toBeGreaterThanOrEqual(expected * (1 - ROUNDING));
        expect(value).toBeLessThanOrEqual(expected * (1 + error) * (1 + ROUNDING));
      });
    }
  });

  it('are read off the curve on request, where each lies at one of the times or in the middle of two', () => {
    const draft = sketchOf({ closed: [3, 7.5, 8, 8.01, 30, 200] });
    const read = (probability: number) =>
      quantileSketch.quantile(draft, probability, { definition: 'kaplan-meier' });
    // Five of six are closed within 30, 83 %; half lies exactly between 8 and 8.01.
    expect(read(0.9)).toEqual({ status: 'found', value: 200, error: 0, method: 'kaplan-meier' });
    expect(read(0.75)).toMatchObject({ value: 30 });
    expectClose((read(0.5) as { value: number }).value, 8.005);
    expect([read(0), read(1)]).toMatchObject([{ value: 3 }, { value: 200 }]);
    // By type 7 nine in ten lie half-way: 30 + 0.5 · 170.
    expect(found(draft, 0.9)).toMatchObject({ value: 115, method: 'type-7' });
    quantileSketch.addOpen(draft, 0);
    expect(read(0.9)).toMatchObject({ value: 200 });
    const wrong = { definition: 'type-8' } as never;
    expectRefusal(
      () => quantileSketch.quantile(draft, 0.5, wrong),
      'unknown-value',
      'options.definition',
    );
  });

  it('keep the bound that was asked for', () => {
    for (const [relativeError, bound] of [
      [0.1, 1 / 16],
      [0.01, 1 / 128],
      [0.001, 1 / 1024],
      [0.00025, 1 / 4096],
    ] as const) {
      const cases = sample('heavy-tailed', 3000);
      const draft = sketchOf({ closed: cases }, { relativeError, exactUpTo: 0 });
      for (const p of [0, 0.003, 0.2, 0.5, 0.77, 0.99, 0.9999, 1]) {
        const { value, error } = found(draft, p);
        const excess = value / quantile(cases, p) - 1;
        expect(error).toBeLessThanOrEqual(bound);
        expect(excess).toBeGreaterThanOrEqual(-ROUNDING);
        expect(excess).toBeLessThanOrEqual(error + ROUNDING);
      }
    }
  });

  it('are exact at both ends, at 0, and for whole numbers up to 512', () => {
    const times = Array.from({ length: 600 }, (_, i) => (i * 7) % 513);
    const draft = sketchOf({ closed: [...times, 0.3, 1000.7] });
    expect(found(draft, 0)).toMatchObject({ value: 0, error: 0 });
    expect(found(draft, 1)).toMatchObject({ value: 1000.7, error: 0 });
    const days = sketchOf({ closed: Array.from({ length: 1001 }, (_, i) => i % 500) });
    expect(found(days, 0.5).value).toBe(
      quantile(
        Array.from({ length: 1001 }, (_, i) => i % 500),
        0.5,
      ),
    );
    const zeros = sketchOf({ closed: [...new Array(900).fill(0), ...new Array(100).fill(3.3)] });
    expect(found(zeros, 0.5)).toMatchObject({ value: 0, error: 0 });
  });

  it('are reached by an adversary who stands just above an edge, and no more', () => {
    const justAbove = 1 + 2 ** -52;
    const draft = sketchOf({ closed: [0.5, ...new Array(998).fill(justAbove), 2] });
    const { value, error } = found(draft, 0.5);
    expect(value).toBe(1 + 1 / 256);
    expect(error).toBe(1 / 256);
    expect(value / justAbove - 1).toBeLessThanOrEqual(error);
  });

  it('far in the tail are the same from 64 merged parts as from one', () => {
    const cases = sample('heavy-tailed', 64_000);
    const whole = sketchOf({ closed: cases });
    const parts = Array.from({ length: 64 }, (_, k) => {
      return sketchOf({ closed: cases.filter((_time, i) => i % 64 === k) });
    });
    const merged = quantileSketch.init();
    for (const part of parts.reverse()) quantileSketch.merge(merged, part);
    expect(bytesOf(quantileSketch, merged)).toBe(bytesOf(quantileSketch, whole));
    expect(found(merged, 0.9999)).toStrictEqual(found(whole, 0.9999));
    const excess = found(merged, 0.9999).value / quantile(cases, 0.9999) - 1;
    expect(excess).toBeGreaterThanOrEqual(0);
    expect(excess).toBeLessThanOrEqual(1 / 256);
  });
});

/** The samples of mergeable.R: its data set by name, or made up. */
function survivalSample(name: string, n: number): Required<Cases> {
  // M. D. Miller, Survival Analysis (1981): remission of leukaemia, in weeks; R's `aml`.
  if (name === 'aml-maintained') {
    return { closed: [9, 13, 18, 23, 31, 34, 48], open: [13, 28, 45, 161] };
  }
  if (name === 'aml-nonmaintained') {
    return { closed: [5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], open: [16] };
  }
  const rows = Array.from({ length: n }, (_, i) => {
    const time = samples.skewed!(share(i));
    const closed = share(i + 1_000_000) > 0.3;
    return { time: name === 'whole' ? Math.floor(time) + 1 : time, closed };
  });
  const times = (closed: boolean) => rows.filter((r) => r.closed === closed).map((r) => r.time);
  return { closed: times(true), open: times(false) };
}

describe('quantiles where cases are open', () => {
  it('are those of R, exactly up to 500 cases and within their stated bound beyond', () => {
    for (const { sample: name, n, values } of survival.rows) {
      const draft = sketchOf(survivalSample(name, n));
      values.forEach((expected, i) => {
        const outcome = quantileSketch.quantile(draft, survival.probabilities[i]!);
        const suffix = n <= 500 ? '' : '-binned';
        expect(outcome).toMatchObject({ method: `kaplan-meier${suffix}` });
        if (expected === null) {
          expect(outcome).toMatchObject({ status: 'not-reached', atLeast: 161 });
          return;
        }
        if (outcome.status !== 'found') throw new Error(outcome.status);
        if (n <= 500) expect(outcome.error).toBe(0);
        expect(outcome.error).toBeLessThan(2 / 256);
        expect(outcome.value).toBeGreaterThanOrEqual(expected * (1 - ROUNDING));
        expect(outcome.value).toBeLessThanOrEqual(expected * (1 + outcome.error) * (1 + ROUNDING));
      });
    }
  });

  it('are those of the survival curve over `toCounts`, also in the middle of a level stretch', () => {
    // Survival after 2 of 4 cases is 1/2 until the third closes.
    const draft = sketchOf({ closed: [1, 2, 6, 7], open: [8, 8, 8, 8] });
    expect(found(draft, 0.5)).toMatchObject({ value: 7, error: 0 });
    expect(found(draft, 0.25)).toMatchObject({ value: 4, error: 0 });
    for (const p of [0.1, 0.125, 0.25, 0.4, 0.5]) {
      const curve = kaplanMeier(quantileSketch.toCounts(draft));
      expect(survivalQuantile(curve, p)).toMatchObject({ time: found(draft, p).value });
    }
  });

  it('are not reached while too many are open, and say how far they are at least', () => {
    const draft = sketchOf({ closed: [1, 2], open: [5, 9, 9] });
    expect(quantileSketch.quantile(draft, 0.5)).toEqual({
      status: 'not-reached',
      atLeast: 9,
      method: 'kaplan-meier',
    });
    expect(quantileSketch.quantile(sketchOf({ open: [3] }), 0)).toMatchObject({ atLeast: 3 });
  });

  it('are not reached where only the order within a bin would tell', () => {
    // 1.001 and 1.002 share a bin. If the open case left first, survival falls to 1/2; if last, to 2/3.
    const draft = sketchOf(
      { closed: [1.002], open: [1.001, 4] },
      { exactUpTo: 0, relativeError: 0.005 },
    );
    expect(quantileSketch.quantile(draft, 0.5)).toEqual({
      status: 'not-reached',
      atLeast: 1.001,
      method: 'kaplan-meier-binned',
    });
    expect(found(draft, 0.3)).toMatchObject({ method: 'kaplan-meier-binned' });
  });

  it('count an open case that was last seen when another closed as open at that time', () => {
    // 1/2 at time 1, where both were at risk.
    expect(found(sketchOf({ closed: [1], open: [1] }), 0.5).value).toBe(1);
    expect(quantileSketch.quantile(sketchOf({ closed: [1], open: [1] }), 0.6)).toMatchObject({
      status: 'not-reached',
      atLeast: 1,
    });
  });
});

describe('the interval of a quantile', () => {
  it('is that of the list where every case is kept and closed', () => {
    const closed = sample('skewed', 400);
    for (const p of [0.1, 0.5, 0.9]) {
      expect(quantileSketch.quantileInterval(sketchOf({ closed }), p)).toEqual(
        quantileInterval(closed, p),
      );
    }
    expect(quantileSketch.quantileInterval(sketchOf({ closed: [1, 2, 3] }), 0.5)).toEqual({
      status: 'sample-too-small',
    });
    expect(quantileSketch.quantileInterval(sketchOf({}), 0.5)).toEqual({
      status: 'sample-too-small',
    });
  });

  it('encloses that of the list where cases are binned, by less than a bin to each side', () => {
    const closed = sample('heavy-tailed', 5000);
    for (const p of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      const single = quantileInterval(closed, p);
      const binned = quantileSketch.quantileInterval(sketchOf({ closed }), p);
      if (single.status !== 'found' || binned.status !== 'found') throw new Error('not found');
      expect(binned.interval.method).toBe('order-statistics-binned');
      expect(binned.interval.low).toBeLessThanOrEqual(single.interval.low);
      expect(binned.interval.low).toBeGreaterThanOrEqual(single.interval.low / (1 + 1 / 256));
      expect(binned.interval.high).toBeGreaterThanOrEqual(single.interval.high);
      expect(binned.interval.high).toBeLessThanOrEqual(single.interval.high * (1 + 1 / 256));
    }
  });

  it('takes open cases as closing now for the lower bound and as never closing for the upper', () => {
    const closed = Array.from({ length: 18 }, (_, i) => 2 * i + 2);
    // R 4.2.2: qbinom(c(.025, .975), 20, .5) + 0:1 gives the ranks 6 and 15 of 20.
    const draft = sketchOf({ closed, open: [1, 5] });
    // From below: 1 2 4 5 6 8; without the open ones from below: the 15th of 2, 4, 6, ...
    expect(quantileSketch.quantileInterval(draft, 0.5)).toMatchObject({
      status: 'found',
      interval: { low: 8, high: 30, confidence: 0.95, method: 'order-statistics' },
    });
    const young = sketchOf({ closed: closed.slice(0, 14), open: [3, 3, 3, 3, 3, 3] });
    expect(quantileSketch.quantileInterval(young, 0.5)).toEqual({ status: 'not-reached', low: 3 });
  });
});

describe('cases up to a limit', () => {
  it('are counted exactly where every case is kept; open ones short of it are undecided', () => {
    const draft = sketchOf({ closed: [1, 4, 4, 8], open: [2, 4, 6] });
    expect(quantileSketch.countAtMost(draft, 4)).toEqual({
      closed: { atLeast: 3, atMost: 3 },
      undecided: { atLeast: 1, atMost: 1 },
      n: 7,
      exact: true,
    });
    expect(quantileSketch.countAtMost(draft, 0.5).closed).toEqual({ atLeast: 0, atMost: 0 });
    expect(quantileSketch.countAtMost(draft, 1).closed).toEqual({ atLeast: 1, atMost: 1 });
    expect(quantileSketch.countAtMost(draft, 1e300).closed).toEqual({ atLeast: 4, atMost: 4 });
    expect(quantileSketch.countAtMost(sketchOf({}), 1)).toMatchObject({ n: 0, exact: true });
  });

  it('are exact in bins for limits of at most nine binary digits', () => {
    const closed = sample('skewed', 5000);
    const draft = sketchOf({ closed });
    for (const limit of [0, 0.25, 1, 1.5, 5, 24, 48, 72, 90, 365, 512, 720, 3600]) {
      const expected = closed.filter((time) => time <= limit).length;
      expect(quantileSketch.countAtMost(draft, limit)).toEqual({
        closed: { atLeast: expected, atMost: expected },
        undecided: { atLeast: 0, atMost: 0 },
        n: 5000,
        exact: true,
      });
    }
  });

  it('are a range for other limits, in which the true count lies', () => {
    const cases = survivalSample('made', 5000);
    const draft = sketchOf(cases);
    for (const limit of [0.0003, 0.7771, 1.001, 3.33, 50.01, 1e6]) {
      const counted = quantileSketch.countAtMost(draft, limit);
      const expected = {
        closed: cases.closed.filter((time) => time <= limit).length,
        undecided: cases.open.filter((time) => time < limit).length,
      };
      for (const key of ['closed', 'undecided'] as const) {
        expect(counted[key].atLeast).toBeLessThanOrEqual(expected[key]);
        expect(counted[key].atMost).toBeGreaterThanOrEqual(expected[key]);
        expect(counted[key].atMost - counted[key].atLeast).toBeLessThan(50);
      }
    }
    expect(quantileSketch.countAtMost(draft, 1.001).exact).toBe(false);
  });
});

describe('other figures of a sketch', () => {
  it('have the mean of the closed cases, exact beside one rounding', () => {
    // Ten times the double 0.1 is 1.000000000000000055…, a tenth of it the double 0.1.
    expect(quantileSketch.mean(sketchOf({ closed: new Array(10).fill(0.1), open: [99] }))).toEqual({
      status: 'found',
      value: 0.1,
      n: 10,
    });
    const many = sketchOf({ closed: new Array(700).fill(0.1) });
    expect(quantileSketch.mean(many)).toEqual({ status: 'found', value: 0.1, n: 700 });
    expect(quantileSketch.mean(sketchOf({ open: [4] }))).toEqual({ status: 'empty' });
  });

  it('give rows for Kaplan and Meier, which binned stand at upper edges', () => {
    const cases = { closed: [2, 0, 2, 3.3], open: [2, 5.1] };
    expect(quantileSketch.toCounts(sketchOf(cases))).toEqual([
      { time: 0, events: 1, censored: 0 },
      { time: 2, events: 2, censored: 1 },
      { time: 3.3, events: 1, censored: 0 },
      { time: 5.1, events: 0, censored: 1 },
    ]);
    // 3.3 lies between 3.296875 and 3.3046875, 128ths of an octave that begins at 2; 5.1 is the largest.
    expect(quantileSketch.toCounts(sketchOf(cases, { exactUpTo: 5 }))).toEqual([
      { time: 0, events: 1, censored: 0 },
      { time: 2, events: 2, censored: 1 },
      { time: 3.3046875, events: 1, censored: 0 },
      { time: 5.1, events: 0, censored: 1 },
    ]);
  });

  it('give rows of bins at their lower edges too, and the open cases of a bin before the others', () => {
    // From 4 to 8 bins are 1/64 wide: 5.1 and 5.105 lie between 5.09375 and 5.109375; 2 is the shortest, and its bin no wider.
    const cases = { closed: [2, 5.105, 7], open: [2, 5.1] };
    const draft = sketchOf(cases, { exactUpTo: 2 });
    const first = { time: 2, events: 1, censored: 1 };
    const below = (time: number) => expect.closeTo(time, 12);
    expect(quantileSketch.toCounts(draft, { first: 'open' })).toEqual([
      first,
      { time: below(5.109375), events: 0, censored: 1 },
      { time: 5.109375, events: 1, censored: 0 },
      { time: 7, events: 1, censored: 0 },
    ]);
    const lowest = quantileSketch.toCounts(draft, { edge: 'lower', first: 'open' });
    expect(lowest).toEqual([
      first,
      { time: below(5.09375), events: 0, censored: 1 },
      { time: 5.09375, events: 1, censored: 0 },
      // The bin of 7, from 6.984375 on.
      { time: 6.984375, events: 1, censored: 0 },
    ]);
    expect(lowest[1]!.time).toBeLessThan(5.09375);
    // The open case at the edge from which the next bin begins was seen before anything of that bin closed.
    const next = sketchOf({ closed: [72.1, 200], open: [72] }, { exactUpTo: 0 });
    const rows = quantileSketch.toCounts(next, { edge: 'lower', first: 'open' });
    expect(rows.map(({ events, censored }) => [events, censored])).toEqual([
      [0, 1],
      [1, 0],
      [1, 0],
    ]);
    expect(rows.map(({ time }) => time)).toEqual([72, below(72), 199.5]);
    expect(rows[1]!.time).toBeGreaterThan(72);
    // Of cases kept one by one both are known.
    const exact = sketchOf(cases);
    expect(quantileSketch.toCounts(exact, { edge: 'lower', first: 'open' })).toEqual(
      quantileSketch.toCounts(exact),
    );
    const refused = (options: object) => () => quantileSketch.toCounts(draft, wrong(options));
    expectRefusal(refused({ edge: 'middle' }), 'unknown-value', 'options.edge');
    expectRefusal(refused({ first: 'last' }), 'unknown-value', 'options.first');
    expectRefusal(refused({ order: 'open' }), 'unknown-id', 'options.order');
  });

  it('are not higher than where the curve comes to the level and stays, in whatever order', () => {
    // 9 closed, then 16 of 41 with 10 open ones in their bin: 25/50 if those are last, and nothing closes later.
    const list = (count: number, time: number) => new Array<number>(count).fill(time);
    const draft = sketchOf(
      { closed: [...list(9, 10), ...list(16, 72)], open: [...list(10, 72), ...list(15, 200)] },
      { exactUpTo: 0 },
    );
    const { value, error } = found(draft, 0.5);
    expect(value).toBe(72);
    expectClose(error, 72 / 71.75 - 1);
  });

  it('stand alike for a comparison: where one is in bins all are, up to the longest time of all', () => {
    const few = sketchOf({ closed: [3.3], open: [5.1] }, { exactUpTo: 2 });
    const many = sketchOf({ closed: [2, 3.3, 5.09] }, { exactUpTo: 2 });
    const [first, second] = quantileSketch.alike([few, many]);
    // 5.09 lies below 5.09375 and 5.1, the longest, above: 64ths, of an octave that begins at 4.
    expect(quantileSketch.toCounts(first!)).toEqual([
      { time: 3.3046875, events: 1, censored: 0 },
      { time: 5.1, events: 0, censored: 1 },
    ]);
    // That open case lasted to the end of its bin, and is behind whatever closes in it.
    expect(quantileSketch.toCounts(first!, { first: 'open' })).toEqual(
      quantileSketch.toCounts(first!),
    );
    expect(quantileSketch.toCounts(second!)).toEqual([
      { time: 2, events: 1, censored: 0 },
      { time: 3.3046875, events: 1, censored: 0 },
      { time: 5.09375, events: 1, censored: 0 },
    ]);
    // Those given stay as they were.
    expect(quantileSketch.size(few)).toEqual({ closed: 1, open: 1, exact: true });
    quantileSketch.add(second!, 7);
    expect(quantileSketch.size(many).closed).toBe(3);
    const exact = [sketchOf({ closed: [1] }), sketchOf({ closed: [2] })];
    expect(quantileSketch.alike(exact)).toEqual(exact);
    expect(quantileSketch.alike([])).toEqual([]);
    expect(
      quantileSketch.toCounts(quantileSketch.alike([many, sketchOf({}, { exactUpTo: 2 })])[1]!),
    ).toEqual([]);
    expectRefusal(
      () => quantileSketch.alike([few, sketchOf({ closed: [1] })]),
      'inconsistent',
      'drafts[1].exactUpTo',
    );
  });

  it('say how many cases there are', () => {
    const empty = quantileSketch.init();
    expect(quantileSketch.size(empty)).toEqual({ closed: 0, open: 0, exact: true });
    expect(quantileSketch.quantile(empty, 0.5)).toEqual({ status: 'empty' });
    expect(quantileSketch.toCounts(empty)).toEqual([]);
    const draft = sketchOf({ closed: [1, 2], open: [3] }, { exactUpTo: 2 });
    expect(quantileSketch.size(draft)).toEqual({ closed: 2, open: 1, exact: false });
  });

  it('are within rounding of the survival curve over binned rows', () => {
    const draft = sketchOf(survivalSample('made', 5000));
    const curve = kaplanMeier(quantileSketch.toCounts(draft));
    for (const p of [0.1, 0.5, 0.9]) {
      const outcome = survivalQuantile(curve, p);
      if (outcome.status !== 'reached') throw new Error(outcome.status);
      expectClose(found(draft, p).value, outcome.time);
    }
  });
});
