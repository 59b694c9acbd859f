import { makeReason, type Reason } from '../../evidence/index.js';
import type { PeriodLength } from '../period/period.js';
import { SEASON } from './period-label.js';

/** Below this many baseline values no limits are given. */
export const MINIMUM_BASELINE = 8;

/** Below this many changes from one period to the next, nothing is said of how much values vary. */
export const MINIMUM_RANGES = 4;

/** From this many baseline values on, limits are firm. */
export const FIRM_BASELINE = 20;

/** Below this many expected cases a normal approximation is rough. */
export const FEW_EXPECTED = 5;

/** From this σ_z on, counts vary clearly more than chance explains. */
export const OVERDISPERSED = 1.5;

/**
 * The correlation of values with those `lag` periods before; gaps are null. Null without a pair or without variation.
 *
 * Source: G. E. P. Box and G. M. Jenkins (1976), 32; NIST/SEMATECH e-Handbook, 1.3.5.12.
 */
export function autocorrelation(values: readonly (number | null)[], lag: number): number | null {
  const present = values.filter((value) => value !== null);
  const centre = sum(present) / present.length;
  const deviations = values.map((value) => (value === null ? null : value - centre));
  const products = deviations.flatMap((deviation, i) => {
    const before = deviations[i - lag] ?? null;
    return deviation === null || before === null ? [] : [deviation * before];
  });
  const squares = sum(present.map((value) => (value - centre) * (value - centre)));
  const correlation = sum(products) / squares;
  return products.length > 0 && Number.isFinite(correlation) ? correlation + 0 : null;
}

/** What independent values stay below in 97.5 of 100 cases, about. */
export function correlationBound(n: number): number {
  return 2 / Math.sqrt(n);
}

/** A caveat if values hang together from period to period, which makes limits too narrow and runs too frequent. */
export function autocorrelationCaveat(
  correlation: number | null,
  n: number,
  from: string,
): readonly Reason[] {
  if (correlation === null || correlation <= correlationBound(n)) return [];
  return [makeReason('kpi.control.autocorrelated', 'warn', { from, correlation })];
}

/** A caveat if values resemble those of a year before, or if the baseline is too short to tell. */
export function seasonCaveat(
  values: readonly (number | null)[],
  length: PeriodLength,
  from: string,
): readonly Reason[] {
  const season = SEASON[length];
  if (season === null) return [];
  const n = values.filter((value) => value !== null).length;
  if (n < 2 * season) return [makeReason('kpi.control.season-unknown', 'info', { from })];
  const correlation = autocorrelation(values, season);
  if (correlation === null || correlation <= correlationBound(n)) return [];
  return [makeReason('kpi.control.seasonal', 'warn', { from, correlation })];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
