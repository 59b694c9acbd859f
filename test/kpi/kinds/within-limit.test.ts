import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  accumulatorOf,
  compareBeforeAfter,
  compareGroups,
  compareLikeWithLike,
  compareWithControl,
  compileKpiCube,
  compileScorecard,
  defineKpi,
  kpiSeries,
  kpiShareSeries,
  scoreScorecard,
  summarise,
} from '../../../src/kpi/index.js';
import published from '../../fixtures/kpi/within-limit.json' with { type: 'json' };
import { DESCRIPTION, expectClose, expectRefusal } from '../support.js';

type Times = readonly (readonly [duration: number, open?: 'open'])[];

const withinOf = (limit: number) => defineKpi({ ...DESCRIPTION, kind: 'within-limit', limit });
const kpi = withinOf(8);
const eventsOf = (times: Times) =>
  times.map(([duration, open]) => (open ? { duration, open: true } : { duration }));
const stateOf = (times: Times, of = kpi) => accumulateAll(of, eventsOf(times)).state;
const resultOf = (times: Times, of = kpi) => summarise(of, stateOf(times, of));

function figureOf(times: Times, of = kpi) {
  const result = resultOf(times, of);
  if (result.status !== 'ok' || result.interval === undefined) throw new Error(result.status);
  return { ...result, interval: result.interval };
}

/** 1 − Π (n − d)/n over the closings up to 8, a closing before an open case of its time, by their very times. */
function exactShare(list: readonly (readonly [number, boolean])[]): number {
  const sorted = [...list].sort(([a, x], [b, y]) => a - b || Number(y) - Number(x));
  const factors = sorted.map(([at, closed], i) => {
    const atRisk = sorted.length - i;
    return closed && at <= 8 ? (atRisk - 1) / atRisk : 1;
  });
  return 1 - factors.reduce((all, factor) => all * factor, 1);
}

/** So many cases of the same time. */
const times = (n: number, duration: number, open?: 'open'): Times =>
  Array.from({ length: n }, () => (open ? ([duration, open] as const) : ([duration] as const)));

describe('a share within a limit of which some cases are open short of it', () => {
  it('is that of R, with its interval, where times lie on the parts of the limit', () => {
    for (const { name, limit, time, closed, value, low, high } of published.cases) {
      const cases = time.map((at, i) =>
        closed[i] === 1 ? ([at] as const) : ([at, 'open'] as const),
      );
      const figure = figureOf(cases, withinOf(limit));
      expectClose(figure.value, value);
      expectClose(figure.interval.low, low);
      expectClose(figure.interval.high, high);
      expect(figure, name).toMatchObject({
        method: 'within-limit-kaplan-meier',
        interval: { method: 'greenwood-log-log' },
        numerator: null,
        denominator: null,
      });
    }
  });

  it('is the same in whatever unit limit and times are told', () => {
    for (const { limit, time, closed, value } of published.cases) {
      const cases = time.map((at, i) => {
        return closed[i] === 1 ? ([at / 3] as const) : ([at / 3, 'open'] as const);
      });
      expectClose(figureOf(cases, withinOf(limit / 3)).value, value);
    }
  });

  it('is as near to what all times tell exactly as it says', () => {
    const one = fc.tuple(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), (list) => {
        const result = resultOf(list.map(([at, closed]) => (closed ? [at] : [at, 'open'])));
        if (result.status !== 'ok' || result.method === 'within-limit-so-far') return;
        const known = result.reasons.find(
          ({ code }) => code === 'kpi.order-within-parts-unknown',
        )?.parameters;
        const apart = known === undefined ? 0.005 : Number(known.most) - Number(known.least);
        expect(Math.abs(result.value - exactShare(list))).toBeLessThanOrEqual(apart / 2 + 1e-12);
      }),
      { numRuns: 400 },
    );
  });

  it('lies between both orders where others closed in the part in which open cases were last seen', () => {
    // A part of 24 h is 5.6 minutes: 23.92 and 23.95 lie in the last one. 500 open, 500 closed, 100 beyond: 500 of 1,100 closings first, 500 of 600 open cases first.
    const limit = withinOf(24);
    const crowd: Times = [...times(500, 23.92, 'open'), ...times(500, 23.95), ...times(100, 30)];
    const figure = figureOf(crowd, limit);
    expectClose(figure.value, (500 / 1100 + 500 / 600) / 2);
    const known = { least: 500 / 1100, most: 500 / 600 };
    expect(figure.reasons).toContainEqual(
      expect.objectContaining({
        code: 'kpi.order-within-parts-unknown',
        parameters: {
          least: expect.closeTo(known.least, 12),
          most: expect.closeTo(known.most, 12),
        },
      }),
    );
    expect(figure.interval.low).toBeLessThan(known.least);
    expect(figure.interval.high).toBeGreaterThan(known.most);
    const closed: Times = [...times(500, 23.95), ...times(100, 30)];
    const [before, after] = [stateOf(crowd, limit), stateOf(closed, limit)];
    const change = compareBeforeAfter(limit, before, after);
    expect(change).toMatchObject({ verdict: 'not-shown' });
  });

  it('is of all cases what it is of those who could be seen long enough: a service that nothing changed stays as it is', () => {
    // Of cases opened evenly over a day of 24 hours, a third each closed after 2, 6 and 20 hours: within 8 hours two thirds, whenever one looks.
    const at = (look: number): Times =>
      Array.from({ length: 24 * 8 * 3 }, (_, i): Times[number] => {
        const age = look - (Math.floor(i / 3) + 0.5) / 8;
        const duration = [2, 6, 20][i % 3]!;
        return duration <= age ? [duration] : [age, 'open'];
      }).filter(([duration]) => duration >= 0);
    for (const look of [12, 16, 24, 30, 50]) {
      expect(Math.abs(figureOf(at(look)).value - 2 / 3), `${look}`).toBeLessThan(0.005);
    }
    const change = compareBeforeAfter(kpi, stateOf(at(50)), stateOf(at(12)));
    expect(change).toMatchObject({ method: 'interval-z', verdict: 'not-shown' });
  });

  it('holds the truth within its interval where the young would flatter it', () => {
    // 1,000 enquiries opened in the last hours before the look, times exponential with a mean of 16: 1 − e^(−½) = 0.3935 close within 8. Drawn by a fixed generator.
    let seed = 20260301;
    const draw = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return (seed + 0.5) / 2 ** 32;
    };
    for (const span of [8.5, 10, 24]) {
      const cases = Array.from({ length: 1000 }, (): Times[number] => {
        const [age, duration] = [span * draw(), -16 * Math.log(draw())];
        return duration <= age ? [duration] : [age, 'open'];
      });
      const { value, interval } = figureOf(cases);
      expect(interval.low).toBeLessThan(1 - Math.exp(-0.5));
      expect(interval.high).toBeGreaterThan(1 - Math.exp(-0.5));
      // Closed within the limit over closed or beyond: what leaving the open ones out would say.
      const closed = cases.filter(([, open]) => open === undefined);
      const left = closed.filter(([duration]) => duration <= 8).length;
      const over = cases.filter(([duration]) => duration > 8).length;
      expect(left / (left + over)).toBeGreaterThan(value);
    }
  });

  it('is a plain share to the byte where nobody is open short of the limit', () => {
    const cases: Times = [[0], [3], [8], [8.5], [9, 'open'], [8, 'open']];
    const { value, numerator, denominator, n, method, interval, reasons } = figureOf(cases);
    // Open at the limit itself: not closed by then, as far as anybody knows. Wilson of 3 of 6 by hand: ½ ± ½·z/√(n + z²).
    expect({ value, numerator, denominator, n, method, reasons }).toEqual({
      value: 0.5,
      numerator: 3,
      denominator: 6,
      n: 6,
      method: 'within-limit',
      reasons: [],
    });
    const z = 1.959963984540054;
    expectClose(interval.low, 0.5 - (0.5 * z) / Math.sqrt(6 + z * z));
    expect(interval.method).toBe('wilson');
  });

  it('takes a closing before an open case of the same time, and a case open at the limit for one beyond', () => {
    // S = 3/4 at 4, then one open leaves 2 of whom one closes at 8: F = 1 − 3/4 · 1/2.
    expectClose(figureOf([[4], [4, 'open'], [8], [8, 'open']]).value, 1 - 3 / 8);
  });

  it('is as sure as so many followed to the limit where all or none have closed', () => {
    const square = 1.959963984540054 ** 2;
    // None of the three at risk at the limit; n/(n + z²) is Wilson's end of all or none of n.
    const none = figureOf([...times(3, 9), ...times(40, 1, 'open')]);
    expect(none.value).toBe(0);
    expectClose(none.interval.high, square / (3 + square));
    expect(none.interval.method).toBe('wilson-effective-size');
    // Ten of 20 close at 2, five go out of sight, the other five close at 6 and stand for half of all: 5/½ = 10.
    const every = figureOf([...times(10, 2), ...times(5, 4, 'open'), ...times(5, 6)]);
    expect(every.value).toBe(1);
    expectClose(every.interval.low, 10 / (10 + square));
  });

  it('is what has come within it so far where nobody was seen at the limit, but nearly all have closed', () => {
    // 19 of 20 closed at 2 h, the last one is open at 5 h: 0.95 at least. Wilson's lower end of 19 of 20, with z² = 3.8415.
    const { value, interval, open, reasons } = figureOf([...times(19, 2), [5, 'open']]);
    expect([value, interval.high, open]).toEqual([0.95, 1, 1]);
    const square = 1.959963984540054 ** 2;
    const reach = Math.sqrt(square * (0.95 * 0.05 * 20 + square / 4));
    expectClose(interval.low, (19 + square / 2 - reach) / (20 + square));
    expect(reasons.map(({ code }) => code)).toEqual(['kpi.cases-open', 'kpi.within-limit-so-far']);
    // With one more open case too much is unknown.
    expect(resultOf([...times(19, 2), [5, 'open'], [5, 'open']])).toMatchObject({
      status: 'insufficient',
    });
  });

  it('has no value where nobody was seen at the limit', () => {
    expect(resultOf([[2], [3, 'open']])).toMatchObject({
      status: 'insufficient',
      n: 1,
      reason: { code: 'kpi.not-watched-so-long', parameters: { time: 8 } },
    });
    expect(resultOf([[2], [7.999, 'open']])).toMatchObject({ status: 'insufficient' });
    expect(resultOf([[2], [8, 'open']])).toMatchObject({ value: 0.5, denominator: 2 });
    expect(resultOf([[3, 'open']])).toMatchObject({
      reason: { code: 'kpi.none-decided', parameters: { open: 1 } },
    });
  });

  it('takes a limit of 0, and times of any size', () => {
    expect(resultOf([[0], [0, 'open'], [1]], withinOf(0))).toMatchObject({ value: 1 / 3, n: 3 });
    const tiny = withinOf(5e-324);
    expect(resultOf([[0], [5e-324], [1e300]], tiny)).toMatchObject({ value: 2 / 3 });
  });
});

describe('the state of a share within a limit', () => {
  it('keeps how many of each part, a time on its end for that part', () => {
    // 8/256 = 1/32 of an hour: what is within part 1 is at 1, its end 1/32 at 2, what lies beyond, within part 2, at 3.
    expect(
      stateOf([[0], [1 / 64], [1 / 32], [1.0001 / 32], [8], [9], [8, 'open'], [1, 'open']]).data,
    ).toEqual({
      within: { parts: [0, 1, 2, 3, 512], counts: [1, 1, 1, 1, 1] },
      open: { parts: [64], counts: [1] },
      over: 2,
    });
    // Minutes of four hours, told as decimal hours: each is the end of a part of a tenth of an hour.
    const { data } = stateOf([[0.1], [0.7]], withinOf(25.6));
    expect(data.within).toEqual({ parts: [2, 14], counts: [1, 1] });
  });

  it('is refused where no cases have it', () => {
    const { encode, decode, init } = accumulatorOf(kpi);
    const state = encode(init());
    const within =
      (parts: readonly unknown[], counts: readonly unknown[], more = {}) =>
      () =>
        decode({ ...state, data: { ...state.data, within: { parts, counts, ...more } } });
    expect(within([0, 512], [1, 2])).not.toThrow();
    const path = 'state.data.within';
    expectRefusal(within([3, 3], [1, 1]), 'out-of-range', `${path}.parts[1]`);
    expectRefusal(within([513], [1]), 'out-of-range', `${path}.parts[0]`);
    expectRefusal(within([1.5], [1]), 'invalid-type', `${path}.parts[0]`);
    expectRefusal(within([1], [0]), 'out-of-range', `${path}.counts[0]`);
    expectRefusal(within([1], []), 'length-mismatch', `${path}.counts`);
    expectRefusal(within([1], [1], { bins: [] }), 'unknown-id', `${path}.bins`);
    // Three counts without times, as of an earlier format.
    const old = { ...state, data: { within: 6, over: 2, open: 1 } };
    expectRefusal(() => decode(old), 'invalid-type', path);
    const { MAX_SAFE_INTEGER: most } = Number;
    const [full, one] = [within([1], [most])(), within([2], [1])()];
    expectRefusal(() => accumulatorOf(kpi).merge(full, one), 'out-of-range', 'state');
    expect(encode(full).data.within).toEqual({ parts: [1], counts: [most] });
  });
});

describe('a share within a limit with open cases, compared', () => {
  /** 60 cases of which this share closes at 4 hours, and as many open at an hour. */
  const young = (share: number): Times => [
    ...times(60 * share, 4),
    ...times(60 - 60 * share, 9),
    ...times(60, 1, 'open'),
  ];
  const plain = (share: number): Times => young(share).slice(0, 60);

  it('is told apart by its interval, also from a plain one', () => {
    const [low, high] = [stateOf(plain(0.3)), stateOf(young(0.8))];
    expect(compareBeforeAfter(kpi, low, high)).toMatchObject({
      method: 'interval-z',
      verdict: 'better',
    });
    // The young ones left before anybody closed, and so tell nothing: as sure as the others alone.
    const { groups } = compareGroups(kpi, [
      { id: 'a', state: high },
      { id: 'b', state: low },
    ]);
    expect(groups).toMatchObject([{ verdict: 'better' }, { verdict: 'worse' }]);
  });

  it('is tested against a control group as that of so many cases as are as sure of it', () => {
    const study = (of: (share: number) => Times) => ({
      treated: { before: stateOf(plain(0.3)), after: stateOf(of(0.8)) },
      control: { before: stateOf(plain(0.5)), after: stateOf(plain(0.5)) },
    });
    const effect = compareWithControl(kpi, study(young));
    const same = compareWithControl(kpi, study(plain));
    if (effect.status !== 'estimated' || same.status !== 'estimated')
      throw new Error(effect.status);
    expectClose(effect.estimate, 0.5);
    expectClose(effect.pValue, same.pValue, 1e-9);
    expect(effect.verdict).toBe('better');
  });

  it('is compared like with like, a stratum without open cases beside one that has some', () => {
    const strata = (of: (share: number) => Times) => [
      { id: 'a', strata: { easy: stateOf(of(0.8)), hard: stateOf(plain(0.3)) } },
      { id: 'b', strata: { easy: stateOf(plain(0.6)), hard: stateOf(plain(0.1)) } },
    ];
    const standard = { easy: 0.25, hard: 0.75 };
    const mixed = compareLikeWithLike(kpi, strata(young), { standard });
    if (mixed.status !== 'compared') throw new Error(mixed.status);
    // 0.25·0.8 + 0.75·0.3 and 0.25·0.6 + 0.75·0.1.
    const values = mixed.groups.map((group) => group.status === 'standardised' && group.value);
    expectClose(values[0] as number, 0.425);
    expectClose(values[1] as number, 0.225);
    expect(mixed.differences[0]).toMatchObject({ verdict: 'better' });
    // A stratum of which nobody was seen at the limit is named.
    const unknown = [{ id: 'a', strata: { easy: stateOf([[1], [2, 'open']]) } }, ...strata(plain)];
    const named = compareLikeWithLike(
      kpi,
      unknown.map((group, i) => ({ ...group, id: `${i}` })),
    );
    expect(named).toMatchObject({ groups: [{ status: 'insufficient' }, {}, {}] });
  });

  it('stands in a scorecard, and is a gap in a series of counts', () => {
    const line = { id: kpi.id, weight: 1, worst: 0, best: 1 };
    const card = compileScorecard({ id: 'c', version: '1', lines: [line] });
    const scored = scoreScorecard(card, { [kpi.id]: figureOf(young(0.8)) });
    if (scored.status !== 'scored') throw new Error(scored.status);
    expectClose(scored.score, 80);

    const cube = compileKpiCube({ kpis: [kpi], period: 'month', zone: 'UTC' });
    const draft = cube.init();
    const put = (at: string, cases: Times) => {
      for (const event of eventsOf(cases)) cube.add(draft, { kpi: kpi.id, at, event });
    };
    put('2026-03-02', plain(0.5));
    put('2026-04-02', young(0.5));
    const result = cube.result(draft);
    expect(kpiShareSeries(result, { kpi: kpi.id })).toEqual([
      { period: '2026-03', successes: 30, trials: 60 },
      { period: '2026-04', successes: 0, trials: 0 },
    ]);
    expect(kpiSeries(result, { kpi: kpi.id }).map(({ value }) => value)).toEqual([0.5, 0.5]);
  });
});
