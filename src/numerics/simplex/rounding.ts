import type { Tableau } from './tableau.js';

/** What differs by less than this part of the size of its terms is the same: of a value, and of a dual. */
const REACH = 8 * Number.EPSILON;

/** A reduced cost below this part of the size of its terms is 0. */
const UNATTRACTIVE = 1e-12;

/** Puts basic variables within their bounds, and on a bound or on 0 where only rounding lies between. */
export function polishPoint({ m, head, lower, upper, x, terms }: Tableau): void {
  for (let i = 0; i < m; i++) {
    const j = head[i]!;
    const reach = REACH * terms[i]!;
    if (Math.abs(x[j]!) <= reach) x[j] = 0;
    if (x[j]! < lower[j]! + reach) x[j] = lower[j]!;
    else if (x[j]! > upper[j]! - reach) x[j] = upper[j]!;
  }
}

/** Computes duals and reduced costs as exactly as they can be; what is only rounding becomes 0. */
export function dropRounding(tableau: Tableau): void {
  polishDuals(tableau);
  const { m, n, matrix, cost, duals, dualTerms, reduced, head, phase, scratch } = tableau;
  for (let j = 0; j < n; j++) {
    reduced[j] = phase === 1 ? 0 : cost[j]!;
    scratch[j] = UNATTRACTIVE * Math.abs(reduced[j]!);
  }
  for (let i = 0, at = 0; i < m; i++) {
    const dual = duals[i]!;
    const doubt = Math.max(UNATTRACTIVE * Math.abs(dual), 2 * REACH * dualTerms[i]!);
    for (let j = 0; j < n; j++, at++) {
      reduced[j]! -= matrix[at]! * dual;
      scratch[j]! += Math.abs(matrix[at]!) * doubt;
    }
    reduced[n + i] = dual;
  }
  for (let j = 0; j < n; j++) if (Math.abs(reduced[j]!) <= scratch[j]!) reduced[j] = 0;
  for (let i = 0; i < m; i++) reduced[head[i]!] = 0;
}

/** Corrects the duals by what their equations leave over. */
function polishDuals(tableau: Tableau): void {
  const { m, n, head, matrix, cost, breach, inverse, duals, dualTerms, phase } = tableau;
  const { column: left, inverseRow: terms } = tableau;
  for (let i = 0; i < m; i++) {
    const j = head[i]!;
    const price = phase === 1 ? breach[i]! : cost[j]!;
    left[i] = price;
    terms[i] = Math.abs(price);
    for (let k = 0; k < m; k++) {
      const entry = j < n ? matrix[k * n + j]! : j === n + k ? -1 : 0;
      left[i]! -= entry * duals[k]!;
      terms[i]! += Math.abs(entry * duals[k]!);
    }
  }
  for (let k = 0; k < m; k++) {
    let size = 0;
    for (let i = 0, at = k; i < m; i++, at += m) {
      duals[k]! += left[i]! * inverse[at]!;
      size += terms[i]! * Math.abs(inverse[at]!);
    }
    dualTerms[k] = size;
    if (Math.abs(duals[k]!) <= REACH * size) duals[k] = 0;
  }
}
