import { at, checkList, checkObject, checkText } from '../errors/index.js';
import { sha256 } from './hash.js';
import { makeReason, type Reason } from './reason.js';
import type { DecisionRecord } from './record.js';

/** The record is as it was made. */
export interface VerifiedRecord {
  readonly status: 'verified';
}

/** Something in the record is not as it was made. */
export interface AlteredRecord {
  readonly status: 'altered';
  /** The hash that the record carries. */
  readonly expected: string;
  /** The hash that its content has. */
  readonly found: string;
}

/**
 * Tells whether a record, perhaps read back from a store, is still as it was made.
 *
 * A field that is missing or was added counts as altered. Whoever can write both content and hash
 * can make a new record; a chain, or a hash kept elsewhere, shows that too.
 *
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError if it is no object, has no hash or holds what is no plain data.
 *
 * @example
 * ```ts
 * import { recordDecision, verifyRecord } from 'aptfolio/evidence';
 *
 * const made = recordDecision({
 *   kind: 'app.limit', asOf: '2026-03-02', inputs: {}, outcome: { limit: 9000 }, versions: { app: '7' },
 * });
 * verifyRecord(JSON.parse(JSON.stringify(made))).status; // => 'verified'
 * verifyRecord({ ...made, asOf: '2026-03-03' }).status; // => 'altered'
 * ```
 */
export function verifyRecord(
  record: DecisionRecord,
  path = 'record',
): VerifiedRecord | AlteredRecord {
  const { hash, ...content } = checkObject(record, path);
  const expected = checkText(hash, at(path, 'hash'));
  const found = sha256(content, path);
  return expected === found
    ? Object.freeze({ status: 'verified' })
    : Object.freeze({ status: 'altered', expected, found });
}

/** Where a chain starts. */
export interface ChainOptions {
  /** The hash of the record before the first one given; by default the chain starts with the first. */
  readonly after?: string;
}

/** Every record is as it was made and follows the one before it. */
export interface VerifiedChain {
  readonly status: 'verified';
  /** The hash of the last record: kept elsewhere, it shows whether the chain's end was cut off. */
  readonly head: string | null;
}

/** The chain holds up to the record before `index`. */
export interface BrokenChain {
  readonly status: 'broken';
  /** The index of the first record that is altered or does not follow the one before it. */
  readonly index: number;
  /** `evidence.record-altered` or `evidence.record-not-linked`. */
  readonly reason: Reason;
}

/**
 * Tells whether records form an unbroken chain: none altered, left out, added or moved.
 *
 * @param records in the order in which they were made; none is a chain too.
 * @throws AptfolioError as `verifyRecord`, with the path `records[…]`.
 *
 * @example
 * ```ts
 * import { recordDecision, verifyChain } from 'aptfolio/evidence';
 *
 * const decision = {
 *   kind: 'app.limit', asOf: '2026-03-02', inputs: {}, outcome: { limit: 9000 }, versions: { app: '7' },
 * } as const;
 * const first = recordDecision(decision);
 * const second = recordDecision({ ...decision, asOf: '2026-06-01', previous: first });
 * verifyChain([first, second]).status; // => 'verified'
 * verifyChain([second]).status; // => 'broken'
 * verifyChain([second], { after: first.hash }).status; // => 'verified'
 * ```
 */
export function verifyChain(
  records: readonly DecisionRecord[],
  options: ChainOptions = {},
): VerifiedChain | BrokenChain {
  const { after } = checkObject(options, 'options');
  let head = after === undefined ? null : checkText(after, 'options.after');
  for (const [index, record] of checkList<DecisionRecord>(records, 'records').entries()) {
    const result = verifyRecord(record, at('records', index));
    if (result.status === 'altered') return broken(index, 'evidence.record-altered');
    if (record.previousHash !== head) return broken(index, 'evidence.record-not-linked');
    head = record.hash;
  }
  return Object.freeze({ status: 'verified', head });
}

function broken(index: number, code: string): BrokenChain {
  const reason = makeReason(code, 'block', { position: index + 1 });
  return Object.freeze({ status: 'broken', index, reason });
}
