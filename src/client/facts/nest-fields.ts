import type { UnusedField } from './field-state.js';
import type { JsonValue } from './json-value.js';
import type { MergedFacts } from './merged-facts.js';

/** Fresh values, each at its place, and the paths that are not used. */
export interface NestedFields {
  readonly parts: Readonly<Record<string, JsonValue>>;
  readonly unused: readonly UnusedField[];
}

/** Puts fresh values where their paths say, a shorter path before those that fill it in. */
export function nestFields(fields: MergedFacts['fields']): NestedFields {
  const unused: UnusedField[] = [];
  let parts: Readonly<Record<string, JsonValue>> = Object.freeze({});
  for (const path of Object.keys(fields).sort()) {
    const { status, value } = fields[path]!;
    const nested = status === 'fresh' ? put(parts, path.split('.'), value) : null;
    if (nested === null) unused.push({ path, state: status === 'fresh' ? 'misplaced' : status });
    else parts = nested;
  }
  return { parts, unused };
}

/** A copy with one value more; `null` where a step on the way is no object. */
function put(
  into: JsonValue | undefined,
  [name, ...rest]: readonly string[],
  value: JsonValue,
): Readonly<Record<string, JsonValue>> | null {
  const parent = into ?? {};
  if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return null;
  const fields = parent as Readonly<Record<string, JsonValue>>;
  const own = Object.hasOwn(fields, name!) ? fields[name!] : undefined;
  const entry = rest.length === 0 ? value : put(own, rest, value);
  return entry === null && rest.length > 0 ? null : Object.freeze({ ...fields, [name!]: entry });
}
