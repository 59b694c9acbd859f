import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import {
  type Counterfactual,
  compilePack,
  type DecisionStatus,
  decide,
  type FactValue,
  findCounterfactuals,
  type GoldenCase,
  PERMITTED_STATUSES,
  type RulePack,
} from '../../src/rules/index.js';
import { cnNfra } from '../../src/suitability/packs/cn/index.js';
import { euSuitability } from '../../src/suitability/packs/eu/index.js';
import { policyPack } from '../../src/suitability/packs/policy/index.js';
import { ukCobs } from '../../src/suitability/packs/uk/index.js';

type Changes = Readonly<Record<string, FactValue>>;

const changesOf = ({ changes }: Counterfactual): Changes =>
  Object.fromEntries(changes.map(({ fact, value }) => [fact, value as FactValue]));

/** The pack in which some terms are facts, so that a value can be given to them. */
function withFacts(pack: RulePack, names: readonly string[]): RulePack {
  const { terms = {} } = pack;
  const pinned = names.filter((name) => Object.hasOwn(terms, name));
  const facts = pinned.map((name) => {
    const { label, ...term } = terms[name] as (typeof terms)[string];
    return [name, { type: 'type' in term ? term.type : 'boolean', label }] as const;
  });
  return {
    ...pack,
    facts: { ...pack.facts, ...Object.fromEntries(facts) },
    terms: Object.fromEntries(Object.entries(terms).filter(([name]) => !pinned.includes(name))),
    cases: [],
  };
}

/** Decides a case of the pack with changes, without the search. */
function decideWith(pack: RulePack): (golden: GoldenCase, changes: Changes) => DecisionStatus {
  const compiled = new Map<string, ReturnType<typeof compilePack>>();
  return ({ facts, asOf }, changes) => {
    const names = Object.keys(changes);
    const key = names.filter((name) => Object.hasOwn(pack.terms ?? {}, name)).join();
    const one = compiled.get(key) ?? compilePack(withFacts(pack, names));
    compiled.set(key, one);
    return decide(one, { ...facts, ...changes }, { asOf }).status;
  };
}

const isPermitted = (status: DecisionStatus): boolean => PERMITTED_STATUSES.includes(status);

/** Whether a result is as far on the other side as another. */
function leadsAsFar(
  from: DecisionStatus,
  becomes: DecisionStatus,
  status: DecisionStatus,
): boolean {
  if (isPermitted(from)) return !isPermitted(status);
  return isPermitted(becomes)
    ? isPermitted(status)
    : status !== 'block' && status !== 'undetermined';
}

describe.each([[lending as RulePack], [cnNfra], [euSuitability], [ukCobs], [policyPack]])(
  'in the cases of $id',
  (pack) => {
    const compiled = compilePack(pack);
    const decideCase = decideWith(pack);

    it('every counterfactual turns the decision, no change can be left out, no number is a step too far', () => {
      let looked = 0;
      for (const golden of pack.cases ?? []) {
        const found = findCounterfactuals(compiled, golden.facts, { asOf: golden.asOf });
        if (found.status === 'missing-facts') {
          expect(golden.expect.status).toBe('undetermined');
          continue;
        }
        expect(found.searched.complete).toBe(true);
        for (const one of found.changes) {
          looked += 1;
          const changes = changesOf(one);
          const asFar = (some: Changes): boolean =>
            leadsAsFar(found.from, one.becomes, decideCase(golden, some));
          expect([golden.id, decideCase(golden, changes)]).toEqual([golden.id, one.becomes]);
          expect(asFar({})).toBe(false);
          for (const { fact, is, value } of one.changes) {
            const { [fact]: _, ...others } = changes;
            expect([golden.id, fact, asFar(others)]).toEqual([golden.id, fact, false]);
            if (is === '=') continue;
            // All scales of these packs but that of loans have steps of 1.
            const step = (fact === 'loan.amount' ? 100 : 1) * (is === '<=' ? 1 : -1);
            const less = { ...changes, [fact]: (value as number) + step };
            expect([golden.id, fact, asFar(less)]).toEqual([golden.id, fact, false]);
          }
        }
      }
      expect(looked).toBeGreaterThan(3);
    });
  },
);
