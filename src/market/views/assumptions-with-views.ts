import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  checkObject,
  checkOneOf,
  checkText,
  renamePaths,
} from '../../errors/index.js';
import { type CapitalMarketAssumptions, compileAssumptions } from '../assumptions.js';
import { correlationFromCovariance } from '../correlation.js';
import { type BlackLittermanResult, blackLitterman } from './black-litterman.js';
import type { View } from './view.js';

/** The views, and whose and of when the assumptions are that come out. */
export interface ViewOptions {
  /** Views on asset classes by name; their returns are total returns, as those of the assumptions are. */
  readonly views: readonly View[];
  /** τ above 0; see `BlackLittermanProblem`. */
  readonly tau: number;
  /** `posterior` is Σ + M, with what stays unknown about the expected returns in it; `unchanged` is Σ as assumed. */
  readonly covariance: 'posterior' | 'unchanged';
  /** The day for which the new assumptions hold. */
  readonly asOf: PlainDate;
  /** Where they come from. */
  readonly source: string;
}

/** New assumptions, and how they came about. */
export interface AssumptionsWithViews {
  readonly assumptions: CapitalMarketAssumptions;
  readonly result: BlackLittermanResult;
}

/**
 * Capital-market assumptions with views taken in: those given are the equilibrium.
 *
 * The result is arithmetic. It keeps currency, horizon and what is said of the classes; author and validity were those of the
 * assumptions given and are left out.
 *
 * @example
 * ```ts
 * import { assumptionsWithViews } from 'aptfolio/market';
 *
 * const house = {
 *   asOf: '2026-03-02', assetClasses: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.03, 0.07], volatility: [0.1, 0.2], correlation: [[1, 0], [0, 1]],
 * };
 * const { assumptions } = assumptionsWithViews(house, {
 *   views: [{ pick: { EQUITY: 1 }, expected: 0.05, confidence: 0.5 }],
 *   tau: 0.05, covariance: 'unchanged', asOf: '2026-03-09', source: 'committee of 9 March',
 * });
 * assumptions.expectedReturn; // => [0.03, 0.06]
 * ```
 */
export function assumptionsWithViews(
  assumptions: CapitalMarketAssumptions,
  options: ViewOptions,
): AssumptionsWithViews {
  const compiled = compileAssumptions(assumptions);
  const given = checkObject(options, 'options');
  const asOf = parsePlainDate(given.asOf, 'options.asOf');
  const source = checkText(given.source, 'options.source');
  const kind = checkOneOf(given.covariance, 'options.covariance', ['posterior', 'unchanged']);
  const result = renamePaths(
    { 'problem.views': 'options.views', 'problem.tau': 'options.tau' },
    () =>
      blackLitterman({
        assets: compiled.assetClasses,
        equilibrium: compiled.expectedReturn,
        covariance: compiled.covariance,
        tau: options.tau,
        views: options.views,
      }),
  );
  for (const value of result.expectedReturn) {
    if (value > -1) continue;
    const expected = 'views that leave every expected return above −1';
    throw new AptfolioError('out-of-range', 'options.views', expected, value);
  }
  const { volatility, correlation } =
    kind === 'unchanged' ? compiled : correlationFromCovariance(result.covariance);
  const { currency, horizonYears, classDetails } = compiled;
  return Object.freeze({
    assumptions: Object.freeze({
      asOf,
      source,
      ...(currency === undefined ? {} : { currency }),
      ...(horizonYears === undefined ? {} : { horizonYears }),
      returnKind: 'arithmetic' as const,
      assetClasses: compiled.assetClasses,
      expectedReturn: result.expectedReturn,
      volatility,
      correlation,
      ...(classDetails === undefined ? {} : { classDetails }),
    }),
    result,
  });
}
