import { makeReason, type Reason } from '../../evidence/index.js';
import { addMoney } from '../../money/index.js';
import { impactShare } from '../costs/charges.js';
import type { ExAnteCosts } from '../costs/ex-ante.js';
import type { Product } from '../product.js';
import { isLiability } from '../product-type.js';
import { amountIn } from './amount-in.js';
import type { CheckedExplainOptions } from './explain-options.js';
import type { ExplainedProduct } from './explain-product.js';
import { tellEntry, tellExit } from './fee-tiers.js';
import { holdingDays } from './holding-days.js';

/** What a product costs: its rates, and for an amount the money. */
export function tellCosts(
  { product, options }: ExplainedProduct,
  costs: ExAnteCosts | undefined,
): readonly Reason[] {
  if (isLiability(product)) return tellLoan(product);
  const currency = product.currency ?? options.amount?.currency;
  return [
    ...tellAnnual(product),
    ...tellEntry(product, currency),
    ...tellExit(product.fees?.exit, currency),
    ...tellRest(product),
    ...tellImpact(product, options),
    ...tellMoney(costs, options.assumptions !== undefined),
  ];
}

/** What a debt costs stands in its contract; a product file may state charges of it. */
function tellLoan({ annualFee }: Product): readonly Reason[] {
  return [
    makeReason('products.cost-loan', 'info'),
    ...(annualFee === 0
      ? []
      : [makeReason('products.cost-loan-annual', 'info', { rate: annualFee })]),
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

function tellImpact(product: Product, { amount, fx }: CheckedExplainOptions): readonly Reason[] {
  const impact = product.fees?.impact;
  if (impact === undefined || impact.coefficient === 0) return [];
  if (amount === undefined) {
    const parameters = {
      amount: amountIn(product.currency, impact.dailyVolume),
      rate: impact.coefficient,
    };
    return [makeReason('products.cost-impact', 'info', parameters)];
  }
  const rate = impactShare(product, 1, { amount, fx });
  return [makeReason('products.cost-impact-yours', 'info', { rate })];
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
