import { describe, expect, it } from 'vitest';
import { RISK_RATINGS } from '../../../src/products/index.js';
import { compilePack, explain, writeExplanation } from '../../../src/rules/index.js';
import { type ProductSuitability, screenProducts } from '../../../src/selection/index.js';
import { prepareAssessments } from '../../../src/suitability/index.js';
import { cnCsrc, cnNfra } from '../../../src/suitability/packs/cn/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';
import { offering } from './products.js';

// The client of the golden cases of both packs: born in 1985, level C3, assessed in January; what comes out is written there.
const facts = {
  client: {
    kind: 'natural',
    professional: false,
    birthDate: '1985-01-01',
    civilCapacity: 'full',
    riskLevel: 'C3',
    assessedOn: '2026-01-10',
    changeReported: false,
    levelChanged: false,
    lowestCategory: false,
    paymentMismatch: false,
  },
  history: { assessmentsToday: 0, assessments12m: 1 },
  order: { solicited: false, clientInsists: false },
};
const packs = [compilePack(cnNfra), compilePack(cnCsrc)];
const asOf = '2026-06-15';
const rated = (risk: 'R2' | 'R3' | 'R4') => ({ issuerRisk: risk, distributorRisk: risk });
const R4 = rated('R4');

/** Bank wealth products are under the NFRA, funds under the CSRC. */
const byRegime = (extra: object = {}): ProductSuitability => ({
  packs,
  facts: { ...facts, ...extra },
  factsOf: ({ issuerRisk, distributorRisk, type }) => ({
    issuerRisk,
    sellerRisk: distributorRisk,
    private: false,
    regime: type === 'equity-fund' ? 'csrc' : 'nfra-investment',
  }),
});

describe('a product that the packs forbid', () => {
  const universe = offering(
    { type: 'wealth-open', ...rated('R3') },
    { type: 'wealth-open', ...R4 },
    { type: 'wealth-open', issuerRisk: 'R4' },
  );
  const { eligible, rejected } = screenProducts(universe, { asOf, suitability: byRegime() });

  it('is rejected with the rules that decide and their citations', () => {
    expect(eligible.map(({ id }) => id)).toEqual(['P1']);
    const rules = rejected.map(({ product, reasons }) => [
      product.id,
      reasons.map(({ code, severity, parameters }) => [code, severity, parameters.rule]),
    ]);
    const unsuitable = (rule: string) => ['selection.unsuitable', 'block', rule];
    // Golden cases N25 and N03 of cn-nfra.
    expect(rules).toEqual([
      ['P2', [unsuitable('CN-NFRA-12')]],
      ['P3', [unsuitable('CN-NFRA-12'), unsuitable('CN-NFRA-22')]],
    ]);
    expect(rejected[0]!.reasons[0]!.citations[0]).toMatchObject({
      instrument: expect.stringContaining('适当性管理办法'),
      article: '12(1)',
    });
  });

  it('comes with the whole decision, to be explained in words', () => {
    const { assessment } = rejected[0]!;
    expect(assessment?.status).toBe('block');
    expect(writeExplanation(explain(assessment!.decision, 'zh-Hans'))).toContain('12');
    expect(isDeeplyFrozen(rejected)).toBe(true);
  });

  it('is kept when it is held', () => {
    const held = screenProducts(universe, { asOf, suitability: byRegime(), held: ['P2'] });
    expect(held.holdOnly.map(({ product }) => product.id)).toEqual(['P2']);
    expect(held.holdOnly[0]!.reasons.map(({ code }) => code)).toEqual([
      'selection.unsuitable',
      'selection.hold-only',
    ]);
  });

  it('is judged by the packs of the day: the day before they were in force nothing was forbidden', () => {
    // Golden case "eve" of cn-nfra.
    const before = screenProducts(universe, { asOf: '2026-01-31', suitability: byRegime() });
    expect(before.rejected.map(({ product }) => product.id)).not.toContain('P2');
  });
});

describe('a rating', () => {
  it('never opens a product by being higher, whatever packs are asked', () => {
    const openAt = (type: string) =>
      RISK_RATINGS.map((rating) => {
        const universe = offering({ type, issuerRisk: 'R1', distributorRisk: rating });
        return screenProducts(universe, { asOf, suitability: byRegime() }).eligible.length;
      });
    // Level C3: up to R3 and no further.
    expect(openAt('wealth-open')).toEqual([1, 1, 1, 0, 0]);
    const funds = openAt('equity-fund');
    expect(funds).toEqual([...funds].sort((a, b) => b - a));
  });
});

describe('a product on which facts are missing', () => {
  const { client, ...others } = facts;
  const { assessedOn: _, ...unassessed } = client;
  const result = screenProducts(offering({ type: 'wealth-open' }), {
    asOf,
    suitability: byRegime({ ...others, client: unassessed }),
  });

  it('is rejected, and what is missing is named', () => {
    expect(result.eligible).toEqual([]);
    const [first] = result.rejected[0]!.reasons;
    expect(first).toMatchObject({ code: 'selection.suitability-unknown', severity: 'block' });
    expect(first!.parameters.missing).toContain('client.assessedOn');
  });
});

describe('a product for which something is to be done first', () => {
  const insisting = (writtenWarning: boolean) => ({
    order: {
      solicited: false,
      clientInsists: true,
      toldUnsuitable: true,
      writtenWarning,
      insistsAfterWarning: writtenWarning,
      // Article 20: special care with what is of high risk.
      specialCare: writtenWarning,
    },
  });
  const universe = offering({ type: 'equity-fund', ...R4 }, { type: 'wealth-open', ...R4 });
  const screened = (extra: object) =>
    screenProducts(universe, { asOf, suitability: byRegime(extra) });

  it('stays eligible, and what is to be done is named with its article', () => {
    const { eligible, toDo, rejected } = screened(insisting(false));
    expect(eligible.map(({ id }) => id)).toEqual(['P1']);
    expect(toDo.map(({ product }) => product.id)).toEqual(['P1']);
    const [duty] = toDo[0]!.reasons;
    expect(duty).toMatchObject({ code: 'selection.suitability-duty', severity: 'require' });
    expect(duty!.citations.map(({ article }) => article)).toContain('19');
    // Article 12 of the NFRA leaves no way for a client who insists: golden case N05.
    expect(rejected.map(({ product }) => product.id)).toEqual(['P2']);
  });

  it('has nothing left to do once it is done', () => {
    const { eligible, toDo } = screened(insisting(true));
    expect(eligible.map(({ id }) => id)).toEqual(['P1']);
    expect(toDo).toEqual([]);
  });
});

describe('the facts of a product', () => {
  it('are its two ratings where the bank adds none, and what only it can say stays unknown', () => {
    const { rejected } = screenProducts(offering({}), { asOf, suitability: { packs, facts } });
    const { facts: read } = rejected[0]!.assessment!;
    expect(read['product.issuerRisk']).toBe(2);
    expect(read['product.sellerRisk']).toBe(2);
    expect(rejected[0]!.reasons[0]!.code).toBe('selection.suitability-unknown');
  });

  it('may be judged by an assessor that was prepared for many clients', () => {
    const universe = offering({ type: 'wealth-open' }, { type: 'wealth-open', ...R4 });
    const { facts: known, factsOf } = byRegime();
    const assess = prepareAssessments({ packs, asOf });
    const prepared = screenProducts(universe, {
      asOf,
      suitability: { assess, facts: known, factsOf: factsOf! },
    });
    expect(prepared).toEqual(screenProducts(universe, { asOf, suitability: byRegime() }));
  });

  it('are asked for once where products agree in all of them', () => {
    let asked = 0;
    const assess = prepareAssessments({ packs, asOf });
    const universe = offering(...Array.from({ length: 20 }, () => ({ type: 'wealth-open' })));
    screenProducts(universe, {
      asOf,
      suitability: {
        ...byRegime(),
        packs: undefined,
        assess: (one: Parameters<typeof assess>[0]) => {
          asked++;
          return assess(one);
        },
      } as never,
    });
    expect(asked).toBe(1);
  });
});

describe('packs that are asked', () => {
  it('need a day and facts', () => {
    const universe = offering({});
    const suitability = byRegime();
    expectRefusal(
      () => screenProducts(universe, wrong({ suitability })),
      'missing-value',
      'context.asOf',
    );
    expectRefusal(
      () => screenProducts(universe, wrong({ asOf, suitability: { packs } })),
      'missing-value',
      'context.suitability.facts',
    );
    expectRefusal(
      () => screenProducts(universe, wrong({ asOf, suitability: null })),
      'missing-value',
      'context.suitability',
    );
  });
});
