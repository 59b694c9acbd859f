import { at, checkList, checkRange } from '../errors/index.js';

/** The amount that wealth stays below with probability `level`. */
export interface Quantile {
  /** Between 0 and 1. */
  readonly level: number;
  readonly value: number;
}

const USUAL_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Checks the asked-for levels: 0 < level < 1; the usual five if none are given. */
export function checkLevels(
  levels: readonly number[] | undefined,
  path: string,
): readonly number[] {
  if (levels === undefined) return USUAL_LEVELS;
  return checkList<number>(levels, path, { maxLength: 100 }).map((level, i) =>
    checkRange(level, at(path, i), { exclusiveMin: 0, exclusiveMax: 1 }),
  );
}
