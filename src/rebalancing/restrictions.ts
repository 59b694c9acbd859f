import { at, checkObject, checkOneOf } from '../errors/index.js';
import { findProduct, type Product, type ProductUniverse } from '../products/index.js';

/**
 * What may not be done with a holding: `locked` neither bought nor sold, `sell-only` not added to
 * (a product now rated above the client's level), `buy-only` not sold.
 */
export type Restriction = 'locked' | 'sell-only' | 'buy-only';

export interface Permission {
  readonly mayBuy: boolean;
  readonly maySell: boolean;
  /** Reason code for a purchase or sale that is not possible. */
  readonly buyReason: string;
  readonly sellReason: string;
}

const RESTRICTIONS = ['locked', 'sell-only', 'buy-only'] as const;

/** Checks that every restriction is one and names a product of the universe. */
export function checkRestrictions(
  restrictions: unknown,
  universe: ProductUniverse,
  path: string,
): Readonly<Record<string, Restriction>> {
  const given = checkObject(restrictions, path);
  for (const [id, restriction] of Object.entries(given)) {
    findProduct(id, universe, at(path, id));
    checkOneOf(restriction, at(path, id), RESTRICTIONS);
  }
  return given as Readonly<Record<string, Restriction>>;
}

/** A restriction of the account or of the product itself; the account's is named first. */
export function permissionFor(product: Product, restriction: Restriction | undefined): Permission {
  const { status } = product;
  const account = restriction === undefined ? undefined : `rebalancing.${restriction}`;
  const noBuy = restriction === 'locked' || restriction === 'sell-only';
  const noSell = restriction === 'locked' || restriction === 'buy-only';
  return {
    mayBuy: !noBuy && status === 'open',
    maySell: !noSell && status !== 'redemption-suspended',
    buyReason: noBuy && account !== undefined ? account : 'rebalancing.no-subscription',
    sellReason: noSell && account !== undefined ? account : 'rebalancing.no-redemption',
  };
}
