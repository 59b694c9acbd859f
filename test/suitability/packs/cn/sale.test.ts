import { compilePack, decide, type RuleFacts } from 'aptfolio/rules';
import { describe, expect, it } from 'vitest';
import { cnCsrc } from '../../../../src/suitability/packs/cn/csrc/csrc.js';
import { cnNfra } from '../../../../src/suitability/packs/cn/nfra/nfra.js';
import table from '../../../fixtures/regulation/cn-match-table.json' with { type: 'json' };

const PACKS = [cnNfra, cnCsrc].map((pack) => compilePack(pack));
const TODAY = '2026-06-15';

/** A client of whom everything is in order, at a counter that sells products of both regimes. */
const CLIENT: RuleFacts = {
  'client.kind': 'natural',
  'client.professional': false,
  'client.birthDate': '1985-01-01',
  'client.civilCapacity': 'full',
  'client.riskLevel': 3,
  'client.lowestCategory': false,
  'client.assessedOn': '2026-01-10',
  'client.changeReported': false,
  'client.levelChanged': false,
  'client.paymentMismatch': false,
  'history.assessmentsToday': 0,
  'history.assessments12m': 1,
  'product.private': false,
  'order.solicited': false,
  'order.clientInsists': false,
  'order.specialCare': true,
};

const WARNED: RuleFacts = {
  'order.clientInsists': true,
  'order.toldUnsuitable': true,
  'order.writtenWarning': true,
  'order.insistsAfterWarning': true,
};

type Day = `${number}-${number}-${number}`;

function sell(regime: string, risk: number, facts: RuleFacts = {}, asOf: Day = TODAY) {
  const product = {
    'product.regime': regime,
    'product.issuerRisk': risk,
    'product.sellerRisk': risk,
  };
  return decide(PACKS, { ...CLIENT, ...product, ...facts }, { asOf });
}

const LEVELS = [1, 2, 3, 4, 5] as const;

describe('a product and a client', () => {
  it.each(LEVELS)('match as the published table says: C%i', (level) => {
    const row = table.match[`C${level}`];
    for (const regime of ['nfra-investment', 'csrc']) {
      const open = LEVELS.filter((risk) => {
        const { status } = sell(regime, risk, { 'client.riskLevel': level });
        return status === 'allow' || status === 'allow-with-evidence';
      });
      expect(open.map((risk) => `R${risk}`)).toEqual(row);
    }
  });

  it('match at every rating for professionals of the securities regime', () => {
    const open = LEVELS.filter(
      (risk) => sell('csrc', risk, { 'client.professional': true }).status === 'allow',
    );
    expect(open.map((risk) => `R${risk}`)).toEqual(table.match.professional);
  });

  it('have a way through the warning under one regime and none under the other', () => {
    expect(sell('csrc', 4, WARNED)).toMatchObject({
      status: 'allow-with-evidence',
      deciding: ['CN-CSRC-19', 'CN-CSRC-20'],
    });
    expect(sell('nfra-investment', 4, WARNED)).toMatchObject({
      status: 'block',
      deciding: ['CN-NFRA-12'],
    });
  });

  it('keep the lowest category from all but R1, warned or not', () => {
    const lowest = { ...WARNED, 'client.riskLevel': 1, 'client.lowestCategory': true };
    const open = LEVELS.filter((risk) => sell('csrc', risk, lowest).status !== 'block');
    expect(open).toEqual([1]);
  });
});

describe('two ratings that differ', () => {
  const told = (facts: RuleFacts) =>
    sell('nfra-investment', 2, { 'client.riskLevel': 5, ...facts }).findings.flatMap(
      ({ rule, parameters }) =>
        rule === 'CN-NFRA-22-disclose' ? [parameters['product.risk']] : [],
    );

  it('are told to the client, with the higher one as that which counts', () => {
    expect(told({ 'product.issuerRisk': 3 })).toEqual([3]);
    expect(told({ 'product.sellerRisk': 1 })).toEqual([2]);
  });

  it('are not told where they agree, nor where nothing is bought; a switch buys something', () => {
    expect(told({})).toEqual([]);
    const sale = { 'order.effect': 'reduce', 'order.acquires': false };
    expect(told({ 'product.issuerRisk': 3, ...sale })).toEqual([]);
    expect(told({ 'product.issuerRisk': 3, 'order.effect': 'reduce' })).toEqual([3]);
    expect(told({ 'product.issuerRisk': 3, 'product.regime': 'csrc' })).toEqual([]);
  });
});

describe('one person on one day', () => {
  it('is professional for a fund and ordinary for a wealth product', () => {
    expect(sell('csrc', 5, { 'client.professional': true }).status).toBe('allow');
    expect(sell('nfra-investment', 5, { 'client.professional': false }).status).toBe('block');
  });

  it('stays ordinary for a wealth product even if the books carry the word over', () => {
    const decision = sell('nfra-investment', 5, { 'client.professional': true });
    expect(decision).toMatchObject({ status: 'block', deciding: ['CN-NFRA-12'] });
  });

  it('whose assessment is a year old may buy a fund but no wealth product', () => {
    const old = { 'client.assessedOn': '2025-06-14' as const };
    expect(sell('csrc', 3, old).status).toBe('allow');
    expect(sell('nfra-investment', 3, old).deciding).toEqual(['CN-NFRA-29b']);
  });
});

describe('an assessment', () => {
  it('counts through the corresponding day a year later, or the end of that month', () => {
    for (const day of daysOf(2028)) {
      const last = yearLater(day);
      const facts = { 'client.assessedOn': day };
      expect([day, sell('nfra-investment', 3, facts, last).status]).toEqual([day, 'allow']);
      expect(sell('nfra-investment', 3, facts, next(last)).deciding).toEqual(['CN-NFRA-29b']);
    }
  });

  it('of which neither day nor change is known asks for both', () => {
    const { 'client.changeReported': _, 'client.assessedOn': __, ...unknown } = CLIENT;
    const facts = {
      ...unknown,
      'product.regime': 'nfra-investment',
      'product.issuerRisk': 3,
      'product.sellerRisk': 3,
    };
    const { status, missing } = decide(PACKS, facts, { asOf: TODAY });
    expect(status).toBe('undetermined');
    expect(missing.map(({ fact }) => fact)).toEqual(['client.assessedOn', 'client.changeReported']);
  });
});

/** Every day of a year, by the proleptic Gregorian calendar in UTC. */
function daysOf(year: number): Day[] {
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
  return Array.from({ length: count }, (_, index) => written(first + index * 86_400_000));
}

/** The corresponding day twelve months later, or the month’s end where there is none: Civil Code, article 202. */
function yearLater(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  return written(Date.UTC(year + 1, month - 1, Math.min(date, lastOfMonth)));
}

function next(day: Day): Day {
  return written(Date.parse(day) + 86_400_000);
}

function written(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10) as Day;
}
