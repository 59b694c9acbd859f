import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { DepositInsuranceReport } from '../balance-sheet/deposit-insurance.js';
import type { LiabilityKind } from '../holding.js';
import type { RequiredReturn } from '../required-return.js';
import type { CoverKind } from './cover.js';
import type { Maturity } from './maturity.js';
import type { NeedKind } from './need-policy.js';
import type { SaleOption } from './sale-options.js';

/** What every need says. */
interface NeedBase<K extends NeedKind, C extends CurrencyCode> {
  readonly kind: K;
  /** Unique among a client's needs: `goal:education`. */
  readonly id: string;
  /** The money it is about; 0 where it is about none. */
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

/** Cash in the base currency that nothing calls on. The amount is liquid − reserve − earmarked − withdrawals. */
export type IdleCashNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<'idle-cash', C> & {
  readonly months: number;
  readonly irregularIncomes: readonly string[];
  readonly reserve: Money<C>;
  /** Demand deposits and money funds in the base currency. */
  readonly liquid: Money<C>;
  /** Set aside for goals; where nobody said in which holdings, as much of it as this cash may hold. */
  readonly earmarked: Money<C>;
  /** Planned to be taken out, beyond what is set aside for it and can be had by then; `null` where nobody said whether anything is. */
  readonly withdrawals: Money<C> | null;
  /** The last day on which a planned withdrawal counts. */
  readonly withdrawalsUntil: PlainDate;
};

/** Something to save for. The amount is what it will cost on its day. */
export type GoalNeed<C extends CurrencyCode = CurrencyCode> = (
  | NeedBase<'goal', C>
  | NeedBase<'long-term-goal', C>
) & {
  readonly goal: string;
  readonly years: number;
  /** What is there for it today, each unit for one goal only and none that expensive debts take; `null` where that is not known. */
  readonly present: Money<C> | null;
  readonly monthlyContribution: Money<C>;
  readonly required: RequiredReturn<C> | null;
  /** The amount less what is there and what will be paid in, without any return, at least 0; `null` as for `present`. */
  readonly shortfall: Money<C> | null;
  /** What would have to be known to say what else would do: `policy.netReturnByLevel.C3`, `questionnaire`. */
  readonly missing: readonly string[];
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

/** A debt that costs more than idle cash earns. The amount is what the idle cash can repay of it. */
export type ExpensiveDebtNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'expensive-debt',
  C
> & {
  readonly debt: string;
  /** An account below zero is an overdraft. */
  readonly debtKind: LiabilityKind;
  readonly owed: Money<C>;
  /** Annual, decimal fraction. */
  readonly rate: number;
  /** The best rate that the cash earns; annual, decimal fraction. */
  readonly cashRate: number;
  /** Interest that repaying the amount saves in a year. */
  readonly yearlySaving: Money<C>;
};

/** Too little cover for a death or a serious illness. The amount is what is missing. */
export type ProtectionNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'protection-gap',
  C
> & {
  readonly cover: CoverKind;
  readonly required: Money<C>;
  /** What the required sum is made of. */
  readonly parts: {
    readonly income: Money<C>;
    readonly debts: Money<C>;
    readonly goals: Money<C>;
  };
  /** What insurances would pay. */
  readonly covered: Money<C>;
  /** Money at hand that counts. */
  readonly liquid: Money<C>;
};

/**
 * A planned withdrawal for which too little is free on its day. The amount is what is missing: what the free money does not
 * cover, and at least what was set aside for it and cannot be had by then.
 */
export type WithdrawalLiquidityNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'withdrawal-liquidity',
  C
> & {
  readonly withdrawal: string;
  readonly date: PlainDate;
  /** What it takes beyond what is set aside for the goal that it pays for and can be had by then. */
  readonly required: Money<C>;
  /** What is free by then, beyond the reserve, what is set aside for goals, and earlier withdrawals. */
  readonly available: Money<C>;
  readonly reserve: Money<C>;
  /** Set aside for goals, as far as it must lie in what is free by then. */
  readonly earmarked: Money<C>;
  /** The worth of what nobody said to be free by then. */
  readonly tied: Money<C>;
  readonly holdings: readonly string[];
};

/** A goal due soon whose money is tied up. The amount is what has to be freed in time. */
export type GoalLiquidityNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'goal-liquidity',
  C
> & {
  readonly goal: string;
  readonly date: PlainDate;
  /** What the goal costs on its day, less the saving planned until then. */
  readonly required: Money<C>;
  /** What is free by then, beyond the reserve, earlier goals, planned withdrawals, and what is set aside for later goals. */
  readonly available: Money<C>;
  /** What nobody said to be free by then. */
  readonly holdings: readonly string[];
};

/** Too much in another currency, or in all of them. The amount is what exceeds the limit. */
export type CurrencyExposureNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'currency-exposure',
  C
> & {
  readonly currencies: readonly CurrencyCode[];
  /** Held in them, less debts in the same currency. */
  readonly value: Money<C>;
  readonly share: number;
  readonly limit: number;
};

/** A risk assessment that will soon count no more. */
export type AssessmentExpiringNeed<C extends CurrencyCode = CurrencyCode> = NeedBase<
  'assessment-expiring',
  C
> & {
  readonly validThrough: PlainDate;
  readonly days: number;
};

/** A need before it has its rank. */
export type UnrankedNeed<C extends CurrencyCode = CurrencyCode> =
  | OverdraftNeed<C>
  | ExpensiveDebtNeed<C>
  | ReserveNeed<C>
  | ProtectionNeed<C>
  | IdleCashNeed<C>
  | GoalNeed<C>
  | WithdrawalLiquidityNeed<C>
  | GoalLiquidityNeed<C>
  | ConcentrationNeed<C>
  | CurrencyExposureNeed<C>
  | MaturityNeed<C>
  | DepositInsuranceNeed<C>
  | AssessmentExpiringNeed<C>;

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
