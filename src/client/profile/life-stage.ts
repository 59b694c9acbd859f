import { compileSegments } from '../segments/compile-segments.js';
import { lifeStageFacts, lifeStageTable } from '../segments/life-stage-table.js';
import { segmentOf } from '../segments/segment-of.js';
import type { ClientFacts } from '../view.js';
import type { ReadProfilePolicy } from './profile-policy.js';

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

/** The life stage by the rule table of the policy; dependants that nobody mentions are none. */
export function lifeStageOf(
  age: number,
  { retired, dependants = [] }: ClientFacts,
  policy: ReadProfilePolicy,
): LifeStage {
  const { adultAge, retirementAge, yearsBefore, youngUntil } = policy;
  const table = lifeStageTable({ adultAge, retirementAge, yearsBefore, youngUntil });
  const facts = lifeStageFacts(
    age,
    retired === undefined ? { dependants } : { retired, dependants },
    adultAge,
  );
  return segmentOf(facts, compileSegments(table)).segment as LifeStage;
}
