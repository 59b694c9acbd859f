/** Nothing that a host sends is nested more deeply than this. */
const DEEPEST = 64;

/** Stands for what is nested too deeply or contains itself. No schema takes it, and none has to follow it down. */
export const BOTTOMLESS: unique symbol = Symbol('bottomless');

/**
 * A copy without comments (keys that start with `$`) and without fields that are `undefined`, as JSON would have it.
 *
 * Only plain objects and lists are copied, each once, however often it occurs. Whatever else is in there is left to
 * the schema.
 */
export function clean(value: unknown): unknown {
  return copy(value, 0, new Map());
}

function copy(value: unknown, depth: number, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return BOTTOMLESS;
  if (copies.has(value)) return copies.get(value);
  // Whoever meets the object again before its copy is made stands inside of it.
  copies.set(value, BOTTOMLESS);
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
