import type { RiskModel } from '../../numerics/index.js';

/** Σ + θΩ, with θ of at least 0. Nothing is written out. */
export function addedRisk(risk: RiskModel, other: RiskModel, theta: number): RiskModel {
  const { size } = risk;
  const part = new Float64Array(size);
  return {
    size,
    diagonal: risk.diagonal.map((variance, a) => variance + theta * other.diagonal[a]!),
    gather: (asset, assets, count, out) => {
      risk.gather(asset, assets, count, out);
      other.gather(asset, assets, count, part);
      for (let k = 0; k < count; k++) out[k]! += theta * part[k]!;
    },
    accumulate: (assets, values, count, out) => {
      risk.accumulate(assets, values, count, out);
      part.fill(0);
      other.accumulate(assets, values, count, part);
      for (let a = 0; a < size; a++) out[a]! += theta * part[a]!;
    },
  };
}
