import { AptfolioError } from '../../errors/index.js';

/** Whether a check lets its matrix pass. */
export function isAccepted(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof AptfolioError) return false;
    throw error;
  }
}
