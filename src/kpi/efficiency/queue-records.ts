import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';

/** One wait in a line: at a counter, on the phone, in a chat. */
export interface QueueVisit {
  /** At most 80 characters. */
  readonly id: string;
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z, as every time here. */
  readonly joinedAt: string | number;
  readonly servedAt?: string | number;
  /** When the client left without having been served. */
  readonly leftAt?: string | number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How visits become records. */
export interface QueueOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
}

const VISIT_FIELDS: FieldsOf<QueueVisit> = {
  id: true,
  joinedAt: true,
  servedAt: true,
  leftAt: true,
  dimensions: true,
};
const MINUTE = 60_000;

/**
 * Turns one wait into records of its minutes.
 *
 * A client who left would have waited longer still: the time until then is open, not the wait of somebody served, and not nothing. A client still in
 * line is open so far.
 *
 * @returns a record each of `queue-wait-median` and `queue-wait-p90`.
 * @throws AptfolioError with path `visit…` or `options…`: `inconsistent` for a time before the client joined or after the look, or for a visit both
 * served and left.
 *
 * Source: L. Brown et al., Statistical Analysis of a Telephone Call Center, Journal of the American Statistical Association 100 (2005) 36–50.
 *
 * @example
 * ```ts
 * import { queueRecords } from 'aptfolio/kpi';
 *
 * const visit = { id: 'q-1', joinedAt: '2026-03-02T09:00:00+08:00', leftAt: '2026-03-02T09:04:30+08:00' };
 * queueRecords(visit, { asOf: '2026-03-03T00:00:00+08:00' })[0].event; // => { duration: 4.5, open: true }
 * ```
 */
export function queueRecords(visit: QueueVisit, options: QueueOptions): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', { asOf: true });
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const fields = checkObject(visit, 'visit');
  refuseUnknown(fields, 'visit', VISIT_FIELDS);
  const id = checkText(fields.id, 'visit.id', 80);
  const joinedAt = readInstant(fields.joinedAt, 'visit.joinedAt', { asOf });
  const later = { after: joinedAt, words: 'the client joined', asOf };
  const { servedAt, leftAt } = fields;
  if (servedAt !== undefined && leftAt !== undefined) {
    const expected = 'no leftAt where the client was served';
    throw new AptfolioError('inconsistent', 'visit.leftAt', expected, leftAt);
  }
  const served = servedAt !== undefined;
  const left = leftAt === undefined ? asOf : readInstant(leftAt, 'visit.leftAt', later);
  const end = served ? readInstant(servedAt, 'visit.servedAt', later) : left;
  const duration = (end - joinedAt) / MINUTE;
  const event = served ? { duration } : { duration, open: true };
  const dimensions = readDimensions(fields, 'visit');
  return Object.freeze(
    ['queue-wait-median', 'queue-wait-p90'].map((kpi) =>
      makeRecord({ kpi, at: joinedAt, revision: asOf, parts: [id], dimensions, event }),
    ),
  );
}
