import { describe, expect, it } from 'vitest';
import {
  type InvestmentTrade,
  measureRfm,
  type Rfm,
  type RfmBounds,
  type RfmRow,
  rfmScores,
  scoreRfm,
} from '../../../src/client/index.js';
import fixture from '../../fixtures/client/behaviour/rfm.json' with { type: 'json' };
import { expectRefusal, wrong } from '../support.js';
import { trade } from './support.js';

const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;

describe('measureRfm', () => {
  it('counts days with a purchase in the window; recency also sees later ones', () => {
    const trades: readonly InvestmentTrade[] = [
      trade('1', '2025-02-28', 'buy', '1', '1000.00'),
      trade('2', '2025-03-01', 'buy', '1', '0.10'),
      trade('3', '2025-03-01', 'buy', '1', '0.20'),
      trade('4', '2025-12-31', 'buy', '1', '5.00'),
      trade('5', '2026-03-01', 'buy', '1', '7.00'),
      trade('6', '2026-03-02', 'sell', '1', '7.00'),
    ];
    expect(measureRfm(trades, { asOf: '2026-03-02' })).toEqual({
      recencyDays: 1,
      frequency: 2,
      monetary: cny('5.30'),
      failures: [],
    });
  });

  it('knows no recency without a purchase', () => {
    const { recencyDays, frequency, monetary } = measureRfm([], {
      asOf: '2026-03-02',
      currency: 'CNY',
    });
    expect([recencyDays, frequency, monetary.amount]).toEqual([null, 0, '0.00']);
  });
});

describe('scoreRfm', () => {
  const bounds: RfmBounds = {
    recencyDays: [30, 90, 180, 365],
    frequency: [1, 3, 6, 12],
    monetary: [cny('1000'), cny('10000'), cny('50000'), cny('200000')],
  };
  const figures: Rfm = { recencyDays: 90, frequency: 3, monetary: cny('9999.99') };

  it.each([
    [figures, '4-3-2'],
    [{ ...figures, recencyDays: 91, monetary: cny('10000.00') }, '3-3-3'],
    [{ recencyDays: 0, frequency: 99, monetary: cny('200000') }, '5-5-5'],
    [{ recencyDays: 366, frequency: 0, monetary: cny('0') }, '1-1-1'],
    [{ recencyDays: null, frequency: 0, monetary: cny('0') }, '1-1-1'],
  ])('reads the bounds', (given, cell) => {
    expect(scoreRfm(given, bounds).cell).toBe(cell);
  });

  it('refuses what it cannot read', () => {
    const score =
      (change: object, rules: object = {}) =>
      () =>
        scoreRfm(wrong({ ...figures, ...change }), wrong({ ...bounds, ...rules }));
    expectRefusal(() => scoreRfm(wrong(null), bounds), 'missing-value', 'figures');
    expectRefusal(score({ recencyDays: undefined }), 'missing-value', 'figures.recencyDays');
    // `null` is allowed, so the text must say so.
    for (const recencyDays of [undefined, '3', 1.5, -1, Number.NaN]) {
      expect(score({ recencyDays })).toThrow(
        /^figures\.recencyDays: expected a whole number of days of at least 0, or null for no purchase, received/,
      );
    }
    expectRefusal(score({ recencyDays: -1 }), 'out-of-range', 'figures.recencyDays');
    expectRefusal(score({ recencyDays: '3' }), 'invalid-type', 'figures.recencyDays');
    expectRefusal(score({ frequency: -1 }), 'out-of-range', 'figures.frequency');
    expectRefusal(score({ monetary: cny('-1') }), 'out-of-range', 'figures.monetary.amount');
    const dollars = { currency: 'USD', amount: '1' };
    expectRefusal(score({ monetary: dollars }), 'currency-mismatch', 'figures.monetary.currency');
    expectRefusal(score({}, { frequency: [3, 3] }), 'inconsistent', 'bounds.frequency[1]');
    expectRefusal(score({}, { recencyDays: [Number.NaN] }), 'not-finite', 'bounds.recencyDays[0]');
    expectRefusal(
      score({}, { monetary: [cny('2'), dollars] }),
      'currency-mismatch',
      'bounds.monetary[1].currency',
    );
    expectRefusal(score({}, { monetary: undefined }), 'missing-value', 'bounds.monetary');
  });
});

describe('rfmScores', () => {
  const rows = fixture.rows as readonly RfmRow[];

  it.each(fixture.cases)('are those of pandas in $groups groups', ({ groups, cells }) => {
    const { scores, failures } = rfmScores(rows, { currency: 'CNY', groups });
    expect(scores.map(({ cell }) => cell)).toEqual(cells);
    expect(failures).toEqual([]);
  });

  it('are five groups by default, equal ones without ties', () => {
    const ten = Array.from({ length: 10 }, (_, n) => ({
      id: `c${n}`,
      recencyDays: n,
      frequency: n,
      monetary: cny(`${n}`),
    }));
    const { scores } = rfmScores(ten, { currency: 'CNY' });
    expect(scores.map(({ frequency }) => frequency)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(scores.map(({ recency }) => recency)).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
  });

  it('lose no client to a bad row', () => {
    const given = [rows[0]!, wrong(null), { ...rows[1]!, frequency: Number.POSITIVE_INFINITY }];
    const { scores, failures } = rfmScores([...given, rows[0]!], { currency: 'CNY' });
    expect(scores.map(({ id }) => id)).toEqual([rows[0]!.id]);
    expect(failures.map(({ issues }) => `${issues[0]!.code} ${issues[0]!.path}`)).toEqual([
      'missing-value rows[1]',
      'not-finite rows[2].frequency',
    ]);
    const twice = rfmScores([rows[0]!, { ...rows[0]!, frequency: 99 }], { currency: 'CNY' });
    expect(twice.scores).toEqual([]);
    expect(twice.failures).toMatchObject([
      { issues: [{ code: 'duplicate-id', path: 'rows[0].id' }] },
      { issues: [{ code: 'duplicate-id', path: 'rows[1].id' }] },
    ]);
  });

  it('refuse malformed options', () => {
    expectRefusal(() => rfmScores([], wrong({})), 'missing-value', 'options.currency');
    const groups = (n: number) => () => rfmScores([], { currency: 'CNY', groups: n });
    expectRefusal(groups(1), 'out-of-range', 'options.groups');
    expectRefusal(() => rfmScores(wrong({}), { currency: 'CNY' }), 'invalid-type', 'rows');
    expect(rfmScores([], { currency: 'CNY' })).toEqual({ scores: [], failures: [] });
  });
});
