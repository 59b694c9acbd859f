import { addDays, type PlainDate } from 'aptfolio/dates';
import { acceptedShareOn, compileProducts, dealingDays, mostOn } from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, wrong } from '../support.js';
import { codes, days, dealing, inWords, monday, weekdays } from './support.js';

describe('a gate of 0', () => {
  it('shuts its day: the sale is dealt on the next business day', () => {
    const gates = [{ on: monday, perClient: '0' }] as const;
    const answer = dealing({ dealing: { gates } });
    expect(days(answer)).toEqual(['later', '2026-03-03', '2026-03-03', '2026-03-04']);
    expect(answer.reasons).toEqual([
      {
        code: 'products.dealing.gate-shut',
        severity: 'info',
        parameters: { on: monday },
        citations: [],
      },
    ]);
    expect(inWords(answer.reasons[0]!)).toContain('2026-03-02');
  });

  it('shuts several days in a row, told as one span, and purchases go on', () => {
    // Tuesday 3 to Friday 6 March; the next business day is Monday the 9th.
    const gates = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((on) => ({
      on: wrong(on),
      perClient: '0.00',
    }));
    const terms = { dealing: { gates } };
    const answer = dealing(terms, { asOf: '2026-03-03' });
    expect(days(answer)).toEqual(['later', '2026-03-09', '2026-03-09', '2026-03-10']);
    expect(codes(answer)).toEqual(['gates-shut']);
    expect(answer.reasons[0]?.parameters).toEqual({ from: '2026-03-03', to: '2026-03-06' });
    expect(dealing(terms, { asOf: '2026-03-03', side: 'buy' }).status).toBe('now');
    expect(dealing(terms).status).toBe('now');
  });

  it('counts on the dealing day, so the order is placed the notice before a day that is open', () => {
    // Two business days from Monday the 2nd is Wednesday the 4th, which is shut: dealt on the 5th, ordered on the 3rd.
    const gates = [{ on: '2026-03-04', acceptedShare: 0 }] as const;
    const answer = dealing({ dealing: { gates, redemptionNotice: 2 } });
    expect(days(answer)).toEqual(['later', '2026-03-03', '2026-03-05', '2026-03-06']);
    expect(codes(answer)).toEqual(['gate-shut', 'notice']);
  });

  it('is no dealing day, and does not hold back what a maturity pays', () => {
    const gates = [
      { on: '2026-03-03', perClient: '0' },
      { on: '2026-03-04', acceptedShare: 0.4, perClient: '5000' },
    ] as const;
    const found = dealingDays(
      bondFund({ dealing: { gates } }),
      'sell',
      { from: '2026-03-02', to: '2026-03-05' },
      weekdays,
    );
    expect(found).toEqual([
      { dealsOn: '2026-03-02', orderBy: '2026-03-02', settlesOn: '2026-03-03' },
      {
        dealsOn: '2026-03-04',
        orderBy: '2026-03-04',
        settlesOn: '2026-03-05',
        most: '5000',
        acceptedShare: 0.4,
      },
    ]);
    const maturing = dealing(
      { dealing: { redemption: 'never', maturity: '2026-03-03', gates } },
      {},
    );
    expect(days(maturing)).toEqual(['later', '2026-03-03', '2026-03-03', '2026-03-04']);
  });
});

describe('gates of 0 on any days', () => {
  it('leave the first business day after the notice that has none', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
    const shutDays = fc.uniqueArray(day, { maxLength: 25 });
    fc.assert(
      fc.property(shutDays, day, fc.nat(3), (shut, asOf, redemptionNotice) => {
        const gates = shut.map((on) => ({ on: wrong(on), perClient: '0' }));
        const answer = dealing(
          { dealing: { gates, redemptionNotice } },
          { asOf: asOf as PlainDate },
        );
        // Monday to Friday from the day on; the notice is so many of them.
        const business = Array.from({ length: 60 }, (_, i) => addDays(asOf as PlainDate, i)).filter(
          (one) => ![0, 6].includes(new Date(one).getUTCDay()),
        );
        const expected = business.slice(redemptionNotice).find((one) => !shut.includes(one));
        expect(answer.dealsOn).toBe(expected);
      }),
    );
  });
});

describe('a gate above 0', () => {
  it('is told with the dealing: the most of an amount, the accepted share, or both', () => {
    const gates = [{ on: monday, perClient: '20000', acceptedShare: 0.35 }] as const;
    const answer = dealing({ currency: 'CNY', dealing: { gates } });
    expect(answer.status).toBe('now');
    expect(answer.reasons.map(({ code, parameters }) => [code, parameters])).toEqual([
      ['products.dealing.gate', { on: monday, amount: { currency: 'CNY', amount: '20000.00' } }],
      ['products.dealing.gate-share', { on: monday, share: 0.35 }],
    ]);
    const words = answer.reasons.map(inWords).join(' ');
    expect(words).toContain('20,000.00');
    expect(words).toContain('35.0%');
    expect(words).not.toMatch(/[{}]/);
    expect(dealing({ dealing: { gates } }, { side: 'buy' }).reasons).toEqual([]);
    expect(dealing({ dealing: { gates } }, { asOf: '2026-03-03' }).reasons).toEqual([]);
  });

  it('by share leaves the amounts of the day without a limit', () => {
    const product = {
      dealing: {
        gates: [
          { on: monday, acceptedShare: 0.5 },
          { on: monday, acceptedShare: 0.2 },
          { on: '2026-03-03', perClient: '10' },
        ],
      },
    } as const;
    expect(mostOn(product, 'sell', monday)).toBeUndefined();
    expect(acceptedShareOn(product, monday)).toBe(0.2);
    expect(acceptedShareOn(product, '2026-03-03')).toBeUndefined();
    // A share of 1 is all of it.
    const whole = { dealing: { gates: [{ on: monday, acceptedShare: 1 }] } } as const;
    expect(acceptedShareOn(whole, monday)).toBeUndefined();
    expect(acceptedShareOn({}, monday)).toBeUndefined();
    expectRefusal(() => acceptedShareOn(product, wrong('2026-02-30')), 'invalid-date', 'day');
  });
});

describe('the gates of a product file', () => {
  const compiled = (gates: unknown) => () =>
    compileProducts([bondFund({ dealing: { gates: wrong(gates) } })], ['BOND']);

  it.each([
    ['that limit nothing', [{ on: monday }], 'missing-value', 'perClient'],
    ['of a share above 1', [{ on: monday, acceptedShare: 1.1 }], 'out-of-range', 'acceptedShare'],
    ['of a negative share', [{ on: monday, acceptedShare: -1 }], 'out-of-range', 'acceptedShare'],
    ['that are misspelt', [{ on: monday, accepted: 0.5 }], 'unknown-id', 'accepted'],
  ] as const)('are refused %s', (_, gates, code, field) => {
    expectRefusal(compiled(gates), code, `products[0].dealing.gates[0].${field}`);
  });

  it('may be an amount, a share, or both', () => {
    const gates = [
      { on: '2026-03-03', acceptedShare: 0 },
      { on: monday, perClient: '5', acceptedShare: 1 },
    ];
    const { byId } = compiled(gates)();
    expect(byId.A?.dealing?.gates?.map(({ on }) => on)).toEqual([monday, '2026-03-03']);
  });
});
