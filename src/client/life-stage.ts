import type { ReadProfilePolicy } from './profile-policy.js';
import type { ClientFacts } from './view.js';

/** Where someone stands in life. */
export const LIFE_STAGES = [
  'minor',
  'starting-out',
  'raising-family',
  'established',
  'before-retirement',
  'retired',
] as const;

/** Where someone stands in life; see `LIFE_STAGES`. */
export type LifeStage = (typeof LIFE_STAGES)[number];

/** The life stage: what is certain (a minor, retired) first, then age, then family. */
export function lifeStageOf(
  age: number,
  { retired, dependants = [] }: ClientFacts,
  policy: ReadProfilePolicy,
): LifeStage {
  const { adultAge, retirementAge, yearsBefore, youngUntil } = policy;
  if (age < adultAge) return 'minor';
  if (retired === true || (retired === undefined && age >= retirementAge)) return 'retired';
  if (age >= retirementAge - yearsBefore) return 'before-retirement';
  if (dependants.some((dependant) => dependant.age < adultAge)) return 'raising-family';
  return age < youngUntil ? 'starting-out' : 'established';
}
