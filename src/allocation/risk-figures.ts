import { checkObject, checkRange } from '../errors/index.js';
import { normalPdf, normalQuantile } from '../numerics/index.js';

/** The confidence and horizon of risk figures. */
export interface RiskFigureOptions {
  /** Share of outcomes that are better than the value at risk, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** The horizon in years, above 0. Default 1. */
  readonly years?: number;
}

/** Far beyond any return, volatility or number of years. */
const LARGEST = 1e6;

/** Losses in decimal fractions of the amount invested: above 0 is a loss, below 0 a gain. */
export interface RiskFigures {
  /** The loss that is exceeded with probability 1 − confidence (one-sided). */
  readonly valueAtRisk: number;
  /** The mean loss in those cases. */
  readonly expectedShortfall: number;
  readonly confidence: number;
  readonly years: number;
  /** Returns are taken as normally distributed, their mean and variance as growing in step with time. */
  readonly method: 'normal';
}

/**
 * Value at risk and expected shortfall of a portfolio.
 *
 * `portfolio` has an annual expected return μ and volatility σ, decimal fractions. Over t years with z the normal
 * quantile of the confidence: VaR = z·σ·√t − μ·t, ES = φ(z)/(1 − confidence)·σ·√t − μ·t.
 *
 * Throws for a volatility below 0, a confidence outside (0, 1), a horizon that is not above 0, and for a return, a
 * volatility or a horizon beyond 1e6.
 *
 * Source: P. Jorion, Value at Risk (3rd ed. 2007), chapter 5, for the normal distribution.
 *
 * @example
 * ```ts
 * import { riskFigures } from 'aptfolio/allocation';
 *
 * const risk = riskFigures({ expectedReturn: 0.05, volatility: 0.1 }, { confidence: 0.95 });
 * risk.valueAtRisk; // => 0.1144853626951472
 * ```
 */
export function riskFigures(
  portfolio: { readonly expectedReturn: number; readonly volatility: number },
  options: RiskFigureOptions = {},
): RiskFigures {
  checkObject(portfolio, 'portfolio');
  checkObject(options, 'options');
  const mean = checkRange(portfolio.expectedReturn, 'portfolio.expectedReturn', {
    min: -LARGEST,
    max: LARGEST,
  });
  const volatility = checkRange(portfolio.volatility, 'portfolio.volatility', {
    min: 0,
    max: LARGEST,
  });
  const confidence = checkRange(options.confidence ?? 0.95, 'options.confidence', {
    exclusiveMin: 0,
    exclusiveMax: 1,
  });
  const years = checkRange(options.years ?? 1, 'options.years', {
    exclusiveMin: 0,
    max: LARGEST,
  });
  const deviation = volatility * Math.sqrt(years);
  const z = normalQuantile(confidence);
  // + 0 turns a negative zero into zero.
  return Object.freeze({
    valueAtRisk: z * deviation - mean * years + 0,
    expectedShortfall: (normalPdf(z) / (1 - confidence)) * deviation - mean * years + 0,
    confidence,
    years,
    method: 'normal',
  });
}
