import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { TRANSACTION_KINDS, type Transaction, type TransactionKind } from '../transaction.js';

/** Picks rows: every field that is given must hold, and one must be given. */
export interface RowMatch {
  /** The other side, exactly. */
  readonly counterparty?: string;
  /** Contained in the booking text; upper and lower case are the same. */
  readonly text?: string;
  readonly kind?: TransactionKind;
  /** The purpose, exactly: `RENT`. */
  readonly purposeCode?: string;
  /** The code itself or its first levels: `PMNT-CCRD` fits `PMNT-CCRD-POSD`. */
  readonly bankTransactionCode?: string;
}

/** What of a row is matched. */
export type MatchedFields = Pick<Transaction, keyof RowMatch>;

/** Which of several rules picks a row: the index of the first that fits, −1 for none; `text` is in lower case. */
export type RowPicker = (row: MatchedFields, text: string) => number;

/**
 * Makes rules, each a list of matches of which one suffices, ready for many rows.
 *
 * Rows have few different kinds and codes: what these leave of the rules is worked out once for each combination, so
 * that a long table of codes costs a row no more than a short one.
 */
export function compileRules(rules: readonly (readonly RowMatch[])[]): RowPicker {
  const tests = rules.flatMap((matches, rule) => matches.map((match) => ({ rule, match })));
  const byKind = new Map<string, Map<string, Map<string, readonly TextTest[]>>>();
  return (row, text) => {
    const { kind, purposeCode = '', bankTransactionCode = '', counterparty } = row;
    const byPurpose = kept(byKind, kind, () => new Map<string, Map<string, readonly TextTest[]>>());
    const byCode = kept(byPurpose, purposeCode, () => new Map<string, readonly TextTest[]>());
    const left = kept(byCode, bankTransactionCode, () =>
      tests.filter(({ match }) => fitsCodes(row, match)).map(textTest),
    );
    for (const { rule, other, part } of left) {
      if (other !== undefined && other !== counterparty) continue;
      if (part === undefined || text.includes(part)) return rule;
    }
    return -1;
  };
}

/** Checks a list of matches. */
export function checkMatches(matches: readonly RowMatch[], path: string): void {
  checkList<RowMatch>(matches, path).forEach((match, index) => {
    const where = at(path, index);
    const given = checkObject(match, where);
    const named = TEXTS.filter((field) => given[field] !== undefined);
    for (const field of named) checkText(given[field], at(where, field));
    if (given.kind !== undefined) checkOneOf(given.kind, at(where, 'kind'), TRANSACTION_KINDS);
    else if (named.length === 0) throw new AptfolioError('empty', where, 'a field to match');
  });
}

/** Whether a code is another one or lies below it: levels are parted by hyphens. */
export function startsWithLevel(code: string | undefined, level: string): boolean {
  if (code === undefined || !code.startsWith(level)) return false;
  return code.length === level.length || code[level.length] === '-';
}

const TEXTS = ['counterparty', 'text', 'purposeCode', 'bankTransactionCode'] as const;

/** What is left of a match once kind and codes fit. */
interface TextTest {
  readonly rule: number;
  readonly other: string | undefined;
  /** In lower case. */
  readonly part: string | undefined;
}

function textTest({ rule, match }: { readonly rule: number; readonly match: RowMatch }): TextTest {
  return { rule, other: match.counterparty, part: match.text?.toLowerCase() };
}

function fitsCodes(row: MatchedFields, match: RowMatch): boolean {
  const { kind, purposeCode, bankTransactionCode: code } = match;
  return (
    (kind === undefined || row.kind === kind) &&
    (purposeCode === undefined || row.purposeCode === purposeCode) &&
    (code === undefined || startsWithLevel(row.bankTransactionCode, code))
  );
}

function kept<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
