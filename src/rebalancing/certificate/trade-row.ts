import { type CurrencyCode, minorDigits } from '../../money/index.js';
import { entryFeeUnits, type Product, productOn } from '../../products/index.js';
import type { AccountPosition, OrderUnderWay } from '../account/account.js';
import { spreadUnits } from '../account/dealing-spread.js';
import { powerOfTen, readDecimal } from '../account/exact.js';
import type { Trade } from '../result/trade.js';
import { currencyOf, type Evidence, productOf, unitsIn } from './evidence.js';

/** A trade as it is written, with what was held of its product as it was given; read once for all rules. */
export interface TradeRow {
  readonly trade: Trade;
  readonly product: Product;
  /** That in which the product trades. */
  readonly currency: CurrencyCode;
  /** What is paid or redeemed, in smallest units of the account's currency. */
  readonly amount: bigint;
  /** The same in smallest units of the product's, as all that follows. */
  readonly local: bigint;
  readonly position: AccountPosition | undefined;
  /** Value of the position, orders under way counted as done. */
  readonly held: bigint;
  /** The same without what is only being bought: what can be sold at most. */
  readonly free: bigint;
}

/** Reads the trades as they are written and the positions as they were given. */
export function readTrades(evidence: Evidence): readonly TradeRow[] {
  return evidence.trades.map((trade) => readTrade(evidence, trade));
}

function readTrade(evidence: Evidence, trade: Trade): TradeRow {
  const { account } = evidence;
  const { product: id, local } = trade;
  const product = productOf(evidence, id);
  const position = account.positions.find((one) => one.product === id);
  let free = position === undefined ? 0n : positionValue(position, local.currency);
  let bought = 0n;
  if (account.openOrders !== undefined) {
    for (const order of account.openOrders) {
      if (order.product !== id) continue;
      if (order.side === 'sell') free -= unitsIn(order.amount);
      else bought += broughtBy(order, product, local.currency, evidence);
    }
  }
  const amount = unitsIn(trade.amount);
  return {
    trade,
    product,
    currency: currencyOf(product, account),
    amount,
    local: local === trade.amount ? amount : unitsIn(local),
    position,
    held: free + bought,
    free,
  };
}

/** Value of a position in smallest units of its own currency. */
function positionValue(
  { value, units: held, price }: AccountPosition,
  currency: CurrencyCode,
): bigint {
  if (value !== undefined) return unitsIn(value);
  const units = readDecimal(held, 'units', 'any');
  const each = readDecimal(price?.amount, 'price', 'any');
  const shift = units.scale + each.scale - minorDigits(currency);
  const product = units.digits * each.digits;
  if (shift <= 0) return product * powerOfTen(-shift);
  const divisor = powerOfTen(shift);
  const whole = product / divisor;
  const twice = 2n * (product - whole * divisor);
  return twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole;
}

/** What a purchase under way brings as value. */
function broughtBy(
  { amount, net }: OrderUnderWay,
  product: Product,
  currency: CurrencyCode,
  { desk }: Evidence,
): bigint {
  if (net !== undefined) return unitsIn(net);
  const paid = unitsIn(amount);
  const invested = paid - entryFeeUnits(productOn(product, desk.asOf), paid, currency);
  return invested - spreadUnits(product, paid, currency, invested);
}
