import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES } from '../../src/evidence/index.js';
import { rebalance, rebalancingMessages, switchBreakEven } from '../../src/rebalancing/index.js';
import { cny, SCENARIO } from './support.js';

describe('rebalancingMessages', () => {
  it('are complete', () => {
    expect(checkMessages(rebalancingMessages)).toEqual([]);
  });

  it('put the decision and every trade into words, in every language', () => {
    const small = { ...SCENARIO, holdings: { P01: cny('1000') }, minimumTrade: cny('10') };
    const results = [
      rebalance(SCENARIO),
      rebalance({ ...SCENARIO, gainYears: 0.01 }),
      rebalance({ ...SCENARIO, restrictions: { P06: 'locked', P08: 'buy-only' } }),
      rebalance(small),
    ];
    const reasons = results.flatMap(({ reasons: whole, considered, dropped }) => [
      ...whole,
      ...considered.flatMap((trade) => trade.reasons),
      ...dropped.flatMap((trade) => trade.reasons),
    ]);
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(rebalancingMessages, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });

  it('say both numbers of the decision', () => {
    const { reasons, dropped } = rebalance(SCENARIO);
    const say = (reason: (typeof reasons)[number]) =>
      formatReason(rebalancingMessages, reason, 'en');
    expect(reasons.map(say)).toEqual([
      'BOND is -5.48% from its target weight; up to 5.00% either way is accepted.',
      'CASH is 8.36% from its target weight; up to 1.25% either way is accepted.',
      'The expected improvement (about 453.60 CNY over 1 year(s)) exceeds the cost (29.49 CNY). We suggest the adjustment.',
    ]);
    expect(say(dropped[0]!.reasons[0]!)).toBe(
      'P08: the trade of 21.56 CNY is below the minimum and is not made.',
    );
  });

  it('say when a switch would be earned back', () => {
    const { reasons } = switchBreakEven({
      amount: cny('200000'),
      exitFee: 0.005,
      entryFee: 0.01,
      feeFrom: 0.012,
      feeTo: 0.009,
      grossReturn: 0.06,
      years: 3,
    });
    expect(formatReason(rebalancingMessages, reasons[0]!, 'zh-Hans')).toBe(
      '转换费用约需5.23年才能收回，长于计划持有的3年，不建议转换。',
    );
  });
});
