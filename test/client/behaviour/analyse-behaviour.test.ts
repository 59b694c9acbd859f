import { describe, expect, it } from 'vitest';
import { analyseBehaviour, type InvestmentTrade } from '../../../src/client/index.js';
import { addDays, lastOfMonth, monthsIn } from '../../../src/dates/index.js';
import { expectRefusal, wrong } from '../support.js';
import { cases, prices, trade, WINDOW } from './support.js';

const AS_OF = '2026-03-02';
const analyse = (trades: readonly InvestmentTrade[], options: object = {}) =>
  analyseBehaviour(trades, { asOf: AS_OF, currency: 'CNY', ...options });

describe('behaviour of random clients (numpy, pandas, lifelines, fractions)', () => {
  const measured = cases.map((expected) => ({
    expected,
    found: analyse(expected.trades, { window: WINDOW, prices }),
  }));

  it.each(measured)('has the sizes and the rhythm', ({ expected, found }) => {
    const { sizes, rhythm } = found;
    const all = sizes.all!;
    const quartiles = [all.smallest, all.lowerQuartile, all.median, all.upperQuartile, all.largest];
    expect(quartiles.map(({ amount }) => amount)).toEqual(expected.sizes.quartiles);
    expect(all.count).toBe(expected.sizes.count);
    expect(rhythm.trades).toBe(expected.sizes.count);
    expect(rhythm.activeMonths).toBe(expected.sizes.activeMonths);
    expect(rhythm.gaps!.longest).toBe(expected.sizes.gaps.longest);
    expect(rhythm.gaps!.median).toBeCloseTo(expected.sizes.gaps.median, 12);
    expect(rhythm.gaps!.mean).toBeCloseTo(expected.sizes.gaps.mean, 12);
    expect(rhythm.gaps!.variation).toBeCloseTo(expected.sizes.gaps.variation, 12);
  });

  it.each(measured)('has the holding periods', ({ expected, found }) => {
    const { ended, open, median, products } = found.holdingPeriods;
    expect(median).toBe(expected.holding.median);
    const { mean, ...rest } = expected.holding.ended;
    expect(ended).toMatchObject(rest);
    expect(ended!.mean).toBeCloseTo(mean, 9);
    expect(open!.mean).toBeCloseTo(expected.holding.open.mean, 9);
    expect(open!.median).toBe(expected.holding.open.median);
    for (const product of products) {
      const own = expected.holding.products[product.product as 'A'];
      expect(product.unmatchedUnits).toBe('0');
      expect(product.ended?.median ?? null).toBe(own.ended?.median ?? null);
      if (own.ended) expect(product.ended!.mean).toBeCloseTo(own.ended.mean, 9);
      if (own.open) expect(product.open!.mean).toBeCloseTo(own.open.mean, 9);
    }
  });

  it.each(measured)('has the disposition effect', ({ expected, found }) => {
    const { standardError, difference, gainsRealised, lossesRealised, ...counts } =
      expected.disposition;
    const { disposition } = found;
    expect(disposition).toMatchObject({ ...counts, status: 'measured', unpriced: 0, leftOut: [] });
    if (disposition.status !== 'measured') throw new Error(disposition.status);
    expect(disposition.gainsRealised).toBeCloseTo(gainsRealised, 12);
    expect(disposition.lossesRealised).toBeCloseTo(lossesRealised, 12);
    expect(disposition.difference).toBeCloseTo(difference, 12);
    expect(disposition.standardError).toBeCloseTo(standardError, 12);
  });

  it.each(measured)('has the panic sales', ({ expected, found }) => {
    const { panicSales } = found;
    if (panicSales.status !== 'measured') throw new Error(panicSales.status);
    expect(expected.panicSales.length).toBeGreaterThan(2);
    const seen = panicSales.events.map((event) => ({
      product: event.product,
      firstDay: event.firstDay,
      lastDay: event.lastDay,
      peakDate: event.fall.peakDate,
      date: event.fall.date,
      proceeds: event.proceeds.amount,
    }));
    expect(seen).toEqual(expected.panicSales.map(({ share, depth, ...event }) => event));
    panicSales.events.forEach((event, index) => {
      expect(event.share).toBeCloseTo(expected.panicSales[index]!.share, 12);
      expect(event.fall.depth).toBeCloseTo(expected.panicSales[index]!.depth, 12);
    });
    expect(panicSales.unjudged).toEqual([]);
  });
});

describe('turnover', () => {
  const trades = [
    trade('1', '2025-04-10', 'buy', '100', '3000.00'),
    trade('2', '2025-05-10', 'sell', '50', '1300.00'),
  ];
  const window = { from: '2025-04-01', to: '2025-07-01' } as const;
  const value = (date: string, amount: string) => ({ date, currency: 'CNY', amount });
  const valuations = [
    value('2025-03-31', '10000.00'),
    value('2025-04-30', '13000.00'),
    value('2025-05-31', '12000.00'),
    value('2025-06-30', '17000.00'),
  ];

  it('is the lesser of purchases and sells over the mean of beginning and month ends', () => {
    // (10000 + 13000 + 12000 + 17000) / 4 = 13000; 1300 / 13000 = 0.1.
    expect(analyse(trades, { window, valuations }).turnover).toEqual({
      status: 'measured',
      ratio: 0.1,
      averageValue: { currency: 'CNY', amount: '13000.00' },
    });
  });

  it('is undetermined where a month end has no value, and names it', () => {
    const { turnover } = analyse(trades, { window, valuations: valuations.slice(0, 3) });
    expect(turnover).toMatchObject({
      status: 'undetermined',
      ratio: null,
      reason: { code: 'client.no-valuations', parameters: { missing: ['2025-06-30'] } },
    });
  });

  it('is undetermined where nothing was invested', () => {
    const nothing = [addDays(window.from, -1)]
      .concat(monthsIn(window).map((month) => lastOfMonth(`${month}-01` as '2025-04-01')))
      .map((date) => value(date, '0.00'));
    expect(analyse([], { window, valuations: nothing }).turnover).toMatchObject({
      reason: { code: 'client.no-investments' },
    });
  });

  it('keeps the good values and names the bad ones', () => {
    const rows = [
      ...valuations,
      value('2025-07-31', '-1.00'),
      value('2025-02-30', '1.00'),
      null,
      { ...value('2025-08-31', '1.00'), currency: 'JPY', amount: '1' },
    ];
    const { turnover, failures } = analyse(trades, { window, valuations: rows });
    expect(turnover.status).toBe('measured');
    expect(failures.map(({ issues }) => `${issues[0]!.code} ${issues[0]!.path}`)).toEqual([
      'out-of-range options.valuations[4].amount',
      'invalid-date options.valuations[5].date',
      'missing-value options.valuations[6]',
      'missing-rate options.valuations[7].currency',
    ]);
  });
});

describe('contributions', () => {
  it('tell months that contribute, plans and what is outside of them', () => {
    const trades = [
      ...['04', '05', '06', '07'].map((month) =>
        trade(`p${month}`, `2025-${month}-15`, 'buy', '10', '500.00'),
      ),
      // Only two months in a row: no plan.
      trade('q1', '2025-10-15', 'buy', '10', '500.00'),
      trade('q2', '2025-11-15', 'buy', '10', '500.00'),
      trade('s1', '2025-05-20', 'sell', '10', '800.00'),
      trade('x1', '2025-12-01', 'buy', '20', '1000.00'),
    ];
    const { contributions } = analyse(trades);
    // April, June, July, October, November, December; May has more sold than bought.
    expect(contributions).toMatchObject({
      months: 12,
      contributingMonths: 6,
      contributingShare: 0.5,
      longestRun: 3,
      // 2000 of 4000.
      plannedShare: 0.5,
      plans: [
        {
          product: 'F1',
          amount: '500.00',
          firstMonth: '2025-04',
          lastMonth: '2025-07',
          months: 4,
          trades: ['p04', 'p05', 'p06', 'p07'],
        },
      ],
    });
    // Purchases by month: 500 six times, 1000 once, 0 five times. Mean 4000 / 12; mean square (6 × 500² + 1000²) / 12 =
    // 208333.33; variance 208333.33 − 333.33² = 97222.22; 311.805 / 333.333 = 0.935414.
    expect(contributions.variation).toBeCloseTo(0.935414, 6);
  });

  it('know nothing of variation or plans without a purchase', () => {
    expect(analyse([]).contributions).toMatchObject({
      contributingMonths: 0,
      longestRun: 0,
      variation: null,
      plannedShare: null,
      plans: [],
    });
  });
});

describe('holding periods', () => {
  it('count only what the window saw, and purchases before it as older', () => {
    const trades = [
      trade('1', '2024-01-01', 'buy', '10', '100.00'),
      trade('2', '2024-06-01', 'sell', '4', '50.00'),
      trade('3', '2025-03-11', 'sell', '6', '60.00'),
      trade('4', '2026-03-01', 'sell', '1', '60.00'),
    ];
    const { holdingPeriods } = analyse(trades);
    // From 1 January 2024 to 11 March 2025: 366 + 31 + 28 + 10 days.
    expect(holdingPeriods.ended).toEqual({
      pieces: 1,
      mean: 435,
      median: 435,
      shortest: 435,
      longest: 435,
    });
    expect(holdingPeriods.open).toBeNull();
  });

  it('name units sold of which no purchase is known, and give them no period', () => {
    const { holdingPeriods, disposition } = analyse([
      trade('1', '2025-04-01', 'buy', '1.5', '100.00'),
      trade('2', '2025-04-11', 'sell', '2.25', '100.00'),
    ]);
    expect(holdingPeriods.products).toMatchObject([
      { product: 'F1', unmatchedUnits: '0.75', ended: { mean: 10 }, open: null },
    ]);
    expect(disposition.leftOut).toEqual(['F1']);
  });

  it('sell what was bought on the same day last', () => {
    const { holdingPeriods } = analyse([
      trade('a', '2025-05-01', 'buy', '1', '10.00'),
      trade('b', '2025-05-11', 'sell', '1', '10.00'),
      trade('c', '2025-05-11', 'buy', '1', '10.00'),
    ]);
    expect(holdingPeriods.ended).toMatchObject({ pieces: 1, mean: 10 });
    // From 11 May 2025 to 28 February 2026.
    expect(holdingPeriods.open).toMatchObject({ pieces: 1, mean: 293 });
  });

  it('have no median by survival before half is sold', () => {
    const { holdingPeriods } = analyse([
      trade('a', '2025-05-01', 'buy', '3', '30.00'),
      trade('b', '2025-05-11', 'sell', '1', '10.00'),
    ]);
    expect(holdingPeriods.ended).toMatchObject({ median: 10 });
    expect(holdingPeriods.median).toBeNull();
  });
});

describe('options', () => {
  it('are refused by name', () => {
    expectRefusal(() => analyseBehaviour([], wrong(null)), 'missing-value', 'options');
    expectRefusal(() => analyseBehaviour([], wrong({})), 'missing-value', 'options.asOf');
    expectRefusal(() => analyseBehaviour([], { asOf: AS_OF }), 'missing-value', 'options.currency');
    expectRefusal(() => analyse(wrong('x')), 'invalid-type', 'trades');
    expectRefusal(() => analyse([], { fx: {} }), 'missing-value', 'options.fx.base');
    expectRefusal(
      () => analyse([], { fx: { base: 'CNY', rates: { USD: '0' } } }),
      'out-of-range',
      'options.fx.rates.USD',
    );
    expectRefusal(() => analyse([], { prices: [] }), 'invalid-type', 'options.prices');
    expectRefusal(() => analyse([], { valuations: 1 }), 'invalid-type', 'options.valuations');
    expectRefusal(() => analyse([], { policy: 1 }), 'invalid-type', 'options.policy');
    for (const [field, value, code] of [
      ['fallAtLeast', 0, 'out-of-range'],
      ['fallAtLeast', Number.NaN, 'not-finite'],
      ['shareAtLeast', 1.1, 'out-of-range'],
      ['peakWithinDays', 1.5, 'invalid-type'],
      ['soldWithinDays', -1, 'out-of-range'],
    ] as const) {
      const policy = { panicSale: { [field]: value } };
      expectRefusal(() => analyse([], { policy }), code, `options.policy.panicSale.${field}`);
    }
    expectRefusal(
      () => analyse([], { policy: { planMonths: 1 } }),
      'out-of-range',
      'options.policy.planMonths',
    );
  });

  it('convert with given rates only', () => {
    const dollars = { ...trade('1', '2025-04-10', 'buy', '1', '100.00'), currency: 'USD' as const };
    const fx = { base: 'CNY', rates: { USD: '7.1000' } };
    expect(analyse([dollars], { fx }).balance.bought.amount).toBe('710.00');
    const { balance, failures } = analyse([dollars, trade('2', '2025-04-10', 'buy', '1', '5.00')]);
    expect(balance.bought.amount).toBe('5.00');
    expect(failures[0]!.issues[0]).toMatchObject({
      code: 'missing-rate',
      path: 'trades[0].currency',
    });
  });
});

describe('a bad trade', () => {
  const good = trade('good', '2025-04-10', 'buy', '1', '10.00');
  it.each([
    ['no object', null, 'missing-value', 'trades[1]'],
    ['no id', { ...good, id: '' }, 'empty', 'trades[1].id'],
    [
      'a date that does not exist',
      { ...good, date: '2025-02-29' },
      'invalid-date',
      'trades[1].date',
    ],
    ['a date to come', { ...good, date: '2026-03-03' }, 'out-of-range', 'trades[1].date'],
    ['another side', { ...good, side: 'short' }, 'unknown-value', 'trades[1].side'],
    ['no product', { ...good, product: undefined }, 'missing-value', 'trades[1].product'],
    ['units as a number', { ...good, units: 1 }, 'invalid-type', 'trades[1].units'],
    ['no units', { ...good, units: '0.00' }, 'out-of-range', 'trades[1].units'],
    ['negative units', { ...good, units: '-1' }, 'invalid-format', 'trades[1].units'],
    ['empty units', { ...good, units: '' }, 'empty', 'trades[1].units'],
    ['too fine units', { ...good, units: '0.0000000000001' }, 'too-long', 'trades[1].units'],
    ['a number for an amount', { ...good, amount: 1 }, 'invalid-type', 'trades[1].amount'],
    ['an amount of nothing', { ...good, amount: '0.00' }, 'out-of-range', 'trades[1].amount'],
    ['another currency', { ...good, currency: 'XXZ' }, 'unknown-currency', 'trades[1].currency'],
  ])('with %s is a failure and loses no other', (_, row, code, path) => {
    const { failures, rows } = analyse([good, wrong(row)]);
    expect(failures).toMatchObject([{ row: 1, issues: [{ code, path }] }]);
    expect(rows).toEqual({ given: 2, duplicates: 0, unique: 1 });
  });

  it('that contradicts another of its id takes that one along', () => {
    const { failures, rows } = analyse([good, { ...good, units: '2' }, { ...good, id: 'x' }]);
    expect(failures.map(({ issues }) => issues[0])).toMatchObject([
      { code: 'duplicate-id', path: 'trades[0].id' },
      { code: 'duplicate-id', path: 'trades[1].id' },
    ]);
    expect(rows.unique).toBe(1);
  });

  it('that only writes the same otherwise is the same', () => {
    const { failures, rows } = analyse([good, { ...good, units: '1.00', amount: '10' }]);
    expect(failures).toEqual([]);
    expect(rows).toEqual({ given: 2, duplicates: 1, unique: 1 });
  });
});
