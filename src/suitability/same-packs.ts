import { AptfolioError } from '../errors/index.js';
import type { CompiledPack } from '../rules/index.js';
import type { SuitabilityAssessment } from './assessment.js';

/** Checks that packs are those under which a case was assessed. */
export function checkSamePacks(
  { decision }: SuitabilityAssessment,
  packs: readonly CompiledPack[],
  path: string,
): void {
  const named = (list: readonly { readonly id: string; readonly hash: string }[]): string =>
    list
      .map(({ id, hash }) => `${id} ${hash}`)
      .sort()
      .join();
  if (named(decision.packs) === named(packs)) return;
  const expected = 'the packs under which the case was assessed';
  throw new AptfolioError('inconsistent', path, expected);
}
