import { describe, expect, it } from 'vitest';
import { compilePack, decide, type RulePack } from '../../../../src/rules/index.js';
import { cnCsrc } from '../../../../src/suitability/packs/cn/csrc/csrc.js';
import { cnCsrcClassification } from '../../../../src/suitability/packs/cn/csrc/csrc-classification.js';
import { cnCsrcConduct } from '../../../../src/suitability/packs/cn/csrc/csrc-conduct.js';
import { cnNfraInsurance } from '../../../../src/suitability/packs/cn/insurance/nfra-insurance.js';
import { cnNfraInsuranceConduct } from '../../../../src/suitability/packs/cn/insurance/nfra-insurance-conduct.js';
import { cnNfra } from '../../../../src/suitability/packs/cn/nfra/nfra.js';
import { cnNfraConduct } from '../../../../src/suitability/packs/cn/nfra/nfra-conduct.js';
import { cnPipl } from '../../../../src/suitability/packs/cn/pipl/pipl.js';
import { cnPrivateMinimum } from '../../../../src/suitability/packs/cn/private/private-minimum.js';
import { cnQualifiedInvestor } from '../../../../src/suitability/packs/cn/private/qualified-investor.js';
import { describePack } from './conduct-support.js';

describePack(cnNfraConduct);
describePack(cnCsrcConduct);

const TODAY = '2026-06-15';

const TOGETHER: readonly RulePack[] = [
  cnNfra,
  cnNfraConduct,
  cnNfraInsurance,
  cnNfraInsuranceConduct,
  cnCsrc,
  cnCsrcConduct,
  cnCsrcClassification,
  cnPipl,
];

describe('the Chinese packs', () => {
  it('can be asked together: no rule id and no fact means two things', () => {
    const facts = {
      'product.regime': 'csrc',
      'order.effect': 'reduce',
      'client.kind': 'legal',
    } as const;
    const { packs } = decide(
      TOGETHER.map((pack) => compilePack(pack)),
      facts,
      { asOf: TODAY },
    );
    expect(packs).toHaveLength(TOGETHER.length);
  });

  it('count as compared with the law where its text was read, and not otherwise', () => {
    const verified = TOGETHER.map((pack) => {
      const { packs } = decide([compilePack(pack)], {}, { asOf: TODAY });
      return [pack.id, packs[0]?.verified];
    });
    expect(Object.fromEntries(verified)).toMatchObject({
      // Where high and low risk begin the order leaves open.
      'cn-nfra-conduct': false,
      'cn-nfra-insurance': true,
      'cn-nfra-insurance-conduct': false,
      'cn-csrc-conduct': false,
      'cn-csrc-classification': false,
      'cn-pipl': true,
    });
  });

  it('never stop a client who sells, whatever stands against buying', () => {
    const selling = { 'order.effect': 'reduce', 'order.acquires': false };
    const sales = [...TOGETHER, cnQualifiedInvestor, cnPrivateMinimum].filter(
      ({ facts }) => 'order.acquires' in facts,
    );
    const outcomes = sales.flatMap((pack) =>
      (pack.cases ?? [])
        .filter(({ facts }) => (facts['conduct.activity'] ?? 'sale') === 'sale')
        .map(({ id, facts, asOf }) => {
          const { status } = decide([compilePack(pack)], { ...facts, ...selling }, { asOf });
          return `${pack.id} ${id}: ${status}`;
        }),
    );
    expect(outcomes.length).toBeGreaterThan(300);
    expect(outcomes.filter((outcome) => !outcome.endsWith(': allow'))).toEqual([]);
  });

  it('cover every further article that the order has for software', () => {
    const articles = new Set(
      TOGETHER.flatMap(({ rules }) => rules)
        .filter(({ id }) => id.startsWith('CN-NFRA-'))
        .flatMap(({ citations }) => citations.map(({ article }) => article.replace(/\(.*/, ''))),
    );
    // 5 to 47 without those that set no rule for a client, a product or a sale: 6, 26 (see 27), 41 to 45.
    const wanted =
      '5 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 27 28 29 30 31 32 33 34 35 36 37 38 39 40 47';
    expect(wanted.split(' ').filter((article) => !articles.has(article))).toEqual([]);
  });
});

describe('conduct in a sale', () => {
  it('names the one notice that is missing', () => {
    const sale = cnNfraConduct.cases?.find(({ id }) => id === 'not-disclosure.fees');
    const { findings } = decide([compilePack(cnNfraConduct)], sale?.facts ?? {}, { asOf: TODAY });
    expect(findings[0]).toMatchObject({ rule: 'CN-NFRA-31', standing: 'fired' });
    const told = findings[0]?.trace.satisfiedBy;
    const untrue = told?.kind === 'all' ? told.parts.filter(({ truth }) => truth !== true) : [];
    expect(untrue).toMatchObject([{ value: { fact: 'disclosure.fees', value: false } }]);
  });

  it('takes a withheld answer as a reason to refuse, an unasked one as something to ask', () => {
    const sale = cnCsrcConduct.cases?.find(({ id }) => id === 'never-asked');
    const { missing } = decide([compilePack(cnCsrcConduct)], sale?.facts ?? {}, { asOf: TODAY });
    expect(missing.map(({ fact }) => fact)).toEqual(['information.ability']);
  });

  it('keeps what was decided for five years after the relationship, or for twenty', () => {
    const kept = [cnNfraConduct, cnCsrcConduct].flatMap(({ retention }) => retention ?? []);
    expect(kept.map(({ years, after }) => [years, after])).toEqual([
      [5, 'relationship-end'],
      [20, 'decision'],
    ]);
  });
});
