import { describe, expect, it } from 'vitest';
import { formatReason, mergeMessages } from '../../src/evidence/index.js';
import { compileProducts, type Product, productsMessages } from '../../src/products/index.js';
import {
  compareAlternatives,
  restrictionsOf,
  type SelectionContext,
  screenProducts,
  selectionMessages,
  selectProducts,
} from '../../src/selection/index.js';
import { BONDS } from './screening/products.js';
import { expectRefusal, notSelected, selected } from './support.js';

const messages = mergeMessages(selectionMessages, productsMessages);
const context = {
  level: 'C3',
  covariance: [
    [0.001, 0],
    [0, 0.04],
  ],
  asOf: '2026-03-02',
} as const satisfies SelectionContext;
const universeOf = (...rows: readonly Partial<Product>[]) =>
  compileProducts(
    rows.map((row, i) => ({ ...BONDS, id: `P${i + 1}`, name: `Fund ${i + 1}`, ...row })),
    ['BOND', 'EQUITY'],
  );
const select = (
  rows: readonly Partial<Product>[],
  terms: object = {},
  target: object = { BOND: 1 },
) =>
  selectProducts(target as never, universeOf(...rows), {
    ...context,
    ...terms,
  } as SelectionContext);
const inWords = ({ reasons }: ReturnType<typeof select>) =>
  reasons.map((reason) => formatReason(messages, reason, 'en'));

describe('a holding that cannot be sold', () => {
  const closed: readonly (readonly [string, Partial<Product>])[] = [
    ['redemptions are suspended', { status: 'redemption-suspended' }],
    [
      'nothing is redeemed before maturity',
      { dealing: { redemption: 'never', maturity: '2027-03-01' } },
    ],
  ];
  it.each(closed)('stays where %s', (_, row) => {
    const result = selected(select([{ ...row, annualFee: 0.02 }, {}], { current: { P1: 0.5 } }));
    expect(result.kept).toEqual({ P1: 0.5 });
    expect(result.weights).toEqual({ P1: 0.5, P2: 0.5 });
    expect(inWords(result)).toContain(
      'Your holding of Fund 1 cannot be redeemed at present, so it stays.',
    );
  });

  it('is what the status says where no day is given', () => {
    const rows = [{ status: 'redemption-suspended', annualFee: 0.02 }, {}] as const;
    const result = select(rows, { current: { P1: 0.5 }, asOf: undefined });
    expect(selected(result).kept).toEqual({ P1: 0.5 });
  });

  it('is sold where somebody says that it can be', () => {
    const rows = [{ status: 'redemption-suspended', annualFee: 0.02 }, {}] as const;
    const terms = { current: { P1: 0.5 }, locked: { P1: 0 } };
    expect(selected(select(rows, terms)).weights).toEqual({ P2: 1 });
  });

  it('is sold later where it opens later, and that is said', () => {
    const dealing = { redemption: { from: '2026-04-06', everyMonths: 3, days: 5 } } as const;
    const result = selected(select([{ dealing, annualFee: 0.02 }, {}], { current: { P1: 0.5 } }));
    expect(result.weights).toEqual({ P2: 1 });
    expect(inWords(result)).toEqual([
      'The sale of your holding of Fund 1 can be ordered from 2026-04-06 on.',
    ]);
  });

  it('is kept where nothing is open, and not said to be on deposit', () => {
    const result = select([{}], { level: 'C1', current: { P1: 1 }, locked: { P1: 1 } });
    expect(selected(result).kept).toEqual({ P1: 1 });
    const part = notSelected(select([{}], { level: 'C1', current: { P1: 0.4 } }));
    expect(part.status).toBe('empty');
    expect(inWords(part)).toEqual([
      'No product suits you at present (number looked at: 1). What you hold can stay, and we suggest that the rest of the money stays on deposit.',
    ]);
  });

  it('is no loan', () => {
    const rows = [{ type: 'loan' }, {}];
    expectRefusal(
      () => select(rows, { current: { P1: 0.3 } }),
      'inconsistent',
      'context.current.P1',
    );
  });
});

describe('a daily limit of purchases', () => {
  const amount = { currency: 'CNY', amount: '1000000.00' } as const;

  it('limits what can be bought before the last day of subscription', () => {
    // Monday, Tuesday and Wednesday at 1,000 each.
    const subscription = { periods: [{ from: '2026-03-02', to: '2026-03-05' }] } as const;
    const rows = [{ dealing: { dailyPurchase: '1000', subscription } }, { annualFee: 0.01 }];
    const result = selected(select(rows, { amount }));
    expect(result.weights.P1).toBeCloseTo(0.003, 12);
    expect(inWords(result)).toEqual([
      'Purchases of Fund 1 are limited by day: until its last day of subscription at most 3,000.00 CNY can be bought.',
      'Of Fund 1 at most 1,000.00 CNY can be bought a day, so the purchase takes 3 days.',
    ]);
  });

  it('limits nothing where subscription goes on', () => {
    const rows = [{ dealing: { dailyPurchase: '1000' } }, { annualFee: 0.01 }];
    expect(selected(select(rows, { amount })).weights).toEqual({ P1: 1 });
  });

  it('below the smallest purchase leaves none', () => {
    const { rejected } = select(
      [{ minimumPurchase: '1000', dealing: { dailyPurchase: '100' } }, {}],
      { amount },
    );
    expect(rejected[0]!.reasons.map((reason) => formatReason(messages, reason, 'en'))).toEqual([
      'At most 100.00 CNY of the product can be bought a day, less than its smallest purchase of 1,000.00 CNY, so none can be.',
    ]);
  });
});

describe('what would have to change', () => {
  it('comes last where nothing could', () => {
    const { nearMisses } = notSelected(
      select([{ type: 'loan' }, { status: 'closed', distributorRisk: 'R5' }]),
    );
    expect(nearMisses.map(({ product }) => product.id)).toEqual(['P2', 'P1']);
  });
});

describe('the restrictions that follow from a screening', () => {
  it('are to sell only what is not open, each with its first reason', () => {
    const universe = universeOf(
      { distributorRisk: 'R5' },
      {},
      { status: 'closed', issuerRisk: 'R4' },
    );
    const screening = screenProducts(universe, { ...context, held: ['P3'] });
    const restrictions = restrictionsOf(screening);
    expect(Object.keys(restrictions)).toEqual(['P1', 'P3']);
    for (const { kind, reason } of Object.values(restrictions)) {
      expect([kind, reason.code]).toEqual(['sell-only', 'selection.risk-above-level']);
    }
    expect(Object.isFrozen(restrictions) && Object.isFrozen(restrictions.P1)).toBe(true);
    expectRefusal(() => restrictionsOf(null as never), 'missing-value', 'screening');
    expectRefusal(
      () => restrictionsOf({ holdOnly: [] } as never),
      'missing-value',
      'screening.rejected',
    );
  });
});

describe('misspelt limits', () => {
  const rows = [{ issuer: 'X', issuers: { Y: 0.5 } }];
  it.each([
    [{ maxWeightOfIssuer: { Z: 0.3 } }, 'context.maxWeightOfIssuer.Z'],
    [{ groups: [{ id: 'g', members: ['P1'], maximum: 0.3 }] }, 'context.groups[0].maximum'],
    [{ maxWeigthPerProduct: 0.3 }, 'context.maxWeigthPerProduct'],
  ])('are refused: %j', (terms, path) => {
    expectRefusal(() => select(rows, terms), 'unknown-id', path);
    expect(select(rows, { maxWeightOfIssuer: { X: 1, Y: 0.9 } }).status).toBe('selected');
  });

  it('are refused in a target, in alternatives and in options', () => {
    const target = { BOND: { min: 0, max: 1, center: 0.15 } };
    expectRefusal(() => select(rows, {}, target), 'unknown-id', 'target.BOND.center');
    const compare = (alternative: object, extra = {}) =>
      compareAlternatives({ weights: { P1: 1 } }, [alternative as never], {
        universe: universeOf(...rows),
        target: { BOND: 1 },
        context,
        expectedReturn: [0.03, 0.07],
        ...extra,
      });
    const both = { id: 'a', weights: { P1: 1 }, find: 'best-pair' };
    expectRefusal(() => compare(both), 'unknown-id', 'alternatives[0].find');
    const lost = { id: 'a', find: 'best-pair', maxTrackingError: 0.1 };
    expectRefusal(() => compare(lost), 'unknown-id', 'alternatives[0].maxTrackingError');
    const extra = { expectedReturns: {} };
    expectRefusal(
      () => compare({ id: 'a', find: 'best-pair' }, extra),
      'unknown-id',
      'options.expectedReturns',
    );
  });
});

describe('faults are named where they stand', () => {
  it('in the context and in the universe', () => {
    const far = { asOf: '2300-01-01' };
    expectRefusal(() => select([{ dealing: {} }], far), 'out-of-range', 'context.asOf');
    const suitability = { packs: [], facts: {} };
    expectRefusal(() => select([{}], { suitability }), 'empty', 'context.suitability.packs');
    const universe = universeOf({});
    const [product] = universe.products;
    const damaged = { ...product!, issuerRisk: 'R9' };
    const broken = { ...universe, products: [damaged], byId: { P1: damaged } } as never;
    expectRefusal(
      () => screenProducts(broken, context),
      'unknown-value',
      'universe.byId.P1.issuerRisk',
    );
  });
});

describe('the cheapest within no tracking error at all', () => {
  it('tracks exactly', () => {
    const rows = [
      {},
      { lookThrough: { EQUITY: 1 } },
      { lookThrough: { BOND: 0.5, EQUITY: 0.5 }, annualFee: 0.001 },
    ];
    const { alternatives } = compareAlternatives(
      { weights: { P1: 0.6, P2: 0.4 } },
      [{ id: 'exact', find: 'cheapest', maxTrackingError: 0 }],
      {
        universe: universeOf(...rows),
        target: { BOND: 0.6, EQUITY: 0.4 },
        context,
        expectedReturn: [0.03, 0.07],
      },
    );
    const [exact] = alternatives;
    if (exact?.status !== 'compared') throw new Error('not found');
    expect(exact.trackingError).toBeLessThan(1e-12);
    // As much of the cheap mix as there are shares.
    expect(exact.weights.P3).toBeCloseTo(0.8, 10);
    expect(exact.proved).toBe(true);
  });
});

describe('a least redemption', () => {
  const amount = { currency: 'CNY', amount: '100000.00' } as const;
  const equity = { lookThrough: { EQUITY: 1 } };
  const rows = [{ minimumRedemption: '20000' }, equity];
  const kept = (bonds: number, current: object, terms = {}) => {
    const target = { BOND: bonds, EQUITY: 1 - bonds };
    return selected(select(rows, { amount, current, ...terms }, target)).kept;
  };

  it('lets a part be sold that reaches it, or none, or all', () => {
    const current = { P1: 0.5, P2: 0.5 };
    // Of 0.5 at most 0.3 stay where something is sold; the nearer end is taken.
    expect(kept(0.25, current).P1).toBeCloseTo(0.25, 12);
    expect(kept(0.38, current).P1).toBeCloseTo(0.3, 12);
    expect(kept(0.42, current).P1).toBeCloseTo(0.5, 12);
    expect(kept(0, current).P1).toBeUndefined();
  });

  it('does not stand in the way of selling all that is less', () => {
    expect(kept(0, { P1: 0.1, P2: 0.9 })).toEqual({ P2: 0.9 });
    expect(kept(0.04, { P1: 0.1, P2: 0.9 })).toEqual({ P2: 0.9 });
    expect(kept(0.06, { P1: 0.1, P2: 0.9 })).toEqual({ P1: 0.1, P2: 0.9 });
  });

  it('lets more be bought', () => {
    expect(kept(0.6, { P1: 0.5, P2: 0.5 }).P1).toBeCloseTo(0.5, 12);
  });

  it('leaves what is locked where it is', () => {
    const terms = { locked: { P1: 0.4 } };
    // Of 0.5 only 0.1 could be sold, less than 0.2, so that nothing is.
    expect(kept(0.1, { P1: 0.5, P2: 0.5 }, terms).P1).toBeCloseTo(0.5, 12);
  });
});
