import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { LOCALES, type Locale, sha256 } from '../../evidence/index.js';
import { type Money, parseMoney } from '../../money/index.js';
import type { Rating } from '../case.js';
import { readRating } from '../read-rating.js';
import {
  DISCLOSED_MATTERS,
  DISCLOSURE_HEADS,
  type DisclosedMatter,
  type DisclosureHead,
} from './matters.js';

/** The text of one head, by language. */
export type DisclosureText = Readonly<Partial<Record<Locale, string>>>;

/** What a client is to be told of one product before deciding: texts, and what they say as data. */
export interface Disclosure {
  readonly id: string;
  /** Id of the product. */
  readonly product: string;
  /** By head, its text in each language. */
  readonly sections: Readonly<Partial<Record<DisclosureHead, DisclosureText>>>;
  readonly facts?: DisclosedFacts;
}

/** What the texts say, as data, on the word of whoever wrote them; the figures are compared with the texts. */
export interface DisclosedFacts {
  /** The rating that is named: the higher of the issuer's and the seller's. */
  readonly riskRating?: Rating;
  /** Whether the head on risk says that the rating may change while the product is held. */
  readonly ratingMayChange?: boolean;
  /** Whether principal may be lost. Default true: it takes a word to say that it may not. */
  readonly principalMayBeLost?: boolean;
  /** A guarantee that the rules allow, and where it is written; wording of these kinds is then not found fault with. */
  readonly guarantee?: {
    readonly of: readonly ('principal' | 'return')[];
    readonly basis: string;
  };
  /** Each fee that the head on fees names. No fee at all is a rate of 0. */
  readonly fees?: readonly DisclosedFee[];
  /** What else the texts tell. */
  readonly tells?: readonly DisclosedMatter[];
}

/** A fee as it is told: a rate (decimal fraction) or an amount. */
export type DisclosedFee = { readonly rate: number } | { readonly amount: Money };

/** The longest text of a head, in characters. */
const LONGEST = 20_000;

/**
 * The hash that ties a client's acknowledgement to exactly this disclosure, in all of its languages.
 *
 * @returns SHA-256 of the canonical JSON, 64 hexadecimal digits. A text that is blank still counts: what was shown is hashed as
 * it stood.
 * @throws AptfolioError for a malformed disclosure, with the path.
 *
 * @example
 * ```ts
 * import { hashDisclosure } from 'aptfolio/suitability';
 *
 * const disclosure = { id: 'D1', product: 'P1', sections: { risk: { en: 'You may lose money.' } } };
 * const hash = hashDisclosure(disclosure);
 * hash.length; // => 64
 * const softer = { ...disclosure, sections: { risk: { en: 'You may lose some money.' } } };
 * hashDisclosure(softer) === hash; // => false
 * ```
 */
export function hashDisclosure(disclosure: Disclosure): string {
  return sha256(readDisclosure(disclosure), 'disclosure');
}

/** Checks a disclosure and copies it without any further fields. */
export function readDisclosure(value: Disclosure): Disclosure {
  const path = 'disclosure';
  const { id, product, sections, facts } = checkObject(value, path);
  return Object.freeze({
    id: checkText(id, at(path, 'id')),
    product: checkText(product, at(path, 'product')),
    sections: readSections(sections, at(path, 'sections')),
    ...(facts === undefined ? {} : { facts: readFacts(facts, at(path, 'facts')) }),
  });
}

function readSections(value: unknown, path: string): Disclosure['sections'] {
  const entries = Object.entries(checkObject(value, path)).flatMap(([name, section]) => {
    const head = checkOneOf(name, at(path, name), DISCLOSURE_HEADS);
    return section === undefined ? [] : [[head, readTexts(section, at(path, name))]];
  });
  return Object.freeze(Object.fromEntries(entries));
}

function readTexts(value: unknown, path: string): DisclosureText {
  const entries = Object.entries(checkObject(value, path)).flatMap(([name, text]) => {
    const locale = checkOneOf(name, at(path, name), LOCALES);
    if (text === undefined || text === '') return [];
    return [[locale, checkText(text, at(path, name), LONGEST)]];
  });
  return Object.freeze(Object.fromEntries(entries));
}

function readFacts(value: unknown, path: string): DisclosedFacts {
  const { riskRating, ratingMayChange, principalMayBeLost, guarantee, fees, tells } = checkObject(
    value,
    path,
  );
  const given = <T>(field: unknown, name: string, read: (v: unknown, path: string) => T): object =>
    field === undefined ? {} : { [name]: read(field, at(path, name)) };
  return Object.freeze({
    ...given(riskRating, 'riskRating', (rating, where) => readRating(rating, where)),
    ...given(ratingMayChange, 'ratingMayChange', checkBoolean),
    ...given(principalMayBeLost, 'principalMayBeLost', checkBoolean),
    ...given(guarantee, 'guarantee', readGuarantee),
    ...given(fees, 'fees', (list, where) => each(list, where, readFee)),
    ...given(tells, 'tells', (list, where) =>
      each(list, where, (matter, place) => checkOneOf(matter, place, DISCLOSED_MATTERS)),
    ),
  });
}

function readGuarantee(value: unknown, path: string): DisclosedFacts['guarantee'] {
  const { of, basis } = checkObject(value, path);
  const kinds = ['principal', 'return'] as const;
  return Object.freeze({
    of: each(of, at(path, 'of'), (kind, where) => checkOneOf(kind, where, kinds)),
    basis: checkText(basis, at(path, 'basis')),
  });
}

function readFee(value: unknown, path: string): DisclosedFee {
  const { rate, amount } = checkObject(value, path);
  if ((rate === undefined) === (amount === undefined)) {
    throw new AptfolioError('inconsistent', path, 'either a rate or an amount');
  }
  return Object.freeze(
    rate === undefined
      ? { amount: parseMoney(amount, at(path, 'amount'), { sign: 'not-negative' }) }
      : { rate: checkRange(rate, at(path, 'rate'), { min: 0, max: 1 }) + 0 },
  );
}

function each<T>(
  list: unknown,
  path: string,
  read: (value: unknown, path: string) => T,
): readonly T[] {
  const rows = checkList<unknown>(list, path, { maxLength: 100 });
  return Object.freeze(rows.map((row, index) => read(row, at(path, index))));
}
