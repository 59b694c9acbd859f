import { factorMarket } from './market.js';

/** What a time is compared with to make it one of any machine: a Cholesky factor of 225 assets, written as in a textbook. */
export const yardstick = { name: 'Cholesky 225', call: () => factorise(covariance, SIZE) };

const SIZE = 225;
const { covariance } = factorMarket(SIZE, 'five factors');

function factorise(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / factor[j * size + j]!;
    }
  }
  return factor;
}
