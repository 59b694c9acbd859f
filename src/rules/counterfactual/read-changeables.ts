import { at } from '../../errors/index.js';
import type { NamedKind } from '../check/names.js';
import { type CompiledPack, INSIDE } from '../compile.js';
import { evaluate } from '../evaluate/evaluate.js';
import type { Known } from '../evaluate/fact-book.js';
import { readName } from '../evaluate/read-operand.js';
import type { Situation } from '../evaluate/situation.js';
import { unitOfOperand } from '../evaluate/unit-of.js';
import { Bounds, type Value } from '../evaluate/value.js';
import { valueLabelsOf } from '../evaluate/value-labels.js';
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
  const impossible = new Set(packs.flatMap((pack) => impossibleIn(pack, book, situation)));
  for (const pack of [...packs].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { facts, terms = {} } = pack.pack;
    for (const name of [...Object.keys(facts), ...Object.keys(terms)]) {
      if (!matter.has(name) || found.has(name) || impossible.has(name)) continue;
      const changeable = readChangeable(name, pack, book, situation);
      if (changeable !== undefined) found.set(name, changeable);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a pack does not let be changed in this situation. */
function impossibleIn(
  { id, pack: { facts, terms = {} } }: CompiledPack,
  book: Rulebook,
  situation: Situation,
): readonly string[] {
  const around = book.surroundings.get(id) as Surroundings;
  return [...Object.entries(facts), ...Object.entries(terms)].flatMap(([name, { change }]) => {
    const condition = change?.possibleIf;
    if (condition === undefined || evaluate(condition, situation, around) === true) return [];
    return [name];
  });
}

function readChangeable(
  name: string,
  { id, pack, [INSIDE]: { names } }: CompiledPack,
  book: Rulebook,
  situation: Situation,
): Changeable | undefined {
  const fact = Object.hasOwn(pack.facts, name) ? pack.facts[name] : undefined;
  const around = book.surroundings.get(id) as Surroundings;
  const { label, change } = fact ?? (around.terms[name] as Term);
  if (change === undefined) return undefined;
  const was = wholeOf(readName(name, situation, around));
  const kind = names.facts.get(name) as NamedKind;
  const path = at(at(at(at('packs', id), fact ? 'facts' : 'terms'), name), 'change');
  const ways = waysOf(change, was, fact ?? { type: kind.type, label }, book.asOf, path);
  if (ways.length === 0) return undefined;
  const restsOn = fact ? new Set<string>() : groundOf(name, around);
  const unit = unitOfOperand({ fact: name }, { facts: book.facts, around });
  const valueLabels = valueLabelsOf(
    { fact: name },
    { facts: book.facts, around, found: new Map() },
  );
  return { name, isTerm: fact === undefined, label, unit, valueLabels, was, ways, restsOn };
}

/** Bounds are no value. */
function wholeOf(value: Value): Known | undefined {
  return value instanceof Bounds ? undefined : (value as Known | undefined);
}
