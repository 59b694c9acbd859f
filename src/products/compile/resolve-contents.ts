import { AptfolioError, at } from '../../errors/index.js';
import type { Product } from '../product.js';
import { isLiability, isOwedByIssuer } from '../product-type.js';
import { type KnownContents, UNKNOWN_CURRENCY } from './check-contents.js';
import { checkEvery } from './check-every.js';
import { SHARE_TOLERANCE, sumOfShares } from './check-shares.js';
import { insideFirst } from './inside-first.js';

type Shares = Readonly<Record<string, number>>;

/** A product inside another, with its share. */
interface Part {
  readonly product: Product;
  readonly share: number;
}

/**
 * Looks through the products inside products, so that every one is stated in asset classes, currencies and issuers alone.
 *
 * Each product is worked out once, after those inside it. `contains` stays, for who wants to see the products.
 *
 * @throws AptfolioError `inconsistent` for a circle, and, all products at once, for a loan inside one and for shares that do not add up.
 */
export function resolveContents(
  products: readonly Product[],
  { assetClasses, indexOf }: KnownContents,
): readonly Product[] {
  if (products.every(({ contains }) => contains === undefined)) return products;
  const resolved: (Product | undefined)[] = [...products];
  checkEvery(insideFirst(products, indexOf, 'products'), (index) => {
    const product = products[index] as Product;
    if (isEmpty(product.contains)) return;
    const path = at('products', index);
    resolved[index] = undefined;
    const parts = Object.entries(product.contains as Shares).flatMap(([id, share]) => {
      const part = resolved[indexOf.get(id) as number];
      if (part !== undefined && isLiability(part)) refuseLoan(id, path);
      return part === undefined ? [] : [{ product: part, share }];
    });
    // What holds a refused product cannot be looked through, which is no fault of its own.
    if (parts.length < Object.keys(product.contains as Shares).length) return;
    resolved[index] = lookInside(product, parts, assetClasses, path);
  });
  return resolved as readonly Product[];
}

function refuseLoan(id: string, path: string): never {
  const expected = 'a product that can be held, which a loan is not';
  throw new AptfolioError('inconsistent', at(at(path, 'contains'), id), expected, id);
}

function isEmpty(shares: Shares | undefined): boolean {
  return shares === undefined || Object.keys(shares).length === 0;
}

function lookInside(
  product: Product,
  parts: readonly Part[],
  assetClasses: ReadonlySet<string>,
  path: string,
): Product {
  const lookThrough = classesOf(product, parts, assetClasses, path);
  const currencies = product.currencies ?? currenciesOf(product, parts);
  const issuers = issuersOf(product, parts, path);
  return Object.freeze({
    ...product,
    lookThrough,
    ...(currencies === undefined ? {} : { currencies }),
    ...(issuers === undefined ? {} : { issuers }),
  });
}

/**
 * The classes of a product with other products inside. A bank may state what is held beside them, or, as a compiled product
 * does, all of it; then each class has at least what comes from inside.
 */
function classesOf(
  product: Product,
  parts: readonly Part[],
  assetClasses: ReadonlySet<string>,
  path: string,
): Shares {
  const inside = addUp(parts.map(({ product: part, share }) => [part.lookThrough, share]));
  const stated = sumOfShares(product.lookThrough);
  const place = at(path, 'lookThrough');
  if (Math.abs(stated - 1) <= SHARE_TOLERANCE) {
    refuseLessThan(inside, product.lookThrough, place);
    return product.lookThrough;
  }
  const all = stated + sumOfShares(product.contains as Shares);
  if (Math.abs(all - 1) > SHARE_TOLERANCE) {
    throw new AptfolioError('inconsistent', place, 'shares that sum to 1 with contains', all);
  }
  const classes = [...assetClasses]
    .filter((name) => inside.has(name) || Object.hasOwn(product.lookThrough, name))
    .map((name) => [name, shareOf(product.lookThrough, name) + (inside.get(name) ?? 0)] as const);
  return scaledToOne(classes);
}

function refuseLessThan(inside: ReadonlyMap<string, number>, stated: Shares, path: string): void {
  for (const [name, share] of inside) {
    const given = shareOf(stated, name);
    if (given >= share - SHARE_TOLERANCE) continue;
    const expected = `at least the ${share} that the products inside bring`;
    throw new AptfolioError('inconsistent', at(path, name), expected, given);
  }
}

/** The share of a name, also of one that every object has by nature. */
function shareOf(shares: Shares, name: string): number {
  return Object.hasOwn(shares, name) ? (shares[name] as number) : 0;
}

/** Undefined where neither the product nor any inside states a currency: then all is in that of the investment. */
function currenciesOf(product: Product, parts: readonly Part[]): Shares | undefined {
  const beside = Math.max(0, 1 - sumOfShares(product.contains as Shares));
  const sums = addUp([
    [{ [product.currency ?? UNKNOWN_CURRENCY]: 1 }, beside > SHARE_TOLERANCE ? beside : 0],
    ...parts.map(({ product: part, share }) => [statedCurrencies(part), share] as const),
  ]);
  const names = [...sums.keys()].filter((name) => (sums.get(name) as number) > 0).sort();
  if (names.every((name) => name === UNKNOWN_CURRENCY)) return undefined;
  return scaledToOne(names.map((name) => [name, sums.get(name) as number]));
}

/** The currencies of a product whose own products inside have been looked through. */
export function statedCurrencies({ currency, currencies }: Product): Shares {
  return currencies ?? { [currency ?? UNKNOWN_CURRENCY]: 1 };
}

/** The issuers of a product whose own products inside have been looked through; what is left is spread. */
export function statedIssuers({ type, issuer, issuers }: Product): Shares {
  if (issuers !== undefined) return issuers;
  return issuer !== undefined && isOwedByIssuer(type) ? { [issuer]: 1 } : {};
}

function issuersOf(product: Product, parts: readonly Part[], path: string): Shares | undefined {
  const inside = addUp(parts.map(({ product: part, share }) => [statedIssuers(part), share]));
  const stated = product.issuers ?? {};
  const names = [...new Set([...inside.keys(), ...Object.keys(stated)])].sort();
  if (names.length === 0) return product.issuers;
  // A bank that names the largest issuers alone does not take back what is known of those inside.
  const shares = names.map(
    (name) => [name, Math.max(inside.get(name) ?? 0, shareOf(stated, name))] as const,
  );
  const issuers = Object.freeze(Object.fromEntries(shares));
  const sum = sumOfShares(issuers);
  if (sum <= 1 + SHARE_TOLERANCE) return issuers;
  const expected = 'shares that leave room for what the products inside bring';
  throw new AptfolioError('inconsistent', at(path, 'issuers'), expected, sum);
}

function addUp(
  weighted: readonly (readonly [shares: Shares, weight: number])[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [shares, weight] of weighted) {
    for (const name of Object.keys(shares)) {
      sums.set(name, (sums.get(name) ?? 0) + weight * (shares[name] as number));
    }
  }
  return sums;
}

/** Without this, roundings that are allowed at every level would add up over many levels. */
function scaledToOne(shares: readonly (readonly [string, number])[]): Shares {
  let sum = 0;
  for (const [, share] of shares) sum += share;
  return Object.freeze(Object.fromEntries(shares.map(([name, share]) => [name, share / sum])));
}
