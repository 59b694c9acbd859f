import { checkInteger, checkRange } from '../../errors/index.js';
import { log, normalQuantile } from '../../numerics/index.js';
import { type CheckedDesign, normalPower, readDesign, type StudyDesign } from './design.js';

/** How many events a comparison of survival needs. */
export type EventCount =
  | {
      readonly status: 'found';
      /** Whole events, of both groups together. */
      readonly events: number;
      readonly unrounded: number;
      /** What the whole events give, at least what was asked. */
      readonly power: number;
    }
  /** A hazard ratio of 1: there is nothing to find. */
  | { readonly status: 'no-difference' }
  /** No number of events that a computer can count would do. */
  | { readonly status: 'out-of-reach' };

/**
 * How many events, such as clients leaving, the log-rank test needs to find a hazard ratio with a given power.
 *
 * Events count, not clients: those who stay tell nothing. Divide by the share expected to leave within the study to have
 * the clients needed.
 *
 * @param hazardRatio supposed ratio of the two hazards, from 0.001 to 1000.
 * @returns `found`; `no-difference` for a ratio of 1; `out-of-reach` if it is too near to 1 for any number.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: D. A. Schoenfeld, Sample-size formula for the proportional-hazards regression model, Biometrics 39 (1983)
 * 499–503.
 *
 * @example
 * ```ts
 * import { eventsForLogRank } from 'aptfolio/statistics';
 *
 * const need = eventsForLogRank(2);
 * need.events; // => 66
 * need.unrounded; // => 65.3456592589
 * ```
 */
export function eventsForLogRank(hazardRatio: number, options: StudyDesign = {}): EventCount {
  const size = Math.abs(log(readRatio(hazardRatio)));
  const design = readDesign(options);
  if (size === 0) return Object.freeze({ status: 'no-difference' });
  const needed = (-normalQuantile(design.tail) + normalQuantile(design.power)) / size;
  const unrounded = Math.max(0, needed) * Math.max(0, needed) * spreadOf(design.ratio);
  if (unrounded > Number.MAX_SAFE_INTEGER) return Object.freeze({ status: 'out-of-reach' });
  const events = Math.max(1, Math.ceil(unrounded * (1 - 1e-12)));
  return Object.freeze({
    status: 'found',
    events,
    unrounded,
    power: powerAt(size, events, design),
  });
}

/**
 * The power of the log-rank test for a number of events.
 *
 * @param hazardRatio true ratio of the two hazards, from 0.001 to 1000.
 * @param events whole events of both groups together, at least 1.
 * @returns from 0 to 1; as Schoenfeld, only a finding on the true side counts.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: D. A. Schoenfeld, Biometrics 39 (1983) 499–503.
 *
 * @example
 * ```ts
 * import { powerForLogRank } from 'aptfolio/statistics';
 *
 * powerForLogRank(2, 66); // => 0.8038941094
 * ```
 */
export function powerForLogRank(
  hazardRatio: number,
  events: number,
  options: Omit<StudyDesign, 'power'> = {},
): number {
  const size = Math.abs(log(readRatio(hazardRatio)));
  return powerAt(size, checkInteger(events, 'events', { min: 1 }), readDesign(options));
}

function readRatio(hazardRatio: unknown): number {
  return checkRange(hazardRatio, 'hazardRatio', { min: 1e-3, max: 1e3 });
}

/** One over the product of the shares of the two groups. */
function spreadOf(ratio: number): number {
  return ((1 + ratio) / ratio) * (1 + ratio);
}

function powerAt(size: number, events: number, design: CheckedDesign): number {
  const error = Math.sqrt(spreadOf(design.ratio) / events);
  return normalPower(size, error, error, { ...design, sides: 1 });
}
