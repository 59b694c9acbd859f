import { describe, expect, it } from 'vitest';
import {
  AptfolioError,
  checkBoolean,
  checkInteger,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  checkVector,
  indexIds,
} from '../../src/errors/index.js';

function fault(run: () => unknown): { code: string; path: string; expected: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof AptfolioError) {
      const { code, path, expected } = error.issues[0]!;
      return { code, path, expected };
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('checkNumber', () => {
  it('returns a finite number and turns negative zero into zero', () => {
    expect(checkNumber(1.5, 'x')).toBe(1.5);
    expect(Object.is(checkNumber(-0, 'x'), 0)).toBe(true);
  });

  it.each([
    [undefined, 'missing-value'],
    [null, 'missing-value'],
    ['1', 'invalid-type'],
    [1n, 'invalid-type'],
    [Number.NaN, 'not-finite'],
    [Number.POSITIVE_INFINITY, 'not-finite'],
    [Number.NEGATIVE_INFINITY, 'not-finite'],
  ])('refuses %s as %s', (value, code) => {
    expect(fault(() => checkNumber(value, 'x'))).toEqual({
      code,
      path: 'x',
      expected: 'a finite number',
    });
  });
});

describe('checkRange', () => {
  it('includes min and max and excludes the exclusive sides', () => {
    expect(checkRange(0, 'x', { min: 0, max: 1 })).toBe(0);
    expect(checkRange(1, 'x', { min: 0, max: 1 })).toBe(1);
    expect(fault(() => checkRange(0, 'x', { exclusiveMin: 0 })).code).toBe('out-of-range');
    expect(fault(() => checkRange(1, 'x', { exclusiveMax: 1 })).code).toBe('out-of-range');
  });

  it('names the range that was expected', () => {
    expect(fault(() => checkRange(2, 'w', { exclusiveMin: 0, max: 1 })).expected).toBe(
      'a number above 0 and of at most 1',
    );
    expect(fault(() => checkRange(-1, 'w', { min: 0, exclusiveMax: 1 })).expected).toBe(
      'a number of at least 0 and below 1',
    );
  });
});

describe('checkInteger', () => {
  it('accepts whole numbers that a double holds exactly', () => {
    expect(checkInteger(3, 'n')).toBe(3);
    expect(fault(() => checkInteger(1.5, 'n')).code).toBe('invalid-type');
    expect(fault(() => checkInteger(2 ** 53, 'n')).code).toBe('invalid-type');
    expect(fault(() => checkInteger(0, 'n', { min: 1 })).code).toBe('out-of-range');
  });
});

describe('checkText and checkOneOf', () => {
  it.each([
    [undefined, 'missing-value'],
    [7, 'invalid-type'],
    ['', 'empty'],
    ['abcdef', 'too-long'],
  ])('refuses %s as %s', (value, code) => {
    expect(fault(() => checkText(value, 't', 5)).code).toBe(code);
  });

  it('returns one of the allowed texts', () => {
    expect(checkOneOf('R1', 'risk', ['R1', 'R2'])).toBe('R1');
    expect(fault(() => checkOneOf('R9', 'risk', ['R1', 'R2']))).toEqual({
      code: 'unknown-value',
      path: 'risk',
      expected: 'one of R1, R2',
    });
  });
});

describe('checkBoolean and checkObject', () => {
  it('tell missing from wrong', () => {
    expect(checkBoolean(false, 'b')).toBe(false);
    expect(fault(() => checkBoolean(undefined, 'b')).code).toBe('missing-value');
    expect(fault(() => checkBoolean(0, 'b')).code).toBe('invalid-type');
    expect(checkObject({ a: 1 }, 'o')).toEqual({ a: 1 });
    expect(fault(() => checkObject(null, 'o')).code).toBe('missing-value');
    expect(fault(() => checkObject([], 'o')).code).toBe('invalid-type');
    expect(fault(() => checkObject('x', 'o')).code).toBe('invalid-type');
  });
});

describe('checkList', () => {
  it('refuses a hole at its place', () => {
    const holed: unknown[] = [1, 2, 3];
    delete holed[1];
    expect(fault(() => checkList(holed, 'l'))).toEqual({
      code: 'missing-value',
      path: 'l[1]',
      expected: 'no hole in the list',
    });
    expect(checkList([undefined], 'l')).toEqual([undefined]);
  });

  it('checks the number of entries', () => {
    expect(checkList([1, 2], 'l', { minLength: 1, maxLength: 2 })).toEqual([1, 2]);
    expect(fault(() => checkList(undefined, 'l')).code).toBe('missing-value');
    expect(fault(() => checkList({}, 'l')).code).toBe('invalid-type');
    expect(fault(() => checkList([], 'l', { minLength: 1 })).code).toBe('empty');
    expect(fault(() => checkList([1], 'l', { minLength: 2 })).code).toBe('length-mismatch');
    expect(fault(() => checkList([1, 2, 3], 'l', { maxLength: 2 })).code).toBe('too-long');
  });
});

describe('checkVector', () => {
  it('copies arrays and typed arrays, so the input stays its owner’s', () => {
    const input = Float64Array.of(1, 2);
    const copy = checkVector(input, 'v', 2);
    copy[0] = 9;
    expect(input[0]).toBe(1);
    expect([...checkVector([1, -0], 'v')]).toEqual([1, 0]);
  });

  it('names the element at fault', () => {
    expect(fault(() => checkVector([1, Number.NaN], 'v'))).toMatchObject({
      code: 'not-finite',
      path: 'v[1]',
    });
    expect(fault(() => checkVector([1], 'v', 2)).code).toBe('length-mismatch');
    expect(fault(() => checkVector('12', 'v')).code).toBe('invalid-type');
    expect(fault(() => checkVector(null, 'v')).code).toBe('missing-value');
    expect(fault(() => checkVector(new Array(2), 'v'))).toMatchObject({
      code: 'missing-value',
      path: 'v[0]',
    });
  });
});

describe.each([checkUniqueIds, indexIds])('$name', (check) => {
  const rows = (count: number): { id: string }[] =>
    Array.from({ length: count }, (_, i) => ({ id: `r${i}` }));

  it.each([2, 12, 13, 100])('names the second use of an id among %i', (count) => {
    expect(() => check(rows(count), 'rows')).not.toThrow();
    for (const [first, second] of [
      [0, 1],
      [0, count - 1],
      [count - 2, count - 1],
    ] as const) {
      const twice = rows(count).map((row, i) => (i === second ? { id: `r${first}` } : row));
      const expected = { code: 'duplicate-id', path: `rows[${second}].id` };
      expect(fault(() => check(twice, 'rows'))).toMatchObject(expected);
    }
  });

  it.each([2, 100])('names what is no row with an id among %i', (count) => {
    const last = count - 1;
    const refuse = (odd: unknown, code: string, at: string) => {
      const given = rows(count).map((row, i) => (i === last ? odd : row)) as { id: string }[];
      expect(fault(() => check(given, 'rows'))).toMatchObject({ code, path: `rows[${last}]${at}` });
    };
    refuse(null, 'missing-value', '');
    refuse('r', 'invalid-type', '');
    refuse([], 'invalid-type', '');
    refuse({}, 'missing-value', '.id');
    refuse({ id: 1 }, 'invalid-type', '.id');
    refuse({ id: '' }, 'empty', '.id');
    refuse({ id: 'r'.repeat(1001) }, 'too-long', '.id');
    const holed = rows(count);
    delete holed[last];
    expect(fault(() => check(holed, 'rows')).path).toBe(`rows[${last}]`);
    expect(fault(() => check(undefined as never, 'rows')).code).toBe('missing-value');
    expect(fault(() => check({} as never, 'rows')).code).toBe('invalid-type');
  });
});

describe('indexIds', () => {
  it('maps each id to its index', () => {
    expect([...indexIds([{ id: 'a' }, { id: 'b' }], 'rows')]).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect([...indexIds([], 'rows')]).toEqual([]);
  });
});
