import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { FACT_KINDS, type FactKind } from './fact-kind.js';
import { checkFactPath } from './fact-path.js';
import { type MaxAge, readMaxAge } from './freshness.js';

/**
 * What makes one fact stand before another: a source of higher rank, a later `asOf`, a greater confidence.
 */
export const FACT_CRITERIA = ['source', 'date', 'confidence'] as const;

/** What makes one fact stand before another; see `FACT_CRITERIA`. */
export type FactCriterion = (typeof FACT_CRITERIA)[number];

/** Sources from the most to the least trusted; those of an inner list rank equally. */
export type SourceRanking = readonly (string | readonly string[])[];

/** How the facts of a path are judged. What is absent is as for all paths. */
export interface FactRule {
  /** Sources that stand before the others here; the rest follow in the general order. */
  readonly sources?: SourceRanking;
  /** How old a fact may be before it is stale; `null` for any age. */
  readonly maxAge?: MaxAge | null;
  /** Facts less sure than this, 0 to 1, are not counted. */
  readonly minConfidence?: number;
  /** The criteria in the order in which they decide; what they leave equal is an unresolved conflict. */
  readonly decideBy?: readonly FactCriterion[];
  /** What the value has to be; anything else is a failure. */
  readonly kind?: FactKind;
}

/** How facts from several sources become one client file. */
export interface FactPolicy extends Omit<FactRule, 'kind'> {
  /** Every source there is, from the most to the least trusted. A fact of any other source is a failure. */
  readonly sources: SourceRanking;
  /** Default: any age. */
  readonly maxAge?: MaxAge | null;
  /** Default 0. */
  readonly minConfidence?: number;
  /** Default `['source', 'date', 'confidence']`. */
  readonly decideBy?: readonly FactCriterion[];
  /** What differs for single paths. */
  readonly paths?: Readonly<Record<string, FactRule>>;
}

/** A rule without gaps. */
export interface ReadRule {
  /** Source → rank, 0 the most trusted. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly maxAge: MaxAge | null;
  readonly minConfidence: number;
  readonly decideBy: readonly FactCriterion[];
  readonly kind: FactKind | null;
}

/** Checks a policy once and returns the rule of each path. */
export function readFactPolicy(policy: FactPolicy, path: string): (factPath: string) => ReadRule {
  const given = checkObject(policy, path);
  const known = readRanking(given.sources, at(path, 'sources'));
  const general = readRule(given, path, { ...UNRULED, ranks: known });
  const paths = checkObject(given.paths ?? {}, at(path, 'paths'));
  const rules = new Map(
    Object.entries(paths).map(([factPath, rule]) => {
      const where = at(at(path, 'paths'), factPath);
      return [checkFactPath(factPath, where), readPathRule(rule, where, general)];
    }),
  );
  return (factPath) => rules.get(factPath) ?? general;
}

const UNRULED: Omit<ReadRule, 'ranks'> = {
  maxAge: null,
  minConfidence: 0,
  decideBy: FACT_CRITERIA,
  kind: null,
};

function readPathRule(value: unknown, path: string, general: ReadRule): ReadRule {
  const given = checkObject(value, path);
  const ranks = promote(given.sources, at(path, 'sources'), general.ranks);
  const kind =
    given.kind === undefined ? null : checkOneOf(given.kind, at(path, 'kind'), FACT_KINDS);
  return readRule(given, path, { ...general, ranks, kind });
}

function readRule(
  given: Readonly<Record<string, unknown>>,
  path: string,
  otherwise: ReadRule,
): ReadRule {
  const { maxAge, minConfidence, decideBy } = given;
  return {
    ...otherwise,
    ...(maxAge === undefined
      ? {}
      : { maxAge: maxAge === null ? null : readMaxAge(maxAge, at(path, 'maxAge')) }),
    ...(minConfidence === undefined
      ? {}
      : {
          minConfidence: checkRange(minConfidence, at(path, 'minConfidence'), { min: 0, max: 1 }),
        }),
    ...(decideBy === undefined ? {} : { decideBy: readCriteria(decideBy, at(path, 'decideBy')) }),
  };
}

function readCriteria(value: unknown, path: string): readonly FactCriterion[] {
  const criteria = checkList<FactCriterion>(value, path).map((criterion, index) =>
    checkOneOf(criterion, at(path, index), FACT_CRITERIA),
  );
  const again = criteria.findIndex((criterion, index) => criteria.indexOf(criterion) < index);
  if (again < 0) return criteria;
  throw new AptfolioError('duplicate-id', at(path, again), 'each criterion once', criteria[again]);
}

function readRanking(value: unknown, path: string): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  checkList<unknown>(value, path, { minLength: 1 }).forEach((tier, rank) => {
    const where = at(path, rank);
    const sources = Array.isArray(tier)
      ? checkList<unknown>(tier, where, { minLength: 1 })
      : [tier];
    sources.forEach((source, index) => {
      const place = Array.isArray(tier) ? at(where, index) : where;
      const name = checkText(source, place, 100);
      if (ranks.has(name)) throw new AptfolioError('duplicate-id', place, 'each source once', name);
      ranks.set(name, rank);
    });
  });
  return ranks;
}

/** The sources named here come first; all others keep their order behind them. */
function promote(
  value: unknown,
  path: string,
  known: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (value === undefined) return known;
  const first = readRanking(value, path);
  for (const source of first.keys()) {
    if (!known.has(source)) {
      throw new AptfolioError('unknown-id', path, 'sources of policy.sources', source);
    }
  }
  const rest = [...known].filter(([source]) => !first.has(source));
  return new Map([...first, ...rest.map(([source, rank]) => [source, first.size + rank] as const)]);
}
