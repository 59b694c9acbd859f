import { describe, expect, it } from 'vitest';
import { compileBusinessHours, compileCalendar } from '../../../src/dates/index.js';
import {
  compileKpiCube,
  type KpiRecord,
  processRecords,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const { processCompletion, stepTimeMedian, stepTimeP90 } = serviceKpis({
  currency: 'CNY',
  minimumSample: 1,
});
const at = (text: string) => `2026-03-${text}:00+08:00`;
const asOf = at('10T00:00');
const journey = {
  id: 'j-1',
  steps: { started: at('02T10:00'), profiled: at('02T10:30'), proposed: at('03T10:30') },
  touchPoints: { profiled: 'app', proposed: 'branch' },
  dimensions: { tier: 'private' },
};
const times = (records: readonly KpiRecord[]) =>
  records
    .filter(({ kpi }) => kpi === 'step-time-median')
    .flatMap(({ dimensions, event }) =>
      event === null ? [] : [[dimensions!.step, ...Object.values(event)]],
    );

describe('processRecords', () => {
  it('tells how far a client came and how long each step took', () => {
    const records = processRecords(journey, processCompletion, { asOf });
    expect(records[0]).toMatchObject({
      kpi: 'process-completion',
      event: { reached: 'proposed', open: true },
    });
    // From 3 March 10:30 to 10 March 00:00 are 6 days and 13.5 hours.
    expect(times(records)).toEqual([
      ['profiled', 0.5],
      ['proposed', 24],
      ['signed', 157.5, true],
    ]);
    expect(records.map(({ dimensions }) => dimensions?.touchPoint)).toEqual([
      undefined,
      ...['app', 'app', 'branch', 'branch'],
      ...[undefined, undefined],
    ]);
    expect(records[1]!.dimensions).toEqual({
      tier: 'private',
      step: 'profiled',
      touchPoint: 'app',
    });
  });

  it('leaves a step out that was left out on the way, and gives the next one the time of both', () => {
    const { profiled: _, ...steps } = journey.steps;
    const records = processRecords({ id: 'j', steps }, processCompletion, { asOf });
    expect(times(records)).toEqual([
      ['profiled', 'skipped'],
      ['proposed', 24.5],
      ['signed', 157.5, true],
    ]);
  });

  it('takes back the wait for a step that was then left out', () => {
    const cube = compileKpiCube({
      kpis: [stepTimeMedian],
      period: 'month',
      zone: 'Asia/Shanghai',
      dimensions: ['step'],
    });
    const draft = cube.init();
    const { started, proposed } = journey.steps;
    const looks = [
      processRecords({ id: 'j', steps: { started } }, processCompletion, { asOf: at('02T12:00') }),
      processRecords({ id: 'j', steps: { started, proposed } }, processCompletion, { asOf }),
    ];
    for (const { kpi, dimensions, ...record } of looks.flat()) {
      if (kpi === 'step-time-median') {
        cube.add(draft, { ...record, kpi, dimensions: { step: dimensions!.step! } });
      }
    }
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const profiled = rows.find(({ slice }) => slice.step === 'profiled')!.result;
    expect(profiled).toMatchObject({ n: 0, excluded: [{ id: 'skipped', count: 1 }] });
  });

  it('takes back what an earlier look said of steps that the client has not come to', () => {
    const cube = compileKpiCube({
      kpis: [processCompletion, stepTimeMedian, stepTimeP90],
      period: 'month',
      zone: 'Asia/Shanghai',
      dimensions: ['tier', 'step', 'touchPoint'],
      slices: [['step']],
    });
    const draft = cube.init();
    const tell = (steps: Readonly<Record<string, string>>, look: string) => {
      const records = processRecords({ id: 'j', steps }, processCompletion, { asOf: look });
      for (const record of records) cube.add(draft, record);
    };
    // A proposal booked by mistake: the client, who has not even given a profile, waits for that alone.
    tell({ started: at('02T10:00'), proposed: at('02T11:00') }, at('02T12:00'));
    tell({ started: at('02T10:00') }, at('02T13:00'));
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const open = rows
      .filter(({ kpi, result }) => kpi === 'step-time-median' && result.status !== 'suppressed')
      .map(({ slice, result }) => [slice.step, (result as { n: number }).n]);
    expect(open).toContainEqual(['profiled', 1]);
    expect(open).not.toContainEqual(['signed', 1]);
    expect(open).not.toContainEqual(['proposed', 1]);
  });

  it('says of each step what it knows, so that no look leaves another standing', () => {
    const stepsOf = (steps: Readonly<Record<string, string>>) =>
      processRecords({ id: 'j', steps }, processCompletion, { asOf })
        .filter(({ kpi }) => kpi === 'step-time-p90')
        .map(({ dimensions, event }) => [dimensions!.step, event]);
    expect(stepsOf({ proposed: at('03T00:00') })).toEqual([
      ['profiled', null],
      ['proposed', null],
      ['signed', { duration: 168, open: true }],
    ]);
    expect(stepsOf({ started: at('09T23:00') })).toEqual([
      ['profiled', { duration: 1, open: true }],
      ['proposed', null],
      ['signed', null],
    ]);
  });

  it('lets a client who ended wait until then, and one who is idle until given up', () => {
    const ended = { ...journey, endedAt: at('04T10:30') };
    const of = (one: typeof journey, look: object) =>
      times(processRecords(one, processCompletion, { asOf, ...look })).at(-1);
    expect(of(ended, {})).toEqual(['signed', 24, true]);
    expect(of(journey, { idleDays: 2 })).toEqual(['signed', 48, true]);
    expect(processRecords(journey, processCompletion, { asOf, idleDays: 2 })[0]!.event).toEqual({
      reached: 'proposed',
    });
  });

  it('says from which step on a client went on before the window was over', () => {
    const within = (idleDays: number, change: object = {}) =>
      processRecords({ ...journey, ...change }, processCompletion, { asOf, idleDays })[0]!.event;
    // At 10 March 00:00 the profile of 2 March 10:30 is seven days and 13.5 hours old, the proposal six days and 13.5 hours.
    expect(within(8)).toEqual({ reached: 'proposed', open: true, early: 'started' });
    expect(within(7)).toEqual({ reached: 'proposed', open: true });
    expect(within(6)).toEqual({ reached: 'proposed' });
    expect(within(7, { endedAt: at('04T10:30') })).toEqual({ reached: 'proposed', open: true });
    expect(within(6, { endedAt: at('04T10:30') })).toEqual({ reached: 'proposed' });
  });

  it('has nobody wait after the last step', () => {
    const steps = { ...journey.steps, signed: at('03T12:00') };
    const records = processRecords({ id: 'j', steps }, processCompletion, { asOf });
    expect(times(records).at(-1)).toEqual(['signed', 1.5]);
  });

  it('counts business hours if the service has them', () => {
    const calendar = compileCalendar({
      id: 'x',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: [],
    });
    const hours = compileBusinessHours({
      zone: 'Asia/Shanghai',
      calendar,
      spans: [['09:00', '17:00']],
    });
    // Monday 10:30 to 17:00 are 6.5 hours, Tuesday 9:00 to 10:30 another 1.5.
    expect(times(processRecords(journey, processCompletion, { asOf, hours }))[1]).toEqual([
      'proposed',
      8,
    ]);
  });

  it('blames what lies beyond the calendar: the look, the end or the step', () => {
    const covers = { from: '2026-03-02', to: '2026-03-03' } as const;
    const calendar = compileCalendar({ id: 'x', covers, holidays: [] });
    const spans = [['09:00', '17:00']] as const;
    const hours = compileBusinessHours({ zone: 'Asia/Shanghai', calendar, spans });
    const steps = { started: at('02T10:00') };
    const make = (change: object) => () =>
      processRecords({ id: 'j', steps, ...change }, processCompletion, {
        asOf: at('05T00:00'),
        hours,
      });
    expectRefusal(make({}), 'out-of-range', 'options.asOf');
    expectRefusal(make({ endedAt: at('04T00:00') }), 'out-of-range', 'journey.endedAt');
    const later = { steps: { ...steps, profiled: at('03T10:00') } };
    expectRefusal(make(later), 'out-of-range', 'journey.steps.profiled');
  });

  it('keeps steps and touch points apart in a cube, and a later look in place of an earlier', () => {
    const cube = compileKpiCube({
      kpis: [processCompletion, stepTimeMedian, stepTimeP90],
      period: 'month',
      zone: 'Asia/Shanghai',
      dimensions: ['tier', 'step', 'touchPoint'],
      slices: [['step', 'touchPoint']],
    });
    const draft = cube.init();
    const early = { ...journey, steps: { started: journey.steps.started } };
    for (const record of processRecords(journey, processCompletion, { asOf })) {
      cube.add(draft, record);
    }
    for (const record of processRecords(early, processCompletion, { asOf: at('02T10:15') })) {
      cube.add(draft, record);
    }
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const medians = rows
      .filter(({ kpi }) => kpi === 'step-time-median')
      .map(({ slice, result }) => [
        slice.step,
        slice.touchPoint,
        result.status === 'ok' ? result.value : result.status,
      ]);
    expect(medians).toEqual([
      ['profiled', 'app', 0.5],
      ['proposed', 'branch', 24],
      ['signed', null, 'insufficient'],
    ]);
  });

  it('refuses what cannot be', () => {
    const make =
      (change: object, look: object = {}) =>
      () =>
        processRecords(wrong({ ...journey, ...change }), processCompletion, { asOf, ...look });
    expectRefusal(make({ touchPoints: { sold: 'app' } }), 'unknown-id', 'journey.touchPoints.sold');
    expectRefusal(
      make({ touchPoints: { signed: 1 } }),
      'invalid-type',
      'journey.touchPoints.signed',
    );
    expectRefusal(make({ dimensions: { step: 'x' } }), 'inconsistent', 'journey.dimensions.step');
    expectRefusal(make({ dimensions: { tier: 1 } }), 'invalid-type', 'journey.dimensions.tier');
    expectRefusal(make({ steps: {} }), 'empty', 'journey.steps');
    expectRefusal(make({ steps: { sold: at('02T10:00') } }), 'unknown-id', 'journey.steps.sold');
    expectRefusal(make({ endedAt: at('01T10:00') }), 'inconsistent', 'journey.endedAt');
    expectRefusal(make({ started: 1 }), 'unknown-id', 'journey.started');
    expectRefusal(make({}, { asOf: at('02T10:10') }), 'inconsistent', 'journey.steps.profiled');
    expectRefusal(make({}, { until: 1 }), 'unknown-id', 'options.until');
  });
});
