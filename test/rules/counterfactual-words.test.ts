import { describe, expect, it } from 'vitest';
import { describeCounterfactual } from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';

describe('a sentence', () => {
  const label = { 'zh-Hans': '交易金额', 'zh-Hant': '交易金額', en: 'amount of the order' };
  const amount = { fact: 'amount', label, unit: 'CNY', was: 1, is: '<=', value: 120_000 } as const;
  const request = {
    'zh-Hans': '先重新进行风险测评',
    'zh-Hant': '先重新進行風險評估',
    en: 'assess the client again first',
  };
  const assessed = { fact: 'assessedOn', label, is: '=', value: '2026-03-02', request } as const;

  it('says what must be different', () => {
    const one = { changes: [amount], becomes: 'allow' } as const;
    expect(describeCounterfactual(one, 'en')).toBe('amount of the order at most 120,000 CNY');
    expect(describeCounterfactual(one, 'zh-Hans')).toBe('交易金额不超过120,000 CNY');
    expect(describeCounterfactual(one, 'zh-Hant')).toBe('交易金額不超過120,000 CNY');
  });

  it('says a request as it is, and joins several changes', () => {
    const both = { changes: [amount, assessed], becomes: 'allow' } as const;
    expect(describeCounterfactual(both, 'en')).toBe(
      'amount of the order at most 120,000 CNY, and assess the client again first',
    );
    expect(describeCounterfactual(both, 'zh-Hans')).toBe(
      '交易金额不超过120,000 CNY，并且先重新进行风险测评',
    );
  });

  it.each([
    [
      { ...amount, is: '>=', value: 0.25, unit: 'fraction' } as const,
      'amount of the order at least 25%',
    ],
    [
      { ...amount, is: '=', value: 1, unit: 'hours' } as const,
      'amount of the order exactly 1 hour',
    ],
    [{ ...amount, is: '=', value: true } as const, 'amount of the order: yes'],
    [{ ...amount, is: '=', value: 'a' } as const, 'amount of the order: “a”'],
    [{ ...amount, is: '=', value: ['a', 'b'] } as const, 'amount of the order: “a”, “b”'],
    [
      { ...assessed, is: '>=', value: 24, unit: 'hours' } as const,
      'assess the client again first: at least 24 hours',
    ],
    [{ ...assessed, value: 'a' } as const, 'assess the client again first: “a”'],
    [{ ...assessed, value: true } as const, 'assess the client again first'],
  ])('of %j is in words', (change, expected) => {
    expect(describeCounterfactual({ changes: [change], becomes: 'allow' }, 'en')).toBe(expected);
  });

  it('calls values as their fact calls them, and others as they are', () => {
    const named = {
      ...amount,
      is: '=',
      value: ['a', 'b'],
      valueLabels: { a: { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'first' } },
    } as const;
    const one = { changes: [named], becomes: 'allow' } as const;
    expect(describeCounterfactual(one, 'zh-Hans')).toBe('交易金额：甲、“b”');
    expect(describeCounterfactual(one, 'en')).toBe('amount of the order: first, “b”');
  });

  it('in an unknown language is refused', () => {
    const one = { changes: [amount], becomes: 'allow' } as const;
    expectRefusal(() => describeCounterfactual(one, 'fr' as 'en'), 'unknown-value', 'locale');
  });
});
