import { AptfolioError, at, checkList, checkObject, checkOneOf } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoney,
  toMinorUnits,
} from '../../money/index.js';
import type { Product } from '../product.js';
import type { EntryFeeTier } from '../product-fees.js';
import { feeUnits, hasSums, readSums, withinBounds } from './fee-sums.js';
import { checkRate, checkUnits, overRate, timesRate } from './units.js';

/** What of a payment is invested, or of a redemption paid out, and what the fee takes. */
export interface FeeSplit<C extends CurrencyCode = CurrencyCode> {
  /** `fee-takes-all`: there is money, and the fee leaves nothing of it, so that there is nothing to order. */
  readonly status: 'split' | 'fee-takes-all';
  /** What the client pays or redeems: `net + fee`, exactly. */
  readonly gross: Money<C>;
  readonly net: Money<C>;
  readonly fee: Money<C>;
}

/** The fields of a product that say what entering costs. */
export type EntryFeeRule = Pick<Product, 'entryFee' | 'fees'>;

/**
 * What a purchase of a product costs on entry: its tiers, or its one rate where it has none.
 *
 * The tier is the highest whose `from` the payment reaches, the fee included: mainland fund contracts set their tiers by the
 * amount subscribed (申购金额). A rate is charged outside the amount invested, `net = gross / (1 + rate)`, half-even, with a sum beside it
 * `net = (gross − plus) / (1 + rate)`; the tier's least and highest fee bound it. A flat fee takes its sum. No fee is more than the payment; one that
 * takes all of it has the status `fee-takes-all`.
 *
 * @param gross what the client pays, at least 0, in the product's currency.
 * @throws AptfolioError `out-of-range` for a payment below 0 or a rate outside [0, 1), `inconsistent` where no tier reaches down
 * to the payment.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { entryFeeOf } from 'aptfolio/products';
 *
 * const product = { entryFee: 0, fees: { entry: [
 *   { from: '0', rate: 0.015 },
 *   { from: '1000000', rate: 0.008 },
 *   { from: '5000000', flat: '1000' },
 * ] } };
 * entryFeeOf(product, money('CNY', '10150')).fee.amount; // => '150.00'
 * entryFeeOf(product, money('CNY', '1008000')).fee.amount; // => '8000.00'
 * entryFeeOf(product, money('CNY', '5000000')).net.amount; // => '4999000.00'
 *
 * const commission = { entryFee: 0, fees: { entry: [{ from: '0', rate: 0.0003, least: '5' }] } };
 * entryFeeOf(commission, money('CNY', '1000')).fee.amount; // => '5.00'
 * entryFeeOf(commission, money('CNY', '50000')).fee.amount; // => '15.00'
 * entryFeeOf(commission, money('CNY', '4')).status; // => 'fee-takes-all'
 * ```
 */
export function entryFeeOf<C extends CurrencyCode>(
  product: EntryFeeRule,
  gross: Money<C>,
): FeeSplit<C> {
  checkObject(product, 'product');
  const paid = parseMoney(gross, 'gross', { sign: 'not-negative' }) as Money<C>;
  const units = toMinorUnits(paid);
  const fee = entryFeeUnits(product, units, paid.currency);
  return makeSplit(paid, units, fee);
}

/**
 * The entry fee of `entryFeeOf` in smallest units of the currency, for loops over many amounts.
 *
 * @param gross what is paid, in smallest units, at least 0.
 * @param side whether a rate is charged outside the amount invested, as the product file has it, or inside: rate × gross. Default outside.
 * @throws AptfolioError as `entryFeeOf`.
 *
 * @example
 * ```ts
 * import { entryFeeUnits } from 'aptfolio/products';
 *
 * entryFeeUnits({ entryFee: 0.0006 }, 13_122_500n, 'CNY'); // => 7869n
 * ```
 */
export function entryFeeUnits(
  product: EntryFeeRule,
  gross: bigint,
  currency: CurrencyCode,
  side: EntryFeeSide = 'outside',
): bigint {
  checkSide(side);
  if (!product) checkObject(product, 'product');
  checkUnits(gross, 'gross');
  return feeOfCharge(entryChargeOf(product, gross, currency, side), gross, side);
}

/** What a charge comes to on a payment. */
export function feeOfCharge(charge: EntryCharge, gross: bigint, side: EntryFeeSide): bigint {
  return 'rate' in charge ? feeByRate(gross, charge.rate, side) : charge.flat;
}

const ENTRY_FEE_SIDES = ['outside', 'inside'] as const;

/** Refuses a side that is none. */
export function checkSide(side: EntryFeeSide): void {
  if (side !== 'outside') checkOneOf(side, 'side', ENTRY_FEE_SIDES);
}

/** Whether the rate of an entry fee is of what is invested (`outside`) or of what is paid (`inside`). */
export type EntryFeeSide = (typeof ENTRY_FEE_SIDES)[number];

function feeByRate(gross: bigint, rate: number, side: EntryFeeSide): bigint {
  return side === 'outside' ? gross - overRate(gross, 1 + rate) : timesRate(gross, rate);
}

/** What is charged on a payment: a rate alone, or a sum of at most the payment. */
export type EntryCharge = { readonly rate: number } | { readonly flat: bigint };

/** The charge on a payment by the product's tiers, or its one rate. */
export function entryChargeOf(
  { entryFee, fees }: EntryFeeRule,
  gross: bigint,
  currency: CurrencyCode,
  side: EntryFeeSide = 'outside',
): EntryCharge {
  const path = 'product.fees.entry';
  const tiers = fees?.entry;
  if (tiers === undefined) return { rate: checkRate(entryFee, 'product.entryFee') };
  const index = tierOf(tiers, gross, currency, path);
  return chargeInTier(tiers[index] as EntryFeeTier, gross, currency, at(path, index), side);
}

/** The charge of one tier, whether or not it reaches a payment. */
export function chargeInTier(
  tier: EntryFeeTier,
  gross: bigint,
  currency: CurrencyCode,
  place: string,
  side: EntryFeeSide,
): EntryCharge {
  if ('flat' in tier) {
    const flat = feeUnits(tier.flat, currency, at(place, 'flat'));
    return { flat: flat < gross ? flat : gross };
  }
  const rate = checkRate(tier.rate, at(place, 'rate'));
  if (!hasSums(tier)) return { rate };
  const sums = readSums(tier, currency, place);
  const { plus } = sums;
  // Rounded once: the rate is of what the sum beside it leaves.
  const fee = gross < plus ? gross : byRate(gross, rate, plus, side);
  return { flat: withinBounds(fee, sums, gross) };
}

function byRate(gross: bigint, rate: number, plus: bigint, side: EntryFeeSide): bigint {
  return plus + feeByRate(side === 'outside' ? gross - plus : gross, rate, side);
}

/**
 * Splits a payment into the amount invested and an entry fee that is charged outside of it.
 *
 * net = gross / (1 + rate), rounded half-even to the currency's smallest unit; fee = gross − net.
 * The rate counts to the fifteenth digit behind the point.
 *
 * Source: 公开募集证券投资基金销售费用 practice since 2007 (外扣法): the fee is counted on the net amount.
 *
 * @param gross what the client pays.
 * @param rate the entry fee, decimal fraction from 0 to below 1.
 * @throws AptfolioError `out-of-range` for another rate.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { splitEntryFee } from 'aptfolio/products';
 *
 * const { net, fee } = splitEntryFee(money('CNY', '131225'), 0.0006);
 * net.amount; // => '131146.31'
 * fee.amount; // => '78.69'
 * ```
 */
export function splitEntryFee<C extends CurrencyCode>(gross: Money<C>, rate: number): FeeSplit<C> {
  const checked = checkRate(rate, 'rate');
  const paid = parseMoney(gross) as Money<C>;
  const units = toMinorUnits(paid);
  return makeSplit(paid, units, units - overRate(units, 1 + checked));
}

/** The split of an amount of which a fee is known. */
export function makeSplit<C extends CurrencyCode>(
  gross: Money<C>,
  units: bigint,
  fee: bigint,
): FeeSplit<C> {
  const { currency } = gross;
  const net = fromMinorUnits(currency, units - fee);
  const status = units > 0n && fee === units ? 'fee-takes-all' : 'split';
  return Object.freeze({ status, gross, net, fee: fromMinorUnits(currency, fee) });
}

/** The place of the highest tier that an amount reaches, whatever the tiers' order. */
function tierOf(
  tiers: readonly EntryFeeTier[],
  gross: bigint,
  currency: CurrencyCode,
  path: string,
): number {
  let found = -1;
  let reached = -1n;
  checkList<EntryFeeTier>(tiers, path).forEach((tier, index) => {
    const from = feeUnits(tier.from, currency, at(at(path, index), 'from'));
    if (from <= gross && from > reached) [found, reached] = [index, from];
  });
  if (found !== -1) return found;
  throw new AptfolioError('inconsistent', path, `a tier from '0'`);
}
