/** Nothing that a host sends is nested more deeply than this. */
const DEEPEST = 64;

/**
 * A copy without comments (keys that start with `$`) and without fields that are `undefined`, as JSON would have it.
 *
 * Only plain objects and lists are copied, each once, however often it occurs. Whatever else is in there is left to
 * the schema, and so is what is nested too deeply or contains itself.
 */
export function clean(value: unknown): unknown {
  return copy(value, 0, new Map());
}

function copy(value: unknown, depth: number, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (copies.has(value)) return copies.get(value);
  // Until its copy is made, an object that contains itself stands for itself.
  copies.set(value, value);
  const made = copyInside(value, (entry) => copy(entry, depth + 1, copies));
  copies.set(value, made);
  return made;
}

function copyInside(value: object, copyEntry: (entry: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => copyEntry(entry));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !key.startsWith('$') && field !== undefined)
      .map(([key, field]) => [key, copyEntry(field)]),
  );
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  // An object of another realm (a frame, a test runner) has another Object.prototype, which has no prototype itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
