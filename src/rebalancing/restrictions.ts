import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkObject,
  checkOneOf,
  type FieldsOf,
  refuseUnknown,
  renamePaths,
} from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { type CurrencyCode, type Money, parseMoneyIn, toMinorUnits } from '../money/index.js';

const RESTRICTIONS = ['locked', 'sell-only', 'buy-only'] as const;

/**
 * What may not be done with a holding: `locked` neither bought nor sold, `sell-only` not added to
 * (a product now rated above the client's level), `buy-only` not sold.
 */
export type Restriction = (typeof RESTRICTIONS)[number];

/** A restriction with why, until when, and of how much. */
export interface RestrictionTerms {
  readonly kind: Restriction;
  /** Why; told with what is not traded. */
  readonly reason?: Reason;
  /** The last day on which it holds; from the day after it the holding is free. Absent: no end is known. */
  readonly until?: PlainDate;
  /**
   * Of `locked` and `buy-only`: the value in the product's currency that cannot be sold, above 0, as of pledged units. The rest may be traded, and more
   * be bought. Absent: all of it.
   */
  readonly amount?: Money;
}

/** A checked restriction that is in force. */
export interface ReadRestriction {
  readonly kind: Restriction;
  readonly reason: Reason | undefined;
  readonly until: PlainDate | undefined;
  /** Smallest units of the product's currency. */
  readonly amount: bigint | undefined;
}

const FIELDS: FieldsOf<RestrictionTerms> = {
  kind: true,
  reason: true,
  until: true,
  amount: true,
};

/** Checks a restriction, the word alone or with its terms; nothing for one that has ended. */
export function readRestriction(
  value: unknown,
  currency: CurrencyCode,
  path: string,
  asOf: PlainDate,
): ReadRestriction | undefined {
  if (typeof value !== 'object' || value === null) {
    const kind = checkOneOf(value, path, RESTRICTIONS);
    return { kind, reason: undefined, until: undefined, amount: undefined };
  }
  refuseUnknown(value, path, FIELDS);
  const { kind, reason, until, amount } = value as RestrictionTerms;
  const read: ReadRestriction = {
    kind: checkOneOf(kind, at(path, 'kind'), RESTRICTIONS),
    reason: reason === undefined ? undefined : readReason(reason, at(path, 'reason')),
    until: until === undefined ? undefined : parsePlainDate(until, at(path, 'until')),
    amount: amount === undefined ? undefined : readPart(amount, currency, at(path, 'amount')),
  };
  if (read.amount !== undefined && read.kind === 'sell-only') {
    throw new AptfolioError('inconsistent', at(path, 'amount'), 'nothing where all may be sold');
  }
  return read.until !== undefined && read.until < asOf ? undefined : read;
}

const REASON_FIELDS: FieldsOf<Reason> = {
  code: true,
  severity: true,
  parameters: true,
  citations: true,
};

function readReason(reason: Reason, path: string): Reason {
  checkObject(reason, path);
  refuseUnknown(reason, path, REASON_FIELDS);
  const names = Object.fromEntries(Object.keys(REASON_FIELDS).map((key) => [key, at(path, key)]));
  const { code, severity, parameters, citations } = reason;
  return renamePaths(names, () => makeReason(code, severity, parameters, citations));
}

function readPart(amount: unknown, currency: CurrencyCode, path: string): bigint {
  return toMinorUnits(parseMoneyIn(amount, currency, path, { sign: 'positive' }));
}

/** Whether a restriction leaves no purchase. */
export function forbidsPurchase(restriction: ReadRestriction | undefined): boolean {
  if (restriction === undefined || restriction.amount !== undefined) return false;
  return restriction.kind !== 'buy-only';
}

/** Whether a restriction leaves no sale. */
export function forbidsSale(restriction: ReadRestriction | undefined): boolean {
  if (restriction === undefined || restriction.amount !== undefined) return false;
  return restriction.kind !== 'sell-only';
}
