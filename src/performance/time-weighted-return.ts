import { addDays, type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, at, checkList, checkObject, checkOneOf } from '../errors/index.js';
import { amountReader, checkRate } from './amounts.js';
import type { Flow, FlowTiming, Valuation } from './types.js';

/** One stretch between two valuations. */
export interface TimeWeightedPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The stretch's own return, decimal fraction. */
  readonly rate: number;
  /** The linked return from the first valuation to this stretch's end, decimal fraction. */
  readonly accumulated: number;
}

/** The time-weighted return with its stretches, or what stands in its way. */
export type TimeWeightedResult =
  | {
      readonly status: 'return';
      /** From the first to the last valuation, not annualised, decimal fraction. */
      readonly rate: number;
      readonly flowTiming: FlowTiming;
      readonly periods: readonly TimeWeightedPeriod[];
    }
  | {
      /** Money met values that are not known: linking across them would be a guess. */
      readonly status: 'missing-valuation';
      /** The days whose closing value is missing, in order. */
      readonly dates: readonly PlainDate[];
    }
  | {
      /** Nothing was invested in a stretch, so it has no return and the chain cannot be linked. */
      readonly status: 'undefined';
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly reason: 'non-positive-base';
    };

const TIMINGS = ['start-of-day', 'end-of-day', 'inflow-start-outflow-end'] as const;

/**
 * Computes the time-weighted return: the stretches between valuations, linked geometrically.
 *
 * With V the values at the days' ends, I the money paid in and O the money taken out on the day, a
 * stretch returns V₁/(V₀ + I − O) − 1 at `start-of-day`, (V₁ − I + O)/V₀ − 1 at `end-of-day`, and
 * (V₁ + O)/(V₀ + I) − 1 with `inflow-start-outflow-end`. The choice has no default, because each
 * gives another number. Money at the end of a day needs that day's value, money at its start the
 * value of the evening before: in a longer stretch it would have earned before it came.
 *
 * @param valuations at least two, each day once; order makes no difference.
 * @param flows paid in positive, taken out negative, after the first valuation (whose value holds
 * that day's flows already) and up to the last. Money in kind counts at its market value.
 * @throws AptfolioError `duplicate-id` for a day valued twice, `out-of-range` for a flow outside,
 * `currency-mismatch`, `invalid-date`, `not-finite`, with the path.
 *
 * @example
 * ```ts
 * import { timeWeightedReturn } from 'aptfolio/performance';
 *
 * const valuations = [
 *   { date: '2024-01-01', value: 100 },
 *   { date: '2024-01-02', value: 160 },
 *   { date: '2024-01-03', value: 168 },
 * ] as const;
 * const flows = [{ date: '2024-01-02', amount: 50 }] as const;
 * const result = timeWeightedReturn(valuations, flows, { flowTiming: 'end-of-day' });
 * result.status; // => 'return'
 * result.rate; // => 0.155
 * ```
 */
export function timeWeightedReturn(
  valuations: readonly Valuation[],
  flows: readonly Flow[],
  options: { readonly flowTiming: FlowTiming },
): TimeWeightedResult {
  checkObject(options, 'options');
  const flowTiming = checkOneOf(options.flowTiming, 'options.flowTiming', TIMINGS);
  const read = amountReader();
  const points = readValuations(valuations, read);
  const { early, late } = readFlows(flows, read, {
    flowTiming,
    first: points[0]!.date,
    last: points[points.length - 1]!.date,
  });

  const valued = new Set(points.map(({ date }) => date));
  const missing = [...early.keys(), ...late.keys()].filter((date) => !valued.has(date));
  if (missing.length > 0) {
    const dates = Object.freeze([...new Set(missing)].sort());
    return Object.freeze({ status: 'missing-valuation', dates });
  }

  const periods: TimeWeightedPeriod[] = [];
  let wealth = 1;
  for (let i = 1; i < points.length; i++) {
    const { date: from, value: opening } = points[i - 1]!;
    const { date: to, value: closing } = points[i]!;
    const base = opening + (early.get(from) ?? 0);
    const end = closing - (late.get(to) ?? 0);
    if (base <= 0) {
      return Object.freeze({ status: 'undefined', from, to, reason: 'non-positive-base' });
    }
    const path = at(at('valuations', points[i - 1]!.index), 'value');
    wealth = checkRate(wealth * (end / base), path, base);
    const rate = checkRate((end - base) / base, path, base);
    periods.push(Object.freeze({ from, to, rate, accumulated: wealth - 1 + 0 }));
  }
  const rate = wealth - 1 + 0;
  return Object.freeze({ status: 'return', rate, flowTiming, periods: Object.freeze(periods) });
}

type ReadAmount = ReturnType<typeof amountReader>;

function readValuations(
  valuations: readonly Valuation[],
  read: ReadAmount,
): readonly { readonly date: PlainDate; readonly value: number; readonly index: number }[] {
  const seen = new Set<PlainDate>();
  return checkList<Valuation>(valuations, 'valuations', { minLength: 2 })
    .map((valuation, i) => {
      const path = at('valuations', i);
      checkObject(valuation, path);
      const date = parsePlainDate(valuation.date, at(path, 'date'));
      if (seen.has(date)) {
        throw new AptfolioError('duplicate-id', at(path, 'date'), 'a day not valued before', date);
      }
      seen.add(date);
      return { date, value: read(valuation.value, at(path, 'value')), index: i };
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Money by the day whose closing value it met: at the start of a day that of the evening before. */
interface Moved {
  readonly early: ReadonlyMap<PlainDate, number>;
  readonly late: ReadonlyMap<PlainDate, number>;
}

interface FlowTerms {
  readonly flowTiming: FlowTiming;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

function readFlows(flows: readonly Flow[], read: ReadAmount, terms: FlowTerms): Moved {
  const { flowTiming, first, last } = terms;
  const rows = checkList<Flow>(flows, 'flows').map((flow, i) => {
    const path = at('flows', i);
    checkObject(flow, path);
    const date = parsePlainDate(flow.date, at(path, 'date'));
    if (date <= first || date > last) {
      const expected = `a date after ${first} and up to ${last}`;
      throw new AptfolioError('out-of-range', at(path, 'date'), expected, date);
    }
    return { date, amount: read(flow.amount, at(path, 'amount')) };
  });
  // Sorted, so that the order of the rows cannot change the last digit.
  rows.sort((a, b) => a.amount - b.amount);
  const early = new Map<PlainDate, number>();
  const late = new Map<PlainDate, number>();
  for (const { date, amount } of rows) {
    const isEarly = flowTiming === 'start-of-day' || (flowTiming !== 'end-of-day' && amount > 0);
    const [totals, day] = isEarly ? [early, addDays(date, -1)] : [late, date];
    totals.set(day, (totals.get(day) ?? 0) + amount);
  }
  return { early, late };
}
