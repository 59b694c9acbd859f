import { formatQuantity, parseQuantity } from '../../money/index.js';

/** Checks decimal text above zero, units or a price, and writes it without zeros at the end. */
export function readQuantity(value: unknown, path: string): string {
  return formatQuantity(parseQuantity(value, path, { sign: 'positive' }));
}
