import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type ConfidenceOptions,
  differenceOfEstimates,
  type Estimate,
  type Interval,
} from '../../statistics/index.js';
import { readConfidence } from '../confidence.js';
import type { Kpi, KpiKind } from '../definition.js';
import type { KpiState } from '../state.js';
import type { ChangeVerdict, ComparedKpi } from './comparison.js';
import { ownPeriodReason } from './own-period.js';
import { type PooledStrata, poolStrata } from './pooled-strata.js';
import { fewExpected } from './sides.js';
import { type Mix, readMix, readStrata, type StratifiedGroup } from './standard-mix.js';
import { type MixFigure, standardise } from './standardise.js';
import { verdictOf } from './verdict.js';

/** The cases of one group, by stratum. */
export interface GroupStrata<K extends KpiKind = KpiKind> {
  readonly id: string;
  /** One state for each stratum that the group has: `{ young: state, old: state }`. */
  readonly strata: Readonly<Record<string, KpiState<K>>>;
}

/** With which mix groups are compared. */
export interface LikeWithLikeOptions extends ConfidenceOptions {
  /**
   * The mix that every group is given: `pooled`, that of all groups together, the default; or the weight of each stratum, at least 0, which need not sum to 1.
   * A stratum of weight 0 is left out.
   */
  readonly standard?: 'pooled' | Readonly<Record<string, number>>;
  /** Compare each group with this one only; default every two. */
  readonly reference?: string;
}

/** One stratum of a group. */
export interface StratumFigure {
  readonly id: string;
  /** Its share in the standard mix; 0 where nothing weighs it, as with nothing below the line. */
  readonly share: number;
  /** Cases or exposure. */
  readonly n: number;
  /** Null where it has no case or no figure. */
  readonly value: number | null;
}

/** One group with the standard mix. */
export type MixAdjustedGroup =
  | {
      readonly status: 'standardised';
      readonly id: string;
      /** With the standard mix. */
      readonly value: number;
      /** The value is too high by at most this share of it, as times are counted in bins; absent where it is exact. */
      readonly relativeError?: number;
      /** With the mix that the group has, strata of weight 0 included. */
      readonly crude: number;
      /**
       * Of the value: `mover-wilson` for shares, `welch-t` for means, `mover-adjusted-wald` for net promoter scores, `fay-feuer` for rates; of times `brookmeyer-crowley`
       * for a quantile, `mover-greenwood` or `mover-aalen-johansen` for a share by a time, `restricted-mean-t`. Absent where every case is counted, as of money, and where it
       * is not known.
       */
      readonly interval?: Interval;
      readonly strata: readonly StratumFigure[];
      /** `kpi.interval-unknown` where the sample does not tell, `kpi.order-in-bins-unknown` of times, `kpi.compared-in-own-period` of a share stated for a year. */
      readonly reasons: readonly Reason[];
    }
  /** In some stratum it has too few cases (none, or for a mean fewer than two) or no figure. They are not filled in. */
  | {
      readonly status: 'missing-strata';
      readonly id: string;
      readonly missing: readonly string[];
      readonly strata: readonly StratumFigure[];
      /** Which strata, and of those that have cases why they have no figure: nothing below the line, nobody followed so long. */
      readonly reasons: readonly Reason[];
    }
  /** Too few cases, no figure of its own, or a curve that does not come down to the quantile with the standard mix. */
  | { readonly status: 'insufficient'; readonly id: string; readonly reasons: readonly Reason[] };

/** Two groups with the same mix. */
export interface MixAdjustedDifference {
  readonly first: string;
  readonly second: string;
  /** First less second, in the KPI's unit, with the standard mix. */
  readonly difference: number;
  /** The same with the mix that each has. */
  readonly crude: number;
  /**
   * Holds for all differences at once (Bonferroni): each has the confidence 1 − (1 − confidence) / number of differences. Absent where one of both figures has none. `mover`,
   * put together of both, or of shares and net promoter scores `mover-pooled`, where the cases of both in each stratum are less sure.
   */
  readonly interval?: Interval;
  /** Of the first against the second; `not-shown` if the interval holds 0, absent if there is none. */
  readonly verdict?: ChangeVerdict;
  /**
   * `kpi.mix-reverses` where the crude figures stand the other way round, and `kpi.mix-may-reverse` where they do but the difference may be chance; without an interval
   * `kpi.difference-not-tested` of what is counted in full, else `kpi.interval-unknown`; `kpi.few-expected-cases` of shares; `kpi.compared-in-own-period`.
   */
  readonly reasons: readonly Reason[];
}

/** Groups as they would be with one mix of cases. */
export type LikeWithLike =
  | (ComparedKpi & {
      readonly status: 'compared';
      /** By id. */
      readonly groups: readonly MixAdjustedGroup[];
      readonly differences: readonly MixAdjustedDifference[];
    })
  | (ComparedKpi & {
      /** A kind of which no figure is put together of its strata': a standard deviation, F1, a funnel with open cases. */
      readonly status: 'not-comparable';
      readonly reasons: readonly Reason[];
    });

/**
 * Compares groups (teams, branches, periods) as they would be if all had the same mix of strata: direct standardisation.
 *
 * A team that serves the harder clients looks worse than it is, and two teams may change places once like is compared with like (Simpson's paradox);
 * such pairs are named. One adjusted figure hides where strata differ from one another, so look at `strata` as well.
 *
 * Shares, means, rates, the share that stays or leaves by a time, restricted means, and ratios of amounts or counts are weighed; a quantile of times is read off the mean of
 * the strata's Kaplan–Meier curves, open cases included, as far as all of them are known. Where nobody or everybody of a stratum has left, its curve counts by Wilson's
 * interval, and so does a restricted mean of clients who all stayed equally long. What is counted in full has no interval. The pooled mix weighs a stratum by its cases, its exposure, or what stands below the line. An annualised share is
 * compared as it is in its own period. Differences of shares and of net promoter scores are as sure as the cases of both groups in each stratum say together, by the test of Mantel and Haenszel with the weights
 * of the mix, so that many strata of few cases show no more by chance than few of many; of few cases `kpi.few-expected-cases` says that only a large one shows.
 *
 * @param groups each with a unique id and at least one stratum; each case stands in one group and one stratum.
 * @returns `compared`, with every group named that lacks a stratum or cases; or `not-comparable`.
 * @throws AptfolioError with a path such as `groups[1].strata.young.version`, `options.standard.young` (a stratum without a weight is `missing-value`) or
 * `options.reference`.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 14; E. H. Simpson, The interpretation of interaction in contingency
 * tables, JRSS B 13 (1951) 238–241; F. J. Nieto and J. Coresh, Adjusting survival curves for confounders, American Journal of Epidemiology 143 (1996) 1059–1068;
 * R. Brookmeyer and J. Crowley, Biometrics 38 (1982) 29–41; G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702, for intervals put together of others;
 * N. Mantel and W. Haenszel, Journal of the National Cancer Institute 22 (1959) 719–748, for strata of few cases.
 *
 * @example
 * ```ts
 * import { accumulateAll, compareLikeWithLike, serviceKpis } from 'aptfolio/kpi';
 *
 * const { withinSla, renewalRate } = serviceKpis({ currency: 'CNY' });
 * const stateOf = (successes, trials) => accumulateAll(renewalRate, [{ successes, trials }]).state;
 * // Of each kind of client North keeps more; but most of its clients are new ones.
 * const { groups, differences } = compareLikeWithLike(renewalRate, [
 *   { id: 'North', strata: { new: stateOf(192, 263), old: stateOf(81, 87) } },
 *   { id: 'South', strata: { new: stateOf(55, 80), old: stateOf(234, 270) } },
 * ]);
 * groups.map(({ id, crude }) => [id, crude]); // => [['North', 0.78], ['South', 0.825714285714]]
 * groups.map(({ id, value }) => [id, value]); // => [['North', 0.832546217386], ['South', 0.778875000000]]
 * differences[0].reasons.map(({ code }) => code); // => ['kpi.mix-may-reverse']
 * ```
 */
export function compareLikeWithLike<K extends KpiKind>(
  kpi: Kpi<K>,
  groups: readonly GroupStrata<NoInfer<K>>[],
  options: LikeWithLikeOptions = {},
): LikeWithLike {
  const confidence = readConfidence(options);
  const given = readStrata(kpi, groups);
  const mix = readMix(given, options);
  const head = { kpi: kpi.id, version: kpi.version };
  if (mix === null) {
    const reasons = Object.freeze([makeReason('kpi.gap-not-comparable', 'info')]);
    return Object.freeze({ ...head, status: 'not-comparable', reasons });
  }
  const adjusted = given.map((group) => adjust(kpi, group, mix, confidence));
  const whole = given.filter((_, i) => adjusted[i]!.status === 'standardised');
  return Object.freeze({
    ...head,
    status: 'compared',
    groups: Object.freeze(adjusted),
    differences: Object.freeze(differencesOf(kpi, whole, mix, confidence)),
  });
}

function adjust(kpi: Kpi, group: StratifiedGroup, mix: Mix, confidence: number): MixAdjustedGroup {
  const { id } = group;
  const shortage = shortageOf(group);
  if (shortage !== null) return insufficient(id, shortage);
  const found = standardise(group, mix, confidence);
  if (found.status === 'insufficient') return insufficient(id, found.reason);
  const strata = Object.freeze(mix.strata.map((stratum) => figureOf(group, stratum)));
  if (found.status === 'missing-strata') {
    const { strata: missing, why } = found;
    const parameters = { group: id, strata: missing };
    const reasons = Object.freeze([makeReason(lackOf(why), 'info', parameters), ...why]);
    return Object.freeze({ status: 'missing-strata', id, missing, strata, reasons });
  }
  const reasons = Object.freeze([...found.reasons, ...ownPeriodReason(kpi)]);
  return Object.freeze({ ...found, id, strata, reasons });
}

/** Why a group has too few cases to be compared at all, or no figure whatever the mix; or null. */
function shortageOf({ shortage, own }: StratifiedGroup): Reason | null {
  return shortage ?? (typeof own === 'object' ? own : null);
}

function insufficient(id: string, reason: Reason): MixAdjustedGroup {
  return Object.freeze({ status: 'insufficient', id, reasons: Object.freeze([reason]) });
}

function lackOf(why: readonly Reason[]): string {
  return why.length === 0 ? 'kpi.strata-missing' : 'kpi.strata-without-figure';
}

function figureOf({ cells }: StratifiedGroup, { id, share }: Mix['strata'][number]): StratumFigure {
  const cell = cells.get(id);
  return Object.freeze({ id, share, n: cell?.size ?? 0, value: cell?.value ?? null });
}

/** Every two groups that have the standard mix, or each with the reference. */
function differencesOf(
  kpi: Kpi,
  whole: readonly StratifiedGroup[],
  mix: Mix,
  confidence: number,
): MixAdjustedDifference[] {
  const pairs = whole.flatMap((first, i) =>
    whole
      .filter((other, j) => (mix.reference === undefined ? j > i : other.id === mix.reference))
      .filter((other) => other !== first)
      .map((second) => [first, second] as const),
  );
  const each = 1 - (1 - confidence) / Math.max(1, pairs.length);
  const figures = new Map(whole.map((group) => [group, standardise(group, mix, each)]));
  return pairs.map(([first, second]) => {
    const sides = { first: first.id, second: second.id };
    const [a, b] = [figures.get(first), figures.get(second)] as [Figure, Figure];
    return differenceOf(kpi, sides, a, b, poolStrata(first, second, mix, each));
  });
}

type Figure = Extract<MixFigure, { readonly status: 'standardised' }>;

function differenceOf(
  kpi: Kpi,
  sides: Pick<MixAdjustedDifference, 'first' | 'second'>,
  a: Figure,
  b: Figure,
  pooled: PooledStrata | null,
): MixAdjustedDifference {
  const [difference, crude] = [a.value - b.value + 0, a.crude - b.crude + 0];
  const turned = (isShown: boolean): readonly Reason[] => {
    if (crude * difference >= 0) return [];
    return [
      isShown
        ? makeReason('kpi.mix-reverses', 'warn', sides)
        : makeReason('kpi.mix-may-reverse', 'info', sides),
    ];
  };
  const own = ownPeriodReason(kpi);
  const found = { ...sides, difference, crude };
  if (a.interval === undefined || b.interval === undefined) {
    const isSample = a.reasons.length + b.reasons.length > 0;
    const code = isSample ? 'kpi.interval-unknown' : 'kpi.difference-not-tested';
    const reasons = Object.freeze([...turned(!isSample), makeReason(code, 'info'), ...own]);
    return Object.freeze({ ...found, reasons });
  }
  const [first, second] = [
    { value: a.value, interval: a.interval },
    { value: b.value, interval: b.interval },
  ];
  const interval = intervalOf(first, second, pooled);
  const few = pooled?.isFew ? [fewExpected()] : [];
  const isShown = interval.low > 0 || interval.high < 0;
  const verdict = isShown ? verdictOf(difference, kpi.direction) : 'not-shown';
  return Object.freeze({
    ...found,
    interval,
    verdict,
    reasons: Object.freeze([...turned(isShown), ...few, ...own]),
  });
}

/** Put together of both groups' own, and where the cases of their strata together are less sure, as wide as they say. */
function intervalOf(first: Estimate, second: Estimate, pooled: PooledStrata | null): Interval {
  const { interval } = differenceOfEstimates(first, second);
  if (pooled === null) return interval;
  const [low, high] = [Math.min(interval.low, pooled.low), Math.max(interval.high, pooled.high)];
  if (low === interval.low && high === interval.high) return interval;
  return Object.freeze({ low, high, confidence: interval.confidence, method: 'mover-pooled' });
}
