import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareLikeWithLike,
  defineKpi,
  type Kpi,
  type KpiDefinition,
  summarise,
  targetStatus,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, wrong } from '../support.js';

type Fields = { readonly kind: KpiDefinition['kind'] } & Readonly<Record<string, unknown>>;

const survival = { kind: 'survival', timeUnit: 'month', longest: 60, causes: ['cost'] } as const;
const SCALES = ['plain', 'log', 'log-log'] as const;
const stay = (n: number) => [{ time: 20, count: n }];
const leave = (n: number) => [{ time: 3, cause: 'cost', count: n }];
const share = { name: 'survival', time: 12 };
const left = { name: 'incidence', cause: 'cost', time: 12 };

/** Figures with a standard error, of cases that all came out alike: with the value that all have. */
const FIGURES: readonly (readonly [string, Fields, (n: number) => readonly object[], number])[] = [
  ...SCALES.flatMap((interval) => {
    const [stays, leaves] = [share, left].map((measure) => ({ ...survival, measure, interval }));
    return [
      [`all stay, ${interval}`, stays!, stay, 1],
      [`none stays, ${interval}`, stays!, leave, 0],
      [`none leaves for it, ${interval}`, leaves!, stay, 0],
      [`all leave for it, ${interval}`, leaves!, leave, 1],
    ] as const;
  }),
  ['time', { ...survival, measure: { name: 'restricted-mean', until: 12 } }, stay, 12],
  ['time cut', { ...survival, measure: { name: 'restricted-mean', until: 12 } }, leave, 3],
  [
    'a rating',
    { kind: 'ratings', scale: { lowest: 1, highest: 5 }, measure: { name: 'mean' } },
    (count) => [{ score: 4, count }],
    4,
  ],
  [
    'a mean',
    { kind: 'measurements', measure: 'mean' },
    (n) => Array.from({ length: n }, () => ({ value: 0.1 })),
    0.1,
  ],
];

function kpiOf(fields: Fields): Kpi {
  return defineKpi(wrong({ ...DESCRIPTION, ...fields }));
}

const stateOf = (kpi: Kpi, events: readonly object[]) => accumulateAll(kpi, wrong(events)).state;

describe('cases that are all alike', () => {
  it.each(FIGURES)('do not tell how sure their figure is: %s', (_name, fields, events, value) => {
    const kpi = kpiOf(fields);
    for (const n of [1, 2, 30]) {
      const result = summarise(kpi, stateOf(kpi, events(n)));
      expect(result).toMatchObject({ status: 'ok', value });
      expect(result).not.toHaveProperty('interval');
      expect(result.status === 'ok' && result.reasons.map(({ code }) => code)).toContain(
        'kpi.interval-unknown',
      );
      for (const direction of ['higher-is-better', 'lower-is-better'] as const) {
        for (const green of [value - 0.03, value, value + 0.03]) {
          expect(targetStatus(result as never, { green, direction }).status).toBe('not-shown');
        }
      }
    }
  });

  it.each(SCALES)('leave the change of a share that stays without an interval: %s', (interval) => {
    const kpi = kpiOf({ ...survival, measure: share, interval });
    const change = compareBeforeAfter(
      kpi,
      stateOf(kpi, [...stay(30), ...leave(12)]),
      stateOf(kpi, stay(3)),
    );
    expect(change).toMatchObject({ status: 'compared', verdict: 'not-shown' });
    expect(change).not.toHaveProperty('interval');
    // Wilson's end of 3 of 3 holds 30 of 42.
    const mixed = compareLikeWithLike(kpi, [
      { id: 'few', strata: { one: stateOf(kpi, stay(3)) } },
      { id: 'many', strata: { one: stateOf(kpi, [...stay(30), ...leave(12)]) } },
    ]);
    expect(mixed.status === 'compared' && mixed.differences[0]?.verdict).toBe('not-shown');
  });

  it('tell a median by their order, which may be a point', () => {
    const kpi = kpiOf({ kind: 'durations', measure: { name: 'quantile', probability: 0.5 } });
    const result = summarise(
      kpi,
      stateOf(
        kpi,
        Array.from({ length: 30 }, () => ({ duration: 5 })),
      ),
    );
    // Of 30 times the 10th and the 21st enclose the median (Conover, table of binomial intervals); all of them are 5.
    expect(result).toMatchObject({ value: 5, interval: { low: 5, high: 5 } });
  });
});
