import { describe, expect, it } from 'vitest';
import { checkMessages, formatMessage, LOCALES } from '../../../../src/evidence/index.js';
import { checkCases, decide, lintPack, PERMITTED_STATUSES } from '../../../../src/rules/index.js';
import { CLIENT_FACTS } from '../../../../src/suitability/facts/client-facts.js';
import { ORDER_FACTS } from '../../../../src/suitability/facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../../src/suitability/facts/product-facts.js';
import {
  POLICY_RULES,
  policyPack,
  THRESHOLD_TABLE,
} from '../../../../src/suitability/packs/policy/index.js';
import { AS_OF, HOUSE, PURCHASE, without } from './support.js';

const cases = policyPack.cases ?? [];
const idOf = (name: string) => `POLICY-${name.toUpperCase()}`;

describe('the house policy', () => {
  it('decides every case as it was worked out by hand', () => {
    const { failed, passed } = checkCases(HOUSE);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(2 * POLICY_RULES.length);
  });

  it('has a case that each rule hits and one that it misses', () => {
    const { coverage } = checkCases(HOUSE);
    expect(Object.keys(coverage).sort()).toEqual(POLICY_RULES.map(idOf).sort());
    for (const [rule, { hits, misses }] of Object.entries(coverage)) {
      expect({ rule, hit: hits > 0, missed: misses > 0 }).toEqual({
        rule,
        hit: true,
        missed: true,
      });
    }
  });

  it('has nothing to be mended', () => {
    expect(lintPack(HOUSE).findings).toEqual([]);
  });

  it('speaks all three languages', () => {
    expect(checkMessages(policyPack.messages)).toEqual([]);
    for (const { facts, asOf } of cases) {
      for (const { rule, standing, parameters } of decide(HOUSE, facts, { asOf }).findings) {
        if (standing !== 'fired') continue;
        for (const locale of LOCALES) {
          // A volatility above every cap stops the order whatever the level is.
          const values = { 'client.riskLevel': '?', ...parameters };
          const text = formatMessage(policyPack.messages, rule, locale, values);
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
        }
      }
    }
  });

  it('says with the numbers of the case why an order is stopped', () => {
    const facts = { ...PURCHASE, 'portfolio.issuerValue': 300000 };
    const [finding] = decide(HOUSE, facts, { asOf: AS_OF }).findings;
    const { rule, parameters } = finding as NonNullable<typeof finding>;
    expect(formatMessage(policyPack.messages, rule, 'en', parameters)).toBe(
      'After this order one issuer would make up 35.0% of the financial assets, more than the 30.0% we allow.',
    );
    expect(formatMessage(policyPack.messages, rule, 'zh-Hans', parameters)).toBe(
      '委托完成后，同一发行人将占金融资产的35.0%，超过上限30.0%，不能办理。',
    );
  });

  it('uses the shared words as they are, so that it can be asked together with packs of law', () => {
    for (const shared of [CLIENT_FACTS, PRODUCT_FACTS, ORDER_FACTS]) {
      expect(policyPack.facts).toMatchObject(shared);
    }
  });

  it('caps volatility where CESR/10-673 divides its risk classes', () => {
    const caps = [1, 2, 3, 4, 5].map((level) => {
      return THRESHOLD_TABLE[`volatilityCapC${level as 1 | 2 | 3 | 4 | 5}`].value;
    });
    expect(caps).toEqual([0.02, 0.05, 0.1, 0.15, 0.25]);
  });
});

describe('a missing fact', () => {
  const strict = cases.filter(({ expect: { status } }) => !PERMITTED_STATUSES.includes(status));

  it('never makes a permission of a no', () => {
    for (const { id, facts, asOf } of strict) {
      for (const name of Object.keys(facts)) {
        const { status } = decide(HOUSE, without(facts, name), { asOf });
        const found = { id, name, permitted: PERMITTED_STATUSES.includes(status) };
        expect(found).toEqual({ id, name, permitted: false });
      }
    }
  });

  it('lets a warning go, for a warning stops nothing', () => {
    const again = { ...PURCHASE, 'history.sameOrderOn': '2026-06-14' };
    expect(decide(HOUSE, again, { asOf: AS_OF }).status).toBe('warn');
    const facts = without(again, 'history.sameOrderOn');
    expect(decide(HOUSE, facts, { asOf: AS_OF }).status).toBe('allow');
  });

  it('is named, so that somebody can look it up', () => {
    const facts = without(PURCHASE, 'household.essentialMonthly');
    const { status, missing } = decide(HOUSE, facts, { asOf: AS_OF });
    expect(status).toBe('undetermined');
    expect(missing.map(({ fact, gap }) => [fact, gap])).toEqual([
      ['household.essentialMonthly', 'absent'],
    ]);
  });

  it('stops an order of which nothing is known', () => {
    expect(decide(HOUSE, {}, { asOf: AS_OF }).status).toBe('undetermined');
  });
});

describe('who may set a rule aside', () => {
  const overridable = (name: string) =>
    policyPack.rules.find(({ id }) => id === idOf(name))?.override !== undefined;

  it('is nobody where level, assessment, borrowed money, an excluded market, the product or a waiting time stop', () => {
    for (const name of [
      'portfolio-volatility',
      'portfolio-rating',
      'assessment-age',
      'borrowed-money',
      'excluded-level',
      'excluded-objective',
      'not-open',
      'redemption-suspended',
      'product-client-limit',
      'cooling-off',
      'cooling-off-senior',
      'reserve-gone',
    ]) {
      expect({ name, overridable: overridable(name) }).toEqual({ name, overridable: false });
    }
  });

  it('needs a second person for every block', () => {
    const blocks = policyPack.rules.filter(
      ({ outcome, override }) => outcome === 'block' && override !== undefined,
    );
    expect(blocks.length).toBeGreaterThan(0);
    for (const { override } of blocks) {
      expect(override?.fourEyes).toBe(true);
      expect(override?.evidence.length).toBeGreaterThan(0);
    }
  });

  it('brings the warning back where the block above it is set aside', () => {
    const facts = { ...PURCHASE, 'portfolio.issuerValue': 300000 };
    const setAside = ['POLICY-ISSUER-SHARE-BLOCK'];
    const { status, deciding } = decide(HOUSE, facts, { asOf: AS_OF, setAside });
    expect({ status, deciding }).toEqual({
      status: 'warn',
      deciding: ['POLICY-ISSUER-SHARE-WARN'],
    });
  });
});
