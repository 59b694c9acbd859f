import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessages, LOCALES, type Locale, localisedText } from '../../src/evidence/index.js';
import {
  type ConditionTrace,
  compilePack,
  DECISION_STATUSES,
  decide,
  explain,
  FACT_GAPS,
  RULE_RELATIONS,
  RULE_STANDINGS,
  type RuleDecision,
  rulesMessages,
  writeExplanation,
} from '../../src/rules/index.js';
import { cnNfra } from '../../src/suitability/packs/cn/index.js';
import { euSuitability } from '../../src/suitability/packs/eu/index.js';
import { policyPack } from '../../src/suitability/packs/policy/index.js';
import { CASES, SMALL_PACKS } from './counterfactual-cases.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

/** What would show that something was not put into words. */
const RAW = /undefined|null|NaN|\{|\}|\[object|rules\.|asOf/;

function expectWords(decision: RuleDecision): void {
  for (const locale of LOCALES)
    expect(writeExplanation(explain(decision, locale))).not.toMatch(RAW);
}

const written = (decision: RuleDecision, locale: Locale = 'en'): string =>
  writeExplanation(explain(decision, locale));

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
    born: { type: 'date', label: text('birth') },
    level: { type: 'number', unit: 'C-level', label: text('level') },
    rating: { type: 'number', unit: 'R-level', label: text('rating') },
    channel: {
      type: 'text',
      label: text('channel'),
      values: ['branch', 'online'],
      valueLabels: { branch: localisedText('网点', '網點', 'office') },
    },
  } as const;
  const HELD = {
    done: true,
    other: true,
    count: 1,
    share: 0.2531,
    on: '2026-01-31',
    kinds: ['a', 'b'],
    kind: 'a',
    level: 2,
    rating: 3,
    channel: 'branch',
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

  const TEXTS: Readonly<Record<Locale, readonly (string | undefined)[]>> = {
    'zh-Hans': [undefined, '尚无法判断：OPEN'],
    'zh-Hant': [undefined, '尚無法判斷：OPEN'],
    en: [undefined, 'cannot be decided yet: OPEN'],
  };

  it.each([
    [
      'zh-Hans',
      ['适用，禁止办理', '缺少信息', '适用，义务已履行', '不适用，以特别规则SPECIAL为准'],
    ],
    [
      'zh-Hant',
      ['適用，禁止辦理', '欠缺資料', '適用，義務已履行', '不適用，以特別規則SPECIAL為準'],
    ],
    [
      'en',
      [
        'applies and forbids',
        'facts are missing',
        'applies, the duty is fulfilled',
        'gives way to SPECIAL',
      ],
    ],
  ] as const)(
    'in %s where a rule stands: fired, unknown, satisfied, excepted',
    (locale, standings) => {
      const rules = [
        rule('FIRED', { holds: 'done' }),
        rule('OPEN', { left: { fact: 'count' }, is: '>', right: 1 }),
        rule('DUTY', { holds: 'done' }, { outcome: 'require', satisfiedBy: { holds: 'other' } }),
        rule('GENERAL', { holds: 'done' }),
        rule('SPECIAL', { holds: 'other' }, { exceptionTo: ['GENERAL'], outcome: 'info' }),
      ];
      const { count, ...known } = HELD;
      const decision = decide(compilePack(pack(rules, declared)), known, DAY);
      const texts = explain(decision, locale).parts.map(({ text }) => text);
      const [before, after] = locale === 'en' ? [' (', '): '] : ['（', '）：'];
      const expected = ['FIRED', 'OPEN', 'DUTY', 'GENERAL'].map(
        (id, index) => `${id}${before}${standings[index]}${after}${TEXTS[locale][index] ?? id}`,
      );
      expect(texts).toEqual(expect.arrayContaining(expected));
      expectWords(decision);
    },
  );

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
    [
      { left: { fact: 'rating' }, is: '>', right: { fact: 'level' } },
      'rating (R3) is above level (C2)',
    ],
    [
      { left: { fact: 'rating' }, is: '>=', right: { fact: 'level' } },
      'rating (R3) is not below level (C2)',
    ],
    [
      { left: { minus: [{ fact: 'rating' }, { fact: 'level' }] }, is: '>', right: 1 },
      'rating − level (1) is above 1',
    ],
    [{ left: { fact: 'channel' }, is: '=', right: 'branch' }, 'channel (office) is office'],
    [{ left: { fact: 'channel' }, is: '!=', right: 'online' }, 'channel (office) is not “online”'],
    [
      { left: { fact: 'channel' }, is: 'in', right: ['branch', 'online'] },
      'channel (office) is one of office, “online”',
    ],
    [{ left: { fact: 'done' }, is: '=', right: true }, 'yes or no (yes)'],
    [{ left: { fact: 'done' }, is: '=', right: false }, 'not so: yes or no (yes)'],
    [{ left: { first: [{ fact: 'done' }, false] }, is: '=', right: true }, 'yes or no (yes)'],
    [
      { left: { first: [{ fact: 'size' }, { fact: 'count' }] }, is: '>', right: 2 },
      'count (1) is above 2',
    ],
    [
      { left: { first: [{ fact: 'size' }, 3] }, is: '>', right: 2 },
      'size (unknown, taken as 3) is above 2',
    ],
    [
      { left: { plus: [{ first: [{ fact: 'size' }, 3] }, { fact: 'count' }] }, is: '>', right: 2 },
      'size (unknown, taken as 3) + count (4) is above 2',
    ],
    [
      {
        left: { first: [{ fact: 'size' }, { years: [{ fact: 'born' }, { fact: 'asOf' }] }] },
        is: '>',
        right: 2,
      },
      'size or, where unknown, (the completed years from birth to day of the decision) (unknown) is above 2 years',
    ],
    [{ none: 'count' }, 'looked for, and there is none: count'],
    [{ stale: 'count' }, 'too old: count'],
  ] as const)('%j', (when, expected) => {
    const packs = compilePack(pack([rule('R', when)], declared));
    const decision = decide(packs, HELD, { ...DAY, everything: true });
    expect(explain(decision, 'en').parts[0]?.parts[0]?.text).toBe(`when: ${expected}`);
    expectWords(decision);
  });

  it('in Chinese the names of values, and what was assumed', () => {
    const terms = {
      way: {
        label: text('way'),
        type: 'text',
        value: { first: [{ fact: 'channel' }, 'branch'] },
      },
    } as const;
    const when = {
      all: [
        { left: { fact: 'way' }, is: '=', right: 'branch' },
        { left: { first: [{ fact: 'channel' }, 'branch'] }, is: '!=', right: 'branch' },
        { left: { first: [{ fact: 'done' }, true] }, is: '=', right: true },
      ],
    } as const;
    const packs = compilePack(pack([rule('R', when)], declared, { terms }));
    const lines = (locale: Locale) =>
      written(decide(packs, {}, { ...DAY, everything: true }), locale).split('\n');
    expect(lines('zh-Hans')).toEqual(
      expect.arrayContaining([
        '      ✓ way（网点）为网点',
        '        way：网点，即channel（未知，视为网点）',
        '          channel：未知（未提供）',
        '      ✗ channel（未知，视为网点）不是网点',
        '      ✓ yes or no（未知，视为是）',
        '        yes or no：未知（未提供）',
      ]),
    );
    expect(lines('zh-Hant')).toContain('      ✗ channel（未知，視為網點）不是網點');
  });

  it('of `first` only what it looked at, and where that comes from', () => {
    const when = {
      left: { first: [{ fact: 'size' }, { fact: 'count' }, 7] },
      is: '>',
      right: 0,
    } as const;
    const packs = compilePack(pack([rule('R', when)], declared));
    const facts = { count: { value: 1, source: 'ledger' } };
    const [found] = explain(decide(packs, facts, DAY), 'en').parts;
    expect(found?.parts[0]?.parts.map((part) => part.text)).toEqual([
      'size: unknown (nobody has said)',
      'count: 1, source: ledger',
    ]);
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
