import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
} from '../../errors/index.js';
import type { MatrixLike } from '../../market/index.js';
import type { RiskModel } from '../../numerics/index.js';
import { checkRisk } from '../compile/check-risk.js';
import { BEYOND_RISKS, refuseFields } from '../compile/refuse-fields.js';
import type { FactorCovariance } from '../problem.js';

/** Assets and their risks: all that methods need which do without expected returns. */
export interface AssetRisks {
  /** The assets' names, each once; the matrix follows this order. */
  readonly assets: readonly string[];
  /**
   * n × n, symmetric and positive semi-definite: rows, or a row-major `Float64Array`; or by factors, which is written out here.
   */
  readonly covariance: MatrixLike | FactorCovariance;
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
  const risk = checkRisk(covariance as AssetRisks['covariance'], own, size);
  risk.diagonal.forEach((variance, i) => {
    const place = risk.factors === undefined ? at(at(own, i), i) : own;
    checkRange(variance, place, { max: LARGEST });
  });
  return { assets: [...indexOf.keys()], indexOf, covariance: writtenOut(risk) };
}

/** Checks a problem of assets and their covariance alone, without any rule. */
export function checkRisksAlone(value: unknown): CheckedRisks {
  const expected = 'nothing: this method has no rules, and no use for returns';
  const fields = [...BEYOND_RISKS, 'bounds', 'budgets', 'budget'];
  refuseFields(checkObject(value, 'problem'), fields, 'problem', expected);
  return checkAssetRisks(value, 'problem');
}

/** Σ, row-major. */
function writtenOut({ size, gather }: RiskModel): Float64Array<ArrayBuffer> {
  const all = Int32Array.from({ length: size }, (_, i) => i);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) gather(i, all, size, matrix.subarray(i * size, (i + 1) * size));
  return matrix;
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
