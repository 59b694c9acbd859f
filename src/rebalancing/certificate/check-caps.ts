import { issuersOf, UNKNOWN_ISSUER } from '../policy/read-caps.js';
import type { RuleCheck } from '../result/result.js';
import { check, type Evidence, productOf } from './evidence.js';

/** Weights come from divisions. */
const ROUNDING = 1e-9;

/** A cap, with what counts of a product in it. */
interface Cap {
  readonly kind: string;
  /** Empty for issuers that are not known. */
  readonly name: string;
  readonly most: number;
  readonly shareOf: (product: string) => number;
}

/**
 * No issuer and no group is above its most. What was above it and is no larger afterwards, or is not added to, is no fault of the trades, which the
 * rule's name says.
 */
export function checkCaps(evidence: Evidence): readonly RuleCheck[] {
  const { before, after, trades } = evidence;
  const caps = [...issuerCaps(evidence), ...groupCaps(evidence)];
  if (caps.length === 0) return [];
  const [earlier, later] = [Object.entries(before.weights), Object.entries(after.weights)];
  return caps.map((cap) => {
    const { kind, name, most, shareOf } = cap;
    const weight = weightOf(cap, later);
    const over = weight - most - ROUNDING;
    const suffix = name === '' ? '' : `:${name}`;
    if (!(over > 0)) return check(`${kind}${suffix}`, 0);
    const isAddedTo = trades.some(({ product, side }) => side === 'buy' && shareOf(product) > 0);
    const isWorse = isAddedTo && weight > weightOf(cap, earlier) + ROUNDING;
    return isWorse ? check(`${kind}${suffix}`, over) : check(`${kind}-not-worsened${suffix}`, 0);
  });
}

/** What counts in a cap of weights by product. */
function weightOf({ shareOf }: Cap, weights: readonly (readonly [string, number])[]): number {
  let sum = 0;
  for (const [id, weight] of weights) sum += weight * shareOf(id);
  return sum;
}

/** Those of all products that are held, wanted or bought. */
function issuerCaps(evidence: Evidence): readonly Cap[] {
  const { maxWeightPerIssuer = 1, maxWeightOfIssuer = {} } = evidence.policy.trading ?? {};
  if (maxWeightPerIssuer === 1 && Object.keys(maxWeightOfIssuer).length === 0) return [];
  const shares = new Map(
    Object.keys(evidence.after.weights).map((id) => [id, issuersOf(productOf(evidence, id))]),
  );
  const names = new Set([...shares.values()].flatMap((one) => Object.keys(one)));
  return [...names].sort().flatMap((name): readonly Cap[] => {
    const most = Object.hasOwn(maxWeightOfIssuer, name)
      ? maxWeightOfIssuer[name]!
      : maxWeightPerIssuer;
    const shareOf = (id: string): number => {
      const own = shares.get(id) ?? {};
      return Object.hasOwn(own, name) ? own[name]! : 0;
    };
    const kind = name === UNKNOWN_ISSUER ? 'max-weight-of-unknown-issuers' : 'max-weight-of-issuer';
    return most < 1 ? [{ kind, name, most, shareOf }] : [];
  });
}

function groupCaps({ policy }: Evidence): readonly Cap[] {
  return (policy.trading?.groups ?? []).map(({ id: name, members, max: most }) => {
    const ids = new Set(members);
    const shareOf = (id: string): number => (ids.has(id) ? 1 : 0);
    return { kind: 'max-weight-of-group', name, most, shareOf };
  });
}
