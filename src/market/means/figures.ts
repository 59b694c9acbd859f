import { AptfolioError, at, checkRange, checkVector } from '../../errors/index.js';
import { LARGEST } from '../moments.js';

/** Checks weights, betas or returns: at least one, of any sign, as many as there are assets if that is known. */
export function checkFigures(
  value: unknown,
  path: string,
  length?: number,
): Float64Array<ArrayBuffer> {
  const figures = checkVector(value, path, length);
  if (figures.length === 0) throw new AptfolioError('empty', path, 'a number for each asset');
  return figures.map((figure, i) =>
    checkRange(figure, at(path, i), { min: -LARGEST, max: LARGEST }),
  );
}
