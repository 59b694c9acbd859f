import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, at, checkObject } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { NFRA_RATINGS } from './citations.js';
import { checkChanges } from './compile/check-state.js';
import type { Product } from './product.js';
import { compareRatings, effectiveRisk, type RiskRating } from './risk.js';

/** Days on which a product's ratings stayed as they are. */
export interface RatingPeriod {
  /** The first day; `null` for the ratings that a product has from the beginning. */
  readonly from: PlainDate | null;
  /** The day on which the next period begins; `null` for the ratings that hold until further notice. */
  readonly to: PlainDate | null;
  readonly issuerRisk: RiskRating;
  readonly distributorRisk: RiskRating;
  /** The rating that counts: the higher of the two. */
  readonly rating: RiskRating;
}

/**
 * A product's ratings through its life, one period for each time that the issuer or the distributor changed its own.
 *
 * The first period has no beginning and the last one no end; each begins where the one before ends.
 *
 * @throws AptfolioError with the path to a rating or a change at fault.
 *
 * Source: the higher rating counts, 金融机构产品适当性管理办法 (National Financial Regulatory Administration,
 * Order No. 7 of 2025), article 22.
 *
 * @example
 * ```ts
 * import { ratingHistory } from 'aptfolio/products';
 *
 * const changes = [{ from: '2026-06-01', distributorRisk: 'R4' }] as const;
 * const history = ratingHistory({ issuerRisk: 'R3', distributorRisk: 'R3', changes });
 * history.map(({ from, rating }) => [from, rating]); // => [[null, 'R3'], ['2026-06-01', 'R4']]
 * ```
 */
export function ratingHistory(
  product: Pick<Product, 'issuerRisk' | 'distributorRisk' | 'changes'>,
): readonly RatingPeriod[] {
  checkObject(product, 'product');
  const periods: RatingPeriod[] = [periodOf(product, null)];
  for (const { from, ...change } of checkChanges(product.changes ?? [], 'product.changes')) {
    const before = periods[periods.length - 1] as RatingPeriod;
    const after = periodOf({ ...before, ...change }, from);
    if (after.issuerRisk === before.issuerRisk && after.distributorRisk === before.distributorRisk)
      continue;
    periods[periods.length - 1] = { ...before, to: from };
    periods.push(after);
  }
  return Object.freeze(periods.map((period) => Object.freeze(period)));
}

function periodOf(
  ratings: Pick<Product, 'issuerRisk' | 'distributorRisk'>,
  from: PlainDate | null,
): RatingPeriod {
  const { issuerRisk, distributorRisk } = ratings;
  return { from, to: null, issuerRisk, distributorRisk, rating: effectiveRisk(ratings) };
}

/** Two days to compare. */
export interface RatingDays {
  readonly from: PlainDate;
  /** On or after `from`. */
  readonly to: PlainDate;
}

/** What became of a product's rating between two days. */
export interface RatingComparison {
  /** How the rating of the later day stands to that of the earlier one, whatever it was in between. */
  readonly status: 'unchanged' | 'raised' | 'lowered';
  /** The rating that counted on the first day. */
  readonly before: RiskRating;
  /** The rating that counts on the last day. */
  readonly after: RiskRating;
  /** Every change in between, by ascending day; a single one that says so if there was none. */
  readonly reasons: readonly Reason[];
}

/**
 * Whether a product was re-rated between two days, and why: every change of the issuer's or the distributor's rating after the
 * first day, up to the last one.
 *
 * A rise is a warning, since what a client holds may have come to lie above the client's level; all else is information.
 *
 * @throws AptfolioError `invalid-date` or `inconsistent` with the path `days.…`; else as `ratingHistory`.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article 22: changes of
 * a rating are disclosed and investors are told.
 *
 * @example
 * ```ts
 * import { compareRatingsOn } from 'aptfolio/products';
 *
 * const changes = [{ from: '2026-06-01', distributorRisk: 'R4' }] as const;
 * const product = { id: 'A', name: 'Balanced', issuerRisk: 'R3', distributorRisk: 'R3', changes } as const;
 * const found = compareRatingsOn(product, { from: '2026-03-02', to: '2026-09-01' });
 * found.status; // => 'raised'
 * found.reasons[0].code; // => 'products.risk-raised'
 * ```
 */
export function compareRatingsOn(
  product: Pick<Product, 'id' | 'name' | 'issuerRisk' | 'distributorRisk' | 'changes'>,
  days: RatingDays,
): RatingComparison {
  const history = ratingHistory(product);
  const { from, to } = checkDays(days);
  const first = periodAt(history, from);
  const last = periodAt(history, to);
  const steps = history.slice(history.indexOf(first), history.indexOf(last) + 1);
  const named = { product: product.id, name: product.name };
  const reasons = steps.slice(1).map((period, index) => reasonOf(named, steps[index]!, period));
  const { rating } = last;
  const unchanged = makeReason('products.risk-unchanged', 'info', { ...named, from, to, rating });
  const order = compareRatings(rating, first.rating);
  return Object.freeze({
    status: order > 0 ? 'raised' : order < 0 ? 'lowered' : 'unchanged',
    before: first.rating,
    after: rating,
    reasons: Object.freeze(reasons.length === 0 ? [unchanged] : reasons),
  });
}

function checkDays(days: RatingDays): RatingDays {
  checkObject(days, 'days');
  const from = parsePlainDate(days.from, at('days', 'from'));
  const to = parsePlainDate(days.to, at('days', 'to'));
  if (from <= to) return { from, to };
  throw new AptfolioError('inconsistent', 'days.to', `a day on or after ${from}`, to);
}

function periodAt(history: readonly RatingPeriod[], day: PlainDate): RatingPeriod {
  return history.filter(({ from }) => from === null || from <= day).at(-1) as RatingPeriod;
}

function reasonOf(
  named: { readonly product: string; readonly name: string },
  before: RatingPeriod,
  after: RatingPeriod,
): Reason {
  const parameters = {
    ...named,
    on: after.from as PlainDate,
    before: before.rating,
    after: after.rating,
    issuerRisk: after.issuerRisk,
    distributorRisk: after.distributorRisk,
  };
  const order = compareRatings(after.rating, before.rating);
  if (order > 0) return makeReason('products.risk-raised', 'warn', parameters, [NFRA_RATINGS]);
  const code = order < 0 ? 'products.risk-lowered' : 'products.risk-kept';
  return makeReason(code, 'info', parameters, [NFRA_RATINGS]);
}
