import { parsePlainDate } from '../../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  renamePaths,
} from '../../../errors/index.js';
import {
  type Citation,
  LOCALES,
  type LocalisedText,
  makeCitation,
} from '../../../evidence/index.js';
import { type CurrencyCode, checkCurrency } from '../../../money/index.js';
import type { GoldenCase, InForce, OverridePermission } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import type { PolicyDocument, PolicyOptions } from './policy-options.js';
import { POLICY_RULES, type PolicyRuleName } from './rules/rule-names.js';

/** Options without gaps; thresholds are read where it is known which of them count. */
export interface ReadPolicyOptions {
  readonly id: string;
  readonly version: string;
  readonly inForce: InForce;
  readonly title: LocalisedText;
  readonly prefix: string;
  readonly currency: CurrencyCode;
  readonly document: PolicyDocument & { readonly verified: boolean };
  readonly rules: ReadonlySet<PolicyRuleName>;
  readonly thresholds: unknown;
  readonly overrides: ReadonlyMap<PolicyRuleName, OverridePermission | null>;
  readonly sources: ReadonlyMap<PolicyRuleName, readonly Citation[]>;
  readonly cases: readonly GoldenCase[];
}

const FIELDS =
  `id version from to title prefix currency document rules without thresholds overrides sources cases`.split(
    ' ',
  );

const TITLE: LocalisedText = label(
  '内部适当性政策',
  '內部適當性政策',
  'House policy on suitability',
);

/** Checks everything but the thresholds. */
export function readPolicyOptions(options: PolicyOptions): ReadPolicyOptions {
  const given = checkFields(options, 'options', FIELDS);
  const { prefix = 'POLICY', currency = 'CNY', title = TITLE, cases = [] } = given;
  return {
    id: checkText(given.id, 'options.id'),
    version: checkText(given.version, 'options.version'),
    inForce: readInForce(given),
    title: readTitle(title),
    prefix: checkText(prefix, 'options.prefix'),
    currency: checkCurrency(currency, 'options.currency'),
    document: readDocument(given.document),
    rules: readRules(given),
    thresholds: given.thresholds ?? {},
    overrides: readByRule(given.overrides, 'options.overrides', readOverride),
    sources: readByRule(given.sources, 'options.sources', readSources),
    cases: checkList<GoldenCase>(cases, 'options.cases'),
  };
}

/** Checks that nothing is misspelt: a threshold under a wrong name would be one that silently does not count. */
export function checkFields(
  value: unknown,
  path: string,
  allowed: readonly string[],
): Readonly<Record<string, unknown>> {
  const object = checkObject(value, path);
  for (const name of Object.keys(object)) {
    if (allowed.includes(name)) continue;
    throw new AptfolioError('unknown-value', at(path, name), `a field of ${allowed.join(', ')}`);
  }
  return object;
}

function readInForce({ from, to }: Readonly<Record<string, unknown>>): InForce {
  const first = parsePlainDate(from, 'options.from');
  if (to === undefined) return { from: first };
  const end = parsePlainDate(to, 'options.to');
  if (end > first) return { from: first, to: end };
  throw new AptfolioError('inconsistent', 'options.to', `a date after ${first}`, end);
}

function readTitle(value: unknown): LocalisedText {
  const texts = checkFields(value, 'options.title', LOCALES);
  for (const locale of LOCALES) checkText(texts[locale], at('options.title', locale), 5000);
  return texts as LocalisedText;
}

/** A pack that is written nowhere else is its own text, and agrees with itself. Of any other document only the bank can say so. */
function readDocument(value: unknown): ReadPolicyOptions['document'] {
  if (value === undefined) return { instrument: 'house policy', verified: true };
  const path = 'options.document';
  const given = checkFields(value, path, ['instrument', 'address', 'articles', 'verified']);
  const { address, articles = {}, verified = false } = given;
  return {
    instrument: checkText(given.instrument, at(path, 'instrument')),
    ...(address === undefined ? {} : { address: checkText(address, at(path, 'address')) }),
    articles: Object.fromEntries(readByRule(articles, at(path, 'articles'), checkText)),
    verified: checkBoolean(verified, at(path, 'verified')),
  };
}

function readRules({
  rules,
  without = [],
}: Readonly<Record<string, unknown>>): ReadonlySet<PolicyRuleName> {
  const wanted = new Set(rules === undefined ? POLICY_RULES : readNames(rules, 'options.rules'));
  for (const name of readNames(without, 'options.without')) wanted.delete(name);
  if (wanted.size > 0) return wanted;
  const path = rules === undefined ? 'options.without' : 'options.rules';
  throw new AptfolioError('empty', path, 'at least one rule left');
}

function readNames(value: unknown, path: string): readonly PolicyRuleName[] {
  const names = checkList<unknown>(value, path);
  return names.map((name, index) => {
    const known = checkOneOf(name, at(path, index), POLICY_RULES);
    if (names.indexOf(name) === index) return known;
    throw new AptfolioError('duplicate-id', at(path, index), 'a rule not named before', known);
  });
}

function readByRule<T>(
  value: unknown,
  path: string,
  read: (entry: unknown, path: string) => T,
): ReadonlyMap<PolicyRuleName, T> {
  const entries = Object.entries(checkFields(value ?? {}, path, POLICY_RULES));
  return new Map(
    entries.map(([name, entry]) => [name as PolicyRuleName, read(entry, at(path, name))]),
  );
}

function readOverride(value: unknown, path: string): OverridePermission | null {
  if (value === null) return null;
  const given = checkFields(value, path, ['roles', 'evidence', 'fourEyes']);
  const texts = (field: 'roles' | 'evidence', minLength: number): readonly string[] => {
    const where = at(path, field);
    const list = checkList<unknown>(given[field], where, { minLength });
    return list.map((text, index) => checkText(text, at(where, index)));
  };
  return {
    roles: texts('roles', 1),
    evidence: texts('evidence', 0),
    fourEyes: checkBoolean(given.fourEyes, at(path, 'fourEyes')),
  };
}

function readSources(value: unknown, path: string): readonly Citation[] {
  return checkList<Citation>(value, path).map((citation, index) =>
    renamePaths({ citation: at(path, index) }, () => makeCitation(citation)),
  );
}
