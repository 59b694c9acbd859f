import { describe, expect, it } from 'vitest';
import { formatReason, mergeMessages } from '../../../src/evidence/index.js';
import { compileProducts, type Product, productsMessages } from '../../../src/products/index.js';
import {
  checkClientFirst,
  compareAlternatives,
  type SelectionContext,
  selectionMessages,
  selectProducts,
} from '../../../src/selection/index.js';
import { expectRefusal, notSelected, selected } from '../support.js';
import { BONDS } from './products.js';

const messages = mergeMessages(selectionMessages, productsMessages);
const classes = ['BOND', 'EQUITY'];
const target = { BOND: 1 };
const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
/** A Monday; dealing days are Mondays to Fridays, and money comes a business day later. */
const context = {
  level: 'C3',
  covariance: [
    [0.001, 0],
    [0, 0.04],
  ],
  asOf: '2026-03-02',
  amount: cny('1000000.00'),
} as const satisfies SelectionContext;
const universeOf = (...rows: readonly Partial<Product>[]) =>
  compileProducts(
    rows.map((row, i) => ({ ...BONDS, id: `P${i + 1}`, name: `Fund ${i + 1}`, ...row })),
    classes,
  );
const select = (rows: readonly Partial<Product>[], terms: Partial<SelectionContext> = {}) =>
  selectProducts(target, universeOf(...rows), { ...context, ...terms } as SelectionContext);
const limited = { dealing: { dailyRedemption: '10000' } };

describe('a day on which all money is needed', () => {
  // Bought on Monday the 2nd, booked and first redeemed on the 3rd; redemptions of the 3rd, 4th and 5th are paid by the 6th: 30,000.
  const needed = { moneyNeededOn: '2026-03-06' } as const;

  it('limits what is bought of a product that lets out little a day', () => {
    const result = selected(select([limited, { annualFee: 0.006 }], needed));
    expect(result.weights.P1).toBeCloseTo(0.03, 12);
    expect(result.weights.P2).toBeCloseTo(0.97, 12);
    expect(result.reasons.map((reason) => formatReason(messages, reason, 'en'))).toEqual([
      'Redemptions of Fund 1 are limited by day: by 2026-03-06 at most 30,000.00 CNY can be back, so no more of it is bought.',
    ]);
  });

  it('rejects one of which not even the least purchase would be back', () => {
    const result = select([{ ...limited, minimumPurchase: '50000' }, {}], needed);
    const [reason] = result.rejected[0]!.reasons;
    // 50,000 take five days of 10,000, the 3rd to the 9th; the last is paid on the 10th.
    expect(reason!.code).toBe('selection.money-back-too-slowly');
    expect(reason!.parameters).toEqual({
      needed: '2026-03-06',
      minimum: cny('50000.00'),
      back: '2026-03-10',
      most: cny('30000.00'),
    });
  });

  it('counts gates of single days', () => {
    const gates = (['2026-03-03', '2026-03-04', '2026-03-05'] as const).map((on) => ({
      on,
      perClient: '5',
    }));
    const result = selected(
      select([{ dealing: { gates } }, { annualFee: 0.006 }], needed) as never,
    );
    expect(result.weights.P1).toBeCloseTo(15 / 1_000_000, 12);
    // On the 6th nothing limits it any more, and that money is there on the 9th.
    const later = select([{ dealing: { gates } }, { annualFee: 0.006 }], {
      moneyNeededOn: '2026-03-09',
    });
    expect(selected(later).weights).toEqual({ P1: 1 });
  });

  it('counts on no day on which only a part of each redemption is carried out', () => {
    // Of the 3rd, 4th and 5th the first two let out a part, and what becomes of the rest the contract says; the 5th lets out 10,000.
    const dealing = (acceptedShare: number) => ({
      dailyRedemption: '10000',
      gates: [
        { on: '2026-03-03', acceptedShare },
        { on: '2026-03-04', acceptedShare },
      ] as const,
    });
    const most = (acceptedShare: number) =>
      selected(select([{ dealing: dealing(acceptedShare) }, { annualFee: 0.006 }], needed)).weights
        .P1;
    expect(most(0.5)).toBeCloseTo(0.01, 12);
    // A share of 1 is no cut.
    expect(most(1)).toBeCloseTo(0.03, 12);
  });

  it('lets everything out at maturity', () => {
    const dealing = { dailyRedemption: '10000', maturity: '2026-03-05' } as const;
    expect(selected(select([{ dealing }, { annualFee: 0.006 }], needed)).weights).toEqual({
      P1: 1,
    });
  });

  it('counts limits in the currency of the product', () => {
    const fx = { base: 'CNY', rates: { USD: '7' } } as const;
    const row = { ...limited, currency: 'USD' } as const;
    const result = select([row, { annualFee: 0.006 }], { ...needed, fx, currencies: ['USD'] });
    // 3 × 10,000 × 7 of 1,000,000.
    expect(selected(result).weights.P1).toBeCloseTo(0.21, 12);
  });

  it('cannot be judged against a limit in money without an amount', () => {
    const { amount: _, ...unknown } = context;
    const result = selectProducts(target, universeOf(limited, {}), { ...unknown, ...needed });
    expect(result.rejected[0]!.reasons.map(({ code }) => code)).toEqual([
      'selection.daily-limit-unmeasured',
    ]);
  });

  it('does not ask for what is held to be sold', () => {
    const result = selected(select([limited], { ...needed, current: { P1: 1 } }));
    expect(result.kept).toEqual({ P1: 1 });
  });
});

describe('the day on which all money can be back', () => {
  const figures = (rows: readonly Partial<Product>[], weights = { P1: 1 }, terms = {}) =>
    compareAlternatives({ weights }, [], {
      universe: universeOf(...rows),
      target,
      context: { ...context, ...terms },
      expectedReturn: [0.03, 0.07],
    }).selection;

  it('waits for daily limits', () => {
    // 100 business days from Tuesday 3 March: 20 weeks end on Monday 20 July; the money comes on the 21st.
    expect(figures([limited])).toMatchObject({ moneyBackOn: '2026-07-21', daysToMoney: 141 });
    // A tenth of it takes ten days, the last of them Monday the 16th.
    const part = figures([limited, {}], { P1: 0.1, P2: 0.9 } as never);
    expect(part.moneyBackOn).toBe('2026-03-17');
  });

  it('is not known where it lies too far ahead, or no amount is given', () => {
    expect(figures([{ dealing: { dailyRedemption: '10' } }]).moneyBackOn).toBeUndefined();
    expect(figures([limited], { P1: 1 }, { amount: undefined }).moneyBackOn).toBeUndefined();
  });

  it('counts where a product is set beside another', () => {
    const universe = universeOf({ annualFee: 0.02 }, { ...limited, annualFee: 0.001 });
    expect(checkClientFirst({ weights: { P1: 1 } }, universe, context).status).toBe('clear');
    // A hundredth of the money is out on the first day.
    const small = { ...context, amount: cny('10000.00') };
    const { findings } = checkClientFirst({ weights: { P1: 1 } }, universe, small);
    expect(findings.map(({ kind, instead }) => [kind, instead.id])).toEqual([['dearer', 'P2']]);
  });
});

describe('parts of the money that are needed on days', () => {
  const locked = { lockUpDays: 180, annualFee: 0.002 };
  const need = (on: string, amount: string) => ({ on, amount: cny(amount) }) as never;

  it('leave room for products that pay back later', () => {
    const moneyNeeded = [need('2026-04-30', '100000')];
    const result = selected(select([locked, {}], { moneyNeeded }));
    expect(result.weights.P1).toBeCloseTo(0.9, 12);
    expect(result.weights.P2).toBeCloseTo(0.1, 12);
    expect(result.reasons.map((reason) => formatReason(messages, reason, 'en'))).toEqual([
      'The combination was chosen so that 100,000.00 CNY can be back by 2026-04-30, and no more than that can.',
    ]);
    expect(result.certificate.provenOptimal).toBe(true);
  });

  it('add up from day to day, whatever their order', () => {
    // By the end of April 0.1, by December 0.1 + 0.4; the 180 days are over on 29 August.
    const year = { lockUpDays: 360, annualFee: 0.001 };
    const moneyNeeded = [need('2026-12-31', '400000'), need('2026-04-30', '100000')];
    const result = selected(select([year, locked, {}], { moneyNeeded }));
    expect(result.weights.P1).toBeCloseTo(0.5, 12);
    expect(result.weights.P2).toBeCloseTo(0.4, 12);
    expect(result.weights.P3).toBeCloseTo(0.1, 12);
  });

  it('count of a limited product what it lets out by the day', () => {
    // 30,000 by the 6th from the cheaper one; the other 70,000 must come from the dearer.
    const moneyNeeded = [need('2026-03-06', '100000')];
    const rows = [
      { ...locked, annualFee: 0.003 },
      { ...limited, annualFee: 0.004 },
      { annualFee: 0.006 },
    ];
    const result = selected(select(rows, { moneyNeeded }));
    expect(result.weights.P1).toBeCloseTo(0.9, 10);
    expect(result.weights.P2).toBeCloseTo(0.03, 10);
    expect(result.weights.P3).toBeCloseTo(0.07, 10);
  });

  it('count what is held and not locked as free', () => {
    const moneyNeeded = [need('2026-03-06', '300000')];
    const held = { current: { P1: 0.5 }, locked: { P1: 0.3 }, moneyNeeded };
    // Held and free are 0.2; what is bought of P1 is not back, so 0.1 more comes from P2.
    const result = selected(select([locked, {}], held));
    expect(result.weights.P2).toBeCloseTo(0.1, 12);
    expect(result.weights.P1).toBeCloseTo(0.9, 12);
  });

  it('may leave no room, and are named', () => {
    const result = notSelected(select([locked], { moneyNeeded: [need('2026-04-30', '1')] }));
    expect(result.status).toBe('infeasible');
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'selection.cannot-be-invested',
      'selection.in-the-way.money-needed',
    ]);
  });

  it('are broken by an alternative that cannot pay them', () => {
    const moneyNeeded = [need('2026-04-30', '100000')];
    const universe = universeOf(locked, {});
    const { alternatives } = compareAlternatives(
      { weights: { P1: 0.9, P2: 0.1 } },
      [{ id: 'locked', weights: { P1: 0.95, P2: 0.05 } }],
      { universe, target, context: { ...context, moneyNeeded }, expectedReturn: [0.03, 0.07] },
    );
    expect(formatReason(messages, alternatives[0]!.reasons[0]!, 'en')).toBe(
      'By 2026-04-30 you need 100,000.00 CNY, and only 50,000.00 CNY of it could be back.',
    );
  });

  it.each([
    [{ moneyNeeded: [need('2026-04-30', '1000000.01')] }, 'inconsistent', 'context.moneyNeeded'],
    [{ moneyNeeded: [need('2026-03-01', '1')] }, 'inconsistent', 'context.moneyNeeded[0].on'],
    [{ moneyNeeded: [need('2026-02-30', '1')] }, 'invalid-date', 'context.moneyNeeded[0].on'],
    [
      { moneyNeeded: [need('2026-04-30', '0')] },
      'out-of-range',
      'context.moneyNeeded[0].amount.amount',
    ],
    [
      { moneyNeeded: [{ on: '2026-04-30', amuont: 1 }] },
      'unknown-id',
      'context.moneyNeeded[0].amuont',
    ],
    [
      { moneyNeeded: [need('2026-04-30', '1')], amount: undefined },
      'missing-value',
      'context.amount',
    ],
    [{ moneyNeeded: [need('2026-04-30', '1')], asOf: undefined }, 'missing-value', 'context.asOf'],
    [
      { moneyNeeded: [{ on: '2026-04-30', amount: { currency: 'USD', amount: '1' } }] },
      'missing-rate',
      'context.fx',
    ],
  ] as const)('are refused: %j', (terms, code, path) => {
    expectRefusal(() => select([{}], terms as never), code, path);
  });
});
