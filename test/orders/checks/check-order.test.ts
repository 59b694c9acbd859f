import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../../src/dates/index.js';
import { type Money, money } from '../../../src/money/index.js';
import {
  bindConsent,
  checkOrder,
  hashOrders,
  makeProposal,
  type OrderContext,
  type OrderToCheck,
} from '../../../src/orders/index.js';
import type { Product } from '../../../src/products/index.js';
import { compilePack } from '../../../src/rules/index.js';
import { cnNfra } from '../../../src/suitability/packs/cn/index.js';
import { makePolicyPack } from '../../../src/suitability/packs/policy/index.js';
import {
  buy,
  change,
  client,
  cny,
  context,
  expectRefusal,
  factsWith,
  isDeeplyFrozen,
  issuedBy,
  packs,
  planned as plannedOrder,
  sell,
  universeWith,
  wrong,
} from '../support.js';

const PAST = { product: 'P03', side: 'buy', gross: cny('1'), on: '2026-03-02' } as const;

const weekends = compileCalendar({
  id: 'weekends',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: [],
});

const codesOf = (order: OrderToCheck<'CNY'>, changes: Partial<OrderContext<'CNY'>> = {}) =>
  checkOrder(order, { ...context, ...changes }).reasons.map(({ code }) => code);

describe('checkOrder', () => {
  it('allows what nothing stands against', () => {
    expect(checkOrder(buy('P03'), context)).toMatchObject({
      status: 'allowed',
      reasons: [],
      outstanding: [],
      toApprove: [],
      evidence: {},
      missing: [],
    });
  });

  it('lets Ck hold up to Rk', () => {
    // Effective ratings in the sample: P01 R1, P02 R2, P06 R3, P05 R4, P11 R5.
    const passes = (riskLevel: string) =>
      ['P01', 'P02', 'P06', 'P05', 'P11'].filter((id) => {
        const changes = { ...factsWith({ riskLevel }), available: cny('2000000') };
        return checkOrder(buy(id, '2000000'), { ...context, ...changes }).status === 'allowed';
      });
    expect(passes('C1')).toEqual(['P01']);
    expect(passes('C2')).toEqual(['P01', 'P02']);
    expect(passes('C3')).toEqual(['P01', 'P02', 'P06']);
    expect(passes('C4')).toEqual(['P01', 'P02', 'P06', 'P05']);
    expect(passes('C5')).toEqual(['P01', 'P02', 'P06', 'P05', 'P11']);
  });

  it('gives every reason, not the first', () => {
    // P11: R5, minimum 1,000,000; suspended, locked up 1095 days, and twice what there is.
    const universe = universeWith('P11', { status: 'closed' });
    const changes = { universe, moneyNeededOn: '2027-01-01', asOf: '2027-03-03' } as const;
    expect(codesOf({ ...buy('P11', '682524'), proposalHash: 'h' }, changes)).toEqual([
      // Order No. 7 of 2025, articles 12 and 29(2).
      'CN-NFRA-12',
      'CN-NFRA-29b',
      'orders.no-subscription',
      'orders.locked-beyond-need',
      'orders.below-minimum',
      'orders.insufficient-funds',
      'orders.consent-missing',
    ]);
  });

  describe('law and policy', () => {
    it('are no yes where nobody can be asked, except for redemptions', () => {
      for (const packs of [[], undefined]) {
        const { packs: _, ...without } = context;
        const asked = packs === undefined ? without : { ...without, packs };
        expect(checkOrder(buy('P03'), asked)).toMatchObject({
          status: 'blocked',
          reasons: [{ code: 'orders.no-packs' }],
        });
        const holdings = { P03: cny('10000') };
        expect(checkOrder(sell('P03'), { ...asked, holdings }).status).toBe('allowed');
      }
    });

    const approvals = compilePack(
      makePolicyPack({ id: 'house', version: '1', from: '2026-02-01', rules: ['order-approval'] }),
    );

    it('are no yes under a policy alone, except for redemptions', () => {
      const holdings = { P03: cny('10000') };
      const alone = { ...context, packs: [approvals], holdings };
      expect(checkOrder(buy('P03'), alone)).toMatchObject({
        status: 'blocked',
        reasons: [{ code: 'orders.no-law' }, { code: 'orders.holding-kept' }],
      });
      expect(checkOrder(sell('P03'), alone).status).toBe('allowed');
    });

    it('are no yes before the law is in force, and say so', () => {
      // Order No. 7 of 2025 is in force from 1 February 2026.
      const early = {
        ...context,
        asOf: '2026-01-30',
        packs: [compilePack(cnNfra)],
        holdings: { P03: cny('10000') },
        ...factsWith({ assessedOn: '2026-01-05' }),
      } as const;
      expect(checkOrder(buy('P03'), early)).toMatchObject({
        status: 'blocked',
        reasons: [
          { code: 'orders.no-law' },
          { code: 'rules.none-in-force', severity: 'info', parameters: { pack: 'cn-nfra' } },
          { code: 'orders.holding-kept' },
        ],
      });
      expect(checkOrder(sell('P03'), early).status).toBe('allowed');
      // The other law is in force, but not that of a wealth product.
      const both = { ...early, packs };
      expect(checkOrder(buy('P03'), both).reasons[0]).toMatchObject({ code: 'orders.no-law' });
      const fund = checkOrder(buy('P03'), { ...both, ...issuedBy('fund-manager') });
      expect(fund.reasons.map(({ code }) => code)).toEqual(['rules.none-in-force']);
    });

    it('are no yes by an assessment under packs without a rule in force', () => {
      const early = { ...context, asOf: '2026-01-30', packs: [compilePack(cnNfra)] } as const;
      const { assessment } = checkOrder(buy('P03'), early);
      const brought = checkOrder({ ...buy('P03'), assessment: assessment! }, early);
      expect(brought.status).toBe('blocked');
      expect(brought.reasons[0]?.code).toBe('orders.no-law');
    });

    it('name what a rule read in vain where the decision itself is certain', () => {
      const policy = compilePack(
        makePolicyPack({
          id: 'house',
          version: '1',
          from: '2026-02-01',
          rules: ['duplicate-order'],
        }),
      );
      const holdings = { P03: cny('10000') };
      const asked = { ...context, packs: [...packs, policy], holdings };
      const check = checkOrder(sell('P03'), asked);
      expect(check.missing.map(({ fact }) => fact)).toEqual(['history.sameOrderMinutesAgo']);
      expect(check.reasons).toMatchObject([
        {
          code: 'orders.not-determined',
          parameters: { missing: ['history.sameOrderMinutesAgo'] },
        },
      ]);
      expect(checkOrder(sell('P03'), { ...asked, history: [] }).status).toBe('allowed');
    });

    it('name the facts with which they could decide', () => {
      const { changeReported: _, ...known } = client;
      const check = checkOrder(buy('P03'), {
        ...context,
        facts: { ...factsWith().facts, client: known },
      });
      expect(check.status).toBe('blocked');
      expect(check.reasons[0]).toMatchObject({
        code: 'orders.not-determined',
        parameters: { missing: ['client.changeReported'] },
      });
      expect(check.missing.map(({ fact }) => fact)).toEqual(['client.changeReported']);
    });

    it('are asked in the version of the day', () => {
      // The policy asks for a second person from 5,000 on, and from the day after from 20,000 on.
      const policy = (version: string, approvalFrom: number) =>
        makePolicyPack({
          ...{ id: 'house', version, from: '2026-03-01', rules: ['order-approval'] },
          thresholds: { approvalFrom },
        });
      const versions = [
        compilePack({ ...policy('1', 5000), inForce: { from: '2026-03-01', to: '2026-03-03' } }),
        compilePack({ ...policy('2', 20000), inForce: { from: '2026-03-03' } }),
      ];
      const on = (asOf: '2026-03-02' | '2026-03-03') =>
        checkOrder(buy('P03'), { ...context, asOf, packs: [...context.packs!, ...versions] });
      expect(on('2026-03-02')).toMatchObject({
        status: 'needs-approval',
        toApprove: ['POLICY-ORDER-APPROVAL'],
      });
      expect(on('2026-03-03').status).toBe('allowed');
    });

    const approval = compilePack(
      makePolicyPack({
        ...{ id: 'house', version: '1', from: '2026-03-01', rules: ['order-approval'] },
        thresholds: { approvalFrom: 5000 },
      }),
    );
    const large = { ...context, packs: [...context.packs!, approval] };
    const override = {
      rule: 'POLICY-ORDER-APPROVAL',
      decision: 'set-aside',
      on: '2026-03-02',
      by: { id: 'E-1', role: 'branch-manager' },
      reason: 'Reviewed.',
      evidence: { 'order-reviewed': 'DOC-1' },
    } as const;
    const second = { id: 'E-2', role: 'branch-manager' };

    it('approve what a second person has set aside, with four eyes, and nothing else', () => {
      const approve = (...overrides: object[]) =>
        checkOrder({ ...buy('P03'), overrides: overrides as never }, large);
      expect(approve({ ...override, second }).status).toBe('allowed');
      expect(approve(override)).toMatchObject({ status: 'needs-approval' });
      expect(approve(override).reasons.map(({ code }) => code)).toContain(
        'suitability.override-second',
      );
      const codes = { 'POLICY-ORDER-APPROVAL': 'DOC-1' };
      expect(checkOrder({ ...buy('P03'), approved: codes }, large).status).toBe('needs-approval');
    });

    it('ask again for what was set aside on another day', () => {
      const old = { ...override, second, on: '2026-03-01' as const };
      const check = checkOrder({ ...buy('P03'), overrides: [old] }, large);
      expect(check.status).toBe('needs-approval');
      expect(check.reasons.map(({ code }) => code)).toContain('orders.override-outdated');
    });

    it('let a warning pass once it is acknowledged, with the evidence', () => {
      const share = compilePack(
        makePolicyPack({
          ...{ id: 'house', version: '1', from: '2026-03-01', rules: ['product-share-warn'] },
          thresholds: { productShareWarn: 0.2, productShareBlock: 0.5 },
        }),
      );
      // 10,000 of 40,000 are 25 %.
      const asked = {
        ...context,
        packs: [...context.packs!, share],
        facts: { ...context.facts, household: { financialAssets: 40000 } },
        productFacts: {
          P03: { issuerKind: 'wealth-subsidiary', private: false, diversified: false },
        },
      };
      expect(checkOrder(buy('P03'), asked)).toMatchObject({
        status: 'needs-acknowledgement',
        outstanding: ['POLICY-PRODUCT-SHARE-WARN'],
      });
      const acknowledged = { 'POLICY-PRODUCT-SHARE-WARN': 'REC-7' };
      expect(checkOrder({ ...buy('P03'), acknowledged }, asked)).toMatchObject({
        status: 'allowed',
        evidence: acknowledged,
      });
    });

    it('never let a client’s word take the place of the time to consider', () => {
      const waiting = compilePack(
        makePolicyPack({
          ...{ id: 'house', version: '1', from: '2026-03-01', rules: ['cooling-off'] },
          thresholds: { coolingRiskFrom: 2, coolingHours: 24 },
        }),
      );
      const asked = { ...context, packs: [...context.packs!, waiting] };
      const waited = (hoursSinceWarning: number) =>
        checkOrder(
          {
            ...buy('P03'),
            facts: { hoursSinceWarning },
            acknowledged: { 'POLICY-COOLING-OFF': 'REC-7' },
          },
          asked,
        );
      expect(waited(23)).toMatchObject({
        status: 'needs-acknowledgement',
        outstanding: ['POLICY-COOLING-OFF'],
      });
      expect(waited(24).status).toBe('allowed');
    });

    it('read shares of the portfolio after the order', () => {
      const share = compilePack(
        makePolicyPack({
          ...{ id: 'house', version: '1', from: '2026-03-01', rules: ['issuer-share-block'] },
          thresholds: { issuerShareBlock: 0.3 },
        }),
      );
      const known = {
        currency: 'CNY',
        issuerRisk: 'R2',
        sellerRisk: 'R2',
        ofEmployer: false,
      } as const;
      const portfolio = {
        currency: 'CNY',
        holdings: [
          { id: 'CURRENT', product: 'CASH', value: cny('80000') },
          { id: 'h1', product: 'P03', value: cny('20000') },
        ],
        products: [
          { ...known, id: 'CASH', issuer: 'Own Bank', liquid: true },
          { ...known, id: 'P03', issuer: 'Hill Funds', liquid: false },
        ],
      } as const;
      const asked = { ...context, packs: [...context.packs!, share], portfolio };
      // (20,000 + 10,000) / 100,000 = 30 % is allowed, 30.001 % is not.
      const order = { ...buy('P03'), funding: 'CURRENT' };
      expect(checkOrder(order, asked).status).toBe('allowed');
      expect(checkOrder({ ...order, gross: cny('10001') }, asked)).toMatchObject({
        status: 'blocked',
        reasons: [{ code: 'POLICY-ISSUER-SHARE-BLOCK' }],
      });
    });

    it('take a finished assessment of this order and day in place of the packs', () => {
      const { assessment } = checkOrder(buy('P03'), context);
      const { packs: _, ...without } = context;
      const order = { ...buy('P03'), assessment: assessment! };
      expect(checkOrder(order, without).status).toBe('allowed');
      expect(codesOf({ ...order, gross: cny('10001') }, { packs: [] })).toContain(
        'orders.assessment-of-other-order',
      );
      expect(codesOf({ ...order, product: 'P05' }, { packs: [] })).toContain(
        'orders.assessment-of-other-order',
      );
      expect(codesOf(order, { asOf: '2026-03-03', packs: [] })).toContain(
        'orders.assessment-of-other-day',
      );
    });

    it('refuse facts that contradict the order', () => {
      const other = { ...buy('P03'), facts: { amount: 1 } };
      expectRefusal(() => checkOrder(other, context), 'inconsistent', 'order.facts.amount');
      const rated = { P03: { issuerKind: 'fund-manager', private: false, sellerRisk: 'R1' } };
      expectRefusal(
        () => checkOrder(buy('P03'), { ...context, productFacts: rated }),
        'inconsistent',
        'context.productFacts.P03.sellerRisk',
      );
    });
  });

  describe('the account', () => {
    const holdings = { P03: cny('10000') };
    it.each([
      ['active', 'allowed', 'allowed'],
      ['no-purchases', 'blocked', 'allowed'],
      ['frozen', 'blocked', 'blocked'],
      ['closed', 'blocked', 'blocked'],
    ] as const)('%s: a purchase is %s and a redemption %s', (status, buying, selling) => {
      const asked = { ...context, holdings, account: { status } };
      expect(checkOrder(buy('P03'), asked).status).toBe(buying);
      expect(checkOrder(sell('P03'), asked).status).toBe(selling);
    });

    it('of several owners needs the consent of each, to exactly this', () => {
      const account = { status: 'active', owners: ['C-2', 'C-1'] } as const;
      const planned = {
        id: 'p1',
        product: 'P03',
        side: 'buy',
        day: 0,
        funding: 'CURRENT',
        gross: cny('10000'),
        fee: cny('6'),
        net: cny('9994'),
      } as const;
      const proposal = makeProposal({
        ...{ id: 'PR-1', orders: [planned], owners: [{ id: 'C-1' }, { id: 'C-2' }] },
        ...{ asOf: '2026-03-02', validUntil: '2026-03-09' },
      });
      const agree = (owner: string) =>
        ({
          proposalHash: proposal.hash,
          owner,
          on: '2026-03-02',
          how: 'click',
          reference: owner,
        }) as const;
      const bound = bindConsent(proposal, [agree('C-1'), agree('C-2')], { asOf: '2026-03-02' });
      if (bound.status !== 'bound') throw new Error(bound.status);
      const order = { ...planned, solicited: false, proposalHash: proposal.hash };
      const asked = { ...context, account };
      expect(codesOf(order, { ...asked, consent: bound.consent })).toEqual([]);
      // A fee that is not known cannot be compared.
      const unpriced = wrong({ ...order, fee: undefined });
      expect(codesOf(unpriced, { ...asked, consent: bound.consent })).toEqual([
        'orders.consent-not-compared',
      ]);
      expect(codesOf(order, { ...asked, consent: { proposalHash: proposal.hash } })).toEqual([
        'orders.consent-not-bound',
        'orders.owner-has-not-agreed',
        'orders.owner-has-not-agreed',
      ]);
      const dearer = { ...order, fee: cny('7'), net: cny('9993') };
      expect(codesOf(dearer, { ...asked, consent: bound.consent })).toEqual([
        'orders.fee-differs',
        'orders.consent-order-changed',
      ]);
    });
  });

  describe('the product’s status', () => {
    it.each([
      ['open', [], []],
      ['subscription-suspended', ['orders.no-subscription'], []],
      ['redemption-suspended', ['orders.no-subscription'], ['orders.no-redemption']],
      ['closed', ['orders.no-subscription'], []],
    ] as const)('%s stops what it stops', (status, buying, selling) => {
      const changes = {
        universe: universeWith('P03', { status }),
        holdings: { P03: cny('10000') },
      };
      expect(codesOf(buy('P03'), changes)).toEqual(buying);
      expect(codesOf(sell('P03'), changes)).toEqual(selling);
    });

    it('stops a switch on either side', () => {
      const holdings = { P03: cny('10000') };
      const left = universeWith('P03', { status: 'redemption-suspended' });
      expect(codesOf(change('P03', 'P01'), { universe: left, holdings })).toEqual([
        'orders.reduces-risk',
        'orders.no-redemption',
      ]);
      const entered = universeWith('P01', { status: 'closed' });
      expect(codesOf(change('P03', 'P01'), { universe: entered, holdings })).toEqual([
        'orders.reduces-risk',
        'orders.no-subscription',
      ]);
    });
  });

  describe('the product’s rating', () => {
    // C3 holds up to R3.
    const rerated = universeWith('P03', {
      changes: [{ from: '2026-03-03', issuerRisk: 'R5', distributorRisk: 'R5' }],
    });

    it('is that of the order’s day', () => {
      const statusOn = (orderOn: '2026-03-02' | '2026-03-03' | '2026-03-04') =>
        checkOrder({ ...buy('P03'), orderOn }, { ...context, universe: rerated }).status;
      expect(statusOn('2026-03-02')).toBe('allowed');
      expect(statusOn('2026-03-03')).not.toBe('allowed');
      expect(statusOn('2026-03-04')).not.toBe('allowed');
    });

    it('decides on the order’s day whether a switch reduces the risk', () => {
      // P06 is R3: P03 is R2 until 2 March, and R5 from then on.
      const codes = (orderOn: '2026-03-02' | '2026-03-03') =>
        codesOf(
          { ...change('P03', 'P06'), orderOn },
          { universe: rerated, holdings: { P03: cny('10000') } },
        );
      expect(codes('2026-03-02')).not.toContain('orders.reduces-risk');
      expect(codes('2026-03-03')).toContain('orders.reduces-risk');
    });
  });

  describe('the lock-up', () => {
    // P02 is locked up for 30 days: 2026-03-02 + 30 days = 2026-04-01.
    it('may end on the day on which the money is needed', () => {
      expect(codesOf(buy('P02'), { moneyNeededOn: '2026-04-01' })).toEqual([]);
    });

    it('may not end a day later', () => {
      expect(checkOrder(buy('P02'), { ...context, moneyNeededOn: '2026-03-31' })).toMatchObject({
        status: 'blocked',
        reasons: [
          {
            code: 'orders.locked-beyond-need',
            parameters: { availableFrom: '2026-04-01', neededOn: '2026-03-31' },
          },
        ],
      });
    });

    it('is no matter for a redemption or a product without one', () => {
      const changes = { moneyNeededOn: '2026-03-02', holdings: { P02: cny('10000') } } as const;
      expect(codesOf(sell('P02'), changes)).toEqual([]);
      expect(codesOf(buy('P03'), changes)).toEqual([]);
    });
  });

  describe('the amount', () => {
    // P07: minimum 1,000. P09: minimum 10,000 and steps of 1,000.
    it.each([
      ['P07', '1000', []],
      ['P07', '999.99', ['orders.below-minimum']],
      ['P09', '10000', []],
      ['P09', '11000', []],
      ['P09', '10999.99', ['orders.off-step']],
      ['P09', '9000', ['orders.below-minimum']],
    ] as const)('of %s at %s gives %j', (product, amount, codes) => {
      expect(codesOf(buy(product, amount))).toEqual(codes);
    });

    it('of a redemption has no minimum', () => {
      expect(codesOf(sell('P07', '0.01'), { holdings: { P07: cny('10000') } })).toEqual([]);
    });
  });

  describe('the funds', () => {
    it('must cover a purchase to the cent', () => {
      expect(codesOf(buy('P03', '341262.00'))).toEqual([]);
      expect(codesOf(buy('P03', '341262.01'))).toEqual(['orders.insufficient-funds']);
      expect(codesOf(buy('P03', '10'), { available: cny('-5') })).toEqual([
        'orders.insufficient-funds',
      ]);
    });

    it('must cover a redemption, and a switch out of the holding that it leaves', () => {
      const holdings = { P06: cny('500.00') };
      expect(codesOf(sell('P06', '500.00'), { holdings })).toEqual([]);
      expect(codesOf(sell('P06', '500.01'), { holdings })).toEqual(['orders.insufficient-holding']);
      expect(codesOf(sell('P07', '0.01'), { holdings })).toEqual(['orders.insufficient-holding']);
      expect(codesOf(change('P06', 'P04', '500.01'), { holdings })).toEqual([
        'orders.insufficient-holding',
      ]);
      // A switch needs no free money.
      expect(codesOf(change('P06', 'P04', '500'), { holdings, available: cny('0') })).toEqual([]);
    });
  });

  describe('a duplicate', () => {
    const first = { ...buy('P03'), id: 'first', idempotencyKey: 'k1' };

    it.each([
      ['the same id', { ...first, idempotencyKey: 'k2', gross: cny('77') }],
      ['the same key', { ...first, id: 'second', gross: cny('77') }],
    ])('with %s is blocked', (_, order) => {
      expect(checkOrder(order, { ...context, openOrders: [first] })).toMatchObject({
        status: 'blocked',
        reasons: [{ code: 'orders.already-placed', parameters: { other: 'first' } }],
      });
    });

    const twin = { ...first, id: 'second', idempotencyKey: 'k2' };

    it('that only looks like one needs the client’s word', () => {
      const changes = { ...context, openOrders: [{ ...first, reserved: true }] };
      expect(checkOrder(twin, changes)).toMatchObject({
        status: 'needs-acknowledgement',
        outstanding: ['orders.looks-like-duplicate'],
      });
      const acknowledged = { 'orders.looks-like-duplicate': 'REC-1' };
      expect(checkOrder({ ...twin, acknowledged }, changes)).toMatchObject({
        status: 'allowed',
        outstanding: [],
        evidence: acknowledged,
      });
    });

    it.each([
      ['another amount', { ...twin, gross: cny('10000.01') }],
      ['another product', { ...twin, product: 'P02' }],
      ['another side', { ...twin, side: 'sell' as const }],
    ])('is none with %s', (_, order) => {
      const holdings = { P03: cny('10000') };
      expect(codesOf(order, { openOrders: [first], holdings })).toEqual([]);
    });

    it('is none among switches that leave different products', () => {
      const holdings = { P06: cny('10000'), P07: cny('10000') };
      const other = { ...change('P06', 'P03'), id: 'x', reserved: true };
      expect(codesOf(change('P07', 'P03'), { openOrders: [other], holdings })).toEqual([
        'orders.reduces-risk',
      ]);
      expect(codesOf(change('P06', 'P03'), { openOrders: [other], holdings })).toEqual([
        'orders.reduces-risk',
        'orders.looks-like-duplicate',
      ]);
    });

    it('is none in another currency', () => {
      const dollars = { ...first, gross: money('USD', '10000') };
      expect(checkOrder(twin, { ...context, openOrders: [dollars] }).status).toBe('allowed');
    });
  });

  describe('the consent', () => {
    const order = { ...buy('P03'), proposalHash: 'h1' };

    it.each([
      [null, ['orders.consent-missing']],
      [{ proposalHash: 'h0' }, ['orders.consent-outdated']],
      // A hash alone is compared with nothing; see agreement.test.ts.
      [{ proposalHash: 'h1' }, ['orders.consent-not-bound']],
    ])('%j to proposal h1 gives %j', (consent, codes) => {
      expect(codesOf(order, { consent })).toEqual(codes);
    });

    it('is not asked for where there is no proposal', () => {
      expect(codesOf(buy('P03'), { consent: null })).toEqual([]);
      // Nor does a consent to a proposal cover an order that does not say to which it belongs.
      expect(codesOf(buy('P03'), { consent: { proposalHash: 'h1' } })).toEqual([
        'orders.consent-without-hash',
      ]);
    });
  });

  describe('terms on the calendar', () => {
    const calendar = compileCalendar({
      id: 'weekends',
      covers: { from: '2026-01-01', to: '2028-01-01' },
      holidays: [],
    });
    const on = (change: Partial<Product>, more: Partial<OrderContext<'CNY'>> = {}) => ({
      universe: universeWith('P03', change),
      calendar,
      ...more,
    });

    it('must cover the day of the check and that of the order', () => {
      const on = (asOf: '2026-03-02' | '2031-03-03', order: object = {}) =>
        checkOrder({ ...buy('P03'), ...order }, { ...context, calendar, asOf });
      expectRefusal(() => on('2031-03-03'), 'out-of-range', 'context.asOf');
      const late = { orderOn: '2031-03-03' };
      expectRefusal(() => on('2026-03-02', late), 'out-of-range', 'order.orderOn');
    });

    it('name the day on which a window opens', () => {
      // Monday, 2026-03-09.
      const dealing = {
        subscription: { periods: [{ from: '2026-03-09', to: '2026-03-14' }] },
      } as const;
      const check = checkOrder(buy('P03'), { ...context, ...on({ dealing }) });
      expect(check.status).toBe('blocked');
      expect(check.reasons[0]).toMatchObject({
        code: 'orders.not-today',
        parameters: { product: 'P03', orderOn: '2026-03-09' },
      });
      expect(codesOf({ ...buy('P03'), orderOn: '2026-03-09' }, on({ dealing }))).toEqual([]);
    });

    it('are not guessed without one', () => {
      const universe = universeWith('P03', { dealing: { cutOff: '15:00' } });
      expect(codesOf(buy('P03'), { universe })).toEqual(['orders.calendar-missing']);
    });

    it('count an order after the cut-off for the next business day', () => {
      const dealing = { cutOff: '15:00' };
      expect(codesOf(buy('P03'), on({ dealing }, { time: '15:00' }))).toEqual([]);
      expect(
        checkOrder(buy('P03'), { ...context, ...on({ dealing }, { time: '15:01' }) }),
      ).toMatchObject({
        status: 'allowed',
        reasons: [{ code: 'products.dealing.after-cut-off', severity: 'info' }],
      });
    });

    it('let only the lots go that are free', () => {
      // 30 days from 2026-02-01 is 2026-03-03, a day too late.
      const lots = {
        P03: [
          { boughtOn: '2026-01-05', value: cny('6000') },
          { boughtOn: '2026-02-01', value: cny('4000') },
        ],
      } as const;
      const holdings = { P03: cny('10000') };
      const asked = on({ lockUpDays: 30 }, { lots, holdings });
      expect(codesOf(sell('P03', '6000'), asked)).toEqual([]);
      expect(codesOf(sell('P03', '6000.01'), asked)).toEqual(['orders.lots-locked']);
    });

    it('put the money back on the day on which it is booked', () => {
      // Bought Monday 2026-03-02, 30 days are Wednesday 2026-04-01, paid the business day after.
      expect(codesOf(buy('P03'), on({ lockUpDays: 30 }, { moneyNeededOn: '2026-04-02' }))).toEqual(
        [],
      );
      expect(codesOf(buy('P03'), on({ lockUpDays: 30 }, { moneyNeededOn: '2026-04-01' }))).toEqual([
        'orders.locked-beyond-need',
      ]);
    });
  });

  describe('limits of the product', () => {
    const on = (change: Partial<Product>, more: Partial<OrderContext<'CNY'>> = {}) => ({
      universe: universeWith('P03', change),
      ...more,
    });

    it('allow one client so much in all, open purchases included', () => {
      const open = { ...buy('P03', '2000'), id: 'open', reserved: true };
      const asked = on(
        { maximumHolding: '10000' },
        { holdings: { P03: cny('5000') }, openOrders: [open] },
      );
      expect(codesOf(buy('P03', '3000'), asked)).toEqual([]);
      expect(codesOf(buy('P03', '3000.01'), asked)).toEqual(['orders.above-maximum-holding']);
    });

    it('allow so much a day, with what was ordered before', () => {
      const history = [
        { product: 'P03', side: 'buy', gross: cny('7000'), on: '2026-03-02', minutesAgo: 90 },
        { product: 'P03', side: 'buy', gross: cny('9000'), on: '2026-03-01' },
      ] as const;
      const asked = on(
        { dealing: { dailyPurchase: '10000' } },
        {
          history,
          calendar: compileCalendar({
            id: 'w',
            covers: { from: '2026-01-01', to: '2027-01-01' },
            holidays: [],
          }),
        },
      );
      expect(codesOf(buy('P03', '3000'), asked)).toEqual([]);
      expect(codesOf(buy('P03', '3000.01'), asked)).toEqual(['orders.above-daily-limit']);
    });

    it('count open orders of the day, each once', () => {
      const asked = on({ dealing: { dailyPurchase: '1000' } }, { calendar: weekends, history: [] });
      const open = { ...buy('P03', '500'), id: 'open', orderOn: '2026-03-02' } as const;
      const again = (change: Partial<OrderContext<'CNY'>>) =>
        codesOf(buy('P03', '600'), { ...asked, openOrders: [open], ...change });
      expect(again({})).toEqual(['orders.above-daily-limit']);
      expect(again({ openOrders: [{ ...open, orderOn: '2026-03-03' }] })).toEqual([]);
      // 500 stand twice under one id: 500 + 500 are 1,000.
      const listed = [{ ...PAST, id: 'open', gross: cny('500') }];
      expect(
        codesOf(buy('P03', '500.01'), { ...asked, openOrders: [open], history: listed }),
      ).toEqual(['orders.above-daily-limit']);
      const once = { ...asked, openOrders: [{ ...open, gross: cny('499') }], history: listed };
      expect(codesOf(buy('P03', '500'), once)).toEqual([]);
    });

    it('are no yes where the orders of the day are not known', () => {
      const limit = { dealing: { dailyPurchase: '1000', dailyRedemption: '1000' } };
      const asked = on(limit, { calendar: weekends, holdings: { P03: cny('5000') } });
      for (const order of [buy('P03', '600'), sell('P03', '600')]) {
        const unknown = checkOrder(order, { ...context, ...asked });
        expect(unknown).toMatchObject({
          status: 'blocked',
          reasons: [{ code: 'orders.daily-limit-open' }],
          missing: [{ fact: 'history', gap: 'absent' }],
        });
        expect(checkOrder(order, { ...context, ...asked, history: [] }).status).toBe('allowed');
      }
      expect(codesOf(buy('P03', '1000.01'), asked)).toEqual(['orders.above-daily-limit']);
    });

    it('count switches, as far as it is known what they left', () => {
      const limit = { dealing: { dailyRedemption: '1000' } };
      const asked = on(limit, { calendar: weekends, holdings: { P03: cny('5000') } });
      const past = { ...PAST, side: 'switch', product: 'P01', gross: cny('500') } as const;
      const beside = (one: object) =>
        codesOf(sell('P03', '600'), { ...asked, history: [{ ...past, ...one }] });
      expect(beside({ from: 'P03' })).toEqual(['orders.above-daily-limit']);
      expect(beside({ from: 'P06' })).toEqual([]);
      expect(beside({})).toEqual(['orders.daily-limit-open']);
    });

    it('say that an order without a time is taken to come before the cut-off', () => {
      const asked = on({ dealing: { cutOff: '15:00' } }, { calendar: weekends });
      expect(checkOrder(buy('P03'), { ...context, ...asked })).toMatchObject({
        status: 'allowed',
        reasons: [{ code: 'orders.time-assumed', severity: 'info', parameters: { time: '15:00' } }],
      });
      expect(codesOf(buy('P03'), { ...asked, time: '14:59' })).toEqual([]);
      expect(codesOf({ ...buy('P03'), orderOn: '2026-03-03' }, asked)).toEqual([]);
    });

    it('keep a minimum holding, unless nothing is kept', () => {
      const asked = on({ minimumHolding: '1000' }, { holdings: { P03: cny('10000') } });
      expect(codesOf(sell('P03', '9000'), asked)).toEqual([]);
      expect(codesOf(sell('P03', '10000'), asked)).toEqual([]);
      expect(codesOf(sell('P03', '9000.01'), asked)).toEqual(['orders.below-minimum-holding']);
    });

    it('ask an addition for its own minimum and units for whole lots', () => {
      const change = { minimumPurchase: '1000', minimumAddition: '100', unitStep: '100' };
      expect(codesOf(buy('P03', '500'), on(change))).toEqual(['orders.below-minimum']);
      const held = on(change, { holdings: { P03: cny('1') } });
      expect(codesOf(buy('P03', '500'), held)).toEqual([]);
      expect(codesOf({ ...buy('P03', '500'), units: '250' }, held)).toEqual(['orders.off-lot']);
    });

    it('take no money of another currency', () => {
      expect(codesOf(buy('P03'), on({ currency: 'USD' }))).toContain('orders.other-currency');
    });
  });

  describe('money with open orders and bookings', () => {
    it('is less by open purchases that are not reserved', () => {
      const open = { ...buy('P02', '300000'), id: 'open' };
      const more = { openOrders: [open] };
      expect(codesOf(buy('P03', '41262'), more)).toEqual([]);
      expect(codesOf(buy('P03', '41262.01'), more)).toEqual(['orders.insufficient-funds']);
      const reserved = { openOrders: [{ ...open, reserved: true }] };
      expect(codesOf(buy('P03', '341262'), reserved)).toEqual([]);
    });

    it('is more by what is booked by the day of the order', () => {
      const receivables = [{ amount: cny('5000'), on: '2026-03-04' }] as const;
      const more = { available: cny('5000'), receivables };
      expect(codesOf(buy('P03'), more)).toEqual(['orders.insufficient-funds']);
      expect(codesOf({ ...buy('P03'), orderOn: '2026-03-04' }, more)).toEqual([]);
    });

    it('pays open purchases on their own days', () => {
      const short = (amount: string, more: Partial<OrderContext<'CNY'>>, orderOn?: PlainDate) =>
        codesOf({ ...buy('P03', amount), ...(orderOn && { orderOn }) }, more);
      const open = { ...buy('P02', '300000'), id: 'open', orderOn: '2026-03-04' } as const;
      const coming = (on: PlainDate) => ({ receivables: [{ amount: cny('300000'), on }] });
      const insufficient = ['orders.insufficient-funds'];
      // The 300,000 of Wednesday pay for it, and leave all of the 341,262 to today.
      const paid = { openOrders: [open], ...coming('2026-03-04') };
      expect(short('341262', paid)).toEqual([]);
      expect(short('341262.01', paid)).toEqual(insufficient);
      expect(short('341262', paid, '2026-03-04')).toEqual([]);
      expect(short('341262.01', paid, '2026-03-04')).toEqual(insufficient);
      // What is booked on the day after, or nobody has told, does not: 41,262 are left of today's money.
      for (const late of [coming('2026-03-05'), {}]) {
        expect(short('41262', { openOrders: [open], ...late })).toEqual([]);
        expect(short('41262.01', { openOrders: [open], ...late })).toEqual(insufficient);
      }
      // One whose day nobody knows may be of any.
      const { orderOn: _, ...anyDay } = open;
      const more = { openOrders: [anyDay], ...coming('2026-03-04') };
      expect(short('41262', more)).toEqual([]);
      expect(short('41262.01', more)).toEqual(insufficient);
      expect(short('341262', more, '2026-03-04')).toEqual([]);
    });

    it('pays open purchases with the sales that they wait for, which count once', () => {
      const short = (amount: string, more: Partial<OrderContext<'CNY'>>, orderOn?: PlainDate) =>
        codesOf({ ...buy('P03', amount), ...(orderOn && { orderOn }) }, more);
      const sale = {
        ...sell('P06', '300000'),
        fee: cny('1000'),
        orderOn: '2026-02-27',
        settlesOn: '2026-03-04',
      } as const;
      const waits = {
        ...buy('P02', '300000'),
        id: 'waits',
        orderOn: '2026-03-04',
        after: [sale.id],
      } as const;
      const openOrders = [sale, waits];
      const told = { receivables: [{ amount: cny('299000'), on: '2026-03-04' }] } as const;
      // 299,000 of the 300,000 are the sale's, told or not: 341,262 − 1,000.
      for (const more of [{}, told]) {
        expect(short('340262', { openOrders, ...more })).toEqual([]);
        expect(short('340262.01', { openOrders, ...more })).toEqual(['orders.insufficient-funds']);
      }
      // Nothing is lent to an order of Wednesday by what nobody has told.
      expect(short('340262', { openOrders, ...told }, '2026-03-04')).toEqual([]);
      expect(short('41262', { openOrders }, '2026-03-04')).toEqual([]);
      expect(short('41262.01', { openOrders }, '2026-03-04')).not.toEqual([]);
      // Another purchase, of 50,000 on Thursday, does not wait for it: 290,262 either way.
      const other = { ...buy('P04', '50000'), id: 'other', orderOn: '2026-03-05' } as const;
      for (const more of [{}, told]) {
        const three = { openOrders: [...openOrders, other], ...more };
        expect(short('290262', three)).toEqual([]);
        expect(short('290262.01', three)).toEqual(['orders.insufficient-funds']);
      }
      // A sale that settles on Thursday pays for nothing on Wednesday.
      const late = { openOrders: [{ ...sale, settlesOn: '2026-03-05' } as const, waits] };
      expect(short('41262.01', late)).toEqual(['orders.insufficient-funds']);
    });

    it('stays within reach for the day on which it is needed', () => {
      const calendar = compileCalendar({
        id: 'w',
        covers: { from: '2026-01-01', to: '2030-01-01' },
        holidays: [],
      });
      const universe = universeWith('P03', { lockUpDays: 365 });
      const more = {
        calendar,
        universe,
        moneyNeededOn: '2027-06-01',
        moneyNeeded: cny('335000'),
      } as const;
      // Back before June 2027: all of it. Bought for two years: 331,262 are left.
      expect(codesOf(buy('P03'), more)).toEqual([]);
      const longer = universeWith('P03', { lockUpDays: 730 });
      expect(codesOf(buy('P03'), { ...more, universe: longer })).toEqual([
        'orders.locked-beyond-need',
        'orders.money-needed',
      ]);
      const holdings = { P01: cny('5000') };
      expect(codesOf(buy('P03'), { ...more, universe: longer, holdings })).toEqual([
        'orders.locked-beyond-need',
      ]);
    });

    it('counts on no day on which only a part of each redemption is carried out', () => {
      // 331,262 stay; 5,000 of P01 are back on Tuesday, and the 10,000 of P03, booked on Tuesday, on Wednesday: 346,262. Not so if redemptions are cut.
      const more = {
        calendar: weekends,
        holdings: { P01: cny('5000') },
        moneyNeededOn: '2026-03-04',
        moneyNeeded: cny('346000'),
      } as const;
      expect(codesOf(buy('P03'), more)).toEqual([]);
      const gates = [
        { on: '2026-03-02', acceptedShare: 0.9 },
        { on: '2026-03-03', acceptedShare: 0.9 },
      ] as const;
      const dealing = { gates };
      expect(codesOf(buy('P03'), { ...more, universe: universeWith('P01', { dealing }) })).toEqual([
        'orders.money-needed',
      ]);
      expect(
        codesOf(buy('P03'), { ...more, universe: universeWith('P03', { dealing }) }),
      ).toContain('orders.money-needed');
    });
  });

  describe('a fee', () => {
    const entering = (entryFee: number) => ({ universe: universeWith('P03', { entryFee }) });
    const leaving = {
      calendar: weekends,
      universe: universeWith('P03', {
        fees: {
          exit: [
            { fromDays: 0, rate: 0.015 },
            { fromDays: 30, rate: 0 },
          ],
        },
      }),
      holdings: { P03: cny('1000') },
    };
    const stated = (fee: string, gross = '505') => ({
      ...buy('P03', gross),
      fee: cny(fee),
      net: cny(String(Number(gross) - Number(fee))),
    });

    it('that is stated is what the file charges, or the client confirms it', () => {
      // 505 / 1.01 = 500.00 and 5.00; inside the amount it would be 505 × 1 % = 5.05.
      expect(codesOf(stated('5.00'), entering(0.01))).toEqual([]);
      expect(codesOf(stated('5.05'), entering(0.01))).toEqual([]);
      const check = checkOrder(stated('0.00'), { ...context, ...entering(0.01) });
      expect(check.status).toBe('needs-acknowledgement');
      expect(check.outstanding).toEqual(['orders.fee-differs']);
      expect(check.reasons[0]?.parameters).toEqual({
        ...{ product: 'P03', stated: '0.00', charged: '5.00', currency: 'CNY' },
      });
      expect(codesOf(stated('6.00'), entering(0.01))).toEqual(['orders.fee-differs']);
      const agreed = { ...stated('0.00'), acknowledged: { 'orders.fee-differs': 'E-1' } };
      expect(checkOrder(agreed, { ...context, ...entering(0.01) }).status).toBe('allowed');
    });

    it('is charged outside or inside, and nothing between the two', () => {
      // 1,000,000 / 1.015 = 985,221.67 and 14,778.33; inside 15,000. A unit apart is rounding.
      const codes = (fee: string) => {
        const given = { ...entering(0.015), available: cny('1000000') };
        const { reasons } = checkOrder(stated(fee, '1000000'), { ...context, ...given });
        return reasons.map(({ code, parameters }) => [code, parameters.charged]);
      };
      for (const fee of ['14778.32', '14778.34', '14999.99', '15000.01']) {
        expect(codes(fee)).toEqual([]);
      }
      for (const fee of ['14778.31', '14778.35', '14900', '14999.98']) {
        expect(codes(fee)).toEqual([['orders.fee-differs', '14778.33']]);
      }
      expect(codes('15000.02')).toEqual([['orders.fee-differs', '15000.00']]);
    });

    it('is that of the order’s day', () => {
      // 2 % outside since 1 February, 3 % from 3 March on: 10,200 / 1.02 = 10,000, 10,300 / 1.03 = 10,000. Leaving costs 3 % since 1 February.
      const universe = universeWith('P03', {
        entryFee: 0.01,
        changes: [
          { from: '2026-02-01', entryFee: 0.02, fees: { exit: [{ fromDays: 0, rate: 0.03 }] } },
          { from: '2026-03-03', entryFee: 0.03 },
        ],
      });
      const given = { universe, holdings: { P03: cny('1000') }, calendar: weekends };
      expect(codesOf(stated('200', '10200'), given)).toEqual([]);
      expect(codesOf(stated('102', '10200'), given)).toEqual(['orders.fee-differs']);
      const later = { ...stated('300', '10300'), orderOn: '2026-03-04' } as const;
      expect(codesOf(later, given)).toEqual([]);
      expect(codesOf({ ...later, fee: cny('206'), net: cny('10094') }, given)).toEqual([
        'orders.fee-differs',
      ]);
      expect(codesOf({ ...sell('P03', '1000'), fee: cny('30') }, given)).toEqual([]);
      expect(codesOf({ ...sell('P03', '1000'), fee: cny('0') }, given)).toEqual([
        'orders.fee-differs',
      ]);
    });

    it('of a redemption goes by the holding times, as far as they are known', () => {
      const sale = (fee: string) => ({ ...sell('P03', '1000'), fee: cny(fee) });
      // 1.5 % of 1,000 are 15 within 30 days and nothing after them.
      const lots = (boughtOn: '2026-02-27' | '2026-01-05') => ({
        ...leaving,
        lots: { P03: [{ boughtOn, value: cny('1000') }] },
      });
      expect(codesOf(sale('15'), lots('2026-02-27'))).toEqual([]);
      expect(codesOf(sale('0'), lots('2026-02-27'))).toEqual(['orders.fee-differs']);
      expect(codesOf(sale('15'), lots('2026-01-05'))).toEqual(['orders.fee-differs']);
      // Without lots it may be either, and nothing above.
      expect(codesOf(sale('0'), leaving)).toEqual([]);
      expect(codesOf(sale('15'), leaving)).toEqual([]);
      expect(codesOf(sale('20'), leaving)).toEqual(['orders.fee-differs']);
    });

    it('of a redemption counts the lots that open sales leave', () => {
      // The older lot, free of a fee, goes to the open sale: what is sold now was bought three days ago, and 1.5 % of 1,000 are 15.
      const given = (reserved: boolean) => ({
        ...leaving,
        holdings: { P03: cny('2000') },
        lots: {
          P03: [
            { boughtOn: '2026-02-27' as const, value: cny('1000') },
            { boughtOn: '2026-01-05' as const, value: cny('1000') },
          ],
        },
        openOrders: [{ ...sell('P03', '1000'), id: 'open', reserved }],
      });
      const sale = (fee: string) => ({ ...sell('P03', '1000'), id: 'next', fee: cny(fee) });
      const confirmed = (fee: string, reserved = false) =>
        codesOf(sale(fee), given(reserved)).filter((code) => code === 'orders.fee-differs');
      expect(confirmed('15')).toEqual([]);
      expect(confirmed('0')).toEqual(['orders.fee-differs']);
      // What is reserved is no longer among the lots.
      expect(confirmed('0', true)).toEqual([]);
    });

    it('that takes all stops a purchase and a redemption', () => {
      const flat = universeWith('P03', { fees: { entry: [{ from: '0', flat: '500' }] } });
      expect(codesOf(buy('P03', '500'), { universe: flat })).toEqual(['orders.fee-takes-all']);
      const universe = universeWith('P03', {
        fees: { exit: [{ fromDays: 0, rate: 0, plus: '500' }] },
      });
      const holdings = { P03: cny('500') };
      expect(codesOf(sell('P03', '500'), { universe, holdings })).toEqual(['orders.fee-takes-all']);
    });

    it('stops a switch that it leaves nothing of, or less than the minimum of what is entered', () => {
      // 1.5 % of 1,000 are 15: 985 arrive. Of 1,015.23 the fee is 15.23, and 1,000 arrive.
      const switched = (amount: string, minimumPurchase: string, plus = '0') => {
        const exit = [{ fromDays: 0, rate: plus === '0' ? 0.015 : 0, plus }];
        const left = universeWith('P03', { fees: { exit } });
        const entered = universeWith('P01', { minimumPurchase });
        const products = left.products.map((row) => (row.id === 'P01' ? entered.byId.P01! : row));
        const universe = { ...left, products, byId: { ...left.byId, P01: entered.byId.P01! } };
        const { reasons } = checkOrder(change('P03', 'P01', amount), {
          ...context,
          universe,
          holdings: { P03: cny('10000') },
        });
        return reasons.filter(({ code }) => code !== 'orders.reduces-risk');
      };
      expect(switched('1000', '985')).toEqual([]);
      expect(switched('1015.23', '1000')).toEqual([]);
      expect(switched('1000', '985.01')).toMatchObject([
        {
          code: 'orders.arrives-below-minimum',
          parameters: {
            product: 'P01',
            from: 'P03',
            amount: '1000.00',
            arrives: '985.00',
            minimum: '985.01',
          },
        },
      ]);
      expect(switched('1000', '1000.01').map(({ code }) => code)).toEqual(['orders.below-minimum']);
      expect(switched('1000', '10', '1000')).toMatchObject([
        { code: 'orders.fee-takes-all', parameters: { product: 'P03', fee: '1000.00' } },
      ]);
    });

    it('leaves of a switch what enters in any amount, by whole steps or not', () => {
      // 1.5 % of 1,234.56 are 18.52: 1,216.04 arrive, which is above the minimum of 1,000 and no 1,000 more.
      const left = universeWith('P03', { fees: { exit: [{ fromDays: 0, rate: 0.015 }] } });
      const entered = universeWith('P01', { minimumPurchase: '1000', step: '1000' }).byId.P01!;
      const products = left.products.map((row) => (row.id === 'P01' ? entered : row));
      const universe = { ...left, products, byId: { ...left.byId, P01: entered } };
      const stepped = { ...context, universe, holdings: { P03: cny('10000') } };
      const { reasons } = checkOrder(change('P03', 'P01', '1234.56'), stepped);
      expect(reasons.map(({ code }) => code)).toEqual(['orders.reduces-risk']);
      expect(codesOf(buy('P01', '1234.56'), stepped)).toEqual(['orders.off-step']);
    });

    it('of a switch is taken off what may be held of the product entered', () => {
      // 2 % of 2,040 are 40.80: 1,999.20 arrive; of 2,041 they are 40.82, and 2,000.18 arrive.
      const left = universeWith('P03', { fees: { exit: [{ fromDays: 0, rate: 0.02 }] } });
      const entered = universeWith('P01', { maximumHolding: '2000' }).byId.P01!;
      const products = left.products.map((row) => (row.id === 'P01' ? entered : row));
      const universe = { ...left, products, byId: { ...left.byId, P01: entered } };
      const holdings = { P03: cny('10000') };
      const switched = (amount: string, given: Partial<OrderContext<'CNY'>> = {}) =>
        checkOrder(change('P03', 'P01', amount), { ...context, universe, holdings, ...given })
          .reasons.filter(({ code }) => code !== 'orders.reduces-risk')
          .map(({ code, parameters }) => `${code} ${parameters.after}`);
      expect(switched('2040')).toEqual([]);
      expect(switched('2041')).toEqual(['orders.above-maximum-holding 2000.18']);
      // An open switch counts with what it says arrives: 1,000 and 999.60 of 1,020, and 1,000.58 of 1,021.
      const open = { ...change('P03', 'P01', '1020.41'), id: 'open', net: cny('1000') };
      expect(switched('1020', { openOrders: [open] })).toEqual([]);
      expect(switched('1021', { openOrders: [open] })).toEqual([
        'orders.above-maximum-holding 2000.58',
      ]);
    });

    it('is money of the order, and not below 0', () => {
      const fee = (value: Money) => () => checkOrder({ ...buy('P03'), fee: wrong(value) }, context);
      expectRefusal(fee(cny('-1')), 'out-of-range', 'order.fee.amount');
      expectRefusal(fee(money('USD', '1')), 'currency-mismatch', 'order.fee.currency');
    });
  });

  describe('a slip of the finger', () => {
    const past = (...amounts: readonly string[]) =>
      amounts.map(
        (amount) =>
          ({ product: 'P01', side: 'buy', gross: cny(amount), on: '2026-01-05' }) as const,
      );

    it('is asked about above a multiple of the median of past orders', () => {
      // The median of 1,000, 2,000, 3,000 and 10,000 is 2,500; four times that is 10,000.
      const more = { history: past('1000', '10000', '3000', '2000'), policy: { sizeMultiple: 4 } };
      expect(codesOf(buy('P03', '10000'), more)).toEqual([]);
      expect(checkOrder(buy('P03', '10000.01'), { ...context, ...more })).toMatchObject({
        status: 'needs-acknowledgement',
        outstanding: ['orders.unusual-size'],
      });
      const unknown = checkOrder(buy('P03'), { ...context, policy: { sizeMultiple: 4 } });
      expect(unknown.outstanding).toEqual(['orders.history-unknown']);
    });

    it('is asked about with past orders in other currencies, at their rates', () => {
      // USD 1,000 at 7.10 are CNY 7,100; four times that is 28,400.
      const dollars = [{ ...past('1')[0]!, gross: money('USD', '1000') }];
      const policy = { sizeMultiple: 4 };
      const rated = {
        history: dollars,
        policy,
        fx: { base: 'CNY', rates: { USD: '7.10' } },
      } as const;
      expect(codesOf(buy('P03', '28400'), rated)).toEqual([]);
      expect(codesOf(buy('P03', '28400.01'), rated)).toEqual(['orders.unusual-size']);
      // Without a rate they are not known.
      expect(codesOf(buy('P03', '100'), { history: dollars, policy })).toEqual([
        'orders.history-unknown',
      ]);
    });

    it('is asked about above a robust score', () => {
      // Median 300, deviations 200, 100, 0, 100, 200, median 100: 0.6745 × (819 − 300) / 100 = 3.5007, of 818: 3.4939.
      const more = { history: past('100', '200', '300', '400', '500'), policy: { sizeScore: 3.5 } };
      expect(codesOf(buy('P03', '818'), more)).toEqual([]);
      expect(codesOf(buy('P03', '819'), more)).toEqual(['orders.outlying-size']);
    });

    it('is asked about by the mean deviation where most past orders are alike', () => {
      // Median 500, median deviation 0, mean deviation 400 / 5 = 80: (851 − 500) / (1.253314 × 80) = 3.50068, of 850: 3.49070.
      const policy = { sizeScore: 3.5 };
      const more = { history: past('500', '500', '500', '500', '900'), policy };
      expect(codesOf(buy('P03', '500.01'), more)).toEqual([]);
      expect(codesOf(buy('P03', '850'), more)).toEqual([]);
      const { reasons } = checkOrder(buy('P03', '851'), { ...context, ...more });
      expect(reasons.map(({ code, parameters }) => [code, parameters.score])).toEqual([
        ['orders.outlying-size', 3.5],
      ]);
    });

    it('is asked about above past orders that are all alike, without a score', () => {
      const more = {
        history: past('500', '500', '500', '500', '500'),
        policy: { sizeScore: 3.5 },
      };
      expect(codesOf(buy('P03', '500'), more)).toEqual([]);
      const { outstanding, reasons } = checkOrder(buy('P03', '500.01'), { ...context, ...more });
      expect(outstanding).toEqual(['orders.size-above-all']);
      expect(reasons[0]?.parameters).not.toHaveProperty('score');
      const acknowledged = { 'orders.size-above-all': 'LOG-1' };
      expect(codesOf({ ...buy('P03', '500.01'), acknowledged }, more)).toEqual([
        'orders.size-above-all',
      ]);
    });

    it('is asked about where the price is far from the last one', () => {
      // 10,000 / 900 = 11.11, 11.1 % above 10.
      const prices = { P03: { currency: 'CNY', amount: '10' } } as const;
      const policy = { priceDeviation: 0.1 };
      expect(codesOf({ ...buy('P03'), units: '950' }, { prices, policy })).toEqual([]);
      expect(codesOf({ ...buy('P03'), units: '900' }, { prices, policy })).toEqual([
        'orders.unusual-price',
      ]);
      expect(codesOf({ ...buy('P03'), units: '900' }, { policy })).toEqual([
        'orders.price-unknown',
      ]);
    });

    it('is asked about when the same was ordered within minutes', () => {
      const order = { product: 'P03', side: 'buy', gross: cny('10000'), on: '2026-03-02' } as const;
      const within = (minutesAgo: number) =>
        codesOf(buy('P03'), {
          history: [{ ...order, minutesAgo }],
          policy: { duplicateMinutes: 10 },
        });
      expect(within(10)).toEqual(['orders.repeated-within']);
      expect(within(11)).toEqual([]);
    });

    it('is asked about when nobody says how long ago the same was ordered', () => {
      const order = { product: 'P03', side: 'buy', gross: cny('10000') } as const;
      const policy = { duplicateMinutes: 10 };
      const on = (day: '2026-02-28' | '2026-03-01' | '2026-03-02') =>
        codesOf(buy('P03'), { history: [{ ...order, on: day }], policy });
      expect(on('2026-03-02')).toEqual(['orders.repeated-perhaps']);
      // Just before midnight, perhaps; of the day before that at least 1,440 minutes have gone by.
      expect(on('2026-03-01')).toEqual(['orders.repeated-perhaps']);
      expect(on('2026-02-28')).toEqual([]);
      const acknowledged = { 'orders.repeated-perhaps': 'REC-1' };
      const asked = { ...context, history: [{ ...order, on: context.asOf }], policy };
      expect(checkOrder({ ...buy('P03'), acknowledged }, asked).status).toBe('allowed');
    });
  });

  describe('the file', () => {
    it('has every document of the product before it is bought', () => {
      const universe = universeWith('P03', { documents: ['prospectus', 'key-facts'] });
      const order = { ...buy('P03'), documents: { prospectus: 'R-1' } };
      expect(checkOrder(order, { ...context, universe })).toMatchObject({
        status: 'needs-acknowledgement',
        reasons: [{ code: 'orders.document-missing', parameters: { document: 'key-facts' } }],
      });
      const both = { prospectus: 'R-1', 'key-facts': 'R-2' };
      expect(checkOrder({ ...order, documents: both }, { ...context, universe }).status).toBe(
        'allowed',
      );
    });

    it('has every recording that is demanded of this order', () => {
      const demand = {
        ...{
          id: 'high-risk',
          kind: 'double-recording',
          orders: ['buy/P03'],
          owners: ['C-1', 'C-2'],
        },
        citations: [],
      };
      const order = { ...plannedOrder, id: 'buy/P03', solicited: false };
      const proposalHash = hashOrders([order]);
      const asked = { ...context, demands: [demand], consent: { proposalHash } };
      const item = (owner: string) =>
        ({
          demand: 'high-risk',
          owner,
          proposalHash,
          on: '2026-03-02',
          reference: owner,
        }) as const;
      const bound = { ...order, proposalHash };
      const half = { ...bound, evidence: [item('C-1')] };
      expect(checkOrder(half, asked).reasons).toMatchObject([
        { code: 'orders.recording-missing', severity: 'require', parameters: { owners: ['C-2'] } },
      ]);
      expect(checkOrder({ ...half, evidence: [item('C-1'), item('C-2')] }, asked).status).toBe(
        'allowed',
      );
      expect(checkOrder(buy('P02'), { ...asked, consent: null }).status).toBe('allowed');
      // Evidence of a proposal is none for an order that belongs to no proposal.
      const loose = { ...buy('P03'), evidence: [item('C-1'), item('C-2')] };
      expect(codesOf(loose, { demands: [demand] })).toEqual(['orders.recording-missing']);
    });
  });

  it('freezes its result and leaves its arguments alone', () => {
    const order = { ...buy('P05'), proposalHash: 'h' };
    const before = JSON.stringify([order, context]);
    // The assessment is the other room's.
    const check = checkOrder(order, context);
    const { assessment: _, ...own } = check;
    expect(Object.isFrozen(check) && Object.values(own).every(isDeeplyFrozen)).toBe(true);
    expect(JSON.stringify([order, context])).toBe(before);
  });
});

describe('an order to check', () => {
  const refused = (changes: object) => () =>
    checkOrder(wrong({ ...buy('P03'), ...changes }), context);

  it.each([
    ['no id', { id: undefined }, 'missing-value', 'order.id'],
    ['an empty id', { id: '' }, 'empty', 'order.id'],
    ['another side', { side: 'short' }, 'unknown-value', 'order.side'],
    ['an unknown product', { product: 'P99' }, 'unknown-id', 'order.product'],
    ['no amount', { gross: null }, 'missing-value', 'order.gross'],
    ['an amount of zero', { gross: cny('0') }, 'out-of-range', 'order.gross.amount'],
    [
      'a number as amount',
      { gross: { currency: 'CNY', amount: 5 } },
      'invalid-type',
      'order.gross.amount',
    ],
    ['an empty hash', { proposalHash: '' }, 'empty', 'order.proposalHash'],
    ['a number as key', { idempotencyKey: 5 }, 'invalid-type', 'order.idempotencyKey'],
    ['a text for solicited', { solicited: 'no' }, 'invalid-type', 'order.solicited'],
    ['a switch from nowhere', { side: 'switch' }, 'missing-value', 'order.from'],
    [
      'a switch from an unknown product',
      { side: 'switch', from: 'P99' },
      'unknown-id',
      'order.from',
    ],
    ['a switch into itself', { side: 'switch', from: 'P03' }, 'inconsistent', 'order.from'],
    // 10,000 less 12 are 9,988.
    [
      'amounts that do not add up',
      { fee: cny('12'), net: cny('9988.01') },
      'inconsistent',
      'order.net',
    ],
    ['a fee above the amount', { fee: cny('10000.01') }, 'inconsistent', 'order.fee'],
    ['more left than there is', { net: cny('10000.01') }, 'inconsistent', 'order.net'],
    ['less left than nothing', { net: cny('-1') }, 'out-of-range', 'order.net.amount'],
  ] as const)('is refused with %s', (_, changes, code, path) => {
    expectRefusal(refused(changes), code, path);
  });

  it('may say what it pays and what is left of that', () => {
    const split = { ...buy('P03'), fee: cny('0'), net: cny('10000') };
    expect(checkOrder(split, context).status).toBe('needs-acknowledgement');
    const today = [{ amount: cny('1'), on: context.asOf }];
    expect(checkOrder(buy('P03'), { ...context, receivables: today }).status).toBe('allowed');
  });

  it('is refused when it is none', () => {
    expectRefusal(() => checkOrder(wrong(undefined), context), 'missing-value', 'order');
  });
});

describe('a context', () => {
  const policy = makePolicyPack({
    ...{ id: 'house', version: '1', from: '2026-02-01', to: '2026-02-15' },
    rules: ['order-approval'],
  });
  const lapsed = compilePack(policy);
  const refused = (changes: object) => () =>
    checkOrder(buy('P03'), wrong({ ...context, ...changes }));
  it.each([
    ['no day', { asOf: undefined }, 'missing-value', 'context.asOf'],
    ['a day that does not exist', { asOf: '2026-02-30' }, 'invalid-date', 'context.asOf'],
    ['no universe', { universe: null }, 'missing-value', 'context.universe'],
    [
      'a universe that was not compiled',
      { universe: {} },
      'missing-value',
      'context.universe.byId',
    ],
    ['no account', { account: undefined }, 'missing-value', 'context.account'],
    [
      'an account of unknown status',
      { account: { status: 'odd' } },
      'unknown-value',
      'context.account.status',
    ],
    ['a pack that is none', { packs: [{}] }, 'missing-value', 'context.packs[0].id'],
    [
      'a fact that no pack knows',
      { facts: { client: { ...client, level: 3 } } },
      'unknown-id',
      'context.facts.client.level',
    ],
    ['no money', { available: undefined }, 'missing-value', 'context.available'],
    [
      'money in another currency',
      { available: money('USD', '1') },
      'currency-mismatch',
      'context.available.currency',
    ],
    ['no holdings', { holdings: undefined }, 'missing-value', 'context.holdings'],
    [
      'a holding in another currency',
      { holdings: { P03: money('USD', '1') } },
      'currency-mismatch',
      'context.holdings.P03.currency',
    ],
    [
      'a holding that is not known',
      { holdings: { P03: null } },
      'missing-value',
      'context.holdings.P03',
    ],
    [
      'nothing about when the money is needed',
      { moneyNeededOn: undefined },
      'missing-value',
      'context.moneyNeededOn',
    ],
    ['nothing about open orders', { openOrders: undefined }, 'missing-value', 'context.openOrders'],
    [
      'an open order that is none',
      { openOrders: [null] },
      'missing-value',
      'context.openOrders[0]',
    ],
    [
      'an open order without an amount',
      { openOrders: [buy('P03'), { ...buy('P03'), gross: undefined }] },
      'missing-value',
      'context.openOrders[1].gross',
    ],
    ['nothing about consent', { consent: undefined }, 'missing-value', 'context.consent'],
    [
      'consent to nothing',
      { consent: { proposalHash: '' } },
      'empty',
      'context.consent.proposalHash',
    ],
    ['a list for holdings', { holdings: [] }, 'invalid-type', 'context.holdings'],
    [
      'half a minute',
      { history: [{ ...PAST, minutesAgo: 0.5 }] },
      'invalid-type',
      'context.history[0].minutesAgo',
    ],
    [
      'a booking without a day',
      { receivables: [{ amount: cny('1') }] },
      'missing-value',
      'context.receivables[0].on',
    ],
    [
      'a booking before the day of the check',
      { receivables: [{ amount: cny('1'), on: '2026-03-01' }] },
      'inconsistent',
      'context.receivables[0].on',
    ],
    [
      'a holding of no known product',
      { holdings: { P03: cny('1'), P99: cny('1') } },
      'unknown-id',
      'context.holdings.P99',
    ],
    [
      'an open order whose amounts do not add up',
      { openOrders: [{ ...buy('P06'), fee: cny('12'), net: cny('9000') }] },
      'inconsistent',
      'context.openOrders[0].net',
    ],
    [
      'a misspelt field of the policy',
      { policy: { duplicateMinute: 10 } },
      'unknown-id',
      'context.policy.duplicateMinute',
    ],
    [
      'a consent that has lost its evidence',
      {
        consent: wrong({
          ...{ format: 'aptfolio-consent/1', proposalHash: 'h', orders: {}, consents: [] },
          evidence: undefined,
        }),
      },
      'missing-value',
      'context.consent.evidence',
    ],
    [
      'a policy pack after its last day',
      { packs: [...packs, lapsed] },
      'out-of-range',
      'context.asOf',
    ],
    [
      'a policy below 1',
      { policy: { sizeMultiple: 0.5 } },
      'out-of-range',
      'context.policy.sizeMultiple',
    ],
  ] as const)('is refused with %s', (_, changes, code, path) => {
    expectRefusal(refused(changes), code, path);
  });

  it('is refused when it is none', () => {
    expectRefusal(() => checkOrder(buy('P03'), wrong(null)), 'missing-value', 'context');
  });
});
