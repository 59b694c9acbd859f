import type { Reason } from '../../evidence/index.js';
import type { ConfidenceOptions, Interval, PValueAdjustment } from '../../statistics/index.js';

/** How advisers are rated. */
export interface RateAdvisersOptions extends ConfidenceOptions {
  /** The weight of each component, above 0: `{ test: 0.4, practice: 0.6 }`; they need not sum to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** How the findings about all advisers are judged together; default `holm`. */
  readonly adjust?: PValueAdjustment;
}

/** One adviser. There is no rank: see `rateAdvisers`. */
export type AdviserRating =
  | {
      readonly status: 'rated';
      readonly id: string;
      /** Scores over all components. */
      readonly n: number;
      /** The weighted score as it is, from 0 to 100. */
      readonly raw: number;
      /** What all advisers together reach on this adviser's mix of cases. */
      readonly expected: number;
      /** The weighted score with the mix of cases taken out: raw less expected, on the level of all scores. */
      readonly adjusted: number;
      /** The adjusted score drawn towards the centre as far as it is chance. */
      readonly score: number;
      /** How far the adjusted score can be relied on, from 0 (all chance) to 1 (no error). */
      readonly reliability: number;
      /** Of the adviser's true score, for this adviser alone: Morris's, with Student's t for the pooled variance (method `morris-t`), cut at 0 and 100. */
      readonly interval: Interval;
      /** Two-sided, of the score against the centre, judged together with all others. */
      readonly adjustedPValue: number;
      /** Against the centre, by the adjusted p-value; `around` says that no difference is shown. */
      readonly standing: 'above' | 'around' | 'below';
    }
  /** Some component was never assessed. It is not filled in. */
  | {
      readonly status: 'incomplete';
      readonly id: string;
      readonly missing: readonly string[];
    };

/** Advisers against their group. */
export type AdviserRatings =
  | {
      readonly status: 'rated';
      /** What the advisers have in common, on the scale of the scores. */
      readonly centre: number;
      /** How much advisers' true scores differ, as a standard deviation. */
      readonly spread: number;
      /** By id, which says nothing of their order. */
      readonly advisers: readonly AdviserRating[];
      readonly reasons: readonly Reason[];
    }
  | {
      /** Fewer than four advisers with every component, or no component in which scores differ. */
      readonly status: 'insufficient';
      readonly advisers: readonly Extract<AdviserRating, { readonly status: 'incomplete' }>[];
      readonly reasons: readonly Reason[];
    };
