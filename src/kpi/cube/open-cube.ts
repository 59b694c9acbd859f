import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, at } from '../../errors/index.js';
import { type Draft, emptyDraft, joinDrafts } from '../draft.js';
import { addCounts } from '../kinds/kind.js';
import { type KpiPeriod, periodOf } from '../period/period.js';
import type { CubeTerms } from './definition.js';
import { isLate, type KeptEvent, keep, makeKept, nameOf, winnerOf } from './kept.js';
import type { CubeEvent } from './record.js';

/** The cases of one KPI in one period and one slice. */
export interface Cell {
  readonly kpi: number;
  readonly period: KpiPeriod;
  readonly slice: number;
  /** Of the slice's dimensions. */
  readonly values: readonly (string | null)[];
  readonly draft: Draft;
}

/** A cube while it is being added to. */
export interface OpenCube {
  /** The version of the cube's definition. */
  readonly owner: string;
  readonly cells: Map<string, Cell>;
  /** By KPI and id. Those of days that are closed came late: they count nowhere. */
  readonly kept: Map<string, KeptEvent>;
  /** Events that came again with an id already known. */
  repeats: number;
  closedThrough: PlainDate | null;
  /** The addresses of the cells, and of those that the waiting events will take; perhaps also of some that were corrected or refused. */
  needed: Set<string>;
  /** The period of each day seen, so that it is worked out once. */
  readonly periods: Map<PlainDate, KpiPeriod>;
}

/** A cube without cases. */
export function emptyCube({ version }: CubeTerms): OpenCube {
  return {
    owner: version,
    cells: new Map(),
    kept: new Map(),
    repeats: 0,
    closedThrough: null,
    needed: new Set(),
    periods: new Map(),
  };
}

/** Adds an event: by its id until its period is closed, or at once where it has none. One for which there is no room is refused now. */
export function addEvent(terms: CubeTerms, cube: OpenCube, event: CubeEvent, path: string): void {
  const eventPath = at(path, 'event');
  if (event.id !== null) keepEvent(terms, cube, makeKept(terms, event, eventPath), path);
  else {
    const addresses = addressesOf(terms, cube, event);
    takeRoom(terms, cube, addresses, path);
    countEvent(terms, cube, event, addresses, eventPath);
  }
}

/** Keeps an event by its KPI and id. */
export function keepEvent(terms: CubeTerms, cube: OpenCube, entry: KeptEvent, path: string): void {
  const winner = winnerOf(cube, entry);
  if (winner !== cube.kept.get(nameOf(entry)) && !isLate(cube, winner)) {
    takeRoom(terms, cube, addressesOf(terms, cube, winner.event), path, nameOf(entry));
  }
  keep(cube, entry);
}

/** Counts an event in its cell of every slice; nothing is counted if it is refused. */
function countEvent(
  terms: CubeTerms,
  cube: OpenCube,
  { kpi, event }: CubeEvent,
  addresses: Addresses,
  path: string,
): void {
  for (const [key, address] of addresses) {
    const cell = cube.cells.get(key) ?? { ...address, draft: emptyDraft(terms.kpis[kpi]!) };
    terms.adders[kpi]!(cell.draft, event, path);
    cube.cells.set(key, cell);
  }
}

function countWaiting(terms: CubeTerms, cube: OpenCube, { event }: KeptEvent): void {
  countEvent(terms, cube, event, addressesOf(terms, cube, event), 'event');
}

type Address = Omit<Cell, 'draft'>;
type Addresses = readonly (readonly [key: string, address: Address])[];

/** Where an event is counted; one that was taken back is counted nowhere. */
function addressesOf(
  terms: CubeTerms,
  cube: OpenCube,
  { kpi, on, values, event }: CubeEvent,
): Addresses {
  if (event === null) return [];
  const period = periodAt(terms, cube, on);
  return terms.slices.map((places, slice) => {
    const address = { kpi, period, slice, values: places.map((place) => values[place]!) };
    return [keyOf(terms, address), address];
  });
}

/** Takes room for cells, if there is any; the event that gives up its own is not counted. */
function takeRoom(
  terms: CubeTerms,
  cube: OpenCube,
  addresses: Addresses,
  path: string,
  instead?: string,
): void {
  const more = addresses.flatMap(([key]) => (cube.needed.has(key) ? [] : [key]));
  if (more.length === 0) return;
  if (cube.needed.size + more.length > terms.maxCells) {
    const waiting = [...cube.kept].flatMap(([name, entry]) => (name === instead ? [] : [entry]));
    const needed = neededBy(terms, cube, cube.cells.keys(), waiting);
    for (const [key] of addresses) needed.add(key);
    checkRoom(terms, needed.size, path);
    cube.needed = needed;
  }
  for (const key of more) cube.needed.add(key);
}

/** The addresses of some cells, and of those that waiting events will take. */
function neededBy(
  terms: CubeTerms,
  cube: OpenCube,
  cells: Iterable<string>,
  waiting: Iterable<KeptEvent>,
): Set<string> {
  const needed = new Set(cells);
  for (const entry of waiting) {
    if (isLate(cube, entry)) continue;
    for (const [key] of addressesOf(terms, cube, entry.event)) needed.add(key);
  }
  return needed;
}

function checkRoom({ maxCells }: CubeTerms, size: number, path: string): void {
  if (size <= maxCells) return;
  const expected = `at most ${maxCells} cells of KPI, period and slice, as in definition.maxCells`;
  throw new AptfolioError('out-of-range', path, expected, size);
}

function periodAt({ period }: CubeTerms, { periods }: OpenCube, day: PlainDate): KpiPeriod {
  const known = periods.get(day);
  if (known !== undefined) return known;
  const found = periodOf(day, period);
  periods.set(day, found);
  return found;
}

/** Adds a cell to the one at its address. */
export function joinCell(terms: CubeTerms, cube: OpenCube, cell: Cell): void {
  const key = keyOf(terms, cell);
  const kpi = terms.kpis[cell.kpi]!;
  const own = cube.cells.get(key) ?? { ...cell, draft: emptyDraft(kpi) };
  joinDrafts(kpi, own.draft, cell.draft);
  cube.cells.set(key, own);
  cube.needed.add(key);
}

/** An address as text; its order is that of a state: KPI, period, slice, values. */
function keyOf(terms: CubeTerms, { kpi, period, slice, values }: Address): string {
  return JSON.stringify([terms.kpis[kpi]!.id, period.from, slice, values]);
}

/** Adds the second cube to the first; the second stays as it is. */
export function joinCubes(terms: CubeTerms, cube: OpenCube, other: OpenCube): void {
  const closedThrough = jointClose(cube, other);
  cube.needed = jointNeed(terms, cube, other, closedThrough);
  cube.closedThrough = closedThrough;
  cube.repeats = addCounts(cube.repeats, other.repeats);
  for (const cell of other.cells.values()) joinCell(terms, cube, cell);
  for (const entry of other.kept.values()) keep(cube, entry);
}

/** The addresses that both need, refused if they are too many. */
function jointNeed(
  terms: CubeTerms,
  cube: OpenCube,
  other: OpenCube,
  closedThrough: PlainDate | null,
): Set<string> {
  const more = [...other.needed].filter((key) => !cube.needed.has(key));
  if (cube.needed.size + more.length <= terms.maxCells) {
    for (const key of more) cube.needed.add(key);
    return cube.needed;
  }
  const kept = { kept: new Map(cube.kept), repeats: 0 };
  for (const entry of other.kept.values()) keep(kept, entry);
  const cells = [...cube.cells.keys(), ...other.cells.keys()];
  const needed = neededBy(terms, { ...cube, closedThrough }, cells, kept.kept.values());
  checkRoom(terms, needed.size, 'other');
  return needed;
}

/** A part that was never closed takes over the other's day; two parts closed on different days have counted by different rules. */
function jointClose(cube: OpenCube, other: OpenCube): PlainDate | null {
  const [first, second] = [cube.closedThrough, other.closedThrough];
  if (first === null || second === null || first === second) return first ?? second;
  const expected = `a cube closed through ${first}, or one that was never closed`;
  throw new AptfolioError('inconsistent', 'other.closedThrough', expected, second);
}

/** Counts the events up to a day for good; what comes later for these days is late. */
export function closeCube(terms: CubeTerms, cube: OpenCube, through: PlainDate): void {
  if (cube.closedThrough !== null && through < cube.closedThrough) {
    const expected = `a day on or after ${cube.closedThrough}, through which it is closed`;
    throw new AptfolioError('inconsistent', 'through', expected, through);
  }
  for (const [id, entry] of cube.kept) {
    if (entry.event.on > through || isLate(cube, entry)) continue;
    countWaiting(terms, cube, entry);
    cube.kept.delete(id);
  }
  cube.closedThrough = through;
}

/** The cube with the waiting events counted, for a look at it; the cube itself stays as it is. */
export function countedCube(terms: CubeTerms, cube: OpenCube): OpenCube {
  const counted = emptyCube(terms);
  for (const cell of cube.cells.values()) joinCell(terms, counted, cell);
  for (const entry of cube.kept.values()) {
    if (!isLate(cube, entry)) countWaiting(terms, counted, entry);
  }
  return counted;
}

/** The values of a map in the order of its keys, code unit by code unit. */
export function sorted<T>(map: ReadonlyMap<string, T>): T[] {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([, value]) => value);
}
