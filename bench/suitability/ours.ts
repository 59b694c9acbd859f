import { type DecisionRecord, recordDecision } from 'aptfolio/evidence';
import {
  compilePack,
  DECISION_STATUSES,
  type GridFacts,
  type GridScreening,
  prepareDecisions,
  type RuleDecision,
  type RuleFacts,
  type RuleHit,
  type Screening,
  screen,
  screenGrid,
} from 'aptfolio/rules';
import type { ClientFacts, OrderFacts, PartialFacts, ProductFacts } from './case.js';
import { BIT_OF, type Screened } from './outcome.js';
import { AS_OF, PACK } from './pack.js';

const packs = [compilePack(PACK)];
const options = { asOf: AS_OF } as const;

/** Our screening of many pairs, for the rules that bite and the status. */
export function ourScreening(rows: readonly PartialFacts[]): () => Screening {
  const list = rows as readonly RuleFacts[];
  return () => screen(packs, list, options);
}

/** Our screening, and of each pair the rules that bite, with their outcome. */
export function ourReasons(rows: readonly PartialFacts[]): () => readonly (readonly RuleHit[])[] {
  const screened = ourScreening(rows);
  return () => {
    const { firedAt } = screened();
    return rows.map((_, row) => firedAt(row));
  };
}

/** Our screening of every client with every product; `watch` is called now and then. */
export function ourGrid(
  clients: readonly ClientFacts[],
  products: readonly ProductFacts[],
  shared: OrderFacts,
  watch: () => void = () => {},
): () => GridScreening {
  const grid = { clients, products, shared } as unknown as GridFacts;
  return () => screenGrid(packs, grid, { ...options, onProgress: watch });
}

const decideOne: (facts: RuleFacts) => RuleDecision = prepareDecisions(packs, options);

/** Our full decisions: what every rule that matters has read, and what is missing. */
export function ourDecisions(rows: readonly PartialFacts[]): () => readonly RuleDecision[] {
  return () => rows.map((facts) => decideOne(facts as RuleFacts));
}

/** What a screening says, as the forms by hand say it. */
export function readScreening({ rows, firedAt, statusOf }: Screening): Screened {
  const statuses = Uint8Array.from({ length: rows }, (_, row) => numberOf(statusOf(row)));
  const fired = Int32Array.from({ length: rows }, (_, row) => bitsOf(firedAt(row)));
  return { fired, statuses };
}

/** The same of full decisions. */
export function readDecisions(decisions: readonly RuleDecision[]): Screened {
  const statuses = Uint8Array.from(decisions, ({ status }) => numberOf(status));
  const fired = Int32Array.from(decisions, ({ findings }) => bitsOf(findings));
  return { fired, statuses };
}

/** The place of a status in `DECISION_STATUSES`; one behind them for a pair that could not be decided. */
export function numberOf(status: RuleDecision['status'] | undefined): number {
  return status === undefined ? DECISION_STATUSES.length : DECISION_STATUSES.indexOf(status);
}

function bitsOf(hits: readonly { readonly rule: string; readonly standing: string }[]): number {
  return hits.reduce((bits, { rule, standing }) => {
    return standing === 'fired' ? bits | BIT_OF.get(rule)! : bits;
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
