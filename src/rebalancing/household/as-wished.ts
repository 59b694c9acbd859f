import type { ShareProblem } from './share-problem.js';
import { bestOf, type Choice, type ExtraRow, extend, noCosts, solve } from './share-program.js';

/** What a unit counts of a product of which all is wished that is held. */
const UNCHANGED = 4;

/**
 * Of the points that are left those at which all accounts together hold of each product what comes nearest to what is wished, by the units too much and
 * too little.
 */
export function asWished(choice: Choice, { cells, wished }: ShareProblem): Choice {
  if (wished === undefined) return choice;
  const { program } = choice;
  const width = program.lower.length;
  const products = [...new Set(cells.map(({ product }) => product))];
  const rows = products.map((id, i): ExtraRow => {
    const tooMuch = width + 2 * i;
    const parts: (readonly [number, number])[] = [
      [tooMuch, -1],
      [tooMuch + 1, 1],
    ];
    let missing = wished.get(id) ?? 0n;
    cells.forEach(({ product, held }, j) => {
      if (product !== id) return;
      parts.push([2 * j, 1], [2 * j + 1, -1]);
      missing -= held;
    });
    return { parts, lower: Number(missing), upper: Number(missing) };
  });
  const extended = extend(program, 2 * products.length, rows);
  const costs = noCosts(extended).fill(1, width);
  // Units that rounding asks for come from what changes anyway.
  rows.forEach(({ lower }, i) => {
    if (lower === 0) costs.fill(UNCHANGED, width + 2 * i, width + 2 * i + 2);
  });
  const point = solve(extended, costs);
  return point === undefined ? choice : bestOf(extended, point);
}
