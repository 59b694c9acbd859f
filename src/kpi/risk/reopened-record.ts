import { instantOf } from '../../dates/index.js';
import {
  checkInteger,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { DAY } from '../acquisition/attribute.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { KpiEvent } from '../state.js';

/** A case that was closed. */
export interface ClosedCase {
  readonly id: string;
  /** When it was closed for the first time: ISO 8601 with its offset, or milliseconds. */
  readonly closedAt: string | number;
  /** When it was first opened again; absent if it was not. */
  readonly reopenedAt?: string | number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How a closed case becomes a record. */
export interface ReopenedOptions {
  /**
   * How long after the closing a case may be opened again, the very end included: whole days of 24 hours. It is the `reopenDays` of the definition (`serviceKpis`,
   * 30 unless set): the record says it, and a cube with another refuses the record.
   */
  readonly windowDays: number;
  /** The moment of the look. */
  readonly asOf: string | number;
}

const CASE_FIELDS: FieldsOf<ClosedCase> = {
  id: true,
  closedAt: true,
  reopenedAt: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<ReopenedOptions> = { windowDays: true, asOf: true };

/**
 * Turns a closed case into a record for a cube: whether it was opened again within the window.
 *
 * A case whose window is still running is left out under `window-open`, opened again or not: counting those at once and the others later would show too
 * many opened again. The record belongs to the day of closing.
 *
 * @returns the record of `reopened-cases`.
 * @throws AptfolioError with path `case…` or `options…`: `inconsistent` for a case opened again before it was closed, and for a time after the look.
 *
 * @example
 * ```ts
 * import { reopenedRecord } from 'aptfolio/kpi';
 *
 * const closed = { id: 'k-1', closedAt: '2026-03-02T09:00:00+08:00', reopenedAt: '2026-03-20T09:00:00+08:00' };
 * reopenedRecord(closed, { windowDays: 30, asOf: '2026-05-01T00:00:00+08:00' }).event; // => { successes: 1, trials: 1 }
 * reopenedRecord(closed, { windowDays: 30, asOf: '2026-03-25T00:00:00+08:00' }).event; // => { excluded: 'window-open' }
 * ```
 */
export function reopenedRecord(closedCase: ClosedCase, options: ReopenedOptions): KpiRecord {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const range = { min: 1, max: 3660 };
  const days = checkInteger(terms.windowDays, 'options.windowDays', range);
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const fields = checkObject(closedCase, 'case');
  refuseUnknown(fields, 'case', CASE_FIELDS);
  const { reopenedAt } = fields;
  const closedAt = readInstant(fields.closedAt, 'case.closedAt', { asOf });
  const later = { after: closedAt, words: 'case.closedAt', asOf };
  const again = reopenedAt === undefined ? null : readInstant(reopenedAt, 'case.reopenedAt', later);
  return makeRecord({
    kpi: 'reopened-cases',
    at: closedAt,
    revision: asOf,
    parts: [checkText(fields.id, 'case.id', 100)],
    dimensions: readDimensions(fields, 'case'),
    window: { id: 'reopen', days },
    event: eventOf(again === null ? null : again - closedAt, asOf - closedAt, days * DAY),
  });
}

function eventOf(after: number | null, watched: number, window: number): KpiEvent {
  if (watched < window) return { excluded: 'window-open' };
  return { successes: after !== null && after <= window ? 1 : 0, trials: 1 };
}
