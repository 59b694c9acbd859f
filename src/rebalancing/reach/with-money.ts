import type { LinearRows } from '../../numerics/index.js';
import type { Occasion } from './situation.js';
import type { Conditions, FewestProblem } from './trade-sets.js';
import { sumOfWeights } from './weights-of.js';

/** A problem in which free money may be one more place behind those of the holdings, which counts in nothing that is measured. */
export interface Space extends Conditions {
  readonly problem: FewestProblem;
  readonly now: Float64Array;
  /** Its place; nothing where the money is what it is. */
  readonly money: readonly number[];
}

/** Least and most of free money as a weight, and what it is today. */
export interface FreeMoney {
  readonly least: number;
  readonly most: number;
  readonly now: number;
}

/**
 * What free money may become, in the order in which it is tried: within its band it stays, above it all is used; or else as much as takes fewer trades.
 * What is missing, or must be raised, is to be there.
 */
export function moneyToUse({ now, money, inset }: Occasion): readonly FreeMoney[] {
  const { cash } = now;
  const line = now.drift.lines.find(({ kind }) => kind === 'cash');
  const isOut = line?.triggered === true || money.mustRaise;
  const first = isOut ? 0 : cash;
  const only = { least: first, most: first, now: cash };
  if (line === undefined || money.mustRaise) return [only];
  const most = cash > 0 ? Math.min(cash, line.above - (inset?.get(line.id) ?? 0)) : 0;
  const least = cash < 0 && !isOut ? cash : 0;
  return least < most ? [only, { least, most, now: cash }] : [only];
}

/** Puts free money into a problem. */
export function withMoney(
  problem: FewestProblem,
  now: Float64Array,
  limits: LinearRows,
  { least, most, now: cash }: FreeMoney,
): Space {
  if (least === most) return { problem, now, limits, sum: sumWith(now, least, cash), money: [] };
  const width = now.length;
  const matrix = new Float64Array(limits.rhs.length * (width + 1));
  for (let row = 0; row < limits.rhs.length; row++) {
    matrix.set(limits.matrix.slice(row * width, (row + 1) * width), row * (width + 1));
  }
  return {
    problem: {
      ...problem,
      low: Float64Array.of(...problem.low, least),
      high: Float64Array.of(...problem.high, most),
      reference: Float64Array.of(...problem.reference, 0),
    },
    now: Float64Array.of(...now, cash),
    limits: { matrix, rhs: limits.rhs },
    sum: 1,
    money: [width],
  };
}

/** What the weights of products sum to where free money becomes so much. */
function sumWith(now: Float64Array, money: number, today: number): number {
  return money === today ? sumOfWeights(now) : 1 - money;
}
