import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import {
  accumulatorOf,
  compileScorecard,
  defineKpi,
  kpiMessages,
  type Score,
  type ScorecardDefinition,
  scoreScorecard,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose, expectRefusal, shuffled, wrong } from '../support.js';

function share(id: string, successes: number, trials: number) {
  const kpi = defineKpi({ ...DESCRIPTION, kind: 'proportion', id });
  const { init, add, result } = accumulatorOf(kpi);
  return result(add(init(), { successes, trials }));
}

function okShare(id: string, successes: number, trials: number) {
  const result = share(id, successes, trials);
  if (result.status !== 'ok') throw new Error('expected a value');
  return result;
}

const definition: ScorecardDefinition = {
  id: 'team',
  version: '1',
  lines: [
    { id: 'renewal', weight: 0.5, worst: 0.5, best: 0.9 },
    { id: 'churn', weight: 0.3, worst: 0.1, best: 0 },
    { id: 'response', weight: 0.2, worst: 0, best: 1 },
  ],
};
const card = compileScorecard(definition);
const results = {
  renewal: share('renewal', 80, 100),
  churn: share('churn', 4, 100),
  response: share('response', 50, 100),
};
const scored = (score: Score) => {
  if (score.status !== 'scored') throw new Error(`expected a score: ${JSON.stringify(score)}`);
  return score;
};

describe('scoreScorecard', () => {
  it('weighs how far each value is from worst to best', () => {
    // (0.8 − 0.5)/0.4 = 0.75, (0.04 − 0.1)/(0 − 0.1) = 0.6, 0.5: 37.5 + 18 + 10 = 65.5.
    const score = scored(scoreScorecard(card, results));
    expectClose(score.score, 65.5);
    expect(score.contributions.map(({ id, points }) => [id, Number(points.toFixed(9))])).toEqual([
      ['renewal', 37.5],
      ['churn', 18],
      ['response', 10],
    ]);
  });

  it('stays between none and all points', () => {
    const best = {
      renewal: share('renewal', 100, 100),
      churn: share('churn', 0, 100),
      response: share('response', 9, 9),
    };
    expect(scored(scoreScorecard(card, best)).score).toBe(100);
    const worst = {
      renewal: share('renewal', 1, 100),
      churn: share('churn', 50, 100),
      response: share('response', 0, 9),
    };
    expect(scored(scoreScorecard(card, worst)).score).toBe(0);
  });

  it('lets no figure buy off a guard, and takes an unknown one for no yes', () => {
    const guarded = compileScorecard({
      ...definition,
      guards: [{ id: 'no breach', kpi: 'breach', atMost: 0, cap: 30 }],
    });
    const breach = scored(scoreScorecard(guarded, { ...results, breach: share('breach', 1, 400) }));
    expect([breach.score, breach.guards[0]!.status]).toEqual([30, 'broken']);
    expectClose(breach.uncapped, 65.5);
    expect(breach.reasons[0]).toMatchObject({ code: 'kpi.guard-broken', severity: 'block' });
    const clean = scored(scoreScorecard(guarded, { ...results, breach: share('breach', 0, 400) }));
    expectClose(clean.score, 65.5);
    for (const given of [results, { ...results, breach: share('breach', 0, 0) }]) {
      const unknown = scored(scoreScorecard(guarded, given));
      expect([unknown.score, unknown.guards[0]!.status]).toEqual([30, 'unknown']);
    }
    // A cap lifts no score.
    const low = {
      ...results,
      renewal: share('renewal', 0, 9),
      churn: share('churn', 9, 9),
      breach: share('breach', 1, 2),
    };
    expectClose(scored(scoreScorecard(guarded, low)).score, 10);
  });

  it('draws small samples towards the group', () => {
    const drawn = compileScorecard({
      ...definition,
      lines: [{ id: 'renewal', weight: 1, worst: 0.5, best: 0.9, priorCases: 30 }],
    });
    const group = { renewal: 0.7 };
    // 10 of 10 counts a quarter: 0.25·1 + 0.75·0.7 = 0.775, on the way from 0.5 to 0.9: 0.6875.
    const few = scored(scoreScorecard(drawn, { renewal: share('renewal', 10, 10) }, { group }));
    expectClose(few.contributions[0]!.scored, 0.775);
    expectClose(few.score, 68.75);
    // 270 of 270 counts nine tenths: 0.97, beyond the best.
    const many = scored(scoreScorecard(drawn, { renewal: share('renewal', 270, 270) }, { group }));
    expect(many.score).toBe(100);
    const alone = () => scoreScorecard(drawn, results);
    expectRefusal(alone, 'missing-value', 'options.group.renewal');
  });

  it('gives no score where too much weight is missing, and lets the others carry a little', () => {
    const { response, ...partly } = results;
    expect(scoreScorecard(card, partly)).toMatchObject({
      status: 'insufficient',
      missing: ['response'],
    });
    const lenient = compileScorecard({ ...definition, missingWeight: 0.2 });
    const score = scored(scoreScorecard(lenient, { ...partly, response: share('response', 0, 0) }));
    // (0.5·0.75 + 0.3·0.6) / 0.8
    expectClose(score.score, 69.375);
    expect(score.reasons[0]).toMatchObject({
      code: 'kpi.lines-missing',
      parameters: { lines: ['response'] },
    });
    const none = compileScorecard({ ...definition, missingWeight: 0.99 });
    expect(scoreScorecard(none, {}).status).toBe('insufficient');
  });

  it('can take the geometric mean, in which one line without points leaves none', () => {
    const geometric = compileScorecard({ ...definition, mean: 'geometric' });
    // 0.75^0.5 · 0.6^0.3 · 0.5^0.2 = exp(0.5 ln 0.75 + 0.3 ln 0.6 + 0.2 ln 0.5) = 0.646799995 (Python)
    const score = scored(scoreScorecard(geometric, results));
    expectClose(score.score, 64.67999947036837);
    const points = score.contributions.reduce((sum, line) => sum + line.points, 0);
    expectClose(points, score.score);
    const zero = scored(scoreScorecard(geometric, { ...results, churn: share('churn', 5, 10) }));
    expect(zero.score).toBe(0);
  });

  it('says how far the intervals of the values would move the score', () => {
    const { range, share: part } = scored(scoreScorecard(card, results)).contributions[1]!;
    // Wilson of 4 of 100: 0.015663 to 0.098371; on the way from 0.1 to 0: 0.84337 and 0.01629.
    expect(part).toBeCloseTo(0.6, 12);
    expectClose(range!.low, 30 * (0.01629 - 0.6), 1e-3);
    expectClose(range!.high, 30 * (0.84337 - 0.6), 1e-3);
  });

  it('says of a geometric mean how far the intervals would move it, the other lines as they are', () => {
    const half = compileScorecard({
      ...definition,
      mean: 'geometric',
      lines: [
        { id: 'renewal', weight: 0.5, worst: 0.5, best: 0.9 },
        { id: 'churn', weight: 0.5, worst: 0.5, best: 0.1 },
      ],
    });
    const both = { renewal: share('renewal', 51, 100), churn: share('churn', 20, 100) };
    const score = scored(scoreScorecard(half, both));
    // Wilson (R, prop.test without continuity) of 51 of 100: 0.41348 to 0.60578; of 20 of 100: 0.13337 to 0.28883.
    // 100·√(share·0.75) with 0, 0.025 and 0.26445; 100·√(0.025·share) with 0.52793, 0.75 and 0.91658 (R).
    const ranges = Object.fromEntries(score.contributions.map(({ id, range }) => [id, range!]));
    expectClose(ranges.renewal!.low, -13.69306394, 1e-6);
    expectClose(ranges.renewal!.high, 30.84203683, 1e-6);
    expectClose(ranges.churn!.low, -2.204731965, 1e-6);
    expectClose(ranges.churn!.high, 1.44449421, 1e-6);
    // With renewal at its best the score is 86.6, of which half is its weight and a quarter 21.65, below 44.54; with churn at its best 15.81, a quarter 3.95, above 3.65.
    expect(score.reasons.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['kpi.lines-unsure', { lines: ['renewal'] }],
    ]);
    const none = scored(scoreScorecard(half, { ...both, churn: share('churn', 60, 100) }));
    const renewal = none.contributions.find(({ id }) => id === 'renewal');
    expect([none.score, renewal!.range]).toEqual([0, { low: 0, high: 0 }]);
    expect(none.reasons).toEqual([]);
  });

  it('moves by just its range when a value moves to an end of its interval', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('arithmetic' as const, 'geometric' as const),
        fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
        fc.nat(50),
        fc.constantFrom('low' as const, 'high' as const),
        (mean, [a, b, c], priorCases, end) => {
          const [first, ...others] = definition.lines;
          const lines = [{ ...first!, priorCases }, ...others];
          const form = compileScorecard({ ...definition, mean, lines });
          const group = { group: { renewal: 0.7 } };
          const renewal = okShare('renewal', a, 100);
          const given = {
            renewal,
            churn: share('churn', b, 100),
            response: share('response', c, 100),
          };
          const score = scored(scoreScorecard(form, given, group));
          const { range } = score.contributions.find(({ id }) => id === 'renewal')!;
          const moved = { ...given, renewal: { ...renewal, value: renewal.interval![end] } };
          const { uncapped } = scored(scoreScorecard(form, moved, group));
          expect(Math.abs(uncapped - score.uncapped - range![end])).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('says of which figures it cannot be sure: chance leaves more than half of their points open', () => {
    const unsure = (given: object) =>
      scored(scoreScorecard(card, { ...results, ...given })).reasons.flatMap(
        ({ code, parameters }) => (code === 'kpi.lines-unsure' ? [parameters] : []),
      );
    // Wilson of 80 of 100: 0.7112 to 0.8666, on the way from 0.5 to 0.9 0.528 to 0.917: 39 of 100 points are open;
    // of 50 of 100 on the way from 0 to 1: 0.4038 to 0.5962, 19; but of 4 of 100 on the way from 0.1 to 0: 83.
    expect(unsure({})).toEqual([{ lines: ['churn'] }]);
    // 3 of 1000: 0.00102 to 0.00878, 8 of 100 points.
    const churn = share('churn', 3, 1000);
    expect(unsure({ churn })).toEqual([]);
    // 1 of 1: 0.2065 to 1, beyond both ends. 5 of 5: 0.5655 to 1, 84 of 100 points.
    expect(unsure({ churn, renewal: share('renewal', 1, 1) })).toEqual([{ lines: ['renewal'] }]);
    expect(unsure({ churn, renewal: share('renewal', 5, 5) })).toEqual([{ lines: ['renewal'] }]);
  });

  it('is surer of a figure that is drawn towards the group', () => {
    const line = { id: 'renewal', weight: 1, worst: 0.5, best: 0.9 };
    const few = { renewal: share('renewal', 5, 5) };
    const codes = (priorCases: number) => {
      const drawn = compileScorecard({ ...definition, lines: [{ ...line, priorCases }] });
      const score = scoreScorecard(drawn, few, { group: { renewal: 0.7 } });
      return score.reasons.map(({ code }) => code);
    };
    // Drawn with 20 cases the ends are (5·0.5655 + 14)/25 = 0.673 and (5 + 14)/25 = 0.76: 22 of 100 points.
    expect([codes(0), codes(20)]).toEqual([['kpi.lines-unsure'], []]);
  });

  it('cannot be sure of a mean of one case, which has no interval, unless it is drawn', () => {
    const scores = defineKpi({
      ...{ ...DESCRIPTION, kind: 'measurements', id: 'test', measure: 'mean' },
      range: { lowest: 0, highest: 100 },
    });
    const { init, add, result } = accumulatorOf(scores);
    const one = { test: result(add(init(), { value: 98 })) };
    const score = (priorCases: number) => {
      const lines = [{ id: 'test', weight: 1, worst: 50, best: 90, priorCases }];
      return scored(
        scoreScorecard(compileScorecard({ ...definition, lines }), one, { group: { test: 70 } }),
      );
    };
    expect(score(0).reasons).toMatchObject([
      { code: 'kpi.lines-unsure', severity: 'warn', parameters: { lines: ['test'] } },
    ]);
    // (98 + 19·70)/20 = 71.4, on the way from 50 to 90: 53.5.
    expectClose(score(19).score, 53.5);
    expect(score(19).reasons).toEqual([]);
  });

  it('never counts a figure below its smallest sample', () => {
    const strict = defineKpi({
      ...DESCRIPTION,
      kind: 'proportion',
      id: 'renewal',
      minimumSample: 5,
    });
    const { init, add, result } = accumulatorOf(strict);
    const few = { ...results, renewal: result(add(init(), { successes: 4, trials: 4 })) };
    expect(scoreScorecard(card, few)).toMatchObject({
      status: 'insufficient',
      missing: ['renewal'],
    });
  });

  it('adds up, does not depend on the order of lines, and never falls when a value rises', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        fc.nat(99),
        ([a, b, c], keys, more) => {
          const given = {
            renewal: share('renewal', a, 100),
            churn: share('churn', b, 100),
            response: share('response', c, 100),
          };
          const score = scored(scoreScorecard(card, given));
          expectClose(
            score.contributions.reduce((sum, { points }) => sum + points, 0),
            score.score,
            1e-9,
          );
          const mixed = compileScorecard({
            ...definition,
            lines: shuffled(definition.lines, keys),
          });
          expectClose(scored(scoreScorecard(mixed, given)).score, score.score, 1e-9);
          const better = { ...given, renewal: share('renewal', Math.min(100, a + more), 100) };
          expect(scored(scoreScorecard(card, better)).score).toBeGreaterThanOrEqual(score.score);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('refuses results that are none or of another KPI', () => {
    expectRefusal(() => scoreScorecard(card, wrong(null)), 'missing-value', 'results');
    expectRefusal(
      () => scoreScorecard(card, wrong({ renewal: 0.8 })),
      'invalid-type',
      'results.renewal',
    );
    const broken = { ...results, renewal: { ...results.renewal, value: null } };
    expectRefusal(
      () => scoreScorecard(card, wrong(broken)),
      'missing-value',
      'results.renewal.value',
    );
    const guarded = compileScorecard({
      ...definition,
      guards: [{ id: 'g', kpi: 'breach', atMost: 0.1 }],
    });
    const nothing = { ...share('breach', 1, 10), value: Number.NaN };
    const unknown = () => scoreScorecard(guarded, wrong({ ...results, breach: nothing }));
    expectRefusal(unknown, 'not-finite', 'results.breach.value');
    const mixedUp = { ...results, renewal: results.churn };
    expectRefusal(() => scoreScorecard(card, mixedUp), 'inconsistent', 'results.renewal.kpi');
    expectRefusal(() => scoreScorecard(wrong(undefined), results), 'missing-value', 'scorecard');
  });

  it.each([
    [{ n: '40' }, 'invalid-type', 'n'],
    [{ n: undefined }, 'missing-value', 'n'],
    [{ n: Number.NaN }, 'not-finite', 'n'],
    [{ n: -5 }, 'out-of-range', 'n'],
    [{ n: 0 }, 'out-of-range', 'n'],
    [{ interval: 'abc' }, 'invalid-type', 'interval'],
    [{ interval: { low: Number.NaN, high: 1 } }, 'not-finite', 'interval.low'],
    [{ interval: { low: 0.7 } }, 'missing-value', 'interval.high'],
    [{ interval: { low: 0.9, high: 0.7 } }, 'inconsistent', 'interval'],
    [{ interval: { low: 0.86, high: 0.9 } }, 'inconsistent', 'interval'],
    [{ reasons: undefined }, 'missing-value', 'reasons'],
    [{ reasons: [null] }, 'missing-value', 'reasons[0]'],
  ] as const)('refuses a result with %j, of a line as of a guard', (change, code, path) => {
    const broken = { ...results, renewal: { ...results.renewal, ...change } };
    expectRefusal(() => scoreScorecard(card, wrong(broken)), code, `results.renewal.${path}`);
    const guarded = compileScorecard({
      ...definition,
      guards: [{ id: 'g', kpi: 'breach', atMost: 0.9 }],
    });
    const breach = { ...share('breach', 80, 100), ...change };
    const given = wrong({ ...results, breach });
    expectRefusal(() => scoreScorecard(guarded, given), code, `results.breach.${path}`);
  });

  it('refuses options that are none', () => {
    const scoring = (options: unknown) => () => scoreScorecard(card, results, wrong(options));
    expectRefusal(scoring(null), 'missing-value', 'options');
    expectRefusal(scoring({ group: null }), 'missing-value', 'options.group');
    expectRefusal(scoring({ group: 0.7 }), 'invalid-type', 'options.group');
    expectRefusal(scoring({ groups: {} }), 'unknown-id', 'options.groups');
  });
});

describe('the points of a score', () => {
  it('are those of exact arithmetic, so that a line at 90 is not missed by noise', () => {
    for (let a = 50; a <= 90; a += 4) {
      for (let b = 0; b <= 10; b += 1) {
        for (let c = 0; c <= 100; c += 5) {
          const given = {
            renewal: share('renewal', a, 100),
            churn: share('churn', b, 100),
            response: share('response', c, 100),
          };
          // 50·(a − 50)/40 + 30·(10 − b)/10 + 20·c/100, in twentieths 25·(a − 50) + 60·(10 − b) + 4·c.
          const twentieths = 25 * (a - 50) + 60 * (10 - b) + 4 * c;
          expect(scored(scoreScorecard(card, given)).score).toBe(twentieths / 20);
        }
      }
    }
  });
});

describe('a guard', () => {
  const scoreOf = (guard: { atMost: number } | { atLeast: number }, breach: object) => {
    const guards = [{ id: 'no breach', kpi: 'breach', cap: 30, ...guard }];
    const guarded = compileScorecard({ ...definition, guards });
    return scored(scoreScorecard(guarded, wrong({ ...results, breach })));
  };
  const unsureOf = (guard: { atMost: number } | { atLeast: number }, breach: object) => {
    const { score, guards, reasons } = scoreOf(guard, breach);
    expectClose(score, 65.5);
    expect(guards[0]!.status).toBe('holds');
    expect(reasons.filter((reason) => reason === guards[0]!.reason)).toHaveLength(
      guards[0]!.reason === null ? 0 : 1,
    );
    return guards[0]!.reason?.code ?? null;
  };

  it('that holds by its value alone says so, and caps nothing', () => {
    // Wilson of 0 of 30: up to 3.8415/33.8415 = 0.1135; of 0 of 400: up to 3.8415/403.8415 = 0.0095.
    expect(unsureOf({ atMost: 0.02 }, share('breach', 0, 30))).toBe('kpi.guard-unsure');
    expect(unsureOf({ atMost: 0.02 }, share('breach', 0, 400))).toBe(null);
    // Wilson of 50 of 100: from 0.4038.
    expect(unsureOf({ atLeast: 0.45 }, share('breach', 50, 100))).toBe('kpi.guard-unsure');
    expect(unsureOf({ atLeast: 0.4 }, share('breach', 50, 100))).toBe(null);
  });

  it('with a limit at the end of the scale is held by what happened', () => {
    expect(unsureOf({ atMost: 0 }, share('breach', 0, 30))).toBe(null);
    expect(unsureOf({ atLeast: 1 }, share('breach', 30, 30))).toBe(null);
  });

  it('is not sure of a sample too small for an interval, and is of a total, which needs none', () => {
    const { interval: _, ...bare } = okShare('breach', 0, 30);
    const reasons = [{ code: 'kpi.interval-unknown', severity: 'info', parameters: {} }];
    expect(unsureOf({ atMost: 0.02 }, { ...bare, reasons })).toBe('kpi.guard-unsure');
    expect(unsureOf({ atMost: 0.02 }, bare)).toBe(null);
  });

  it('names a value just beyond its limit so that the two differ', () => {
    const { interval: _, ...bare } = okShare('breach', 1, 10);
    const often = { ...bare, method: 'rate', value: 2.00001 };
    const [reason] = scoreOf({ atMost: 2 }, often).reasons;
    const texts = LOCALES.map((locale) => formatReason(kpiMessages, reason!, locale));
    for (const text of texts) expect(text).toMatch(/2\.00001.*\b2[),）]/);
    const [near] = scoreOf({ atLeast: 0.8 }, { ...bare, value: 0.7999999 }).reasons;
    expect(formatReason(kpiMessages, near!, 'en')).toBe(
      'The guard “no breach” does not hold (the value is 0.7999999, the limit 0.8): the score is at most 30, whatever the other figures are.',
    );
  });

  it('says in every language that it may hold by chance', () => {
    const [reason] = scoreOf({ atMost: 0.02 }, share('breach', 0, 30)).reasons;
    const texts = LOCALES.map((locale) => formatReason(kpiMessages, reason!, locale));
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/no breach.*0.*0\.02/);
  });
});

describe('compileScorecard', () => {
  it('refuses what is no scorecard', () => {
    const make = (change: object) => () => compileScorecard(wrong({ ...definition, ...change }));
    const line = definition.lines[0]!;
    expectRefusal(make({ lines: [] }), 'empty', 'definition.lines');
    expectRefusal(make({ lines: [line] }), 'inconsistent', 'definition.lines');
    expectRefusal(make({ lines: [line, line] }), 'duplicate-id', 'definition.lines[1].id');
    expectRefusal(
      make({ lines: [{ ...line, best: 0.5 }] }),
      'inconsistent',
      'definition.lines[0].best',
    );
    expectRefusal(
      make({ lines: [{ ...line, weight: 0 }] }),
      'out-of-range',
      'definition.lines[0].weight',
    );
    expectRefusal(
      make({ lines: [{ ...line, prior: 3 }] }),
      'unknown-id',
      'definition.lines[0].prior',
    );
    expectRefusal(
      make({ guards: [{ id: 'g', kpi: 'k' }] }),
      'inconsistent',
      'definition.guards[0]',
    );
    const both = { id: 'g', kpi: 'k', atMost: 1, atLeast: 0 };
    expectRefusal(make({ guards: [both] }), 'inconsistent', 'definition.guards[0]');
    expectRefusal(
      make({ guards: [{ id: 'g', kpi: 'k', atMost: 0, cap: 101 }] }),
      'out-of-range',
      'definition.guards[0].cap',
    );
    expectRefusal(make({ mean: 'harmonic' }), 'unknown-value', 'definition.mean');
    expectRefusal(make({ missingWeight: 1 }), 'out-of-range', 'definition.missingWeight');
    expectRefusal(make({ weights: [] }), 'unknown-id', 'definition.weights');
  });
});
