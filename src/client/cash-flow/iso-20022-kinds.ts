import { AptfolioError, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import type { BankCodes, TransactionKind } from '../transaction.js';
import { startsWithLevel } from './row-match.js';

/** Which way money went. */
export const DIRECTIONS = ['in', 'out'] as const;

/** `in` where an account was credited, `out` where it was debited. */
export type Direction = (typeof DIRECTIONS)[number];

/** What codes of ISO 20022 make of a booking. */
export interface KindRule {
  readonly kind: TransactionKind;
  /** Only bookings that went this way; without it, any. */
  readonly direction?: Direction;
  /** One of these purposes, exactly. */
  readonly purposeCodes?: readonly string[];
  /** One of these codes, or one below it. */
  readonly bankTransactionCodes?: readonly string[];
}

/**
 * The kinds of bookings by their codes of ISO 20022, in the order in which they are tried: what the payment is for
 * first, then how it was made. A returned transfer or direct debit keeps its kind, so that its positive amount reduces
 * the spending; a card payment that came back is a refund.
 *
 * Source: ISO 20022 External Code Sets, ExternalPurpose1Code and the bank transaction codes
 * (ExternalBankTransactionDomain1Code, …Family1Code, …SubFamily1Code), https://www.iso20022.org. Which code is which
 * kind is ours.
 */
export const ISO_20022_KINDS: readonly KindRule[] = Object.freeze(
  [
    { kind: 'own-transfer', ...purposes('ACCT INTP') },
    { kind: 'loan', direction: 'in', ...purposes('LOAN PLDS') },
    { kind: 'interest', direction: 'in', ...purposes('INTE DIVD') },
    { kind: 'investment', ...purposes('INVS SECU SEPI UNIT') },
    { kind: 'refund', direction: 'in', ...purposes('REFU ICCP IDCP ECPR') },
    { kind: 'fee', direction: 'out', ...purposes('FEES FCPM') },
    { kind: 'cash', direction: 'out', ...purposes('CDCD CDCS') },
    { kind: 'own-transfer', ...codes('CAMT-ACCB-ZABA CAMT-ACCB-SWEP CAMT-ACCB-TOPG') },
    { kind: 'loan', direction: 'in', ...codes('LDAS-FTLN-DDWN LDAS-MGLN-DDWN LDAS-CSLN-DDWN') },
    { kind: 'payment', ...codes('LDAS-FTLN-PPAY LDAS-MGLN-PPAY LDAS-CSLN-PPAY') },
    { kind: 'interest', direction: 'in', ...codes('PMNT-MCOP-INTR ACMT-MCOP-INTR') },
    { kind: 'interest', direction: 'in', ...codes('SECU-CUST-DVCA SECU-CORP-DVCA') },
    { kind: 'interest', direction: 'in', ...codes('SECU-CUST-INTR SECU-CORP-INTR') },
    { kind: 'investment', ...codes('SECU-SETT') },
    { kind: 'fee', ...codes('PMNT-MDOP-CHRG PMNT-MDOP-FEES PMNT-MDOP-COMM') },
    { kind: 'fee', ...codes('ACMT-MDOP-CHRG ACMT-MDOP-FEES ACMT-MDOP-COMM') },
    { kind: 'cash', direction: 'out', ...codes('PMNT-CCRD-CWDL PMNT-CCRD-XBCW') },
    { kind: 'cash', direction: 'out', ...codes('PMNT-CNTR-CWDL PMNT-CNTR-BCWD PMNT-CNTR-FCWD') },
    { kind: 'card', direction: 'out', ...codes('PMNT-CCRD-POSD PMNT-CCRD-POSC PMNT-CCRD-XBCP') },
    { kind: 'card', direction: 'out', ...codes('PMNT-CCRD-SMRT') },
    { kind: 'refund', direction: 'in', ...codes('PMNT-CCRD-POSD PMNT-CCRD-POSC PMNT-CCRD-XBCP') },
    { kind: 'refund', direction: 'in', ...codes('PMNT-CCRD-SMRT PMNT-CCRD-RIMB') },
    { kind: 'transfer-in', ...codes('PMNT-RCDT PMNT-RRCT') },
    { kind: 'payment', ...codes('PMNT-ICDT PMNT-IRCT PMNT-RDDT') },
  ].map((rule) => Object.freeze(rule as KindRule)),
);

/**
 * What a booking is by its codes, so that a host need not map them itself.
 *
 * @param codes a booking's codes of ISO 20022.
 * @param direction which way the money went.
 * @returns the first kind that fits; `null` where none does, for the host to decide.
 * @throws AptfolioError `missing-value` or `unknown-value` for what is no direction, `empty` for codes without any.
 *
 * @example
 * ```ts
 * import { kindOfCodes } from 'aptfolio/client';
 *
 * kindOfCodes({ bankTransactionCode: 'PMNT-RDDT-ESDD' }, 'out'); // => 'payment'
 * kindOfCodes({ bankTransactionCode: 'PMNT-ICDT-ESCT', purposeCode: 'INTP' }, 'out'); // => 'own-transfer'
 * kindOfCodes({ bankTransactionCode: 'PMNT-CCRD-POSD' }, 'in'); // => 'refund'
 * kindOfCodes({ purposeCode: 'OTHR' }, 'in'); // => null
 * ```
 */
export function kindOfCodes(codes: BankCodes, direction: Direction): TransactionKind | null {
  checkCodes(codes);
  checkOneOf(direction, 'direction', DIRECTIONS);
  const { purposeCode = '', bankTransactionCode } = codes;
  const found = ISO_20022_KINDS.find(
    (rule) =>
      (rule.direction === undefined || rule.direction === direction) &&
      (rule.purposeCodes?.includes(purposeCode) === true ||
        rule.bankTransactionCodes?.some((code) => startsWithLevel(bankTransactionCode, code)) ===
          true),
  );
  return found?.kind ?? null;
}

function checkCodes(codes: BankCodes): void {
  const { purposeCode, bankTransactionCode } = checkObject(codes, 'codes');
  if (purposeCode !== undefined) checkText(purposeCode, 'codes.purposeCode');
  if (bankTransactionCode !== undefined) {
    checkText(bankTransactionCode, 'codes.bankTransactionCode');
  } else if (purposeCode === undefined) throw new AptfolioError('empty', 'codes', 'a code');
}

function purposes(text: string): Pick<KindRule, 'purposeCodes'> {
  return { purposeCodes: Object.freeze(text.split(' ')) };
}

function codes(text: string): Pick<KindRule, 'bankTransactionCodes'> {
  return { bankTransactionCodes: Object.freeze(text.split(' ')) };
}
