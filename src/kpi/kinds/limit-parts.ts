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
const PARTS = 256;

/** The last place: a time that is the limit itself. */
export const LAST_PLACE: number = 2 * PARTS;

/** A hair, by which the end of a part worked out in binary is still its end. */
const HAIR = 1e-12;

/**
 * The place of a time up to a limit: 2i for what lies at the end of part i, at `limit · i / 256`, and 2i − 1 for what lies within it. So a time that lies on an end is known exactly, and any
 * other to 1/256 of the limit.
 */
export function limitPartOf(time: number, limit: number): number {
  if (time === 0) return 0;
  const parts = (time / limit) * PARTS;
  const end = Math.round(parts);
  return Math.abs(parts - end) <= end * HAIR ? 2 * end : 2 * Math.ceil(parts) - 1;
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

/**
 * A survival table of the cases; those beyond the limit were there all along.
 *
 * @param openFirst whether open cases within a part were last seen before others closed there: nobody knows. At its end closings come first, as is usual.
 */
export function limitTable(
  within: LimitCases,
  open: LimitCases,
  over: number,
  openFirst: boolean,
): SurvivalCounts {
  const rows = Array.from({ length: LAST_PLACE + 1 }, (_, place) => {
    const [events, censored] = [within.parts[place] ?? 0, open.parts[place] ?? 0];
    const time = 2 * place;
    return openFirst && place % 2 === 1
      ? [
          { time, events: 0, censored },
          { time: time + 1, events, censored: 0 },
        ]
      : [{ time, events, censored }];
  });
  const all = [...rows.flat(), { time: AT_LIMIT + 1, events: 0, censored: over }];
  return all.filter(({ events, censored }) => events + censored > 0);
}

/** After the last time of a table up to the limit, and before those beyond it. */
export const AT_LIMIT: number = 2 * LAST_PLACE + 1;

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
    if (!isWhole(part, min) || part > LAST_PLACE) {
      checkInteger(part, at(at(where, 'parts'), i), { min, max: LAST_PLACE });
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
