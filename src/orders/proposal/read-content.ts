import { parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkText,
  checkUniqueIds,
} from '../../errors/index.js';
import { canonicalJson } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { frozenCopy } from '../frozen-copy.js';
import { readPlannedOrder } from '../life/read-planned.js';
import type {
  EvidenceDemand,
  OrderProposal,
  ProposalContent,
  ProposalDocument,
  ProposalOwner,
} from './proposal.js';
import { checkHash, readCitations, readIds } from './read-fields.js';

/** What of a proposal its maker gives, without gaps. */
export type ReadContent<C extends CurrencyCode> = Omit<
  OrderProposal<C>,
  'format' | 'version' | 'supersedes' | 'hash'
>;

/** Checks what a proposal is made of and keeps what belongs to it. */
export function readContent<C extends CurrencyCode>(
  content: ProposalContent<C>,
  path: string,
): ReadContent<C> {
  const { costs, documents = [], evidence = [] } = content;
  const orders = readRows(content.orders, at(path, 'orders'), 1, readPlannedOrder);
  const owners = readRows(content.owners, at(path, 'owners'), 1, readOwner);
  const demands = readRows(evidence, at(path, 'evidence'), 0, readDemand);
  checkDemands(evidence, orders, owners, at(path, 'evidence'));
  const asOf = parsePlainDate(content.asOf, at(path, 'asOf'));
  const validUntil = parsePlainDate(content.validUntil, at(path, 'validUntil'));
  if (validUntil < asOf) {
    const expected = `a day from ${asOf}`;
    throw new AptfolioError('inconsistent', at(path, 'validUntil'), expected, validUntil);
  }
  return {
    id: checkText(content.id, at(path, 'id')),
    orders: orders as readonly ReadContent<C>['orders'][number][],
    owners,
    ...(costs === undefined ? {} : { costs: readPlain(costs, at(path, 'costs')) }),
    documents: readRows(documents, at(path, 'documents'), 0, readDocument),
    evidence: demands,
    asOf,
    validUntil,
  };
}

/** Reads the rows of a list and puts them in the order of their ids. */
function readRows<T extends { readonly id: string }>(
  rows: readonly T[],
  path: string,
  minLength: number,
  read: (row: T, path: string) => T,
): readonly T[] {
  checkList(rows, path, { minLength });
  checkUniqueIds(rows, path);
  const list = rows.map((row, i) => read(row, at(path, i)));
  return Object.freeze(list.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function readOwner(owner: ProposalOwner, path: string): ProposalOwner {
  const { id, representatives, onlyRepresented } = owner;
  const read: { -readonly [K in keyof ProposalOwner]: ProposalOwner[K] } = { id };
  if (representatives !== undefined) {
    read.representatives = readIds(representatives, at(path, 'representatives'), 1);
  }
  if (onlyRepresented !== undefined) {
    read.onlyRepresented = checkBoolean(onlyRepresented, at(path, 'onlyRepresented'));
  }
  if (read.onlyRepresented && read.representatives === undefined) {
    throw new AptfolioError('missing-value', at(path, 'representatives'), 'who may agree');
  }
  return Object.freeze(read);
}

function readDocument({ id, hash }: ProposalDocument, path: string): ProposalDocument {
  return Object.freeze({ id, hash: checkHash(hash, at(path, 'hash')) });
}

function readDemand(demand: EvidenceDemand, path: string): EvidenceDemand {
  const { id, kind, orders, owners, citations } = demand;
  return Object.freeze({
    id,
    kind: checkText(kind, at(path, 'kind')),
    orders: readIds(orders, at(path, 'orders'), 1),
    owners: readIds(owners, at(path, 'owners'), 0),
    citations: readCitations(citations, at(path, 'citations')),
  });
}

/** A demand names orders and owners of this proposal. */
function checkDemands(
  demands: readonly EvidenceDemand[],
  orders: readonly { readonly id: string }[],
  owners: readonly { readonly id: string }[],
  path: string,
): void {
  demands.forEach((demand, i) => {
    for (const [name, rows] of [
      ['orders', orders],
      ['owners', owners],
    ] as const) {
      const unknown = demand[name].find((id) => !rows.some((row) => row.id === id));
      if (unknown === undefined) continue;
      const expected = `ids of the proposal's ${name}`;
      throw new AptfolioError('unknown-id', at(at(path, i), name), expected, unknown);
    }
  });
}

function readPlain(value: object, path: string): object {
  checkObject(value, path);
  return frozenCopy(JSON.parse(canonicalJson(value, path)) as object);
}
