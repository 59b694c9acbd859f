import { AptfolioError, at } from '../../errors/index.js';
import type { AllocationProblem } from '../problem.js';

/** Refuses fields of an allocation problem that a method would not heed: a rule that is dropped in silence looks kept. */
export function refuseFields(
  value: object,
  names: readonly string[],
  path: string,
  expected: string,
): void {
  for (const name of names) {
    const given = (value as Readonly<Record<string, unknown>>)[name];
    if (given !== undefined)
      throw new AptfolioError('inconsistent', at(path, name), expected, given);
  }
}

/** What methods that know assets and risks alone, and perhaps bounds and a budget, do not heed. */
export const BEYOND_RISKS: readonly (keyof AllocationProblem)[] = [
  'expectedReturn',
  'objective',
  'groups',
  'rules',
  'relative',
  'maxShort',
  'maxLeverage',
  'trading',
  'benchmark',
  'maxTrackingError',
  'risk',
  'priorities',
];
