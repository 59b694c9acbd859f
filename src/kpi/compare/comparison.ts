import type { Reason } from '../../evidence/index.js';
import type { Interval } from '../../statistics/index.js';

/** One side of a comparison. */
export interface ComparedPeriod {
  /**
   * In the measure compared: a share, a mean, a rate, a net promoter score, a median. Null where it is not known yet, as a median while most cases are open.
   */
  readonly value: number | null;
  /** The value is too high by at most this share of it, as times are counted in bins; absent where it is exact. The difference may be off by as much. */
  readonly relativeError?: number;
  readonly n: number;
}

/** What a comparison can come to. */
export const CHANGE_VERDICTS = ['better', 'worse', 'different', 'not-shown'] as const;

/**
 * What a change looks like against the KPI's direction. `not-shown` if chance could well explain it, or test and interval differ
 * about 0 (`kpi.test-and-interval-differ`); `different` if not, but neither way is better, or the test of all
 * cases points one way and the value the other (`kpi.test-and-value-differ`), by more than bins of times leave open. Where the test finds a difference and the value is the
 * same, as a median may be, the reason `kpi.value-unchanged` says so; where only the interval of a figure of times does, it is `not-shown`
 * with `kpi.test-and-figure-differ`. Where the interval of the effect size says otherwise than the test, `kpi.test-and-effect-differ` says so, where that of the shift does,
 * `kpi.test-and-shift-differ`, and the verdict is that of the test.
 */
export type ChangeVerdict = (typeof CHANGE_VERDICTS)[number];

/** How large a difference is, free of unit and sample size. */
export interface ComparisonEffect {
  /**
   * `cohens-h` of shares and `cohens-d` of means: 0.2 is small, 0.8 large (Cohen). `cliffs-delta` of ranks: from −1 to 1. `rate-ratio` and `hazard-ratio`: after
   * over before, 1 where nothing changed; a hazard (Cox) above 1 means that it happens sooner.
   */
  readonly measure: 'cohens-h' | 'cohens-d' | 'cliffs-delta' | 'rate-ratio' | 'hazard-ratio';
  readonly value: number;
  readonly interval?: Interval;
}

/** What every test found. */
interface Found {
  readonly status: 'compared';
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly reasons: readonly Reason[];
}

/** A side whose value is known. */
export interface KnownPeriod extends ComparedPeriod {
  readonly value: number;
}

/** What the test of two shares or two means found. */
export interface ComparedShares extends Found {
  readonly method:
    | 'two-proportion-z-pooled'
    | 'fisher-exact'
    | 'welch-t'
    | 'student-t-pooled'
    | 'adjusted-wald';
  readonly before: KnownPeriod;
  readonly after: KnownPeriod;
  /** After less before. */
  readonly difference: number;
  /** Of the difference: `newcombe-10` for shares, `mover` for F1, `welch-t` or `student-t-pooled` for means, `adjusted-wald` for net promoter scores. */
  readonly interval: Interval;
  /** Absent of F1, and of net promoter scores where the answers of each side are all alike. */
  readonly effect?: ComparisonEffect;
}

/** What the test of two rates, of ranks, of survival, of one cause of leaving, or of two figures by their intervals found. */
export interface ComparedTimes extends Found {
  readonly method:
    | 'poisson-conditional'
    | 'mann-whitney-exact'
    | 'mann-whitney-normal'
    | 'log-rank'
    | 'log-rank-exact'
    | 'incidence-z'
    | 'interval-z';
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
  /** After less before, in the measure; null where a side's value is not known. */
  readonly difference: number | null;
  /**
   * Of the difference: `mover-score` for rates; of times `mover`, made of the intervals of both values, and absent where one of them has none. The test of ranks or of
   * survival looks at all times, the interval at this one figure.
   */
  readonly interval?: Interval;
  /** Of times of which none is open, compared by ranks: by how much all of them moved (Hodges and Lehmann), whatever figure the KPI shows. */
  readonly shift?: { readonly value: number; readonly interval?: Interval };
  /** Absent where a rate or a hazard of nothing is below the line, or one side's events all come before the other's; of an incidence there is none. */
  readonly effect?: ComparisonEffect;
}

/** What a test found; `method` tells which fields are sure to be there. */
export type ComparisonFinding = ComparedShares | ComparedTimes;

/** Every case of both periods came out alike, or nothing happened in either. */
export interface NoVariation {
  readonly status: 'no-variation';
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
  readonly difference: number | null;
  readonly reasons: readonly Reason[];
}

/** Two figures for which there is no test, such as sums of money of which every case is counted. */
export interface Described {
  readonly status: 'described';
  readonly before: KnownPeriod;
  readonly after: KnownPeriod;
  /** After less before. */
  readonly difference: number;
  /** Among them `kpi.difference-not-tested`. */
  readonly reasons: readonly Reason[];
}

/** Which KPI was compared. */
export interface ComparedKpi {
  readonly kpi: string;
  readonly version: string;
}

/** What a finding comes to. */
export interface Judgement {
  /** At a significance of 1 − confidence. */
  readonly verdict: ChangeVerdict;
}

/** What comparing two periods showed; a comparison always carries the caveat that there was no control group. */
export type BeforeAfter =
  | (ComparedKpi & ComparisonFinding & Judgement)
  | (ComparedKpi & NoVariation)
  | (ComparedKpi & Described)
  | (ComparedKpi & {
      /** Too few cases, or nothing to divide by. */
      readonly status: 'insufficient';
      readonly reasons: readonly Reason[];
    });
