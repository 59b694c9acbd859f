import { describe, expect, it } from 'vitest';
import { assessSuitability, type SuitabilityCase } from '../../src/suitability/index.js';
import { expectRefusal } from '../refusal.js';
import { AS_OF, changed, SALE_PACKS, SUITABLE } from './support.js';

const options = { packs: SALE_PACKS, asOf: AS_OF } as const;
const R4 = { issuerRisk: 'R4', sellerRisk: 'R4' } as const;
const insisting = {
  clientInsists: true,
  toldUnsuitable: true,
  writtenWarning: true,
  insistsAfterWarning: true,
  specialCare: true,
} as const;

const assess = (facts: SuitabilityCase['facts'], more: Omit<SuitabilityCase, 'facts'> = {}) =>
  assessSuitability({ ...more, facts }, options);

describe('assessSuitability', () => {
  it('lets a C3 client buy R3, and takes the law from the issuer', () => {
    const assessment = assess(SUITABLE);
    expect(assessment.status).toBe('allow');
    expect(assessment.facts['product.regime']).toEqual({
      value: 'nfra-investment',
      source: 'product.issuerKind',
    });
    expect(assessment.considered).toHaveLength(1);
  });

  it('stops a C3 client at R4 under the order of the NFRA, whatever the client insists on', () => {
    const facts = changed({ product: R4, order: insisting });
    const assessment = assess(facts);
    expect(assessment.status).toBe('block');
    expect(assessment.decision.deciding).toEqual(['CN-NFRA-12']);
  });

  it('lets the same client insist on a fund, after the special written warning', () => {
    const fund = { ...R4, issuerKind: 'fund-manager' };
    const assessment = assess(changed({ product: fund, order: insisting }));
    expect(assessment.status).toBe('allow-with-evidence');
    expect(assessment.decision.deciding).toEqual(['CN-CSRC-19', 'CN-CSRC-20']);
    const lowest = changed({
      client: { lowestCategory: true, riskLevel: 'C1' },
      product: fund,
      order: insisting,
    });
    expect(assess(lowest).decision.deciding).toEqual(['CN-CSRC-22(5)']);
  });

  it('asks every law that may apply where the issuer is unknown, takes the strictest and says so', () => {
    const facts = changed({ product: { ...R4, issuerKind: undefined }, order: insisting });
    const assessment = assess(facts);
    expect(assessment.status).toBe('block');
    expect(assessment.decision.deciding).toEqual(['CN-NFRA-12']);
    // Whether the client is professional is said under one law; it counts under none while the law is open.
    expect(
      assessment.considered.map(({ assumed, status }) => [assumed['product.regime'], status]),
    ).toEqual([
      ['csrc', 'undetermined'],
      ['nfra-insurance', 'undetermined'],
      ['nfra-investment', 'block'],
    ]);
    expect(assessment.facts['client.professional']).toBe(false);
    const codes = assessment.notices.map(({ code }) => code);
    expect(codes).toContain('suitability.unknown-law');
    expect(codes).toContain('suitability.law-not-at-hand');
  });

  it('does not take a law of which no pack is at hand for a yes', () => {
    const fund = changed({ product: { issuerKind: 'fund-manager' } });
    const [nfra] = SALE_PACKS;
    if (nfra === undefined) throw new Error('no pack');
    const alone = assessSuitability({ facts: fund }, { packs: [nfra], asOf: AS_OF });
    expect(alone.decision.status).toBe('allow');
    expect(alone.status).toBe('undetermined');
    expect(alone.notices.map(({ code }) => code)).toContain('suitability.law-not-at-hand');
    expect(assess(fund).status).toBe('allow');
  });

  it('takes a law that was looked for in vain for one that is unknown', () => {
    const facts = changed({ product: { ...R4, issuerKind: undefined, regime: null } });
    const assessment = assess(facts);
    expect(assessment.considered).toHaveLength(3);
    expect(assessment.status).toBe('block');
    const within = assess(changed({ product: { issuerKind: undefined, regime: null } }));
    expect(within.status).toBe('undetermined');
  });

  it('refuses a law that is not that of the issuer', () => {
    const facts = changed({ product: { issuerKind: 'fund-manager', regime: 'nfra-investment' } });
    expectRefusal(() => assess(facts), 'inconsistent', 'facts["product.regime"]');
  });

  it.each(['client', 'product'] as const)('reads facts by group or by whole name: %s', (group) => {
    const flat = Object.fromEntries(
      Object.entries(SUITABLE[group]).map(([name, value]) => [`${group}.${name}`, value]),
    );
    const { [group]: _, ...others } = SUITABLE;
    expect(assess({ ...others, ...flat })).toEqual(assess(SUITABLE));
  });

  it('never lets level or expiry stand against a sale, nor against a switch to lower risk', () => {
    const facts = changed({ client: { assessedOn: '2024-01-01', riskLevel: 'C1' }, product: R4 });
    expect(assess(facts).status).toBe('block');
    expect(assess(facts, { action: 'sell' }).status).toBe('allow');
    const replaces = (rating: 'R4' | 'R5') => ({ issuerRisk: 'R1', sellerRisk: rating }) as const;
    expect(assess(facts, { action: 'switch', replaces: replaces('R5') }).status).toBe('allow');
    expect(assess(facts, { action: 'switch', replaces: replaces('R4') }).status).toBe('block');
    expect(assess(facts, { action: 'switch', replaces: { issuerRisk: 'R5' } }).status).toBe(
      'block',
    );
    expect(assess(facts, { action: 'switch' }).status).toBe('block');
  });

  it('says so where a purchase counts as lowering the risk, and not where something is only sold', () => {
    const facts = changed({ product: R4 });
    const codes = (given: ReturnType<typeof assess>) => given.notices.map(({ code }) => code);
    const replaces = { issuerRisk: 'R5', sellerRisk: 'R5' } as const;
    expect(codes(assess(facts, { action: 'switch', replaces }))).toContain(
      'suitability.reduction-stated',
    );
    expect(codes(assess(changed({ product: R4, order: { effect: 'reduce' } })))).toContain(
      'suitability.reduction-stated',
    );
    expect(codes(assess(facts, { action: 'sell' }))).not.toContain('suitability.reduction-stated');
  });

  it('takes a switch of more than the old product brings for a purchase, and a switch for one by every other rule', () => {
    const facts = changed({ client: { riskLevel: 'C1' }, product: R4, order: { amount: 1000 } });
    const replaces = (amount: number) => ({ issuerRisk: 'R5', sellerRisk: 'R5', amount }) as const;
    expect(assess(facts, { action: 'switch', replaces: replaces(1000) }).status).toBe('allow');
    expect(assess(facts, { action: 'switch', replaces: replaces(999) }).status).toBe('block');
    const incapable = changed({ client: { civilCapacity: 'none' }, product: R4 });
    const switched = assess(incapable, {
      action: 'switch',
      replaces: { issuerRisk: 'R5', sellerRisk: 'R5' },
    });
    expect(switched.decision.deciding).toEqual(['CN-NFRA-19']);
    expect(assess(incapable, { action: 'sell' }).status).toBe('allow');
  });

  it('asks for a missing fact, and tells it from one that was refused', () => {
    const { assessedOn: _, ...client } = SUITABLE.client;
    const asked = assess({ ...SUITABLE, client });
    expect(asked.status).toBe('undetermined');
    expect(asked.decision.missing.map(({ fact, gap }) => [fact, gap])).toEqual([
      ['client.assessedOn', 'absent'],
    ]);
    const never = assess(changed({ client: { riskLevel: null } }));
    expect(never.status).toBe('block');
    expect(never.decision.deciding).toEqual(['CN-NFRA-28']);
  });

  it.each([
    [{ facts: { client: { riskLevel: 'C6' } } }, 'invalid-type', 'facts["client.riskLevel"]'],
    [{ facts: { client: { riskLevel: 6 } } }, 'out-of-range', 'facts["client.riskLevel"]'],
    [{ facts: { client: { level: 3 } } }, 'unknown-id', 'facts["client.level"]'],
    [
      { facts: { client: { riskLevel: 3 }, 'client.riskLevel': 3 } },
      'duplicate-id',
      'case.facts["client.riskLevel"]',
    ],
    [{ facts: {}, action: 'hold' }, 'unknown-value', 'case.action'],
    [{ facts: {}, replaces: { issuerRisk: 'R3' } }, 'inconsistent', 'case.action'],
    [
      { facts: {}, action: 'switch', replaces: { issuerRisk: 'R6' } },
      'unknown-value',
      'case.replaces.issuerRisk',
    ],
    [
      { facts: { order: { effect: 'increase' } }, action: 'sell' },
      'inconsistent',
      'case.facts.order.effect',
    ],
    [{}, 'missing-value', 'case.facts'],
    [undefined, 'missing-value', 'case'],
  ] as const)('refuses %j', (given, code, path) => {
    expectRefusal(() => assessSuitability(given as never, options), code, path);
  });

  it('does not change its arguments, freezes its result and gives the same bytes twice', () => {
    const facts = structuredClone(SUITABLE);
    const first = assess(facts);
    expect(facts).toEqual(SUITABLE);
    expect(
      Object.isFrozen(first) && Object.isFrozen(first.facts) && Object.isFrozen(first.considered),
    ).toBe(true);
    expect(JSON.stringify(assess(facts))).toBe(JSON.stringify(first));
  });
});
