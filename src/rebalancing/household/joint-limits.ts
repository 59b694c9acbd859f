import { RATE_UNITS } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import { type CapRow, capRowsOf } from '../reach/caps.js';
import type { Pool } from './pool.js';
import type { PosedProblem } from './pose-problem.js';
import { shortfallOf } from './share-out.js';
import type { ShareProblem } from './share-problem.js';

/** How often what all accounts are to hold together is looked for within further limits. */
const ROUNDS = 20;

/** A part of all money below which it is not known whether classes are missed: the noise of solving. */
const NOISE = 3e-6;

/** What is asked of all accounts together. */
export type Asked = ShareProblem & Pick<PosedProblem, 'kind'>;

/**
 * Looks for what all accounts are to hold together until they can hold it. Each product by itself may have room in some account, and yet not several of them at
 * once, because money does not move between accounts. What targets cannot be come to then says which products are how much too many together: that is one more
 * limit, within which is looked again.
 *
 * Source: J. F. Benders, Numerische Mathematik 4 (1962) 238–252.
 *
 * @param first what is come to without such limits.
 * @param find what is come to within so many limits, with the targets to share out.
 * @param pooled what all accounts hold, and all the money that the limits are shares of.
 */
export function withinJointLimits<T extends { readonly shared: Asked }>(
  first: T,
  find: (limits: readonly CapRow[]) => T,
  { holdings, whole }: Pick<Pool, 'holdings' | 'whole'>,
): T {
  const limits: CapRow[] = [];
  let found = first;
  for (let round = 0; round < ROUNDS; round++) {
    const limit = jointLimit(found.shared, whole);
    if (limit === undefined) return found;
    limits.push(...capRowsOf(holdings, [{ kind: 'group', name: '', ...limit }]));
    found = find(limits);
  }
  return found;
}

/** What products may come to together at most, where not all accounts can hold together what is asked for; `undefined` where they can. */
function jointLimit(
  problem: Asked,
  whole: bigint,
): { readonly max: number; readonly shares: ReadonlyMap<string, number> } | undefined {
  const { cells, kind, targets, money, payment } = problem;
  const idle = Number(sumOf(money) - sumOf(targets));
  if (idle < -cells.length) return undefined;
  const short = shortfallOf(problem);
  if (short === undefined) return undefined;
  // Money that is asked to stay money counts twice; all that is further off is missed.
  const missed = short.distance - COUNTED * idle;
  const noise = kind === 'classes' ? NOISE * Number(whole) : 0;
  if (missed <= Math.max(2 * cells.length, noise)) return undefined;
  // The distance is convex: slopes × (amounts − targets) + distance is never above it, and it may not be more than the idle money's.
  // What is paid out is the same whatever is kept.
  const weightOf = (line: number): number =>
    line === payment ? 0 : (short.slopes[line]! + COUNTED) / SCALE;
  const at = targets.reduce((sum, target, line) => sum + weightOf(line) * Number(target), 0);
  const shares = new Map<string, number>();
  for (const { product, exposures } of cells) {
    const share = exposures.reduce((sum, [line, part]) => sum + part * weightOf(line), 0);
    if (share > 1 / Number(RATE_UNITS)) shares.set(product, share);
  }
  // Amounts that are rounded to the unit pass it by half a unit each: nothing is sold for that.
  return { max: (at - missed / SCALE + shares.size / 2) / Number(whole), shares };
}

/** What a unit of money that is not invested counts. */
const COUNTED = 2;

/** Slopes are between −1 and 1; what counts of a product is at most 1. */
const SCALE = 3;
