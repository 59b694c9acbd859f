import { checkObject, checkOneOf, type FieldsOf } from '../../errors/index.js';
import { exp, log } from '../../numerics/index.js';
import { normalReach, readConfidence } from '../interval.js';

/** On which scale of a share p the interval is symmetric: p itself, log p, or log(−log p). */
export type SurvivalScale = 'plain' | 'log' | 'log-log';

/** Confidence, and on which scale it is reached. */
export interface SurvivalOptions {
  /** Between 0 and 1, exclusive; default 0.95. */
  readonly confidence?: number;
  /**
   * Default `log-log`: it stays within 0 and 1 and covers best in small samples (Borgan and Liestøl, 1990); lifelines has the same default.
   * R's is `log`. `plain` is the textbook's p ± z·se, cut at 0 and 1.
   */
  readonly interval?: SurvivalScale;
}

/** A share with its uncertainty. */
export interface ShareEstimate {
  /** From 0 to 1. */
  readonly share: number;
  readonly standardError: number;
  /** `null` where the scale has no interval: on `log` at a share of 0, on `log-log` at 0 and 1. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How bounds are made. */
export interface Bounding {
  readonly scale: SurvivalScale;
  readonly confidence: number;
  /** Standard errors to each side. */
  readonly reach: number;
}

const OPTIONS: FieldsOf<SurvivalOptions> = { confidence: true, interval: true };

/** Reads the options. */
export function readBounding(options: unknown): Bounding {
  const confidence = readConfidence(options, OPTIONS);
  const { interval = 'log-log' } = checkObject(options, 'options');
  const scale = checkOneOf(interval, 'options.interval', ['plain', 'log', 'log-log'] as const);
  return { scale, confidence, reach: normalReach(confidence) };
}

/** The two bounds, or that there are none. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** Where no interval can be given. */
export const NO_BOUNDS: Bounds = Object.freeze({ low: null, high: null });

/**
 * The interval of a share whose standard error is `relative` times itself, which is the standard error of its logarithm.
 *
 * Source: J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data, 2nd ed. (2002), section 1.4, as in R's
 * `survfit`.
 */
export function boundsOf({ scale, reach }: Bounding, share: number, relative: number): Bounds {
  const width = reach * relative;
  if (scale === 'plain') {
    return { low: Math.max(0, share - width * share), high: Math.min(1, share + width * share) };
  }
  if (share === 0) return NO_BOUNDS;
  if (scale === 'log') return { low: share * exp(-width), high: Math.min(1, share * exp(width)) };
  if (share === 1) return NO_BOUNDS;
  const logShare = log(share);
  const factor = exp(-width / logShare);
  return { low: exp(logShare * factor), high: exp(logShare / factor) };
}

/** A share, frozen, with its bounds. */
export function estimateOf(bounding: Bounding, share: number, variance: number): ShareEstimate {
  return withBounds(bounding, share, Math.sqrt(variance));
}

/** The same, of its standard error. */
export function withBounds(
  bounding: Bounding,
  share: number,
  standardError: number,
): ShareEstimate {
  const relative = standardError === 0 ? 0 : standardError / share;
  return Object.freeze({ share, standardError, ...boundsOf(bounding, share, relative) });
}
