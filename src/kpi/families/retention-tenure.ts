import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { NOT_RECORDED } from '../retention/not-recorded.js';
import { type Settings, UNRECORDED, VERSION } from './settings.js';

/** How long clients stay, and why they leave. */
export interface TenureKpis {
  readonly tenureOneYear: Kpi<'survival'>;
  readonly tenureMedian: Kpi<'survival'>;
  readonly leavingForMainCause: Kpi<'survival'>;
  readonly leavingReasons: Kpi<'tally'>;
}

/** A hundred years. */
const LONGEST_MONTHS = 1200;
const FIRST_YEAR = { id: 'first-year', words: 'twelve months from the day of joining' } as const;

/** The ready definitions of tenure, fed by `tenureRecords`; see `serviceKpis`. */
export function tenureKpis({ leavingCauses, minimumSample }: Settings): TenureKpis {
  const main = leavingCauses[0]!;
  const kaplanMeier =
    'E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations (1958); client register';
  const shared = {
    version: VERSION,
    kind: 'survival',
    family: 'retention',
    denominator: 'clients still there at the start of each month of tenure',
    source: kaplanMeier,
    minimumSample,
    timeUnit: 'month',
    longest: LONGEST_MONTHS,
    causes: [...leavingCauses, NOT_RECORDED],
    exclusions: [
      {
        id: 'delayed-entry',
        words: 'was a client before those who left were on record, when only the loyal can be seen',
      },
      {
        id: 'activity-unknown',
        words: 'nobody recorded whether the client was still active, who may be dormant',
      },
    ],
  } as const;
  return {
    tenureOneYear: defineKpi({
      ...shared,
      id: 'tenure-one-year',
      symbols: 'S(12)',
      formula:
        'the share that stays longer than twelve months, who is still there counted as long as watched',
      unit: 'fraction',
      direction: 'higher-is-better',
      numerator: 'clients who stay, by month of tenure',
      windows: [FIRST_YEAR],
      measure: { name: 'survival', time: 12 },
    }),
    tenureMedian: defineKpi({
      ...shared,
      id: 'tenure-median',
      symbols: 'Q(½)',
      formula:
        'the months after which half have left, who is still there counted as long as watched',
      unit: 'months',
      direction: 'higher-is-better',
      numerator: 'clients who leave, by month of tenure',
      measure: { name: 'median' },
    }),
    leavingForMainCause: defineKpi({
      ...shared,
      id: 'leaving-for-main-cause',
      symbols: 'F₁(12)',
      formula: `the share that leaves for “${main}” within twelve months, who leaves for another cause being out of its reach`,
      unit: 'fraction',
      direction: 'lower-is-better',
      numerator: `clients who leave for “${main}”, by month of tenure`,
      source:
        'O. Aalen and S. Johansen, An Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored Observations (1978); client register',
      windows: [FIRST_YEAR],
      measure: { name: 'incidence', cause: main, time: 12 },
    }),
    leavingReasons: defineKpi({
      version: VERSION,
      kind: 'tally',
      family: 'retention',
      id: 'leaving-reasons',
      symbols: 'l₁ / l',
      formula: `clients who left for “${main}” / clients who left for a known cause; every cause with its share stands beside it`,
      unit: 'fraction',
      direction: 'neutral',
      numerator: `clients who left for “${main}”`,
      denominator: 'clients who left for a known cause',
      source: 'client register, one main cause for each client who left',
      minimumSample,
      exclusions: [UNRECORDED],
      categories: leavingCauses,
      of: main,
    }),
  };
}
