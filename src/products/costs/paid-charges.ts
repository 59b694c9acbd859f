import {
  containsDate,
  type DateInterval,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import { AptfolioError, at, checkList, checkObject, checkOneOf } from '../../errors/index.js';
import {
  type CurrencyCode,
  type Money,
  parseMoneyIn,
  sumMoney,
  toMinorUnits,
  zeroMoney,
} from '../../money/index.js';

/** The kinds of charge that are booked, beside the recurring charges that accrue inside the products. */
export const PAID_KINDS = [
  'entry',
  'exit',
  'spread',
  'performance',
  /** For advice, custody or the account. */
  'service',
  'tax',
] as const;

/** A kind of charge that is booked; see `PAID_KINDS`. */
export type PaidKind = (typeof PAID_KINDS)[number];

/** A charge that was booked. */
export interface PaidCharge<C extends CurrencyCode = CurrencyCode> {
  readonly on: PlainDate;
  readonly kind: PaidKind;
  /** Below 0 for what was given back. */
  readonly amount: Money<C>;
  /** What of it the distributor was paid: a part, from 0 to the amount. Default nothing. */
  readonly toDistributor?: Money<C>;
}

/** What was paid, by kind; `total` is the sum, exactly. */
export type PaidAmounts<C extends CurrencyCode = CurrencyCode> = Readonly<
  Record<PaidKind | 'ongoing' | 'total', Money<C>>
>;

/** The charges of a period. */
export interface ReadCharges<C extends CurrencyCode> {
  readonly byKind: Readonly<Record<PaidKind, Money<C>>>;
  readonly toDistributor: Money<C>;
}

/** Checks all charges and adds up those of the period. */
export function readCharges<C extends CurrencyCode>(
  charges: readonly PaidCharge<C>[],
  currency: C,
  period: DateInterval,
  path: string,
): ReadCharges<C> {
  const read = checkList<PaidCharge<C>>(charges, path)
    .map((charge, index) => readCharge(charge, currency, at(path, index)))
    .filter(({ on }) => containsDate(period, on));
  const sums = PAID_KINDS.map((kind) => {
    const amounts = read.filter((charge) => charge.kind === kind).map(({ amount }) => amount);
    return [kind, sumMoney(currency, amounts)] as const;
  });
  return {
    byKind: Object.fromEntries(sums) as Record<PaidKind, Money<C>>,
    toDistributor: sumMoney(
      currency,
      read.map(({ toDistributor }) => toDistributor),
    ),
  };
}

function readCharge<C extends CurrencyCode>(
  charge: PaidCharge<C>,
  currency: C,
  path: string,
): Required<PaidCharge<C>> {
  const { on, kind, amount, toDistributor } = checkObject(charge, path);
  const whole = parseMoneyIn(amount, currency, at(path, 'amount'));
  return {
    on: parsePlainDate(on, at(path, 'on')),
    kind: checkOneOf(kind, at(path, 'kind'), PAID_KINDS),
    amount: whole,
    toDistributor:
      toDistributor === undefined
        ? zeroMoney(currency)
        : readPart(toDistributor, whole, at(path, 'toDistributor')),
  };
}

/** From nothing up to the whole, which is below 0 where it was given back. */
function readPart<C extends CurrencyCode>(value: unknown, whole: Money<C>, path: string): Money<C> {
  const part = parseMoneyIn(value, whole.currency, path);
  const [units, of] = [toMinorUnits(part), toMinorUnits(whole)];
  if (of < 0n ? of <= units && units <= 0n : 0n <= units && units <= of) return part;
  const expected = `from 0 to the amount, ${whole.amount}, of which it is a part`;
  throw new AptfolioError('inconsistent', path, expected, part.amount);
}

/** Adds recurring charges to those that were booked. */
export function withOngoing<C extends CurrencyCode>(
  byKind: Readonly<Record<PaidKind, Money<C>>>,
  ongoing: Money<C>,
): PaidAmounts<C> {
  const parts = [...PAID_KINDS.map((kind) => byKind[kind]), ongoing];
  return Object.freeze({ ...byKind, ongoing, total: sumMoney(ongoing.currency, parts) });
}

/** The sum of several, kind by kind. */
export function sumPaid<C extends CurrencyCode>(
  amounts: readonly PaidAmounts<C>[],
  currency: C,
): PaidAmounts<C> {
  const sum = (kind: keyof PaidAmounts): Money<C> =>
    sumMoney(
      currency,
      amounts.map((one) => one[kind]),
    );
  const byKind = PAID_KINDS.map((kind) => [kind, sum(kind)] as const);
  return withOngoing(Object.fromEntries(byKind) as Record<PaidKind, Money<C>>, sum('ongoing'));
}
