import { canonicalJson, makeReason, type Parameters, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, type Money, negateMoney, subtractMoney } from '../../money/index.js';
import type { PlannedOrder } from '../life/order.js';
import type { OrderProposal } from './proposal.js';
import { checkUnaltered } from './verify-proposals.js';

/** An order that is not the same in both versions. */
export interface OrderDifference<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The order before; absent where it was added. */
  readonly before?: PlannedOrder<C>;
  /** The order after; absent where it was removed. */
  readonly after?: PlannedOrder<C>;
  /** The names of the fields that changed, in alphabetical order; empty where the whole order came or went. */
  readonly fields: readonly string[];
  /** The gross amount after less that before; absent where they are in two currencies. */
  readonly amount?: Money<C>;
}

/** What a proposal says beside its orders. */
export type ProposalMatter = 'costs' | 'documents' | 'evidence' | 'owners' | 'validity';

/** What is not the same in two versions of a proposal. */
export interface ProposalDifference<C extends CurrencyCode = CurrencyCode> {
  /** By ascending id. */
  readonly orders: readonly OrderDifference<C>[];
  /** What else is not the same, in alphabetical order. */
  readonly parts: readonly ProposalMatter[];
  /** Each difference in words; of severity `info`. */
  readonly reasons: readonly Reason[];
}

/**
 * Names what is not the same in two versions of a proposal, or in two proposals.
 *
 * @throws AptfolioError `invalid-record` for a version that was altered, with the path `before` or `after`.
 *
 * @example
 * ```ts
 * import { diffProposals, makeProposal, reviseProposal } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const order = {
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * } as const;
 * const days = { asOf: '2026-03-02', validUntil: '2026-03-09' } as const;
 * const first = makeProposal({ id: 'PR-1', orders: [order], owners: [{ id: 'C-1' }], ...days });
 * const less = { ...order, gross: cny('80.00'), net: cny('79.94') };
 * const [change] = diffProposals(first, reviseProposal(first, { orders: [less], ...days })).orders;
 * change.fields; // => ['gross', 'net']
 * change.amount; // => { currency: 'CNY', amount: '-20.00' }
 * ```
 */
export function diffProposals<C extends CurrencyCode>(
  before: OrderProposal<C>,
  after: OrderProposal<NoInfer<C>>,
): ProposalDifference<C> {
  checkUnaltered(before, 'before');
  checkUnaltered(after, 'after');
  const orders = diffOrders(before.orders, after.orders);
  const parts = PARTS.filter((part) => textOf(part, before) !== textOf(part, after));
  return Object.freeze({
    orders,
    parts: Object.freeze(parts),
    reasons: Object.freeze([
      ...orders.flatMap(reasonsOf),
      ...parts.map((part) => partReason(part, before, after)),
    ]),
  });
}

function diffOrders<C extends CurrencyCode>(
  before: readonly PlannedOrder<C>[],
  after: readonly PlannedOrder<C>[],
): readonly OrderDifference<C>[] {
  const [was, is] = [byId(before), byId(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  return Object.freeze(ids.flatMap((id) => diffOrder(id, was.get(id), is.get(id))));
}

function diffOrder<C extends CurrencyCode>(
  id: string,
  before: PlannedOrder<C> | undefined,
  after: PlannedOrder<C> | undefined,
): readonly OrderDifference<C>[] {
  if (before === undefined || after === undefined) {
    if (after !== undefined)
      return [difference({ id, change: 'added', after, fields: [], amount: after.gross })];
    if (before === undefined) return [];
    return [
      difference({ id, change: 'removed', before, fields: [], amount: negateMoney(before.gross) }),
    ];
  }
  const fields = changedFields(before, after);
  if (fields.length === 0) return [];
  const isComparable = before.gross.currency === after.gross.currency;
  const amount = isComparable ? { amount: subtractMoney(after.gross, before.gross) } : {};
  return [difference({ id, change: 'changed', before, after, fields, ...amount })];
}

function difference<C extends CurrencyCode>(one: OrderDifference<C>): OrderDifference<C> {
  return Object.freeze({ ...one, fields: Object.freeze(one.fields) });
}

function changedFields(before: PlannedOrder, after: PlannedOrder): readonly string[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  const text = (value: unknown) => (value === undefined ? '' : canonicalJson(value));
  return names.filter((name) => text(was.get(name)) !== text(is.get(name)));
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

const PARTS: readonly ProposalMatter[] = ['costs', 'documents', 'evidence', 'owners', 'validity'];

/** A part as text, so that two can be compared. */
function textOf(part: ProposalMatter, proposal: OrderProposal): string {
  if (part === 'validity') return `${proposal.asOf} ${proposal.validUntil}`;
  const value = proposal[part];
  return value === undefined ? '' : canonicalJson(value);
}

function reasonsOf(one: OrderDifference): readonly Reason[] {
  const { id: order, change, before, after } = one;
  if (before !== undefined && after !== undefined) return changeReasons(order, before, after, one);
  const { product, gross } = (after ?? before) as PlannedOrder;
  const amount = after === undefined ? { was: gross } : { now: gross };
  return [makeReason(`orders.proposal-order-${change}`, 'info', { order, product, ...amount })];
}

/** Amount, product and day each say what they were; the rest only that it is another. */
function changeReasons(
  order: string,
  before: PlannedOrder,
  after: PlannedOrder,
  { fields }: OrderDifference,
): readonly Reason[] {
  const { product, gross: now } = after;
  const say = (code: string, parameters: Parameters): Reason =>
    makeReason(code, 'info', { order, ...parameters, fields });
  const told: string[] = [];
  const reasons: Reason[] = [];
  if (fields.includes('gross')) {
    told.push('gross', 'fee', 'net', 'units');
    reasons.push(say('orders.proposal-order-changed', { product, was: before.gross, now }));
  }
  if (fields.includes('product')) {
    told.push('product');
    const parameters = { was: before.product, now: product };
    reasons.push(say('orders.proposal-order-product-changed', parameters));
  }
  const [was, is] = [before.orderOn, after.orderOn];
  if (was !== undefined && is !== undefined && was !== is) {
    told.push('day', 'orderOn', 'dealsOn', 'settlesOn');
    reasons.push(say('orders.proposal-order-day-changed', { product, was, now: is }));
  }
  if (fields.some((name) => !told.includes(name))) {
    reasons.push(say('orders.proposal-order-terms-changed', { product, now }));
  }
  return reasons;
}

function partReason(part: ProposalMatter, before: OrderProposal, after: OrderProposal): Reason {
  const parameters =
    part === 'validity'
      ? { was: before.validUntil, now: after.validUntil }
      : { proposal: after.id };
  return makeReason(`orders.proposal-${part}-changed`, 'info', parameters);
}
