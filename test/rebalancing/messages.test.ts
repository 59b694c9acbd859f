import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkMessages,
  formatReason,
  LOCALES,
  mergeMessages,
  type Reason,
} from '../../src/evidence/index.js';
import { productsMessages } from '../../src/products/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  rebalance,
  rebalancingMessages,
  switchBreakEven,
} from '../../src/rebalancing/index.js';
import { accounts, DAY, policies, UNIVERSE } from './random-accounts.js';
import { decide } from './simple.js';
import { act, cny, positionsOf } from './support.js';

describe('rebalancingMessages', () => {
  it('are complete', () => {
    expect(checkMessages(rebalancingMessages)).toEqual([]);
  });

  it('put everything that is said of random accounts into words, in every language', () => {
    const messages = mergeMessages(rebalancingMessages, productsMessages);
    const said = new Set<string>();
    for (const [account, policy] of fc.sample(fc.tuple(accounts, policies), {
      numRuns: 150,
      seed: 1,
    })) {
      const rebalancer = compileRebalancing(policy, { universe: UNIVERSE });
      for (const reason of everyReason(rebalance(account, rebalancer, { asOf: DAY }))) {
        said.add(reason.code);
        for (const locale of LOCALES) {
          expect(formatReason(messages, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
        }
      }
    }
    expect(said.size).toBeGreaterThan(30);
  });

  it('say both numbers of the decision', () => {
    const { reasons, notTraded } = act();
    const say = (reason: Reason) => formatReason(rebalancingMessages, reason, 'en');
    expect(reasons.map(say)).toEqual([
      'BOND is at 54.62%, its target is 60.11%; up to 5.00% away on this side, 55.11%, is accepted.',
      'CASH is at 13.36%, its target is 5.00%; up to 1.25% away on this side, 6.25%, is accepted.',
      'The expected improvement (about 453.60 CNY over a 1-year period) exceeds the cost (29.49 CNY). We suggest the adjustment.',
    ]);
    expect(say(notTraded[0]!.reasons[0]!)).toBe(
      'P08: the trade of 21.56 CNY is below the minimum and is not made.',
    );
  });

  it('say what is out of its band so that it reads as out', () => {
    // 25.996 % of bonds are 5.004 points below 31 %; written with two decimals they would be at the edge.
    const { reasons } = decide({
      account: {
        positions: positionsOf({ BONDS: '25996.00', SHARES: '74004.00' }),
        target: { BONDS: 0.31, SHARES: 0.69 },
      },
    });
    expect(formatReason(rebalancingMessages, reasons[0]!, 'en')).toBe(
      'BOND is at 25.996%, its target is 31.00%; up to 5.00% away on this side, 26.000%, is accepted.',
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

function everyReason(result: Rebalancing): readonly Reason[] {
  const parts = [...result.considered, ...result.notTraded, ...result.outOfReach, ...result.fired];
  return [...result.reasons, ...parts.flatMap(({ reasons }) => reasons)];
}
