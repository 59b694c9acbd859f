import type { CurrencyCode } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { powerOfTen, readDecimal } from '../account/exact.js';
import type { TradeSize } from '../policy/policy.js';
import type { RuleCheck } from '../result/result.js';
import type { Trade } from '../result/trade.js';
import {
  asNumber,
  check,
  currencyOf,
  type Evidence,
  heldBefore,
  productOf,
  unitsIn,
  unitsOf,
} from './evidence.js';

/** Every trade is large enough, in steps and whole units, and leaves nothing too small. */
export function checkAmounts(evidence: Evidence): readonly RuleCheck[] {
  const sized = evidence.trades.map((trade) => sizeOf(evidence, trade));
  const worst = (missed: (one: SizedTrade) => number): number => {
    let most = 0;
    for (const one of sized) most = Math.max(most, missed(one));
    return most;
  };
  return [
    check(
      'minimum-trade',
      worst((one) => missedMinimum(evidence, one.trade)),
    ),
    check(
      'step',
      worst((one) => missedStep(evidence, one)),
    ),
    check(
      'minimum-purchase',
      worst((one) => missedPurchase(one)),
    ),
    check(
      'minimum-holding',
      worst((one) => missedHolding(one)),
    ),
    ...(sized.some(({ product }) => product.minimumRedemption !== undefined)
      ? [check('minimum-redemption', worst(missedRedemption))]
      : []),
  ];
}

/** A trade with what several rules ask of it, in smallest units of its currency. */
interface SizedTrade {
  readonly trade: Trade;
  readonly product: Product;
  readonly currency: CurrencyCode;
  readonly held: bigint;
  readonly local: bigint;
  /** The least that may be bought; absent for a sale. */
  readonly least: bigint | undefined;
}

function sizeOf(evidence: Evidence, trade: Trade): SizedTrade {
  const product = productOf(evidence, trade.product);
  const currency = currencyOf(product, evidence.account);
  const held = heldBefore(evidence, trade);
  const { minimumPurchase, minimumAddition } = product;
  const least = held > 0n ? (minimumAddition ?? minimumPurchase) : minimumPurchase;
  return {
    trade,
    product,
    currency,
    held,
    local: unitsIn(trade.local),
    least: trade.side === 'buy' ? unitsOf(least, currency) : undefined,
  };
}

function missedMinimum(evidence: Evidence, trade: Trade): number {
  const { account, policy } = evidence;
  if (trade.product === policy.residualProduct) return 0;
  const size = minimumOf(evidence, trade);
  if (size === undefined) return 0;
  const least = size.amount === undefined ? 0 : asNumber(unitsIn(size.amount), account.currency);
  const share = size.share === undefined ? 0 : leastShare(size.share, evidence);
  return Math.max(least, share) - asNumber(unitsIn(trade.amount), account.currency);
}

/** A share is rounded to the smallest unit. */
function leastShare(share: number, { account, investable }: Evidence): number {
  const whole = asNumber(unitsIn(investable) - 1n, account.currency);
  return Math.max(0, share * whole - asNumber(1n, account.currency) / 2);
}

/** By product, else by its type, else that of all: the first that says something of the side. */
function minimumOf(evidence: Evidence, { product: id, side }: Trade): TradeSize | undefined {
  const { minimumTrade, minimumTradeOf, minimumTradeOfType } = evidence.policy.trading ?? {};
  const { type = '' } = productOf(evidence, id);
  for (const size of [minimumTradeOf?.[id], minimumTradeOfType?.[type], minimumTrade]) {
    if (size === undefined) continue;
    const own = 'buy' in size || 'sell' in size ? size[side] : (size as TradeSize);
    if (own !== undefined) return own;
  }
  return undefined;
}

function missedStep(
  { account, policy }: Evidence,
  { trade, product, currency, held, local, least }: SizedTrade,
): number {
  if (trade.side === 'sell' && local === held) return 0;
  if (product.unitStep !== undefined && trade.units !== undefined) {
    const units = readDecimal(trade.units, 'units', 'any');
    const step = readDecimal(product.unitStep, 'unitStep', 'any');
    const scale = Math.max(units.scale, step.scale);
    const count = units.digits * powerOfTen(scale - units.scale);
    return Number(count % (step.digits * powerOfTen(scale - step.scale)));
  }
  if (least !== undefined) {
    const over = (local - least) % unitsOf(product.step, currency);
    return asNumber(over < 0n ? -over : over, currency);
  }
  const step = policy.trading?.amountStep;
  const isFree = step === undefined || trade.product === policy.residualProduct;
  // In another currency a step of the account's is met up to the rate's rounding; a product's own step may be the coarser one.
  if (isFree || currency !== account.currency) return 0;
  const isKept = product.minimumHolding !== undefined || product.dealing !== undefined;
  const over = local % unitsOf(step, currency);
  return isKept ? 0 : asNumber(over, currency);
}

function missedPurchase({ currency, local, least }: SizedTrade): number {
  return least === undefined ? 0 : asNumber(least - local, currency);
}

function missedHolding({ trade, product, currency, held, local }: SizedTrade): number {
  if (trade.side === 'buy' || product.minimumHolding === undefined) return 0;
  const rest = held - local;
  if (rest === 0n) return 0;
  return asNumber(unitsOf(product.minimumHolding, currency) - rest, currency);
}

/** A sale is large enough, or takes out everything. */
function missedRedemption({ trade, product, currency, held, local }: SizedTrade): number {
  const { minimumRedemption } = product;
  if (trade.side === 'buy' || minimumRedemption === undefined || local === held) return 0;
  return asNumber(unitsOf(minimumRedemption, currency) - local, currency);
}
