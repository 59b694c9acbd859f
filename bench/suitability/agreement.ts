import { PACK } from './pack.js';

/** Throws unless a form finds the same rules to bite, pair by pair, as the one by hand. */
export function checkSameRules(form: string, byHand: Int32Array, found: Int32Array): void {
  found.forEach((rules, i) => {
    const differ = rules ^ byHand[i]!;
    if (differ === 0) return;
    throw new Error(`${form}: pair ${i} differs from the one by hand in ${namesOf(differ)}`);
  });
}

/** Throws unless the statuses are the same too. */
export function checkSameStatuses(form: string, byHand: Uint8Array, found: Uint8Array): void {
  found.forEach((status, i) => {
    if (status === byHand[i]) return;
    throw new Error(`${form}: pair ${i} has status ${status}, by hand it is ${byHand[i]}`);
  });
}

/** Throws unless each rule bites somewhere: one that never does would be compared with nothing. */
export function checkAllBite(found: Int32Array): void {
  const never = ~found.reduce((all, rules) => all | rules, 0) & ((1 << PACK.rules.length) - 1);
  if (never !== 0) throw new Error(`no pair has ${namesOf(never)}`);
}

function namesOf(rules: number): string {
  return PACK.rules.flatMap(({ id }, place) => ((rules >> place) & 1 ? id : [])).join(', ');
}
