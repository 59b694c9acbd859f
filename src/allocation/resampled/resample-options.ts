import { AptfolioError, at, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { createRandom } from '../../numerics/index.js';

/** A source of chance of the caller's own. */
export interface RandomSource {
  /** Named in the result. */
  readonly name: string;
  /** The next number in [0, 1). */
  readonly uniform: () => number;
  /** The next standard normal number. */
  readonly normal: () => number;
}

interface Common {
  /** T: the length of the history on which the inputs rest, in periods of the problem; at least 2. */
  readonly observations: number;
  /** The number of simulated histories, 2 to 100,000; Michaud takes 500. */
  readonly draws: number;
  /** The number of ranks, both ends included; 2 to 1,000. */
  readonly count: number;
  /** The part of the draws that lies within the band of a weight, between 0 and 1, exclusive. Default 0.9. */
  readonly coverage?: number;
  /** Called after each draw. */
  readonly onProgress?: (done: number, draws: number) => void;
}

/** How to resample: with a seed, a whole number of at least 0, or with a source of chance. */
export type ResampleOptions = Common &
  (
    | { readonly seed: number; readonly random?: undefined }
    | { readonly random: RandomSource; readonly seed?: undefined }
  );

/** Options after their checks. */
export interface CheckedOptions {
  readonly observations: number;
  readonly draws: number;
  readonly count: number;
  readonly coverage: number;
  readonly onProgress: (done: number, draws: number) => void;
  readonly random: RandomSource;
  /** Null with a source of the caller's own. */
  readonly seed: number | null;
}

/** All weights of all draws are kept, for the bands; so many fit. */
const MOST_WEIGHTS = 1e8;

/** Checks the options. Throws with the path to the first fault. */
export function checkOptions(options: ResampleOptions, assets: number): CheckedOptions {
  checkObject(options, 'options');
  const { seed } = options;
  const observations = checkInteger(options.observations, 'options.observations', { min: 2 });
  const draws = checkInteger(options.draws, 'options.draws', { min: 2, max: 100_000 });
  const count = checkInteger(options.count, 'options.count', { min: 2, max: 1000 });
  if (draws * count * assets > MOST_WEIGHTS) {
    const expected = `at most ${MOST_WEIGHTS} weights: draws · count · assets`;
    throw new AptfolioError('out-of-range', 'options.draws', expected, draws);
  }
  const inside = { exclusiveMin: 0, exclusiveMax: 1 };
  const coverage = checkRange(options.coverage ?? 0.9, 'options.coverage', inside);
  const onProgress = options.onProgress ?? (() => {});
  checkFunction(onProgress, 'options.onProgress');
  const common = { observations, draws, count, coverage, onProgress };
  if (options.random === undefined) {
    const checked = checkInteger(seed, 'options.seed', { min: 0 });
    return { ...common, random: createRandom(checked), seed: checked };
  }
  if (seed !== undefined) {
    const expected = 'nothing, where a random source is given';
    throw new AptfolioError('inconsistent', 'options.seed', expected, seed);
  }
  return { ...common, random: checkSource(options.random), seed: null };
}

function checkSource(source: RandomSource): RandomSource {
  const path = 'options.random';
  checkObject(source, path);
  if (typeof source.name !== 'string') {
    throw new AptfolioError('invalid-type', at(path, 'name'), 'a text', source.name);
  }
  checkFunction(source.uniform, at(path, 'uniform'));
  checkFunction(source.normal, at(path, 'normal'));
  const finite = (value: number, name: 'uniform' | 'normal'): number => {
    if (Number.isFinite(value)) return value;
    throw new AptfolioError('not-finite', at(path, name), 'finite numbers', value);
  };
  return {
    name: source.name,
    uniform: () => finite(source.uniform(), 'uniform'),
    normal: () => finite(source.normal(), 'normal'),
  };
}

function checkFunction(value: unknown, path: string): void {
  if (typeof value !== 'function') {
    throw new AptfolioError('invalid-type', path, 'a function', value);
  }
}
