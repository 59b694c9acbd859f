import { AptfolioError, at, checkInteger, checkList, checkObject } from '../../errors/index.js';
import { type CurrencyCode, type Money, parseMoney, toMinorUnits } from '../../money/index.js';
import type { Product } from '../product.js';
import type { ExitFeeTier } from '../product-fees.js';
import { type FeeSplit, makeSplit } from './entry-fee.js';
import { hasSums, readSums, withinBounds } from './fee-sums.js';
import { checkRate, checkUnits, timesRate } from './units.js';

/** The field of a product that says what leaving costs. */
export type ExitFeeRule = Pick<Product, 'fees'>;

/**
 * The exit fee of a lot by the days it was held: that of the highest tier reached, 0 for a product without tiers.
 *
 * The library applies what the product file says and adds no minimum of a law to it. One such law: 公开募集开放式证券投资基金流动性风险管理规定
 * (CSRC, 2017), article 23, by which open-end funds other than money funds and ETFs charge at least 1.5 % below 7 days.
 *
 * @param heldDays calendar days from the lot's purchase to the redemption, at least 0.
 * @returns a decimal fraction of what is redeemed; sums beside it are `exitFeeOf`'s and `redemptionFeeUnits`'.
 * @throws AptfolioError `out-of-range` or `invalid-type` for days that are no count; `inconsistent` where no tier reaches down to them; for a rate that is none from
 * 0 to below 1, with its path.
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
  return exitTierOf(product, heldDays, 'heldDays')?.rate ?? 0;
}

/** The highest tier that a number of days reaches, whatever the tiers' order. */
export function exitTierOf(
  product: ExitFeeRule,
  heldDays: number,
  path: string,
): ExitFeeTier | undefined {
  if (!(Number.isSafeInteger(heldDays) && heldDays >= 0)) checkInteger(heldDays, path, { min: 0 });
  if (!product) checkObject(product, 'product');
  const tiers = product.fees?.exit;
  if (tiers === undefined) return undefined;
  let reached: ExitFeeTier | undefined;
  for (const tier of tiers) {
    if (tier.fromDays > heldDays) continue;
    if (reached === undefined || tier.fromDays > reached.fromDays) reached = tier;
  }
  if (reached !== undefined) {
    const { rate } = reached;
    if (!(rate >= 0 && rate < 1)) {
      checkRate(rate, at(at('product.fees.exit', tiers.indexOf(reached)), 'rate'));
    }
    return reached;
  }
  throw new AptfolioError('inconsistent', 'product.fees.exit', 'a tier from 0 days');
}

/**
 * What a redemption of one lot costs: its tier's rate × amount + plus, half-even, within the tier's bounds; net = amount − fee.
 *
 * @param amount what is redeemed, at least 0, in the product's currency.
 * @returns the status `fee-takes-all` where nothing is paid out.
 * @throws AptfolioError as `exitRate`; `out-of-range` for an amount below 0.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { exitFeeOf } from 'aptfolio/products';
 *
 * const product = { fees: { exit: [{ fromDays: 0, rate: 0.015 }, { fromDays: 7, rate: 0, plus: '2' }] } };
 * const { gross, net, fee } = exitFeeOf(product, money('CNY', '10000'), 6);
 * fee.amount; // => '150.00'
 * net.amount; // => '9850.00'
 * gross.amount; // => '10000.00'
 * exitFeeOf(product, money('CNY', '10000'), 7).fee.amount; // => '2.00'
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
  const tier = exitTierOf(product, heldDays, 'heldDays');
  const byRate = tier === undefined ? 0n : exitFeeUnits(units, tier.rate);
  const fee = tier === undefined ? 0n : completed(tier, byRate, units, redeemed.currency);
  return makeSplit(redeemed, units, fee);
}

/** A part of a redemption. */
export interface RedeemedLot {
  /** In smallest units of the currency, at least 0. */
  readonly amount: bigint;
  /** Calendar days for which it was held; see `heldDays`. */
  readonly heldDays: number;
}

/**
 * What one redemption of several lots costs, in smallest units: each lot's rate × amount, half-even, and the sums of each tier once for all its lots.
 *
 * @param lots in any order.
 * @throws AptfolioError `out-of-range` or `invalid-type` with the path to what is no amount or no count of days.
 *
 * @example
 * ```ts
 * import { redemptionFeeUnits } from 'aptfolio/products';
 *
 * const product = { fees: { exit: [{ fromDays: 0, rate: 0.015 }, { fromDays: 7, rate: 0.001, least: '5' }] } };
 * const lots = [{ amount: 10_000n, heldDays: 3 }, { amount: 10_000n, heldDays: 8 }, { amount: 10_000n, heldDays: 9 }];
 * redemptionFeeUnits(product, lots, 'CNY'); // => 650n
 * ```
 */
export function redemptionFeeUnits(
  product: ExitFeeRule,
  lots: readonly RedeemedLot[],
  currency: CurrencyCode,
): bigint {
  const byTier = new Map<ExitFeeTier, { amount: bigint; fee: bigint }>();
  checkList<RedeemedLot>(lots, 'lots').forEach((lot, index) => {
    const { amount, heldDays } = checkObject(lot, at('lots', index)) as unknown as RedeemedLot;
    const checked = checkUnits(amount, at(at('lots', index), 'amount'));
    const tier = exitTierOf(product, heldDays, at(at('lots', index), 'heldDays'));
    if (tier === undefined) return;
    const sum = byTier.get(tier) ?? { amount: 0n, fee: 0n };
    sum.amount += checked;
    sum.fee += exitFeeUnits(checked, tier.rate);
    byTier.set(tier, sum);
  });
  let fee = 0n;
  for (const [tier, sum] of byTier) fee += completed(tier, sum.fee, sum.amount, currency);
  return fee;
}

/** Whether exit fees have sums beside their rates, so that a redemption costs more, or less, than its lots' rates say. */
export function hasExitSums({ fees }: ExitFeeRule): boolean {
  return fees?.exit?.some(hasSums) ?? false;
}

/** A fee by rate with its tier's sums. */
function completed(
  tier: ExitFeeTier,
  byRate: bigint,
  amount: bigint,
  currency: CurrencyCode,
): bigint {
  if (!hasSums(tier)) return byRate;
  const sums = readSums(tier, currency, 'product.fees.exit');
  return withinBounds(byRate + sums.plus, sums, amount);
}

/**
 * The exit fee of an amount at a rate from `exitRate`, in smallest units of the currency, half-even.
 *
 * It is all that a redemption costs where no tier has sums; see `redemptionFeeUnits`.
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
