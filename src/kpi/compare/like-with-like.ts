import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type ConfidenceOptions,
  differenceOfEstimates,
  type Interval,
  type Standardised,
} from '../../statistics/index.js';
import { readConfidence } from '../confidence.js';
import type { Kpi, KpiKind } from '../definition.js';
import type { KpiState } from '../state.js';
import type { ChangeVerdict, ComparedKpi } from './comparison.js';
import {
  type Mix,
  readMix,
  readStrata,
  type StratifiedGroup,
  shortageOfGroup,
  standardise,
} from './standard-mix.js';
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
  /** Its share in the standard mix. */
  readonly share: number;
  /** Cases or exposure. */
  readonly n: number;
  /** Null where it has no case. */
  readonly value: number | null;
}

/** One group with the standard mix. */
export type MixAdjustedGroup =
  | {
      readonly status: 'standardised';
      readonly id: string;
      /** With the standard mix. */
      readonly value: number;
      /** With the mix that the group has, strata of weight 0 included. */
      readonly crude: number;
      /** Of the value: `mover-wilson` for shares, `welch-t` for means, `fay-feuer` for rates. */
      readonly interval: Interval;
      readonly strata: readonly StratumFigure[];
    }
  /** In some stratum it has too few cases: none, or for a mean fewer than two. They are not filled in. */
  | {
      readonly status: 'missing-strata';
      readonly id: string;
      readonly missing: readonly string[];
      readonly strata: readonly StratumFigure[];
      readonly reasons: readonly Reason[];
    }
  | { readonly status: 'insufficient'; readonly id: string; readonly reasons: readonly Reason[] };

/** Two groups with the same mix. */
export interface MixAdjustedDifference {
  readonly first: string;
  readonly second: string;
  /** First less second, in the KPI's unit, with the standard mix. */
  readonly difference: number;
  /** The same with the mix that each has. */
  readonly crude: number;
  /** Holds for all differences at once (Bonferroni): each has the confidence 1 − (1 − confidence) / number of differences. */
  readonly interval: Interval;
  /** Of the first against the second; `not-shown` if the interval holds 0. */
  readonly verdict: ChangeVerdict;
  /** `kpi.mix-reverses` where the crude figures stand the other way round. */
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
      /** A kind that is neither share, mean nor rate. */
      readonly status: 'not-comparable';
      readonly reasons: readonly Reason[];
    });

/**
 * Compares groups (teams, branches, periods) as they would be if all had the same mix of strata: direct standardisation, for shares, means and rates.
 *
 * A team that serves the harder clients looks worse than it is, and two teams may change places once like is compared with like (Simpson's paradox);
 * such pairs are named. One adjusted figure hides where strata differ from one another, so look at `strata` as well. An annualised share is compared as it is in its
 * own period.
 *
 * @param groups each with a unique id and at least one stratum; each case stands in one group and one stratum.
 * @returns `compared`, with every group named that lacks a stratum or cases; or `not-comparable`.
 * @throws AptfolioError with a path such as `groups[1].strata.young.version`, `options.standard.young` (a stratum without a weight is `missing-value`) or
 * `options.reference`.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 14; E. H. Simpson, The interpretation of interaction in contingency
 * tables, JRSS B 13 (1951) 238–241.
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
 * differences[0].reasons.map(({ code }) => code); // => ['kpi.mix-reverses']
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
  const shortage = shortageOfGroup(kpi, group);
  if (shortage !== null) {
    return Object.freeze({ status: 'insufficient', id, reasons: Object.freeze([shortage]) });
  }
  const strata = Object.freeze(mix.strata.map((stratum) => figureOf(group, stratum)));
  const found = standardise(group, mix, confidence);
  if (found.status === 'missing-strata') {
    const parameters = { group: id, strata: found.strata };
    const reasons = Object.freeze([makeReason('kpi.strata-missing', 'info', parameters)]);
    return Object.freeze({ status: 'missing-strata', id, missing: found.strata, strata, reasons });
  }
  return Object.freeze({ ...found, id, strata });
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
    const [a, b] = [figures.get(first), figures.get(second)] as [Figure, Figure];
    const { difference, interval } = differenceOfEstimates(a, b);
    const { low, high } = interval;
    const crude = a.crude - b.crude + 0;
    const turned = crude * difference < 0;
    const parameters = { first: first.id, second: second.id };
    const reasons = turned ? [makeReason('kpi.mix-reverses', 'warn', parameters)] : [];
    return Object.freeze({
      ...parameters,
      difference: difference + 0,
      crude,
      interval,
      verdict: low > 0 || high < 0 ? verdictOf(difference, kpi.direction) : 'not-shown',
      reasons: Object.freeze(reasons),
    });
  });
}

type Figure = Extract<Standardised, { readonly status: 'standardised' }>;
