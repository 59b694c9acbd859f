import { AptfolioError, at, checkList, checkObject, checkRange } from '../../errors/index.js';
import { inner, multiply } from '../../numerics/index.js';
import { checkNames } from '../assumptions.js';
import { checkCovariance, type MatrixLike } from '../matrix.js';
import { checkRiskAversion } from '../means/equilibrium.js';
import { checkFigures } from '../means/figures.js';
import { LARGEST } from '../moments.js';
import { type Posterior, posteriorOf } from './posterior.js';
import { type ReadView, readView, type View } from './view.js';

/** An equilibrium, how far it is trusted, and views. */
export type BlackLittermanProblem = {
  /** The assets' names, each once; needed where a pick goes by name. */
  readonly assets?: readonly string[];
  /** n × n: the covariance Σ of the returns, annual. */
  readonly covariance: MatrixLike;
  /** τ above 0: the expected returns of the equilibrium are uncertain by τΣ. Often 0.025 to 0.05, or 1 / years of history. */
  readonly tau: number;
  readonly views: readonly View[];
} & EquilibriumSource;

/** The expected returns before any view: given, or those at which the market's weights are the best to hold. */
export type EquilibriumSource =
  | {
      /** n expected returns, annual. */
      readonly equilibrium: readonly number[] | Float64Array;
      readonly marketWeights?: never;
      readonly riskAversion?: never;
    }
  | {
      readonly equilibrium?: never;
      /** The market's n weights. */
      readonly marketWeights: readonly number[] | Float64Array;
      /** δ above 0; see `marketRiskAversion`. The equilibrium is δΣw, above cash. */
      readonly riskAversion: number;
    };

/** What the views made of the equilibrium. */
export interface BlackLittermanResult extends Posterior {
  /** The expected returns before the views. */
  readonly equilibrium: readonly number[];
  /** What became of each view, in the order given. */
  readonly views: readonly ViewEffect[];
}

/** One view in figures; the returns are those of its pick. */
export interface ViewEffect {
  readonly id?: string;
  /** The weight of each asset in the view's portfolio. */
  readonly pick: readonly number[];
  /** What the equilibrium had expected. */
  readonly equilibrium: number;
  /** What the view expects. */
  readonly expected: number;
  /** What is expected once all views are taken in. */
  readonly posterior: number;
  /** ω, the variance of the view's error; `null` for a view of confidence 0, which has no effect. */
  readonly variance: number | null;
  /** τp'Σp / (τp'Σp + ω): how far the view alone would move the equilibrium towards itself. */
  readonly confidence: number;
}

/**
 * Expected returns that combine an equilibrium with views, by Black and Litterman.
 *
 * Each view has an error of its own with variance ω (Ω is diagonal): given; `proportional`, τp'Σp; or from a confidence c,
 * (1 − c)/c · τp'Σp, with which the view alone moves the weights (δΣ)⁻¹μ exactly the share c of the way to where certainty would
 * move them. Confidence 1 makes ω 0, and the view holds exactly; confidence 0 leaves the view out.
 *
 * Throws `not-positive-definite` with path `problem.views[i]` where a certain view repeats or contradicts earlier ones, or where a
 * view of any confidence above 0 or any variance is about a portfolio without variance, which no view can move.
 *
 * Sources: F. Black and R. Litterman (1992); G. He and R. Litterman (1999); T. Idzorek (2005), confidences; their
 * closed form J. Walters, The Black-Litterman model in detail (2014).
 *
 * @example
 * ```ts
 * import { blackLitterman } from 'aptfolio/market';
 *
 * const result = blackLitterman({
 *   assets: ['BOND', 'EQUITY'],
 *   marketWeights: [0.5, 0.5], riskAversion: 2.5,
 *   covariance: [[0.01, 0], [0, 0.04]],
 *   tau: 0.05,
 *   views: [{ pick: { EQUITY: 1 }, expected: 0.07, confidence: 0.5 }],
 * });
 * result.equilibrium; // => [0.0125, 0.05]
 * result.expectedReturn; // => [0.0125, 0.06]
 * result.covariance; // => [[0.0105, 0], [0, 0.041]]
 * result.views[0].variance; // => 0.002
 * ```
 */
export function blackLitterman(problem: BlackLittermanProblem): BlackLittermanResult {
  const given = checkObject(problem, 'problem');
  const assets =
    given.assets === undefined ? undefined : checkNames(given.assets, 'problem.assets');
  const { equilibrium, sigma } = readEquilibrium(given, assets?.length);
  const n = equilibrium.length;
  const tau = checkTau(given.tau);
  const views = checkList<unknown>(given.views, 'problem.views').map((view, i) =>
    readView(view, at('problem.views', i), n, assets),
  );
  const variances = views.map((view, i) => {
    const variance = errorVariance(view, sigma, tau);
    if (variance !== null) checkMovable(view.pick, sigma, at('problem.views', i));
    return variance;
  });
  const places = [...views.keys()].filter((i) => variances[i] !== null);
  const spoken = places.map((i) => views[i]!);
  const omega = new Float64Array(spoken.length * spoken.length);
  variances
    .filter((variance) => variance !== null)
    .forEach((variance, i) => {
      omega[i * spoken.length + i] = variance;
    });
  const posterior = posteriorOf(
    equilibrium,
    sigma,
    tau,
    spoken.map(({ pick }) => pick),
    Float64Array.from(spoken, ({ expected }) => expected),
    omega,
    (i) => at('problem.views', places[i]!),
  );
  const means = Float64Array.from(posterior.expectedReturn);
  return Object.freeze({
    ...posterior,
    equilibrium: Object.freeze([...equilibrium]),
    views: Object.freeze(
      views.map((view, i) =>
        effectOf(view, variances[i]!, equilibrium, means, priorVariance(view.pick, sigma, tau)),
      ),
    ),
  });
}

/** Checks the equilibrium, or works it out, and the covariance. */
function readEquilibrium(
  given: Readonly<Record<string, unknown>>,
  names: number | undefined,
): { equilibrium: Float64Array<ArrayBuffer>; sigma: Float64Array<ArrayBuffer> } {
  const isGiven = given.equilibrium !== undefined;
  for (const other of ['marketWeights', 'riskAversion']) {
    if (!isGiven || given[other] === undefined) continue;
    const expected = 'not both an equilibrium and what it is worked out from';
    throw new AptfolioError('inconsistent', at('problem', other), expected);
  }
  const field = at('problem', isGiven ? 'equilibrium' : 'marketWeights');
  const figures = checkFigures(isGiven ? given.equilibrium : given.marketWeights, field, names);
  const sigma = checkCovariance(
    given.covariance as MatrixLike,
    'problem.covariance',
    figures.length,
  );
  if (isGiven) return { equilibrium: figures, sigma };
  const aversion = checkRiskAversion(given.riskAversion, 'problem.riskAversion');
  return { equilibrium: multiply(sigma, figures).map((value) => value * aversion + 0), sigma };
}

/** Checks τ. */
export function checkTau(value: unknown): number {
  return checkRange(value, 'problem.tau', { min: 1e-12, max: LARGEST });
}

/** Of the variance that a portfolio would have if its assets moved as one, so little is rounding. */
const NO_VARIANCE = 1e-14;

/** Refuses a view on a portfolio that cannot vary. */
function checkMovable(pick: Float64Array, sigma: Float64Array, path: string): void {
  const n = pick.length;
  let most = 0;
  pick.forEach((weight, i) => {
    most += Math.abs(weight) * Math.sqrt(sigma[i * n + i]!);
  });
  if (inner(pick, multiply(sigma, pick)) > NO_VARIANCE * most * most) return;
  const expected = 'a view on a portfolio with a variance';
  throw new AptfolioError('not-positive-definite', path, expected);
}

/** τp'Σp: how uncertain the equilibrium is about a portfolio. */
function priorVariance(pick: Float64Array, sigma: Float64Array, tau: number): number {
  return Math.max(0, tau * inner(pick, multiply(sigma, pick)));
}

function errorVariance({ pick, certainty }: ReadView, sigma: Float64Array, tau: number) {
  if (certainty === 'proportional') return priorVariance(pick, sigma, tau);
  if ('variance' in certainty) return certainty.variance;
  const { confidence } = certainty;
  if (confidence === 0) return null;
  return ((1 - confidence) / confidence) * priorVariance(pick, sigma, tau);
}

function effectOf(
  view: ReadView,
  variance: number | null,
  equilibrium: Float64Array,
  means: Float64Array,
  prior: number,
): ViewEffect {
  const { id, pick, expected, certainty } = view;
  return Object.freeze({
    ...(id === undefined ? {} : { id }),
    pick: Object.freeze([...pick]),
    equilibrium: inner(pick, equilibrium) + 0,
    expected,
    posterior: inner(pick, means) + 0,
    variance,
    confidence: confidenceOf(certainty, variance, prior),
  });
}

function confidenceOf(
  certainty: ReadView['certainty'],
  variance: number | null,
  prior: number,
): number {
  if (certainty !== 'proportional' && 'confidence' in certainty) return certainty.confidence;
  if (variance === null) return 0;
  return prior / (prior + variance);
}
