import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePack,
  decide,
  type FactDeclaration,
  type Rule,
  type RuleCondition,
  type RuleFacts,
} from '../../src/rules/index.js';
import { DAY, pack, rule, YES_NO } from './make-pack.js';

const NAMES = ['a', 'b', 'c', 'd'] as const;
const FACTS = Object.fromEntries(NAMES.map((name) => [name, YES_NO]));

const condition: fc.Arbitrary<RuleCondition> = fc.letrec<{ condition: RuleCondition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...NAMES).map((holds) => ({ holds })),
    fc.constantFrom(...NAMES).map((none) => ({ none })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition;

const facts: fc.Arbitrary<RuleFacts> = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.constantFrom(true, false, true, false, null)])),
  { requiredKeys: [] },
) as fc.Arbitrary<RuleFacts>;

/** Up to four rules; a later one may be an exception to earlier ones. */
const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(
    fc.record({
      when: condition,
      outcome: fc.constantFrom('block', 'require', 'refer', 'warn'),
      exceptionTo: fc.array(fc.nat({ max: 3 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map(({ when, outcome, exceptionTo }, index) => {
      const ids = [...new Set(exceptionTo.filter((other) => other < index))].map(
        (other) => `R${other}`,
      );
      return rule(`R${index}`, when, {
        outcome,
        ...(ids.length === 0 ? {} : { exceptionTo: ids }),
      } as Partial<Rule>);
    }),
  );

/** Every way to answer what is not given. */
function completions(given: RuleFacts, names: readonly string[]): readonly RuleFacts[] {
  return names
    .filter((name) => given[name] === undefined || given[name] === null)
    .reduce<readonly RuleFacts[]>(
      (all, name) =>
        all.flatMap((one) => [true, false].map((value) => ({ ...one, [name]: value }))),
      [given],
    );
}

describe('a missing fact', () => {
  it('never contradicts a decided answer when it is supplied', () => {
    fc.assert(
      fc.property(rules, facts, (list, given) => {
        const compiled = compilePack(pack(list, FACTS));
        const { status, deciding } = decide([compiled], given, DAY);
        // Warnings and what they decide may still come: an unknown warning is ignored.
        if (status === 'undetermined' || status === 'allow' || status === 'warn') return;
        // What was looked for in vain is an answer; only what is absent can be supplied.
        const absent = NAMES.filter((name) => given[name] === undefined);
        for (const complete of completions(given, absent)) {
          const decided = decide([compiled], complete, DAY);
          expect(decided.status).toBe(status);
          expect(decided.deciding).toEqual(expect.arrayContaining([...deciding]));
        }
      }),
    );
  });

  it('is in the list that makes the answer certain, whatever it turns out to be', () => {
    fc.assert(
      fc.property(rules, facts, (list, given) => {
        const compiled = compilePack(pack(list, FACTS));
        const { status, missing } = decide([compiled], given, DAY);
        if (status !== 'undetermined') {
          expect(missing).toEqual([]);
          return;
        }
        const names = missing.map(({ fact }) => fact);
        for (const complete of completions(given, names)) {
          expect(decide([compiled], complete, DAY).status).not.toBe('undetermined');
        }
      }),
    );
  });

  it('is asked for only if it can matter: without it some answer stays open', () => {
    fc.assert(
      fc.property(rules, facts, (list, given) => {
        const compiled = compilePack(pack(list, FACTS));
        const names = decide([compiled], given, DAY).missing.map(({ fact }) => fact);
        for (const left of names) {
          const others = names.filter((name) => name !== left);
          const open = completions(given, others).some(
            (complete) => decide([compiled], complete, DAY).status === 'undetermined',
          );
          expect(open).toBe(true);
        }
      }),
    );
  });

  it('is not asked for where another fact settles the matter', () => {
    const above = { left: { fact: 'n' }, is: '>', right: 1 } as const;
    const list = [rule('R', above), rule('Q', above, { scope: { holds: 'a' } })];
    const number = { type: 'number', label: FACTS.a?.label } as FactDeclaration;
    const compiled = compilePack(pack(list, { ...FACTS, n: number }));
    expect(decide([compiled], {}, DAY).missing.map(({ fact }) => fact)).toEqual(['n']);
  });

  it('is asked for with all that it opens when it is no longer missing', () => {
    const number = { type: 'number', label: FACTS.a?.label } as FactDeclaration;
    const scope = { left: { fact: 'n' }, is: '>=', right: 0 } as const;
    const list = [rule('R', { any: [{ none: 'n' }, { none: 'a' }] }, { scope })];
    const compiled = compilePack(pack(list, { ...FACTS, n: number }));
    expect(decide([compiled], { n: null }, DAY).missing.map(({ fact }) => fact)).toEqual([
      'a',
      'n',
    ]);
  });

  it('of two ways to know a thing asks for the shorter', () => {
    const terms = {
      known: {
        label: { 'zh-Hans': 'k', 'zh-Hant': 'k', en: 'k' },
        type: 'boolean',
        value: { first: [{ fact: 'a' }, { fact: 'b' }] },
      },
    } as const;
    const list = [rule('R1', { holds: 'known' }), rule('R2', { holds: 'b' })];
    const compiled = compilePack(pack(list, FACTS, { terms }));
    expect(decide([compiled], {}, DAY).missing.map(({ fact }) => fact)).toEqual(['b']);
    const alone = compilePack(pack(list.slice(0, 1), FACTS, { terms }));
    expect(decide([alone], {}, DAY).missing.map(({ fact }) => fact)).toEqual(['a']);
  });
});

describe('order', () => {
  it('of rules, facts and parts has no influence', () => {
    fc.assert(
      fc.property(rules, facts, (list, given) => {
        const there = decide([compilePack(pack(list, FACTS))], given, { ...DAY, everything: true });
        const backwards = Object.fromEntries(Object.entries(given).reverse());
        const back = decide([compilePack(pack([...list].reverse(), FACTS))], backwards, {
          ...DAY,
          everything: true,
        });
        const { packs, ...rest } = there;
        const { packs: others, ...same } = back;
        expect(same).toEqual(rest);
        expect(packs.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
      }),
    );
  });
});
