import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { MissingFact } from '../../rules/index.js';
import type { SuitabilityAssessment } from '../../suitability/index.js';
import { checkAccount } from './check-account.js';
import { checkAgreement } from './check-agreement.js';
import { checkDailyLimits } from './check-daily-limits.js';
import { checkDuplicates } from './check-duplicates.js';
import { checkFee } from './check-fee.js';
import { checkFile } from './check-file.js';
import { checkFunds } from './check-funds.js';
import { checkLiquidity } from './check-liquidity.js';
import { checkRedemption } from './check-redemption.js';
import { checkSize } from './check-size.js';
import type { CheckStatus } from './check-status.js';
import { checkTerms } from './check-terms.js';
import type { Finding } from './finding.js';
import type { OrderContext } from './order-context.js';
import { type OrderFacts, readFacts } from './order-facts.js';
import type { OrderToCheck } from './order-to-check.js';
import { type PlanHash, planHash } from './plan-hash.js';
import { readContext } from './read-context.js';
import { judge } from './suitability/judge.js';
import { type LawFinder, lawFinder } from './suitability/law-of-day.js';
import { missingOf } from './suitability/reasons-of.js';

/** The outcome of the pre-trade checks. */
export interface OrderCheck {
  /**
   * `blocked` if a reason of severity `block` stands, else `needs-approval` if one of severity `refer` is not approved, else
   * `needs-acknowledgement` if one of severity `require` or `warn` is open.
   */
  readonly status: CheckStatus;
  /** Every reason found, in the fixed order of the checks. Those of a pack's rules have the rule's id as code. */
  readonly reasons: readonly Reason[];
  /** Codes of what is still to be acknowledged by the client, or to be done first, such as a duty of the law. */
  readonly outstanding: readonly string[];
  /** Codes still to be approved: of a pack's rule by setting it aside. */
  readonly toApprove: readonly string[];
  /** What was acknowledged or approved, by code, with the id of the evidence to keep. */
  readonly evidence: Readonly<Record<string, string>>;
  /**
   * Facts with which the packs could decide, where they cannot, or could tell whether the client is to be warned, which stops no
   * order; `history` where past orders must be known.
   */
  readonly missing: readonly MissingFact[];
  /** What law and policy say, to be kept with `recordDecision`; absent where nobody was asked. */
  readonly assessment?: SuitabilityAssessment;
}

/**
 * Checks one order before it is sent.
 *
 * Law and policy are asked again under the packs of the day, with the bank's facts and what order, product file, holdings and past
 * orders say: levels, expiry, concentration, reserves, limits, time to consider are rules of packs. Without packs no purchase is allowed,
 * nor under a policy alone, nor under a law of which no rule is in force on the day.
 * Redemptions, and switches that certainly lower the risk, are not stopped by level or expiry. Then come the checks that only
 * an order can have: the account and its owners; the product's status, currency, dealing days, holding periods, minimum, step and limits, a fee that
 * is stated against that of the product file, those of a day with the orders before, which must be known; money or holding enough with open orders; money needed by a day;
 * duplicates; amounts and prices out of the usual; documents and recordings; consent to exactly this. An order that names no proposal is
 * covered by no consent or evidence of one. All reasons are given, not the first.
 *
 * Of a pack's rules: what blocks or is not known blocks; what a person must decide needs approval until the rule is set aside; a duty is
 * outstanding until the facts fulfil it, a warning until the client has acknowledged it.
 *
 * @throws AptfolioError for unknown products, missing facts, mixed currencies, a fact that no pack knows, with the path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { checkOrder } from 'aptfolio/orders';
 * import { compileProducts } from 'aptfolio/products';
 * import { compilePack } from 'aptfolio/rules';
 * import { cnNfra } from 'aptfolio/suitability/packs/cn';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'B', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *     annualFee: 0, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const order = { id: 'o1', side: 'buy', product: 'B', gross: money('CNY', '100') } as const;
 * const client = {
 *   kind: 'natural', professional: false, birthDate: '1985-01-01', civilCapacity: 'full', riskLevel: 'C3',
 *   assessedOn: '2025-03-01', changeReported: false, levelChanged: false, paymentMismatch: false,
 * } as const;
 * const context = {
 *   asOf: '2026-03-02', universe, account: { status: 'active' },
 *   packs: [compilePack(cnNfra)], facts: { client, history: { assessmentsToday: 0, assessments12m: 1 } },
 *   productFacts: { B: { regime: 'nfra-investment' } },
 *   available: money('CNY', '500'), holdings: {}, moneyNeededOn: null, openOrders: [], consent: null,
 * } as const;
 * const check = checkOrder(order, context);
 * check.status; // => 'blocked'
 * check.reasons.map((reason) => reason.code); // => ['CN-NFRA-29b']
 * check.reasons[0].citations[0].article; // => '29(2)'
 * checkOrder({ ...order, side: 'sell' }, { ...context, holdings: { B: order.gross } }).status; // => 'allowed'
 * ```
 */
export function checkOrder<C extends CurrencyCode>(
  order: OrderToCheck<C>,
  context: OrderContext<NoInfer<C>>,
): OrderCheck {
  const read = readContext(context as OrderContext);
  const together = planHash([order], { 'orders[0]': 'order' });
  return checkInContext(order, read, { law: lawFinder(read), planHash: together });
}

/** What orders that are checked together share. */
export interface Together {
  readonly law: LawFinder;
  readonly planHash: PlanHash;
}

/** Checks an order in a context that has been read. */
export function checkInContext(
  order: OrderToCheck,
  context: OrderContext,
  { law, planHash: hash }: Together,
  more: readonly Finding[] = [],
): OrderCheck {
  const facts = readFacts(order, context, hash);
  const { assessment, findings } = judge(facts, law);
  return outcomeOf(
    facts,
    [
      ...checkAccount(facts),
      ...findings,
      ...checkTerms(facts),
      ...checkRedemption(facts),
      ...checkFee(facts),
      ...checkDailyLimits(facts),
      ...checkFunds(facts),
      ...checkLiquidity(facts),
      ...checkDuplicates(facts),
      ...checkSize(facts),
      ...checkFile(facts),
      ...checkAgreement(facts),
      ...more,
    ],
    assessment,
  );
}

function outcomeOf(
  { order }: OrderFacts,
  findings: readonly Finding[],
  assessment: SuitabilityAssessment | undefined,
): OrderCheck {
  const { acknowledged = {}, approved = {} } = order;
  const evidence: Record<string, string> = {};
  const open = findings.filter(({ reason: { code }, release }) => {
    const given = release === 'acknowledge' ? acknowledged : release === 'approve' ? approved : {};
    const reference = Object.hasOwn(given, code) ? given[code] : undefined;
    if (reference === undefined) return true;
    evidence[code] = reference;
    return false;
  });
  const codesOf = (...severities: readonly Reason['severity'][]): readonly string[] =>
    Object.freeze([
      ...new Set(
        open.flatMap(({ reason }) => (severities.includes(reason.severity) ? reason.code : [])),
      ),
    ]);
  const outstanding = codesOf('require', 'warn');
  const toApprove = codesOf('refer');
  const missing = Object.freeze([
    ...(assessment === undefined ? [] : missingOf(assessment)),
    ...new Set(open.flatMap((finding) => finding.missing ?? [])),
  ]);
  return Object.freeze({
    status: statusOf(codesOf('block'), toApprove, outstanding),
    reasons: Object.freeze(findings.map(({ reason }) => reason)),
    outstanding,
    toApprove,
    evidence: Object.freeze(evidence),
    missing,
    ...(assessment === undefined ? {} : { assessment }),
  });
}

function statusOf(
  blocks: readonly string[],
  toApprove: readonly string[],
  outstanding: readonly string[],
): CheckStatus {
  if (blocks.length > 0) return 'blocked';
  if (toApprove.length > 0) return 'needs-approval';
  return outstanding.length > 0 ? 'needs-acknowledgement' : 'allowed';
}
