import { type AdviceReference, type AdviceRequest, advise } from 'aptfolio/advice';
import { describe, expect, it } from 'vitest';
import { asOf, reference, request } from './support.js';

const outcomeOf = (change: Partial<AdviceRequest>, bank: Partial<AdviceReference> = {}) =>
  advise({ ...request, ...change }, { ...reference, ...bank }, { asOf }).outcome;

const viewWith = (change: Partial<AdviceRequest['view']>): Partial<AdviceRequest> => ({
  view: { ...request.view, ...change },
});

const codesOf = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) =>
  reasons.map(({ code }) => code);

describe('a case stops', () => {
  it('at the questionnaire when a mandatory answer is missing (A3)', () => {
    const outcome = outcomeOf({ answers: { ...request.answers, Q10: null } });
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'questionnaire' });
    expect(codesOf(outcome)).toEqual(['questionnaire.answer-missing']);
    expect(outcome).not.toHaveProperty('profile');
  });

  it.each([
    ['a minor', { birthDate: '2010-05-01' } as const, 'client.minor'],
    ['a frozen account', { status: 'frozen' } as const, 'client.frozen'],
    ['a client who has not agreed to profiling', { consents: {} }, 'client.no-profiling-consent'],
  ])('at the profile of %s (A16)', (_, change, code) => {
    const client = { ...request.view.client, ...change };
    const outcome = outcomeOf(viewWith({ client }));
    expect(outcome).toMatchObject({ status: 'blocked', step: 'profile' });
    expect(codesOf(outcome)).toEqual([code]);
    expect(outcome.profile?.status).toBe('blocked');
    expect(outcome).not.toHaveProperty('orders');
  });

  it('at the needs when nothing lies beyond the reserve', () => {
    const holdings = [
      { ...request.view.holdings[0]!, amount: '100000.00' },
      ...request.view.holdings.slice(3),
    ];
    const outcome = outcomeOf(viewWith({ holdings }));
    expect(outcome).toMatchObject({ status: 'nothing-to-invest', step: 'needs' });
    expect(codesOf(outcome)).toEqual(['advice.no-idle-cash']);
  });

  it('at the needs when what is idle cannot be known', () => {
    const { transactions: _, ...view } = request.view;
    const outcome = outcomeOf({ view });
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'needs' });
    expect(outcome.reasons.length).toBeGreaterThan(0);
  });

  it('at the needs when a rate is missing, and does not take that for having no money', () => {
    const [demand, ...others] = request.view.holdings;
    const holdings = [
      { ...demand!, id: 'YEN', currency: 'JPY', amount: '7000000' } as const,
      { ...demand!, amount: '10.00' },
      ...others.filter(({ kind }) => kind !== 'money-fund'),
    ];
    const asked = outcomeOf(viewWith({ holdings }));
    expect(asked).toMatchObject({ status: 'incomplete', step: 'profile' });
    expect(codesOf(asked)).toEqual(['client.missing-rate']);
    // Acknowledging that the rate is missing does not make it known.
    const outcome = outcomeOf({
      ...viewWith({ holdings }),
      acknowledged: ['client.missing-rate'],
    });
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'needs' });
    const missing = outcome.needs?.undetermined.flatMap((one) => one.missing);
    expect(new Set(missing)).toEqual(new Set(['fx.JPY']));
  });

  it('at the profile of a client of 65 or more until the special care has been taken (A4)', () => {
    const client = { ...request.view.client, birthDate: '1959-01-15' } as const;
    const outcome = outcomeOf(viewWith({ client }));
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'profile' });
    expect(codesOf(outcome)).toEqual(['client.special-care']);
    const acknowledged = ['client.special-care'];
    const later = outcomeOf({ ...viewWith({ client }), acknowledged });
    expect(later.status).toBe('proposed');
    // Seen to, and still said.
    expect(codesOf(later)).toContain('client.special-care');
  });

  it('at the profile while a contradiction is not cleared up (A13)', () => {
    const holdings = [
      ...request.view.holdings,
      { id: 'SHARES', kind: 'stock', currency: 'CNY', amount: '9000000.00' } as const,
    ];
    const change = viewWith({ holdings, statements: { acceptedLoss: 0 } });
    const outcome = outcomeOf(change);
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'profile' });
    expect(codesOf(outcome)).toEqual(['client.no-loss-but-equity']);
    expect(outcome.profile?.questions.length).toBe(1);
  });

  it.each([0, -3])('at the needs when the goal’s day is %d years away', (years) => {
    const goals = request.view.goals.map((goal) => ({ ...goal, years }));
    const outcome = outcomeOf(viewWith({ goals }));
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'needs' });
    expect(codesOf(outcome)).toEqual(['advice.goal-day-has-come']);
  });

  it('at the needs when the goal is in a currency without a rate', () => {
    const goals = request.view.goals.map((goal) => ({
      ...goal,
      currency: 'JPY' as const,
      amountToday: '20000000',
      monthlyContribution: '100000',
    }));
    const outcome = outcomeOf(viewWith({ goals }));
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'needs' });
    expect(new Set(codesOf(outcome))).toEqual(new Set(['client.need-undetermined']));
  });

  it('at the allocation when the policy’s rules contradict each other', () => {
    const { levels } = reference.allocation;
    const upper = { CASH: 0.1, BOND: 0.1, GOLD: 0.1 };
    const outcome = outcomeOf({}, { allocation: { ...reference.allocation, upper, levels } });
    expect(outcome).toMatchObject({ status: 'not-possible', step: 'allocation' });
    expect(codesOf(outcome)).toEqual(['allocation.rules-conflict', 'allocation.loosen-group-max']);
  });

  it('at the selection when no product is eligible (A17)', () => {
    const products = reference.products.filter(({ id }) => ['P05', 'P10', 'P11'].includes(id));
    const outcome = outcomeOf({}, { products });
    expect(outcome).toMatchObject({ status: 'not-possible', step: 'selection' });
    expect(codesOf(outcome)).toEqual(['selection.nothing-eligible']);
    expect(outcome.allocation?.status).toBe('optimal');
  });

  it('never with advice that is proposed although a co-owner is more cautious: the lower level counts', () => {
    const outcome = outcomeOf(viewWith({ coOwners: [{ id: 'spouse', level: 'C2' }] }));
    expect(outcome.status).toBe('proposed');
    expect(outcome.profile?.risk.level).toBe('C2');
    // No equity beyond C2's cap of 15 %.
    const { EQ_CN = 0, EQ_GL = 0 } = outcome.allocation?.weights ?? {};
    expect(EQ_CN + EQ_GL).toBeLessThanOrEqual(0.15 + 1e-9);
  });
});

describe('advise refuses', () => {
  it.each([
    ['no request', null, {}, 'missing-value', 'request'],
    ['no view', { view: undefined }, {}, 'missing-value', 'request.view'],
    ['a goal that the view does not have', { goal: 'boat' }, {}, 'unknown-id', 'request.goal'],
    [
      'a holding that the view does not have',
      { funding: 'X' },
      {},
      'unknown-id',
      'request.funding',
    ],
    [
      'an acknowledgement that is no code',
      { acknowledged: [7] },
      {},
      'invalid-type',
      'request.acknowledged[0]',
    ],
    [
      'a holding that cannot pay',
      { funding: 'CLOSED_WMP_20260630' },
      {},
      'inconsistent',
      'request.funding',
    ],
    [
      'a deposit in another currency',
      { funding: 'USD_DEMAND' },
      {},
      'inconsistent',
      'request.funding',
    ],
    [
      'an unknown option',
      { answers: { ...request.answers, Q01: 9 } },
      {},
      'out-of-range',
      'request.answers.Q01',
    ],
    [
      'an unknown item',
      { answers: { ...request.answers, Q99: 0 } },
      {},
      'unknown-id',
      'request.answers.Q99',
    ],
    [
      'a birth date that does not exist',
      viewWith({ client: { ...request.view.client, birthDate: '1988-02-30' } }),
      {},
      'invalid-date',
      'request.view.client.birthDate',
    ],
    [
      'a field weight of NaN',
      {},
      { completeness: { fieldWeights: { a: Number.NaN }, threshold: 0.9 } },
      'not-finite',
      'reference.completeness.fieldWeights.a',
    ],
    [
      'a questionnaire without items',
      {},
      { questionnaire: { ...reference.questionnaire, items: [] } },
      'empty',
      'reference.questionnaire.items',
    ],
    ['no thresholds for needs', {}, { needs: undefined }, 'missing-value', 'reference.needs'],
    [
      'an expected return of NaN',
      {},
      { assumptions: { ...reference.assumptions, expectedReturn: [Number.NaN, 0, 0, 0, 0] } },
      'not-finite',
      'reference.assumptions.expectedReturn[0]',
    ],
    [
      'an unknown class in the policy',
      {},
      { allocation: { ...reference.allocation, lower: { SILVER: 0.1 } } },
      'unknown-id',
      'reference.allocation.lower.SILVER',
    ],
    ['no products', {}, { products: undefined }, 'missing-value', 'reference.products'],
    [
      'a lock-up that is no whole number',
      {},
      { selection: { maxLockUpDays: 1.5 } },
      'invalid-type',
      'reference.selection.maxLockUpDays',
    ],
    [
      'a single path',
      {},
      { projection: { ...reference.projection, paths: 1 } },
      'out-of-range',
      'reference.projection.paths',
    ],
    [
      'a probability of 1',
      {},
      { projection: { ...reference.projection, probability: 1 } },
      'out-of-range',
      'reference.projection.probability',
    ],
    [
      'an unknown residual product',
      {},
      { orders: { ...reference.orders, residualProduct: 'P99' } },
      'unknown-id',
      'reference.orders.residualProduct',
    ],
  ])('%s', (_, change, bank, code, path) => {
    const given = change === null ? null : { ...request, ...change };
    expect(() => advise(given as never, { ...reference, ...bank } as never, { asOf })).toThrow(
      expect.objectContaining({ code, path }),
    );
  });

  it('a day that does not exist, and no day at all', () => {
    expect(() => advise(request, reference, { asOf: '2026-02-30' })).toThrow(
      expect.objectContaining({ code: 'invalid-date', path: 'options.asOf' }),
    );
    expect(() => advise(request, reference, {} as never)).toThrow(
      expect.objectContaining({ code: 'missing-value', path: 'options.asOf' }),
    );
  });
});
