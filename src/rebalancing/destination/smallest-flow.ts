import { AptfolioError, at, checkObject } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  isPositive,
  type Money,
  parseMoney,
  parseMoneyIn,
  splitMoney,
  toMinorUnits,
} from '../../money/index.js';
import type { DriftLine } from '../drift/drift.js';
import { jointWeight } from '../drift/drift-of.js';
import { type DriftOptions, measureDrift } from '../drift/measure-drift.js';
import { absorb, innerFirst } from './absorb.js';
import { type BoundedLine, hasRoomFor, SCALE } from './has-room.js';

/** The least money that brings everything within its bands, and where it goes or comes from. */
export type SmallestFlow<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'possible';
      /** To be paid in or out, at least 0; 0 where everything is within its bands. */
      readonly amount: Money<C>;
      /** Purchases or sales by id, above 0, which add up to the amount exactly. */
      readonly trades: Readonly<Record<string, Money<C>>>;
    }
  /** No deposit of up to 10⁹ times the holdings does it, or no withdrawal that leaves anything. */
  | { readonly status: 'impossible' };

/** What a smallest deposit or withdrawal is measured against; see `measureDrift`. */
export type FlowOptions = Omit<DriftOptions, 'covariance'>;

/**
 * The least money that, spent on purchases alone, brings everything within its bands.
 *
 * With the deposit D and S = Σ values + D, each line must come between max(value, lowest weight × S) and highest weight × S, and
 * their sums must enclose S. If some S does, every larger one does as well, so the smallest is found by halving, to the smallest
 * unit and in whole numbers. What the bands leave open goes where it helps a line towards its target. After rounding a weight may
 * miss its band by less than a unit.
 *
 * @param values today's value by asset class or product, at least 0, all in one currency, together above 0.
 * @param target weights by the same ids, at least 0, summing to 1.
 * @throws AptfolioError as `measureDrift`; `currency-mismatch` or `out-of-range` for values, with the path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { smallestDeposit } from 'aptfolio/rebalancing';
 *
 * const values = { bond: money('CNY', '5000.00'), stock: money('CNY', '5000.00') };
 * const options = { bands: { absolute: 0.05 } };
 * // (5000 + D) / (10000 + D) = 0.55
 * const { amount, trades } = smallestDeposit(values, { bond: 0.6, stock: 0.4 }, options);
 * amount.amount; // => '1111.12'
 * trades; // => { bond: { currency: 'CNY', amount: '1111.12' } }
 * ```
 */
export function smallestDeposit<C extends CurrencyCode>(
  values: Readonly<Record<string, Money<C>>>,
  target: Readonly<Record<string, number>>,
  options: FlowOptions,
): SmallestFlow<C> {
  const account = readAccount(values, target, options);
  const { total } = account;
  let most = 1n;
  while (!hasRoomFor(total + most, 'buy', account.bounds)) {
    if (most > MOST_DEPOSIT * total) return Object.freeze({ status: 'impossible' });
    most *= 2n;
  }
  const least = smallest(most, (deposit) => hasRoomFor(total + deposit, 'buy', account.bounds));
  return flow(least, 'buy', account);
}

/**
 * The least money that, raised by sales alone, brings everything within its bands: the counterpart of `smallestDeposit`.
 *
 * @throws AptfolioError as `smallestDeposit`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { smallestWithdrawal } from 'aptfolio/rebalancing';
 *
 * const values = { bond: money('CNY', '5000.00'), stock: money('CNY', '5000.00') };
 * // (5000 − W) / (10000 − W) = 0.45
 * const { amount } = smallestWithdrawal(values, { bond: 0.6, stock: 0.4 }, { bands: { absolute: 0.05 } });
 * amount.amount; // => '909.10'
 * ```
 */
export function smallestWithdrawal<C extends CurrencyCode>(
  values: Readonly<Record<string, Money<C>>>,
  target: Readonly<Record<string, number>>,
  options: FlowOptions,
): SmallestFlow<C> {
  const account = readAccount(values, target, options);
  const { total } = account;
  const isEnough = (sale: bigint): boolean => hasRoomFor(total - sale, 'sell', account.bounds);
  if (!isEnough(total - 1n)) return Object.freeze({ status: 'impossible' });
  return flow(smallest(total - 1n, isEnough), 'sell', account);
}

/** In multiples of the holdings. */
const MOST_DEPOSIT = 1_000_000_000n;

interface Account<C extends CurrencyCode> {
  readonly currency: C;
  /** In smallest units. */
  readonly total: bigint;
  readonly lines: readonly DriftLine[];
  readonly bounds: readonly BoundedLine[];
}

function readAccount<C extends CurrencyCode>(
  values: Readonly<Record<string, Money<C>>>,
  target: Readonly<Record<string, number>>,
  options: FlowOptions,
): Account<C> {
  const ids = Object.keys(checkObject(values, 'values')).sort();
  if (ids.length === 0) throw new AptfolioError('empty', 'values', 'at least one value');
  const currency = parseMoney(values[ids[0]!], at('values', ids[0]!)).currency as C;
  const units = new Map(
    ids.map((id) => {
      const value = parseMoneyIn(values[id], currency, at('values', id), { sign: 'not-negative' });
      return [id, toMinorUnits(value)];
    }),
  );
  const total = [...units.values()].reduce((sum, value) => sum + value, 0n);
  if (total === 0n) throw new AptfolioError('out-of-range', 'values', 'a total value above 0', '0');
  const weights = [...units].map(([id, value]) => [id, Number(value) / Number(total)]);
  const { lines } = measureDrift(Object.fromEntries(weights), target, options);
  const bounds = lines.map(({ id, below, above, members }) => ({
    value: units.get(id) ?? 0n,
    low: scaled(below) - 1n,
    high: scaled(above) + 1n,
    id,
    ...(members === undefined ? {} : { members }),
  }));
  return { currency, total, lines, bounds };
}

function scaled(weight: number): bigint {
  return BigInt(Math.round(weight * Number(SCALE)));
}

/** The smallest number up to `most`, which is enough, that is enough; everything above one that is enough is enough. */
function smallest(most: bigint, isEnough: (amount: bigint) => boolean): bigint {
  let [low, high] = [0n, most];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (isEnough(middle)) high = middle;
    else low = middle + 1n;
  }
  return high;
}

/** Shares the money out to the smallest unit. */
function flow<C extends CurrencyCode>(
  amount: bigint,
  side: 'buy' | 'sell',
  { currency, total, lines, bounds }: Account<C>,
): SmallestFlow<C> {
  const after = Number(side === 'buy' ? total + amount : total - amount);
  const held = new Map(bounds.map(({ id, value }) => [id, Number(value) / after]));
  const weights = weightsAfter(held, side, lines);
  const ids = [...weights.keys()];
  const sizes = ids.map((id) => Math.abs(weights.get(id)! - held.get(id)!));
  const whole = fromMinorUnits(currency, amount);
  const parts = amount === 0n ? [] : splitMoney(whole, sizes);
  const trades = parts.map((part, i) => [ids[i]!, part] as const);
  return Object.freeze({
    status: 'possible',
    amount: whole,
    trades: Object.freeze(Object.fromEntries(trades.filter(([, part]) => isPositive(part)))),
  });
}

/** Weights after the money has moved: first what the bands need, then what helps towards the target. */
function weightsAfter(
  held: ReadonlyMap<string, number>,
  side: 'buy' | 'sell',
  lines: readonly DriftLine[],
): ReadonlyMap<string, number> {
  const single = lines.filter(({ kind }) => kind !== 'group');
  const groups = lines.filter(({ kind }) => kind === 'group');
  const inside = ({ below, above }: DriftLine, weight: number): number =>
    side === 'buy' ? Math.max(weight, below) : Math.min(weight, above);
  const weights = new Map(single.map((line) => [line.id, inside(line, held.get(line.id)!)]));
  for (const group of innerFirst(groups)) {
    const now = jointWeight(weights, group.members!);
    const members = single.filter(({ id }) => group.members!.includes(id));
    absorb(inside(group, now) - now, members, weights, groups);
  }
  absorb(1 - jointWeight(weights, weights.keys()), single, weights, groups);
  return weights;
}
