import { at, checkObject, checkRange } from '../../errors/index.js';

/** How far shares may miss their sum through rounding in the bank's file. */
export const SHARE_TOLERANCE = 1e-9;

/** Checks decimal fractions by name and returns a frozen copy by ascending name. */
export function checkShareRecord(
  value: unknown,
  path: string,
  checkName?: (name: string, path: string) => void,
): Readonly<Record<string, number>> {
  const shares = checkObject(value, path);
  const entries = Object.keys(shares)
    .sort()
    .map((name) => {
      const place = at(path, name);
      checkName?.(name, place);
      return [name, checkRange(shares[name], place, { min: 0, max: 1 })] as const;
    });
  return Object.freeze(Object.fromEntries(entries));
}

/** The sum of shares, in the order of their names. */
export function sumOfShares(shares: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const name of Object.keys(shares)) sum += shares[name] as number;
  return sum;
}
