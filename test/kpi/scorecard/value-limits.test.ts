import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compileScorecard,
  defineKpi,
  type Kpi,
  type KpiDefinition,
  scoreScorecard,
  summarise,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectRefusal, wrong } from '../support.js';

const line = { id: 'seen', weight: 1, worst: 0, best: 1, priorCases: 30 };
const card = compileScorecard({ id: 'team', version: '1', lines: [line] });
const guarded = compileScorecard({
  id: 'team',
  version: '1',
  lines: [{ ...line, id: 'other', priorCases: 0 }],
  guards: [{ id: 'g', kpi: 'seen', atMost: 1 }],
});

type Fields = { readonly kind: KpiDefinition['kind'] } & Readonly<Record<string, unknown>>;

function resultOf(fields: Fields, events: readonly object[]) {
  const kpi: Kpi = defineKpi(wrong({ ...DESCRIPTION, ...fields, id: 'seen' }));
  const result = summarise(kpi, accumulateAll(kpi, wrong(events)).state);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}

const survival = { kind: 'survival', timeUnit: 'month', longest: 60, causes: ['cost'] } as const;
const stays = [
  { time: 3, cause: 'cost', count: 3 },
  { time: 20, count: 2 },
];
const ratings = { kind: 'ratings', scale: { lowest: 0, highest: 10 } } as const;
const scores = [{ score: 10, count: 3 }, { score: 4 }];
const detection = { kind: 'detection' } as const;
const alerts = [{ truePositives: 3, falsePositives: 1, falseNegatives: 1 }];
const trials = [{ successes: 3, trials: 10 }];
const money = { kind: 'amount-ratio', currency: 'CNY' } as const;
const waits = [{ duration: 2 }, { duration: 9 }];
const steps = { kind: 'funnel', steps: ['met', 'signed'] } as const;
const way = [{ reached: 'met', count: 2 }, { reached: 'signed' }];

/** A figure with the least and the most that it can be by what it is: a part of a whole, a difference of two parts, a count of something. */
const FIGURES: readonly (readonly [string, number, number, Fields, readonly object[]])[] = [
  ['a share', 0, 1, { kind: 'proportion' }, trials],
  ['a yearly loss', 0, 1, { kind: 'proportion', periodsPerYear: 4 }, trials],
  ['best boxes', 0, 1, { ...ratings, measure: { name: 'top-box', boxes: 2 } }, scores],
  ['a share in time', 0, 1, { kind: 'within-limit', limit: 4 }, waits],
  ['precision', 0, 1, { ...detection, measure: 'precision' }, alerts],
  ['recall', 0, 1, { ...detection, measure: 'recall' }, alerts],
  ['F1', 0, 1, { ...detection, measure: 'f1' }, alerts],
  ['a category', 0, 1, { kind: 'tally', categories: ['a', 'b'], of: 'a' }, [{ category: 'a' }]],
  ['a funnel', 0, 1, steps, way],
  ['an open funnel', 0, 1, steps, [...way, { reached: 'met', open: true }]],
  ['who stays', 0, 1, { ...survival, measure: { name: 'survival', time: 12 } }, stays],
  [
    'who leaves',
    0,
    1,
    { ...survival, measure: { name: 'incidence', cause: 'cost', time: 12 } },
    stays,
  ],
  ['a promoter score', -1, 1, { ...ratings, measure: { name: 'net-promoter' } }, scores],
  ['a rate', 0, Infinity, { kind: 'rate', per: 1000 }, [{ count: 2, exposure: 500 }]],
  ['a ratio', 0, Infinity, { kind: 'count-ratio' }, [{ numerator: 5, denominator: 2 }]],
  [
    'a median',
    0,
    Infinity,
    { kind: 'durations', measure: { name: 'quantile', probability: 0.5 } },
    waits,
  ],
  [
    'a P90',
    0,
    Infinity,
    { kind: 'durations', measure: { name: 'quantile', probability: 0.9 } },
    waits,
  ],
  ['a mean time', 0, Infinity, { kind: 'durations', measure: { name: 'mean' } }, waits],
  ['half have left', 0, Infinity, { ...survival, measure: { name: 'median' } }, stays],
  ['time', 0, Infinity, { ...survival, measure: { name: 'restricted-mean', until: 12 } }, stays],
  [
    'a spread',
    0,
    Infinity,
    { kind: 'measurements', measure: 'standard-deviation' },
    [{ value: 1 }, { value: 3 }],
  ],
  [
    'a mean on a scale',
    1,
    5,
    { kind: 'ratings', scale: { lowest: 1, highest: 5 }, measure: { name: 'mean' } },
    [{ score: 4, count: 3 }, { score: 2 }],
  ],
  [
    'a mean within a range',
    -2,
    50,
    { kind: 'measurements', measure: 'mean', range: { lowest: -2, highest: 50 } },
    [{ value: 1 }, { value: 3 }],
  ],
  [
    'a ratio that is a share',
    0,
    1,
    { kind: 'count-ratio', share: true },
    [{ numerator: 2, denominator: 5 }],
  ],
  ['a mean', -Infinity, Infinity, { kind: 'measurements', measure: 'mean' }, [{ value: -3 }]],
  [
    'growth',
    -Infinity,
    Infinity,
    money,
    [{ numerator: '-3', denominator: '2' }].map(({ numerator, denominator }) => ({
      numerator: { amount: numerator, currency: 'CNY' },
      denominator: { amount: denominator, currency: 'CNY' },
    })),
  ],
];

describe('what a figure can be', () => {
  it.each(FIGURES)(
    'holds for %s, of the group as of the result',
    (_name, min, max, fields, events) => {
      const result = resultOf(fields, events);
      const scoring = (group: number) => () =>
        scoreScorecard(card, { seen: result }, { group: { seen: group } });
      for (const group of [min, max]) {
        if (Number.isFinite(group)) expect(scoring(group)()).toMatchObject({ status: 'scored' });
      }
      const beyond = [min - 0.01, max + 0.01, -3, 85].filter((x) => x < min || x > max);
      for (const value of beyond.filter(Number.isFinite)) {
        expectRefusal(scoring(value), 'out-of-range', 'options.group.seen');
        const { interval: _, ...bare } = result;
        const given = wrong({ seen: { ...bare, value } });
        const path = 'results.seen.value';
        const group = { seen: Math.max(0, min) };
        expectRefusal(() => scoreScorecard(card, given, { group }), 'out-of-range', path);
        expectRefusal(() => scoreScorecard(guarded, given), 'out-of-range', path);
      }
      const within = [-3, 85].filter((x) => x >= min && x <= max);
      for (const group of within) expect(scoring(group)()).toMatchObject({ status: 'scored' });
    },
  );

  it('is told by results, of which a range that is none is refused', () => {
    const fields = { kind: 'measurements', measure: 'mean' } as const;
    const events = [{ value: 1 }, { value: 3 }];
    expect(resultOf(fields, events)).not.toHaveProperty('range');
    const result = resultOf({ ...fields, range: { lowest: 0, highest: 50 } }, events);
    expect(result.range).toEqual({ lowest: 0, highest: 50 });
    for (const [range, code, path] of [
      [7, 'invalid-type', 'results.seen.range'],
      [{ lowest: 0 }, 'missing-value', 'results.seen.range.highest'],
      [{ lowest: Number.NaN, highest: 50 }, 'not-finite', 'results.seen.range.lowest'],
      [{ lowest: 50, highest: 0 }, 'out-of-range', 'results.seen.range.highest'],
    ] as const) {
      const given = wrong({ seen: { ...result, range } });
      expectRefusal(() => scoreScorecard(card, given, { group: { seen: 1 } }), code, path);
    }
  });

  it('names the line whose group was told in per cent', () => {
    const lines = [{ ...line, id: 'renewal-rate' }];
    const form = compileScorecard({ id: 'team', version: '1', lines });
    const result = { ...resultOf({ kind: 'proportion' }, trials), kpi: 'renewal-rate' };
    const group = { 'renewal-rate': 85 };
    expectRefusal(
      () => scoreScorecard(form, { 'renewal-rate': result }, { group }),
      'out-of-range',
      'options.group["renewal-rate"]',
    );
  });
});

describe('a score of very large numbers', () => {
  const huge = [1e308, -1e308, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 0, 1];
  const mean = (value: number) =>
    resultOf({ kind: 'measurements', measure: 'mean' }, [{ value }, { value }]);

  it('is a number', () => {
    for (const worst of huge) {
      for (const best of huge.filter((x) => x !== worst)) {
        for (const priorCases of [0, 1e-300, 30, 1e308]) {
          const form = compileScorecard({
            id: 'team',
            version: '1',
            lines: [{ ...line, worst, best, priorCases }],
          });
          for (const value of huge) {
            const given = { ...mean(0), value };
            for (const group of huge) {
              const score = scoreScorecard(form, { seen: given }, { group: { seen: group } });
              if (score.status !== 'scored') throw new Error(score.status);
              const { scored, points } = score.contributions[0]!;
              // A value drawn towards the group lies between the two.
              expect(scored).toBeGreaterThanOrEqual(Math.min(value, group));
              expect(scored).toBeLessThanOrEqual(Math.max(value, group));
              expect(points).toBeGreaterThanOrEqual(0);
              expect(points).toBeLessThanOrEqual(100);
            }
          }
        }
      }
    }
  });

  it('is half where the value lies half-way', () => {
    for (const worst of [1e308, -1e308]) {
      const lines = [{ ...line, worst, best: -worst, priorCases: 0 }];
      const form = compileScorecard({ id: 'team', version: '1', lines });
      expect(scoreScorecard(form, { seen: { ...mean(0) } })).toMatchObject({ score: 50 });
    }
  });
});
