import {
  AptfolioError,
  at,
  checkBoolean,
  checkNumber,
  checkObject,
  checkText,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, type Money, parseMoneyIn } from '../../money/index.js';
import { checkCompiled } from './check-compiled.js';
import { compareBound } from './compile-segments.js';
import type {
  CompiledSegmentTable,
  SegmentCondition,
  SegmentFactKind,
  SegmentFacts,
  SegmentRule,
  WithinBounds,
} from './segment-table.js';

/** A condition or a rule holds, does not hold, or cannot be known because a fact is missing. */
export type SegmentOutcome = 'met' | 'not-met' | 'unknown';

/** One condition with the value that was read; `null` if it is not known. */
export interface ConditionFinding {
  readonly condition: SegmentCondition;
  readonly value: number | string | boolean | Money | null;
  readonly outcome: SegmentOutcome;
}

/** One rule with all of its conditions. */
export interface RuleFinding {
  readonly rule: string;
  readonly segment: string;
  readonly outcome: SegmentOutcome;
  readonly conditions: readonly ConditionFinding[];
}

/**
 * The segment by the first rule that holds, or why there is none. `evidence` are the rules that were looked at, in the
 * order of the table, those that did not hold among them.
 */
export type SegmentAssignment =
  | {
      readonly status: 'assigned';
      readonly segment: string;
      /** The rule that decided; `null` where `otherwise` did. */
      readonly rule: string | null;
      readonly evidence: readonly RuleFinding[];
    }
  | {
      /** No rule holds and the table names no segment for the rest. */
      readonly status: 'unassigned';
      readonly segment: null;
      readonly evidence: readonly RuleFinding[];
    }
  | {
      /** A rule might hold and would decide otherwise than what comes after it. */
      readonly status: 'undetermined';
      readonly segment: null;
      /** The segments that it may be, in the order of the table. */
      readonly possible: readonly string[];
      /** The facts that would have to be known, by name. */
      readonly missing: readonly string[];
      readonly reason: Reason;
      readonly evidence: readonly RuleFinding[];
    };

/** Every segment whose rule holds, for tags that do not exclude each other. */
export interface SegmentTags {
  /** One for each segment, by the first rule that holds, in the order of the table. */
  readonly tags: readonly RuleFinding[];
  /** Segments for which no rule holds but one might. */
  readonly undetermined: readonly RuleFinding[];
  readonly missing: readonly string[];
}

/**
 * Finds the segment by the first rule that holds.
 *
 * A fact that is not known makes a rule neither hold nor fail. If a rule that comes earlier might hold, the result is
 * `undetermined` and names the missing facts, unless all that is possible leads to one segment.
 *
 * @param facts may hold more than the table reads.
 * @throws AptfolioError for a fact of another kind than the table compares it with, path `facts.age`, or a table that was
 * not compiled or is damaged, path `table.reads` or `table.table.rules[1].when`.
 *
 * @example
 * ```ts
 * import { compileSegments, segmentOf } from 'aptfolio/client';
 *
 * const table = compileSegments({
 *   id: 'by-age',
 *   rules: [
 *     { id: 'staff', segment: 'staff', when: [{ fact: 'employee', is: true }] },
 *     { id: 'young', segment: 'young', when: [{ fact: 'age', from: 18, below: 30 }] },
 *   ],
 * });
 * segmentOf({ employee: false, age: 29.9 }, table).segment; // => 'young'
 * segmentOf({ employee: false, age: 30 }, table).status; // => 'unassigned'
 * segmentOf({ age: 20 }, table).missing; // => ['employee']
 * ```
 */
export function segmentOf(facts: SegmentFacts, table: CompiledSegmentTable): SegmentAssignment {
  checkCompiled(table);
  return assignBy(facts, table);
}

/** The same for a table that has been checked. */
export function assignBy(facts: SegmentFacts, table: CompiledSegmentTable): SegmentAssignment {
  return assign(readFacts(facts, table), table);
}

/**
 * Finds every segment whose rule holds.
 *
 * @throws AptfolioError as `segmentOf`.
 *
 * @example
 * ```ts
 * import { compileSegments, segmentTags } from 'aptfolio/client';
 *
 * const table = compileSegments({
 *   id: 'tags',
 *   rules: [
 *     { id: 'a', segment: 'digital', when: [{ fact: 'channel', oneOf: ['mobile', 'web'] }] },
 *     { id: 'b', segment: 'active', when: [{ fact: 'tradesPerMonth', from: 2 }] },
 *   ],
 * });
 * const { tags, missing } = segmentTags({ channel: 'mobile' }, table);
 * tags.map(({ segment }) => segment); // => ['digital']
 * missing; // => ['tradesPerMonth']
 * ```
 */
export function segmentTags(facts: SegmentFacts, table: CompiledSegmentTable): SegmentTags {
  checkCompiled(table);
  const known = readFacts(facts, table);
  const findings = table.table.rules.map((rule) => lookAt(rule, known));
  const tags = firstOfEach(findings.filter(({ outcome }) => outcome === 'met'));
  const held = new Set(tags.map(({ segment }) => segment));
  const undetermined = findings.filter(
    ({ outcome, segment }) => outcome === 'unknown' && !held.has(segment),
  );
  return Object.freeze({
    tags: Object.freeze(tags),
    undetermined: Object.freeze(undetermined),
    missing: missingIn(undetermined),
  });
}

type Known = ReadonlyMap<string, number | string | boolean | Money>;

/** Checks the facts that the table reads; those that are not known are left out. */
function readFacts(facts: SegmentFacts, table: CompiledSegmentTable): Known {
  const given = checkObject(facts, 'facts');
  const known = new Map<string, number | string | boolean | Money>();
  for (const [name, kind] of Object.entries(table.reads)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined || value === null) continue;
    known.set(name, readFact(value, kind, at('facts', name)));
  }
  return known;
}

function readFact(
  value: unknown,
  fact: SegmentFactKind,
  path: string,
): number | string | boolean | Money {
  if (fact.kind === 'number') return checkNumber(value, path);
  if (fact.kind === 'text') return checkText(value, path);
  if (fact.kind === 'boolean') return checkBoolean(value, path);
  if (typeof value !== 'object') {
    throw new AptfolioError('invalid-type', path, `an amount in ${fact.currency}`, value);
  }
  return parseMoneyIn(value, fact.currency as CurrencyCode, path);
}

function assign(known: Known, { table }: CompiledSegmentTable): SegmentAssignment {
  const evidence: RuleFinding[] = [];
  for (const rule of table.rules) {
    const finding = lookAt(rule, known);
    evidence.push(finding);
    if (finding.outcome === 'met') break;
  }
  const last = evidence[evidence.length - 1]!;
  const end = last.outcome === 'met' ? last.segment : table.otherwise;
  const open = evidence.filter(({ outcome }) => outcome === 'unknown');
  const possible = new Set([
    ...open.map(({ segment }) => segment),
    ...(end === undefined ? [] : [end]),
  ]);
  Object.freeze(evidence);
  if (open.length > 0 && (possible.size > 1 || end === undefined)) {
    return undetermined(evidence, open, [...possible]);
  }
  if (end === undefined) return Object.freeze({ status: 'unassigned', segment: null, evidence });
  const rule = last.outcome === 'met' ? last.rule : null;
  return Object.freeze({ status: 'assigned', segment: end, rule, evidence });
}

function undetermined(
  evidence: readonly RuleFinding[],
  open: readonly RuleFinding[],
  possible: readonly string[],
): SegmentAssignment {
  const missing = missingIn(open);
  return Object.freeze({
    status: 'undetermined',
    segment: null,
    possible: Object.freeze(possible),
    missing,
    reason: makeReason('client.segment-undetermined', 'require', { missing }),
    evidence,
  });
}

/** A rule fails as soon as one condition fails, whatever is not known besides. */
function lookAt(rule: SegmentRule, known: Known): RuleFinding {
  const conditions = rule.when.map((condition): ConditionFinding => {
    const value = known.get(condition.fact) ?? null;
    const outcome = value === null ? 'unknown' : holds(condition, value) ? 'met' : 'not-met';
    return Object.freeze({ condition, value, outcome });
  });
  const has = (wanted: SegmentOutcome): boolean =>
    conditions.some(({ outcome }) => outcome === wanted);
  return Object.freeze({
    rule: rule.id,
    segment: rule.segment,
    outcome: has('not-met') ? 'not-met' : has('unknown') ? 'unknown' : 'met',
    conditions: Object.freeze(conditions),
  });
}

function holds(condition: SegmentCondition, value: number | string | boolean | Money): boolean {
  if ('is' in condition) return value === condition.is;
  if ('oneOf' in condition) return condition.oneOf.includes(value as string);
  const { from, above, to, below } = condition as WithinBounds;
  const side = (bound: number | Money): number => compareBound(value as number | Money, bound);
  return (
    (from === undefined || side(from) >= 0) &&
    (above === undefined || side(above) > 0) &&
    (to === undefined || side(to) <= 0) &&
    (below === undefined || side(below) < 0)
  );
}

function firstOfEach(findings: readonly RuleFinding[]): RuleFinding[] {
  return findings.filter(
    ({ segment }, index) => findings.findIndex((other) => other.segment === segment) === index,
  );
}

function missingIn(findings: readonly RuleFinding[]): readonly string[] {
  const names = findings.flatMap(({ conditions }) =>
    conditions
      .filter(({ outcome }) => outcome === 'unknown')
      .map(({ condition }) => condition.fact),
  );
  return Object.freeze([...new Set(names)].sort());
}
