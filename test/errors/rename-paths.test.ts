import { AptfolioError, makeIssue, renamePaths } from 'aptfolio/errors';
import { describe, expect, it } from 'vitest';

const failAt =
  (...paths: readonly string[]) =>
  () => {
    throw new AptfolioError(paths.map((path) => makeIssue('missing-value', path, 'a value')));
  };

const pathsOf = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof AptfolioError) return error.issues.map(({ path }) => path);
  }
  return [];
};

describe('renamePaths', () => {
  it.each([
    ['the name itself', 'a', 'x.y'],
    ['what lies below it', 'a.b', 'x.y.b'],
    ['its entries', 'a[3].b', 'x.y[3].b'],
    ['nothing that only begins with the same letters', 'ab', 'ab'],
    ['nothing else', 'c.a', 'c.a'],
  ])('renames %s', (_, path, expected) => {
    expect(pathsOf(() => renamePaths({ a: 'x.y' }, failAt(path)))).toEqual([expected]);
  });

  it('takes the longest name that fits, for every issue', () => {
    const names = { a: 'x', 'a.b': 'z' };
    expect(pathsOf(() => renamePaths(names, failAt('a.b.c', 'a.d')))).toEqual(['z.c', 'x.d']);
  });

  it('hands on what the step returns', () => {
    expect(renamePaths({}, () => 7)).toBe(7);
  });

  it('lets any other error pass as it is', () => {
    const fault = new TypeError('a fault in the program');
    expect(() =>
      renamePaths({ a: 'b' }, () => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});
