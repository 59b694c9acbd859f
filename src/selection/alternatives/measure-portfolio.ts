import { daysBetween, type PlainDate } from '../../dates/index.js';
import { renamePaths } from '../../errors/index.js';
import {
  convertMoney,
  type Money,
  moneyToNumber,
  multiplyMoney,
  ratioOfMoney,
  sumMoney,
} from '../../money/index.js';
import { inner, multiply } from '../../numerics/index.js';
import { entryFeeOf, type Product } from '../../products/index.js';
import { projectGoal } from '../../projection/index.js';
import { entryShareOf } from '../fit/entry-shares.js';
import { trackingOf } from '../fit/tracking.js';
import { exposureOf, type PreparedSelection } from '../prepare.js';
import { lockUpDays, viewOf } from '../screening/dealing-reasons.js';
import type { ComparisonOptions, PortfolioFigures } from './alternative.js';

/** A product with its weight, and how much of it need not be bought. */
interface Part {
  readonly product: Product;
  readonly weight: number;
  readonly bought: number;
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
  const parts = partsOf(weights, prepared);
  const held = heldClasses(weights, prepared);
  const gross = inner(held, expectedReturn);
  const yearlyCostRate = parts.reduce(
    (sum, { product, weight }) => sum + weight * product.annualFee,
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
    ...costsOf(parts, yearlyCostRate, prepared),
    ...liquidityOf(parts, prepared),
  };
  return Object.freeze({ ...figures, ...outlook(figures, measure) });
}

function partsOf(
  weights: ReadonlyMap<string, number>,
  { universe, terms }: PreparedSelection,
): readonly Part[] {
  return universe.products.flatMap((product) => {
    const weight = weights.get(product.id) ?? 0;
    const bought = Math.max(0, weight - (terms.current.get(product.id) ?? 0));
    return weight > 0 ? [{ product, weight, bought }] : [];
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

function costsOf(
  parts: readonly Part[],
  yearlyCostRate: number,
  { context }: PreparedSelection,
): Pick<PortfolioFigures, 'yearlyCost' | 'entryCostRate' | 'entryCost'> {
  const { amount } = context;
  if (amount === undefined) {
    const shares = parts.map(({ product, bought }) => bought * entryShareOf(product, undefined));
    return { entryCostRate: shares.reduce((sum, share) => sum + share, 0) };
  }
  const fees = parts.map(({ product, bought }) => entryFee(product, bought, amount, context.fx));
  const entryCost = sumMoney(amount.currency, fees);
  const yearlyCost = multiplyMoney(amount, yearlyCostRate, { rounding: 'half-even' });
  return { yearlyCost, entryCost, entryCostRate: ratioOfMoney(entryCost, amount) };
}

/** The fee on a part of the amount, by the product's tiers, in the currency of the amount. */
function entryFee(
  product: Product,
  bought: number,
  amount: Money,
  fx: PreparedSelection['context']['fx'],
): Money {
  const gross = multiplyMoney(amount, bought, { rounding: 'half-even' });
  const own = product.currency ?? amount.currency;
  if (own === amount.currency) return entryFeeOf(product, gross).fee;
  const rates = fx ?? { base: amount.currency, rates: {} };
  return convertMoney(
    entryFeeOf(product, convertMoney(gross, own, rates)).fee,
    amount.currency,
    rates,
  );
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
  for (const { product } of parts) {
    const known = lasting.byId[product.id] ?? universe.byId[product.id]!;
    longest = Math.max(longest, lockUpDays(known, view));
    const wayOut = view?.wayOut(known);
    if (wayOut?.settlesOn === undefined) isOpen = false;
    else if (back === undefined || wayOut.settlesOn > back) back = wayOut.settlesOn;
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
  }: Pick<PortfolioFigures, 'netReturn' | 'volatility' | 'entryCostRate'>,
  { goal, prepared }: Measure,
): Pick<PortfolioFigures, 'goalProbability'> {
  if (goal === undefined) return {};
  const initial = moneyToNumber(prepared.context.amount!) * (1 - entryCostRate);
  const plan = { ...goal, initial, expectedReturn: netReturn, volatility };
  const { probability } = renamePaths({ plan: 'options.goal' }, () => projectGoal(plan));
  return { goalProbability: probability };
}
