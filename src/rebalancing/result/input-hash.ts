import type { PlainDate } from '../../dates/index.js';
import { canonicalJson, sha256Bytes } from '../../evidence/index.js';
import type { RebalancingAccount } from '../account/account.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Household } from '../household/household.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { CanonicalBytes } from './canonical-bytes.js';
import type { HashedProduct } from './products-hash.js';

/**
 * The SHA-256 of the canonical JSON of everything that a decision is made of, an amount of money as one text. Policy and products stand for
 * themselves by the hashes that were worked out when they were compiled, the products together by one of theirs; rows whose order does not
 * matter are put in order.
 */
export function inputHashOf(
  { given, holdings }: ReadAccount,
  inside: Inside,
  asOf: PlainDate,
): string {
  const { bytes } = inside;
  bytes.clear();
  bytes.text('{"account":');
  bytes.value(inOrder(given), 'account');
  bytes.text(`,"asOf":"${asOf}","calendar":${inside.calendarText}`);
  return hashWith(bytes, holdings, inside);
}

/**
 * The same of a household.
 *
 * @param products of all its accounts, by ascending id.
 */
export function householdHashOf(
  household: Household,
  products: readonly HashedProduct[],
  inside: Inside,
  asOf: PlainDate,
): string {
  const { accounts, breached, target } = household;
  const sorted: Record<string, unknown> = { ...household };
  sorted.accounts = sortBy(accounts, ({ id }) => id).map(inOrder);
  if (breached !== undefined) sorted.breached = [...breached].sort();
  if (target.kind === 'classes') {
    sorted.target = { ...target, products: [...target.products].sort() };
  }
  const { bytes } = inside;
  bytes.clear();
  bytes.text(`{"asOf":"${asOf}","calendar":${inside.calendarText},"household":`);
  bytes.value(sorted, 'household');
  return hashWith(bytes, products, inside);
}

/** Adds the policy and the products. */
function hashWith(
  bytes: CanonicalBytes,
  products: readonly HashedProduct[],
  { policyHash, productsHash, time }: Inside,
): string {
  bytes.text(`,"policy":"${policyHash}","products":"${productsHash(products)}"`);
  if (time !== undefined) bytes.text(`,"time":"${time}"`);
  bytes.text('}');
  return sha256Bytes(bytes.written);
}

/** The account with its rows by id; what is absent or undefined is left out. */
function inOrder(account: Omit<RebalancingAccount, 'target'>): Readonly<Record<string, unknown>> {
  const { positions, cash, breached, events, recentTrades, receivables, openOrders } = account;
  const sorted: Record<string, unknown> = { ...account };
  sorted.positions = sortBy(positions, ({ product }) => product).map((position) => {
    if (position.lots === undefined) return position;
    const lots = sortBy(position.lots, ({ id }) => id);
    return lots === position.lots ? position : { ...position, lots };
  });
  if (cash !== undefined) sorted.cash = sortBy(cash, ({ currency }) => currency);
  if (breached !== undefined) sorted.breached = [...breached].sort();
  if (events !== undefined) sorted.events = [...events].sort();
  if (recentTrades !== undefined) sorted.recentTrades = sortBy(recentTrades, textOf);
  const { plannedPurchases } = account;
  if (plannedPurchases !== undefined) {
    sorted.plannedPurchases = sortBy(plannedPurchases, textOf);
  }
  if (receivables !== undefined) sorted.receivables = sortBy(receivables, textOf);
  if (openOrders !== undefined) sorted.openOrders = sortBy(openOrders, textOf);
  return sorted;
}

/** A row as text; a field that is undefined counts as absent. */
function textOf(row: object): string {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return canonicalJson(Object.fromEntries(fields));
}

/** Rows by their keys; the list itself where they are in order already, which most are. */
function sortBy<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  const isInOrder = rows.every((row, i) => i === 0 || keyOf(rows[i - 1]!) <= keyOf(row));
  if (isInOrder) return rows;
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
