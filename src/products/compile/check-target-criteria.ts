import type { TargetMarket } from '../target-market.js';
import { checkFields, type FieldChecks, numberIn, textsOf } from './check-fields.js';

/** Checks for whom a product is made; a list of clients that names nobody is refused. */
export function checkTargetCriteria(value: unknown, path: string): TargetMarket {
  return checkFields(value, path, CRITERIA, []);
}

const CRITERIA: FieldChecks<TargetMarket> = {
  clientKinds: textsOf(1),
  minimumKnowledge: numberIn({ min: 0, max: 100 }),
  objectives: textsOf(1),
  minimumHorizonYears: numberIn({ min: 0, max: 100 }),
  minimumLossCapacity: numberIn({ min: 0, max: 1 }),
  not: textsOf(0),
};
