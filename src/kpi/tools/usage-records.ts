import { compileZone, daysBetween, instantOf, type Zone } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
  renamePaths,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { Fields } from '../kinds/kind.js';
import { checkPeriod, type KpiPeriod } from '../period/period.js';
import type { KpiEvent } from '../state.js';

/** One sitting of a client with a digital tool, on whatever device. */
export interface ToolSession {
  /** A session told twice counts once. */
  readonly id: string;
  /** When it began: ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly at: string | number;
  /** Whether the tool broke down in it; absent where nobody watches. */
  readonly crashed?: boolean;
}

/** What one client did with one tool. */
export interface ToolUsage {
  /** At most 60 characters, like `tool`. */
  readonly client: string;
  readonly tool: string;
  /** Whether the client could have used the tool in the period; absent where nobody knows. */
  readonly eligible?: boolean;
  /** Those of other periods are left to theirs. */
  readonly sessions: readonly ToolSession[];
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How use becomes records. */
export interface UsageOptions {
  /**
   * For which each client counts once; from `periodOf`. It must be of the length that the cube keeps apart: in a cube of quarters, records of months count a client
   * three times, which nothing can check later.
   */
  readonly period: KpiPeriod;
  /** The zone whose days count, an IANA name: `Asia/Shanghai`. */
  readonly zone: string;
  /** The moment of the look, not before the period has begun. */
  readonly asOf: string | number;
}

const USAGE_FIELDS: FieldsOf<ToolUsage> = {
  client: true,
  tool: true,
  eligible: true,
  sessions: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<UsageOptions> = { period: true, zone: true, asOf: true };
const SESSION_FIELDS: FieldsOf<ToolSession> = { id: true, at: true, crashed: true };

const PERIOD_RUNNING = Object.freeze({ excluded: 'period-running' });

interface Session {
  readonly day: string;
  readonly at: number;
  readonly crashed: boolean | null;
}

interface Terms {
  readonly period: KpiPeriod;
  readonly zone: Zone;
  readonly asOf: number;
  /** The period is not over in the zone. */
  readonly running: boolean;
}

/**
 * Turns one client's sessions with a tool into records of one period: adoption, sessions, days of use, breakdowns.
 *
 * A client counts once for a period, however many devices and sessions. Adoption of a quarter is therefore no sum or mean of its months: make records
 * of the quarter. Days of use are a share of the period's days; their mean over active clients is DAU / MAU. What a client does in a period is known once it is over in
 * the zone: until then clients are left out under `period-running`, since early on nobody has used the tool, and whoever has used it every day. Sessions without a breakdown
 * count at once.
 *
 * @returns a record each of `tool-adoption`, `sessions-per-client`, `tool-stickiness`, `crash-free-sessions` and `crash-free-clients`; of a client without a
 * session, who counts in the first alone, the others have the event `null`, which takes back what an earlier look may have said.
 * @throws AptfolioError with path `usage…` or `options…`: `inconsistent` for sessions of a client who could not have used the tool, a session that is told
 * twice in different ways, or a time after the look.
 *
 * @example
 * ```ts
 * import { periodOf, usageRecords } from 'aptfolio/kpi';
 *
 * const usage = {
 *   client: 'c-1',
 *   tool: 'app',
 *   eligible: true,
 *   sessions: [
 *     { id: 's-1', at: '2026-04-02T20:00:00+08:00', crashed: false },
 *     { id: 's-2', at: '2026-04-02T22:00:00+08:00', crashed: true },
 *     { id: 's-3', at: '2026-04-30T23:30:00+08:00', crashed: false },
 *   ],
 * };
 * const look = { period: periodOf('2026-04-01', 'month'), zone: 'Asia/Shanghai', asOf: '2026-05-01T00:00:00+08:00' };
 * usageRecords(usage, look).map(({ kpi, event }) => [kpi, event]);
 * // => [
 * //   ['tool-adoption', { successes: 1, trials: 1 }],
 * //   ['sessions-per-client', { value: 3 }],
 * //   ['tool-stickiness', { value: 0.0666666667 }],
 * //   ['crash-free-sessions', { successes: 2, trials: 3 }],
 * //   ['crash-free-clients', { successes: 0, trials: 1 }],
 * // ]
 * usageRecords({ ...usage, eligible: false }, look); // => throws 'inconsistent', 'usage.eligible'
 * ```
 */
export function usageRecords(usage: ToolUsage, options: UsageOptions): readonly KpiRecord[] {
  const terms = readTerms(options);
  const { period, asOf, running } = terms;
  const fields = checkObject(usage, 'usage');
  refuseUnknown(fields, 'usage', USAGE_FIELDS);
  const parts = [
    period.id,
    checkText(fields.tool, 'usage.tool', 60),
    checkText(fields.client, 'usage.client', 60),
  ];
  const sessions = readSessions(fields.sessions, terms);
  const dimensions = readDimensions(fields, 'usage');
  const record = (kpi: string, event: KpiEvent | null): KpiRecord =>
    makeRecord({ kpi, at: period.from, revision: asOf, parts, dimensions, event });
  const active = new Set(sessions.map(({ day }) => day)).size;
  const days = daysBetween(period.from, period.to);
  const onceOver = (event: KpiEvent): KpiEvent => (running ? PERIOD_RUNNING : event);
  const ofActive = (kpi: string, event: KpiEvent): KpiRecord =>
    record(kpi, active > 0 ? event : null);
  return Object.freeze([
    record('tool-adoption', adoption(fields.eligible, sessions, onceOver)),
    ofActive('sessions-per-client', onceOver({ value: sessions.length })),
    ofActive('tool-stickiness', onceOver({ value: active / days })),
    ofActive('crash-free-sessions', crashFreeSessions(sessions)),
    ofActive('crash-free-clients', onceOver(crashFreeClient(sessions))),
  ]);
}

function adoption(
  eligible: unknown,
  sessions: readonly Session[],
  onceOver: (event: KpiEvent) => KpiEvent,
): KpiEvent {
  if (eligible === undefined) return { excluded: 'eligibility-unknown' };
  if (checkBoolean(eligible, 'usage.eligible')) {
    return onceOver({ successes: sessions.length > 0 ? 1 : 0, trials: 1 });
  }
  if (sessions.length === 0) return { excluded: 'not-eligible' };
  const expected = 'true for a client who had sessions in the period';
  throw new AptfolioError('inconsistent', 'usage.eligible', expected, eligible);
}

function crashFreeSessions(sessions: readonly Session[]): KpiEvent {
  const watched = sessions.filter(({ crashed }) => crashed !== null);
  if (watched.length === 0) return { excluded: 'not-watched' };
  const successes = watched.filter(({ crashed }) => crashed === false).length;
  return { successes, trials: watched.length };
}

/** Sessions that nobody watched say nothing either way: were they to keep a clean client out, only breakdowns would be seen. */
function crashFreeClient(sessions: readonly Session[]): KpiEvent {
  if (sessions.every(({ crashed }) => crashed === null)) return { excluded: 'not-watched' };
  return { successes: sessions.some(({ crashed }) => crashed === true) ? 0 : 1, trials: 1 };
}

function readTerms(options: unknown): Terms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const name = checkText(fields.zone, 'options.zone', 100);
  const zone = renamePaths({ zone: 'options.zone' }, () => compileZone(name));
  const period = checkPeriod(fields.period, 'options.period');
  const asOf = instantOf(fields.asOf, 'options.asOf');
  const today = zone.dateOf(asOf);
  if (today >= period.from) return { period, zone, asOf, running: today < period.to };
  const expected = 'an instant not before the period has begun';
  throw new AptfolioError('inconsistent', 'options.asOf', expected, fields.asOf);
}

function readSessions(value: unknown, terms: Terms): readonly Session[] {
  const path = 'usage.sessions';
  const known = new Map<string, Session>();
  checkList<unknown>(value, path).forEach((entry, i) => {
    const where = at(path, i);
    const fields = checkObject(entry, where);
    const id = checkText(fields.id, at(where, 'id'), 100);
    const session = readSession(fields, terms, where);
    const told = known.get(id);
    if (told !== undefined && (told.at !== session.at || told.crashed !== session.crashed)) {
      const expected = `the same as the session ${id} told before`;
      throw new AptfolioError('inconsistent', where, expected, entry);
    }
    known.set(id, session);
  });
  const { from, to } = terms.period;
  return [...known.values()].filter(({ day }) => day >= from && day < to);
}

function readSession(fields: Fields, { zone, asOf }: Terms, path: string): Session {
  refuseUnknown(fields, path, SESSION_FIELDS);
  const time = readInstant(fields.at, at(path, 'at'), { asOf });
  const { crashed } = fields;
  return {
    day: zone.dateOf(time),
    at: time,
    crashed: crashed === undefined ? null : checkBoolean(crashed, at(path, 'crashed')),
  };
}
