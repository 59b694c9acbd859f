import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, utf8Bytes } from '../../src/evidence/index.js';
import { CanonicalBytes } from '../../src/rebalancing/result/canonical-bytes.js';

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }));
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 20 }),
  ),
})).value;

describe('canonical bytes', () => {
  it('are the UTF-8 bytes of canonical JSON', () => {
    fc.assert(
      fc.property(plain, text, (value, before) => {
        const bytes = new CanonicalBytes();
        bytes.text(before);
        bytes.value(value, 'value');
        const expected = utf8Bytes(before + canonicalJson(value));
        expect([...bytes.written]).toEqual([...expected]);
      }),
    );
  });

  it('have room for more than is reserved at first', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => ({ id: `row ${i}`, value: i }));
    const bytes = new CanonicalBytes();
    bytes.value(rows, 'rows');
    expect(new TextDecoder().decode(bytes.written)).toBe(canonicalJson(rows));
  });
});
