import { renamePaths } from '../../../errors/index.js';
import { type CurrencyCode, isCurrencyCode } from '../../../money/index.js';
import type { CompiledPack } from '../../../rules/index.js';
import {
  prepareAssessments,
  type SuitabilityAssessment,
  type SuitabilityCase,
} from '../../../suitability/index.js';
import type { OrderContext } from '../order-context.js';
import { packsOfDay } from './packs-of-day.js';

/** The packs of a day, opened to be asked about many orders. */
export interface LawOfDay {
  readonly packs: readonly CompiledPack[];
  /** The names of the facts that any of them knows. */
  readonly declared: ReadonlySet<string>;
  /** The currencies in which they declare amounts. */
  readonly currencies: ReadonlyMap<string, CurrencyCode>;
  readonly assess: (given: SuitabilityCase) => SuitabilityAssessment;
}

/** Gives the packs of a context's day, opened when they are first asked for; `undefined` where there are none. */
export type LawFinder = () => LawOfDay | undefined;

/** Opens the packs of a context once, however many orders are checked. */
export function lawFinder(context: OrderContext): LawFinder {
  let found: { readonly law: LawOfDay | undefined } | undefined;
  return () => {
    found ??= { law: openLaw(context) };
    return found.law;
  };
}

function openLaw({ packs: given = [], asOf }: OrderContext): LawOfDay | undefined {
  const packs = packsOfDay(given, asOf);
  if (packs.length === 0) return undefined;
  const names = { 'options.packs': 'context.packs', 'options.asOf': 'context.asOf' };
  const facts = packs.flatMap(({ pack }) => Object.entries(pack.facts));
  return {
    packs,
    declared: new Set(facts.map(([name]) => name)),
    currencies: new Map(
      facts.flatMap(([name, { type, unit }]) =>
        type === 'amount' && unit !== undefined && isCurrencyCode(unit) ? [[name, unit]] : [],
      ),
    ),
    assess: renamePaths(names, () => prepareAssessments({ packs, asOf })),
  };
}
