import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../src/evidence/index.js';
import {
  checkTargetMarket,
  productsMessages,
  type TargetClient,
  type TargetMarket,
} from '../../src/products/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const targetMarket: TargetMarket = {
  clientKinds: ['retail', 'professional'],
  minimumKnowledge: 60,
  objectives: ['growth'],
  minimumHorizonYears: 3,
  minimumLossCapacity: 0.2,
  not: ['over-65', 'employees'],
};
const client: TargetClient = {
  kind: 'retail',
  knowledge: 60,
  objective: 'growth',
  horizonYears: 3,
  lossCapacity: 0.2,
  traits: { 'over-65': false, employees: false },
};
const check = (change: Partial<TargetClient>) =>
  checkTargetMarket({ targetMarket }, { ...client, ...change });
const without = (fact: keyof TargetClient): TargetClient => {
  const { [fact]: _, ...rest } = client;
  return rest;
};

describe('the target market', () => {
  it('is met by a client who just meets every criterion', () => {
    expect(check({})).toEqual({ status: 'positive', reasons: [], missing: [] });
  });

  it.each([
    ['another kind of client', { kind: 'institution' }, 'products.target-client-kind'],
    ['less knowledge', { knowledge: 59.9 }, 'products.target-knowledge'],
    ['another objective', { objective: 'income' }, 'products.target-objective'],
    ['a shorter horizon', { horizonYears: 2.9 }, 'products.target-horizon'],
    ['less capacity for loss', { lossCapacity: 0.19 }, 'products.target-loss-capacity'],
    [
      'a trait it excludes',
      { traits: { ...client.traits, 'over-65': true } },
      'products.target-excludes-over-65',
    ],
    [
      'a trait of the bank’s own',
      { traits: { ...client.traits, employees: true } },
      'products.target-excluded',
    ],
  ] as const)('is missed with %s', (_, change, code) => {
    const { status, reasons } = check(change);
    expect(status).toBe('negative');
    expect(reasons.map((reason) => [reason.code, reason.severity])).toEqual([[code, 'block']]);
  });

  it.each(['kind', 'knowledge', 'objective', 'horizonYears', 'lossCapacity'] as const)(
    'is undetermined without the client’s %s',
    (fact) => {
      const found = checkTargetMarket({ targetMarket }, without(fact));
      expect(found.status).toBe('undetermined');
      expect(found.missing).toEqual([fact]);
      expect(found.reasons.map(({ severity }) => severity)).toEqual(['require']);
    },
  );

  it('is undetermined for a trait that is not known, never a yes', () => {
    expect(check({ traits: { employees: false } }).missing).toEqual(['traits.over-65']);
    expect(checkTargetMarket({ targetMarket }, without('traits')).missing).toEqual([
      'traits.over-65',
      'traits.employees',
    ]);
    // Objects have these by nature.
    const odd = { targetMarket: { not: ['constructor'] } };
    expect(checkTargetMarket(odd, { traits: {} }).status).toBe('undetermined');
  });

  it('is missed for a known miss, whatever else is not known, and says both', () => {
    const found = checkTargetMarket({ targetMarket }, { traits: { 'over-65': true } });
    expect(found.status).toBe('negative');
    expect(found.reasons[0]?.code).toBe('products.target-excludes-over-65');
    expect(found.missing).toEqual([
      'traits.employees',
      'kind',
      'knowledge',
      'objective',
      'horizonYears',
      'lossCapacity',
    ]);
  });

  it('restricts by nothing that it does not name', () => {
    expect(checkTargetMarket({ targetMarket: {} }, {}).status).toBe('positive');
    const found = checkTargetMarket({}, {});
    expect(found.status).toBe('positive');
    expect(found.reasons.map(({ code }) => code)).toEqual(['products.no-target-market']);
  });

  it('is frozen', () => {
    expect(isDeeplyFrozen(checkTargetMarket({ targetMarket }, {}))).toBe(true);
  });

  it('has words for every reason in every language', () => {
    const excluding = { not: ['over-65', 'lowest-category', 'needs-money-within-a-year', 'own'] };
    const traits = Object.fromEntries(excluding.not.map((trait) => [trait, true]));
    const misses = { kind: 'x', knowledge: 1, objective: 'x', horizonYears: 1, lossCapacity: 0.1 };
    const reasons = [
      ...checkTargetMarket({ targetMarket }, misses).reasons,
      ...checkTargetMarket({ targetMarket }, {}).reasons,
      ...checkTargetMarket({ targetMarket: excluding }, { traits }).reasons,
      ...checkTargetMarket({}, {}).reasons,
    ];
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(16);
    for (const reason of reasons) {
      const texts = LOCALES.map((locale) => formatReason(productsMessages, reason, locale));
      expect(new Set(texts).size).toBe(3);
    }
  });

  const someClient = fc.record(
    {
      kind: fc.constantFrom('retail', 'institution'),
      knowledge: fc.integer({ min: 0, max: 100 }),
      objective: fc.constantFrom('growth', 'income'),
      horizonYears: fc.integer({ min: 0, max: 6 }),
      lossCapacity: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: [] },
  );

  it('never turns to yes when a fact is taken away', () => {
    fc.assert(
      fc.property(someClient, fc.constantFrom(...Object.keys(client)), (facts, fact) => {
        const market = { targetMarket: { ...targetMarket, not: [] } };
        const { [fact as never]: known, ...fewer } = facts as Record<string, never>;
        if (known === undefined || fact === 'traits') return;
        expect(checkTargetMarket(market, fewer).status).not.toBe('positive');
      }),
    );
  });

  it('never turns from yes when a score rises', () => {
    fc.assert(
      fc.property(someClient, fc.nat(50), (facts, more) => {
        const { knowledge } = facts;
        if (
          knowledge === undefined ||
          checkTargetMarket({ targetMarket }, facts).status === 'negative'
        )
          return;
        const better = { ...facts, knowledge: Math.min(100, knowledge + more) };
        expect(checkTargetMarket({ targetMarket }, better).status).not.toBe('negative');
      }),
    );
  });

  it.each([
    ['no client', null, 'missing-value', 'client'],
    ['a score above 100', { knowledge: 101 }, 'out-of-range', 'client.knowledge'],
    ['a score that is no number', { knowledge: Number.NaN }, 'not-finite', 'client.knowledge'],
    ['a score as text', { knowledge: '60' }, 'invalid-type', 'client.knowledge'],
    ['an empty kind', { kind: '' }, 'empty', 'client.kind'],
    ['an objective as list', { objective: ['growth'] }, 'invalid-type', 'client.objective'],
    ['a horizon below 0', { horizonYears: -1 }, 'out-of-range', 'client.horizonYears'],
    ['a loss above all', { lossCapacity: 1.5 }, 'out-of-range', 'client.lossCapacity'],
    ['traits as list', { traits: ['over-65'] }, 'invalid-type', 'client.traits'],
    ['a trait as text', { traits: { own: 'no' } }, 'invalid-type', 'client.traits.own'],
  ] as const)('is refused for %s', (_, facts, code, path) => {
    expectRefusal(() => checkTargetMarket({ targetMarket }, wrong(facts)), code, path);
  });

  it.each([
    ['a misspelt field', { nots: ['x'] }, 'unknown-id', 'nots'],
    ['one trait that is no list', { not: 'over-65' }, 'invalid-type', 'not'],
    ['objectives that are no list', { objectives: 'growth' }, 'invalid-type', 'objectives'],
    ['nobody for whom it is', { clientKinds: [] }, 'empty', 'clientKinds'],
    ['a score as text', { minimumKnowledge: '60' }, 'invalid-type', 'minimumKnowledge'],
  ] as const)('is refused where the product has %s', (_, market, code, field) => {
    const product = wrong({ targetMarket: market });
    expectRefusal(() => checkTargetMarket(product, {}), code, `product.targetMarket.${field}`);
  });

  it('is refused without a product, or with a target market that is none', () => {
    expectRefusal(() => checkTargetMarket(wrong(null), {}), 'missing-value', 'product');
    expectRefusal(
      () => checkTargetMarket(wrong({ targetMarket: 'all' }), {}),
      'invalid-type',
      'product.targetMarket',
    );
  });
});
