import { allocate } from 'aptfolio/allocation';
import { solveQP } from 'quadprog';
import { type QuadraticProgram, solveQp } from '../src/numerics/index.js';
import { allocationProblem } from './allocation-problem.js';
import { type Contest, compare } from './measure.js';

compare('Mean-variance allocation with bounds and group caps', [5, 20, 50].flatMap(contests));

function contests(n: number): readonly Contest[] {
  const { problem, program } = allocationProblem(n);
  const theirs = quadprogSolver(program);
  const ours = (): readonly number[] => {
    const result = allocate(problem);
    if (result.status !== 'optimal') throw new Error(`${n} assets: ${result.status}`);
    return Object.values(result.weights);
  };
  const oursBare = (): readonly number[] => {
    const result = solveQp(program);
    if (result.status !== 'optimal') throw new Error(`${n} assets: ${result.status}`);
    return [...result.x];
  };
  checkSame(ours(), theirs());
  checkSame(oursBare(), theirs());
  return [
    { name: `solveQp, ${n} assets`, peer: 'quadprog', ours: oursBare, theirs, floor: 0.1 },
    { name: `allocate, ${n} assets`, peer: 'quadprog', ours, theirs, floor: 0.05 },
  ];
}

function checkSame(ours: readonly number[], theirs: readonly number[]): void {
  ours.forEach((weight, i) => {
    if (!(Math.abs(weight - theirs[i]!) <= 1e-8)) {
      throw new Error(`asset ${i}: ${weight} by us, ${theirs[i]} by the peer`);
    }
  });
}

/** The same program in the peer's form: columns of A, lists that count from 1. */
function quadprogSolver(program: QuadraticProgram): () => readonly number[] {
  const { hessian, linear, equalities, inequalities, lower, upper } = program;
  const n = linear.length;
  const columns: (readonly number[])[] = [];
  const limits: number[] = [];
  const addRows = (matrix: Float64Array, rhs: Float64Array, sign: 1 | -1): void => {
    rhs.forEach((limit, r) => {
      columns.push([...matrix.subarray(r * n, r * n + n)].map((entry) => sign * entry));
      limits.push(sign * limit);
    });
  };
  const unit = new Float64Array(n * n).map((_, k) => (k % (n + 1) === 0 ? 1 : 0));
  addRows(equalities!.matrix, equalities!.rhs, 1);
  addRows(inequalities!.matrix, inequalities!.rhs, -1);
  addRows(unit, lower!, 1);
  addRows(unit, upper!, -1);
  const amat = [[], ...Array.from(linear, (_, i) => fromOne(columns.map((column) => column[i]!)))];
  const bvec = fromOne(limits);
  return () => {
    // The peer works in the matrix and the vector that it is given, so each call needs new ones.
    const rows = Array.from(linear, (_, i) => fromOne(hessian.subarray(i * n, i * n + n)));
    const dvec = fromOne(linear.map((slope) => -slope));
    const { solution, message } = solveQP([[], ...rows], dvec, amat, bvec, 1);
    if (message !== '') throw new Error(message);
    return solution.slice(1);
  };
}

/** A list whose entries count from 1; a number stands at 0, as holes would slow the peer down. */
function fromOne(list: Iterable<number>): number[] {
  return [0, ...list];
}
