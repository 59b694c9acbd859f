import { makeReason, type Reason } from '../../evidence/index.js';
import { capName, capParameters, weightIn } from '../reach/caps.js';
import type { Situation } from '../reach/situation.js';

/** Weights come from divisions. */
const ROUNDING = 1e-9;

/** Products, issuers and groups that stay above the most that the policy allows. */
export function aboveMost(situation: Situation, weights: Float64Array): Reason[] {
  return [...productsAbove(situation, weights), ...capsAbove(situation, weights)];
}

function productsAbove({ account, inside }: Situation, weights: Float64Array): Reason[] {
  const { maxWeight } = inside.policy.trading;
  if (maxWeight.size === 0) return [];
  return account.holdings.flatMap(({ id }, place) => {
    const most = maxWeight.get(id);
    const weight = weights[place]!;
    if (most === undefined || weight <= most + ROUNDING) return [];
    return [makeReason('rebalancing.max-weight-exceeded', 'warn', { product: id, weight, most })];
  });
}

function capsAbove({ caps }: Situation, weights: Float64Array): Reason[] {
  return caps.flatMap(({ cap, shares }) => {
    const weight = weightIn(shares, weights);
    if (weight <= cap.max + ROUNDING) return [];
    const parameters = { ...capParameters(cap), weight, most: cap.max };
    return [makeReason(`rebalancing.${capName(cap)}-exceeded`, 'warn', parameters)];
  });
}
