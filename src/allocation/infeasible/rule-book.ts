import type { CompiledProblem } from '../compile/compile-problem.js';
import type { Rule } from '../compile/rules.js';

/**
 * A problem's rules as conditions on weights, each in the units of its bound.
 *
 * A program lays out its variables within the bounds of the assets. To ask what holds when a bound gives way, what is
 * bought, sold or short beyond it has to count too: here it does.
 */
export interface RuleBook {
  readonly assets: readonly string[];
  readonly rules: readonly Rule[];
  readonly conditions: readonly Condition[];
  /** The rule on the least weight of each asset. */
  readonly floors: readonly Rule[];
  /** The rule on the largest weight of each asset; what is frozen has one rule for both. */
  readonly ceilings: readonly Rule[];
  /** What each rule's side is compared with: its bound, but 0 for a relative rule. */
  readonly limits: ReadonlyMap<Rule, number>;
}

/** lower ≤ Σ coefficients·w + Σ kinked parts ≤ upper. */
export interface Condition {
  /** By asset. */
  readonly coefficients: Float64Array;
  readonly kinks: readonly Kink[];
  readonly lower: Rule | undefined;
  /** The same rule as `lower` for an equation. */
  readonly upper: Rule | undefined;
  /** What a breach is measured in. */
  readonly unit: number;
}

/** By asset, a point and what each unit of weight below and above it adds: (w − point)·below, (w − point)·above. */
export interface Kink {
  readonly points: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/** Reads the rules of a compiled problem. */
export function readRules(problem: CompiledProblem): RuleBook {
  const { assets, rules, program, holdings } = problem;
  const rows = Array.from({ length: program.rows.count }, (_, index) =>
    rules.filter(({ place }) => place.of === 'row' && place.index === index),
  );
  const floors: Rule[] = [];
  const ceilings: Rule[] = [];
  for (const rule of rules) {
    if (rule.place.of !== 'variable') continue;
    const asset = holdings.asset[rule.place.index]!;
    if (rule.kind !== 'max') floors[asset] = rule;
    if (rule.kind !== 'min') ceilings[asset] = rule;
  }
  return {
    assets,
    rules,
    conditions: rows.map((own, index) => conditionOf(problem, own, index)),
    floors,
    ceilings,
    limits: new Map(rules.map((rule) => [rule, isRelative(rule) ? 0 : rule.bound])),
  };
}

/** Whether a rule compares with other holdings, so that its bound is a multiple. */
export function isRelative({ kind }: Rule): boolean {
  return kind === 'relative-min' || kind === 'relative-max';
}

function conditionOf(problem: CompiledProblem, rules: readonly Rule[], row: number): Condition {
  const [{ kind, unit }] = rules as readonly [Rule];
  const side = (end: 'lower' | 'upper'): Rule | undefined =>
    rules.find(({ place }) => place.side === end || place.side === 'both');
  return { ...leftSide(problem, kind, row), lower: side('lower'), upper: side('upper'), unit };
}

function leftSide(
  problem: CompiledProblem,
  kind: Rule['kind'],
  row: number,
): Pick<Condition, 'coefficients' | 'kinks'> {
  const { assets, expectedReturn, trading, holdingCost } = problem;
  const same = (value: number): Float64Array => new Float64Array(assets.length).fill(value);
  switch (kind) {
    case 'short':
      return {
        coefficients: same(0),
        kinks: [{ points: same(0), below: same(-1), above: same(0) }],
      };
    case 'leverage':
      return {
        coefficients: same(0),
        kinks: [{ points: same(0), below: same(-1), above: same(1) }],
      };
    case 'turnover': {
      const kink = { points: trading!.current, below: same(-0.5), above: same(0.5) };
      return { coefficients: same(0), kinks: [kink] };
    }
    case 'target-return': {
      const kinks: Kink[] = [];
      const negative = (costs: Float64Array): Float64Array => costs.map((cost) => 0 - cost);
      if (trading?.counts === true) {
        const { current: points, buyCost, sellCost } = trading;
        kinks.push({ points, below: sellCost, above: negative(buyCost) });
      }
      if (holdingCost !== undefined) {
        kinks.push({ points: same(0), below: holdingCost, above: negative(holdingCost) });
      }
      return { coefficients: expectedReturn, kinks };
    }
    default:
      return { coefficients: byAsset(problem, row), kinks: [] };
  }
}

/** A row's coefficients on weights: the same for every variable of an asset, but for the sign. */
function byAsset({ assets, program, holdings }: CompiledProblem, row: number): Float64Array {
  const coefficients = new Float64Array(assets.length);
  for (let i = 0; i < program.size; i++) {
    const own = program.rows.matrix[row * program.size + i]!;
    coefficients[holdings.asset[i]!] = own * holdings.sign[i]! + 0;
  }
  return coefficients;
}

/** What one asset adds to a condition's left side at a weight. */
export function partOf({ coefficients, kinks }: Condition, asset: number, weight: number): number {
  let part = coefficients[asset]! * weight;
  for (const { points, below, above } of kinks) {
    const away = weight - points[asset]!;
    part += away * (away > 0 ? above : below)[asset]!;
  }
  return part;
}

/** A condition's left side at weights by asset. */
export function leftSideAt(condition: Condition, weights: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < weights.length; a++) sum += partOf(condition, a, weights[a]!);
  return sum;
}

/** What a unit more of an asset adds to the left side, just above or just below a weight. */
export function slopeAt(
  { coefficients, kinks }: Condition,
  asset: number,
  weight: number,
  side: 'below' | 'above',
): number {
  let slope = coefficients[asset]!;
  for (const { points, below, above } of kinks) {
    const point = points[asset]!;
    const isAbove = side === 'above' ? weight >= point : weight > point;
    slope += (isAbove ? above : below)[asset]!;
  }
  return slope;
}

/** The weights at which some condition changes its slope in an asset, rising. */
export function kinksOf(conditions: readonly Condition[], asset: number): readonly number[] {
  const points = new Set<number>();
  for (const { kinks } of conditions) {
    for (const kink of kinks) {
      if (kink.below[asset] !== kink.above[asset]) points.add(kink.points[asset]!);
    }
  }
  return [...points].sort((p, q) => p - q);
}

/** Whether any condition has kinks. */
export function hasKinks({ conditions }: RuleBook): boolean {
  return conditions.some(({ kinks }) => kinks.length > 0);
}

/** The book with some limits moved by the given amounts. */
export function moveLimits(book: RuleBook, amounts: ReadonlyMap<Rule, number>): RuleBook {
  const limits = new Map(
    book.rules.map((rule) => [rule, book.limits.get(rule)! + (amounts.get(rule) ?? 0)]),
  );
  return { ...book, limits };
}
