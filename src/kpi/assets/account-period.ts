import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, type Money, parseMoney, parseMoneyIn } from '../../money/index.js';
import type { Fields } from '../kinds/kind.js';

/**
 * What changes the assets of an account.
 *
 * - `transfer`: money or securities that the client brought to the bank or took away, in kind at the day's market value;
 * - `dividend`, `interest`: what the holdings paid, less tax withheld;
 * - `fee`: fees and commissions; `loan-interest`: what the client pays on a loan;
 * - `market`, `currency`: changes of value, as the bank's own valuation tells them;
 * - `internal`: between two accounts of the bank: it cancels out in the whole, and moves assets between its parts;
 * - `scope`: what came into the count or left it without anybody moving money, such as a business bought or an account reclassified.
 */
export const ASSET_MOVEMENTS = [
  'transfer',
  'dividend',
  'interest',
  'fee',
  'loan-interest',
  'market',
  'currency',
  'internal',
  'scope',
] as const;

/** What changes the assets of an account; see `ASSET_MOVEMENTS`. */
export type AssetMovementKind = (typeof ASSET_MOVEMENTS)[number];

/** One change of an account's assets. */
export interface AssetMovement {
  /** Unique in the account's period. */
  readonly id: string;
  readonly on: PlainDate;
  readonly kind: AssetMovementKind;
  /** Positive raises the assets, negative lowers them: a fee is negative. */
  readonly amount: Money;
}

/** The assets of one account over a period. */
export interface AccountPeriod {
  readonly id: string;
  /** The day at whose end the opening value was taken. */
  readonly from: PlainDate;
  /** The day at whose end the closing value was taken. */
  readonly to: PlainDate;
  /** 0 if the account came later. */
  readonly opening: Money;
  /** 0 if the account has gone. */
  readonly closing: Money;
  /** After `from`, up to `to`; one currency. */
  readonly movements: readonly AssetMovement[];
  readonly dimensions?: Readonly<Record<string, string>>;
}

const ACCOUNT_FIELDS: FieldsOf<AccountPeriod> = {
  id: true,
  from: true,
  to: true,
  opening: true,
  closing: true,
  movements: true,
  dimensions: true,
};
const MOVEMENT_FIELDS: FieldsOf<AssetMovement> = { id: true, on: true, kind: true, amount: true };

/** Checks an account's period; its dimensions are checked where they are used. */
export function readAccount(value: unknown, path: string): AccountPeriod {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, ACCOUNT_FIELDS);
  const { from, to } = readDays(fields, path);
  const opening = parseMoney(fields.opening, at(path, 'opening'));
  const { currency } = opening;
  const where = at(path, 'movements');
  const movements = checkList<unknown>(fields.movements, where).map((movement, i) =>
    readMovement(movement, { from, to, currency }, at(where, i)),
  );
  checkUniqueIds(movements, where);
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    from,
    to,
    opening,
    closing: parseMoneyIn(fields.closing, currency, at(path, 'closing')),
    movements,
    ...(fields.dimensions !== undefined && {
      dimensions: fields.dimensions as Readonly<Record<string, string>>,
    }),
  };
}

/** Checks the first and the last day of a period in which something is measured. */
export function readDays(
  fields: Fields,
  path: string,
): { readonly from: PlainDate; readonly to: PlainDate } {
  const from = parsePlainDate(fields.from, at(path, 'from'));
  const to = parsePlainDate(fields.to, at(path, 'to'));
  if (to > from) return { from, to };
  throw new AptfolioError('inconsistent', at(path, 'to'), `a date after ${from}`, to);
}

function readMovement(
  value: unknown,
  { from, to, currency }: Pick<AccountPeriod, 'from' | 'to'> & { readonly currency: CurrencyCode },
  path: string,
): AssetMovement {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, MOVEMENT_FIELDS);
  const on = parsePlainDate(fields.on, at(path, 'on'));
  if (on <= from || on > to) {
    const expected = `a date after ${from} and up to ${to}`;
    throw new AptfolioError('out-of-range', at(path, 'on'), expected, on);
  }
  return {
    id: checkText(fields.id, at(path, 'id'), 200),
    on,
    kind: checkOneOf(fields.kind, at(path, 'kind'), ASSET_MOVEMENTS),
    amount: parseMoneyIn(fields.amount, currency, at(path, 'amount')),
  };
}
