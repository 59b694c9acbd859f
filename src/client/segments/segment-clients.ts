import { type BatchFailure, checkObject, checkText } from '../../errors/index.js';
import { uniqueRows } from '../unique-rows.js';
import { checkCompiled } from './check-compiled.js';
import { assignBy, type SegmentAssignment } from './segment-of.js';
import type { CompiledSegmentTable, SegmentFacts } from './segment-table.js';

/** One client's facts. */
export interface SegmentRow {
  readonly id: string;
  readonly facts: SegmentFacts;
}

/** How many clients a segment has. */
export interface SegmentCount {
  readonly segment: string;
  readonly clients: number;
}

/** The segments of many clients, by id, in an order that does not depend on the rows'. */
export interface SegmentedClients {
  readonly table: string;
  readonly clients: readonly (SegmentAssignment & { readonly id: string })[];
  /** Every segment of the table, in its order, also those without a client. */
  readonly counts: readonly SegmentCount[];
  readonly unassigned: number;
  readonly undetermined: number;
  readonly failures: readonly BatchFailure[];
}

/**
 * Finds the segments of many clients, each by the first rule that holds.
 *
 * Rows with one id and the same facts count once; with different facts all are refused. A bad row loses no other.
 *
 * @returns the assignments by id, and the rows that could not be used under `failures`.
 * @throws AptfolioError where the rows are no list, or for a table as `segmentOf`.
 *
 * @example
 * ```ts
 * import { compileSegments, segmentClients } from 'aptfolio/client';
 *
 * const adult = { id: 'adult', segment: 'adult', when: [{ fact: 'age', from: 18 }] };
 * const table = compileSegments({ id: 'ages', rules: [adult], otherwise: 'minor' });
 * const rows = [{ id: 'b', facts: { age: 18 } }, { id: 'a', facts: {} }, { id: 'c', facts: { age: NaN } }];
 * const { clients, counts, undetermined, failures } = segmentClients(rows, table);
 * clients.map(({ id }) => id); // => ['a', 'b']
 * counts; // => [{ segment: 'adult', clients: 1 }, { segment: 'minor', clients: 0 }]
 * undetermined; // => 1
 * failures[0].issues[0].path; // => 'rows[2].facts.age'
 * ```
 */
export function segmentClients(
  rows: readonly SegmentRow[],
  table: CompiledSegmentTable,
): SegmentedClients {
  checkCompiled(table);
  const unique = uniqueRows(rows, 'rows', {
    read: (row) => assignRow(row, table),
    keyOf: ({ id }) => id,
    keyField: 'id',
  });
  const clients = unique.rows;
  const number = (status: SegmentAssignment['status']): number =>
    clients.filter((client) => client.status === status).length;
  return Object.freeze({
    table: table.table.id,
    clients,
    counts: countsOf(clients, table),
    unassigned: number('unassigned'),
    undetermined: number('undetermined'),
    failures: unique.failures,
  });
}

function assignRow(
  row: SegmentRow,
  table: CompiledSegmentTable,
): SegmentAssignment & { readonly id: string } {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  return Object.freeze({ id, ...assignBy(row.facts, table) });
}

function countsOf(
  clients: readonly SegmentAssignment[],
  { table }: CompiledSegmentTable,
): readonly SegmentCount[] {
  const names = new Set(table.rules.map(({ segment }) => segment));
  if (table.otherwise !== undefined) names.add(table.otherwise);
  const counts = new Map([...names].map((name) => [name, 0]));
  for (const { segment } of clients) {
    if (segment !== null) counts.set(segment, counts.get(segment)! + 1);
  }
  return Object.freeze(
    [...counts].map(([segment, number]) => Object.freeze({ segment, clients: number })),
  );
}
