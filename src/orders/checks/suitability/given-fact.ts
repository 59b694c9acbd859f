import { at } from '../../../errors/index.js';
import type { CaseFact, FactGroup } from '../../../suitability/index.js';
import type { OrderFacts } from '../order-facts.js';

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

/** Where the caller says each fact, by its whole name. What the order says counts before what the context says. */
export function placesOfFacts({ order, context }: OrderFacts): Readonly<Record<string, string>> {
  const { facts = {}, productFacts = {} } = context;
  const { product } = order;
  const places: Record<string, string> = {};
  const walk = (group: FactGroup | undefined, prefix: string, path: string): void => {
    for (const [key, entry] of Object.entries(group ?? {})) {
      if (isGroup(entry)) walk(entry, `${prefix}${key}.`, at(path, key));
      else places[prefix + key] = at(path, key);
    }
  };
  walk(facts as FactGroup, '', 'context.facts');
  walk(productFacts[product], 'product.', at('context.productFacts', product));
  walk(order.facts, 'order.', 'order.facts');
  return places;
}

/** A group is an object that is neither a value with a source nor an amount of money. */
function isGroup(entry: CaseFact | FactGroup | undefined): entry is FactGroup {
  const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  return isObject && !('value' in entry) && !('amount' in entry);
}
