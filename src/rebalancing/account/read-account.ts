import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  type Money,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';
import type { TaxPolicy } from '../lots/lot.js';
import { readTaxPolicy, TAX_FIELDS } from '../lots/read-tax-policy.js';
import type { Inside } from '../policy/compiled-policy.js';
import { ACCOUNT_STATUSES, type AccountStatus, type RebalancingAccount } from './account.js';
import { ACCOUNT_FIELDS } from './fields.js';
import { type RateOf, readRates, toAccount } from './rates.js';
import { type History, readHistory } from './read-history.js';
import { type Holding, readHoldings } from './read-holdings.js';
import { readOrders, readReceivables } from './read-orders.js';
import { readTarget, type WantedClasses } from './read-target.js';
import { moneyUnderWay, taxOfOrders, type UnderWay, withOrdersOf } from './under-way.js';

/** A checked account; amounts are in smallest units, of the account's currency where nothing else is said. */
export interface ReadAccount {
  readonly id: string;
  readonly currency: CurrencyCode;
  readonly status: AccountStatus;
  readonly mode: 'mandate' | 'advice';
  /** Every product that is held, wanted or takes the residual, by ascending id. */
  readonly holdings: readonly Holding[];
  /** Free money in each currency's own units, by ascending code. */
  readonly cash: ReadonlyMap<CurrencyCode, bigint>;
  /** What is still to come in and go out; absent: nothing. */
  readonly underWay: UnderWay | undefined;
  /** Free money and what is under way. */
  readonly cashTotal: bigint;
  /** Positions and free money together. */
  readonly value: bigint;
  readonly deposit: bigint;
  /** What is to be paid out; nothing is from an account that is frozen or closed. */
  readonly withdrawal: bigint;
  /** By when it is needed; absent: as soon as it can be. */
  readonly withdrawalBy: PlainDate | undefined;
  /** Nothing is sold whose money comes later than this; absent: no such limit. */
  readonly raisesBy?: PlainDate;
  /** Nothing raises the withdrawal by the day on which it is needed, so that later money may pay it. */
  readonly isLateAnyway?: boolean;
  readonly rateOf: RateOf;
  readonly history: History;
  /** How gains are taxed; absent: not. */
  readonly tax: TaxPolicy | undefined;
  /** What the sales among the orders under way will be taxed; it counts for the budget of tax. */
  readonly taxUnderWay: bigint;
  /** Whether the account itself says that nothing is taxed, so that no gain and no loss counts. */
  readonly isTaxFree: boolean;
  /** That substitutes count for what must not be bought back; see `withStandIns`. */
  readonly standIns: readonly Reason[];
  /** What the targets of the holdings are still to be worked out from; absent: they are given. */
  readonly wantedClasses?: WantedClasses;
  readonly given: RebalancingAccount;
}

const MODES = ['mandate', 'advice'] as const;

/** Checks an account from its first field to its last and values everything once. */
export function readAccount(
  account: RebalancingAccount,
  inside: Inside,
  asOf: PlainDate,
): ReadAccount {
  checkObject(account, 'account');
  refuseUnknown(account, 'account', ACCOUNT_FIELDS);
  const currency = checkCurrency(account.currency, 'account.currency');
  const policyCurrency = inside.policy.currency;
  if (policyCurrency !== undefined && policyCurrency !== currency) {
    const expected = `${policyCurrency}, the currency of the policy's amounts`;
    throw new AptfolioError('currency-mismatch', 'account.currency', expected, currency);
  }
  const rateOf = readRates(account.fx, currency, 'account.fx');
  const target = readTarget(account.target, inside);
  const orders = readOrders(account, inside, asOf);
  const history = readHistory(account, currency, inside, asOf);
  const { lotOrder } = history;
  const tax = readTax(account.tax, inside);
  const context = {
    currency,
    target: target.products,
    inside,
    rateOf,
    asOf,
    orders,
    lotOrder,
    tax,
  };
  const holdings = readHoldings(account, context);
  const cash = readCash(account.cash, 'account.cash');
  const underWay = moneyUnderWay(holdings, readReceivables(account, inside, asOf));
  let cashTotal = 0n;
  for (const [code, units] of cash) cashTotal += toAccount(units, rateOf(code));
  for (const [code, units] of underWay?.sums ?? []) cashTotal += toAccount(units, rateOf(code));
  const status = checkOneOf(account.status ?? 'active', 'account.status', ACCOUNT_STATUSES);
  const withdrawal = readAmount(account.withdrawal, currency, 'account.withdrawal');
  const read: ReadAccount = {
    id: checkText(account.id, 'account.id'),
    currency,
    status,
    mode: checkOneOf(account.mode ?? 'advice', 'account.mode', MODES),
    holdings,
    cash,
    underWay,
    cashTotal,
    value: holdings.reduce((sum, { value }) => sum + value, cashTotal),
    deposit: readAmount(account.deposit, currency, 'account.deposit'),
    withdrawal: status === 'active' || status === 'no-purchases' ? withdrawal : 0n,
    withdrawalBy: readWithdrawalBy(account.withdrawalBy, asOf),
    rateOf,
    history: orders === undefined ? history : withOrdersOf(holdings, history, asOf),
    tax,
    taxUnderWay: tax === undefined ? 0n : taxOfOrders(holdings, history, tax),
    isTaxFree: account.tax === 'none',
    standIns: [],
    ...(target.classes === undefined ? {} : { wantedClasses: target.classes }),
    given: account,
  };
  refuseClosedWithHoldings(read);
  checkLotOrder(read);
  return read;
}

function readCash(cash: unknown, path: string): ReadonlyMap<CurrencyCode, bigint> {
  if (cash === undefined) return new Map();
  const found = new Map<CurrencyCode, bigint>();
  checkList<unknown>(cash, path).forEach((one, i) => {
    const where = at(path, i);
    const units = toMinorUnits(one as Money, where);
    const { currency } = one as Money;
    if (found.has(currency)) {
      const expected = 'a currency not named before';
      throw new AptfolioError('duplicate-id', at(where, 'currency'), expected, currency);
    }
    found.set(currency, units);
  });
  return found.size === 1 ? found : new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readAmount(value: unknown, currency: CurrencyCode, path: string): bigint {
  if (value === undefined) return 0n;
  return toMinorUnits(parseMoneyIn(value, currency, path, { sign: 'not-negative' }));
}

function readWithdrawalBy(value: unknown, asOf: PlainDate): PlainDate | undefined {
  if (value === undefined) return undefined;
  const day = parsePlainDate(value, 'account.withdrawalBy');
  if (day >= asOf) return day;
  const expected = `a day on or after ${asOf}`;
  throw new AptfolioError('out-of-range', 'account.withdrawalBy', expected, day);
}

function readTax(tax: unknown, { policy }: Inside): TaxPolicy | undefined {
  const path = 'account.tax';
  if (tax === undefined) return policy.lots.tax;
  if (typeof tax === 'string') {
    checkOneOf(tax, path, ['none'] as const);
    return undefined;
  }
  checkObject(tax, path);
  refuseUnknown(tax, path, TAX_FIELDS);
  return readTaxPolicy(tax, path);
}

function refuseClosedWithHoldings({ status, holdings, cash, underWay }: ReadAccount): void {
  if (status !== 'closed') return;
  const isEmpty =
    underWay === undefined &&
    holdings.every(({ local }) => local === 0n) &&
    [...cash.values()].every((one) => one === 0n);
  if (isEmpty) return;
  const expected = 'an active or frozen account, because a closed one holds nothing';
  throw new AptfolioError('inconsistent', 'account.status', expected, 'closed');
}

/** Every name in an order of sale must be that of a lot, once. */
function checkLotOrder({ given, history }: ReadAccount): void {
  for (const [product, order] of history.lotOrder) {
    const lots = given.positions.find((position) => position.product === product)?.lots ?? [];
    const path = at('account.lotOrder', product);
    const left = new Set(lots.map(({ id }) => id));
    order.forEach((id, i) => {
      if (left.delete(id)) return;
      throw new AptfolioError('unknown-id', at(path, i), 'the id of a lot, each once', id);
    });
  }
}
