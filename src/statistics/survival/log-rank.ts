import {
  at,
  checkList,
  checkObject,
  checkRange,
  type FieldsOf,
  indexIds,
  refuseUnknown,
} from '../../errors/index.js';
import { chiSquareUpperTail } from '../../numerics/index.js';
import { compareRisks, type RiskGroup } from './compare-risks.js';
import { readSurvivalCounts, type SurvivalCounts } from './counts.js';
import { quadraticForm } from './quadratic-form.js';
import { totalOf } from './time-table.js';

/** A group to compare. */
export interface SurvivalGroup {
  readonly id: string;
  readonly counts: SurvivalCounts;
}

/** Which times count how much. */
export interface LogRankOptions {
  /**
   * Each time weighs (pooled survival just before it) to this power, at least 0. Default 0: the log-rank test, all times alike.
   * 1: the Peto–Peto test, early differences weigh more.
   */
  readonly rho?: number;
}

/** What a group had, and what it would have had if all groups were alike. */
export interface LogRankGroup {
  readonly id: string;
  /** Clients. */
  readonly n: number;
  readonly events: number;
  /** The sum of the weights of its events: `events` itself for a rho of 0. */
  readonly observed: number;
  readonly expected: number;
}

/** What comparing survival showed. */
export type LogRankTest =
  | {
      readonly status: 'tested';
      /** χ² if the groups are alike. */
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly pValue: number;
      readonly rho: number;
      /** By id. */
      readonly groups: readonly LogRankGroup[];
      readonly method: 'log-rank' | 'fleming-harrington';
    }
  /** No event happened while two groups were at risk and something was left to chance. */
  | { readonly status: 'no-variation'; readonly groups: readonly LogRankGroup[] };

const OPTIONS: FieldsOf<LogRankOptions> = { rho: true };

/**
 * Tests whether groups differ in survival over the whole time, not at one chosen time: the log-rank test and its weighted relatives.
 *
 * It sees best where one group's rate is a constant multiple of another's; curves that cross can hide from it.
 *
 * @param groups at least two, in any order; each a survival table with its id.
 * @returns `tested` with the groups sorted by id, or `no-variation`: no event, or none while two groups were at risk.
 * @throws AptfolioError by path, such as `groups[1].counts[2].time`; `duplicate-id`; `length-mismatch` for fewer than two
 * groups; `inconsistent` if more leave than are at risk.
 *
 * Source: N. Mantel (1966); R. Peto and J. Peto, Journal of the Royal Statistical Society A 135 (1972) 185–207; D. P. Harrington
 * and T. R. Fleming, A class of rank test procedures for censored survival data, Biometrika 69 (1982) 553–566; as R's `survdiff`.
 *
 * @example
 * ```ts
 * import { logRank } from 'aptfolio/statistics';
 *
 * const old = [{ time: 2, events: 2, censored: 0 }, { time: 9, events: 0, censored: 4 }];
 * const young = [{ time: 5, events: 1, censored: 0 }, { time: 9, events: 0, censored: 5 }];
 * const test = logRank([{ id: 'old', counts: old }, { id: 'young', counts: young }]);
 * test.statistic; // => 0.518324607329843
 * test.degreesOfFreedom; // => 1
 * test.groups[0].expected; // => 1.4
 * ```
 */
export function logRank(
  groups: readonly SurvivalGroup[],
  options: LogRankOptions = {},
): LogRankTest {
  const sorted = readGroups(groups);
  refuseUnknown(options, 'options', OPTIONS);
  const { rho = 0 } = checkObject(options, 'options');
  const exponent = checkRange(rho, 'options.rho', { min: 0 });
  const { observed, expected, covariance } = compareRisks(sorted, exponent);
  const described = Object.freeze(
    sorted.map(({ id, table }, g) => {
      const events = totalOf(table.events);
      const n = events + totalOf([table.censored]);
      return Object.freeze({ id, n, events, observed: observed[g]!, expected: expected[g]! });
    }),
  );
  const differences = observed.map((value, g) => value - expected[g]!);
  const { value, rank } = quadraticForm(differences, covariance);
  if (rank === 0) return Object.freeze({ status: 'no-variation', groups: described });
  return Object.freeze({
    status: 'tested',
    statistic: value,
    degreesOfFreedom: rank,
    pValue: chiSquareUpperTail(value, rank),
    rho: exponent,
    groups: described,
    method: exponent === 0 ? 'log-rank' : 'fleming-harrington',
  });
}

interface ReadGroup extends RiskGroup {
  readonly id: string;
}

/** By id, so that their order has no influence on a rounding. */
function readGroups(groups: readonly SurvivalGroup[]): readonly ReadGroup[] {
  checkList(groups, 'groups', { minLength: 2 });
  const indexOf = indexIds(groups, 'groups');
  return [...indexOf.keys()].sort().map((id) => {
    const index = indexOf.get(id)!;
    const path = at(at('groups', index), 'counts');
    return { id, path, table: readSurvivalCounts(groups[index]!.counts, path) };
  });
}
