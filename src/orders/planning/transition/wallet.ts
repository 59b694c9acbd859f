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
  /** Takes the money out of the purses, for an order of a day, on which money is changed too. */
  readonly commit: (orderOn: PlainDate) => void;
}

/** The purses of a plan; every change of money goes through the base. */
export interface Wallet {
  /** By the day on which they are booked; of one day what is there before proceeds. */
  readonly purses: Purse[];
  readonly base: CurrencyCode;
  readonly rateOf: RateOf;
  readonly asOf: PlainDate;
}

/** The first day after another on which there is more money than before; `undefined` where there is none. */
export function nextBooking({ purses }: Wallet, after: PlainDate): PlainDate | undefined {
  return purses
    .map(({ on }) => on)
    .filter((on) => on > after)
    .sort()[0];
}

/** What all purses are worth in the base; a debt that nothing has covered takes off it. */
export function worthOf({ purses, rateOf }: Wallet): bigint {
  return purses.reduce((sum, { currency, units }) => sum + toBase(units, rateOf(currency)!), 0n);
}

/**
 * Finds what pays an amount on a day, out of what is booked by then: money of its own currency before any is changed, and
 * money that is there before proceeds, the earliest first. `undefined` if it does not suffice.
 */
export function findPayment(
  { purses, base, rateOf, asOf }: Wallet,
  currency: CurrencyCode,
  need: bigint,
  day: PlainDate,
): Payment | undefined {
  const there = purses.filter(({ units, on }) => units > 0n && on <= day);
  const own = draw(
    there.filter((purse) => purse.currency === currency),
    need,
  );
  if (own.open === 0n) return paymentOf(own.drawn, [], asOf, () => take(own.drawn));
  const rate = rateOf(currency);
  if (rate === undefined) return undefined;

  const cost = costInBase(own.open, rate);
  const others = there.filter((purse) => purse.currency !== currency);
  const inBase = draw(
    others.filter((purse) => purse.currency === base),
    cost,
  );
  const changed = change(
    others.filter((purse) => purse.currency !== base),
    inBase.open,
    base,
    rateOf,
  );
  if (changed.open > 0n) return undefined;
  const last: readonly Change[] =
    currency === base
      ? []
      : [{ from: { currency: base, units: cost }, to: { currency, units: own.open } }];
  const drawn = [...own.drawn, ...inBase.drawn, ...changed.drawn];
  return paymentOf(drawn, [...changed.changes, ...last], asOf, (orderOn) => {
    take(drawn);
    purses.push(...leftOver(changed, base, orderOn));
  });
}

/** What is taken out of a purse. */
interface Drawn {
  readonly purse: Purse;
  readonly units: bigint;
}

/** Takes so much out of purses of one currency, or all that they have. */
function draw(
  purses: readonly Purse[],
  need: bigint,
): { readonly drawn: readonly Drawn[]; readonly open: bigint } {
  const drawn: Drawn[] = [];
  let open = need;
  for (const purse of purses) {
    if (open === 0n) break;
    const units = smaller(purse.units, open);
    drawn.push({ purse, units });
    open -= units;
  }
  return { drawn, open };
}

interface Changed {
  readonly drawn: readonly Drawn[];
  readonly changes: readonly Change[];
  /** Still needed in the base; below 0: what the last change brings beyond it. */
  readonly open: bigint;
}

/** Changes so much into the base as is needed, or all that there is. */
function change(
  purses: readonly Purse[],
  need: bigint,
  base: CurrencyCode,
  rateOf: RateOf,
): Changed {
  const drawn: Drawn[] = [];
  const changes: Change[] = [];
  let open = need;
  for (const purse of purses) {
    const rate = rateOf(purse.currency);
    if (open <= 0n) break;
    if (rate === undefined) continue;
    const units = smaller(purse.units, unitsFor(open, rate));
    const brings = toBase(units, rate);
    drawn.push({ purse, units });
    const from = { currency: purse.currency, units };
    changes.push({ from, to: { currency: base, units: brings } });
    open -= brings;
  }
  return { drawn, changes, open };
}

function paymentOf(
  drawn: readonly Drawn[],
  changes: readonly Change[],
  asOf: PlainDate,
  commit: Payment['commit'],
): Payment {
  const sales = drawn.flatMap(({ purse: { sale } }) => (sale === undefined ? [] : [sale]));
  return {
    on: drawn.reduce((last, { purse }) => (purse.on > last ? purse.on : last), asOf),
    after: [...new Set(sales)].sort(),
    changes,
    commit,
  };
}

function take(drawn: readonly Drawn[]): void {
  for (const { purse, units } of drawn) purse.units -= units;
}

/**
 * What the last change brings beyond what is needed: money of the base that comes from where that purse comes from, and is there once
 * the money is changed.
 */
function leftOver({ drawn, open }: Changed, base: CurrencyCode, on: PlainDate): readonly Purse[] {
  const last = drawn[drawn.length - 1];
  if (last === undefined || open === 0n) return [];
  return [{ ...last.purse, currency: base, units: -open, on }];
}
