import canonicalize from 'canonicalize';
import { copyJson } from './plain-json.js';

/**
 * Writes plain data as canonical JSON: the same bytes for the same content, whatever the order in
 * which the keys were set, on every engine.
 *
 * @param value texts, finite numbers, booleans, null, and lists and plain objects of these.
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError for what JSON cannot hold, with the path to it: `missing-value` for
 * undefined, `not-finite`, `inconsistent` for a value that contains itself, `invalid-format` for half
 * a surrogate pair, `too-long` for more than 500 levels, `invalid-type` for anything else.
 *
 * Source: RFC 8785, JSON Canonicalization Scheme.
 *
 * @example
 * ```ts
 * import { canonicalJson } from 'aptfolio/evidence';
 *
 * canonicalJson({ b: [1e21, -0], a: '元' }); // => '{"a":"元","b":[1e+21,0]}'
 * canonicalJson({ a: { b: undefined } }); // => throws 'missing-value', 'value.a.b'
 * ```
 */
export function canonicalJson(value: unknown, path = 'value'): string {
  return writeCanonical(copyJson(value, path));
}

/** Writes what is known to be plain data already. */
export function writeCanonical(plain: unknown): string {
  return canonicalize(plain) as string;
}
