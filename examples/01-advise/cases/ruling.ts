import type { PlainDate } from 'aptfolio/dates';
import type { Parameters } from 'aptfolio/evidence';
import {
  type CompiledPack,
  type Counterfactual,
  findCounterfactuals,
  PERMITTED_STATUSES,
} from 'aptfolio/rules';
import {
  assessSuitability,
  recordDecision,
  type SuitabilityAssessment,
  type SuitabilityCase,
  type SuitabilityRecord,
} from 'aptfolio/suitability';
import { SALE_PACKS } from '../packs.js';

/** What packs of rules said in one situation. */
export interface Ruling {
  /** Names the text `ruling.<situation>`, which the figures fill in. */
  readonly situation: string;
  readonly figures: Parameters;
  /** One answer after another, where something was done in between. */
  readonly assessments: readonly SuitabilityAssessment[];
  /** Each answer on record. */
  readonly records: readonly SuitabilityRecord[];
  /** What would have turned the first answer round. */
  readonly changes: readonly Counterfactual[];
}

/** Where and when packs are asked. */
export interface Asked {
  readonly asOf: PlainDate;
  readonly packs?: readonly CompiledPack[];
}

/** Asks the packs, by default those of a sale. */
export function ask(
  sale: SuitabilityCase,
  { asOf, packs = SALE_PACKS }: Asked,
): SuitabilityAssessment {
  return assessSuitability(sale, { packs, asOf });
}

/** Puts answers on record. */
export function ruled(
  situation: string,
  assessments: readonly SuitabilityAssessment[],
  figures: Parameters = {},
): Ruling {
  const records = assessments.map((assessment) => recordDecision(assessment));
  return { situation, figures, assessments, records, changes: [] };
}

/** The ruling with at most so many of the smallest changes that would have turned its first answer round. */
export function withChanges(
  ruling: Ruling,
  most: number,
  { asOf, packs = SALE_PACKS }: Asked,
): Ruling {
  const [first] = ruling.assessments;
  if (first === undefined || isPermitted(first)) return ruling;
  const found = findCounterfactuals(packs, first.facts, { asOf, most });
  return { ...ruling, changes: 'changes' in found ? found.changes : [] };
}

/** What the packs came to in the end. */
export function statusOf({ assessments }: Ruling): string {
  return assessments.at(-1)?.status ?? '';
}

export function isPermitted({ status }: SuitabilityAssessment): boolean {
  return PERMITTED_STATUSES.includes(status);
}
