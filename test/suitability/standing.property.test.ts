import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePack,
  DECISION_STATUSES,
  decide,
  findCounterfactuals,
  PERMITTED_STATUSES,
  type RuleDecision,
  type RuleFacts,
  type RulePack,
  screen,
} from '../../src/rules/index.js';
import { assessSuitability, recordDecision, replay } from '../../src/suitability/index.js';
import { cnCsrc, cnNfra } from '../../src/suitability/packs/cn/index.js';
import { euSuitability } from '../../src/suitability/packs/eu/index.js';
import { policyPack } from '../../src/suitability/packs/policy/index.js';
import { ukCobs } from '../../src/suitability/packs/uk/index.js';
import { randomFacts } from './random-facts.js';
import { AS_OF, SALE_PACKS } from './support.js';

const facts = randomFacts(SALE_PACKS);
const under = (given: RuleFacts): RuleDecision => decide(SALE_PACKS, given, { asOf: AS_OF });
const isPermitted = ({ status }: RuleDecision): boolean => PERMITTED_STATUSES.includes(status);

/** Decisions in the order of rising risk. */
function expectNoPassAfterBlock(decisions: readonly RuleDecision[]): void {
  const blocked = decisions.findIndex(({ status }) => status === 'block');
  const after = blocked < 0 ? [] : decisions.slice(blocked);
  expect(after.filter(isPermitted)).toEqual([]);
}

describe('under the Chinese sale packs', () => {
  it('a riskier product never turns a block into a pass', () => {
    const name = fc.constantFrom('product.issuerRisk', 'product.sellerRisk');
    fc.assert(
      fc.property(facts, name, (given, rating) => {
        expectNoPassAfterBlock(
          [1, 2, 3, 4, 5].map((value) => under({ ...given, [rating]: value })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('a lower level of the client never turns a block into a pass', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expectNoPassAfterBlock(
          [5, 4, 3, 2, 1].map((level) => under({ ...given, 'client.riskLevel': level })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('a fact that is left out never turns a block, an open duty or an open question into a pass', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (given, pick) => {
        const names = Object.keys(given);
        const name = names[pick % names.length];
        if (name === undefined || name === 'order.effect') return;
        const { [name]: _, ...fewer } = given;
        if (isPermitted(under(fewer))) expect(isPermitted(under(given))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('selling is never stopped', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const sale = { ...given, 'order.effect': 'reduce', 'order.acquires': false };
        expect(under(sale).status).not.toBe('block');
      }),
      { numRuns: 300 },
    );
  });

  it('a policy beside the law never makes an answer milder', () => {
    const policy = compilePack({
      id: 'house',
      version: '1',
      title: { 'zh-Hans': '行内规定', 'zh-Hant': '行內規定', en: 'House policy' },
      kind: 'policy',
      inForce: { from: '2026-01-01' },
      facts: {},
      rules: [],
      messages: {},
      tightens: {
        'cn-nfra': {
          parameters: {
            validMonths: [
              {
                from: '2026-01-01',
                value: 4,
                citation: { instrument: 'House policy', article: '1', verified: true },
              },
            ],
          },
        },
        'cn-csrc': { outcomes: { 'CN-CSRC-19': 'block' } },
      },
    } satisfies RulePack);
    const rank = ({ status }: RuleDecision): number => DECISION_STATUSES.indexOf(status);
    fc.assert(
      fc.property(facts, (given) => {
        const stricter = decide([...SALE_PACKS, policy], given, { asOf: AS_OF });
        expect(rank(stricter)).toBeGreaterThanOrEqual(rank(under(given)));
      }),
      { numRuns: 300 },
    );
  });

  it('screening comes to what deciding comes to, case by case', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 40 }), (rows) => {
        const screening = screen(SALE_PACKS, rows, { asOf: AS_OF });
        const decisions = rows.map(under);
        expect(rows.map((_, row) => screening.statusOf(row))).toEqual(
          decisions.map(({ status }) => status),
        );
        const fired = decisions.map(({ standings }) =>
          Object.keys(standings)
            .filter((id) => standings[id] === 'fired')
            .sort(),
        );
        const hits = rows.map((_, row) =>
          screening
            .firedAt(row)
            .filter(({ standing }) => standing === 'fired')
            .map(({ rule }) => rule)
            .sort(),
        );
        expect(hits).toEqual(fired);
      }),
      { numRuns: 50 },
    );
  });

  it('what is recorded is replayed to the same bytes, whatever the order of facts and packs', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const options = { packs: SALE_PACKS, asOf: AS_OF } as const;
        const record = recordDecision(assessSuitability({ facts: given }, options));
        expect(replay(record, { packs: [...SALE_PACKS].reverse() })).toEqual({ status: 'same' });
        const backwards = Object.fromEntries(Object.entries(given).reverse()) as RuleFacts;
        const again = assessSuitability(
          { facts: backwards },
          { ...options, packs: [...SALE_PACKS].reverse() },
        );
        expect(recordDecision(again).hash).toBe(record.hash);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a pack', () => {
  it('is frozen throughout, so that no part of a program changes the law for another', () => {
    const thawed = (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      (!Object.isFrozen(value) || Object.values(value).some(thawed));
    expect([cnNfra, cnCsrc, euSuitability, ukCobs, policyPack].filter(thawed)).toEqual([]);
  });

  it('advises nobody to assess a client again whom nobody may assess again', () => {
    const expired = { 'client.assessedOn': '2025-01-10' } as const;
    const base = SALE_PACKS[0]?.pack.cases?.find(({ id }) => id === 'N11')?.facts ?? {};
    const { asOf: _, ...given } = { ...base, ...expired } as RuleFacts;
    const changes = (assessmentsToday: number) =>
      findCounterfactuals(
        SALE_PACKS,
        { ...given, 'history.assessmentsToday': assessmentsToday },
        { asOf: AS_OF },
      );
    const again = changes(1);
    expect(again.status === 'found' && again.changes[0]?.changes[0]?.fact).toBe(
      'client.assessedOn',
    );
    expect(changes(2).status).toBe('none');
  });
});
