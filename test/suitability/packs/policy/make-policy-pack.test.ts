import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../../src/dates/index.js';
import { compilePack, decide, type Rule, type RulePack } from '../../../../src/rules/index.js';
import {
  makePolicyPack,
  POLICY_RULES,
  type PolicyOptions,
  policyFacts,
  policyPack,
} from '../../../../src/suitability/packs/policy/index.js';
import { expectRefusal } from '../../../refusal.js';
import { AS_OF, HOUSE, PURCHASE } from './support.js';

const BANK: PolicyOptions = { id: 'lake-bank-policy', version: '2026.1', from: '2026-03-01' };

const make = (more: Partial<PolicyOptions>) => makePolicyPack({ ...BANK, ...more });
const ruleOf = (pack: RulePack, id: string) => pack.rules.find((rule) => rule.id === id) as Rule;
const ask = (pack: RulePack, facts = PURCHASE, asOf: PlainDate = AS_OF) =>
  decide(compilePack(pack), facts, { asOf });

describe('a bank that says nothing but its name', () => {
  it('gets every rule of the house under its own id, from its own day on', () => {
    const pack = make({});
    expect(pack).toMatchObject({ id: 'lake-bank-policy', version: '2026.1', kind: 'policy' });
    expect(pack.inForce).toEqual({ from: '2026-03-01' });
    expect(pack.rules.map(({ id }) => id)).toEqual(policyPack.rules.map(({ id }) => id));
    expect(pack.rules).toHaveLength(POLICY_RULES.length);
    expect(pack).not.toHaveProperty('cases');
    expectRefusal(() => ask(pack, PURCHASE, '2026-02-28'), 'out-of-range', 'options.asOf');
  });

  it('gets equal packs from equal options', () => {
    expect(make({})).toEqual(make({}));
  });
});

describe('the rules that are in', () => {
  it('are those that the bank names, with the thresholds and terms that they read', () => {
    const pack = make({ rules: ['issuer-share-block', 'order-approval'] });
    expect(pack.rules.map(({ id }) => id)).toEqual([
      'POLICY-ISSUER-SHARE-BLOCK',
      'POLICY-ORDER-APPROVAL',
    ]);
    expect(Object.keys(pack.parameters ?? {})).toEqual(['issuerShareBlock', 'approvalFrom']);
    expect(Object.keys(pack.terms ?? {})).toEqual(['portfolio.issuerShareAfter']);
    expect(Object.keys(pack.messages).sort()).toEqual(pack.rules.map(({ id }) => id).sort());
  });

  it('are all but those that the bank leaves out', () => {
    const pack = make({ without: ['portfolio-rating', 'portfolio-rating-not-worse'] });
    expect(pack.rules).toHaveLength(POLICY_RULES.length - 2);
    const { 'portfolio.riskAfter': _, ...facts } = PURCHASE;
    expect(ask(pack, facts).status).toBe('allow');
    expect(decide(HOUSE, facts, { asOf: AS_OF }).status).toBe('undetermined');
  });

  it.each(POLICY_RULES)('can be %s alone', (rule) => {
    const pack = compilePack(make({ rules: [rule] }));
    expect(pack.pack.rules).toHaveLength(1);
    expect(pack.pack.rules[0]).not.toHaveProperty('exceptionTo');
  });

  it('still give way to each other where both are in', () => {
    const pack = make({ rules: ['lock-up', 'notice-after-lock-up'] });
    expect(ruleOf(pack, 'POLICY-LOCK-UP').exceptionTo).toEqual(['POLICY-NOTICE-AFTER-LOCK-UP']);
  });

  it('bear the prefix of the bank, so that two policies can be asked together', () => {
    const own = make({ prefix: 'LAKE', rules: ['lock-up'] });
    expect(own.rules[0]?.id).toBe('LAKE-LOCK-UP');
    const both = [HOUSE, compilePack(own)];
    const facts = {
      ...PURCHASE,
      'client.moneyNeededOn': '2026-12-15',
      'product.lockUpEndsOn': '2026-12-16',
    };
    expect(decide(both, facts, { asOf: AS_OF }).deciding).toEqual([
      'LAKE-LOCK-UP',
      'POLICY-LOCK-UP',
    ]);
  });
});

describe('the thresholds', () => {
  it('are the bank’s own where it says so', () => {
    // (100,000 + 50,000) / 1,000,000 = 15 %
    const facts = { ...PURCHASE, 'portfolio.issuerValue': 100000 };
    const limits = { issuerShareWarn: 0.1, issuerShareBlock: 0.15 };
    expect(ask(make({ thresholds: limits }), facts).status).toBe('warn');
    const tighter = { issuerShareWarn: 0.1, issuerShareBlock: 0.149 };
    expect(ask(make({ thresholds: tighter }), facts).status).toBe('block');
  });

  it('change on the day that the bank names', () => {
    const pack = make({
      rules: ['issuer-share-block'],
      thresholds: {
        issuerShareBlock: [
          { from: '2026-03-01', value: 0.2 },
          { from: '2027-01-01', value: 0.1 },
        ],
      },
    });
    expect(pack.parameters?.issuerShareBlock?.history).toMatchObject([
      { from: '2026-03-01', to: '2027-01-01', value: 0.2 },
      { from: '2027-01-01', value: 0.1 },
    ]);
    expect(ask(pack, PURCHASE, '2026-12-31').status).toBe('allow');
    expect(ask(pack, PURCHASE, '2027-01-01').status).toBe('block');
  });

  it('say in which direction they are stricter, and in which unit they count', () => {
    const { parameters = {} } = policyPack;
    expect(parameters.issuerShareBlock).toMatchObject({ unit: 'fraction', stricter: 'lower' });
    expect(parameters.reserveMonthsRegular).toMatchObject({ unit: 'months', stricter: 'higher' });
    expect(parameters.approvalFrom).toMatchObject({ unit: 'CNY', stricter: 'lower' });
    for (const { stricter } of Object.values(parameters)) {
      expect(['lower', 'higher']).toContain(stricter);
    }
  });

  it('are needed for every amount in another currency', () => {
    const hong = { currency: 'HKD', rules: ['issuer-share-block', 'order-approval'] } as const;
    expectRefusal(() => make(hong), 'missing-value', 'options.thresholds.approvalFrom');
    const pack = make({ ...hong, thresholds: { approvalFrom: 800000 } });
    expect(pack.facts['order.amount']?.unit).toBe('HKD');
    expect(pack.facts['household.financialAssets']?.unit).toBe('HKD');
    expect(pack.parameters?.approvalFrom?.unit).toBe('HKD');
    const amount = { currency: 'HKD', amount: '800000.00' };
    const facts = { 'order.amount': amount, 'portfolio.issuerValue': null };
    expect(ask(pack, facts).deciding).toEqual(['POLICY-ORDER-APPROVAL']);
  });
});

describe('what a rule rests on', () => {
  it('is the pack itself where the bank names no document', () => {
    const pack = make({ rules: ['lock-up'] });
    expect(pack.rules[0]?.citations).toEqual([
      { instrument: 'house policy', article: 'lock-up', verified: true },
    ]);
    expect(ask(pack).verified).toBe(true);
  });

  it('is the bank’s document, not verified until the bank has compared it', () => {
    const document = {
      instrument: 'Lake Bank, Investment Policy',
      articles: { 'issuer-share-block': '4.2' },
    } as const;
    const options = { rules: ['issuer-share-block', 'lock-up'], document } as const;
    const pack = make(options);
    const [issuer, lockUp] = pack.rules.map(({ citations }) => citations[0]);
    expect(issuer).toEqual({ instrument: document.instrument, article: '4.2', verified: false });
    expect(lockUp?.article).toBe('lock-up');
    expect(pack.parameters?.issuerShareBlock?.history[0]?.citation).toEqual(issuer);
    expect(ask(pack).verified).toBe(false);
    const compared = make({ ...options, document: { ...document, verified: true } });
    expect(ask(compared).verified).toBe(true);
  });

  it('is the law that it takes up too, unless the bank rests it on something else', () => {
    const rules = ['cooling-off-senior'] as const;
    const articles = make({ rules }).rules[0]?.citations.map(({ article }) => article);
    expect(articles?.join()).toContain('18');
    const own = { instrument: 'Circular 7', article: '3', verified: true };
    const pack = make({ rules, sources: { 'cooling-off-senior': [own] } });
    expect(pack.rules[0]?.citations.slice(1)).toEqual([own]);
    expect(make({ rules, sources: { 'cooling-off-senior': [] } }).rules[0]?.citations).toHaveLength(
      1,
    );
  });
});

describe('who may set a rule aside', () => {
  it('is whom the bank names, or nobody', () => {
    const mine = { roles: ['head-of-desk'], evidence: ['call-recorded'], fourEyes: true };
    const pack = make({ overrides: { 'lock-up': mine, 'holding-period-refer': null } });
    expect(ruleOf(pack, 'POLICY-LOCK-UP').override).toEqual(mine);
    expect(ruleOf(pack, 'POLICY-HOLDING-PERIOD-REFER')).not.toHaveProperty('override');
    expect(ruleOf(pack, 'POLICY-KNOWLEDGE-GAP').override?.roles).toEqual(['branch-manager']);
  });
});

describe('cases', () => {
  it('of the bank travel with its pack', () => {
    const own = {
      id: 'L1',
      asOf: AS_OF,
      facts: PURCHASE,
      expect: { status: 'allow' },
      why: 'nothing stands against it',
    } as const;
    expect(make({ cases: [own] }).cases).toEqual([own]);
  });
});

describe('packs and options', () => {
  it('cannot be changed through each other', () => {
    const evidence = ['call-recorded'];
    const options = {
      ...BANK,
      rules: ['lock-up'],
      overrides: { 'lock-up': { roles: ['desk'], evidence, fourEyes: true } },
    } as const satisfies PolicyOptions;
    const before = structuredClone(options);
    const pack = makePolicyPack(options);
    expect(options).toEqual(before);
    evidence.push('nothing');
    expect(pack.rules[0]?.override?.evidence).toEqual(['call-recorded']);
    expect(isDeeplyFrozen(pack)).toBe(true);
    expect(isDeeplyFrozen(policyFacts('CNY'))).toBe(true);
    expect(Object.isFrozen(evidence)).toBe(false);
  });
});

describe('options that are wrong', () => {
  it.each([
    ['no object', undefined, 'missing-value', 'options'],
    ['a list', [], 'invalid-type', 'options'],
    ['no id', { ...BANK, id: undefined }, 'missing-value', 'options.id'],
    ['an empty version', { ...BANK, version: '' }, 'empty', 'options.version'],
    ['no first day', { ...BANK, from: null }, 'missing-value', 'options.from'],
    ['a day that does not exist', { ...BANK, from: '2026-02-30' }, 'invalid-date', 'options.from'],
    ['an end before the start', { ...BANK, to: '2026-03-01' }, 'inconsistent', 'options.to'],
    ['a misspelt field', { ...BANK, threshold: {} }, 'unknown-value', 'options.threshold'],
    [
      'a title in one language',
      { ...BANK, title: { en: 'x' } },
      'missing-value',
      'options.title["zh-Hans"]',
    ],
    ['a currency unknown', { ...BANK, currency: 'RMB' }, 'unknown-currency', 'options.currency'],
    ['a rule unknown', { ...BANK, rules: ['lockup'] }, 'unknown-value', 'options.rules[0]'],
    [
      'a rule twice',
      { ...BANK, rules: ['lock-up', 'lock-up'] },
      'duplicate-id',
      'options.rules[1]',
    ],
    ['no rule', { ...BANK, rules: [] }, 'empty', 'options.rules'],
    [
      'no rule left',
      { ...BANK, rules: ['lock-up'], without: ['lock-up'] },
      'empty',
      'options.rules',
    ],
    ['every rule left out', { ...BANK, without: POLICY_RULES }, 'empty', 'options.without'],
    [
      'a document without a name',
      { ...BANK, document: {} },
      'missing-value',
      'options.document.instrument',
    ],
    [
      'an article of no rule',
      { ...BANK, document: { instrument: 'x', articles: { lockup: '1' } } },
      'unknown-value',
      'options.document.articles.lockup',
    ],
    [
      'an override by nobody',
      { ...BANK, overrides: { 'lock-up': { roles: [], evidence: [], fourEyes: true } } },
      'empty',
      'options.overrides["lock-up"].roles',
    ],
    [
      'an override without four eyes said',
      { ...BANK, overrides: { 'lock-up': { roles: ['x'], evidence: [] } } },
      'missing-value',
      'options.overrides["lock-up"].fourEyes',
    ],
    [
      'a source that is no citation',
      { ...BANK, sources: { 'lock-up': [{ instrument: 'x', article: '1' }] } },
      'missing-value',
      'options.sources["lock-up"][0].verified',
    ],
    ['cases that are no list', { ...BANK, cases: {} }, 'invalid-type', 'options.cases'],
  ] as const)('are refused: %s', (_, options, code, path) => {
    expectRefusal(() => makePolicyPack(options as never), code, path);
  });

  it.each([
    ['a name unknown', { issuerShare: 0.2 }, 'unknown-value', 'options.thresholds.issuerShare'],
    ['no number', { issuerShareBlock: NaN }, 'not-finite', 'options.thresholds.issuerShareBlock'],
    ['a text', { issuerShareBlock: '0.2' }, 'invalid-type', 'options.thresholds.issuerShareBlock'],
    ['null', { issuerShareBlock: null }, 'missing-value', 'options.thresholds.issuerShareBlock'],
    [
      'a percentage',
      { issuerShareBlock: 20 },
      'out-of-range',
      'options.thresholds.issuerShareBlock',
    ],
    [
      'a share below 0',
      { issuerShareWarn: -0.1 },
      'out-of-range',
      'options.thresholds.issuerShareWarn',
    ],
    ['half an hour', { coolingHours: 24.5 }, 'invalid-type', 'options.thresholds.coolingHours'],
    ['no month', { assessmentMonths: 0 }, 'out-of-range', 'options.thresholds.assessmentMonths'],
    ['an empty history', { coolingHours: [] }, 'empty', 'options.thresholds.coolingHours'],
    [
      'a history that begins late',
      { coolingHours: [{ from: '2026-04-01', value: 24 }] },
      'inconsistent',
      'options.thresholds.coolingHours[0].from',
    ],
    [
      'a history that does not ascend',
      {
        coolingHours: [
          { from: '2026-03-01', value: 24 },
          { from: '2026-03-01', value: 48 },
        ],
      },
      'inconsistent',
      'options.thresholds.coolingHours[1].from',
    ],
    [
      'a warning beyond the block',
      { issuerShareWarn: 0.35 },
      'inconsistent',
      'options.thresholds.issuerShareBlock',
    ],
    [
      'a cap that falls with the level',
      { volatilityCapC4: 0.08 },
      'inconsistent',
      'options.thresholds.volatilityCapC4',
    ],
    [
      'a warning that overtakes the block on a later day',
      {
        issuerShareWarn: [
          { from: '2026-03-01', value: 0.2 },
          { from: '2027-01-01', value: 0.31 },
        ],
      },
      'inconsistent',
      'options.thresholds.issuerShareBlock',
    ],
  ] as const)('are refused as thresholds: %s', (_, thresholds, code, path) => {
    expectRefusal(() => make({ thresholds: thresholds as never }), code, path);
  });

  it('may contradict only thresholds that count', () => {
    const pack = make({ rules: ['issuer-share-warn'], thresholds: { issuerShareWarn: 0.9 } });
    expect(pack.parameters?.issuerShareWarn?.history[0]?.value).toBe(0.9);
  });

  it('are refused as the currency of facts', () => {
    expectRefusal(() => policyFacts('RMB' as never), 'unknown-currency', 'currency');
  });
});

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
