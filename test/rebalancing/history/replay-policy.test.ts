import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  comparePolicies,
  type History,
  type HistoryPolicy,
  replayPolicy,
} from '../../../src/rebalancing/index.js';
import oracle from '../../fixtures/rebalancing/history.json' with { type: 'json' };

const PATH = new URL(
  '../../../examples/data/markets/annual-returns-1928-2025.csv',
  import.meta.url,
);
const [, ...LINES] = readFileSync(PATH, 'utf8').trim().split('\n');
const PERIODS = LINES.map((line) => line.split(',').map(Number)).map((cells) => ({
  to: `${cells[0]!}-12-31` as const,
  returns: [cells[1]!, cells[4]!],
}));

const PAST: History = {
  assetClasses: ['SHARES', 'BONDS'],
  from: '1927-12-31',
  periods: PERIODS,
  target: { SHARES: 0.6, BONDS: 0.4 },
};
const costing = (rate: number): History => ({ ...PAST, costs: { buy: rate, sell: rate } });

const BANDS = { default: { absolute: 0.05, relative: 0.25 } };
const NEVER: HistoryPolicy = { id: 'never', bands: BANDS, triggers: [] };
const every = (years: number): HistoryPolicy => ({
  id: `every-${years}`,
  bands: BANDS,
  triggers: [{ kind: 'calendar', anchor: '1928-12-31', everyMonths: 12 * years }],
});

describe('replays over 98 real years, against a Python program of its own', () => {
  const cases: readonly [keyof typeof oracle, History, HistoryPolicy][] = [
    ['never', PAST, NEVER],
    ['yearly', costing(0.001), every(1)],
    ['threeYears', costing(0.001), every(3)],
    ['bandsToTarget', costing(0.001), { id: 'bands', bands: BANDS }],
    [
      'bandsHalfWay',
      costing(0.001),
      { id: 'half', bands: BANDS, destination: { kind: 'fraction', ofBand: 0.5 } },
    ],
    ['bandsToEdge', costing(0.005), { id: 'edge', bands: BANDS, destination: { kind: 'edge' } }],
    ['cashFlowIn', { ...costing(0.001), flow: 0.03 }, NEVER],
    ['cashFlowOut', { ...costing(0.001), flow: -0.04 }, NEVER],
  ];
  it.each(cases)('%s', (name, history, policy) => {
    const expected = oracle[name] as {
      wealth: number;
      turnover: number;
      trades: number;
      growth: number;
    };
    const replay = replayPolicy(history, policy);
    const sum = replay.steps.reduce((total, { turnover }) => total + turnover, 0);
    const growth = replay.steps.reduce((product, one) => product * (1 + one.periodReturn), 1);
    expect(replay.wealth / expected.wealth).toBeCloseTo(1, 10);
    expect(growth / expected.growth).toBeCloseTo(1, 10);
    expect(sum).toBeCloseTo(expected.turnover, 9);
    expect(replay.trades).toBe(expected.trades);
  });
});

describe('figures of a replay', () => {
  it('has no tracking error when it is brought to its target every period at no cost', () => {
    expect(replayPolicy(PAST, every(1)).trackingError).toBeLessThan(1e-12);
  });

  it('takes the deepest fall at period ends', () => {
    // 1 → 1.2 → 0.9 → 1.0 → 0.8: from 1.2 down to 0.8 is a third.
    const returns = [0.2, -0.25, 1 / 9, -0.2];
    const periods = returns.map((one, i) => ({ to: `${2000 + i}-12-31` as const, returns: [one] }));
    const history: History = { assetClasses: ['A'], from: '1999-12-31', periods, target: { A: 1 } };
    expect(replayPolicy(history, NEVER).maxDrawdown).toBeCloseTo(1 / 3, 12);
  });

  it('pays for the trades out of the portfolio', () => {
    // 0.75 + 0.5; to the half: sells 0.125 − half of the cost and buys as much, at 1 % each: V = 1.25 − 0.01·(0.75 − V/2) − 0.01·(V/2 − 0.5) = 1.2475.
    const periods = [{ to: '2000-12-31', returns: [0.5, 0] }] as const;
    const history: History = {
      assetClasses: ['A', 'B'],
      from: '1999-12-31',
      periods,
      target: { A: 0.5, B: 0.5 },
      costs: { buy: 0.01, sell: { A: 0.01, B: 0.01 } },
    };
    const { wealth, steps } = replayPolicy(history, { id: 'bands', bands: BANDS });
    expect(wealth).toBeCloseTo(1.2475, 12);
    expect(steps[0]!.cost).toBeCloseTo(0.0025 / 1.25, 12);
    expect(steps[0]!.periodReturn).toBeCloseTo(0.2475, 12);
  });

  it('says what was held on average while returns were earned, and the most at period ends', () => {
    // Never traded: held 1/2, then 0.75/1.25 = 0.6; at period ends 0.6, then 0.6/1.1.
    const history: History = {
      assetClasses: ['A', 'B'],
      from: '1999-12-31',
      periods: [
        { to: '2000-12-31', returns: [0.5, 0] },
        { to: '2001-12-31', returns: [-0.2, 0] },
      ],
      target: { A: 0.5, B: 0.5 },
    };
    const { meanWeights, largestWeights } = replayPolicy(history, NEVER);
    expect(meanWeights.A).toBeCloseTo(0.55, 12);
    expect(meanWeights.B).toBeCloseTo(0.45, 12);
    expect(largestWeights.A).toBeCloseTo(0.6, 12);
    expect(largestWeights.B).toBeCloseTo(0.5 / 1.1, 12);
  });

  it('remembers from one period to the next what has left its band and is not back far enough', () => {
    // Looked at in 2001 only. A stands at 0.75/1.25 = 0.6 in 2000, out by 10 points, and at 0.6/1.1 = 0.545 in 2001: within its
    // five points again, but not within two fifths of them.
    const history: History = {
      assetClasses: ['A', 'B'],
      from: '1999-12-31',
      periods: [
        { to: '2000-12-31', returns: [0.5, 0] },
        { to: '2001-12-31', returns: [-0.2, 0] },
      ],
      target: { A: 0.5, B: 0.5 },
    };
    const trades = (reentry: number): number =>
      replayPolicy(history, {
        id: 'bands',
        bands: { default: { absolute: 0.05 }, reentry },
        pacing: { look: { anchor: '2001-12-31', everyMonths: 12 } },
      }).trades;
    expect([trades(1), trades(0.4)]).toEqual([0, 1]);
  });

  it('does not depend on the order of the asset classes', () => {
    const turned: History = {
      ...PAST,
      assetClasses: ['BONDS', 'SHARES'],
      periods: PERIODS.map(({ to, returns }) => ({ to, returns: [returns[1]!, returns[0]!] })),
    };
    const policy: HistoryPolicy = { id: 'bands', bands: BANDS };
    expect(replayPolicy(turned, policy).wealth).toBeCloseTo(replayPolicy(PAST, policy).wealth, 8);
  });
});

describe('comparePolicies', () => {
  it('starts each stretch afresh', () => {
    const { windows } = comparePolicies(PAST, [NEVER, every(1)], { windowPeriods: 30 });
    expect(windows).toHaveLength(98 - 30 + 1);
    const last: History = { ...PAST, from: '1995-12-31', periods: PERIODS.slice(-30) };
    expect(windows.at(-1)).toMatchObject({ from: '1995-12-31', to: '2025-12-31' });
    expect(windows.at(-1)!.annualReturn.never).toBe(replayPolicy(last, NEVER).annualReturn);
  });

  it.each([
    ['a policy twice', { policies: [NEVER, NEVER] }, 'duplicate-id', 'policies[1].id'],
    ['no policy', { policies: [] }, 'empty', 'policies'],
    ['a stretch too long', { windowPeriods: 99 }, 'out-of-range', 'options.windowPeriods'],
    ['a stretch of 0', { windowPeriods: 0 }, 'out-of-range', 'options.windowPeriods'],
  ])(
    'refuses %s',
    (_, {
      policies = [NEVER],
      ...options
    }: { policies?: HistoryPolicy[]; windowPeriods?: number }, code, path) => {
      expect(() => comparePolicies(PAST, policies, options)).toThrowError(
        expect.objectContaining({ code, path }),
      );
    },
  );

  it.each([
    [
      'a return of −1',
      { periods: [{ to: '1928-12-31', returns: [-1, 0] }] },
      'out-of-range',
      'history.periods[0].returns[0]',
    ],
    [
      'a missing return',
      { periods: [{ to: '1928-12-31', returns: [0] }] },
      'length-mismatch',
      'history.periods[0].returns',
    ],
    [
      'NaN',
      { periods: [{ to: '1928-12-31', returns: [0, Number.NaN] }] },
      'not-finite',
      'history.periods[0].returns[1]',
    ],
    [
      'periods out of order',
      { periods: [...PERIODS.slice(0, 2), PERIODS[0]!] },
      'inconsistent',
      'history.periods[2].to',
    ],
    ['no periods', { periods: [] }, 'empty', 'history.periods'],
    [
      'an unknown class in the target',
      { target: { SHARES: 0.6, GOLD: 0.4 } },
      'unknown-id',
      'history.target.GOLD',
    ],
    ['weights that do not sum to 1', { target: { SHARES: 0.6 } }, 'inconsistent', 'history.target'],
    ['a cost of 1', { costs: { buy: 1 } }, 'out-of-range', 'history.costs.buy'],
    [
      'a cost of an unknown class',
      { costs: { sell: { GOLD: 0 } } },
      'unknown-id',
      'history.costs.sell.GOLD',
    ],
    ['a withdrawal of everything', { flow: -1 }, 'out-of-range', 'history.flow'],
    [
      'a class twice',
      { assetClasses: ['BONDS', 'BONDS'] },
      'duplicate-id',
      'history.assetClasses[1]',
    ],
    ['a date that does not exist', { from: '1927-02-30' }, 'invalid-date', 'history.from'],
  ] as const)('refuses %s', (_, change, code, path) => {
    expect(() => replayPolicy({ ...PAST, ...change } as History, NEVER)).toThrowError(
      expect.objectContaining({ code, path }),
    );
  });
});

describe('a schedule whose destination is the edge of a band', () => {
  it('trades nothing inside the band, not even the last digits of a division', () => {
    // Weights stay within 60 ± 1, so there is never anything to trade; every third of a year is an odd fraction.
    const periods = Array.from({ length: 24 }, (_, i) => ({
      to: `${2001 + i}-12-31` as const,
      returns: [i % 2 === 0 ? 0.01 / 3 : -0.02 / 7, 0.001],
    }));
    const history = { ...PAST, from: '2000-12-31' as const, periods };
    for (const destination of [
      { kind: 'edge' },
      { kind: 'fraction', ofBand: 0.5 },
      { kind: 'inner', drift: 0.02 },
    ] as const) {
      const replay = replayPolicy(history, { ...every(1), destination });
      expect(replay.trades).toBe(0);
      expect(replay.steps.every(({ turnover }) => turnover === 0)).toBe(true);
    }
  });
});
