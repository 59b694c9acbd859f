import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { type Settings, VERSION } from './settings.js';

/** What clients say of the service. */
export interface SatisfactionKpis {
  readonly satisfactionMean: Kpi<'ratings'>;
  readonly satisfactionTopTwoBox: Kpi<'ratings'>;
  readonly netPromoterScore: Kpi<'ratings'>;
  readonly customerEffort: Kpi<'ratings'>;
  readonly professionalism: Kpi<'ratings'>;
  readonly personalisedProposals: Kpi<'proportion'>;
  readonly unexplainedDeviations: Kpi<'proportion'>;
  readonly surveyResponse: Kpi<'proportion'>;
}

/** The ready definitions of what clients say; see `serviceKpis`. */
export function satisfactionKpis(settings: Settings): SatisfactionKpis {
  const { scale, minimumSample, tolerance } = settings;
  const shared = {
    version: VERSION,
    family: 'satisfaction',
    direction: 'higher-is-better',
    minimumSample,
  } as const;
  const survey = {
    ...shared,
    kind: 'ratings',
    denominator: 'answers',
    source: 'client satisfaction survey',
    scale,
  } as const;
  const topTwoBox = {
    ...survey,
    unit: 'fraction',
    numerator: 'answers in the two best points of the scale',
    measure: { name: 'top-box', boxes: 2 },
  } as const;
  const ofProposals = {
    kind: 'proportion',
    unit: 'fraction',
    denominator: 'proposals for which there is a model portfolio',
    source: 'proposal records against the model portfolios of their day',
    exclusions: [
      { id: 'no-model', words: 'no model portfolio was in force for the client’s level' },
    ],
    terms: { tolerance: String(tolerance + 0) },
  } as const;
  return {
    satisfactionMean: defineKpi({
      ...survey,
      id: 'satisfaction-mean',
      symbols: 'Σ sᵢ / n',
      formula: 'sum of the scores / answers',
      unit: 'points',
      numerator: 'sum of the scores',
      measure: { name: 'mean' },
    }),
    satisfactionTopTwoBox: defineKpi({
      ...topTwoBox,
      id: 'satisfaction-top-two-box',
      symbols: 'n(s ≥ max − 1) / n',
      formula: 'answers in the two best points of the scale / answers',
    }),
    netPromoterScore: defineKpi({
      ...survey,
      id: 'net-promoter-score',
      symbols: '(n(s ≥ 9) − n(s ≤ 6)) / n',
      formula: 'share of promoters (9 and 10) less share of detractors (0 to 6)',
      unit: 'fraction',
      numerator: 'promoters less detractors',
      source: 'F. F. Reichheld, The One Number You Need to Grow, Harvard Business Review 81 (2003)',
      scale: { lowest: 0, highest: 10 },
      measure: { name: 'net-promoter' },
    }),
    customerEffort: defineKpi({
      ...survey,
      id: 'customer-effort',
      symbols: 'n(s ≥ 5) / n',
      formula: 'answers from 5 to 7 to “made it easy for me” on a scale from 1 to 7 / answers',
      unit: 'fraction',
      numerator: 'answers from 5 to 7',
      source: 'M. Dixon, N. Toman and R. DeLisi, The Effortless Experience (2013), CES 2.0',
      scale: { lowest: 1, highest: 7 },
      measure: { name: 'top-box', boxes: 3 },
    }),
    professionalism: defineKpi({
      ...topTwoBox,
      id: 'adviser-professionalism',
      symbols: 'n(s ≥ max − 1) / n',
      formula:
        'answers on the adviser’s professionalism in the two best points of the scale / answers',
    }),
    personalisedProposals: defineKpi({
      ...shared,
      ...ofProposals,
      id: 'personalised-proposals',
      symbols: 'p(≠ model, reason) / p',
      formula:
        'proposals that differ from the model portfolio for a recorded reason of the client / proposals',
      numerator: 'proposals that differ from the model for a recorded reason',
    }),
    unexplainedDeviations: defineKpi({
      ...shared,
      ...ofProposals,
      id: 'unexplained-deviations',
      symbols: 'p(≠ model, no reason) / p',
      formula:
        'proposals that differ from the model portfolio without a recorded reason of the client / proposals',
      direction: 'lower-is-better',
      numerator: 'proposals that differ from the model without a recorded reason',
    }),
    surveyResponse: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'survey-response',
      symbols: 'a / i',
      formula: 'clients who answered / clients who were asked and could be reached',
      unit: 'fraction',
      numerator: 'clients who answered',
      denominator: 'clients who were asked',
      source: 'AAPOR, Standard Definitions (2023), response rate 5',
      exclusions: [{ id: 'not-reached', words: 'the invitation could not be delivered' }],
    }),
  };
}
