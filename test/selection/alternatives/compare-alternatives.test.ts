import { describe, expect, it } from 'vitest';
import assumptions from '../../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import { formatReason } from '../../../src/evidence/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  type Alternative,
  type ComparedPortfolio,
  type ComparisonOptions,
  compareAlternatives,
  selectionMessages,
  selectProducts,
} from '../../../src/selection/index.js';
import independent from '../../fixtures/selection/alternatives.json' with { type: 'json' };
import {
  context,
  expectRefusal,
  isDeeplyFrozen,
  selected,
  target,
  universe,
  wrong,
} from '../support.js';

const options: ComparisonOptions = {
  universe,
  target,
  context: { ...context, asOf: '2026-03-02' },
  expectedReturn: assumptions.expectedReturn,
  goal: independent.goal,
};
const selection = selected(selectProducts(target, universe, options.context));
type Compared = Extract<ComparedPortfolio, { readonly status: 'compared' }>;

function compared(alternative: Alternative, given: ComparisonOptions = options): Compared {
  const [first] = compareAlternatives(selection, [alternative], given).alternatives;
  if (first?.status !== 'compared') throw new Error('not found');
  return first;
}
const codesOf = ({ reasons }: ComparedPortfolio) => reasons.map(({ code }) => code);

type Figures = Omit<(typeof independent)['best-pair'], 'weights'> & {
  readonly weights: Readonly<Record<string, number | undefined>>;
};
const RATES = [
  'expectedReturn',
  'netReturn',
  'volatility',
  'trackingError',
  'yearlyCostRate',
  'goalProbability',
] as const;

/** Compares with the figures that were worked out elsewhere, to the digits that those have. */
function expectFigures(found: Omit<Compared, 'status'> | object, figures: Figures, digits: number) {
  const { weights, entryCost, ...rates } = found as Compared;
  expect(Object.keys(weights)).toEqual(Object.keys(figures.weights));
  for (const [id, weight] of Object.entries(figures.weights)) {
    expect(weights[id]).toBeCloseTo(weight!, digits);
  }
  for (const name of RATES) expect(rates[name]).toBeCloseTo(figures[name], digits);
  // Each fee is rounded to the cent after the amount it is taken of, or at once.
  expect(Math.abs(Number(entryCost!.amount) - figures.entryCost)).toBeLessThan(0.03);
}

describe('the sample client’s selection beside alternatives', () => {
  it('has the figures that were worked out independently', () => {
    const { selection: own } = compareAlternatives(selection, [], options);
    expectFigures(own, independent.selection, 7);
    // 341,262 at 0.76198537 %: the ongoing costs of the scenario.
    expect(own.yearlyCost).toEqual({ currency: 'CNY', amount: '2600.37' });
    expect(own.entryCost).toEqual({ currency: 'CNY', amount: '315.95' });
  });

  it('is set beside the best single product', () => {
    const found = compared({ id: 'one', find: 'best-product' });
    expectFigures(found, independent['best-product'], 12);
    expect(found.proved).toBe(true);
  });

  it('is set beside the best two', () => {
    expectFigures(compared({ id: 'two', find: 'best-pair' }), independent['best-pair'], 6);
  });

  it.each(independent.cheapest)('is set beside the cheapest within $maxTrackingError', (one) => {
    const { maxTrackingError, leastCost, ...figures } = one;
    const found = compared({ id: 'cheap', find: 'cheapest', maxTrackingError });
    expectFigures(found, figures, 5);
    expect(found.proved).toBe(true);
    expect(found.trackingError).toBeCloseTo(maxTrackingError, 9);
    // No dearer than what the other solver found, to its own digits.
    const overFiveYears = found.yearlyCostRate + found.entryCostRate / 5;
    expect(overFiveYears).toBeLessThan(leastCost + 1e-8);
  });

  it('is matched by itself, and then there is nothing to say', () => {
    const found = compared({ id: 'same', weights: selection.weights });
    expect(found.reasons).toEqual([]);
    const { id: _, status: __, proved: ___, reasons: ____, ...figures } = found;
    expect(figures).toEqual(compareAlternatives(selection, [], options).selection);
  });

  it('says how long money is bound: P02 for thirty days, all others not at all', () => {
    const bound = compared({ id: 'bound', weights: { P01: 0.5, P02: 0.5 } });
    expect(bound.longestLockUpDays).toBe(30);
    // Bought on Monday 2 March, thirty days later is Wednesday 1 April, paid on the 2nd.
    expect(bound.moneyBackOn).toBe('2026-04-02');
    expect(bound.daysToMoney).toBe(31);
    expect(codesOf(bound)).toContain('selection.alternative.longer-lock-up');
    expect(codesOf(bound)).toContain('selection.alternative.money-later');
  });
});

describe('an alternative that is given', () => {
  it('may hold what is not open to the client, and that is said first', () => {
    const found = compared({ id: 'index', weights: { P05: 1 } });
    expect(found.reasons[0]).toMatchObject({
      code: 'selection.breaks.not-open',
      severity: 'block',
      parameters: { products: ['CSI 300 index'] },
    });
  });

  it('may break limits, and they are named', () => {
    const limited = {
      ...options,
      context: {
        ...options.context,
        maxWeightPerProduct: 0.6,
        maxProducts: 1,
        groups: [{ id: 'balanced', members: ['P06', 'P07'], max: 0.2 }],
      },
    };
    const found = compared({ id: 'two', weights: { P01: 0.7, P06: 0.3 } }, limited);
    expect(found.reasons.slice(0, 3).map(({ code, parameters }) => [code, parameters])).toEqual([
      ['selection.breaks.product', { products: ['Money fund A'] }],
      ['selection.breaks.group', { name: 'balanced', share: 0.3, min: 0, max: 0.2 }],
      ['selection.breaks.number', { number: 2 }],
    ]);
  });

  it('bears no entry fee on what is held already', () => {
    const held = { ...options, context: { ...options.context, current: { P04: 0.4 } } };
    const [all, rest] = [options, held].map((given) =>
      Number(compared({ id: 'one', weights: { P04: 1 } }, given).entryCost!.amount),
    );
    expect(Math.abs(rest! - 0.6 * all!)).toBeLessThan(0.01);
  });
});

describe('what cannot be found', () => {
  it('is not found, with the reason', () => {
    const none = { ...options, context: { ...options.context, maxWeightPerProduct: 0.1 } };
    const { alternatives } = compareAlternatives(
      selection,
      [{ id: 'cheap', find: 'cheapest', maxTrackingError: 0.5 }],
      none,
    );
    expect(alternatives).toMatchObject([
      { id: 'cheap', status: 'not-found', reasons: [{ code: 'selection.alternative.none' }] },
    ]);
  });

  it('is what tracks better than anything can', () => {
    const shares = compileProducts(
      universe.products.filter(({ id }) => id === 'P01'),
      universe.assetClasses,
    );
    const { alternatives } = compareAlternatives(
      { weights: { P01: 1 } },
      [{ id: 'cheap', find: 'cheapest', maxTrackingError: 0.001 }],
      { ...options, universe: shares },
    );
    expect(alternatives[0]?.status).toBe('not-found');
  });
});

describe('differences', () => {
  const terms = {
    name: 'fund',
    issuerRisk: 'R1',
    distributorRisk: 'R1',
    entryFee: 0.01,
    minimumPurchase: '0',
    step: '0.01',
    lockUpDays: 0,
    status: 'open',
  } as const;
  const rows: readonly Product[] = [
    { ...terms, id: 'A', lookThrough: { BOND: 1 }, annualFee: 0.005 },
    { ...terms, id: 'B', lookThrough: { BOND: 1 }, annualFee: 0.002, entryFee: 0 },
    { ...terms, id: 'C', lookThrough: { BOND: 1 }, annualFee: 0.005, entryFee: 0, lockUpDays: 30 },
  ];
  const given = {
    universe: compileProducts(rows, ['BOND']),
    target: { BOND: 1 },
    context: {
      level: 'C1',
      covariance: [[0.0004]],
      amount: { currency: 'CNY', amount: '10100.00' },
    },
    expectedReturn: [0.03],
  } as const;
  const beside = (id: string) =>
    compareAlternatives({ weights: { A: 1 } }, [{ id, weights: { [id]: 1 } }], given)
      .alternatives[0]!;

  it('are said in money, in three languages', () => {
    // 0.5 % against 0.2 % of 10,100 are 50.50 and 20.20; 1 % outside on entry is 100.
    const reasons = beside('B').reasons.filter(({ code }) => code.includes('cheaper'));
    expect(reasons.map((one) => formatReason(selectionMessages, one, 'en'))).toEqual([
      'It costs 20.20 CNY a year, 30.30 CNY less than the selection.',
      'Entering it costs 0.00 CNY, 100.00 CNY less than the selection.',
    ]);
    expect(formatReason(selectionMessages, reasons[0]!, 'zh-Hans')).toBe(
      '每年费用为20.20 CNY，比所选组合少30.30 CNY。',
    );
    expect(formatReason(selectionMessages, reasons[0]!, 'zh-Hant')).toBe(
      '每年費用為20.20 CNY，較所選組合少30.30 CNY。',
    );
  });

  it('leave out what is the same', () => {
    expect(codesOf(beside('C'))).toEqual([
      'selection.alternative.cheaper-entry',
      'selection.alternative.longer-lock-up',
    ]);
  });
});

describe('comparing', () => {
  it('gives the same for the same, frozen and through JSON', () => {
    const alternatives: readonly Alternative[] = [
      { id: 'one', find: 'best-product' },
      { id: 'two', find: 'best-pair' },
    ];
    const table = compareAlternatives(selection, alternatives, options);
    expect(isDeeplyFrozen(table)).toBe(true);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
    expect(table.alternatives.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it.each([
    [
      'weights that miss 1',
      [{ id: 'a', weights: { P01: 0.5 } }],
      'inconsistent',
      'alternatives[0].weights',
    ],
    [
      'an unknown product',
      [{ id: 'a', weights: { Z: 1 } }],
      'unknown-id',
      'alternatives[0].weights.Z',
    ],
    ['an unknown search', [{ id: 'a', find: 'best' }], 'unknown-value', 'alternatives[0].find'],
    [
      'no budget',
      [{ id: 'a', find: 'cheapest' }],
      'missing-value',
      'alternatives[0].maxTrackingError',
    ],
    [
      'one id twice',
      [
        { id: 'a', find: 'best-pair' },
        { id: 'a', find: 'best-pair' },
      ],
      'duplicate-id',
      'alternatives[1].id',
    ],
    ['no list', null, 'missing-value', 'alternatives'],
  ] as const)('refuses %s', (_, given, code, path) => {
    expectRefusal(() => compareAlternatives(selection, wrong(given), options), code, path);
  });

  it.each([
    [
      'returns of other classes',
      { expectedReturn: [0.03] },
      'length-mismatch',
      'options.expectedReturn',
    ],
    [
      'a level that is none',
      { context: { ...context, level: 'C9' } },
      'unknown-value',
      'options.context.level',
    ],
    ['a target that misses 1', { target: { CASH: 0.5 } }, 'inconsistent', 'options.target'],
    [
      'a goal without a target',
      { goal: { ...options.goal, target: null } },
      'missing-value',
      'options.goal.target',
    ],
    [
      'a goal without an amount',
      { context: { level: 'C3', covariance: context.covariance } },
      'missing-value',
      'options.context.amount',
    ],
  ] as const)('refuses %s', (_, change, code, path) => {
    const given = wrong({ ...options, ...change });
    expectRefusal(() => compareAlternatives(selection, [], given), code, path);
  });

  it('refuses a selection without weights', () => {
    expectRefusal(
      () => compareAlternatives(wrong({}), [], options),
      'missing-value',
      'selection.weights',
    );
  });
});
