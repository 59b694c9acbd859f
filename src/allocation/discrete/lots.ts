import { AptfolioError, at, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, type Money, minorDigits } from '../../money/index.js';
import type { AssetNames } from '../compile/check-names.js';
import type { AssetLots, LotTerms, TradeFees } from './discrete-rules.js';
import {
  type ExactDecimal,
  floorTo,
  plusExact,
  quotientOf,
  readExact,
  roundTo,
  timesExact,
  toNumber,
} from './exact-decimal.js';
import { checkFields } from './known-fields.js';

/** Lots after their checks. Amounts are whole numbers of the currency's smallest unit. */
export interface CompiledLots {
  readonly currency: CurrencyCode;
  readonly digits: number;
  readonly value: bigint;
  /** Price of a lot by asset. */
  readonly prices: readonly ExactDecimal[];
  /** Weight of a lot by asset. */
  readonly steps: Float64Array;
  /** Lots held by asset. */
  readonly held: readonly number[];
  /** Cash before any trade. */
  readonly cash: bigint;
  readonly fees: CompiledFees;
  /** The least and the most cash at the end that a budget of one figure allows. */
  readonly leastCash: bigint;
  readonly mostCash: bigint;
  /** The most that may be left of the budget, as a part of the value. */
  readonly maxCash: number;
  /** By how much amounts of trades that are rounded can be off from weights, together. */
  readonly rounding: number;
}

interface CompiledFees {
  readonly perTrade: bigint;
  readonly minimum: bigint;
  readonly buyRate: ExactDecimal;
  readonly sellRate: ExactDecimal;
}

/** One purchase or sale in money. */
export interface LotTrade {
  readonly asset: number;
  /** Lots bought (above 0) or sold. */
  readonly lots: number;
  readonly amount: bigint;
  readonly fee: bigint;
}

/** What a portfolio of whole lots comes to. */
export interface LotAccount {
  readonly trades: readonly LotTrade[];
  readonly fees: bigint;
  /** What is left after trades and fees. */
  readonly cash: bigint;
}

const PATH = 'rules.lots';

const FIELDS: readonly string[] = ['portfolioValue', 'assets', 'fees', 'maxCash', 'tolerance'];

/** Checks the terms of lots. `budget` is what weights sum to; 1 where it is a range. */
export function checkLots(terms: LotTerms, names: AssetNames, budget: number): CompiledLots {
  checkFields(terms, PATH, FIELDS);
  const valuePath = at(PATH, 'portfolioValue');
  const { currency: given } = checkObject(terms.portfolioValue, valuePath);
  const currency = checkCurrency(given, at(valuePath, 'currency'));
  const digits = minorDigits(currency);
  const value = readAmount(terms.portfolioValue, currency, valuePath);
  if (value <= 0n) throw outOfRange(at(valuePath, 'amount'), 'an amount above 0', value);
  const path = at(PATH, 'assets');
  const byAsset = checkObject(terms.assets, path);
  for (const name of Object.keys(byAsset)) {
    if (names.indexOf.has(name)) continue;
    throw new AptfolioError('unknown-id', at(path, name), 'an asset of the problem', name);
  }
  const prices: ExactDecimal[] = [];
  const held: number[] = [];
  for (const name of names.assets) {
    const own = at(path, name);
    const lot = checkFields(Object.hasOwn(byAsset, name) ? byAsset[name] : undefined, own, [
      'price',
      'lotSize',
      'held',
    ]) as unknown as AssetLots;
    prices.push(checkPrice(lot, own));
    held.push(checkInteger(lot.held ?? 0, at(own, 'held')));
  }
  const whole = toNumber({ digits: value, places: digits });
  const steps = Float64Array.from(prices, (price) =>
    quotientOf(price, { digits: value, places: digits }),
  );
  const cash = held.reduce((rest, lots, a) => rest - valueOfLots(prices[a]!, lots, digits), value);
  if (cash < 0n && held.every((lots) => lots >= 0)) {
    const expected = 'at least what the lots held come to';
    throw new AptfolioError('inconsistent', valuePath, expected, terms.portfolioValue.amount);
  }
  return {
    currency,
    digits,
    value,
    prices,
    steps,
    held,
    cash,
    fees: checkFees(terms.fees, currency),
    ...cashLimits(terms.maxCash, budget, { digits: value, places: digits }, prices),
    rounding: (2 * prices.length * toNumber({ digits: 1n, places: digits })) / whole,
  };
}

/** More cash than this part of the value is no limit. */
const NO_LIMIT = 100;

/** What cash may be at the end: what lies outside the budget, and what may be left of it. */
function cashLimits(
  given: number | undefined,
  budget: number,
  value: ExactDecimal,
  prices: readonly ExactDecimal[],
): Pick<CompiledLots, 'leastCash' | 'mostCash' | 'maxCash'> {
  const { places } = value;
  const spent = readExact(budget, 'problem.budget');
  const outside = timesExact(
    plusExact({ digits: 1n, places: 0 }, { ...spent, digits: -spent.digits }),
    value,
  );
  const ceil = ({ digits, places: own }: ExactDecimal): bigint =>
    -floorTo({ digits: -digits, places: own }, places);
  const leastCash = ceil(outside);
  let mostCash: bigint;
  if (given === undefined) {
    // Less than the cheapest lot costs.
    const cheapest = prices
      .map((price) => valueOfLots(price, 1, places))
      .reduce((least, price) => (price < least ? price : least));
    mostCash = ceil(plusExact(outside, { digits: cheapest, places })) - 1n;
  } else {
    const path = at(PATH, 'maxCash');
    const share = readExact(Math.min(NO_LIMIT, checkRange(given, path, { min: 0 })), path);
    mostCash = floorTo(plusExact(outside, timesExact(share, value)), places);
  }
  if (mostCash < leastCash) mostCash = leastCash;
  const maxCash = Number(mostCash - leastCash) / Number(value.digits);
  return { leastCash, mostCash, maxCash };
}

function checkPrice(lot: AssetLots, path: string): ExactDecimal {
  const price = readExact(lot.price, at(path, 'price'));
  if (price.digits <= 0n) throw outOfRange(at(path, 'price'), 'a price above 0', lot.price);
  const units = checkInteger(lot.lotSize ?? 1, at(path, 'lotSize'), { min: 1 });
  return { digits: price.digits * BigInt(units), places: price.places };
}

function checkFees(fees: TradeFees | undefined, currency: CurrencyCode): CompiledFees {
  const path = at(PATH, 'fees');
  if (fees !== undefined) checkFields(fees, path, ['perTrade', 'buyRate', 'sellRate', 'minimum']);
  const amount = (name: 'perTrade' | 'minimum'): bigint => {
    const own = fees?.[name];
    if (own === undefined) return 0n;
    const units = readAmount(own, currency, at(path, name));
    if (units < 0n)
      throw outOfRange(at(at(path, name), 'amount'), 'an amount of at least 0', own.amount);
    return units;
  };
  const rate = (name: 'buyRate' | 'sellRate'): ExactDecimal =>
    readExact(checkRange(fees?.[name] ?? 0, at(path, name), { min: 0 }), at(path, name));
  return {
    perTrade: amount('perTrade'),
    minimum: amount('minimum'),
    buyRate: rate('buyRate'),
    sellRate: rate('sellRate'),
  };
}

function readAmount(money: Money, currency: CurrencyCode, path: string): bigint {
  const { currency: own, amount } = checkObject(money, path);
  if (checkCurrency(own, at(path, 'currency')) !== currency) {
    throw new AptfolioError('currency-mismatch', at(path, 'currency'), currency, own);
  }
  const amountPath = at(path, 'amount');
  if (amount === undefined || amount === null) {
    throw new AptfolioError('missing-value', amountPath, 'decimal text', amount);
  }
  if (typeof amount !== 'string') {
    throw new AptfolioError('invalid-type', amountPath, 'decimal text', amount);
  }
  const exact = readExact(amount, amountPath);
  const digits = minorDigits(currency);
  if (exact.places > digits) {
    throw outOfRange(amountPath, `at most ${digits} digits after the point`, amount);
  }
  return roundTo(exact, digits);
}

function outOfRange(path: string, expected: string, found: unknown): AptfolioError {
  return new AptfolioError('out-of-range', path, expected, found);
}

/** What some lots come to, to the nearest smallest unit. */
export function valueOfLots(
  { digits, places }: ExactDecimal,
  lots: number,
  wanted: number,
): bigint {
  return roundTo({ digits: digits * BigInt(lots), places }, wanted);
}

/** The weight that some lots of an asset have: the double nearest to what they come to by what there is. */
export function weightOf(
  { prices, value, digits }: CompiledLots,
  asset: number,
  lots: number,
): number {
  const price = prices[asset]!;
  const worth = { digits: price.digits * BigInt(lots), places: price.places };
  return quotientOf(worth, { digits: value, places: digits });
}

/** Trades, fees and cash on the way from the lots held to others. */
export function accountOf(lots: CompiledLots, wanted: readonly number[]): LotAccount {
  const trades: LotTrade[] = [];
  let { cash } = lots;
  let fees = 0n;
  wanted.forEach((count, asset) => {
    const change = count - lots.held[asset]!;
    if (change === 0) return;
    const amount = valueOfLots(lots.prices[asset]!, Math.abs(change), lots.digits);
    const fee = feeOf(lots, amount, change > 0);
    cash += (change > 0 ? -amount : amount) - fee;
    fees += fee;
    trades.push({ asset, lots: change, amount, fee });
  });
  return { trades, fees, cash };
}

function feeOf({ fees, digits }: CompiledLots, amount: bigint, isPurchase: boolean): bigint {
  const rate = isPurchase ? fees.buyRate : fees.sellRate;
  const part = roundTo(timesExact({ digits: amount, places: digits }, rate), digits);
  const sum = fees.perTrade + part;
  return sum > fees.minimum ? sum : fees.minimum;
}

/** The fee for trading one asset by so many lots, as a part of the value; 0 for none. */
export function feeShare(lots: CompiledLots, asset: number, change: number): number {
  if (change === 0) return 0;
  const amount = valueOfLots(lots.prices[asset]!, Math.abs(change), lots.digits);
  return Number(feeOf(lots, amount, change > 0)) / Number(lots.value);
}

/** An amount in smallest units as money. */
export function moneyOf({ currency, digits }: CompiledLots, units: bigint): Money {
  const size = units < 0n ? -units : units;
  const text = size.toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return Object.freeze({ currency, amount: `${units < 0n ? '-' : ''}${whole}${fraction}` });
}
