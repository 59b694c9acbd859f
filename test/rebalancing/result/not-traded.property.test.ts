import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMinorUnits } from '../../../src/money/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, IDS, policies, UNIVERSE } from '../random-accounts.js';
import { UTILITY } from '../support.js';

/** Decides an account, weighing the trades or making them in any case. */
function decide(
  account: RebalancingAccount<'CNY'>,
  policy: RebalancingPolicy<'CNY'>,
  gate: 'gain' | 'always',
): Rebalancing<'CNY'> {
  const weighed = { ...policy, utility: UTILITY, weighing: { gate, years: 0.5 } };
  const rebalancer = compileRebalancing<'CNY'>(weighed, { universe: UNIVERSE });
  return rebalance(account, rebalancer, { asOf: DAY });
}

/** Rounding leaves a unit or so a product. */
const FEW = BigInt(IDS.length);

/** How much of a product is not traded on a side, in smallest units; below 0 where it is not named. */
function namedOf({ notTraded }: Rebalancing, product: string, side: string | undefined): bigint {
  const found = notTraded.find((one) => one.product === product && one.side === side);
  return found === undefined ? -1n : toMinorUnits(found.amount);
}

describe('a decision that weighs, beside one that trades in any case', () => {
  it('names whatever it trades less of', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const all = decide(account, policy, 'always');
        const weighed = decide(account, policy, 'gain');
        for (const { product, side, amount } of all.trades) {
          const own = weighed.trades.find((one) => one.product === product && one.side === side);
          const left = toMinorUnits(amount) - (own === undefined ? 0n : toMinorUnits(own.amount));
          if (left <= (own === undefined ? 0n : FEW)) continue;
          expect(namedOf(weighed, product, side), product).toBeGreaterThanOrEqual(left);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('hides no hindrance', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const all = decide(account, policy, 'always');
        const weighed = decide(account, policy, 'gain');
        const isTraded = (id: string) => weighed.trades.some(({ product }) => product === id);
        for (const { product, side, reasons } of all.notTraded) {
          // What is sold to raise money is traded another amount for the sake of others, and so not named.
          const isAround = reasons.every(({ code }) => code === 'rebalancing.solved-around');
          if (side === undefined || (isAround && isTraded(product))) continue;
          expect(namedOf(weighed, product, side), `${side} ${product}`).toBeGreaterThanOrEqual(0n);
        }
        if (weighed.decision === 'trade') return;
        const isConsidered = (id: string) =>
          weighed.considered.some(({ product }) => product === id);
        const cut = weighed.notTraded.filter(
          ({ product, reasons }) =>
            isConsidered(product) && reasons.some(({ code }) => code === 'rebalancing.reduced'),
        );
        expect(cut).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever is out of its band', () => {
  it('is named where a trigger has fired, and so is every product off its target', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const result = decide(account, policy, 'gain');
        const { after, before, fired, considered, reasons, trades, notTraded } = result;
        const traded = new Set(trades.map(({ product }) => product));
        for (const id of Object.keys(before.values)) {
          if (traded.has(id)) continue;
          const why = notTraded.filter(({ product }) => product === id);
          expect(why.flatMap((one) => one.reasons).length, id).toBeGreaterThan(0);
        }
        if (fired.length === 0 || considered.length === 0) return;
        // All else waits until the withdrawal is settled, which the reasons say.
        if (reasons.some(({ code }) => code === 'rebalancing.withdrawal-not-covered')) return;
        const codes =
          result.decision === 'trade'
            ? ['still-out-of-band', 'cash-still-out', 'now-out-of-band', 'cash-now-out'].map(
                (code) => `rebalancing.${code}`,
              )
            : ['rebalancing.out-of-band', 'rebalancing.not-back', 'rebalancing.cash-out-of-band'];
        const state = result.decision === 'trade' ? after : before;
        const told = reasons.filter(({ code }) => codes.includes(code));
        expect(told.length).toBeGreaterThanOrEqual(state.drift.triggered.length);
      }),
      { numRuns: 100 },
    );
  });
});
