import {
  type CurrencyCode,
  convertMoney,
  fromMinorUnits,
  type Money,
  toMinorUnits,
  zeroMoney,
} from '../../../money/index.js';
import { divideHalfEven } from '../../planning/exact.js';
import type { OrderContext } from '../order-context.js';

/** Writes amounts in the currency in which the packs declare a fact; `undefined` where a rate is missing. */
export interface AmountWriter {
  readonly write: (fact: string, money: Money) => Money | undefined;
  /** The sum; zero of none, and `undefined` where a rate is missing. */
  readonly sum: (fact: string, amounts: readonly Money[]) => Money | undefined;
  /** The median; `null` of none. */
  readonly median: (fact: string, amounts: readonly Money[]) => Money | null | undefined;
}

/** Writes amounts at the rates of a context; `units` are the currencies of the facts. */
export function amountWriter(
  units: ReadonlyMap<string, CurrencyCode>,
  { fx }: OrderContext,
): AmountWriter {
  const hasRate = (code: CurrencyCode): boolean =>
    fx !== undefined && (code === fx.base || fx.rates[code] !== undefined);
  const write = (fact: string, money: Money): Money | undefined => {
    const currency = units.get(fact);
    if (currency === undefined) return undefined;
    if (money.currency === currency) return Object.freeze({ currency, amount: money.amount });
    if (fx === undefined || !hasRate(currency) || !hasRate(money.currency)) return undefined;
    return convertMoney(money, currency, fx);
  };
  const all = (fact: string, amounts: readonly Money[]): readonly bigint[] | undefined => {
    const written = amounts.flatMap((money) => write(fact, money) ?? []);
    return written.length < amounts.length
      ? undefined
      : written.map((money) => toMinorUnits(money));
  };
  return {
    write,
    sum: (fact, amounts) => {
      const currency = units.get(fact);
      const found = all(fact, amounts);
      if (currency === undefined || found === undefined) return undefined;
      return fromMinorUnits(
        currency,
        found.reduce((total, one) => total + one, 0n),
      );
    },
    median: (fact, amounts) => {
      const currency = units.get(fact);
      const found = all(fact, amounts);
      if (currency === undefined || found === undefined) return undefined;
      if (found.length === 0) return null;
      const sorted = [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const middle = Math.floor(sorted.length / 2);
      const upper = sorted[middle] ?? toMinorUnits(zeroMoney(currency));
      if (sorted.length % 2 === 1) return fromMinorUnits(currency, upper);
      return fromMinorUnits(currency, divideHalfEven(upper + (sorted[middle - 1] ?? upper), 2n));
    },
  };
}
