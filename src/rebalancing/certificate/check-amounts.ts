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
  sellsAll,
  unitsIn,
  unitsOf,
} from './evidence.js';

/** Every trade is large enough, in steps and whole units, and leaves nothing too small. */
export function checkAmounts(evidence: Evidence): readonly RuleCheck[] {
  const { trades } = evidence;
  const worst = (missed: (trade: Trade) => number): number => Math.max(0, ...trades.map(missed));
  return [
    check(
      'minimum-trade',
      worst((trade) => missedMinimum(evidence, trade)),
    ),
    check(
      'step',
      worst((trade) => missedStep(evidence, trade)),
    ),
    check(
      'minimum-purchase',
      worst((trade) => missedPurchase(evidence, trade)),
    ),
    check(
      'minimum-holding',
      worst((trade) => missedHolding(evidence, trade)),
    ),
  ];
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

function missedStep(evidence: Evidence, trade: Trade): number {
  if (sellsAll(evidence, trade)) return 0;
  const { account, policy } = evidence;
  const product = productOf(evidence, trade.product);
  const currency = currencyOf(product, account);
  if (product.unitStep !== undefined && trade.units !== undefined) {
    const units = readDecimal(trade.units, 'units', 'any');
    const step = readDecimal(product.unitStep, 'unitStep', 'any');
    const scale = Math.max(units.scale, step.scale);
    const count = units.digits * 10n ** BigInt(scale - units.scale);
    return Number(count % (step.digits * 10n ** BigInt(scale - step.scale)));
  }
  const local = unitsIn(trade.local);
  if (trade.side === 'buy') {
    const isHeld = heldBefore(evidence, trade) > 0n;
    const least = isHeld
      ? (product.minimumAddition ?? product.minimumPurchase)
      : product.minimumPurchase;
    const over = (local - unitsOf(least, currency)) % unitsOf(product.step, currency);
    if (over !== 0n) return asNumber(over < 0n ? -over : over, currency);
  }
  const step = policy.trading?.amountStep;
  const isFree = step === undefined || trade.product === policy.residualProduct;
  // In another currency a step of the account's is met up to the rate's rounding; a product's own step may be the coarser one.
  if (isFree || currency !== account.currency || trade.side === 'buy') return 0;
  const isKept = product.minimumHolding !== undefined || product.dealing !== undefined;
  const over = local % unitsOf(step, currency);
  return isKept ? 0 : asNumber(over, currency);
}

function missedPurchase(evidence: Evidence, trade: Trade): number {
  if (trade.side === 'sell') return 0;
  const product = productOf(evidence, trade.product);
  const currency = currencyOf(product, evidence.account);
  const isHeld = heldBefore(evidence, trade) > 0n;
  const least = isHeld
    ? (product.minimumAddition ?? product.minimumPurchase)
    : product.minimumPurchase;
  return asNumber(unitsOf(least, currency) - unitsIn(trade.local), currency);
}

function missedHolding(evidence: Evidence, trade: Trade): number {
  const product = productOf(evidence, trade.product);
  if (trade.side === 'buy' || product.minimumHolding === undefined) return 0;
  const rest = heldBefore(evidence, trade) - unitsIn(trade.local);
  if (rest === 0n) return 0;
  const currency = currencyOf(product, evidence.account);
  return asNumber(unitsOf(product.minimumHolding, currency) - rest, currency);
}
