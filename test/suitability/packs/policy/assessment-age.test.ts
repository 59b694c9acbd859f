import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../../src/dates/index.js';
import { formatMessage } from '../../../../src/evidence/index.js';
import { assessmentValidity } from '../../../../src/questionnaire/index.js';
import {
  compilePack,
  decide,
  findCounterfactuals,
  type RuleDecision,
  type RuleFacts,
} from '../../../../src/rules/index.js';
import {
  makePolicyPack,
  type PolicyOptions,
  policyPack,
} from '../../../../src/suitability/packs/policy/index.js';
import { AS_OF, HOUSE, PURCHASE, without } from './support.js';

const ID = 'POLICY-ASSESSMENT-AGE';

const make = (more: Partial<PolicyOptions> = {}) =>
  makePolicyPack({
    id: 'lake',
    version: '1',
    from: '2020-01-01',
    rules: ['assessment-age'],
    ...more,
  });

/** The rule alone, for a client who is no professional investor. */
const ask = (assessedOn: PlainDate, asOf: PlainDate, pack = make()): RuleDecision['status'] => {
  const facts = { 'client.professional': false, 'client.assessedOn': assessedOn };
  return decide(compilePack(pack), facts, { asOf }).status;
};

const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2020-01-01', days));
const months = fc.integer({ min: 1, max: 120 });

describe('a risk assessment', () => {
  // Civil Code of China, article 202: a month without the corresponding day ends on its last day.
  it('of a leap day counts to the end of February', () => {
    expect(ask('2024-02-29', '2025-02-28')).toBe('allow');
    expect(ask('2024-02-29', '2025-03-01')).toBe('block');
  });

  it('counts for the months that the bank names', () => {
    const half = make({ thresholds: { assessmentMonths: 6 } });
    expect(ask('2025-12-15', '2026-06-15', half)).toBe('allow');
    expect(ask('2025-12-14', '2026-06-15', half)).toBe('block');
  });

  it('counts for the months of the day of the order', () => {
    const steps = [
      { from: '2020-01-01', value: 24 },
      { from: '2026-06-15', value: 12 },
    ] as const;
    const pack = make({ thresholds: { assessmentMonths: steps } });
    expect(ask('2025-06-01', '2026-06-14', pack)).toBe('allow');
    expect(ask('2025-06-01', '2026-06-15', pack)).toBe('block');
  });

  it('counts here as long as it does where questionnaires are scored', () => {
    fc.assert(
      fc.property(day, day, months, (one, other, validMonths) => {
        const [assessedOn, asOf] = one < other ? [one, other] : [other, one];
        const { validThrough } = assessmentValidity(assessedOn, { asOf, validMonths });
        const pack = make({ to: '2100-01-01', thresholds: { assessmentMonths: validMonths } });
        expect(ask(assessedOn, validThrough, pack)).toBe('allow');
        expect(ask(assessedOn, addDays(validThrough, 1), pack)).toBe('block');
        expect(ask(assessedOn, asOf, pack)).toBe(asOf <= validThrough ? 'allow' : 'block');
      }),
      { numRuns: 100 },
    );
  });

  it('stops no more under more months, so that fewer are stricter', () => {
    expect(policyPack.parameters?.assessmentMonths).toMatchObject({
      unit: 'months',
      stricter: 'lower',
    });
    fc.assert(
      fc.property(day, day, months, months, (assessedOn, asOf, one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)].map((assessmentMonths) =>
          ask(assessedOn, asOf, make({ thresholds: { assessmentMonths } })),
        );
        expect([fewer, more]).not.toEqual(['allow', 'block']);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a purchase without a recent risk assessment', () => {
  const NEVER: RuleFacts = { ...PURCHASE, 'client.assessedOn': null };
  const askHouse = (facts: RuleFacts) => decide(HOUSE, facts, { asOf: AS_OF });

  it('can go ahead once the client is assessed', () => {
    const found = findCounterfactuals(HOUSE, NEVER, { asOf: AS_OF });
    if (found.status !== 'found') throw new Error(found.status);
    const [first] = found.changes;
    expect(first?.becomes).toBe('allow');
    expect(first?.changes).toMatchObject([{ fact: 'client.assessedOn', value: AS_OF }]);
  });

  it('is stopped with words that fit whoever was never assessed too', () => {
    const [finding] = askHouse(NEVER).findings;
    const parameters = finding?.parameters ?? {};
    expect(formatMessage(policyPack.messages, ID, 'en', parameters)).toBe(
      'The client’s risk tolerance has not been assessed within the 12-month period that counts: it must be assessed before the purchase.',
    );
    expect(formatMessage(policyPack.messages, ID, 'zh-Hans', parameters)).toBe(
      '客户最近12个月内没有做过风险测评，不能办理；须先测评，再购买。',
    );
  });

  it('cannot be told from one by a professional investor while nobody said which the client is', () => {
    const facts = without(NEVER, 'client.professional');
    const { status, deciding, missing } = askHouse(facts);
    expect({ status, deciding }).toEqual({ status: 'undetermined', deciding: [ID] });
    expect(missing.map(({ fact, gap }) => [fact, gap])).toEqual([
      ['client.professional', 'absent'],
    ]);
    expect(askHouse({ ...facts, 'client.professional': null }).status).toBe('undetermined');
  });

  it('is stopped whatever the level is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (level) => {
        const { status, deciding } = askHouse({ ...NEVER, 'client.riskLevel': level });
        expect(status).toBe('block');
        expect(deciding).toContain(ID);
      }),
    );
  });
});
