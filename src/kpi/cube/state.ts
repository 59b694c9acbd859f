import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkBoolean, checkList, checkObject } from '../../errors/index.js';
import { methodsOf } from '../define.js';
import { readState, writeState } from '../draft.js';
import { placeOf } from '../kinds/id-list.js';
import { addCounts, countOf, type Fields } from '../kinds/kind.js';
import { periodOf } from '../period/period.js';
import type { KpiState } from '../state.js';
import { type Cell, cellsIn, joinCell, textOfAddress } from './cell-table.js';
import {
  forgottenCounts,
  type KpiForgottenCount,
  type KpiLateCount,
  lateCounts,
  readForgotten,
  readLateCounts,
} from './counts-by-kpi.js';
import type { CubeTerms } from './definition.js';
import { inOrder } from './in-order.js';
import { allKept, isLate, keptInOrder, makeKept } from './kept.js';
import { emptyCube, keepEvent, type OpenCube } from './open-cube.js';
import { type KpiRecord, readRecord, readValue, writeRecord } from './record.js';

/**
 * The state of a cube: plain JSON. Its size grows with the cells, with the events that wait, and with those that came late since it was last closed, each id once; not with
 * the events that are counted.
 */
export interface KpiCubeState {
  /** `KpiCube.version`: states of other definitions do not merge, not even of one that gives a KPI another limit or its list another order under one version. */
  readonly version: string;
  /** The last day that is closed; null while none is. */
  readonly closedThrough: PlainDate | null;
  readonly repeats: number;
  /** By KPI, period, slice and values. */
  readonly cells: readonly KpiCubeCell[];
  /** The events with an id whose period is open, by KPI and id. */
  readonly waiting: readonly WaitingRecord[];
  /** The events that came after their period was closed and since the last close, by KPI and id. */
  readonly late: readonly WaitingRecord[];
  /** How many more came without an id, by KPI. */
  readonly lateWithoutId: readonly KpiLateCount[];
  /** How many were late or contradicted each other whose ids are forgotten, by KPI. */
  readonly forgotten: readonly KpiForgottenCount[];
}

/** The cases of one KPI in one period and one slice. */
export interface KpiCubeCell {
  /** The first day of the period. */
  readonly from: PlainDate;
  /** The place of the slice in the definition. */
  readonly slice: number;
  /** Of the slice's dimensions. */
  readonly values: readonly (string | null)[];
  readonly state: KpiState;
}

/** An event that is kept by its KPI and id. */
export interface WaitingRecord {
  readonly record: KpiRecord;
  /** Events of this KPI, id and revision said different things. */
  readonly conflicting: boolean;
}

/** Plain frozen data, the same bytes for the same events in any order. */
export function writeCube(terms: CubeTerms, cube: OpenCube): KpiCubeState {
  const cells = inOrder(cellsIn(cube.table), (cell) => textOfAddress(terms, cell));
  return Object.freeze({
    version: terms.version,
    closedThrough: cube.closedThrough,
    repeats: cube.repeats,
    cells: Object.freeze(cells.map((cell) => writeCell(terms, cell))),
    waiting: writeKept(terms, cube, false),
    late: writeKept(terms, cube, true),
    lateWithoutId: lateCounts(terms, cube),
    forgotten: forgottenCounts(terms, cube),
  });
}

function writeCell({ kpis }: CubeTerms, { kpi, period, slice, values, draft }: Cell): KpiCubeCell {
  return Object.freeze({
    from: period.from,
    slice,
    values: Object.freeze([...values]),
    state: writeState(kpis[kpi]!, draft),
  });
}

function writeKept(terms: CubeTerms, cube: OpenCube, late: boolean): readonly WaitingRecord[] {
  const kept = allKept(cube.kept).filter((entry) => isLate(cube, entry) === late);
  return Object.freeze(
    keptInOrder(terms, kept).map((entry) =>
      Object.freeze({ record: writeRecord(terms, entry), conflicting: entry.conflicting }),
    ),
  );
}

/** Checks a state, which may come from storage, and returns its content. */
export function readCube(terms: CubeTerms, state: unknown, path: string): OpenCube {
  const fields = checkObject(state, path);
  if (fields.version !== terms.version) {
    const code = fields.version === undefined ? 'missing-value' : 'inconsistent';
    const expected = `“${terms.version}”, the cube's own definition`;
    throw new AptfolioError(code, at(path, 'version'), expected, fields.version);
  }
  const cube = emptyCube(terms);
  if (fields.closedThrough !== null) {
    cube.closedThrough = parsePlainDate(fields.closedThrough, at(path, 'closedThrough'));
  }
  const cells = checkList<unknown>(fields.cells, at(path, 'cells'), { maxLength: terms.maxCells });
  cells.forEach((cell, i) => {
    const where = at(at(path, 'cells'), i);
    joinCell(terms, cube.table, readCell(terms, checkObject(cell, where), where));
  });
  if (cube.table.rooms.length < cells.length) {
    const expected = 'each KPI, period, slice and values once';
    throw new AptfolioError('duplicate-id', at(path, 'cells'), expected);
  }
  checkTotals(terms, cube, at(path, 'cells'));
  for (const name of ['waiting', 'late'] as const) readWaiting(terms, cube, fields, name, path);
  readLateCounts(terms, cube, fields.lateWithoutId, at(path, 'lateWithoutId'));
  readForgotten(terms, cube, fields.forgotten, at(path, 'forgotten'));
  cube.repeats = countOf(fields.repeats, path, 'repeats');
  return cube;
}

/** Every slice tells of the same cases, so that each has the same number of them. */
function checkTotals(terms: CubeTerms, cube: OpenCube, path: string): void {
  const totals = new Map<string, number[]>();
  for (const { kpi, period, slice, draft } of cellsIn(cube.table)) {
    const definition = terms.kpis[kpi]!;
    const key = JSON.stringify([definition.id, period.id]);
    const bySlice = totals.get(key) ?? terms.slices.map(() => 0);
    totals.set(key, bySlice);
    const size = methodsOf(definition).size(definition, draft.data);
    bySlice[slice] = draft.excluded.reduce(addCounts, addCounts(bySlice[slice]!, size));
  }
  for (const [key, bySlice] of totals) {
    if (bySlice.every((total) => total === bySlice[0])) continue;
    const expected = `as many cases in every slice of ${(JSON.parse(key) as string[]).join(' in ')}`;
    throw new AptfolioError('inconsistent', path, expected, bySlice.join(', '));
  }
}

function readCell(terms: CubeTerms, fields: Fields, path: string): Cell {
  const slice = countOf(fields.slice, path, 'slice');
  const places = terms.slices[slice];
  if (places === undefined) {
    const expected = `a slice of the definition, below ${terms.slices.length}`;
    throw new AptfolioError('out-of-range', at(path, 'slice'), expected, slice);
  }
  const where = at(path, 'values');
  const values = checkList<unknown>(fields.values, where);
  if (values.length !== places.length) {
    throw new AptfolioError('length-mismatch', where, `${places.length} values`, values);
  }
  const state = checkObject(fields.state, at(path, 'state'));
  const ids = terms.kpis.map(({ id }) => id);
  const kpi = placeOf(state.kpi, ids, at(path, 'state'), 'kpi');
  const from = parsePlainDate(fields.from, at(path, 'from'));
  const period = periodOf(from, terms.period);
  if (period.from !== from) {
    const expected = `${period.from}, the first day of a ${terms.period}`;
    throw new AptfolioError('inconsistent', at(path, 'from'), expected, from);
  }
  const draft = readState(terms.kpis[kpi]!, state, at(path, 'state'));
  return {
    kpi,
    period,
    slice,
    values: values.map((value, i) => readValue(value, where, i)),
    draft,
  };
}

function readWaiting(
  terms: CubeTerms,
  cube: OpenCube,
  fields: Fields,
  name: 'waiting' | 'late',
  path: string,
): void {
  const where = at(path, name);
  checkList<unknown>(fields[name], where).forEach((row, i) => {
    const rowPath = at(where, i);
    const entry = checkObject(row, rowPath);
    const recordPath = at(rowPath, 'record');
    const event = readRecord(terms, entry.record, recordPath);
    if (event.id === null) {
      throw new AptfolioError('missing-value', at(recordPath, 'id'), 'an id', undefined);
    }
    const conflicting = checkBoolean(entry.conflicting, at(rowPath, 'conflicting'));
    const isOfDay = isLate(cube, event) === (name === 'late');
    if (!isOfDay) {
      const expected = `a day ${name === 'late' ? 'that is' : 'after those that are'} closed`;
      throw new AptfolioError('inconsistent', at(recordPath, 'at'), expected, event.on);
    }
    const eventPath = at(recordPath, 'event');
    keepEvent(terms, cube, makeKept(terms, event, event.id, eventPath, conflicting), where);
  });
}
