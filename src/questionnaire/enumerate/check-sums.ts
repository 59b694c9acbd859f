import { AptfolioError } from '../../errors/index.js';

/** More different sums than this are not kept apart: points without a common unit have as many as there are completions. */
const MOST = 1_000_000;

/** Refuses forms whose points sum up to too many different sums. */
export function checkSums(different: number, most: number = MOST): void {
  if (different <= most) return;
  const expected = `points that sum up to at most ${most} different sums`;
  throw new AptfolioError('too-long', 'definition.items', expected);
}
