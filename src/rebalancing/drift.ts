import { AptfolioError, at, checkObject, checkRange } from '../errors/index.js';
import { neumaierSum } from '../numerics/index.js';

/** How far a weight may drift before it triggers: the "5/25" rule with a floor. */
export interface DriftBands {
  /** Drift in weight beyond which any class triggers, decimal fraction (0.05 for five points). */
  readonly absolute: number;
  /** Drift as a share of the target weight beyond which a class triggers (0.25 for a quarter). */
  readonly relative: number;
  /** Drift in weight that is too small to trigger whatever the target. Default 0. */
  readonly minimum?: number;
}

/** The drift of one class or product. */
export interface DriftLine {
  readonly id: string;
  /** Weights, decimal fractions. */
  readonly current: number;
  readonly target: number;
  /** Current − target. */
  readonly drift: number;
  /** The drift that must be exceeded: the smaller of both bands, at least the minimum. */
  readonly band: number;
  readonly triggered: boolean;
}

/** How far a portfolio is from its target. */
export interface Drift {
  /** One line per id of either side, by ascending id. */
  readonly lines: readonly DriftLine[];
  /** Ids whose drift exceeds their band. */
  readonly triggered: readonly string[];
  /** Σ|drift| / 2: the share of the portfolio that would have to be traded. */
  readonly portfolioDrift: number;
}

/** Weights come from divisions: a drift of exactly the band must not trigger by its last digit. */
const ROUNDING = 1e-12;
const SUM_TOLERANCE = 1e-6;

/**
 * Measures how far weights have drifted from their target and what leaves its band.
 *
 * A line triggers when |drift| is above min(absolute, relative × target) and above `minimum`; a
 * drift of exactly the band does not. An id missing on one side counts as 0 there.
 *
 * Sources: portfolio drift Σ|Δ|/2 as published by Betterment; the 5/25 rule after L. Swedroe.
 *
 * @param current weights by asset class or product, at least 0, summing to 1.
 * @param target the same for the target.
 * @throws AptfolioError `inconsistent` if a side does not sum to 1, `out-of-range` for a negative
 * weight or band, with the path.
 *
 * @example
 * ```ts
 * import { measureDrift } from 'aptfolio/rebalancing';
 *
 * const bands = { absolute: 0.05, relative: 0.25, minimum: 0.005 };
 * const drift = measureDrift({ bond: 0.66, stock: 0.34 }, { bond: 0.6, stock: 0.4 }, { bands });
 * drift.triggered; // => ['bond', 'stock']
 * drift.portfolioDrift; // => 0.06
 * ```
 */
export function measureDrift(
  current: Readonly<Record<string, number>>,
  target: Readonly<Record<string, number>>,
  options: { readonly bands: DriftBands },
): Drift {
  const from = checkWeights(current, 'current');
  const to = checkWeights(target, 'target');
  checkObject(options, 'options');
  const bands = checkBands(options.bands, 'options.bands');
  const ids = [...new Set([...from.keys(), ...to.keys()])].sort();
  const lines = ids.map((id) => driftLine(id, from.get(id) ?? 0, to.get(id) ?? 0, bands));
  return Object.freeze({
    lines: Object.freeze(lines),
    triggered: Object.freeze(lines.filter((line) => line.triggered).map((line) => line.id)),
    portfolioDrift: neumaierSum(lines.map((line) => Math.abs(line.drift))) / 2,
  });
}

function driftLine(
  id: string,
  current: number,
  target: number,
  bands: Required<DriftBands>,
): DriftLine {
  const drift = current - target + 0;
  const band = Math.max(Math.min(bands.absolute, bands.relative * target), bands.minimum);
  const triggered = Math.abs(drift) > band + ROUNDING;
  return Object.freeze({ id, current, target, drift, band, triggered });
}

/** Bands of at least 0, the minimum 0 if none is given. */
export function checkBands(bands: DriftBands, path: string): Required<DriftBands> {
  checkObject(bands, path);
  const within = (key: keyof DriftBands, fallback?: number): number =>
    checkRange(bands[key] ?? fallback, at(path, key), { min: 0 });
  return {
    absolute: within('absolute'),
    relative: within('relative'),
    minimum: within('minimum', 0),
  };
}

/** Weights of at least 0 that sum to 1. */
export function checkWeights(weights: unknown, path: string): ReadonlyMap<string, number> {
  const entries = Object.entries(checkObject(weights, path));
  if (entries.length === 0) throw new AptfolioError('empty', path, 'at least one weight');
  const checked = new Map(
    entries.map(([id, weight]) => [id, checkRange(weight, at(path, id), { min: 0 })]),
  );
  const sum = neumaierSum([...checked.values()]);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'weights that sum to 1', sum);
  }
  return checked;
}
