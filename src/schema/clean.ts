/** Nothing that a host sends is nested more deeply than this. */
const DEEPEST = 64;

/**
 * A copy without comments (keys that start with `$`) and without fields that are `undefined`, as JSON would have it.
 *
 * Only plain objects and lists are copied; whatever else is in there is left to the schema, and so is what is nested
 * too deeply, such as an object that contains itself.
 */
export function clean(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((entry) => clean(entry, depth + 1));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !key.startsWith('$') && field !== undefined)
      .map(([key, field]) => [key, clean(field, depth + 1)]),
  );
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  // An object of another realm (a frame, a test runner) has another Object.prototype, which has no prototype itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
