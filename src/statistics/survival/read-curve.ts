import {
  AptfolioError,
  at,
  checkInteger,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import type { Fields } from './read-fields.js';

/**
 * Refuses what is no curve of this method. Its steps are looked at only where they are read: a curve may have a million, and one time is found
 * among them in twenty looks.
 */
export function readCurve<T extends { readonly method: string }>(
  curve: T,
  path: string,
  method: T['method'],
): T {
  const fields = checkObject(curve, path);
  checkOneOf(fields.method, at(path, 'method'), [method]);
  readSteps(fields, at(path, 'steps'));
  const range = { exclusiveMin: 0, exclusiveMax: 1 };
  checkRange(fields.confidence, at(path, 'confidence'), range);
  return curve;
}

function readSteps({ steps }: Fields, path: string): void {
  if (Array.isArray(steps)) return;
  const code = steps === undefined || steps === null ? 'missing-value' : 'invalid-type';
  throw new AptfolioError(code, path, 'a list', steps);
}

/** The time of a step of a curve that was written and read again. */
export function timeOfStep(step: unknown, path: string): number {
  return checkRange(checkObject(step, path).time, at(path, 'time'), { min: 0 });
}

/** Refuses what is no step: without a time, or without how many were at risk, had the event or were last seen. */
export function checkStep(step: unknown, path: string): Fields {
  timeOfStep(step, path);
  const fields = step as Fields;
  checkInteger(fields.atRisk, at(path, 'atRisk'), { min: 0 });
  checkInteger(fields.censored, at(path, 'censored'), { min: 0 });
  return fields;
}

/** Refuses what is no share with its uncertainty; `share` names the field that has it. */
export function checkShareOf(value: unknown, path: string, share: 'share' | 'survival'): void {
  const fields = checkObject(value, path);
  checkRange(fields[share], at(path, share), { min: 0, max: 1 });
  for (const name of ['standardError', 'low', 'high']) {
    if (fields[name] !== null) checkNumber(fields[name], at(path, name));
  }
}
