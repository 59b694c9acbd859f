import type { Issue } from './error.js';

/**
 * Leaves out of issues what stood in the input, for a log that must hold nothing about a person.
 *
 * Code, path and expectation stay. A path can name keys of the input, such as an account in a map by account; where
 * keys are personal, log the code alone. `message` of the error repeats what was received: log the issues instead.
 *
 * @param issues of an `AptfolioError`, of a batch's failure or of a result.
 *
 * @example
 * ```ts
 * import { AptfolioError, describeIssue, withoutReceived } from 'aptfolio/errors';
 *
 * const error = new AptfolioError('invalid-date', 'client.birthDate', 'a civil date', '1988-02-30');
 * error.message; // => 'client.birthDate: expected a civil date, received "1988-02-30"'
 * withoutReceived(error.issues);
 * // => [{ code: 'invalid-date', path: 'client.birthDate', expected: 'a civil date' }]
 * withoutReceived(error.issues).map(describeIssue); // => ['client.birthDate: expected a civil date']
 * ```
 */
export function withoutReceived(issues: readonly Issue[]): readonly Issue[] {
  return Object.freeze(
    issues.map(({ code, path, expected }) => Object.freeze({ code, path, expected })),
  );
}
