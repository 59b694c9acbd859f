import { invertBasis, measureTerms } from './basis-inverse.js';
import { BASIS_STATUS } from './linear-program.js';
import type { Tableau } from './tableau.js';

/** Makes the inverse anew if it was changed, and the basic variables from those at their bounds. */
export function settle(tableau: Tableau): void {
  if (tableau.age > 0) invertBasis(tableau);
  const { m, head, x, inverse, scratch } = tableau;
  gatherRest(tableau);
  for (let i = 0; i < m; i++) x[head[i]!] = 0;
  // The second pass corrects the first by what is left over.
  for (let pass = 0; pass < 2; pass++) {
    if (pass > 0) subtractBasic(tableau);
    for (let i = 0, at = 0; i < m; i++) {
      let sum = 0;
      for (let k = 0; k < m; k++, at++) sum += inverse[at]! * scratch[k]!;
      x[head[i]!]! += sum;
    }
  }
  measureTerms(tableau);
  tableau.settled = true;
}

/** What the variables out of the basis leave for the basic ones, into `scratch`. */
function gatherRest({ m, n, matrix, x, status, rowTerms, scratch }: Tableau): void {
  for (let i = 0, at = 0; i < m; i++) {
    const activity = status[n + i] === BASIS_STATUS.basic ? 0 : x[n + i]!;
    let sum = activity;
    let size = Math.abs(activity);
    for (let j = 0; j < n; j++, at++) {
      if (status[j] === BASIS_STATUS.basic) continue;
      const term = matrix[at]! * x[j]!;
      sum -= term;
      size += Math.abs(term);
    }
    scratch[i] = sum;
    rowTerms[i] = size;
  }
}

/** Takes the basic variables off the rest, which leaves what rounding lost. */
function subtractBasic({ m, n, matrix, head, x, rowTerms, scratch }: Tableau): void {
  for (let k = 0; k < m; k++) {
    const j = head[k]!;
    const value = x[j]!;
    if (value === 0) continue;
    if (j >= n) {
      scratch[j - n]! += value;
      rowTerms[j - n]! += Math.abs(value);
    } else {
      for (let i = 0, at = j; i < m; i++, at += n) {
        const term = matrix[at]! * value;
        scratch[i]! -= term;
        rowTerms[i]! += Math.abs(term);
      }
    }
  }
}
