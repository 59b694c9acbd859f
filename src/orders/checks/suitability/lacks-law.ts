import type { CompiledPack } from '../../../rules/index.js';
import type { SuitabilityAssessment } from '../../../suitability/index.js';
import { silentPacks } from './silent-packs.js';

/**
 * Whether no law was asked: there is none among the packs that reads product or order, or of the one that applies, or may apply, no rule
 * is in force on the day. A policy is no law.
 */
export function lacksLaw(
  assessment: SuitabilityAssessment,
  packs: readonly CompiledPack[],
): boolean {
  const silent = silentPacks(assessment);
  const laws = packs.filter(isOfSale);
  const speaking = laws.filter(({ id }) => !silent.has(id));
  if (speaking.length === 0) return true;
  return assessment.considered.some(({ assumed }) =>
    laws
      .filter(({ id }) => silent.has(id))
      .flatMap(({ pack }) => Object.entries(pack.covers ?? {}))
      .some(([fact, values]) => {
        const value = assumed[fact] ?? statedText(assessment.facts[fact]);
        return value !== undefined && values.includes(value) && !covers(speaking, fact, value);
      }),
  );
}

/** A law on sales, and not one on assessing clients or keeping their data. */
function isOfSale({ pack }: CompiledPack): boolean {
  return (
    pack.kind === 'law' && Object.keys(pack.facts).some((name) => /^(order|product)\./.test(name))
  );
}

function covers(packs: readonly CompiledPack[], fact: string, value: string): boolean {
  return packs.some(({ pack }) => pack.covers?.[fact]?.includes(value) === true);
}

function statedText(entry: unknown): string | undefined {
  const value =
    typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
  return typeof value === 'string' ? value : undefined;
}
