import type { RuleOperand } from '../condition.js';
import type { Rulebook, Surroundings } from '../rulebook.js';

/** What a number counts: as its fact says, or the facts from which a term chooses one. */
export function countUnitOf(
  operand: RuleOperand,
  book: Rulebook,
  around: Surroundings,
  seen: Set<string> = new Set(),
): string | undefined {
  if (typeof operand !== 'object') return undefined;
  if ('fact' in operand) {
    const { fact } = operand;
    if (seen.has(fact)) return undefined;
    seen.add(fact);
    const term = Object.hasOwn(around.terms, fact) ? around.terms[fact] : undefined;
    if (term === undefined) return book.facts.get(fact)?.unit;
    return 'when' in term ? undefined : countUnitOf(term.value, book, around, seen);
  }
  const choice = operand as { readonly [kind in 'max' | 'min' | 'first']?: readonly RuleOperand[] };
  for (const part of choice.max ?? choice.min ?? choice.first ?? []) {
    const unit = countUnitOf(part, book, around, seen);
    if (unit !== undefined) return unit;
  }
  return undefined;
}
