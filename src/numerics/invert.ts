import { exp } from './exp.js';

/** How far a function is above its aim at some x, and how fast that grows with log x. */
export interface Gap {
  readonly gap: number;
  readonly slope: number;
}

const MOST_STEPS = 400;

/**
 * The x between 0 and `highest` at which an increasing function has no gap: Newton's method in log x, which is
 * sure of small x too, kept within a bracket.
 */
export function invertOnLogScale(
  start: number,
  highest: number,
  gapAt: (x: number) => Gap,
): number {
  let low = 0;
  let high = highest;
  let x = start;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { gap, slope } = gapAt(x);
    if (gap === 0) return x;
    if (gap < 0) low = x;
    else high = x;
    const move = -gap / slope;
    let next = Math.abs(move) < 700 ? x * exp(move) : Number.NaN;
    if (Math.abs(move) < 1e-11) return next;
    if (!(next > low && next < high)) next = between(low, high, x);
    if (next === low || next === high || next === 0) return next;
    x = next;
  }
  return x;
}

function between(low: number, high: number, x: number): number {
  if (low === 0) return x * 1e-10;
  if (high === Number.POSITIVE_INFINITY) return x * 16;
  return Math.sqrt(low) * Math.sqrt(high);
}
