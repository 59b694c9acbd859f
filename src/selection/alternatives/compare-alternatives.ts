import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkUniqueIds,
  checkVector,
  type FieldsOf,
  refuseUnknown,
  renamePaths,
} from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { brokenRules } from '../fit/broken-rules.js';
import { readWeights } from '../fit/read-weights.js';
import { trackingOf } from '../fit/tracking.js';
import { partsOf, prepareSelection } from '../prepare.js';
import type { Selection } from '../selection-result.js';
import type {
  Alternative,
  AlternativeComparison,
  ComparedPortfolio,
  ComparisonOptions,
  PortfolioFigures,
} from './alternative.js';
import { differences } from './differences.js';
import { findCheapest } from './find-cheapest.js';
import { bestOf } from './find-products.js';
import { heldClasses, type Measure, measurePortfolio } from './measure-portfolio.js';

/**
 * Sets a selection beside alternatives, such as one balanced fund instead, in one table with reasons.
 *
 * Each alternative is given by its weights, or found: the best single product, the best two, the cheapest within a tracking error. All are
 * measured alike, on the products of the day: expected return before and after annual fees, volatility, tracking error, yearly and entry
 * costs, how long money is locked up and when it is back, and the probability of a goal. Reasons say how each differs from the selection,
 * and which rules of the selection it breaks; an alternative that holds what is not open to the client is shown and never recommended.
 *
 * @returns the figures of the selection and of each alternative; `not-found` for one that nothing eligible can make up.
 * @throws AptfolioError for weights that do not sum to 1 (`alternatives[0].weights`), an unknown product, a goal without an amount,
 * and as `selectProducts` for what stands in `options`.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { compareAlternatives, selectProducts } from 'aptfolio/selection';
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
 * const target = { BOND: 0.8, EQUITY: 0.2 };
 * const context = { level: 'C3', covariance: [[0, 0], [0, 0.04]] } as const;
 * const selection = selectProducts(target, universe, context);
 * const options = { universe, target, context, expectedReturn: [0.03, 0.07] };
 * const { alternatives } = compareAlternatives(selection, [{ id: 'one', find: 'best-product' }], options);
 * alternatives[0].weights; // => { B: 1 }
 * alternatives[0].trackingError; // => 0.04
 * alternatives[0].reasons.map(({ code }) => code);
 * // => [
 * //   'selection.alternative.tracks-worse',
 * //   'selection.alternative.lower-return',
 * //   'selection.alternative.less-volatile',
 * //   'selection.alternative.cheaper-rate',
 * //   'selection.alternative.fewer-products',
 * // ]
 * ```
 */
export function compareAlternatives(
  selection: Pick<Selection, 'weights'>,
  alternatives: readonly Alternative[],
  options: ComparisonOptions,
): AlternativeComparison {
  const measure = readOptions(options);
  const { universe } = measure.prepared;
  const chosen = readWeights(
    checkObject(selection, 'selection').weights,
    'selection.weights',
    universe,
  );
  const own = measurePortfolio(chosen, measure);
  const rows = Array.from(checkList<Alternative>(alternatives, 'alternatives'));
  checkUniqueIds(rows, 'alternatives');
  const aim = trackingOf(
    heldClasses(chosen, measure.prepared),
    measure.prepared.aims,
    measure.prepared.terms.covariance,
  ).aim;
  return Object.freeze({
    selection: own,
    alternatives: Object.freeze(
      rows.map((row, index) => compare(row, at('alternatives', index), { measure, own, aim })),
    ),
  });
}

interface Beside {
  readonly measure: Measure;
  readonly own: PortfolioFigures;
  /** The point of the target to which the selection is measured. */
  readonly aim: Float64Array;
}

function compare(row: Alternative, path: string, beside: Beside): ComparedPortfolio {
  const { measure, own } = beside;
  const { id } = row;
  const { weights, proved } = weightsOf(row, path, beside);
  if (weights === undefined) {
    const reasons = Object.freeze([makeReason('selection.alternative.none', 'info')]);
    return Object.freeze({ id, status: 'not-found', reasons });
  }
  const figures = measurePortfolio(weights, measure);
  const reasons = [
    ...brokenRules(weights, partsOf(measure.prepared), measure.prepared.universe),
    ...differences(figures, own),
  ];
  return Object.freeze({
    id,
    status: 'compared',
    proved,
    ...figures,
    reasons: Object.freeze(reasons),
  });
}

/** The fields of each kind of alternative; `weights` and `find` beside each other would be two answers. */
const GIVEN: Readonly<Record<string, true>> = { id: true, weights: true };
const BEST: Readonly<Record<string, true>> = { id: true, find: true };
const CHEAPEST: Readonly<Record<string, true>> = { ...BEST, maxTrackingError: true };

const OPTIONS: FieldsOf<ComparisonOptions> = {
  universe: true,
  target: true,
  context: true,
  expectedReturn: true,
  goal: true,
};

function weightsOf(
  row: Alternative,
  path: string,
  { measure, aim }: Beside,
): { readonly weights: ReadonlyMap<string, number> | undefined; readonly proved: boolean } {
  const { prepared } = measure;
  if ('weights' in row) {
    refuseUnknown(row, path, GIVEN);
    const weights = readWeights(row.weights, at(path, 'weights'), prepared.universe);
    return { weights, proved: true };
  }
  const find = checkOneOf(row.find, at(path, 'find'), ['best-product', 'best-pair', 'cheapest']);
  refuseUnknown(row, path, find === 'cheapest' ? CHEAPEST : BEST);
  if (find !== 'cheapest') {
    return { weights: bestOf(find === 'best-product' ? 1 : 2, prepared, aim), proved: true };
  }
  const { maxTrackingError } = row as Extract<Alternative, { readonly find: 'cheapest' }>;
  const most = checkRange(maxTrackingError, at(path, 'maxTrackingError'), { min: 0, max: 10 });
  const found = findCheapest(prepared, most * most);
  return { weights: found?.weights, proved: found?.proved ?? true };
}

function readOptions(options: ComparisonOptions): Measure {
  refuseUnknown(options, 'options', OPTIONS);
  const { universe, target, context, expectedReturn, goal } = checkObject(
    options,
    'options',
  ) as unknown as ComparisonOptions;
  const prepared = renamePaths(
    { universe: 'options.universe', target: 'options.target', context: 'options.context' },
    () => prepareSelection(target, universe, context),
  );
  const classes = universe.assetClasses.length;
  const returns = checkVector(expectedReturn, 'options.expectedReturn', classes);
  if (goal !== undefined && prepared.context.amount === undefined) {
    const expected = 'what is invested for the goal';
    throw new AptfolioError('missing-value', 'options.context.amount', expected);
  }
  // Performance fees go by the returns of the comparison where the context names none.
  const { terms } = prepared;
  const told = { ...terms, expectedReturn: terms.expectedReturn ?? returns };
  return { prepared: { ...prepared, terms: told }, expectedReturn: returns, goal };
}
