import {
  type CurrencyCode,
  isPositive,
  type Money,
  ratioOfMoney,
  subtractMoney,
} from '../../money/index.js';
import type { ValuedHolding } from './concentration.js';
import { totalOf } from './total.js';
import type { ValuedDebt } from './value-positions.js';

/** What is owned and owed in one currency, in the base currency of the balance sheet. */
export interface CurrencyExposure<C extends CurrencyCode = CurrencyCode> {
  readonly currency: CurrencyCode;
  /** Everything owned but property. */
  readonly financialAssets: Money<C>;
  readonly property: Money<C>;
  readonly liabilities: Money<C>;
  /** Financial assets and property − liabilities; below 0 where more is owed than owned. */
  readonly net: Money<C>;
  /** Of the financial assets, decimal fraction; `null` without any. */
  readonly share: number | null;
  /** Net / net worth, decimal fraction, below 0 where more is owed; `null` where the net worth is not above 0. */
  readonly netShare: number | null;
}

/** Exposure by currency, in alphabetical order; each column adds up to the total of the balance sheet exactly. */
export function currencyExposures<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  owed: readonly ValuedDebt<C>[],
  netWorth: Money<C>,
  shareOf: (value: Money) => number | null,
): readonly CurrencyExposure<C>[] {
  const base = netWorth.currency;
  const total = (rows: readonly { readonly value: Money<C> }[]): Money<C> => totalOf(base, rows);
  const codes = new Set([
    ...held.map(({ holding }) => holding.currency),
    ...owed.map(({ liability }) => liability.currency),
  ]);
  const exposures = [...codes].sort().map((currency) => {
    const own = held.filter(({ holding }) => holding.currency === currency);
    const financialAssets = total(own.filter(({ holding }) => holding.kind !== 'property'));
    const property = total(own.filter(({ holding }) => holding.kind === 'property'));
    const liabilities = total(owed.filter(({ liability }) => liability.currency === currency));
    const net = subtractMoney<CurrencyCode>(total(own), liabilities) as Money<C>;
    const share = shareOf(financialAssets);
    const netShare = isPositive(netWorth) ? ratioOfMoney<CurrencyCode>(net, netWorth) : null;
    return Object.freeze({
      currency,
      financialAssets,
      property,
      liabilities,
      net,
      share,
      netShare,
    });
  });
  return Object.freeze(exposures);
}
