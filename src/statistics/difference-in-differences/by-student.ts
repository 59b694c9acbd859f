import { studentTCdf } from '../../numerics/index.js';
import { type Interval, makeInterval, studentInterval } from '../interval.js';
import { finite } from '../sample.js';
import { lengthOf } from '../scale.js';
import { welchDegrees } from '../welch.js';
import type { Cell } from './cells.js';

/** A figure put together of cells, and the same of cells with cases added (`drawn`), by which it is tested. */
export interface Figure {
  readonly estimate: number;
  readonly drawn: number;
}

/** What Student's t says of a figure. */
export interface StudentFinding {
  readonly standardError: number;
  readonly statistic: number;
  readonly pValue: number;
  readonly interval: Interval;
}

/** The cell by which a figure is tested: of a share the one with a success and a failure added. */
export function testedCell(cell: Cell): Cell {
  return cell.added ? { ...cell, ...cell.added } : cell;
}

/**
 * Tests a figure by Student's t, or null where no cell has an error.
 *
 * Added cases draw shares towards one half. The interval is widened to hold the estimate itself, and where they alone would turn it round, the figure counts as none.
 *
 * @param cells each with its size and its part of the error.
 * @param path of what is at fault if a number exceeds the largest double.
 */
export function byStudent(
  { estimate, drawn }: Figure,
  cells: readonly Pick<Cell, 'error' | 'n'>[],
  confidence: number,
  method: string,
  path: string,
): StudentFinding | null {
  const errors = cells.map(({ error }) => error);
  const standardError = lengthOf(errors);
  if (standardError === 0) return null;
  const degreesOfFreedom = welchDegrees(
    errors,
    cells.map(({ n }) => n),
  );
  const isTurned = Math.sign(drawn) !== Math.sign(estimate);
  const statistic = isTurned ? 0 : finite(drawn / standardError, path);
  const error = { standardError, degreesOfFreedom };
  const { low, high } = studentInterval(drawn, error, confidence, method, path);
  return {
    standardError,
    statistic,
    pValue: Math.min(1, 2 * studentTCdf(-Math.abs(statistic), degreesOfFreedom)),
    interval: makeInterval(Math.min(low, estimate), Math.max(high, estimate), confidence, method),
  };
}

/** Whether all cases of all cells came out the same way. */
export function isAlike(cells: readonly Cell[]): boolean {
  const [{ kind, value }] = cells as readonly [Cell];
  if (kind !== 'proportion' || (value !== 0 && value !== 1)) return false;
  return cells.every((cell) => cell.value === value);
}
