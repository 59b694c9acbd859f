import {
  byCause,
  type CauseTable,
  type CompetingCounts,
  readCompetingCounts,
} from './competing-counts.js';
import {
  type Bounding,
  estimateOf,
  readBounding,
  type ShareEstimate,
  type SurvivalOptions,
  type SurvivalScale,
} from './estimate.js';
import { allSteps, type LazySteps, withReader } from './lazy-steps.js';
import { type RiskTable, riskTable } from './risk-table.js';

/** The shares from one time on, up to the next step. */
export interface IncidenceStep {
  readonly time: number;
  /** How many were under observation just before this time, still without any event. */
  readonly atRisk: number;
  /** By cause. */
  readonly events: Readonly<Record<string, number>>;
  readonly censored: number;
  /** The share without any event; with the shares of all causes it makes 1. */
  readonly eventFree: ShareEstimate;
  /** By cause: the share that has had the event by it. */
  readonly incidence: Readonly<Record<string, ShareEstimate>>;
}

/** Cumulative incidences: 0 up to the first step, then constant between the steps. */
export interface IncidenceCurves {
  /** Sorted. */
  readonly causes: readonly string[];
  /** One for each time at which somebody had an event or was last seen, by rising time; none if nobody was observed. Made when first read. */
  readonly steps: readonly IncidenceStep[];
  readonly interval: SurvivalScale;
  readonly confidence: number;
  readonly method: 'aalen-johansen';
}

/**
 * The share that has left by each of several causes as time goes by, from counts in which some cases are not over yet.
 *
 * Whoever has left by one cause can no longer leave by another, so the shares add up to what has left in all; 1 − Kaplan–Meier of each
 * cause would add up to more. The estimate is Aalen and Johansen's. Its variance is Greenwood's for several causes, from the
 * multinomial distribution at each time (the delta method): with everybody observed from the start the same as the
 * infinitesimal jackknife of R's `survfit`. The interval is on the chosen scale of each share.
 *
 * @param counts a table by cause in any order; empty gives curves without steps. From raw rows: `competingCounts`.
 * @param options the scale of the interval and its confidence; the default scale is `log-log`, R's is `log`.
 * @returns the curves; read them with `incidenceAt`.
 * @throws AptfolioError by path, such as `counts[2].events.price`; `inconsistent` with path `counts` if more leave than are at risk.
 *
 * Source: O. O. Aalen and S. Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations, Scandinavian Journal of Statistics 5 (1978) 141–150; P. K. Andersen, Ø. Borgan, R. D. Gill and N. Keiding,
 * Statistical Models Based on Counting Processes (1993), section IV.4.1.
 *
 * @example
 * ```ts
 * import { cumulativeIncidence } from 'aptfolio/statistics';
 *
 * const months = [
 *   { time: 3, events: { price: 1 }, censored: 0 },
 *   { time: 6, events: { price: 1, service: 1 }, censored: 1 },
 * ];
 * const { incidence, eventFree } = cumulativeIncidence(months).steps[1];
 * incidence.price.share; // => 0.5
 * incidence.price.standardError; // => 0.25
 * incidence.service.share; // => 0.25
 * eventFree.share; // => 0.25
 * ```
 */
export function cumulativeIncidence(
  counts: CompetingCounts,
  options: SurvivalOptions = {},
): IncidenceCurves {
  const { causes, table } = readCompetingCounts(counts, 'counts');
  const bounding = readBounding(options);
  const reader = stepsOf({ causes, table }, bounding);
  const steps = allSteps(reader);
  const curves: IncidenceCurves = {
    causes: Object.freeze(causes),
    get steps() {
      return steps();
    },
    interval: bounding.scale,
    confidence: bounding.confidence,
    method: 'aalen-johansen',
  };
  return withReader(curves, reader);
}

interface Share {
  readonly value: number;
  readonly variance: number;
}

interface CauseShare extends Share {
  /** With the share that is free of events. */
  readonly covariance: number;
}

/** The shares from each step on: of those free of events, then by cause. */
interface Shares {
  /** Where each step stands in the risk table. */
  readonly rows: Uint32Array;
  readonly values: readonly Float64Array[];
  readonly variances: readonly Float64Array[];
}

function stepsOf({ causes, table }: CauseTable, bounding: Bounding): LazySteps<IncidenceStep> {
  const risk = riskTable(table, 'counts');
  const { rows, values, variances } = sharesOf(risk, table.events);
  return {
    length: rows.length,
    timeAt: (index) => risk.times[rows[index]!]!,
    stepAt(index) {
      const row = rows[index]!;
      const estimates = values.map((column, i) => {
        return estimateOf(bounding, column[index]!, variances[i]![index]!);
      });
      return Object.freeze({
        time: risk.times[row]!,
        atRisk: risk.atRisk[row]!,
        events: byCause(causes, (cause) => table.events[cause]![row]!),
        censored: risk.censored[row]!,
        eventFree: estimates[0]!,
        incidence: byCause(causes, (cause) => estimates[cause + 1]!),
      });
    },
  };
}

/** An entry alone makes no step. */
function sharesOf(
  { times, atRisk, left, censored }: RiskTable,
  events: readonly Float64Array[],
): Shares {
  const rows = new Uint32Array(times.length);
  const [values, variances] = [0, 1].map(() => {
    return [left, ...events].map(() => new Float64Array(times.length));
  }) as [Float64Array[], Float64Array[]];
  let free: Share = { value: 1, variance: 0 };
  const shares: CauseShare[] = events.map(() => ({ value: 0, variance: 0, covariance: 0 }));
  let length = 0;
  for (let i = 0; i < times.length; i++) {
    if (left[i]! + censored[i]! === 0) continue;
    const row = { atRisk: atRisk[i]!, left: left[i]! };
    for (let c = 0; c < events.length; c++) {
      const share = grown(shares[c]!, events[c]![i]!, row, free);
      shares[c] = share;
      values[c + 1]![length] = share.value;
      variances[c + 1]![length] = share.variance;
    }
    free = fallen(free, row);
    values[0]![length] = free.value;
    variances[0]![length] = free.variance;
    rows[length] = i;
    length += 1;
  }
  return { rows: rows.subarray(0, length), values, variances };
}

/** Those at risk at a time, and how many of them left. */
interface Exits {
  readonly atRisk: number;
  readonly left: number;
}

/** The share free of events, after some of those at risk have left. */
function fallen({ value, variance }: Share, { atRisk, left }: Exits): Share {
  const stay = (atRisk - left) / atRisk;
  const chance = (value * value * stay * left) / atRisk / atRisk;
  return { value: value * stay, variance: stay * stay * variance + chance };
}

/** The share of a cause, after `events` of those at risk have left by it. `free` is the share free of events before. */
function grown(
  share: CauseShare,
  events: number,
  { atRisk, left }: Exits,
  free: Share,
): CauseShare {
  const hazard = events / atRisk;
  const stay = (atRisk - left) / atRisk;
  const chance = (free.value * free.value * hazard) / atRisk;
  const added =
    share.variance + hazard * hazard * free.variance + chance * ((atRisk - events) / atRisk);
  const variance = added + 2 * hazard * share.covariance;
  return {
    value: Math.min(1, share.value + free.value * hazard),
    // Where all have left by one cause nothing is uncertain; the sum then cancels but for its rounding.
    variance: variance > added * ROUNDING ? variance : 0,
    covariance: stay * (share.covariance + hazard * free.variance) - chance * stay,
  };
}

const ROUNDING = 1e-12;
