import type { CaseFact, FactGroup } from '../../../suitability/index.js';

/** What the bank says under a whole name, however it is grouped; `undefined` where it says nothing. */
export function givenFact(group: FactGroup, name: string): CaseFact | FactGroup | undefined {
  if (Object.hasOwn(group, name)) return group[name];
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const inner = group[name.slice(0, dot)];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue;
    const found = givenFact(inner as FactGroup, name.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}
