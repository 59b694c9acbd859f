import { AptfolioError } from '../../errors/index.js';

/** Refuses what no `init` or `decode` made, as a stored state in place of a draft. */
export function refuseDraft(value: unknown, path: string): never {
  const code = value === undefined || value === null ? 'missing-value' : 'invalid-type';
  throw new AptfolioError(code, path, 'a draft from init or decode; decode a stored state', value);
}
