import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Bytes } from '../../src/evidence/index.js';
import { Cbor, hashOf } from '../../src/rebalancing/result/cbor.js';
import { decodeCbor } from './decode-cbor.js';
import { expectRefusal } from './support.js';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function written(write: (cbor: Cbor) => void): string {
  const cbor = new Cbor();
  write(cbor);
  return hexOf(cbor.written);
}

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }));
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 30 }),
    fc.dictionary(text, tie('value'), { maxKeys: 20 }),
  ),
})).value;

describe('CBOR', () => {
  // RFC 8949, appendix A; numbers that are not whole have 64 bits there where they need them.
  it.each<[unknown, string]>([
    [0, '00'],
    [1, '01'],
    [10, '0a'],
    [23, '17'],
    [24, '1818'],
    [25, '1819'],
    [100, '1864'],
    [1000, '1903e8'],
    [1000000, '1a000f4240'],
    [1000000000000, '1b000000e8d4a51000'],
    [-1, '20'],
    [-10, '29'],
    [-100, '3863'],
    [-1000, '3903e7'],
    [1.1, 'fb3ff199999999999a'],
    [-4.1, 'fbc010666666666666'],
    [1.0e300, 'fb7e37e43c8800759c'],
    [false, 'f4'],
    [true, 'f5'],
    [null, 'f6'],
    ['', '60'],
    ['a', '6161'],
    ['IETF', '6449455446'],
    ['"\\', '62225c'],
    ['ü', '62c3bc'],
    ['水', '63e6b0b4'],
    ['\ud800\udd51', '64f0908591'],
    [[], '80'],
    [[1, [2, 3], [4, 5]], '8301820203820405'],
    [
      Array.from({ length: 25 }, (_, i) => i + 1),
      '98190102030405060708090a0b0c0d0e0f101112131415161718181819',
    ],
    [{}, 'a0'],
    [{ a: 1, b: [2, 3] }, 'a26161016162820203'],
    [['a', { b: 'c' }], '826161a161626163'],
    [{ b: [2, 3], c: undefined, a: 1 }, 'a26161016162820203'],
  ])('writes %j as the standard does', (value, expected) => {
    expect(written((cbor) => cbor.value(value, 'value'))).toBe(expected);
  });

  // Appendix A likewise.
  it.each<[bigint, string]>([
    [1000000000000n, '1b000000e8d4a51000'],
    [18446744073709551615n, '1bffffffffffffffff'],
    [18446744073709551616n, 'c249010000000000000000'],
  ])('writes amounts of any size: %d', (units, expected) => {
    expect(written((cbor) => cbor.units(units))).toBe(expected);
  });

  it('can be read back, whatever is written one after the other', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 3 }), fc.bigInt({ min: 0n }), (values, units) => {
        const cbor = new Cbor();
        for (const value of values) cbor.value(value, 'value');
        cbor.units(units);
        const read = decodeCbor(cbor.written);
        expect(read.slice(0, -1)).toEqual(values.map((value) => withoutMinusZero(value)));
        expect(BigInt(read.at(-1) as number | bigint)).toBe(units);
      }),
    );
  });

  it('is the same in whatever order fields were set', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.integer(), { maxKeys: 30 }), (fields) => {
        const reversed = Object.fromEntries(Object.entries(fields).reverse());
        expect(hashOf(reversed, 'value')).toBe(hashOf(fields, 'value'));
      }),
    );
  });

  it('has room for more than is reserved at first, and for the next after the last', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => ({ id: `row ${i}`, value: i / 7 }));
    const cbor = new Cbor();
    cbor.value(rows, 'rows');
    expect(decodeCbor(cbor.written)).toEqual([rows]);
    expect(sha256Bytes(cbor.written)).toBe(hashOf(rows, 'rows'));
    cbor.clear();
    cbor.value('next', 'text');
    expect(decodeCbor(cbor.written)).toEqual(['next']);
  });

  it('refuses what is no plain data, with the path to it', () => {
    const refused = (value: unknown) => () => hashOf(value, 'value');
    expectRefusal(refused({ a: [1, Number.NaN] }), 'not-finite', 'value.a[1]');
    expectRefusal(refused({ a: { b: '\ud800' } }), 'invalid-format', 'value.a.b');
    expectRefusal(refused({ a: new Map() }), 'invalid-type', 'value.a');
    expectRefusal(refused([undefined]), 'missing-value', 'value[0]');
  });
});

/** JSON has one zero, and so have whole numbers. */
function withoutMinusZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
