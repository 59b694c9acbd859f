import { makeReason, type Reason } from '../evidence/index.js';
import { isPositive } from '../money/index.js';
import { effectiveRisk, type Product, RISK_RATINGS, type RiskRating } from '../products/index.js';
import { assessmentValidity, RISK_LEVELS, type RiskLevel } from '../questionnaire/index.js';
import { CSRC_INSISTING, CSRC_PROHIBITED, NFRA_SUITABLE_ONLY, NFRA_VALIDITY } from './citations.js';
import type { OrderFacts } from './order-facts.js';

/** May this client acquire this product now? Orders that reduce risk always may. */
export function checkSuitability(facts: OrderFacts): readonly Reason[] {
  const { acquires: product, redeems, reducesRisk } = facts;
  if (product === undefined) return [];
  const obstacles = [...checkAssessment(facts), ...checkLevel(facts, product)];
  if (obstacles.length === 0 || !reducesRisk) return obstacles;
  const parameters = { product: product.id, from: redeems?.id ?? '' };
  return [makeReason('orders.reduces-risk', 'info', parameters)];
}

function checkAssessment({ context }: OrderFacts): readonly Reason[] {
  const { assessedOn, validMonths } = context.client;
  const options = { asOf: context.asOf, validMonths };
  const { status, validThrough } = assessmentValidity(assessedOn, options);
  if (status === 'valid') return [];
  const parameters = { assessedOn, validThrough };
  return [makeReason('orders.assessment-expired', 'block', parameters, [NFRA_VALIDITY])];
}

function checkLevel(facts: OrderFacts, product: Product): readonly Reason[] {
  const { level } = facts.context.client;
  const rating = effectiveRisk(product);
  if (isWithin(rating, level)) return [];
  const held = isHeld(facts, product.id);
  const parameters = { product: product.id, rating, level };
  const kept = held
    ? [makeReason('orders.holding-kept', 'info', { product: product.id, rating })]
    : [];
  return [aboveLevel(facts, product, parameters), ...kept];
}

/** Ck may hold up to Rk. */
function isWithin(rating: RiskRating, level: RiskLevel): boolean {
  return RISK_RATINGS.indexOf(rating) <= RISK_LEVELS.indexOf(level);
}

/**
 * A purchase above the level: blocked, unless the product's law lets the client insist, the client is
 * known not to be in the lowest category and the bank is known not to have proposed it.
 */
function aboveLevel(
  { order, context }: OrderFacts,
  product: Product,
  parameters: Reason['parameters'],
): Reason {
  if (!(context.mayInsistOn ?? []).includes(product.id)) {
    return makeReason('orders.risk-above-level', 'block', parameters, [NFRA_SUITABLE_ONLY]);
  }
  if (context.client.lowestCategory !== false) {
    return makeReason('orders.lowest-category', 'block', parameters, [CSRC_PROHIBITED]);
  }
  if (order.solicited !== false) {
    return makeReason('orders.solicited-above-level', 'block', parameters, [CSRC_PROHIBITED]);
  }
  return makeReason('orders.special-warning', 'require', parameters, [CSRC_INSISTING]);
}

function isHeld({ context }: OrderFacts, id: string): boolean {
  const value = Object.hasOwn(context.holdings, id) ? context.holdings[id] : undefined;
  return value !== undefined && isPositive(value);
}
