import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import {
  advanceOrder,
  checkOrder,
  draftOrder,
  hashOrders,
  type OrderPlan,
  type PlannedOrder,
  planOrders,
} from '../../src/orders/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import {
  advanced,
  buy,
  change,
  cny,
  context,
  event,
  isDeeplyFrozen,
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
    for (const order of result.orders) {
      const check = checkOrder(draftOrder(order, { proposalHash }), {
        ...context,
        consent: { proposalHash },
      });
      expect(check).toEqual({ status: 'allowed', reasons: [], outstanding: [], toApprove: [] });
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
  const insisting = { ...buy('P05'), solicited: false };

  it('is blocked for a bank wealth product, however much is acknowledged and approved', () => {
    const acknowledged = ['orders.risk-above-level', 'orders.special-warning'];
    const check = checkOrder(insisting, { ...context, acknowledged, approved: acknowledged });
    expect(check.status).toBe('blocked');
    expect(check.reasons).toMatchObject([
      {
        code: 'orders.risk-above-level',
        severity: 'block',
        parameters: { product: 'P05', rating: 'R4', level: 'C3' },
        citations: [{ article: '12', inForceFrom: '2026-02-01' }],
      },
    ]);
  });

  const fund = {
    ...context,
    client: { ...context.client, lowestCategory: false },
    mayInsistOn: ['P05'],
  };

  it('may have a fund after the special written warning, with the evidence kept', () => {
    const before = checkOrder(insisting, fund);
    expect(before.status).toBe('needs-acknowledgement');
    expect(before.outstanding).toEqual(['orders.special-warning']);
    expect(before.reasons).toMatchObject([{ severity: 'require', citations: [{ article: '19' }] }]);
    const after = checkOrder(insisting, { ...fund, acknowledged: ['orders.special-warning'] });
    expect(after.status).toBe('allowed');
    expect(codes(after)).toEqual(['orders.special-warning']);
  });

  it('is blocked where the bank proposed the fund, or it is not known that it did not', () => {
    for (const order of [{ ...buy('P05'), solicited: true }, buy('P05')]) {
      const check = checkOrder(order, { ...fund, acknowledged: ['orders.special-warning'] });
      expect(check.status).toBe('blocked');
      expect(codes(check)).toEqual(['orders.solicited-above-level']);
    }
  });

  it('is blocked in the lowest category, or where it is not known to be outside it', () => {
    for (const category of [{ lowestCategory: true }, {}]) {
      const check = checkOrder(insisting, {
        ...fund,
        client: { ...context.client, ...category },
        acknowledged: ['orders.special-warning'],
      });
      expect(check.status).toBe('blocked');
      expect(codes(check)).toEqual(['orders.lowest-category']);
    }
  });

  it('still needs a valid assessment for a fund', () => {
    const check = checkOrder(insisting, { ...fund, asOf: '2027-03-03' });
    expect(check.status).toBe('blocked');
    expect(codes(check)).toEqual(['orders.assessment-expired', 'orders.special-warning']);
  });
});

describe('an assessment over twelve months old (A2)', () => {
  // 2024-02-29 + 12 months = 2025-02-28; the last day belongs to the period.
  const client = { level: 'C3', assessedOn: '2024-02-29', validMonths: 12 } as const;
  const holdings = { P06: cny('50000'), P05: cny('50000') };
  const lastDay = { ...context, client, holdings, asOf: '2025-02-28' } as const;
  const dayAfter = { ...lastDay, asOf: '2025-03-01' } as const;

  it('still counts on 2025-02-28', () => {
    expect(checkOrder(buy('P03'), lastDay).status).toBe('allowed');
  });

  it('blocks purchases from 2025-03-01', () => {
    const check = checkOrder(buy('P03'), dayAfter);
    expect(check.status).toBe('blocked');
    expect(check.reasons).toMatchObject([
      {
        code: 'orders.assessment-expired',
        severity: 'block',
        parameters: { assessedOn: '2024-02-29', validThrough: '2025-02-28' },
        citations: [{ article: '29' }],
      },
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
    expect(codes(checkOrder(change('P06', 'P07'), dayAfter))).toEqual([
      'orders.assessment-expired',
    ]);
    expect(codes(checkOrder(change('P06', 'P05'), dayAfter))).toEqual([
      'orders.assessment-expired',
      'orders.risk-above-level',
      'orders.holding-kept',
    ]);
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
    const check = checkOrder(order, {
      ...context,
      universe: suspended,
      consent: { proposalHash },
    });
    expect(check.status).toBe('blocked');
    expect(codes(check)).toEqual(['orders.no-subscription']);
  });

  it('needs fresh consent for a substitute, because the hash changed', () => {
    const others = orders.filter(({ product }) => product !== 'P07');
    const substitute = { ...orders.find(({ product }) => product === 'P07')!, product: 'P04' };
    const newHash = hashOrders([...others, substitute]);
    expect(newHash).not.toBe(proposalHash);
    const draft = draftOrder(substitute, { proposalHash: newHash });
    expect(codes(checkOrder(draft, { ...context, consent: { proposalHash } }))).toEqual([
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
    expect(check.reasons).toMatchObject([
      { code: 'orders.risk-above-level', severity: 'block' },
      {
        code: 'orders.holding-kept',
        severity: 'info',
        parameters: { product: 'P06', rating: 'R4' },
      },
    ]);
  });

  it('can be redeemed, or left for a lower risk, without its level standing in the way', () => {
    expect(checkOrder(sell('P06'), reRated).status).toBe('allowed');
    expect(checkOrder(change('P06', 'P07'), reRated).status).toBe('allowed');
  });

  it('says nothing of a holding where there is none', () => {
    expect(codes(checkOrder(buy('P06'), { ...reRated, holdings: {} }))).toEqual([
      'orders.risk-above-level',
    ]);
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
