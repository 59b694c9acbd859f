import type { PlainDate } from '../../dates/index.js';
import { canonicalJson, sha256Bytes } from '../../evidence/index.js';
import type { RebalancingAccount } from '../account/account.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import type { Household } from '../household/household.js';
import type { LotState } from '../lots/lot-state.js';
import type { Inside } from '../policy/compiled-policy.js';
import { type Cbor, sortedKeys } from './cbor.js';
import type { HashedProduct } from './products-hash.js';

/**
 * The SHA-256 of everything that a decision is made of, written as CBOR. What is held is written as it was read, in smallest units; the rest of the
 * account as it is given, with rows whose order does not matter put in order. Products stand for themselves by one hash, policy and
 * calendar by another, both worked out when they were compiled.
 */
export function inputHashOf(
  { given, holdings }: ReadAccount,
  inside: Inside,
  asOf: PlainDate,
): string {
  const { cbor } = inside;
  cbor.clear();
  writeAround(cbor, holdings, inside, asOf);
  writeAccount(cbor, given, holdings, 'account');
  return sha256Bytes(cbor.written);
}

/** A household's account and what was read of it. */
interface HashedAccount {
  readonly given: Household['accounts'][number];
  readonly path: string;
  readonly account: ReadAccount;
}

/**
 * The same of a household.
 *
 * @param products of all its accounts, by ascending id.
 */
export function householdHashOf(
  household: Household,
  accounts: readonly HashedAccount[],
  products: readonly HashedProduct[],
  inside: Inside,
  asOf: PlainDate,
): string {
  const { accounts: _accounts, target, breached, ...rest } = household;
  const sorted = {
    ...rest,
    breached: breached && [...breached].sort(),
    target:
      target.kind === 'classes' ? { ...target, products: [...target.products].sort() } : target,
  };
  const { cbor } = inside;
  cbor.clear();
  writeAround(cbor, products, inside, asOf);
  cbor.value(sorted, 'household');
  cbor.list(accounts.length);
  const byId = [...accounts].sort((a, b) => (a.given.id < b.given.id ? -1 : 1));
  for (const { given, account, path } of byId) writeAccount(cbor, given, account.holdings, path);
  return sha256Bytes(cbor.written);
}

/** The day and its time, the products and the policy with its calendar. */
function writeAround(
  cbor: Cbor,
  products: readonly HashedProduct[],
  { productsHash, rulesHash, time }: Inside,
  asOf: PlainDate,
): void {
  cbor.text(rulesHash, '');
  cbor.text(productsHash(products), '');
  cbor.text(asOf, '');
  cbor.value(time ?? null, '');
}

/** An account: its fields but for the positions, and what is held of each product. */
function writeAccount(
  cbor: Cbor,
  given: Omit<RebalancingAccount, 'target'>,
  holdings: readonly Holding[],
  path: string,
): void {
  const fields = given as unknown as Readonly<Record<string, unknown>>;
  const keys = sortedKeys(fields);
  cbor.map(keys.length);
  for (const key of keys) {
    cbor.text(key, path);
    if (key === 'positions') writeHoldings(cbor, holdings);
    else writeField(cbor, fields[key], `${path}.${key}`);
  }
}

/** Names, money and rows say the same in whatever order. */
function writeField(cbor: Cbor, value: unknown, path: string): void {
  if (Array.isArray(value) && value.length > 1) {
    cbor.value(value.map((row) => textOf(row, path)).sort(), path);
  } else cbor.value(value, path);
}

/** A row as text; a field that is undefined counts as absent. */
function textOf(row: unknown, path: string): string {
  if (typeof row !== 'object' || row === null) return canonicalJson(row, path);
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return canonicalJson(Object.fromEntries(fields), path);
}

/** What there is of each product, by ascending id; orders under way are done in it, which stand for themselves beside. */
function writeHoldings(cbor: Cbor, holdings: readonly Holding[]): void {
  cbor.list(holdings.length);
  for (const holding of holdings) {
    const { id, local, lots, units, unitScale, price } = holding;
    cbor.list(units === undefined ? 3 : 7);
    cbor.text(id, '');
    cbor.units(local);
    if (lots === undefined) cbor.units(undefined);
    else {
      cbor.list(lots.length);
      for (const lot of lots) writeLot(cbor, lot);
    }
    if (units === undefined) continue;
    cbor.units(units);
    cbor.value(unitScale, '');
    cbor.units(price?.digits);
    cbor.value(price?.scale ?? null, '');
  }
}

function writeLot(cbor: Cbor, { id, boughtOn, value, units, cost }: LotState): void {
  const hasMore = units !== undefined || cost !== undefined;
  cbor.list(hasMore ? 5 : 3);
  cbor.text(id, '');
  cbor.text(boughtOn, '');
  cbor.units(value);
  if (!hasMore) return;
  cbor.units(units);
  cbor.units(cost);
}
