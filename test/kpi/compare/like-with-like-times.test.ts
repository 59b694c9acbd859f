import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareLikeWithLike,
  defineKpi,
  type GroupStrata,
  type Kpi,
  summarise,
} from '../../../src/kpi/index.js';
import fixture from '../../fixtures/kpi/standardised-times.json' with { type: 'json' };
import { DESCRIPTION, expectClose } from '../support.js';

type Interval = { readonly low: number; readonly high: number };
type Times = { readonly time: readonly number[]; readonly status: readonly number[] };

const hours = (probability: number) =>
  defineKpi({
    ...DESCRIPTION,
    kind: 'durations',
    direction: 'lower-is-better',
    measure: { name: 'quantile', probability },
  });
const median = hours(0.5);

const TENURE = {
  ...DESCRIPTION,
  kind: 'survival',
  timeUnit: 'month',
  longest: 200,
  causes: ['fees', 'moved'],
} as const;
const stay = (time: number) =>
  defineKpi({ ...TENURE, measure: { name: 'survival', time }, interval: 'log-log' });
const stayed = stay(40);

function waited(kpi: Kpi<'durations'>, { time, status }: Times) {
  const events = time.map((duration, i) => ({ duration, open: status[i] === 0 }));
  return accumulateAll(kpi, events).state;
}

/** Closed cases, and with a plus open ones: `3 5 8+`. */
function hoursOf(text: string, kpi = median) {
  const words = text.split(' ');
  return waited(kpi, {
    time: words.map((word) => Number.parseFloat(word)),
    status: words.map((word) => (word.endsWith('+') ? 0 : 1)),
  });
}

function left(kpi: Kpi<'survival'>, { time, status }: Times) {
  const events = time.map((at, i) =>
    status[i] === 0 ? { time: at } : { time: at, cause: TENURE.causes[status[i]! - 1]! },
  );
  return accumulateAll(kpi, events).state;
}

function compared(...args: Parameters<typeof compareLikeWithLike>) {
  const result = compareLikeWithLike(...args);
  if (result.status !== 'compared') throw new Error(result.status);
  return result;
}

function expectFigure(group: unknown, expected: { readonly value: number } & Interval): void {
  const { value, interval } = group as { readonly value: number; readonly interval: Interval };
  expectClose(value, expected.value);
  expectClose(interval.low, expected.low, 1e-9);
  expectClose(interval.high, expected.high, 1e-9);
}

describe('compareLikeWithLike of durations', () => {
  const { durations, weights, quantiles } = fixture;
  const groupsOf = (kpi: Kpi<'durations'>) =>
    (['north', 'south'] as const).map((id) => ({
      id,
      strata: Object.fromEntries(
        Object.entries(durations[id]).map(([stratum, times]) => [stratum, waited(kpi, times)]),
      ),
    }));

  it('reads quantiles off the mean of the strata’s curves, as survfit’s curves put together in R', () => {
    for (const { probability, pooled, fixed } of quantiles) {
      const kpi = hours(probability);
      const { groups } = compared(kpi, groupsOf(kpi));
      groups.forEach((group) => {
        expectFigure(group, pooled[group.id as 'north']);
      });
      const [simple, usual, hard] = weights as [number, number, number];
      const options = { standard: { simple, usual, hard }, confidence: 0.9 };
      const weighed = compared(kpi, groupsOf(kpi), options);
      weighed.groups.forEach((group) => {
        expectFigure(group, fixed[group.id as 'north']);
      });
    }
  });

  it('puts the interval of the difference together of both', () => {
    const kpi = hours(0.5);
    const { groups, differences } = compared(kpi, groupsOf(kpi));
    const [north, south] = groups as unknown as readonly [
      { value: number; interval: Interval & { method: string } },
      { value: number; interval: Interval },
    ];
    expect(north.interval.method).toBe('brookmeyer-crowley');
    const [found] = differences;
    // Zou and Donner (2008), by hand.
    const gap = north.value - south.value;
    expectClose(found!.difference, gap);
    expectClose(
      found!.interval!.low,
      gap - Math.hypot(north.value - north.interval.low, south.interval.high - south.value),
    );
    expectClose(
      found!.interval!.high,
      gap + Math.hypot(north.interval.high - north.value, south.value - south.interval.low),
    );
    // 2.4 hours more, less the root of 1.7² + 1.1² = 2.02.
    expect(found!.verdict).toBe('worse');
  });

  it('turns the order round where one team has the hard cases', () => {
    // Simple cases take north 1 to 4 hours and south 2 to 5, hard ones 11 to 14 and 12 to 15; but north has mostly hard ones.
    const many = (text: string, times: number) => Array(times).fill(text).join(' ');
    const groups = [
      {
        id: 'north',
        strata: { simple: hoursOf(many('1 2 3 4', 2)), hard: hoursOf(many('11 12 13 14', 8)) },
      },
      {
        id: 'south',
        strata: { simple: hoursOf(many('2 3 4 5', 8)), hard: hoursOf(many('12 13 14 15', 2)) },
      },
    ];
    const standard = { simple: 2, hard: 1 };
    const { groups: alike, differences } = compared(median, groups, { standard });
    // Half of all: of the simple ones, who are 2/3, 3/4 must be over, which they are at 3 and at 4 hours; then the curve lies at 1/2 up to the 4th and the 5th hour.
    expect(alike).toMatchObject([
      { id: 'north', crude: 12, value: 3.5 },
      { id: 'south', crude: 4, value: 4.5 },
    ]);
    expect(differences[0]).toMatchObject({ difference: -1, crude: 8 });
    // So few cases do not show it.
    expect(differences[0]!.verdict).toBe('not-shown');
    expect(differences[0]!.reasons.map(({ code }) => code)).toContain('kpi.mix-may-reverse');
  });

  it('says that the curve does not come down so far, in place of a quantile', () => {
    const strata = { simple: hoursOf('1 2 3 4'), hard: hoursOf('9 10+ 10+ 10+') };
    const { groups } = compared(median, [{ id: 'a', strata }], {
      standard: { simple: 1, hard: 3 },
    });
    // (0 + 3·3/4)/4 is more than half.
    expect(groups).toMatchObject([
      { status: 'insufficient', reasons: [{ code: 'kpi.quantile-not-reached' }] },
    ]);
    const known = compared(median, [{ id: 'a', strata }], { standard: { simple: 3, hard: 1 } });
    // From 3 hours on the simple ones are at 1/4: (3·1/4 + 1)/4. All eight are at 1/2 from 4 up to 9 hours.
    expect(known.groups).toMatchObject([{ status: 'standardised', value: 3, crude: 6.5 }]);
  });

  it('is not known beyond where a stratum was last seen', () => {
    // The first stratum was watched for 2 hours only; half of the second is over at 5.
    const strata = { short: hoursOf('1 2+ 2+ 2+'), long: hoursOf('5 5 6 7 8') };
    const { groups } = compared(hours(0.25), [
      { id: 'a', strata: { long: hoursOf('5 5 6 7 8', hours(0.25)) } },
    ]);
    expect(groups[0]).toMatchObject({ status: 'standardised', value: 5 });
    const mixed = compared(median, [{ id: 'a', strata }], { standard: { short: 1, long: 1 } });
    expect(mixed.groups[0]).toMatchObject({ status: 'insufficient' });
  });

  it('names a stratum without cases, and gives a mean without an interval', () => {
    const { groups, differences } = compared(median, [
      { id: 'a', strata: { simple: hoursOf('1 2 3'), hard: hoursOf('7 8 9') } },
      { id: 'b', strata: { simple: hoursOf('1 2 3') } },
    ]);
    expect(groups[1]).toMatchObject({ status: 'missing-strata', missing: ['hard'] });
    expect(differences).toEqual([]);
    const mean = defineKpi({ ...median, measure: { name: 'mean' } });
    const means = compared(mean, [
      { id: 'a', strata: { simple: hoursOf('2 4 30+', mean), hard: hoursOf('10', mean) } },
      { id: 'b', strata: { simple: hoursOf('6', mean), hard: hoursOf('7 9', mean) } },
    ]);
    // Closed cases: 3 of either kind. (3 + 10)/2 and (6 + 8)/2; all alike: (2 + 4 + 10)/3 and (6 + 7 + 9)/3.
    expect(means.groups).toMatchObject([
      { value: 6.5, reasons: [{ code: 'kpi.interval-unknown' }] },
      { value: 7 },
    ]);
    expectClose((means.groups[0] as { crude: number }).crude, 16 / 3);
    expect(means.groups[0]).not.toHaveProperty('interval');
    expect(means.differences[0]).not.toHaveProperty('verdict');
    expect(means.differences[0]!.reasons.map(({ code }) => code)).toContain('kpi.interval-unknown');
  });

  const TIMES = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });

  it('leaves the quantile as it is where all cases are closed and the mix is the group’s own', () => {
    fc.assert(
      fc.property(
        fc.array(TIMES, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(0.3, 0.5, 0.9),
        (strata, p) => {
          const kpi = hours(p);
          const states = strata.map((times) => hoursOf(times.join(' '), kpi));
          const group = {
            id: 'a',
            strata: Object.fromEntries(states.map((state, i) => [`s${i}`, state])),
          };
          const [found] = compared(kpi, [group]).groups;
          const whole = summarise(kpi, hoursOf(strata.flat().join(' '), kpi));
          if (whole.status !== 'ok' || found?.status !== 'standardised')
            throw new Error('no value');
          expect([found.value, found.crude]).toEqual([whole.value, whole.value]);
        },
      ),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('gives a group of one stratum its own value, within its own interval, open cases or none', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cases, (rows) => {
        const state = hoursOf(rows.map(([time, open]) => `${time}${open ? '+' : ''}`).join(' '));
        const own = summarise(median, state);
        const [group] = compared(median, [{ id: 'a', strata: { only: state } }]).groups;
        if (own.status !== 'ok') {
          expect(group).toMatchObject({ status: 'insufficient', reasons: [own.reason] });
          return;
        }
        if (group?.status !== 'standardised') throw new Error(group?.status);
        expect([group.value, group.crude]).toEqual([own.value, own.value]);
        const { low, high } = group.interval ?? { low: own.value, high: own.value };
        expect(low <= group.value && group.value <= high).toBe(true);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('is never NaN, and does not hang on the order of groups and strata', () => {
    const cell = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const groups: GroupStrata<'durations'>[] = rows.map((cells, i) => ({
          id: `g${i}`,
          strata: Object.fromEntries(
            cells.map((times, j) => [
              `s${j}`,
              accumulateAll(
                median,
                times.map(([duration, open]) => ({ duration, open })),
              ).state,
            ]),
          ),
        }));
        const turned = [...groups].reverse().map(({ id, strata }) => ({
          id,
          strata: Object.fromEntries(Object.entries(strata).reverse()),
        }));
        const text = JSON.stringify(compareLikeWithLike(median, groups), (_, value) => {
          if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value}`);
          return value;
        });
        expect(JSON.stringify(compareLikeWithLike(median, turned))).toBe(text);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

describe('compareLikeWithLike of survival', () => {
  const { tenure, mix, linear } = fixture;
  const [young, old] = mix as [number, number];
  const measures = {
    survival: stayed,
    restrictedMean: defineKpi({ ...TENURE, measure: { name: 'restricted-mean', until: 40 } }),
    incidence: defineKpi({ ...TENURE, measure: { name: 'incidence', cause: 'fees', time: 40 } }),
  };

  it('weighs the share that stays, the restricted mean and the share that leaves for a cause as R’s figures', () => {
    for (const [name, kpi] of Object.entries(measures)) {
      const groups = (['north', 'south'] as const).map((id) => ({
        id,
        strata: { young: left(kpi, tenure[id].young), old: left(kpi, tenure[id].old) },
      }));
      const found = compared(kpi, groups, { standard: { young, old } });
      found.groups.forEach((group) => {
        expectFigure(group, linear[group.id as 'north'][name as keyof typeof measures]);
      });
      expect(found.differences[0]!.verdict).toBe('not-shown');
    }
  });

  it('takes a stratum in which nobody or everybody has left by Wilson’s interval, not as certain', () => {
    const { edges, edge } = fixture;
    const kpi = stay(10);
    const strata = Object.fromEntries(
      Object.entries(edges).map(([id, times]) => [id, left(kpi, times)]),
    );
    const { groups } = compared(kpi, [{ id: 'a', strata }], {
      standard: { none: 1, all: 1, some: 2 },
    });
    expectFigure(groups[0], edge);
    expect(groups[0]).toMatchObject({ interval: { method: 'mover-greenwood' } });
  });

  it('names the strata in which nobody was followed so long, and says why', () => {
    const strata = {
      young: left(stayed, tenure.north.young),
      old: left(stayed, { time: [9, 12], status: [1, 0] }),
    };
    const { groups } = compared(stayed, [{ id: 'a', strata }]);
    expect(groups[0]).toMatchObject({
      status: 'missing-strata',
      missing: ['old'],
      strata: [{ id: 'old', n: 2, value: null }, { id: 'young' }],
      reasons: [
        { code: 'kpi.strata-without-figure', parameters: { group: 'a', strata: ['old'] } },
        { code: 'kpi.not-watched-so-long', parameters: { time: 40 } },
      ],
    });
    const without = compared(stayed, [{ id: 'a', strata }], { standard: { young: 1, old: 0 } });
    expect(without.groups[0]).toMatchObject({ status: 'standardised' });
  });

  it('reads a median off the mean of the curves', () => {
    const kpi = defineKpi({ ...TENURE, measure: { name: 'median' } });
    const at = (times: readonly number[]) => left(kpi, { time: times, status: times.map(() => 1) });
    const strata = { young: at([1, 2, 3, 4]), old: at([10, 20]) };
    const { groups } = compared(kpi, [{ id: 'a', strata }], { standard: { young: 1, old: 1 } });
    // The mean is 1/2 from 4, when all of the young have left, up to 10.
    expect(groups[0]).toMatchObject({ value: 7, crude: 3.5 });
  });
});
