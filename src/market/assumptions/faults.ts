import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkRange,
  checkVector,
  type Issue,
  type NumberRange,
} from '../../errors/index.js';
import { checkNames, RETURN_RANGE, VOLATILITY_RANGE } from '../assumptions.js';
import { checkCorrelation, checkCorrelationEntry } from '../matrix.js';
import { PROVENANCE_FIELDS, readProvenance } from './provenance.js';

type Given = Readonly<Record<string, unknown>>;
type Check = () => unknown;

/** Every fault for which `compileAssumptions` would refuse assumptions, each place once, in the order of its checks. */
export function faultsOf(given: Given): readonly Issue[] {
  const checks = [
    () => parsePlainDate(given.asOf, 'assumptions.asOf'),
    () => checkNames(given.assetClasses, 'assumptions.assetClasses'),
    ...checksOfFigures(given),
    ...checksOfProvenance(given),
  ];
  const places = new Map<string, Issue>();
  for (const issue of checks.flatMap(issuesOf)) {
    if (!places.has(issue.path)) places.set(issue.path, issue);
  }
  return [...places.values()];
}

function issuesOf(check: Check): readonly Issue[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    return error.issues;
  }
}

/** Without a list of classes nobody knows how many figures there should be. */
function checksOfFigures(given: Given): readonly Check[] {
  const { assetClasses, correlation } = given;
  if (!Array.isArray(assetClasses) || assetClasses.length === 0) return [];
  const n = assetClasses.length;
  const path = 'assumptions.correlation';
  return [
    ...checksOfVector(given.expectedReturn, 'assumptions.expectedReturn', n, RETURN_RANGE),
    ...checksOfVector(given.volatility, 'assumptions.volatility', n, VOLATILITY_RANGE),
    ...(isListOf(correlation, n)
      ? Array.from(correlation).flatMap((row, i) =>
          isListOf(row, n)
            ? Array.from(row, (value, j) => () => checkCorrelationEntry(value, path, i, j))
            : [],
        )
      : []),
    () => checkCorrelation(correlation, path, n),
  ];
}

function checksOfVector(
  value: unknown,
  path: string,
  length: number,
  range: NumberRange,
): readonly Check[] {
  if (!isListOf(value, length)) return [() => checkVector(value, path, length)];
  return Array.from(value, (figure, i) => () => checkRange(figure, at(path, i), range));
}

/** The values of a list of a given length; a hole counts as undefined. */
function isListOf(value: unknown, length: number): value is readonly unknown[] {
  return (Array.isArray(value) || value instanceof Float64Array) && value.length === length;
}

/** Each field by itself, then all together: a period may end before it begins. */
function checksOfProvenance(given: Given): readonly Check[] {
  const { asOf, classDetails } = given;
  const names = Array.isArray(given.assetClasses) ? given.assetClasses : [];
  const isDated = issuesOf(() => parsePlainDate(asOf, 'assumptions.asOf')).length === 0;
  const day = isDated ? (asOf as PlainDate) : '0001-01-01';
  const alone = PROVENANCE_FIELDS.map((field) => ({ [field]: given[field] }));
  const details = isRecord(classDetails)
    ? Object.entries(classDetails).map((one) => ({ classDetails: Object.fromEntries([one]) }))
    : [];
  return [...alone, ...details, given].map((part) => () => readProvenance(part, day, names));
}

function isRecord(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
