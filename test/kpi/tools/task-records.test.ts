import { describe, expect, it } from 'vitest';
import { taskRecords } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const at = (time: string) => `2026-03-02T${time}:00+08:00`;
const task = {
  id: 't-1',
  startedAt: at('09:00'),
  endedAt: at('09:05'),
  completed: true,
  errors: 0,
};
const look = { asOf: at('12:00'), idleMinutes: 30, outcomesRecorded: true };
const events = (change: object, options: object = {}) =>
  taskRecords(wrong({ ...task, ...change }), { ...look, ...options }).map(({ event }) => event);
const YES = { successes: 1, trials: 1 };
const NO = { successes: 0, trials: 1 };
const RUNNING = { excluded: 'task-running' };
const UNENDED = { endedAt: undefined, completed: undefined };

describe('taskRecords', () => {
  it('tells success and errors apart', () => {
    expect(events({})).toEqual([YES, NO]);
    expect(events({ errors: 3 })).toEqual([YES, YES]);
    expect(events({ completed: false })).toEqual([NO, NO]);
  });

  it('calls a task without an end given up once it has been idle', () => {
    expect(events(UNENDED, { asOf: at('09:30') })).toEqual([RUNNING, RUNNING]);
    expect(events(UNENDED, { asOf: at('09:31') })).toEqual([NO, NO]);
  });

  it('never takes a missing fact for a success or for the absence of errors', () => {
    const unknown = { excluded: 'not-recorded' };
    expect(events({ completed: undefined, errors: undefined })).toEqual([unknown, unknown]);
  });

  it('tells nothing of success where no outcome is recorded, not even of what was given up', () => {
    // Else the tasks given up would be all that counts, each as a failure: 0 of 3 where 97 more have ended.
    const unknown = { excluded: 'not-recorded' };
    const none = { outcomesRecorded: false };
    expect(events({ completed: undefined }, none)).toEqual([unknown, NO]);
    expect(events(UNENDED, none)).toEqual([unknown, NO]);
    expect(events(UNENDED, { ...none, asOf: at('09:30') })).toEqual([unknown, RUNNING]);
    expectRefusal(() => events({}, none), 'inconsistent', 'task.completed');
    const silent = { outcomesRecorded: undefined };
    expectRefusal(() => events({}, silent), 'missing-value', 'options.outcomesRecorded');
  });

  it('refuses what cannot be', () => {
    expectRefusal(() => events({ endedAt: at('08:59') }), 'inconsistent', 'task.endedAt');
    expectRefusal(() => events({ endedAt: at('12:01') }), 'inconsistent', 'task.endedAt');
    expectRefusal(() => events({ endedAt: undefined }), 'inconsistent', 'task.completed');
    expectRefusal(() => events({ errors: -1 }), 'out-of-range', 'task.errors');
    expectRefusal(() => events({ clicks: 1 }), 'unknown-id', 'task.clicks');
    expectRefusal(() => events({}, { idleMinutes: 0 }), 'out-of-range', 'options.idleMinutes');
  });
});
