import { classOf, type Holding } from '../holding.js';

/** The part of a holding that is in shares; `null` where a fund or product mixes and nobody said how. */
export function equityPart({ kind, equityShare }: Holding): number | null {
  if (equityShare !== undefined) return equityShare;
  const assetClass = classOf(kind);
  if (assetClass === 'equity') return 1;
  return assetClass === 'mixed' || assetClass === 'other' ? null : 0;
}
