import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  multiplyMoney,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';
import { brent, power } from '../../numerics/index.js';
import { splitEntryFee } from '../../products/index.js';
import { amountAtRate } from '../lots/exact-rate.js';

/** How the gains of a switch are taxed. */
export interface SwitchTax<C extends CurrencyCode = CurrencyCode> {
  /** What was paid for what is held, at least 0. */
  readonly cost: Money<C>;
  /** Tax on the gain realised by leaving today, decimal fraction. */
  readonly rateNow: number;
  /** Tax on the gain that is there at the end of the holding period, with or without the switch, decimal fraction. */
  readonly rateAtEnd: number;
}

/** The answer once tax is counted. */
export interface SwitchAfterTax<C extends CurrencyCode = CurrencyCode> {
  /** Years after which the switch has earned fees and tax back; `null` if it does not within a hundred. */
  readonly breakEvenYears: number | null;
  /** What is due on leaving; it is not invested. */
  readonly taxNow: Money<C>;
  /** Values at the end of the holding period, after the tax that is due then. */
  readonly valueIfStaying: Money<C>;
  readonly valueIfSwitching: Money<C>;
  /** Switching less staying. */
  readonly advantage: Money<C>;
}

/** The checked parts of a switch. */
export interface SwitchParts<C extends CurrencyCode> {
  readonly amount: Money<C>;
  /** After the exit fee. */
  readonly redeemed: Money<C>;
  readonly entryFee: number;
  readonly years: number;
  /** A year's growth without and with the switch. */
  readonly stay: number;
  readonly move: number;
}

/**
 * Weighs a switch after tax. A loss saves no tax, neither now nor at the end.
 *
 * With V(T) the values after T years, the switch pays where its value less rateAtEnd × (value − what was paid for it) is above the
 * same for staying. The break-even is the beginning of the stretch of years that holds the holding period, or the next one after
 * it; it is looked for month by month, as tax bends the curves.
 */
export function switchAfterTax<C extends CurrencyCode>(
  parts: SwitchParts<C>,
  tax: SwitchTax<C>,
  path: string,
): SwitchAfterTax<C> {
  const { amount, redeemed, entryFee, years, stay, move } = parts;
  const { currency } = amount;
  checkObject(tax, path);
  const cost = parseMoneyIn(tax.cost, currency, at(path, 'cost'), { sign: 'not-negative' });
  const rate = (key: 'rateNow' | 'rateAtEnd') =>
    checkRange(tax[key], at(path, key), { min: 0, exclusiveMax: 1 });
  const [rateNow, rateAtEnd] = [rate('rateNow'), rate('rateAtEnd')];

  const due = taxOn(toMinorUnits(amount), toMinorUnits(cost), rateNow);
  const paid = fromMinorUnits(currency, toMinorUnits(redeemed) - due);
  if (toMinorUnits(paid) <= 0n) {
    throw new AptfolioError('inconsistent', path, 'fees and tax below the amount');
  }
  const invested = splitEntryFee(paid, entryFee).net;
  const end = (value: Money<C>, growth: number, basis: Money<C>): bigint => {
    const grown = toMinorUnits(
      multiplyMoney(value, power(growth, years), { rounding: 'half-even' }),
    );
    return grown - taxOn(grown, toMinorUnits(basis), rateAtEnd);
  };
  const staying = end(amount, stay, cost);
  const switching = end(invested, move, paid);

  const curve = (value: Money, growth: number, basis: Money) => (time: number) => {
    const grown = Number(value.amount) * power(growth, time);
    return grown - rateAtEnd * Math.max(0, grown - Number(basis.amount));
  };
  const [ifStaying, ifSwitching] = [curve(amount, stay, cost), curve(invested, move, paid)];
  const advantage = (time: number) => ifSwitching(time) - ifStaying(time);
  const toMoney = (units: bigint): Money<C> => fromMinorUnits(currency, units);
  return Object.freeze({
    breakEvenYears: breakEvenNear(years, advantage, NOISE * Number(amount.amount)),
    taxNow: toMoney(due),
    valueIfStaying: toMoney(staying),
    valueIfSwitching: toMoney(switching),
    advantage: toMoney(switching - staying),
  });
}

function taxOn(value: bigint, cost: bigint, rate: number): bigint {
  return value > cost ? amountAtRate(value - cost, rate) : 0n;
}

const MONTHS_A_YEAR = 12;
const MOST_YEARS = 100;

/** What is less than this share of the amount is the noise of doubles. */
const NOISE = 1e-12;

/** Where the advantage turns positive: before the given time if it is positive there, else after it. */
function breakEvenNear(
  years: number,
  advantage: (time: number) => number,
  noise: number,
): number | null {
  const step = 1 / MONTHS_A_YEAR;
  if (advantage(years) > noise) {
    let time = years;
    while (time > 0) {
      const earlier = Math.max(0, time - step);
      if (earlier === 0 && advantage(0) >= -noise) return 0;
      if (advantage(earlier) <= 0) return rootBetween(advantage, earlier, time);
      time = earlier;
    }
  }
  for (let time = years; time < MOST_YEARS; time += step) {
    const later = Math.min(MOST_YEARS, time + step);
    if (advantage(later) > noise) return rootBetween(advantage, time, later);
  }
  return null;
}

/** The root between a time at which the advantage is not above 0 and one at which it is. */
function rootBetween(advantage: (time: number) => number, low: number, high: number): number {
  const found = brent(advantage, low, high, { tolerance: 1e-13, maxIterations: 200 });
  return found.status === 'converged' ? found.root + 0 : low;
}
