import { describe, expect, it } from 'vitest';
import type { LocalisedText } from '../../../../src/evidence/index.js';
import {
  compilePack,
  decide,
  type GoldenCase,
  PERMITTED_STATUSES,
  type RulePack,
} from '../../../../src/rules/index.js';

/**
 * What every pack on conduct must keep: its hand-worked cases, and that these show each rule at work and at rest. `freedByLaw` lists
 * the cases in which the law itself lets pass what nobody knows, as `case without fact`.
 */
export function describePack(data: RulePack, freedByLaw: readonly string[] = []): void {
  const pack = compilePack(data);
  const cases = data.cases ?? [];

  describe(data.id, () => {
    for (const golden of cases) {
      it(`${golden.id}: ${golden.why}`, () => {
        const { asOf, facts, expect: wanted } = golden;
        const { status, deciding } = decide([pack], facts, { asOf });
        expect({ status, deciding }).toEqual(wanted);
      });
    }

    it('has, for each rule, a case in which it bites and one in which it is in force and does not', () => {
      const shown = cases.flatMap((golden) => standingsOf(golden));
      const missing = data.rules.flatMap(({ id, outcome, satisfiedBy }) => {
        const standings = new Set(shown.filter(([rule]) => rule === id).map(([, at]) => at));
        const rests = ['not-met', 'out-of-scope', 'satisfied'].some((at) => standings.has(at));
        const fulfilled =
          outcome !== 'require' || satisfiedBy === undefined || standings.has('satisfied');
        return standings.has('fired') && rests && fulfilled ? [] : [id];
      });
      expect(missing).toEqual([]);
    });

    it('never permits what it did not permit, when something is no longer known', () => {
      const asked = Object.keys(data.facts).filter(
        (name) => data.facts[name]?.default !== undefined,
      );
      const freed = cases.flatMap(({ id, asOf, facts, expect: { status } }) => {
        if (PERMITTED_STATUSES.includes(status)) return [];
        return Object.keys(facts)
          .filter((name) => !asked.includes(name))
          .filter((name) =>
            PERMITTED_STATUSES.includes(decide([pack], omit(facts, name), { asOf }).status),
          )
          .map((name) => `${id} without ${name}`);
      });
      expect(freed).toEqual(freedByLaw);
    });

    it('permits no sale of which nobody has said anything', () => {
      const { status } = decide([pack], {}, { asOf: '2026-06-15' });
      expect(PERMITTED_STATUSES).not.toContain(status);
    });

    it('says everything in three languages, without a gap left by the writer', () => {
      const texts = [data.title, ...Object.values(data.messages)].flatMap((text) =>
        Object.values(text),
      );
      const named = [data.facts, data.terms ?? {}, data.parameters ?? {}].flatMap(
        (group): readonly { readonly label: LocalisedText }[] => Object.values(group),
      );
      const labels = named.flatMap(({ label }) => Object.values(label));
      expect([...texts, ...labels].filter((text) => /§|\s$|^\s/.test(text))).toEqual([]);
    });
  });

  function standingsOf({ asOf, facts }: GoldenCase): readonly (readonly [string, string])[] {
    const { findings } = decide([pack], facts, { asOf, everything: true });
    return findings.map(({ rule, standing }) => [rule, standing] as const);
  }
}

/** The facts without one of them. */
function omit(facts: GoldenCase['facts'], name: string): GoldenCase['facts'] {
  return Object.fromEntries(Object.entries(facts).filter(([other]) => other !== name));
}
