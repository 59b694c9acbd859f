import { at } from '../../errors/index.js';
import { type CompiledPack, INSIDE } from '../compile.js';
import { readName } from '../evaluate/read-operand.js';
import type { Situation } from '../evaluate/situation.js';
import { type Value, Bounds } from '../evaluate/value.js';
import type { Known } from '../evaluate/fact-book.js';
import type { FactDeclaration } from '../fact.js';
import type { Term } from '../pack.js';
import type { Rulebook, Surroundings } from '../rulebook.js';
import type { Changeable } from './changeable.js';
import { groundOf } from './dependence.js';
import { waysOf } from './ways.js';

/**
 * The facts and terms that a pack lets be changed and on which a rule depends, by name. Of several packs that say how, the first
 * by its id counts.
 *
 * @param matter names of everything on which a rule depends.
 */
export function readChangeables(
  packs: readonly CompiledPack[],
  book: Rulebook,
  situation: Situation,
  matter: ReadonlySet<string>,
): readonly Changeable[] {
  const found = new Map<string, Changeable>();
  for (const pack of [...packs].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { facts, terms = {} } = pack.pack;
    for (const name of [...Object.keys(facts), ...Object.keys(terms)]) {
      if (!matter.has(name) || found.has(name)) continue;
      const changeable = readChangeable(name, pack, book, situation);
      if (changeable !== undefined) found.set(name, changeable);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readChangeable(
  name: string,
  { id, pack, [INSIDE]: { names } }: CompiledPack,
  book: Rulebook,
  situation: Situation,
): Changeable | undefined {
  const isTerm = !Object.hasOwn(pack.facts, name);
  const { label, change } = (isTerm ? pack.terms?.[name] : pack.facts[name]) as
    | FactDeclaration
    | Term;
  if (change === undefined) return undefined;
  const around = book.surroundings.get(id) as Surroundings;
  const was = wholeOf(readName(name, situation, around));
  const kind = names.facts.get(name);
  const declared = isTerm
    ? { type: kind?.type ?? 'boolean', label }
    : (pack.facts[name] as FactDeclaration);
  const path = at(at(at(at('packs', id), isTerm ? 'terms' : 'facts'), name), 'change');
  const ways = waysOf(change, was, declared, book.asOf, path);
  if (ways.length === 0) return undefined;
  const restsOn = isTerm ? groundOf(name, around) : new Set<string>();
  return { name, isTerm, label, unit: kind?.unit, was, ways, restsOn };
}

/** Bounds are no value. */
function wholeOf(value: Value): Known | undefined {
  return value instanceof Bounds ? undefined : (value as Known | undefined);
}
