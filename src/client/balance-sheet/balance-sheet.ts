import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { at, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, type Money, parseMoneyIn } from '../../money/index.js';
import {
  type AssetClass,
  type Holding,
  type Liability,
  readHoldings,
  readLiabilities,
} from '../holding.js';
import { type RatesFor, readRates } from '../rates.js';
import { type CompleteValuation, completeSheet } from './complete-sheet.js';
import type { Concentration } from './concentration.js';
import type { CurrencyExposure } from './currency-exposure.js';
import {
  checkDepositInsurance,
  type DepositInsurance,
  type DepositInsuranceReport,
} from './deposit-insurance.js';
import type { Leverage } from './leverage.js';
import {
  checkLiquiditySteps,
  type LiquidityLadder,
  type LiquidityStep,
} from './liquidity-ladder.js';
import {
  type Debt,
  type MissingRate,
  type Position,
  positionOf,
  type Valuation,
  valuePositions,
} from './value-positions.js';

/** What a balance sheet measures beyond its sums. */
export interface BalanceSheetOptions<C extends CurrencyCode = CurrencyCode> {
  /** What the client cannot do without in a month; without it there are no emergency months. */
  readonly essentialMonthly?: Money<C>;
  /** Deposits and money funds available within this many days are liquid. Default 1. */
  readonly liquidWithinDays?: number;
  /** The deposit guarantee, if deposits are to be held against it. */
  readonly depositInsurance?: DepositInsurance<C>;
  /** The day from which a maturity counts; without it nobody knows when such money can be had. */
  readonly asOf?: PlainDate;
  /** The steps of the liquidity ladder. Default `LIQUIDITY_STEPS`. */
  readonly liquiditySteps?: readonly LiquidityStep[];
  /** Debt service / income as `analyseCashFlow` found it, decimal fraction. */
  readonly debtServiceRatio?: number;
}

/** What a client owns and owes, in one currency; shares are decimal fractions of the financial assets. */
export interface CompleteBalanceSheet<C extends CurrencyCode = CurrencyCode> {
  readonly status: 'complete';
  readonly currency: C;
  /** Everything owned but property. */
  readonly financialAssets: Money<C>;
  readonly property: Money<C>;
  /** Debts, overdrafts among them. */
  readonly liabilities: Money<C>;
  /** Financial assets − liabilities. */
  readonly netFinancial: Money<C>;
  /** The same with property. */
  readonly netWorth: Money<C>;
  /** Classes that are held, in the order of `ASSET_CLASSES`; property has no share. */
  readonly classes: readonly {
    readonly assetClass: AssetClass;
    readonly value: Money<C>;
    readonly share: number | null;
  }[];
  /** By id; property has no share. */
  readonly positions: readonly (Position<C> & {
    readonly value: Money<C>;
    readonly share: number | null;
  })[];
  /** By id. */
  readonly debts: readonly (Debt<C> & { readonly value: Money<C> })[];
  /** Deposits and money funds that can be had at once, in all currencies. */
  readonly liquid: Money<C>;
  readonly liquidShare: number | null;
  /** Liquid / essential monthly spending; `null` where that is not known or 0. */
  readonly emergencyMonths: number | null;
  /** Financial assets by when their money can be had. */
  readonly liquidity: LiquidityLadder<C>;
  /** What is owned and owed by currency. */
  readonly currencies: readonly CurrencyExposure<C>[];
  /** Share held in other currencies. */
  readonly foreignCurrencyShare: number | null;
  readonly equity: {
    /** Share that surely is in shares of companies. */
    readonly known: number | null;
    /** Share of holdings whose part in shares is not known. */
    readonly unknown: number | null;
  };
  readonly concentration: Concentration<C>;
  /** `null` where no guarantee was given. */
  readonly depositInsurance: DepositInsuranceReport<C> | null;
  /** Liabilities / financial assets; `null` without assets. */
  readonly debtToAssets: number | null;
  /** How heavily debts weigh otherwise. */
  readonly leverage: Leverage<C>;
  readonly reasons: readonly Reason[];
}

/** No totals, because a rate is missing; what can be valued is. */
export interface WithheldBalanceSheet<C extends CurrencyCode = CurrencyCode> {
  readonly status: 'missing-rate';
  readonly currency: C;
  /** At least one. */
  readonly missing: readonly MissingRate[];
  readonly positions: readonly Position<C>[];
  readonly debts: readonly Debt<C>[];
  readonly reasons: readonly Reason[];
}

/** A balance sheet, or the rates that are missing for it. */
export type BalanceSheet<C extends CurrencyCode = CurrencyCode> =
  | CompleteBalanceSheet<C>
  | WithheldBalanceSheet<C>;

/**
 * Draws up what a client owns and owes, in the base currency of the rates.
 *
 * Each row is converted and rounded once, half-even, so that the parts add up to the totals exactly. If one
 * rate is missing there is no total: an incomplete one would be taken for the whole. A deposit below zero
 * is an overdraft: a liability, and no asset. The order of the rows has no influence.
 *
 * @param fx rates in units of the base currency.
 * @returns `complete`, or `missing-rate` with the missing pairs.
 * @throws AptfolioError naming every row at fault, `holdings[2].amount`: unlike bookings, a balance sheet
 * without a row would be wrong.
 *
 * @example
 * ```ts
 * import { balanceSheet } from 'aptfolio/client';
 *
 * const holdings = [
 *   { id: 'a', kind: 'deposit', currency: 'CNY', amount: '300.00', availableInDays: 0 },
 *   { id: 'b', kind: 'deposit', currency: 'CNY', amount: '-50.00' },
 *   { id: 'c', kind: 'stock', currency: 'USD', amount: '100.00', employer: true },
 * ];
 * const sheet = balanceSheet(holdings, [], { base: 'CNY', rates: { USD: '7.0000' } });
 * sheet.financialAssets.amount; // => '1000.00'
 * sheet.liabilities.amount; // => '50.00'
 * sheet.concentration.employerShare; // => 0.7
 *
 * sheet.currencies.map(({ currency, net }) => [currency, net.amount]);
 * // => [['CNY', '250.00'], ['USD', '700.00']]
 * sheet.liquidity.rungs[0].cumulative.amount; // => '300.00'
 * sheet.liquidity.unknown.holdings; // => ['c']
 *
 * balanceSheet(holdings, [], { base: 'CNY', rates: {} }).missing; // => [{ from: 'USD', to: 'CNY' }]
 * ```
 */
export function balanceSheet<C extends CurrencyCode>(
  holdings: readonly Holding[],
  liabilities: readonly Liability[],
  fx: RatesFor<C>,
  options: BalanceSheetOptions<C> = {},
): BalanceSheet<C> {
  const rates = readRates(fx, 'fx');
  return balanceSheetOf(
    readHoldings(holdings, 'holdings'),
    readLiabilities(liabilities, 'liabilities'),
    rates,
    checkOptions(options, rates.base),
  );
}

/** `balanceSheet` on checked rows. */
export function balanceSheetOf<C extends CurrencyCode>(
  holdings: readonly Holding[],
  liabilities: readonly Liability[],
  fx: RatesFor<C>,
  options: BalanceSheetOptions<C>,
): BalanceSheet<C> {
  const valuation = valuePositions(holdings, liabilities, fx);
  return valuation.missing.length > 0
    ? withheld(fx.base, valuation)
    : completeSheet(fx.base, valuation as CompleteValuation<C>, options);
}

/** The options that are given, in the form in which results carry them. */
function checkOptions<C extends CurrencyCode>(
  options: BalanceSheetOptions<C>,
  currency: C,
): BalanceSheetOptions<C> {
  checkObject(options, 'options');
  const { essentialMonthly, liquidWithinDays, depositInsurance } = options;
  const { asOf, liquiditySteps, debtServiceRatio } = options;
  const given = <T, K extends string>(
    key: K,
    value: T | undefined,
    check: (value: T, path: string) => T,
  ): { readonly [P in K]?: T } =>
    value === undefined ? {} : ({ [key]: check(value, at('options', key)) } as { [P in K]: T });
  return {
    ...given('essentialMonthly', essentialMonthly, (value, path) =>
      parseMoneyIn(value, currency, path, { sign: 'not-negative' }),
    ),
    ...given('liquidWithinDays', liquidWithinDays, (value, path) =>
      checkInteger(value, path, { min: 0 }),
    ),
    ...given('depositInsurance', depositInsurance, (value, path) =>
      checkDepositInsurance(value, currency, path),
    ),
    ...given('asOf', asOf, parsePlainDate),
    ...given('liquiditySteps', liquiditySteps, checkLiquiditySteps),
    ...given('debtServiceRatio', debtServiceRatio, (value, path) =>
      checkRange(value, path, { min: 0 }),
    ),
  };
}

function withheld<C extends CurrencyCode>(
  currency: C,
  { held, debts, missing }: Valuation<C>,
): WithheldBalanceSheet<C> {
  const positions = held.map(({ holding, value }) => Object.freeze(positionOf(holding, value)));
  return Object.freeze({
    status: 'missing-rate',
    currency,
    missing,
    positions: Object.freeze(positions),
    debts,
    reasons: Object.freeze(
      missing.map(({ from, to }) => makeReason('client.missing-rate', 'require', { from, to })),
    ),
  });
}
