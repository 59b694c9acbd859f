import {
  at,
  checkInteger,
  checkObject,
  checkRange,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { brent, normalCdf, normalQuantile } from '../../numerics/index.js';

/** How a planned test is to err. */
export interface TestDesign {
  /** Chance of a finding where there is no difference, from a millionth to a half; default 0.05. */
  readonly significance?: number;
  /** Whether a difference to either side counts (default 2) or only to the side expected. */
  readonly sides?: 1 | 2;
}

/** How a study is to be planned. */
export interface StudyDesign extends TestDesign {
  /** Chance of a finding where the difference is as supposed; default 0.8. */
  readonly power?: number;
  /** Size of the second group as a multiple of the first; default 1. */
  readonly ratio?: number;
}

/** Sizes of two groups: cases, or exposure in any unit of time. */
export interface GroupSizes {
  readonly first: number;
  readonly second: number;
}

/** How many cases a comparison needs. */
export type SampleSize =
  | {
      readonly status: 'found';
      /** Whole cases of the first group, and of the second. */
      readonly first: number;
      readonly second: number;
      /** The first group's size before rounding up. */
      readonly unrounded: number;
      /** What the whole cases give, at least what was asked. */
      readonly power: number;
    }
  /** There is no difference to find. */
  | { readonly status: 'no-difference' }
  /** No number of cases that a computer can count would do. */
  | { readonly status: 'out-of-reach' };

/** A design with its defaults. */
export interface CheckedDesign {
  /** The chance of a finding by error on one side. */
  readonly tail: number;
  readonly sides: 1 | 2;
  readonly power: number;
  readonly ratio: number;
}

const DESIGN: FieldsOf<StudyDesign> = { significance: true, sides: true, power: true, ratio: true };

/** Reads a design out of an options object; `also` names what else it may have. */
export function readDesign(
  options: unknown,
  also: Readonly<Record<string, true>> = DESIGN,
): CheckedDesign {
  const given = checkObject(options, 'options');
  refuseUnknown(given, 'options', { ...DESIGN, ...also });
  const { significance = 0.05, sides = 2, power = 0.8, ratio = 1 } = given;
  const level = checkRange(significance, 'options.significance', { min: 1e-6, max: 0.5 });
  const count = checkInteger(sides, 'options.sides', { min: 1, max: 2 }) as 1 | 2;
  return {
    tail: level / count,
    sides: count,
    // A power of the level itself needs no study at all.
    power: checkRange(power, 'options.power', { exclusiveMin: level, exclusiveMax: 1 }),
    ratio: checkRange(ratio, 'options.ratio', { min: 1e-6, max: 1e6 }),
  };
}

/** Checks the sizes of two groups of cases. */
export function readSizes(sizes: unknown, path: string, least: number): GroupSizes {
  const { first, second } = checkObject(sizes, path);
  return {
    first: checkInteger(first, at(path, 'first'), { min: least }),
    second: checkInteger(second, at(path, 'second'), { min: least }),
  };
}

/** Checks two exposures. */
export function readExposures(exposures: unknown, path: string): GroupSizes {
  const { first, second } = checkObject(exposures, path);
  return {
    first: checkRange(first, at(path, 'first'), { exclusiveMin: 0 }),
    second: checkRange(second, at(path, 'second'), { exclusiveMin: 0 }),
  };
}

/** The power of a normal test of an effect whose standard error differs with and without it. */
export function normalPower(
  effect: number,
  errorWithout: number,
  errorWith: number,
  { tail, sides }: CheckedDesign,
): number {
  const bound = -normalQuantile(tail) * errorWithout;
  const size = Math.abs(effect);
  if (errorWith === 0) return size > bound ? 1 : 0;
  const right = normalCdf((size - bound) / errorWith);
  return sides === 1 ? right : Math.min(1, right + normalCdf((-size - bound) / errorWith));
}

/** The least argument at which an increasing power reaches its aim; `undefined` if none below the limit does. */
export function leastWithPower(
  powerAt: (size: number) => number,
  aim: number,
  least: number,
): number | undefined {
  if (powerAt(least) >= aim) return least;
  let high = least * 2;
  while (powerAt(high) < aim) {
    if (high > Number.MAX_SAFE_INTEGER) return undefined;
    high *= 2;
  }
  const options = { tolerance: 1e-12, maxIterations: 300 };
  const found = brent((size) => powerAt(size) - aim, high / 2, high, options);
  return found.status === 'converged' ? found.root : undefined;
}

/** Whole cases for an increasing power. */
export function wholeSizes(
  powerAt: (sizes: GroupSizes) => number,
  design: CheckedDesign,
  leastCases: number,
  leastSearched: number,
): SampleSize {
  const sizesAt = (first: number): GroupSizes => ({ first, second: first * design.ratio });
  const unrounded = leastWithPower((first) => powerAt(sizesAt(first)), design.power, leastSearched);
  if (unrounded === undefined || unrounded * design.ratio > Number.MAX_SAFE_INTEGER) {
    return Object.freeze({ status: 'out-of-reach' });
  }
  const up = (size: number): number => Math.max(leastCases, Math.ceil(size * (1 - 1e-12)));
  const sizes = { first: up(unrounded), second: up(unrounded * design.ratio) };
  return Object.freeze({ status: 'found', ...sizes, unrounded, power: powerAt(sizes) });
}
