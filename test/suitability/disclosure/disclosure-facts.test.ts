import { describe, expect, it } from 'vitest';
import { compilePack, decide, type RuleFacts, type RulePack } from '../../../src/rules/index.js';
import {
  assessSuitability,
  type DisclosureFactsOptions,
  type DisclosureRegime,
  disclosureFacts,
} from '../../../src/suitability/index.js';
import {
  cnCsrcConduct,
  cnNfraConduct,
  cnNfraInsuranceConduct,
} from '../../../src/suitability/packs/cn/index.js';
import { acknowledged, WHOLE, withText } from './support.js';

const OPTIONS: DisclosureFactsOptions = {
  regime: 'nfra-investment',
  locales: ['zh-Hans', 'zh-Hant', 'en'],
  asOf: '2026-03-10',
};

const PASSED = { comprehension: { status: 'passed' }, reviewFaults: [] } as const;

const acknowledgedFacts = (
  disclosure = WHOLE,
  options: Partial<DisclosureFactsOptions> = {},
): RuleFacts =>
  disclosureFacts(disclosure, {
    ...OPTIONS,
    acknowledgement: acknowledged(disclosure),
    ...options,
  });

const valuesOf = (facts: RuleFacts): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, (fact as { value: unknown }).value]),
  );

/** Id of the one rule of a pack that reads a fact. */
function ruleOn(pack: RulePack, fact: string): string {
  const reading = pack.rules.filter((rule) => JSON.stringify(rule).includes(`"${fact}"`));
  expect(reading).toHaveLength(1);
  return (reading[0] as RulePack['rules'][number]).id;
}

/** Where the one rule of a pack that reads a fact stands, with these facts alone. */
function standing(pack: RulePack, fact: string, facts: RuleFacts): string | undefined {
  return decide([compilePack(pack)], facts, { asOf: '2026-03-10' }).standings[ruleOn(pack, fact)];
}

const SALE = { 'product.regime': 'nfra-investment', 'client.professional': false };

describe('a complete and acknowledged disclosure', () => {
  it('meets the duty to tell an ordinary investor before a sale (article 31(1))', () => {
    const facts = acknowledgedFacts(WHOLE, PASSED);
    expect(standing(cnNfraConduct, 'disclosure.basics', { ...SALE, ...facts })).toBe('satisfied');
    // Article 5(2) says what an opinion means; the rule only warns where the texts leave that out.
    expect(standing(cnNfraConduct, 'opinion.saysNoGuarantee', { ...SALE, ...facts })).toBe(
      'not-met',
    );
    expect(standing(cnNfraConduct, 'notice.faults', { ...SALE, ...facts })).toBe('not-met');
  });

  it('feeds an assessment, which leaves the duty open without it', () => {
    const packs = [compilePack(cnNfraConduct)];
    const duty = (facts: RuleFacts) =>
      assessSuitability({ facts: { ...SALE, ...facts } }, { packs, asOf: '2026-03-10' }).decision
        .standings[ruleOn(cnNfraConduct, 'disclosure.basics')];
    expect(duty(acknowledgedFacts(WHOLE, PASSED))).toBe('satisfied');
    expect(duty(disclosureFacts(WHOLE, OPTIONS))).toBe('fired');
  });

  it('says from which document, by what and when the client was told', () => {
    const fact = acknowledgedFacts()['disclosure.fees'];
    const { disclosureHash } = acknowledged(WHOLE);
    expect(fact).toEqual({
      value: true,
      source: `disclosure D-1 ${disclosureHash}, signature SIG-17 in zh-Hans: valid`,
      observedOn: '2026-03-02',
    });
  });

  it('proves only what it tells', () => {
    const facts = { ...WHOLE.facts, tells: ['match-opinion' as const], ratingMayChange: false };
    const values = valuesOf(acknowledgedFacts({ ...WHOLE, facts }));
    expect(values).toEqual({
      'disclosure.basics': false,
      'disclosure.riskLevel': false,
      'disclosure.risks': true,
      'disclosure.fees': true,
      'disclosure.matchOpinion': true,
      'disclosure.other': false,
      'opinion.saysNoGuarantee': false,
    });
  });

  it('meets the duty to tell an applicant for insurance (article 37)', () => {
    const facts = {
      ...WHOLE.facts,
      tells: [
        'policy',
        'uncertain-benefit',
        'cooling-off',
        'surrender-loss',
        'charges',
        'match-opinion',
        'other',
      ] as const,
    };
    const told = acknowledgedFacts({ ...WHOLE, facts }, { regime: 'nfra-insurance', ...PASSED });
    const { 'opinion.saysNoGuarantee': opinion, 'promotion.faults': _, ...own } = told;
    expect(opinion).toMatchObject({ value: false });
    const sale = { 'product.regime': 'nfra-insurance', ...own };
    expect(standing(cnNfraInsuranceConduct, 'notice.coolingOff', sale)).toBe('satisfied');
  });

  it('meets the duty to tell an ordinary investor in securities and funds (article 23)', () => {
    const facts = {
      ...WHOLE.facts,
      tells: [
        'principal-loss',
        'beyond-principal',
        'firm-loss',
        'firm-changes',
        'limits',
        'match-opinion',
      ] as const,
    };
    const told = acknowledgedFacts({ ...WHOLE, facts }, { regime: 'csrc', ...PASSED });
    const sale = { 'product.regime': 'csrc', 'client.professional': false, ...told };
    expect(standing(cnCsrcConduct, 'notice.principalLoss', sale)).toBe('satisfied');
    expect(valuesOf(told)['statement.certainty']).toBe(false);
  });
});

describe('a disclosure that proves nothing', () => {
  it('is one that nobody has acknowledged: it says nothing of what the client was told', () => {
    expect(disclosureFacts(WHOLE, OPTIONS)).toEqual({});
  });

  it.each<[string, Partial<DisclosureFactsOptions>]>([
    [
      'an acknowledgement of another text',
      { acknowledgement: acknowledged(withText('fees', { en: 'None.' })) },
    ],
    ['an acknowledgement that has run out', { acknowledgement: acknowledged(WHOLE), validDays: 7 }],
    [
      'a language that is not asked for',
      { acknowledgement: acknowledged(WHOLE, { locale: 'en' }), locales: ['zh-Hans'] },
    ],
    [
      'an acknowledgement from before the disclosure',
      { acknowledgement: acknowledged(WHOLE), disclosedFrom: '2026-03-05' },
    ],
  ])('is one with %s', (_, options) => {
    const facts = disclosureFacts(WHOLE, { ...OPTIONS, ...options });
    expect(new Set(Object.values(valuesOf(facts)))).toEqual(new Set([false]));
    expect(standing(cnNfraConduct, 'disclosure.basics', { ...SALE, ...facts })).toBe('fired');
  });

  it.each([
    ['an incomplete one', withText('fees', { en: undefined })],
    ['one with a placeholder', withText('liquidity', { en: 'After XX days.' })],
  ])('is %s, even if it was acknowledged', (_, disclosure) => {
    const values = valuesOf(acknowledgedFacts(disclosure));
    expect(values['disclosure.risks']).toBe(false);
  });
});

describe('faults', () => {
  const guaranteed = withText('direction', {
    en: 'At least 80 % in bonds. Capital is guaranteed.',
  });

  it('that the words show stop the sale (article 13(2))', () => {
    const facts = acknowledgedFacts(guaranteed);
    expect(valuesOf(facts)['notice.faults']).toEqual(['principal-guaranteed']);
    expect(standing(cnNfraConduct, 'notice.faults', { ...SALE, ...facts })).toBe('fired');
  });

  it('that nobody looked for are unknown, not absent', () => {
    expect(acknowledgedFacts()).not.toHaveProperty(['notice.faults']);
    expect(standing(cnNfraConduct, 'notice.faults', { ...SALE, ...acknowledgedFacts() })).toBe(
      'unknown',
    );
  });

  it('that a reader found join those in the words', () => {
    const reviewFaults = ['overstated', 'manipulated-performance'] as const;
    const values = valuesOf(acknowledgedFacts(guaranteed, { reviewFaults }));
    expect(values['notice.faults']).toEqual(['principal-guaranteed', 'overstated']);
    expect(values['promotion.faults']).toEqual(['manipulated-performance']);
  });

  it('are certainty about the uncertain under the rules on securities (article 22(2))', () => {
    const facts = acknowledgedFacts(guaranteed, { regime: 'csrc' });
    expect(valuesOf(facts)['statement.certainty']).toBe(true);
    expect(facts).not.toHaveProperty(['promotion.faults']);
  });
});

describe('understanding', () => {
  it.each([
    ['passed', true],
    ['failed', false],
    ['exhausted', false],
    ['incomplete', undefined],
  ] as const)('that is %s says %s', (status, value) => {
    const facts = disclosureFacts(WHOLE, { ...OPTIONS, comprehension: { status } });
    expect(valuesOf(facts)['disclosure.comprehensible']).toBe(value);
  });
});

describe('disclosureFacts', () => {
  it.each<[DisclosureRegime, readonly RulePack[]]>([
    ['nfra-investment', [cnNfraConduct]],
    ['nfra-insurance', [cnNfraConduct, cnNfraInsuranceConduct]],
    ['csrc', [cnCsrcConduct]],
  ])('gives no fact under %s that its packs do not know', (regime, packs) => {
    const disclosure = withText('direction', { en: 'Past performance: you cannot lose.' });
    const facts = acknowledgedFacts(disclosure, { regime, ...PASSED });
    const declared = packs.flatMap((pack) => Object.keys(pack.facts));
    expect(Object.keys(facts).length).toBeGreaterThan(5);
    expect(Object.keys(facts).filter((name) => !declared.includes(name))).toEqual([]);
  });

  it.each<[string, object, string, string]>([
    ['no regime', { regime: undefined }, 'missing-value', 'options.regime'],
    ['another regime', { regime: 'eu' }, 'unknown-value', 'options.regime'],
    [
      'a fault that there is not',
      { reviewFaults: ['rude'] },
      'unknown-value',
      'options.reviewFaults[0]',
    ],
    [
      'a result that there is not',
      { comprehension: { status: 'so-so' } },
      'unknown-value',
      'options.comprehension.status',
    ],
  ])('refuses %s', (_, options, code, path) => {
    expect(() => disclosureFacts(WHOLE, { ...OPTIONS, ...options } as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});

describe('what is sold', () => {
  const rating = WHOLE.facts?.riskRating ?? 'R2';
  const other = rating === 'R4' ? 'R5' : 'R4';
  const told = (product: DisclosureFactsOptions['product']) =>
    valuesOf(acknowledgedFacts(WHOLE, product === undefined ? {} : { product }));

  it('is told by its own disclosure, with its own rating, alone', () => {
    const own = told({ id: WHOLE.product, rating });
    expect(own).toEqual(told(undefined));
    expect(own['disclosure.riskLevel']).toBe(true);
    const rerated = told({ id: WHOLE.product, rating: other });
    expect(rerated['disclosure.riskLevel']).toBe(false);
    expect(rerated['disclosure.fees']).toBe(true);
    const foreign = told({ id: `${WHOLE.product}-other`, rating });
    expect([foreign['disclosure.riskLevel'], foreign['disclosure.fees']]).toEqual([false, false]);
  });
});
