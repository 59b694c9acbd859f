import { describe, expect, it } from 'vitest';
import {
  AptfolioError,
  describeIssue,
  makeIssue,
  mapBatch,
  withoutReceived,
} from '../../src/errors/index.js';

describe('withoutReceived', () => {
  it('leaves code, path and expectation of every issue, in order, and changes nothing', () => {
    const error = new AptfolioError([
      makeIssue('invalid-date', 'view.client.birthDate', 'a civil date', '1988-02-30'),
      makeIssue('empty', 'rows', 'a list of at least 1'),
    ]);
    const kept = withoutReceived(error.issues);
    expect(kept).toEqual([
      { code: 'invalid-date', path: 'view.client.birthDate', expected: 'a civil date' },
      { code: 'empty', path: 'rows', expected: 'a list of at least 1' },
    ]);
    expect(JSON.stringify(kept)).not.toContain('1988');
    expect(kept.map(describeIssue)[0]).toBe('view.client.birthDate: expected a civil date');
    expect(Object.isFrozen(kept) && kept.every(Object.isFrozen)).toBe(true);
    expect(error.issues[0]?.received).toBe('"1988-02-30"');
  });

  it('does the same for a row of a batch, and again for what has been through it', () => {
    const refuse = (row: string): never => {
      throw new AptfolioError('invalid-format', '', 'digits', row);
    };
    const [failure] = mapBatch(['13800138000x'], 'rows', refuse).failures;
    const kept = withoutReceived(failure!.issues);
    expect(kept).toEqual([{ code: 'invalid-format', path: 'rows[0]', expected: 'digits' }]);
    expect(withoutReceived(kept)).toEqual(kept);
    expect(withoutReceived([])).toEqual([]);
  });
});
