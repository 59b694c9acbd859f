import type { CentredPanel } from './centred-panel.js';

/** The identity times the average variance: every asset alike, none moving with another. */
export function scaledIdentity(panel: CentredPanel): Float64Array<ArrayBuffer> {
  const size = panel.columns.length;
  let trace = 0;
  for (let i = 0; i < size; i++) trace += panel.covariance[i * size + i]!;
  const target = new Float64Array(size * size);
  for (let i = 0; i < size; i++) target[i * size + i] = trace / size;
  return target;
}
