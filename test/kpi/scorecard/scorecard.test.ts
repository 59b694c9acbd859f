import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulatorOf,
  compileScorecard,
  defineKpi,
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
