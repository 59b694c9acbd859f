import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi, type KpiRecord } from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

const renewal = defineKpi({
  ...DESCRIPTION,
  kind: 'proportion',
  id: 'renewal',
  exclusions: [{ id: 'test', words: 'accounts of the bank itself' }],
});
const cube = compileKpiCube({
  kpis: [renewal],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch', 'tier'],
  slices: [[], ['branch'], ['branch', 'tier']],
});

interface Row {
  readonly at: number;
  readonly branch: string | null;
  readonly tier: string | null;
  readonly successes: number;
  readonly trials: number;
  readonly excluded: boolean;
}

const START = Date.UTC(2026, 0, 1);
const HOURS = 24 * 400;
const row: fc.Arbitrary<Row> = fc
  .record({
    at: fc.nat(HOURS).map((hour) => START + hour * 3_600_000),
    branch: fc.constantFrom('A', 'B', null),
    tier: fc.constantFrom('gold', 'silver', null),
    successes: fc.nat(9),
    more: fc.nat(9),
    excluded: fc.boolean(),
  })
  .map(({ more, ...rest }) => ({ ...rest, trials: rest.successes + more }));

function recordOf({ at, branch, tier, successes, trials, excluded }: Row): KpiRecord {
  return {
    kpi: 'renewal',
    at,
    dimensions: { ...(branch !== null && { branch }), ...(tier !== null && { tier }) },
    event: excluded ? { excluded: 'test' } : { successes, trials },
  };
}

/** China has had one clock without summer time since 1992: eight hours before UTC. */
function monthOf({ at }: Row): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 7);
}

function naive(rows: readonly Row[], keysOf: readonly ((row: Row) => string)[]) {
  const sums = new Map<string, [successes: number, trials: number, excluded: number]>();
  for (const one of rows) {
    for (const keyOf of keysOf) {
      const key = keyOf(one);
      const sum = sums.get(key) ?? [0, 0, 0];
      sums.set(
        key,
        one.excluded
          ? [sum[0], sum[1], sum[2] + 1]
          : [sum[0] + one.successes, sum[1] + one.trials, sum[2]],
      );
    }
  }
  return sums;
}

function found(rows: readonly Row[], period: 'month' | 'year') {
  const draft = cube.init();
  for (const one of rows) cube.add(draft, recordOf(one));
  const result = cube.result(draft, { suppressBelow: 1, period });
  return new Map(
    result.rows.flatMap(({ period: { id }, slice, result: figure }) => {
      const excluded = figure.status === 'suppressed' ? 0 : (figure.excluded[0]?.count ?? 0);
      const sums = figure.status === 'ok' ? [figure.numerator, figure.denominator] : [0, 0];
      const isGap = excluded === 0 && sums[1] === 0;
      return isGap ? [] : [[JSON.stringify([id, slice]), [...sums, excluded]] as const];
    }),
  );
}

const slices: readonly ((row: Row) => object)[] = [
  () => ({}),
  ({ branch }) => ({ branch }),
  ({ branch, tier }) => ({ branch, tier }),
];

describe('a cube', () => {
  it('is the sums by month, and by year, of every slice', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        for (const [period, length] of [
          ['month', 7],
          ['year', 4],
        ] as const) {
          const keys = slices.map(
            (sliceOf) => (one: Row) =>
              JSON.stringify([monthOf(one).slice(0, length), sliceOf(one)]),
          );
          const expected = naive(rows, keys);
          for (const [key, [, trials, excluded]] of expected) {
            if (trials === 0 && excluded === 0) expected.delete(key);
            else if (trials === 0) expected.set(key, [0, 0, excluded]);
          }
          expect(found(rows, period)).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });
});
