import { AptfolioError, at, checkObject, checkOneOf } from '../../errors/index.js';
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
  return curve;
}

function readSteps({ steps }: Fields, path: string): void {
  if (Array.isArray(steps)) return;
  const code = steps === undefined || steps === null ? 'missing-value' : 'invalid-type';
  throw new AptfolioError(code, path, 'a list', steps);
}
