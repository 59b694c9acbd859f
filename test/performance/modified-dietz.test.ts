import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import { type DietzPeriod, modifiedDietz } from '../../src/performance/index.js';
import published from '../fixtures/performance/modified-dietz.json' with { type: 'json' };
import { cny, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const END = { flowTiming: 'end-of-day' } as const;
const START = { flowTiming: 'start-of-day' } as const;

/** Wikipedia's first example: two periods, 50 paid in at the end of the first. */
const basic: DietzPeriod = {
  from: '2024-01-01',
  to: '2024-01-03',
  opening: 100,
  closing: 300,
  flows: [{ date: '2024-01-02', amount: 50 }],
};

describe('modifiedDietz', () => {
  it('gives the published example', () => {
    const { expected } = published.find(({ id }) => id === 'wikipedia_basic')!;
    expect(modifiedDietz(basic, END)).toEqual({
      status: 'return',
      rate: expected.modified_dietz,
      gain: expected.gain,
      averageCapital: expected.avg_capital,
    });
  });

  it('gives the published return without flows', () => {
    const { start, end, expected } = published.find(({ id }) => id === 'wikipedia_no_flow')!;
    const period = { ...basic, opening: start, closing: end, flows: [] };
    const result = modifiedDietz(period, END);
    expect(result.gain).toBe(expected.gain);
    expect(result).toMatchObject({ rate: expect.closeTo(expected.modified_dietz as number, 10) });
  });

  it('gives no return on a negative average capital, and shows both figures', () => {
    // The published case: gain 450 on −50, "−900 %". Opening 1,000, closing 250; 1,200 taken out, of
    // which 1,050 of capital weight: 1,200 × 7/8.
    const { expected, ...example } = published.find(
      ({ id }) => id === 'wikipedia_negative_average_capital',
    )!;
    const result = modifiedDietz(
      {
        from: '2024-01-01',
        to: '2024-01-09',
        opening: example.start,
        closing: example.end,
        flows: [{ date: '2024-01-02', amount: -1200 }],
      },
      END,
    );
    expect(result).toEqual({
      status: 'undefined',
      reason: 'non-positive-average-capital',
      gain: example.gain,
      averageCapital: example.avg_capital,
    });
    expect(expected.flag).toBe('negative average capital');
  });

  it('gives a flow at the start of the day one day more', () => {
    // Weight (2 − 1 + 1)/2 = 1: average capital 150, gain 150.
    expect(modifiedDietz(basic, START)).toMatchObject({ rate: 1, averageCapital: 150 });
  });

  it('does not count a flow at the end of the last day as capital', () => {
    const late = { ...basic, flows: [{ date: '2024-01-03', amount: 50 }] } as const;
    expect(modifiedDietz(late, END)).toMatchObject({ averageCapital: 100, gain: 150, rate: 1.5 });
  });

  it('takes money as well as numbers', () => {
    const inMoney = {
      ...basic,
      opening: cny('100'),
      closing: cny('300'),
      flows: [{ date: '2024-01-02', amount: cny('50') }],
    } as const;
    expect(modifiedDietz(inMoney, END)).toEqual(modifiedDietz(basic, END));
  });

  it('freezes its result and leaves its arguments alone', () => {
    const before = JSON.stringify(basic);
    expect(isDeeplyFrozen(modifiedDietz(basic, END))).toBe(true);
    expect(JSON.stringify(basic)).toBe(before);
  });

  const flow = (change: object) => ({ flows: [{ date: '2024-01-02', amount: 50, ...change }] });
  it.each([
    ['no period', null, END, 'missing-value', 'period'],
    ['no options', {}, undefined, 'missing-value', 'options'],
    ['no timing', {}, {}, 'missing-value', 'options.flowTiming'],
    ['an unknown timing', {}, { flowTiming: 'noon' }, 'unknown-value', 'options.flowTiming'],
    ['a period without a day', { to: '2024-01-01' }, END, 'inconsistent', 'period.to'],
    ['a day that does not exist', { to: '2024-02-30' }, END, 'invalid-date', 'period.to'],
    ['no opening value', { opening: undefined }, END, 'missing-value', 'period.opening'],
    ['a closing value of NaN', { closing: Number.NaN }, END, 'not-finite', 'period.closing'],
    ['no list of flows', { flows: undefined }, END, 'missing-value', 'period.flows'],
    ['a flow that is none', { flows: [null] }, END, 'missing-value', 'period.flows[0]'],
    [
      'a flow on the opening day',
      flow({ date: '2024-01-01' }),
      END,
      'out-of-range',
      'period.flows[0].date',
    ],
    [
      'a flow after the closing day',
      flow({ date: '2024-01-04' }),
      END,
      'out-of-range',
      'period.flows[0].date',
    ],
    [
      'an infinite flow',
      flow({ amount: Number.NEGATIVE_INFINITY }),
      END,
      'not-finite',
      'period.flows[0].amount',
    ],
    [
      'money among numbers',
      flow({ amount: money('USD', '1') }),
      END,
      'currency-mismatch',
      'period.flows[0].amount',
    ],
  ] as const)('refuses %s', (_, change, options, code, path) => {
    const period = change === null ? null : { ...basic, ...change };
    expectRefusal(() => modifiedDietz(wrong(period), wrong(options)), code, path);
  });
});

describe('modifiedDietz of what a double cannot hold', () => {
  it('refuses a list of flows with a hole', () => {
    const period = { ...basic, flows: wrong(new Array(1)) };
    expectRefusal(() => modifiedDietz(period, END), 'missing-value', 'period.flows[0]');
  });

  it('refuses capital next to nothing, and amounts whose sum could overflow', () => {
    const tiny = { ...basic, opening: 1e-320, flows: [] };
    expectRefusal(() => modifiedDietz(tiny, END), 'out-of-range', 'period.opening');
    const huge = { ...basic, closing: 1e308 };
    expectRefusal(() => modifiedDietz(huge, END), 'out-of-range', 'period.closing');
  });
});
