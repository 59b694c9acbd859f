import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import rfc from '../fixtures/evidence/rfc-8785.json' with { type: 'json' };
import { expectRefusal } from './support.js';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785, byte for byte', () => {
    const text = canonicalJson(JSON.parse(rfc.example.input));
    expect(text).toBe(rfc.example.output);
    expect(Buffer.from(text, 'utf8').toString('hex')).toBe(rfc.example.utf8);
  });

  it('sorts keys by UTF-16 code units, as in the example of RFC 8785', () => {
    const text = canonicalJson(JSON.parse(rfc.sorting.input));
    // Parsed again the key "1" would come first, so the values are read from the text.
    const values = [...text.matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(values).toEqual(rfc.sorting.values);
  });

  it.each(rfc.numbers)('writes the double $bits as $json', ({ bits, json }) => {
    expect(canonicalJson(doubleOf(bits))).toBe(json);
  });

  it('writes the scalars, the empty list and the empty object', () => {
    const written = [null, true, false, '', [], {}].map((value) => canonicalJson(value));
    expect(written).toEqual(['null', 'true', 'false', '""', '[]', '{}']);
  });

  it('writes minus zero as zero at any depth', () => {
    expect(canonicalJson({ a: [-0, { b: -0 }] })).toBe('{"a":[0,{"b":0}]}');
  });

  it('leaves texts as they are: composed and decomposed letters stay different', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'));
  });

  it('takes a key __proto__ for a key like any other', () => {
    const text = '{"__proto__":{"a":1},"b":2}';
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('does not ask an object how it wants to be written', () => {
    expect(canonicalJson({ toJSON: 'x' })).toBe('{"toJSON":"x"}');
    expectRefusal(() => canonicalJson({ toJSON: () => 1 }), 'invalid-type', 'value.toJSON');
  });

  it('takes objects of another window and objects without a prototype', () => {
    expect(canonicalJson(runInNewContext('({ b: [1], a: {} })'))).toBe('{"a":{},"b":[1]}');
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1 }))).toBe('{"b":1}');
  });

  it('takes the same object twice, but not an object within itself', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
    const circle: Record<string, unknown> = { a: 1 };
    circle.b = [circle];
    expectRefusal(() => canonicalJson(circle), 'inconsistent', 'value.b[0]');
    const ring: unknown[] = [];
    ring.push(ring);
    expectRefusal(() => canonicalJson(ring), 'inconsistent', 'value[0]');
  });

  it('takes 500 levels of nesting and refuses more, instead of running out of stack', () => {
    expect(canonicalJson(nested(500))).toBe('['.repeat(500) + ']'.repeat(500));
    expectRefusal(() => canonicalJson(nested(501)), 'too-long', `value${'[0]'.repeat(500)}`);
    expectRefusal(() => canonicalJson(nested(100_000)), 'too-long', `value${'[0]'.repeat(500)}`);
  });

  it.each([
    ['undefined', { a: { b: undefined } }, 'missing-value', 'value.a.b'],
    ['undefined in a list', [1, undefined], 'missing-value', 'value[1]'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    ['a hole in a list', [1, , 3], 'missing-value', 'value[1]'],
    ['NaN', { a: [0, Number.NaN] }, 'not-finite', 'value.a[1]'],
    ['infinity', { 'a b': Number.POSITIVE_INFINITY }, 'not-finite', 'value["a b"]'],
    ['minus infinity', [Number.NEGATIVE_INFINITY], 'not-finite', 'value[0]'],
    ['a bigint', { a: 1n }, 'invalid-type', 'value.a'],
    ['a function', { a: () => 1 }, 'invalid-type', 'value.a'],
    ['a symbol', [Symbol('s')], 'invalid-type', 'value[0]'],
    ['a symbol as key', { a: { [Symbol('s')]: 1 } }, 'invalid-type', 'value.a'],
    ['a date', { a: new Date(0) }, 'invalid-type', 'value.a'],
    ['a map', { a: new Map([['k', 1]]) }, 'invalid-type', 'value.a'],
    ['a set', [new Set([1])], 'invalid-type', 'value[0]'],
    ['a regular expression', [/x/], 'invalid-type', 'value[0]'],
    ['a typed array', { a: new Float64Array(2) }, 'invalid-type', 'value.a'],
    ['a boxed number', [Object(1)], 'invalid-type', 'value[0]'],
    ['an error', [new Error('x')], 'invalid-type', 'value[0]'],
    ['a class instance', { a: new (class Point {})() }, 'invalid-type', 'value.a'],
    [
      'a list with a field of its own',
      { a: Object.assign([1], { n: 1 }) },
      'invalid-type',
      'value.a',
    ],
    ['the first half of a pair', { a: 'x\ud83d' }, 'invalid-format', 'value.a'],
    ['the second half of a pair', ['\ude00x'], 'invalid-format', 'value[0]'],
    ['half a pair in a key', { a: { '\ud83d': 1 } }, 'invalid-format', 'value.a'],
  ] as const)('refuses %s', (_, value, code, path) => {
    expectRefusal(() => canonicalJson(value), code, path);
  });

  it('names the place that the caller names', () => {
    expectRefusal(() => canonicalJson(undefined), 'missing-value', 'value');
    expectRefusal(() => canonicalJson([Number.NaN], 'rows'), 'not-finite', 'rows[0]');
  });
});

function doubleOf(bits: string): number {
  return new DataView(Uint8Array.from(Buffer.from(bits, 'hex')).buffer).getFloat64(0);
}

function nested(levels: number): unknown {
  let value: unknown = [];
  for (let i = 1; i < levels; i++) value = [value];
  return value;
}
