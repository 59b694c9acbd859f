import { type Draft, emptyDraft, joinDrafts } from '../draft.js';
import type { KpiPeriod } from '../period/period.js';
import type { CubeTerms } from './definition.js';

/** Of one KPI, in one period and one slice. */
export interface Address {
  readonly kpi: number;
  readonly period: KpiPeriod;
  readonly slice: number;
  /** Of the slice's dimensions. */
  readonly values: readonly (string | null)[];
}

/** The cases at an address. */
export interface Cell extends Address {
  readonly draft: Draft;
}

/** Room for a cell. */
export interface Room extends Address {
  /** Absent until a case is counted: the events for it wait, or were corrected or refused. */
  draft: Draft | undefined;
}

/** Rooms by their addresses. */
export interface CellTable {
  readonly rooms: Room[];
  /** By the first day of the period, KPI, slice and each of its values. */
  readonly tree: Tree;
}

type Key = string | number | null;
interface Tree extends Map<Key, Tree | Room> {}

/** A table without rooms. */
export function emptyTable(): CellTable {
  return { rooms: [], tree: new Map() };
}

/** The room at an address, if there is one. */
function findRoom({ tree }: CellTable, address: Address): Room | undefined {
  const { kpi, period, slice, values } = address;
  let branch = under(under(under(tree, period.from), kpi), slice);
  for (const value of values) branch = under(branch, value);
  return branch instanceof Map ? undefined : branch;
}

/** The rooms of every slice for a value of each dimension, unless one is missing. Addresses would take twice as long. */
export function findRooms(
  { tree }: CellTable,
  slices: CubeTerms['slices'],
  kpi: number,
  { from }: KpiPeriod,
  values: readonly (string | null)[],
): readonly Room[] | undefined {
  const bySlice = under(under(tree, from), kpi);
  const rooms: Room[] = [];
  for (let slice = 0; slice < slices.length; slice++) {
    let branch = under(bySlice, slice);
    for (const place of slices[slice]!) branch = under(branch, values[place]!);
    if (branch === undefined || branch instanceof Map) return undefined;
    rooms.push(branch);
  }
  return rooms;
}

/** The addresses at which there is no room. */
export function missingIn(table: CellTable, addresses: readonly Address[]): readonly Address[] {
  return addresses.filter((address) => findRoom(table, address) === undefined);
}

function under(branch: Tree | Room | undefined, key: Key): Tree | Room | undefined {
  return branch instanceof Map ? branch.get(key) : undefined;
}

/** The room at an address, which is made if there is none. */
export function roomAt(table: CellTable, address: Address): Room {
  const { kpi, period, slice, values } = address;
  const known = findRoom(table, address);
  if (known !== undefined) return known;
  const room = { kpi, period, slice, values, draft: undefined };
  placeRoom(table, room);
  return room;
}

/** Puts a room where none is. */
export function placeRoom(table: CellTable, room: Room): void {
  const keys = [room.period.from, room.kpi, room.slice, ...room.values];
  const last = keys.pop()!;
  let tree = table.tree;
  for (const key of keys) {
    const known = tree.get(key);
    const next: Tree = known instanceof Map ? known : new Map();
    if (known === undefined) tree.set(key, next);
    tree = next;
  }
  tree.set(last, room);
  table.rooms.push(room);
}

/** The cells that have cases. */
export function cellsIn({ rooms }: CellTable): readonly Cell[] {
  return rooms.filter((room): room is Room & Cell => room.draft !== undefined);
}

/** Adds the cases of a cell to those at its address. */
export function joinCell({ kpis }: CubeTerms, table: CellTable, cell: Cell): void {
  const kpi = kpis[cell.kpi]!;
  const room = roomAt(table, cell);
  room.draft ??= emptyDraft(kpi);
  joinDrafts(kpi, room.draft, cell.draft);
}

/** An address as text; its order is that of a state: KPI, period, slice, values. */
export function textOfAddress({ kpis }: CubeTerms, address: Address): string {
  const { kpi, period, slice, values } = address;
  return JSON.stringify([kpis[kpi]!.id, period.from, slice, values]);
}
