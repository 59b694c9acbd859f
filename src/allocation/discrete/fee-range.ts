import { type CompiledLots, feeShare } from './lots.js';
import type { Box } from './node.js';

/** The least and the most that the trades of a box can cost in fees, as parts of the value. */
export function feeRange(
  lots: CompiledLots,
  { lower, upper }: Box,
): { readonly least: number; readonly most: number } {
  const { fees, held, steps } = lots;
  const isFree = fees.minimum === 0n && fees.perTrade === 0n;
  if (isFree && fees.buyRate.digits === 0n && fees.sellRate.digits === 0n) return NO_FEES;
  let least = 0;
  let most = 0;
  for (let a = 0; a < held.length; a++) {
    const low = Math.round(lower[a]! / steps[a]!) - held[a]!;
    const high = Math.round(upper[a]! / steps[a]!) - held[a]!;
    least += feeShare(lots, a, low > 0 ? low : high < 0 ? high : 0);
    most += Math.max(feeShare(lots, a, low), feeShare(lots, a, high));
  }
  return { least, most };
}

const NO_FEES = { least: 0, most: 0 } as const;
