import { countNumber, numberAt, type Planes, rowsOf, tallyRows } from '../result/planes.js';

/** A table of small numbers, turn after turn, each with all lanes. */
export interface GridCells {
  readonly lanes: number;
  readonly turns: number;
  /** From one turn to the next, in rows of the planes. */
  readonly stride: number;
  readonly planes: Planes;
}

/** By turn: in how many lanes a number stands. */
export function countTurns(cells: GridCells, number: number): readonly number[] {
  const { lanes, turns, stride, planes } = cells;
  const counts = Array.from({ length: turns }, (_, turn) => {
    return countNumber(planes, turn * stride, lanes, number);
  });
  return Object.freeze(counts);
}

/** By lane: in how many turns a number stands. */
export function countLanes(cells: GridCells, number: number): readonly number[] {
  const { lanes, turns, stride, planes } = cells;
  const tally = new Array<number>(lanes).fill(0);
  for (let turn = 0; turn < turns; turn++) {
    tallyRows(planes, turn * stride, lanes, number, tally);
  }
  return Object.freeze(tally);
}

/** In how many cells a number stands. */
export function countCells(cells: GridCells, number: number): number {
  return countTurns(cells, number).reduce((sum, count) => sum + count, 0);
}

/** The lanes in which a number stands in one turn, ascending. */
export function lanesOf(cells: GridCells, turn: number, number: number): readonly number[] {
  return rowsOf(cells.planes, turn * cells.stride, cells.lanes, number);
}

/** The turns in which a number stands in one lane, ascending. */
export function turnsOf(cells: GridCells, lane: number, number: number): readonly number[] {
  const found: number[] = [];
  for (let turn = 0; turn < cells.turns; turn++) {
    if (numberAt(cells.planes, turn * cells.stride + lane) === number) found.push(turn);
  }
  return Object.freeze(found);
}
