import { checkObject, checkOneOf } from '../../errors/index.js';
import { brent } from '../../numerics/index.js';
import { type CheckedDesign, readDesign, type TestDesign } from './design.js';

/** Which way the proportion or rate looked for lies from the baseline. */
export type DetectableSide = 'above' | 'below';

/** A design for a given power, and the side to look at. */
export interface DetectableOptions extends TestDesign {
  readonly power?: number;
  readonly side: DetectableSide;
}

/** The nearest value to a baseline that can still be told from it. */
export type DetectableValue =
  | {
      readonly status: 'found';
      readonly value: number;
      /** Value less baseline. */
      readonly difference: number;
    }
  /** With these sizes even the farthest possible value is not found often enough. */
  | { readonly status: 'out-of-reach' };

/** Reads a design, and the side to look at. */
export function readDetectable(
  options: unknown,
): CheckedDesign & { readonly side: DetectableSide } {
  const design = readDesign(options, { side: true });
  const { side } = checkObject(options, 'options');
  return { ...design, side: checkOneOf(side, 'options.side', ['above', 'below']) };
}

/** The value nearest to the baseline, on the way to a farthest one, at which the power is reached. */
export function nearest(
  baseline: number,
  farthest: number,
  powerOf: (value: number) => number,
  { power }: CheckedDesign,
): DetectableValue {
  const excess = (value: number): number => powerOf(value) - power;
  if (baseline === farthest || excess(farthest) < 0) {
    return Object.freeze({ status: 'out-of-reach' });
  }
  const found = brent(excess, baseline, farthest, { tolerance: 1e-15, maxIterations: 300 });
  const value = found.status === 'converged' ? found.root : farthest;
  return Object.freeze({ status: 'found', value, difference: value - baseline });
}
