import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  checkBoolean,
  checkInteger,
  checkObject,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { KpiEvent } from '../state.js';

/** One thing that a client set out to do with a digital tool: a transfer, a questionnaire, an order. */
export interface ToolTask {
  /** At most 80 characters. */
  readonly id: string;
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z, as every time here. */
  readonly startedAt: string | number;
  readonly endedAt?: string | number;
  /** Of a task that has ended: whether it was done, in full and by the client alone; absent where nobody knows. */
  readonly completed?: boolean;
  /** How many errors the client met or made; at least 0, absent where nobody counts them. */
  readonly errors?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How tasks become records. */
export interface TaskOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
  /** A task without an end for more than so many minutes was given up; above 0. */
  readonly idleMinutes: number;
  /**
   * Whether the bank records `completed` of the tasks that end. If not, no task tells anything of success (`not-recorded`): those given up would be all that
   * counts, each as a failure.
   */
  readonly outcomesRecorded: boolean;
}

const TASK_FIELDS: FieldsOf<ToolTask> = {
  id: true,
  startedAt: true,
  endedAt: true,
  completed: true,
  errors: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<TaskOptions> = {
  asOf: true,
  idleMinutes: true,
  outcomesRecorded: true,
};
const MINUTE = 60_000;

const NOT_RECORDED = { excluded: 'not-recorded' } as const;
const TASK_RUNNING = { excluded: 'task-running' } as const;

/**
 * Turns one task into records of whether it was done and whether errors came up.
 *
 * A task that may still be going on is left out under `task-running`; one without an end for more than `idleMinutes` was given up, and so not done.
 * What nobody recorded is left out under `not-recorded`, and counts neither way.
 *
 * @returns a record each of `task-success` and `task-errors`.
 * @throws AptfolioError with path `task…` or `options…`: `inconsistent` for a time before the start or after the look, or for the outcome of a task
 * without an end or where none are recorded.
 *
 * @example
 * ```ts
 * import { taskRecords } from 'aptfolio/kpi';
 *
 * const task = { id: 't-1', startedAt: '2026-03-02T09:00:00+08:00', errors: 2 };
 * const events = (asOf) => taskRecords(task, { asOf, idleMinutes: 30, outcomesRecorded: true }).map(({ event }) => event);
 * events('2026-03-02T09:10:00+08:00'); // => [{ excluded: 'task-running' }, { excluded: 'task-running' }]
 * events('2026-03-02T10:00:00+08:00'); // => [{ successes: 0, trials: 1 }, { successes: 1, trials: 1 }]
 * ```
 */
export function taskRecords(task: ToolTask, options: TaskOptions): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const idle = checkRange(terms.idleMinutes, 'options.idleMinutes', { exclusiveMin: 0 });
  const outcomesRecorded = checkBoolean(terms.outcomesRecorded, 'options.outcomesRecorded');
  const fields = checkObject(task, 'task');
  refuseUnknown(fields, 'task', TASK_FIELDS);
  const id = checkText(fields.id, 'task.id', 80);
  const startedAt = readInstant(fields.startedAt, 'task.startedAt', { asOf });
  const { endedAt, errors } = fields;
  const ended = endedAt !== undefined;
  if (ended) readInstant(endedAt, 'task.endedAt', { after: startedAt, words: 'the start', asOf });
  const done = readCompleted(fields.completed, ended, outcomesRecorded);
  const count = errors === undefined ? null : checkInteger(errors, 'task.errors', { min: 0 });
  const running = !ended && asOf - startedAt <= idle * MINUTE;
  const dimensions = readDimensions(fields, 'task');
  const record = (kpi: string, event: KpiEvent): KpiRecord =>
    makeRecord({ kpi, at: startedAt, revision: asOf, parts: [id], dimensions, event });
  const known = (holds: boolean | null): KpiEvent => (running ? TASK_RUNNING : share(holds));
  return Object.freeze([
    record('task-success', outcomesRecorded ? known(ended ? done : false) : NOT_RECORDED),
    record('task-errors', known(count === null ? null : count > 0)),
  ]);
}

function readCompleted(value: unknown, ended: boolean, recorded: boolean): boolean | null {
  if (value === undefined) return null;
  const done = checkBoolean(value, 'task.completed');
  if (ended && recorded) return done;
  const expected = ended
    ? 'no outcome where options.outcomesRecorded is false'
    : 'an outcome only of a task that has ended';
  throw new AptfolioError('inconsistent', 'task.completed', expected, value);
}

function share(holds: boolean | null): KpiEvent {
  return holds === null ? NOT_RECORDED : { successes: holds ? 1 : 0, trials: 1 };
}
