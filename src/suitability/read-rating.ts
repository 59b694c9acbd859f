import { AptfolioError } from '../errors/index.js';

/** A rating as a number from 1 to 5. */
export function readRating(rating: unknown, path: string): number {
  const level = typeof rating === 'string' ? Number(/^R([1-5])$/.exec(rating)?.[1]) : rating;
  if ([1, 2, 3, 4, 5].includes(level as number)) return level as number;
  throw new AptfolioError('unknown-value', path, 'a rating from 1 to 5, or R1 to R5', rating);
}
