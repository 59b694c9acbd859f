import {
  type CurrencyCode,
  isPositive,
  isZero,
  type Money,
  ratioOfMoney,
  toMinorUnits,
} from '../../money/index.js';
import { exactFraction, scaleMoney } from '../exact.js';
import type { Liability, LiabilityKind } from '../holding.js';
import { totalOf } from './total.js';
import type { ValuedDebt } from './value-positions.js';

/** How heavily debts weigh. */
export interface Leverage<C extends CurrencyCode = CurrencyCode> {
  /** Liabilities / everything owned, property included; `null` without anything. */
  readonly debtToTotalAssets: number | null;
  /** Liabilities / net worth; `null` where the net worth is not above 0. */
  readonly debtToNetWorth: number | null;
  /** Mortgages, margin loans and whatever is said to be secured. */
  readonly secured: Money<C>;
  /** Consumer loans, credit cards, overdrafts and whatever is said to be unsecured. */
  readonly unsecured: Money<C>;
  /** Other debts of which nobody said whether they are secured. */
  readonly unknownSecurity: Money<C>;
  /** Interest of a year on what is owed today, rounded once; `null` where a rate is not known. */
  readonly annualInterest: Money<C> | null;
  /** The mean annual rate weighted by the debts, decimal fraction; `null` likewise, and without debts. */
  readonly meanRate: number | null;
  /** Debts whose rate is not known, by id. */
  readonly withoutRate: readonly string[];
  /** Debt service / income, decimal fraction; `null` where no cash flow was given. */
  readonly debtServiceRatio: number | null;
}

/** Measures debts, which come in the order of their ids, against what is owned. */
export function leverageOf<C extends CurrencyCode>(
  owed: readonly ValuedDebt<C>[],
  {
    assets,
    liabilities,
    netWorth,
  }: Readonly<Record<'assets' | 'liabilities' | 'netWorth', Money<C>>>,
  debtServiceRatio: number | null = null,
): Leverage<C> {
  const ratioTo = (whole: Money<C>): number | null =>
    isPositive(whole) ? ratioOfMoney<CurrencyCode>(liabilities, whole) : null;
  const totalWhere = (security: boolean | null): Money<C> =>
    totalOf(
      liabilities.currency,
      owed.filter(({ liability }) => isSecured(liability) === security),
    );
  const bearing = owed.filter(({ value }) => !isZero(value));
  const withoutRate = bearing.filter(({ liability }) => liability.annualRate === undefined);
  return Object.freeze({
    debtToTotalAssets: ratioTo(assets),
    debtToNetWorth: ratioTo(netWorth),
    secured: totalWhere(true),
    unsecured: totalWhere(false),
    unknownSecurity: totalWhere(null),
    ...(withoutRate.length > 0
      ? { annualInterest: null, meanRate: null }
      : interestOf(bearing, liabilities)),
    withoutRate: Object.freeze(withoutRate.map(({ liability }) => liability.id)),
    debtServiceRatio,
  });
}

const SECURED: Readonly<Partial<Record<LiabilityKind, boolean>>> = {
  mortgage: true,
  'margin-loan': true,
  'consumer-loan': false,
  'credit-card': false,
  overdraft: false,
};

function isSecured({ kind, secured }: Liability): boolean | null {
  return secured ?? SECURED[kind] ?? null;
}

/** The mean rate as an exact fraction: sum of debt × rate / sum of debts. */
function interestOf<C extends CurrencyCode>(
  bearing: readonly ValuedDebt<C>[],
  liabilities: Money<C>,
): Pick<Leverage<C>, 'annualInterest' | 'meanRate'> {
  if (bearing.length === 0) return { annualInterest: liabilities, meanRate: null };
  const rates = bearing.map(({ liability }) => exactFraction(liability.annualRate, 'annualRate'));
  const scale = rates.reduce((most, rate) => (rate.scale > most ? rate.scale : most), 1n);
  const numerator = bearing.reduce((sum, { value }, index) => {
    const rate = rates[index]!;
    return sum + toMinorUnits(value) * rate.numerator * (scale / rate.scale);
  }, 0n);
  const denominator = toMinorUnits(liabilities) * scale;
  return {
    annualInterest: scaleMoney(liabilities, numerator, denominator),
    meanRate: Number(numerator) / Number(denominator),
  };
}
