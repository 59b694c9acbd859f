import type { RuleBreach } from './breaches.js';
import { lotsOf } from './candidate.js';
import type { DiscreteModel } from './discrete-model.js';
import type { LotPlan } from './discrete-result.js';
import { type LotAccount, moneyOf, valueOfLots } from './lots.js';

/** What to buy and sell for a portfolio of whole lots. */
export function planOf(
  model: DiscreteModel,
  weights: Float64Array,
  { trades, fees, cash }: LotAccount,
  breaches: readonly RuleBreach[],
): LotPlan {
  const { assets } = model.problem;
  const lots = model.lots!;
  const held = lotsOf(model, weights);
  const byAsset = <T>(read: (a: number) => T): Readonly<Record<string, T>> =>
    Object.freeze(Object.fromEntries(assets.map((name, a) => [name, read(a)])));
  return Object.freeze({
    held: byAsset((a) => held[a]!),
    values: byAsset((a) => moneyOf(lots, valueOfLots(lots.prices[a]!, held[a]!, lots.digits))),
    trades: Object.freeze(
      trades.map(({ asset, lots: change, amount, fee }) =>
        Object.freeze({
          asset: assets[asset]!,
          lots: change,
          amount: moneyOf(lots, amount),
          fee: moneyOf(lots, fee),
        }),
      ),
    ),
    fees: moneyOf(lots, fees),
    cash: moneyOf(lots, cash),
    breaches: Object.freeze(breaches.map((breach) => Object.freeze({ ...breach }))),
  });
}
