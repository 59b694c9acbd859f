import { describe, expect, it } from 'vitest';
import { compilePack, decide } from '../../../../src/rules/index.js';
import { cnCsrcClassification } from '../../../../src/suitability/packs/cn/csrc/csrc-classification.js';
import { describePack } from './conduct-support.js';

describePack(cnCsrcClassification);

const pack = compilePack(cnCsrcClassification);
const TODAY = '2026-06-15';

describe('the class of an investor', () => {
  it('needs one figure and one kind of experience, whatever else is unknown', () => {
    const facts = {
      'client.kind': 'natural',
      'client.avgIncome3y': 500000,
      'client.financialWorkYears': 2,
    } as const;
    expect(decide([pack], facts, { asOf: TODAY }).status).toBe('allow');
  });

  it('asks of somebody of unknown wealth for what would decide', () => {
    const facts = {
      'client.kind': 'natural',
      'client.financialAssets': 100,
      'client.experienceYears': 9,
    } as const;
    const { status, missing } = decide([pack], facts, { asOf: TODAY });
    expect(status).toBe('undetermined');
    expect(missing.map(({ fact }) => fact)).toContain('client.avgIncome3y');
  });

  it('takes amounts of money for what they are worth', () => {
    const short = { currency: 'CNY', amount: '2999999.99' };
    const facts = {
      'client.kind': 'natural',
      'client.financialAssets': short,
      'client.avgIncome3y': 0,
      'client.experienceYears': 9,
    } as const;
    expect(decide([pack], facts, { asOf: TODAY }).deciding).toEqual(['CN-CSRC-8']);
  });
});
