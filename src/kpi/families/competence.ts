import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { FRACTION, type Settings, VERSION } from './settings.js';

/** What advisers know and can do, as a group; for each adviser see `rateAdvisers`. */
export interface CompetenceKpis {
  readonly testScoreMean: Kpi<'measurements'>;
  readonly practiceScoreMean: Kpi<'measurements'>;
  readonly testPassRate: Kpi<'proportion'>;
  readonly trainingHoursMet: Kpi<'proportion'>;
  readonly certificateValidity: Kpi<'proportion'>;
}

const RETAKE = {
  id: 'retake',
  words: 'a test taken again: whoever may try until it works passes in the end',
} as const;

/** The ready definitions of the family; see `serviceKpis`. */
export function competenceKpis({ minimumSample }: Settings): CompetenceKpis {
  const family = { family: 'competence', direction: 'higher-is-better' } as const;
  const share = { ...FRACTION, ...family, kind: 'proportion', minimumSample } as const;
  const score = {
    ...family,
    version: VERSION,
    kind: 'measurements',
    unit: 'points',
    symbols: 'Σ sᵢ / n',
    measure: 'mean',
    range: { lowest: 0, highest: 100 },
    minimumSample,
  } as const;
  return {
    testScoreMean: defineKpi({
      ...score,
      id: 'test-score-mean',
      formula: 'points reached in tests, of 100 / tests, first attempts only',
      numerator: 'points reached in tests, of 100',
      denominator: 'tests taken for the first time',
      source: 'test records',
      exclusions: [RETAKE],
    }),
    practiceScoreMean: defineKpi({
      ...score,
      id: 'practice-score-mean',
      formula: 'points given to cases of practice, of 100 / cases assessed',
      numerator: 'points given to cases of practice, of 100',
      denominator: 'cases of practice assessed',
      source: 'assessments of advice given, observed or rehearsed',
    }),
    testPassRate: defineKpi({
      ...share,
      id: 'test-pass-rate',
      symbols: 'p / n',
      formula: 'tests passed at the first attempt / tests taken for the first time',
      numerator: 'tests passed at the first attempt',
      denominator: 'tests taken for the first time',
      source: 'test records',
      exclusions: [RETAKE],
    }),
    trainingHoursMet: defineKpi({
      ...share,
      id: 'training-hours-met',
      symbols: 'n(h ≥ H) / n',
      formula: 'advisers with at least the hours of continuing training due / advisers due',
      numerator: 'advisers with at least the hours due',
      denominator: 'advisers to whom hours were due and whose hours are on record',
      source: 'training register, against the hours that law or the bank demands',
      exclusions: [
        { id: 'part-period', words: 'the adviser was not there for the whole training period' },
        { id: 'hours-unknown', words: 'nobody recorded the hours' },
      ],
    }),
    certificateValidity: defineKpi({
      ...share,
      id: 'certificate-validity',
      symbols: 'n(first ≤ t ≤ last) / n',
      formula: 'certificates valid on the day / certificates demanded by the work done',
      numerator: 'certificates valid on the day, the last day included',
      denominator: 'certificates demanded by the work done and on record',
      source: 'register of certificates',
      exclusions: [{ id: 'certificate-unknown', words: 'nobody recorded until when it is valid' }],
    }),
  };
}
