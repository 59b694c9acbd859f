import type { PlainDate } from '../../dates/index.js';
import { canonicalJson } from '../../evidence/index.js';
import type { RecordedFact } from './fact.js';
import type { ReadRule } from './fact-policy.js';
import { earlierEnd, lastYoungDay } from './freshness.js';

/** What a source says about a path on a day, with its standing. */
export interface Statement {
  readonly fact: RecordedFact;
  /** The value's canonical JSON: equal values have equal texts. */
  readonly text: string;
  readonly rank: number;
  /** The last day on which it is fresh; `null` without one. */
  readonly freshUntil: PlainDate | null;
  readonly fresh: boolean;
}

/** What the sources of one path say on a day. */
export interface Statements {
  /** A value each; several of one source only where it said several things on the same day. */
  readonly standing: readonly Statement[];
  /** Sources whose last word is that they have no answer. */
  readonly empty: readonly RecordedFact[];
  /** Sources that withdrew what they said. */
  readonly retracted: readonly RecordedFact[];
  /** Facts that are not sure enough to count. */
  readonly weak: readonly RecordedFact[];
}

/**
 * Finds each source's last word: of the latest `asOf`, and of those the one recorded last. A retraction of that very day
 * stands above a value, and a value above no answer.
 */
export function statementsOf(
  facts: readonly RecordedFact[],
  rule: ReadRule,
  asOf: PlainDate,
): Statements {
  const words = lastWords(facts, rule);
  return {
    standing: words
      .flatMap((word) => (isRetracted(word) ? [] : word.filter(({ value }) => value !== null)))
      .map((fact) => statementOf(fact, rule, asOf)),
    empty: words.flatMap((word) => (isRetracted(word) || hasValue(word) ? [] : word)),
    retracted: words.flatMap((word) => word.filter(({ retracted }) => retracted)),
    weak: facts.filter((fact) => isWeak(fact, rule)),
  };
}

/** Each source's last word, of the facts that are sure enough. */
export function lastWords(
  facts: readonly RecordedFact[],
  rule: ReadRule,
): readonly (readonly RecordedFact[])[] {
  return bySource(facts.filter((fact) => !isWeak(fact, rule))).map(lastWord);
}

function isWeak({ retracted, confidence }: RecordedFact, rule: ReadRule): boolean {
  return !retracted && confidence < rule.minConfidence;
}

function bySource(facts: readonly RecordedFact[]): readonly (readonly RecordedFact[])[] {
  const groups = new Map<string, RecordedFact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.source);
    if (group === undefined) groups.set(fact.source, [fact]);
    else group.push(fact);
  }
  return [...groups.values()];
}

function lastWord(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const stamp = ({ asOf, recordedAt }: RecordedFact) => `${asOf} ${recordedAt}`;
  const last = facts.map(stamp).reduce((a, b) => (a > b ? a : b));
  return facts.filter((fact) => stamp(fact) === last);
}

function isRetracted(word: readonly RecordedFact[]): boolean {
  return word.some(({ retracted }) => retracted);
}

function hasValue(word: readonly RecordedFact[]): boolean {
  return word.some(({ value }) => value !== null);
}

function statementOf(fact: RecordedFact, rule: ReadRule, asOf: PlainDate): Statement {
  const freshUntil = earlierEnd(fact.validUntil, lastYoungDay(fact.asOf, rule.maxAge));
  return {
    fact,
    text: canonicalJson(fact.value),
    rank: rule.ranks.get(fact.source)!,
    freshUntil,
    fresh: freshUntil === null || asOf <= freshUntil,
  };
}
