import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { type Settings, TOTAL, UNRECORDED, VERSION } from './settings.js';

/** What goes wrong, and what the controls stop. */
export interface ControlKpis {
  readonly lossEventRate: Kpi<'rate'>;
  readonly lossRatio: Kpi<'amount-ratio'>;
  readonly lossPerEvent: Kpi<'amount-per-count'>;
  readonly grossLossPerEvent: Kpi<'amount-per-count'>;
  readonly breachRate: Kpi<'rate'>;
  readonly overrideRate: Kpi<'proportion'>;
  readonly interceptionRate: Kpi<'proportion'>;
  readonly interceptionsJustified: Kpi<'proportion'>;
  readonly complaintRate: Kpi<'rate'>;
}

const NOT_REVIEWED = { id: 'not-reviewed', words: 'nobody has looked at it yet' } as const;
const NEAR_MISS = { id: 'near-miss', words: 'it could have cost something and did not' } as const;
const LOSS_DATA =
  'loss register; gross loss, recovery and date of discovery as in Basel Framework, OPE25, on loss data';

/** The ready definitions of losses and controls; see `serviceKpis`. */
export function controlKpis({ currency, minimumSample }: Settings): ControlKpis {
  const shared = {
    version: VERSION,
    family: 'risk',
    direction: 'lower-is-better',
    minimumSample,
  } as const;
  const perThousand = { ...shared, kind: 'rate', per: 1000 } as const;
  const share = { ...shared, kind: 'proportion', unit: 'fraction' } as const;
  const losses = {
    ...shared,
    source: LOSS_DATA,
    numerator: 'losses of the events, less what was recovered',
    currency,
    exclusions: [NEAR_MISS, { id: 'not-estimated', words: 'nobody knows yet what it cost' }],
  } as const;
  const perEvent = {
    ...losses,
    kind: 'amount-per-count',
    unit: `${currency} per event`,
    denominator: 'loss events',
  } as const;
  return {
    lossEventRate: defineKpi({
      ...perThousand,
      id: 'loss-event-rate',
      symbols: '1000 · e / c',
      formula: 'loss events / clients × 1,000',
      unit: 'events per 1,000 clients',
      numerator: 'loss events, by the day on which they were found',
      denominator: 'clients at the start of the period',
      source: LOSS_DATA,
      exclusions: [NEAR_MISS],
    }),
    lossRatio: defineKpi({
      ...losses,
      ...TOTAL,
      kind: 'amount-ratio',
      id: 'loss-ratio',
      symbols: 'Σ (Gᵢ − Rᵢ) / A₀',
      formula: 'losses less what was recovered / opening assets',
      denominator: 'assets under management at the start',
    }),
    lossPerEvent: defineKpi({
      ...perEvent,
      id: 'loss-per-event',
      symbols: 'Σ (Gᵢ − Rᵢ) / e',
      formula: 'losses less what was recovered / loss events',
    }),
    grossLossPerEvent: defineKpi({
      ...perEvent,
      id: 'gross-loss-per-event',
      symbols: 'Σ Gᵢ / e',
      formula: 'losses before anything was recovered / loss events',
      numerator: 'losses of the events, before anything was recovered',
    }),
    breachRate: defineKpi({
      ...perThousand,
      id: 'breach-rate',
      symbols: '1000 · b / o',
      formula: 'breaches found / orders reviewed × 1,000',
      unit: 'breaches per 1,000 orders',
      numerator: 'breaches of rules that a review found, several in one order counted each',
      denominator: 'orders reviewed',
      source: 'reviews of orders',
      exclusions: [NOT_REVIEWED],
    }),
    overrideRate: defineKpi({
      ...share,
      id: 'override-rate',
      symbols: 'v / n₋',
      formula: 'blocked orders that a person let pass / blocked orders',
      numerator: 'blocked orders that a person let pass',
      denominator: 'blocked orders',
      source:
        'low-side overrides as in credit scoring, as a share of what the score refuses; order checks',
      exclusions: [UNRECORDED],
    }),
    interceptionRate: defineKpi({
      ...share,
      id: 'interception-rate',
      direction: 'neutral',
      symbols: 'n₋ / n',
      formula: 'blocked orders / orders checked',
      numerator: 'blocked orders',
      denominator: 'orders checked',
      source: 'order checks',
    }),
    interceptionsJustified: defineKpi({
      ...share,
      id: 'interceptions-justified',
      direction: 'higher-is-better',
      symbols: 'j / r',
      formula: 'blocked orders found rightly blocked / blocked orders reviewed',
      numerator: 'blocked orders found rightly blocked',
      denominator: 'blocked orders reviewed',
      source: 'reviews of blocked orders',
      exclusions: [NOT_REVIEWED],
    }),
    complaintRate: defineKpi({
      ...perThousand,
      id: 'complaint-rate',
      symbols: '1000 · k / c',
      formula: 'complaints / clients × 1,000',
      unit: 'complaints per 1,000 clients',
      numerator: 'complaints received',
      denominator: 'clients at the start of the period',
      source: 'complaints register; for their handling ISO 10002:2018',
    }),
  };
}
