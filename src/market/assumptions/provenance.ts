import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  renamePaths,
} from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';
import { type CurrencyCode, checkCurrency } from '../../money/index.js';

/** `arithmetic`: the mean of a year's return. `geometric`: the growth a year over a long time. */
export type ReturnKind = 'arithmetic' | 'geometric';

/** The two kinds. */
export const RETURN_KINDS: readonly ReturnKind[] = Object.freeze(['arithmetic', 'geometric']);

/** What is said of one asset class beside its figures. */
export interface AssetClassDetails {
  /** Whatever the reader should know, such as the index that stands for the class. */
  readonly note?: string;
  /** What the figures rest on. */
  readonly citations?: readonly Citation[];
  /** The currency in which the class is quoted. */
  readonly currency?: CurrencyCode;
  /** Whether its figures are those with the currency hedged. */
  readonly hedged?: boolean;
}

/** Where assumptions come from and how long they hold; every field may be left out. */
export interface Provenance {
  readonly source?: string;
  readonly author?: string;
  readonly validFrom?: PlainDate;
  readonly validUntil?: PlainDate;
  readonly horizonYears?: number;
  readonly currency?: CurrencyCode;
  readonly returnKind?: ReturnKind;
  readonly classDetails?: Readonly<Record<string, AssetClassDetails>>;
}

/** The fields of `Provenance`. */
export const PROVENANCE_FIELDS = [
  'source',
  'author',
  'validFrom',
  'validUntil',
  'horizonYears',
  'currency',
  'returnKind',
  'classDetails',
] as const;

type Given = Readonly<Record<string, unknown>>;

/** Checks the optional fields of assumptions; those left out stay out. */
export function readProvenance(
  given: Given,
  asOf: PlainDate,
  assetClasses: readonly string[],
): Provenance {
  const read = fieldReader(given, 'assumptions');
  const { validFrom } = read('validFrom', parsePlainDate);
  const { validUntil } = read('validUntil', parsePlainDate);
  for (const [name, first] of Object.entries({ asOf, validFrom })) {
    if (validUntil === undefined || first === undefined || first <= validUntil) continue;
    const expected = `a date on or after ${name}, ${first}`;
    throw new AptfolioError('inconsistent', 'assumptions.validUntil', expected, validUntil);
  }
  return {
    ...read('source', checkText),
    ...read('author', checkText),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...read('horizonYears', (value, path) =>
      checkRange(value, path, { exclusiveMin: 0, max: 100 }),
    ),
    ...read('currency', checkCurrency),
    ...read('returnKind', (value, path) => checkOneOf(value, path, RETURN_KINDS)),
    ...read('classDetails', (value, path) => readClassDetails(value, path, assetClasses)),
  };
}

/** Reads one field by its name: an object that holds it, or an empty one where it is left out. */
function fieldReader(given: Given, path: string) {
  return <Name extends string, Value>(
    name: Name,
    check: (value: unknown, path: string) => Value,
  ): { readonly [N in Name]?: Value } => {
    const value = given[name];
    if (value === undefined) return {};
    return { [name]: check(value, at(path, name)) } as { [N in Name]: Value };
  };
}

function readClassDetails(
  value: unknown,
  path: string,
  assetClasses: readonly string[],
): Readonly<Record<string, AssetClassDetails>> {
  const given = checkObject(value, path);
  const unknown = Object.keys(given).find((name) => !assetClasses.includes(name));
  if (unknown !== undefined) {
    throw new AptfolioError('unknown-id', at(path, unknown), 'a name of the asset classes');
  }
  // In the order of the classes, so that the same details come out in the same bytes.
  const told = assetClasses.filter((name) => Object.hasOwn(given, name));
  return Object.freeze(
    Object.fromEntries(told.map((name) => [name, readDetails(given[name], at(path, name))])),
  );
}

function readDetails(value: unknown, path: string): AssetClassDetails {
  const read = fieldReader(checkObject(value, path), path);
  return Object.freeze({
    ...read('note', checkText),
    ...read('citations', readCitations),
    ...read('currency', checkCurrency),
    ...read('hedged', checkBoolean),
  });
}

function readCitations(value: unknown, path: string): readonly Citation[] {
  return Object.freeze(
    checkList<Citation>(value, path).map((citation, i) =>
      renamePaths({ citation: at(path, i) }, () => makeCitation(citation)),
    ),
  );
}
