import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/errors/index.js';
import {
  competingCounts,
  competingCountsOfColumns,
  countsOfCause,
  cumulativeIncidence,
  hazardRatio,
  incidenceAt,
  kaplanMeier,
  logRank,
  mergeCompetingCounts,
  mergeSurvivalCounts,
  nelsonAalen,
  restrictedMean,
  survivalAt,
  survivalCounts,
  survivalCountsOfColumns,
  survivalQuantile,
} from '../../../src/statistics/index.js';
import { expectRefusal, wrong } from './support.js';

const good = { time: 3, events: 1, censored: 2 };
const curve = kaplanMeier([good]);

describe('counts are refused by name', () => {
  it.each([
    [null, 'missing-value', 'counts'],
    ['rows', 'invalid-type', 'counts'],
    [[null], 'missing-value', 'counts[0]'],
    [[good, [3, 1, 2]], 'invalid-type', 'counts[1]'],
    [[{ ...good, time: -1 }], 'out-of-range', 'counts[0].time'],
    [[{ ...good, time: Number.NaN }], 'not-finite', 'counts[0].time'],
    [[{ ...good, time: Number.POSITIVE_INFINITY }], 'not-finite', 'counts[0].time'],
    [[{ ...good, time: '3' }], 'invalid-type', 'counts[0].time'],
    [[{ time: 3, events: 1 }], 'missing-value', 'counts[0].censored'],
    [[{ ...good, events: -1 }], 'out-of-range', 'counts[0].events'],
    [[{ ...good, events: 0.5 }], 'invalid-type', 'counts[0].events'],
    [[{ ...good, censored: null }], 'missing-value', 'counts[0].censored'],
    [[{ ...good, entered: -1 }], 'out-of-range', 'counts[0].entered'],
    [[{ ...good, entered: null }], 'missing-value', 'counts[0].entered'],
    [[{ ...good, events: 2 ** 53 - 1 }], 'out-of-range', 'counts'],
    // More enter than leave.
    [[{ ...good, entered: 4 }], 'inconsistent', 'counts'],
    // Three leave at time 3, when only one is there.
    [[good, { time: 4, events: 0, censored: 0, entered: 2 }], 'inconsistent', 'counts'],
  ] as const)('%j', (counts, code, path) => {
    expectRefusal(() => kaplanMeier(wrong(counts)), code, path);
    expectRefusal(() => nelsonAalen(wrong(counts)), code, path);
  });

  it('in groups', () => {
    const bad = [{ ...good, time: -1 }];
    expectRefusal(() => hazardRatio(bad, [good]), 'out-of-range', 'first[0].time');
    expectRefusal(() => hazardRatio([good], bad), 'out-of-range', 'second[0].time');
    const groups = [
      { id: 'b', counts: [good] },
      { id: 'a', counts: bad },
    ];
    expectRefusal(() => logRank(groups), 'out-of-range', 'groups[1].counts[0].time');
    const late = [{ ...good, entered: 4 }];
    expectRefusal(
      () =>
        logRank([
          { id: 'b', counts: late },
          { id: 'a', counts: [good] },
        ]),
      'inconsistent',
      'groups[0].counts',
    );
    expectRefusal(() => logRank([{ id: 'a', counts: [good] }]), 'length-mismatch', 'groups');
    expectRefusal(() => logRank([]), 'empty', 'groups');
    expectRefusal(() => logRank([groups[0]!, groups[0]!]), 'duplicate-id', 'groups[1].id');
    expectRefusal(
      () => logRank([groups[0]!, wrong({ id: 'c' })]),
      'missing-value',
      'groups[1].counts',
    );
  });

  it('in tables to merge', () => {
    expectRefusal(() => mergeSurvivalCounts(wrong(null)), 'missing-value', 'tables');
    expectRefusal(() => mergeSurvivalCounts([[good], wrong(null)]), 'missing-value', 'tables[1]');
    expectRefusal(
      () => mergeSurvivalCounts([[], [{ ...good, events: -1 }]]),
      'out-of-range',
      'tables[1][0].events',
    );
    const row = { time: 3, events: { price: -1 }, censored: 0 };
    expectRefusal(() => mergeCompetingCounts([[row]]), 'out-of-range', 'tables[0][0].events.price');
  });
});

describe('counts by cause are refused by name', () => {
  it.each([
    [{ time: 3, events: 1, censored: 0 }, 'invalid-type', 'counts[0].events'],
    [{ time: 3, censored: 0 }, 'missing-value', 'counts[0].events'],
    [{ time: 3, events: { price: 0.5 }, censored: 0 }, 'invalid-type', 'counts[0].events.price'],
    [
      { time: 3, events: { 'too far': -1 }, censored: 0 },
      'out-of-range',
      'counts[0].events["too far"]',
    ],
    [{ time: -3, events: {}, censored: 0 }, 'out-of-range', 'counts[0].time'],
    [{ time: 3, events: { price: 1 }, censored: 0, entered: 2 }, 'inconsistent', 'counts'],
  ] as const)('%j', (row, code, path) => {
    expectRefusal(() => cumulativeIncidence([wrong(row)]), code, path);
  });

  it('and so is a cause that does not stand in them', () => {
    const counts = [{ time: 3, events: { price: 1 }, censored: 1 }];
    expectRefusal(() => countsOfCause(counts, 'service'), 'unknown-id', 'cause');
    expectRefusal(() => countsOfCause(counts, wrong(undefined)), 'missing-value', 'cause');
    const curves = cumulativeIncidence(counts);
    expectRefusal(() => incidenceAt(curves, 'toString', 1), 'unknown-id', 'cause');
    expectRefusal(() => incidenceAt(curves, 'price', -1), 'out-of-range', 'time');
    expectRefusal(() => incidenceAt(wrong(null), 'price', 1), 'missing-value', 'curves');
    const sure = { confidence: 1 };
    expectRefusal(
      () => incidenceAt(curves, 'price', 1, sure),
      'out-of-range',
      'options.confidence',
    );
  });
});

describe('clients are refused by name', () => {
  it.each([
    [null, 'missing-value', 'rows[0]'],
    [{ event: true }, 'missing-value', 'rows[0].time'],
    [{ time: -0.5, event: true }, 'out-of-range', 'rows[0].time'],
    [{ time: 2, event: 1 }, 'invalid-type', 'rows[0].event'],
    [{ time: 2 }, 'missing-value', 'rows[0].event'],
    [{ time: 2, event: true, entry: 2 }, 'inconsistent', 'rows[0].entry'],
    [{ time: 2, event: true, entry: Number.NaN }, 'not-finite', 'rows[0].entry'],
    [{ time: 2, event: true, entry: null }, 'missing-value', 'rows[0].entry'],
  ] as const)('%j', (row, code, path) => {
    expectRefusal(() => survivalCounts([wrong(row)]), code, path);
  });

  it.each([
    [{ time: 2 }, 'missing-value', 'rows[0].cause'],
    [{ time: 2, cause: '' }, 'empty', 'rows[0].cause'],
    [{ time: 2, cause: 3 }, 'invalid-type', 'rows[0].cause'],
    [{ time: 2, cause: null, entry: 5 }, 'inconsistent', 'rows[0].entry'],
  ] as const)('%j', (row, code, path) => {
    expectRefusal(() => competingCounts([wrong(row)]), code, path);
  });

  it('in columns', () => {
    const columns = { times: [1, 2], status: [0, 1] };
    const refuse = (change: object, code: ErrorCode, path: string) => {
      expectRefusal(() => survivalCountsOfColumns({ ...columns, ...change }), code, path);
      const inCounts = path.replace('columns', 'counts');
      expectRefusal(() => kaplanMeier({ ...columns, ...change }), code, inCounts);
    };
    refuse({ times: [1, -2] }, 'out-of-range', 'columns.times[1]');
    refuse({ times: Float64Array.of(Number.NaN, 1) }, 'not-finite', 'columns.times[0]');
    refuse({ times: 'x' }, 'invalid-type', 'columns.times');
    refuse({ times: new DataView(new ArrayBuffer(2)) }, 'invalid-type', 'columns.times');
    refuse({ status: [0] }, 'length-mismatch', 'columns.status');
    refuse({ status: [0, 2] }, 'out-of-range', 'columns.status[1]');
    refuse({ status: [0, -1] }, 'out-of-range', 'columns.status[1]');
    refuse({ status: [true, 1] }, 'invalid-type', 'columns.status[0]');
    refuse({ entries: [0, 2] }, 'inconsistent', 'columns.entries[1]');
    refuse({ entries: [0] }, 'length-mismatch', 'columns.entries');
    refuse({ entrys: [0, 0] }, 'unknown-id', 'columns.entrys');
    expectRefusal(() => kaplanMeier(wrong({})), 'missing-value', 'counts.times');
    const causes = (names: unknown) => () => competingCountsOfColumns(columns, wrong(names));
    expectRefusal(causes([]), 'empty', 'causes');
    expectRefusal(causes(['a', 'a']), 'duplicate-id', 'causes[1]');
    expectRefusal(causes([7]), 'invalid-type', 'causes[0]');
  });
});

describe('questions are refused by name', () => {
  it('about the options', () => {
    const interval = wrong('loglog');
    expectRefusal(() => kaplanMeier([], { interval }), 'unknown-value', 'options.interval');
    expectRefusal(() => kaplanMeier([], { confidence: 1 }), 'out-of-range', 'options.confidence');
    expectRefusal(() => cumulativeIncidence([], { interval }), 'unknown-value', 'options.interval');
    const groups = [
      { id: 'a', counts: [good] },
      { id: 'b', counts: [good] },
    ];
    expectRefusal(() => logRank(groups, { rho: -1 }), 'out-of-range', 'options.rho');
    const method = wrong('breslow');
    expectRefusal(() => hazardRatio([], [], { method }), 'unknown-value', 'options.method');
  });

  it('about the curve', () => {
    expectRefusal(() => survivalAt(curve, -1), 'out-of-range', 'time');
    expectRefusal(() => survivalAt(wrong(null), 1), 'missing-value', 'curve');
    for (const p of [0, 1])
      expectRefusal(() => survivalQuantile(curve, p), 'out-of-range', 'probability');
    expectRefusal(() => survivalQuantile(wrong([]), 0.5), 'invalid-type', 'curve');
    expectRefusal(() => restrictedMean(curve, 0), 'out-of-range', 'horizon');
    expectRefusal(() => restrictedMean(wrong(3), 1), 'invalid-type', 'curve');
    const incidence = cumulativeIncidence([{ time: 3, events: { price: 1 }, censored: 1 }]);
    for (const read of [survivalAt, survivalQuantile, restrictedMean] as const) {
      expectRefusal(() => read(wrong({}), 0.5), 'missing-value', 'curve.method');
      expectRefusal(() => read(wrong(incidence), 0.5), 'unknown-value', 'curve.method');
      const { method } = curve;
      expectRefusal(() => read(wrong({ method }), 0.5), 'missing-value', 'curve.steps');
      expectRefusal(() => read(wrong({ method, steps: 7 }), 0.5), 'invalid-type', 'curve.steps');
    }
    expectRefusal(() => incidenceAt(wrong({}), 'price', 1), 'missing-value', 'curves.method');
    expectRefusal(() => incidenceAt(wrong(curve), 'price', 1), 'unknown-value', 'curves.method');
    const { causes: _, ...rest } = incidence;
    expectRefusal(() => incidenceAt(wrong(rest), 'price', 1), 'missing-value', 'curves.causes');
  });

  it('where a step of a curve that was written is broken', () => {
    const written = JSON.parse(JSON.stringify(curve));
    const [step] = written.steps;
    for (const read of [survivalAt, survivalQuantile, restrictedMean] as const) {
      const reading = (steps: unknown) => () => read(wrong({ ...written, steps }), 0.5);
      expectRefusal(reading([null]), 'missing-value', 'curve.steps[0]');
      expectRefusal(reading(['x']), 'invalid-type', 'curve.steps[0]');
      expectRefusal(reading([{ ...step, time: -1 }]), 'out-of-range', 'curve.steps[0].time');
      const survival = reading([{ ...step, survival: 1.5 }]);
      expectRefusal(survival, 'out-of-range', 'curve.steps[0].survival');
      expectRefusal(reading([{ ...step, high: {} }]), 'invalid-type', 'curve.steps[0].high');
      const { atRisk: _, ...bare } = step;
      expectRefusal(reading([bare]), 'missing-value', 'curve.steps[0].atRisk');
      const { confidence: __, ...unsure } = written;
      expectRefusal(() => read(wrong(unsure), 0.5), 'missing-value', 'curve.confidence');
    }
    const incidence = cumulativeIncidence([{ time: 3, events: { price: 1 }, censored: 1 }]);
    const curves = JSON.parse(JSON.stringify(incidence));
    const reading = (change: object | null) => () =>
      incidenceAt({ ...curves, steps: [change && { ...curves.steps[0], ...change }] }, 'price', 3);
    expectRefusal(reading(null), 'missing-value', 'curves.steps[0]');
    const at = 'curves.steps[0].incidence';
    expectRefusal(reading({ incidence: undefined }), 'missing-value', at);
    expectRefusal(reading({ incidence: {} }), 'missing-value', `${at}.price`);
    expectRefusal(reading({ incidence: { price: {} } }), 'missing-value', `${at}.price.share`);
    expectRefusal(reading({ eventFree: 1 }), 'invalid-type', 'curves.steps[0].eventFree');
    expectRefusal(reading({ time: '3' }), 'invalid-type', 'curves.steps[0].time');
    expect(reading({})()).toEqual(incidenceAt(incidence, 'price', 3));
  });
});

it('negative zero is zero', () => {
  const [row] = survivalCounts([{ time: -0, event: false }]);
  expect(Object.is(row!.time, 0)).toBe(true);
});
