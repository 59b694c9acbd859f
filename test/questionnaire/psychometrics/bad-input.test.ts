import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/errors/index.js';
import {
  crossTabulate,
  intraclassCorrelations,
  reliability,
  retestReliability,
  weightedKappa,
} from '../../../src/questionnaire/index.js';
import { expectRefusal } from '../../refusal.js';

type Call = (...values: unknown[]) => unknown;
type Refusal = readonly [what: string, values: readonly unknown[], code: ErrorCode, path: string];

const rows = [
  [1, 2],
  [2, 3],
];
const records = [
  { q1: 1, q2: 2 },
  { q1: 2, q2: 3 },
];

describe('reliability refuses', () => {
  it.each<Refusal>([
    ['null', [null], 'missing-value', 'responses'],
    ['a text', ['rows'], 'invalid-type', 'responses'],
    ['no responses', [[]], 'empty', 'responses'],
    ['a row that is null', [[[1, 2], null]], 'missing-value', 'responses[1]'],
    ['a row that is a number', [[[1, 2], 3]], 'invalid-type', 'responses[1]'],
    ['rows without items', [[[], []]], 'empty', 'responses[0]'],
    ['records without items', [[{}, {}]], 'empty', 'responses[0]'],
    ['a short row', [[[1, 2], [1]]], 'length-mismatch', 'responses[1]'],
    ['a record among lists', [[[1, 2], { q1: 1 }]], 'invalid-type', 'responses[1]'],
    ['a list among records', [[{ q1: 1 }, [1]]], 'invalid-type', 'responses[1]'],
    ['a hole', [[[1, 2], undefined, [1, 2]]], 'missing-value', 'responses[1]'],
    [
      'a missing answer',
      [
        [
          [1, 2],
          [1, null],
        ],
      ],
      'missing-value',
      'responses[1][1]',
    ],
    ['a missing answer of a record', [[...records, { q1: 1 }]], 'missing-value', 'responses[2].q2'],
    [
      'NaN',
      [
        [
          [1, 2],
          [1, Number.NaN],
        ],
      ],
      'not-finite',
      'responses[1][1]',
    ],
    ['infinity', [[[1, Number.POSITIVE_INFINITY]]], 'not-finite', 'responses[0][1]'],
    ['a text as points', [[{ q1: '3' }]], 'invalid-type', 'responses[0].q1'],
    [
      'NaN even where missing answers are left out',
      [[[1, Number.NaN]], { missing: 'listwise' }],
      'not-finite',
      'responses[0][1]',
    ],
    [
      'an item that the first response lacks',
      [[...records, { q1: 1, q2: 2, q3: 3 }]],
      'unknown-id',
      'responses[2].q3',
    ],
    [
      'points whose squares overflow',
      [
        [
          [1e200, 1],
          [-1e200, 2],
        ],
      ],
      'out-of-range',
      'responses',
    ],
    ['too many items', [[Array.from({ length: 201 }, () => 1)]], 'too-long', 'responses[0]'],
    ['options that are null', [rows, null], 'missing-value', 'options'],
    ['an id twice', [rows, { items: ['a', 'a'] }], 'duplicate-id', 'options.items[1]'],
    ['an id that is no text', [rows, { items: ['a', 1] }], 'invalid-type', 'options.items[1]'],
    ['too few ids', [rows, { items: ['a'] }], 'length-mismatch', 'options.items'],
    ['no ids', [rows, { items: [] }], 'empty', 'options.items'],
    [
      'an id that no record has',
      [records, { items: ['q1', 'q9'] }],
      'missing-value',
      'responses[0].q9',
    ],
    ['a count too few', [rows, { counts: [1] }], 'length-mismatch', 'options.counts'],
    ['a count below 0', [rows, { counts: [1, -1] }], 'out-of-range', 'options.counts[1]'],
    [
      'a count that is not whole',
      [rows, { counts: [1.5, 1] }],
      'invalid-type',
      'options.counts[0]',
    ],
    [
      'another treatment of missing answers',
      [rows, { missing: 'mean' }],
      'unknown-value',
      'options.missing',
    ],
    ['confidence of 1', [rows, { confidence: 1 }], 'out-of-range', 'options.confidence'],
    ['a seed below 0', [rows, { seed: -1 }], 'out-of-range', 'options.seed'],
    [
      'an unknown item to turn',
      [records, { reverse: { q9: { min: 1, max: 5 } } }],
      'unknown-id',
      'options.reverse.q9',
    ],
    [
      'a range without an end',
      [records, { reverse: { q1: { min: 1 } } }],
      'missing-value',
      'options.reverse.q1.max',
    ],
    [
      'a crossed range',
      [records, { reverse: { q1: { min: 5, max: 1 } } }],
      'inconsistent',
      'options.reverse.q1.max',
    ],
    [
      'points out of the range',
      [records, { reverse: { q2: { min: 1, max: 2 } } }],
      'out-of-range',
      'responses[1].q2',
    ],
  ])('%s', (_, values, code, path) => {
    expectRefusal(() => (reliability as Call)(...values), code, path);
  });

  it('names the row as it was given when others were left out', () => {
    const some = [
      [null, 1],
      [1, 1],
      [1, 9],
    ];
    const options = { missing: 'listwise', reverse: { item2: { min: 1, max: 5 } } } as const;
    expectRefusal(() => reliability(some, options), 'out-of-range', 'responses[2][1]');
  });
});

describe('intraclassCorrelations refuses', () => {
  it.each<Refusal>([
    ['null', [null], 'missing-value', 'ratings'],
    ['no ratings', [[]], 'empty', 'ratings'],
    ['rows of different length', [[[1, 2], [1]]], 'length-mismatch', 'ratings[1]'],
    [
      'a missing rating',
      [
        [
          [1, 2],
          [1, null],
        ],
      ],
      'missing-value',
      'ratings[1][1]',
    ],
    ['NaN', [[[1, Number.NaN]]], 'not-finite', 'ratings[0][1]'],
    [
      'squares that overflow',
      [
        [
          [1e200, 1],
          [2, 3],
        ],
      ],
      'out-of-range',
      'ratings',
    ],
    ['confidence of 0', [rows, { confidence: 0 }], 'out-of-range', 'options.confidence'],
  ])('%s', (_, values, code, path) => {
    expectRefusal(() => (intraclassCorrelations as Call)(...values), code, path);
  });
});

describe('weightedKappa and retestReliability refuse', () => {
  it.each<Refusal>([
    ['null', [null], 'missing-value', 'table'],
    ['no categories', [[]], 'empty', 'table'],
    [
      'a table that is not square',
      [
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
      ],
      'length-mismatch',
      'table[0]',
    ],
    [
      'a count below 0',
      [
        [
          [1, -2],
          [1, 2],
        ],
      ],
      'out-of-range',
      'table[0][1]',
    ],
    [
      'a share',
      [
        [
          [0.5, 0],
          [0, 0.5],
        ],
      ],
      'invalid-type',
      'table[0][0]',
    ],
    [
      'NaN',
      [
        [
          [Number.NaN, 0],
          [0, 1],
        ],
      ],
      'not-finite',
      'table[0][0]',
    ],
    ['confidence of 1', [rows, { confidence: 1 }], 'out-of-range', 'options.confidence'],
  ])('%s', (_, values, code, path) => {
    expectRefusal(() => (weightedKappa as Call)(...values), code, path);
    expectRefusal(() => (retestReliability as Call)(...values), code, path);
  });

  it('weights that do not exist', () => {
    expectRefusal(
      () => (weightedKappa as Call)(rows, { weights: 'cubic' }),
      'unknown-value',
      'options.weights',
    );
  });
});

describe('crossTabulate refuses', () => {
  it.each<Refusal>([
    ['null', [null, ['a']], 'missing-value', 'pairs'],
    ['no categories', [[], []], 'empty', 'categories'],
    ['a category twice', [[], ['a', 'b', 'a']], 'duplicate-id', 'categories[2]'],
    ['one result only', [[['a']], ['a']], 'length-mismatch', 'pairs[0]'],
    ['three results', [[['a', 'a', 'a']], ['a']], 'too-long', 'pairs[0]'],
    [
      'an unknown result',
      [
        [
          ['a', 'a'],
          ['a', 'c'],
        ],
        ['a', 'b'],
      ],
      'unknown-value',
      'pairs[1][1]',
    ],
  ])('%s', (_, values, code, path) => {
    expectRefusal(() => (crossTabulate as Call)(...values), code, path);
  });

  it('nothing else: no pairs give a table of zeros', () => {
    expect(crossTabulate([], ['a', 'b'])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});
