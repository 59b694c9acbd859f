import { at } from '../../errors/index.js';
import type { RulePack } from '../pack.js';
import { parametersRead, readsOf } from '../reads.js';
import type { PackFinding } from './finding.js';

/** Parameters and terms that no rule and no text reads. Facts are a vocabulary that packs share, so they may be more. */
export function lintUnused(pack: RulePack): readonly PackFinding[] {
  const texts = Object.values(pack.messages).map(({ en }) => en);
  const named = (name: string): boolean => texts.some((text) => text.includes(`{${name}`));
  const parameters = new Set(pack.rules.flatMap((rule) => [...parametersRead(rule, pack)]));
  const terms = readsOf([
    ...pack.rules.flatMap(({ scope, when, satisfiedBy }) => [scope, when, satisfiedBy]),
    ...Object.values(pack.terms ?? {}).map((term) => ('when' in term ? term.when : term.value)),
    ...(pack.retention ?? []).map(({ scope }) => scope),
  ]).facts;
  const unused = (
    kind: string,
    names: readonly string[],
    used: ReadonlySet<string>,
  ): PackFinding[] =>
    names
      .filter((name) => !used.has(name) && !named(name))
      .map((name) => ({
        fault: 'unused',
        severity: 'note',
        path: at(kind, name),
        text: 'no rule and no text reads it',
      }));
  return [
    ...unused('parameters', Object.keys(pack.parameters ?? {}), parameters),
    ...unused('terms', Object.keys(pack.terms ?? {}), terms),
  ];
}
