import { addDays } from '../../src/dates/index.js';
import type { LocalisedText, Severity } from '../../src/evidence/index.js';
import { writeValue } from '../../src/rules/explain/write-value.js';
import {
  type DatedParameter,
  describeFinding,
  type InForce,
  type OverridePermission,
  type ParameterValue,
  type Rule,
  type RulePack,
} from '../../src/rules/index.js';

const OUTCOMES: Readonly<Record<Severity, string>> = {
  block: 'Forbidden',
  require: 'Duty',
  refer: 'A person decides',
  warn: 'Warning',
  info: 'For information',
};

/** What follows from a rule, in words. */
export function outcomeText({ outcome }: Rule): string {
  return OUTCOMES[outcome];
}

/** The text of a rule with numbers of the law filled in and facts by their names, as in `R‹product risk rating›`. */
export function sentenceOf(rule: Rule, pack: RulePack): string {
  const text = pack.messages[rule.message ?? rule.id] as LocalisedText;
  return describeFinding(
    {
      rule: rule.id,
      pack: pack.id,
      outcome: rule.outcome,
      standing: 'fired',
      text,
      parameters: { ...namesIn(pack), ...figuresFor(rule, pack) },
      citations: rule.citations,
      trace: { when: { kind: 'all', truth: 'unknown', parts: [] } },
    },
    'en',
  );
}

function namesIn({ facts, terms, parameters }: RulePack): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['asOf', '‹day of the decision›'],
    ...Object.entries({ ...facts, ...terms, ...parameters }).map(([name, { label }]) => {
      return [name, `‹${label.en}›`];
    }),
  ]);
}

/** The values that the parameters have, or had last, while the rule is in force. */
function figuresFor(
  { inForce }: Rule,
  { parameters = {} }: RulePack,
): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, parameter]) => {
      const last = lastWithin(parameter, inForce);
      if (last === undefined) return [];
      const { value } = last;
      return [[name, typeof value === 'number' ? value : writeValue(value, undefined, 'en')]];
    }),
  );
}

function lastWithin({ history }: DatedParameter, { to }: InForce): ParameterValue | undefined {
  return history.filter(({ from }) => to === undefined || from < to).at(-1);
}

/** From when on, and to which last day. */
export function periodText({ from, to }: InForce): string {
  return to === undefined ? `from ${from}` : `${from} to ${addDays(to, -1)}`;
}

/** The value of a parameter with what it counts. */
export function figureText({ value }: ParameterValue, { unit }: DatedParameter): string {
  return writeValue(value, unit, 'en');
}

/** Who may set a rule aside, with what. */
export function overrideText({ roles, evidence, fourEyes }: OverridePermission): string {
  return [
    `May be set aside by ${roles.join(' or ')}`,
    ...(evidence.length === 0 ? [] : [`with ${evidence.join(', ')} on file`]),
    ...(fourEyes ? ['if a second person agrees'] : []),
  ].join(' ');
}
