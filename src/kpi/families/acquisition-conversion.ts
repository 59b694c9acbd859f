import { defineKpi } from '../define.js';
import type { Kpi, KpiWindow } from '../definition.js';
import { FRACTION, type Settings, VERSION } from './settings.js';

/** Who buys after a campaign's contact, and how soon. */
export interface ConversionKpis {
  readonly campaignConversion: Kpi<'proportion'>;
  readonly conversionWithinWindow: Kpi<'survival'>;
  readonly timeToConvertMedian: Kpi<'durations'>;
  readonly convertersMedianTime: Kpi<'durations'>;
}

const WINDOW_OPEN = {
  id: 'window-open',
  words: 'the window after the first contact is still running, so that the outcome is not known',
} as const;

/** The ready definitions of conversion; see `serviceKpis`. */
export function conversionKpis(settings: Settings): ConversionKpis {
  const { attributionDays, minimumSample, touch } = settings;
  const shared = {
    version: VERSION,
    family: 'acquisition',
    source: 'campaign records',
    minimumSample,
    windows: [conversionWindow(attributionDays)],
    terms: { touch },
  } as const;
  const time = {
    ...shared,
    kind: 'durations',
    unit: 'days',
    direction: 'lower-is-better',
    symbols: 'F⁻¹(½)',
    numerator: 'days from the first contact to the purchase, in order',
    measure: { name: 'quantile', probability: 0.5 },
  } as const;
  return {
    campaignConversion: defineKpi({
      ...FRACTION,
      ...shared,
      kind: 'proportion',
      id: 'campaign-conversion',
      symbols: 'b / r',
      formula: 'clients who bought / clients reached by the campaign',
      direction: 'higher-is-better',
      numerator: 'clients who bought, existing clients included',
      denominator: 'clients reached by the campaign',
      exclusions: [WINDOW_OPEN],
    }),
    conversionWithinWindow: defineKpi({
      ...shared,
      kind: 'survival',
      id: 'conversion-within-window',
      symbols: `F(${attributionDays})`,
      formula: `the share of those reached who buy within ${attributionDays} days, whose window is still running counted as long as it ran`,
      unit: 'fraction',
      direction: 'higher-is-better',
      numerator: 'those who bought, by day',
      denominator: 'those reached by the campaign and not yet decided, by day',
      source:
        'O. Aalen and S. Johansen, An Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored Observations (1978); campaign records',
      timeUnit: 'day',
      longest: attributionDays,
      causes: ['converted', 'by-another-campaign'],
      measure: { name: 'incidence', cause: 'converted', time: attributionDays },
    }),
    timeToConvertMedian: defineKpi({
      ...time,
      id: 'time-to-convert-median',
      formula: 'the days within which half of those reached had bought, the others counted as open',
      denominator: 'those reached by the campaign',
    }),
    convertersMedianTime: defineKpi({
      ...time,
      id: 'converters-median-time',
      formula: 'the days within which half of those who bought had bought',
      denominator: 'those who bought and whose window is over',
      exclusions: [
        WINDOW_OPEN,
        { id: 'not-converted', words: 'nothing was bought within the window' },
      ],
    }),
  };
}

/** The same clock for who buys and who does not. */
function conversionWindow(days: number): KpiWindow {
  const words =
    'from the first contact to the conversion, and from a contact to a purchase that is put down to it, in days of 24 hours';
  return { id: 'attribution', words, days };
}

/** From a contact to what counts as its outcome. */
export function attributionWindow(days: number): KpiWindow {
  const words = 'from a contact to a purchase that is put down to it, in days of 24 hours';
  return { id: 'attribution', words, days };
}
