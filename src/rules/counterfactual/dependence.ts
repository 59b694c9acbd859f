import { readsOf } from '../reads.js';
import type { Rulebook, RuleInForce, Surroundings } from '../rulebook.js';

/** For every rule, by its place in the rulebook: the names of all that can make a difference to it. */
export function dependences({ rules }: Rulebook): readonly ReadonlySet<string>[] {
  const known: ReadonlySet<string>[] = [];
  // The exceptions to a rule stand before it.
  for (const rule of rules) known.push(dependenceOf(rule, known));
  return known;
}

function dependenceOf(
  { rule, exceptions, surroundings }: RuleInForce,
  known: readonly ReadonlySet<string>[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const own = readsOf([rule.scope, rule.when, rule.satisfiedBy]).facts;
  for (const name of own) addWithGround(name, surroundings, names);
  for (const index of exceptions) for (const name of known[index] ?? []) names.add(name);
  return names;
}

/** Everything from which a term is worked out, itself not included. */
export function groundOf(name: string, around: Surroundings): ReadonlySet<string> {
  const names = new Set<string>();
  addWithGround(name, around, names);
  names.delete(name);
  return names;
}

function addWithGround(name: string, around: Surroundings, names: Set<string>): void {
  if (names.has(name)) return;
  names.add(name);
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  if (term === undefined) return;
  const reads = readsOf(['when' in term ? term.when : term.value]).facts;
  for (const read of reads) addWithGround(read, around, names);
}
