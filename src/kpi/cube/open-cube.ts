import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, at } from '../../errors/index.js';
import { emptyDraft } from '../draft.js';
import { noCounts } from '../kinds/id-list.js';
import { addCounts, joinCounts } from '../kinds/kind.js';
import { type KpiPeriod, periodOf } from '../period/period.js';
import {
  type Address,
  type Cell,
  type CellTable,
  cellsIn,
  emptyTable,
  findRooms,
  joinCell,
  missingIn,
  placeRoom,
  type Room,
  roomAt,
} from './cell-table.js';
import { type Forgotten, noneForgotten } from './counts-by-kpi.js';
import type { CubeTerms } from './definition.js';
import {
  allKept,
  checkEvent,
  isLate,
  type KeptEvent,
  type KeptEvents,
  keepOne,
  knownOf,
  makeKept,
  noneKept,
  winnerOf,
} from './kept.js';
import type { CubeEvent } from './record.js';

/** A cube while it is being added to. */
export interface OpenCube {
  /** The version of the cube's definition. */
  readonly owner: string;
  /** Room for every cell, and for those that the waiting events will take; perhaps also for some that were corrected or refused. */
  table: CellTable;
  /** By KPI and id. Those of days that are closed came late: they count nowhere. */
  readonly kept: KeptEvents;
  /** Of each KPI, how many events without an id came late. */
  readonly lateWithoutId: number[];
  /** What was listed by its id when days were closed, as numbers. */
  readonly forgotten: Forgotten;
  /** Events that came again with an id already known. */
  repeats: number;
  closedThrough: PlainDate | null;
  /** The period of each day seen, so that it is worked out once. */
  readonly periods: Map<PlainDate, KpiPeriod>;
}

/** A cube without cases. */
export function emptyCube(terms: CubeTerms): OpenCube {
  return {
    owner: terms.version,
    table: emptyTable(),
    kept: noneKept(terms),
    lateWithoutId: noCounts(terms.kpis.length),
    forgotten: noneForgotten(terms),
    repeats: 0,
    closedThrough: null,
    periods: new Map(),
  };
}

/** Adds an event: by its id until its period is closed, or at once where it has none. One for which there is no room is refused now. */
export function addEvent(terms: CubeTerms, cube: OpenCube, event: CubeEvent, path: string): void {
  const eventPath = at(path, 'event');
  if (event.id !== null) keepEvent(terms, cube, makeKept(terms, event, event.id, eventPath), path);
  else if (isLate(cube, event)) {
    checkEvent(terms, event, eventPath);
    cube.lateWithoutId[event.kpi] = addCounts(cube.lateWithoutId[event.kpi]!, 1);
  } else countEvent(terms, roomsFor(terms, cube, event, path), event, eventPath);
}

/** Keeps an event by its KPI and id. */
export function keepEvent(terms: CubeTerms, cube: OpenCube, entry: KeptEvent, path: string): void {
  const known = knownOf(cube.kept, entry);
  const winner = winnerOf(terms, known, entry);
  if (winner !== known && !isLate(cube, winner)) {
    roomsFor(terms, cube, winner, path, known);
  }
  if (known !== undefined) cube.repeats = addCounts(cube.repeats, 1);
  keepOne(cube.kept, winner);
}

/** Counts an event in its cell of every slice; nothing is counted if it is refused. */
function countEvent(
  { kpis, adders }: CubeTerms,
  rooms: readonly Room[],
  { kpi, event }: CubeEvent,
  path: string,
): void {
  for (const room of rooms) {
    const draft = room.draft ?? emptyDraft(kpis[kpi]!);
    adders[kpi]!(draft, event, path);
    room.draft = draft;
  }
}

function countWaiting(terms: CubeTerms, cube: OpenCube, event: KeptEvent): void {
  const rooms =
    knownRooms(terms, cube, event) ??
    addressesOf(terms, cube, event).map((address) => roomAt(cube.table, address));
  countEvent(terms, rooms, event, 'event');
}

/** Where an event is counted; one that was taken back is counted nowhere. */
function addressesOf(
  terms: CubeTerms,
  cube: OpenCube,
  { kpi, on, values, event }: CubeEvent,
): readonly Address[] {
  if (event === null) return [];
  const period = periodAt(terms, cube, on);
  return terms.slices.map((places, slice) => {
    return { kpi, period, slice, values: places.map((place) => values[place]!) };
  });
}

/** The rooms of an event, taken where there are none yet; the event that gives up its own is not counted. */
function roomsFor(
  terms: CubeTerms,
  cube: OpenCube,
  event: CubeEvent,
  path: string,
  instead?: KeptEvent,
): readonly Room[] {
  const known = knownRooms(terms, cube, event);
  if (known !== undefined) return known;
  const addresses = addressesOf(terms, cube, event);
  if (cube.table.rooms.length + missingIn(cube.table, addresses).length > terms.maxCells) {
    const waiting = allKept(cube.kept).filter((entry) => entry !== instead);
    const needed = neededRooms(terms, cube, cube.table.rooms, waiting);
    for (const address of addresses) roomAt(needed, address);
    checkRoom(terms, needed, path);
    cube.table = needed;
  }
  return addresses.map((address) => roomAt(cube.table, address));
}

/** The rooms of an event, if it has all of them: the common case makes no addresses. */
function knownRooms(
  terms: CubeTerms,
  cube: OpenCube,
  { kpi, on, values, event }: CubeEvent,
): readonly Room[] | undefined {
  if (event === null) return [];
  return findRooms(cube.table, terms.slices, kpi, periodAt(terms, cube, on), values);
}

/** The rooms that have cases, and those that waiting events will take. */
function neededRooms(
  terms: CubeTerms,
  cube: OpenCube,
  rooms: readonly Room[],
  waiting: Iterable<KeptEvent>,
): CellTable {
  const needed = emptyTable();
  for (const room of rooms) {
    if (room.draft !== undefined) placeRoom(needed, room);
  }
  for (const event of waiting) {
    if (isLate(cube, event)) continue;
    for (const address of addressesOf(terms, cube, event)) roomAt(needed, address);
  }
  return needed;
}

function checkRoom({ maxCells }: CubeTerms, { rooms }: CellTable, path: string): void {
  if (rooms.length <= maxCells) return;
  const expected = `at most ${maxCells} cells of KPI, period and slice, as in definition.maxCells`;
  throw new AptfolioError('out-of-range', path, expected, rooms.length);
}

function periodAt({ period }: CubeTerms, { periods }: OpenCube, day: PlainDate): KpiPeriod {
  const known = periods.get(day);
  if (known !== undefined) return known;
  const found = periodOf(day, period);
  periods.set(day, found);
  return found;
}

/** Adds the second cube to the first; the second stays as it is. */
export function joinCubes(terms: CubeTerms, cube: OpenCube, other: OpenCube): void {
  const closedThrough = jointClose(cube, other);
  cube.table = jointTable(terms, cube, other, closedThrough);
  cube.closedThrough = closedThrough;
  cube.repeats = addCounts(cube.repeats, other.repeats);
  joinCounts(
    [cube.lateWithoutId, other.lateWithoutId],
    [cube.forgotten.late, other.forgotten.late],
    [cube.forgotten.conflicting, other.forgotten.conflicting],
  );
  for (const cell of cellsIn(other.table)) joinCell(terms, cube.table, cell);
  for (const entry of allKept(other.kept)) {
    const known = knownOf(cube.kept, entry);
    if (known !== undefined) cube.repeats = addCounts(cube.repeats, 1);
    keepOne(cube.kept, winnerOf(terms, known, entry));
  }
}

/** The first cube's cells with room for all that both need, refused if it is too much. */
function jointTable(
  terms: CubeTerms,
  cube: OpenCube,
  other: OpenCube,
  closedThrough: PlainDate | null,
): CellTable {
  const more = missingIn(cube.table, other.table.rooms);
  if (cube.table.rooms.length + more.length <= terms.maxCells) {
    for (const room of more) roomAt(cube.table, room);
    return cube.table;
  }
  const kept = cube.kept.map((byId) => new Map(byId));
  for (const entry of allKept(other.kept)) {
    keepOne(kept, winnerOf(terms, knownOf(kept, entry), entry));
  }
  const joint = { ...cube, closedThrough };
  const needed = neededRooms(terms, joint, cube.table.rooms, allKept(kept));
  for (const cell of cellsIn(other.table)) roomAt(needed, cell);
  checkRoom(terms, needed, 'other');
  return needed;
}

/**
 * A part that was never closed takes over the other's day, if it has counted nothing for days that are closed. Two parts closed on different days have counted
 * by different rules.
 */
function jointClose(cube: OpenCube, other: OpenCube): PlainDate | null {
  const [first, second] = [cube.closedThrough, other.closedThrough];
  if (first === second) return first;
  if (first === null) return refuseCounted(cube, second as PlainDate, 'draft');
  if (second === null) return refuseCounted(other, first, 'other');
  const expected = `a cube closed through ${first}, or one that was never closed`;
  throw new AptfolioError('inconsistent', 'other.closedThrough', expected, second);
}

/** Refuses a part whose cases are of periods that are closed: it counted events without an id that may be late. */
function refuseCounted({ table }: OpenCube, through: PlainDate, path: string): PlainDate {
  for (const { period } of cellsIn(table)) {
    if (period.from > through) continue;
    const expected = `${through}, through which the other is closed, since cases of ${period.id} are counted: close it first`;
    throw new AptfolioError('inconsistent', at(path, 'closedThrough'), expected, null);
  }
  return through;
}

/** Counts the events up to a day for good; what comes later for these days is late. Of all ids up to that day, those of late events included, only numbers are left. */
export function closeCube(terms: CubeTerms, cube: OpenCube, through: PlainDate): void {
  if (cube.closedThrough !== null && through < cube.closedThrough) {
    const expected = `a day on or after ${cube.closedThrough}, through which it is closed`;
    throw new AptfolioError('inconsistent', 'through', expected, through);
  }
  const { late, conflicting } = cube.forgotten;
  for (const byId of cube.kept) {
    for (const [id, entry] of byId) {
      const { kpi, on } = entry;
      if (on > through) continue;
      if (isLate(cube, entry)) late[kpi] = addCounts(late[kpi]!, 1);
      else countWaiting(terms, cube, entry);
      if (entry.conflicting) conflicting[kpi] = addCounts(conflicting[kpi]!, 1);
      byId.delete(id);
    }
  }
  cube.closedThrough = through;
}

/** The cells with the waiting events counted, for a look at them; the cube itself stays as it is. */
export function countedCells(terms: CubeTerms, cube: OpenCube): readonly Cell[] {
  const counted = emptyCube(terms);
  for (const cell of cellsIn(cube.table)) joinCell(terms, counted.table, cell);
  for (const entry of allKept(cube.kept)) {
    if (!isLate(cube, entry)) countWaiting(terms, counted, entry);
  }
  return cellsIn(counted.table);
}
