import {
  AptfolioError,
  at,
  type BatchFailure,
  checkList,
  checkObject,
  mapBatch,
} from '../../errors/index.js';
import { type ClientReference, parseClientReference } from '../privacy/client-reference.js';
import { type Fact, type RecordedFact, readFact } from './fact.js';
import { uniqueFacts } from './unique-facts.js';

/** All facts about one client that ever came in: plain JSON, fit for a store. Nothing is ever taken out. */
export interface FactLedger {
  /** Opaque reference. */
  readonly client: ClientReference;
  /** In an order of their own, none twice. */
  readonly facts: readonly RecordedFact[];
}

/** A ledger with a batch added, and the rows that could not be used. */
export interface AddedFacts {
  readonly ledger: FactLedger;
  readonly failures: readonly BatchFailure[];
}

/**
 * Opens a client's ledger, with no facts in it.
 *
 * @param client opaque reference; see `parseClientReference`.
 * @throws AptfolioError with the path `client`.
 *
 * @example
 * ```ts
 * import { openLedger } from 'aptfolio/client';
 *
 * openLedger('cli_lin'); // => { client: 'cli_lin', facts: [] }
 * openLedger('Lin Wei'); // => throws 'invalid-format', 'client'
 * ```
 */
export function openLedger(client: string): FactLedger {
  return makeLedger(parseClientReference(client), []);
}

/**
 * Adds facts to a ledger and returns the new one; the old one stays as it is.
 *
 * A pure reducer: facts added one by one or in batches, in any order and any number of times, give the same bytes as all
 * at once. Costs the size of the ledger, so add many at a time.
 *
 * @param ledger from `openLedger`, an earlier call, or JSON.
 * @returns the new ledger, and a failure for each bad row with a path such as `facts[3].asOf`.
 * @throws AptfolioError for a malformed ledger, with the path `ledger.facts[3].asOf`.
 *
 * @example
 * ```ts
 * import { addFacts, openLedger } from 'aptfolio/client';
 *
 * const fact = { path: 'client.retired', value: false, asOf: '2026-01-05', source: 'client', confidence: 0.8 };
 * const { ledger, failures } = addFacts(openLedger('cli_lin'), [fact, fact, { ...fact, confidence: 2 }]);
 * ledger.facts.length; // => 1
 * ledger.facts[0].recordedAt; // => '2026-01-05'
 * failures[0].issues[0].path; // => 'facts[2].confidence'
 * ```
 */
export function addFacts(ledger: FactLedger, facts: readonly Fact[]): AddedFacts {
  const before = readLedger(ledger, 'ledger');
  const { values, failures } = mapBatch(facts, 'facts', readFact);
  const after = makeLedger(before.client, [...before.facts, ...values]);
  return Object.freeze({ ledger: after, failures });
}

/**
 * Joins two ledgers of one client, from two systems or two days' events.
 *
 * Associative and commutative to the byte; a ledger joined with itself is the same.
 *
 * @throws AptfolioError `inconsistent` with the path `second.client` if they are of different clients, or a malformed
 * ledger's path `first.facts[3].asOf`.
 *
 * @example
 * ```ts
 * import { addFacts, joinLedgers, openLedger } from 'aptfolio/client';
 *
 * const said = { path: 'client.retired', value: false, asOf: '2026-01-05', source: 'client', confidence: 0.8 };
 * const { ledger: branch } = addFacts(openLedger('cli_lin'), [said]);
 * const { ledger: app } = addFacts(openLedger('cli_lin'), [{ ...said, source: 'adviser' }]);
 * joinLedgers(branch, app).facts.length; // => 2
 * joinLedgers(branch, openLedger('cli_chen')); // => throws 'inconsistent', 'second.client'
 * ```
 */
export function joinLedgers(first: FactLedger, second: FactLedger): FactLedger {
  const [a, b] = [readLedger(first, 'first'), readLedger(second, 'second')];
  if (a.client !== b.client) {
    throw new AptfolioError('inconsistent', 'second.client', 'the client of the first ledger');
  }
  return makeLedger(a.client, [...a.facts, ...b.facts]);
}

/** Checks a ledger, which may come from a store. */
export function readLedger(ledger: FactLedger, path: string): FactLedger {
  const { client, facts } = checkObject(ledger, path);
  const where = at(path, 'facts');
  const { values, failures } = mapBatch(checkList<unknown>(facts, where), where, readFact);
  if (failures.length > 0) throw new AptfolioError(failures.flatMap(({ issues }) => issues));
  return { client: parseClientReference(client, at(path, 'client')), facts: values };
}

function makeLedger(client: ClientReference, facts: readonly RecordedFact[]): FactLedger {
  return Object.freeze({ client, facts: Object.freeze(uniqueFacts(facts)) });
}
