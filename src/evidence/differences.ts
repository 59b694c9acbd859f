import { at } from '../errors/index.js';

/** The paths at which two JSON values differ, the deepest that can be named, in the first value's order. */
export function differences(a: unknown, b: unknown, path: string): readonly string[] {
  if (a === b) return [];
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = Math.max(a.length, b.length);
    return Array.from({ length }, (_, i) => differences(a[i], b[i], at(path, i))).flat();
  }
  if (isObject(a) && isObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) => differences(own(a, key), own(b, key), at(path, key)));
  }
  return [path];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field, or undefined, which no JSON value is. */
function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
