import type { PlainDate } from '../../../dates/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import { smaller } from '../exact.js';
import { costInBase, type RateOf, toBase, unitsFor } from './rates.js';

/** Money that is there, or will be: in smallest units of its currency. */
export interface Purse {
  readonly currency: CurrencyCode;
  units: bigint;
  /** The day on which it is booked. */
  readonly on: PlainDate;
  /** The sale that brings it; absent: it is there already. */
  readonly sale?: string;
}

/** Money changed to pay for a purchase. */
export interface Change {
  readonly from: { readonly currency: CurrencyCode; readonly units: bigint };
  readonly to: { readonly currency: CurrencyCode; readonly units: bigint };
}

/** What pays for a purchase. */
export interface Payment {
  /** The first day on which all of it is there. */
  readonly on: PlainDate;
  /** The sales whose proceeds it needs, ascending. */
  readonly after: readonly string[];
  readonly changes: readonly Change[];
  /** Takes the money out of the purses. */
  readonly commit: () => void;
}

/** The purses of a plan; every change of money goes through the base. */
export interface Wallet {
  readonly purses: Purse[];
  readonly base: CurrencyCode;
  readonly rateOf: RateOf;
  readonly asOf: PlainDate;
}

/**
 * Finds what pays an amount: money that is there if it is enough, else proceeds first, the earliest first, so that what waits for
 * sales is paid by them. `undefined` if there is not enough in all.
 */
export function findPayment(
  wallet: Wallet,
  currency: CurrencyCode,
  need: bigint,
): Payment | undefined {
  const ready = wallet.purses.filter(({ sale }) => sale === undefined);
  return (
    payFrom(ready, wallet, currency, need) ??
    payFrom(inOrder(wallet.purses), wallet, currency, need)
  );
}

function inOrder(purses: readonly Purse[]): readonly Purse[] {
  const key = ({ sale, on, currency }: Purse): string =>
    JSON.stringify([sale === undefined ? 1 : 0, on, sale ?? '', currency]);
  return [...purses].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function payFrom(
  purses: readonly Purse[],
  { base, rateOf, asOf, purses: all }: Wallet,
  currency: CurrencyCode,
  need: bigint,
): Payment | undefined {
  const own = purses.filter((purse) => purse.currency === currency);
  const others = [
    ...purses.filter((purse) => purse.currency === base && currency !== base),
    ...purses.filter((purse) => purse.currency !== base && purse.currency !== currency),
  ];
  const used = new Map<Purse, bigint>();
  const changes: Change[] = [];
  let open = need;
  for (const purse of own) {
    const units = smaller(purse.units, open);
    if (units <= 0n) continue;
    used.set(purse, units);
    open -= units;
  }
  const rate = rateOf(currency);
  if (open > 0n && rate === undefined) return undefined;
  // What is still needed, in the base; what a change brings beyond it stays there.
  const cost = open === 0n || rate === undefined ? 0n : costInBase(open, rate);
  let openBase = cost;
  let spare = 0n;
  for (const purse of others) {
    if (openBase <= 0n) break;
    if (purse.units <= 0n) continue;
    if (purse.currency === base) {
      const units = smaller(purse.units, openBase);
      used.set(purse, units);
      openBase -= units;
      continue;
    }
    const theirs = rateOf(purse.currency);
    if (theirs === undefined) continue;
    const units = smaller(purse.units, unitsFor(openBase, theirs));
    const brings = toBase(units, theirs);
    used.set(purse, units);
    changes.push({
      from: { currency: purse.currency, units },
      to: { currency: base, units: brings },
    });
    openBase -= brings;
  }
  if (openBase > 0n) return undefined;
  if (openBase < 0n) spare = -openBase;
  if (currency !== base && open > 0n) {
    changes.push({ from: { currency: base, units: cost }, to: { currency, units: open } });
  }
  const sales = [...used.keys()].flatMap(({ sale }) => (sale === undefined ? [] : [sale]));
  const on = [...used.keys()].reduce((last, purse) => (purse.on > last ? purse.on : last), asOf);
  const commit = (): void => {
    for (const [purse, units] of used) purse.units -= units;
    const sale = sales[sales.length - 1];
    if (spare > 0n)
      all.push({ currency: base, units: spare, on, ...(sale === undefined ? {} : { sale }) });
  };
  return { on, after: [...new Set(sales)].sort(), changes, commit };
}
