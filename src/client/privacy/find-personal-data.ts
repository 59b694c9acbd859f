import { at, checkList, checkObject } from '../../errors/index.js';
import { frozenJson, type JsonValue } from '../facts/json-value.js';
import { fitsPattern, type PathPattern, readPattern } from './path-pattern.js';
import { type PersonalName, personalNameOf } from './personal-names.js';
import { personalValueOf } from './personal-values.js';

/** Where a record carries what core records must not. */
export interface PersonalDataFinding {
  /** `client.phone`, `transactions[3].text`; a key that is itself personal is shown as `[*]`. */
  readonly path: string;
  readonly kind: PersonalName;
  /** What gave it away: the field's name, or the form of its value. */
  readonly by: 'field-name' | 'value';
}

/** Where not to look. */
export interface PersonalDataOptions {
  /** Patterns of paths, as in a `FieldRule`, that are left out with all that lies below: `products.*.name`. */
  readonly except?: readonly string[];
}

/**
 * Finds names, phone numbers, addresses, e-mail addresses, identity, account and card numbers in a record, by the names
 * of fields and by the form of values: an identity number with its check character, a Chinese mobile number, an e-mail
 * address, an IBAN, a payment card of a scheme with its check digit.
 *
 * A guard for what goes into a store or a log, not a proof: a name in a booking's text is not found. A web address is
 * no address, an amount of money no number, and what is empty carries nothing.
 *
 * @param record plain JSON.
 * @returns findings sorted by path, never with a value; empty where nothing was found.
 * @throws AptfolioError for what JSON cannot hold, with the path `record.client.name`, `[*]` for a key that may be data, or
 * `options.except[0]`.
 *
 * Source for the identity number: GB 11643-1999; for the IBAN: ISO 13616-1; for the card's number: ISO/IEC 7812-1.
 *
 * @example
 * ```ts
 * import { findPersonalData } from 'aptfolio/client';
 *
 * const record = { client: { id: 'cli_lin', mobile: '138 0013 8000' }, notes: ['ID 11010519491231002X'] };
 * findPersonalData(record);
 * // => [
 * //   { path: 'client.mobile', kind: 'phone', by: 'field-name' },
 * //   { path: 'notes[0]', kind: 'identity-number', by: 'value' },
 * // ]
 * findPersonalData({ client: { id: 'cli_lin', birthDate: '1988-02-29' } }); // => []
 * ```
 */
export function findPersonalData(
  record: unknown,
  options: PersonalDataOptions = {},
): readonly PersonalDataFinding[] {
  const { except = [] } = checkObject(options, 'options');
  const patterns = checkList<string>(except, 'options.except').map((pattern, index) =>
    readPattern(pattern, at('options.except', index)),
  );
  const found = look(frozenJson(record, 'record'), { path: '', place: [] }, patterns);
  const unique = new Map(found.map((finding) => [`${finding.path} ${finding.kind}`, finding]));
  return Object.freeze([...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f));
}

interface Spot {
  readonly path: string;
  readonly place: readonly (string | number)[];
}

function look(
  value: JsonValue,
  spot: Spot,
  except: readonly PathPattern[],
): readonly PersonalDataFinding[] {
  if (except.some((pattern) => fitsPattern(pattern, spot.place))) return [];
  if (typeof value !== 'object' || value === null) return inValue(value, spot.path);
  if (Array.isArray(value)) {
    return value.flatMap((entry: JsonValue, index) => look(entry, below(spot, index), except));
  }
  const money = isMoney(value);
  return Object.entries(value).flatMap(([key, entry]) => {
    if (money && key === 'amount') return [];
    return inField(key, entry, spot, except);
  });
}

function inField(
  key: string,
  value: JsonValue,
  spot: Spot,
  except: readonly PathPattern[],
): readonly PersonalDataFinding[] {
  const keyKind = personalValueOf(key);
  const inside = keyKind === null ? below(spot, key) : hidden(spot, key);
  if (except.some((pattern) => fitsPattern(pattern, inside.place))) return [];
  const found = keyKind === null ? [] : [finding(inside.path, keyKind, 'value')];
  const name = personalNameOf(key);
  return name !== null && carriesAnything(value)
    ? [...found, finding(inside.path, name, 'field-name')]
    : [...found, ...look(value, inside, except)];
}

function inValue(value: JsonValue, path: string): readonly PersonalDataFinding[] {
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const kind = personalValueOf(String(value));
  return kind === null ? [] : [finding(path, kind, 'value')];
}

/** A flag such as `mobile: true` says nothing about the person, and neither does a link. */
function carriesAnything(value: JsonValue): boolean {
  if (value === null || typeof value === 'boolean' || value === '') return false;
  if (typeof value === 'object') return Object.keys(value).length > 0;
  return !/^https?:\/\//.test(String(value));
}

function isMoney(value: JsonValue): boolean {
  const { currency, amount } = value as Readonly<Record<string, JsonValue>>;
  return typeof currency === 'string' && typeof amount === 'string';
}

function below({ path, place }: Spot, key: string | number): Spot {
  return { path: at(path, key), place: [...place, key] };
}

function hidden({ path, place }: Spot, key: string): Spot {
  return { path: `${path}[*]`, place: [...place, key] };
}

function finding(
  path: string,
  kind: PersonalName,
  by: PersonalDataFinding['by'],
): PersonalDataFinding {
  return Object.freeze({ path, kind, by });
}
