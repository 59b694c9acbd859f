import type { CalendarData, PlainDate } from 'aptfolio/dates';
import type { LocalisedText } from 'aptfolio/evidence';
import type {
  AccountPeriod,
  ClientContacts,
  ClientTenure,
  FunnelJourney,
  NetNewMoneyChoice,
  ScorecardDefinition,
  ServiceCase,
  ServiceKpiOptions,
  ServiceQuarter,
} from 'aptfolio/kpi';
import type { Money } from 'aptfolio/money';

/** What the example works on: a bank's settings and its records of a year. */
export interface Inputs {
  /** Whether it is the sample year. */
  readonly isSample: boolean;
  /** The folder of the year's files. */
  readonly folder: string;
  readonly bank: Bank;
  readonly records: YearRecords;
  /** The quarter of the scenario, steps 15 and 16. */
  readonly quarter: ServiceQuarter;
}

/** What the bank decides. */
export interface Bank {
  readonly year: number;
  /** The moment of the look, and an earlier one at which open cases were told already. */
  readonly asOf: string;
  readonly earlierLook: string;
  readonly zone: string;
  readonly calendar: CalendarData;
  readonly openingHours: readonly (readonly [string, string])[];
  readonly kpis: ServiceKpiOptions & {
    readonly attributionDays: number;
    readonly leavingCauses: readonly string[];
  };
  /** What another bank would count as net new money. */
  readonly netNewMoney: readonly NetNewMoneyChoice[];
  /** The day from which clients who left are on record. */
  readonly registerSince: PlainDate;
  readonly campaigns: readonly Campaign[];
  /** After so many days without a step a prospect is given up. */
  readonly idleDays: number;
  /** The change that is judged: its first day, and what it was. */
  readonly change: { readonly on: PlainDate; readonly words: LocalisedText };
  readonly scorecard: ScorecardDefinition;
}

/** A campaign and what it cost. */
export interface Campaign {
  readonly id: string;
  readonly startsOn: PlainDate;
  readonly cost: Money;
}

/** The files of the year, by what is in them. */
export interface YearRecords {
  readonly answers: readonly Answer[];
  /** Of the year before, counted. */
  readonly earlierAnswers: readonly AnswerCount[];
  /** Told after the year was closed. */
  readonly lateAnswers: readonly Answer[];
  readonly invitations: readonly Invitations[];
  readonly enquiries: readonly ServiceCase[];
  readonly callBacks: readonly CallBack[];
  readonly accounts: readonly AccountPeriod[];
  readonly clients: readonly ClientTenure[];
  readonly contacts: readonly ClientContacts[];
  readonly prospects: readonly FunnelJourney[];
  readonly alerts: readonly Alert[];
  readonly riskEvents: readonly ServiceCase[];
  readonly practice: readonly PracticeScore[];
  readonly training: readonly TrainingScores[];
}

/** One answer of the satisfaction survey. */
export interface Answer {
  readonly id: string;
  readonly at: string;
  readonly branch: string;
  readonly age: string;
  readonly score: number;
}

/** How many answers of a month gave a score. */
export interface AnswerCount {
  readonly month: string;
  readonly branch: string;
  readonly score: number;
  readonly count: number;
}

/** How many clients were asked in a month. */
export interface Invitations {
  readonly month: string;
  readonly branch: string;
  readonly asked: number;
  readonly undelivered: number;
}

/** A call back that a client was promised. */
export interface CallBack {
  readonly id: string;
  readonly branch: string;
  readonly promisedFor: PlainDate;
  /** Absent if nobody called. */
  readonly calledOn?: PlainDate;
  /** The client no longer wanted it. */
  readonly cancelled?: boolean;
}

/** A risk: whether somebody was alerted to it, and whether it was one. */
export interface Alert {
  readonly id: string;
  readonly at: string;
  readonly branch: string;
  readonly alerted: boolean;
  readonly happened: boolean;
}

/** One case of practice, assessed. */
export interface PracticeScore {
  readonly id: string;
  readonly adviser: string;
  readonly cases: string;
  readonly score: number;
}

/** What somebody reached in two tests. */
export interface TrainingScores {
  readonly id: string;
  readonly group: 'trained' | 'control';
  readonly before: number;
  readonly after: number;
}
