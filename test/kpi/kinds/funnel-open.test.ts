import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  compareWithControl,
  compileScorecard,
  defineKpi,
  scoreScorecard,
  summarise,
  targetStatus,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const funnel = defineKpi({ ...DESCRIPTION, kind: 'funnel', steps: ['met', 'offered', 'signed'] });

/** How many stopped at each step, and how many may still go on from the first two. */
function stateOf(stopped: readonly number[], open: readonly number[]) {
  const events = funnel.steps.flatMap((reached, i) => [
    { reached, count: stopped[i] ?? 0 },
    { reached, open: true, count: open[i] ?? 0 },
  ]);
  return accumulateAll(funnel, events).state;
}

function figureOf(stopped: readonly number[], open: readonly number[]) {
  const result = summarise(funnel, stateOf(stopped, open));
  if (result.status !== 'ok' || result.interval === undefined) throw new Error(result.status);
  return { ...result, interval: result.interval };
}

const SQUARE = 1.959963984540054 ** 2;
const half = { green: 0.5, amber: 0.4, direction: 'higher-is-better' } as const;

describe('a funnel with open cases of which none or all of the decided come through', () => {
  it('is as sure as so many who started, all of them decided', () => {
    // Wilson (1927), none of n: from 0 to z²/(n + z²); n as in Dorey and Korn (1987), by hand.
    for (const [stopped, open, n] of [
      [[29, 0, 0], [1, 0], 29],
      [[2, 0, 0], [1, 0], 2],
      // Of 100 met 98 went on, one of whom is decided: 1/0.98, and of a case not whole nothing is made.
      [[2, 1, 0], [0, 97], 1],
      // One of ten went on, of whom nine are decided: each stands for ten.
      [[90, 9, 0], [0, 1], 90],
      // Of 50 decided 20 went on, of whom 15 are decided: 15/0.4 = 37.5.
      [[30, 15, 0], [7, 5], 37],
    ] as const) {
      const { value, interval } = figureOf(stopped, open);
      expect(value).toBe(0);
      expect(interval).toMatchObject({ low: 0, method: 'wilson-effective-size' });
      expectClose(interval.high, SQUARE / (n + SQUARE));
    }
    // All of n: from n/(n + z²) to 1, with those who came through for n.
    for (const n of [1, 2, 30]) {
      const { value, interval } = figureOf([0, 0, n], [1, 2]);
      expect(value).toBe(1);
      expect(interval.high).toBe(1);
      expectClose(interval.low, n / (n + SQUARE));
    }
  });

  it('claims no more than it would with nobody open', () => {
    const direction = 'higher-is-better';
    for (const n of [1, 2, 5, 29, 60]) {
      for (const green of [0.02, 0.08, 0.5, 0.92, 0.98]) {
        for (const stopped of [
          [n, 0, 0],
          [0, 0, n],
        ]) {
          const closed = targetStatus(figureOf(stopped, []), { green, direction }).status;
          const open = targetStatus(figureOf(stopped, [1, 0]), { green, direction }).status;
          expect(open, `${stopped} ${green}`).toBe(closed);
        }
      }
    }
    expect(targetStatus(figureOf([0, 0, 2], [1]), half).status).toBe('not-shown');
    expect(targetStatus(figureOf([2, 0, 0], [1]), half).status).toBe('not-shown');
  });

  it('seldom misses or meets a target that is the true share', () => {
    // Every way in which ten may come out of one step, a fifth of them still open: trinomial probabilities.
    const single = defineKpi({ ...DESCRIPTION, kind: 'funnel', steps: ['met', 'signed'] });
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    for (const p of [0.08, 0.92]) {
      let [wrong, all] = [0, 0];
      for (let open = 0; open < 10; open++) {
        for (let signed = 0; signed <= 10 - open; signed++) {
          const lost = 10 - open - signed;
          const ways = factorial(10) / factorial(open) / factorial(signed) / factorial(lost);
          const chance = ways * 0.2 ** open * (0.8 * p) ** signed * (0.8 * (1 - p)) ** lost;
          const { state } = accumulateAll(single, [
            { reached: 'met', open: true, count: open },
            { reached: 'met', count: lost },
            { reached: 'signed', count: signed },
          ]);
          const result = summarise(single, state);
          if (result.status !== 'ok') throw new Error(result.status);
          // A hair to the side on which the value lies where none or all come through.
          const green = p < 0.5 ? p - 1e-9 : p + 1e-9;
          const shown = p < 0.5 ? 'missed' : 'met';
          all += chance;
          const { status } = targetStatus(result, { green, direction: 'higher-is-better' });
          if (status === shown) wrong += chance;
        }
      }
      expectClose(all, 1 - 0.2 ** 10, 1e-9);
      expect(wrong).toBeLessThan(0.05);
    }
  });

  it('is tested as what it is, a share of few', () => {
    const [none, every] = [stateOf([2, 0, 0], [1]), stateOf([0, 0, 2], [1])];
    const change = compareBeforeAfter(funnel, none, every);
    // Fisher's test of none of two and two of two: 2 of the 6 ways to draw.
    expect(change).toMatchObject({ method: 'fisher-exact', difference: 1, verdict: 'not-shown' });
    if (change.status !== 'compared') throw new Error(change.status);
    expectClose(change.pValue, 1 / 3);
    const codes = change.reasons.map(({ code }) => code);
    expect(codes).toContain('kpi.few-expected-cases');
    expect(codes).not.toContain('kpi.difference-not-tested');
    // With nobody open on one side it is the same.
    const closed = compareBeforeAfter(funnel, stateOf([2, 0, 0], []), every);
    expect(closed).toMatchObject({ pValue: change.pValue, verdict: 'not-shown' });
    const { groups } = compareGroups(
      funnel,
      [
        { id: 'a', state: none },
        { id: 'b', state: every },
      ],
      { suppressBelow: 1 },
    );
    expect(groups).toMatchObject([
      { status: 'compared', verdict: 'not-shown' },
      { status: 'compared', verdict: 'not-shown' },
    ]);
    const study = {
      treated: { before: none, after: every },
      control: { before: none, after: none },
    };
    expect(compareWithControl(funnel, study)).toMatchObject({
      status: 'described',
      verdict: 'not-shown',
    });
    // Many are told apart.
    const many = compareBeforeAfter(funnel, stateOf([40, 0, 0], [1]), stateOf([0, 0, 40], [1]));
    expect(many).toMatchObject({ method: 'interval-z', verdict: 'better' });
  });

  it('has its doubts shown by a scorecard', () => {
    const line = { id: funnel.id, weight: 1, worst: 0, best: 0.5 };
    const guard = { id: 'enough', kpi: funnel.id, atLeast: 0.5, cap: 60 };
    const card = compileScorecard({ id: 'c', version: '1', lines: [line], guards: [guard] });
    const score = scoreScorecard(card, { [funnel.id]: figureOf([0, 0, 2], [1]) });
    if (score.status !== 'scored') throw new Error(score.status);
    // At Wilson's lower end of two of two the line would have 2·0.3424 of its points.
    expectClose(score.contributions[0]!.range!.low, 100 * (2 * (2 / (2 + SQUARE)) - 1), 1e-9);
    expect(score.reasons.map(({ code }) => code)).toEqual(['kpi.guard-unsure']);
  });
});
