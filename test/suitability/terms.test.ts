import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../src/evidence/index.js';
import { suitabilityMessages } from '../../src/suitability/index.js';
import { policyPack } from '../../src/suitability/packs/policy/index.js';
import { suitabilityTerms } from '../../src/suitability/terms.js';

describe('suitabilityTerms', () => {
  it('name every language, and every role and evidence that the policy pack asks for, and no other', () => {
    const permissions = policyPack.rules.flatMap(({ override }) => override ?? []);
    const words = permissions.flatMap(({ roles, evidence }) => [...roles, ...evidence]);
    const keys = [...LOCALES, ...new Set(words)].map((word) => `suitability.term.${word}`);
    expect(Object.keys(suitabilityTerms).sort()).toEqual(keys.sort());
    expect(checkMessages(suitabilityTerms)).toEqual([]);
  });

  it('stand in the sentences in place of codes', () => {
    const parameters = { rule: 'R1', roles: ['branch-manager', '理财总监'] };
    const reason = makeReason('suitability.override-role', 'block', parameters);
    expect(LOCALES.map((locale) => formatReason(suitabilityMessages, reason, locale))).toEqual([
      '只有以下角色可以豁免规则 R1：支行负责人、理财总监。',
      '只有以下角色可以豁免規則 R1：分行經理、理财总监。',
      'Only these roles may set rule R1 aside: branch manager, 理财总监.',
    ]);
  });
});
