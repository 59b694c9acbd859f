import type { Citation } from '../../../evidence/index.js';
import type { DatedParameter, Rule, RulePack, Term } from '../../../rules/index.js';
import { frozenCopy } from '../frozen-copy.js';
import { policyFacts } from './facts.js';
import type { PolicyOptions } from './policy-options.js';
import { type ReadPolicyOptions, readPolicyOptions } from './read-options.js';
import { readThresholds, type ThresholdStep } from './read-thresholds.js';
import type { PolicyRule } from './rules/policy-rule.js';
import type { PolicyRuleName } from './rules/rule-names.js';
import { RULE_TABLE } from './rules/rule-table.js';
import { POLICY_TERMS } from './terms.js';
import type { PolicyThreshold } from './thresholds/threshold-names.js';
import { THRESHOLD_TABLE } from './thresholds/threshold-table.js';

/**
 * Makes a bank's own policy of what law leaves to it: which rules are in, with which numbers, from when on, and where the bank
 * has written them down.
 *
 * A policy can do what no law asks for, but loosens nothing: used together with packs of law, the worst outcome of all wins.
 *
 * Of a document that the bank names nobody here has seen the text, so rules that cite it are not verified until the bank says that it
 * compared them. Without a document the pack is itself the text.
 *
 * @throws AptfolioError with the path to the fault, as in `options.thresholds.issuerShareBlock`: a name that there is not
 * (`unknown-value`), a threshold out of range or above one that must not be below it (`inconsistent`), an amount that
 * another currency than CNY leaves without a default (`missing-value`).
 *
 * @example
 * ```ts
 * import { compilePack, decide } from 'aptfolio/rules';
 * import { makePolicyPack } from 'aptfolio/suitability/packs/policy';
 *
 * const pack = makePolicyPack({
 *   id: 'lake-bank-policy', version: '2026.1', from: '2026-03-01', prefix: 'LAKE',
 *   document: { instrument: 'Lake Bank, Investment Policy', articles: { 'lock-up': '4.2' } },
 *   rules: ['lock-up', 'issuer-share-block'],
 *   thresholds: { issuerShareBlock: 0.25 },
 * });
 * const facts = {
 *   'order.amount': 60000, 'portfolio.issuerValue': 200000, 'household.financialAssets': 1000000,
 *   'product.lockUpEndsOn': null,
 * };
 * decide([compilePack(pack)], facts, { asOf: '2026-03-02' }).deciding; // => ['LAKE-ISSUER-SHARE-BLOCK']
 * ```
 */
export function makePolicyPack(options: PolicyOptions): RulePack {
  const read = readPolicyOptions(options);
  const { id, version, inForce, title, currency, cases } = read;
  const rules = RULE_TABLE.filter(({ name }) => read.rules.has(name));
  return frozenCopy({
    id,
    version,
    title,
    kind: 'policy',
    inForce,
    facts: policyFacts(currency),
    terms: termsOf(rules),
    parameters: parametersOf(rules, read),
    rules: rules.map((rule) => makeRule(rule, read)),
    messages: Object.fromEntries(rules.map(({ name, text }) => [ruleId(name, read), text])),
    ...(cases.length === 0 ? {} : { cases }),
  });
}

function makeRule(rule: PolicyRule, options: ReadPolicyOptions): Rule {
  const { name, text, sources, exceptionTo, override: usual, ...conditions } = rule;
  const excepted = (exceptionTo ?? []).filter((other) => options.rules.has(other));
  const own = options.overrides.get(name);
  const override = own === undefined ? usual : own;
  return {
    id: ruleId(name, options),
    citations: [citationOf(name, options), ...(options.sources.get(name) ?? sources ?? [])],
    inForce: options.inForce,
    ...conditions,
    ...(excepted.length === 0
      ? {}
      : { exceptionTo: excepted.map((other) => ruleId(other, options)) }),
    ...(override === undefined || override === null ? {} : { override }),
  };
}

function ruleId(name: PolicyRuleName, { prefix }: ReadPolicyOptions): string {
  return `${prefix}-${name.toUpperCase()}`;
}

function citationOf(name: PolicyRuleName, { document }: ReadPolicyOptions): Citation {
  const { instrument, address, articles, verified } = document;
  return {
    instrument,
    article: articles?.[name] ?? name,
    ...(address === undefined ? {} : { address }),
    verified,
  };
}

/** The thresholds that the rules read, each cited by the first rule that does. */
function parametersOf(
  rules: readonly PolicyRule[],
  options: ReadPolicyOptions,
): Readonly<Record<string, DatedParameter>> {
  const readBy = new Map<string, PolicyRuleName>();
  for (const rule of rules) {
    for (const read of namesRead(conditionsOf(rule), 'parameter')) {
      if (!readBy.has(read)) readBy.set(read, rule.name);
    }
  }
  const { inForce, currency, thresholds } = options;
  const steps = readThresholds(thresholds, new Set(readBy.keys()), inForce.from, currency);
  return Object.fromEntries(
    [...steps].map(([name, values]) => {
      const citation = citationOf(readBy.get(name) as PolicyRuleName, options);
      return [name, makeParameter(name, values, citation, currency)];
    }),
  );
}

function makeParameter(
  name: PolicyThreshold,
  steps: readonly ThresholdStep[],
  citation: Citation,
  currency: string,
): DatedParameter {
  const { label, unit, stricter } = THRESHOLD_TABLE[name];
  const history = steps.map(({ from, value }, index) => {
    const next = steps[index + 1];
    return { from, ...(next === undefined ? {} : { to: next.from }), value, citation };
  });
  return { label, unit: unit === 'amount' ? currency : unit, stricter, history };
}

/** The terms that the rules read; none of them rests on another. */
function termsOf(rules: readonly PolicyRule[]): Readonly<Record<string, Term>> {
  const read = new Set(rules.flatMap((rule) => namesRead(conditionsOf(rule), 'fact')));
  return Object.fromEntries(Object.entries(POLICY_TERMS).filter(([name]) => read.has(name)));
}

function conditionsOf({ scope, when, satisfiedBy }: PolicyRule): readonly unknown[] {
  return [scope, when, satisfiedBy];
}

/** What conditions name as a fact or a parameter, however deep. */
function namesRead(value: unknown, kind: 'fact' | 'parameter'): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === kind && typeof entry === 'string' ? [entry] : namesRead(entry, kind),
  );
}
