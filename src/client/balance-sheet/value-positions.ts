import {
  absoluteMoney,
  type CurrencyCode,
  convertMoney,
  isNegative,
  type Money,
  totalIn,
} from '../../money/index.js';
import {
  type AssetClass,
  classOf,
  type Holding,
  type HoldingKind,
  type Liability,
} from '../holding.js';
import type { RatesFor } from '../rates.js';

/** A holding in the base currency. */
export interface Position<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  readonly kind: HoldingKind;
  readonly assetClass: AssetClass;
  /** `null` where the rate is missing. */
  readonly value: Money<C> | null;
}

/** A debt in the base currency. */
export interface Debt<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  readonly kind: Liability['kind'];
  /** `null` where the rate is missing. */
  readonly value: Money<C> | null;
}

/** A rate that is needed and was not given. */
export interface MissingRate {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
}

/** A debt as it was given, an overdraft among them, at its value in the base currency. */
export interface ValuedDebt<C extends CurrencyCode = CurrencyCode> {
  readonly liability: Liability;
  readonly value: Money<C>;
}

/** Holdings and debts in one currency, each converted and rounded once, so that the parts add up to the total. */
export interface Valuation<C extends CurrencyCode = CurrencyCode> {
  /** In the order of the holdings; overdrafts are left out. */
  readonly held: readonly { readonly holding: Holding; readonly value: Money<C> | null }[];
  /** By id, overdrafts among them. */
  readonly owed: readonly { readonly liability: Liability; readonly value: Money<C> | null }[];
  /** The same, as the balance sheet shows them. */
  readonly debts: readonly Debt<C>[];
  /** In alphabetical order. */
  readonly missing: readonly MissingRate[];
}

/** Values holdings and debts; a missing rate is named and never taken for 0. */
export function valuePositions<C extends CurrencyCode>(
  holdings: readonly Holding[],
  liabilities: readonly Liability[],
  fx: RatesFor<C>,
): Valuation<C> {
  const missing = new Set<CurrencyCode>();
  const inBase = (amount: Money): Money<C> | null => {
    const { currency } = amount;
    if (totalIn(fx.base, [amount], fx).status === 'complete') {
      return convertMoney(amount, fx.base, fx);
    }
    missing.add(currency);
    return null;
  };
  const owed = [...liabilities, ...overdraftsOf(holdings)]
    .sort(byIdAndKind)
    .map((liability) => ({ liability, value: inBase(liability) }));
  return {
    held: holdings
      .filter((holding) => !isNegative(holding))
      .map((holding) => ({ holding, value: inBase(holding) })),
    owed,
    debts: Object.freeze(
      owed.map(({ liability: { id, kind }, value }) => Object.freeze({ id, kind, value })),
    ),
    missing: Object.freeze([...missing].sort().map((from) => Object.freeze({ from, to: fx.base }))),
  };
}

/** Accounts below zero as what they are: debts at their own rate. */
export function overdraftsOf(holdings: readonly Holding[]): readonly Liability[] {
  return holdings.filter(isNegative).map((holding) => {
    const { id, annualRate } = holding;
    const rate = annualRate === undefined ? {} : { annualRate };
    return { id, kind: 'overdraft', ...absoluteMoney<CurrencyCode>(holding), ...rate };
  });
}

/** The face of a valued holding. */
export function positionOf<C extends CurrencyCode>(
  { id, kind }: Holding,
  value: Money<C> | null,
): Position<C> {
  return { id, kind, assetClass: classOf(kind), value };
}

/** A debt and an overdrawn account may have the same id. */
function byIdAndKind(a: Liability, b: Liability): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.kind < b.kind ? -1 : 1;
}
