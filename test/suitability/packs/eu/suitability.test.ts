import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../../src/evidence/index.js';
import { compilePack, decide, type RuleFacts } from '../../../../src/rules/index.js';
import { euSuitability } from '../../../../src/suitability/packs/eu/index.js';

const pack = compilePack(euSuitability);
const usual = euSuitability.cases?.find(({ id }) => id === 'suits')?.facts as RuleFacts;

function decided(differing: RuleFacts, asOf: `${number}-${number}-${number}` = '2026-06-15') {
  return decide(pack, { ...usual, ...differing }, { asOf });
}

describe('euSuitability', () => {
  it('says in the client’s language how far the instrument is above the tolerance', () => {
    const { findings } = decided({ 'instrument.riskClass': 6, 'client.riskCapacity': 7 });
    const [first] = findings;
    expect(first?.rule).toBe('EU-565-54(2)(a)-tolerance');
    const texts = { told: first?.text as never };
    const told = (locale: 'zh-Hans' | 'zh-Hant' | 'en') =>
      formatMessage(texts, 'told', locale, first?.parameters);
    expect(told('en')).toContain('risk class 6, above your risk tolerance of 4');
    expect(told('zh-Hans')).toContain('风险类别是6，高于您的风险容忍度4');
    expect(told('zh-Hant')).toContain('風險類別是6，高於閣下的風險容忍度4');
  });

  it('shows costs and benefits of a switch that does not pay', () => {
    const { findings } = decided({
      'recommendation.isSwitch': true,
      'switch.analysed': true,
      'switch.clientTold': true,
      'switch.costs': 0.0125,
      'switch.benefits': 0.01,
    });
    const [first] = findings;
    const told = formatMessage({ told: first?.text as never }, 'told', 'en', first?.parameters);
    expect(told).toContain('benefits of switching (1.00%) are not greater than its costs (1.25%)');
  });

  it('names what is missing, and nothing more', () => {
    const { 'client.riskTolerance': left, ...rest } = usual;
    expect(left).toBe(4);
    const { status, missing } = decide(pack, rest, { asOf: '2026-06-15' });
    expect(status).toBe('undetermined');
    expect(missing.map(({ fact, gap }) => [fact, gap])).toEqual([
      ['client.riskTolerance', 'absent'],
    ]);
  });

  it('tells a professional why a question was not asked', () => {
    const { findings } = decided({
      'client.category': 'professional',
      'client.suitableTypes': null,
    });
    const standing = new Map(findings.map(({ rule, standing }) => [rule, standing]));
    expect(standing.get('EU-565-54(3)-knowledge')).toBe('fired');
    expect(standing.get('EU-565-54(8)-knowledge')).toBe('excepted');
    const excepted = findings.find(({ rule }) => rule === 'EU-565-54(8)-knowledge');
    expect(excepted?.exceptedBy).toEqual(['EU-565-54(3)-knowledge']);
  });

  it('does not assume anything of a client whose category is unknown', () => {
    const facts = { ...usual, 'client.suitableTypes': null };
    delete (facts as Record<string, unknown>)['client.category'];
    const { status, deciding } = decide(pack, facts, { asOf: '2026-06-15' });
    expect(status).toBe('undetermined');
    expect(deciding).toContain('EU-565-54(8)-knowledge');
  });

  it.each([
    ['2026-06-14', 'refer'],
    ['2026-06-15', 'refer'],
    ['2026-06-10', 'refer'],
    ['2026-06-09', 'allow-with-evidence'],
  ])('looks at a profile raised on %s before it recommends on 15 June: %s', (raised, status) => {
    expect(decided({ 'client.profileRaisedOn': raised }).status).toBe(status);
  });

  it.each([
    'EU-565-54(1)-purpose',
    'EU-565-54(12)',
    'EU-565-54(13)',
    'EU-565-54(5)-sustainability',
    'EU-MIFID-25(6)',
  ])('holds every duty open for a client of whom nothing was recorded: %s', (duty) => {
    const recorded = [
      'service.purposeExplained',
      'report.covers',
      'report.beforeTransaction',
      'review.lastOn',
      'sustainability.asked',
    ];
    const facts = Object.entries(usual).filter(([name]) => !recorded.includes(name));
    const { status, deciding } = decide(pack, Object.fromEntries(facts), { asOf: '2026-06-15' });
    expect(status).toBe('require');
    expect(deciding).toContain(duty);
    expect(deciding).toHaveLength(5);
  });

  it('counts sustainability preferences from 2 August 2022', () => {
    const missed = {
      'sustainability.hasPreferences': true,
      'sustainability.adapted': false,
      'instrument.meetsSustainability': false,
      'review.lastOn': '2022-06-01',
    };
    expect(decided(missed, '2022-08-01').status).toBe('allow-with-evidence');
    expect(decided(missed, '2022-08-02').status).toBe('block');
  });
});
