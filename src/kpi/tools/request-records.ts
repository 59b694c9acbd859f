import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { KpiEvent } from '../state.js';

/** How a request ended: answered, failed for a fault of the tool, or refused for a fault of whoever asked. */
export const REQUEST_OUTCOMES = ['answered', 'failed', 'refused'] as const;

/** See `REQUEST_OUTCOMES`. */
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** One request to a digital tool. */
export interface ToolRequest {
  /** With it a request told twice counts once, by the latest look; at most 80 characters. */
  readonly id?: string;
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly at: string | number;
  readonly outcome: RequestOutcome;
  /** From asking to the answer; at least 0. Absent where nobody measured it. */
  readonly seconds?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How requests become records. */
export interface RequestOptions {
  /**
   * Up to so long a client is satisfied, and up to four times as long puts up with it: above 0. It is the `apdexSeconds` of the definition (`serviceKpis`,
   * 4 unless set): the record says it, and a cube with another refuses the record.
   */
  readonly apdexSeconds: number;
  /** The moment of the look; of a request with an id a later look counts in place of an earlier one. */
  readonly asOf: string | number;
  /**
   * Whether the bank measures `seconds` of the requests that are answered. If not, no request tells anything of Apdex (`not-timed`): failures would be all that
   * counts.
   */
  readonly timesRecorded: boolean;
}

const OPTION_FIELDS: FieldsOf<RequestOptions> = {
  apdexSeconds: true,
  asOf: true,
  timesRecorded: true,
};
const REQUEST_FIELDS: FieldsOf<ToolRequest> = {
  id: true,
  at: true,
  outcome: true,
  seconds: true,
  dimensions: true,
};

const NOT_TIMED = { excluded: 'not-timed' } as const;

/**
 * Turns one request into records of availability by request and of Apdex.
 *
 * A request refused for a fault of whoever asked says nothing of the tool (`caller-fault`). One that failed is frustrating, however fast,
 * unless no times are recorded at all.
 *
 * @returns a record each of `availability-by-request` and `apdex`.
 * @throws AptfolioError with path `request…` or `options…`: `inconsistent` for a request after the look, or for a time where none
 * are recorded.
 *
 * @example
 * ```ts
 * import { requestRecords } from 'aptfolio/kpi';
 *
 * const request = { at: '2026-03-02T09:00:00+08:00', outcome: 'answered', seconds: 5 };
 * const options = { apdexSeconds: 4, asOf: '2026-03-03T00:00:00+08:00', timesRecorded: true };
 * requestRecords(request, options).map(({ event }) => event); // => [{ successes: 1, trials: 1 }, { value: 0.5 }]
 * ```
 */
export function requestRecords(
  request: ToolRequest,
  options: RequestOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const target = checkRange(terms.apdexSeconds, 'options.apdexSeconds', { exclusiveMin: 0 });
  const timesRecorded = checkBoolean(terms.timesRecorded, 'options.timesRecorded');
  const fields = checkObject(request, 'request');
  refuseUnknown(fields, 'request', REQUEST_FIELDS);
  const outcome = checkOneOf(fields.outcome, 'request.outcome', REQUEST_OUTCOMES);
  const time = readSeconds(fields.seconds, timesRecorded);
  const moment = readInstant(fields.at, 'request.at', { asOf });
  const id = fields.id === undefined ? null : checkText(fields.id, at('request', 'id'), 80);
  const dimensions = readDimensions(fields, 'request');
  const shared = {
    ...{ at: moment, dimensions },
    ...(id === null ? { parts: null } : { parts: [id], revision: asOf }),
  };
  const window = { id: 'target', seconds: target };
  const speed = timesRecorded || outcome === 'refused' ? apdex(outcome, time, target) : NOT_TIMED;
  return Object.freeze([
    makeRecord({ ...shared, kpi: 'availability-by-request', event: availability(outcome) }),
    makeRecord({ ...shared, kpi: 'apdex', window, event: speed }),
  ]);
}

function readSeconds(value: unknown, recorded: boolean): number | null {
  if (value === undefined) return null;
  const seconds = checkRange(value, 'request.seconds', { min: 0 });
  if (recorded) return seconds;
  const expected = 'no time where options.timesRecorded is false';
  throw new AptfolioError('inconsistent', 'request.seconds', expected, value);
}

function availability(outcome: RequestOutcome): KpiEvent {
  if (outcome === 'refused') return { excluded: 'caller-fault' };
  return { successes: outcome === 'answered' ? 1 : 0, trials: 1 };
}

function apdex(outcome: RequestOutcome, seconds: number | null, target: number): KpiEvent {
  if (outcome === 'refused') return { excluded: 'caller-fault' };
  if (outcome === 'failed') return { value: 0 };
  if (seconds === null) return NOT_TIMED;
  if (seconds <= target) return { value: 1 };
  return { value: seconds <= 4 * target ? 0.5 : 0 };
}
