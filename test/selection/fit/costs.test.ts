import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  checkClientFirst,
  compareAlternatives,
  type SelectionContext,
  selectProducts,
} from '../../../src/selection/index.js';
import { BONDS } from '../screening/products.js';
import { expectRefusal, selected } from '../support.js';

const classes = ['BOND', 'EQUITY'];
const amount = { currency: 'CNY', amount: '100000.00' } as const;
const context = {
  level: 'C3',
  covariance: [
    [0.001, 0],
    [0, 0.04],
  ],
  amount,
} as const satisfies SelectionContext;
const EXPECTED = [0.03, 0.07];
const universeOf = (rows: Readonly<Record<string, Partial<Product>>>) =>
  compileProducts(
    Object.entries(rows).map(([id, row]) => ({ ...BONDS, id, name: id, ...row })),
    classes,
  );
const weights = (
  rows: Readonly<Record<string, Partial<Product>>>,
  terms: Partial<SelectionContext> = {},
  target: Readonly<Record<string, number>> = { BOND: 1 },
) =>
  selected(selectProducts(target, universeOf(rows), { ...context, ...terms } as SelectionContext))
    .weights;

const EQUITY = { lookThrough: { EQUITY: 1 } };
const takesProfit = {
  ...EQUITY,
  annualFee: 0.0099,
  fees: { performance: { rate: 0.2, hurdle: 0 } },
};
const plain = { ...EQUITY, annualFee: 0.01 };

describe('a performance fee', () => {
  it('counts at the expected return', () => {
    // 20 % of 1.07 × 0.9901 − 1 are 1.19 % a year beside 0.99 %; of 1.0006 × 0.9901 − 1, a loss, nothing.
    const rows = { A: takesProfit, B: plain };
    expect(weights(rows, { expectedReturn: EXPECTED }, { EQUITY: 1 })).toEqual({ B: 1 });
    expect(weights(rows, { expectedReturn: [0, 0.0006] }, { EQUITY: 1 })).toEqual({ A: 1 });
  });

  it('comes last among equals where no return is known', () => {
    expect(weights({ A: takesProfit, B: plain }, {}, { EQUITY: 1 })).toEqual({ B: 1 });
    expect(weights({ A: takesProfit }, {}, { EQUITY: 1 })).toEqual({ A: 1 });
  });

  it('must be known where costs are weighed against tracking', () => {
    expectRefusal(
      () => weights({ A: takesProfit, B: plain }, { costAversion: 1, horizonYears: 5 }),
      'missing-value',
      'context.expectedReturn',
    );
    const terms = { costAversion: 1, horizonYears: 5, expectedReturn: EXPECTED };
    expect(weights({ A: takesProfit, B: plain }, terms, { EQUITY: 1 })).toEqual({ B: 1 });
  });

  it('is part of what a portfolio costs in a year', () => {
    const universe = universeOf({ A: takesProfit, B: plain });
    const { selection, alternatives } = compareAlternatives(
      { weights: { A: 1 } },
      [{ id: 'plain', weights: { B: 1 } }],
      { universe, target: { EQUITY: 1 }, context, expectedReturn: EXPECTED },
    );
    // 990 and 20 % of 5,940.70, that is 1,188.14.
    expect(selection.yearlyCost?.amount).toBe('2178.14');
    expect(selection.netReturn).toBeCloseTo(0.07 - 0.0217814, 12);
    expect(alternatives[0]!.reasons.map(({ code }) => code)).toEqual([
      'selection.alternative.higher-return',
      'selection.alternative.cheaper',
    ]);
  });

  it('leaves a client-first check open where no return is known', () => {
    const universe = universeOf({ A: takesProfit, B: plain });
    const unknown = checkClientFirst({ weights: { A: 1 } }, universe, context);
    expect(unknown.status).toBe('undetermined');
    expect(unknown.undetermined.map(({ product, instead }) => [product.id, instead.id])).toEqual([
      ['A', 'B'],
    ]);
    const known = { ...context, expectedReturn: EXPECTED };
    const { findings } = checkClientFirst({ weights: { A: 1 } }, universe, known);
    // 2,178.14 less 1,000.00.
    expect(findings.map(({ kind, yearlySaving }) => [kind, yearlySaving?.amount])).toEqual([
      ['dearer', '1178.14'],
    ]);
    expect(checkClientFirst({ weights: { B: 1 } }, universe, known).status).toBe('clear');
    expect(checkClientFirst({ weights: { B: 1 } }, universe, context).status).toBe('undetermined');
  });
});

describe('a spread', () => {
  const rows = {
    A: { annualFee: 0.0099, fees: { halfSpread: 0.03 } },
    B: { annualFee: 0.01 },
  };

  it('is lost on the way in and on the way out', () => {
    expect(weights(rows)).toEqual({ B: 1 });
    // 0.06 over h years against 0.2 % a year: even at 30 years.
    const cheaper = { ...rows, A: { ...rows.A, annualFee: 0.008 } };
    expect(weights(cheaper, { horizonYears: 29 })).toEqual({ B: 1 });
    expect(weights(cheaper, { horizonYears: 31 })).toEqual({ A: 1 });
  });

  it('is told by the client-first check', () => {
    const { findings } = checkClientFirst({ weights: { A: 1 } }, universeOf(rows), {
      ...context,
      horizonYears: 1,
    });
    // 3 % and 3 % within a year less 0.01 %.
    expect(findings.map(({ yearlySaving }) => yearlySaving?.amount)).toEqual(['5990.00']);
  });
});

describe('what is held', () => {
  const exit = [
    { fromDays: 0, rate: 0.05 },
    { fromDays: 365, rate: 0 },
  ];
  const rows = {
    A: { annualFee: 0.0099, entryFee: 0.015 },
    B: { annualFee: 0.01, fees: { exit } },
    E: EQUITY,
  };
  const current = { B: 0.6, E: 0.4 };
  const target = { BOND: 0.6, EQUITY: 0.4 };

  it('is kept unless leaving pays', () => {
    expect(weights(rows, { current }, target)).toEqual(current);
    // 5 % out and 0.015 / 1.015 in are 0.064778 over h years; against 0.5 % a year even at 12.96 years.
    const cheaper = { ...rows, A: { annualFee: 0.005, entryFee: 0.015 } };
    expect(weights(cheaper, { current, horizonYears: 12.9 }, target)).toEqual(current);
    expect(weights(cheaper, { current, horizonYears: 13 }, target)).toEqual({ A: 0.6, E: 0.4 });
  });

  it('bears the exit fee of the days it was held, the dearest where nobody says', () => {
    const free = { ...rows, A: { annualFee: 0.0099 } };
    expect(weights(free, { current }, target)).toEqual(current);
    expect(weights(free, { current, heldDays: { B: 364 } }, target)).toEqual(current);
    expect(weights(free, { current, heldDays: { B: 365 } }, target)).toEqual({ A: 0.6, E: 0.4 });
  });

  it('bears its exit in the objective too', () => {
    const terms = { current, costAversion: 1, horizonYears: 5 } as const;
    const kept = selected(selectProducts(target, universeOf(rows), { ...context, ...terms }));
    // Nothing is sold or bought: 0.6 × 1 % and 0.4 × 0.4 % a year.
    expect(kept.certificate.objective).toBeCloseTo(0.0076, 14);
    const closed = selectProducts({ BOND: 1 }, universeOf({ ...rows, A: { annualFee: 0.0001 } }), {
      ...context,
      ...terms,
      current: { B: 1 },
      maxWeightOfProduct: { B: 0 },
    });
    // All of B is sold at 5 % for A: 0.05 / 5 + 0.0001.
    expect(selected(closed).certificate.objective).toBeCloseTo(0.0101, 14);
  });

  it('is told what leaving it costs', () => {
    const universe = universeOf({
      ...rows,
      B: { annualFee: 0.01, fees: { exit, halfSpread: 0.01 } },
    });
    const { selection, alternatives } = compareAlternatives(
      { weights: current },
      [{ id: 'switch', weights: { A: 0.6, E: 0.4 } }],
      { universe, target, context: { ...context, current }, expectedReturn: EXPECTED },
    );
    expect(selection.exitCost?.amount).toBe('0.00');
    const [switched] = alternatives;
    if (switched?.status !== 'compared') throw new Error('not compared');
    // 60,000 at 1 % spread, and 5 % of the rest: 600 + 2,970.
    expect(switched.exitCost?.amount).toBe('3570.00');
    expect(switched.reasons.map(({ code }) => code)).toContain('selection.alternative.dearer-exit');
  });

  it('makes another no cheaper that it would have to be sold for', () => {
    const check = (held: Readonly<Record<string, number>>) =>
      checkClientFirst({ weights: { B: 1 } }, universeOf({ ...rows, A: { annualFee: 0.0099 } }), {
        ...context,
        current: held,
      }).findings.map(({ yearlySaving }) => yearlySaving?.amount);
    expect(check({})).toEqual(['10.00']);
    expect(check({ B: 1 })).toEqual([]);
  });

  it('does as well as what it is sold for', () => {
    // A bears 0.015 / 1.015 on entry over five years; B is there, at 0.01 % more a year, and would not have to be sold at 5 %.
    const { findings } = checkClientFirst(
      { weights: { A: 1 } },
      universeOf({ ...rows, B: { annualFee: 0.01 } }),
      {
        ...context,
        current: { B: 1 },
      },
    );
    expect(findings.map(({ instead, yearlySaving }) => [instead.id, yearlySaving?.amount])).toEqual(
      [
        // 1,477.83 / 5 − 10.
        ['B', '285.57'],
      ],
    );
  });
});

describe('sums', () => {
  it('count as a part of the whole amount on entry', () => {
    // 0.1 %, but at least 1,000 of 100,000: 1 % over five years beside 0.15 % a year.
    const rows = {
      A: { fees: { entry: [{ from: '0', rate: 0.001, least: '1000' }] } },
      B: { annualFee: 0.0055 },
    };
    expect(weights(rows)).toEqual({ B: 1 });
    expect(weights(rows, { horizonYears: 7 })).toEqual({ A: 1 });
    const { amount: _, ...unknown } = context;
    expect(
      selected(selectProducts({ BOND: 1 }, universeOf(rows), unknown as SelectionContext)).weights,
    ).toEqual({ B: 1 });
  });

  it('count as a part of the whole amount on leaving', () => {
    // 500 of 100,000 on leaving, 0.1 % a year over five years.
    const rows = {
      A: { fees: { exit: [{ fromDays: 0, rate: 0, plus: '500' }] } },
      B: { annualFee: 0.0049 },
    };
    expect(weights(rows)).toEqual({ B: 1 });
    expect(weights({ ...rows, B: { annualFee: 0.0051 } })).toEqual({ A: 1 });
  });
});

describe('what a large order moves the price', () => {
  it('counts as a spread does', () => {
    // 0.02 × √(100,000 / 1,000,000) = 0.63 %, in and out, over five years: 0.25 % a year.
    const rows = {
      A: { fees: { impact: { coefficient: 0.02, dailyVolume: '1000000' } } },
      B: { annualFee: 0.0065 },
    };
    expect(weights(rows)).toEqual({ B: 1 });
    expect(weights({ ...rows, B: { annualFee: 0.0066 } })).toEqual({ A: 1 });
  });
});

describe('without a horizon', () => {
  it('a hair more on entry hides no dearer product', () => {
    const rows = {
      A: { annualFee: 0.009, entryFee: 0.01 },
      B: { annualFee: 0.004, entryFee: 0.0101 },
    };
    const { status } = checkClientFirst({ weights: { A: 1 } }, universeOf(rows), context);
    expect(status).toBe('flagged');
  });
});

describe('terms of costs', () => {
  it.each([
    [{ expectedReturn: [0.03] }, 'length-mismatch', 'context.expectedReturn'],
    [{ heldDays: { Z: 3 } }, 'unknown-id', 'context.heldDays.Z'],
    [{ heldDays: { A: 1.5 } }, 'invalid-type', 'context.heldDays.A'],
    [{ heldDays: { A: -1 } }, 'out-of-range', 'context.heldDays.A'],
  ] as const)('are refused: %j', (terms, code, path) => {
    expectRefusal(() => weights({ A: {} }, terms as never), code, path);
  });
});
