import { AptfolioError, type Issue } from '../../errors/index.js';

/**
 * Checks rows one after another and refuses them all at once, as who mends a file wants to see every fault of it.
 *
 * @param order the rows' places, in the order in which they are to be checked; faults come in that of the rows.
 */
export function checkEvery(order: Iterable<number>, check: (index: number) => void): void {
  const refused: (readonly [index: number, issues: readonly Issue[]])[] = [];
  for (const index of order) {
    try {
      check(index);
    } catch (error) {
      if (!(error instanceof AptfolioError)) throw error;
      refused.push([index, error.issues]);
    }
  }
  if (refused.length === 0) return;
  throw new AptfolioError(refused.sort(([a], [b]) => a - b).flatMap(([, issues]) => issues));
}
