import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkList, checkObject } from '../../errors/index.js';
import { type CurrencyCode, type Money, parseMoneyIn, toMinorUnits } from '../../money/index.js';

/** A product's value at the end of a day. */
export interface DatedValue<C extends CurrencyCode = CurrencyCode> {
  readonly on: PlainDate;
  /** At least 0; flows of the same day are in it. */
  readonly value: Money<C>;
}

/** Money that went into a product, or came out of it. */
export interface CostFlow<C extends CurrencyCode = CurrencyCode> {
  readonly on: PlainDate;
  /** Above 0: invested, after entry fees. Below 0: redeemed, before exit fees. */
  readonly amount: Money<C>;
}

/** The value from the end of a day on, in smallest units. */
export interface ValueStep {
  readonly on: PlainDate;
  readonly value: bigint;
}

/** What is known of a product's value. */
export interface ValueRecord<C extends CurrencyCode = CurrencyCode> {
  readonly valuations?: readonly DatedValue<C>[];
  readonly flows?: readonly CostFlow<C>[];
}

/**
 * A product's value from each day on which something is known: its valuations, and flows added to the value before.
 * A valuation counts for its day, whatever flows the day has. Ascending by day.
 *
 * Nothing is held before a first purchase; a first valuation must lie before the period, as else its opening value is unknown.
 */
export function valueSteps<C extends CurrencyCode>(
  { valuations = [], flows = [] }: ValueRecord<C>,
  currency: C,
  from: PlainDate,
  path: string,
): readonly ValueStep[] {
  const known = readValuations(valuations, currency, at(path, 'valuations'));
  const moved = readFlows(flows, currency, at(path, 'flows'));
  const days = [...new Set([...known.keys(), ...moved.keys()])].sort();
  const first = days[0];
  if (first === undefined || (first >= from && !moved.has(first))) {
    const expected = `a valuation before ${from}, or a purchase before any valuation`;
    throw new AptfolioError('missing-value', at(path, 'valuations'), expected);
  }
  let value = 0n;
  return days.map((on) => {
    value = known.get(on) ?? value + (moved.get(on) ?? 0n);
    if (value >= 0n) return { on, value };
    const expected = `a valuation on ${on}, as the flows take out more than the value known before`;
    throw new AptfolioError('inconsistent', at(path, 'flows'), expected);
  });
}

function readValuations<C extends CurrencyCode>(
  valuations: readonly DatedValue<C>[],
  currency: C,
  path: string,
): ReadonlyMap<PlainDate, bigint> {
  const byDay = new Map<PlainDate, bigint>();
  checkList<DatedValue<C>>(valuations, path).forEach((row, index) => {
    const rowPath = at(path, index);
    const { on, value } = checkObject(row, rowPath);
    const day = parsePlainDate(on, at(rowPath, 'on'));
    if (byDay.has(day)) {
      throw new AptfolioError('duplicate-id', at(rowPath, 'on'), 'one valuation a day', day);
    }
    const amount = parseMoneyIn(value, currency, at(rowPath, 'value'), { sign: 'not-negative' });
    byDay.set(day, toMinorUnits(amount));
  });
  return byDay;
}

function readFlows<C extends CurrencyCode>(
  flows: readonly CostFlow<C>[],
  currency: C,
  path: string,
): ReadonlyMap<PlainDate, bigint> {
  const byDay = new Map<PlainDate, bigint>();
  checkList<CostFlow<C>>(flows, path).forEach((row, index) => {
    const rowPath = at(path, index);
    const { on, amount } = checkObject(row, rowPath);
    const day = parsePlainDate(on, at(rowPath, 'on'));
    const units = toMinorUnits(parseMoneyIn(amount, currency, at(rowPath, 'amount')));
    byDay.set(day, (byDay.get(day) ?? 0n) + units);
  });
  return byDay;
}
