import { daysBetween, type PlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkInteger, checkList, checkUniqueIds } from '../../errors/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { Holding, HoldingKind } from '../holding.js';
import type { ValuedHolding } from './concentration.js';
import { totalOf } from './total.js';

/** A step of the ladder: what can be had within so many days, and not within those of the step before. */
export interface LiquidityStep {
  readonly id: string;
  readonly withinDays: number;
}

/** The steps unless a bank names its own: a day, a week, a month, a quarter, a year. */
export const LIQUIDITY_STEPS: readonly LiquidityStep[] = Object.freeze(
  [
    { id: 'day', withinDays: 1 },
    { id: 'week', withinDays: 7 },
    { id: 'month', withinDays: 30 },
    { id: 'quarter', withinDays: 90 },
    { id: 'year', withinDays: 365 },
  ].map((step) => Object.freeze(step)),
);

/** Financial assets by when their money can be had. */
export interface LiquidityLadder<C extends CurrencyCode = CurrencyCode> {
  /** The steps, the soonest first, then `longer` for what comes after the last of them. */
  readonly rungs: readonly LiquidityRung<C>[];
  /** Holdings of which nobody can say when; they are in no cumulative sum. */
  readonly unknown: LiquidityAmount<C>;
}

/** What can be had in one span of time; shares are decimal fractions of the financial assets. */
export interface LiquidityAmount<C extends CurrencyCode = CurrencyCode> {
  /** By id. */
  readonly holdings: readonly string[];
  readonly value: Money<C>;
  /** `null` without financial assets. */
  readonly share: number | null;
  /** Part of the value that can be had earlier at a cost, because the holding may be broken. */
  readonly breakable: Money<C>;
}

/** A step with what it holds. */
export interface LiquidityRung<C extends CurrencyCode = CurrencyCode> extends LiquidityAmount<C> {
  /** The step's id, or `longer`. */
  readonly id: string;
  /** `null` for `longer`. */
  readonly withinDays: number | null;
  /** With all sooner rungs: the values add up to it exactly. */
  readonly cumulative: Money<C>;
  readonly cumulativeShare: number | null;
}

/** Puts financial holdings on the steps; they come in the order of their ids. */
export function liquidityLadder<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  currency: C,
  shareOf: (value: Money) => number | null,
  { asOf, steps = LIQUIDITY_STEPS }: { asOf?: PlainDate; steps?: readonly LiquidityStep[] },
): LiquidityLadder<C> {
  const dated = held.map((row) => ({ ...row, days: daysUntilAvailable(row.holding, asOf) }));
  const total = (rows: readonly ValuedHolding<C>[]): Money<C> => totalOf(currency, rows);
  const amountOf = (rows: typeof dated): LiquidityAmount<C> => {
    const value = total(rows);
    const breakable = total(rows.filter(({ holding, days }) => days !== 0 && holding.breakable));
    const holdings = Object.freeze(rows.map(({ holding }) => holding.id));
    return { holdings, value, share: shareOf(value), breakable };
  };
  const rungs = [...steps, { id: LONGER, withinDays: null }].map(({ id, withinDays }, index) => {
    const after = steps[index - 1]?.withinDays ?? -1;
    const within = withinDays ?? Number.POSITIVE_INFINITY;
    const rows = dated.filter(({ days }) => days !== null && days > after && days <= within);
    const cumulative = total(dated.filter(({ days }) => days !== null && days <= within));
    const sum = { cumulative, cumulativeShare: shareOf(cumulative) };
    return Object.freeze({ id, withinDays, ...amountOf(rows), ...sum });
  });
  return Object.freeze({
    rungs: Object.freeze(rungs),
    unknown: Object.freeze(amountOf(dated.filter(({ days }) => days === null))),
  });
}

const LONGER = 'longer';

/** Their term binds: what is said about their availability can only come on top of it. */
const LOCKED: ReadonlySet<HoldingKind> = new Set(['term-deposit', 'closed-wealth-product']);

/** Days until the money can be had; `null` where nobody said so, or the day of reference is not known. */
export function daysUntilAvailable(
  { kind, availableInDays, maturity }: Holding,
  asOf: PlainDate | undefined,
): number | null {
  if (availableInDays !== undefined && (maturity === undefined || !LOCKED.has(kind))) {
    return availableInDays;
  }
  if (maturity === undefined || asOf === undefined) return null;
  return Math.max(0, availableInDays ?? 0, daysBetween(asOf, maturity));
}

/** Checks the steps of a ladder: at least one, each later than the one before. */
export function checkLiquiditySteps(
  steps: readonly LiquidityStep[],
  path: string,
): readonly LiquidityStep[] {
  const list = checkList<LiquidityStep>(steps, path, { minLength: 1 });
  checkUniqueIds(list, path);
  let before = -1;
  const checked = list.map((step, index) => {
    const where = at(path, index);
    const days = checkInteger(step.withinDays, at(where, 'withinDays'), { min: 0 });
    if (days <= before) {
      const expected = `more than the ${before} days of the step before`;
      throw new AptfolioError('inconsistent', at(where, 'withinDays'), expected, days);
    }
    if (step.id === LONGER) {
      const expected = `another id than ${LONGER}`;
      throw new AptfolioError('duplicate-id', at(where, 'id'), expected, step.id);
    }
    before = days;
    return Object.freeze({ id: step.id, withinDays: days });
  });
  return Object.freeze(checked);
}
