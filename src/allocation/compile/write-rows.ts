import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkRange,
  checkUniqueIds,
} from '../../errors/index.js';
import { largestSize } from '../../numerics/index.js';
import type { AllocationProblem, AssetGroup, LinearRule, RelativeRule } from '../problem.js';
import { type AssetNames, checkByAsset, checkMembers } from './check-names.js';
import type { TradingLimits } from './check-trading.js';
import type { Holdings } from './holdings.js';
import type { RowSide, RowWriter } from './row-writer.js';
import type { RuleKind } from './rules.js';

/** Rules on groups of assets. */
export function writeGroups(
  groups: readonly AssetGroup[],
  names: AssetNames,
  writer: RowWriter,
): void {
  const path = 'problem.groups';
  checkEach(groups, path, (group, own) => {
    const coefficients = new Float64Array(names.assets.length);
    for (const member of checkMembers(group.members, at(own, 'members'), names)) {
      coefficients[member] = 1;
    }
    writeRange(writer, coefficients, 'group', group, own);
  });
}

/** Rules on weighted sums. */
export function writeLinearRules(
  rules: readonly LinearRule[],
  names: AssetNames,
  writer: RowWriter,
): void {
  checkEach(rules, 'problem.rules', (rule, own) => {
    const coefficients = checkByAsset(rule.coefficients, at(own, 'coefficients'), names, 0);
    writeRange(writer, coefficients, 'rule', rule, own);
  });
}

/** Rules on some assets relative to others: one row for each side, since both depend on the weights. */
export function writeRelativeRules(
  rules: readonly RelativeRule[],
  names: AssetNames,
  writer: RowWriter,
): void {
  checkEach(rules, 'problem.relative', (rule, own) => {
    const members = checkMembers(rule.members, at(own, 'members'), names);
    const of = checkMembers(rule.of, at(own, 'of'), names);
    const { min, max } = checkLimits(rule, own);
    for (const [kind, times, sign] of [
      ['relative-min', min, -1],
      ['relative-max', max, 1],
    ] as const) {
      if (times === undefined) continue;
      const coefficients = new Float64Array(names.assets.length);
      for (const member of members) coefficients[member]! += sign;
      for (const other of of) coefficients[other]! -= sign * times;
      const place = writer.rules.length;
      writer.addForAssets(coefficients, { upper: { kind, subject: rule.id, bound: 0 } });
      // What was stated is the multiple; the row's limit is 0.
      writer.rules[place] = { ...writer.rules[place]!, bound: times, of };
    }
  });
}

function checkEach<T extends { readonly id: string }>(
  list: readonly T[],
  path: string,
  write: (one: T, path: string) => void,
): void {
  const checked = checkList<T>(list, path);
  checkUniqueIds(checked, path);
  checked.forEach((one, index) => {
    write(one, at(path, index));
  });
}

function checkLimits(
  { min, max }: { readonly min?: number; readonly max?: number },
  path: string,
): { readonly min: number | undefined; readonly max: number | undefined } {
  const low = min === undefined ? undefined : checkNumber(min, at(path, 'min'));
  const high = max === undefined ? undefined : checkNumber(max, at(path, 'max'));
  if (low !== undefined && high !== undefined && low > high) {
    throw new AptfolioError('inconsistent', path, `a min of at most the max, ${high}`, low);
  }
  return { min: low, max: high };
}

function writeRange(
  writer: RowWriter,
  coefficients: Float64Array,
  kind: 'group' | 'rule',
  one: { readonly id: string; readonly min?: number; readonly max?: number },
  path: string,
): void {
  const { min, max } = checkLimits(one, path);
  const side = (end: 'min' | 'max', bound: number): RowSide => ({
    kind: `${kind}-${end}` as RuleKind,
    subject: one.id,
    bound,
  });
  if (min === undefined && max === undefined) return;
  writer.addForAssets(coefficients, {
    ...(min === undefined ? {} : { lower: side('min', min) }),
    ...(max === undefined ? {} : { upper: side('max', max) }),
  });
}

/** Limits on shorts, on the sizes of positions and on turnover: rules that kinks make linear. */
export function writeKinkedRules(
  problem: AllocationProblem,
  holdings: Holdings,
  trading: TradingLimits | undefined,
  writer: RowWriter,
): void {
  const { sign, isShort, base, count } = holdings;
  const ofBase = (read: (weight: number) => number): number =>
    base.reduce((sum, weight) => sum + read(weight), 0);
  const outward = Float64Array.from(sign, (own, i) => (isShort[i] === 1 ? -own : own));
  if (problem.maxShort !== undefined) {
    const bound = checkRange(problem.maxShort, 'problem.maxShort', { min: 0 });
    const coefficients = outward.map((own, i) => (isShort[i] === 1 ? own : 0));
    const constant = ofBase((weight) => Math.max(0, -weight));
    writer.addForVariables(coefficients, constant, { upper: { kind: 'short', bound } });
  }
  if (problem.maxLeverage !== undefined) {
    const bound = checkRange(problem.maxLeverage, 'problem.maxLeverage', { min: 0 });
    writer.addForVariables(outward, ofBase(Math.abs), { upper: { kind: 'leverage', bound } });
  }
  if (trading?.maxTurnover !== undefined) {
    const bound = trading.maxTurnover;
    // Variables of assets without a choice are their whole weight, and no trade.
    const trades = new Float64Array(count);
    for (let i = 0; i < count; i++) trades[i] = holdings.isTrade[i] === 1 ? 0.5 : 0;
    const constant = holdings.forcedTrades.reduce((sum, trade) => sum + Math.abs(trade) / 2, 0);
    writer.addForVariables(trades, constant, { upper: { kind: 'turnover', bound } });
  }
}

/** What all weights sum to. */
export function writeBudget(
  budget: { readonly min: number; readonly max: number },
  size: number,
  writer: RowWriter,
): void {
  const ones = new Float64Array(size).fill(1);
  const { min, max } = budget;
  writer.addForAssets(
    ones,
    min === max
      ? { both: { kind: 'budget', bound: min } }
      : { lower: { kind: 'budget-min', bound: min }, upper: { kind: 'budget-max', bound: max } },
  );
}

/**
 * A return, net of costs, that must be reached.
 *
 * Divided by the largest return, so that being off by a given amount means the same for daily and for annual returns.
 */
export function writeTargetReturn(
  slope: Float64Array,
  constant: number,
  bound: number,
  writer: RowWriter,
): void {
  const unit = largestSize(slope) || 1;
  writer.addForVariables(
    slope.slice(),
    constant,
    { lower: { kind: 'target-return', bound } },
    unit,
  );
}
