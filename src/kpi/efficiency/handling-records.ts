import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { DAY } from '../acquisition/attribute.js';
import { makeRecord } from '../cube/make-record.js';
import { type Look, readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { Fields } from '../kinds/kind.js';
import type { KpiEvent } from '../state.js';

/** What it took to deal with one enquiry, application or order. What nobody recorded is left out, and then counts neither way. */
export interface HandledCase {
  /** At most 80 characters. */
  readonly id: string;
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z, as every time here. */
  readonly openedAt: string | number;
  /** However it ended. */
  readonly closedAt?: string | number;
  /** Of a closed case: whether the client got what the case was about. */
  readonly resolved?: boolean;
  /** Every contact with the client about it, also after it was closed; at least one. One told twice, of the same instant, counts once. */
  readonly contacts?: readonly (string | number)[];
  /** How often work was sent back to be done again; at least 0. */
  readonly returns?: number;
  /** How many steps a person had to do by hand; at least 0. */
  readonly manualSteps?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How cases become records. */
export interface HandlingOptions {
  /** The moment of the look. */
  readonly asOf: string | number;
  /**
   * After a first contact so long without another the matter is settled: whole days of 24 hours. It is the `followUpDays` of the definition
   * (`serviceKpis`, 7 unless set): the record says it, and a cube with another refuses the record.
   */
  readonly followUpDays: number;
  /**
   * Whether the bank records `resolved` of the cases it closes. If not, no case tells anything of first-contact resolution (`not-recorded`): cases that are open
   * beyond the window would be all that counts, each as a failure.
   */
  readonly outcomesRecorded: boolean;
}

interface Handling {
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly outcomesRecorded: boolean;
  readonly resolved: boolean | null;
  /** Earliest first. */
  readonly contacts: readonly number[] | null;
  readonly returns: number | null;
  readonly manualSteps: number | null;
}

const CASE_FIELDS: FieldsOf<HandledCase> = {
  id: true,
  openedAt: true,
  closedAt: true,
  resolved: true,
  contacts: true,
  returns: true,
  manualSteps: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<HandlingOptions> = {
  asOf: true,
  followUpDays: true,
  outcomesRecorded: true,
};

const NOT_RECORDED = { excluded: 'not-recorded' } as const;
const CASE_OPEN = { excluded: 'case-open' } as const;

/**
 * Turns one case into records of how smoothly it went: first-contact resolution, touches, rework, straight-through.
 *
 * A case resolved at first contact is known as such only once the client has not come back for `followUpDays`; until then it is left out under `window-open`,
 * and so is one where the client has come back already: counting failures at once and successes later would make young months look bad. The other
 * three wait until the case is closed (`case-open`), whether or not what they count is recorded before. A fact that nobody recorded is left out under `not-recorded`, and counts neither way: first-contact resolution takes
 * both the contacts and, of a closed case, `resolved`, even where one of them alone would make a no; a case that is open beyond the window is one. All records belong to the day of the opening.
 *
 * @returns a record each of `first-contact-resolution`, `touches-per-case`, `rework` and `straight-through`.
 * @throws AptfolioError with path `case…` or `options…`: `inconsistent` for a time before the opening or after the look, or for an outcome of an open
 * case or where none are recorded.
 *
 * @example
 * ```ts
 * import { handlingRecords } from 'aptfolio/kpi';
 *
 * const enquiry = {
 *   id: 'e-1',
 *   openedAt: '2026-03-02T09:00:00+08:00',
 *   closedAt: '2026-03-02T09:20:00+08:00',
 *   resolved: true,
 *   contacts: ['2026-03-02T09:00:00+08:00'],
 *   returns: 0,
 * };
 * const terms = { followUpDays: 7, outcomesRecorded: true };
 * const events = (asOf) => handlingRecords(enquiry, { asOf, ...terms }).map(({ event }) => event);
 * events('2026-03-10T00:00:00+08:00');
 * // => [{ successes: 1, trials: 1 }, { value: 1 }, { successes: 0, trials: 1 }, { excluded: 'not-recorded' }]
 * events('2026-03-03T00:00:00+08:00')[0]; // => { excluded: 'window-open' }
 * ```
 */
export function handlingRecords(
  handledCase: HandledCase,
  options: HandlingOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const followUpDays = checkInteger(terms.followUpDays, 'options.followUpDays', {
    min: 1,
    max: 3660,
  });
  const outcomesRecorded = checkBoolean(terms.outcomesRecorded, 'options.outcomesRecorded');
  const fields = checkObject(handledCase, 'case');
  refuseUnknown(fields, 'case', CASE_FIELDS);
  const id = checkText(fields.id, 'case.id', 80);
  const handling = readHandling(fields, asOf, outcomesRecorded);
  const dimensions = readDimensions(fields, 'case');
  const shared = { at: handling.openedAt, revision: asOf, parts: [id], dimensions };
  const record = (kpi: string, event: KpiEvent): KpiRecord => makeRecord({ ...shared, kpi, event });
  return Object.freeze([
    makeRecord({
      ...shared,
      kpi: 'first-contact-resolution',
      window: { id: 'follow-up', days: followUpDays },
      event: firstContact(handling, followUpDays * DAY, asOf),
    }),
    record('touches-per-case', touches(handling)),
    record(
      'rework',
      share(handling, handling.returns, (returns) => returns > 0),
    ),
    record(
      'straight-through',
      share(handling, handling.manualSteps, (steps) => steps === 0),
    ),
  ]);
}

function firstContact(
  { contacts, closedAt, outcomesRecorded, resolved }: Handling,
  window: number,
  asOf: number,
): KpiEvent {
  if (contacts === null || !outcomesRecorded) return NOT_RECORDED;
  const end = contacts[0]! + window;
  if (asOf < end) return { excluded: 'window-open' };
  const cameBack = contacts[1] !== undefined && contacts[1] <= end;
  if (closedAt === null) return { successes: 0, trials: 1 };
  // Also where it would be a certain no: of what is not recorded only the failures would be seen.
  if (resolved === null) return NOT_RECORDED;
  return { successes: resolved && !cameBack && closedAt <= end ? 1 : 0, trials: 1 };
}

function touches({ contacts, closedAt }: Handling): KpiEvent {
  if (closedAt === null) return CASE_OPEN;
  return contacts === null ? NOT_RECORDED : { value: contacts.length };
}

function share(
  { closedAt }: Handling,
  count: number | null,
  holds: (count: number) => boolean,
): KpiEvent {
  if (closedAt === null) return CASE_OPEN;
  return count === null ? NOT_RECORDED : { successes: holds(count) ? 1 : 0, trials: 1 };
}

function readHandling(fields: Fields, asOf: number, outcomesRecorded: boolean): Handling {
  const openedAt = readInstant(fields.openedAt, 'case.openedAt', { asOf });
  const later = { after: openedAt, words: 'the case was opened', asOf };
  const closed = fields.closedAt !== undefined;
  const count = (key: 'returns' | 'manualSteps'): number | null =>
    fields[key] === undefined ? null : checkInteger(fields[key], at('case', key), { min: 0 });
  return {
    openedAt,
    closedAt: closed ? readInstant(fields.closedAt, 'case.closedAt', later) : null,
    outcomesRecorded,
    resolved: readResolved(fields.resolved, closed, outcomesRecorded),
    contacts: fields.contacts === undefined ? null : readContacts(fields.contacts, later),
    returns: count('returns'),
    manualSteps: count('manualSteps'),
  };
}

/** An open case has no outcome yet. */
function readResolved(value: unknown, closed: boolean, recorded: boolean): boolean | null {
  if (value === undefined) return null;
  const resolved = checkBoolean(value, 'case.resolved');
  if (closed && recorded) return resolved;
  const expected = closed
    ? 'no outcome where options.outcomesRecorded is false'
    : 'an outcome only of a case that is closed';
  throw new AptfolioError('inconsistent', 'case.resolved', expected, value);
}

function readContacts(value: unknown, later: Look): readonly number[] {
  const path = 'case.contacts';
  const times = checkList<unknown>(value, path, { minLength: 1 });
  const read = times.map((time, i) => readInstant(time, at(path, i), later));
  return [...new Set(read)].sort((a, b) => a - b);
}
