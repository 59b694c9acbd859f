import { makeReason, type Reason } from '../../evidence/index.js';
import { effectiveRisk, type ProductUniverse, RISK_RATINGS } from '../../products/index.js';
import { RISK_LEVELS } from '../../questionnaire/index.js';
import { type Counterfactuals, findCounterfactuals } from '../../rules/index.js';
import type { SuitabilityAssessment } from '../../suitability/index.js';
import { type DealingView, viewOf } from '../screening/dealing-reasons.js';
import type { ScreeningContext } from '../screening/screening-context.js';
import type { RejectedProduct, ScreeningResult } from '../screening/screening-result.js';
import type { NearMiss } from './near-miss.js';

/** Decisions that the search for what would turn one round may take. */
const BUDGET = 2000;

/**
 * The rejected products, those first that the fewest reasons keep out, then by id, each with what would have to change; what nothing would
 * open comes last.
 *
 * Nothing here is advice to change it: a risk level follows from the assessment and is not raised for a product.
 */
export function findNearMisses(
  { rejected }: ScreeningResult,
  universe: ProductUniverse,
  context: ScreeningContext,
): readonly NearMiss[] {
  const view = viewOf(context);
  const turnRound = openCounterfactuals(context);
  return Object.freeze(
    rejected
      .map((one) => describe(one, universe, view, turnRound))
      .sort(
        (a, b) =>
          Number(isHopeless(a)) - Number(isHopeless(b)) || a.obstacles.length - b.obstacles.length,
      ),
  );
}

/** Whether something stands against a product that nobody can change. */
function isHopeless({ changes }: NearMiss): boolean {
  return changes.some(({ code }) => code === 'selection.change.none');
}

type TurnRound = (assessment: SuitabilityAssessment) => Counterfactuals | undefined;

function describe(
  { product, reasons, assessment }: RejectedProduct,
  universe: ProductUniverse,
  view: DealingView | undefined,
  turnRound: TurnRound,
): NearMiss {
  // Reasons of other rooms tell an obstacle in detail.
  const obstacles = reasons.filter(
    ({ code, severity }) => severity === 'block' && code.startsWith('selection.'),
  );
  const lasting = universe.byId[product.id] ?? product;
  const reopens = view?.purchase(lasting);
  const opening = reopens?.status === 'later' ? reopens.orderOn : undefined;
  const change = (obstacle: Reason): Reason => {
    if (obstacle.code !== 'selection.risk-above-level') return changeFor(obstacle, opening);
    const level = RISK_LEVELS[RISK_RATINGS.indexOf(effectiveRisk(product))]!;
    return makeReason('selection.change.level', 'info', { level });
  };
  const found = assessment?.status === 'block' ? turnRound(assessment) : undefined;
  return Object.freeze({
    product,
    obstacles: Object.freeze(obstacles),
    changes: Object.freeze(obstacles.map(change)),
    ...(found === undefined ? {} : { counterfactuals: found }),
  });
}

/** Products with the same facts have the same assessment, for which the search is made once. */
function openCounterfactuals(context: ScreeningContext): TurnRound {
  if (!('suitability' in context) || context.suitability === undefined) return () => undefined;
  const { suitability, asOf } = context;
  if (!('packs' in suitability)) return () => undefined;
  const found = new Map<SuitabilityAssessment, Counterfactuals>();
  return (assessment) => {
    const known = found.get(assessment);
    if (known !== undefined) return known;
    const options = { asOf, most: 3, budget: BUDGET };
    const searched = findCounterfactuals(suitability.packs, assessment.facts, options);
    found.set(assessment, searched);
    return searched;
  };
}

/** What would have to change, by what stands against a product and the parameter that says how. */
const CHANGES: Readonly<Record<string, readonly [code: string, parameter?: string, as?: string]>> =
  {
    'selection.suitability-unknown': ['selection.change.facts', 'missing'],
    'selection.target-market-unknown': ['selection.change.facts', 'missing'],
    'selection.unsuitable': ['selection.change.rule', 'rule'],
    'selection.lock-up-too-long': ['selection.change.lock-up', 'days'],
    'selection.money-back-too-late': ['selection.change.needed-later', 'back', 'on'],
    'selection.money-back-too-slowly': ['selection.change.needed-later', 'back', 'on'],
    'selection.daily-limit-unmeasured': ['selection.change.amount-known'],
    'selection.other-currency': ['selection.change.currency', 'currency'],
    'selection.rate-missing': ['selection.change.rate', 'currency'],
    'selection.below-minimum-purchase': ['selection.change.amount', 'minimum'],
  };

/** They end when the product opens again, on a day that may be known. */
const CLOSED = [
  'selection.subscription-suspended',
  'selection.redemption-suspended',
  'selection.closed',
  'selection.not-open-today',
];

function changeFor(obstacle: Reason, opening: string | undefined): Reason {
  const { code, parameters } = obstacle;
  if (CLOSED.includes(code)) {
    return opening === undefined
      ? makeReason('selection.change.reopens', 'info')
      : makeReason('selection.change.wait', 'info', { on: opening });
  }
  const change = Object.hasOwn(CHANGES, code) ? CHANGES[code] : undefined;
  if (change === undefined) return makeReason('selection.change.none', 'info');
  const [said, name, as = name] = change;
  return makeReason(said, 'info', name === undefined ? {} : { [as!]: parameters[name]! });
}
