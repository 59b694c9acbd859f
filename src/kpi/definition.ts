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

/** What every KPI says about itself. All of it is data, so it can be shown, stored and compared. */
export interface KpiDescription {
  /** Unique in the bank's set. */
  readonly id: string;
  /** Changes whenever the formula does; states of different versions do not merge. */
  readonly version: string;
  readonly family: KpiFamily;
  /** The formula in words, as it is printed beside the figure. */
  readonly formula: string;
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
}

/** A share of cases: `successes / trials`. */
export interface ProportionDefinition extends KpiDescription {
  readonly kind: 'proportion';
  /** With it a loss rate q of one period is stated as a loss in a year, 1 − (1 − q)^periodsPerYear. */
  readonly periodsPerYear?: number;
}

/** A ratio of two counts of which the first is no part of the second, so that it may exceed 1. */
export interface CountRatioDefinition extends KpiDescription {
  readonly kind: 'count-ratio';
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
}

/** The way from an opening to a closing amount over named lines; its value is the growth. */
export interface AmountBridgeDefinition extends KpiDescription {
  readonly kind: 'amount-bridge';
  readonly currency: CurrencyCode;
  /** Ids of the lines, in the order of display. */
  readonly lines: readonly string[];
}

/** What is read off a list of durations. */
export type DurationMeasure =
  /** The share of cases that took no longer than the limit. */
  | { readonly name: 'within'; readonly limit: number }
  /** The duration that this share of cases stays within (type 7); 0.5 is the median. */
  | { readonly name: 'quantile'; readonly probability: number };

/** How long cases took, in the definition's own unit. */
export interface DurationsDefinition extends KpiDescription {
  readonly kind: 'durations';
  readonly measure: DurationMeasure;
}

/** The definition that belongs to each kind. */
export interface KpiDefinitions {
  readonly proportion: ProportionDefinition;
  readonly 'count-ratio': CountRatioDefinition;
  readonly ratings: RatingsDefinition;
  readonly detection: DetectionDefinition;
  readonly 'amount-ratio': AmountRatioDefinition;
  readonly 'amount-bridge': AmountBridgeDefinition;
  readonly durations: DurationsDefinition;
}

/** The kinds of KPI. */
export type KpiKind = keyof KpiDefinitions;

/** A definition of any kind. */
export type KpiDefinition = KpiDefinitions[KpiKind];

declare const checked: unique symbol;

/** A definition that `defineKpi` has checked: plain frozen data. */
export type Kpi<K extends KpiKind = KpiKind> = KpiDefinitions[K] & {
  readonly kind: K;
  readonly [checked]: true;
};
