import type { Market } from './market.js';
import type { Corners } from './ours.js';

/** Weights that differ by more are not the same portfolio. */
const SAME = 1e-6;

/** Throws unless both sides found the same portfolio. */
export function checkSame(what: string, ours: ArrayLike<number>, theirs: ArrayLike<number>): void {
  for (let i = 0; i < ours.length; i++) {
    // Written so that NaN is no agreement.
    if (Math.abs(ours[i]! - theirs[i]!) <= SAME) continue;
    throw new Error(`${what}: asset ${i} is ${ours[i]} by us, ${theirs[i]} by the peer`);
  }
}

/** Throws unless each of the peer's portfolios is the one of our frontier with the same return. */
export function checkOnFrontier(
  market: Market,
  corners: Corners,
  portfolios: readonly (readonly number[])[],
): void {
  for (const theirs of portfolios) {
    const target = theirs.reduce((sum, weight, i) => sum + weight * market.expected[i]!, 0);
    checkSame(market.name, weightsAt(market, corners, target), theirs);
  }
}

function weightsAt({ size }: Market, { returns, weights }: Corners, target: number): Float64Array {
  let above = 0;
  while (above < returns.length - 2 && returns[above + 1]! > target) above++;
  const span = returns[above]! - returns[above + 1]!;
  const part = span > 0 ? Math.min(1, Math.max(0, (returns[above]! - target) / span)) : 1;
  return Float64Array.from({ length: size }, (_, i) => {
    const [first, second] = [weights[above * size + i]!, weights[(above + 1) * size + i]!];
    return first + part * (second - first);
  });
}
