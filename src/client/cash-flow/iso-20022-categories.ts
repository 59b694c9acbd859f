import type { CategoryRule } from './category.js';
import type { RowMatch } from './row-match.js';

/**
 * A ready mapping to categories, for `categories` of a `CashFlowPolicy`: by the purpose of the payment, and where there
 * is none by the bank transaction code that says as much. Codes whose meaning leaves open what was paid for (`OTHR`,
 * `SUPP`, `GDDS`) are left out, so that their rows stay uncategorised. Put rules of your own in front.
 *
 * Source: ISO 20022 External Code Sets, ExternalPurpose1Code and the bank transaction codes
 * (ExternalBankTransactionDomain1Code, …Family1Code, …SubFamily1Code), https://www.iso20022.org. Which code belongs to
 * which category is ours.
 */
export const ISO_20022_CATEGORIES: readonly CategoryRule[] = Object.freeze([
  rule('salary', 'SALA PAYR', 'PMNT-RCDT-SALA PMNT-RCDT-XBSA PMNT-RRCT-SALA PMNT-RRCT-XBSA'),
  rule('bonus', 'BONU'),
  rule('pension', 'PENS'),
  rule('social-benefit', 'SSBE BENE BECH BBSC GAFA GAHO'),
  rule('interest', 'INTE', 'PMNT-MCOP-INTR ACMT-MCOP-INTR SECU-CUST-INTR SECU-CORP-INTR'),
  rule('dividend', 'DIVD', 'SECU-CUST-DVCA SECU-CORP-DVCA'),
  rule('rent', 'RENT'),
  rule('loan-repayment', 'LOAR HLRP CLPR IHRP', 'LDAS-MGLN-PPAY LDAS-CSLN-PPAY LDAS-FTLN-PPAY'),
  rule('utilities', 'ELEC GASB WTER UBIL ENRG'),
  rule('communication', 'PHON OTLC TBIL CBTV NWCM'),
  rule('insurance', 'INSU HLTI LIFI PPTI INPC INPR'),
  rule('health', 'MDCS HSPC DNTS VIEW ANTS DMEQ HLTC CVCF LTCF ICRF'),
  rule('education', 'EDUC STDY'),
  rule('transport', 'AIRB BUSB FERB RLWY TRPT CPKC'),
  rule('subscriptions', 'SUBS'),
  rule('tax', 'TAXS TAXR INTX NITX PTXP HSTX ESTX RDTX WHLD'),
  rule('support', 'ALMY DEPD'),
  rule('charity', 'CHAR'),
  rule('gambling', 'GAMB LOTT'),
  rule('bank-charges', 'FEES FCPM', 'PMNT-MDOP-CHRG PMNT-MDOP-FEES ACMT-MDOP-CHRG ACMT-MDOP-FEES'),
  rule('cash', 'CDCD CDCS', 'PMNT-CCRD-CWDL PMNT-CCRD-XBCW PMNT-CNTR-CWDL PMNT-CNTR-BCWD'),
]);

function rule(category: string, purposes: string, transactions = ''): CategoryRule {
  const codes = (text: string): readonly string[] => text.split(' ').filter((code) => code !== '');
  const match: readonly RowMatch[] = [
    ...codes(purposes).map((purposeCode) => Object.freeze({ purposeCode })),
    ...codes(transactions).map((bankTransactionCode) => Object.freeze({ bankTransactionCode })),
  ];
  return Object.freeze({ category, match: Object.freeze(match) });
}
