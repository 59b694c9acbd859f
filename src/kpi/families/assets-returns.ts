import { defineKpi } from '../define.js';
import type { Kpi, KpiExclusion } from '../definition.js';
import { FRACTION, type Settings, TOTAL, VERSION } from './settings.js';

/** What clients earned; each figure by Modified Dietz, which weighs by the client's money, or time-weighted. */
export interface AssetReturnKpis {
  readonly meanClientReturn: Kpi<'measurements'>;
  readonly clientReturnDispersion: Kpi<'measurements'>;
  readonly assetWeightedReturn: Kpi<'amount-ratio'>;
  readonly meanTimeWeightedReturn: Kpi<'measurements'>;
  readonly timeWeightedReturnDispersion: Kpi<'measurements'>;
  readonly assetWeightedTimeWeightedReturn: Kpi<'amount-ratio'>;
  readonly aheadOfBenchmark: Kpi<'proportion'>;
}

const PART_PERIOD = {
  id: 'part-period',
  words: 'the client was not there for the whole period',
} as const;
const NO_CAPITAL = {
  id: 'no-capital',
  words: 'nothing was invested: the capital to divide by is zero or negative',
} as const;
const NO_VALUATION = {
  id: 'no-valuation',
  words: 'money moved, and the value that it met is not known',
} as const;
const NO_BENCHMARK = { id: 'no-benchmark', words: 'the client has no benchmark' } as const;

/** With five or fewer portfolios for the whole period GIPS 2020 asks for no measure of dispersion. */
const FEWEST_FOR_DISPERSION = 6;

interface Measure {
  readonly name: string;
  readonly exclusions: readonly KpiExclusion[];
}

const DIETZ: Measure = {
  name: 'Modified Dietz return',
  exclusions: [PART_PERIOD, NO_CAPITAL],
};
const LINKED: Measure = {
  name: 'time-weighted return',
  exclusions: [PART_PERIOD, NO_CAPITAL, NO_VALUATION],
};

/** The ready definitions of what clients earned; see `serviceKpis`. */
export function assetReturnKpis(settings: Settings): AssetReturnKpis {
  const { currency, flowTiming, minimumSample } = settings;
  const terms = { flowTiming };
  const weighted = {
    ...TOTAL,
    kind: 'amount-ratio',
    family: 'assets',
    direction: 'higher-is-better',
    currency,
    terms,
  } as const;
  return {
    meanClientReturn: meanOf('mean-client-return', DIETZ, settings),
    clientReturnDispersion: dispersionOf('client-return-dispersion', DIETZ, settings),
    assetWeightedReturn: defineKpi({
      ...weighted,
      id: 'asset-weighted-return',
      symbols: 'Σ Gᵢ / Σ Kᵢ',
      formula: 'gains of the clients / average capital of the clients',
      numerator:
        'gains: closing assets − opening assets − what was paid in, less what was taken out',
      denominator:
        'average capital: opening assets and flows, each for the share of the period it was there',
      source:
        'P. Dietz, Pension Funds: Measuring Investment Performance (1966); Global Investment Performance Standards (2020), aggregate method',
      exclusions: DIETZ.exclusions,
    }),
    meanTimeWeightedReturn: meanOf('mean-time-weighted-return', LINKED, settings),
    timeWeightedReturnDispersion: dispersionOf('time-weighted-return-dispersion', LINKED, settings),
    assetWeightedTimeWeightedReturn: defineKpi({
      ...weighted,
      id: 'asset-weighted-time-weighted-return',
      symbols: 'Σ A₀ᵢ rᵢ / Σ A₀ᵢ',
      formula: 'time-weighted returns of the clients, weighted by their opening assets',
      numerator: 'opening assets × time-weighted return, of each client',
      denominator: 'opening assets of the clients',
      source:
        'Global Investment Performance Standards (2020), composite return weighted by beginning assets',
      exclusions: LINKED.exclusions,
    }),
    aheadOfBenchmark: defineKpi({
      ...FRACTION,
      kind: 'proportion',
      id: 'ahead-of-benchmark',
      family: 'assets',
      direction: 'higher-is-better',
      symbols: 'n(r > b) / n',
      formula: 'clients whose time-weighted return is above that of their benchmark / clients',
      numerator: 'clients ahead of their benchmark',
      denominator: 'clients with a benchmark and a time-weighted return',
      source: 'portfolio valuations, flows and benchmarks of the clients',
      minimumSample,
      exclusions: [...LINKED.exclusions, NO_BENCHMARK],
      terms,
    }),
  };
}

function meanOf(
  id: string,
  { name, exclusions }: Measure,
  { flowTiming, minimumSample }: Settings,
): Kpi<'measurements'> {
  return defineKpi({
    ...shared(name, exclusions),
    id,
    direction: 'higher-is-better',
    symbols: 'Σ rᵢ / n',
    formula: `sum of the clients’ ${name}s / clients, each client alike`,
    numerator: `sum of the clients’ ${name}s`,
    minimumSample,
    measure: 'mean',
    terms: { flowTiming },
  });
}

function dispersionOf(
  id: string,
  { name, exclusions }: Measure,
  { flowTiming, minimumSample }: Settings,
): Kpi<'measurements'> {
  return defineKpi({
    ...shared(name, exclusions),
    id,
    direction: 'neutral',
    symbols: '√(Σ (rᵢ − r̄)² / (n − 1))',
    formula: `standard deviation of the clients’ ${name}s, each client alike`,
    numerator: `squared distances of the ${name}s from their mean`,
    minimumSample: Math.max(FEWEST_FOR_DISPERSION, minimumSample),
    measure: 'standard-deviation',
    terms: { flowTiming },
  });
}

function shared(name: string, exclusions: readonly KpiExclusion[]) {
  return {
    version: VERSION,
    kind: 'measurements',
    family: 'assets',
    unit: 'fraction',
    denominator: `clients with a ${name}`,
    source:
      'Global Investment Performance Standards (2020), returns and internal dispersion of portfolios that were there for the whole period',
    exclusions,
  } as const;
}
