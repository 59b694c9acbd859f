import { at, checkInteger, checkList, checkObject, checkText } from '../../errors/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import { groupBy } from '../group-by.js';
import type { TransactionKind } from '../transaction.js';
import type { History } from './history.js';
import { OTHER_INCOME } from './income.js';
import type { Booking } from './read-bookings.js';
import type { Reading } from './reading.js';
import type { MatchedFields } from './row-match.js';
import { byDayAndId, type Legs, transferGroups } from './transfer-groups.js';
import type { UnusableRow } from './unusable-row.js';

/** When two bookings count as one transfer between the client's own accounts. */
export interface OwnTransferRule {
  /** The most days between them, 0 to 31; default 3. */
  readonly withinDays?: number;
  /**
   * The references under which the client's own accounts, and the client, appear as `counterparty`. With it a row that names
   * anybody else is no own transfer. Without it nobody knows who that is, and a pair that does not name the same other side
   * twice is `ambiguous`. References that bookings have under `account` always count as own.
   */
  readonly ownCounterparties?: readonly string[];
  /**
   * Purposes that do not speak against an own transfer; a row with any other is none. Default those of ISO 20022 that say
   * so, or say nothing: `ACCT`, `INTP`, `CASH`, `SAVG`, `OTHR`, `NOWS`.
   */
  readonly ownPurposeCodes?: readonly string[];
}

/** Transfers between the client's own accounts, labelled or not, found by account, amount and day. */
export interface OwnTransfers {
  /** Eliminated: every booking of the group has its counterpart within it. Pairs that are labelled are among them. */
  readonly matched: readonly TransferGroup[];
  /** Nobody can tell which of the bookings belong together, or whether they do; those without a label count. */
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
  /** Those with a booking in the window, or since the day from which somebody said that bookings are known. */
  readonly transfersIn: (history: History) => OwnTransfers;
  /** Also those outside the covered months. */
  readonly eliminated: ReadonlySet<Booking>;
}

const WITHIN_DAYS = 3;
const OWN_PURPOSES = ['ACCT', 'INTP', 'CASH', 'SAVG', 'OTHR', 'NOWS'];

/**
 * Pairs bookings across own accounts: same currency and amount, opposite sign, another account, few days apart.
 *
 * Bookings that may be one another's counterpart form a group. Where all of a group can be paired one to one they are
 * eliminated, whoever belongs to whom; where one would be left over, or the other sides named do not agree with one another
 * or with the accounts, no one can tell, and all stay. Labelled transfers are settled among themselves first, then those that name no third party.
 *
 * Spared, and never a leg, is a row that the policy recognises as an income (`incomes`), as debt service or as an essential
 * payment, that a category tells who was paid or what for, that has the purpose of a payment to somebody else, or that
 * names a counterparty that is not among `ownCounterparties`.
 */
export function findOwnTransfers(
  bookings: readonly Booking[],
  rule: OwnTransferRule,
  reading: Reading,
): FoundTransfers {
  const { withinDays = WITHIN_DAYS } = rule;
  const own = ownReferences(bookings, rule);
  const isOwn = ({ row }: Booking): boolean =>
    isLabelled({ row }) ||
    row.counterparty === undefined ||
    own.references.has(row.counterparty) ||
    own.accounts.has(row.counterparty);
  const legs = bookings.filter(
    (booking) =>
      isLeg(booking, rule, reading) && (rule.ownCounterparties === undefined || isOwn(booking)),
  );
  const settled = new Set<Booking>();
  const settle = (isMeant: (leg: Booking) => boolean): readonly Legs[] => {
    const open = legs.filter((leg) => !settled.has(leg) && isMeant(leg));
    const found = groupsOf(open, withinDays, namedAccount);
    for (const leg of found.filter(isMatched).flatMap(rowsOf)) settled.add(leg);
    return found;
  };
  const isMatched = (group: Legs): boolean => group.allPaired && agrees(group, own);
  const clean = [isLabelled, isOwn].flatMap((isMeant) => settle(isMeant).filter(isMatched));
  const groups = [...clean, ...settle(() => true)];
  return { transfersIn, eliminated: settled };

  function transfersIn({ covered, firstMonth, firstOpen }: History): OwnTransfers {
    const isInside = ({ day }: Booking): boolean =>
      day.month >= firstOpen && day.month < firstMonth + covered;
    const shown = groups.filter((group) => rowsOf(group).some(isInside)).sort(byFirst);
    return Object.freeze({
      matched: Object.freeze(shown.filter(isMatched).map(describe)),
      ambiguous: Object.freeze(shown.filter((group) => !isMatched(group)).map(describe)),
    });
  }

  /** The own account that a row names as its other side; its label settles it. */
  function namedAccount({ row }: Booking): string | undefined {
    const { counterparty } = row;
    const isNamed = counterparty !== undefined && own.accounts.has(counterparty);
    return isNamed && !isLabelled({ row }) ? counterparty : undefined;
  }
}

/** Whether a row that could not be used may be one side of an own transfer all the same. */
export function mayBeLeg(
  { kind, fields, account }: UnusableRow,
  rule: OwnTransferRule | undefined,
  reading: Reading,
): boolean {
  if (rule === undefined || account === undefined) return false;
  if (kind !== null && !LEG_KINDS.has(kind)) return false;
  return fields === null || !isSpared(fields, rule, reading);
}

/** The most days between the two sides. */
export function withinDaysOf(rule: OwnTransferRule | undefined): number {
  return rule?.withinDays ?? WITHIN_DAYS;
}

/** Checks the rule. */
export function checkOwnTransferRule(rule: OwnTransferRule, path: string): void {
  const { withinDays, ownCounterparties, ownPurposeCodes } = checkObject(rule, path);
  if (withinDays !== undefined) {
    checkInteger(withinDays, at(path, 'withinDays'), { min: 0, max: 31 });
  }
  for (const [name, list] of Object.entries({ ownCounterparties, ownPurposeCodes })) {
    if (list === undefined) continue;
    const where = at(path, name);
    checkList<string>(list, where).forEach((text, index) => {
      checkText(text, at(where, index));
    });
  }
}

const LEG_KINDS: ReadonlySet<TransactionKind> = new Set(['transfer-in', 'payment', 'own-transfer']);

function isLeg({ row, units }: Booking, rule: OwnTransferRule, reading: Reading): boolean {
  if (row.account === undefined || units === 0 || !LEG_KINDS.has(row.kind)) return false;
  return !isSpared(row, rule, reading);
}

/** Whether what is said of a row speaks against an own transfer; its label settles it. */
function isSpared(
  row: MatchedFields,
  { ownPurposeCodes = OWN_PURPOSES }: OwnTransferRule,
  reading: Reading,
): boolean {
  if (row.kind === 'own-transfer') return false;
  const { purposeCode } = row;
  if (purposeCode !== undefined && !ownPurposeCodes.includes(purposeCode)) return true;
  const text = (row.text ?? '').toLowerCase();
  if (reading.isTelling(row, text)) return true;
  return row.kind === 'transfer-in'
    ? reading.incomeOf(row, text) !== OTHER_INCOME
    : reading.isDebtService(row, text) || reading.isEssential(row, text);
}

/** How the client's own side may be named. */
interface OwnReferences {
  /** What the rule says. */
  readonly references: ReadonlySet<string>;
  /** What the bookings have under `account`. */
  readonly accounts: ReadonlySet<string>;
}

function ownReferences(
  bookings: readonly Booking[],
  { ownCounterparties = [] }: OwnTransferRule,
): OwnReferences {
  const accounts = new Set<string>();
  for (const { row } of bookings) if (row.account !== undefined) accounts.add(row.account);
  return { references: new Set(ownCounterparties), accounts };
}

/**
 * Whether the other sides that a group names allow it: the same one throughout, or own ones. Whether money that went to an
 * account with bookings arrived there has been seen to by pairing.
 */
function agrees({ outgoing, incoming }: Legs, { references, accounts }: OwnReferences): boolean {
  const all = [...outgoing, ...incoming];
  const other = all[0]!.row.counterparty;
  if (other !== undefined && all.every(({ row }) => row.counterparty === other)) return true;
  return all.every(({ row }) => {
    const { counterparty } = row;
    if (counterparty === undefined || isLabelled({ row })) return true;
    return accounts.has(counterparty) || references.has(counterparty);
  });
}

function isLabelled({ row }: Pick<Booking, 'row'>): boolean {
  return row.kind === 'own-transfer';
}

/** Groups of bookings by amount, then by who may be whose counterpart. */
function groupsOf(
  legs: readonly Booking[],
  withinDays: number,
  namedAccount: (leg: Booking) => string | undefined,
): readonly Legs[] {
  const byAmount = groupBy(legs, ({ row }) => `${row.currency} ${withoutSign(row.amount)}`);
  return [...byAmount.values()].flatMap((same) =>
    same.length < 2 ? [] : transferGroups(same, withinDays, namedAccount),
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
