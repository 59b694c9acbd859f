import { AptfolioError, at, checkNumber, checkObject, checkVector } from '../../errors/index.js';
import { BASIS_STATUS, type LinearProgram, type LpBasis } from './linear-program.js';

/** Checks the shape and the numbers of a program; returns m and n. */
export function checkProgram(program: LinearProgram): { readonly m: number; readonly n: number } {
  checkObject(program, 'program');
  const { cost, rows, lower, upper, startBasis } = program;
  checkNumbers(cost, 'program.cost');
  const n = cost.length;
  checkObject(rows, 'program.rows');
  checkLimits(rows.lower, 'program.rows.lower', undefined, Number.NEGATIVE_INFINITY);
  const m = rows.lower.length;
  checkLimits(rows.upper, 'program.rows.upper', m, Number.POSITIVE_INFINITY);
  checkNumbers(rows.matrix, 'program.rows.matrix', m * n);
  checkLimits(lower, 'program.lower', n, Number.NEGATIVE_INFINITY);
  checkLimits(upper, 'program.upper', n, Number.POSITIVE_INFINITY);
  if (startBasis !== undefined) checkBasis(startBasis, m, n);
  return { m, n };
}

function checkNumbers(vector: Float64Array, path: string, length?: number): void {
  // Every entry is looked at here; what is wrong is left to the slower check, which names it.
  if (vector instanceof Float64Array && (length === undefined || vector.length === length)) {
    let sum = 0;
    for (let i = 0; i < vector.length; i++) sum += 0 * vector[i]!;
    if (sum === 0) return;
  }
  checkType(vector, path);
  checkVector(vector, path, length);
}

function checkLimits(
  limits: Float64Array,
  path: string,
  length: number | undefined,
  free: number,
): void {
  checkType(limits, path);
  if (length !== undefined && limits.length !== length) checkVector(limits, path, length);
  for (let i = 0; i < limits.length; i++) {
    if (!Number.isFinite(limits[i]!) && limits[i] !== free) checkNumber(limits[i], at(path, i));
  }
}

function checkType(vector: Float64Array, path: string): void {
  if (vector instanceof Float64Array) return;
  const isMissing = vector === undefined || vector === null;
  const code = isMissing ? 'missing-value' : 'invalid-type';
  throw new AptfolioError(code, path, 'a Float64Array', vector);
}

function checkBasis(basis: LpBasis, m: number, n: number): void {
  checkObject(basis, 'program.startBasis');
  checkCodes(basis.columns, 'program.startBasis.columns', n);
  checkCodes(basis.rows, 'program.startBasis.rows', m);
}

function checkCodes(codes: Int8Array, path: string, length: number): void {
  if (!(codes instanceof Int8Array)) {
    const isMissing = codes === undefined || codes === null;
    throw new AptfolioError(
      isMissing ? 'missing-value' : 'invalid-type',
      path,
      'an Int8Array',
      codes,
    );
  }
  if (codes.length !== length) {
    throw new AptfolioError('length-mismatch', path, `${length} codes`, codes.length);
  }
  const wrong = codes.findIndex((code) => code < BASIS_STATUS.basic || code > 3);
  if (wrong >= 0) {
    throw new AptfolioError('unknown-value', at(path, wrong), '0, 1, 2 or 3', codes[wrong]);
  }
}
