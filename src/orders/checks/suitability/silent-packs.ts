import type { SuitabilityAssessment } from '../../../suitability/index.js';

/** Ids of the packs of an assessment of which no rule was in force on its day. */
export function silentPacks({ decision }: SuitabilityAssessment): ReadonlySet<string> {
  return new Set(
    decision.notices
      .filter(({ code }) => code === 'rules.none-in-force')
      .map(({ parameters }) => String(parameters.pack)),
  );
}
