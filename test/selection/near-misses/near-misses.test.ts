import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { compilePack } from '../../../src/rules/index.js';
import {
  type NearMiss,
  type SelectionContext,
  selectionMessages,
  selectProducts,
} from '../../../src/selection/index.js';
import { cnNfra } from '../../../src/suitability/packs/cn/index.js';
import { BONDS } from '../screening/products.js';
import {
  assetClasses,
  isDeeplyFrozen,
  notSelected,
  products,
  context as sample,
  target,
} from '../support.js';

const amount = { currency: 'CNY', amount: '1000.00' } as const;
const covariance = [[0.001]];

/** What came near when nothing could be selected. */
function missesOf(
  changes: readonly Partial<Product>[],
  extra: Partial<SelectionContext> = {},
): readonly NearMiss[] {
  const rows = changes.map((change, i) => ({ ...BONDS, id: `P${i + 1}`, ...change }));
  const context = { level: 'C2', covariance, amount, ...extra } as SelectionContext;
  return notSelected(selectProducts({ BOND: 1 }, compileProducts(rows, ['BOND']), context))
    .nearMisses;
}
const changesOf = (...given: Parameters<typeof missesOf>) =>
  missesOf(...given)[0]!.changes.map(({ code, parameters }) => [code, parameters]);

describe('nothing eligible (A17)', () => {
  const rows = products.filter(({ id }) => ['P05', 'P10', 'P11'].includes(id));
  const result = notSelected(selectProducts(target, compileProducts(rows, assetClasses), sample));

  it('names first what one reason alone keeps out, and what would open it', () => {
    expect(result.nearMisses.map((one) => [one.product.id, one.obstacles.length])).toEqual([
      ['P05', 1],
      ['P10', 2],
      ['P11', 3],
    ]);
    const [first] = result.nearMisses;
    // R4 by its distributor: open from C4 on.
    expect(first!.changes).toMatchObject([
      { code: 'selection.change.level', severity: 'info', parameters: { level: 'C4' } },
    ]);
    expect(formatReason(selectionMessages, first!.changes[0]!, 'en')).toBe(
      'It is open from level C4 on. The level follows from the assessment and is not raised for a product.',
    );
    expect(result.nearMisses[2]!.changes.map(({ code }) => code)).toEqual([
      'selection.change.level',
      'selection.change.lock-up',
      'selection.change.amount',
    ]);
    expect(isDeeplyFrozen(result)).toBe(true);
  });
});

describe('what would have to change', () => {
  it('is the time for which money can be spared', () => {
    expect(changesOf([{ lockUpDays: 180 }], { maxLockUpDays: 90 })).toEqual([
      ['selection.change.lock-up', { days: 180 }],
    ]);
    const needed = { asOf: '2026-03-02', moneyNeededOn: '2026-03-03' } as const;
    expect(changesOf([{}], needed)).toEqual([
      ['selection.change.needed-later', { on: '2026-03-04' }],
    ]);
  });

  it('is the amount', () => {
    expect(changesOf([{ minimumPurchase: '5000' }])).toEqual([
      ['selection.change.amount', { minimum: { currency: 'CNY', amount: '5000.00' } }],
    ]);
  });

  it('is to wait, until a day where that is known', () => {
    expect(changesOf([{ status: 'closed' }])).toEqual([['selection.change.reopens', {}]]);
    const reopening = {
      status: 'subscription-suspended',
      changes: [{ from: '2026-03-09', status: 'open' }],
    } as const;
    expect(changesOf([reopening], { asOf: '2026-03-02' })).toEqual([
      ['selection.change.wait', { on: '2026-03-09' }],
    ]);
    const subscription = { periods: [{ from: '2026-04-01', to: '2026-04-08' }] } as const;
    expect(changesOf([{ dealing: { subscription } }], { asOf: '2026-03-02' })).toEqual([
      ['selection.change.wait', { on: '2026-04-01' }],
    ]);
  });

  it.each(['subscription-suspended', 'redemption-suspended', 'closed'] as const)(
    'is all that a status hides: %s',
    (status) => {
      // Opened today, 2 March: bought and booked on the 3rd, sold then, and the money is there on the 4th.
      const needed = { asOf: '2026-03-02', moneyNeededOn: '2026-03-03' } as const;
      expect(changesOf([{ status }], needed)).toEqual([
        ['selection.change.needed-later', { on: '2026-03-04' }],
        ['selection.change.reopens', {}],
      ]);
      const over = {
        subscription: { periods: [{ from: '2026-01-05', to: '2026-01-10' }] },
      } as const;
      expect(changesOf([{ status, dealing: over }], { asOf: '2026-03-02' })).toEqual([
        ['selection.change.reopens', {}],
        ['selection.change.none', {}],
      ]);
      // The next day of redemption is 1 June: 91 days.
      const late = { redemption: { from: '2026-06-01', everyMonths: 12, days: 5 } } as const;
      const terms = { asOf: '2026-03-02', maxLockUpDays: 30 } as const;
      expect(changesOf([{ status, dealing: late }], terms)).toEqual([
        ['selection.change.lock-up', { days: 91 }],
        ['selection.change.reopens', {}],
      ]);
    },
  );

  it('is the currency and the amount, where a rate tells both', () => {
    const fx = { base: 'CNY', rates: { USD: '7' } } as const;
    // The least purchase of USD 200 is CNY 1,400.
    expect(changesOf([{ currency: 'USD', minimumPurchase: '200' }], { fx })).toEqual([
      ['selection.change.currency', { currency: 'USD' }],
      ['selection.change.amount', { minimum: { currency: 'CNY', amount: '1400.00' } }],
    ]);
  });

  it('is to know more', () => {
    expect(changesOf([{ targetMarket: { minimumKnowledge: 50 } }])).toEqual([
      ['selection.change.facts', { missing: ['knowledge'] }],
    ]);
    expect(changesOf([{ currency: 'USD' }], { currencies: ['USD'] })).toEqual([
      ['selection.change.rate', { currency: 'USD' }],
    ]);
    expect(changesOf([{ currency: 'USD' }])).toEqual([
      ['selection.change.currency', { currency: 'USD' }],
      ['selection.change.rate', { currency: 'USD' }],
    ]);
  });

  it('is nothing that could be, for a liability or a market that is not the client’s', () => {
    expect(changesOf([{ type: 'loan' }])).toEqual([['selection.change.none', {}]]);
    const market = { targetMarket: { clientKinds: ['institution'] } };
    expect(changesOf([market], { client: { kind: 'retail' } })).toEqual([
      ['selection.change.none', {}],
    ]);
  });

  it('is what the packs’ own search finds', () => {
    const facts = {
      client: {
        kind: 'natural',
        professional: false,
        birthDate: '1985-01-01',
        civilCapacity: 'full',
        riskLevel: 'C3',
        assessedOn: '2026-01-10',
        changeReported: false,
        levelChanged: false,
        paymentMismatch: false,
      },
      history: { assessmentsToday: 0, assessments12m: 1 },
      order: { solicited: false },
    };
    const [miss] = missesOf([{ issuerRisk: 'R4', distributorRisk: 'R4' }], {
      asOf: '2026-06-15',
      level: undefined,
      suitability: {
        packs: [compilePack(cnNfra)],
        facts,
        factsOf: ({ issuerRisk, distributorRisk }: Product) => ({
          issuerRisk,
          sellerRisk: distributorRisk,
          private: false,
          regime: 'nfra-investment',
        }),
      },
    } as never);
    // Article 12: R4 is above C3.
    expect(miss!.changes.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['selection.change.rule', { rule: 'CN-NFRA-12' }],
    ]);
    expect(miss!.counterfactuals?.from).toBe('block');
    expect(miss!.counterfactuals).toMatchObject({
      status: 'found',
      changes: [{ becomes: 'allow', changes: [{ fact: 'product.risk', is: '<=', value: 3 }] }],
    });
  });
});

describe('every reason of a selection', () => {
  it('is said in three languages', () => {
    for (const [code, texts] of Object.entries(selectionMessages)) {
      expect(new Set(LOCALES.map((locale) => texts[locale])).size, code).toBe(3);
    }
  });
});
