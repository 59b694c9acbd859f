import {
  type CompiledPack,
  compilePack,
  decide,
  PERMITTED_STATUSES,
  type RuleFacts,
} from 'aptfolio/rules';
import { auCorporations } from 'aptfolio/suitability/packs/au';
import { hkSfc } from 'aptfolio/suitability/packs/hk';
import { sgMas } from 'aptfolio/suitability/packs/sg';
import { ukCobs } from 'aptfolio/suitability/packs/uk';
import { usRegBi } from 'aptfolio/suitability/packs/us';
import { describe, expect, it } from 'vitest';

const PACKS = [
  ['Australia', auCorporations],
  ['Hong Kong', hkSfc],
  ['Singapore', sgMas],
  ['the United Kingdom', ukCobs],
  ['the United States', usRegBi],
] as const;

function without(facts: RuleFacts, name: string): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([other]) => other !== name));
}

/** Where a rule stands in each of the cases in which it is in force. */
function standingsOf(rule: string, compiled: CompiledPack): ReadonlySet<string> {
  const cases = compiled.pack.cases ?? [];
  return new Set(
    cases.flatMap(({ facts, asOf }) => decide(compiled, facts, { asOf }).standings[rule] ?? []),
  );
}

describe.each(PACKS)('the rules of %s', (_country, pack) => {
  const compiled = compilePack(pack);
  const cases = pack.cases ?? [];

  it.each(cases.map((example) => [example.id, example.why, example] as const))(
    'decide %s as worked out by hand: %s',
    (_id, _why, { facts, asOf, expect: expected }) => {
      const { status, deciding } = decide(compiled, facts, { asOf });
      expect({ status, deciding }).toEqual(expected);
    },
  );

  it.each(pack.rules.map(({ id, satisfiedBy }) => [id, satisfiedBy !== undefined] as const))(
    'have a case in which %s matters and one in which it does not, and a fulfilled one: %s',
    (id, canBeFulfilled) => {
      const standings = standingsOf(id, compiled);
      expect(standings).toContain('fired');
      expect(standings.has('not-met') || standings.has('out-of-scope')).toBe(true);
      expect(standings.has('satisfied')).toBe(canBeFulfilled);
    },
  );

  it('never let through because a fact is missing what they stop when it is known', () => {
    const stopped = cases.filter(({ expect: { status } }) => !PERMITTED_STATUSES.includes(status));
    expect(stopped.length).toBeGreaterThan(0);
    for (const { id, facts, asOf } of stopped) {
      for (const name of Object.keys(facts)) {
        const { status } = decide(compiled, without(facts, name), { asOf });
        expect(PERMITTED_STATUSES, `${id} without ${name}`).not.toContain(status);
      }
    }
  });

  it('say of every text that counts as read where it was read', () => {
    const citations = [
      ...pack.rules.flatMap((rule) => rule.citations),
      ...Object.values(pack.parameters ?? {}).flatMap(({ history }) =>
        history.map(({ citation }) => citation),
      ),
      ...(pack.retention ?? []).flatMap((rule) => rule.citations),
    ];
    for (const { verified, address } of citations) {
      if (verified) expect(address).toMatch(/^https?:\/\//);
    }
    expect(pack.rules.every((rule) => rule.citations.length > 0)).toBe(true);
  });
});
