/**
 * Rounds to nine digits after the point, to fewer where a double holds no more, so that a sum of decimals compares as the
 * decimals do.
 */
export function roundReckoned(value: number): number {
  if (Number.isInteger(value)) return value + 0;
  const size = Math.abs(value);
  const scale = size < 4e6 ? 1e9 : size < 4e9 ? 1e6 : size < 4e12 ? 1e3 : 1;
  return scale === 1 ? value : Math.round(value * scale) / scale + 0;
}
