import { AptfolioError } from 'aptfolio/errors';
import { compilePack, decide, type RulePack } from 'aptfolio/rules';
import {
  jsonSchema,
  parseGoldenCases,
  parseRuleDecision,
  parseRuleFacts,
  parseRulePack,
  safeParseRuleFacts,
  safeParseRulePack,
} from 'aptfolio/schema';
import * as au from 'aptfolio/suitability/packs/au';
import * as cn from 'aptfolio/suitability/packs/cn';
import * as eu from 'aptfolio/suitability/packs/eu';
import * as hk from 'aptfolio/suitability/packs/hk';
import { policyPack } from 'aptfolio/suitability/packs/policy';
import * as sg from 'aptfolio/suitability/packs/sg';
import * as uk from 'aptfolio/suitability/packs/uk';
import * as us from 'aptfolio/suitability/packs/us';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import { INPUTS } from './inputs/index.js';
import { replaced } from './inputs/input.js';

const viaJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const isPack = (value: unknown): value is RulePack =>
  typeof value === 'object' && value !== null && 'rules' in value && 'messages' in value;

const packs: readonly RulePack[] = [au, cn, eu, hk, { policyPack }, sg, uk, us]
  .flatMap((room) => Object.values<unknown>(room))
  .filter(isPack);

// No pack has every field: a law says which law applies, and a policy what it makes stricter. This one is the law.
const { tightens, ...rest } = INPUTS['rule-pack']!.samples[0] as RulePack;
const full: RulePack = { ...rest, kind: 'law' };
const least = { functions: { least: () => 18 } };

describe('every pack that the library brings', () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))('is read as it is: %s', (_, pack) => {
    const parsed = parseRulePack(viaJson(pack));
    expect(parsed).toEqual(pack);
    expect(compilePack(parsed).hash).toBe(compilePack(pack).hash);
    expect(parseGoldenCases(pack.cases)).toEqual(pack.cases);
  });

  it.each(packs.map((pack) => [pack.id, pack] as const))(
    'calls every value by a name: %s',
    (_, pack) => {
      for (const { values = [], valueLabels = {} } of Object.values(pack.facts)) {
        expect(Object.keys(valueLabels)).toEqual(values);
      }
    },
  );

  it('is among them, of each jurisdiction at least one', () => {
    const jurisdictions = new Set(packs.map(({ jurisdiction }) => jurisdiction));
    expect([...jurisdictions].map(String).sort()).toEqual(
      ['AU', 'CN', 'EU', 'GB', 'HK', 'SG', 'US', 'undefined'].sort(),
    );
  });
});

describe('a pack from a file', () => {
  it('is typed, and can be compiled', () => {
    const pack: RulePack = parseRulePack(lending);
    const facts = { 'client.age': 17, 'loan.amount': 5000 };
    expect(decide(compilePack(pack), facts, { asOf: '2026-03-02' }).deciding).toEqual(['LEND-AGE']);
  });

  it('loses its comments, and nothing else', () => {
    const noted = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(noted);
      const entries = Object.entries(value).map(([key, entry]) => [key, noted(entry)]);
      return { $note: { why: ['a comment'] }, ...Object.fromEntries(entries) };
    };
    expect(JSON.stringify(noted(lending)).match(/\$note/g)?.length).toBeGreaterThan(50);
    expect(parseRulePack(noted(lending))).toEqual(lending);
  });

  it('with every field and every form of a condition can be compiled', () => {
    const { candidates, covers, ...both } = full;
    const policy = {
      ...both,
      kind: 'policy',
      ...(tightens === undefined ? {} : { tightens }),
    } as const;
    for (const pack of [full, policy]) {
      expect(compilePack(parseRulePack(pack), least).hash).toBe(compilePack(pack, least).hash);
    }
  });
});

describe('a condition', () => {
  const nested = (form: 'all' | 'not', levels: number): RulePack => {
    let when: unknown = { left: { plus: [{ fact: 'client.age' }, 1] }, is: '<', right: 18 };
    for (let level = 0; level < levels; level++) when = { [form]: form === 'all' ? [when] : when };
    return replaced(lending, ['rules', 0, 'when'], when) as RulePack;
  };

  it.each(['all', 'not'] as const)('of "%s" is read as deep as packs go', (form) => {
    expect(compilePack(parseRulePack(nested(form, 29))).id).toBe('lending');
    expect(() => compilePack(nested(form, 31))).toThrow(
      expect.objectContaining({ code: 'too-long' }),
    );
  });

  it('that has no end is refused at once', () => {
    const loop: Record<string, unknown> = {};
    Object.assign(loop, { all: [loop, loop], any: [loop], not: loop, left: loop, right: loop });
    const sum: Record<string, unknown> = {};
    Object.assign(sum, { plus: [sum, sum], with: [sum], first: [sum] });
    for (const when of [loop, { not: loop }, { left: sum, is: '=', right: sum }]) {
      const result = safeParseRulePack(replaced(lending, ['rules', 0, 'when'], when));
      expect(result.status).toBe('invalid');
    }
  });

  it.each<readonly [when: unknown, code: string, path: string, expected: string]>([
    [{ holds: ['x'] }, 'invalid-type', 'when.holds', 'a text'],
    [{ not: [] }, 'invalid-type', 'when.not', 'an object'],
    [null, 'missing-value', 'when', 'an object'],
    [
      { left: 1, is: 'above', right: 2 },
      'unknown-value',
      'when.is',
      'one of <, <=, =, !=, >=, >, in, includes, overlaps',
    ],
    [
      { left: null, is: '=', right: 2 },
      'missing-value',
      'when.left',
      'a finite number or a text or true or false or an object',
    ],
    [
      { left: { days: ['2026-01-01'] }, is: '=', right: 2 },
      'length-mismatch',
      'when.left.days',
      'a list of at least 2',
    ],
    [{ left: { call: 'f' }, is: '=', right: 2 }, 'missing-value', 'when.left.with', 'a list'],
    [
      { left: 1, is: 'in', right: [{}] },
      'invalid-type',
      'when.right[0]',
      'a finite number or a text or true or false',
    ],
  ])('that is none is refused with what it could be: %j', (when, code, path, expected) => {
    const result = safeParseRulePack(replaced(lending, ['rules', 0, 'when'], when));
    expect(result).toMatchObject({
      issues: [{ code, path: `pack.rules[0].${path}`, expected }],
    });
  });
});

describe('a pack that is damaged in one place', () => {
  type Place = readonly [path: readonly (string | number)[], value: unknown];
  const placesIn = (value: unknown, path: Place[0] = []): readonly Place[] => {
    if (typeof value !== 'object' || value === null) return [[path, value]];
    const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return [[path, value], ...inside.flatMap(([key, entry]) => placesIn(entry, [...path, key]))];
  };
  // The compiler leaves these to whoever reads them.
  const leftOpen = /cases,\d+,facts|default|change,values|candidates/;
  const places = placesIn(full).filter(([path]) => path.length > 0 && !leftOpen.test(path.join()));
  // Constants in a list stand on the right of a comparison alone, so a list of them fits nowhere else.
  const isConstants = (value: unknown): boolean =>
    Array.isArray(value) && value.some((entry) => typeof entry !== 'object');
  const parts = placesIn(full.rules).map(([, value]) => value);
  const damage = fc.oneof(
    fc.constantFrom(...parts.filter((value) => !isConstants(value))),
    fc.constantFrom(undefined, '', 0, -1, 1.5, true, [], {}, '2026-02-30', { a: 1 }),
  );

  it('is read if it can be compiled, and comes to the same pack', () => {
    let compiled = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), damage, ([at], value) => {
        const damaged = viaJson(replaced(full, at, value)) as RulePack;
        let hash: string;
        try {
          hash = compilePack(damaged, least).hash;
        } catch (error) {
          expect(error).toBeInstanceOf(AptfolioError);
          return;
        }
        compiled += 1;
        expect(compilePack(parseRulePack(damaged), least).hash).toBe(hash);
      }),
      { numRuns: 1000 },
    );
    expect(compiled).toBeGreaterThan(50);
  });
});

describe('facts', () => {
  it('decide as they do without having been read', () => {
    const pack = compilePack(parseRulePack(lending));
    for (const { facts, asOf, expect: expected } of parseGoldenCases(lending.cases)) {
      const { status } = decide(pack, parseRuleFacts(viaJson(facts)), { asOf });
      expect(status).toBe(expected.status);
    }
  });

  it('show nothing that concerns the person in a fault', () => {
    const secret = {
      'client.age': { value: 'secret', observedOn: 'secret' },
      'client.name': { secret: 1 },
    };
    const result = safeParseRuleFacts(secret);
    expect(result).toMatchObject({ status: 'invalid' });
    expect(JSON.stringify(result)).not.toMatch(/"secret"/);
    expect(() => parseRuleFacts(secret)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("'secret'") }),
    );
  });
});

describe('a decision that comes back from a store', () => {
  it('is the one that was made, under whatever pack', () => {
    let decisions = 0;
    for (const pack of packs) {
      const compiled = compilePack(pack);
      // Some cases need the facts of other packs too.
      const own = (pack.cases ?? []).filter(({ facts }) =>
        Object.keys(facts).every((name) => Object.hasOwn(pack.facts, name)),
      );
      for (const { facts, asOf } of own.slice(0, 8)) {
        const decision = decide(compiled, facts, { asOf, everything: true });
        expect(parseRuleDecision(viaJson(decision))).toEqual(decision);
        decisions += 1;
      }
    }
    expect(decisions).toBeGreaterThan(60);
  });
});

describe('the JSON Schema of a pack', () => {
  it('describes a condition once, by reference to itself', () => {
    const schema = jsonSchema('rule-pack') as { readonly $defs: Readonly<Record<string, unknown>> };
    const texts = Object.values(schema.$defs).map((part) => JSON.stringify(part));
    const conditions = texts.filter((text) => text.includes('"stale"'));
    expect(conditions).toHaveLength(1);
    expect(conditions[0]).toContain('"$ref":"#/$defs/');
    expect(JSON.stringify(schema).length).toBeLessThan(40_000);
  });
});
