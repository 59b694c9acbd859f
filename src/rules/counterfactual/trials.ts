import { worstOf } from '../decide.js';
import type { FactBook } from '../evaluate/fact-book.js';
import { judge, type RuleResult } from '../evaluate/rule-truth.js';
import type { Situation } from '../evaluate/situation.js';
import type { Value } from '../evaluate/value.js';
import type { Rulebook } from '../rulebook.js';
import { type DecisionStatus, PERMITTED_STATUSES } from '../status.js';
import type { Change } from './changeable.js';
import { type Section, sectionOf } from './section.js';

/** What is decided once something is changed. */
export interface Verdict {
  readonly status: DecisionStatus;
  /** The rules, by their place in the rulebook, that do not permit it; of those, the ones that forbid it or cannot be decided. */
  readonly stopping: readonly number[];
  readonly barring: readonly number[];
}

/** Decides with changed facts, each set of changes once. */
export interface Trials {
  readonly decide: (changes: readonly Change[]) => Verdict;
  /** What was decided before, if anything. */
  readonly recall: (changes: readonly Change[]) => Verdict | undefined;
  /** How many decisions were made. */
  readonly count: () => number;
}

/** Thrown where the budget is used up, and caught where the search was started. */
export class BudgetSpent extends Error {}

/** Whether something may go ahead. */
export function isPermitted(status: DecisionStatus): boolean {
  return PERMITTED_STATUSES.includes(status);
}

/** Whether something is forbidden, or cannot be decided. */
export function isBarred(status: DecisionStatus): boolean {
  return status === 'block' || status === 'undetermined';
}

/**
 * Prepares decisions about one case. What a change cannot reach stays as it was and is not worked out again.
 *
 * @param dependences for every rule, by its place in the rulebook: the names of all that can make a difference to it.
 */
export function prepareTrials(
  book: Rulebook,
  dependences: readonly ReadonlySet<string>[],
  facts: FactBook,
  setAside: ReadonlySet<string>,
  budget: number,
): Trials {
  const unchanged = judge(book, { book: facts, memory: [] }, setAside);
  const sections = new Map<string, Section>();
  const known = new Map<string, Verdict>([[keyOf([]), verdictOf(unchanged)]]);
  const sectionFor = (changes: readonly Change[]): Section => {
    const names = changes.map(({ move }) => move.of.name).sort();
    const key = names.join('\n');
    const section = sections.get(key) ?? sectionOf(book, dependences, names);
    sections.set(key, section);
    return section;
  };
  return {
    count: () => known.size,
    recall: (changes) => known.get(keyOf(changes)),
    decide(changes) {
      const key = keyOf(changes);
      const before = known.get(key);
      if (before !== undefined) return before;
      if (known.size >= budget) throw new BudgetSpent();
      const section = sectionFor(changes);
      const results = [...unchanged];
      judge(section.book, withChanges(facts, changes), setAside).forEach((result, index) => {
        results[section.places[index] as number] = result;
      });
      const verdict = verdictOf(results);
      known.set(key, verdict);
      return verdict;
    },
  };
}

/** The same for the same changes in any order. */
export function keyOf(changes: readonly Change[]): string {
  const texts = changes.map(({ move, value }) => `${move.of.name}=${JSON.stringify(value)}`);
  return texts.sort().join('\n');
}

function withChanges({ values, gaps, origins }: FactBook, changes: readonly Change[]): Situation {
  const newValues = new Map(values);
  const newGaps = new Map(gaps);
  const pinned = new Map<string, Value>();
  for (const { move, value } of changes) {
    const { name, isTerm } = move.of;
    if (isTerm) pinned.set(name, value);
    else {
      newValues.set(name, value);
      newGaps.delete(name);
    }
  }
  return { book: { values: newValues, gaps: newGaps, origins }, pinned, memory: [] };
}

function verdictOf(results: readonly RuleResult[]): Verdict {
  const where = (test: (status: DecisionStatus) => boolean): number[] =>
    results.flatMap(({ status }, index) => (test(status) ? index : []));
  return {
    status: worstOf(results),
    stopping: where((status) => !isPermitted(status)),
    barring: where(isBarred),
  };
}
