/**
 * The closed list of reasons for which the library refuses an input.
 *
 * A code is part of the public contract: hosts may branch on it, and it never changes its meaning.
 */
export const ERROR_CODES = [
  /** A required value is absent, `undefined` or `null`. */
  'missing-value',
  /** A value has another type than expected (a string where a number belongs). */
  'invalid-type',
  /** A number is NaN or infinite. */
  'not-finite',
  /** A number, date or count lies outside the allowed range. */
  'out-of-range',
  /** A text does not have the expected form. */
  'invalid-format',
  /** A text is not one of the allowed values. */
  'unknown-value',
  /** An id or key that nothing else in the input defines. */
  'unknown-id',
  /** The same id stands twice where it must be unique. */
  'duplicate-id',
  /** A list, text or interval has nothing in it. */
  'empty',
  /** A list or text exceeds its limit. */
  'too-long',
  /** Two lists that belong together have different lengths, or a matrix is not square. */
  'length-mismatch',
  /** Two parts of one input contradict each other (crossed bounds, `to` before `from`). */
  'inconsistent',
  /** A civil date that does not exist, or a text that is no date. */
  'invalid-date',
  /** A time zone that the host's zone data do not know. */
  'unknown-zone',
  /** A currency code that ISO 4217 does not list. */
  'unknown-currency',
  /** Two amounts in different currencies met in one calculation. */
  'currency-mismatch',
  /** A conversion needs a rate that was not given. */
  'missing-rate',
  /** A matrix is not symmetric. */
  'not-symmetric',
  /** A matrix is not positive (semi-)definite. */
  'not-positive-definite',
  /** An iteration did not reach its tolerance; no approximate answer is returned. */
  'no-convergence',
  /** A text key that a message catalogue does not define. */
  'unknown-message',
  /** A stored record does not have the content that its hash was made of. */
  'invalid-record',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One fault in an input: where it is, what was expected there and what was found. */
export interface Issue {
  readonly code: ErrorCode;
  /** Where the fault is, from the argument's name down: `holdings[2].amount`. Empty for the whole input. */
  readonly path: string;
  /** What belongs there, as a noun phrase: `a finite number`. */
  readonly expected: string;
  /**
   * What stood there: a text or number itself, of a text at most 40 characters, of all else only what kind of thing it is.
   * It can be personal, such as a birth date; see `withoutReceived`. Absent where showing it would help nobody.
   */
  readonly received?: string;
}

/**
 * The only error the library throws: the caller's input cannot be used.
 *
 * It is thrown before anything is done, so nothing is half done. Business outcomes (unsuitable,
 * infeasible, incomplete) are never errors; they are returned values with a `status`.
 *
 * @example
 * ```ts
 * import { AptfolioError } from 'aptfolio/errors';
 *
 * const error = new AptfolioError('not-finite', 'weights[1]', 'a finite number', NaN);
 * error.code; // => 'not-finite'
 * error.path; // => 'weights[1]'
 * error.message; // => 'weights[1]: expected a finite number, received NaN'
 * ```
 */
export class AptfolioError extends Error {
  override readonly name = 'AptfolioError';
  /** The first issue's code. */
  readonly code: ErrorCode;
  /** The first issue's path. */
  readonly path: string;
  /**
   * Every fault found, at least one, in the order of the input. Plain data, fit for JSON. What it shows as `received` can
   * be personal, and so can the `message`: what goes to a log goes through `withoutReceived`.
   */
  readonly issues: readonly Issue[];

  constructor(code: ErrorCode, path: string, expected: string, received?: unknown);
  constructor(issues: readonly Issue[]);
  constructor(
    codeOrIssues: ErrorCode | readonly Issue[],
    path = '',
    expected = '',
    ...received: readonly unknown[]
  ) {
    const issues =
      typeof codeOrIssues === 'string'
        ? [makeIssue(codeOrIssues, path, expected, ...received)]
        : codeOrIssues;
    super(issues.map(describeIssue).join('; '));
    const first = issues[0] as Issue;
    this.code = first.code;
    this.path = first.path;
    this.issues = Object.freeze([...issues]);
  }
}

/** Makes an issue, showing the received value in a short form when one is given. */
export function makeIssue(
  code: ErrorCode,
  path: string,
  expected: string,
  ...received: readonly unknown[]
): Issue {
  const issue = { code, path, expected };
  return Object.freeze(received.length === 0 ? issue : { ...issue, received: show(received[0]) });
}

/** One line for people: `holdings[2].amount: expected a decimal number, received "12,5"`. */
export function describeIssue(issue: Issue): string {
  const where = issue.path === '' ? '' : `${issue.path}: `;
  const found = issue.received === undefined ? '' : `, received ${issue.received}`;
  return `${where}expected ${issue.expected}${found}`;
}

/** Appends a key or an index to a path: `at('holdings', 2)` is `holdings[2]`. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const plain = /^[A-Za-z_$][\w$]*$/.test(key);
  if (!plain) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

const SHOWN_LENGTH = 40;

function show(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return JSON.stringify(
        value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value,
      );
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'bigint':
      return `${value}n`;
    case 'object':
      return 'an object';
    default:
      return `a ${typeof value}`;
  }
}
