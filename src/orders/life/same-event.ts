import type { OrderEvent } from './events.js';

/** Whether two events that have been read say the same; an event is flat but for its amounts. */
export function isSameEvent(a: OrderEvent, b: OrderEvent): boolean {
  const [first, second] = [fieldsOf(a), fieldsOf(b)];
  const names = Object.keys(first);
  if (names.length !== Object.keys(second).length) return false;
  return names.every((name) => isSame(first[name], second[name]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [first, second] = [fieldsOf(a), fieldsOf(b)];
  return first.currency === second.currency && first.amount === second.amount;
}

function fieldsOf(value: object): Readonly<Record<string, unknown>> {
  return value as Readonly<Record<string, unknown>>;
}
