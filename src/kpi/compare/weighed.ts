import { neumaierSum } from '../../numerics/index.js';

/** What a stratum brings, with its share in the mix. */
export interface Weighed<P> {
  readonly share: number;
  readonly part: P;
}

/** How far an interval put together of several reaches to a side: the root of the sum of the squares of their arms (Zou and Donner 2008). */
export function rootOfSquares(arms: readonly number[]): number {
  return Math.sqrt(neumaierSum(arms.map((arm) => arm * arm)));
}
