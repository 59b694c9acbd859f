import { AptfolioError, at } from '../errors/index.js';
import type { Candidates, CompiledPack, RuleFacts } from '../rules/index.js';
import { statedValue } from './read-case.js';

/** What packs say on the facts that decide which law applies. */
export interface LawFinder {
  readonly candidates: readonly (readonly [fact: string, Candidates])[];
  /** By fact, the values for which one of the packs decides. */
  readonly covered: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The facts that follow from others, and what remains to be assumed. */
export interface Resolved {
  readonly facts: RuleFacts;
  /** By fact, the values that it may have: at least two. */
  readonly open: Readonly<Record<string, readonly string[]>>;
  /** The facts without those that say nothing while the law is open. */
  readonly certain: RuleFacts;
}

/** Gathers what the packs say. Two packs that speak of the same fact must say the same. */
export function findLaws(packs: readonly CompiledPack[]): LawFinder {
  const found = new Map<string, Candidates>();
  const covered = new Map<string, Set<string>>();
  packs.forEach(({ pack }, index) => {
    for (const [name, candidates] of Object.entries(pack.candidates ?? {})) {
      const before = found.get(name);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(candidates)) {
        const path = at(`options.packs[${index}].candidates`, name);
        throw new AptfolioError('inconsistent', path, 'what another pack says of the same fact');
      }
      found.set(name, candidates);
    }
    for (const [name, values] of Object.entries(pack.covers ?? {})) {
      covered.set(name, new Set([...(covered.get(name) ?? []), ...values]));
    }
  });
  const byName = <T>([a]: readonly [string, T], [b]: readonly [string, T]): number =>
    a < b ? -1 : 1;
  // Whoever says how the law is found needs a pack that decides under it.
  for (const name of found.keys()) if (!covered.has(name)) covered.set(name, new Set());
  return { candidates: [...found].sort(byName), covered: new Map([...covered].sort(byName)) };
}

/** Works out which law applies where the facts tell, and which laws may where they do not. */
export function resolveLaws(given: RuleFacts, { candidates }: LawFinder): Resolved {
  const facts: Record<string, RuleFacts[string]> = { ...given };
  const open: Record<string, readonly string[]> = {};
  const unsaid = new Set<string>();
  for (const [name, { by, values, otherwise, relative = [] }] of candidates) {
    const told = textOf(given[by]);
    const possible = told !== undefined && Object.hasOwn(values, told) ? values[told] : undefined;
    // That there is none (`null`) is no law: whoever looked in vain does not know which applies.
    if (statedValue(given[name]) !== undefined && statedValue(given[name]) !== null) {
      refuseContradiction(name, textOf(given[name]), by, possible);
      continue;
    }
    const [first, ...others] = possible ?? otherwise;
    if (others.length === 0 && first !== undefined) facts[name] = { value: first, source: by };
    else {
      open[name] = possible ?? otherwise;
      for (const fact of relative) unsaid.add(fact);
    }
  }
  const certain = Object.fromEntries(Object.entries(facts).filter(([name]) => !unsaid.has(name)));
  return { facts: Object.freeze(facts), open, certain };
}

function textOf(entry: RuleFacts[string] | undefined): string | undefined {
  const value = statedValue(entry);
  return typeof value === 'string' ? value : undefined;
}

function refuseContradiction(
  name: string,
  stated: string | undefined,
  by: string,
  possible: readonly string[] | undefined,
): void {
  if (stated === undefined || possible === undefined || possible.includes(stated)) return;
  const expected = `${possible.join(' or ')}, as ${by} means`;
  throw new AptfolioError('inconsistent', at('facts', name), expected, stated);
}

/** Every way to assume what is open. */
export function assumptions(
  open: Readonly<Record<string, readonly string[]>>,
): readonly Readonly<Record<string, string>>[] {
  return Object.entries(open).reduce<readonly Readonly<Record<string, string>>[]>(
    (ways, [name, values]) =>
      ways.flatMap((way) => values.map((value) => ({ ...way, [name]: value }))),
    [{}],
  );
}

/** The laws that apply, or are assumed to, and for which no pack is at hand: fact and value, `?` for one that is unknown. */
export function lawsNotAtHand(
  facts: RuleFacts,
  { covered }: LawFinder,
): readonly (readonly [fact: string, value: string])[] {
  return [...covered].flatMap(([name, values]): (readonly [string, string])[] => {
    const value = textOf(facts[name]) ?? '?';
    return values.has(value) ? [] : [[name, value]];
  });
}
