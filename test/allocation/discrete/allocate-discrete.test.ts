import { describe, expect, it } from 'vitest';
import {
  allocate,
  allocateDiscrete,
  allocationMessages,
  type DiscreteProblem,
  type InfeasibleDiscrete,
} from '../../../src/allocation/index.js';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { hasNegativeZero, isDeeplyFrozen } from '../support.js';
import { allocated, enumeratedCases, lotCases } from './discrete-cases.js';

/** Independent risks: the weights of least variance are in proportion to 1/variance, 100 : 50 : 25. */
const PROBLEM: DiscreteProblem = {
  assets: ['A', 'B', 'C'],
  expectedReturn: [0.02, 0.03, 0.06],
  covariance: [
    [0.01, 0, 0],
    [0, 0.02, 0],
    [0, 0, 0.04],
  ],
  objective: { kind: 'minimum-variance' },
};

const hkd = (amount: string) => ({ currency: 'HKD', amount }) as const;

describe('allocateDiscrete', () => {
  it('is allocate where there are no discrete rules', () => {
    const { weights, objectiveValue, binding } = allocated(allocateDiscrete(PROBLEM, {}));
    const plain = allocate(PROBLEM);
    expect(plain).toMatchObject({ status: 'optimal', weights, objectiveValue, binding });
  });

  it('counts what is frozen among the holdings', () => {
    // C stays at 0.2; one more may be held: A with 0.8, for 0.64·0.01 + 0.04·0.04.
    const trading = { current: { A: 0.4, B: 0.4, C: 0.2 }, frozen: ['C'] };
    const result = allocated(allocateDiscrete({ ...PROBLEM, trading }, { maxHoldings: 2 }));
    expect(result.weights).toEqual({ A: expect.closeTo(0.8, 14), B: 0, C: 0.2 });
    expect(result.objectiveValue).toBeCloseTo(0.008, 14);
    expect(result.holdings).toEqual(['A', 'C']);
  });

  it('leaves what is frozen alone, whatever its size', () => {
    const trading = { current: { A: 0.5, B: 0.49, C: 0.01 }, frozen: ['C'] };
    const rules = { minTicket: 0.1, minTrade: 0.05 };
    const result = allocated(allocateDiscrete({ ...PROBLEM, trading }, rules));
    // The rest of 0.99 in proportion 2 : 1.
    expect(result.weights.A).toBeCloseTo(0.66, 12);
    expect(result.weights.C).toBe(0.01);
  });

  it('does not trade rather than trade too little', () => {
    // Without the rule A goes to 4/7, by 0.0214; with it A and B or A and C change by 0.05, or nothing does.
    // Variances: nothing 0.0057375 (0.55, 0.3, 0.15); A +0.05, C −0.05: 0.0058; A +0.05, B −0.05: 0.00575.
    const trading = { current: { A: 0.55, B: 0.3, C: 0.15 } };
    const result = allocated(allocateDiscrete({ ...PROBLEM, trading }, { minTrade: 0.05 }));
    expect(result.weights).toEqual(trading.current);
    expect(result.trading).toEqual({ turnover: 0, cost: 0 });
  });

  it('counts the cost of trading', () => {
    // Selling C and buying A costs 0.1 both ways: more than it could gain.
    const trading = { current: { C: 1 }, buyCost: 0.1, sellCost: 0.1 };
    const objective = { kind: 'utility', riskAversion: 2 } as const;
    const result = allocated(
      allocateDiscrete({ ...PROBLEM, objective, trading }, { maxHoldings: 1 }),
    );
    expect(result.weights.C).toBe(1);
  });

  it('puts a minimum ticket on record as what holds a weight up', () => {
    // C would have 1/7; with a ticket of 0.2 it has 0.2, A and B share 0.8 as 2 : 1.
    const result = allocated(allocateDiscrete(PROBLEM, { minTicket: { C: 0.2 }, minHoldings: 0 }));
    const without = 0.01 * (2 / 3) ** 2 + 0.02 * (1 / 3) ** 2;
    const withC = 0.01 * (1.6 / 3) ** 2 + 0.02 * (0.8 / 3) ** 2 + 0.04 * 0.04;
    expect(withC).toBeLessThan(without);
    expect(result.objectiveValue).toBeCloseTo(withC, 14);
    expect(result.weights.C).toBe(0.2);
    // d(variance)/d(ticket) = 2·(0.04·0.2 − 0.01·1.6/3).
    const [binding] = result.binding;
    expect(binding).toMatchObject({ rule: 'min-ticket:C', subject: 'C', bound: 0.2, unique: true });
    expect(binding!.shadowPrice).toBeCloseTo(0.016 - 0.032 / 3, 12);
    expect(result.reasons.map(({ code }) => code)).toContain('allocation.min-ticket-binding');
  });

  it('says what it proved', () => {
    const { certificate } = allocated(allocateDiscrete(PROBLEM, { maxHoldings: 1 }));
    // Only A: 0.01. Without the rule 1/175.
    expect(certificate).toMatchObject({ provenOptimal: true, bound: 0.01, gap: 0, relativeGap: 0 });
    expect(certificate.relaxation).toBeCloseTo(1 / 175, 14);
    expect(certificate.choice?.stationarity).toBeLessThan(1e-12);
  });
});

describe('a search that is cut short', () => {
  const { problem, rules, expected } = enumeratedCases.find(
    ({ name }) => name === 'minimum-variance, trades',
  )!;
  const optimum = (expected as { readonly objective: number }).objective;

  it('returns the best it found with a bound that holds', () => {
    const result = allocated(allocateDiscrete(problem, rules, { maxNodes: 1 }));
    const { certificate, objectiveValue } = result;
    expect(result.status).toBe('feasible');
    expect(certificate.ended).toBe('node-limit');
    expect(objectiveValue).toBeGreaterThanOrEqual(optimum * (1 - 1e-9));
    expect(certificate.bound).toBeLessThan(optimum);
    expect(certificate.gap).toBeCloseTo(objectiveValue - certificate.bound, 14);
    expect(certificate.relativeGap).toBeCloseTo(certificate.gap / objectiveValue, 12);
    expect(result.reasons.at(-1)).toMatchObject({ code: 'allocation.gap-left', severity: 'warn' });
  });

  it('stops within a gap that is good enough', () => {
    const { certificate } = allocated(allocateDiscrete(problem, rules, { gap: 0.05 }));
    expect(certificate.relativeGap).toBeLessThanOrEqual(0.05);
    expect(certificate.ended).toBe(certificate.provenOptimal ? 'complete' : 'gap');
    const exact = allocated(allocateDiscrete(problem, rules)).certificate;
    expect(certificate.nodes).toBeLessThanOrEqual(exact.nodes);
  });

  it('asks again and again whether to go on', () => {
    const { covariance } = problem;
    const lots = Object.fromEntries(problem.assets.map((name) => [name, { price: '1.37' }]));
    const seen: number[] = [];
    const options = {
      onProgress: ({ nodes, best, bound }: { nodes: number; best?: number; bound: number }) => {
        seen.push(nodes);
        if (best !== undefined) expect(bound).toBeLessThanOrEqual(best);
        return seen.length < 3;
      },
    };
    const result = allocateDiscrete(
      {
        assets: problem.assets,
        expectedReturn: problem.expectedReturn,
        covariance,
        objective: problem.objective,
      },
      { lots: { portfolioValue: hkd('1000.00'), assets: lots } },
      options,
    );
    expect(seen).toHaveLength(3);
    expect(allocated(result).certificate.ended).toBe('stopped');
    expect(result.status).toBe('feasible');
  });
});

describe('rules that cannot hold together are named', () => {
  const conflict = (problem: DiscreteProblem, rules: Parameters<typeof allocateDiscrete>[1]) => {
    const result = allocateDiscrete(problem, rules);
    expect(result.status).toBe('infeasible');
    return (result as InfeasibleDiscrete).conflicting;
  };
  const capped = { ...PROBLEM, bounds: { A: { max: 0.4 }, B: { max: 0.4 }, C: { max: 0.4 } } };

  it('a number of holdings and caps', () => {
    expect(conflict(capped, { maxHoldings: 2 })).toEqual([
      'max:A',
      'max:B',
      'max:C',
      'max-holdings',
      'budget',
    ]);
  });
  it('tickets and a number of holdings, and nothing else', () => {
    // Three tickets of 0.4 are more than the budget, whatever group is capped.
    const groups = [{ id: 'g', members: ['A'], max: 0.9 }];
    expect(conflict({ ...PROBLEM, groups }, { minTicket: 0.4, minHoldings: 3 })).toEqual([
      'min-ticket:A',
      'min-ticket:B',
      'min-ticket:C',
      'min-holdings',
      'budget',
    ]);
  });
  it('a ticket above a cap that something depends on', () => {
    const groups = [{ id: 'g', members: ['A'], min: 0.1 }];
    const bounds = { A: { max: 0.2 } };
    expect(conflict({ ...PROBLEM, bounds, groups }, { minTicket: { A: 0.3 } })).toEqual([
      'max:A',
      'group-min:g',
      'min-ticket:A',
    ]);
  });
  it('trades', () => {
    // A has to give up 0.1, but trades by 0.2 only, which a floor forbids.
    const trading = { current: { A: 0.5, B: 0.5 } };
    const bounds = { A: { min: 0.35, max: 0.4 } };
    expect(conflict({ ...PROBLEM, trading, bounds }, { minTrade: 0.2 })).toEqual([
      'min:A',
      'max:A',
      'min-trade:A',
    ]);
  });
  it('linear rules as allocate names them', () => {
    const tight = { ...PROBLEM, bounds: { A: { max: 0.3 }, B: { max: 0.3 }, C: { max: 0.3 } } };
    const plain = allocate(tight);
    expect(conflict(tight, { maxHoldings: 3 })).toEqual(
      (plain as { readonly conflicting: readonly string[] }).conflicting,
    );
  });
});

describe('whole lots', () => {
  const prices = { A: { price: '30' }, B: { price: '30' }, C: { price: '30' } };
  const lots = { portfolioValue: hkd('100.00'), assets: prices };

  it('keep to a group cap exactly, and say by how much the nearest breaks it where none does', () => {
    // A has 0.3, 0.6 or 0.9 of the value: none is between 0.35 and 0.5. The nearest breaks that by 0.05.
    const groups = [{ id: 'a', members: ['A'], min: 0.35, max: 0.5 }];
    const result = allocateDiscrete({ ...PROBLEM, groups }, { lots }) as InfeasibleDiscrete;
    expect(result.status).toBe('infeasible');
    expect(result.conflicting).toEqual(['group-min:a', 'group-max:a', 'lots']);
    expect(result.breaches).toHaveLength(1);
    expect(result.breaches[0]!.rule).toBe('group-min:a');
    expect(result.breaches[0]!.by).toBeCloseTo(0.05, 12);
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'allocation.rules-conflict',
      'allocation.lots-breach',
    ]);
  });

  it('are said to miss a rule in the unit of its bound', () => {
    // A has 0.3 where 0.35121 is asked for: 0.05121. A measure of 7 per unit of A is 2.1 where 2.45003 is: 0.35003.
    const rules = [{ id: 'years', coefficients: { A: 7 }, min: 2.45003, max: 3 }];
    const groups = [{ id: 'a', members: ['A'], min: 0.35121, max: 0.5 }];
    const said = (change: Partial<DiscreteProblem>) =>
      allocateDiscrete({ ...PROBLEM, ...change }, { lots })
        .reasons.slice(1)
        .map((reason) => LOCALES.map((locale) => formatReason(allocationMessages, reason, locale)));
    expect(said({ groups })).toEqual([
      [
        '按整手买卖后，“group-min:a”这一要求未能完全满足，差距不超过5.13%。',
        '按完整買賣單位交易後，「group-min:a」這項要求未能完全符合，差距不超過5.13%。',
        'In whole lots the requirement “group-min:a” is missed by up to 5.13%.',
      ],
    ]);
    expect(said({ rules })[0]).toEqual([
      '按整手买卖后，“rule-min:years”这一要求未能完全满足，差距约为0.35。',
      '按完整買賣單位交易後，「rule-min:years」這項要求未能完全符合，差距約為0.35。',
      'In whole lots the requirement “rule-min:years” is missed by about 0.35.',
    ]);
  });

  it('break a rule within its tolerance, and say so', () => {
    const groups = [{ id: 'a', members: ['A'], min: 0.35, max: 0.5 }];
    const tolerance = { 'group-min:a': 0.06 };
    const result = allocated(
      allocateDiscrete({ ...PROBLEM, groups }, { lots: { ...lots, tolerance } }),
    );
    // One lot of each: 0.3 · 3, the least variance of 0.9.
    expect(result.lots!.held).toEqual({ A: 1, B: 1, C: 1 });
    expect(result.lots!.cash).toEqual(hkd('10.00'));
    expect(result.lots!.breaches).toEqual([{ rule: 'group-min:a', by: expect.closeTo(0.05, 12) }]);
    expect(result.certificate.primal).toBe(0);
    expect(result.status).toBe('optimal');
  });

  it('never spend more than there is, fees included', () => {
    // Three lots of 30 leave 10; with a fee of 4 each that is too little, and two lots leave 32, which is more than a lot.
    const fees = { perTrade: hkd('4.00') };
    const dear = allocateDiscrete(PROBLEM, { lots: { ...lots, fees } });
    // All three lots of one asset cost one fee: 90 + 4.
    expect(allocated(dear).lots).toMatchObject({ fees: hkd('8.00'), cash: hkd('2.00') });
    expect(allocated(dear).lots!.held).toEqual({ A: 2, B: 1, C: 0 });
  });

  it('sell what was held, to the cent', () => {
    // 7 lots of 13.33 come to 93.31; the other 6.69 are cash. Sold at 0.15%: 0.14 of 93.31 (0.139965).
    const assets = { A: { price: '13.33', held: 7 }, B: { price: '10' } };
    const problem: DiscreteProblem = {
      assets: ['A', 'B'],
      expectedReturn: [0, 0],
      covariance: [
        [1, 0],
        [0, 0.01],
      ],
      bounds: { A: { max: 0 } },
      objective: { kind: 'minimum-variance' },
    };
    const fees = { sellRate: 0.0015 };
    const rules = { lots: { portfolioValue: hkd('100.00'), assets, fees } };
    const { lots: plan } = allocated(allocateDiscrete(problem, rules));
    expect(plan!.trades).toEqual([
      { asset: 'A', lots: -7, amount: hkd('93.31'), fee: hkd('0.14') },
      { asset: 'B', lots: 9, amount: hkd('90.00'), fee: hkd('0.00') },
    ]);
    // 6.69 + 93.31 − 0.14 − 90.
    expect(plan!.cash).toEqual(hkd('9.86'));
    expect(plan!.values).toEqual({ A: hkd('0.00'), B: hkd('90.00') });
  });

  it('work in currencies without and with three digits after the point', () => {
    for (const [currency, amount] of [
      ['JPY', '10'],
      ['KWD', '10.000'],
    ] as const) {
      const whole = { currency, amount: currency === 'JPY' ? '100' : '100.000' };
      const result = allocateDiscrete(PROBLEM, { lots: { ...lots, portfolioValue: whole } });
      expect(allocated(result).lots!.cash).toEqual({ currency, amount });
    }
  });
});

describe('results', () => {
  it.each([...enumeratedCases, ...lotCases])(
    'are plain, frozen and the same twice: $name',
    (one) => {
      const { problem, rules } = one;
      const before = JSON.stringify([problem, rules]);
      const result = allocateDiscrete(problem, rules);
      expect(isDeeplyFrozen(result)).toBe(true);
      expect(hasNegativeZero(result)).toBe(false);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(JSON.stringify(allocateDiscrete(problem, rules))).toBe(JSON.stringify(result));
      expect(JSON.stringify([problem, rules])).toBe(before);
      for (const reason of result.reasons) {
        for (const locale of LOCALES) {
          expect(formatReason(allocationMessages, reason, locale)).not.toMatch(/[{}]/);
        }
      }
    },
  );
});
