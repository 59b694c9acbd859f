import type { Reason } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import { checkAgreement } from './check-agreement.js';
import { checkDuplicates } from './check-duplicates.js';
import { checkFunds } from './check-funds.js';
import { checkSuitability } from './check-suitability.js';
import { checkTerms } from './check-terms.js';
import type { OrderContext, OrderToCheck } from './order-context.js';
import { readFacts } from './order-facts.js';

/** What the pre-trade checks may come to, from the best to the worst. */
export const CHECK_STATUSES = [
  /** May be sent. */
  'allowed',
  /** May be sent once the client has acknowledged what `outstanding` names. */
  'needs-acknowledgement',
  /** May be sent once a second person has approved what `toApprove` names. */
  'needs-approval',
  /** May not be sent; no acknowledgement and no approval changes that. */
  'blocked',
] as const;

/** What the pre-trade checks came to; see `CHECK_STATUSES`. */
export type CheckStatus = (typeof CHECK_STATUSES)[number];

/** The outcome of the pre-trade checks. */
export interface OrderCheck {
  /**
   * `blocked` if a reason of severity `block` stands, else `needs-approval` if one of severity `refer`
   * is not approved, else `needs-acknowledgement` if one of severity `require` is not acknowledged.
   */
  readonly status: CheckStatus;
  /** Every reason found, in the fixed order of the checks. */
  readonly reasons: readonly Reason[];
  /** Codes still to be acknowledged by the client. */
  readonly outstanding: readonly string[];
  /** Codes still to be approved by a second person. */
  readonly toApprove: readonly string[];
}

/**
 * Checks one order before it is sent.
 *
 * Purchases, and switches into an equal or higher risk, need a valid assessment and a rating up to
 * the client's level (Ck may hold up to Rk). Redemptions and switches to lower risk reduce
 * exposure: neither level nor an expired assessment stops them. Further: the product's status,
 * lock-up beyond the day the money is needed, minimum and step, money or holding enough, twins
 * among the open orders, consent to exactly this proposal, and approval of large orders. All
 * reasons are given, not the first.
 *
 * A purchase above the level is blocked. Only for the products that `mayInsistOn` names can a client
 * who is not in the lowest category, and to whom the bank has not proposed it, insist: then the
 * special written warning is to be acknowledged.
 *
 * Sources: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of
 * 2025), articles 12, 22 and 29; 证券期货投资者适当性管理办法 (China Securities Regulatory Commission),
 * articles 19 and 22.
 *
 * @throws AptfolioError for unknown products, missing facts, mixed currencies, with the path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { checkOrder } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'B', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const order = { id: 'o1', side: 'buy', product: 'B', gross: money('CNY', '100') } as const;
 * const context = {
 *   asOf: '2026-03-02', universe,
 *   client: { level: 'C3', assessedOn: '2025-03-01', validMonths: 12 },
 *   available: money('CNY', '500'), holdings: {}, moneyNeededOn: null, openOrders: [], consent: null,
 * } as const;
 * const check = checkOrder(order, context);
 * check.status; // => 'blocked'
 * check.reasons.map((reason) => reason.code); // => ['orders.assessment-expired']
 * checkOrder({ ...order, side: 'sell' }, { ...context, holdings: { B: order.gross } }).status; // => 'allowed'
 * ```
 */
export function checkOrder<C extends CurrencyCode>(
  order: OrderToCheck<C>,
  context: OrderContext<NoInfer<C>>,
): OrderCheck {
  const facts = readFacts(order, context);
  const reasons = Object.freeze([
    ...checkSuitability(facts),
    ...checkTerms(facts),
    ...checkFunds(facts),
    ...checkDuplicates(facts),
    ...checkAgreement(facts),
  ]);
  const outstanding = without(codesOf(reasons, 'require'), context.acknowledged);
  const toApprove = without(codesOf(reasons, 'refer'), context.approved);
  const blocked = codesOf(reasons, 'block').length > 0;
  return Object.freeze({
    status: statusOf({ blocked, outstanding, toApprove }),
    reasons,
    outstanding,
    toApprove,
  });
}

function codesOf(reasons: readonly Reason[], severity: Reason['severity']): readonly string[] {
  return reasons.filter((reason) => reason.severity === severity).map((reason) => reason.code);
}

function without(codes: readonly string[], done: readonly string[] = []): readonly string[] {
  return Object.freeze(codes.filter((code) => !done.includes(code)));
}

function statusOf(found: {
  readonly blocked: boolean;
  readonly outstanding: readonly string[];
  readonly toApprove: readonly string[];
}): CheckStatus {
  if (found.blocked) return 'blocked';
  if (found.toApprove.length > 0) return 'needs-approval';
  return found.outstanding.length > 0 ? 'needs-acknowledgement' : 'allowed';
}
