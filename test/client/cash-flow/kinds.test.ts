import { describe, expect, it } from 'vitest';
import { ISO_20022_KINDS, kindOfCodes } from '../../../src/client/index.js';
import { expectRefusal } from '../../refusal.js';
import { isDeeplyFrozen, wrong } from '../support.js';

describe('the kind of a booking by its codes', () => {
  // As in the examples of the Berlin Group's NextGenPSD2 guidelines and of German and Belgian statements.
  it.each([
    [{ bankTransactionCode: 'PMNT-RCDT-ESCT' }, 'in', 'transfer-in'],
    [{ bankTransactionCode: 'PMNT-RCDT-SALA' }, 'in', 'transfer-in'],
    [{ bankTransactionCode: 'PMNT-ICDT-STDO' }, 'out', 'payment'],
    [{ bankTransactionCode: 'PMNT-IRCT-STDO' }, 'out', 'payment'],
    [{ bankTransactionCode: 'PMNT-RDDT-ESDD' }, 'out', 'payment'],
    // A direct debit that came back stays a payment and reduces the spending.
    [{ bankTransactionCode: 'PMNT-RDDT-UPDD' }, 'in', 'payment'],
    [{ bankTransactionCode: 'PMNT-CCRD-POSD' }, 'out', 'card'],
    [{ bankTransactionCode: 'PMNT-CCRD-POSD' }, 'in', 'refund'],
    [{ bankTransactionCode: 'PMNT-CCRD-CWDL' }, 'out', 'cash'],
    [{ bankTransactionCode: 'ACMT-MDOP-CHRG' }, 'out', 'fee'],
    [{ bankTransactionCode: 'ACMT-MCOP-INTR' }, 'in', 'interest'],
    [{ bankTransactionCode: 'LDAS-CSLN-DDWN' }, 'in', 'loan'],
    [{ bankTransactionCode: 'SECU-SETT-TRAD' }, 'out', 'investment'],
    [{ bankTransactionCode: 'SECU-CUST-DVCA' }, 'in', 'interest'],
    [{ bankTransactionCode: 'CAMT-ACCB-SWEP' }, 'in', 'own-transfer'],
    [{ bankTransactionCode: 'PMNT-ICDT-ESCT', purposeCode: 'INTP' }, 'out', 'own-transfer'],
    [{ bankTransactionCode: 'PMNT-ICDT-ESCT', purposeCode: 'INVS' }, 'out', 'investment'],
    [{ bankTransactionCode: 'PMNT-RCDT-ESCT', purposeCode: 'DIVD' }, 'in', 'interest'],
    [{ bankTransactionCode: 'PMNT-RCDT-ESCT', purposeCode: 'SALA' }, 'in', 'transfer-in'],
    // Interest that is paid is no income.
    [{ bankTransactionCode: 'PMNT-ICDT-ESCT', purposeCode: 'INTE' }, 'out', 'payment'],
    [{ bankTransactionCode: 'PMNT-MCOP-OTHR' }, 'in', null],
    [{ bankTransactionCode: 'XTND-NTAV-NTAV' }, 'in', null],
    [{ purposeCode: 'OTHR' }, 'out', null],
  ] as const)('of %j going %s is %s', (codes, direction, kind) => {
    expect(kindOfCodes(codes, direction)).toBe(kind);
  });

  it.each([
    ['no codes', null, 'in', 'missing-value', 'codes'],
    ['none of them', {}, 'in', 'empty', 'codes'],
    ['a number', { purposeCode: 1 }, 'in', 'invalid-type', 'codes.purposeCode'],
    ['an empty one', { bankTransactionCode: '' }, 'in', 'empty', 'codes.bankTransactionCode'],
    ['no direction', { purposeCode: 'SALA' }, undefined, 'missing-value', 'direction'],
    ['another direction', { purposeCode: 'SALA' }, 'CRDT', 'unknown-value', 'direction'],
  ] as const)('is refused for %s', (_, codes, direction, code, path) => {
    expectRefusal(() => kindOfCodes(wrong(codes), wrong(direction)), code, path);
  });

  it('comes from a frozen table', () => {
    expect(isDeeplyFrozen(ISO_20022_KINDS)).toBe(true);
  });
});
