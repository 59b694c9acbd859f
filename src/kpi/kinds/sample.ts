import type { PromoterCounts, SampleMoments, SurvivalCounts } from '../../statistics/index.js';
import type { IntervalEnds, Scale } from '../interval-around.js';

/** What a comparison of two states can rest on. */
export type ComparableSample =
  | { readonly kind: 'proportion'; readonly successes: number; readonly n: number }
  /** Of a figure that rises with a share and is none itself: it differs where the share does. */
  | RisingSample
  /** Of a share put together of several, which is told by its own interval, and is as sure as one of these cases. */
  | { readonly kind: 'composed'; readonly drawn: DrawnCases }
  | {
      readonly kind: 'moments';
      readonly moments: SampleMoments;
      /** Beyond which no case lies, where the definition says so. */
      readonly scale?: Scale;
      /** Of a net promoter score, of which the moments are those of +1, 0 and −1. */
      readonly answers?: PromoterCounts;
    }
  /** The rate is stated for so much exposure. */
  | {
      readonly kind: 'rate';
      readonly events: number;
      readonly exposure: number;
      readonly per: number;
    }
  /**
   * Times to an event. Durations are compared by ranks once all cases are closed, survival by the log-rank test, and the share that leaves for one of several causes,
   * which the counts of that cause do not tell, by how sure it is itself.
   */
  | {
      readonly kind: 'times';
      readonly of: 'durations' | 'survival' | 'incidence';
      readonly counts: SurvivalCounts;
      /** The same with the open cases of each bin before the closed ones; absent where their order is known. */
      readonly openFirst?: SurvivalCounts;
      /** Of an incidence; absent where it is not known. */
      readonly spread?: Spread;
    };

/** A share, and the figure that rises with it. */
export interface RisingSample {
  readonly kind: 'rising';
  readonly successes: number;
  readonly n: number;
  /** The figure at a share, and how steeply it rises there. */
  readonly figureAt: (share: number) => { readonly value: number; readonly slope: number };
}

/** What the figure of one stratum brings to that of several, where it is no plain share, mean or rate. */
export type StratumPart = LinearPart | QuantilePart;

/** A figure of which that of the whole is the mean over its strata. */
export interface LinearPart {
  readonly kind: 'linear';
  readonly value: number;
  /** What it is an average over, and by which a stratum counts in the pooled mix: cases, or the amount below the line. */
  readonly weight: number;
  /** How sure it is: null where a sample does not tell, absent where every case is counted and none is drawn. */
  readonly spread?: Spread | null;
}

/** How sure a figure of a sample is. */
export interface Spread {
  /** Standard error of the value. */
  readonly error: number;
  /** Of a score with added answers: about what the error lies, which is nearer to 0 than the value. */
  readonly centre?: number;
  /** So many cases, each of them known, would be as sure of a share or of a net promoter score; their number need not be whole. */
  readonly drawn?: DrawnCases;
  /** Of a mean: those of so many values of which each is known. */
  readonly moments?: SampleMoments;
  /** Ends about the value, which may lie beyond what it can be. */
  readonly endsAt: (confidence: number) => IntervalEnds;
  /** The least and the most that the value can be. */
  readonly range: IntervalEnds;
  /** Of an interval made of such ends. */
  readonly method: string;
}

/** Cases of which each is known. */
export interface DrawnCases {
  readonly n: number;
  readonly mean: number;
  /** The mean square about the mean: of a share p(1 − p). */
  readonly variance: number;
}

/** Times of which a quantile is shown: that of several strata is read off the mean of their curves. */
export interface QuantilePart {
  readonly kind: 'quantile';
  readonly probability: number;
  /** Cases. */
  readonly weight: number;
  readonly curveAt: (confidence: number) => StratumCurve;
  /** The lowest curve there may be, of times of which only the bins are known, as the other is the highest; absent where every time is known. */
  readonly lowestAt?: (confidence: number) => StratumCurve;
}

/** The share still without the event, 1 up to the first step. */
export interface StratumCurve {
  /** By rising time. */
  readonly steps: readonly CurvePoint[];
  /** Before the first step. */
  readonly start: CurvePoint;
  /** Up to where it is known: infinite where nobody is left. */
  readonly end: number;
}

/** The height of a curve from a time on, with its band. */
export interface CurvePoint extends IntervalEnds {
  readonly time: number;
  readonly survival: number;
}
