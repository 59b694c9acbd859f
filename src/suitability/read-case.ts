import { AptfolioError, at, checkObject, checkOneOf } from '../errors/index.js';
import type { FactValue, RuleFacts, SourcedFact } from '../rules/index.js';
import {
  CASE_ACTIONS,
  type CaseAction,
  type CaseFact,
  type FactGroup,
  type SuitabilityCase,
} from './case.js';

/** Reads a case into facts by their whole names. What the action means is added where a pack declares it. */
export function readCase(given: SuitabilityCase, declared: ReadonlySet<string>): RuleFacts {
  const { action, replaces, facts } = checkObject(given, 'case') as unknown as SuitabilityCase;
  const flat = flatten(checkObject(facts, 'case.facts') as FactGroup);
  if (action !== undefined) checkOneOf(action, 'case.action', CASE_ACTIONS);
  if (replaces !== undefined && action !== 'switch') {
    const expected = 'switch, because something is replaced';
    throw new AptfolioError('inconsistent', 'case.action', expected, action);
  }
  if (action === undefined) return Object.freeze(flat);
  for (const [name, value] of Object.entries(meaningOf(action, flat, replaces))) {
    const stated = statedValue(flat[name]);
    if (stated !== undefined && stated !== value) {
      const expected = `${value}, as the action ${action} means`;
      throw new AptfolioError('inconsistent', `case.facts.${name}`, expected, stated);
    }
    if (declared.has(name)) flat[name] = value;
  }
  return Object.freeze(flat);
}

/** What an action means, in facts that packs may declare. */
function meaningOf(
  action: CaseAction,
  facts: RuleFacts,
  replaces: SuitabilityCase['replaces'],
): Readonly<Record<string, string | boolean>> {
  const reduces = action === 'sell' || (action === 'switch' && reducesRisk(facts, replaces));
  return {
    'order.effect': reduces ? 'reduce' : 'increase',
    'order.acquires': action !== 'sell',
    'order.side': action,
    'recommendation.isSwitch': action === 'switch',
  };
}

/** The deepest that names go. */
const DEEPEST = 8;

function flatten(facts: FactGroup): Record<string, FactValue | SourcedFact> {
  const flat: Record<string, FactValue | SourcedFact> = {};
  const add = (name: string, entry: CaseFact, path: string): void => {
    if (Object.hasOwn(flat, name)) {
      throw new AptfolioError('duplicate-id', path, 'a fact that is not given twice', name);
    }
    flat[name] = withNumber(name, entry);
  };
  const walk = (group: FactGroup, prefix: string, path: string, depth: number): void => {
    for (const [key, entry] of Object.entries(group)) {
      if (entry === undefined) continue;
      const [name, where] = [prefix + key, at(path, key)];
      if (!isGroup(entry)) add(name, entry, where);
      else if (Object.keys(entry).length === 0) {
        throw new AptfolioError('empty', where, 'a value or a group of at least one fact');
      } else if (depth < DEEPEST) walk(entry, `${name}.`, where, depth + 1);
      else throw new AptfolioError('too-long', where, `groups nested up to ${DEEPEST} deep`);
    }
  };
  walk(facts, '', 'case.facts', 1);
  return flat;
}

/** A group is an object that is neither a value with a source nor an amount of money. */
function isGroup(entry: CaseFact | FactGroup): entry is FactGroup {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return false;
  // A date, a map or another class's value is no group of facts; the packs will refuse it as a value.
  const prototype: unknown = Object.getPrototypeOf(entry);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const names = Object.keys(entry);
  const isSourced = names.includes('value') && names.every((name) => SOURCED.includes(name));
  const isMoney = names.length === 2 && names.includes('currency') && names.includes('amount');
  return !isSourced && !isMoney;
}

const SOURCED = ['value', 'source', 'observedOn'];

const LEVELS: Readonly<Record<string, RegExp>> = {
  'client.riskLevel': /^C([1-5])$/,
  'product.issuerRisk': /^R([1-5])$/,
  'product.sellerRisk': /^R([1-5])$/,
};

/** Banks write levels as C3 and R3; rules compare numbers. */
function withNumber(name: string, entry: CaseFact): FactValue | SourcedFact {
  const form = Object.hasOwn(LEVELS, name) ? LEVELS[name] : undefined;
  if (form === undefined) return entry;
  if (typeof entry === 'string') return numberIn(entry, form);
  if (typeof entry === 'object' && entry !== null && 'value' in entry) {
    const { value } = entry;
    return typeof value === 'string' ? { ...entry, value: numberIn(value, form) } : entry;
  }
  return entry;
}

function numberIn(text: string, form: RegExp): FactValue {
  const match = form.exec(text);
  return match === null ? text : Number(match[1]);
}

/**
 * Whether a switch certainly lowers the risk: what is bought is rated lower than what is given up, each by the higher of its two
 * ratings, and no more is bought than that brings.
 */
function reducesRisk(facts: RuleFacts, replaces: SuitabilityCase['replaces']): boolean {
  const bought = ['product.issuerRisk', 'product.sellerRisk'].map((name) =>
    plainNumber(facts[name]),
  );
  const replaced = ratingsOf(replaces);
  const known = [...bought, ...replaced].every((rating) => rating !== undefined);
  if (!known || Math.max(...(bought as number[])) >= Math.max(...(replaced as number[])))
    return false;
  if (replaces?.amount === undefined) return true;
  const [brings, takes] = [plainNumber(replaces.amount), plainNumber(facts['order.amount'])];
  return brings !== undefined && takes !== undefined && takes <= brings;
}

function plainNumber(entry: RuleFacts[string] | undefined): number | undefined {
  const value = statedValue(entry);
  if (typeof value === 'number') return value;
  const isMoney = typeof value === 'object' && value !== null && 'amount' in value;
  return isMoney ? Number(value.amount) : undefined;
}

/** The value of a fact with or without its source. */
export function statedValue(entry: RuleFacts[string] | undefined): FactValue | undefined {
  return typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
}

function ratingsOf(replaces: SuitabilityCase['replaces']): readonly (number | undefined)[] {
  const { issuerRisk, sellerRisk } = checkObject(replaces ?? {}, 'case.replaces');
  return [['issuerRisk', issuerRisk] as const, ['sellerRisk', sellerRisk] as const].map(
    ([name, rating]) => {
      if (rating === undefined) return undefined;
      const number = typeof rating === 'string' ? numberIn(rating, /^R([1-5])$/) : rating;
      if (typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 5)
        return number;
      throw new AptfolioError(
        'unknown-value',
        at('case.replaces', name),
        'a rating from 1 to 5, or R1 to R5',
        rating,
      );
    },
  );
}
