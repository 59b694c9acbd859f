import { AptfolioError, withoutReceived } from '../../errors/index.js';
import { canonicalJson } from '../../evidence/index.js';
import { hideKeys } from '../privacy/shown-key.js';

/** Plain data as JSON holds it. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * Checks that a value is plain JSON and returns a frozen copy, its keys in canonical order. No error shows the value, nor a
 * key of it that may be data.
 */
export function frozenJson(value: unknown, path: string): JsonValue {
  return freeze(JSON.parse(withoutKeys(path, () => canonicalJson(value, path))));
}

/** Runs a step whose errors may show what a client's record holds, and leaves only code, path and expectation. */
export function withoutValues<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    throw new AptfolioError(withoutReceived(error.issues));
  }
}

/** The same, and of keys below `root` that may be data it says only that there is one: `record[*]`. */
export function withoutKeys<T>(root: string, run: () => T): T {
  try {
    return withoutValues(run);
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    throw new AptfolioError(
      error.issues.map((issue) => Object.freeze({ ...issue, path: hideKeys(issue.path, root) })),
    );
  }
}

function freeze(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  for (const entry of Object.values(value)) freeze(entry);
  return Object.freeze(value);
}
