import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import { compilePack, type RulePack } from '../../src/rules/index.js';
import { applyOverride, assessSuitability, type Override } from '../../src/suitability/index.js';
import { expectRefusal } from '../refusal.js';
import { AS_OF, changed, SALE_PACKS } from './support.js';

const packs = [compilePack(lending as unknown as RulePack)];
const asOf = '2026-03-02';
const over = { client: { age: 30, income: 100000 }, loan: { amount: 50000 } } as const;
const assessment = assessSuitability({ facts: over }, { packs, asOf });

const ANNA = { id: 'E-204', role: 'credit-officer' } as const;
const BEN = { id: 'E-007', role: 'credit-officer' } as const;
const override: Override = {
  rule: 'LEND-INCOME',
  decision: 'set-aside',
  by: ANNA,
  on: asOf,
  reason: 'A bonus is paid in March.',
  evidence: { 'income-proof': 'DOC-17' },
  second: BEN,
};

const apply = (one: Partial<Override>, to = assessment) =>
  applyOverride(to, { ...override, ...one }, { packs });
const codes = (result: ReturnType<typeof apply>) =>
  result.status === 'refused' ? result.reasons.map(({ code }) => code) : [];

/** The assessment after an override that must be applied. */
function applied(one: Partial<Override>, to = assessment) {
  const result = apply(one, to);
  if (result.status === 'refused') throw new Error(codes(result).join());
  return result.assessment;
}

describe('applyOverride', () => {
  it('sets a rule aside and decides again, leaving evidence', () => {
    expect(assessment.status).toBe('block');
    const after = applied({});
    expect(after.status).toBe('allow-with-evidence');
    expect(after.decision.standings['LEND-INCOME']).toBe('overridden');
    expect(after.decision.deciding).toEqual(['LEND-INCOME']);
    expect(after.overrides).toEqual([override]);
    expect(assessment.overrides).toEqual([]);
  });

  it.each([
    [{ by: { id: 'E-300', role: 'adviser' } }, ['suitability.override-role']],
    [{ evidence: {} }, ['suitability.override-evidence']],
    [{ second: undefined }, ['suitability.override-second']],
    [{ second: ANNA }, ['suitability.override-second']],
    [{ second: { id: 'E-300', role: 'adviser' } }, ['suitability.override-second']],
    [
      { by: { id: 'E-300', role: 'adviser' }, evidence: {}, second: undefined },
      ['suitability.override-role', 'suitability.override-evidence', 'suitability.override-second'],
    ],
    [{ rule: 'LEND-AGE' }, ['suitability.override-idle']],
    [{ rule: 'NOBODY' }, ['suitability.override-idle']],
    [{ decision: 'uphold' }, ['suitability.override-idle']],
  ] as const)('refuses %j', (one, expected) => {
    expect(codes(apply(one as Partial<Override>))).toEqual(expected);
  });

  it('refuses to set aside what nobody may, with the law', () => {
    const young = assessSuitability(
      { facts: { client: { age: 17 }, loan: { amount: 1 } } },
      { packs, asOf },
    );
    expect(codes(apply({ rule: 'LEND-AGE' }, young))).toEqual(['suitability.override-forbidden']);
    const above = changed({ product: { issuerRisk: 'R4', sellerRisk: 'R4' } });
    const sale = assessSuitability({ facts: above }, { packs: SALE_PACKS, asOf: AS_OF });
    const result = applyOverride(
      sale,
      { ...override, rule: 'CN-NFRA-12', on: AS_OF },
      { packs: SALE_PACKS },
    );
    expect(result.status).toBe('refused');
    if (result.status !== 'refused') return;
    expect(result.reasons[0]?.code).toBe('suitability.override-forbidden');
    expect(result.reasons[0]?.citations[0]?.article).toMatch(/^12/);
  });

  it('refuses to set aside what is unknown: a missing fact is no yes', () => {
    const open = assessSuitability(
      { facts: { client: { age: 30 }, loan: { amount: 50000 } } },
      { packs, asOf },
    );
    expect(open.status).toBe('undetermined');
    expect(codes(apply({}, open))).toEqual(['suitability.override-unknown']);
  });

  it('keeps two people who override each other in order, and the latest counts', () => {
    const first = applied({});
    const back: Partial<Override> = {
      decision: 'uphold',
      by: BEN,
      reason: 'The bonus is not certain.',
      on: '2026-03-03',
    };
    const second = applied(back, first);
    expect(second.status).toBe('block');
    expect(second.overrides.map(({ by, decision }) => [by.id, decision])).toEqual([
      ['E-204', 'set-aside'],
      ['E-007', 'uphold'],
    ]);
    const third = applied({ on: '2026-03-04' }, second);
    expect(third.status).toBe('allow-with-evidence');
    expect(third.overrides).toHaveLength(3);
    expectRefusal(() => apply({ on: '2026-03-01' }, third), 'inconsistent', 'override.on');
  });

  it('needs the packs under which the case was assessed', () => {
    const next = [compilePack({ ...lending, version: '2' } as unknown as RulePack)];
    expectRefusal(
      () => applyOverride(assessment, override, { packs: next }),
      'inconsistent',
      'options.packs',
    );
  });

  it.each([
    [{ reason: '' }, 'empty', 'override.reason'],
    [{ on: '2026-02-30' }, 'invalid-date', 'override.on'],
    [{ decision: 'allow' }, 'unknown-value', 'override.decision'],
    [{ by: { id: 'E' } }, 'missing-value', 'override.by.role'],
    [{ evidence: { 'income-proof': 7 } }, 'invalid-type', 'override.evidence["income-proof"]'],
  ] as const)('refuses the malformed override %j', (one, code, path) => {
    expectRefusal(() => apply(one as never), code, path);
  });
});
