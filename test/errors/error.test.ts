import { describe, expect, it } from 'vitest';
import { AptfolioError, at, describeIssue, joinPath, makeIssue } from '../../src/errors/index.js';

describe('AptfolioError', () => {
  it('carries code, path and a message that names what was expected and found', () => {
    const error = new AptfolioError('out-of-range', 'weights[1]', 'a number of at most 1', 1.5);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('AptfolioError');
    expect(error.code).toBe('out-of-range');
    expect(error.path).toBe('weights[1]');
    expect(error.message).toBe('weights[1]: expected a number of at most 1, received 1.5');
  });

  it('speaks of several issues at once and takes code and path from the first', () => {
    const error = new AptfolioError([
      makeIssue('missing-value', 'a', 'a text', undefined),
      makeIssue('invalid-date', 'b', 'a civil date', '2026-02-30'),
    ]);
    expect(error.code).toBe('missing-value');
    expect(error.path).toBe('a');
    expect(error.message).toBe(
      'a: expected a text, received undefined; b: expected a civil date, received "2026-02-30"',
    );
  });

  it('has issues that survive JSON and cannot be changed', () => {
    const error = new AptfolioError('empty', 'rows', 'a list of at least 1', []);
    expect(JSON.parse(JSON.stringify(error.issues))).toEqual([
      {
        code: 'empty',
        path: 'rows',
        expected: 'a list of at least 1',
        received: 'an array of 0',
      },
    ]);
    expect(Object.isFrozen(error.issues)).toBe(true);
    expect(Object.isFrozen(error.issues[0])).toBe(true);
  });

  it('leaves out what was received when nothing was given to show', () => {
    expect(new AptfolioError('empty', '', 'something').message).toBe('expected something');
    expect(makeIssue('empty', 'x', 'something')).not.toHaveProperty('received');
  });

  it.each([
    ['text', '"text"'],
    ['x'.repeat(60), `"${'x'.repeat(40)}…"`],
    [Number.NaN, 'NaN'],
    [-0, '-0'],
    [true, 'true'],
    [undefined, 'undefined'],
    [null, 'null'],
    [12n, '12n'],
    [{ secret: 1 }, 'an object'],
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
  ])('shows %s in a short form that discloses no content of objects', (received, shown) => {
    expect(makeIssue('invalid-type', 'x', 'y', received).received).toBe(shown);
  });
});

describe('paths', () => {
  it.each([
    [at('', 'client'), 'client'],
    [at('client', 'birthDate'), 'client.birthDate'],
    [at('holdings', 2), 'holdings[2]'],
    [at(at('holdings', 2), 'amount'), 'holdings[2].amount'],
    [at('answers', 'my item'), 'answers["my item"]'],
    [joinPath('rows[1]', 'amount'), 'rows[1].amount'],
    [joinPath('rows[1]', '[0]'), 'rows[1][0]'],
    [joinPath('rows[1]', ''), 'rows[1]'],
    [joinPath('', 'amount'), 'amount'],
  ])('are written as %s', (path, expected) => {
    expect(path).toBe(expected);
  });

  it('stand before the expectation in a described issue', () => {
    expect(describeIssue({ code: 'empty', path: 'a.b', expected: 'a text' })).toBe(
      'a.b: expected a text',
    );
  });
});
