import { defineKpi } from '../define.js';
import type { Kpi, KpiExclusion } from '../definition.js';
import { type Settings, UNRECORDED, VERSION } from './settings.js';

/** How smoothly the service runs. */
export interface EfficiencyKpis {
  readonly stepTimeMedian: Kpi<'durations'>;
  readonly stepTimeP90: Kpi<'durations'>;
  readonly processCompletion: Kpi<'funnel'>;
  readonly firstContactResolution: Kpi<'proportion'>;
  readonly touchesPerCase: Kpi<'measurements'>;
  readonly rework: Kpi<'proportion'>;
  readonly straightThrough: Kpi<'proportion'>;
  readonly queueWaitMedian: Kpi<'durations'>;
  readonly queueWaitP90: Kpi<'durations'>;
}

const CASE_OPEN: KpiExclusion = { id: 'case-open', words: 'the case is not closed yet' };

/** The ready definitions of the family; see `serviceKpis`. */
export function efficiencyKpis(settings: Settings): EfficiencyKpis {
  return {
    stepTimeMedian: stepTime('median', 0.5, 'half of those who wait for a step', settings),
    stepTimeP90: stepTime('p90', 0.9, 'nine in ten of those who wait for a step', settings),
    processCompletion: processCompletion(settings),
    firstContactResolution: firstContactResolution(settings),
    ...closedCases(settings),
    queueWaitMedian: queueWait('median', 0.5, 'half of those in line', settings),
    queueWaitP90: queueWait('p90', 0.9, 'nine in ten of those in line', settings),
  };
}

function shared({ minimumSample }: Settings) {
  return { version: VERSION, family: 'efficiency', minimumSample } as const;
}

function stepTime(
  name: string,
  probability: number,
  words: string,
  settings: Settings,
): Kpi<'durations'> {
  return defineKpi({
    ...shared(settings),
    kind: 'durations',
    id: `step-time-${name}`,
    symbols: `Q(${probability})`,
    formula: `the hours within which ${words} had come to it, open ones counted as open`,
    unit: 'hours',
    direction: 'lower-is-better',
    numerator: 'hours from the step before, in order',
    denominator: 'clients who came to the step before',
    source:
      'E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations (1958); process records',
    exclusions: [{ id: 'skipped', words: 'the step was left out on the way' }],
    terms: { clock: settings.processClock },
    measure: { name: 'quantile', probability },
  });
}

function processCompletion(settings: Settings): Kpi<'funnel'> {
  const { processSteps } = settings;
  const [first, last] = [processSteps[0]!, processSteps[processSteps.length - 1]!];
  return defineKpi({
    ...shared(settings),
    kind: 'funnel',
    id: 'process-completion',
    unit: 'fraction',
    symbols: 'Π (1 − dᵢ / nᵢ)',
    formula: `of those at the step “${first}” the share that comes to “${last}”; the drop-off is the rest to 1`,
    direction: 'higher-is-better',
    numerator: `clients who come to “${last}”`,
    denominator: `clients at “${first}”`,
    source:
      'E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations (1958), with steps for times; process records',
    steps: processSteps,
  });
}

function firstContactResolution(settings: Settings): Kpi<'proportion'> {
  const { followUpDays } = settings;
  return defineKpi({
    ...shared(settings),
    kind: 'proportion',
    id: 'first-contact-resolution',
    symbols: 'n(1 contact, resolved) / n',
    formula: `cases resolved without another contact within ${followUpDays} days after the first / cases whose ${followUpDays} days are over`,
    unit: 'fraction',
    direction: 'higher-is-better',
    numerator: 'cases resolved with one contact',
    denominator: 'cases whose window is over',
    source: 'industry convention of contact centres; contact records',
    exclusions: [
      {
        id: 'window-open',
        words:
          'the window after the first contact is still running, so that the client may yet come back',
      },
      UNRECORDED,
    ],
    windows: [
      { id: 'follow-up', words: 'after the first contact without another', days: followUpDays },
    ],
  });
}

function closedCases(
  settings: Settings,
): Pick<EfficiencyKpis, 'touchesPerCase' | 'rework' | 'straightThrough'> {
  const ofCases = {
    ...shared(settings),
    denominator: 'cases closed',
    exclusions: [CASE_OPEN, UNRECORDED],
  } as const;
  return {
    touchesPerCase: defineKpi({
      ...ofCases,
      kind: 'measurements',
      id: 'touches-per-case',
      symbols: 'Σ kᵢ / n',
      formula: 'contacts with the client about a case / cases closed',
      unit: 'contacts per case',
      direction: 'lower-is-better',
      numerator: 'contacts with the client',
      source: 'industry convention of contact centres; contact records',
      measure: 'mean',
      range: { lowest: 0, highest: 1_000_000 },
    }),
    rework: defineKpi({
      ...ofCases,
      kind: 'proportion',
      id: 'rework',
      symbols: 'n(returns ≥ 1) / n',
      formula: 'cases in which work was sent back to be done again / cases closed',
      unit: 'fraction',
      direction: 'lower-is-better',
      numerator: 'cases in which work was sent back at least once',
      source: 'industry convention of process quality; case records',
    }),
    straightThrough: defineKpi({
      ...ofCases,
      kind: 'proportion',
      id: 'straight-through',
      symbols: 'n(manual = 0) / n',
      formula: 'cases closed without a step by hand / cases closed',
      unit: 'fraction',
      direction: 'higher-is-better',
      numerator: 'cases closed without a step by hand',
      source: 'industry convention of straight-through processing; case records',
    }),
  };
}

function queueWait(
  name: string,
  probability: number,
  words: string,
  settings: Settings,
): Kpi<'durations'> {
  return defineKpi({
    ...shared(settings),
    kind: 'durations',
    id: `queue-wait-${name}`,
    symbols: `Q(${probability})`,
    formula: `the minutes within which ${words} would be served if nobody left; who left had waited so long without being served`,
    unit: 'minutes',
    direction: 'lower-is-better',
    numerator: 'minutes in line, in order',
    denominator: 'clients who joined the line',
    source:
      'L. Brown et al., Statistical Analysis of a Telephone Call Center, Journal of the American Statistical Association 100 (2005)',
    measure: { name: 'quantile', probability },
  });
}
