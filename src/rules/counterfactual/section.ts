import type { Rulebook } from '../rulebook.js';

/** Those rules of a rulebook to which a change can make a difference, with the exceptions to them, as a rulebook of its own. */
export interface Section {
  readonly book: Rulebook;
  /** For each rule, its place in the whole. */
  readonly places: readonly number[];
}

/**
 * Cuts out what has to be decided again when things of these names are changed.
 *
 * @param dependences for every rule, by its place in the rulebook: the names of all that can make a difference to it.
 */
export function sectionOf(
  book: Rulebook,
  dependences: readonly ReadonlySet<string>[],
  names: readonly string[],
): Section {
  const wanted = new Set<number>();
  const add = (place: number): void => {
    if (wanted.has(place)) return;
    wanted.add(place);
    book.rules[place]?.exceptions.forEach(add);
  };
  dependences.forEach((reads, place) => {
    if (names.some((name) => reads.has(name))) add(place);
  });
  const places = [...wanted].sort((a, b) => a - b);
  const rules = book.rules.flatMap((rule, place) => {
    if (!wanted.has(place)) return [];
    return [{ ...rule, exceptions: rule.exceptions.map((index) => places.indexOf(index)) }];
  });
  return { book: { ...book, rules }, places };
}
