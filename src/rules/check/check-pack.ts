import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import type { FactDeclaration } from '../fact.js';
import type { DatedParameter, ParameterValue, RulePack, Term } from '../pack.js';
import { readsOf } from '../reads.js';
import type { Rule } from '../rule.js';
import { checkCasesOf } from './check-cases.js';
import { checkCondition } from './check-condition.js';
import { checkChange, checkDeclaration, checkLabel, checkName } from './check-facts.js';
import { checkOperand, kindOf } from './check-operand.js';
import { checkParameter, typeOf } from './check-parameters.js';
import { checkRule } from './check-rule.js';
import {
  checkCandidates,
  checkCovers,
  checkRetention,
  checkTightenings,
} from './check-side-rules.js';
import { checkTexts } from './check-texts.js';
import { checkEach, checkEntries, checkFields } from './fields.js';
import { checkInForce } from './in-force.js';
import type { NamedKind, Names } from './names.js';
import { orderOf } from './order-of.js';

const FIELDS = [
  'id',
  'version',
  'title',
  'kind',
  'jurisdiction',
  'inForce',
  'facts',
  'terms',
  'parameters',
  'rules',
  'messages',
  'cases',
  'retention',
  'candidates',
  'covers',
  'tightens',
];

/** A checked pack with what the checks found out. */
export interface CheckedPack {
  readonly pack: RulePack;
  readonly names: Names;
  /** The rules, each after the exceptions to it. */
  readonly ordered: readonly Rule[];
}

/** Checks a pack from top to bottom; the first fault is thrown, with its path. */
export function checkPack(value: unknown, functions: ReadonlySet<string>): CheckedPack {
  const pack = checkFields(value, 'pack', FIELDS);
  checkText(pack.id, 'pack.id');
  checkText(pack.version, 'pack.version');
  checkLabel(pack.title, 'pack.title');
  checkOneOf(pack.kind, 'pack.kind', ['law', 'policy'] as const);
  if (pack.jurisdiction !== undefined) checkText(pack.jurisdiction, 'pack.jurisdiction');
  checkInForce(pack.inForce, 'pack.inForce');
  const facts = checkEntries(pack.facts, 'pack.facts', checkDeclaration);
  const parameters = checkEntries(pack.parameters ?? {}, 'pack.parameters', checkParameter);
  const terms = (pack.terms ?? {}) as Readonly<Record<string, Term>>;
  const names = namesOf(facts, parameters, terms, functions);
  checkPossibilities(pack.facts, 'pack.facts', names);
  checkPossibilities(terms, 'pack.terms', names);
  const rules = checkEach(pack.rules, 'pack.rules', (rule, path) => checkRule(rule, path, names));
  const checked = value as RulePack;
  checkTexts(checked, names);
  if (pack.retention !== undefined) checkRetention(pack.retention, names);
  if (pack.candidates !== undefined) checkCandidates(pack.candidates, checked);
  if (pack.covers !== undefined) checkCovers(pack.covers, checked);
  if (pack.tightens !== undefined) checkTightenings(pack.tightens, checked);
  checkCasesOf(checked);
  return { pack: checked, names, ordered: orderRules(rules) };
}

/** A change may be possible only under a condition, which is checked where all names are known. */
function checkPossibilities(entries: unknown, path: string, names: Names): void {
  checkEntries(entries, path, (entry, where) => {
    const { change } = checkObject(entry, where);
    const condition = change === undefined ? undefined : checkObject(change, where).possibleIf;
    if (condition !== undefined) checkCondition(condition, `${where}.change.possibleIf`, names);
  });
}

/** What every name stands for. A term may rest on other terms, so each is checked after those. */
function namesOf(
  facts: ReadonlyMap<string, FactDeclaration>,
  parameters: ReadonlyMap<string, DatedParameter>,
  terms: Readonly<Record<string, Term>>,
  functions: ReadonlySet<string>,
): Names {
  const known = new Map<string, NamedKind>([['asOf', { type: 'date' }]]);
  for (const [name, { type, unit, values }] of facts) {
    known.set(name, {
      type,
      given: true,
      ...(unit === undefined ? {} : { unit }),
      ...(values === undefined ? {} : { values }),
    });
  }
  const numbers = new Map(
    [...parameters].map(([name, { history }]) => [name, parameterKind(history)]),
  );
  const names: Names = { facts: known, parameters: numbers, functions };
  for (const name of orderTerms(terms)) {
    const path = at('pack.terms', name);
    if (facts.has(name))
      throw new AptfolioError('duplicate-id', path, 'a name that no fact has', name);
    known.set(name, checkTerm(terms[name], path, name, names));
  }
  for (const name of parameters.keys()) {
    if (!known.has(name)) continue;
    const expected = 'a name that no fact or term has';
    throw new AptfolioError('duplicate-id', at('pack.parameters', name), expected, name);
  }
  return names;
}

function parameterKind(history: readonly ParameterValue[]): NamedKind {
  return { type: typeOf(history[0] as ParameterValue) };
}

function orderTerms(terms: Readonly<Record<string, Term>>): readonly string[] {
  const restsOn = checkEntries(terms, 'pack.terms', (term, path) => {
    const { value, when } = checkObject(term, path) as Partial<Record<'value' | 'when', never>>;
    return [...readsOf([value, when]).facts].filter((name) => Object.hasOwn(terms, name));
  });
  return orderOf(restsOn, (name) => at('pack.terms', name));
}

function checkTerm(value: unknown, path: string, name: string, names: Names): NamedKind {
  checkName(name, path);
  const isCondition = Object.hasOwn(checkObject(value, path), 'when');
  const term = checkFields(
    value,
    path,
    isCondition ? ['label', 'when', 'change'] : ['label', 'type', 'value', 'unit', 'change'],
  );
  checkLabel(term.label, at(path, 'label'));
  if (isCondition) {
    checkCondition(term.when, at(path, 'when'), names);
    if (term.change !== undefined) checkChange(term.change, at(path, 'change'), 'boolean');
    return { type: 'boolean' };
  }
  const type = checkOneOf(term.type, at(path, 'type'), [
    'number',
    'amount',
    'text',
    'boolean',
    'date',
    'list',
  ] as const);
  const kind = checkOperand(term.value, at(path, 'value'), names);
  const expected = kindOf({ type }).type;
  if (kind.type !== 'any' && kind.type !== expected) {
    throw new AptfolioError('invalid-type', at(path, 'value'), `a ${expected}`);
  }
  if (term.change !== undefined) checkChange(term.change, at(path, 'change'), type);
  return kind.currency === undefined
    ? { type: type === 'amount' ? 'number' : type }
    : { type: 'amount', unit: kind.currency };
}

/** Puts every rule after the exceptions to it. */
function orderRules(rules: readonly Rule[]): readonly Rule[] {
  const byId = new Map<string, Rule>();
  rules.forEach((rule, index) => {
    if (byId.has(rule.id)) {
      const path = at(at('pack.rules', index), 'id');
      throw new AptfolioError('duplicate-id', path, 'an id not used before', rule.id);
    }
    byId.set(rule.id, rule);
  });
  const pathOf = (id: string): string =>
    at(
      at(
        'pack.rules',
        rules.findIndex((rule) => rule.id === id),
      ),
      'exceptionTo',
    );
  const exceptions = new Map<string, string[]>([...byId.keys()].sort().map((id) => [id, []]));
  for (const { id, exceptionTo = [] } of rules) {
    checkList(exceptionTo, pathOf(id)).forEach((general, index) => {
      const list = exceptions.get(general as string);
      if (list !== undefined) list.push(id);
      else
        throw new AptfolioError(
          'unknown-id',
          at(pathOf(id), index),
          'the id of a rule of the pack',
          general,
        );
    });
  }
  return orderOf(exceptions, pathOf).map((id) => byId.get(id) as Rule);
}
