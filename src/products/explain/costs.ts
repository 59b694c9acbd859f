import { makeReason, type Reason } from '../../evidence/index.js';
import { addMoney, type CurrencyCode } from '../../money/index.js';
import { isAboveZero } from '../compile/check-amount.js';
import type { ExAnteCosts } from '../costs/ex-ante.js';
import type { Product } from '../product.js';
import type { EntryFeeTier, ExitFeeTier } from '../product-fees.js';
import { isLiability } from '../product-type.js';
import { amountIn } from './amount-in.js';
import type { ExplainedProduct } from './explain-product.js';
import { holdingDays } from './holding-days.js';

/** What a product costs: its rates, and for an amount the money. */
export function tellCosts(
  { product, options }: ExplainedProduct,
  costs: ExAnteCosts | undefined,
): readonly Reason[] {
  const annual = tellAnnual(product);
  if (isLiability(product)) return annual;
  const currency = product.currency ?? options.amount?.currency;
  return [
    ...annual,
    ...tellEntry(product, currency),
    ...tellExit(product.fees?.exit),
    ...tellRest(product),
    ...tellMoney(costs, options.assumptions !== undefined),
  ];
}

function tellAnnual({ annualFee, fees }: Product): readonly Reason[] {
  const parts = Object.entries(fees?.annualParts ?? {})
    .filter(([, rate]) => rate > 0)
    .sort(([, a], [, b]) => b - a);
  if (annualFee === 0) return [makeReason('products.cost-annual-none', 'info')];
  return [
    makeReason('products.cost-annual', 'info', { rate: annualFee }),
    ...parts.map(([part, rate]) => makeReason('products.cost-annual-part', 'info', { part, rate })),
  ];
}

function tellEntry(
  { entryFee, fees }: Product,
  currency: CurrencyCode | undefined,
): readonly Reason[] {
  const tiers = fees?.entry ?? [{ from: '0', rate: entryFee }];
  return tiers.map((tier, index) => {
    const next = tiers[index + 1];
    if ('flat' in tier) return tellFlat(tier, next, currency);
    const { rate } = tier;
    if (index > 0) {
      const from = amountIn(currency, tier.from);
      return makeReason('products.cost-entry-tier', 'info', { from, rate });
    }
    if (next !== undefined) {
      const to = amountIn(currency, next.from);
      return makeReason('products.cost-entry-below', 'info', { to, rate });
    }
    return rate === 0
      ? makeReason('products.cost-entry-none', 'info')
      : makeReason('products.cost-entry', 'info', { rate });
  });
}

function tellFlat(
  tier: Extract<EntryFeeTier, { readonly flat: string }>,
  next: EntryFeeTier | undefined,
  currency: CurrencyCode | undefined,
): Reason {
  const flat = amountIn(currency, tier.flat);
  if (isAboveZero(tier.from)) {
    const from = amountIn(currency, tier.from);
    return makeReason('products.cost-entry-flat', 'info', { from, flat });
  }
  if (next === undefined) return makeReason('products.cost-entry-flat-any', 'info', { flat });
  const to = amountIn(currency, next.from);
  return makeReason('products.cost-entry-flat-below', 'info', { to, flat });
}

function tellExit(tiers: readonly ExitFeeTier[] = []): readonly Reason[] {
  if (tiers.every(({ rate }) => rate === 0)) return [makeReason('products.cost-exit-none', 'info')];
  return tiers.map(({ fromDays, rate }, index) => {
    const toDays = tiers[index + 1]?.fromDays;
    if (toDays === undefined) {
      if (fromDays === 0) return makeReason('products.cost-exit-any', 'info', { rate });
      return rate === 0
        ? makeReason('products.cost-exit-free', 'info', { fromDays })
        : makeReason('products.cost-exit-last', 'info', { fromDays, rate });
    }
    return fromDays === 0
      ? makeReason('products.cost-exit-first', 'info', { toDays, rate })
      : makeReason('products.cost-exit', 'info', { fromDays, toDays, rate });
  });
}

function tellRest({ fees = {} }: Product): readonly Reason[] {
  const { performance, halfSpread = 0, rebate = 0, entryCommission = 0 } = fees;
  return [
    ...(performance === undefined || performance.rate === 0
      ? []
      : [makeReason('products.cost-performance', 'info', { ...performance })]),
    ...(halfSpread > 0 ? [makeReason('products.cost-spread', 'info', { rate: halfSpread })] : []),
    ...(rebate > 0 ? [makeReason('products.cost-rebate', 'info', { rate: rebate })] : []),
    ...(entryCommission > 0
      ? [makeReason('products.cost-commission', 'info', { rate: entryCommission })]
      : []),
  ];
}

/** The loss of return is measured against what is expected, so it is told only where that is known. */
function tellMoney(costs: ExAnteCosts | undefined, withReturn: boolean): readonly Reason[] {
  if (costs === undefined) return [];
  const { years, reductionInYield: reduction } = costs;
  if (!withReturn) return [tellYears(costs)];
  const days = holdingDays(years);
  return [
    tellYears(costs),
    days === undefined
      ? makeReason('products.cost-reduction', 'info', { years, reduction })
      : makeReason('products.cost-reduction-days', 'info', { days, reduction }),
  ];
}

/** A holding of a year or less has no years after. */
function tellYears({ firstYear, ongoing, performance, years, overHolding }: ExAnteCosts): Reason {
  if (years <= 1) {
    return makeReason('products.cost-in-money-in-all', 'info', { total: overHolding.total });
  }
  const later = addMoney(ongoing, performance);
  return makeReason('products.cost-in-money', 'info', { firstYear, ongoing: later });
}
