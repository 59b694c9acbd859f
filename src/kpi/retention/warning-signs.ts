import { addDays, daysBetween, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject, refuseUnknown } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { isPositive, ratioOfMoney, subtractMoney } from '../../money/index.js';
import { type ClientActivity, readActivity } from './client-activity.js';
import { readPolicy, type WarningPolicy, type WarningSign } from './warning-policy.js';

/** One sign, read off one client. */
export interface WarningReading {
  /** Of the policy's sign. */
  readonly sign: string;
  /** `unknown` where the records do not say; it is neither a warning nor an all-clear. */
  readonly status: 'fired' | 'clear' | 'unknown';
  /** What was read, in its parameters. */
  readonly reason: Reason;
}

/** The signs of one client on one day. */
export interface WarningSigns {
  readonly client: string;
  readonly asOf: PlainDate;
  /** In the policy's order. */
  readonly readings: readonly WarningReading[];
}

/** When signs are read. */
export interface WarningOptions {
  /** The day of the look, itself included: what came later is not read, so that past days can be looked at as they were. */
  readonly asOf: PlainDate;
}

/**
 * Reads the signs that a client may leave off what the bank knows of the client, and says what each rests on.
 *
 * The signs are the bank's own (`policy`); what they are worth is measured by `evaluateSigns`. They are meant for a call by the adviser, and are no
 * decision about the client.
 *
 * @param history of one client; what is absent is not known.
 * @returns a reading for each sign, in the policy's order.
 * @throws AptfolioError with path `history…`, `policy…` or `options…`.
 *
 * @example
 * ```ts
 * import { warningSigns } from 'aptfolio/kpi';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const history = {
 *   id: 'c-1',
 *   balances: [{ on: '2026-02-28', value: cny('800000.00') }, { on: '2026-05-31', value: cny('520000.00') }],
 *   events: { login: ['2026-02-03', '2026-02-20', '2026-03-09', '2026-05-30'] },
 *   complaints: [],
 * };
 * const policy = {
 *   signs: [
 *     { id: 'assets', kind: 'balance-fall', days: 90, share: 0.25 },
 *     { id: 'logins', kind: 'activity-fall', event: 'login', days: 60, share: 0.5, least: 3 },
 *     { id: 'complaint', kind: 'open-complaint', days: 14 },
 *     { id: 'review', kind: 'missed-review', days: 30 },
 *   ],
 * };
 * const { readings } = warningSigns(history, policy, { asOf: '2026-05-31' });
 * readings.map(({ sign, status }) => [sign, status]);
 * // => [['assets', 'fired'], ['logins', 'fired'], ['complaint', 'clear'], ['review', 'unknown']]
 * readings[0].reason.parameters.fall; // => 0.35
 * ```
 */
export function warningSigns(
  history: ClientActivity,
  policy: WarningPolicy,
  options: WarningOptions,
): WarningSigns {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', { asOf: true });
  const asOf = parsePlainDate(terms.asOf, 'options.asOf');
  const { signs } = readPolicy(policy);
  const known = readActivity(history, 'history');
  return Object.freeze({
    client: known.id,
    asOf,
    readings: Object.freeze(signs.map((sign) => readingOf(sign, known, asOf))),
  });
}

/** One sign of a checked policy, read off a checked history. */
export function readingOf(
  sign: WarningSign,
  known: ClientActivity,
  asOf: PlainDate,
): WarningReading {
  const { status, code, parameters } = read(sign, known, asOf);
  const reason = makeReason(
    `kpi.warning-${code}`,
    status === 'fired' ? 'warn' : 'info',
    parameters,
  );
  return Object.freeze({ sign: sign.id, status, reason });
}

interface Finding {
  readonly status: WarningReading['status'];
  readonly code: string;
  readonly parameters: Parameters<typeof makeReason>[2] & object;
}

function read(sign: WarningSign, known: ClientActivity, asOf: PlainDate): Finding {
  switch (sign.kind) {
    case 'balance-fall':
      return balanceFall(sign, known.balances, asOf);
    case 'activity-fall':
      return activityFall(sign, eventsOf(sign, known), asOf);
    case 'recent-event':
      return recentEvent(sign, eventsOf(sign, known), asOf);
    case 'open-complaint':
      return openComplaint(sign, known.complaints, asOf);
    case 'missed-review':
      return missedReview(sign, known.reviews, asOf);
    case 'maturing':
      return maturing(sign, known.maturities, asOf);
  }
}

type SignOf<K extends WarningSign['kind']> = Extract<WarningSign, { readonly kind: K }>;

/** The newest balance against the one that stood so many days ago, where neither is too old for its day. */
function balanceFall(
  { id, days, share, maxAgeDays }: SignOf<'balance-fall'>,
  balances: ClientActivity['balances'],
  asOf: PlainDate,
): Finding {
  const start = addDays(asOf, -days);
  const standing = (day: PlainDate) =>
    balances?.filter(({ on }) => on <= day && daysBetween(on, day) <= (maxAgeDays as number)).pop();
  const [before, now] = [standing(start), standing(asOf)];
  if (now === undefined || before === undefined || now.on <= start || !isPositive(before.value)) {
    return unknown(id);
  }
  const fall = ratioOfMoney(subtractMoney(before.value, now.value), before.value);
  const parameters = {
    ...{ before: before.value, beforeOn: before.on, now: now.value, nowOn: now.on },
    ...{ fall, limit: share },
  };
  const code = fall > 0 ? 'balance-fall' : 'no-balance-fall';
  return { status: fall >= share ? 'fired' : 'clear', code, parameters };
}

function activityFall(
  { id, event, days, share, least }: SignOf<'activity-fall'>,
  on: readonly PlainDate[] | undefined,
  asOf: PlainDate,
): Finding {
  if (on === undefined) return unknown(id);
  const now = countWithin(on, addDays(asOf, -days), asOf);
  const before = countWithin(on, addDays(asOf, -2 * days), addDays(asOf, -days));
  if (before < least) {
    return { status: 'unknown', code: 'too-few', parameters: { event, days, before, least } };
  }
  const fall = (before - now) / before;
  const parameters = { event, days, before, now, fall, limit: share };
  const code = fall > 0 ? 'activity-fall' : 'no-activity-fall';
  return { status: fall >= share ? 'fired' : 'clear', code, parameters };
}

function recentEvent(
  { id, event, days }: SignOf<'recent-event'>,
  on: readonly PlainDate[] | undefined,
  asOf: PlainDate,
): Finding {
  if (on === undefined) return unknown(id);
  const start = addDays(asOf, -days);
  const last = on.filter((day) => day > start && day <= asOf).pop();
  return last === undefined
    ? { status: 'clear', code: 'no-recent-event', parameters: { event, days } }
    : { status: 'fired', code: 'recent-event', parameters: { event, days, on: last } };
}

function openComplaint(
  { id, days }: SignOf<'open-complaint'>,
  complaints: ClientActivity['complaints'],
  asOf: PlainDate,
): Finding {
  if (complaints === undefined) return unknown(id);
  const latest = addDays(asOf, -days);
  const open = complaints.filter(
    ({ openedOn, closedOn }) => openedOn <= latest && (closedOn === undefined || closedOn > asOf),
  );
  return open.length === 0
    ? { status: 'clear', code: 'no-open-complaint', parameters: { days } }
    : {
        status: 'fired',
        code: 'open-complaint',
        parameters: { days, count: open.length, since: open[0]!.openedOn },
      };
}

function missedReview(
  { id, days }: SignOf<'missed-review'>,
  reviews: ClientActivity['reviews'],
  asOf: PlainDate,
): Finding {
  if (reviews === undefined) return unknown(id);
  const latest = addDays(asOf, -days);
  const missed = reviews.find(
    ({ dueOn, heldOn }) => dueOn < latest && (heldOn === undefined || heldOn > asOf),
  );
  return missed === undefined
    ? { status: 'clear', code: 'no-missed-review', parameters: { days } }
    : { status: 'fired', code: 'missed-review', parameters: { days, dueOn: missed.dueOn } };
}

function maturing(
  { id, days }: SignOf<'maturing'>,
  maturities: ClientActivity['maturities'],
  asOf: PlainDate,
): Finding {
  if (maturities === undefined) return unknown(id);
  const end = addDays(asOf, days);
  const next = maturities.find(({ on }) => on >= asOf && on <= end);
  return next === undefined
    ? { status: 'clear', code: 'none-maturing', parameters: { days } }
    : {
        status: 'fired',
        code: 'maturing',
        parameters: { days, product: next.product, on: next.on },
      };
}

function eventsOf(
  { event }: SignOf<'activity-fall' | 'recent-event'>,
  { events }: ClientActivity,
): readonly PlainDate[] | undefined {
  return events !== undefined && Object.hasOwn(events, event) ? events[event] : undefined;
}

/** How many of the days lie after the first and up to the last. */
function countWithin(on: readonly PlainDate[], after: PlainDate, upTo: PlainDate): number {
  return on.filter((day) => day > after && day <= upTo).length;
}

function unknown(sign: string): Finding {
  return { status: 'unknown', code: 'unknown', parameters: { sign } };
}
