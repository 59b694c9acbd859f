import { at, checkObject } from '../../errors/index.js';
import {
  type CurrencyCode,
  compareMoney,
  type Money,
  parseMoneyIn,
  subtractMoney,
  sumMoney,
} from '../../money/index.js';
import { groupBy } from '../group-by.js';
import type { HoldingKind } from '../holding.js';
import type { ValuedHolding } from './concentration.js';

/** A deposit guarantee. */
export interface DepositInsurance<C extends CurrencyCode = CurrencyCode> {
  /** What is guaranteed for one depositor at one bank, all deposits and currencies together. */
  readonly limit: Money<C>;
}

/** What lies above the guarantee. */
export interface DepositInsuranceReport<C extends CurrencyCode = CurrencyCode> {
  readonly limit: Money<C>;
  /** Above the limit, over all banks. */
  readonly excess: Money<C>;
  /** The advising bank, `null`, first; then by name. */
  readonly banks: readonly {
    readonly bank: string | null;
    readonly deposits: Money<C>;
    readonly excess: Money<C>;
  }[];
}

const INSURED: ReadonlySet<HoldingKind> = new Set(['deposit', 'term-deposit']);

/** Adds deposits up by bank and compares them with the guarantee. */
export function depositInsuranceReport<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  { limit }: DepositInsurance<C>,
): DepositInsuranceReport<C> {
  const { currency } = limit;
  const byBank = groupBy(
    held.filter(({ holding }) => INSURED.has(holding.kind)),
    ({ holding }) => holding.bank ?? '',
  );
  const sum = (amounts: readonly Money<C>[]): Money<C> =>
    sumMoney<CurrencyCode>(currency, amounts) as Money<C>;
  const banks = [...byBank]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([bank, rows]) => {
      const deposits = sum(rows.map(({ value }) => value));
      const above =
        compareMoney<CurrencyCode>(deposits, limit) > 0
          ? subtractMoney<CurrencyCode>(deposits, limit)
          : sum([]);
      const excess = above as Money<C>;
      return Object.freeze({ bank: bank === '' ? null : bank, deposits, excess });
    });
  return Object.freeze({
    limit,
    excess: sum(banks.map(({ excess }) => excess)),
    banks: Object.freeze(banks),
  });
}

/** Checks a guarantee, which must be in the currency of the balance sheet. */
export function checkDepositInsurance<C extends CurrencyCode>(
  insurance: DepositInsurance<C>,
  currency: C,
  path: string,
): DepositInsurance<C> {
  checkObject(insurance, path);
  const limit = parseMoneyIn(insurance.limit, currency, at(path, 'limit'), { sign: 'positive' });
  return Object.freeze({ limit });
}
