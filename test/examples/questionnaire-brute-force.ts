import type { QuestionnaireItem } from 'aptfolio/questionnaire';

/** The sum of points of every completion of a dimension's items, the last item's options going through fastest. */
export function sumsOf(
  items: readonly QuestionnaireItem[],
  dimension: string,
  fixed: Readonly<Record<string, number>> = {},
): Float64Array {
  const choices = items
    .filter((item) => item.dimension === dimension)
    .map((item) => {
      const { points } = item as { readonly points: readonly number[] };
      const option = fixed[item.id];
      return option === undefined ? points : [points[option]!];
    });
  const sums = new Float64Array(choices.reduce((product, points) => product * points.length, 1));
  let place = 0;
  go(0, 0);
  return sums;

  function go(item: number, sum: number): void {
    const points = choices[item];
    if (points === undefined) {
      sums[place++] = sum;
      return;
    }
    for (const value of points) go(item + 1, sum + value);
  }
}

/** How many sums lie in each band; a band begins at its edge, the first one anywhere below. */
export function bandCounts(sums: Float64Array, edges: readonly number[]): readonly number[] {
  const counts = [0, ...edges.map(() => 0)];
  for (const sum of sums) counts[edges.filter((edge) => edge <= sum).length]! += 1;
  return counts;
}

/** Pearson's correlation of one column with the sum of the others. */
export function itemRest(rows: readonly (readonly number[])[], column: number): number {
  const own = rows.map((row) => row[column]!);
  const rest = rows.map((row) => row.reduce((sum, x) => sum + x, 0) - row[column]!);
  const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const [meanOwn, meanRest] = [mean(own), mean(rest)];
  const products = (xs: readonly number[], mx: number, ys: readonly number[], my: number) =>
    xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0);
  return (
    products(own, meanOwn, rest, meanRest) /
    Math.sqrt(products(own, meanOwn, own, meanOwn) * products(rest, meanRest, rest, meanRest))
  );
}
