import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import { checkMessages, LOCALES, type Locale } from '../../src/evidence/index.js';
import {
  type ConditionTrace,
  compilePack,
  DECISION_STATUSES,
  decide,
  describeFinding,
  type Explanation,
  explain,
  FACT_GAPS,
  RULE_RELATIONS,
  RULE_STANDINGS,
  type RuleDecision,
  type RuleFacts,
  type RulePack,
  rulesMessages,
  writeExplanation,
} from '../../src/rules/index.js';
import { cnNfra } from '../../src/suitability/packs/cn/index.js';
import { euSuitability } from '../../src/suitability/packs/eu/index.js';
import { policyPack } from '../../src/suitability/packs/policy/index.js';
import { expectRefusal } from '../refusal.js';
import { CASES, SMALL_PACKS } from './counterfactual-cases.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

const LENDING = compilePack(lending as RulePack);

const lend = (facts: RuleFacts): RuleDecision =>
  decide(LENDING, facts, { ...DAY, everything: true });

/** Age 20 and a loan above 10,000 with a guarantor; the income was seen too long ago. */
const STALE: RuleFacts = {
  'client.age': { value: 20, source: 'identity card', observedOn: '2026-02-01' },
  'client.income': { value: 100_000, source: 'payslip', observedOn: '2024-01-31' },
  'loan.amount': { value: { currency: 'CNY', amount: '45000' } },
  'loan.guarantor': true,
};

const nodes = (tree: Explanation): Explanation[] => [tree, ...tree.parts.flatMap(nodes)];

/** What would show that something was not put into words. */
const RAW = /undefined|null|NaN|\{|\}|\[object|rules\.|asOf/;

function expectWords(decision: RuleDecision): void {
  for (const locale of LOCALES)
    expect(writeExplanation(explain(decision, locale))).not.toMatch(RAW);
}

const written = (decision: RuleDecision, locale: Locale = 'en'): string =>
  writeExplanation(explain(decision, locale));

describe('the explanation of a decision', () => {
  const tree = explain(lend(STALE), 'en');

  it('begins with what was decided, on which day, because of which rules', () => {
    expect(tree.kind).toBe('decision');
    expect(tree.text).toBe('2026-03-02: undetermined. Facts are missing. Deciding: LEND-INCOME.');
    expect(explain(lend(STALE), 'zh-Hans').text).toBe(
      '2026-03-02：缺少信息，无法判断。决定性规则：LEND-INCOME。',
    );
    expect(explain(lend(STALE), 'zh-Hant').text).toBe(
      '2026-03-02：欠缺資料，無法判斷。決定性規則：LEND-INCOME。',
    );
  });

  it('has a node for every rule, with where it stands and its text filled in', () => {
    const rules = tree.parts.filter(({ kind }) => kind === 'rule').map(({ text }) => text);
    expect(rules).toEqual([
      'LEND-INCOME (unknown, facts are missing): A loan of 45,000 is more than 40.0% of the income, ?.',
      'LEND-GUARANTOR (applies, the duty is fulfilled): Under 21 a loan above 10,000 needs a guarantor.',
      'LEND-AGE (its condition does not hold): Nobody under 18 may borrow.',
    ]);
  });

  it('shows below a rule what was compared, with values, labels and units', () => {
    const [income, guarantor] = tree.parts as [Explanation, Explanation];
    expect(income.parts[0]).toMatchObject({
      kind: 'condition',
      truth: true,
      text: 'applies where: amount of the loan (45,000 CNY) is above a small loan (10,000 CNY)',
    });
    expect(income.parts[1]).toMatchObject({
      truth: 'unknown',
      text: 'when: amount of the loan (45,000 CNY) is above multiple of the income × annual income (unknown)',
    });
    const both = guarantor.parts[0] as Explanation;
    expect(both).toMatchObject({ text: 'when: all of these hold', truth: true });
    expect(both.parts[0]?.text).toBe('age (20 years) is below 21 years');
    expect(guarantor.parts[1]?.text).toBe('fulfilled if: a guarantor signs (yes)');
  });

  it('says of every value where it comes from, since when it is known, and why it is not', () => {
    const values = nodes(tree)
      .filter(({ kind }) => kind === 'value')
      .map(({ text }) => text);
    expect(values).toContain('age: 20 years, source: identity card, observed on 2026-02-01');
    expect(values).toContain(
      'annual income: unknown (too old), source: payslip, observed on 2024-01-31',
    );
    expect(values).toContain('missing: annual income (too old)');
  });

  it('cites the law of rules and of parameters', () => {
    const multiple = nodes(tree).find(({ text }) => text === 'multiple of the income: 0.4');
    expect(multiple?.parts).toEqual([
      { kind: 'citation', text: 'House policy, 2 (2025)', parts: [] },
    ]);
    expect(tree.parts[0]?.parts.at(-1)?.text).toBe('House policy, 2');
  });

  it('ends with the packs', () => {
    expect(tree.parts.at(-1)).toEqual({ kind: 'pack', text: 'pack lending, version 1', parts: [] });
  });

  it('is written with every digit, so that one fen too much is seen', () => {
    const amount = { currency: 'CNY', amount: '40000.01' };
    const facts = { 'client.age': 30, 'client.income': 100_000, 'loan.amount': amount };
    expect(written(lend(facts))).toContain(
      '✓ when: amount of the loan (40,000.01 CNY) is above multiple of the income × annual income (40,000 CNY)',
    );
  });

  it('says who may set a rule aside, and with what', () => {
    const facts = { 'client.age': 30, 'client.income': 100_000, 'loan.amount': 40_001 };
    expect(written(lend(facts))).toContain(
      'can be set aside in a single case by: credit-officer; on file: income-proof; a second person must agree',
    );
  });

  it('is the same tree for the same decision, frozen, and leaves the decision as it was', () => {
    const decision = lend(STALE);
    const before = JSON.stringify(decision);
    for (const locale of LOCALES) {
      const one = explain(decision, locale);
      expect(explain(lend(STALE), locale)).toEqual(one);
      expect(JSON.parse(JSON.stringify(one))).toEqual(one);
      expect(nodes(one).every((node) => Object.isFrozen(node) && Object.isFrozen(node.parts))).toBe(
        true,
      );
    }
    expect(JSON.stringify(decision)).toBe(before);
  });

  it('has as many lines as the tree has nodes, two spaces for each level', () => {
    const lines = writeExplanation(tree).trimEnd().split('\n');
    expect(lines).toHaveLength(nodes(tree).length);
    expect(lines[1]).toMatch(/^ {2}LEND-INCOME/);
    expect(lines[2]).toMatch(/^ {4}✓ applies where/);
    expect(lines.filter((line) => /^ *\? /.test(line))).toHaveLength(1);
  });

  it('refuses a language that the library does not speak', () => {
    expectRefusal(() => explain(lend(STALE), 'fr' as Locale), 'unknown-value', 'locale');
    expectRefusal(() => explain(undefined as never, 'en'), 'missing-value', 'decision');
  });
});

describe('in words stand', () => {
  const unverified = {
    instrument: 'Draft Act',
    article: '7',
    verified: false,
    inForceFrom: '2025-01-01',
    address: 'https://example.org/act',
  } as const;
  const declared = {
    done: YES_NO,
    other: YES_NO,
    count: { type: 'number', label: text('count') },
    size: { type: 'number', label: text('size') },
    share: { type: 'number', unit: 'fraction', label: text('share') },
    on: { type: 'date', label: text('day') },
    kinds: { type: 'list', label: text('kinds') },
    kind: { type: 'text', label: text('kind') },
  } as const;
  const HELD = {
    done: true,
    other: true,
    count: 1,
    share: 0.2531,
    on: '2026-01-31',
    kinds: ['a', 'b'],
    kind: 'a',
  };

  it('an exception and what gives way to it', () => {
    const rules = [
      rule('GENERAL', { holds: 'done' }),
      rule('SPECIAL', { holds: 'other' }, { exceptionTo: ['GENERAL'], outcome: 'warn' }),
    ];
    const decision = decide(compilePack(pack(rules, declared)), HELD, DAY);
    expect(written(decision)).toContain('GENERAL (gives way to SPECIAL): GENERAL');
    expect(written(decision, 'zh-Hans')).toContain('GENERAL（不适用，以特别规则SPECIAL为准）');
    expectWords(decision);
  });

  it('a rule that was set aside', () => {
    const packs = compilePack(pack([rule('R', { holds: 'done' })], declared));
    const decision = decide(packs, HELD, { ...DAY, setAside: ['R'] });
    expect(written(decision)).toContain('R (set aside in this case): R');
  });

  it('two duties that contradict each other, by the label of the fact', () => {
    const duty = (id: string, value: boolean) =>
      rule(
        id,
        { holds: 'done' },
        {
          outcome: 'require',
          satisfiedBy: { left: { fact: 'other' }, is: '=', right: value },
        },
      );
    const packs = compilePack(pack([duty('A', true), duty('B', false)], declared));
    const decision = decide(packs, HELD, DAY);
    expect(written(decision)).toContain(
      'Rules A and B contradict each other: what one demands of “yes or no”, the other forbids.',
    );
    expectWords(decision);
  });

  it('a citation that nobody compared with the text, with its day and address', () => {
    const packs = compilePack(
      pack([rule('R', { holds: 'done' }, { citations: [unverified] })], declared),
    );
    const decision = decide(packs, HELD, DAY);
    const lines = written(decision).split('\n');
    expect(lines).toContain(
      '    Draft Act, 7, in force from 2025-01-01, https://example.org/act (not compared with the text)',
    );
    expect(lines).toContain(
      '  Not all texts of these packs have been compared with the law: test.',
    );
    expect(lines).toContain(
      '  pack test, version 1 (not all of it compared with the text of the law)',
    );
    expectWords(decision);
  });

  it.each([
    [{ left: { fact: 'count' }, is: '<', right: 1 }, 'count (1) is below 1'],
    [{ left: { fact: 'count' }, is: '<=', right: 1 }, 'count (1) is at most 1'],
    [{ left: { fact: 'count' }, is: '=', right: 1 }, 'count (1) equals 1'],
    [{ left: { fact: 'count' }, is: '!=', right: 1 }, 'count (1) differs from 1'],
    [{ left: { fact: 'count' }, is: '>=', right: 1 }, 'count (1) is at least 1'],
    [{ left: { fact: 'count' }, is: '>', right: 1 }, 'count (1) is above 1'],
    [{ left: { fact: 'share' }, is: '>', right: 0.25 }, 'share (25.31%) is above 25%'],
    [
      { left: { fact: 'on' }, is: '<', right: '2026-02-01' },
      'day (2026-01-31) is before 2026-02-01',
    ],
    [
      { left: { fact: 'on' }, is: '>=', right: '2026-02-01' },
      'day (2026-01-31) is not before 2026-02-01',
    ],
    [{ left: { fact: 'kind' }, is: 'in', right: ['a', 'c'] }, 'kind (“a”) is one of “a”, “c”'],
    [{ left: { fact: 'kinds' }, is: 'includes', right: 'c' }, 'kinds (“a”, “b”) includes “c”'],
    [
      { left: { fact: 'kinds' }, is: 'overlaps', right: ['c'] },
      'kinds (“a”, “b”) has something in common with “c”',
    ],
    [
      { left: { addMonths: [{ fact: 'on' }, 1] }, is: '<', right: { fact: 'asOf' } },
      'day + 1 month (2026-02-28) is before day of the decision (2026-03-02)',
    ],
    [
      { left: { max: [{ fact: 'count' }, 3] }, is: '>', right: 2 },
      'the greatest of count, 3 (3) is above 2',
    ],
    [
      { left: { times: [{ plus: [{ fact: 'count' }, 2] }, 1000] }, is: '>', right: 2999 },
      '(count + 2) × 1,000 (3,000) is above 2,999',
    ],
    [
      { left: { days: [{ fact: 'on' }, { fact: 'asOf' }] }, is: '>', right: 29 },
      'the days from day to day of the decision (30 days) is above 29 days',
    ],
    [{ none: 'count' }, 'looked for, and there is none: count'],
    [{ stale: 'count' }, 'too old: count'],
  ] as const)('%j', (when, expected) => {
    const packs = compilePack(pack([rule('R', when)], declared));
    const decision = decide(packs, HELD, { ...DAY, everything: true });
    expect(explain(decision, 'en').parts[0]?.parts[0]?.text).toBe(`when: ${expected}`);
    expectWords(decision);
  });

  it('how a term was worked out, and why a part of it is unknown', () => {
    const terms = {
      worst: {
        label: text('worst'),
        type: 'number',
        value: { max: [{ fact: 'count' }, { fact: 'size' }] },
      },
      idle: { label: text('idle'), when: { not: { holds: 'done' } } },
    } as const;
    const rules = [
      rule('R', { left: { fact: 'worst' }, is: '>', right: 0 }),
      rule('S', { holds: 'idle' }),
    ];
    const packs = compilePack(pack(rules, declared, { terms }));
    const decision = decide(packs, { count: 1, size: null }, { ...DAY, everything: true });
    const lines = written(decision).split('\n');
    expect(lines).toContain('    ✓ when: worst (unknown) is above 0');
    expect(lines).toContain('      worst: unknown, which is the greatest of count, size');
    expect(lines).toContain('        count: 1');
    expect(lines).toContain('        size: unknown (looked for, and there is none)');
    expect(lines).toContain('    ? when: idle (unknown)');
    expect(lines).toContain('        ? this does not hold');
    expectWords(decision);
  });
});

describe('the text of a rule', () => {
  const facts = {
    share: { type: 'number', label: text('share') },
    done: YES_NO,
    kinds: { type: 'list', label: text('kinds') },
    on: { type: 'date', label: text('day') },
  } as const;
  const words = '{share:percent2} {share:number} {share:money} {done} {kinds} {on} {share}';
  const packs = compilePack({
    ...pack([rule('R', { holds: 'done' })], facts),
    messages: { R: text(words) },
  });
  const textOf = (given: RuleFacts, locale: Locale): string => {
    const { findings } = decide(packs, given, { ...DAY, everything: true });
    return describeFinding(findings[0] as (typeof findings)[number], locale);
  };

  it('is filled in every format', () => {
    const given = { share: 0.12345, done: true, kinds: ['a', 'b'], on: '2026-01-31' };
    // Two decimals of a percentage; three significant digits below 1; the number as it is.
    expect(textOf(given, 'en')).toBe('12.35% 0.123 0.123 yes a, b 2026-01-31 0.12345');
    expect(textOf(given, 'zh-Hant')).toBe('12.35% 0.123 0.123 是 a、b 2026-01-31 0.12345');
  });

  it('has a question mark for what is unknown, whatever the format', () => {
    expect(textOf({}, 'en')).toBe('? ? ? ? ? ? ?');
    expect(textOf({ kinds: [] }, 'en')).toBe('? ? ? ? nothing ? ?');
  });
});

describe('the texts', () => {
  it('are whole in every language', () => {
    expect(checkMessages(rulesMessages)).toEqual([]);
  });

  it('know every status, standing, outcome, gap, relation and kind of condition', () => {
    const kinds: readonly ConditionTrace['kind'][] = ['all', 'any', 'not', 'none', 'stale'];
    const keys = [
      ...DECISION_STATUSES.map((status) => `rules.decision.${status}`),
      ...RULE_STANDINGS.filter((standing) => standing !== 'fired').map(
        (standing) => `rules.standing.${standing}`,
      ),
      ...['block', 'require', 'refer', 'warn', 'info'].map(
        (outcome) => `rules.standing.${outcome}`,
      ),
      ...FACT_GAPS.map((gap) => `rules.gap.${gap}`),
      ...RULE_RELATIONS.map((relation) => `rules.relation.${relation}`),
      ...kinds.map((kind) => `rules.condition.${kind}`),
    ];
    expect(keys.filter((key) => !Object.hasOwn(rulesMessages, key))).toEqual([]);
  });
});

describe('in every language nothing is left raw', () => {
  it('of any decision', () => {
    fc.assert(
      fc.property(SMALL_PACKS, CASES, (one, facts) => {
        expectWords(decide(compilePack(one), facts, { ...DAY, everything: true }));
      }),
      { numRuns: 50 },
    );
  });

  it.each([[cnNfra], [euSuitability], [policyPack]])('of the cases of $id', (one) => {
    const compiled = compilePack(one);
    for (const { facts, asOf } of one.cases ?? []) {
      expectWords(decide(compiled, facts, { asOf, everything: true }));
    }
  });
});
