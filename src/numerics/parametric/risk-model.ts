/** How a covariance Σ is read: by single entries, and multiplied with a sparse vector. */
export interface RiskModel {
  /** The number of assets, n. */
  readonly size: number;
  /** Σ_ii. */
  readonly diagonal: Float64Array;
  /** out[k] = Σ[asset, assets[k]] for k below `count`. */
  readonly gather: (asset: number, assets: Int32Array, count: number, out: Float64Array) => void;
  /** out += Σ·v, where v has `values[k]` at `assets[k]` for k below `count`, and zeros elsewhere. */
  readonly accumulate: (
    assets: Int32Array,
    values: Float64Array,
    count: number,
    out: Float64Array,
  ) => void;
  /** The factors, where there are any: Σ = B·B' + D. */
  readonly factors?: RiskFactors;
}

/** Uncorrelated factors of variance 1, and what each asset has of its own. */
export interface RiskFactors {
  /** f. */
  readonly count: number;
  /** B: n × f, row-major. */
  readonly loadings: Float64Array;
  /** The diagonal of D. */
  readonly specific: Float64Array;
}

/** A covariance as a full matrix, n × n, row-major and symmetric. */
export function denseRisk(matrix: Float64Array, size: number): RiskModel {
  const diagonal = new Float64Array(size);
  for (let i = 0; i < size; i++) diagonal[i] = matrix[i * size + i]!;
  return {
    size,
    diagonal,
    gather: (asset, assets, count, out) => {
      const row = asset * size;
      for (let k = 0; k < count; k++) out[k] = matrix[row + assets[k]!]!;
    },
    accumulate: (assets, values, count, out) => {
      addRows(matrix, size, assets, values, count, out);
    },
  };
}

/** Four rows at a time, so that each entry of `out` is read and written once for all of them. */
function addRows(
  matrix: Float64Array,
  size: number,
  rows: Int32Array,
  values: Float64Array,
  count: number,
  out: Float64Array,
): void {
  let k = 0;
  for (; k + 3 < count; k += 4) {
    const a = rows[k]! * size;
    const b = rows[k + 1]! * size;
    const c = rows[k + 2]! * size;
    const d = rows[k + 3]! * size;
    const va = values[k]!;
    const vb = values[k + 1]!;
    const vc = values[k + 2]!;
    const vd = values[k + 3]!;
    for (let i = 0; i < size; i++) {
      out[i]! +=
        va * matrix[a + i]! + vb * matrix[b + i]! + (vc * matrix[c + i]! + vd * matrix[d + i]!);
    }
  }
  for (; k < count; k++) {
    const a = rows[k]! * size;
    const va = values[k]!;
    for (let i = 0; i < size; i++) out[i]! += va * matrix[a + i]!;
  }
}

/**
 * A covariance by factors, Σ = B·B' + D, never written out.
 *
 * `loadings` is n × f, row-major, for uncorrelated factors of variance 1; `specific` holds the diagonal of D.
 */
export function factorRisk(loadings: Float64Array, specific: Float64Array): RiskModel {
  const size = specific.length;
  const factors = loadings.length / size;
  const diagonal = Float64Array.from(specific);
  for (let i = 0; i < size; i++) {
    for (let f = 0; f < factors; f++)
      diagonal[i]! += loadings[i * factors + f]! * loadings[i * factors + f]!;
  }
  const exposure = new Float64Array(factors);
  return {
    size,
    diagonal,
    factors: { count: factors, loadings, specific },
    gather: (asset, assets, count, out) => {
      const own = asset * factors;
      for (let k = 0; k < count; k++) {
        const other = assets[k]! * factors;
        let sum = assets[k] === asset ? specific[asset]! : 0;
        for (let f = 0; f < factors; f++) sum += loadings[own + f]! * loadings[other + f]!;
        out[k] = sum;
      }
    },
    accumulate: (assets, values, count, out) => {
      exposure.fill(0);
      for (let k = 0; k < count; k++) {
        const asset = assets[k]!;
        const value = values[k]!;
        out[asset]! += specific[asset]! * value;
        for (let f = 0; f < factors; f++) exposure[f]! += value * loadings[asset * factors + f]!;
      }
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let f = 0; f < factors; f++) sum += loadings[i * factors + f]! * exposure[f]!;
        out[i]! += sum;
      }
    },
  };
}

/** The same covariance with a little more variance of its own for every asset. */
export function withRidge(risk: RiskModel, ridge: number): RiskModel {
  const { size, diagonal, factors } = risk;
  if (factors !== undefined) {
    return factorRisk(
      factors.loadings,
      factors.specific.map((variance) => variance + ridge),
    );
  }
  return {
    size,
    diagonal: diagonal.map((variance) => variance + ridge),
    gather: (asset, assets, count, out) => {
      risk.gather(asset, assets, count, out);
      for (let k = 0; k < count; k++) if (assets[k] === asset) out[k]! += ridge;
    },
    accumulate: (assets, values, count, out) => {
      risk.accumulate(assets, values, count, out);
      for (let k = 0; k < count; k++) out[assets[k]!]! += ridge * values[k]!;
    },
  };
}
