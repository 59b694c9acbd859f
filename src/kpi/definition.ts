import type { CurrencyCode } from '../money/index.js';

/** What a KPI is about. */
export const KPI_FAMILIES = [
  'satisfaction',
  'efficiency',
  'assets',
  'retention',
  'acquisition',
  'risk',
  'competence',
  'tools',
] as const;

/** A KPI's family; see `KPI_FAMILIES`. */
export type KpiFamily = (typeof KPI_FAMILIES)[number];

/** Which way is better; `neutral` where neither is. */
export const KPI_DIRECTIONS = ['higher-is-better', 'lower-is-better', 'neutral'] as const;

/** A KPI's direction; see `KPI_DIRECTIONS`. */
export type KpiDirection = (typeof KPI_DIRECTIONS)[number];

/** A kind of case that the definition leaves out; what is left out is counted and shown. */
export interface KpiExclusion {
  /** What an event names in `excluded`: `test-account`. */
  readonly id: string;
  /** What is left out and why, in words. */
  readonly words: string;
  /**
   * Whether the outcome is still to come, of one kind sooner than of another, so that what is decided so far does not stand for all; default false. A result that leaves out many such cases warns
   * (`kpi.many-undecided`).
   */
  readonly pending?: boolean;
}

/** A span of time that the definition rests on, such as how long after a contact an answer still counts. */
export interface KpiWindow {
  readonly id: string;
  /** From when to when, in words. */
  readonly words: string;
  /** Its length, if it is one of days: whole days, at least 0. */
  readonly days?: number;
  /** Its length, if it is one of seconds: above 0, in place of `days`. */
  readonly seconds?: number;
}

/** Choices by which events are made, by their names. */
export type KpiTerms = Readonly<Record<string, string>>;

/** What every KPI says about itself. All of it is data, so it can be shown, stored and compared. */
export interface KpiDescription {
  /** Unique in the bank's set. */
  readonly id: string;
  /**
   * Changes whenever the formula does, or a limit, a window, a term, or the order of a list of lines, causes, categories or steps; states of different versions do not merge. A
   * cube notices by itself what changed under one version; a state of one KPI says id and version alone.
   */
  readonly version: string;
  readonly family: KpiFamily;
  /** The formula in words, as it is printed beside the figure. */
  readonly formula: string;
  /** The formula in symbols: `r / d`. */
  readonly symbols: string;
  /** Of the value: `fraction`, `points`, `hours`, … */
  readonly unit: string;
  readonly direction: KpiDirection;
  /** What is counted above the line, in words. */
  readonly numerator: string;
  /** What it is divided by, in words. */
  readonly denominator: string;
  /** Where the definition comes from. */
  readonly source: string;
  /** Below this many cases no value is given; at least 1. */
  readonly minimumSample: number;
  /**
   * Whether the value is a part of a whole. A value outside 0 to 1 then is not given, since no true data make one: of use where the two sides are told apart, in a
   * `count-ratio` or an `amount-ratio`; the events of the other shares are within it. Default false.
   */
  readonly share?: boolean;
  /** The kinds of case that are left out; default none. */
  readonly exclusions?: readonly KpiExclusion[];
  /** The spans of time on which it rests; default none. */
  readonly windows?: readonly KpiWindow[];
  /**
   * By which choices its events are made, where these change what they mean: `{ clock: 'hours' }`, `{ touch: 'last' }`. Record makers say theirs, and a cube refuses a record
   * that says another. Default none: what is not named here is not checked.
   */
  readonly terms?: KpiTerms;
}

/** A share of cases: `successes / trials`. */
export interface ProportionDefinition extends KpiDescription {
  readonly kind: 'proportion';
  /** With it a loss rate q of one period is stated as a loss in a year, 1 − (1 − q)^periodsPerYear. */
  readonly periodsPerYear?: number;
}

/** A ratio of two counts that is no share of a sample: the first is no part of the second, so that it may exceed 1, or chance draws no case of them, as of minutes. */
export interface CountRatioDefinition extends KpiDescription {
  readonly kind: 'count-ratio';
}

/** How often something happens: `count / exposure`, in which chance strikes each unit of exposure alike. */
export interface RateDefinition extends KpiDescription {
  readonly kind: 'rate';
  /** The value is stated for so much exposure, as in complaints per 1,000 clients; above 0, default 1. */
  readonly per?: number;
}

/** What is read off a distribution of answers on a scale. */
export type RatingMeasure =
  | { readonly name: 'mean' }
  /** The share of answers in the best `boxes` points of the scale. */
  | { readonly name: 'top-box'; readonly boxes: number }
  /** Share of 9 and 10 less share of 0 to 6; only on a scale from 0 to 10. */
  | { readonly name: 'net-promoter' };

/** Answers on a scale of whole points. */
export interface RatingsDefinition extends KpiDescription {
  readonly kind: 'ratings';
  readonly scale: { readonly lowest: number; readonly highest: number };
  readonly measure: RatingMeasure;
}

/** How well cases are detected, against what they turned out to be. */
export interface DetectionDefinition extends KpiDescription {
  readonly kind: 'detection';
  /** TP/(TP+FP), TP/(TP+FN), or 2TP/(2TP+FP+FN). */
  readonly measure: 'precision' | 'recall' | 'f1';
}

/** A ratio of two amounts of money in one currency. */
export interface AmountRatioDefinition extends KpiDescription {
  readonly kind: 'amount-ratio';
  readonly currency: CurrencyCode;
  /** With it the ratio of one period is stated for a year, times so many periods; it is not compounded. */
  readonly periodsPerYear?: number;
}

/** An amount of money for each of so many cases, such as what it costs to win a client. */
export interface AmountPerCountDefinition extends KpiDescription {
  readonly kind: 'amount-per-count';
  readonly currency: CurrencyCode;
}

/** The way from an opening to a closing amount over named lines; its value is the growth. */
export interface AmountBridgeDefinition extends KpiDescription {
  readonly kind: 'amount-bridge';
  readonly currency: CurrencyCode;
  /** Ids of the lines, in the order of display. */
  readonly lines: readonly string[];
}

/** The share of cases that take no longer than a limit; one open at it or beyond has missed it, one open short of it counts for as long as it has been. */
export interface WithinLimitDefinition extends KpiDescription {
  readonly kind: 'within-limit';
  /** At least 0, the limit itself included, in the unit in which durations are told. */
  readonly limit: number;
}

/** What is read off the durations of cases. */
export type DurationMeasure =
  /** The duration that this share of cases stays within; 0.5 is the median. */
  | { readonly name: 'quantile'; readonly probability: number }
  /** The mean of the closed cases: it hides the long ones, so show a quantile beside it. */
  | { readonly name: 'mean' };

/** How long cases took, in the definition's own unit; cases still open count as what they are. */
export interface DurationsDefinition extends KpiDescription {
  readonly kind: 'durations';
  readonly measure: DurationMeasure;
}

/** What is read off the times after which clients leave. Times are whole numbers in the definition's `timeUnit`. */
export type SurvivalMeasure =
  /** The share still there after this time (Kaplan–Meier). */
  | { readonly name: 'survival'; readonly time: number }
  /** The time after which half have left (Kaplan–Meier). */
  | { readonly name: 'median' }
  /** The mean time spent within the first `until` (area under the curve). */
  | { readonly name: 'restricted-mean'; readonly until: number }
  /** The share that has left for this cause by this time, other causes competing (Aalen–Johansen). */
  | { readonly name: 'incidence'; readonly cause: string; readonly time: number };

/** How long clients stay, those who are still there included. */
export interface SurvivalDefinition extends KpiDescription {
  readonly kind: 'survival';
  /** What one unit of time is: `day`, `month`. */
  readonly timeUnit: string;
  /** The longest time that is kept; at most 50,000. */
  readonly longest: number;
  /** Why a client may leave, in the order of display; at least one. */
  readonly causes: readonly string[];
  readonly measure: SurvivalMeasure;
  /** On which scale the interval is made; default `log-log`. */
  readonly interval?: 'plain' | 'log' | 'log-log';
}

/** Numbers measured on cases, such as test marks or yearly returns. */
export interface MeasurementsDefinition extends KpiDescription {
  readonly kind: 'measurements';
  readonly measure: 'mean' | 'standard-deviation';
  /** What a measurement may be; default any number. */
  readonly range?: { readonly lowest: number; readonly highest: number };
}

/** How cases spread over named reasons; the result carries all of them, the most frequent first. */
export interface TallyDefinition extends KpiDescription {
  readonly kind: 'tally';
  /** The reasons; an event with another one is refused. */
  readonly categories: readonly string[];
  /** Whose share is the value. */
  readonly of: string;
}

/** How many of those who start reach each further step; its value is the share that reaches the last one. */
export interface FunnelDefinition extends KpiDescription {
  readonly kind: 'funnel';
  /** From the first to the last; at least two. */
  readonly steps: readonly string[];
}

/** The definition that belongs to each kind. */
export interface KpiDefinitions {
  readonly proportion: ProportionDefinition;
  readonly 'count-ratio': CountRatioDefinition;
  readonly rate: RateDefinition;
  readonly ratings: RatingsDefinition;
  readonly detection: DetectionDefinition;
  readonly 'amount-ratio': AmountRatioDefinition;
  readonly 'amount-per-count': AmountPerCountDefinition;
  readonly 'amount-bridge': AmountBridgeDefinition;
  readonly 'within-limit': WithinLimitDefinition;
  readonly durations: DurationsDefinition;
  readonly survival: SurvivalDefinition;
  readonly measurements: MeasurementsDefinition;
  readonly tally: TallyDefinition;
  readonly funnel: FunnelDefinition;
}

/** The kinds of KPI. */
export type KpiKind = keyof KpiDefinitions;

/** A definition of any kind. */
export type KpiDefinition = KpiDefinitions[KpiKind];

declare const checked: unique symbol;

/** A definition that `defineKpi` has checked: plain frozen data. */
export type Kpi<K extends KpiKind = KpiKind> = KpiDefinitions[K] & {
  readonly kind: K;
  readonly exclusions: readonly KpiExclusion[];
  readonly windows: readonly KpiWindow[];
  readonly [checked]: true;
};
