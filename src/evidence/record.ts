import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, at, checkObject, checkText } from '../errors/index.js';
import { sha256OfPlain } from './hash.js';
import { copyJson } from './plain-json.js';
import { verifyRecord } from './verify.js';

/** What is to be put on record. */
export interface Decision<Inputs = unknown, Outcome = unknown> {
  /** What was decided, as a name: `questionnaire.score`. `replay` finds the function by it. */
  readonly kind: string;
  /** The day for which it was decided. */
  readonly asOf: PlainDate;
  /** Everything that was read; plain data. */
  readonly inputs: Inputs;
  /** What came out; plain data. */
  readonly outcome: Outcome;
  /** The versions of what made it, by name: `{ aptfolio: '0.1.0' }`. At least one. */
  readonly versions: Readonly<Record<string, string>>;
  /** The record before this one in a chain. */
  readonly previous?: DecisionRecord;
}

/** A decision on record: plain, frozen JSON data whose hash covers everything else in it. */
export interface DecisionRecord<Inputs = unknown, Outcome = unknown> {
  readonly format: typeof RECORD_FORMAT;
  readonly kind: string;
  readonly asOf: PlainDate;
  readonly inputs: Inputs;
  readonly outcome: Outcome;
  readonly versions: Readonly<Record<string, string>>;
  /** The hash of the record before this one; null for the first, or where there is no chain. */
  readonly previousHash: string | null;
  /** SHA-256 of the canonical JSON of all other fields, 64 hexadecimal digits. */
  readonly hash: string;
}

/** How a record is laid out; changes when a field does. */
export const RECORD_FORMAT = 'aptfolio-record/1';

/**
 * Puts a decision on record, so that anyone can see later whether it was altered, and make it again.
 *
 * The same decision gives the same hash on every engine. The inputs are copied. Store
 * `canonicalJson(record)` where the same bytes are wanted too.
 *
 * @throws AptfolioError with the path to what is missing or is no plain data, as in
 * `decision.inputs.weights[2]`; `invalid-record` if `previous` was altered.
 *
 * @example
 * ```ts
 * import { recordDecision, verifyRecord } from 'aptfolio/evidence';
 *
 * const record = recordDecision({
 *   kind: 'app.limit',
 *   asOf: '2026-03-02',
 *   inputs: { income: 30000 },
 *   outcome: { limit: 9000 },
 *   versions: { app: '7' },
 * });
 * record.previousHash; // => null
 * verifyRecord(record); // => { status: 'verified' }
 * verifyRecord({ ...record, outcome: { limit: 90000 } }).status; // => 'altered'
 * ```
 */
export function recordDecision<Inputs, Outcome>(
  decision: Decision<Inputs, Outcome>,
): DecisionRecord<Inputs, Outcome> {
  const { kind, asOf, inputs, outcome, versions, previous } = checkObject(decision, 'decision');
  const content = {
    format: RECORD_FORMAT,
    kind: checkText(kind, 'decision.kind'),
    asOf: parsePlainDate(asOf, 'decision.asOf'),
    inputs: copyJson(inputs, 'decision.inputs') as Inputs,
    outcome: copyJson(outcome, 'decision.outcome') as Outcome,
    versions: readVersions(versions),
    previousHash: previous === undefined ? null : hashOf(previous),
  } as const;
  return Object.freeze({ ...content, hash: sha256OfPlain(content) });
}

function readVersions(value: unknown): Readonly<Record<string, string>> {
  const path = 'decision.versions';
  const entries = Object.entries(checkObject(value, path));
  if (entries.length === 0) throw new AptfolioError('empty', path, 'at least one version');
  return Object.freeze(
    Object.fromEntries(entries.map(([name, text]) => [name, checkText(text, at(path, name))])),
  );
}

function hashOf(previous: unknown): string {
  const path = 'decision.previous';
  const result = verifyRecord(previous as DecisionRecord, path);
  if (result.status === 'verified') return (previous as DecisionRecord).hash;
  throw new AptfolioError('invalid-record', path, `content with the hash ${result.expected}`);
}
