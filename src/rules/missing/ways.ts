import type { RuleCondition, RuleConstant, RuleOperand } from '../condition.js';
import { evaluate } from '../evaluate/evaluate.js';
import { readName, readOperand } from '../evaluate/read-operand.js';
import type { RuleResult } from '../evaluate/rule-truth.js';
import type { Situation } from '../evaluate/situation.js';
import { Bounds } from '../evaluate/value.js';
import type { Rulebook, RuleInForce, Surroundings } from '../rulebook.js';

/** Ways to know something: each a set of facts that would do. One empty way: no fact would help. */
export type Ways = readonly (readonly string[])[];

const NOTHING_NEEDED: Ways = [[]];

/** More ways than this are not looked through; the shortest are kept. */
const MOST_WAYS = 128;

/**
 * The fewest facts that reach every unknown part of every unknown rule. Of several sets of the same size the first in the order of
 * names.
 */
export function factsThatReach(
  { rules }: Rulebook,
  results: readonly RuleResult[],
  situation: Situation,
): readonly string[] {
  const needed = new Map<number, Ways>();
  const waysOf = (index: number): Ways => {
    const known = needed.get(index);
    if (known !== undefined) return known;
    const ways = waysForRule(rules[index] as RuleInForce, results, situation, waysOf);
    needed.set(index, ways);
    return ways;
  };
  const all = results.reduce<Ways>(
    (ways, { status, standing }, index) =>
      status === 'undetermined' && standing === 'unknown' ? both(ways, waysOf(index)) : ways,
    NOTHING_NEEDED,
  );
  return all[0] ?? [];
}

function waysForRule(
  { rule, exceptions, surroundings }: RuleInForce,
  results: readonly RuleResult[],
  situation: Situation,
  waysOf: (index: number) => Ways,
): Ways {
  const own = [rule.scope, rule.when].reduce<Ways>(
    (ways, part) =>
      part === undefined ? ways : both(ways, forCondition(part, situation, surroundings)),
    NOTHING_NEEDED,
  );
  return exceptions.reduce<Ways>(
    (ways, index) => (results[index]?.bites === 'unknown' ? both(ways, waysOf(index)) : ways),
    own,
  );
}

/** The ways to know a condition that is unknown. */
export function forCondition(
  condition: RuleCondition,
  situation: Situation,
  around: Surroundings,
): Ways {
  if (evaluate(condition, situation, around) !== 'unknown') return NOTHING_NEEDED;
  if ('all' in condition) return forParts(condition.all, situation, around);
  if ('any' in condition) return forParts(condition.any, situation, around);
  if ('not' in condition) return forCondition(condition.not, situation, around);
  if ('left' in condition) {
    return both(
      forOperand(condition.left, situation, around),
      forOperand(condition.right, situation, around),
    );
  }
  if ('holds' in condition) return forName(condition.holds, situation, around);
  return [['none' in condition ? condition.none : condition.stale]];
}

function forParts(
  parts: readonly RuleCondition[],
  situation: Situation,
  around: Surroundings,
): Ways {
  return parts.reduce<Ways>(
    (ways, part) => both(ways, forCondition(part, situation, around)),
    NOTHING_NEEDED,
  );
}

function forOperand(
  operand: RuleOperand | readonly RuleConstant[],
  situation: Situation,
  around: Surroundings,
): Ways {
  const value = readOperand(operand, situation, around);
  if (value !== undefined && !(value instanceof Bounds)) return NOTHING_NEEDED;
  if (typeof operand !== 'object' || Array.isArray(operand) || 'parameter' in operand)
    return NOTHING_NEEDED;
  if ('fact' in operand) return forName(operand.fact, situation, around);
  if ('first' in operand)
    return either(operand.first.map((part) => forOperand(part, situation, around)));
  const parts = Object.values(operand).find(Array.isArray) as unknown as readonly RuleOperand[];
  return parts.reduce<Ways>(
    (ways, part) => both(ways, forOperand(part, situation, around)),
    NOTHING_NEEDED,
  );
}

function forName(name: string, situation: Situation, around: Surroundings): Ways {
  const value = readName(name, situation, around);
  if (value !== undefined && !(value instanceof Bounds)) return NOTHING_NEEDED;
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term === undefined) return [[name]];
  return 'when' in term
    ? forCondition(term.when, situation, around)
    : forOperand(term.value, situation, around);
}

/** Ways to know two things at once. */
function both(one: Ways, other: Ways): Ways {
  if (one === NOTHING_NEEDED) return other;
  if (other === NOTHING_NEEDED) return one;
  return shortest(one.flatMap((a) => other.map((b) => [...new Set([...a, ...b])].sort())));
}

/** Ways to know one of several things; a part that no fact can make known is no way. */
function either(parts: readonly Ways[]): Ways {
  const ways = shortest(parts.flatMap((part) => part.filter((way) => way.length > 0)));
  return ways.length === 0 ? NOTHING_NEEDED : ways;
}

/** The ways in ascending size, then by name, without those that contain another one. */
function shortest(ways: readonly (readonly string[])[]): Ways {
  const sorted = [...ways].sort(
    (a, b) => a.length - b.length || (a.join('\n') < b.join('\n') ? -1 : 1),
  );
  const kept: (readonly string[])[] = [];
  for (const way of sorted) {
    if (kept.length >= MOST_WAYS) break;
    if (!kept.some((shorter) => shorter.every((name) => way.includes(name)))) kept.push(way);
  }
  return kept;
}
