import { type BusinessHours, instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  checkObject,
  checkRange,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { caseRecords, type ServiceCase } from '../cases/case-records.js';
import { makeRecord } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import { RESPONSE_MEASURES } from '../families/response.js';
import type { KpiEvent } from '../state.js';

/** How enquiries become records. */
export interface ResponseOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
  /** Counts business hours in place of hours. */
  readonly hours?: BusinessHours;
  /** An enquiry given up within so many seconds was a mistake of the client's, and is left out; at least 0, default 5. */
  readonly shortSeconds?: number;
}

const OPTION_FIELDS: FieldsOf<ResponseOptions> = { asOf: true, hours: true, shortSeconds: true };
const STEPS = { 'first-response': true, closed: true } as const;

/**
 * Turns an enquiry into records of how fast it was answered and resolved, and of whether the client gave up first.
 *
 * Its steps are `first-response` and `closed`. Closed without a first response, it waited for one until then and no longer. Closed after the client had given up
 * is tidied up, not resolved.
 *
 * For abandonment an enquiry counts once it is decided: answered, closed, or given up. One that still waits is left out under `still-waiting`, one given up
 * within the first seconds under `short-abandon`.
 *
 * @returns a record for each of `RESPONSE_MEASURES`, and one of `abandonment`.
 * @throws AptfolioError as `caseRecords`; `unknown-id` for another step, `inconsistent` for a client who gave up after the enquiry was closed or was answered after
 * that, or after giving up; with path `options.shortSeconds`.
 *
 * @example
 * ```ts
 * import { responseRecords } from 'aptfolio/kpi';
 *
 * const enquiry = { id: 'e-1', openedAt: '2026-03-02T09:00:00+08:00', steps: {}, abandonedAt: '2026-03-02T09:30:00+08:00' };
 * const records = responseRecords(enquiry, { asOf: '2026-03-03T09:00:00+08:00' });
 * records.length; // => 9
 * records[0].event; // => { duration: 0.5, open: true }
 * records[8].event; // => { successes: 1, trials: 1 }
 * ```
 */
export function responseRecords(
  serviceCase: ServiceCase,
  options: ResponseOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const { shortSeconds = 5, ...look } = options;
  const short = checkRange(shortSeconds, 'options.shortSeconds', { min: 0 });
  refuseUnknown(checkObject(serviceCase, 'case').steps, 'case.steps', STEPS);
  const times = caseRecords(serviceCase, { ...look, measures: RESPONSE_MEASURES });
  refuseLateAnswer(serviceCase);
  const record = makeRecord({
    kpi: 'abandonment',
    at: serviceCase.openedAt,
    revision: instantOf(look.asOf),
    parts: [serviceCase.id],
    dimensions: serviceCase.dimensions,
    event: abandonment(serviceCase, short),
  });
  return Object.freeze([...times, record]);
}

/** The case has been checked. */
function abandonment({ openedAt, steps, abandonedAt }: ServiceCase, short: number): KpiEvent {
  const answered = instantOr(steps['first-response']);
  const gaveUp = instantOr(abandonedAt);
  if (gaveUp < answered) {
    const seconds = (gaveUp - instantOf(openedAt)) / 1000;
    return seconds <= short ? { excluded: 'short-abandon' } : { successes: 1, trials: 1 };
  }
  const decided = Math.min(answered, instantOr(steps.closed)) < Number.POSITIVE_INFINITY;
  return decided ? { successes: 0, trials: 1 } : { excluded: 'still-waiting' };
}

/** An answer to who has given up belongs to another enquiry. */
function refuseLateAnswer({ steps, abandonedAt }: ServiceCase): void {
  const answer = steps['first-response'];
  if (answer === undefined || instantOf(answer) <= instantOr(abandonedAt)) return;
  const expected = 'an instant not after case.abandonedAt';
  throw new AptfolioError('inconsistent', 'case.steps["first-response"]', expected, answer);
}

/** An instant, or never. */
function instantOr(value: string | number | undefined): number {
  return value === undefined ? Number.POSITIVE_INFINITY : instantOf(value);
}
