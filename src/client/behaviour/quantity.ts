import { parseQuantity } from '../../money/index.js';

/** Whole numbers of 10⁻¹²: units and prices are counted in them, so that no sum or comparison is rounded. */
export type Quantity = bigint;

/** Reads decimal text above 0, at most 18 digits before the point and 12 after it. */
export function readQuantity(value: unknown, path: string): Quantity {
  return parseQuantity(value, path, { sign: 'positive' });
}
