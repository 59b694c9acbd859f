import { describe, expect, it } from 'vitest';
import { sha256, sha256Bytes, sha256Text, utf8Bytes } from '../../src/evidence/index.js';
import fixture from '../fixtures/evidence/sha-256.json' with { type: 'json' };
import { expectRefusal, wrong } from './support.js';

describe('sha256Text', () => {
  it('gives the published hashes of the published messages', () => {
    for (const { text, repeat, sha256: published } of fixture.messages) {
      expect(sha256Text(text.repeat(repeat))).toBe(published);
    }
  });

  it('hashes the UTF-8 bytes, at the lengths where a block ends too', () => {
    for (const { text, sha256: hash } of fixture.texts) expect(sha256Text(text)).toBe(hash);
  });

  it.each([
    [undefined, 'missing-value'],
    [null, 'missing-value'],
    [1, 'invalid-type'],
    [['abc'], 'invalid-type'],
    ['\ud83d', 'invalid-format'],
  ] as const)('refuses %j', (value, code) => {
    expectRefusal(() => sha256Text(wrong(value)), code, 'text');
  });
});

describe('sha256Bytes', () => {
  it('gives the published hashes of the published messages', () => {
    for (const { text, repeat, sha256: published } of fixture.messages) {
      const bytes = Uint8Array.from(text.repeat(repeat), (character) => character.charCodeAt(0));
      expect(sha256Bytes(bytes)).toBe(published);
    }
  });

  it.each([
    [undefined, 'missing-value'],
    [null, 'missing-value'],
    ['abc', 'invalid-type'],
    [[97], 'invalid-type'],
  ] as const)('refuses %j', (value, code) => {
    expectRefusal(() => sha256Bytes(wrong(value)), code, 'bytes');
  });
});

describe('utf8Bytes', () => {
  it.each([
    // RFC 3629, section 7.
    ['A\u2262\u0391.', [0x41, 0xe2, 0x89, 0xa2, 0xce, 0x91, 0x2e]],
    ['\ud55c\uad6d\uc5b4', [0xed, 0x95, 0x9c, 0xea, 0xb5, 0xad, 0xec, 0x96, 0xb4]],
    ['\ud84c\udfb4', [0xf0, 0xa3, 0x8e, 0xb4]],
  ])('writes %s', (text, bytes) => {
    expect([...utf8Bytes(text)]).toEqual(bytes);
  });

  it('refuses half a surrogate pair', () => {
    expectRefusal(() => utf8Bytes('\ud83d'), 'invalid-format', 'text');
  });
});

describe('sha256', () => {
  it('hashes the canonical JSON of a value', () => {
    for (const { value, sha256: hash } of fixture.values) expect(sha256(value)).toBe(hash);
  });

  it('tells a text from the number that it spells', () => {
    expect(sha256('1')).not.toBe(sha256(1));
    expect(sha256([])).not.toBe(sha256({}));
    expect(sha256({ a: null })).not.toBe(sha256({}));
  });

  it('refuses what canonical JSON cannot hold, with its path', () => {
    expectRefusal(() => sha256({ a: Number.NaN }), 'not-finite', 'value.a');
    expectRefusal(() => sha256([undefined], 'rows'), 'missing-value', 'rows[0]');
  });
});
