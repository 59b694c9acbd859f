import { exp, expm1, log1p } from '../numerics/index.js';

/** The lognormal growth factor of one month: its logarithm is normal with these figures. */
export interface MonthlyGrowth {
  readonly logMean: number;
  readonly logStandardDeviation: number;
}

/**
 * Matches a month's lognormal growth to the mean and standard deviation of a year's.
 *
 * A year's factor G has E[G] = 1 + m and sd[G] = σ, so s² = ln(1 + σ²/(1 + m)²) and
 * ν = ln(1 + m) − s²/2; twelve independent equal months have a twelfth of each.
 */
export function monthlyGrowth(expectedReturn: number, volatility: number): MonthlyGrowth {
  const relative = volatility / (1 + expectedReturn);
  const variance = log1p(relative * relative);
  return Object.freeze({
    logMean: (log1p(expectedReturn) - variance / 2) / 12 + 0,
    logStandardDeviation: Math.sqrt(variance / 12),
  });
}

/** The exact mean and standard deviation of wealth after the last month. */
export interface Moments {
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Carries the first two moments of wealth through the months: exact, no sampling.
 *
 * For an independent factor G, Var(W·G) = Var(W)·E[G²] + E[W]²·Var(G). The variance is carried
 * itself, not as the difference of two large squares.
 */
export function terminalMoments(plan: {
  readonly initial: number;
  readonly monthlyContribution: number;
  readonly months: number;
  readonly expectedReturn: number;
  readonly volatility: number;
  readonly contributionTiming: 'month-end' | 'month-start';
}): Moments {
  const { logMean, logStandardDeviation } = monthlyGrowth(plan.expectedReturn, plan.volatility);
  const variance = logStandardDeviation * logStandardDeviation;
  const growth = exp(logMean + variance / 2);
  const growthVariance = growth * growth * expm1(variance);
  const atStart = plan.contributionTiming === 'month-start' ? plan.monthlyContribution : 0;
  const atEnd = plan.monthlyContribution - atStart;

  let mean = plan.initial;
  let spread = 0;
  for (let month = 0; month < plan.months; month++) {
    mean += atStart;
    spread = spread * (growth * growth + growthVariance) + mean * mean * growthVariance;
    mean = mean * growth + atEnd;
  }
  return { mean, standardDeviation: Math.sqrt(spread) };
}
