import { inner } from '../../numerics/index.js';
import type { ClassReach } from './most-near-aim.js';

/**
 * What is to be fitted: shares of products, and of asset classes whose aim may move, under rules.
 *
 * A column is a part of a product, what is kept of it or what is bought, what of a product is back in time, or the aim of a class. Columns of
 * one product stand together, products ascending by id, aims last.
 */
export interface FitProgram {
  /** The place of each column's product; −1 for what is no part of one. */
  readonly owner: Int32Array;
  /** The number of products. */
  readonly products: number;
  /** Independent directions of risk; portfolios that agree in all of them have the same tracking variance. */
  readonly directions: readonly RiskDirection[];
  /** What the columns must keep, the sum of all products first. */
  readonly rows: readonly FitRow[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** What costs weigh beside the tracking variance; absent where they are no part of the objective. */
  readonly cost?: WeighedCosts;
  /** What decides among equals, one after the other; the least is best. Then the most in the lowest id, and in the next. */
  readonly orders: readonly Float64Array[];
  /** Absent where nothing is charged once. */
  readonly once?: OnceCosts;
  /** Columns among which the least objective is looked for first, each with a 1; absent where nothing is known of them. */
  readonly likely?: Uint8Array;
}

/**
 * Costs of a purchase that do not grow with it. Where it is sure to be made they are known; else a program counts the part of them that what is bought is of
 * the most that may be, which is never too much: of a product no more may be than leaves its classes near enough to where they are aimed.
 */
export interface OnceCosts {
  /** The place of the order to which they belong. */
  readonly order: number;
  /** What one unit of the order weighs in the objective. */
  readonly weight: number;
  /** By product, in units of the order. */
  readonly byProduct: Float64Array;
  /** By product: the look-through, which with the reach of classes limits how much of it can be bought in a fit that is good enough. */
  readonly exposures: readonly Float64Array[];
  readonly reach: ClassReach;
  /** Those of purchases that are sure to be made. */
  readonly sure: number;
  /** What the others add to each column of the order. */
  readonly byColumn: Float64Array;
}

/** Costs in units of tracking variance. */
export interface WeighedCosts {
  readonly byColumn: Float64Array;
  /** What selling all that is held would cost; what a column keeps of it saves its part. */
  readonly fixed: number;
}

/** Exposure of a portfolio to one direction of risk. */
export interface RiskDirection {
  readonly variance: number;
  /** By column. */
  readonly row: Float64Array;
  /** Exposure of the shares aimed at that do not move. */
  readonly aim: number;
}

/** lower ≤ row · z ≤ upper. */
export interface FitRow {
  readonly row: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

/** Shares by column with the figure by which they are judged first. */
export interface Fit {
  readonly z: Float64Array;
  /** Tracking variance and, where they count, costs. */
  readonly objective: number;
  /** What the orders come to, one after the other, with what is charged once as far as its program counts it. */
  readonly figures: readonly number[];
}

/** What is left between a portfolio and its aim, by direction of risk. */
export function residualsOf({ directions }: FitProgram, z: Float64Array): readonly number[] {
  return directions.map(({ row, aim }) => inner(row, z) - aim);
}

/** The tracking variance and, where they count, the costs of shares. */
export function objectiveOf(program: FitProgram, z: Float64Array): number {
  const { directions, cost } = program;
  let sum = cost === undefined ? 0 : cost.fixed + inner(cost.byColumn, z);
  residualsOf(program, z).forEach((rest, d) => {
    sum += directions[d]!.variance * rest * rest;
  });
  return sum;
}

/** How the objective grows with each column. */
export function gradientOf(program: FitProgram, z: Float64Array): Float64Array {
  const { directions, cost, lower } = program;
  const gradient = cost === undefined ? new Float64Array(lower.length) : cost.byColumn.slice();
  residualsOf(program, z).forEach((rest, d) => {
    const { row, variance } = directions[d]!;
    for (let j = 0; j < row.length; j++) gradient[j]! += 2 * variance * rest * row[j]!;
  });
  return gradient;
}

/** Weights by product. */
export function weightsOf({ owner, products }: FitProgram, z: Float64Array): Float64Array {
  const weights = new Float64Array(products);
  owner.forEach((product, j) => {
    if (product >= 0) weights[product]! += z[j]!;
  });
  return weights;
}

/** Shares with the figures by which a program judges them. */
export function fitOf(program: FitProgram, z: Float64Array): Fit {
  const { once, orders } = program;
  const figures = orders.map(
    (order, place) => inner(order, z) + (once?.order === place ? once.sure : 0),
  );
  return { z, objective: objectiveOf(program, z), figures };
}
