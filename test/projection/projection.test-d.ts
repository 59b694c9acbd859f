import { describe, expectTypeOf, it } from 'vitest';
import {
  type ContributionResult,
  contributionForProbability,
  type GoalProjection,
  projectGoal,
  simulate,
} from '../../src/projection/index.js';
import { EDUCATION } from './support.js';

describe('projection types', () => {
  it('make the reader look at the status before the contribution', () => {
    const result: ContributionResult = contributionForProbability({
      ...EDUCATION,
      probability: 0.75,
    });
    // @ts-expect-error there may be none
    result.monthlyContribution;
    if (result.status === 'found') expectTypeOf(result.monthlyContribution).toEqualTypeOf<number>();
    if (result.status === 'already-met') expectTypeOf(result.probability).toEqualTypeOf<number>();
  });

  it('know the three standings of a goal', () => {
    expectTypeOf<GoalProjection['status']>().toEqualTypeOf<'met' | 'missed' | 'projected'>();
  });

  it('ask for every figure of a plan', () => {
    const { target: _, ...rest } = EDUCATION;
    // @ts-expect-error without a target there is no goal
    projectGoal(rest);
    // @ts-expect-error a simulation needs a seed
    simulate(EDUCATION, { paths: 10 });
    // @ts-expect-error months are counted, not dated
    projectGoal({ ...EDUCATION, months: '2037-03-02' });
  });
});
