import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason } from '../../../src/evidence/index.js';
import {
  questionnaireMessages,
  type Reliability,
  reliability,
} from '../../../src/questionnaire/index.js';
import { psychometricsMessages } from '../../../src/questionnaire/psychometrics/messages.js';
import { expectNear, measured } from './support.js';

const codes = ({ reasons }: Reliability) => reasons.map(({ code }) => code);

describe('reliability of what measures little', () => {
  it('is undetermined for one response', () => {
    const result = reliability([[1, 2, 3]]);
    expect(result).toMatchObject({ status: 'undetermined', n: 1, dropped: 0 });
    expect(codes(result)).toEqual(['questionnaire.too-few-responses']);
  });

  it('is undetermined where all responses are left out', () => {
    const result = reliability([[1, null]], { missing: 'listwise' });
    expect(result).toMatchObject({ status: 'undetermined', n: 0, dropped: 1 });
    expect(codes(result)).toEqual([
      'questionnaire.too-few-responses',
      'questionnaire.responses-dropped',
    ]);
  });

  it('is undetermined for one item, or one that varies', () => {
    expect(reliability([[1], [2]])).toMatchObject({ status: 'undetermined', n: 2, k: 1 });
    const result = reliability([
      [1, 4],
      [2, 4],
    ]);
    expect(result).toMatchObject({ status: 'undetermined', n: 2, k: 1 });
    expect(codes(result)).toEqual([
      'questionnaire.too-few-items',
      'questionnaire.item-without-variance',
    ]);
  });

  it('leaves an item without variance out, but for the mean of the total', () => {
    const rows = [
      [1, 2, 1],
      [2, 2, 3],
      [3, 4, 3],
      [4, 4, 5],
    ];
    const without = measured(rows, { items: ['a', 'b', 'c'] });
    const withIt = measured(
      rows.map(([a, b, c]) => [a!, 5, b!, c!]),
      { items: ['a', 'same', 'b', 'c'] },
    );
    expect(withIt.items[1]).toEqual({
      id: 'same',
      mean: 5,
      sd: 0,
      itemTotal: null,
      itemRest: null,
      itemTotalCorrected: null,
      alphaIfDropped: null,
      smc: null,
      loading: null,
      reversed: false,
    });
    expect(withIt.total).toEqual({ mean: 13.5, sd: without.total.sd });
    expect(withIt.k).toBe(3);
    expect({ ...withIt, items: [], total: {}, reasons: [] }).toEqual({
      ...without,
      items: [],
      total: {},
      reasons: [],
    });
    expect(withIt.items.filter(({ id }) => id !== 'same')).toEqual(without.items);
    expect(codes(withIt)).toContain('questionnaire.item-without-variance');
  });

  it('takes equal fractions for an item without variance', () => {
    const rows = [1, 2, 4, 3, 5, 7].map((x, i) => [0.1, x, x + (i % 2)]);
    expect(measured(rows).items[0]).toMatchObject({ sd: 0, itemTotal: null });
  });

  it('has no alpha where the total does not vary', () => {
    const result = measured([
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
    expect(result.total).toEqual({ mean: 4, sd: 0 });
    expect(result).toMatchObject({
      alpha: null,
      standardisedAlpha: null,
      lambdas: null,
      standardErrorOfMeasurement: null,
      averageCorrelation: -1,
      // Turned round, the two are the same item.
      alphaIfTurned: 1,
    });
    expect(result.items[0]).toMatchObject({ itemTotal: null, itemRest: -1 });
    expect(codes(result)).toContain('questionnaire.total-without-variance');
  });

  it('reports a negative alpha and says so', () => {
    // Variances 1 and 1, covariance -1/2: 2 · (1 − 2/1) = −2.
    const result = measured([
      [1, 2],
      [2, 3],
      [3, 1],
    ]);
    expectNear(result.alpha?.value, -2, 1e-12);
    expect(codes(result)).toContain('questionnaire.alpha-negative');
  });

  it('gives no figures that need the inverse of singular correlations', () => {
    const rows = [1, 2, 4, 3, 5, 2].map((x, i) => [x, x, (i * 7) % 5]);
    const result = measured(rows);
    expect(result.lambdas?.lambda6).toBeNull();
    expect(result.omegaMaximumLikelihood).toBeNull();
    expect(result.items.map(({ smc, itemTotalCorrected }) => [smc, itemTotalCorrected])).toEqual(
      [0, 1, 2].map(() => [null, null]),
    );
    expect(codes(result)).toContain('questionnaire.items-dependent');
  });

  it('has perfect reliability where all items are the same', () => {
    const result = measured([1, 2, 4, 3, 5].map((x) => [x, x, x]));
    expectNear(result.alpha?.value, 1, 1e-12);
    expectNear([result.alpha?.interval.low, result.alpha?.interval.high], [1, 1], 1e-12);
    expectNear(result.standardErrorOfMeasurement, 0, 1e-6);
    expect(result.omega).toMatchObject({ improper: true });
    expect(codes(result)).toContain('questionnaire.factor-improper');
  });

  it('has a loading of √r on both of two items', () => {
    // r = 1/2: variances 1 and 1, covariance 1/2. Omega is then 2r/(1 + r), as is the standardised alpha.
    const result = measured([
      [1, 2],
      [2, 1],
      [3, 3],
    ]);
    expectNear(result.omega?.loadings, [Math.SQRT1_2, Math.SQRT1_2], 1e-9);
    expectNear(result.omega?.value, 2 / 3, 1e-9);
    expectNear(result.standardisedAlpha, 2 / 3, 1e-12);
    expect(result.omegaMaximumLikelihood).toBeNull();
    expect(result.items.map(({ alphaIfDropped }) => alphaIfDropped)).toEqual([null, null]);
  });

  it('has no direction where the items have nothing in common', () => {
    const crossed = [-1, 1].flatMap((a) => [-1, 1].flatMap((b) => [-1, 1].map((c) => [a, b, c])));
    const result = measured(crossed);
    expect(result.reversed).toEqual([]);
    expect(result.alpha?.value).toBe(0);
    expectNear(result.omega?.value, 0, 1e-9);
  });
});

describe('reverse', () => {
  const rows = [
    [1, 5, 2],
    [2, 4, 2],
    [4, 2, 3],
    [5, 1, 5],
    [3, 2, 3],
  ];

  it('scores an item the other way round within its range', () => {
    const turned = measured(rows, { items: ['a', 'b', 'c'], reverse: { b: { min: 1, max: 5 } } });
    const byHand = measured(
      rows.map(([a, b, c]) => [a!, 6 - b!, c!]),
      { items: ['a', 'b', 'c'] },
    );
    expect(turned).toEqual(byHand);
    expect(turned.reversed).toEqual([]);
  });

  it('is what a flag suggests: alpha is then the one foreseen', () => {
    const asScored = measured(rows, { items: ['a', 'b', 'c'] });
    expect(asScored.reversed).toEqual(['b']);
    const turned = measured(rows, { items: ['a', 'b', 'c'], reverse: { b: { min: 1, max: 5 } } });
    expectNear(turned.alpha?.value, asScored.alphaIfTurned, 1e-12);
    expect(turned.alphaIfTurned).toBeNull();
    expect(codes(asScored)).toContain('questionnaire.item-reversed');
  });
});

describe('splits of more items than can be listed', () => {
  // Twelve items, each twice; the twelve are uncorrelated in pairs (columns of a Hadamard matrix).
  const signs = Array.from({ length: 16 }, (_, row) =>
    Array.from({ length: 15 }, (_, column) => (bits(row & (column + 1)) % 2 === 0 ? 1 : -1)),
  );
  const twins = signs.map((row) => [...row.slice(0, 12), ...row.slice(0, 12)]);
  const half = measured(twins).splitHalf!;

  it('are searched, and the search is reported', () => {
    expect(half.exact).toBe(false);
    expect(half.search).toMatchObject({ seed: 1, starts: 50 });
    expect(measured(twins).splitHalf).toEqual(half);
    expect(measured(twins, { seed: 2 }).splitHalf?.search?.seed).toBe(2);
  });

  it('range from twins kept together to twins parted', () => {
    // Parted: each half is the same sum, 4·12/48 = 1. Together: the halves share nothing.
    expectNear([half.min, half.max], [0, 1], 1e-9);
  });

  it('have a mean in closed form', () => {
    // Of 276 pairs 12 correlate by 1; 144 of 276 are parted: 4 · 12 · (144/276) / 48 = 12/23.
    expectNear(half.mean, 12 / 23, 1e-12);
    expectNear(half.mean, measured(twins).standardisedAlpha, 1e-12);
  });
});

function bits(value: number): number {
  return value === 0 ? 0 : (value & 1) + bits(value >> 1);
}

describe('the texts', () => {
  it('are complete in three languages', () => {
    expect(checkMessages(psychometricsMessages)).toEqual([]);
  });

  it('say what was found', () => {
    const { reasons } = measured([
      [1, 2],
      [2, 3],
      [3, 1],
    ]);
    const negative = reasons.find(({ code }) => code === 'questionnaire.alpha-negative')!;
    expect(formatReason(questionnaireMessages, negative, 'en')).toContain('(-2)');
    for (const reason of reasons) {
      expect(formatReason(questionnaireMessages, reason, 'zh-Hans')).not.toContain('{');
    }
  });
});
