import { entryFeeUnits } from '../../products/index.js';
import { spreadRate } from '../account/dealing-spread.js';
import { most, powerOfTen, ratio } from '../account/exact.js';
import { toAccount, toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Bound } from '../reach/bounds.js';
import { weightIn } from '../reach/caps.js';
import { shareIn } from '../reach/fewest-trades.js';
import type { Situation } from '../reach/situation.js';
import { isCoarse, leastPurchase, stepIn } from '../rounding/least-purchase.js';
import { tradeRulesOf } from '../rounding/trade-rules.js';
import type { DepositProblem, LeastDeposit, Purchasable } from './deposit-program.js';

/** A deposit that is sought, in smallest units of the account's currency. */
export interface DepositPurchases {
  readonly deposit: bigint;
  /** By the places of the holdings. */
  readonly purchases: readonly bigint[];
}

/** The problem in shares of what is held, and what such a share is in smallest units. */
export interface PosedDeposit {
  readonly problem: DepositProblem;
  readonly unit: number;
}

/** How far a deposit is to go beyond the least that the program finds, as rounding takes some of it. */
export interface Beyond {
  /** By how much, as a weight, lines are to lie further in than their bands. */
  readonly inset: number;
  /** What is to be paid in at least, in smallest units of the account's currency. */
  readonly atLeast: number;
  /** Whether purchases are counted in their steps. */
  readonly inSteps: boolean;
}

/**
 * What the least deposit of an account is sought for.
 *
 * @param purchases what is likely to be bought of each holding, from which shares of fees are worked out.
 * @param keptShare what of everything is kept as money.
 */
export function poseDeposit(
  situation: Situation,
  bounds: readonly Bound[],
  purchases: readonly bigint[],
  keptShare: number,
  { inset, atLeast, inSteps }: Beyond,
): PosedDeposit {
  const { account, caps, inside, money, now } = situation;
  const { holdings } = account;
  const held = holdings.reduce((sum, { value }) => sum + value, 0n);
  const unit = held > 0n ? Number(held) : 1;
  const { minimums, residual, amountSteps } = tradeRulesOf({
    ...situation,
    bounds,
    task: 'rebalance',
  });
  const lines = now.drift.lines.filter(({ kind }) => kind !== 'cash');
  return {
    unit,
    problem: {
      free: Number(money.free) / unit,
      spendable: 1 - keptShare,
      atLeast: atLeast / unit,
      products: holdings.map((holding, i): Purchasable => {
        const least =
          i === residual
            ? leastPurchase(holding, 0n, 1n)
            : leastPurchase(holding, minimums.buy[i]!, amountSteps[i]!);
        const cap = inside.policy.trading.maxWeight.get(holding.id) ?? 1;
        const value = Number(holding.value) / unit;
        return {
          value,
          least: Number(least) / unit,
          most: mostOf(holding, bounds[i]!) / unit,
          ...(inSteps && isCoarse(holding, false, amountSteps[i]!)
            ? { step: Number(stepIn(holding, false, amountSteps[i]!)) / unit }
            : {}),
          invested: investedOf(holding, purchases[i]!),
          paid: paidFor(holding, situation),
          mostWeight: cap,
        };
      }),
      lines: [
        ...lines.map((line) => ({
          id: line.id,
          shares: holdings.map((holding) => shareIn(line, holding, inside)),
          below: line.below > 0 ? Math.min(line.target, line.below + inset) : 0,
          above: line.above < 1 ? Math.max(line.target, line.above - inset) : 1,
        })),
        // What is above its cap today needs no deposit for that alone.
        ...caps.map(({ cap, shares }) => ({
          id: cap.name,
          shares: [...shares],
          below: 0,
          above: Math.max(cap.max - inset, weightIn(shares, now.products)),
        })),
      ],
    },
  };
}

/** Whether something that the target names is bought in steps of more than the smallest unit. */
export function tradesInSteps(situation: Situation): boolean {
  const { amountSteps } = tradeRulesOf({ ...situation, bounds: [], task: 'rebalance' });
  return situation.account.holdings.some(
    (holding, i) => holding.target > 0 && isCoarse(holding, false, amountSteps[i]!),
  );
}

/** A found deposit in whole units, rounded up. */
export function inWholeUnits(found: LeastDeposit, unit: number): DepositPurchases {
  return {
    // What lies behind a millionth of a unit is the noise of solving.
    deposit: BigInt(Math.ceil(found.deposit * unit - 1e-6)),
    purchases: found.purchases.map((purchase) => BigInt(Math.round(purchase * unit))),
  };
}

/** The target weights that lead to purchases, as shares of what is to be invested with the deposit. */
export function targetsFor(
  holdings: readonly Holding[],
  purchases: readonly bigint[],
  investable: bigint,
): readonly number[] {
  return holdings.map(({ value }, i) => ratio(value + purchases[i]!, investable));
}

/** The most that can be bought of what the target names, in the account's currency. */
function mostOf({ target, rate }: Holding, { buyDates, buyable }: Bound): number {
  if (target === 0 || buyDates === undefined) return 0;
  return buyable === undefined ? Number.POSITIVE_INFINITY : Number(toAccount(buyable, rate));
}

/** What of a purchase becomes value once entry fee and spread are paid. */
function investedOf({ entryFees, currency, item, rate, digits }: Holding, amount: bigint): number {
  const local = most(toLocal(amount, rate), powerOfTen(digits));
  const net = local - entryFeeUnits(entryFees, local, currency);
  return (Number(net) / Number(local)) * (1 - spreadRate(item.product, local, currency));
}

/** What a purchase takes out of the account's money, exchange included. */
function paidFor({ currency }: Holding, { account, inside }: Situation): number {
  const { fxSpread } = inside.policy;
  if (currency === account.currency) return 1;
  return 1 + (fxSpread[currency] ?? 0) + (fxSpread[account.currency] ?? 0);
}
