import { checkObject } from '../errors/index.js';

/** The kinds of product that the library knows; a bank may use names of its own beside them. */
export const PRODUCT_TYPES = [
  'deposit',
  'term-deposit',
  /** Bank wealth-management product that deals on every business day. */
  'wealth-open',
  /** Bank wealth-management product that deals on open days. */
  'wealth-periodic',
  /** Bank wealth-management product that is subscribed once and pays back at maturity. */
  'wealth-closed',
  'money-fund',
  'bond-fund',
  'balanced-fund',
  'equity-fund',
  /** Fund that invests abroad under a quota. */
  'qdii-fund',
  'etf',
  'bond',
  'insurance',
  'annuity',
  'gold',
  'structured',
  /** Privately offered fund or asset-management plan. */
  'private',
  /** Money owed: a liability, which nobody buys. */
  'loan',
] as const;

/** A kind of product that the library knows. */
export type KnownProductType = (typeof PRODUCT_TYPES)[number];

/** A kind of product: one of `PRODUCT_TYPES`, or a name of the bank's own. */
export type ProductType = KnownProductType | (string & {});

/**
 * Whether a product is money owed, which counts against what a client has and which nobody buys.
 *
 * @param product its `type` is enough; a type of the bank's own is none.
 * @throws AptfolioError `missing-value` or `invalid-type` for what is no product.
 *
 * @example
 * ```ts
 * import { isLiability } from 'aptfolio/products';
 *
 * isLiability({ type: 'loan' }); // => true
 * isLiability({ type: 'bond' }); // => false
 * ```
 */
export function isLiability(product: { readonly type?: ProductType }): boolean {
  return checkObject(product, 'product').type === 'loan';
}

/** Whether a kind is one that the library knows. */
export function isKnownType(type: ProductType | undefined): type is KnownProductType {
  return type !== undefined && (PRODUCT_TYPES as readonly string[]).includes(type);
}

/** Kinds whose whole value the issuer owes or guarantees, so that it falls due with the issuer alone. */
const OWED: readonly string[] = [
  'deposit',
  'term-deposit',
  'bond',
  'insurance',
  'annuity',
  'structured',
] satisfies readonly KnownProductType[];

/** Whether all of a product's value is a claim on its issuer. */
export function isOwedByIssuer(type: ProductType | undefined): boolean {
  return type !== undefined && OWED.includes(type);
}
