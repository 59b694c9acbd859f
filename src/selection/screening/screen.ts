import { at, renamePaths } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { compareMoney } from '../../money/index.js';
import {
  checkTargetMarket,
  isLiability,
  type Product,
  type ProductStatus,
  type ProductUniverse,
} from '../../products/index.js';
import {
  againstPurchase,
  asIfOpen,
  type DealingView,
  lockUpDays,
  viewOf,
} from './dealing-reasons.js';
import { openJudge } from './judge-suitability.js';
import { againstReturn } from './money-back-reasons.js';
import { type LimitsOf, openPurchaseLimits } from './purchase-limits.js';
import { type ReadContext, readContext } from './read-context.js';
import type { ScreeningContext } from './screening-context.js';
import type { ProductReasons, RejectedProduct, ScreeningResult } from './screening-result.js';

/**
 * Sorts a bank's products into those open to a client, those rejected, and those only to be kept.
 *
 * Every reason of every product that is not eligible is given, in a fixed order: risk or suitability, target market,
 * lock-up, day on which money is needed, status, dealing days, currency, minimum. A liability is none to be bought, and nothing else is said. Where the status allows no purchase and no day is
 * known on which it will, the product is looked at as if it opened today, so that nothing hides behind the status. A product that is held and would be rejected is
 * `holdOnly`: additions are blocked, the holding stays. Products count as they are on the day `asOf`.
 *
 * With `suitability` packs decide in place of the level: `block` and `undetermined` reject, with the deciding rules and their
 * citations; `require`, `refer` and `warn` leave the product eligible and stand in `toDo`, as do documents that the client has not had.
 * A fact that is missing is never a yes: a target market that asks what is not known about the client rejects, and so does a rate
 * that is needed and missing.
 *
 * The fields of `selectProducts` and `checkClientFirst` may stand in the context; they change nothing here.
 *
 * @throws AptfolioError `unknown-id` for a field that no context has (`context.maxWeigthPerProduct`); for an unknown level, a lock-up limit that is no whole number of days, an amount that is not above 0,
 * a held product that the universe does not have, no `asOf` where a day decides (`context.asOf`); as `prepareAssessments` and
 * `openDealingDesk` do.
 *
 * Source for keeping what is held: 金融机构产品适当性管理办法 (National Financial Regulatory
 * Administration, Order No. 7 of 2025), article 22.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { screenProducts } from 'aptfolio/selection';
 *
 * const terms = {
 *   lookThrough: { EQUITY: 1 }, annualFee: 0.008, entryFee: 0.001, minimumPurchase: '10', step: '0.01', status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Balanced', issuerRisk: 'R3', distributorRisk: 'R3', lockUpDays: 0 },
 *     { ...terms, id: 'B', name: 'Shares', issuerRisk: 'R3', distributorRisk: 'R4', lockUpDays: 180 },
 *   ],
 *   ['EQUITY'],
 * );
 * const { eligible, rejected } = screenProducts(universe, { level: 'C3', maxLockUpDays: 90 });
 * eligible.map((product) => product.id); // => ['A']
 * rejected[0].reasons.map((reason) => reason.code);
 * // => ['selection.risk-above-level', 'selection.lock-up-too-long']
 * ```
 */
export function screenProducts(
  universe: ProductUniverse,
  context: ScreeningContext,
): ScreeningResult {
  const read = readContext(universe, context);
  const judge = openJudge(read.given);
  const view = viewOf(read.given);
  const limitsOf = openPurchaseLimits(read.given);
  const eligible: Product[] = [];
  const rejected: RejectedProduct[] = [];
  const holdOnly: RejectedProduct[] = [];
  const toDo: ProductReasons[] = [];
  for (const product of read.universe.products) {
    const judgement = renamePaths({ product: at('universe.byId', product.id) }, () =>
      judge(product),
    );
    // What changes later tells when a product can be left again.
    const lasting = universe.byId[product.id]!;
    const sought = view === undefined ? lasting : asIfOpen(lasting, product.status, view);
    const against = isLiability(product)
      ? [makeReason('selection.liability', 'block')]
      : [
          ...judgement.against,
          ...againstTargetMarket(product, read),
          ...againstLockUp(sought, read, view),
          ...(view === undefined ? [] : againstReturn(sought, read, { view, limitsOf })),
          ...againstStatus(product),
          ...againstDay(product, { lasting, sought }, view),
          ...againstCurrencyAndMinimum(product, read, limitsOf),
        ];
    const { assessment } = judgement;
    if (against.length === 0) {
      eligible.push(product);
      const duties = [...judgement.toDo, ...documentsOf(product, read)];
      if (duties.length > 0) toDo.push(withReasons(product, duties, assessment));
    } else if (read.held.has(product.id)) {
      const parameters = { product: product.id, name: product.name };
      const kept = makeReason('selection.hold-only', 'warn', parameters);
      holdOnly.push(withReasons(product, [...against, kept], assessment));
    } else rejected.push(withReasons(product, against, assessment));
  }
  return Object.freeze({
    eligible: Object.freeze(eligible),
    rejected: Object.freeze(rejected),
    holdOnly: Object.freeze(holdOnly),
    toDo: Object.freeze(toDo),
  });
}

function withReasons(
  product: Product,
  reasons: readonly Reason[],
  assessment: ProductReasons['assessment'],
): ProductReasons {
  const list = Object.freeze([...reasons]);
  return Object.freeze(
    assessment === undefined ? { product, reasons: list } : { product, reasons: list, assessment },
  );
}

function againstTargetMarket(product: Product, { given }: ReadContext): readonly Reason[] {
  if (product.targetMarket === undefined) return [];
  const { status, reasons, missing } = checkTargetMarket(product, given.client ?? {});
  if (status === 'positive') return [];
  const reason =
    status === 'negative'
      ? makeReason('selection.outside-target-market', 'block')
      : makeReason('selection.target-market-unknown', 'block', { missing });
  return [reason, ...reasons];
}

function againstLockUp(
  product: Product,
  { given }: ReadContext,
  view: DealingView | undefined,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const { maxLockUpDays: maximum } = given;
  if (maximum !== undefined) {
    const days = lockUpDays(product, view);
    if (days === Number.POSITIVE_INFINITY) {
      reasons.push(makeReason('selection.no-way-out', 'block', { maximum }));
    } else if (days > maximum) {
      reasons.push(makeReason('selection.lock-up-too-long', 'block', { days, maximum }));
    }
  }
  return reasons;
}

const STATUS_CODES: Readonly<Record<Exclude<ProductStatus, 'open'>, string>> = {
  'subscription-suspended': 'selection.subscription-suspended',
  'redemption-suspended': 'selection.redemption-suspended',
  closed: 'selection.closed',
};

function againstStatus({ status }: Product): readonly Reason[] {
  return status === 'open' ? [] : [makeReason(STATUS_CODES[status], 'block')];
}

/** The days on which a product deals; of one whose status allows no purchase, only where its days allow none either. */
function againstDay(
  { status }: Product,
  { lasting, sought }: Readonly<Record<'lasting' | 'sought', Product>>,
  view: DealingView | undefined,
): readonly Reason[] {
  if (view === undefined) return [];
  return status === 'open' || sought !== lasting ? againstPurchase(sought, view) : [];
}

function againstCurrencyAndMinimum(
  product: Product,
  read: ReadContext,
  limitsOf: LimitsOf,
): readonly Reason[] {
  const { given, currencies, held } = read;
  const { amount } = given;
  const { currency } = product;
  if (amount === undefined) return [];
  const wanted = amount.currency;
  const reasons: Reason[] = [];
  if (currency !== undefined && currency !== wanted && !currencies.has(currency)) {
    reasons.push(makeReason('selection.other-currency', 'block', { currency, wanted }));
  }
  const limits = limitsOf(product, held.has(product.id));
  if (limits === undefined) {
    reasons.push(makeReason('selection.rate-missing', 'block', { currency: currency!, wanted }));
  } else if (!limits.isAffordable) {
    const parameters = { minimum: limits.leastBought, available: amount };
    reasons.push(makeReason('selection.below-minimum-purchase', 'block', parameters));
  }
  if (limits?.dailyPurchase && compareMoney(limits.dailyPurchase, limits.leastBought) < 0) {
    const parameters = { daily: limits.dailyPurchase, minimum: limits.leastBought };
    reasons.push(makeReason('selection.daily-limit-below-minimum', 'block', parameters));
  }
  return reasons;
}

function documentsOf({ documents = [] }: Product, read: ReadContext): readonly Reason[] {
  const missing = documents.filter((document) => !read.documents.has(document));
  if (missing.length === 0) return [];
  return [makeReason('selection.documents-required', 'require', { documents: missing })];
}
