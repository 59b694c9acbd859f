import type { PlainDate } from '../dates/index.js';
import { checkObject } from '../errors/index.js';
import { isInForce } from './check/in-force.js';
import { type CompiledPack, checkCompiled } from './compile.js';
import { evaluate } from './evaluate/evaluate.js';
import { readFacts } from './evaluate/fact-book.js';
import type { RuleFacts } from './fact.js';
import type { RetentionRule } from './pack.js';
import { openRulebook } from './rulebook.js';

/**
 * Opens the rules on keeping records that are in force on a day. The function returned says which of them apply to a case; one
 * of which that is unknown applies.
 *
 * @throws AptfolioError as `prepareDecisions`.
 *
 * @example
 * ```ts
 * import { compilePack, prepareRetention } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const keep = { id: 'KEEP', inForce: { from: '2020-01-01' }, years: 7, after: 'decision', citations: [] } as const;
 * const packs = [compilePack({ ...pack, retention: [keep] })];
 * prepareRetention(packs, { asOf: '2026-03-02' })({ 'client.age': 30 })[0].years; // => 7
 * ```
 */
export function prepareRetention(
  packs: readonly CompiledPack[] | CompiledPack,
  options: { readonly asOf: PlainDate },
): (facts: RuleFacts) => readonly RetentionRule[] {
  const { asOf } = checkObject(options, 'options') as unknown as { asOf: PlainDate };
  const book = openRulebook(packs, asOf);
  const rules = checkCompiled(packs, 'packs').flatMap(({ pack }) => {
    const around = book.surroundings.get(pack.id);
    if (around === undefined) return [];
    return (pack.retention ?? [])
      .filter(({ inForce }) => isInForce(inForce, book.asOf))
      .map((rule) => ({ rule, around }));
  });
  return (facts) => {
    const situation = { book: readFacts(facts, book), memory: [] };
    const applying = rules.filter(
      ({ rule: { scope }, around }) =>
        scope === undefined || evaluate(scope, situation, around) !== false,
    );
    return Object.freeze(applying.map(({ rule }) => rule));
  };
}
