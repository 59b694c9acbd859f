import { type AdviceReference, type AdviceRequest, advise } from 'aptfolio/advice';
import type { PlainDate } from 'aptfolio/dates';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../refusal.js';
import { asOf, judgedReference, judgedRequest, packs, reference, request } from './support.js';

const outcomeOf = (change: Partial<AdviceRequest>, bank: Partial<AdviceReference> = {}) =>
  advise({ ...request, ...change }, { ...reference, ...bank }, { asOf }).outcome;

/** The sample client with other amounts on the demand deposit and in the money fund; 138,738 of both is the reserve. */
const withMoney = (deposit: string, fund: string): Partial<AdviceRequest> => ({
  view: {
    ...request.view,
    holdings: request.view.holdings.map((one) =>
      one.id === request.funding
        ? { ...one, amount: deposit }
        : one.kind === 'money-fund'
          ? { ...one, amount: fund }
          : one,
    ),
  },
});

const codesOf = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) =>
  reasons.map(({ code }) => code);

describe('orders in steps too coarse for the advice', () => {
  const inSteps = (amountStep: string, more: object = {}) => ({
    orders: { residualProduct: 'P01', amountStep, ...more },
  });

  it('are no orders of this advice', () => {
    // Nothing but the residual product could be ordered in millions; it should hold 5 %, so 95 % go elsewhere.
    const outcome = outcomeOf({}, inSteps('1000000'));
    expect(outcome).toMatchObject({ status: 'not-possible', step: 'orders' });
    expect(outcome.reasons[0]).toMatchObject({
      code: 'advice.orders-differ',
      severity: 'block',
      parameters: { share: 0.95, most: 0.05 },
    });
    // What could not be ordered is named with its own reasons.
    expect(codesOf(outcome)).toContain('orders.below-minimum');
  });

  it('nor where each is rounded by a fifth of a small amount', () => {
    const outcome = outcomeOf(withMoney('25738.00', '118000.00'), inSteps('1000'));
    expect(outcome.amount?.amount).toBe('5000.00');
    expect(outcome).toMatchObject({ status: 'not-possible', step: 'orders' });
    expect(codesOf(outcome)[0]).toBe('advice.orders-differ');
  });

  it('unless the bank says how far orders may differ; what is not ordered is then among the reasons', () => {
    const outcome = outcomeOf({}, inSteps('1000000', { maxDeviation: 1 }));
    expect(outcome.status).toBe('proposed');
    expect(codesOf(outcome)).toContain('orders.below-minimum');
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d for that', (maxDeviation) => {
    const bank = { ...reference, ...inSteps('1', { maxDeviation }) };
    const code = Number.isNaN(maxDeviation) ? 'not-finite' : 'out-of-range';
    expectRefusal(() => advise(request, bank, { asOf }), code, 'reference.orders.maxDeviation');
  });
});

describe('the most that one product may hold', () => {
  it('is kept by the orders too: what rounding leaves stays money', () => {
    const outcome = outcomeOf(
      {},
      {
        selection: { ...reference.selection, maxWeightPerProduct: 0.3 },
        orders: { residualProduct: 'P03', amountStep: '1000' },
      },
    );
    if (outcome.status !== 'proposed') throw new Error(outcome.status);
    expect(outcome.selection.weights.P03).toBeCloseTo(0.3, 9);
    // 30 % of 341,262 are 102,378.60.
    const most = outcome.orders.orders.filter(({ product }) => product === 'P03');
    expect(most.map(({ gross }) => gross.amount)).toEqual(['102000.00']);
    expect(Number(outcome.orders.unplaced.amount)).toBeGreaterThan(0);
  });
});

describe('money beyond the reserve that does not lie on the deposit that pays', () => {
  it('is not advised on, and is named', () => {
    // 100,000 + 500,000 − 138,738 = 461,262 are idle, of which the deposit has 100,000.
    const outcome = outcomeOf(withMoney('100000.00', '500000.00'));
    expect(outcome).toMatchObject({
      status: 'proposed',
      amount: { currency: 'CNY', amount: '100000.00' },
    });
    expect(outcome.reasons.find(({ code }) => code === 'advice.funding-covers-part')).toMatchObject(
      {
        severity: 'info',
        parameters: { amount: '100000.00', idle: '461262.00', currency: 'CNY' },
      },
    );
  });

  it('cannot be invested at all where the deposit is empty', () => {
    const outcome = outcomeOf(withMoney('0.00', '600000.00'));
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'needs' });
    expect(codesOf(outcome)).toEqual(['advice.funding-empty']);
  });
});

describe('a fact of the request that the case itself finds', () => {
  const advised = (client: object) => () =>
    advise(
      {
        ...judgedRequest,
        facts: { ...judgedRequest.facts, client: { ...judgedRequest.facts!.client, ...client } },
      },
      judgedReference,
      { asOf, packs },
    );

  it.each([
    ['riskLevel', 'C5'],
    ['riskLevel', 'C2'],
    ['riskLevel', null],
    ['assessedOn', '2020-01-01'],
    ['birthDate', '1950-01-01'],
    ['age', 70],
  ])('%s must not contradict it (%s)', (name, value) => {
    expectRefusal(advised({ [name]: value }), 'inconsistent', `request.facts.client.${name}`);
  });

  it('may repeat it', () => {
    // Born on 1988-02-29 and so 38 on 2026-03-02; assessed at C3 that day.
    const same = { riskLevel: 'C3', assessedOn: asOf, birthDate: '1988-02-29' };
    expect(advised(same)().outcome.status).toBe('proposed');
  });

  it('must not contradict it under its whole name either', () => {
    const facts = { ...judgedRequest.facts, 'client.riskLevel': 'C5' };
    expectRefusal(
      () => advise({ ...judgedRequest, facts } as never, judgedReference, { asOf, packs }),
      'inconsistent',
      'request.facts["client.riskLevel"]',
    );
  });
});

describe('the day of the answers', () => {
  it('is that of the assessment, which may have run out since', () => {
    const of = (answeredOn: PlainDate) => outcomeOf({ answeredOn });
    expect(of('2026-01-05').assessment?.assessedOn).toBe('2026-01-05');
    expect(of('2026-01-05').status).toBe('proposed');
    // The sample's assessments count for a year.
    const old = of('2024-01-05');
    expect(old.status).not.toBe('proposed');
    expect(codesOf(old)).toContain('client.assessment-expired');
  });

  it('is not after that of the advice', () => {
    expectRefusal(
      () => advise({ ...request, answeredOn: '2026-03-03' }, reference, { asOf }),
      'inconsistent',
      'request.answeredOn',
    );
  });
});

it('takes a field that is undefined for an absent one', () => {
  const open = { ...request, history: undefined } as never as AdviceRequest;
  expect(advise(open, reference, { asOf }).hash).toBe(advise(request, reference, { asOf }).hash);
});

it('refuses packs that are none', () => {
  for (const [packs, path] of [
    [[{}], 'options.packs[0].id'],
    [[null], 'options.packs[0]'],
  ] as const) {
    expectRefusal(
      () => advise(request, reference, { asOf, packs: packs as never }),
      'missing-value',
      path,
    );
  }
});

describe('a field that there is none of', () => {
  it.each([
    ['acknowledge', ['x'], 'request.acknowledge'],
    ['facts ', {}, 'request["facts "]'],
  ])('is refused in a request: %s', (name, value, path) => {
    const misspelt = { ...request, [name]: value } as AdviceRequest;
    expectRefusal(() => advise(misspelt, reference, { asOf }), 'unknown-id', path);
  });

  it.each([
    ['calender', reference, 'reference.calender'],
    ['maxWeight', reference.selection, 'reference.selection.maxWeight'],
    ['path', reference.projection, 'reference.projection.path'],
    ['dailyLimit', reference.orders, 'reference.orders.dailyLimit'],
  ])('is refused in a reference: %s', (name, part, path) => {
    const misspelt = { ...part, [name]: 1 };
    const [, room] = path.split('.');
    const bank = part === reference ? misspelt : { ...reference, [room!]: misspelt };
    expectRefusal(
      () => advise(request, bank as unknown as AdviceReference, { asOf }),
      'unknown-id',
      path,
    );
  });
});
