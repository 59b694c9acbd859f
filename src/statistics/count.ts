import { at, checkInteger, checkObject } from '../errors/index.js';

/** How many of how many. */
export interface Count {
  /** From 0 to `n`. */
  readonly successes: number;
  /** At least 1. */
  readonly n: number;
}

/** Checks a count given as an object. */
export function checkCount(value: unknown, path: string): Count {
  const { successes, n } = checkObject(value, path);
  return readCount(successes, n, at(path, 'successes'), at(path, 'n'));
}

/** Checks a count given as two numbers. */
export function readCount(
  successes: unknown,
  n: unknown,
  successesPath = 'successes',
  nPath = 'n',
): Count {
  const total = checkInteger(n, nPath, { min: 1 });
  return { successes: checkInteger(successes, successesPath, { min: 0, max: total }), n: total };
}
