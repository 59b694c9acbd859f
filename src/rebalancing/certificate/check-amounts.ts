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

function missedStep(evidence: Evidence, sized: SizedTrade): number {
  const { trade, product, currency, held, local, least } = sized;
  if (trade.side === 'sell' && local === held) return 0;
  if (product.unitStep !== undefined && trade.units !== undefined) {
    const units = readDecimal(trade.units, 'units', 'any');
    const step = readDecimal(product.unitStep, 'unitStep', 'any');
    const scale = Math.max(units.scale, step.scale);
    const count = units.digits * powerOfTen(scale - units.scale);
    return Number(count % (step.digits * powerOfTen(scale - step.scale)));
  }
  const own = least === undefined ? 0n : (local - least) % unitsOf(product.step, currency);
  if (own !== 0n) return asNumber(own < 0n ? -own : own, currency);
  return missedAmountStep(evidence, sized);
}

/** By how much a trade misses a multiple of the policy's step, where the product's terms have one. */
function missedAmountStep(
  { account, policy, rateOf }: Evidence,
  { trade, product, currency, least }: SizedTrade,
): number {
  const { amountStep } = policy.trading ?? {};
  if (amountStep === undefined || trade.product === policy.residualProduct) return 0;
  const step = unitsOf(amountStep, account.currency);
  const isForeign = currency !== account.currency;
  // A purchase in another currency goes by the product's own steps.
  if (least !== undefined && (isForeign || !haveMultiples(product, currency, least, step)))
    return 0;
  const above = unitsIn(trade.amount) % step;
  const apart = above < step - above ? above : step - above;
  const { over, under } = rateOf(currency);
  // A step of the account's is met up to a unit of the product's currency.
  const isMet = isForeign ? apart * under <= over + under : above === 0n;
  return isMet ? 0 : asNumber(above, account.currency);
}

/** Whether some amount that may be bought is a multiple of a step: the greatest common divisor of both steps divides the least one. */
function haveMultiples(
  product: Product,
  currency: CurrencyCode,
  least: bigint,
  step: bigint,
): boolean {
  let [divisor, rest] = [step, unitsOf(product.step, currency)];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return least % divisor === 0n;
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
