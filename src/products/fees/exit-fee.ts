import { AptfolioError, checkInteger, checkObject } from '../../errors/index.js';
import { type CurrencyCode, type Money, parseMoney, toMinorUnits } from '../../money/index.js';
import type { Product } from '../product.js';
import { type FeeSplit, makeSplit } from './entry-fee.js';
import { timesRate } from './units.js';

/** The field of a product that says what leaving costs. */
export type ExitFeeRule = Pick<Product, 'fees'>;

/**
 * The exit fee of a lot by the days it was held: that of the highest tier reached, 0 for a product without tiers.
 *
 * The library applies what the product file says and adds no minimum of a law to it. One such law: 公开募集开放式证券投资基金流动性风险管理规定
 * (CSRC, 2017), article 23, by which open-end funds other than money funds and ETFs charge at least 1.5 % below 7 days.
 *
 * @param heldDays calendar days from the lot's purchase to the redemption, at least 0.
 * @returns a decimal fraction of what is redeemed.
 * @throws AptfolioError `out-of-range` or `invalid-type` for days that are no count; `inconsistent` where no tier reaches down to them.
 *
 * @example
 * ```ts
 * import { exitRate } from 'aptfolio/products';
 *
 * const product = { fees: { exit: [
 *   { fromDays: 0, rate: 0.015 }, { fromDays: 7, rate: 0.005 }, { fromDays: 365, rate: 0 },
 * ] } };
 * exitRate(product, 6); // => 0.015
 * exitRate(product, 7); // => 0.005
 * exitRate(product, 400); // => 0
 * exitRate({}, 3); // => 0
 * ```
 */
export function exitRate(product: ExitFeeRule, heldDays: number): number {
  if (!(Number.isSafeInteger(heldDays) && heldDays >= 0)) {
    checkInteger(heldDays, 'heldDays', { min: 0 });
  }
  const tiers = product.fees?.exit;
  if (tiers === undefined) return 0;
  let reached = -1;
  let rate = 0;
  for (const tier of tiers) {
    if (tier.fromDays <= heldDays && tier.fromDays > reached) ({ fromDays: reached, rate } = tier);
  }
  if (reached !== -1) return rate;
  throw new AptfolioError('inconsistent', 'product.fees.exit', 'a tier from 0 days');
}

/**
 * What a redemption costs: fee = amount × `exitRate`, half-even; net = amount − fee.
 *
 * @param amount what is redeemed, at least 0, in the product's currency.
 * @throws AptfolioError as `exitRate`; `out-of-range` for an amount below 0.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { exitFeeOf } from 'aptfolio/products';
 *
 * const product = { fees: { exit: [{ fromDays: 0, rate: 0.015 }, { fromDays: 7, rate: 0 }] } };
 * const { gross, net, fee } = exitFeeOf(product, money('CNY', '10000'), 6);
 * fee.amount; // => '150.00'
 * net.amount; // => '9850.00'
 * gross.amount; // => '10000.00'
 * ```
 */
export function exitFeeOf<C extends CurrencyCode>(
  product: ExitFeeRule,
  amount: Money<C>,
  heldDays: number,
): FeeSplit<C> {
  checkObject(product, 'product');
  const redeemed = parseMoney(amount, 'amount', { sign: 'not-negative' }) as Money<C>;
  const units = toMinorUnits(redeemed);
  return makeSplit(redeemed, units, exitFeeUnits(units, exitRate(product, heldDays)));
}

/**
 * The exit fee of an amount at a rate from `exitRate`, in smallest units of the currency, half-even.
 *
 * @example
 * ```ts
 * import { exitFeeUnits } from 'aptfolio/products';
 *
 * exitFeeUnits(1_000_050n, 0.005); // => 5000n
 * ```
 */
export function exitFeeUnits(amount: bigint, rate: number): bigint {
  return timesRate(amount, rate);
}
