import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkList, checkObject, checkOneOf } from '../../errors/index.js';

/** What may make a client especially susceptible to harm. */
export const CIRCUMSTANCE_KINDS = [
  'health',
  'bereavement',
  'job-loss',
  'divorce',
  'caring',
  'sole-income',
  'low-resilience',
  'first-investment',
  'limited-capability',
] as const;

/** What may make a client especially susceptible to harm; see `CIRCUMSTANCE_KINDS`. */
export type CircumstanceKind = (typeof CIRCUMSTANCE_KINDS)[number];

/** Something that became known about a client's circumstances. */
export interface Circumstance {
  readonly kind: CircumstanceKind;
  readonly since: PlainDate;
  /** The last day on which it counts; without it, the policy's months from `since`. */
  readonly until?: PlainDate;
}

/** Checks circumstances. */
export function checkCircumstances(
  given: readonly Circumstance[],
  path: string,
): readonly Circumstance[] {
  return checkList<Circumstance>(given, path).map((row, index) => {
    const where = at(path, index);
    checkObject(row, where);
    const kind = checkOneOf(row.kind, at(where, 'kind'), CIRCUMSTANCE_KINDS);
    const since = parsePlainDate(row.since, at(where, 'since'));
    if (row.until === undefined) return { kind, since };
    const until = parsePlainDate(row.until, at(where, 'until'));
    if (until >= since) return { kind, since, until };
    throw new AptfolioError('inconsistent', at(where, 'until'), 'a date not before since', until);
  });
}
