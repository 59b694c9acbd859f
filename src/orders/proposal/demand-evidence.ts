import type { PlainDate } from '../../dates/index.js';
import {
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import type { Citation } from '../../evidence/index.js';
import { compareMoney, type Money, parseMoney } from '../../money/index.js';
import {
  checkUniverse,
  compareRatings,
  effectiveRisk,
  findProduct,
  type Product,
  type ProductType,
  type ProductUniverse,
  productOn,
  RISK_RATINGS,
  type RiskRating,
} from '../../products/index.js';
import type { PlannedOrder } from '../life/order.js';
import { readPlannedOrder } from '../life/read-planned.js';
import type { EvidenceDemand, EvidenceKind } from './proposal.js';
import { readCitations } from './read-fields.js';

/** When the bank asks for evidence of a sale. An order must meet every criterion that is given; none given: every order does. */
export interface EvidenceRule {
  /** Unique among the rules. */
  readonly id: string;
  readonly kind: EvidenceKind;
  /** `each-owner`: of every owner, of those with the traits where `traits` are given. */
  readonly from: 'once' | 'each-owner';
  /** A switch buys one product and sells the other, and each counts with its own criteria. */
  readonly sides?: readonly ('buy' | 'sell')[];
  /** Ids of products. */
  readonly products?: readonly string[];
  /** Kinds of product; a product whose kind is not known counts as one of them. */
  readonly types?: readonly ProductType[];
  /** The least effective rating, as it is on the order's day; of an order without days the highest that the product file has counts. */
  readonly minimumRating?: RiskRating;
  /** The least gross amount; an order in another currency counts as one that reaches it. */
  readonly fromAmount?: Money;
  /** Traits of clients, by the bank's names, one of which an owner has; an owner of whom no traits are known counts as one. */
  readonly traits?: readonly string[];
  readonly citations?: readonly Citation[];
}

/** Of whom and in what evidence is asked. */
export interface EvidenceFacts {
  readonly universe: ProductUniverse;
  /** Ids of the owners and what is known of each: `over-65`, `first-purchase`, or the bank's own; `null`: nothing is known. */
  readonly owners: Readonly<Record<string, readonly string[] | null>>;
}

/**
 * Works out which recordings and confirmations the orders of a proposal need, for `makeProposal`.
 *
 * What is not known never lets evidence be left out.
 *
 * @returns one demand for each rule that applies, by ascending id, with the orders and owners on whose account it does.
 * @throws AptfolioError for a malformed rule, order or fact, or an unknown product, with the path.
 *
 * @example
 * ```ts
 * import { demandEvidence } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 *
 * const fund = {
 *   id: 'F', name: 'Equity fund', lookThrough: { EQ: 1 }, issuerRisk: 'R4', distributorRisk: 'R4',
 *   annualFee: 0, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts([fund], ['EQ']);
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const orders = [{
 *   id: 'plan/F/1', product: 'F', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.00'), net: cny('100.00'),
 * }] as const;
 * const rules = [
 *   { id: 'high-risk', kind: 'double-recording', from: 'each-owner', sides: ['buy'], minimumRating: 'R4' },
 *   { id: 'elderly', kind: 'call-back', from: 'each-owner', traits: ['over-65'] },
 * ] as const;
 * const owners = { 'C-1': ['over-65'], 'C-2': [] };
 * const demands = demandEvidence(orders, { universe, owners }, rules);
 * demands.map(({ id, owners }) => [id, owners]);
 * // => [
 * //   ['elderly', ['C-1']],
 * //   ['high-risk', ['C-1', 'C-2']],
 * // ]
 * ```
 */
export function demandEvidence(
  orders: readonly PlannedOrder[],
  facts: EvidenceFacts,
  rules: readonly EvidenceRule[],
): readonly EvidenceDemand[] {
  const read = checkList<PlannedOrder>(orders, 'orders').map((order, i) =>
    readPlannedOrder(order, at('orders', i)),
  );
  checkUniqueIds(read, 'orders');
  refuseUnknown(checkObject(facts, 'facts'), 'facts', FACT_FIELDS);
  checkUniverse(facts.universe, 'facts.universe');
  for (const [owner, traits] of Object.entries(checkObject(facts.owners, 'facts.owners'))) {
    if (traits !== null) checkTexts(traits as readonly string[], at('facts.owners', owner), 0);
  }
  checkUniqueIds(rules, 'rules');
  const demands = rules.flatMap((rule, i) => demandOf(readRule(rule, at('rules', i)), read, facts));
  return Object.freeze(demands.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function demandOf(
  rule: EvidenceRule,
  orders: readonly PlannedOrder[],
  { universe, owners }: EvidenceFacts,
): readonly EvidenceDemand[] {
  const concerned = Object.keys(owners)
    .filter((id) => hasTrait(rule, owners[id] ?? null))
    .sort();
  const touched = orders.filter((order, i) =>
    partsOf(order, universe, at('orders', i)).some(({ side, product }) =>
      applies(rule, { side, product, order }),
    ),
  );
  if (touched.length === 0 || concerned.length === 0) return [];
  return [
    Object.freeze({
      id: rule.id,
      kind: rule.kind,
      orders: Object.freeze(touched.map(({ id }) => id).sort()),
      owners: Object.freeze(rule.from === 'each-owner' ? concerned : []),
      citations: rule.citations ?? Object.freeze([]),
    }),
  ];
}

function hasTrait({ traits }: EvidenceRule, known: readonly string[] | null): boolean {
  return traits === undefined || known === null || traits.some((trait) => known.includes(trait));
}

/** One side of an order. */
interface OrderPart {
  readonly side: 'buy' | 'sell';
  readonly product: Product;
  readonly order: PlannedOrder;
}

/** What an order buys and what it redeems: a switch does both. */
function partsOf(
  order: PlannedOrder,
  universe: ProductUniverse,
  path: string,
): readonly Pick<OrderPart, 'side' | 'product'>[] {
  const product = findProduct(order.product, universe, at(path, 'product'));
  if (order.side !== 'switch') return [{ side: order.side, product }];
  const left = findProduct(order.from, universe, at(path, 'from'));
  return [
    { side: 'buy', product },
    { side: 'sell', product: left },
  ];
}

function applies(
  { sides, products, types, minimumRating, fromAmount }: EvidenceRule,
  { side, product, order: { gross, orderOn } }: OrderPart,
): boolean {
  if (sides !== undefined && !sides.includes(side)) return false;
  if (products !== undefined && !products.includes(product.id)) return false;
  if (types !== undefined && product.type !== undefined && !types.includes(product.type)) {
    return false;
  }
  if (
    minimumRating !== undefined &&
    compareRatings(ratingOn(product, orderOn), minimumRating) < 0
  ) {
    return false;
  }
  if (fromAmount === undefined || fromAmount.currency !== gross.currency) return true;
  return compareMoney(gross, fromAmount) >= 0;
}

/** The rating of the order's day; the highest that the file has where nobody says the day. */
function ratingOn(product: Product, orderOn: PlainDate | undefined): RiskRating {
  if (orderOn !== undefined) return effectiveRisk(productOn(product, orderOn));
  const { changes = [] } = product;
  const known = [product, ...changes.map(({ from }) => productOn(product, from))];
  return known
    .map(effectiveRisk)
    .reduce((most, one) => (compareRatings(one, most) > 0 ? one : most));
}

const FACT_FIELDS: FieldsOf<EvidenceFacts> = { universe: true, owners: true };
const RULE_FIELDS: FieldsOf<EvidenceRule> = {
  id: true,
  kind: true,
  from: true,
  sides: true,
  products: true,
  types: true,
  minimumRating: true,
  fromAmount: true,
  traits: true,
  citations: true,
};

function readRule(rule: EvidenceRule, path: string): EvidenceRule {
  refuseUnknown(rule, path, RULE_FIELDS);
  checkText(rule.kind, at(path, 'kind'));
  checkOneOf(rule.from, at(path, 'from'), ['once', 'each-owner']);
  for (const name of ['sides', 'products', 'types', 'traits'] as const) {
    if (rule[name] !== undefined) checkTexts(rule[name], at(path, name), 1);
  }
  if (rule.minimumRating !== undefined) {
    checkOneOf(rule.minimumRating, at(path, 'minimumRating'), RISK_RATINGS);
  }
  if (rule.fromAmount !== undefined) parseMoney(rule.fromAmount, at(path, 'fromAmount'));
  if (rule.citations === undefined) return rule;
  return { ...rule, citations: readCitations(rule.citations, at(path, 'citations')) };
}

function checkTexts(list: readonly string[], path: string, minLength: number): void {
  checkList<string>(list, path, { minLength }).forEach((text, i) => {
    checkText(text, at(path, i));
  });
}
