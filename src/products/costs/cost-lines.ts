import {
  addMoney,
  type CurrencyCode,
  isPositive,
  type Money,
  minMoney,
  multiplyMoney,
  splitMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import type { Charges } from './charges.js';
import { type CostAmounts, withTotal } from './cost-amounts.js';
import { feeOnExit } from './holding-path.js';
import type { LeavingCosts } from './illustration.js';

/** What the distributor is paid: part of the costs, not on top of them. */
export interface ThirdPartyPayments<C extends CurrencyCode = CurrencyCode> {
  /** Out of the entry fees. */
  readonly entryCommission: Money<C>;
  /** Out of a year's recurring charges. */
  readonly rebate: Money<C>;
  /** Both over the whole holding period. */
  readonly overHolding: Money<C>;
}

/** The costs of one product in a portfolio. */
export interface CostLine<C extends CurrencyCode = CurrencyCode> {
  /** The product's id. */
  readonly product: string;
  /** Decimal fraction of the amount. */
  readonly weight: number;
  /** The product's recurring charges, decimal fraction a year. */
  readonly annualFeeRate: number;
  /** The performance fee to be expected, decimal fraction of the value a year. */
  readonly performanceRate: number;
  /** Entry fee, half-even to the currency's smallest unit. */
  readonly entryFee: Money<C>;
  /** Its part of `ongoing`; the parts add up exactly. */
  readonly ongoing: Money<C>;
  /** `ongoing` by the names of its parts; they add up exactly. */
  readonly annualParts: Readonly<Record<string, Money<C>>>;
  /** Its part of the costs of the holding period; the parts add up exactly. */
  readonly overHolding: CostAmounts<C>;
  readonly thirdParty: ThirdPartyPayments<C>;
}

/** The figures of the whole portfolio, of which lines take their parts. */
export interface LineBasis<C extends CurrencyCode> {
  readonly amount: Money<C>;
  readonly years: number;
  /** The value at the end before leaving, as a fraction of the amount. */
  readonly value: number;
  readonly entryFees: readonly Money<C>[];
  readonly entrySpreads: readonly Money<C>[];
  readonly ongoing: Money<C>;
  readonly overHolding: CostAmounts<C>;
  readonly leaving: LeavingCosts<C>;
}

/** One line for each product, in the order of the charges. */
export function makeLines<C extends CurrencyCode>(
  charges: readonly Charges[],
  basis: LineBasis<C>,
): readonly CostLine<C>[] {
  const { years, value, overHolding, leaving } = basis;
  const { currency } = basis.ongoing;
  const split = (total: Money<C>, rate: (one: Charges) => number): readonly Money<C>[] =>
    splitByRate(total, charges, rate);
  const ongoing = split(basis.ongoing, ({ annual }) => annual);
  const ongoingInAll = split(overHolding.ongoing, ({ annual }) => annual);
  const performance = split(overHolding.performance, (one) => one.performance);
  const exit = split(overHolding.exit, (one) => feeOnExit(one, years, value));
  const exitSpread = split(leaving.spread, ({ halfSpread }) => halfSpread);
  const lines = charges.map((one, index) => {
    const entryFee = basis.entryFees[index] as Money<C>;
    const yearly = ongoing[index] as Money<C>;
    const inAll = withTotal(currency, {
      entry: entryFee,
      spread: addMoney(basis.entrySpreads[index] as Money<C>, exitSpread[index] as Money<C>),
      ongoing: ongoingInAll[index] as Money<C>,
      performance: performance[index] as Money<C>,
      exit: exit[index] as Money<C>,
    });
    return Object.freeze({
      product: one.product.id,
      weight: one.weight,
      annualFeeRate: one.annual,
      performanceRate: one.performance,
      entryFee,
      ongoing: yearly,
      annualParts: splitParts(yearly, one),
      overHolding: inAll,
      thirdParty: thirdPartyOf(one, {
        ...{ amount: basis.amount, entryFee, yearly },
        inAll: inAll.ongoing,
      }),
    });
  });
  return Object.freeze(lines);
}

/** Splits a total by weight × rate, exactly. */
function splitByRate<C extends CurrencyCode>(
  total: Money<C>,
  charges: readonly Charges[],
  rate: (one: Charges) => number,
): readonly Money<C>[] {
  if (!isPositive(total)) return charges.map(() => zeroMoney(total.currency));
  return splitMoney(
    total,
    charges.map((one) => one.weight * rate(one)),
  );
}

/** The name of charges that a product does not take apart. */
export const UNSPECIFIED: string = 'unspecified';

/** A product's recurring charges by the names of their parts, exactly, in the order of the names. */
function splitParts<C extends CurrencyCode>(
  total: Money<C>,
  { product }: Charges,
): Readonly<Record<string, Money<C>>> {
  const parts = product.fees?.annualParts ?? { [UNSPECIFIED]: 1 };
  const names = Object.keys(parts).sort();
  if (names.length === 1) return Object.freeze({ [names[0]!]: total });
  const amounts = isPositive(total)
    ? splitMoney(
        total,
        names.map((name) => parts[name] as number),
      )
    : names.map(() => zeroMoney(total.currency));
  return Object.freeze(
    Object.fromEntries(names.map((name, index) => [name, amounts[index] as Money<C>])),
  );
}

function thirdPartyOf<C extends CurrencyCode>(
  one: Charges,
  {
    amount,
    entryFee,
    yearly,
    inAll,
  }: Readonly<Record<'amount' | 'entryFee' | 'yearly' | 'inAll', Money<C>>>,
): ThirdPartyPayments<C> {
  const { rebate = 0, entryCommission = 0 } = one.product.fees ?? {};
  const invested = one.weight * (1 - one.entry);
  // Beside a rate it is at most that; a fee with sums may be less.
  const commission = minMoney(partOf(amount, invested * entryCommission), entryFee);
  // A share of charges that are rounded already, so that a part never exceeds its whole.
  const share = one.annual === 0 ? 0 : rebate / one.annual;
  return Object.freeze({
    entryCommission: commission,
    rebate: partOf(yearly, share),
    overHolding: addMoney(commission, partOf(inAll, share)),
  });
}

/** A fraction of an amount, half-even; most products charge nothing of most kinds, and that needs no product. */
export function partOf<C extends CurrencyCode>(amount: Money<C>, fraction: number): Money<C> {
  return fraction === 0 ? zeroMoney(amount.currency) : multiplyMoney(amount, fraction);
}

/** The lines' recurring charges by name. */
export function sumParts<C extends CurrencyCode>(
  lines: readonly CostLine<C>[],
  currency: C,
): Readonly<Record<string, Money<C>>> {
  const names = [...new Set(lines.flatMap(({ annualParts }) => Object.keys(annualParts)))].sort();
  const sums = names.map((name) => {
    const parts = lines.flatMap(({ annualParts }) => annualParts[name] ?? []);
    return [name, sumMoney(currency, parts)] as const;
  });
  return Object.freeze(Object.fromEntries(sums));
}

/** The lines' payments to the distributor. */
export function sumThirdParty<C extends CurrencyCode>(
  lines: readonly CostLine<C>[],
  currency: C,
): ThirdPartyPayments<C> {
  const sum = (key: keyof ThirdPartyPayments<C>): Money<C> =>
    sumMoney(
      currency,
      lines.map(({ thirdParty }) => thirdParty[key]),
    );
  return Object.freeze({
    entryCommission: sum('entryCommission'),
    rebate: sum('rebate'),
    overHolding: sum('overHolding'),
  });
}
