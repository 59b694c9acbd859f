import type { PlainDate } from '../../dates/index.js';
import { inner, multiply } from '../../numerics/index.js';
import { compareRatings, effectiveRisk, type Product } from '../../products/index.js';
import { entryShareOf } from '../fit/entry-shares.js';
import { exposureOf, type PreparedProducts } from '../prepare.js';
import { lockUpDays, viewOf } from '../screening/dealing-reasons.js';

/** A product with what it is compared by. */
export interface JudgedProduct {
  readonly product: Product;
  /** Whether it may be bought. */
  readonly isOpen: boolean;
  readonly isHouse: boolean;
  readonly exposure: Float64Array;
  /** Infinite where there is no way out. */
  readonly lockUpDays: number;
  /** The day on which its money can be back; absent where that cannot be said. */
  readonly backOn: PlainDate | undefined;
  /** The part of a payment that it takes on entry. */
  readonly entryShare: number;
}

/** Prepares all products for comparison, by ascending id. */
export function judgeProducts(
  { universe, lasting, context, screening }: PreparedProducts,
  houseIssuers: ReadonlySet<string>,
): readonly JudgedProduct[] {
  const { amount } = context;
  const view = viewOf(context);
  const open = new Set(screening.eligible.map(({ id }) => id));
  return universe.products.map((product) => {
    const known = lasting.byId[product.id]!;
    return {
      product,
      isOpen: open.has(product.id),
      isHouse: product.issuer !== undefined && houseIssuers.has(product.issuer),
      exposure: exposureOf(product, universe),
      lockUpDays: lockUpDays(known, view),
      backOn: view?.wayOut(known).settlesOn,
      entryShare: entryShareOf(product, amount),
    };
  });
}

/** How alike two exposures must be. */
export interface ExposureLimits {
  /** Tracking error, annual. */
  readonly sameExposure: number;
  /** classes × classes, row-major. */
  readonly covariance: Float64Array;
}

/** Shares of a look-through this close are the same. */
const SAME_SHARE = 1e-9;

/** Whether a product is no worse for the client than another in all but its annual and entry fees. */
export function servesAsWell(
  other: JudgedProduct,
  one: JudgedProduct,
  limits: ExposureLimits,
): boolean {
  if (compareRatings(effectiveRisk(other.product), effectiveRisk(one.product)) > 0) return false;
  if (other.lockUpDays > one.lockUpDays) return false;
  if (one.backOn !== undefined && !(other.backOn !== undefined && other.backOn <= one.backOn)) {
    return false;
  }
  return chargesNoMore(other.product, one.product) && isSameExposure(other, one, limits);
}

function isSameExposure(
  { exposure }: JudgedProduct,
  one: JudgedProduct,
  { sameExposure, covariance }: ExposureLimits,
): boolean {
  const rest = exposure.map((share, k) => share - one.exposure[k]!);
  if (rest.every((share) => Math.abs(share) <= SAME_SHARE)) return true;
  if (sameExposure === 0) return false;
  const variance = Math.max(0, inner(rest, multiply(covariance, rest)));
  return Math.sqrt(variance) <= sameExposure;
}

/** Whether exit fees, spread and performance fee are no higher, whatever happens. */
function chargesNoMore({ fees: other = {} }: Product, { fees: one = {} }: Product): boolean {
  if ((other.halfSpread ?? 0) > (one.halfSpread ?? 0)) return false;
  if (other.performance !== undefined) {
    const { performance } = one;
    if (performance === undefined) return false;
    if (other.performance.rate > performance.rate) return false;
    if (other.performance.hurdle < performance.hurdle) return false;
  }
  const days = [...(other.exit ?? []), ...(one.exit ?? [])].map(({ fromDays }) => fromDays);
  return days.every((day) => exitRateAt(other, day) <= exitRateAt(one, day));
}

function exitRateAt({ exit = [] }: NonNullable<Product['fees']>, days: number): number {
  let from = -1;
  let rate = 0;
  for (const tier of exit) {
    if (tier.fromDays <= days && tier.fromDays > from) [from, rate] = [tier.fromDays, tier.rate];
  }
  return rate;
}
