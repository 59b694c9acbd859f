import { type CurrencyCode, parseAmount, toMinorUnits } from '../../money/index.js';
import type { FeeBounds } from '../product-fees.js';

/** The sums of a fee in smallest units. */
export interface FeeSums {
  readonly plus: bigint;
  readonly least: bigint;
  readonly most: bigint | undefined;
}

/** Whether a fee is more than a rate. */
export function hasSums({ plus, least, most }: FeeBounds): boolean {
  return plus !== undefined || least !== undefined || most !== undefined;
}

/** Reads the sums of a tier. */
export function readSums(bounds: FeeBounds, currency: CurrencyCode, path: string): FeeSums {
  const units = (name: keyof FeeBounds): bigint | undefined => {
    const sum = bounds[name];
    return sum === undefined ? undefined : feeUnits(sum, currency, `${path}.${name}`);
  };
  return { plus: units('plus') ?? 0n, least: units('least') ?? 0n, most: units('most') };
}

/** A fee within its bounds, and never more than the money it is taken from. */
export function withinBounds(fee: bigint, { least, most }: FeeSums, whole: bigint): bigint {
  const raised = fee < least ? least : fee;
  const lowered = most !== undefined && raised > most ? most : raised;
  return lowered < whole ? lowered : whole;
}

/** A sum of the product file in smallest units. */
export function feeUnits(amount: string, currency: CurrencyCode, path: string): bigint {
  return toMinorUnits(parseAmount(amount, currency, path, { sign: 'not-negative' }));
}
