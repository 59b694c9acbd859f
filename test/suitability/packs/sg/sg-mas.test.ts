import { compilePack, decide, PERMITTED_STATUSES, type RuleFacts } from 'aptfolio/rules';
import { sgMas } from 'aptfolio/suitability/packs/sg';
import { describe, expect, it } from 'vitest';

const compiled = compilePack(sgMas);
const cases = sgMas.cases ?? [];

function without(facts: RuleFacts, name: string): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([other]) => other !== name));
}

/** Where a rule stands in each of the cases in which it is in force. */
function standingsOf(rule: string): ReadonlySet<string> {
  return new Set(
    cases.flatMap(({ facts, asOf }) =>
      decide(compiled, facts, { asOf, everything: true })
        .findings.filter((finding) => finding.rule === rule)
        .map(({ standing }) => standing),
    ),
  );
}

describe('the rules of Singapore', () => {
  it.each(cases.map((example) => [example.id, example.why, example] as const))(
    'decide %s as worked out by hand: %s',
    (_id, _why, { facts, asOf, expect: expected }) => {
      const { status, deciding } = decide(compiled, facts, { asOf });
      expect({ status, deciding }).toEqual(expected);
    },
  );

  it.each(sgMas.rules.map(({ id, satisfiedBy }) => [id, satisfiedBy !== undefined] as const))(
    'have a case in which %s matters and one in which it does not, and a fulfilled one: %s',
    (id, canBeFulfilled) => {
      const standings = standingsOf(id);
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
      ...sgMas.rules.flatMap((rule) => rule.citations),
      ...Object.values(sgMas.parameters ?? {}).flatMap(({ history }) =>
        history.map(({ citation }) => citation),
      ),
      ...(sgMas.retention ?? []).flatMap((rule) => rule.citations),
    ];
    for (const { verified, address } of citations) {
      if (verified) expect(address).toMatch(/^https?:\/\//);
    }
    expect(sgMas.rules.every((rule) => rule.citations.length > 0)).toBe(true);
  });

  it.each([
    ['life-policy', 'increase', ['SG-free-look'], 14],
    ['unit-trust', 'increase', ['SG-cancellation'], 7],
    ['other', 'increase', [], undefined],
    ['life-policy', 'reduce', [], undefined],
    ['unit-trust', 'reduce', [], undefined],
  ])('tell a client with a %s (%s) of second thoughts: %j', (kind, effect, rules, days) => {
    const facts = { ...cases[0]?.facts, 'sg.product.kind': kind, 'order.effect': effect };
    const { findings } = decide(compiled, facts, { asOf: '2026-03-02' });
    const told = findings.filter(
      ({ outcome, standing }) => outcome === 'info' && standing === 'fired',
    );
    expect(told.map(({ rule }) => rule)).toEqual(rules);
    expect(Object.values(told[0]?.parameters ?? {})[0]).toBe(days);
  });
});
