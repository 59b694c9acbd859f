import { sha256 as digest } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { AptfolioError } from '../errors/index.js';
import { canonicalJson, writeCanonical } from './canonical-json.js';
import { checkCharacters } from './plain-json.js';

/**
 * Hashes plain data by content: SHA-256 of its canonical JSON in UTF-8.
 *
 * @param path where it stands in the caller's input, for the error.
 * @returns 64 hexadecimal digits in lower case.
 * @throws AptfolioError as `canonicalJson`.
 *
 * Source: FIPS 180-4; RFC 8785.
 *
 * @example
 * ```ts
 * import { sha256 } from 'aptfolio/evidence';
 *
 * sha256({ a: 1, b: 2 }) === sha256({ b: 2, a: 1 }); // => true
 * sha256({}); // => '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
 * ```
 */
export function sha256(value: unknown, path = 'value'): string {
  return hash(canonicalJson(value, path));
}

/** Hashes what is known to be plain data already. */
export function sha256OfPlain(plain: unknown): string {
  return hash(writeCanonical(plain));
}

/**
 * Hashes a text as it stands: SHA-256 of its UTF-8 bytes, for instance of a document that a client
 * was shown.
 *
 * @returns 64 hexadecimal digits in lower case.
 * @throws AptfolioError `invalid-type`, or `invalid-format` for half a surrogate pair.
 *
 * Source: FIPS 180-4.
 *
 * @example
 * ```ts
 * import { sha256Text } from 'aptfolio/evidence';
 *
 * sha256Text('abc'); // => 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 * ```
 */
export function sha256Text(text: string): string {
  return sha256Bytes(utf8Bytes(text));
}

/**
 * The UTF-8 bytes of a text.
 *
 * @throws AptfolioError `missing-value`, `invalid-type`, or `invalid-format` for half a surrogate pair.
 *
 * Source: RFC 3629.
 *
 * @example
 * ```ts
 * import { utf8Bytes } from 'aptfolio/evidence';
 *
 * [...utf8Bytes('元')]; // => [229, 133, 131]
 * ```
 */
export function utf8Bytes(text: string): Uint8Array {
  if (text === undefined || text === null) {
    throw new AptfolioError('missing-value', 'text', 'a text', text);
  }
  if (typeof text !== 'string') throw new AptfolioError('invalid-type', 'text', 'a text', text);
  return utf8ToBytes(checkCharacters(text, 'text'));
}

/**
 * Hashes bytes as they stand: SHA-256, for instance of a file that a client was given.
 *
 * @returns 64 hexadecimal digits in lower case.
 * @throws AptfolioError `missing-value` or `invalid-type`.
 *
 * Source: FIPS 180-4.
 *
 * @example
 * ```ts
 * import { sha256Bytes } from 'aptfolio/evidence';
 *
 * sha256Bytes(new Uint8Array([97, 98, 99])); // => 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 * ```
 */
export function sha256Bytes(bytes: Uint8Array): string {
  if (bytes === undefined || bytes === null) {
    throw new AptfolioError('missing-value', 'bytes', 'bytes', bytes);
  }
  if (!(bytes instanceof Uint8Array)) {
    throw new AptfolioError('invalid-type', 'bytes', 'a Uint8Array', bytes);
  }
  return bytesToHex(digest(bytes));
}

function hash(text: string): string {
  return sha256Bytes(utf8ToBytes(text));
}
