import type { UnusedField } from './field-state.js';
import type { JsonValue } from './json-value.js';
import type { MergedFacts } from './merged-facts.js';

/** Fresh values, each at its place, and the paths that are not used. */
export interface NestedFields {
  readonly parts: Parts;
  readonly unused: readonly UnusedField[];
  /** Paths whose part of the view was taken out, whatever else said of it. */
  readonly leftOut: readonly UnusedField[];
}

type Parts = Readonly<Record<string, JsonValue>>;

/**
 * Puts fresh values where their paths say, a shorter path before those that fill it in.
 *
 * @param partOf the part of the view that goes where a path cannot be relied upon; `null` where it has to stay.
 */
export function nestFields(
  fields: MergedFacts['fields'],
  partOf: (path: string) => readonly string[] | null,
): NestedFields {
  const unused: UnusedField[] = [];
  const leftOut: UnusedField[] = [];
  let parts: Parts = Object.freeze({});
  for (const path of Object.keys(fields).sort()) {
    const { status, value } = fields[path]!;
    const nested = status === 'fresh' ? put(parts, path.split('.'), value) : null;
    if (nested !== null) {
      parts = nested;
      continue;
    }
    const state = status === 'fresh' ? 'misplaced' : status;
    const part = partOf(path);
    // A longer path's state already counts what shorter ones say, so without a value there is none.
    const rest = part === null ? parts : without(parts, part);
    const isOut = part !== null && (rest !== parts || !isSilent(state));
    (isOut ? leftOut : unused).push({ path, state });
    parts = rest;
  }
  for (const { path, state } of leftOut) {
    if (!isSilent(state)) parts = without(parts, partOf(path)!);
  }
  return { parts, unused, leftOut };
}

/** Nobody says anything; of a part that the view can do without that is no news. */
export function isSilent(state: UnusedField['state']): boolean {
  return state === 'empty' || state === 'retracted';
}

/** A copy with one value more; `null` where a step on the way is no object. */
function put(
  into: JsonValue | undefined,
  [name, ...rest]: readonly string[],
  value: JsonValue,
): Parts | null {
  const parent = into ?? {};
  if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return null;
  const fields = parent as Parts;
  const own = Object.hasOwn(fields, name!) ? fields[name!] : undefined;
  const entry = rest.length === 0 ? value : put(own, rest, value);
  return entry === null && rest.length > 0 ? null : Object.freeze({ ...fields, [name!]: entry });
}

/** A copy without what stands at a place; the same where nothing does. */
function without(from: Parts, [name, ...rest]: readonly string[]): Parts {
  if (!Object.hasOwn(from, name!)) return from;
  const { [name!]: own, ...others } = from;
  if (rest.length === 0) return Object.freeze(others);
  if (typeof own !== 'object' || own === null || Array.isArray(own)) return from;
  const left = without(own as Parts, rest);
  return left === own ? from : Object.freeze({ ...others, [name!]: left });
}
