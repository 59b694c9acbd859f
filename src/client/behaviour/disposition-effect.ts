import { checkInteger, checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';

/** How often gains and losses were realised or not, on days with a sale. Counts of several clients add up. */
export interface DispositionCounts {
  readonly realisedGains: number;
  readonly realisedLosses: number;
  readonly paperGains: number;
  readonly paperLosses: number;
}

/** Whether gains are realised more readily than losses. */
export type DispositionEffect =
  | (DispositionCounts & {
      readonly status: 'measured';
      /** Realised gains over all gains that could have been realised (PGR). */
      readonly gainsRealised: number;
      /** Realised losses over all losses that could have been realised (PLR). */
      readonly lossesRealised: number;
      /** PGR − PLR; above 0 where gains are realised more readily. */
      readonly difference: number;
      /** PGR / PLR; `null` where no loss was realised. */
      readonly ratio: number | null;
      /** Of the difference, every count taken as independent. */
      readonly standardError: number;
      /** Difference over standard error; `null` where the latter is 0. */
      readonly statistic: number | null;
    })
  | (DispositionCounts & { readonly status: 'undetermined'; readonly reason: Reason });

/**
 * The disposition effect from counts: the proportions of gains and of losses realised, and their difference.
 *
 * A single client's counts are few; read the standard error before the difference.
 *
 * @returns `undetermined` where there was no gain, or no loss, that could have been realised.
 * @throws AptfolioError for a count that is no whole number of at least 0, path `counts.paperGains`.
 *
 * Source: T. Odean, Are Investors Reluctant to Realize Their Losses?, Journal of Finance 53 (1998) 1775–1798.
 *
 * @example
 * ```ts
 * import { dispositionEffect } from 'aptfolio/client';
 *
 * // All accounts of the paper, whole years (table I): PGR 0.148, PLR 0.098, t 35.
 * const effect = dispositionEffect({
 *   realisedGains: 13883, paperGains: 79658, realisedLosses: 11930, paperLosses: 110348,
 * });
 * effect.gainsRealised; // => 0.1484162025
 * effect.lossesRealised; // => 0.0975645660
 * Math.round(effect.statistic); // => 35
 * ```
 */
export function dispositionEffect(counts: DispositionCounts): DispositionEffect {
  checkObject(counts, 'counts');
  const count = (name: keyof DispositionCounts): number =>
    checkInteger(counts[name], `counts.${name}`, { min: 0 });
  const checked = {
    realisedGains: count('realisedGains'),
    realisedLosses: count('realisedLosses'),
    paperGains: count('paperGains'),
    paperLosses: count('paperLosses'),
  };
  const gains = checked.realisedGains + checked.paperGains;
  const losses = checked.realisedLosses + checked.paperLosses;
  if (gains === 0 || losses === 0) {
    const reason = makeReason('client.no-gains-and-losses', 'info', { gains, losses });
    return Object.freeze({ status: 'undetermined', ...checked, reason });
  }
  const gainsRealised = checked.realisedGains / gains;
  const lossesRealised = checked.realisedLosses / losses;
  const difference = gainsRealised - lossesRealised;
  const standardError = Math.sqrt(
    (gainsRealised * (1 - gainsRealised)) / gains +
      (lossesRealised * (1 - lossesRealised)) / losses,
  );
  return Object.freeze({
    status: 'measured',
    ...checked,
    gainsRealised,
    lossesRealised,
    difference,
    ratio: lossesRealised === 0 ? null : gainsRealised / lossesRealised,
    standardError,
    statistic: standardError === 0 ? null : difference / standardError,
  });
}
