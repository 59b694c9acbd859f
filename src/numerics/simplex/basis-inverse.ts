import { BASIS_STATUS } from './linear-program.js';
import { park, type Tableau } from './tableau.js';

/** A column whose pivot is below this part of its largest entry depends on the others. */
const DEPENDENT = 1e-14;

/** A sum below this part of the size of its terms is 0. */
const ROUNDING = 1e-12;

/** A difference below this part of its terms is 0. */
const CANCELLED = 1e-14;

/** Makes B⁻¹ anew by Gauss–Jordan elimination; what is not independent leaves the basis, activities fill the gaps. */
export function invertBasis(tableau: Tableau): void {
  const { m, n, size, head, inverse, status } = tableau;
  inverse.fill(0);
  for (let i = 0; i < m; i++) inverse[i * m + i] = 1;
  head.fill(-1);
  for (let k = 0; k < size; k++) {
    // Activities first: their columns are nearly free of work.
    const j = k < m ? n + k : k - m;
    if (status[j] !== BASIS_STATUS.basic) continue;
    const place = pivotPlace(tableau, j);
    if (place < 0) park(tableau, j, BASIS_STATUS.freeAtZero);
    else take(tableau, j, place);
  }
  for (let i = 0; i < m; i++) {
    if (head[i]! >= 0) continue;
    solveColumn(tableau, n + i);
    take(tableau, n + i, i);
  }
  tableau.age = 0;
}

function pivotPlace(tableau: Tableau, j: number): number {
  const { m, n, head, column, matrix } = tableau;
  solveColumn(tableau, j);
  let best = -1;
  let pivot = 0;
  let largest = j < n ? 0 : 1;
  for (let i = 0; i < m; i++) {
    if (j < n) largest = Math.max(largest, Math.abs(matrix[i * n + j]!));
    largest = Math.max(largest, Math.abs(column[i]!));
    if (head[i]! >= 0 || Math.abs(column[i]!) <= pivot) continue;
    best = i;
    pivot = Math.abs(column[i]!);
  }
  return pivot > DEPENDENT * largest ? best : -1;
}

function take(tableau: Tableau, j: number, place: number): void {
  tableau.head[place] = j;
  tableau.status[j] = BASIS_STATUS.basic;
  tableau.sense[j] = 0;
  exchange(tableau, place);
}

/** B⁻¹ times a variable's column, into `column`; an entry that is only rounding becomes 0. */
export function solveColumn({ m, n, matrix, inverse, column, scratch }: Tableau, j: number): void {
  if (j >= n) {
    for (let i = 0, k = j - n; i < m; i++, k += m) column[i] = -inverse[k]!;
    return;
  }
  for (let k = 0, at = j; k < m; k++, at += n) scratch[k] = matrix[at]!;
  for (let i = 0, at = 0; i < m; i++) {
    let sum = 0;
    let size = 0;
    for (let k = 0; k < m; k++, at++) {
      const term = inverse[at]! * scratch[k]!;
      sum += term;
      size += Math.abs(term);
    }
    column[i] = Math.abs(sum) <= ROUNDING * size ? 0 : sum;
  }
}

/** B⁻¹ after the variable whose `column` is known became basic at a place. */
export function exchange(tableau: Tableau, place: number): void {
  const { m, inverse, column } = tableau;
  const from = place * m;
  const pivot = column[place]!;
  for (let k = from; k < from + m; k++) inverse[k]! /= pivot;
  for (let i = 0; i < m; i++) {
    const factor = column[i]!;
    if (i === place || factor === 0) continue;
    for (let k = from, at = i * m; k < from + m; k++, at++) {
      const before = inverse[at]!;
      const after = before - factor * inverse[k]!;
      // What is left where all should cancel is rounding; it must not pass for an entry.
      inverse[at] = Math.abs(after) <= CANCELLED * Math.abs(before) ? 0 : after;
    }
  }
  tableau.age++;
}

/** The sizes of the terms in the basic variables: |B⁻¹| times those of the rows. */
export function measureTerms({ m, inverse, rowTerms, terms }: Tableau): void {
  for (let i = 0, at = 0; i < m; i++) {
    let sum = 0;
    for (let k = 0; k < m; k++, at++) sum += Math.abs(inverse[at]!) * rowTerms[k]!;
    terms[i] = sum;
  }
}
