import {
  allocateRobustly,
  type RobustAllocation,
  type RobustProblem,
} from '../../../src/allocation/index.js';
import fixture from '../../fixtures/allocation/robust/robust.json' with { type: 'json' };

/** A problem of robust.py with its weights to 40 digits and those of a conic solver. */
export interface RobustCase {
  readonly name: string;
  readonly kind: 'box' | 'ellipsoid';
  readonly n: number;
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly riskAversion: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly group?: {
    readonly members: readonly number[];
    readonly min: number;
    readonly max: number;
  };
  readonly maxLeverage?: number;
  readonly trading?: {
    readonly current: readonly number[];
    readonly buyCost: number;
    readonly sellCost: number;
  };
  readonly halfWidth?: readonly number[];
  readonly errorCovariance?: readonly (readonly number[])[];
  readonly radius?: number;
  readonly weights: readonly number[];
  readonly conic: readonly number[];
  /** Where all is cash: the length of the smallest error that proves it. */
  readonly smallestError?: number;
}

export const robustCases: readonly RobustCase[] = fixture.cases as readonly RobustCase[];

export function nameOf(index: number): string {
  return `a${index}`;
}

export function byName<T>(values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value, i) => [nameOf(i), value]));
}

/** A case as the problem that a caller would state. */
export function problemOf(one: RobustCase): RobustProblem {
  const { group, trading, maxLeverage, halfWidth = [], errorCovariance = [], radius = 0 } = one;
  const problem = {
    assets: one.mean.map((_, i) => nameOf(i)),
    expectedReturn: one.mean,
    covariance: one.covariance,
    objective: { kind: 'utility', riskAversion: one.riskAversion },
    bounds: byName(one.lower.map((min, i) => ({ min, max: one.upper[i] as number }))),
    ...(group === undefined
      ? {}
      : { groups: [{ id: 'even', ...group, members: group.members.map(nameOf) }] }),
    ...(maxLeverage === undefined ? {} : { maxLeverage }),
    ...(trading === undefined ? {} : { trading: { ...trading, current: byName(trading.current) } }),
  } as const;
  return one.kind === 'box'
    ? { ...problem, uncertainty: { kind: 'box', halfWidth: byName(halfWidth) } }
    : { ...problem, uncertainty: { kind: 'ellipsoid', radius, errorCovariance } };
}

/** The portfolio of a problem that has one. */
export function solved(problem: RobustProblem): RobustAllocation {
  const result = allocateRobustly(problem);
  if (result.status !== 'optimal') throw new Error(`not optimal: ${JSON.stringify(result)}`);
  return result;
}
