import { renamePaths } from '../../errors/index.js';
import { type CapitalMarketAssumptions, compileAssumptions } from '../assumptions.js';
import type { ReturnKind } from './provenance.js';

/** What a later vintage of assumptions changed. Classes go by name, so their order does not matter. */
export interface AssumptionsDifferences {
  /** `changed` where a class or a figure did; a new date or source alone changes no figure. */
  readonly status: 'unchanged' | 'changed';
  /** Classes that only the later one has, in its order. */
  readonly added: readonly string[];
  /** Classes that only the earlier one has, in its order. */
  readonly removed: readonly string[];
  /** The terms in which returns are compared: those of both, or arithmetic where they differ. */
  readonly returnKind: ReturnKind;
  readonly expectedReturn: readonly FigureChange[];
  readonly volatility: readonly FigureChange[];
  readonly correlation: readonly CorrelationChange[];
  /** Dates, source, author and the like, and details of classes that both have. */
  readonly provenance: readonly ProvenanceChange[];
}

/** A figure of one class. */
export interface FigureChange {
  readonly assetClass: string;
  readonly before: number;
  readonly after: number;
  /** after − before. */
  readonly change: number;
}

/** The correlation of two classes. */
export interface CorrelationChange {
  readonly first: string;
  readonly second: string;
  readonly before: number;
  readonly after: number;
  /** after − before. */
  readonly change: number;
}

/** Something beside the figures; `null` where it was left out. */
export interface ProvenanceChange {
  readonly field: string;
  /** The class whose details they are. */
  readonly assetClass?: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What changed between two vintages of capital-market assumptions.
 *
 * Figures that differ by at most 1e-12 are the same. Both are checked as by `compileAssumptions`; paths begin with `before` or `after`.
 *
 * @example
 * ```ts
 * import { diffAssumptions } from 'aptfolio/market';
 *
 * const spring = {
 *   asOf: '2026-03-02', assetClasses: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.03, 0.07], volatility: [0.05, 0.2], correlation: [[1, 0.1], [0.1, 1]],
 * };
 * const autumn = { ...spring, asOf: '2026-09-01', expectedReturn: [0.03, 0.0625] };
 * const { status, expectedReturn, provenance } = diffAssumptions(spring, autumn);
 * status; // => 'changed'
 * expectedReturn; // => [{ assetClass: 'EQUITY', before: 0.07, after: 0.0625, change: -0.0075 }]
 * provenance; // => [{ field: 'asOf', before: '2026-03-02', after: '2026-09-01' }]
 * ```
 */
export function diffAssumptions(
  before: CapitalMarketAssumptions,
  after: CapitalMarketAssumptions,
): AssumptionsDifferences {
  const old = renamePaths({ assumptions: 'before' }, () => compileAssumptions(before));
  const fresh = renamePaths({ assumptions: 'after' }, () => compileAssumptions(after));
  const kept = keptClasses(old, fresh);
  const kinds = [kindOf(before), kindOf(after)] as const;
  const isSameKind = kinds[0] === kinds[1];
  const added = fresh.assetClasses.filter((name) => !old.assetClasses.includes(name));
  const removed = old.assetClasses.filter((name) => !fresh.assetClasses.includes(name));
  const expectedReturn = isSameKind
    ? figureChanges(kept, before.expectedReturn, after.expectedReturn)
    : figureChanges(kept, old.expectedReturn, fresh.expectedReturn);
  const volatility = figureChanges(kept, old.volatility, fresh.volatility);
  const correlation = correlationChanges(kept, old.correlation, fresh.correlation);
  const changed = [added, removed, expectedReturn, volatility, correlation].flat();
  return Object.freeze({
    status: changed.length === 0 ? 'unchanged' : 'changed',
    added: Object.freeze(added),
    removed: Object.freeze(removed),
    returnKind: isSameKind ? kinds[1] : 'arithmetic',
    expectedReturn,
    volatility,
    correlation,
    provenance: Object.freeze([
      ...fieldChanges({ ...old, returnKind: kinds[0] }, { ...fresh, returnKind: kinds[1] }, FIELDS),
      ...kept.flatMap(({ name }) =>
        fieldChanges(detailsOf(old, name), detailsOf(fresh, name), DETAILS, name),
      ),
    ]),
  });
}

/** A class of both vintages and its place in each. */
interface KeptClass {
  readonly name: string;
  readonly was: number;
  readonly is: number;
}

function keptClasses(
  before: CapitalMarketAssumptions,
  after: CapitalMarketAssumptions,
): readonly KeptClass[] {
  return after.assetClasses
    .map((name, is) => ({ name, was: before.assetClasses.indexOf(name), is }))
    .filter(({ was }) => was >= 0);
}

function figureChanges(
  kept: readonly KeptClass[],
  before: readonly number[],
  after: readonly number[],
): readonly FigureChange[] {
  const changes = kept.flatMap(({ name, was, is }) => {
    const change = changeOf(before[was]!, after[is]!);
    return change === null ? [] : [Object.freeze({ assetClass: name, ...change })];
  });
  return Object.freeze(changes);
}

function correlationChanges(
  kept: readonly KeptClass[],
  before: CapitalMarketAssumptions['correlation'],
  after: CapitalMarketAssumptions['correlation'],
): readonly CorrelationChange[] {
  const changes = kept.flatMap((second, place) =>
    kept.slice(0, place).flatMap((first) => {
      const change = changeOf(before[second.was]![first.was]!, after[second.is]![first.is]!);
      if (change === null) return [];
      return [Object.freeze({ first: first.name, second: second.name, ...change })];
    }),
  );
  return Object.freeze(changes);
}

const FIELDS = [
  'asOf',
  'source',
  'author',
  'validFrom',
  'validUntil',
  'horizonYears',
  'currency',
  'returnKind',
] as const;

const DETAILS = ['note', 'citations', 'currency', 'hedged'] as const;

function kindOf({ returnKind = 'arithmetic' }: CapitalMarketAssumptions): ReturnKind {
  return returnKind;
}

function detailsOf({ classDetails }: CapitalMarketAssumptions, name: string): object {
  if (classDetails === undefined || !Object.hasOwn(classDetails, name)) return {};
  return classDetails[name] as object;
}

/** So little between two decimal fractions is rounding. */
const ROUNDING = 1e-12;

function changeOf(before: number, after: number) {
  if (Math.abs(after - before) <= ROUNDING) return null;
  return { before: before + 0, after: after + 0, change: after - before };
}

function fieldChanges(
  before: object,
  after: object,
  fields: readonly string[],
  assetClass?: string,
): readonly ProvenanceChange[] {
  const value = (from: object, field: string): unknown =>
    (from as Readonly<Record<string, unknown>>)[field] ?? null;
  return fields.flatMap((field) => {
    const [was, is] = [value(before, field), value(after, field)];
    // Both were read by the same code, so that equal values have the same bytes.
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const about = assetClass === undefined ? {} : { assetClass };
    return [Object.freeze({ field, ...about, before: was, after: is })];
  });
}
