import type { RecordedFact } from './fact.js';
import type { ReadRule } from './fact-policy.js';
import { earlierEnd, lastYoungDay } from './freshness.js';
import type { JsonValue } from './json-value.js';
import { lastWords } from './statement.js';

/** A path's facts, none twice. */
export type PathFacts = readonly [RecordedFact, ...RecordedFact[]];

/**
 * What the facts of shorter paths say about a longer one: `client.consents` of `{ profiling: false }` also speaks of
 * `client.consents.profiling`. Of each source only its last word about the shorter path speaks, for as long as that path's rule
 * lets it. An object without the field says nothing about it, but for consents, where what is not there is not given; no
 * answer and a retraction are about every field.
 */
export function saidAbove(
  path: string,
  groups: ReadonlyMap<string, PathFacts>,
  ruleOf: (path: string) => ReadRule,
): readonly RecordedFact[] {
  const names = path.split('.');
  return names.slice(1).flatMap((_, index) => {
    const above = names.slice(0, index + 1).join('.');
    const rule = ruleOf(above);
    return lastWords(groups.get(above) ?? [], rule)
      .flat()
      .flatMap((fact) => {
        const said = valueAt(fact.value, names.slice(index + 1));
        const value = said === undefined && above === CONSENTS ? null : said;
        if (value === undefined) return [];
        const validUntil = earlierEnd(fact.validUntil, lastYoungDay(fact.asOf, rule.maxAge));
        return [Object.freeze({ ...fact, path, value, validUntil })];
      });
  });
}

const CONSENTS = 'client.consents';

/** `undefined` where the value does not speak of the place. */
function valueAt(value: JsonValue, names: readonly string[]): JsonValue | undefined {
  const [name, ...rest] = names;
  if (value === null || name === undefined) return value;
  if (typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, name)) {
    return undefined;
  }
  return valueAt((value as Readonly<Record<string, JsonValue>>)[name]!, rest);
}
