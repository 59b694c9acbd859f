import { solveQP } from 'quadprog';
import { type Market, rowsOf } from '../market.js';

/** The peer's one portfolio: the least of half the variance less t times the return. */
export function quadprogPoint(market: Market, t: number): () => readonly number[] {
  const { size, expected, groups } = market;
  const rows = rowsOf(market);
  // Columns of A, each a rule A'x ≥ b: the budget, weights from 0 on, groups up to their cap.
  const amat = [[], ...rows.map((_, i) => fromOne(rulesOn(i, market)))];
  const caps = Array.from({ length: groups?.count ?? 0 }, () => -groups!.cap);
  const bvec = fromOne([1, ...new Array<number>(size).fill(0), ...caps]);
  return () => {
    // The peer works in the matrix and the vector that it is given, so each call needs new ones.
    const dmat = [[], ...rows.map(fromOne)];
    const dvec = fromOne(expected.map((value) => t * value));
    const { solution, message } = solveQP(dmat, dvec, amat, bvec, 1);
    if (message !== '') throw new Error(message);
    return solution.slice(1);
  };
}

function rulesOn(asset: number, { size, groups }: Market): readonly number[] {
  const own = Array.from({ length: size }, (_, i) => (i === asset ? 1 : 0));
  const caps = Array.from({ length: groups?.count ?? 0 }, (_, group) =>
    groups!.of[asset] === group ? -1 : 0,
  );
  return [1, ...own, ...caps];
}

/** A list whose entries count from 1; a number stands at 0, as holes would slow the peer down. */
function fromOne(list: Iterable<number>): number[] {
  return [0, ...list];
}
