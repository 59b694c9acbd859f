import type {
  DatedParameter,
  FactDeclaration,
  Rule,
  RuleCondition,
  RulePack,
} from '../../src/rules/index.js';

/** A text that is the same in every language, for packs in which the texts do not matter. */
export function text(words: string): FactDeclaration['label'] {
  return { 'zh-Hans': words, 'zh-Hant': words, en: words };
}

export const CITATION = { instrument: 'Test Act', article: '1', verified: true } as const;

/** A fact of yes or no. */
export const YES_NO: FactDeclaration = { type: 'boolean', label: text('yes or no') };

/** A rule with everything it must have. */
export function rule(id: string, when: RuleCondition, more: Partial<Rule> = {}): Rule {
  return {
    id,
    citations: [CITATION],
    inForce: { from: '2020-01-01' },
    when,
    outcome: 'block',
    ...more,
  };
}

/** A pack with everything it must have; every rule gets a text. */
export function pack(
  rules: readonly Rule[],
  facts: Readonly<Record<string, FactDeclaration>>,
  more: Partial<RulePack> = {},
): RulePack {
  return {
    id: 'test',
    version: '1',
    title: text('Test'),
    kind: 'law',
    inForce: { from: '2020-01-01' },
    facts,
    rules,
    messages: Object.fromEntries(rules.map(({ id, message }) => [message ?? id, text(id)])),
    ...more,
  };
}

/** A parameter with one value. */
export function parameter(
  value: DatedParameter['history'][number]['value'],
  more: Partial<DatedParameter> = {},
): DatedParameter {
  return {
    label: text('parameter'),
    history: [{ from: '2020-01-01', value, citation: CITATION }],
    ...more,
  };
}

export const DAY = { asOf: '2026-03-02' } as const;
