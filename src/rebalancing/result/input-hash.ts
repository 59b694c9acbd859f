import type { PlainDate } from '../../dates/index.js';
import { canonicalJson, sha256Text } from '../../evidence/index.js';
import type { RebalancingAccount } from '../account/account.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Inside } from '../policy/compiled-policy.js';

/**
 * The SHA-256 of the canonical JSON of everything that a decision is made of. Policy and products stand for themselves by the hashes
 * that were worked out when they were compiled; rows whose order does not matter are put in order.
 */
export function inputHashOf(
  { given, holdings }: ReadAccount,
  inside: Inside,
  asOf: PlainDate,
): string {
  const { policyHash, calendarText } = inside;
  const products = holdings.map(({ id, item }) => `${JSON.stringify(id)}:"${item.hash}"`).join();
  return sha256Text(
    `{"account":${writeCanonical(inOrder(given), 'account')},"asOf":"${asOf}",` +
      `"calendar":${calendarText},` +
      `"policy":"${policyHash}","products":{${products}}}`,
  );
}

/** The account with its rows by id; what is absent or undefined is left out. */
function inOrder(account: RebalancingAccount): unknown {
  const { positions, cash, breached, events, recentTrades } = account;
  const sorted: Record<string, unknown> = { ...account };
  sorted.positions = sortBy(positions, ({ product }) => product).map((position) =>
    position.lots === undefined || position.lots.length < 2
      ? position
      : { ...position, lots: sortBy(position.lots, ({ id }) => id) },
  );
  if (cash !== undefined) sorted.cash = sortBy(cash, ({ currency }) => currency);
  if (breached !== undefined) sorted.breached = [...breached].sort();
  if (events !== undefined) sorted.events = [...events].sort();
  if (recentTrades !== undefined) sorted.recentTrades = sortBy(recentTrades, canonicalJson);
  return sorted;
}

function sortBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/**
 * The text of `canonicalJson`, several times as fast because most of an account is short plain text: this runs for every account of a
 * book. Anything else than plain data is left to `canonicalJson` to refuse.
 */
function writeCanonical(value: unknown, path: string): string {
  if (typeof value === 'string')
    return isPlainText(value) ? `"${value}"` : canonicalJson(value, path);
  if (Number.isFinite(value)) return `${value}`;
  if (Array.isArray(value)) {
    let list = '';
    for (let i = 0; i < value.length; i++) {
      list += `${i === 0 ? '' : ','}${writeCanonical(value[i], `${path}[${i}]`)}`;
    }
    return `[${list}]`;
  }
  if (typeof value !== 'object' || value === null) return canonicalJson(value, path);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return canonicalJson(value, path);
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sortKeys(Object.keys(fields))) {
    const field = fields[key];
    if (field === undefined) continue;
    const name = isPlainText(key) ? `"${key}"` : JSON.stringify(key);
    text += `${text === '' ? '' : ','}${name}:${writeCanonical(field, path)}`;
  }
  return `{${text}}`;
}

const [SPACE, QUOTE, BACKSLASH, TILDE] = [32, 34, 92, 126];

/** Whether a text stands in JSON as it is: printable ASCII without quotes and backslashes. */
function isPlainText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < SPACE || code > TILDE || code === QUOTE || code === BACKSLASH) return false;
  }
  return true;
}

/** Few keys are put in order by insertion, which needs no more than they are. */
const FEW = 16;

function sortKeys(keys: string[]): readonly string[] {
  if (keys.length > FEW) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let place = i;
    for (; place > 0 && keys[place - 1]! > key; place--) keys[place] = keys[place - 1]!;
    keys[place] = key;
  }
  return keys;
}
