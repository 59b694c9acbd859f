import { AptfolioError, at, checkObject, checkRange } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { checkCovariance, type MatrixLike } from '../market/index.js';
import { compareMoney, type Money, multiplyMoney, ratioOfMoney } from '../money/index.js';
import {
  lookThrough,
  type Product,
  type ProductUniverse,
  purchaseTerms,
} from '../products/index.js';
import { deviationsOf, type Fit, type FitProblem, trackingGap } from './fit.js';
import { fitWithMinimums } from './minimums.js';
import { type ScreeningContext, type ScreeningResult, screenProducts } from './screen.js';

/** What decides which products are chosen, and how much of each. */
export interface SelectionContext extends ScreeningContext {
  /** Covariance of the universe's asset classes in their order, annual: rows, or a row-major `Float64Array`. */
  readonly covariance: MatrixLike;
  /** The most that one product may hold, decimal fraction above 0. Default 1. */
  readonly maxWeightPerProduct?: number;
}

/** How good the fit is proved to be. */
export interface SelectionCertificate {
  /** The most by which full investment or a bound is missed, in weight. */
  readonly primal: number;
  /** The tracking variance can be lower by this much at most, under the minimums chosen. */
  readonly trackingGap: number;
  /** Fits solved: 1 when no minimum got in the way, else the choices searched until none was left. */
  readonly examined: number;
}

/** Products for a target, with how well they match it. */
export interface Selection extends ScreeningResult {
  readonly status: 'selected';
  /** Weight of each chosen product by ascending id, all above 0, summing to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** What the products hold in each asset class. */
  readonly lookThrough: Readonly<Record<string, number>>;
  /** Standard deviation of the difference to the target, annual, decimal fraction. */
  readonly trackingError: number;
  /** The largest difference of one asset class to the target. */
  readonly maxDeviation: number;
  /** Weighted annual fee, decimal fraction. */
  readonly weightedFee: number;
  readonly certificate: SelectionCertificate;
  /** What kept the products from matching the target, where something did. */
  readonly reasons: readonly Reason[];
}

/** Nothing was selected, and why: no product is eligible, or the eligible ones cannot take the money. */
export interface NoSelection extends ScreeningResult {
  readonly status: 'empty' | 'infeasible' | 'no-convergence';
  readonly reasons: readonly Reason[];
}

/** What became of a selection. */
export type SelectionResult = Selection | NoSelection;

/** Weights of a target come from optimisers and files with eight digits or more. */
const TARGET_TOLERANCE = 1e-6;

/**
 * Finds the products that come nearest to target weights of asset classes, and says why the others were not chosen.
 *
 * Products are screened first, as by `screenProducts`. Then the weights have the least tracking variance to
 * the target by look-through; among equal ones the lowest weighted annual fee; among those the most in the lowest
 * id, then the next. With `amount` each product has no weight or at least its minimum purchase; when that gets in the
 * way all choices are searched and the answer is still exact. `target` gives decimal fractions that sum to 1; classes
 * that are not named are 0.
 *
 * Returns `selected`; `empty` when no product is eligible (the money stays on deposit); `infeasible` when the eligible ones
 * cannot take the whole amount under `maxWeightPerProduct` and their minimums; `no-convergence` when no best fit could
 * be proved. Throws for a class that the universe does not have, a target that does not sum to 1, and
 * as `screenProducts` and `checkCovariance` do.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { selectProducts } from 'aptfolio/selection';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Balanced', lookThrough: { BOND: 0.5, EQUITY: 0.5 }, annualFee: 0.01 },
 *     { ...terms, id: 'B', name: 'Bonds', lookThrough: { BOND: 1 }, annualFee: 0.004 },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const covariance = [[0.001, 0], [0, 0.04]];
 * const result = selectProducts({ BOND: 0.8, EQUITY: 0.2 }, universe, { level: 'C3', covariance });
 * result.status; // => 'selected'
 * result.weights; // => { A: 0.4, B: 0.6 }
 * result.weightedFee; // => 0.0064
 * ```
 */
export function selectProducts(
  target: Readonly<Record<string, number>>,
  universe: ProductUniverse,
  context: SelectionContext,
): SelectionResult {
  const screening = screenProducts(universe, context);
  const { eligible } = screening;
  const problem = makeProblem(target, universe, context, eligible);
  if (eligible.length === 0) {
    return nothing('empty', screening, 'selection.nothing-eligible', {
      count: universe.products.length,
    });
  }
  const minimums = Float64Array.from(eligible, (product) => minimumWeight(product, context.amount));
  const result = fitWithMinimums(problem, minimums);
  if (result.status === 'infeasible') {
    return nothing('infeasible', screening, 'selection.cannot-be-invested');
  }
  if (result.status === 'no-convergence') {
    return nothing('no-convergence', screening, 'selection.not-proved');
  }
  return describe({ ...result, whole: problem, universe, screening });
}

function makeProblem(
  target: Readonly<Record<string, number>>,
  universe: ProductUniverse,
  context: SelectionContext,
  eligible: readonly Product[],
): FitProblem {
  const { assetClasses } = universe;
  const { maxWeightPerProduct = 1 } = context;
  const cap = checkRange(maxWeightPerProduct, 'context.maxWeightPerProduct', {
    exclusiveMin: 0,
    max: 1,
  });
  return {
    target: checkTarget(target, assetClasses),
    covariance: checkCovariance(context.covariance, 'context.covariance', assetClasses.length),
    exposures: eligible.map((product) => exposureOf(product, universe)),
    fees: Float64Array.from(eligible, ({ annualFee }) => annualFee),
    lower: new Float64Array(eligible.length),
    upper: new Float64Array(eligible.length).fill(cap),
  };
}

/** A product's look-through in the order of the classes. */
export function exposureOf({ id }: Product, universe: ProductUniverse): Float64Array {
  const shares = lookThrough({ [id]: 1 }, universe);
  return Float64Array.from(universe.assetClasses, (name) => shares[name]!);
}

/** The target in the order of the classes, its rounding taken out so that it sums to 1. */
function checkTarget(target: unknown, assetClasses: readonly string[]): Float64Array {
  const given = checkObject(target, 'target');
  for (const name of Object.keys(given)) {
    if (!assetClasses.includes(name)) {
      throw new AptfolioError('unknown-id', at('target', name), 'a class of the universe', name);
    }
  }
  const weights = Float64Array.from(assetClasses, (name) =>
    Object.hasOwn(given, name) ? checkRange(given[name], at('target', name), { min: 0 }) : 0,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > TARGET_TOLERANCE) {
    throw new AptfolioError('inconsistent', 'target', 'weights that sum to 1', sum);
  }
  return weights.map((weight) => weight / sum);
}

/** The least weight whose part of the amount, rounded down, is not below the product's minimum. */
function minimumWeight(product: Product, amount: Money | undefined): number {
  if (amount === undefined) return 0;
  const { minimum } = purchaseTerms(product, amount.currency);
  let weight = ratioOfMoney(minimum, amount);
  while (compareMoney(multiplyMoney(amount, weight, { rounding: 'floor' }), minimum) < 0) {
    weight *= 1 + Number.EPSILON;
  }
  return Math.min(1, weight);
}

interface Found {
  readonly fit: Fit;
  /** With the bounds within which the fit was found. */
  readonly problem: FitProblem;
  /** As it was before any minimum was decided. */
  readonly whole: FitProblem;
  readonly examined: number;
  readonly universe: ProductUniverse;
  readonly screening: ScreeningResult;
}

function describe({ fit, problem, whole, examined, universe, screening }: Found): Selection {
  const { eligible } = screening;
  const chosen = eligible
    .map(({ id, name }, i) => ({ id, name, weight: fit.weights[i]!, cap: whole.upper[i]! }))
    .filter(({ weight }) => weight > 0);
  const weights = Object.freeze(Object.fromEntries(chosen.map(({ id, weight }) => [id, weight])));
  const trackingError = Math.sqrt(fit.trackingVariance);
  const maxDeviation = deviationsOf(whole, fit.weights).reduce(
    (most, deviation) => Math.max(most, Math.abs(deviation)),
    0,
  );
  const capped = chosen
    .filter(({ weight, cap }) => cap < 1 && weight >= cap)
    .map(({ name }) => name);
  const reasons: Reason[] = [];
  if (maxDeviation > MATCHED) {
    const parameters = { trackingError, maxDeviation };
    reasons.push(makeReason('selection.target-not-matched', 'info', parameters));
  }
  if (examined > 1) reasons.push(makeReason('selection.minimums-bind', 'info'));
  if (capped.length > 0) {
    const parameters = { products: capped, cap: whole.upper[0]! };
    reasons.push(makeReason('selection.cap-binds', 'info', parameters));
  }
  return Object.freeze({
    status: 'selected',
    weights,
    lookThrough: lookThrough(weights, universe),
    trackingError,
    maxDeviation,
    weightedFee: fit.fee,
    certificate: Object.freeze({
      primal: broken(problem, fit.weights),
      trackingGap: trackingGap(problem, fit.weights),
      examined,
    }),
    reasons: Object.freeze(reasons),
    ...screening,
  });
}

/** Asset classes that miss the target by less than this match it; it is a hundredth of a basis point. */
const MATCHED = 1e-6;

function broken({ lower, upper }: FitProblem, weights: Float64Array): number {
  let sum = 0;
  let most = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    most = Math.max(most, lower[i]! - weight, weight - upper[i]!);
  });
  return Math.max(most, Math.abs(sum - 1));
}

function nothing(
  status: NoSelection['status'],
  screening: ScreeningResult,
  code: string,
  parameters: Readonly<Record<string, number>> = {},
): NoSelection {
  const reasons = Object.freeze([makeReason(code, 'block', parameters)]);
  return Object.freeze({ status, reasons, ...screening });
}
