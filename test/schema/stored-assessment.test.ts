import { compilePack } from 'aptfolio/rules';
import * as schema from 'aptfolio/schema';
import {
  applyOverride,
  assessSuitability,
  hashDisclosure,
  recordDecision,
  replay,
  retentionOf,
  type SuitabilityCase,
} from 'aptfolio/suitability';
import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import { AS_OF, SALE_PACKS, SUITABLE } from '../suitability/support.js';

const viaJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const packs = [compilePack(schema.parseRulePack(lending))];
const asOf = '2026-03-02';
const facts = {
  client: { age: 30, income: { value: 100000, source: 'payslip', observedOn: '2026-02-01' } },
  loan: { amount: { currency: 'CNY', amount: '50000.00' } },
} as const;
const override = {
  rule: 'LEND-INCOME',
  decision: 'set-aside',
  by: { id: 'E-204', role: 'credit-officer' },
  on: asOf,
  reason: 'A bonus is paid in March.',
  evidence: { 'income-proof': 'DOC-17' },
  second: { id: 'E-007', role: 'credit-officer' },
} as const;

describe('a case', () => {
  it.each([
    ['in groups', { facts: SUITABLE }],
    [
      'without a word on who issued the product',
      { facts: { ...SUITABLE, product: { issuerRisk: 4 } } },
    ],
    ['that reduces risk', { action: 'sell', facts: SUITABLE }],
    [
      'that replaces a product',
      { action: 'switch', replaces: { issuerRisk: 'R4', sellerRisk: 4 }, facts: SUITABLE },
    ],
    ['by whole names', { facts: { 'client.riskLevel': 2, 'order.effect': 'increase' } }],
  ] as const)('is assessed as it is without having been read: %s', (_, given) => {
    const parsed = schema.parseSuitabilityCase(viaJson(given));
    const options = { packs: SALE_PACKS, asOf: AS_OF } as const;
    expect(assessSuitability(parsed, options)).toEqual(
      assessSuitability(given as SuitabilityCase, options),
    );
  });

  it('shows nothing that concerns the person in a fault', () => {
    const secret = { client: { riskLevel: { value: 3, observedOn: 'secret' } } };
    const result = schema.safeParseSuitabilityCase({ facts: secret });
    const issues = result.status === 'invalid' ? result.issues : [];
    expect(new Set(issues.map(({ path }) => path))).toEqual(
      new Set(['case.facts.client.riskLevel.observedOn']),
    );
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});

describe('an assessment that comes back from a store', () => {
  const assessment = assessSuitability({ facts }, { packs, asOf });
  const stored = schema.parseSuitabilityAssessment(viaJson(assessment));

  it('is the one that was made', () => {
    expect(assessment.decision.deciding).toEqual(['LEND-INCOME']);
    expect(stored).toEqual(assessment);
    expect(retentionOf(stored, { packs })).toEqual(retentionOf(assessment, { packs }));
  });

  it('can be overridden and put on record like the one that was made', () => {
    const result = applyOverride(stored, schema.parseOverride(viaJson(override)), { packs });
    expect(result).toEqual(applyOverride(assessment, override, { packs }));
    if (result.status !== 'applied') throw new Error('was refused');
    const again = schema.parseSuitabilityAssessment(viaJson(result.assessment));
    expect(again.status).toBe('allow-with-evidence');
    expect(recordDecision(again)).toEqual(recordDecision(result.assessment));
  });

  it('of a product whose law is unknown holds every law that was considered', () => {
    const product = { issuerRisk: 4, sellerRisk: 4 };
    const options = { packs: SALE_PACKS, asOf: AS_OF } as const;
    const open = assessSuitability({ facts: { ...SUITABLE, product } }, options);
    expect(open.considered.length).toBeGreaterThan(1);
    expect(schema.parseSuitabilityAssessment(viaJson(open))).toEqual(open);
  });
});

describe('a record that comes back from a store', () => {
  const salt = 'a secret of the bank';
  const personal = compilePack({
    ...schema.parseRulePack(lending),
    facts: {
      ...schema.parseRulePack(lending).facts,
      'client.age': { ...schema.parseRulePack(lending).facts['client.age']!, personal: true },
    },
  });
  const assessment = assessSuitability({ facts }, { packs: [personal], asOf });
  const record = recordDecision(assessment, { personal: 'digest', packs: [personal], salt });

  it('can be made again, digests and all', () => {
    const stored = schema.parseSuitabilityRecord(viaJson(record));
    expect(stored).toEqual(record);
    expect(stored.inputs.facts['client.age']).toEqual({ digest: expect.any(String) });
    const given = { packs: [personal], personal: { 'client.age': 30 }, salt };
    expect(replay(stored, given)).toEqual({ status: 'same' });
  });

  it('is read where it was altered in form, so that the replay can tell', () => {
    const altered = { ...record, outcome: { ...record.outcome, status: 'allow' } };
    const stored = schema.parseSuitabilityRecord(viaJson(altered));
    expect(replay(stored, { packs: [personal], salt }).status).toBe('altered');
  });
});

describe('a disclosure', () => {
  it('has the same hash after it was read, to the last space', () => {
    const disclosure = {
      id: 'D1',
      product: 'P1',
      sections: { risk: { 'zh-Hans': ' 可能亏损本金。\n', en: '' }, fees: { en: '1.5 % a year.' } },
      facts: { riskRating: 'R2', fees: [{ rate: 0.015 }], tells: ['manager'] },
    } as const;
    const parsed = schema.parseDisclosure(viaJson(disclosure));
    expect(parsed).toEqual(disclosure);
    expect(hashDisclosure(parsed)).toBe(hashDisclosure(disclosure));
  });

  it('takes a whole result of a comprehension check', () => {
    const options = { regime: 'csrc', locales: ['en'], asOf } as const;
    const whole = { status: 'passed', attempt: 1, attemptsLeft: 0, right: 1, questions: 1 };
    expect(
      schema.parseDisclosureFactsOptions({ ...options, comprehension: whole }).comprehension,
    ).toEqual({ status: 'passed' });
  });
});
