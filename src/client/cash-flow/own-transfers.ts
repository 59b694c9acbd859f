import { at, checkInteger, checkObject } from '../../errors/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import { groupBy } from '../group-by.js';
import type { TransactionKind } from '../transaction.js';
import type { History } from './history.js';
import { OTHER_INCOME } from './income.js';
import type { Booking } from './read-bookings.js';
import type { Reading } from './reading.js';
import { byDayAndId, type Legs, transferGroups } from './transfer-groups.js';

/** When two bookings count as one transfer between the client's own accounts. */
export interface OwnTransferRule {
  /** The most days between them, 0 to 31; default 3. */
  readonly withinDays?: number;
}

/** Transfers between the client's own accounts, found by account, amount and day. */
export interface OwnTransfers {
  /** Eliminated: every booking of the group has its counterpart within it. */
  readonly matched: readonly TransferGroup[];
  /** Nobody can tell which of the bookings belong together; those without a label count. */
  readonly ambiguous: readonly TransferGroup[];
}

/** Bookings of one amount that may be one another's counterpart: mostly one out and one in. */
export interface TransferGroup {
  /** Of each booking, without sign. */
  readonly amount: Money;
  /** Ids of the bookings by which money left an account, by date and id. */
  readonly outgoing: readonly string[];
  /** Ids of the bookings by which it arrived at another. */
  readonly incoming: readonly string[];
}

/** Own transfers, and which bookings they eliminate. */
export interface FoundTransfers {
  readonly transfers: OwnTransfers;
  readonly eliminated: ReadonlySet<Booking>;
}

const WITHIN_DAYS = 3;

/**
 * Pairs bookings across own accounts: same currency and amount, opposite sign, another account, few days apart.
 *
 * Bookings that may be one another's counterpart form a group. Where all of a group can be paired one to one they are
 * eliminated, whoever belongs to whom; where one would be left over, no one can tell which, and all stay. Labelled
 * transfers are settled among themselves first. What the policy recognises as an income, as debt service or as an
 * essential payment is none.
 */
export function findOwnTransfers(
  bookings: readonly Booking[],
  rule: OwnTransferRule,
  reading: Reading,
  { covered, firstMonth }: History,
): FoundTransfers {
  const { withinDays = WITHIN_DAYS } = rule;
  const legs = bookings.filter((booking) => isLeg(booking, reading));
  const labelled = groupsOf(legs.filter(isLabelled), withinDays).filter(isMatched);
  const settled = new Set(labelled.flatMap(rowsOf));
  const rest = groupsOf(
    legs.filter((leg) => !settled.has(leg)),
    withinDays,
  );
  const groups = [...labelled, ...rest].filter((legs) => rowsOf(legs).some(isInside)).sort(byFirst);
  const matched = groups.filter(isMatched);
  return {
    transfers: Object.freeze({
      matched: Object.freeze(matched.map(describe)),
      ambiguous: Object.freeze(groups.filter((legs) => !isMatched(legs)).map(describe)),
    }),
    eliminated: new Set(matched.flatMap(rowsOf)),
  };

  function isInside({ day }: Booking): boolean {
    return day.month >= firstMonth && day.month < firstMonth + covered;
  }
}

/** Checks the rule. */
export function checkOwnTransferRule(rule: OwnTransferRule, path: string): void {
  const { withinDays } = checkObject(rule, path);
  if (withinDays === undefined) return;
  checkInteger(withinDays, at(path, 'withinDays'), { min: 0, max: 31 });
}

const LEG_KINDS: ReadonlySet<TransactionKind> = new Set(['transfer-in', 'payment', 'own-transfer']);

function isLeg({ row, units }: Booking, reading: Reading): boolean {
  if (row.account === undefined || units === 0 || !LEG_KINDS.has(row.kind)) return false;
  if (row.kind === 'own-transfer') return true;
  const text = (row.text ?? '').toLowerCase();
  return row.kind === 'transfer-in'
    ? reading.incomeOf(row, text) === OTHER_INCOME
    : !reading.isDebtService(row, text) && !reading.isEssential(row, text);
}

function isLabelled({ row }: Booking): boolean {
  return row.kind === 'own-transfer';
}

function isMatched({ allPaired }: Legs): boolean {
  return allPaired;
}

/** Groups of bookings by amount, then by who may be whose counterpart. */
function groupsOf(legs: readonly Booking[], withinDays: number): readonly Legs[] {
  const byAmount = groupBy(legs, ({ row }) => `${row.currency} ${withoutSign(row.amount)}`);
  return [...byAmount.values()].flatMap((same) =>
    same.length < 2 ? [] : transferGroups(same, withinDays),
  );
}

function rowsOf({ outgoing, incoming }: Legs): readonly Booking[] {
  return [...outgoing, ...incoming];
}

function describe({ outgoing, incoming }: Legs): TransferGroup {
  const { currency, amount } = outgoing[0]!.row;
  return Object.freeze({
    amount: Object.freeze({ currency, amount: withoutSign(amount) } as Money<CurrencyCode>),
    outgoing: Object.freeze(outgoing.map(({ row }) => row.id)),
    incoming: Object.freeze(incoming.map(({ row }) => row.id)),
  });
}

function withoutSign(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : amount;
}

/** By the first booking out: its day, then its id. */
function byFirst(a: Legs, b: Legs): number {
  return byDayAndId(a.outgoing[0]!, b.outgoing[0]!);
}
