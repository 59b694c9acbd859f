import { canonicalJson, sha256Bytes, utf8Bytes } from '../../evidence/index.js';

/** Major types, by their high bits. */
const [UNSIGNED, NEGATIVE, BYTES, TEXT, LIST, MAP] = [0x00, 0x20, 0x40, 0x60, 0x80, 0xa0];
const [FALSE, TRUE, NULL, DOUBLE] = [0xf4, 0xf5, 0xf6, 0xfb];

/** The tag of a whole number of any length that is at least 0. */
const BIG_NUMBER = 0xc2;

/** What a head says of the number behind it: that it is as small as this itself, or has one, two, four or eight bytes. */
const [ITSELF, ONE_BYTE, TWO_BYTES, FOUR_BYTES, EIGHT_BYTES] = [23, 24, 25, 26, 27];

const TWO_POWER_8 = 0x100;
const TWO_POWER_16 = 0x1_0000;
const TWO_POWER_32 = 0x1_0000_0000;
const TWO_POWER_64 = 0x1_0000_0000_0000_0000n;
const LARGEST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);
const ASCII = 0x7f;

/** Room for an account of some dozen positions. */
const ROOM = 2048;

/** A head with the longest number, or a number of 64 bits. */
const LONGEST_HEAD = 9;

/**
 * Writes CBOR for hashing: half as long as JSON, with nothing to be escaped and whole numbers as such; this runs for every account of a book. The
 * same content has the same bytes: heads are the shortest, lengths are known, numbers that are not whole have 64 bits, and keys stand in the
 * order of RFC 8785.
 *
 * Source: RFC 8949, sections 3 and 4.2.
 */
export class Cbor {
  #bytes = new Uint8Array(ROOM);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Forgets what is written, so that the room can be used again. */
  clear(): void {
    this.#length = 0;
  }

  /** What is written so far; valid until more is written. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Starts a list of so many entries, which are written next. */
  list(length: number): void {
    this.#head(LIST, length);
  }

  /** Starts a map of so many pairs of key and value. */
  map(size: number): void {
    this.#head(MAP, size);
  }

  /** Writes an amount of at least 0 in smallest units; nothing as `null`. */
  units(units: bigint | undefined): void {
    if (units === undefined) this.#byte(NULL);
    else if (units <= LARGEST_EXACT) this.#head(UNSIGNED, Number(units));
    else this.#bigNumber(units);
  }

  /** Writes a text; `path` is where it stands in the caller's input, for the error. */
  text(text: string, path: string): void {
    const { length } = text;
    const start = this.#length;
    this.#head(TEXT, length);
    this.#reserve(length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > ASCII) {
        this.#length = start;
        this.#encoded(text, path);
        return;
      }
      bytes[at++] = code;
    }
    this.#length = at;
  }

  /**
   * Writes plain data; a field that is undefined counts as absent, and what is no plain data is left to `canonicalJson` to refuse.
   *
   * @param path as of `text`; empty where the fields are arguments of their own.
   */
  value(value: unknown, path: string): void {
    if (typeof value === 'string') this.text(value, path);
    else if (typeof value === 'number' && Number.isFinite(value)) this.#number(value);
    else if (typeof value === 'boolean') this.#byte(value ? TRUE : FALSE);
    else if (value === null) this.#byte(NULL);
    else if (Array.isArray(value)) this.#entries(value, path);
    else if (isPlainObject(value)) this.#fields(value, path);
    else this.value(JSON.parse(canonicalJson(value, path)), path);
  }

  #entries(list: readonly unknown[], path: string): void {
    this.list(list.length);
    for (let i = 0; i < list.length; i++) this.value(list[i], `${path}[${i}]`);
  }

  #fields(fields: Readonly<Record<string, unknown>>, path: string): void {
    const keys = sortedKeys(fields);
    this.map(keys.length);
    for (const key of keys) {
      this.text(key, path);
      this.value(fields[key], path === '' ? key : `${path}.${key}`);
    }
  }

  /** Whole numbers that are exact as such, others as doubles. */
  #number(value: number): void {
    if (!Number.isSafeInteger(value)) {
      this.#reserve(LONGEST_HEAD);
      this.#byte(DOUBLE);
      this.#view.setFloat64(this.#length, value);
      this.#length += 8;
    } else if (value >= 0) this.#head(UNSIGNED, value);
    else this.#head(NEGATIVE, -1 - value);
  }

  #head(major: number, value: number): void {
    this.#reserve(LONGEST_HEAD);
    const bytes = this.#bytes;
    if (value <= ITSELF) {
      bytes[this.#length++] = major | value;
    } else if (value < TWO_POWER_8) {
      bytes[this.#length++] = major | ONE_BYTE;
      bytes[this.#length++] = value;
    } else if (value < TWO_POWER_16) {
      bytes[this.#length++] = major | TWO_BYTES;
      this.#view.setUint16(this.#length, value);
      this.#length += 2;
    } else {
      const isShort = value < TWO_POWER_32;
      bytes[this.#length++] = major | (isShort ? FOUR_BYTES : EIGHT_BYTES);
      if (!isShort) this.#fourBytes(Math.floor(value / TWO_POWER_32));
      this.#fourBytes(value % TWO_POWER_32);
    }
  }

  #fourBytes(value: number): void {
    this.#view.setUint32(this.#length, value);
    this.#length += 4;
  }

  /** In eight bytes, or with the tag of a number of any length. */
  #bigNumber(units: bigint): void {
    if (units < TWO_POWER_64) {
      this.#reserve(LONGEST_HEAD);
      this.#byte(UNSIGNED | EIGHT_BYTES);
      this.#view.setBigUint64(this.#length, units);
      this.#length += 8;
      return;
    }
    const digits = units.toString(16);
    const even = digits.length % 2 === 0 ? digits : `0${digits}`;
    this.#byte(BIG_NUMBER);
    this.#head(BYTES, even.length / 2);
    for (let i = 0; i < even.length; i += 2) this.#byte(Number.parseInt(even.slice(i, i + 2), 16));
  }

  #encoded(text: string, path: string): void {
    // Half a character is refused with the path to it.
    canonicalJson(text, path);
    const encoded = utf8Bytes(text);
    this.#head(TEXT, encoded.length);
    this.#reserve(encoded.length);
    this.#bytes.set(encoded, this.#length);
    this.#length += encoded.length;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** The hash of a value that is plain data but for fields that are undefined. */
export function hashOf(value: unknown, path: string): string {
  const cbor = new Cbor();
  cbor.value(value, path);
  return sha256Bytes(cbor.written);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Few keys are put in order by insertion, which needs no more than they are. */
const FEW = 16;

/** The names of fields that are there, ascending. */
export function sortedKeys(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(fields);
  let kept = 0;
  for (const key of keys) if (fields[key] !== undefined) keys[kept++] = key;
  keys.length = kept;
  if (kept > FEW) return keys.sort();
  for (let i = 1; i < kept; i++) {
    const key = keys[i]!;
    let place = i;
    for (; place > 0 && keys[place - 1]! > key; place--) keys[place] = keys[place - 1]!;
    keys[place] = key;
  }
  return keys;
}
