import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  ratioOfMoney,
  subtractMoney,
} from '../../money/index.js';
import { ASSET_CLASSES, classOf } from '../holding.js';
import type { BalanceSheetOptions, CompleteBalanceSheet } from './balance-sheet.js';
import { concentrationOf, type ValuedHolding } from './concentration.js';
import { currencyExposures } from './currency-exposure.js';
import { type DepositInsuranceReport, depositInsuranceReport } from './deposit-insurance.js';
import { equityPart } from './equity-part.js';
import { leverageOf } from './leverage.js';
import { isLiquid } from './liquid.js';
import { liquidityLadder } from './liquidity-ladder.js';
import { totalOf } from './total.js';
import { type Debt, positionOf, type Valuation, type ValuedDebt } from './value-positions.js';

/** A valuation without a missing rate. */
export interface CompleteValuation<C extends CurrencyCode> extends Valuation<C> {
  readonly held: readonly ValuedHolding<C>[];
  readonly owed: readonly ValuedDebt<C>[];
  readonly debts: readonly (Debt<C> & { readonly value: Money<C> })[];
}

/** Adds up what is owned and owed, and measures it. */
export function completeSheet<C extends CurrencyCode>(
  currency: C,
  { held, owed, debts }: CompleteValuation<C>,
  options: BalanceSheetOptions<C>,
): CompleteBalanceSheet<C> {
  const {
    essentialMonthly,
    liquidWithinDays = 1,
    depositInsurance,
    asOf,
    liquiditySteps,
  } = options;
  const sum = (rows: readonly { readonly value: Money<C> }[]): Money<C> => totalOf(currency, rows);
  const less = (a: Money<C>, b: Money<C>): Money<C> =>
    subtractMoney<CurrencyCode>(a, b) as Money<C>;

  const property = held.filter(({ holding }) => holding.kind === 'property');
  const financial = held.filter(({ holding }) => holding.kind !== 'property');
  const financialAssets = sum(financial);
  const liabilities = sum(debts);
  const netFinancial = less(financialAssets, liabilities);
  const netWorth = less(sum(held), liabilities);
  const shareOf: ShareOf = (value) =>
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
    netWorth,
    classes: classesOf(held, currency, shareOf),
    positions: positionsOf(held, shareOf),
    debts,
    liquid,
    liquidShare: shareOf(liquid),
    emergencyMonths:
      essentialMonthly === undefined || !isPositive(essentialMonthly)
        ? null
        : ratioOfMoney<CurrencyCode>(liquid, essentialMonthly),
    liquidity: liquidityLadder(financial, currency, shareOf, {
      ...(asOf === undefined ? {} : { asOf }),
      ...(liquiditySteps === undefined ? {} : { steps: liquiditySteps }),
    }),
    currencies: currencyExposures(held, owed, netWorth, shareOf),
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
    leverage: leverageOf(
      owed,
      { assets: sum(held), liabilities, netWorth },
      options.debtServiceRatio,
    ),
    reasons: Object.freeze(excessReasons(insurance)),
  });
}

function excessReasons(insurance: DepositInsuranceReport | null): readonly Reason[] {
  if (insurance === null || !isPositive(insurance.excess)) return [];
  const { excess, limit } = insurance;
  return [makeReason('client.deposit-insurance-excess', 'info', { excess, limit })];
}

type ShareOf = (value: Money) => number | null;

function classesOf<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  currency: C,
  shareOf: ShareOf,
): CompleteBalanceSheet<C>['classes'] {
  const classes = ASSET_CLASSES.flatMap((assetClass) => {
    const rows = held.filter(({ holding }) => classOf(holding.kind) === assetClass);
    if (rows.length === 0) return [];
    const value = totalOf(currency, rows);
    const share = assetClass === 'property' ? null : shareOf(value);
    return [Object.freeze({ assetClass, value, share })];
  });
  return Object.freeze(classes);
}

function positionsOf<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  shareOf: ShareOf,
): CompleteBalanceSheet<C>['positions'] {
  const positions = held.map(({ holding, value }) => {
    const share = holding.kind === 'property' ? null : shareOf(value);
    return Object.freeze({ ...positionOf(holding, value), value, share });
  });
  return Object.freeze(positions);
}

function knownEquity<C extends CurrencyCode>(
  financial: readonly ValuedHolding<C>[],
  shareOf: ShareOf,
): number | null {
  if (financial.every(({ value }) => shareOf(value) === null)) return null;
  return financial.reduce(
    (sum, { holding, value }) => sum + (equityPart(holding) ?? 0) * (shareOf(value) ?? 0),
    0,
  );
}
