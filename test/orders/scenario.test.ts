import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import {
  advanceOrder,
  checkOrder,
  checkOrders,
  draftOrder,
  hashOrders,
  type OrderPlan,
  type PlannedOrder,
  planOrders,
  recheckOrder,
} from '../../src/orders/index.js';
import { compilePack } from '../../src/rules/index.js';
import { makePolicyPack, type PolicyRuleName } from '../../src/suitability/packs/policy/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import {
  advanced,
  buy,
  change,
  client,
  cny,
  context,
  event,
  factsWith,
  isDeeplyFrozen,
  issuedBy,
  packs,
  request,
  sell,
  universe,
  universeWith,
  upToAccepted,
} from './support.js';

type Planned = Extract<OrderPlan<'CNY'>, { status: 'planned' }>;

function plan(change = {}): Planned {
  const result = planOrders({ ...request, ...change });
  if (result.status !== 'planned') throw new Error('no plan');
  return result;
}

const codes = (result: { reasons: readonly { code: string }[] }) =>
  result.reasons.map(({ code }) => code);

describe('the sample client’s orders (step 11)', () => {
  const result = plan();

  it('are the published ones: whole yuan, residual to the money fund, fees to the cent', () => {
    expect(
      result.orders.map(({ product, gross, fee, net }) => ({
        product,
        gross: gross.amount,
        fee: fee.amount,
        net: net.amount,
      })),
    ).toEqual(expected.orders.map((order) => ({ ...order, gross: `${order.gross}.00` })));
  });

  it('add up exactly', () => {
    expect(result.totalGross.amount).toBe('341262.00');
    expect(result.totalFee.amount).toBe(expected['orders.totalFee']);
    expect(result.totalNet.amount).toBe('340946.05');
    expect(result.unplaced.amount).toBe('0.00');
    expect(result.notOrdered).toEqual([]);
  });

  it('name what the money fund takes beyond its own share', () => {
    // 0.05 × 341,262 = 17,063.10; whole yuan 17,063; ordered 17,065.
    expect(result.residual.amount).toBe('2.00');
  });

  it('are paid from the demand deposit on the first dealing day', () => {
    expect(result.orders.map(({ funding, day, side }) => [funding, day, side])).toEqual(
      result.orders.map(() => ['CURRENT_CNY', 0, 'buy']),
    );
  });

  it('pass the pre-trade checks, under the client’s consent to exactly them', () => {
    const proposalHash = hashOrders(result.orders);
    const drafts = result.orders.map((order) => ({
      ...draftOrder(order, { proposalHash }),
      solicited: true,
    }));
    const { status, checks } = checkOrders(drafts, { ...context, consent: { proposalHash } });
    expect(status).toBe('allowed');
    for (const check of Object.values(checks)) {
      expect(check).toMatchObject({ reasons: [], outstanding: [], toApprove: [] });
    }
  });

  it('live to settlement, each with its fills adding up', () => {
    for (const order of result.orders) {
      const accepted = advanced(draftOrder(order), upToAccepted(draftOrder(order)));
      const settled = advanced(accepted, [
        event('e5', { kind: 'fill', amount: cny('1') }),
        event('e6', {
          kind: 'fill',
          amount: cny(String(BigInt(order.gross.amount.replace('.00', '')) - 1n)),
        }),
        event('e7', { kind: 'settle' }),
      ]);
      expect(settled.state).toBe('settled');
      expect(settled.filled).toEqual(order.gross);
    }
  });

  it('are the same bytes in whatever order the weights stand, and frozen', () => {
    const weights = Object.fromEntries(Object.entries(request.weights).reverse());
    expect(canonicalJson(plan({ weights }))).toBe(canonicalJson(result));
    expect(isDeeplyFrozen(result)).toBe(true);
  });
});

describe('a client who insists on a product above the level (A1)', () => {
  // P05 is R3 by its issuer and R4 by the distributor, so R4 counts; the client is C3.
  const unwarned = { clientInsists: true, toldUnsuitable: true, writtenWarning: false };
  const warned = {
    ...unwarned,
    writtenWarning: true,
    insistsAfterWarning: true,
    specialCare: true,
  };
  const insisting = { ...buy('P05'), solicited: false, facts: unwarned };
  const fund = { ...context, ...issuedBy('fund-manager') };

  it('is blocked for a bank wealth product, however much is acknowledged and approved', () => {
    const codes = { 'CN-NFRA-12': 'DOC-1', 'CN-NFRA-22': 'DOC-1' };
    const signed = { ...insisting, facts: warned, acknowledged: codes, approved: codes };
    const check = checkOrder(signed, context);
    expect(check.status).toBe('blocked');
    expect(check.reasons.filter(({ severity }) => severity === 'block')).toMatchObject([
      {
        code: 'CN-NFRA-12',
        citations: [{ article: '12(1)', inForceFrom: '2026-02-01', verified: true }],
      },
      { code: 'CN-NFRA-22' },
    ]);
  });

  it('may have a fund after the special written warning, with the evidence kept', () => {
    // The securities order, articles 19 and 20.
    const before = checkOrder(insisting, fund);
    expect(before.status).toBe('needs-acknowledgement');
    expect(before.outstanding).toEqual(['CN-CSRC-19', 'CN-CSRC-20']);
    const after = checkOrder({ ...insisting, facts: warned }, fund);
    expect(after.status).toBe('allowed');
    expect(after.assessment?.status).toBe('allow-with-evidence');
  });

  it('is blocked where the bank proposed the fund, or it is not known that it did not', () => {
    const { solicited: _, ...unknown } = insisting;
    const proposed = checkOrder({ ...insisting, facts: warned, solicited: true }, fund);
    expect(proposed.status).toBe('blocked');
    expect(proposed.reasons[0]?.code).toBe('CN-CSRC-22(3)');
    expect(checkOrder({ ...unknown, facts: warned }, fund).status).toBe('blocked');
  });

  it('is blocked in the lowest category, or where it is not known to be outside it', () => {
    const { lowestCategory: _, ...unknown } = client;
    const lowest = factsWith({ lowestCategory: true, riskLevel: 'C1' });
    const open = { facts: { ...fund.facts, client: unknown } };
    for (const facts of [lowest, open]) {
      expect(checkOrder({ ...insisting, facts: warned }, { ...fund, ...facts }).status).toBe(
        'blocked',
      );
    }
  });
});

describe('an assessment over twelve months old (A2)', () => {
  // 2027-02-28 + 12 months = 2028-02-28; 2028-02-29 + 12 months = 2029-02-28; the last day belongs to the period.
  const holdings = { P06: cny('50000'), P05: cny('50000') };
  const old = { ...context, ...factsWith({ assessedOn: '2028-02-29' }), holdings };
  const lastDay = { ...old, asOf: '2029-02-28' } as const;
  const dayAfter = { ...old, asOf: '2029-03-01' } as const;

  it('still counts on the last day of its twelve months', () => {
    expect(checkOrder(buy('P03'), lastDay).status).toBe('allowed');
  });

  it('blocks purchases from the day after', () => {
    const check = checkOrder(buy('P03'), dayAfter);
    expect(check.status).toBe('blocked');
    // Article 29(2) of Order No. 7 of 2025.
    expect(check.reasons).toMatchObject([
      { code: 'CN-NFRA-29b', severity: 'block', citations: [{ article: '29(2)' }, {}, {}] },
    ]);
  });

  it('lets redemptions pass', () => {
    expect(checkOrder(sell('P06'), dayAfter)).toMatchObject({ status: 'allowed', reasons: [] });
  });

  it('lets switches to lower risk pass and says why', () => {
    // P06 is R3, P03 is R2.
    const check = checkOrder(change('P06', 'P03'), dayAfter);
    expect(check.status).toBe('allowed');
    expect(check.reasons).toMatchObject([
      {
        code: 'orders.reduces-risk',
        severity: 'info',
        parameters: { from: 'P06', product: 'P03' },
      },
    ]);
  });

  it('blocks switches to the same or a higher risk', () => {
    // P06, P07: R3 both. P05: R4.
    expect(codes(checkOrder(change('P06', 'P07'), dayAfter))).toEqual(['CN-NFRA-29b']);
    expect(codes(checkOrder(change('P06', 'P05'), dayAfter))).toEqual(
      expect.arrayContaining(['CN-NFRA-12', 'CN-NFRA-29b', 'orders.holding-kept']),
    );
  });
});

describe('an account of 50 million (A9)', () => {
  const large = plan({
    amount: cny('50000000'),
    dailyLimits: { P06: '3000000', P07: '5000000.50' },
  });

  const of = (product: string): readonly PlannedOrder[] =>
    large.orders.filter((order) => order.product === product);

  it('is cut into one order a day under the daily limits', () => {
    // 0.26612202 × 50,000,000 = 13,306,101.00 = 4 × 3,000,000 + 1,306,101.
    expect(of('P06').map(({ gross, day }) => [gross.amount, day])).toEqual([
      ['3000000.00', 0],
      ['3000000.00', 1],
      ['3000000.00', 2],
      ['3000000.00', 3],
      ['1306101.00', 4],
    ]);
    // 0.27823165 × 50,000,000 = 13,911,582.50; whole yuan: 5,000,000 a day, then 3,911,582.
    expect(of('P07').map(({ gross }) => gross.amount)).toEqual([
      '5000000.00',
      '5000000.00',
      '3911582.00',
    ]);
    // 0.38452877 × 50,000,000 = 19,226,438.50, no limit.
    expect(of('P03').map(({ gross }) => gross.amount)).toEqual(['19226438.00']);
  });

  it('adds up to the last cent', () => {
    expect(large.totalGross.amount).toBe('50000000.00');
    // Gross over 1.001, 1.0015 and 1.0006, half-even, slice by slice:
    // P06 4 × 2,997.00 + 1,304.80; P07 2 × 7,488.77 + 5,858.59; P03 11,528.95;
    // P08 0.02111756 × 50,000,000 = 1,055,878.00, fee 633.15.
    const fees = (product: string) => of(product).map(({ fee }) => fee.amount);
    expect(fees('P06')).toEqual(['2997.00', '2997.00', '2997.00', '2997.00', '1304.80']);
    expect(fees('P07')).toEqual(['7488.77', '7488.77', '5858.59']);
    expect(fees('P03')).toEqual(['11528.95']);
    expect(fees('P08')).toEqual(['633.15']);
    expect(large.totalFee.amount).toBe('46291.03');
  });

  it('gives every slice its own id', () => {
    expect(new Set(large.orders.map(({ id }) => id)).size).toBe(large.orders.length);
  });
});

describe('a product suspended while its order is on the way (A10)', () => {
  const orders = plan().orders;
  const proposalHash = hashOrders(orders);
  const order = draftOrder(orders.find(({ product }) => product === 'P07')!, { proposalHash });
  const accepted = advanced(order, upToAccepted(order));

  it('rejects the order with the reason', () => {
    const rejected = advanceOrder(
      accepted,
      event('e5', { kind: 'reject', reasonCode: 'orders.no-subscription' }),
    );
    expect(rejected.status).toBe('advanced');
    expect(rejected.order.state).toBe('rejected');
    expect(rejected.order.events.at(-1)).toMatchObject({ reasonCode: 'orders.no-subscription' });
    expect(rejected.order.filled.amount).toBe('0.00');
  });

  it('blocks the check of a new order for it', () => {
    const suspended = universeWith('P07', { status: 'subscription-suspended' });
    const together = orders.map((one) => ({ ...one, solicited: true, proposalHash }));
    const asked = { ...context, universe: suspended, consent: { proposalHash } };
    const check = checkOrders(together, asked).checks[order.id]!;
    expect(check.status).toBe('blocked');
    expect(codes(check)).toEqual(['orders.no-subscription']);
  });

  it('needs fresh consent for a substitute, because the hash changed', () => {
    const others = orders.filter(({ product }) => product !== 'P07');
    const substitute = { ...orders.find(({ product }) => product === 'P07')!, product: 'P04' };
    const newHash = hashOrders([...others, substitute]);
    expect(newHash).not.toBe(proposalHash);
    const draft = draftOrder(substitute, { proposalHash: newHash });
    const substituted = { ...draft, solicited: true };
    // P04 charges another entry fee than P07, with whose the order was made.
    expect(codes(checkOrder(substituted, { ...context, consent: { proposalHash } }))).toEqual([
      'orders.fee-differs',
      'orders.consent-outdated',
    ]);
    const checked = advanced(draft, [event('e1', { kind: 'check', status: 'allowed' })]);
    expect(advanceOrder(checked, event('e2', { kind: 'confirm', proposalHash }))).toMatchObject({
      status: 'illegal',
      reason: { code: 'orders.consent-outdated' },
    });
    expect(
      advanceOrder(checked, event('e2', { kind: 'confirm', proposalHash: newHash })).status,
    ).toBe('advanced');
  });
});

describe('a held fund re-rated above the client’s level (A12)', () => {
  const reRated = {
    ...context,
    universe: universeWith('P06', { distributorRisk: 'R4' }),
    holdings: { P06: cny('90726.27') },
  };

  it('is kept, and additions to it are blocked', () => {
    expect(checkOrder(buy('P06'), context).status).toBe('allowed');
    const check = checkOrder(buy('P06'), reRated);
    expect(check.status).toBe('blocked');
    expect(codes(check)).toEqual(
      expect.arrayContaining(['CN-NFRA-12', 'CN-NFRA-22', 'orders.holding-kept']),
    );
  });

  it('can be redeemed, or left for a lower risk, without its level standing in the way', () => {
    expect(checkOrder(sell('P06'), reRated).status).toBe('allowed');
    expect(checkOrder(change('P06', 'P07'), reRated).status).toBe('allowed');
  });

  it('says nothing of a holding where there is none', () => {
    expect(codes(checkOrder(buy('P06'), { ...reRated, holdings: {} }))).not.toContain(
      'orders.holding-kept',
    );
  });
});

describe('a minor, joint owners, a frozen account (A16)', () => {
  // The Civil Code, articles 18 to 20; article 19 of Order No. 7.
  const minor = factsWith({
    birthDate: '2010-05-01',
    civilCapacity: 'limited',
    livesOnOwnWork: false,
  });

  it('lets a minor buy low risk alone, and that with the consent of a legal representative', () => {
    const asked = { ...context, ...minor };
    const consent = (product: string, guardianConsent: boolean) =>
      checkOrder({ ...buy(product), facts: { guardianConsent } }, asked).status;
    expect(consent('P02', false)).toBe('blocked');
    expect(consent('P02', true)).toBe('allowed');
    expect(consent('P04', true)).toBe('blocked');
  });

  it('lets nothing happen in a frozen account', () => {
    const frozen = {
      ...context,
      account: { status: 'frozen' },
      holdings: { P03: cny('10000') },
    } as const;
    expect(codes(checkOrder(buy('P03'), frozen))).toEqual(['orders.account-frozen']);
    expect(codes(checkOrder(sell('P03'), frozen))).toEqual(['orders.account-frozen']);
  });

  it('asks every owner', () => {
    const joint = { ...context, account: { status: 'active', owners: ['C-1', 'C-2'] } } as const;
    expect(codes(checkOrder(buy('P03'), joint))).toEqual([
      'orders.owner-has-not-agreed',
      'orders.owner-has-not-agreed',
    ]);
  });
});

describe('a pack that changes between proposal and order (A20)', () => {
  // From 2026-03-03 on the bank asks whether money is borrowed, and a second person sees orders from 60,000.
  const policy = (
    version: string,
    rules: readonly PolicyRuleName[],
    approvalFrom: number,
    days: object,
  ) =>
    compilePack({
      ...makePolicyPack({
        ...{ id: 'bank', prefix: 'BANK', version, from: '2026-03-02', rules },
        thresholds: { approvalFrom },
      }),
      inForce: days as never,
    });
  const versions = [
    policy('2026.1', ['order-approval'], 150_000, { from: '2026-03-02', to: '2026-03-03' }),
    policy('2026.2', ['order-approval', 'borrowed-money'], 60_000, { from: '2026-03-03' }),
  ];
  const before = { ...context, packs: [...packs, ...versions] };
  const now = { ...before, asOf: '2026-03-03' } as const;
  const again = (facts: object) =>
    plan().orders.map((order) =>
      recheckOrder({ ...order, solicited: true, facts: facts as never }, { before, now }),
    );

  it('is asked again: a new question first, then the lower threshold', () => {
    // 17,065; 131,225; 90,817; 94,949; 7,206: none reaches 150,000, three reach 60,000.
    const open = again({});
    expect(open.map((one) => one.before.status)).toEqual(Array(5).fill('allowed'));
    expect(open.map((one) => one.now.status)).toEqual(Array(5).fill('blocked'));
    expect(open[0]!.now.missing.map(({ fact }) => fact)).toEqual(['order.borrowed']);
    expect(again({ borrowed: false }).map((one) => one.now.status)).toEqual([
      'allowed',
      ...Array(3).fill('needs-approval'),
      'allowed',
    ]);
  });

  it('lists what differs, rule by rule', () => {
    const [, second] = again({ borrowed: false });
    expect(second!.changed).toBe(true);
    expect(second!.standings).toEqual([
      { rule: 'BANK-BORROWED-MONEY', now: 'not-met' },
      { rule: 'BANK-ORDER-APPROVAL', before: 'not-met', now: 'fired' },
    ]);
    expect(second!.packs.map(({ from, to }) => [from.version, to.version])).toEqual([
      ['2026.1', '2026.2'],
    ]);
    expect(second!.packs[0]!.rules.added).toEqual(['BANK-BORROWED-MONEY']);
    expect(second!.addedReasons.map(({ code }) => code)).toEqual(['BANK-ORDER-APPROVAL']);
    expect(second!.removedReasons).toEqual([]);
  });
});

describe('every order that names the sample universe', () => {
  it('leaves its arguments alone', () => {
    const before = canonicalJson(request);
    plan();
    expect(canonicalJson(request)).toBe(before);
    expect(universe.products).toHaveLength(11);
  });
});
