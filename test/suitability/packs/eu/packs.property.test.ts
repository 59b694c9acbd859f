import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePack,
  DECISION_STATUSES,
  type GoldenCase,
  PERMITTED_STATUSES,
  prepareDecisions,
  type RuleFacts,
} from '../../../../src/rules/index.js';
import { euAppropriateness, euSuitability } from '../../../../src/suitability/packs/eu/index.js';

const asOf = '2026-06-15';
const decideSuitability = prepareDecisions(compilePack(euSuitability), { asOf });
const decideAppropriateness = prepareDecisions(compilePack(euAppropriateness), { asOf });
const severity = (facts: RuleFacts): number =>
  DECISION_STATUSES.indexOf(decideSuitability(facts).status);
const caseOf = (cases: readonly GoldenCase[] | undefined) =>
  fc.constantFrom(...(cases ?? [])).map(({ facts }) => facts);
const suitabilityCase = caseOf(euSuitability.cases);
const appropriatenessCase = caseOf(euAppropriateness.cases);
const risk = fc.integer({ min: 1, max: 7 });

describe('the European packs', () => {
  it('never get milder when the instrument gets riskier', () => {
    fc.assert(
      fc.property(suitabilityCase, risk, risk, (facts, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = (riskClass: number) => severity({ ...facts, 'instrument.riskClass': riskClass });
        expect(at(high)).toBeGreaterThanOrEqual(at(low));
      }),
    );
  });

  it.each([
    'client.riskTolerance',
    'client.riskCapacity',
    'group.lowestRiskTolerance',
    'group.lowestRiskCapacity',
  ])('never get milder when %s gets lower', (name) => {
    fc.assert(
      fc.property(suitabilityCase, risk, risk, (facts, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = (level: number) => severity({ ...facts, [name]: level });
        expect(at(low)).toBeGreaterThanOrEqual(at(high));
      }),
    );
  });

  it('never turn a case that is not allowed into one that is by forgetting a fact', () => {
    const check = (
      decideOne: (facts: RuleFacts) => { readonly status: string },
      facts: RuleFacts,
      index: number,
    ): void => {
      const names = Object.keys(facts);
      const { [names[index % names.length] as string]: forgotten, ...rest } = facts;
      expect(forgotten).not.toBe(undefined);
      const allowed = (one: RuleFacts): boolean =>
        (PERMITTED_STATUSES as readonly string[]).includes(decideOne(one).status);
      if (!allowed(facts)) expect(allowed(rest)).toBe(false);
    };
    fc.assert(fc.property(suitabilityCase, fc.nat(), (f, i) => check(decideSuitability, f, i)));
    fc.assert(
      fc.property(appropriatenessCase, fc.nat(), (f, i) => check(decideAppropriateness, f, i)),
    );
  });

  it('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(suitabilityCase, (facts) => {
        const turned = Object.fromEntries(Object.entries(facts).reverse());
        expect(decideSuitability(turned)).toEqual(decideSuitability(facts));
      }),
    );
  });
});
