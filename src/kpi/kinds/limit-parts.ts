import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  refuseUnknown,
} from '../../errors/index.js';
import type { SurvivalCounts } from '../../statistics/index.js';
import type { LimitPartCounts } from '../state.js';
import { addCounts, type Fields, type LimitCases } from './kind.js';

/** Into how many equal parts the time up to a limit falls. */
export const LIMIT_PARTS = 256;

/** A hair, by which the end of a part worked out in binary is still its end. */
const HAIR = 1 - 1e-12;

/**
 * The part of a time up to a limit: of those that end at `limit · part / 256` the first that it does not exceed. So a time that lies on an end is known exactly, and any other to 1/256 of
 * the limit; 0 is a part of its own.
 */
export function limitPartOf(time: number, limit: number): number {
  return time === 0 ? 0 : Math.ceil((time / limit) * LIMIT_PARTS * HAIR);
}

/** No cases. */
export function noLimitCases(): LimitCases {
  return { n: 0, parts: [] };
}

/** Adds one case of a part. */
export function addLimitCase(cases: LimitCases, part: number): void {
  cases.n = addCounts(cases.n, 1);
  const { parts } = cases;
  while (parts.length <= part) parts.push(0);
  // No part has more cases than there are in all.
  parts[part]! += 1;
}

/** Adds the second cases to the first, of which it is known that there are not too many. */
export function joinLimitCases(cases: LimitCases, other: LimitCases): void {
  cases.n += other.n;
  const { parts } = cases;
  while (parts.length < other.parts.length) parts.push(0);
  for (let part = 0; part < other.parts.length; part++) parts[part]! += other.parts[part]!;
}

/** A survival table of the cases, the parts for times; those beyond the limit were there all along. */
export function limitTable(within: LimitCases, open: LimitCases, over: number): SurvivalCounts {
  const parts = Array.from({ length: LIMIT_PARTS + 1 }, (_, time) => {
    return { time, events: within.parts[time] ?? 0, censored: open.parts[time] ?? 0 };
  });
  const rows = [...parts, { time: BEYOND, events: 0, censored: over }];
  return rows.filter(({ events, censored }) => events + censored > 0);
}

/** After the last part: who is at risk here was so at the limit. */
export const BEYOND: number = LIMIT_PARTS + 1;

/** Plain frozen data: the parts that have cases, ascending. */
export function writeLimitCases({ parts: all }: LimitCases): LimitPartCounts {
  const parts: number[] = [];
  for (let part = 0; part < all.length; part++) if (all[part]! > 0) parts.push(part);
  return Object.freeze({
    parts: Object.freeze(parts),
    counts: Object.freeze(parts.map((part) => all[part]!)),
  });
}

/** Checks the counts of a stored state. A path is only put together where it is needed. */
export function readLimitCases(data: Fields, key: string, path: string): LimitCases {
  const where = at(path, key);
  const fields = checkObject(data[key], where);
  refuseUnknown(fields, where, FIELDS);
  const parts = checkList<unknown>(fields.parts, at(where, 'parts'));
  const counts = checkList<unknown>(fields.counts, at(where, 'counts'));
  if (counts.length !== parts.length) {
    const expected = `a list of ${parts.length} counts`;
    throw new AptfolioError('length-mismatch', at(where, 'counts'), expected, counts);
  }
  const cases = noLimitCases();
  for (let i = 0; i < parts.length; i++) {
    const [part, count] = [parts[i] as number, counts[i] as number];
    const min = cases.parts.length;
    if (!isWhole(part, min) || part > LIMIT_PARTS) {
      checkInteger(part, at(at(where, 'parts'), i), { min, max: LIMIT_PARTS });
    }
    if (!isWhole(count, 1)) checkInteger(count, at(at(where, 'counts'), i), { min: 1 });
    cases.n = addCounts(cases.n, count);
    while (cases.parts.length < part) cases.parts.push(0);
    cases.parts.push(count);
  }
  return cases;
}

const FIELDS = Object.freeze({ parts: true, counts: true } as const);

function isWhole(value: number, min: number): boolean {
  return Number.isSafeInteger(value) && value >= min;
}
