import type { CurrencyCode } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { readDecimal } from '../account/exact.js';
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
  const worst = (missed: (one: SizedTrade) => number): number => Math.max(0, ...sized.map(missed));
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

function missedMinimum(evidence: Evidence, { product, amount }: Trade): number {
  const { account, policy, investable } = evidence;
  if (product === policy.residualProduct) return 0;
  const size: TradeSize | undefined =
    policy.trading?.minimumTradeOf?.[product] ?? policy.trading?.minimumTrade;
  if (size === undefined) return 0;
  const least = size.amount === undefined ? 0 : asNumber(unitsIn(size.amount), account.currency);
  // A share is rounded to the smallest unit.
  const whole = asNumber(unitsIn(investable) - 1n, account.currency);
  const share = Math.max(0, (size.share ?? 0) * whole - asNumber(1n, account.currency) / 2);
  return Math.max(least, share) - asNumber(unitsIn(amount), account.currency);
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
    const count = units.digits * 10n ** BigInt(scale - units.scale);
    return Number(count % (step.digits * 10n ** BigInt(scale - step.scale)));
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
