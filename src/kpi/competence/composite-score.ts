import { neumaierSum } from '../../numerics/index.js';
import type { Component } from './component-scores.js';

/** The weighted score of an adviser over all components. */
export interface Composite {
  readonly id: string;
  readonly n: number;
  readonly raw: number;
  readonly expected: number;
  readonly adjusted: number;
  /** Standard error of the adjusted score. */
  readonly error: number;
  /** Of the error, whose variances are pooled ones. */
  readonly degreesOfFreedom: number;
}

/** Weighs the components of an adviser who has all of them. */
export function compositeOf(
  id: string,
  components: readonly Component[],
  weights: ReadonlyMap<string, number>,
): Composite {
  const parts = components.map((component) => {
    const weight = weights.get(component.id)!;
    const score = component.byAdviser.get(id)!;
    const squared = (weight * weight * component.variance) / score.n;
    return { weight, score, squared, degreesOfFreedom: component.degreesOfFreedom };
  });
  const weighted = (field: 'raw' | 'expected' | 'adjusted'): number =>
    neumaierSum(parts.map(({ weight, score }) => weight * score[field]));
  const squared = neumaierSum(parts.map((part) => part.squared));
  const terms = parts.map((part) => {
    const share = part.squared / squared;
    return (share * share) / part.degreesOfFreedom;
  });
  return {
    id,
    n: parts.reduce((sum, { score }) => sum + score.n, 0),
    raw: weighted('raw'),
    expected: weighted('expected'),
    adjusted: weighted('adjusted'),
    error: Math.sqrt(squared),
    degreesOfFreedom: 1 / neumaierSum(terms),
  };
}
