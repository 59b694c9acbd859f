import type { Money } from '../../money/index.js';
import { inner } from '../../numerics/index.js';
import type { Product } from '../../products/index.js';
import type { Aims } from '../target/read-target.js';
import { type ProductCharges, yearlyCostsOf } from './charges.js';
import type { ProductChoice } from './choices.js';
import type { FitProgram, FitRow, RiskDirection, WeighedCosts } from './fit-program.js';
import { type BackColumn, backColumns, type MoneyNeedLimit, needRows } from './money-needs.js';
import { classReach } from './most-near-aim.js';
import { limitRows, type ProductLimit } from './product-limits.js';
import type { ReadTerms } from './read-terms.js';
import { riskDirectionsOf } from './risk-directions.js';

/** Products with what may become of them. */
export interface ProductParts {
  /** Ascending by id. */
  readonly products: readonly Product[];
  /** products × classes: the look-through of each product. */
  readonly exposures: readonly Float64Array[];
  readonly choices: readonly ProductChoice[];
  readonly charges: readonly ProductCharges[];
  /** On issuers and groups. */
  readonly limits: readonly ProductLimit[];
  /** What is to be invested, where that is known. */
  readonly amount?: Money;
  readonly needs: readonly MoneyNeedLimit[];
  readonly terms: ReadTerms;
}

/** What products are fitted to what. */
export interface FitParts extends ProductParts {
  readonly aims: Aims;
}

/** One column of a program. */
interface Column {
  readonly owner: number;
  /** Whether it is what is kept of a holding. */
  readonly kept: boolean;
  /** What it adds to each class; an aim takes away. */
  readonly exposure: Float64Array;
  /** Set where it is no part of a product and no aim, but what of a product is back in time. */
  readonly back?: BackColumn;
}

/** Writes a fit as a program; bounds of products are left open, for they follow from their states. */
export function makeProgram(parts: FitParts): FitProgram {
  const { products, aims, terms } = parts;
  const columns = columnsOf(parts);
  const count = columns.length;
  const lower = new Float64Array(count);
  const upper = new Float64Array(count).fill(1);
  const moving = movingAims(aims);
  moving.forEach((place, k) => {
    const j = count - moving.length + k;
    lower[j] = aims.lower[place]!;
    upper[j] = aims.upper[place]!;
  });
  columns.forEach(({ back }, j) => {
    if (back !== undefined) upper[j] = back.most;
  });
  const yearly = yearlyCosts(columns, parts);
  const unknown = unknownCharges(columns, parts);
  const kept = byColumn(columns, (column) => (column.kept ? -1 : 0));
  const isAny = (order: Float64Array): boolean => order.some((one) => one !== 0);
  return {
    owner: Int32Array.from(columns, ({ owner }) => owner),
    products: products.length,
    directions: riskDirections(columns, aims, terms.covariance),
    rows: [
      ...sums(columns, aims),
      ...classLimits(columns, aims),
      ...limitRows(parts.limits, columns),
      ...needRows(parts.needs, parts.choices, columns),
    ],
    lower,
    upper,
    ...(terms.costAversion > 0 ? { cost: weighed(yearly, parts) } : {}),
    orders: [...(isAny(unknown) ? [unknown] : []), yearly, ...(isAny(kept) ? [kept] : [])],
    ...onceCosts(parts, { order: isAny(unknown) ? 1 : 0, columns: count }),
  };
}

/** Costs of purchases that do not grow with them, before any purchase is sure. */
function onceCosts(
  { charges, terms, exposures, aims }: FitParts,
  { order, columns }: { readonly order: number; readonly columns: number },
): Pick<FitProgram, 'once'> {
  const byProduct = Float64Array.from(
    charges,
    (one) => yearlyCostsOf(one, terms.horizonYears).once,
  );
  if (byProduct.every((one) => one === 0)) return {};
  return {
    once: {
      order,
      weight: terms.costAversion,
      byProduct,
      exposures,
      reach: classReach(terms.covariance, aims.upper, exposures),
      sure: 0,
      byColumn: new Float64Array(columns),
    },
  };
}

/** A figure for each column of a product; 0 for others. */
export function byColumn(
  columns: readonly Column[],
  figure: (column: Column) => number,
): Float64Array {
  const figures = new Float64Array(columns.length);
  columns.forEach((column, j) => {
    if (column.owner >= 0) figures[j] = figure(column);
  });
  return figures;
}

function columnsOf({ exposures, choices, needs, aims }: FitParts): readonly Column[] {
  const columns: Column[] = [];
  exposures.forEach((exposure, owner) => {
    if (choices[owner]!.held > 0) columns.push({ owner, kept: true, exposure });
    columns.push({ owner, kept: false, exposure });
  });
  const none = new Float64Array(aims.lower.length);
  for (const back of backColumns(needs)) {
    columns.push({ owner: -1, kept: false, exposure: none, back });
  }
  for (const place of movingAims(aims)) {
    const exposure = new Float64Array(aims.lower.length);
    exposure[place] = -1;
    columns.push({ owner: -1, kept: false, exposure });
  }
  return columns;
}

/** Places of the classes whose aim may move. */
function movingAims({ lower, upper }: Aims): readonly number[] {
  return [...lower.keys()].filter((place) => lower[place] !== upper[place]);
}

/** Costs of a year, one-off ones spread over the horizon, by column. */
function yearlyCosts(columns: readonly Column[], { charges, terms }: FitParts): Float64Array {
  const costs = charges.map((one) => yearlyCostsOf(one, terms.horizonYears));
  return byColumn(columns, ({ owner, kept }) => costs[owner]![kept ? 'kept' : 'bought']);
}

/** What is in products with charges that cannot be told, by column. */
function unknownCharges(columns: readonly Column[], { charges }: FitParts): Float64Array {
  return byColumn(columns, ({ owner, kept }) => {
    const { performance, sums } = charges[owner]!.unknown;
    return performance || (sums && !kept) ? 1 : 0;
  });
}

/** What costs weigh; a holding that is sold bears its exit. */
function weighed(yearly: Float64Array, { charges, choices, terms }: FitParts): WeighedCosts {
  const { costAversion, horizonYears } = terms;
  const exits = charges.reduce((sum, { sale }, i) => sum + choices[i]!.held * sale, 0);
  return {
    byColumn: yearly.map((cost) => costAversion * cost),
    fixed: (costAversion * exits) / horizonYears,
  };
}

function riskDirections(
  columns: readonly Column[],
  aims: Aims,
  covariance: Float64Array,
): readonly RiskDirection[] {
  const still = aims.lower.map((share, k) => (share === aims.upper[k] ? share : 0));
  return riskDirectionsOf(covariance, still.length).map(({ variance, vector }) => {
    const row = new Float64Array(columns.length);
    columns.forEach(({ exposure }, j) => {
      row[j] = inner(exposure, vector);
    });
    return { variance, row, aim: inner(still, vector) };
  });
}

/** Everything is invested, and the aims sum to 1. */
function sums(columns: readonly Column[], { lower, upper }: Aims): readonly FitRow[] {
  const invested = { row: byColumn(columns, () => 1), lower: 1, upper: 1 };
  const aiming = Float64Array.from(columns, ({ owner, back }) =>
    owner < 0 && back === undefined ? 1 : 0,
  );
  if (aiming.every((one) => one === 0)) return [invested];
  let [left, least, most] = [1, 0, 0];
  lower.forEach((share, k) => {
    const end = upper[k]!;
    if (share === end) left -= share;
    else [least, most] = [least + share, most + end];
  });
  // Shares that leave nothing may miss it by rounding.
  const sum = Math.min(most, Math.max(least, left));
  return [invested, { row: aiming, lower: sum, upper: sum }];
}

function classLimits(columns: readonly Column[], { limits }: Aims): readonly FitRow[] {
  return limits.map(({ place, min, max }) => ({
    row: byColumn(columns, ({ exposure }) => exposure[place]!),
    lower: min,
    upper: max,
  }));
}
