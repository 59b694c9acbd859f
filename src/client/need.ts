import type { Reason } from '../evidence/index.js';
import type { CurrencyCode, Money } from '../money/index.js';
import type { DepositInsuranceReport } from './deposit-insurance.js';
import type { Maturity } from './maturity.js';
import type { NeedKind } from './need-policy.js';
import type { RequiredReturn } from './required-return.js';
import type { SaleOption } from './sale-options.js';

/** What every need says. */
interface NeedBase<K extends NeedKind, C extends CurrencyCode> {
  readonly kind: K;
  /** Unique among a client's needs: `goal:education`. */
  readonly id: string;
  /** The money it is about. */
  readonly amount: Money<C>;
  readonly reason: Reason;
}

/** An account below zero. The amount is what is owed. */
export type OverdraftNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<'overdraft', C> & {
  readonly accounts: readonly string[];
};

/** Less at hand than the reserve. The amount is what is missing. */
export type ReserveNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<'reserve-gap', C> & {
  readonly months: number;
  readonly irregularIncomes: readonly string[];
  readonly reserve: Money<C>;
  readonly liquid: Money<C>;
};

/** More at hand in the base currency than the reserve. The amount is the excess. */
export type IdleCashNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<'idle-cash', C> & {
  readonly months: number;
  readonly irregularIncomes: readonly string[];
  readonly reserve: Money<C>;
  /** Demand deposits and money funds in the base currency. */
  readonly liquid: Money<C>;
};

/** Something to save for. The amount is what it will cost on its day. */
export type GoalNeed<C extends CurrencyCode = CurrencyCode> = (
  | NeedBase<'goal', C>
  | NeedBase<'long-term-goal', C>
) & {
  readonly goal: string;
  readonly years: number;
  /** What is there for it today; `null` where that is not known. */
  readonly present: Money<C> | null;
  readonly monthlyContribution: Money<C>;
  readonly required: RequiredReturn<C> | null;
};

/** Too much in one issuer. The amount is what would have to be sold to keep to the limit. */
export type ConcentrationNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'concentration',
  C
> & {
  readonly issuer: string;
  readonly employer: boolean;
  readonly holdings: readonly string[];
  readonly share: number;
  readonly limit: number;
  /** At once, and in stages: the client chooses. */
  readonly options: readonly SaleOption<C>[];
};

/** Money that comes free within the planning time. The amount is the principal. */
export type MaturityNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<'maturity', C> & {
  readonly maturity: Maturity;
  /** `passed`: the day has come; `notice`: to be told now; `plan`: to be planned for. */
  readonly urgency: 'passed' | 'notice' | 'plan';
};

/** Deposits beyond the guarantee. The amount is the excess. */
export type DepositInsuranceNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'deposit-insurance',
  C
> & { readonly report: DepositInsuranceReport<C> };

/** A need before it has its rank. */
export type UnrankedNeed<C extends CurrencyCode = CurrencyCode> =
  | OverdraftNeed<C>
  | ReserveNeed<C>
  | IdleCashNeed<C>
  | GoalNeed<C>
  | ConcentrationNeed<C>
  | MaturityNeed<C>
  | DepositInsuranceNeed<C>;

/** What a client needs, with the evidence for it; `rank` is 1 for the most pressing. */
export type Need<C extends CurrencyCode = CurrencyCode> = UnrankedNeed<C> & {
  readonly rank: number;
};

/** A kind of need about which nothing can be said. */
export interface UndeterminedNeed {
  readonly kind: NeedKind;
  /** What would have to be known: `fx.JPY`, `essentialMonthly`. At least one. */
  readonly missing: readonly string[];
  readonly reason: Reason;
}
