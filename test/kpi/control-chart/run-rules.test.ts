import { describe, expect, it } from 'vitest';
import {
  DEFAULT_RUN_RULES,
  NELSON_RULES,
  type RunRule,
  WESTERN_ELECTRIC_RULES,
  xmrChart,
} from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';
import { monthly, monthNumber, standardBaseline } from './support.js';

/** The numbers of the values at which a rule's patterns stand, counted from the end of a baseline with σ = 1 and centre 0. */
function patterns(id: string, values: readonly (number | null)[]) {
  const rule = [...WESTERN_ELECTRIC_RULES, ...NELSON_RULES].find((known) => known.id === id);
  return patternsOf(rule as RunRule, values);
}

function patternsOf(rule: RunRule, values: readonly (number | null)[]) {
  // A gap keeps the baseline out of the patterns.
  const chart = xmrChart(monthly([...standardBaseline(), null, ...values]), {
    baseline: { first: 20 },
    rules: [rule],
  });
  const numberOf = (period: string) => monthNumber(period) - 21;
  const found = chart.findings.map(({ period, periods, direction }) => {
    return { at: numberOf(period), points: periods.map(numberOf), direction };
  });
  // The baseline goes up and down by turns, close to the centre, and has patterns of its own.
  return found.filter(({ at }) => at >= 0);
}

const range = (n: number, from = 0) => Array.from({ length: n }, (_, i) => from + i);
const repeat = (n: number, value: number) => Array.from({ length: n }, () => value);

describe('a point beyond three standard deviations', () => {
  it.each(['western-electric-1', 'nelson-1'])('is a pattern of its own: %s', (id) => {
    expect(patterns(id, [0.5, 3.1, 3.2, -0.5, -3.1])).toEqual([
      { at: 1, points: [1], direction: 'up' },
      { at: 2, points: [2], direction: 'up' },
      { at: 4, points: [4], direction: 'down' },
    ]);
  });

  it('is none on the limit', () => {
    expect(patterns('nelson-1', [2.999999, -2.999999])).toEqual([]);
  });
});

describe('two of three beyond two standard deviations', () => {
  it.each(['western-electric-2', 'nelson-5'])('need one side, not neighbours: %s', (id) => {
    expect(patterns(id, [0, 2.1, 0, 2.2, 0, 0])).toEqual([
      { at: 3, points: [1, 3], direction: 'up' },
    ]);
    expect(patterns(id, [0, 2.1, -2.2, 0, 0])).toEqual([]);
    expect(patterns(id, [0, 2.1, 0, 0, 2.2])).toEqual([]);
  });
});

describe('four of five beyond one standard deviation', () => {
  it.each(['western-electric-3', 'nelson-6'])('may have one within: %s', (id) => {
    expect(patterns(id, [0, -1.1, -1.2, 0.3, -1.4, -1.1, 0])).toEqual([
      { at: 5, points: [1, 2, 4, 5], direction: 'down' },
    ]);
    expect(patterns(id, [0, -1.1, -1.2, 0.3, 0, -1.4, -1.1])).toEqual([]);
  });
});

describe('a run on one side', () => {
  it('takes eight by Western Electric and nine by Nelson', () => {
    expect(patterns('western-electric-4', [-1, ...repeat(8, 0.2)])).toEqual([
      { at: 8, points: range(8, 1), direction: 'up' },
    ]);
    expect(patterns('nelson-2', [-1, ...repeat(8, 0.2)])).toEqual([]);
    expect(patterns('nelson-2', [-1, ...repeat(9, 0.2)])).toEqual([
      { at: 9, points: range(9, 1), direction: 'up' },
    ]);
  });

  it('stays one pattern while it goes on, and another begins after it', () => {
    expect(patterns('nelson-2', [...repeat(12, 0.2), -0.1, ...repeat(9, 0.3)])).toEqual([
      { at: 8, points: range(12), direction: 'up' },
      { at: 21, points: range(9, 13), direction: 'up' },
    ]);
  });

  it('ends at a gap', () => {
    expect(patterns('nelson-2', [...repeat(5, 0.2), null, ...repeat(5, 0.2)])).toEqual([]);
  });
});

describe('six rising or falling', () => {
  it('are five steps the same way', () => {
    expect(patterns('nelson-3', [0, -0.5, -0.4, -0.2, -0.1, 0.1, 0.3, 0.2])).toEqual([
      { at: 6, points: range(6, 1), direction: 'up' },
    ]);
    expect(patterns('nelson-3', [1, 0.8, 0.7, 0.5, 0.1, -0.2, -0.3])).toEqual([
      { at: 5, points: range(7), direction: 'down' },
    ]);
  });

  it('are broken by an equal value and by a gap', () => {
    expect(patterns('nelson-3', [0.1, 0.2, 0.3, 0.3, 0.4, 0.5])).toEqual([]);
    expect(patterns('nelson-3', [0.1, 0.2, 0.3, null, 0.4, 0.5, 0.6])).toEqual([]);
  });
});

describe('fourteen alternating', () => {
  const zigzag = (n: number) => range(n).map((i) => (i % 2 === 0 ? 0.1 : 0.2));

  it('point nowhere', () => {
    expect(patterns('nelson-4', zigzag(13))).toEqual([]);
    expect(patterns('nelson-4', zigzag(14))).toEqual([
      { at: 13, points: range(14), direction: 'none' },
    ]);
  });
});

describe('fifteen within one standard deviation', () => {
  it('lie on either side', () => {
    const quiet = range(15).map((i) => (i % 3 === 0 ? 0.9 : -0.9));
    expect(patterns('nelson-7', quiet)).toEqual([{ at: 14, points: range(15), direction: 'none' }]);
    expect(patterns('nelson-7', [...quiet.slice(1), 1.1])).toEqual([]);
  });
});

describe('eight outside one standard deviation', () => {
  it('lie on either side', () => {
    const two = [1.2, 1.3, -1.2, 1.4, -1.1, -1.6, 1.2, 1.1];
    expect(patterns('nelson-8', two)).toEqual([{ at: 7, points: range(8), direction: 'none' }]);
    expect(patterns('nelson-8', [...two.slice(1), 0.9])).toEqual([]);
  });
});

describe('rules as data', () => {
  it("are by default Nelson's 1, 2, 3, 5 and 6", () => {
    expect(DEFAULT_RUN_RULES.map(({ id }) => id)).toEqual(
      ['1', '2', '3', '5', '6'].map((number) => `nelson-${number}`),
    );
  });

  it("may be the bank's own", () => {
    const shift: RunRule = { id: 'shift-of-7', kind: 'beyond', points: 7, of: 7, sigmas: 0 };
    expect(patternsOf(shift, [-1, ...repeat(7, 0.2)])).toEqual([
      { at: 7, points: range(7, 1), direction: 'up' },
    ]);
  });

  it.each([
    ['a kind that there is not', { id: 'x', kind: 'odd', points: 3 }, 'unknown-value', 'kind'],
    ['no id', { kind: 'trend', points: 6 }, 'missing-value', 'id'],
    ['too few points', { id: 'x', kind: 'trend', points: 1 }, 'out-of-range', 'points'],
    ['half a point', { id: 'x', kind: 'trend', points: 6.5 }, 'invalid-type', 'points'],
    [
      'fewer periods than points',
      { id: 'x', kind: 'beyond', points: 3, of: 2, sigmas: 1 },
      'out-of-range',
      'of',
    ],
    ['no distance', { id: 'x', kind: 'within', points: 15, sigmas: 0 }, 'out-of-range', 'sigmas'],
    [
      'NaN',
      { id: 'x', kind: 'beyond', points: 1, of: 1, sigmas: Number.NaN },
      'not-finite',
      'sigmas',
    ],
  ] as const)('are refused with %s', (_, rule, code, field) => {
    const call = () => xmrChart(monthly([1, 2]), { rules: wrong([rule]) });
    expectRefusal(call, code, `options.rules[0].${field}`);
  });

  it('are refused with an id used twice', () => {
    const [rule] = NELSON_RULES;
    const call = () => xmrChart(monthly([1, 2]), { rules: [rule as RunRule, rule as RunRule] });
    expectRefusal(call, 'duplicate-id', 'options.rules[1].id');
  });
});
