import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  competingCounts,
  competingCountsOfColumns,
  countsOfCause,
  cumulativeIncidence,
  hazardRatio,
  kaplanMeier,
  logRank,
  mergeCompetingCounts,
  mergeSurvivalCounts,
  nelsonAalen,
  restrictedMean,
  type SurvivalCurve,
  survivalAt,
  survivalCounts,
  survivalCountsOfColumns,
  survivalQuantile,
} from '../../../src/statistics/index.js';
import { expectClose, SCALES, shuffled } from './support.js';

const CAUSES = ['price', 'service', 'moved'];
const client = fc
  .record({
    day: fc.integer({ min: 1, max: 12 }),
    /** Sometimes the time is not whole. */
    part: fc.constantFrom(0, 0, 0.25),
    cause: fc.constantFrom(null, ...CAUSES),
    entryShare: fc.constantFrom(undefined, undefined, 0, 0.5),
  })
  .map(({ day, part, cause, entryShare }) => {
    const time = day + part;
    const late = entryShare === undefined ? {} : { entry: Math.floor(time * entryShare) };
    return { time, cause, event: cause !== null, ...late };
  });
const clients = fc.array(client, { maxLength: 40 });
const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
const scale = fc.constantFrom(...SCALES);

/** Every number of a result, however deep. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

function expectFinite(result: unknown): void {
  for (const number of numbersOf(result)) {
    expect(Number.isFinite(number)).toBe(true);
    expect(Object.is(number, -0)).toBe(false);
  }
}

describe('survival tables', () => {
  it('are the same bytes for any order and any sharding of the clients', () => {
    fc.assert(
      fc.property(clients, keys, fc.nat(40), (rows, order, cut) => {
        const other = shuffled(rows, order);
        const shards = [other.slice(cut), [], other.slice(0, cut)];
        const whole = JSON.stringify(survivalCounts(rows));
        expect(JSON.stringify(survivalCounts(other))).toBe(whole);
        expect(JSON.stringify(mergeSurvivalCounts(shards.map(survivalCounts)))).toBe(whole);
        const byCause = JSON.stringify(competingCounts(rows));
        expect(JSON.stringify(mergeCompetingCounts(shards.map(competingCounts)))).toBe(byCause);
      }),
    );
  });

  it('are the same from rows and from columns', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const onTime = rows.map(({ time, cause, event }) => ({ time, cause, event }));
        const times = onTime.map(({ time }) => time);
        const status = Uint8Array.from(onTime, ({ event }) => (event ? 1 : 0));
        expect(survivalCountsOfColumns({ times, status })).toEqual(survivalCounts(onTime));
        const codes = onTime.map(({ cause }) => (cause === null ? 0 : CAUSES.indexOf(cause) + 1));
        const columns = { times: Float64Array.from(times), status: codes };
        const grouped = competingCountsOfColumns(columns, CAUSES);
        // Columns name every cause, rows only those that struck.
        const named = mergeCompetingCounts([competingCounts(onTime), grouped.map(withoutClients)]);
        expect(grouped).toEqual(named);
      }),
    );
  });

  it('keep late entries from columns too', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const late = rows.flatMap((row) => ('entry' in row ? [{ ...row, entry: row.entry! }] : []));
        const columns = {
          times: late.map(({ time }) => time),
          status: late.map(({ event }) => (event ? 1 : 0)),
          entries: late.map(({ entry }) => entry),
        };
        expect(survivalCountsOfColumns(columns)).toEqual(survivalCounts(late));
      }),
    );
  });

  it('make the curve that is counted client by client, by way of columns too', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const late = rows.map((row) => ({ entry: 0, ...row }));
        const columns = {
          times: Float64Array.from(late, ({ time }) => time),
          status: late.map(({ event }) => (event ? 1 : 0)),
          entries: late.map(({ entry }) => entry),
        };
        const direct = kaplanMeier(columns);
        expect(direct).toEqual(kaplanMeier(survivalCounts(late)));
        for (const { time, atRisk, events, survival } of direct.steps) {
          // Counted one by one: under observation are those who entered before and did not end before.
          const there = (at: number) => late.filter((row) => row.entry < at && row.time >= at);
          expect(atRisk).toBe(there(time).length);
          const ended = late.filter((row) => row.event && row.time <= time);
          expect(events).toBe(ended.filter((row) => row.time === time).length);
          const shares = [...new Set(ended.map((row) => row.time))].map((at) => {
            return 1 - ended.filter((row) => row.time === at).length / there(at).length;
          });
          expectClose(
            survival,
            shares.reduce((product, share) => product * share, 1),
          );
        }
      }),
    );
  });

  it('are never changed and are frozen', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const counts = survivalCounts(rows);
        const given = counts.map((row) => ({ ...row })).reverse();
        const before = structuredClone(given);
        const curve = kaplanMeier(given);
        expect(given).toEqual(before);
        for (const frozen of [counts, ...counts, curve, curve.steps, ...curve.steps]) {
          expect(Object.isFrozen(frozen)).toBe(true);
        }
        expect(curve.steps).toBe(curve.steps);
      }),
    );
  });

  it('are read the same from a curve, from a copy and from one that was written and read again', () => {
    fc.assert(
      fc.property(clients, scale, fc.integer({ min: 0, max: 14 }), (rows, interval, time) => {
        const curve = kaplanMeier(survivalCounts(rows), { interval });
        const answers = (of: SurvivalCurve) => [
          survivalAt(of, time),
          restrictedMean(of, time + 1),
          ...[0.25, 0.5, 0.9].map((probability) => survivalQuantile(of, probability)),
        ];
        const written = answers(JSON.parse(JSON.stringify(curve)));
        expect(answers(curve)).toEqual(written);
        expect(answers({ ...curve })).toEqual(written);
        expect(structuredClone(curve)).toEqual(curve);
      }),
    );
  });

  it('give the same whether the rows of counts are those made or copies in another order', () => {
    fc.assert(
      fc.property(clients, keys, (rows, order) => {
        const counts = survivalCounts(rows);
        expect(kaplanMeier(shuffled(counts, order))).toEqual(kaplanMeier(counts));
      }),
    );
  });
});

function withoutClients<T extends { time: number; events: object }>({ time, events }: T) {
  const zeros = Object.fromEntries(Object.keys(events).map((cause) => [cause, 0]));
  return { time, events: zeros, censored: 0 };
}

describe('survival curves', () => {
  it('fall from 1 to 0 at most, inside their bands, and never hold NaN or an infinity', () => {
    fc.assert(
      fc.property(clients, scale, (rows, interval) => {
        const curve = kaplanMeier(survivalCounts(rows), { interval });
        expectFinite(curve);
        let before = 1;
        for (const { survival, low, high } of curve.steps) {
          expect(survival).toBeLessThanOrEqual(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          if (low !== null) expect(low).toBeLessThanOrEqual(survival + 1e-15);
          if (high !== null) expect(high).toBeGreaterThanOrEqual(survival - 1e-15);
          before = survival;
        }
        expectFinite(survivalQuantile(curve, 0.5));
        expectFinite(restrictedMean(curve, 4));
        expectFinite(nelsonAalen(survivalCounts(rows)));
      }),
    );
  });

  it('are the share that is left where nobody is censored, with the binomial standard error', () => {
    const days = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, (times) => {
        const curve = kaplanMeier(survivalCounts(times.map((time) => ({ time, event: true }))));
        for (const { time, survival, standardError } of curve.steps) {
          const share = times.filter((other) => other > time).length / times.length;
          expectClose(survival, share, 1e-12);
          if (share === 0) expect(standardError).toBeNull();
          else expectClose(standardError!, Math.sqrt((share * (1 - share)) / times.length), 1e-12);
        }
      }),
    );
  });

  it('do not move when time is measured in another unit', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const counts = survivalCounts(rows);
        // Times a power of two, so that nothing is rounded.
        const scaled = counts.map((row) => ({ ...row, time: row.time * 8 }));
        const [curve, other] = [kaplanMeier(counts), kaplanMeier(scaled)];
        expect(other.steps).toEqual(curve.steps.map((step) => ({ ...step, time: step.time * 8 })));
        const [mean, otherMean] = [restrictedMean(curve, 3), restrictedMean(other, 24)];
        if (mean.status === 'observed') expect(otherMean).toMatchObject({ mean: mean.mean * 8 });
      }),
    );
  });
});

describe('cumulative incidences', () => {
  it('and the share that is free of events make 1, which is that of Kaplan and Meier', () => {
    fc.assert(
      fc.property(clients, scale, (rows, interval) => {
        const counts = competingCounts(rows);
        const curves = cumulativeIncidence(counts, { interval });
        expectFinite(curves);
        const { steps } = kaplanMeier(survivalCounts(rows), { interval });
        expect(curves.steps).toHaveLength(steps.length);
        curves.steps.forEach(({ eventFree, incidence }, i) => {
          const shares = Object.values(incidence).map(({ share }) => share);
          expectClose(
            shares.reduce((sum, share) => sum + share, eventFree.share),
            1,
            1e-12,
          );
          expectClose(eventFree.share, steps[i]!.survival, 1e-12);
          const { standardError } = steps[i]!;
          if (standardError !== null) expectClose(eventFree.standardError, standardError, 1e-9);
        });
      }),
    );
  });

  it('are 1 − Kaplan–Meier where there is one cause, with its standard error', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const one = rows.map((row) => ({ ...row, cause: row.event ? 'left' : null }));
        const { steps } = cumulativeIncidence(competingCounts(one));
        for (const { incidence, eventFree } of steps) {
          if (incidence.left === undefined) continue;
          expectClose(incidence.left.share, 1 - eventFree.share, 1e-12);
          expect(Math.abs(incidence.left.standardError - eventFree.standardError)).toBeLessThan(
            1e-7,
          );
        }
      }),
    );
  });

  it('are never above 1 − Kaplan–Meier of the cause alone', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const counts = competingCounts(rows);
        const curves = cumulativeIncidence(counts);
        for (const cause of curves.causes) {
          const alone = kaplanMeier(countsOfCause(counts, cause));
          curves.steps.forEach(({ incidence }, i) => {
            const naive = 1 - alone.steps[i]!.survival;
            expect(incidence[cause]!.share).toBeLessThanOrEqual(naive + 1e-12);
          });
        }
      }),
    );
  });
});

describe('comparisons', () => {
  const groups = fc.array(clients, { minLength: 2, maxLength: 4 }).map((lists) => {
    return lists.map((rows, i) => ({ id: `g${i}`, counts: survivalCounts(rows) }));
  });

  it('are the same bytes in any order of the groups and rows, and expect as much as was observed', () => {
    fc.assert(
      fc.property(groups, keys, fc.constantFrom(0, 0.5, 1), (given, order, rho) => {
        const test = logRank(given, { rho });
        expectFinite(test);
        const other = shuffled(given, order).map(({ id, counts }) => {
          return { id, counts: shuffled(counts, order) };
        });
        expect(JSON.stringify(logRank(other, { rho }))).toBe(JSON.stringify(test));
        const sum = (key: 'observed' | 'expected') => {
          return test.groups.reduce((total, group) => total + group[key], 0);
        };
        expectClose(sum('expected'), sum('observed'), 1e-12);
      }),
    );
  });

  it('find nothing between a group and itself, and a ratio of 1', () => {
    fc.assert(
      fc.property(clients, (rows) => {
        const counts = survivalCounts(rows);
        const test = logRank([
          { id: 'a', counts },
          { id: 'b', counts },
        ]);
        if (test.status === 'tested') expect(test.statistic).toBeLessThan(1e-20);
        const ratio = hazardRatio(counts, counts);
        if (ratio.status === 'estimated') expectClose(ratio.ratio, 1);
      }),
    );
  });

  it('turn the ratio over when the groups are swapped', () => {
    fc.assert(
      fc.property(clients, clients, fc.constantFrom('peto', 'pike'), (first, second, method) => {
        const [a, b] = [survivalCounts(first), survivalCounts(second)];
        const [ratio, turned] = [hazardRatio(a, b, { method }), hazardRatio(b, a, { method })];
        expectFinite(ratio);
        expect(turned.status).toBe(ratio.status);
        if (ratio.status !== 'estimated' || turned.status !== 'estimated') return;
        expectClose(turned.ratio, 1 / ratio.ratio);
        expectClose(turned.low, 1 / ratio.high);
      }),
    );
  });
});
