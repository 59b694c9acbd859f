import type { MoneyParameter } from '../evidence/index.js';
import type { FactValue, SourcedFact } from '../rules/index.js';

/** What is to be judged. */
export interface SuitabilityCase {
  /**
   * What the client does; absent: what `order.effect` and `order.acquires` say, a purchase unless they do. A `sell` reduces the
   * exposure to risk, and so does a `switch` to a product that is certainly rated lower than the one it `replaces` and takes no more
   * than that brings: level and expiry never stand against them. A switch is a purchase all the same, for every other rule.
   */
  readonly action?: CaseAction;
  /** For a `switch`: the ratings of the product that is given up, and what it brings; absent: at least the amount of the order. */
  readonly replaces?: {
    readonly issuerRisk?: Rating;
    readonly sellerRisk?: Rating;
    readonly amount?: number | MoneyParameter;
  };
  /** What is known, by group (`{ client: { riskLevel: 3 } }`) or by whole name (`{ 'client.riskLevel': 3 }`). */
  readonly facts: CaseFacts;
}

/** What the client does; see `SuitabilityCase`. */
export const CASE_ACTIONS = ['buy', 'sell', 'switch'] as const;

/** What the client does; see `SuitabilityCase`. */
export type CaseAction = (typeof CASE_ACTIONS)[number];

/** A rating as a number from 1 to 5 or as a bank writes it: `R3`. */
export type Rating = number | 'R1' | 'R2' | 'R3' | 'R4' | 'R5';

/** A value, or one with its source and the day on which it was observed; `null` was looked for, and there is none. */
export type CaseFact = FactValue | SourcedFact;

/** Facts by name, in groups as deep as their names have dots. */
export interface FactGroup {
  readonly [name: string]: CaseFact | FactGroup | undefined;
}

/** What is known. The names are those that the packs declare; these are shared by all packs. */
export interface CaseFacts extends FactGroup {
  readonly client?: FactGroup & Partial<Record<ClientFactName, CaseFact>>;
  readonly product?: FactGroup & Partial<Record<ProductFactName, CaseFact>>;
  readonly order?: FactGroup & Partial<Record<OrderFactName, CaseFact>>;
  readonly household?: FactGroup &
    Partial<Record<'netFinancialAssets' | 'financialAssets', CaseFact>>;
  readonly history?: FactGroup & Partial<Record<'assessmentsToday' | 'assessments12m', CaseFact>>;
}

type ClientFactName =
  | 'kind'
  | 'professional'
  | 'birthDate'
  | 'age'
  | 'civilCapacity'
  /** A number from 1 to 5, or `C3`. */
  | 'riskLevel'
  | 'assessedOn'
  | 'changeReported'
  | 'levelChanged'
  | 'levelChangeReconfirmed'
  | 'lowestCategory'
  | 'paymentMismatch'
  | 'householdIncome'
  | 'premiumBudget'
  | 'experienceYears'
  | 'avgIncome3y';

type ProductFactName =
  | 'regime'
  | 'issuerKind'
  /** Numbers from 1 to 5, or `R3`. */
  | 'issuerRisk'
  | 'sellerRisk'
  | 'private'
  | 'type'
  | 'uncertainBenefit';

type OrderFactName =
  | 'effect'
  | 'acquires'
  | 'amount'
  | 'channel'
  | 'solicited'
  | 'toldUnsuitable'
  | 'clientInsists'
  | 'writtenWarning'
  | 'insistsAfterWarning'
  | 'specialCare'
  | 'guardianConsent'
  | 'singlePremium'
  | 'annualPremium'
  | 'payYears'
  | 'premium'
  | 'declarationSigned';
