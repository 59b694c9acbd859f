import { checkObject, checkOneOf, checkText } from '../../errors/index.js';
import { type Money, parseMoney } from '../../money/index.js';
import { distinctRows } from '../distinct-rows.js';

/** What an insurance pays for: the death of the insured, or a serious illness. */
export const COVER_KINDS = ['life', 'illness'] as const;

/** What an insurance pays for; see `COVER_KINDS`. */
export type CoverKind = (typeof COVER_KINDS)[number];

/** A sum that an insurance pays once; its premium and its surrender value stand elsewhere. */
export interface Cover extends Money {
  readonly id: string;
  readonly kind: CoverKind;
}

/** Checks cover and brings it into the order of its ids; `null` where nobody said whether there is any. */
export function readCover(
  cover: readonly Cover[] | undefined,
  path: string,
): readonly Cover[] | null {
  if (cover === undefined || cover === null) return null;
  return distinctRows<Cover>(cover, path, (row) => {
    checkObject(row, '');
    const id = checkText(row.id, 'id');
    const kind = checkOneOf(row.kind, 'kind', COVER_KINDS);
    return Object.freeze({ id, kind, ...parseMoney(row, '', { sign: 'not-negative' }) });
  });
}
