import { fQuantile } from '../../numerics/index.js';
import type { MeanSquares } from './mean-squares.js';

/** Where an interval begins and ends. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Bounds of ICC(1). */
export function oneWayBounds(
  { n, k, subjects, within }: MeanSquares,
  confidence: number,
): Bounds | null {
  return boundsOf(subjects, within, k, n - 1, n * (k - 1), confidence);
}

/** Bounds of ICC(3). */
export function fixedBounds(
  { n, k, subjects, error }: MeanSquares,
  confidence: number,
): Bounds | null {
  return boundsOf(subjects, error, k, n - 1, (n - 1) * (k - 1), confidence);
}

/** (F/q − 1)/(F/q + k − 1) for the quantiles q of F on both sides, multiplied out so that no error is no division. */
function boundsOf(
  between: number,
  error: number,
  k: number,
  numerator: number,
  denominator: number,
  confidence: number,
): Bounds | null {
  if (between + error === 0) return null;
  const p = (1 + confidence) / 2;
  const at = (f: number) => (between - f * error) / (between + (k - 1) * f * error);
  return {
    low: at(fQuantile(p, numerator, denominator)),
    high: at(1 / fQuantile(p, denominator, numerator)),
  };
}

/** Bounds of ICC(2) by Satterthwaite's degrees of freedom: Shrout and Fleiss (1979), p. 424. */
export function randomBounds(
  { n, k, subjects, raters, error }: MeanSquares,
  icc: number | null,
  confidence: number,
): Bounds | null {
  if (icc === null) return null;
  const a = k * icc * raters;
  const b = (n * (1 + (k - 1) * icc) - k * icc) * error;
  if (a === 0 && b === 0) return error === 0 && raters === 0 ? { low: 1, high: 1 } : null;
  const degrees = ((k - 1) * (n - 1) * (a + b) * (a + b)) / ((n - 1) * a * a + b * b);
  if (!(degrees > 0)) return null;
  const p = (1 + confidence) / 2;
  const rest = k * raters + (k * n - k - n) * error;
  const upper = fQuantile(p, n - 1, degrees);
  const lower = fQuantile(p, degrees, n - 1);
  return {
    low: (n * (subjects - upper * error)) / (upper * rest + n * subjects),
    high: (n * (lower * subjects - error)) / (rest + n * lower * subjects),
  };
}

/** Bounds of the mean over k raters, by Spearman and Brown; `null` where they are not defined. */
export function stepUp({ low, high }: Bounds, k: number): Bounds | null {
  const [below, above] = [1 + low * (k - 1), 1 + high * (k - 1)];
  return below > 0 && above > 0 ? { low: (k * low) / below, high: (k * high) / above } : null;
}
