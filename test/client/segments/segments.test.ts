import { describe, expect, it } from 'vitest';
import {
  clientMessages,
  compileSegments,
  type SegmentCondition,
  type SegmentFacts,
  type SegmentTable,
  segmentClients,
  segmentOf,
  segmentTags,
} from '../../../src/client/index.js';
import { formatReason } from '../../../src/evidence/index.js';
import { expectRefusal, file, wrong } from '../support.js';

const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
const [from, below] = file.client.segmentBoundsCNY.affluent.map(String) as [string, string];

/** The bands of the scenario: below, within and above [600000, 6000000). */
const bands: SegmentTable = {
  id: 'scenario',
  rules: [
    { id: 'mass', segment: 'mass', when: [{ fact: 'assets', below: cny(from) }] },
    {
      id: 'affluent',
      segment: 'affluent',
      when: [{ fact: 'assets', from: cny(from), below: cny(below) }],
    },
  ],
  otherwise: 'private',
};
const single = (condition: object): SegmentTable => ({
  id: 't',
  rules: [{ id: 'r', segment: 's', when: [condition as SegmentCondition] }],
});
const holds = (condition: object, fact: unknown): string =>
  segmentOf({ x: fact as number }, compileSegments(single({ fact: 'x', ...condition }))).status;

describe('bounds', () => {
  it('of the scenario are closed below and open above', () => {
    const table = compileSegments(bands);
    const segment = (amount: string) => segmentOf({ assets: cny(amount) }, table).segment;
    expect(segment('599999.99')).toBe('mass');
    expect(segment('600000.00')).toBe('affluent');
    // What the scenario's client has, without the flat.
    expect(segment('1282000.00')).toBe('affluent');
    expect(segment('5999999.99')).toBe('affluent');
    expect(segment('6000000.00')).toBe('private');
  });

  it.each([
    [{ from: 2 }, 2, 'assigned'],
    [{ above: 2 }, 2, 'unassigned'],
    [{ above: 2 }, 2.0000001, 'assigned'],
    [{ to: 2 }, 2, 'assigned'],
    [{ below: 2 }, 2, 'unassigned'],
    [{ from: 2, to: 2 }, 2, 'assigned'],
    [{ from: -1, below: 0 }, -0, 'unassigned'],
    [{ oneOf: ['a', 'b'] }, 'b', 'assigned'],
    [{ oneOf: ['a', 'b'] }, 'c', 'unassigned'],
    [{ is: false }, false, 'assigned'],
    [{ is: false }, true, 'unassigned'],
  ])('%j for %j: %s', (condition, fact, status) => {
    expect(holds(condition, fact)).toBe(status);
  });

  it('of money are exact beyond the digits of a double', () => {
    const bound = { from: cny('90071992547409930.01') };
    expect(holds(bound, cny('90071992547409930.00'))).toBe('unassigned');
    expect(holds(bound, cny('90071992547409930.01'))).toBe('assigned');
  });
});

describe('a missing fact', () => {
  const table = compileSegments({
    id: 't',
    rules: [
      { id: 'staff', segment: 'staff', when: [{ fact: 'employee', is: true }] },
      {
        id: 'wealthy-old',
        segment: 'senior',
        when: [
          { fact: 'age', from: 65 },
          { fact: 'assets', from: cny('100') },
        ],
      },
      { id: 'old', segment: 'senior', when: [{ fact: 'age', from: 65 }] },
    ],
    otherwise: 'standard',
  });
  const assign = (facts: SegmentFacts) => segmentOf(facts, table);

  it('leaves undetermined what it could decide, and is named', () => {
    const result = assign({ age: 70, assets: cny('1') });
    expect(result).toMatchObject({
      status: 'undetermined',
      segment: null,
      possible: ['staff', 'senior'],
      missing: ['employee'],
    });
    if (result.status !== 'undetermined') throw new Error(result.status);
    expect(formatReason(clientMessages, result.reason, 'zh-Hant')).toBe(
      '欠缺employee，未能確定所屬分層。',
    );
  });

  it('does not matter where another condition of its rule fails', () => {
    expect(assign({ employee: false, age: 64 })).toMatchObject({ segment: 'standard', rule: null });
  });

  it('does not matter where all that is possible is one segment', () => {
    expect(assign({ employee: false, age: 65 })).toMatchObject({ segment: 'senior', rule: 'old' });
  });

  it('is the same whether absent, undefined or null', () => {
    const absent = assign({ employee: false });
    expect(absent).toMatchObject({ possible: ['senior', 'standard'], missing: ['age', 'assets'] });
    expect(assign({ employee: false, age: null, assets: undefined })).toEqual(absent);
  });

  it('keeps from being unassigned, too', () => {
    const open = compileSegments(single({ fact: 'x', from: 1 }));
    expect(segmentOf({}, open)).toMatchObject({ status: 'undetermined', possible: ['s'] });
    expect(segmentOf({ x: 0 }, open)).toMatchObject({ status: 'unassigned', segment: null });
  });
});

describe('evidence', () => {
  it('shows every rule that was looked at, with what was read', () => {
    const { evidence } = segmentOf({ assets: cny('600000') }, compileSegments(bands));
    expect(evidence).toEqual([
      {
        rule: 'mass',
        segment: 'mass',
        outcome: 'not-met',
        conditions: [
          {
            condition: { fact: 'assets', below: cny('600000.00') },
            value: cny('600000.00'),
            outcome: 'not-met',
          },
        ],
      },
      {
        rule: 'affluent',
        segment: 'affluent',
        outcome: 'met',
        conditions: [
          {
            condition: { fact: 'assets', from: cny('600000.00'), below: cny('6000000.00') },
            value: cny('600000.00'),
            outcome: 'met',
          },
        ],
      },
    ]);
  });
});

describe('segmentTags', () => {
  it('finds all that hold, each once, and those that might', () => {
    const table = compileSegments({
      id: 'tags',
      rules: [
        { id: '1', segment: 'digital', when: [{ fact: 'app', is: true }] },
        { id: '2', segment: 'digital', when: [{ fact: 'visits', to: 0 }] },
        { id: '3', segment: 'young', when: [{ fact: 'age', below: 30 }] },
        { id: '4', segment: 'all', when: [] },
      ],
    });
    const { tags, undetermined, missing } = segmentTags({ app: true }, table);
    expect(tags.map(({ rule, segment }) => [rule, segment])).toEqual([
      ['1', 'digital'],
      ['4', 'all'],
    ]);
    expect(undetermined.map(({ segment }) => segment)).toEqual(['young']);
    expect(missing).toEqual(['age']);
  });
});

describe('compileSegments', () => {
  it.each([
    ['no table', null, 'missing-value', 'table'],
    ['no id', { ...bands, id: '' }, 'empty', 'table.id'],
    ['no rules', { ...bands, rules: [] }, 'empty', 'table.rules'],
    [
      'a rule twice',
      { ...bands, rules: [bands.rules[0], bands.rules[0]] },
      'duplicate-id',
      'table.rules[1].id',
    ],
    [
      'no conditions',
      { ...bands, rules: [{ id: 'a', segment: 'a' }] },
      'missing-value',
      'table.rules[0].when',
    ],
    ['an empty rest', { ...bands, otherwise: '' }, 'empty', 'table.otherwise'],
    ['no fact', single({ from: 1 }), 'missing-value', 'table.rules[0].when[0].fact'],
    ['no question', single({ fact: 'x' }), 'missing-value', 'table.rules[0].when[0]'],
    ['no options', single({ fact: 'x', oneOf: [] }), 'empty', 'table.rules[0].when[0].oneOf'],
    [
      'an option that is no text',
      single({ fact: 'x', oneOf: [1] }),
      'invalid-type',
      'table.rules[0].when[0].oneOf[0]',
    ],
    ['no truth', single({ fact: 'x', is: 'yes' }), 'invalid-type', 'table.rules[0].when[0].is'],
    [
      'a bound without end',
      single({ fact: 'x', from: Number.POSITIVE_INFINITY }),
      'not-finite',
      'table.rules[0].when[0].from',
    ],
    [
      'a null bound',
      single({ fact: 'x', from: null }),
      'missing-value',
      'table.rules[0].when[0].from',
    ],
    [
      'crossed bounds',
      single({ fact: 'x', from: 3, below: 2 }),
      'inconsistent',
      'table.rules[0].when[0].below',
    ],
    [
      'an empty range',
      single({ fact: 'x', from: 2, below: 2 }),
      'inconsistent',
      'table.rules[0].when[0].below',
    ],
    [
      'one side twice',
      single({ fact: 'x', from: 2, above: 2 }),
      'inconsistent',
      'table.rules[0].when[0].above',
    ],
    [
      'money and a number',
      single({ fact: 'x', from: cny('1'), below: 2 }),
      'invalid-type',
      'table.rules[0].when[0].below',
    ],
    [
      'two currencies',
      single({ fact: 'x', from: cny('1'), below: { currency: 'USD', amount: '2' } }),
      'currency-mismatch',
      'table.rules[0].when[0].below.currency',
    ],
    [
      'one fact of two kinds',
      {
        id: 't',
        rules: [
          {
            id: 'a',
            segment: 'a',
            when: [
              { fact: 'x', from: 1 },
              { fact: 'x', is: true },
            ],
          },
        ],
      },
      'inconsistent',
      'table.rules[0].when[1].fact',
    ],
  ] as const)('refuses %s', (_, table, code, path) => {
    expectRefusal(() => compileSegments(wrong(table)), code, path);
  });

  it('takes no part in later changes', () => {
    const rules = [{ id: 'a', segment: 'a', when: [{ fact: 'x', from: 1 }] }];
    const table = compileSegments({ id: 't', rules });
    rules[0]!.when[0]!.from = 9;
    expect(segmentOf({ x: 1 }, table).segment).toBe('a');
  });
});

describe('facts', () => {
  it.each([
    ['a text for an amount', 'x', 'invalid-type', 'facts.assets'],
    [
      'another currency',
      { currency: 'USD', amount: '1' },
      'currency-mismatch',
      'facts.assets.currency',
    ],
    [
      'a broken amount',
      { currency: 'CNY', amount: '1,5' },
      'invalid-format',
      'facts.assets.amount',
    ],
  ] as const)('of the wrong kind are refused: %s', (_, assets, code, path) => {
    expectRefusal(() => segmentOf({ assets }, compileSegments(bands)), code, path);
  });

  it('are not inherited', () => {
    const open = compileSegments(single({ fact: 'toString', oneOf: ['x'] }));
    expect(segmentOf({}, open).status).toBe('undetermined');
    expectRefusal(() => segmentOf(wrong(null), open), 'missing-value', 'facts');
    expectRefusal(() => segmentOf({}, wrong({})), 'missing-value', 'table.reads');
  });
});

describe('segmentClients', () => {
  const table = compileSegments(bands);
  const row = (id: string, amount?: string) => ({
    id,
    facts: amount === undefined ? {} : { assets: cny(amount) },
  });

  it('counts segments, and clients that have none', () => {
    const { clients, counts, undetermined, unassigned, failures } = segmentClients(
      [row('c', '1'), row('a', '700000'), row('b'), row('d', '2'), row('c', '1')],
      table,
    );
    expect(clients.map(({ id, segment }) => [id, segment])).toEqual([
      ['a', 'affluent'],
      ['b', null],
      ['c', 'mass'],
      ['d', 'mass'],
    ]);
    expect(counts).toEqual([
      { segment: 'mass', clients: 2 },
      { segment: 'affluent', clients: 1 },
      { segment: 'private', clients: 0 },
    ]);
    expect([undetermined, unassigned, failures]).toEqual([1, 0, []]);
  });

  it('loses no client to a bad row', () => {
    const rows = [row('a', '1'), wrong(null), row('', '1'), { id: 'x', facts: wrong(3) }];
    const { clients, failures } = segmentClients(
      [...rows, { id: 'y', facts: { assets: 5 } }, row('z', '1'), row('z', '700000')],
      table,
    );
    expect(clients.map(({ id }) => id)).toEqual(['a']);
    expect(failures.map(({ issues }) => `${issues[0]!.code} ${issues[0]!.path}`)).toEqual([
      'missing-value rows[1]',
      'empty rows[2].id',
      'invalid-type rows[3].facts',
      'invalid-type rows[4].facts.assets',
      'duplicate-id rows[5].id',
      'duplicate-id rows[6].id',
    ]);
    expectRefusal(() => segmentClients(wrong('x'), table), 'invalid-type', 'rows');
    expectRefusal(() => segmentClients([], wrong(null)), 'missing-value', 'table');
  });
});
