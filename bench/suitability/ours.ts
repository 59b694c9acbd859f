import { type DecisionRecord, recordDecision } from 'aptfolio/evidence';
import {
  compilePack,
  prepareDecisions,
  type RuleDecision,
  type RuleFacts,
  screen,
  screenGrid,
} from 'aptfolio/rules';
import type { ClientFacts, OrderFacts, PartialFacts, ProductFacts } from './case.js';
import { BIT_OF, type Screened } from './outcome.js';
import { AS_OF, PACK } from './pack.js';

const packs = [compilePack(PACK)];
const options = { asOf: AS_OF } as const;

/** Our screening of many pairs: the rules that bite and the status of each, nothing else. */
export function ourScreening(rows: readonly PartialFacts[]): () => Screened {
  return () => screen(packs, rows, options);
}

/** Our statuses of every client with every product, client by client. */
export function ourGrid(
  clients: readonly ClientFacts[],
  products: readonly ProductFacts[],
  shared: OrderFacts,
): () => Uint8Array {
  return () => screenGrid(packs, clients, products, { ...options, shared }).statuses;
}

/** Our screening with the reason of each rule that bites: its text, its values and its citation. */
export function ourReasons(rows: readonly PartialFacts[]): () => unknown {
  return () => screen(packs, rows, { ...options, findings: 'fired' });
}

const decideOne: (facts: RuleFacts) => RuleDecision = prepareDecisions(packs, options);

/** Our full decisions: what every rule that matters has read, and what is missing. */
export function ourDecisions(rows: readonly PartialFacts[]): () => readonly RuleDecision[] {
  return () => rows.map((facts) => decideOne(facts as RuleFacts));
}

/** The set of rules that bite, out of a full decision. */
export function firedIn({ findings }: RuleDecision): number {
  return findings.reduce((fired, { rule, standing }) => {
    return standing === 'fired' ? fired | BIT_OF.get(rule)! : fired;
  }, 0);
}

/** What goes on record of one pair. */
export interface ToRecord {
  readonly inputs: PartialFacts;
  readonly outcome: { readonly status: string; readonly deciding: readonly string[] };
}

/** Our records of decisions: canonical, each with the hash of its content. */
export function ourRecords(decided: readonly ToRecord[]): () => readonly DecisionRecord[] {
  const versions = { bench: '1' };
  return () => {
    return decided.map(({ inputs, outcome }) => {
      return recordDecision({ kind: 'bench', asOf: AS_OF, inputs, outcome, versions });
    });
  };
}
