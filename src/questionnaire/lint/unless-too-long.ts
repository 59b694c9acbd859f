import { AptfolioError } from '../../errors/index.js';

/** What a check says, or something else where a form is too large for it: it is still looked over for the rest. */
export function unlessTooLong<T>(check: () => T, otherwise: T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof AptfolioError && error.code === 'too-long') return otherwise;
    throw error;
  }
}
