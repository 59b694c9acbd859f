import { AptfolioError, at, checkInteger, checkRange } from '../../errors/index.js';
import { type AssetNames, checkByAsset } from '../compile/check-names.js';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.js';
import type { Rule } from '../compile/rules.js';
import { type RuleBook, readRules } from '../infeasible/rule-book.js';
import type { AllocationProblem } from '../problem.js';
import type { DiscreteRules } from './discrete-rules.js';
import { type Domain, domainOf } from './domain.js';
import { checkFields } from './known-fields.js';
import { type CompiledLots, checkLots, weightOf } from './lots.js';
import { checkTolerances } from './tolerances.js';
import { compileWithin } from './within-bounds.js';

/** A problem with discrete rules after their checks: which weights each asset may have, and how many may be held. */
export interface DiscreteModel {
  readonly problem: CompiledProblem;
  readonly book: RuleBook;
  readonly lots: CompiledLots | undefined;
  /** By asset; 0 for none. */
  readonly minTicket: Float64Array;
  readonly minTrade: Float64Array;
  /** Present weights; zeros where they are not known. */
  readonly current: Float64Array;
  readonly minHoldings: number;
  readonly maxHoldings: number;
  /** By how much a rule may be broken. */
  readonly tolerances: ReadonlyMap<string, number>;
  /** Risk tolerance of the program: it minimises half the variance less so many times the net return. */
  readonly t: number;
  readonly domains: readonly Domain[];
  /** Limits of the program's rows with what may be broken of them. Those of a budget are for no fees at all. */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** The rows of a budget that is one figure, and of a target return; −1 for none. */
  readonly budgetRow: number;
  /** The row of what all weights sum to. */
  readonly cashRow: number;
  readonly returnRow: number;
  /** How much of the target's row a unit of return is. */
  readonly returnUnit: number;
}

/** What a discrete problem was stated as: a model without its domains and limits, which follow from the rules that are kept. */
export interface StatedModel extends Omit<DiscreteModel, 'domains' | 'rowLower' | 'rowUpper'> {
  /** The problem with the present weights that the lots held come to. */
  readonly source: AllocationProblem;
  /** That problem with its own bounds. */
  readonly strict: CompiledProblem;
}

const FIELDS: readonly string[] = ['maxHoldings', 'minHoldings', 'minTicket', 'minTrade', 'lots'];

const OBJECTIVES: readonly string[] = ['utility', 'minimum-variance', 'target-return'];

/** Checks a problem with discrete rules. Throws with the path to the first fault. */
export function checkDiscrete(problem: AllocationProblem, rules: DiscreteRules): StatedModel {
  checkFields(rules, 'rules', FIELDS);
  const plain = compileProblem(problem);
  checkSupported(problem);
  const { assets } = plain;
  const names: AssetNames = { assets, indexOf: new Map(assets.map((name, a) => [name, a])) };
  const lots =
    rules.lots === undefined ? undefined : checkLots(rules.lots, names, budgetOf(problem));
  const source = lots === undefined ? problem : withLotsHeld(problem, plain, lots);
  const strict = lots === undefined ? plain : compileProblem(source);
  const book = readRules(strict);
  const tolerances = checkTolerances(rules.lots?.tolerance, strict.rules);
  const compiled = withTolerances(source, strict, book, tolerances);
  const { objective, trading, rules: own } = compiled;
  const minTicket = checkSizes(rules.minTicket, 'rules.minTicket', names);
  const minTrade = checkSizes(rules.minTrade, 'rules.minTrade', names);
  if (rules.minTrade !== undefined && trading === undefined) {
    throw new AptfolioError('missing-value', 'problem.trading', 'what is held at present');
  }
  const size = assets.length;
  const count = (value: number | undefined, name: string, none: number): number =>
    value === undefined ? none : checkInteger(value, at('rules', name), { min: 0 });
  const maxHoldings = count(rules.maxHoldings, 'maxHoldings', size);
  const minHoldings = count(rules.minHoldings, 'minHoldings', 0);
  if (minHoldings > Math.min(size, maxHoldings)) {
    const expected = `at most ${Math.min(size, maxHoldings)}`;
    throw new AptfolioError('inconsistent', 'rules.minHoldings', expected, minHoldings);
  }
  if (minHoldings > 0 && lots === undefined && minTicket.some((ticket) => ticket === 0)) {
    const expected = 'a figure above 0 for every asset, as there is a minHoldings';
    throw new AptfolioError('missing-value', 'rules.minTicket', expected, rules.minTicket);
  }
  const placed = (kind: string): number =>
    own.find((rule) => rule.kind === kind)?.place.index ?? -1;
  return {
    source,
    strict,
    problem: compiled,
    book,
    lots,
    minTicket,
    minTrade,
    current: trading?.current ?? new Float64Array(size),
    minHoldings,
    maxHoldings,
    tolerances,
    t: objective.kind === 'utility' ? 1 / objective.riskAversion : 0,
    budgetRow: placed('budget'),
    cashRow: Math.max(placed('budget'), placed('budget-max')),
    returnRow: placed('target-return'),
    returnUnit: own.find(({ kind }) => kind === 'target-return')?.unit ?? 1,
  };
}

function budgetOf({ budget = 1 }: AllocationProblem): number {
  if (typeof budget === 'number') return budget;
  return budget.min === budget.max ? budget.min : 1;
}

function checkSupported({ objective, maxTrackingError }: AllocationProblem): void {
  if (!OBJECTIVES.includes(objective.kind)) {
    const expected = `one of ${OBJECTIVES.join(', ')}`;
    throw new AptfolioError('unknown-value', 'problem.objective.kind', expected, objective.kind);
  }
  if (maxTrackingError !== undefined) {
    const expected = 'nothing, where there are discrete rules';
    throw new AptfolioError('inconsistent', 'problem.maxTrackingError', expected, maxTrackingError);
  }
}

/** Present weights that are given may differ from those of the lots held by so much, for their rounding. */
const ROUNDED = 1e-6;

/** The problem with the present weights that the lots held come to. */
function withLotsHeld(
  problem: AllocationProblem,
  { assets, trading }: CompiledProblem,
  lots: CompiledLots,
): AllocationProblem {
  const weights = assets.map((_, a) => weightOf(lots, a, lots.held[a]!));
  const given = trading?.current;
  weights.forEach((weight, a) => {
    if (given === undefined || Math.abs(given[a]! - weight) <= ROUNDED) return;
    const path = at('problem.trading.current', assets[a]!);
    throw new AptfolioError('inconsistent', path, `${weight}, as of the lots held`, given[a]);
  });
  const current = Object.fromEntries(assets.map((name, a) => [name, weights[a]! + 0]));
  return { ...problem, trading: { ...problem.trading, current } };
}

/** The problem with room for weights that break a bound within its tolerance. */
function withTolerances(
  source: AllocationProblem,
  strict: CompiledProblem,
  { floors, ceilings }: RuleBook,
  tolerances: ReadonlyMap<string, number>,
): CompiledProblem {
  const reach = strict.assets.map((_, a) => ({
    min: leastWeight(floors[a]!, tolerances),
    max: largestWeight(ceilings[a]!, tolerances),
  }));
  const isSame = reach.every(
    ({ min, max }, a) => min === floors[a]!.bound && max === ceilings[a]!.bound,
  );
  return isSame ? strict : compileWithin(source, strict, reach);
}

/** What an asset is held at with the tolerance of its floor, but no weight that no portfolio has. */
function leastWeight({ name, bound }: Rule, tolerances: ReadonlyMap<string, number>): number {
  return Math.min(bound, Math.max(-BEYOND, bound - (tolerances.get(name) ?? 0)));
}

function largestWeight({ name, bound }: Rule, tolerances: ReadonlyMap<string, number>): number {
  return Math.max(bound, Math.min(BEYOND, bound + (tolerances.get(name) ?? 0)));
}

function checkSizes(
  value: DiscreteRules['minTicket'],
  path: string,
  names: AssetNames,
): Float64Array {
  const size = names.assets.length;
  if (value === undefined) return new Float64Array(size);
  if (typeof value === 'number') {
    return new Float64Array(size).fill(checkRange(value, path, { min: 0 }));
  }
  const sizes = checkByAsset(value, path, names, 0);
  sizes.forEach((own, a) => {
    checkRange(own, at(path, names.assets[a]!), { min: 0 });
  });
  return sizes;
}

/** A weight that no portfolio has. */
export const BEYOND = 100;

/** What counts as a holding where something must be held, but a minimum ticket is left out. */
const LEAST = 1e-6;

/** The model of all rules, or of all but some, by their names. */
export function modelOf(stated: StatedModel, left: ReadonlySet<string> = new Set()): DiscreteModel {
  const { problem, book, lots, tolerances, budgetRow } = stated;
  const { program, rules, assets } = problem;
  const isKept = (name: string): boolean => !left.has(name);
  const tolerance = (name: string): number => tolerances.get(name) ?? 0;
  const rowLower = program.rows.lower.slice();
  const rowUpper = program.rows.upper.slice();
  for (const { name, place, unit } of rules) {
    if (place.of === 'variable') continue;
    const { index, side } = place;
    if (side !== 'upper') {
      rowLower[index] = isKept(name)
        ? rowLower[index]! - tolerance(name) / unit
        : Number.NEGATIVE_INFINITY;
    }
    if (side !== 'lower') {
      rowUpper[index] = isKept(name)
        ? rowUpper[index]! + tolerance(name) / unit
        : Number.POSITIVE_INFINITY;
    }
  }
  if (lots !== undefined && budgetRow >= 0) rowLower[budgetRow]! -= lots.maxCash;
  const withLots = lots !== undefined && isKept('lots');
  const minHoldings = isKept('min-holdings') ? stated.minHoldings : 0;
  const domains = assets.map((name, a) => {
    const [floor, ceiling] = [book.floors[a]!, book.ceilings[a]!];
    const frozen = floor === ceiling && isKept(floor.name);
    const sizes = (kind: string, all: Float64Array): number =>
      frozen || !isKept(`${kind}:${name}`) ? 0 : all[a]!;
    return domainOf({
      min: isKept(floor.name) ? leastWeight(floor, tolerances) : -BEYOND,
      max: isKept(ceiling.name) ? largestWeight(ceiling, tolerances) : BEYOND,
      ticket:
        sizes('min-ticket', stated.minTicket) ||
        (minHoldings > 0 && !frozen && !withLots ? LEAST : 0),
      trade: sizes('min-trade', stated.minTrade),
      current: stated.current[a]!,
      step: withLots ? lots.steps[a]! : 0,
    });
  });
  return {
    ...stated,
    minHoldings,
    maxHoldings: isKept('max-holdings') ? stated.maxHoldings : assets.length,
    lots: withLots ? lots : undefined,
    tolerances: new Map([
      ...tolerances,
      ...[...left].map((name) => [name, Number.POSITIVE_INFINITY] as const),
    ]),
    domains,
    rowLower,
    rowUpper,
  };
}
