import { AptfolioError, checkText } from '../../errors/index.js';
import { checkCurrency } from '../../money/index.js';
import type { Product } from '../product.js';
import { checkShareRecord, SHARE_TOLERANCE, sumOfShares } from './check-shares.js';

/** The key under which a product's part stands whose currency nobody states. */
export const UNKNOWN_CURRENCY = 'unknown';

/** What is inside a product, as a bank states it. */
export type Contents = Pick<Product, 'lookThrough' | 'contains' | 'currencies' | 'issuers'>;

/** What a product may name as being inside. */
export interface KnownContents {
  /** In the universe's order. */
  readonly assetClasses: ReadonlySet<string>;
  /** Each product's place among the rows, by id. */
  readonly indexOf: ReadonlyMap<string, number>;
}

/**
 * Checks what is inside a product, each record for itself.
 *
 * Classes alone must sum to 1; with products inside, `resolveContents` adds up.
 */
export function checkContents(row: Product, path: string, known: KnownContents): Contents {
  const { contains, currencies, issuers } = row;
  const lookThrough = checkClasses(row.lookThrough, `${path}.lookThrough`, known.assetClasses);
  if (contains === undefined || Object.keys(contains ?? {}).length === 0) {
    refuseOtherSum(lookThrough, `${path}.lookThrough`);
  }
  return {
    lookThrough,
    ...(contains === undefined
      ? {}
      : { contains: checkInside(contains, `${path}.contains`, known.indexOf) }),
    ...(currencies === undefined
      ? {}
      : { currencies: checkCurrencies(currencies, `${path}.currencies`) }),
    ...(issuers === undefined ? {} : { issuers: checkIssuers(issuers, `${path}.issuers`) }),
  };
}

function checkClasses(
  value: unknown,
  path: string,
  classes: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const shares = checkShareRecord(value, path, (name, place) => {
    if (classes.has(name)) return;
    throw new AptfolioError('unknown-id', place, 'one of the asset classes', name);
  });
  const inOrder = [...classes].filter((name) => Object.hasOwn(shares, name));
  return Object.freeze(Object.fromEntries(inOrder.map((name) => [name, shares[name] as number])));
}

function checkInside(
  value: unknown,
  path: string,
  indexOf: ReadonlyMap<string, number>,
): Readonly<Record<string, number>> {
  return checkShareRecord(value, path, (id, place) => {
    if (indexOf.has(id)) return;
    throw new AptfolioError('unknown-id', place, 'one of the products', id);
  });
}

function checkCurrencies(value: unknown, path: string): Readonly<Record<string, number>> {
  const shares = checkShareRecord(value, path, (name, place) => {
    if (name !== UNKNOWN_CURRENCY) checkCurrency(name, place);
  });
  refuseOtherSum(shares, path);
  return shares;
}

function checkIssuers(value: unknown, path: string): Readonly<Record<string, number>> {
  const shares = checkShareRecord(value, path, (name, place) => checkText(name, place));
  const sum = sumOfShares(shares);
  if (sum <= 1 + SHARE_TOLERANCE) return shares;
  throw new AptfolioError('inconsistent', path, 'shares that sum to at most 1', sum);
}

function refuseOtherSum(shares: Readonly<Record<string, number>>, path: string): void {
  const sum = sumOfShares(shares);
  if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'shares that sum to 1', sum);
  }
}
