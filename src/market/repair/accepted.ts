import { AptfolioError } from '../../errors/index.js';

/** What a check makes of a matrix; `undefined` where it does not let it pass. */
export function accept<T>(check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof AptfolioError) return undefined;
    throw error;
  }
}
