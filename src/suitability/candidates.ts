import { AptfolioError } from '../errors/index.js';
import type { Candidates, CompiledPack, RuleFacts } from '../rules/index.js';

/** The facts that follow from others, and what remains to be assumed. */
export interface Resolved {
  readonly facts: RuleFacts;
  /** By fact, the values that it may have: at least two. */
  readonly open: Readonly<Record<string, readonly string[]>>;
}

/** Works out which law applies where the facts tell, and which laws may where they do not. */
export function resolveCandidates(
  facts: RuleFacts,
  known: readonly [string, Candidates][],
): Resolved {
  const derived: Record<string, { readonly value: string; readonly source: string }> = {};
  const open: Record<string, readonly string[]> = {};
  for (const [name, candidates] of known) {
    if (facts[name] !== undefined) continue;
    const values = valuesFor(facts, candidates);
    const [only] = values;
    if (values.length === 1 && only !== undefined)
      derived[name] = { value: only, source: candidates.by };
    else open[name] = values;
  }
  return { facts: Object.freeze({ ...facts, ...derived }), open };
}

/** By fact, in the order of names. Two packs that speak of the same fact must say the same. */
export function candidatesOf(packs: readonly CompiledPack[]): readonly [string, Candidates][] {
  const found = new Map<string, Candidates>();
  packs.forEach(({ pack }, index) => {
    for (const [name, candidates] of Object.entries(pack.candidates ?? {})) {
      const before = found.get(name);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(candidates)) {
        const path = `options.packs[${index}].candidates[${JSON.stringify(name)}]`;
        throw new AptfolioError('inconsistent', path, 'what another pack says of the same fact');
      }
      found.set(name, candidates);
    }
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function valuesFor(facts: RuleFacts, { by, values, otherwise }: Candidates): readonly string[] {
  const entry = facts[by];
  const told =
    typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
  const known = typeof told === 'string' && Object.hasOwn(values, told) ? values[told] : undefined;
  return known ?? otherwise;
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
