import { describe, expect, it } from 'vitest';
import {
  type CompiledSegmentTable,
  compileSegments,
  segmentClients,
  segmentOf,
  segmentTags,
} from '../../../src/client/index.js';
import { expectRefusal, frozenCopy, wrong } from '../support.js';

const source = {
  id: 't',
  rules: [
    { id: 'a', segment: 'A', when: [{ fact: 'age', from: 18, below: 30 }] },
    {
      id: 'b',
      segment: 'B',
      when: [{ fact: 'assets', above: { currency: 'CNY', amount: '5.00' } }],
    },
    {
      id: 'c',
      segment: 'C',
      when: [
        { fact: 'channel', oneOf: ['app'] },
        { fact: 'staff', is: true },
      ],
    },
    { id: 'd', segment: 'D', when: [] },
  ],
  otherwise: 'E',
} as const;
const whole = compileSegments(source);
const facts = { age: 40, channel: 'app', staff: true, assets: null };

// biome-ignore lint/suspicious/noExplicitAny: damage has no type.
type Damaged = any;
const copyOf = (): Damaged => JSON.parse(JSON.stringify(whole));

const damaged = (change: (copy: Damaged) => void): CompiledSegmentTable => {
  const copy = copyOf();
  change(copy);
  return copy as unknown as CompiledSegmentTable;
};
describe('a compiled table', () => {
  it('fits after a way through a store', () => {
    const stored = frozenCopy(copyOf());
    expect(segmentOf(facts, stored)).toEqual(segmentOf(facts, whole));
    expect(segmentTags(facts, stored)).toEqual(segmentTags(facts, whole));
    expect(segmentOf({ ...facts, age: 20 }, stored).segment).toBe('A');
  });

  it.each([
    ['null', wrong(null), 'missing-value', 'table'],
    ['a text', wrong('t'), 'invalid-type', 'table'],
    ['not compiled', wrong(source), 'missing-value', 'table.reads'],
    ['without a table', damaged((t) => delete t.table), 'missing-value', 'table.table'],
    ['without an id', damaged((t) => delete t.table.id), 'missing-value', 'table.table.id'],
    ['without rules', damaged((t) => (t.table.rules = null)), 'missing-value', 'table.table.rules'],
    ['with one rule', damaged((t) => (t.table.rules = {})), 'invalid-type', 'table.table.rules'],
    [
      'with rules as text',
      damaged((t) => (t.table.rules = 'abc')),
      'invalid-type',
      'table.table.rules',
    ],
    ['with no rule', damaged((t) => (t.table.rules = [])), 'empty', 'table.table.rules'],
    [
      'with a rule of null',
      damaged((t) => (t.table.rules[1] = null)),
      'missing-value',
      'table.table.rules[1]',
    ],
    [
      'with a rule of text',
      damaged((t) => (t.table.rules[1] = 'b')),
      'invalid-type',
      'table.table.rules[1]',
    ],
    [
      'with no segment',
      damaged((t) => delete t.table.rules[3].segment),
      'missing-value',
      'table.table.rules[3].segment',
    ],
    [
      'with no when',
      damaged((t) => (t.table.rules[3].when = null)),
      'missing-value',
      'table.table.rules[3].when',
    ],
    [
      'with a text for when',
      damaged((t) => (t.table.rules[3].when = 'x')),
      'invalid-type',
      'table.table.rules[3].when',
    ],
    [
      'with a condition of null',
      damaged((t) => (t.table.rules[0].when = [null])),
      'missing-value',
      'table.table.rules[0].when[0]',
    ],
    [
      'with a bound of text',
      damaged((t) => (t.table.rules[0].when[0].from = '18')),
      'invalid-type',
      'table.table.rules[0].when[0].from',
    ],
    [
      'with a bound of null',
      damaged((t) => (t.table.rules[0].when[0].from = null)),
      'missing-value',
      'table.table.rules[0].when[0].from',
    ],
    [
      'with a text for oneOf',
      damaged((t) => (t.table.rules[2].when[0].oneOf = 'app')),
      'invalid-type',
      'table.table.rules[2].when[0].oneOf',
    ],
    [
      'with an amount of null',
      damaged((t) => (t.table.rules[1].when[0].above.amount = null)),
      'missing-value',
      'table.table.rules[1].when[0].above.amount',
    ],
    [
      'with an otherwise of null',
      damaged((t) => (t.table.otherwise = null)),
      'missing-value',
      'table.table.otherwise',
    ],
    [
      'that reads less than it asks',
      damaged((t) => delete t.reads.age),
      'inconsistent',
      'table.reads',
    ],
    [
      'that reads otherwise',
      damaged((t) => (t.reads.age = { kind: 'text' })),
      'inconsistent',
      'table.reads',
    ],
    ['that reads null', damaged((t) => (t.reads.age = null)), 'inconsistent', 'table.reads'],
    ['that reads no list of facts', damaged((t) => (t.reads = [])), 'invalid-type', 'table.reads'],
  ] as const)('is refused where it is %s', (_, table, code, path) => {
    expectRefusal(() => segmentOf(facts, table), code, path);
    expectRefusal(() => segmentTags(facts, table), code, path);
    expectRefusal(() => segmentClients([{ id: 'x', facts }], table), code, path);
    expectRefusal(() => segmentClients([], table), code, path);
  });
});
