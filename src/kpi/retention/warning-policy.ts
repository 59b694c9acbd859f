import {
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  refuseUnknown,
} from '../../errors/index.js';

/** A sign that a client may leave, as data. Spans are whole days and end on the day of the look. */
export type WarningSign =
  /** Assets have fallen by this share or more against those so many days ago. */
  | {
      readonly id: string;
      readonly kind: 'balance-fall';
      readonly days: number;
      readonly share: number;
      /** How old a balance may be on either day and still stand for it: whole days, default 31, which month-end balances never exceed. */
      readonly maxAgeDays?: number;
    }
  /** Something happened less often in so many days than in as many before, by this share or more; read only where it had happened at least `least` times. */
  | {
      readonly id: string;
      readonly kind: 'activity-fall';
      /** A kind of the client's `events`. */
      readonly event: string;
      readonly days: number;
      readonly share: number;
      readonly least: number;
    }
  /** Something happened within so many days. */
  | {
      readonly id: string;
      readonly kind: 'recent-event';
      readonly event: string;
      readonly days: number;
    }
  /** A complaint has been open for so many days or more. */
  | { readonly id: string; readonly kind: 'open-complaint'; readonly days: number }
  /** A review has been due for more than so many days and was not held. */
  | { readonly id: string; readonly kind: 'missed-review'; readonly days: number }
  /** A product ends on the day of the look or within so many days after it. */
  | { readonly id: string; readonly kind: 'maturing'; readonly days: number };

/** The signs that a bank looks for; at least one. */
export interface WarningPolicy {
  readonly signs: readonly WarningSign[];
}

/** The kinds of sign. */
export const WARNING_SIGN_KINDS = [
  'balance-fall',
  'activity-fall',
  'recent-event',
  'open-complaint',
  'missed-review',
  'maturing',
] as const;

const LEAST_DAYS = {
  'balance-fall': 1,
  'activity-fall': 1,
  'recent-event': 1,
  'open-complaint': 0,
  'missed-review': 0,
  maturing: 0,
} as const;

/** The longest, in days. */
const MONTH = 31;

/** Checks a policy. */
export function readPolicy(value: unknown): WarningPolicy {
  const fields = checkObject(value, 'policy');
  refuseUnknown(fields, 'policy', { signs: true });
  const path = at('policy', 'signs');
  const list = checkList<unknown>(fields.signs, path, { minLength: 1, maxLength: 100 });
  const signs = list.map((sign, i) => readSign(sign, at(path, i)));
  checkUniqueIds(signs, path);
  return { signs };
}

function readSign(value: unknown, path: string): WarningSign {
  const fields = checkObject(value, path);
  const kind = checkOneOf(fields.kind, at(path, 'kind'), WARNING_SIGN_KINDS);
  const ofEvent = kind === 'activity-fall' || kind === 'recent-event';
  const ofFall = kind === 'activity-fall' || kind === 'balance-fall';
  refuseUnknown(fields, path, {
    ...{ id: true, kind: true, days: true },
    ...(ofEvent && { event: true }),
    ...(ofFall && { share: true }),
    ...(kind === 'balance-fall' && { maxAgeDays: true }),
    ...(kind === 'activity-fall' && { least: true }),
  });
  const range = { min: LEAST_DAYS[kind], max: 3660 };
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    kind,
    days: checkInteger(fields.days, at(path, 'days'), range),
    ...(ofEvent && { event: checkText(fields.event, at(path, 'event'), 100) }),
    ...(ofFall && {
      share: checkRange(fields.share, at(path, 'share'), { exclusiveMin: 0, max: 1 }),
    }),
    ...(kind === 'activity-fall' && {
      least: checkInteger(fields.least, at(path, 'least'), { min: 1 }),
    }),
    ...(kind === 'balance-fall' && {
      maxAgeDays: checkInteger(fields.maxAgeDays ?? MONTH, at(path, 'maxAgeDays'), {
        min: 0,
        max: 3660,
      }),
    }),
  } as WarningSign;
}
