import type { CurrencyCode } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { powerOfTen, readDecimal } from '../account/exact.js';
import type { SizeBySide, TradeSize } from '../policy/policy.js';
import type { RuleCheck } from '../result/result.js';
import { asNumber, check, type Evidence, shortBy, unitsIn, unitsOf } from './evidence.js';
import type { TradeRow } from './trade-row.js';

/** Every trade is large enough, in steps and whole units, and leaves nothing too small. */
export function checkAmounts(evidence: Evidence, rows: readonly TradeRow[]): readonly RuleCheck[] {
  let [trade, step, purchase, holding, redemption] = [0, 0, 0, 0, 0];
  let hasLeastRedemption = false;
  for (const row of rows) {
    trade = Math.max(trade, missedMinimum(evidence, row));
    if (row.trade.side === 'buy') {
      const least = leastPurchase(row);
      step = Math.max(step, missedStep(evidence, row, least));
      purchase = Math.max(purchase, shortBy(least - row.local, row.currency));
    } else {
      step = Math.max(step, missedStep(evidence, row));
      holding = Math.max(holding, missedHolding(row));
      redemption = Math.max(redemption, missedRedemption(row));
    }
    if (row.product.minimumRedemption !== undefined) hasLeastRedemption = true;
  }
  const checks = [
    check('minimum-trade', trade),
    check('step', step),
    check('minimum-purchase', purchase),
    check('minimum-holding', holding),
  ];
  if (hasLeastRedemption) checks.push(check('minimum-redemption', redemption));
  return checks;
}

/** The least that may be bought, or added to what is held. */
function leastPurchase({ product, currency, held }: TradeRow): bigint {
  const { minimumPurchase, minimumAddition } = product;
  return unitsOf(held > 0n ? (minimumAddition ?? minimumPurchase) : minimumPurchase, currency);
}

function missedMinimum(evidence: Evidence, row: TradeRow): number {
  const { account, policy } = evidence;
  if (row.trade.product === policy.residualProduct) return 0;
  const size = minimumOf(evidence, row);
  if (size === undefined) return 0;
  const least = size.amount === undefined ? 0 : asNumber(unitsIn(size.amount), account.currency);
  const share = size.share === undefined ? 0 : leastShare(size.share, evidence);
  return Math.max(least, share) - asNumber(row.amount, account.currency);
}

/** A share is rounded to the smallest unit. */
function leastShare(share: number, { account, investable }: Evidence): number {
  const whole = asNumber(unitsIn(investable) - 1n, account.currency);
  return Math.max(0, share * whole - asNumber(1n, account.currency) / 2);
}

/** By product, else by its type, else that of all: the first that says something of the side. */
function minimumOf({ policy }: Evidence, { trade, product }: TradeRow): TradeSize | undefined {
  const { minimumTrade, minimumTradeOf, minimumTradeOfType } = policy.trading ?? {};
  return (
    sizeOn(trade.side, minimumTradeOf?.[trade.product]) ??
    sizeOn(trade.side, minimumTradeOfType?.[product.type ?? '']) ??
    sizeOn(trade.side, minimumTrade)
  );
}

function sizeOn(side: 'buy' | 'sell', size: SizeBySide | undefined): TradeSize | undefined {
  if (size === undefined) return undefined;
  return 'buy' in size || 'sell' in size ? size[side] : (size as TradeSize);
}

/** @param least the least that may be bought; absent for a sale. */
function missedStep(evidence: Evidence, row: TradeRow, least?: bigint): number {
  const { trade, product, currency, held, local } = row;
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
  return missedAmountStep(evidence, row, least);
}

/** By how much a trade misses a multiple of the policy's step, where the product's terms have one. */
function missedAmountStep(
  { account, policy, rateOf }: Evidence,
  { trade, product, currency, amount }: TradeRow,
  least: bigint | undefined,
): number {
  const { amountStep } = policy.trading ?? {};
  if (amountStep === undefined || trade.product === policy.residualProduct) return 0;
  const step = unitsOf(amountStep, account.currency);
  const isForeign = currency !== account.currency;
  // A purchase in another currency goes by the product's own steps.
  if (least !== undefined && (isForeign || !haveMultiples(product, currency, least, step)))
    return 0;
  const above = amount % step;
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

function missedHolding({ product, currency, held, local }: TradeRow): number {
  if (product.minimumHolding === undefined || local === held) return 0;
  return shortBy(unitsOf(product.minimumHolding, currency) - (held - local), currency);
}

/** A sale is large enough, or takes out everything. */
function missedRedemption({ product, currency, held, local }: TradeRow): number {
  if (product.minimumRedemption === undefined || local === held) return 0;
  return shortBy(unitsOf(product.minimumRedemption, currency) - local, currency);
}
