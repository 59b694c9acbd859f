/** √(½(1 − ρ)) between every two assets: 0 where they move alike, 1 where they move against each other. n × n, row-major. */
export function correlationDistances(covariance: Float64Array, size: number): Float64Array {
  const distances = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const scale = Math.sqrt(covariance[i * size + i]!) * Math.sqrt(covariance[j * size + j]!);
      const correlation = Math.min(1, Math.max(-1, covariance[i * size + j]! / scale));
      const distance = Math.sqrt((1 - correlation) / 2);
      distances[i * size + j] = distance;
      distances[j * size + i] = distance;
    }
  }
  return distances;
}

/** The Euclidean distance between every two columns of distances: how differently two assets stand to all the others. */
export function distancesOfDistances(distances: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) {
        const gap = distances[i * size + k]! - distances[j * size + k]!;
        sum += gap * gap;
      }
      result[i * size + j] = Math.sqrt(sum);
      result[j * size + i] = result[i * size + j]!;
    }
  }
  return result;
}
