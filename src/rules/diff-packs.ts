import { canonicalJson } from '../evidence/index.js';
import { type CompiledPack, checkCompiled } from './compile.js';
import type { Rule } from './rule.js';

/** What changed from one version of a pack to another. */
export interface PackDifference {
  readonly from: { readonly id: string; readonly version: string; readonly hash: string };
  readonly to: { readonly id: string; readonly version: string; readonly hash: string };
  /** Whether nothing at all changed. */
  readonly same: boolean;
  readonly rules: NamedChanges & { readonly changed: readonly RuleChange[] };
  readonly parameters: NamedChanges & { readonly changed: readonly PartChange[] };
  readonly facts: NamedChanges & { readonly changed: readonly PartChange[] };
  readonly terms: NamedChanges & { readonly changed: readonly PartChange[] };
  readonly messages: NamedChanges & { readonly changed: readonly PartChange[] };
  readonly cases: NamedChanges & { readonly changed: readonly PartChange[] };
  readonly retention: NamedChanges & { readonly changed: readonly PartChange[] };
  /** Names of other fields of the pack that differ, as `version`, `inForce`. */
  readonly fields: readonly string[];
}

/** What came and what went, by name, ascending. */
export interface NamedChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Something that both have, and that differs. */
export interface PartChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A rule that both have, and that differs. */
export interface RuleChange {
  readonly rule: string;
  /** The fields that differ, ascending. */
  readonly fields: readonly string[];
  readonly before: Rule;
  readonly after: Rule;
}

/**
 * Compares two versions of a pack, or two packs, rule by rule and number by number.
 *
 * @example
 * ```ts
 * import { compilePack, diffPacks } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const [age, ...others] = pack.rules;
 * const next = { ...pack, version: '2', rules: [{ ...age, outcome: 'refer' }, ...others] };
 * const difference = diffPacks(compilePack(pack), compilePack(next));
 * difference.rules.changed[0].rule; // => 'LEND-AGE'
 * difference.rules.changed[0].fields; // => ['outcome']
 * difference.fields; // => ['version']
 * ```
 */
export function diffPacks(from: CompiledPack, to: CompiledPack): PackDifference {
  const [a, b] = [
    checkCompiled(from, 'from')[0] as CompiledPack,
    checkCompiled(to, 'to')[0] as CompiledPack,
  ];
  const [before, after] = [a.pack, b.pack];
  const byId = <T extends { readonly id: string }>(
    list: readonly T[] = [],
  ): Readonly<Record<string, T>> => Object.fromEntries(list.map((entry) => [entry.id, entry]));
  const rules = compareParts(byId(before.rules), byId(after.rules));
  return Object.freeze({
    from: Object.freeze({ id: a.id, version: a.version, hash: a.hash }),
    to: Object.freeze({ id: b.id, version: b.version, hash: b.hash }),
    same: a.hash === b.hash,
    rules: Object.freeze({ ...rules, changed: Object.freeze(rules.changed.map(ruleChange)) }),
    parameters: compareParts(before.parameters, after.parameters),
    facts: compareParts(before.facts, after.facts),
    terms: compareParts(before.terms, after.terms),
    messages: compareParts(before.messages, after.messages),
    cases: compareParts(byId(before.cases), byId(after.cases)),
    retention: compareParts(byId(before.retention), byId(after.retention)),
    fields: Object.freeze(FIELDS.filter((name) => differ(before[name], after[name]))),
  });
}

const FIELDS = [
  'id',
  'version',
  'title',
  'kind',
  'jurisdiction',
  'inForce',
  'candidates',
  'covers',
  'tightens',
] as const;

function compareParts<T>(
  before: Readonly<Record<string, T>> = {},
  after: Readonly<Record<string, T>> = {},
): NamedChanges & { readonly changed: readonly { name: string; before: T; after: T }[] } {
  const [old, now] = [Object.keys(before).sort(), Object.keys(after).sort()];
  const changed = old.flatMap((name) => {
    if (!Object.hasOwn(after, name)) return [];
    const [was, is] = [before[name] as T, after[name] as T];
    return differ(was, is) ? [Object.freeze({ name, before: was, after: is })] : [];
  });
  return Object.freeze({
    added: Object.freeze(now.filter((name) => !Object.hasOwn(before, name))),
    removed: Object.freeze(old.filter((name) => !Object.hasOwn(after, name))),
    changed: Object.freeze(changed),
  });
}

function ruleChange({
  name,
  before,
  after,
}: {
  name: string;
  before: Rule;
  after: Rule;
}): RuleChange {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Rule)[];
  const differing = fields.filter((field) => differ(before[field], after[field])).sort();
  return Object.freeze({ rule: name, fields: Object.freeze(differing), before, after });
}

function differ(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) !== canonicalJson(b ?? null);
}
