import {
  type DiversificationProblem,
  type DiversifiedPortfolio,
  maximumDiversification,
} from '../../../src/allocation/index.js';
import fixture from '../../fixtures/allocation/diversified/diversified.json' with { type: 'json' };

/** A problem of diversified.py with its weights to 40 digits and those of a conic solver. */
export interface DiversifiedCase {
  readonly name: string;
  readonly covariance: readonly (readonly number[])[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly group?: {
    readonly members: readonly number[];
    readonly min: number;
    readonly max: number;
  };
  readonly weights: readonly number[];
  readonly conic: readonly number[];
  readonly ratio: number;
}

export const diversifiedCases: readonly DiversifiedCase[] =
  fixture.cases as readonly DiversifiedCase[];

export function nameOf(index: number): string {
  return `a${index}`;
}

/** A case as the problem that a caller would state. */
export function problemOf(one: DiversifiedCase): DiversificationProblem {
  const { covariance, lower, upper, group } = one;
  const bounds = lower.map((min, i) => [nameOf(i), { min, max: upper[i] as number }] as const);
  return {
    assets: covariance.map((_, i) => nameOf(i)),
    covariance,
    bounds: Object.fromEntries(bounds),
    ...(group === undefined
      ? {}
      : { groups: [{ id: 'even', ...group, members: group.members.map(nameOf) }] }),
  };
}

/** The portfolio of a problem that has one. */
export function solved(problem: DiversificationProblem): DiversifiedPortfolio {
  const result = maximumDiversification(problem);
  if (result.status !== 'optimal') throw new Error(`not optimal: ${JSON.stringify(result)}`);
  return result;
}
