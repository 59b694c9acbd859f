import { at, checkBoolean, checkObject, checkRange, checkText } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { checkTargetCriteria } from './compile/check-target-criteria.js';
import type { Product } from './product.js';
import type { TargetMarket } from './target-market.js';

/** What a target market asks about a client. What is absent is not known, which is never a yes. */
export interface TargetClient {
  /** `retail`, `professional`, `institution`, or the bank's own. */
  readonly kind?: string;
  /** Knowledge and experience score, 0 to 100. */
  readonly knowledge?: number;
  /** What the money is for: `preserve`, `income`, `growth`, or the bank's own. */
  readonly objective?: string;
  /** For how long the money can stay, years. */
  readonly horizonYears?: number;
  /** The part of the money that the client could bear to lose, decimal fraction. */
  readonly lossCapacity?: number;
  /** Whether each trait is the client's: `over-65`, `lowest-category`, or the bank's own. A trait that is not named is not known. */
  readonly traits?: Readonly<Record<string, boolean>>;
}

/** Whether a product is made for a client. */
export interface TargetMarketCheck {
  /**
   * `positive`: the client meets every criterion; `negative`: the client has a trait to which it must not be offered, or misses
   * a criterion; `undetermined`: neither, and a fact is missing.
   */
  readonly status: 'positive' | 'negative' | 'undetermined';
  /** Traits first, then the criteria that are missed (`block`), then what is not known (`require`). */
  readonly reasons: readonly Reason[];
  /** The client's facts that are missing: `horizonYears`, `traits.over-65`. */
  readonly missing: readonly string[];
}

/**
 * Whether a client is in a product's target market.
 *
 * A trait of the negative target market decides whatever else holds. A criterion that the product does not name does not restrict, and
 * a product without a target market is for everybody; the reason says so.
 *
 * @throws AptfolioError with the path to a fact or a criterion at fault: `client.knowledge`, `product.targetMarket.not`.
 *
 * Source: positive and negative target market, Directive 2014/65/EU, article 24(2), and Delegated Directive (EU) 2017/593, article 9(9); 金融机构产品适当性管理办法
 * (National Financial Regulatory Administration, Order No. 7 of 2025), article 9.
 *
 * @example
 * ```ts
 * import { checkTargetMarket } from 'aptfolio/products';
 *
 * const targetMarket = { objectives: ['growth'], minimumHorizonYears: 3, not: ['over-65'] };
 * const client = { objective: 'growth', horizonYears: 5 };
 * checkTargetMarket({ targetMarket }, { ...client, traits: { 'over-65': false } }).status; // => 'positive'
 * checkTargetMarket({ targetMarket }, { ...client, traits: { 'over-65': true } }).status; // => 'negative'
 * checkTargetMarket({ targetMarket }, client).missing; // => ['traits.over-65']
 * ```
 */
export function checkTargetMarket(
  product: Pick<Product, 'targetMarket'>,
  client: TargetClient,
): TargetMarketCheck {
  const { targetMarket } = checkObject(product, 'product') as Pick<Product, 'targetMarket'>;
  const known = checkClient(client);
  if (targetMarket === undefined) {
    return answer('positive', [makeReason('products.no-target-market', 'info')], []);
  }
  checkTargetCriteria(targetMarket, 'product.targetMarket');
  const findings = [...findTraits(targetMarket, known), ...findMisses(targetMarket, known)];
  const misses = findings.filter((finding) => finding.missing === undefined);
  const unknown = findings.filter((finding) => finding.missing !== undefined);
  const status = misses.length > 0 ? 'negative' : unknown.length > 0 ? 'undetermined' : 'positive';
  return answer(
    status,
    [...misses, ...unknown].map(({ reason }) => reason),
    unknown.map(({ missing }) => missing as string),
  );
}

function answer(
  status: TargetMarketCheck['status'],
  reasons: readonly Reason[],
  missing: readonly string[],
): TargetMarketCheck {
  return Object.freeze({
    status,
    reasons: Object.freeze([...reasons]),
    missing: Object.freeze([...missing]),
  });
}

interface Finding {
  readonly reason: Reason;
  /** The fact that would decide; absent where the client's fact is known and speaks against the product. */
  readonly missing?: string;
}

function findTraits({ not = [] }: TargetMarket, { traits = {} }: TargetClient): Finding[] {
  return not.flatMap((trait): Finding[] => {
    const has = Object.hasOwn(traits, trait) ? traits[trait] : undefined;
    if (has === false) return [];
    if (has === true) {
      const code = Object.hasOwn(EXCLUDED, trait) ? EXCLUDED[trait] : 'products.target-excluded';
      return [{ reason: makeReason(code as string, 'block', { trait }) }];
    }
    const reason = makeReason('products.target-trait-unknown', 'require', { trait });
    return [{ reason, missing: `traits.${trait}` }];
  });
}

/** Traits that have a text of their own. */
const EXCLUDED: Readonly<Record<string, string>> = {
  'over-65': 'products.target-excludes-over-65',
  'lowest-category': 'products.target-excludes-lowest-category',
  'needs-money-within-a-year': 'products.target-excludes-money-needed',
};

function findMisses(target: TargetMarket, client: TargetClient): Finding[] {
  const { clientKinds, objectives } = target;
  return [
    ...oneOf('kind', clientKinds, client.kind, 'products.target-client-kind'),
    ...atLeast('knowledge', target.minimumKnowledge, client.knowledge, 'products.target-knowledge'),
    ...oneOf('objective', objectives, client.objective, 'products.target-objective'),
    ...atLeast(
      'horizonYears',
      target.minimumHorizonYears,
      client.horizonYears,
      'products.target-horizon',
    ),
    ...atLeast(
      'lossCapacity',
      target.minimumLossCapacity,
      client.lossCapacity,
      'products.target-loss-capacity',
    ),
  ];
}

function oneOf(
  fact: keyof TargetClient,
  wanted: readonly string[] | undefined,
  value: string | undefined,
  code: string,
): Finding[] {
  if (wanted === undefined) return [];
  if (value === undefined) return [notKnown(fact)];
  return wanted.includes(value) ? [] : [{ reason: makeReason(code, 'block', { wanted, value }) }];
}

function atLeast(
  fact: keyof TargetClient,
  wanted: number | undefined,
  value: number | undefined,
  code: string,
): Finding[] {
  if (wanted === undefined) return [];
  if (value === undefined) return [notKnown(fact)];
  return value >= wanted ? [] : [{ reason: makeReason(code, 'block', { wanted, value }) }];
}

const UNKNOWN_FACTS: Readonly<Record<string, string>> = {
  kind: 'products.target-client-kind-unknown',
  knowledge: 'products.target-knowledge-unknown',
  objective: 'products.target-objective-unknown',
  horizonYears: 'products.target-horizon-unknown',
  lossCapacity: 'products.target-loss-capacity-unknown',
};

function notKnown(fact: keyof TargetClient): Finding {
  return { reason: makeReason(UNKNOWN_FACTS[fact] as string, 'require'), missing: fact };
}

/** A fact that is not of its kind is refused: it would be taken for a miss, or a yes. */
function checkClient(client: TargetClient): TargetClient {
  const given = checkObject(client, 'client');
  const { kind, knowledge, objective, horizonYears, lossCapacity, traits } = given;
  if (kind !== undefined) checkText(kind, 'client.kind');
  if (knowledge !== undefined) checkRange(knowledge, 'client.knowledge', { min: 0, max: 100 });
  if (objective !== undefined) checkText(objective, 'client.objective');
  if (horizonYears !== undefined) checkRange(horizonYears, 'client.horizonYears', { min: 0 });
  if (lossCapacity !== undefined) {
    checkRange(lossCapacity, 'client.lossCapacity', { min: 0, max: 1 });
  }
  if (traits !== undefined) {
    const place = 'client.traits';
    for (const [trait, has] of Object.entries(checkObject(traits, place))) {
      checkBoolean(has, at(place, trait));
    }
  }
  return client;
}
