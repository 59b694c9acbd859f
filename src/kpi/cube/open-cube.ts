import type { PlainDate } from '../../dates/index.js';
import { AptfolioError } from '../../errors/index.js';
import { type Draft, emptyDraft, joinDrafts } from '../draft.js';
import { addCounts } from '../kinds/kind.js';
import { type KpiPeriod, periodOf } from '../period/period.js';
import type { CubeTerms } from './definition.js';
import { type CubeEvent, type KpiRecord, textOf } from './record.js';

/** The cases of one KPI in one period and one slice. */
export interface Cell {
  readonly kpi: number;
  readonly period: KpiPeriod;
  readonly slice: number;
  /** Of the slice's dimensions. */
  readonly values: readonly (string | null)[];
  readonly draft: Draft;
}

/** An event that is kept by its id until its period is closed. */
export interface KeptEvent {
  readonly event: CubeEvent;
  readonly text: string;
  /** Events of the same id and revision said different things; the first text in order counts. */
  readonly conflicting: boolean;
}

/** A cube while it is being added to. */
export interface OpenCube {
  readonly cells: Map<string, Cell>;
  /** By id. Those of days that are closed came late: they count nowhere. */
  readonly kept: Map<string, KeptEvent>;
  /** Events that came again with an id already known. */
  repeats: number;
  closedThrough: PlainDate | null;
  /** The period of each day seen, so that it is worked out once. */
  readonly periods: Map<PlainDate, KpiPeriod>;
}

/** A cube without cases. */
export function emptyCube(): OpenCube {
  return { cells: new Map(), kept: new Map(), repeats: 0, closedThrough: null, periods: new Map() };
}

/** Adds an event: by its id until its period is closed, or at once where it has none. */
export function addEvent(terms: CubeTerms, cube: OpenCube, event: CubeEvent, path: string): void {
  if (event.id === null) {
    countEvent(terms, cube, event, path);
    return;
  }
  // What is refused must be refused now, not when its period is closed.
  terms.adders[event.kpi]!(emptyDraft(terms.kpis[event.kpi]!), event.event, path);
  const text = textOf(terms, event);
  // What is kept is the library's own: the caller may go on with the object that was given.
  const own = { ...event, event: (JSON.parse(text) as KpiRecord).event };
  const isNew = keep(cube, { event: own, text, conflicting: false });
  if (!isNew) cube.repeats = addCounts(cube.repeats, 1);
}

/** Keeps an event by its id. */
export function keep({ kept }: OpenCube, entry: KeptEvent): boolean {
  const id = entry.event.id as string;
  const known = kept.get(id);
  kept.set(id, known === undefined ? entry : oneOf(known, entry));
  return known === undefined;
}

/** Whether the day of an event was closed before it could be counted. */
export function isLate({ closedThrough }: OpenCube, { event }: KeptEvent): boolean {
  return closedThrough !== null && event.on <= closedThrough;
}

/** Of two events with one id the later revision; of two that differ in one revision the first text in order, marked. */
function oneOf(first: KeptEvent, second: KeptEvent): KeptEvent {
  if (first.event.revision !== second.event.revision) {
    return first.event.revision > second.event.revision ? first : second;
  }
  if (first.text === second.text) return first.conflicting ? first : second;
  return { ...(first.text < second.text ? first : second), conflicting: true };
}

/** Counts an event in its cell of every slice; nothing is counted if it is refused. */
export function countEvent(terms: CubeTerms, cube: OpenCube, event: CubeEvent, path: string): void {
  const period = periodAt(terms, cube, event.on);
  const cells = terms.slices.map((places, slice) => {
    const values = places.map((place) => event.values[place]!);
    return cellAt(terms, cube, { kpi: event.kpi, period, slice, values });
  });
  checkRoom(terms, cube, cells);
  for (const [key, cell] of cells) {
    terms.adders[event.kpi]!(cell.draft, event.event, path);
    cube.cells.set(key, cell);
  }
}

function periodAt({ period }: CubeTerms, { periods }: OpenCube, day: PlainDate): KpiPeriod {
  const known = periods.get(day);
  if (known !== undefined) return known;
  const found = periodOf(day, period);
  periods.set(day, found);
  return found;
}

/** A cell that stands at an address, or a new one that is not yet in the cube. */
function cellAt(
  terms: CubeTerms,
  cube: OpenCube,
  address: Omit<Cell, 'draft'>,
): readonly [key: string, cell: Cell] {
  const key = keyOf(terms, address);
  const found = cube.cells.get(key);
  return [key, found ?? { ...address, draft: emptyDraft(terms.kpis[address.kpi]!) }];
}

function checkRoom(
  { maxCells }: CubeTerms,
  { cells }: OpenCube,
  more: readonly (readonly [string, Cell])[],
): void {
  const size = more.reduce((sum, [key]) => sum + (cells.has(key) ? 0 : 1), cells.size);
  if (size <= maxCells) return;
  const expected = `at most ${maxCells} cells of KPI, period and slice, as in definition.maxCells`;
  throw new AptfolioError('out-of-range', 'state.cells', expected, size);
}

/** Adds a cell to the one at its address. */
export function joinCell(terms: CubeTerms, cube: OpenCube, cell: Cell): void {
  const [key, own] = cellAt(terms, cube, cell);
  joinDrafts(terms.kpis[cell.kpi]!, own.draft, cell.draft);
  cube.cells.set(key, own);
}

/** An address as text; its order is that of a state: KPI, period, slice, values. */
function keyOf(terms: CubeTerms, { kpi, period, slice, values }: Omit<Cell, 'draft'>): string {
  return JSON.stringify([terms.kpis[kpi]!.id, period.from, slice, values]);
}

/** Adds the second cube to the first; the second stays as it is. */
export function joinCubes(terms: CubeTerms, cube: OpenCube, other: OpenCube): void {
  const closedThrough = jointClose(cube, other);
  checkRoom(terms, cube, [...other.cells]);
  cube.closedThrough = closedThrough;
  cube.repeats = addCounts(cube.repeats, other.repeats);
  for (const cell of other.cells.values()) joinCell(terms, cube, cell);
  for (const entry of other.kept.values()) {
    if (!keep(cube, entry)) cube.repeats = addCounts(cube.repeats, 1);
  }
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
    countEvent(terms, cube, entry.event, 'event');
    cube.kept.delete(id);
  }
  cube.closedThrough = through;
}

/** The cube with the waiting events counted, for a look at it; the cube itself stays as it is. */
export function countedCube(terms: CubeTerms, cube: OpenCube): OpenCube {
  const counted = emptyCube();
  for (const cell of cube.cells.values()) joinCell(terms, counted, cell);
  for (const entry of cube.kept.values()) {
    if (!isLate(cube, entry)) countEvent(terms, counted, entry.event, 'event');
  }
  return counted;
}
