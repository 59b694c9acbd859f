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
import { checkAbandonmentHours } from '../families/settings.js';
import type { KpiEvent } from '../state.js';

/** How enquiries become records. */
export interface ResponseOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
  /** Counts business hours in place of hours. */
  readonly hours?: BusinessHours;
  /** An enquiry given up within so many seconds was a mistake of the client's, and is left out; at least 0, default 5. */
  readonly shortSeconds?: number;
  /**
   * Hours of 60 minutes from the opening in which giving up counts, whatever `hours`; above 0, default 24. It is the `abandonmentHours` of the definition (`serviceKpis`): the
   * record says it, and a cube with another refuses the record.
   */
  readonly abandonmentHours?: number;
}

const OPTION_FIELDS: FieldsOf<ResponseOptions> = {
  asOf: true,
  hours: true,
  shortSeconds: true,
  abandonmentHours: true,
};
const STEPS = { 'first-response': true, closed: true } as const;

/**
 * Turns an enquiry into records of how fast it was answered and resolved, and of whether the client gave up first.
 *
 * Its steps are `first-response` and `closed`. Closed without a first response, it waited for one until then and no longer. Closed after the client had given up
 * is tidied up, not resolved.
 *
 * For abandonment an enquiry counts once the `abandonmentHours` since its opening are over, whatever came of it; until then it is left out under `window-open`, given up, answered or neither:
 * counting those at once and the others later would say how fast clients give up, and not how many. One given up within the first seconds is left out under `short-abandon`.
 *
 * @returns a record for each of `RESPONSE_MEASURES`, and one of `abandonment`.
 * @throws AptfolioError as `caseRecords`; `unknown-id` for another step, `inconsistent` for a client who gave up after the enquiry was closed or was answered after
 * that, or after giving up; with path `options.shortSeconds` or `options.abandonmentHours`.
 *
 * @example
 * ```ts
 * import { responseRecords } from 'aptfolio/kpi';
 *
 * const enquiry = { id: 'e-1', openedAt: '2026-03-02T09:00:00+08:00', steps: {}, abandonedAt: '2026-03-02T09:30:00+08:00' };
 * const records = responseRecords(enquiry, { asOf: '2026-03-03T09:00:00+08:00', abandonmentHours: 24 });
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
  const { shortSeconds = 5, abandonmentHours = 24, ...look } = options;
  const short = checkRange(shortSeconds, 'options.shortSeconds', { min: 0 });
  const window = checkAbandonmentHours(abandonmentHours);
  refuseUnknown(checkObject(serviceCase, 'case').steps, 'case.steps', STEPS);
  const times = caseRecords(serviceCase, { ...look, measures: RESPONSE_MEASURES });
  refuseLateAnswer(serviceCase);
  const asOf = instantOf(look.asOf);
  const record = makeRecord({
    kpi: 'abandonment',
    at: serviceCase.openedAt,
    revision: asOf,
    parts: [serviceCase.id],
    dimensions: serviceCase.dimensions,
    window: { id: 'abandonment', seconds: window * 3600 },
    event: abandonment(serviceCase, { short, window, asOf }),
  });
  return Object.freeze([...times, record]);
}

interface AbandonmentTerms {
  /** Seconds. */
  readonly short: number;
  /** Hours. */
  readonly window: number;
  readonly asOf: number;
}

/** The case has been checked. */
function abandonment(
  { openedAt, steps, abandonedAt }: ServiceCase,
  { short, window, asOf }: AbandonmentTerms,
): KpiEvent {
  const opened = instantOf(openedAt);
  const gaveUp = instantOr(abandonedAt);
  // Who gave up after the answer did not wait in vain.
  const waited = gaveUp < instantOr(steps['first-response']) ? gaveUp - opened : null;
  if (waited !== null && waited <= short * SECOND) return { excluded: 'short-abandon' };
  if (asOf - opened < window * HOUR) return { excluded: 'window-open' };
  return { successes: waited !== null && waited <= window * HOUR ? 1 : 0, trials: 1 };
}

const SECOND = 1000;
const HOUR = 3600 * SECOND;

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
