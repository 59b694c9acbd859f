import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, checkObject, checkOneOf, checkText, type Issue } from '../errors/index.js';
import { differences } from './differences.js';
import { copyJson } from './plain-json.js';
import { type DecisionRecord, RECORD_FORMAT } from './record.js';
import { type AlteredRecord, verifyRecord } from './verify.js';

/**
 * Makes one kind of decision again: a function of the record's inputs and day that returns plain
 * data.
 */
export type Replayer = (inputs: never, context: ReplayContext) => unknown;

/** What a record says beside its inputs. */
export interface ReplayContext {
  readonly asOf: PlainDate;
  readonly versions: Readonly<Record<string, string>>;
}

/** What came of making a recorded decision again. */
export type ReplayResult =
  | { readonly status: 'same' }
  | {
      readonly status: 'different';
      /** Where the outcomes differ: `outcome.weights.CASH`. At least one. */
      readonly differences: readonly string[];
      /** What comes out now. */
      readonly outcome: unknown;
    }
  | {
      /** The recorded inputs are not accepted now. */
      readonly status: 'refused';
      readonly issues: readonly Issue[];
    }
  | AlteredRecord
  | {
      /** No function was given for the record's kind. */
      readonly status: 'unknown-kind';
      readonly kind: string;
    };

/**
 * Makes a recorded decision again and compares the outcome with the recorded one, to the last digit.
 *
 * An altered record is not made again.
 *
 * @param functions by kind; each gets a frozen copy of the record's inputs.
 * @throws AptfolioError as `verifyRecord`; `invalid-type` for a function that is none; as
 * `canonicalJson` if a function returns what is no plain data.
 *
 * @example
 * ```ts
 * import { recordDecision, replay } from 'aptfolio/evidence';
 *
 * const limit = ({ income }: { income: number }) => ({ limit: income * 0.3 });
 * const record = recordDecision({
 *   kind: 'app.limit',
 *   asOf: '2026-03-02',
 *   inputs: { income: 30000 },
 *   outcome: limit({ income: 30000 }),
 *   versions: { app: '7' },
 * });
 * replay(record, { 'app.limit': limit }); // => { status: 'same' }
 * replay(record, { 'app.limit': () => ({ limit: 8000 }) });
 * // => { status: 'different', differences: ['outcome.limit'], outcome: { limit: 8000 } }
 * replay(record, {}); // => { status: 'unknown-kind', kind: 'app.limit' }
 * ```
 */
export function replay(
  record: DecisionRecord,
  functions: Readonly<Record<string, Replayer>>,
): ReplayResult {
  const byKind = checkObject(functions, 'functions');
  const verified = verifyRecord(record);
  if (verified.status === 'altered') return verified;
  const { kind, outcome } = readRecord(record);
  if (!Object.hasOwn(byKind, kind)) return Object.freeze({ status: 'unknown-kind', kind });
  const made = decideAgain(byKind[kind], record);
  if (made.status === 'refused') return made;
  const found = differences(outcome, made.outcome, 'outcome');
  if (found.length === 0) return Object.freeze({ status: 'same' });
  const differing = Object.freeze(found);
  return Object.freeze({ status: 'different', differences: differing, outcome: made.outcome });
}

/** A right hash does not mean that this library made the record, so its fields are checked too. */
function readRecord(record: DecisionRecord): DecisionRecord {
  checkOneOf(record.format, 'record.format', [RECORD_FORMAT]);
  checkText(record.kind, 'record.kind');
  parsePlainDate(record.asOf, 'record.asOf');
  copyJson(record.outcome, 'record.outcome');
  return record;
}

type Made =
  | { readonly status: 'made'; readonly outcome: unknown }
  | { readonly status: 'refused'; readonly issues: readonly Issue[] };

function decideAgain(decide: unknown, { kind, asOf, inputs, versions }: DecisionRecord): Made {
  if (typeof decide !== 'function') {
    throw new AptfolioError('invalid-type', `functions[${JSON.stringify(kind)}]`, 'a function');
  }
  const given = copyJson(inputs, 'record.inputs');
  const context = Object.freeze({ asOf, versions: copyJson(versions, 'record.versions') });
  let outcome: unknown;
  try {
    outcome = decide(given, context);
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    return Object.freeze({ status: 'refused', issues: error.issues });
  }
  return { status: 'made', outcome: copyJson(outcome, 'outcome') };
}
