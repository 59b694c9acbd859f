import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { book, freeAtLast, freeFrom, type Ledger } from './ledger.js';
import { ledgerOf, type Plan } from './plan.js';
import type { Unpaid } from './problem.js';

/**
 * Pays on a day if that is possible, with others' money where there is not enough.
 *
 * @returns the ledgers that it was paid from; `undefined` if it was not.
 */
export function pay(
  plan: Plan,
  ledger: Ledger,
  amount: bigint,
  day: PlainDate,
  reserving: boolean,
): readonly Ledger[] | undefined {
  const missing = amount - freeFrom(ledger, day);
  const others = missing > 0n ? changeInto(plan, ledger, missing, day, reserving) : [];
  if (others === undefined) return undefined;
  book(ledger, day, -amount);
  ledger.due -= amount;
  ledger.own -= amount;
  return [ledger, ...others];
}

/**
 * Changes money into a currency on a day if there is enough for the whole. Where the others' dues are reserved, so is the
 * currency's own income: what it will have in the end need not be changed.
 *
 * @returns the ledgers drawn on; `undefined` if nothing was changed.
 */
export function changeInto(
  plan: Plan,
  into: Ledger,
  missing: bigint,
  day: PlainDate,
  reserving: boolean,
): readonly Ledger[] | undefined {
  if (plan.ledgers.length === 1 || (reserving && missing > into.due - freeAtLast(into)))
    return undefined;
  const freeOf = (from: Ledger): bigint => spareOf(from, day, reserving);
  const { changes, left } = changesInto(plan, into, missing, freeOf);
  if (left > 0n) return undefined;
  bookChanges(plan, into, day, changes);
  return changes.map(({ from }) => from);
}

/** Changes into a currency on a day as much of what it lacks as all others have. */
export function changeWhatThereIs(plan: Plan, into: Ledger, missing: bigint, day: PlainDate): void {
  const { changes } = changesInto(plan, into, missing, (from) => freeFrom(from, day));
  bookChanges(plan, into, day, changes);
}

interface Change {
  readonly from: Ledger;
  readonly paid: bigint;
  readonly received: bigint;
}

/** Draws on the others in turn. */
function changesInto(
  { ledgers, exchange, takesRests }: Plan,
  into: Ledger,
  missing: bigint,
  freeOf: (from: Ledger) => bigint,
): { readonly changes: readonly Change[]; readonly left: bigint } {
  const changes: Change[] = [];
  let left = missing;
  for (const from of ledgers) {
    if (left <= 0n) break;
    const free = from === into ? 0n : freeOf(from);
    if (free <= 0n) continue;
    const whole = exchange.priceOf(from.currency, into.currency, left);
    const received =
      whole <= free && !takesRests
        ? left
        : exchange.mostFor(from.currency, into.currency, whole <= free ? whole : free);
    if (received === 0n) continue;
    const paid = exchange.priceOf(from.currency, into.currency, received);
    changes.push({ from, paid, received });
    left -= received;
  }
  return { changes, left };
}

function bookChanges(
  { moves }: Plan,
  into: Ledger,
  day: PlainDate,
  changes: readonly Change[],
): void {
  for (const { from, paid, received } of changes) {
    book(from, day, -paid);
    book(into, day, received);
    from.own -= paid;
    into.own += received;
    moves.push({ from: from.currency, paid, to: into.currency, received, on: day });
  }
}

function spareOf(ledger: Ledger, day: PlainDate, reserving: boolean): bigint {
  const free = freeFrom(ledger, day);
  if (!reserving) return free;
  const spare = freeAtLast(ledger) - ledger.due;
  return spare < free ? spare : free;
}

/** Notes what cannot be paid, and by how much all money that is left, of a day or in the end, falls short of it. */
export function refuse(
  { ledgers, exchange, daysAhead, unpaid }: Plan,
  kind: Unpaid['kind'],
  { index, currency, amount }: { index?: number; currency: CurrencyCode; amount: bigint },
  last: PlainDate = daysAhead().at(-1)!,
): void {
  const ledger = ledgerOf(ledgers, currency);
  const isLast = last === daysAhead().at(-1);
  const free = isLast ? freeAtLast(ledger) : freeFrom(ledger, last);
  let missing = kind === 'floor' ? amount : amount - free;
  let changing = 0n;
  for (const from of ledgers) {
    const free = from.currency === currency ? 0n : freeFrom(from, last);
    if (free <= 0n) continue;
    const received = exchange.mostFor(from.currency, currency, free);
    missing -= received;
    changing += exchange.worthOf(from.currency, currency, free) - received;
  }
  const line = { kind, currency, amount, missing: missing > 0n ? missing : 0n, changing };
  unpaid.push(index === undefined ? line : { ...line, index });
}
