import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../cli/json.js';

describe('a text of JSON', () => {
  it('is read as JSON.parse reads it, whatever its keys and spaces', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t', '\r\n'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  it.each([
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    String.raw`{"a\\":"b\"\\","c\"":"\":{\"c\":1}"}`,
    '{"a" \t\r\n :":","":{}}',
    '["a",":","b"]',
    '{"__proto__":1,"constructor":{"__proto__":2}}',
    '":"',
  ])('has each key once: %s', (text) => {
    expect(parseJson(text)).toHaveProperty('value');
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":[{"c":{"a":1 , "a" : {}}}]}',
    // The same letter, once as an escape.
    String.raw`{"a":1,"\u0061":2}`,
    '{"__proto__":1,"__proto__":2}',
    // What is thrown away had a key of its own.
    '{"a":{"b":1},"a":{"b":1,"c":2}}',
    '{"a":{"b":1,"c":2},"a":1}',
  ])('has one twice: %s', (text) => {
    expect(parseJson(text)).toEqual({ fault: 'key-twice' });
  });

  it.each(['', '{"a":1', '{"a":1}}', '{a:1}', 'NaN', '"'])('is none: %s', (text) => {
    expect(parseJson(text)).toEqual({ fault: 'no-json' });
  });

  it('may be as deep as JSON.parse can go', () => {
    const deep = `${'[{"a":'.repeat(5000)}1${'}]'.repeat(5000)}`;
    expect(parseJson(deep)).toHaveProperty('value');
  });
});
