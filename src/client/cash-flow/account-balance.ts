import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkList, checkObject, checkText } from '../../errors/index.js';
import { type CurrencyCode, type Money, parseMoney } from '../../money/index.js';

/** What an account held at the end of a day; below zero it was overdrawn. */
export interface AccountBalance extends Money {
  /** The reference that the bookings have under `account`. */
  readonly account: string;
  readonly date: PlainDate;
}

/** Checks balances and brings them into an order of their own: by account, currency and day. */
export function readBalances(
  balances: readonly AccountBalance[],
  asOf: PlainDate,
  path: string,
): readonly AccountBalance[] {
  const read = checkList<AccountBalance>(balances, path).map((balance, index) => {
    const where = at(path, index);
    checkObject(balance, where);
    const account = checkText(balance.account, at(where, 'account'));
    const date = parsePlainDate(balance.date, at(where, 'date'));
    if (date > asOf) {
      throw new AptfolioError('out-of-range', at(where, 'date'), `a date up to ${asOf}`, date);
    }
    return Object.freeze({ account, date, ...parseMoney(balance, where) });
  });
  return read.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** An account in one currency. */
export function ledgerOf(of: {
  readonly account: string;
  readonly currency: CurrencyCode;
}): string {
  return `${of.currency} ${of.account}`;
}

function keyOf(balance: AccountBalance): string {
  return `${ledgerOf(balance)} ${balance.date} ${balance.amount}`;
}
