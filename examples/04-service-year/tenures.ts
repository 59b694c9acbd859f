import type { PlainDate } from 'aptfolio/dates';
import {
  accumulateAll,
  type Kpi,
  type KpiEvent,
  type KpiKind,
  type KpiRecord,
  type KpiResult,
  type KpiState,
  summarise,
  tenureRecords,
} from 'aptfolio/kpi';
import {
  competingCounts,
  cumulativeIncidence,
  type IncidenceCurves,
  kaplanMeier,
  mean,
  type SurvivalCurve,
  survivalCounts,
} from 'aptfolio/statistics';
import type { Inputs } from './inputs.js';
import type { YearKpis } from './kpis.js';

/** How long clients stay, and why they leave. */
export interface Tenures {
  readonly oneYear: KpiResult<'survival'>;
  readonly median: KpiResult<'survival'>;
  readonly reasons: KpiResult<'tally'>;
  /** By months. */
  readonly curve: SurvivalCurve;
  readonly causes: IncidenceCurves;
  /** What is wrong to show: the mean months of those who left. */
  readonly meanOfLeavers: number;
}

/** Follows every client from the day of joining; a year's row of a cube would be those who joined in it. */
export function tenuresOf({ bank, records }: Inputs, kpis: YearKpis): Tenures {
  const options = {
    asOf: `${bank.year}-12-31` as PlainDate,
    unit: 'month',
    causes: bank.kpis.leavingCauses,
    recordedSince: bank.registerSince,
  } as const;
  const told = records.clients.flatMap((client) => tenureRecords(client, options));
  const rows = eventsOf(told, kpis.tenureOneYear).flatMap((event) =>
    'time' in event ? [{ time: event.time, cause: event.cause ?? null }] : [],
  );
  return {
    oneYear: resultOf(told, kpis.tenureOneYear),
    median: resultOf(told, kpis.tenureMedian),
    reasons: resultOf(told, kpis.leavingReasons),
    curve: kaplanMeier(
      survivalCounts(rows.map(({ time, cause }) => ({ time, event: cause !== null }))),
    ),
    causes: cumulativeIncidence(competingCounts(rows)),
    meanOfLeavers: mean(rows.flatMap(({ time, cause }) => (cause === null ? [] : [time]))),
  };
}

function resultOf<K extends KpiKind>(told: readonly KpiRecord[], kpi: Kpi<K>): KpiResult<K> {
  const { state } = accumulateAll(kpi, eventsOf(told, kpi) as never);
  return summarise(kpi, state as KpiState<NoInfer<K>>);
}

function eventsOf(told: readonly KpiRecord[], { id }: Kpi): readonly KpiEvent[] {
  return told.flatMap(({ kpi, event }) => (kpi === id && event !== null ? [event] : []));
}
