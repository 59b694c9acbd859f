import { makeReason } from '../evidence/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  ratioOfMoney,
  subtractMoney,
  sumMoney,
} from '../money/index.js';
import type { BalanceSheetOptions, CompleteBalanceSheet } from './balance-sheet.js';
import { concentrationOf, type ValuedHolding } from './concentration.js';
import { depositInsuranceReport } from './deposit-insurance.js';
import { equityPart } from './equity-part.js';
import { ASSET_CLASSES, classOf } from './holding.js';
import { isLiquid } from './liquid.js';
import { type Debt, positionOf, type Valuation } from './value-positions.js';

/** A valuation without a missing rate. */
export interface CompleteValuation<C extends CurrencyCode> extends Valuation<C> {
  readonly held: readonly ValuedHolding<C>[];
  readonly debts: readonly (Debt<C> & { readonly value: Money<C> })[];
}

/** Adds up what is owned and owed, and measures it. */
export function completeSheet<C extends CurrencyCode>(
  currency: C,
  { held, debts }: CompleteValuation<C>,
  { essentialMonthly, liquidWithinDays = 1, depositInsurance }: BalanceSheetOptions<C>,
): CompleteBalanceSheet<C> {
  const sum = (rows: readonly { readonly value: Money<C> }[]): Money<C> =>
    sumMoney<CurrencyCode>(
      currency,
      rows.map(({ value }) => value),
    ) as Money<C>;
  const less = (a: Money<C>, b: Money<C>): Money<C> =>
    subtractMoney<CurrencyCode>(a, b) as Money<C>;

  const property = held.filter(({ holding }) => holding.kind === 'property');
  const financial = held.filter(({ holding }) => holding.kind !== 'property');
  const financialAssets = sum(financial);
  const liabilities = sum(debts);
  const netFinancial = less(financialAssets, liabilities);
  const shareOf = (value: Money): number | null =>
    isPositive(financialAssets) ? ratioOfMoney<CurrencyCode>(value, financialAssets) : null;
  const shareOfRows = (rows: readonly ValuedHolding<C>[]): number | null => shareOf(sum(rows));

  const liquid = sum(financial.filter(({ holding }) => isLiquid(holding, liquidWithinDays)));
  const insurance =
    depositInsurance === undefined ? null : depositInsuranceReport(financial, depositInsurance);
  return Object.freeze({
    status: 'complete',
    currency,
    financialAssets,
    property: sum(property),
    liabilities,
    netFinancial,
    netWorth: less(netFinancial, less(sum([]), sum(property))),
    classes: Object.freeze(
      ASSET_CLASSES.flatMap((assetClass) => {
        const rows = held.filter(({ holding }) => classOf(holding.kind) === assetClass);
        if (rows.length === 0) return [];
        const share = assetClass === 'property' ? null : shareOfRows(rows);
        return [Object.freeze({ assetClass, value: sum(rows), share })];
      }),
    ),
    positions: Object.freeze(
      held.map(({ holding, value }) =>
        Object.freeze({
          ...positionOf(holding, value),
          value,
          share: holding.kind === 'property' ? null : shareOf(value),
        }),
      ),
    ),
    debts,
    liquid,
    liquidShare: shareOf(liquid),
    emergencyMonths:
      essentialMonthly === undefined || !isPositive(essentialMonthly)
        ? null
        : ratioOfMoney<CurrencyCode>(liquid, essentialMonthly),
    foreignCurrencyShare: shareOfRows(
      financial.filter(({ holding }) => holding.currency !== currency),
    ),
    equity: Object.freeze({
      known: knownEquity(financial, shareOf),
      unknown: shareOfRows(financial.filter(({ holding }) => equityPart(holding) === null)),
    }),
    concentration: concentrationOf(financial, financialAssets),
    depositInsurance: insurance,
    debtToAssets: shareOf(liabilities),
    reasons: Object.freeze(
      insurance === null || !isPositive(insurance.excess)
        ? []
        : [
            makeReason('client.deposit-insurance-excess', 'info', {
              excess: insurance.excess,
              limit: insurance.limit,
            }),
          ],
    ),
  });
}

function knownEquity<C extends CurrencyCode>(
  financial: readonly ValuedHolding<C>[],
  shareOf: (value: Money) => number | null,
): number | null {
  if (financial.every(({ value }) => shareOf(value) === null)) return null;
  return financial.reduce(
    (sum, { holding, value }) => sum + (equityPart(holding) ?? 0) * (shareOf(value) ?? 0),
    0,
  );
}
