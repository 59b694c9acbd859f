import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { checkCovariance, type MatrixLike } from '../../market/index.js';

/** Assets and their risks: all that methods need which do without expected returns. */
export interface AssetRisks {
  /** The assets' names, each once; the matrix follows this order. */
  readonly assets: readonly string[];
  /** n × n, symmetric and positive semi-definite: rows, or a row-major `Float64Array`. */
  readonly covariance: MatrixLike;
}

/** Assets and their risks after the checks. */
export interface CheckedRisks {
  readonly assets: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Row-major. */
  readonly covariance: Float64Array<ArrayBuffer>;
}

/** Checks assets and their covariance. Throws with the path to the first fault. */
export function checkAssetRisks(value: unknown, path: string): CheckedRisks {
  const { assets, covariance } = checkObject(value, path);
  const indexOf = checkNames(assets, at(path, 'assets'));
  const own = at(path, 'covariance');
  const size = indexOf.size;
  const matrix = checkCovariance(covariance as MatrixLike, own, size);
  for (let i = 0; i < size; i++) {
    checkRange(matrix[i * size + i], at(at(own, i), i), { max: LARGEST });
  }
  return { assets: [...indexOf.keys()], indexOf, covariance: matrix };
}

/** Far beyond any variance; what is computed from it still fits a double. */
const LARGEST = 1e12;

function checkNames(value: unknown, path: string): ReadonlyMap<string, number> {
  const names = checkList<unknown>(value, path, { minLength: 1 });
  const indexOf = new Map<string, number>();
  for (let i = 0; i < names.length; i++) {
    const name = checkText(names[i], at(path, i));
    if (indexOf.has(name)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'an asset not named before', name);
    }
    indexOf.set(name, i);
  }
  return indexOf;
}

/** Checks a record by asset: every key is one of the assets. */
export function checkByAsset(
  value: unknown,
  path: string,
  indexOf: ReadonlyMap<string, number>,
): Readonly<Record<string, unknown>> {
  const record = checkObject(value, path);
  for (const name of Object.keys(record)) {
    if (!indexOf.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'an asset of the problem', name);
    }
  }
  return record;
}

/** A frozen record by asset; adding 0 turns a negative zero into zero. */
export function byAsset(
  assets: readonly string[],
  values: Float64Array,
): Readonly<Record<string, number>> {
  return Object.freeze(Object.fromEntries(assets.map((asset, i) => [asset, values[i]! + 0])));
}
