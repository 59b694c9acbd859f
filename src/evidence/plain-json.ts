import { AptfolioError, at } from '../errors/index.js';

/** Deeper nesting is refused rather than left to overflow the stack. */
const MAX_DEPTH = 500;

/** With the `u` flag only a surrogate without its other half matches. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/**
 * Checks that a value is plain JSON data and returns a frozen copy of it without `-0`.
 *
 * What `JSON.stringify` would silently drop or change (undefined, functions, NaN, dates, maps, class
 * instances, holes in lists) is refused, so that two different values never have the same text.
 */
export function copyJson(value: unknown, path: string): unknown {
  return copy(value, path, []);
}

function copy(value: unknown, path: string, ancestors: readonly object[]): unknown {
  switch (typeof value) {
    case 'string':
      return checkCharacters(value, path);
    case 'number':
      return checkFinite(value, path);
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : copyObject(value, path, ancestors);
    default: {
      const code = value === undefined ? 'missing-value' : 'invalid-type';
      throw new AptfolioError(code, path, 'a JSON value', value);
    }
  }
}

function copyObject(value: object, path: string, ancestors: readonly object[]): unknown {
  if (ancestors.includes(value)) {
    throw new AptfolioError('inconsistent', path, 'a value that does not contain itself', value);
  }
  if (ancestors.length >= MAX_DEPTH) {
    throw new AptfolioError('too-long', path, `at most ${MAX_DEPTH} levels of nesting`);
  }
  const within = [...ancestors, value];
  if (Array.isArray(value)) return copyList(value, path, within);
  if (!isPlain(value)) {
    throw new AptfolioError('invalid-type', path, 'a plain object, list, text or number', value);
  }
  refuseSymbols(value, path);
  return Object.freeze(
    Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        checkCharacters(key, path),
        copy(entry, at(path, key), within),
      ]),
    ),
  );
}

function copyList(list: readonly unknown[], path: string, within: readonly object[]): unknown {
  refuseSymbols(list, path);
  const copies = Array.from(list, (entry, index) => copy(entry, at(path, index), within));
  // Every index is there by now, so a further key is one beside the list's entries.
  if (Object.keys(list).length !== list.length) {
    throw new AptfolioError('invalid-type', path, 'a list without further fields', list);
  }
  return Object.freeze(copies);
}

/** An object literal, also one of another window or without a prototype. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuseSymbols(value: object, path: string): void {
  if (Object.getOwnPropertySymbols(value).length === 0) return;
  throw new AptfolioError('invalid-type', path, 'an object without symbols as keys', value);
}

function checkFinite(value: number, path: string): number {
  if (!Number.isFinite(value))
    throw new AptfolioError('not-finite', path, 'a finite number', value);
  return value === 0 ? 0 : value;
}

/** Checks that a text can be written as UTF-8. */
export function checkCharacters(text: string, path: string): string {
  if (!LONE_SURROGATE.test(text)) return text;
  throw new AptfolioError('invalid-format', path, 'a text without half characters', text);
}
