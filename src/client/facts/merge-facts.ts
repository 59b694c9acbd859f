import { isPlainDate, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, checkObject, mapBatch } from '../../errors/index.js';
import { type PathFacts, saidAbove } from './containing-paths.js';
import { type Fact, type RecordedFact, readFact } from './fact.js';
import { checkKind } from './fact-kind.js';
import { type FactPolicy, type ReadRule, readFactPolicy } from './fact-policy.js';
import type { MergedFacts } from './merged-facts.js';
import { type SettledPath, settlePath } from './settle.js';
import { uniqueFacts } from './unique-facts.js';

/** For which day facts are merged. */
export interface MergeOptions {
  /** Facts that were true or observed later are left out; freshness is measured on this day. */
  readonly asOf: PlainDate;
  /** Facts that became known later are left out. Default `asOf`: what was known on that day. */
  readonly knownOn?: PlainDate;
}

/**
 * Merges what several sources say about a client into one value for each path, with every conflict.
 *
 * For each source its last word counts: the latest `asOf`, and of those the one recorded last. Among the sources fresh
 * stands before stale; then the policy's criteria decide. Sources of equal standing that say different things leave the
 * path unresolved: no value is picked. The order of facts, and facts that come twice, have no influence.
 *
 * Paths that contain one another are one question: what an object at `client.consents` says of `profiling` counts, and
 * contradicts, as a word about `client.consents.profiling` does, if there are facts of that path.
 *
 * A path that has a fresh value loses it to another fact only if that one contradicts it at equal standing, retracts or
 * replaces it in the name of its own source, or ranks higher and has a value itself.
 *
 * @param facts as they come; a path is influenced by those of the shorter paths that contain it, and by no others.
 * @param policy the bank's ranking of sources, greatest ages and order of criteria.
 * @returns fields, conflicts with all evidence, and a failure for each fact of the days asked for that cannot be used, with
 * a path such as `facts[3].asOf` and never a value. Whether it could be used later is told later: a fact that was true or
 * became known after those days leaves no trace, as far as its days can be read.
 * @throws AptfolioError for a malformed policy or date, with the path `policy.paths["client.birthDate"].kind`.
 *
 * @example
 * ```ts
 * import { mergeFacts } from 'aptfolio/client';
 *
 * const policy = {
 *   sources: ['register', 'adviser', 'client'],
 *   paths: { 'client.birthDate': { kind: 'date' }, 'income.monthly': { maxAge: { months: 12 } } },
 * };
 * const facts = [
 *   { path: 'client.birthDate', value: '1988-02-28', asOf: '2026-01-05', source: 'client', confidence: 0.8 },
 *   { path: 'client.birthDate', value: '1988-02-29', asOf: '2024-06-01', source: 'register', confidence: 1 },
 *   { path: 'income.monthly', value: 32000, asOf: '2025-03-01', source: 'client', confidence: 0.8 },
 *   { path: 'client.birthDate', value: '1988-02-30', asOf: '2026-01-06', source: 'adviser', confidence: 1 },
 * ];
 * const { fields, conflicts, failures } = mergeFacts(facts, policy, { asOf: '2026-03-02' });
 * fields['client.birthDate'].value; // => '1988-02-29'
 * fields['income.monthly'].status; // => 'stale'
 * fields['income.monthly'].freshUntil; // => '2026-03-01'
 * conflicts[0].decidedBy; // => 'source'
 * conflicts[0].evidence.map(({ source, verdict }) => [source, verdict]);
 * // => [['register', 'won'], ['client', 'lost']]
 * failures[0].issues[0].path; // => 'facts[3].value'
 * ```
 */
export function mergeFacts(
  facts: readonly Fact[],
  policy: FactPolicy,
  options: MergeOptions,
): MergedFacts {
  const ruleOf = readFactPolicy(policy, 'policy');
  const { asOf, knownOn } = readMergeOptions(options);
  const { values, failures } = mapBatch(facts, 'facts', (row) => {
    if (isLater(row, { asOf, knownOn })) return null;
    const fact = readFact(row);
    const { ranks, kind } = ruleOf(fact.path);
    if (!ranks.has(fact.source)) {
      throw new AptfolioError('unknown-id', 'source', 'a source of the policy');
    }
    checkKind(fact.value, kind);
    return fact;
  });
  const visible = uniqueFacts(values.filter((fact) => fact !== null));
  const groups = byPath(visible);
  const settled = [...groups].map(
    ([path, own]) =>
      [path, settleWithin(own, saidAbove(path, groups, ruleOf), ruleOf(path), asOf)] as const,
  );
  return Object.freeze({
    asOf,
    knownOn,
    fields: Object.freeze(Object.fromEntries(settled.map(([path, { field }]) => [path, field]))),
    conflicts: Object.freeze(
      settled.flatMap(([, { conflict }]) => (conflict === null ? [] : [conflict])),
    ),
    failures,
  });
}

/** A row that cannot be read is later than the days asked for if one of its own days is. */
function isLater(row: unknown, days: Required<MergeOptions>): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const { asOf, recordedAt } = row as Partial<Fact>;
  const known = recordedAt ?? asOf;
  return (isPlainDate(asOf) && asOf > days.asOf) || (isPlainDate(known) && known > days.knownOn);
}

/** Checks the days for which facts are merged. */
export function readMergeOptions(options: MergeOptions): Required<MergeOptions> {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  return { asOf, knownOn: parsePlainDate(options.knownOn ?? asOf, 'options.knownOn') };
}

/** Settles a path with what shorter ones say about it. A retraction also withdraws what these said up to its day. */
function settleWithin(
  own: PathFacts,
  above: readonly RecordedFact[],
  rule: ReadRule,
  asOf: PlainDate,
): SettledPath {
  const alone = settlePath(own, rule, asOf);
  if (above.length === 0) return alone;
  const { status, asOf: until } = alone.field;
  const standing = status === 'retracted' ? above.filter((fact) => fact.asOf > until) : above;
  const [first, ...others] = uniqueFacts([...own, ...standing]);
  return settlePath([first!, ...others], rule, asOf);
}

function byPath(facts: readonly RecordedFact[]): ReadonlyMap<string, PathFacts> {
  const groups = new Map<string, [RecordedFact, ...RecordedFact[]]>();
  for (const fact of facts) {
    const group = groups.get(fact.path);
    if (group === undefined) groups.set(fact.path, [fact]);
    else group.push(fact);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
