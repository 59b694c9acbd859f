import { AptfolioError } from '../../errors/index.js';
import { type CurrencyCode, type Money, multiplyMoney } from '../../money/index.js';
import { exp, log, log1p, normalQuantile, power } from '../../numerics/index.js';
import { exitShare } from '../costs/charges.js';
import { refuseTooMuch } from '../costs/return-range.js';
import type { Product } from '../product.js';
import type { ScenarioAssumptions } from './explain-options.js';
import type { ProductScenario, ProductScenarios } from './explanation.js';

/**
 * The scenarios, worst first, each with the share of outcomes that are worse.
 *
 * Source: 10, 50 and 90 % are the percentiles of the unfavourable, moderate and favourable scenario, and 1 % that of the stress scenario over
 * a year, in Delegated Regulation (EU) 2017/653, annex IV, as it applied from 2018. The regulation's stress scenario also widens the
 * volatility; here the assumptions stand as they are given.
 */
export const RETURN_SCENARIOS = [
  { scenario: 'stress', percentile: 0.01 },
  { scenario: 'unfavourable', percentile: 0.1 },
  { scenario: 'moderate', percentile: 0.5 },
  { scenario: 'favourable', percentile: 0.9 },
] as const;

/** What scenarios are worked out for. */
export interface ScenarioQuestion<C extends CurrencyCode> {
  readonly assumptions: ScenarioAssumptions;
  readonly years: number;
  readonly amount: Money<C> | undefined;
  /** The part of what is paid that the entry fee takes, decimal fraction. */
  readonly entryShare: number;
  /** Half the spread with the market impact, decimal fraction. */
  readonly halfSpread: number;
  /** What the amount is worth in the product's currency, where exit fees have sums. */
  readonly worth: number | undefined;
}

/**
 * What a product returns in each scenario, after its charges.
 *
 * A year's growth is lognormal with the mean 1 + m and the standard deviation σ of the classes inside, years are
 * independent: s² = ln(1 + σ²/(1 + m)²), ν = ln(1 + m) − s²/2, and over T years the percentile p of growth is
 * exp(νT + z_p·s·√T). Of its annual rate the annual charges f are taken, (1 + r)(1 − f) − 1, and of what is above the hurdle the
 * performance fee. The entry fee is taken off first and the exit fee of the last day in the end, half the spread at either end.
 *
 * With leverage, σ is that many times the classes'; the mean stays, as what borrowed money earns is taken to pay for it.
 *
 * @returns the names of the classes that the assumptions do not know instead, if there are any.
 */
export function scenarioReturns<C extends CurrencyCode>(
  product: Product,
  question: ScenarioQuestion<C>,
): ProductScenarios | readonly string[] {
  const { assumptions, years } = question;
  const classes = Object.entries(product.lookThrough).filter(([, share]) => share > 0);
  const unknown = classes.filter(([name]) => !assumptions.assetClasses.includes(name));
  if (unknown.length > 0) return Object.freeze(unknown.map(([name]) => name));
  const { leverage = 1 } = product;
  const { mean, variance: unlevered } = momentsOf(classes, assumptions);
  const variance = leverage * leverage * unlevered;
  const logVariance = log1p(variance / ((1 + mean) * (1 + mean)));
  const logMean = log(1 + mean) - logVariance / 2;
  const scenarios = RETURN_SCENARIOS.map(({ scenario, percentile }): ProductScenario => {
    const spread = normalQuantile(percentile) * Math.sqrt(logVariance / years);
    const growth = keptGrowth(product, exp(logMean + spread), question);
    const { amount } = question;
    if (amount !== undefined) {
      refuseTooMuch(growth.total, amount, years, 'options.assumptions.expectedReturn');
    }
    return Object.freeze({
      scenario,
      percentile,
      annualReturn: growth.annual - 1,
      ...(amount === undefined
        ? {}
        : { endValue: multiplyMoney(amount, growth.total, { rounding: 'half-even' }) }),
    });
  });
  return Object.freeze({
    years,
    assumptionsAsOf: assumptions.asOf,
    expectedReturn: mean,
    volatility: Math.sqrt(variance),
    scenarios: Object.freeze(scenarios),
  });
}

/** What squares of leverage may be multiplied with. */
const MOST_VARIANCE = 1e100;

/** Mean and variance of a year's return. */
function momentsOf(
  classes: readonly (readonly [string, number])[],
  { assetClasses, expectedReturn, covariance }: ScenarioAssumptions,
): { readonly mean: number; readonly variance: number } {
  const held = classes.map(([name, share]) => ({ index: assetClasses.indexOf(name), share }));
  let mean = 0;
  let variance = 0;
  for (const { index, share } of held) {
    mean += share * expectedReturn[index]!;
    for (const other of held) variance += share * other.share * covariance[index]![other.index]!;
  }
  const path = 'options.assumptions.covariance';
  if (!(variance < MOST_VARIANCE)) {
    throw new AptfolioError('out-of-range', path, `a variance below ${MOST_VARIANCE}`, variance);
  }
  if (variance > -1e-12) return { mean, variance: Math.max(0, variance) };
  throw new AptfolioError('not-positive-definite', path, 'a covariance that returns can have');
}

/** What is left of 1 after the holding period, in all and as an annual factor. */
function keptGrowth(
  product: Product,
  annualGrowth: number,
  { years, entryShare, halfSpread, worth }: Omit<ScenarioQuestion<CurrencyCode>, 'assumptions'>,
): { readonly total: number; readonly annual: number } {
  const { rate = 0, hurdle = 0 } = product.fees?.performance ?? {};
  const afterCharges = annualGrowth * (1 - product.annualFee) - 1;
  const yearly = afterCharges - rate * Math.max(0, afterCharges - hurdle);
  const grown = power(1 + yearly, years);
  const left = (1 - entryShare) * (1 - halfSpread) * (1 - halfSpread);
  const redeemed = worth === undefined ? undefined : worth * grown * left;
  const atEnds = left * (1 - exitShare(product, years, redeemed));
  return {
    total: grown * atEnds,
    annual: (1 + yearly) * power(atEnds, 1 / years),
  };
}
