import { type GoalPlan, projectGoal, simulate } from 'aptfolio/projection';
import { compare } from './measure.js';

const PATHS = 10_000;

const plan: GoalPlan = {
  initial: 300_000,
  monthlyContribution: 5_000,
  months: 120,
  expectedReturn: 0.05,
  volatility: 0.12,
  target: 1_200_000,
};

const { mean } = projectGoal(plan).closedForm;
for (const found of [simulate(plan, { paths: PATHS, seed: 1 }).mean, bareLoop()]) {
  if (!(Math.abs(found / mean - 1) < 0.02)) throw new Error(`a mean of ${found}, not ${mean}`);
}

compare(`${PATHS} paths of ${plan.months} months, paths per second`, [
  {
    name: 'simulate',
    peer: 'bare loop',
    items: PATHS,
    ours: () => simulate(plan, { paths: PATHS, seed: 1 }),
    theirs: bareLoop,
    floor: 0.25,
  },
]);

/** The engine's own chance and functions, no seed, no quantiles: another result on each engine and each run. */
function bareLoop(): number {
  const { initial, monthlyContribution, months, expectedReturn, volatility } = plan;
  const variance = Math.log1p((volatility / (1 + expectedReturn)) ** 2);
  const mean = (Math.log1p(expectedReturn) - variance / 2) / 12;
  const deviation = Math.sqrt(variance / 12);
  let sum = 0;
  for (let path = 0; path < PATHS; path++) {
    let wealth = initial;
    for (let month = 0; month < months; month += 2) {
      // Box and Muller: two normal numbers from two uniform ones.
      const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
      const angle = 2 * Math.PI * Math.random();
      const [first, second] = [radius * Math.cos(angle), radius * Math.sin(angle)];
      wealth = wealth * Math.exp(mean + deviation * first) + monthlyContribution;
      wealth = wealth * Math.exp(mean + deviation * second) + monthlyContribution;
    }
    sum += wealth;
  }
  return sum / PATHS;
}
