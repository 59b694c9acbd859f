import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { canonicalJson } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { frozenCopy } from '../frozen-copy.js';
import type { PlannedOrder } from '../life/order.js';
import { readPlannedOrder } from '../life/read-planned.js';
import type {
  EvidenceDemand,
  OrderProposal,
  ProposalContent,
  ProposalDocument,
  ProposalOwner,
} from './proposal.js';
import { checkHash, readCitations, readIds } from './read-fields.js';

const OWNER_FIELDS: FieldsOf<ProposalOwner> = {
  id: true,
  representatives: true,
  onlyRepresented: true,
};
const DOCUMENT_FIELDS: FieldsOf<ProposalDocument> = { id: true, hash: true };
const DEMAND_FIELDS: FieldsOf<EvidenceDemand> = {
  id: true,
  kind: true,
  orders: true,
  owners: true,
  citations: true,
};

/** What of a proposal its maker gives, without gaps. */
export type ReadContent<C extends CurrencyCode> = Omit<
  OrderProposal<C>,
  'format' | 'version' | 'supersedes' | 'hash'
>;

/**
 * Checks what a proposal is made of and keeps what belongs to it.
 *
 * @param before orders of the version before, which may be on their way already.
 */
export function readContent<C extends CurrencyCode>(
  content: ProposalContent<C>,
  path: string,
  before: readonly PlannedOrder[] = [],
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
  checkOrderDays(content.orders, asOf, before, at(path, 'orders'));
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

/** No order is given before the day of the proposal that is the first to have it. */
function checkOrderDays(
  orders: readonly PlannedOrder[],
  asOf: PlainDate,
  before: readonly PlannedOrder[],
  path: string,
): void {
  orders.forEach(({ id, orderOn }, i) => {
    if (orderOn === undefined || orderOn >= asOf) return;
    if (before.some((one) => one.id === id && one.orderOn === orderOn)) return;
    const where = at(at(path, i), 'orderOn');
    throw new AptfolioError('inconsistent', where, `a day from ${asOf}`, orderOn);
  });
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
  refuseUnknown(owner, path, OWNER_FIELDS);
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
  if (read.onlyRepresented && read.representatives?.every((one) => one === id)) {
    const where = at(path, 'representatives');
    throw new AptfolioError('inconsistent', where, 'somebody else who may agree', id);
  }
  return Object.freeze(read);
}

function readDocument(document: ProposalDocument, path: string): ProposalDocument {
  refuseUnknown(document, path, DOCUMENT_FIELDS);
  const { id, hash } = document;
  return Object.freeze({ id, hash: checkHash(hash, at(path, 'hash')) });
}

/** Checks a demand for evidence and keeps what belongs to it. */
export function readDemand(demand: EvidenceDemand, path: string): EvidenceDemand {
  refuseUnknown(checkObject(demand, path), path, DEMAND_FIELDS);
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
