import { describe, expect, it } from 'vitest';
import {
  countsOfCause,
  cumulativeIncidence,
  hazardRatio,
  incidenceAt,
  kaplanMeier,
  logRank,
  nelsonAalen,
  restrictedMean,
  survivalAt,
  survivalQuantile,
} from '../../../src/statistics/index.js';
import { expectClose, SCALES } from './support.js';

const count = (time: number, events: number, censored: number, entered = 0) => {
  return { time, events, censored, entered };
};

describe('nobody observed', () => {
  it.each([{ counts: [] }, { counts: [count(3, 0, 0)] }])(
    'is a curve without steps',
    ({ counts }) => {
      const curve = kaplanMeier(counts);
      expect(curve).toMatchObject({ steps: [], n: 0, events: 0 });
      expect(survivalAt(curve, 0)).toEqual({ status: 'not-observed', lastTime: null });
      expect(restrictedMean(curve, 1)).toEqual({ status: 'not-observed', lastTime: null });
      const none = { status: 'not-reached', low: null, lastTime: null, confidence: 0.95 };
      expect(survivalQuantile(curve, 0.5)).toEqual(none);
      expect(nelsonAalen(counts).steps).toEqual([]);
    },
  );

  it('has no incidences', () => {
    expect(cumulativeIncidence([])).toMatchObject({ causes: [], steps: [] });
    const curves = cumulativeIncidence([{ time: 3, events: { price: 0 }, censored: 0 }]);
    expect(incidenceAt(curves, 'price', 1)).toEqual({ status: 'not-observed', lastTime: null });
  });

  it('leaves nothing to compare', () => {
    expect(hazardRatio([], [])).toEqual({ status: 'no-variation' });
    const groups = [
      { id: 'a', counts: [] },
      { id: 'b', counts: [count(2, 1, 0), count(3, 0, 4)] },
    ];
    const test = logRank(groups);
    expect(test.status).toBe('no-variation');
    expect(test.groups[0]).toEqual({ id: 'a', n: 0, events: 0, observed: 0, expected: 0 });
  });
});

describe('no events', () => {
  const counts = [count(3, 0, 2), count(8, 0, 1)];

  it('keep survival at 1, whose interval is undefined on the scale log-log, as in R', () => {
    const boundsOf = (interval: (typeof SCALES)[number]) => {
      const { low, high, standardError } = kaplanMeier(counts, { interval }).steps[1]!;
      return [standardError, low, high];
    };
    expect(boundsOf('plain')).toEqual([0, 1, 1]);
    expect(boundsOf('log')).toEqual([0, 1, 1]);
    expect(boundsOf('log-log')).toEqual([0, null, null]);
  });

  it('reach no quantile and have a restricted mean as long as the horizon', () => {
    const curve = kaplanMeier(counts);
    const none = { status: 'not-reached', low: null, lastTime: 8, confidence: 0.95 };
    expect(survivalQuantile(curve, 0.1)).toEqual(none);
    const mean = { status: 'observed', mean: 5, standardError: null, low: null, high: null };
    expect(restrictedMean(curve, 5)).toMatchObject(mean);
    expect(survivalAt(curve, 8)).toMatchObject({ status: 'observed', survival: 1 });
    expect(survivalAt(curve, 8.1)).toEqual({ status: 'not-observed', lastTime: 8 });
  });

  it('add no hazard and have no bounds', () => {
    const step = { hazard: 0, standardError: 0, low: null, high: null };
    expect(nelsonAalen(counts).steps[1]).toMatchObject(step);
  });

  it('show no difference', () => {
    const test = logRank([
      { id: 'a', counts },
      { id: 'b', counts },
    ]);
    expect(test.status).toBe('no-variation');
    expect(hazardRatio(counts, counts, { method: 'pike' })).toEqual({ status: 'no-variation' });
  });
});

describe('all events at one time', () => {
  const counts = [count(5, 4, 0)];

  it('bring survival to 0, without standard error or bounds on any scale', () => {
    for (const interval of SCALES) {
      const curve = kaplanMeier(counts, { interval });
      const end = { survival: 0, standardError: null, low: null, high: null };
      expect(curve.steps).toMatchObject([{ time: 5, atRisk: 4, ...end }]);
      // All have left: it stays 0.
      expect(survivalAt(curve, 100)).toEqual({ status: 'observed', time: 100, ...end });
    }
  });

  it('are all quantiles, without bounds', () => {
    const found = survivalQuantile(kaplanMeier(counts), 0.01);
    expect(found).toMatchObject({ status: 'reached', time: 5, low: null, high: null });
  });

  it('have their time as mean up to any horizon', () => {
    const mean = { mean: 5, standardError: null, low: null, high: null };
    expect(restrictedMean(kaplanMeier(counts), 9)).toMatchObject(mean);
  });

  it('leave nothing to chance between two groups', () => {
    expect(hazardRatio(counts, [count(5, 2, 0)], { method: 'pike' }).status).toBe('no-variation');
  });
});

describe('a single client', () => {
  it('who had the event', () => {
    expect(kaplanMeier([count(0, 1, 0)]).steps).toMatchObject([{ atRisk: 1, survival: 0 }]);
  });

  it('who did not', () => {
    expect(kaplanMeier([count(7, 0, 1)]).steps).toMatchObject([{ atRisk: 1, survival: 1 }]);
  });
});

describe('events and censorings at one time', () => {
  it('count the censored as at risk', () => {
    // 1 of 4 at time 2, not 1 of 2.
    const curve = kaplanMeier([count(2, 1, 2), count(3, 0, 1)]);
    expect(curve.steps.map(({ survival }) => survival)).toEqual([0.75, 0.75]);
  });
});

describe('a quantile', () => {
  it('is the middle of the stretch on which the curve lies at its level', () => {
    // Of 20, the tenth event is at 10 and the next at 12: R's example in ?quantile.survfit.
    const times = Array.from({ length: 20 }, (_, i) => count(i < 10 ? i + 1 : i + 2, 1, 0));
    expect(survivalQuantile(kaplanMeier(times), 0.5)).toMatchObject({ time: 11 });
  });

  it('is the first time if the curve ends at its level', () => {
    const found = survivalQuantile(kaplanMeier([count(1, 1, 0), count(5, 0, 1)]), 0.5);
    expect(found).toMatchObject({ status: 'reached', time: 1, high: null });
  });

  it('that is not reached still has a lower bound where the lower band falls so far', () => {
    // On the plain scale at time 2: 0.6 − 1.96·√(0.6·0.4/10) = 0.296 is below one half.
    const curve = kaplanMeier([count(2, 4, 0), count(9, 0, 6)], { interval: 'plain' });
    const found = { status: 'not-reached', low: 2, lastTime: 9, confidence: 0.95 };
    expect(survivalQuantile(curve, 0.5)).toEqual(found);
  });
});

describe('late entry', () => {
  it('puts nobody at risk at the time of the entry itself', () => {
    // 2 from the start, 3 more after time 4; the event at 4 is 1 of 2, that at 6 is 1 of 4.
    const curve = kaplanMeier([count(4, 1, 0, 3), count(6, 1, 0), count(9, 0, 3)]);
    expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual([2, 4, 3]);
    expect(curve.steps[1]!.survival).toBe(0.375);
  });

  it('alone is no step', () => {
    const curve = kaplanMeier([count(1, 0, 0, 2), count(6, 1, 1)]);
    expect(curve.steps.map(({ time }) => time)).toEqual([6]);
  });

  it('can leave no two groups at risk together, which shows nothing', () => {
    const test = logRank([
      { id: 'early', counts: [count(1, 1, 0), count(2, 0, 1)] },
      { id: 'late', counts: [count(5, 0, 0, 3), count(7, 1, 2)] },
    ]);
    expect(test.status).toBe('no-variation');
  });

  it('can part four groups into two pairs, which has one degree of freedom fewer', () => {
    const pair = (id: string, shift: number) => [
      {
        id: `${id}1`,
        counts: [count(shift, 0, 0, 3), count(shift + 1, 1, 0), count(shift + 3, 0, 2)],
      },
      {
        id: `${id}2`,
        counts: [count(shift, 0, 0, 4), count(shift + 2, 2, 0), count(shift + 3, 0, 2)],
      },
    ];
    const test = logRank([...pair('a', 0), ...pair('b', 10)]);
    const alone = logRank(pair('a', 0));
    if (test.status !== 'tested' || alone.status !== 'tested') throw new Error('expected tests');
    expect(test.degreesOfFreedom).toBe(2);
    expectClose(test.statistic, 2 * alone.statistic);
  });
});

describe('the ratio of hazards', () => {
  const without = [count(9, 0, 5)];
  const withTwo = [count(3, 2, 0), count(9, 0, 3)];

  it('cannot be estimated by pike where a group has no event', () => {
    expect(hazardRatio(without, withTwo, { method: 'pike' }).status).toBe('not-estimable');
    expect(hazardRatio(withTwo, without, { method: 'pike' }).status).toBe('not-estimable');
    expect(hazardRatio(withTwo, without).status).toBe('estimated');
  });

  it('cannot be estimated where it leaves the range of numbers', () => {
    // One client against a million: observed less expected is nearly 1, its variance 10⁻⁶.
    const one = [count(1, 1, 0)];
    expect(hazardRatio(one, [count(2, 0, 1e6)])).toEqual({ status: 'not-estimable' });
  });
});

describe('the incidence of a cause', () => {
  const counts = [
    { time: 2, events: { price: 1, service: 0 }, censored: 1 },
    { time: 4, events: { price: 2 }, censored: 0 },
  ];

  it('that never struck is 0, with bounds on the plain scale only, as in R', () => {
    const never = (interval: (typeof SCALES)[number]) => {
      return cumulativeIncidence(counts, { interval }).steps[1]!.incidence.service;
    };
    expect(never('plain')).toEqual({ share: 0, standardError: 0, low: 0, high: 0 });
    const unbounded = { share: 0, standardError: 0, low: null, high: null };
    expect(never('log')).toEqual(unbounded);
    expect(never('log-log')).toEqual(unbounded);
  });

  it('by which all have left is 1 without a doubt', () => {
    const { incidence, eventFree } = cumulativeIncidence(counts, { interval: 'log' }).steps[1]!;
    expect(incidence.price).toEqual({ share: 1, standardError: 0, low: 1, high: 1 });
    expect(eventFree).toEqual({ share: 0, standardError: 0, low: null, high: null });
  });

  it('is read at any time up to the last, and for ever where all have left', () => {
    const curves = cumulativeIncidence(counts, { interval: 'plain' });
    const start = { status: 'observed', time: 1, share: 0, standardError: 0, low: 0, high: 0 };
    expect(incidenceAt(curves, 'price', 1)).toEqual(start);
    expect(incidenceAt(curves, 'price', 3)).toMatchObject({ share: 0.25 });
    expect(incidenceAt(curves, 'price', 100)).toMatchObject({ status: 'observed', share: 1 });
    const open = cumulativeIncidence([...counts, { time: 5, events: {}, censored: 1 }]);
    expect(incidenceAt(open, 'price', 6)).toEqual({ status: 'not-observed', lastTime: 5 });
  });

  it('keeps late entries', () => {
    const late = [...counts, { time: 3, events: {}, censored: 0, entered: 1 }];
    expect(countsOfCause(late, 'price')[1]).toEqual({
      time: 3,
      events: 0,
      censored: 0,
      entered: 1,
    });
    const curves = cumulativeIncidence(late);
    expect(curves.steps.map(({ atRisk }) => atRisk)).toEqual([3, 2]);
  });
});

it('causes may have any name', () => {
  const events = JSON.parse('{"__proto__": 1, "constructor": 2}');
  const curves = cumulativeIncidence([{ time: 1, events, censored: 1 }]);
  expect(curves.causes).toEqual(['__proto__', 'constructor']);
  expect(incidenceAt(curves, '__proto__', 1)).toMatchObject({ share: 0.25 });
});
