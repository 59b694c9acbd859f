/** More decimals would show the noise of a division. */
const MOST_DECIMALS = 10;

/**
 * Writes two fractions as percentages for one sentence that compares them: with one decimal, or as many as tell them apart, so that what has not reached a limit
 * does not read as if it had.
 */
export function percentsApart(
  value: number,
  limit: number,
): readonly [value: string, limit: string] {
  const written = (decimals: number) =>
    [percent(value, decimals), percent(limit, decimals)] as const;
  for (let decimals = 1; decimals <= MOST_DECIMALS; decimals += 1) {
    const [first, second] = written(decimals);
    if (first !== second) return [first, second];
  }
  return written(1);
}

function percent(fraction: number, decimals: number): string {
  return `${(fraction * 100).toFixed(decimals)}%`;
}
