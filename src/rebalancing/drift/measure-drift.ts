import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { checkCovariance, type MatrixLike } from '../../market/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { BandRules, Bands } from '../policy/bands.js';
import type { ClassGroup } from '../policy/policy.js';
import { checkWeights } from './check-weights.js';
import { compileBands } from './compile-bands.js';
import { compileGroups } from './compile-groups.js';
import type { Drift } from './drift.js';
import { driftOf } from './drift-of.js';

/** What drift is measured against. */
export interface DriftOptions {
  /** One band for everything, one for each side, or bands by id. */
  readonly bands: Bands | BandRules;
  /** What the weights are of; only named in the lines. Default `classes`. */
  readonly measure?: 'classes' | 'products';
  /** Groups that are measured beside their members; a member that neither side names counts as 0. */
  readonly groups?: readonly ClassGroup[];
  /** Ids that were out at the last look, for bands with `reentry`. */
  readonly breached?: readonly string[];
  /** Annual covariance, n × n, in the order of `ids`, which name everything measured but groups and free money. */
  readonly covariance?: { readonly ids: readonly string[]; readonly matrix: MatrixLike };
}

/**
 * Measures how far weights have drifted from their target and what leaves its band.
 *
 * A band is min(absolute, relative × target), or the larger of the two where `combine` says so, and at least `minimum`. A line
 * triggers when |drift| is above it; a drift of exactly the band does not, unless the band is out `at: 'reached'`. With `reentry` a
 * line that is named in `breached` stays triggered until |drift| is within that share of its band. An id missing on one side counts
 * as 0 there. `cash` is free money where the target does not name it; a share of its target of 0 is no band, so that only an
 * absolute band counts for it.
 *
 * Sources: portfolio drift Σ|Δ|/2 as published by Betterment; the 5/25 rule after L. Swedroe; tracking error ex ante, √(Δ'ΣΔ).
 *
 * @param current weights by asset class or product, at least 0, summing to 1.
 * @param target the same for the target.
 * @throws AptfolioError `inconsistent` if a side does not sum to 1 or groups contain each other, `out-of-range` for a negative
 * weight or band, `missing-value` for a band without a size, `duplicate-id` for a member of two groups, `unknown-id` for something
 * measured that the covariance does not name, with the path.
 *
 * @example
 * ```ts
 * import { measureDrift } from 'aptfolio/rebalancing';
 *
 * const bands = { absolute: 0.05, relative: 0.25, minimum: 0.005 };
 * const drift = measureDrift({ bond: 0.66, stock: 0.34 }, { bond: 0.6, stock: 0.4 }, { bands });
 * drift.triggered; // => ['bond', 'stock']
 * drift.portfolioDrift; // => 0.06
 *
 * const target = { bond: 0.6, home: 0.3, world: 0.1 };
 * const groups = [{ id: 'stock', members: ['home', 'world'] }];
 * measureDrift({ bond: 0.548, home: 0.336, world: 0.116 }, target, { bands, groups }).triggered;
 * // => ['bond', 'stock']
 * ```
 */
export function measureDrift(
  current: Readonly<Record<string, number>>,
  target: Readonly<Record<string, number>>,
  options: DriftOptions,
): Drift {
  const from = checkWeights(current, 'current');
  const to = checkWeights(target, 'target');
  const { breached = [], covariance, groups = [], measure = 'classes' } = checkOptions(options);
  const compiled = compileGroups(groups, 'options.groups');
  groups.forEach(({ id }, i) => {
    if (!from.has(id) && !to.has(id)) return;
    const expected = 'an id that has no weight of its own';
    throw new AptfolioError('duplicate-id', at(at('options.groups', i), 'id'), expected, id);
  });
  const bands = compileBands(options.bands, 'options.bands', {
    measure: checkOneOf(measure, 'options.measure', ['classes', 'products'] as const),
    groups: compiled,
  });
  const wereOut = checkList<string>(breached, 'options.breached').map((id, i) =>
    checkText(id, at('options.breached', i)),
  );
  const drift = driftOf(from, to, bands, new Set(wereOut));
  if (covariance === undefined) return drift;
  return Object.freeze({ ...drift, trackingError: trackingError(drift, covariance) });
}

function checkOptions(options: DriftOptions): DriftOptions {
  checkObject(options, 'options');
  return options;
}

function trackingError(drift: Drift, covariance: NonNullable<DriftOptions['covariance']>): number {
  const path = 'options.covariance';
  checkObject(covariance, path);
  const idsPath = at(path, 'ids');
  const ids = checkList<string>(covariance.ids, idsPath);
  const indexOf = new Map<string, number>();
  ids.forEach((id, i) => {
    if (indexOf.has(checkText(id, at(idsPath, i)))) {
      throw new AptfolioError('duplicate-id', at(idsPath, i), 'an id not named before', id);
    }
    indexOf.set(id, i);
  });
  const n = ids.length;
  const matrix = checkCovariance(covariance.matrix, at(path, 'matrix'), n);
  const difference = new Float64Array(n);
  for (const { id, kind, drift: by } of drift.lines) {
    if (kind === 'group' || kind === 'cash') continue;
    const i = indexOf.get(id);
    if (i === undefined) throw new AptfolioError('unknown-id', idsPath, `a list with ${id}`, ids);
    difference[i] = by;
  }
  const terms = Array.from(matrix, (value, k) => {
    return difference[Math.trunc(k / n)]! * value * difference[k % n]!;
  });
  return Math.sqrt(Math.max(0, neumaierSum(terms)));
}
