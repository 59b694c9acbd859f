import { daysBetween, type PlainDate } from '../../dates/index.js';
import { renamePaths } from '../../errors/index.js';
import {
  type Money,
  moneyToNumber,
  multiplyMoney,
  ratioOfMoney,
  sumMoney,
} from '../../money/index.js';
import { inner, multiply } from '../../numerics/index.js';
import type { Product } from '../../products/index.js';
import { projectGoal } from '../../projection/index.js';
import { chargesOf, entryCostOf, type ProductCharges } from '../fit/charges.js';
import { trackingOf } from '../fit/tracking.js';
import { exposureOf, type PreparedSelection } from '../prepare.js';
import { lockUpDays, viewOf } from '../screening/dealing-reasons.js';
import { openMoneyBack } from '../screening/money-back.js';
import type { ComparisonOptions, PortfolioFigures } from './alternative.js';

/** A product with its weight, and how much of it is bought. */
interface Part {
  readonly product: Product;
  readonly weight: number;
  readonly bought: number;
  /** How much of what is held is sold. */
  readonly sold: number;
  readonly charges: ProductCharges;
}

/** What all portfolios are measured with. */
export interface Measure {
  readonly prepared: PreparedSelection;
  /** By asset class. */
  readonly expectedReturn: Float64Array;
  readonly goal: ComparisonOptions['goal'];
}

/** Works out the figures of a portfolio. */
export function measurePortfolio(
  weights: ReadonlyMap<string, number>,
  measure: Measure,
): PortfolioFigures {
  const { prepared, expectedReturn } = measure;
  const { covariance } = prepared.terms;
  const all = partsOf(weights, measure);
  const parts = all.filter(({ weight }) => weight > 0);
  const held = heldClasses(weights, prepared);
  const gross = inner(held, expectedReturn);
  const yearlyCostRate = parts.reduce(
    (sum, { charges, weight }) => sum + weight * charges.yearly,
    0,
  );
  const figures = {
    weights: Object.freeze(
      Object.fromEntries(parts.map(({ product, weight }) => [product.id, weight])),
    ),
    expectedReturn: gross,
    netReturn: gross - yearlyCostRate,
    volatility: Math.sqrt(Math.max(0, inner(held, multiply(covariance, held)))),
    trackingError: Math.sqrt(trackingOf(held, prepared.aims, covariance).variance),
    yearlyCostRate,
    ...yearlyCostOf(yearlyCostRate, prepared),
    ...oneOffCosts(all, prepared),
    ...liquidityOf(parts, prepared),
  };
  return Object.freeze({ ...figures, ...outlook(figures, measure) });
}

/** What is in a portfolio, and what is sold to get there. */
function partsOf(weights: ReadonlyMap<string, number>, { prepared }: Measure): readonly Part[] {
  const { universe, terms, context } = prepared;
  return universe.products.flatMap((product) => {
    const weight = weights.get(product.id) ?? 0;
    const held = terms.current.get(product.id) ?? 0;
    if (weight === 0 && held === 0) return [];
    const charges = chargesOf(product, exposureOf(product, universe), terms, context);
    const bought = Math.max(0, weight - held);
    return [{ product, weight, bought, sold: Math.max(0, held - weight), charges }];
  });
}

/** What a portfolio holds in each asset class. */
export function heldClasses(
  weights: ReadonlyMap<string, number>,
  { universe }: PreparedSelection,
): Float64Array {
  const held = new Float64Array(universe.assetClasses.length);
  for (const product of universe.products) {
    const weight = weights.get(product.id) ?? 0;
    if (weight === 0) continue;
    exposureOf(product, universe).forEach((share, k) => {
      held[k]! += weight * share;
    });
  }
  return held;
}

function yearlyCostOf(
  rate: number,
  { context: { amount } }: PreparedSelection,
): Pick<PortfolioFigures, 'yearlyCost'> {
  if (amount === undefined) return {};
  return { yearlyCost: multiplyMoney(amount, rate, { rounding: 'half-even' }) };
}

/** What entering and leaving costs beside the yearly charges. */
type OneOffCosts = Pick<
  PortfolioFigures,
  'entryCostRate' | 'entryCost' | 'exitCostRate' | 'exitCost'
>;

function oneOffCosts(parts: readonly Part[], { context }: PreparedSelection): OneOffCosts {
  const { amount, fx } = context;
  const sum = (figure: (part: Part) => number): number =>
    parts.reduce((all, part) => all + figure(part), 0);
  if (amount === undefined) {
    const entryCostRate = sum(({ bought, charges }) => bought * charges.entry);
    const exitCostRate = sum(({ sold, charges }) => sold * charges.sale);
    return { entryCostRate, exitCostRate };
  }
  const part = (share: number): Money => multiplyMoney(amount, share, { rounding: 'half-even' });
  const entries = renamePaths({ options: 'options.context' }, () =>
    parts.map(({ product, bought }) => entryCostOf(product, part(bought), fx)),
  );
  const entryCost = sumMoney(amount.currency, entries);
  const exits = parts.map(({ sold, charges }) => part(sold * charges.sale));
  const exitCost = sumMoney(amount.currency, exits);
  return {
    entryCost,
    entryCostRate: ratioOfMoney(entryCost, amount),
    exitCost,
    exitCostRate: ratioOfMoney(exitCost, amount),
  };
}

function liquidityOf(
  parts: readonly Part[],
  { universe, lasting, context }: PreparedSelection,
): Pick<PortfolioFigures, 'longestLockUpDays' | 'moneyBackOn' | 'daysToMoney'> {
  const { asOf } = context;
  const view = viewOf(context);
  let longest = 0;
  let back: PlainDate | undefined;
  let isOpen = view !== undefined;
  const money = view && openMoneyBack(view, context);
  for (const { product, weight } of parts) {
    const known = lasting.byId[product.id] ?? universe.byId[product.id]!;
    longest = Math.max(longest, lockUpDays(known, view));
    const allOn = money?.allOn(known, weight);
    if (allOn === undefined) isOpen = false;
    else if (back === undefined || allOn > back) back = allOn;
  }
  return {
    ...(Number.isFinite(longest) ? { longestLockUpDays: longest } : {}),
    ...(isOpen && back !== undefined
      ? { moneyBackOn: back, daysToMoney: daysBetween(asOf!, back) }
      : {}),
  };
}

function outlook(
  {
    netReturn,
    volatility,
    entryCostRate,
    exitCostRate,
  }: Pick<PortfolioFigures, 'netReturn' | 'volatility' | 'entryCostRate' | 'exitCostRate'>,
  { goal, prepared }: Measure,
): Pick<PortfolioFigures, 'goalProbability'> {
  if (goal === undefined) return {};
  const initial = moneyToNumber(prepared.context.amount!) * (1 - entryCostRate - exitCostRate);
  const plan = { ...goal, initial, expectedReturn: netReturn, volatility };
  const { probability } = renamePaths({ plan: 'options.goal' }, () => projectGoal(plan));
  return { goalProbability: probability };
}
