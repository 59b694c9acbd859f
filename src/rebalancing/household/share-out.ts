import { AptfolioError } from '../../errors/index.js';
import { asWished } from './as-wished.js';
import { findFewestChanges } from './fewest-changes.js';
import { roundSharing } from './round-sharing.js';
import type { ShareProblem, Sharing } from './share-problem.js';
import {
  bestOf,
  type Choice,
  changesOf,
  type ExtraRow,
  excessOf,
  extend,
  leftOf,
  makeProgram,
  noCosts,
  type ShareProgram,
  type Solved,
  solve,
} from './share-program.js';

/**
 * Shares a target out over accounts, each with its own money: as near to the target as bounds allow, what is missing spread in
 * proportion; then at the least cost of location; of a payment free money first; then as near as can be to what is wished of each product; then with the fewest
 * changes; and with those the least is traded.
 */
export function shareOut(problem: ShareProblem): Sharing {
  const near = problem.raises === true ? nearestRaise(problem) : nearest(problem);
  const { program, point } = asWished(cheapest(near, problem), problem);
  const found = findFewestChanges(program) ?? { changes: changesOf(program, point), fewest: false };
  const sharing = roundSharing(problem, found.changes);
  const changes = problem.cells.filter(({ held }, j) => sharing.amounts[j] !== held).length;
  return { ...sharing, changes, fewest: found.fewest };
}

/** How far off the nearest point is, and by how much further where a unit more of each line is asked for. */
export interface Shortfall {
  readonly distance: number;
  readonly slopes: readonly number[];
}

/** By how much targets cannot be come to, which is convex in them; `undefined` where rounding leaves no answer. */
export function shortfallOf(problem: ShareProblem): Shortfall | undefined {
  const program = makeProgram(problem);
  const closest = solve(program, distances(program, problem));
  if (closest === undefined) return undefined;
  const { objective, rowDuals } = closest;
  const slopes = [...rowDuals.subarray(program.accounts, program.accounts + program.lines)];
  return { distance: objective, slopes };
}

/** A problem with targets and money that can be reached, themselves where they can, and a point that is as near to what was asked for. */
interface Reachable {
  readonly problem: ShareProblem;
  readonly nearest: Choice;
}

function reachableProblem(problem: ShareProblem): Reachable {
  const { keepsProceeds = false } = problem;
  const program = makeProgram(problem);
  const closest = required(solve(program, distances(program, problem)));
  const leftIn = (point: Solved): readonly number[] =>
    leftOf(program, point).map((amount) => (keepsProceeds ? Math.min(0, amount) : amount));
  const isMet = [...excessOf(program, closest), ...leftIn(closest)].every(
    (amount) => Math.abs(amount) < 0.5,
  );
  const best = bestOf(program, closest);
  if (isMet) return { problem, nearest: best };
  const isRounding = closest.objective <= problem.cells.length;
  const few = isRounding ? keepUnchanged(best.program, problem) : undefined;
  const spread = few ?? spreadShortage(best.program, problem) ?? closest;
  const excess = excessOf(program, spread);
  const left = leftIn(spread);
  const targets = problem.targets.map((target, i) => target + whole(excess[i]!));
  const money = problem.money.map((amount, i) => amount - whole(left[i]!));
  return { problem: { ...problem, targets, money }, nearest: { ...best, point: spread } };
}

/** Units that rounding leaves are missed by lines that change anyway; `undefined` where all do. */
function keepUnchanged(
  program: ShareProgram,
  { cells, targets }: ShareProblem,
): Solved | undefined {
  const cost = noCosts(program);
  targets.forEach((target, line) => {
    const parts = cells.filter(({ exposures }) => exposures.some(([of]) => of === line));
    const isWhole = parts.every(({ exposures }) => exposures.length === 1);
    if (!isWhole || parts.reduce((rest, { held }) => rest - held, target) !== 0n) return;
    const column = 2 * (program.cells + line);
    cost.fill(1, column, column + 2);
  });
  return cost.every((one) => one === 0) ? undefined : solve(program, cost);
}

/** Points at the least distance from the target; where rounding leaves none of what can be reached, the nearest that was found. */
function nearest(problem: ShareProblem): Choice {
  const reachable = reachableProblem(problem);
  const program = makeProgram(reachable.problem);
  const point = solve(program, distances(program, reachable.problem));
  return point === undefined ? reachable.nearest : bestOf(program, point);
}

/** Points at the least distance from the target, where no line misses a larger part of its own than must be. */
function nearestRaise(problem: ShareProblem): Choice {
  const program = makeProgram(problem);
  const closest = bestOf(program, required(solve(program, distances(program, problem))));
  const near = closest.program;
  // Units that rounding leaves are missed wherever that takes the fewest changes.
  const missed = excessOf(near, closest.point).reduce((sum, amount) => sum + Math.abs(amount), 0);
  const spread = missed <= problem.cells.length ? undefined : spreadShortage(near, problem);
  if (spread === undefined) return closest;
  const part = spread.x[spread.x.length - 1]! + TINY;
  const upper = near.upper.slice();
  problem.targets.forEach((target, line) => {
    const column = 2 * (program.cells + line) + 1;
    upper[column] = Math.min(upper[column]!, Math.max(near.lower[column]!, part * Number(target)));
  });
  return { program: { ...near, upper }, point: spread };
}

/** A part of a target that is less than a unit. */
const TINY = 1e-12;

/** Units too much and too little; money that is not invested counts twice, as it is missing in a line as well. */
function distances(
  program: ShareProgram,
  { payment, keepsProceeds = false }: ShareProblem,
): Float64Array {
  const cost = noCosts(program);
  const lines = 2 * program.cells;
  const money = lines + 2 * program.lines;
  cost.fill(1, lines, money).fill(2, money, money + 2 * program.accounts);
  if (keepsProceeds) for (let i = 0; i < program.accounts; i++) cost[money + 2 * i] = 0;
  if (payment === undefined) return cost;
  // More than one unit less of another line and of an account's money together.
  return cost.fill(4, lines + 2 * payment, lines + 2 * payment + 2);
}

/**
 * One more column, the largest part of a line's target that is missing, is made as small as can be. Where rounding leaves no answer the nearest
 * point stands as it is.
 */
function spreadShortage(program: ShareProgram, { targets }: ShareProblem): Solved | undefined {
  const part = program.lower.length;
  const rows = targets.flatMap((target, line): ExtraRow[] => {
    const missing = 2 * (program.cells + line) + 1;
    if (target <= 0n) return [];
    const parts = [[missing, 1] as const, [part, -Number(target)] as const];
    return [{ parts, lower: Number.NEGATIVE_INFINITY, upper: 0 }];
  });
  const extended = extend(program, 1, rows);
  const cost = noCosts(extended);
  cost[part] = 1;
  return solve(extended, cost);
}

function cheapest(near: Choice, { cells, costsAdd = false }: ShareProblem): Choice {
  const places = noCosts(near.program);
  const sales = costsAdd ? places : noCosts(near.program);
  const last = noCosts(near.program);
  cells.forEach(({ cost, saleCost = 0, isLast = false }, j) => {
    places[2 * j]! += cost;
    places[2 * j + 1]! -= cost;
    sales[2 * j + 1]! += saleCost;
    if (isLast) last[2 * j] = 1;
  });
  const located = cheapestBy(near, places);
  return cheapestBy(costsAdd ? located : cheapestBy(located, sales), last);
}

function cheapestBy(choice: Choice, costs: Float64Array): Choice {
  if (costs.every((cost) => cost === 0)) return choice;
  const point = solve(choice.program, costs);
  return point === undefined ? choice : bestOf(choice.program, point);
}

function whole(amount: number): bigint {
  return BigInt(Math.round(amount));
}

/** Every program here has a point, because what is missing or left over is a column of its own. */
function required<T>(solved: T | undefined): T {
  if (solved !== undefined) return solved;
  throw new AptfolioError('no-convergence', 'household', 'amounts that can be solved for');
}
