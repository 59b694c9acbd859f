import type { Box } from './box.js';
import { toNumber } from './exact-decimal.js';
import { type CompiledLots, feeShare } from './lots.js';

/**
 * The least and the most that the trades of a box can cost in fees, as parts of the value.
 *
 * `spent` is what all weights come to at most.
 */
export function feeRange(
  lots: CompiledLots,
  { lower, upper }: Box,
  spent: number,
): { readonly least: number; readonly most: number } {
  const { fees, held, steps, value } = lots;
  if (isFree(lots)) return NO_FEES;
  const flat = Number(fees.perTrade > fees.minimum ? fees.perTrade : fees.minimum) / Number(value);
  let least = 0;
  let most = 0;
  let traded = 0;
  let sold = 0;
  let isLong = true;
  for (let a = 0; a < held.length; a++) {
    const low = Math.round(lower[a]! / steps[a]!) - held[a]!;
    const high = Math.round(upper[a]! / steps[a]!) - held[a]!;
    least += feeShare(lots, a, low > 0 ? low : high < 0 ? high : 0);
    most += Math.max(feeShare(lots, a, low), feeShare(lots, a, high));
    if (low !== 0 || high !== 0) traded += flat;
    if (low < 0) sold -= low * steps[a]!;
    isLong &&= lower[a]! >= 0 && held[a]! >= 0;
  }
  if (!isLong) return { least, most };
  // Without shorts what is bought is a part of what is held in the end: assets cannot all be bought up to their limits.
  const byVolume =
    traded + toNumber(fees.buyRate) * spent + toNumber(fees.sellRate) * sold + lots.rounding;
  return { least, most: Math.min(most, byVolume) };
}

const NO_FEES = { least: 0, most: 0 } as const;

/** Whether no trade costs anything. */
function isFree({ fees }: CompiledLots): boolean {
  const { minimum, perTrade, buyRate, sellRate } = fees;
  return minimum === 0n && perTrade === 0n && buyRate.digits === 0n && sellRate.digits === 0n;
}

/**
 * What fees come to at least, constant + Σ slopes·w, for whole lots within a box. Writes the slopes, returns the constant.
 *
 * From nothing traded to the largest trade a fee lies above the straight line between both, since its first lot costs most.
 */
export function feeFloor(lots: CompiledLots, { lower, upper }: Box, slopes: Float64Array): number {
  slopes.fill(0);
  if (isFree(lots)) return 0;
  const { held, steps, value, fees } = lots;
  const minimum = Number(fees.minimum) / Number(value);
  let constant = -lots.rounding;
  for (let a = 0; a < slopes.length; a++) {
    const low = Math.round(lower[a]! / steps[a]!) - held[a]!;
    const high = Math.round(upper[a]! / steps[a]!) - held[a]!;
    if ((low < 0 && high > 0) || (low === 0 && high === 0)) continue;
    const way = high > 0 ? 1 : -1;
    const [near, far] = way > 0 ? [low, high] : [high, low];
    const rate = toNumber(way > 0 ? fees.buyRate : fees.sellRate);
    const least = feeShare(lots, a, near);
    const slope =
      near === 0
        ? feeShare(lots, a, far) / Math.abs(far * steps[a]!)
        : least > minimum + lots.rounding
          ? rate
          : 0;
    slopes[a] = way * slope;
    constant += least - way * slope * (held[a]! + near) * steps[a]!;
  }
  return constant;
}
