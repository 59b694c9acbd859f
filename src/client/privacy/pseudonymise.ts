import { AptfolioError, at, checkList, checkObject } from '../../errors/index.js';
import { frozenJson, type JsonValue } from '../facts/json-value.js';
import { fitsPattern, type PathPattern, readPattern } from './path-pattern.js';
import { isShown, shownPlace } from './shown-place.js';
import { tells, tellsOneOf } from './tells.js';

/** Where a record holds references to persons and accounts. */
export interface PseudonymPolicy {
  /** Patterns of paths, as in a `FieldRule`; see `clientReferencePaths`. */
  readonly references: readonly string[];
}

/**
 * Where a client view holds references to persons and accounts.
 *
 * @example
 * ```ts
 * import { clientReferencePaths } from 'aptfolio/client';
 *
 * clientReferencePaths.includes('client.id'); // => true
 * ```
 */
export const clientReferencePaths: readonly string[] = Object.freeze([
  'client.id',
  'coOwners.*.id',
  'transactions.*.id',
  'transactions.*.account',
  'transactions.*.counterparty',
]);

/** A record under pseudonyms. */
export interface Pseudonymised {
  readonly record: { readonly [key: string]: JsonValue };
  /** Where references were replaced: sorted, each once, as patterns with `*` for places in lists and for names that are data. */
  readonly replaced: readonly string[];
  /** Where one of the replaced references still stands, as a name of a field or a word of a text, in whatever case; best empty. */
  readonly remaining: readonly string[];
}

/**
 * Replaces the references in a record by pseudonyms, the same reference by the same one everywhere.
 *
 * The library holds no secret: the host brings a keyed function, such as an HMAC. It has to give a text that is not
 * the reference, the same for the same reference, and another for another. A pseudonym is still personal information,
 * as whoever has the key can tell whose it is.
 *
 * @param record plain JSON.
 * @param policy where the references are; what stands elsewhere is reported in `remaining`, not replaced.
 * @param pseudonymOf the host's keyed function.
 * @throws AptfolioError with the path to the reference, `record.client.id`, and never its text, `[*]` for a name that may be
 * data: `invalid-type` for a reference or pseudonym that is no text, `empty`, `too-long` above 200 characters,
 * `inconsistent` for a pseudonym that contains the reference or another one, in whatever case, that changes from call to call, or that
 * two references share. One of fewer than 7 characters may stand within a longer word of the pseudonym, by chance; so may another
 * reference of the record of fewer than 8, or of fewer than 16 hexadecimal digits alone.
 *
 * @example
 * ```ts
 * import { clientReferencePaths, pseudonymise } from 'aptfolio/client';
 * import { sha256Text } from 'aptfolio/evidence';
 *
 * // A host uses an HMAC and a key from its own vault.
 * const keyed = (text) => `p-${sha256Text(`key ${text}`).slice(0, 8)}`;
 * const record = { client: { id: 'cli_lin' }, note: 'cli_lin asked', coOwners: [{ id: 'cli_chen', level: 'C2' }] };
 * const result = pseudonymise(record, { references: clientReferencePaths }, keyed);
 * result.record.client.id; // => 'p-f83c133d'
 * result.replaced; // => ['client.id', 'coOwners.*.id']
 * result.remaining; // => ['note']
 * pseudonymise(record, { references: ['client.id'] }, (text) => `x_${text}`); // => throws 'inconsistent', 'record.client.id'
 * ```
 */
export function pseudonymise(
  record: object,
  policy: PseudonymPolicy,
  pseudonymOf: (reference: string) => string,
): Pseudonymised {
  const references = checkList<string>(
    checkObject(policy, 'policy').references,
    'policy.references',
  );
  const patterns = references.map((pattern, i) => readPattern(pattern, at('policy.references', i)));
  if (typeof pseudonymOf !== 'function') {
    throw new AptfolioError('invalid-type', 'pseudonymOf', 'a function', pseudonymOf);
  }
  const given = frozenJson(checkObject(record, 'record'), 'record');
  const work: Work = {
    patterns,
    pseudonymOf,
    names: new Map(),
    folded: new Set(),
    owners: new Map(),
    replaced: new Map(),
  };
  const copy = replace(given, [], work);
  refuseSwaps(work);
  return Object.freeze({
    record: copy as Pseudonymised['record'],
    replaced: sorted(work.replaced.values()),
    remaining: sorted(remains(given, [], work)),
  });
}

interface Work {
  readonly patterns: readonly PathPattern[];
  readonly pseudonymOf: (reference: string) => string;
  /** Reference → pseudonym. */
  readonly names: Map<string, string>;
  /** The references in small letters. */
  readonly folded: Set<string>;
  /** Pseudonym → where it was first given. */
  readonly owners: Map<string, string>;
  /** Place → how it is shown. */
  readonly replaced: Map<string, string>;
}

type Place = readonly (string | number)[];

function replace(value: JsonValue, place: Place, work: Work): JsonValue {
  if (typeof value !== 'object' || value === null) {
    const pattern = work.patterns.find((each) => fitsPattern(each, place));
    if (pattern === undefined || value === null) return value;
    work.replaced.set(JSON.stringify(place), shownPlace(place, pattern));
    return nameFor(value, pathOf(place, pattern), work);
  }
  if (Array.isArray(value)) {
    return Object.freeze(value.map((entry: JsonValue, i) => replace(entry, [...place, i], work)));
  }
  return Object.freeze(
    Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, replace(entry, [...place, key], work)]),
    ),
  );
}

/** Where a reference stands, for an error: with places in lists, without names that are data. */
function pathOf(place: Place, pattern: PathPattern): string {
  return place.reduce<string>((path, name, index) => {
    if (typeof name === 'number') return at(path, name);
    return isShown(name, pattern[index]) ? at(path, name) : `${path}[*]`;
  }, 'record');
}

function nameFor(reference: JsonValue, path: string, work: Work): string {
  if (typeof reference !== 'string') {
    throw new AptfolioError('invalid-type', path, 'a text as the reference');
  }
  if (reference === '') throw new AptfolioError('empty', path, 'a reference');
  if (reference.length > MAX_LENGTH) {
    throw new AptfolioError('too-long', path, `a reference of at most ${MAX_LENGTH} characters`);
  }
  const known = work.names.get(reference);
  if (known !== undefined) return known;
  const name = checkPseudonym(work.pseudonymOf(reference), reference, path);
  if (work.pseudonymOf(reference) !== name) {
    throw new AptfolioError('inconsistent', path, 'the same pseudonym for the same reference');
  }
  if (work.owners.has(name)) {
    throw new AptfolioError('inconsistent', path, 'another pseudonym for another reference');
  }
  work.names.set(reference, name);
  work.folded.add(reference.toLowerCase());
  work.owners.set(name, path);
  return name;
}

const MAX_LENGTH = 200;

function checkPseudonym(name: unknown, reference: string, path: string): string {
  if (typeof name !== 'string') {
    throw new AptfolioError('invalid-type', path, 'a text as the pseudonym');
  }
  if (name === '') throw new AptfolioError('empty', path, 'a pseudonym of at least one character');
  if (name.length > MAX_LENGTH) {
    throw new AptfolioError('too-long', path, `a pseudonym of at most ${MAX_LENGTH} characters`);
  }
  if (!tells(name, reference)) return name;
  throw new AptfolioError('inconsistent', path, 'a pseudonym that does not hold the reference');
}

/** A pseudonym that is or holds another one's reference would be taken for that one, and gives it away. */
function refuseSwaps({ owners, folded }: Work): void {
  const isTelling = tellsOneOf(folded);
  for (const [name, path] of owners) {
    if (!isTelling(name)) continue;
    throw new AptfolioError(
      'inconsistent',
      path,
      'a pseudonym that holds no reference of the record',
    );
  }
}

function remains(value: JsonValue, place: Place, work: Work): readonly string[] {
  if (typeof value === 'string') {
    const replaced = work.replaced.has(JSON.stringify(place));
    return !replaced && holdsReference(value, work) ? [shownWithout(place, work)] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry: JsonValue, i) => remains(entry, [...place, i], work));
  }
  return Object.entries(value).flatMap(([key, entry]) => [
    ...(holdsReference(key, work) ? [shownWithout([...place, key], work)] : []),
    ...remains(entry, [...place, key], work),
  ]);
}

/** A field whose name is a reference is shown as a place in a list is. */
function shownWithout(place: Place, work: Work): string {
  const hidden = place.map((name) => (holdsReference(String(name), work) ? 0 : name));
  return shownPlace(hidden, undefined);
}

function holdsReference(text: string, { folded }: Work): boolean {
  const small = text.toLowerCase();
  if (folded.has(small)) return true;
  return small.split(/[^\w.:-]+/).some((word) => folded.has(word.replace(/[.:-]+$/, '')));
}

function sorted(paths: Iterable<string>): readonly string[] {
  return Object.freeze([...new Set(paths)].sort());
}
