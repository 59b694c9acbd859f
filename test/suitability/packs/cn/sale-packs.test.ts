import { checkMessages, formatMessage } from 'aptfolio/evidence';
import {
  checkCases,
  compilePack,
  decide,
  PERMITTED_STATUSES,
  type RuleFacts,
  type RulePack,
} from 'aptfolio/rules';
import { describe, expect, it } from 'vitest';
import { cnCsrc } from '../../../../src/suitability/packs/cn/csrc/csrc.js';
import { cnNfra } from '../../../../src/suitability/packs/cn/nfra/nfra.js';
import { cnNfraAssessment } from '../../../../src/suitability/packs/cn/nfra/nfra-assessment.js';
import { cnPrivateMinimum } from '../../../../src/suitability/packs/cn/private/private-minimum.js';
import { cnQualifiedInvestor } from '../../../../src/suitability/packs/cn/private/qualified-investor.js';

const PACKS: readonly RulePack[] = [
  cnNfra,
  cnCsrc,
  cnNfraAssessment,
  cnQualifiedInvestor,
  cnPrivateMinimum,
];

describe.each(PACKS.map((pack) => [pack.id, pack] as const))('the pack %s', (_id, pack) => {
  const compiled = compilePack(pack);
  const { failed, coverage, passed } = checkCases(compiled);

  it('answers its own cases as they were worked out by hand', () => {
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });

  it('has, for every rule, a case that it hits and one that it misses', () => {
    const unproven = Object.entries(coverage).filter(
      ([, { hits, misses }]) => hits === 0 || misses === 0,
    );
    expect(unproven).toEqual([]);
  });

  it('allows nothing because a fact is left out that would have stood against it', () => {
    // Household and own income are a person's: who asks about them without a kind of client asks about a person.
    const assumed = pack === cnQualifiedInvestor ? ['client.kind'] : [];
    const wrong = (pack.cases ?? [])
      .filter(({ expect: expected }) => !PERMITTED_STATUSES.includes(expected.status))
      .flatMap(({ id, facts, asOf }) =>
        Object.keys(facts)
          .filter((name) => !assumed.includes(name))
          .filter((name) => {
            const { status } = decide(compiled, without(facts, name), { asOf });
            return PERMITTED_STATUSES.includes(status);
          })
          .map((name) => `${id} without ${name}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('the sources', () => {
  it('count as compared only where the text was read in full and every number is the text’s', () => {
    const at = (pack: RulePack) => decide(compilePack(pack), {}, { asOf: '2026-06-15' }).verified;
    expect([cnNfra, cnNfraAssessment].map(at)).toEqual([false, true]);
    expect([cnCsrc, cnQualifiedInvestor, cnPrivateMinimum].map(at)).toEqual([false, false, false]);
  });

  it('do not vouch for what they leave open: where high and low risk begin', () => {
    const { highRisk, lowRisk, elderlyFromAge } = cnNfra.parameters ?? {};
    expect(highRisk?.history.map(({ citation }) => citation.verified)).toEqual([false]);
    expect(lowRisk?.history.map(({ citation }) => citation.verified)).toEqual([false]);
    expect(elderlyFromAge?.history.map(({ citation }) => citation.verified)).toEqual([true]);
  });
});

describe('the texts', () => {
  const facts: RuleFacts = {
    ...cnNfra.cases?.find(({ id }) => id === 'N01')?.facts,
    'client.riskLevel': 3,
    'product.issuerRisk': 4,
    'product.sellerRisk': 4,
  };

  it.each([
    ['zh-Hans', '这款产品的风险等级是R4，高于您的风险承受能力等级C3，'],
    ['zh-Hant', '這款產品的風險等級是R4，高於閣下的風險承受能力等級C3，'],
    ['en', 'This product is rated R4, above your risk tolerance level C3.'],
  ] as const)('can be read out to the client in %s', (locale, beginning) => {
    const [finding] = decide(compilePack(cnNfra), facts, { asOf: '2026-06-15' }).findings;
    const { rule = '', parameters = {} } = finding ?? {};
    expect(formatMessage(cnNfra.messages, rule, locale, parameters).startsWith(beginning)).toBe(
      true,
    );
  });

  it('name the amounts of the law', () => {
    const { findings } = decide(
      compilePack(cnQualifiedInvestor),
      { 'client.experienceYears': 0 },
      { asOf: '2026-06-15' },
    );
    const text = formatMessage(
      cnQualifiedInvestor.messages,
      'CN-QI',
      'en',
      findings[0]?.parameters ?? {},
    );
    for (const amount of ['3,000,000', '5,000,000', '400,000', '10,000,000']) {
      expect(text).toContain(` ${amount} yuan`);
    }
  });

  it.each(PACKS.map(({ id, messages }) => [id, messages] as const))(
    'of %s are whole in every language',
    (_id, messages) => {
      expect(checkMessages(messages)).toEqual([]);
    },
  );
});

describe('the days', () => {
  it('before a pack begins can not be asked', () => {
    const refused = [
      [cnCsrc, '2017-06-30'],
      [cnNfra, '2017-06-30'],
      [cnNfraAssessment, '2026-01-31'],
      [cnQualifiedInvestor, '2018-04-26'],
      [cnPrivateMinimum, '2011-12-31'],
    ] as const;
    for (const [pack, asOf] of refused) {
      expect(() => decide(compilePack(pack), {}, { asOf })).toThrow(
        expect.objectContaining({ code: 'out-of-range', path: 'options.asOf' }),
      );
    }
  });

  it('before the order on wealth products applies are answered with a notice', () => {
    const { status, notices } = decide(compilePack(cnNfra), {}, { asOf: '2026-01-31' });
    expect(status).toBe('allow');
    expect(notices.map(({ code }) => code)).toContain('rules.none-in-force');
  });
});

function without(facts: RuleFacts, name: string): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([other]) => other !== name));
}
