import { addDays, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import {
  type Citation,
  LOCALES,
  type Locale,
  makeReason,
  type Parameters,
  type Reason,
} from '../../evidence/index.js';
import { nfra } from '../packs/cn/citations.js';

/** How somebody has acknowledged. */
export const ACKNOWLEDGEMENT_MANNERS = ['signature', 'tick', 'recording'] as const;

/** How somebody has acknowledged; see `ACKNOWLEDGEMENT_MANNERS`. */
export type AcknowledgementManner = (typeof ACKNOWLEDGEMENT_MANNERS)[number];

/** Evidence that a client was shown a disclosure and has acknowledged it. */
export interface Acknowledgement {
  /** `hashDisclosure` of what was shown. */
  readonly disclosureHash: string;
  /** The language in which it was shown. */
  readonly locale: Locale;
  readonly shownOn: PlainDate;
  readonly acknowledgedOn: PlainDate;
  readonly how: AcknowledgementManner;
  /** Where the evidence is kept: of a signature, of the log entry of a tick, of a recording. */
  readonly reference: string;
  readonly by: { readonly id: string; readonly role: 'client' | 'representative' };
}

/** Against what an acknowledgement is checked. */
export interface AcknowledgementOptions {
  /** `hashDisclosure` of the disclosure that must have been shown. */
  readonly disclosureHash: string;
  /** The day of the decision. */
  readonly asOf: PlainDate;
  /** How many days after its own day it still counts; absent: it does not run out. */
  readonly validDays?: number;
  /** The day from which the disclosure was in use, if it is known. */
  readonly disclosedFrom?: PlainDate;
  /** The languages of which one must be shown, such as those that the client reads; absent: any will do. */
  readonly locales?: readonly Locale[];
}

/** What an acknowledgement can come to, from the gravest fault to none. */
export const ACKNOWLEDGEMENT_STATUSES = [
  /** Something else was shown. */
  'other-disclosure',
  /** It is from before the disclosure was shown, or the disclosure was shown before it was there. */
  'before-disclosure',
  /** It is from after the day of the decision. */
  'after-decision',
  /** It was shown in none of the languages in which it must be shown. */
  'other-language',
  'expired',
  'valid',
] as const;

/** What an acknowledgement comes to; see `ACKNOWLEDGEMENT_STATUSES`. */
export type AcknowledgementStatus = (typeof ACKNOWLEDGEMENT_STATUSES)[number];

/** Whether an acknowledgement counts. */
export interface AcknowledgementCheck {
  readonly status: AcknowledgementStatus;
  /** The last day on which it counts; absent where it does not run out. */
  readonly validUntil?: PlainDate;
  /** Every fault, the gravest first; none for `valid`. */
  readonly reasons: readonly Reason[];
}

/**
 * Checks that an acknowledgement is of exactly this disclosure, and that it counts on the day of the decision.
 *
 * @throws AptfolioError for a malformed acknowledgement or option, with the path (`acknowledgement.how`).
 *
 * Source: 金融机构产品适当性管理办法 (Order No. 7 of 2025), article 17, for that telling the client must be traceable; how long an acknowledgement
 * counts is the bank's to say.
 *
 * @example
 * ```ts
 * import { checkAcknowledgement, hashDisclosure } from 'aptfolio/suitability';
 *
 * const disclosure = { id: 'D1', product: 'P1', sections: { risk: { en: 'You may lose money.' } } };
 * const disclosureHash = hashDisclosure(disclosure);
 * const acknowledgement = {
 *   disclosureHash, locale: 'en', shownOn: '2026-03-02', acknowledgedOn: '2026-03-02',
 *   how: 'signature', reference: 'SIG-17', by: { id: 'C-1', role: 'client' },
 * } as const;
 * const options = { disclosureHash, asOf: '2026-03-12', validDays: 10 } as const;
 * checkAcknowledgement(acknowledgement, options); // => { status: 'valid', validUntil: '2026-03-12', reasons: [] }
 * checkAcknowledgement(acknowledgement, { ...options, asOf: '2026-03-13' }).status; // => 'expired'
 * const softer = hashDisclosure({ ...disclosure, sections: { risk: { en: 'Be careful.' } } });
 * checkAcknowledgement(acknowledgement, { ...options, disclosureHash: softer }).status; // => 'other-disclosure'
 * ```
 */
export function checkAcknowledgement(
  acknowledgement: Acknowledgement,
  options: AcknowledgementOptions,
): AcknowledgementCheck {
  const given = readAcknowledgement(acknowledgement);
  const against = readOptions(options);
  const { validDays } = against;
  const validUntil = validDays === undefined ? undefined : addDays(given.acknowledgedOn, validDays);
  const faults = faultsOf(given, against, validUntil);
  return Object.freeze({
    status: faults[0]?.status ?? 'valid',
    ...(validUntil === undefined ? {} : { validUntil }),
    reasons: Object.freeze(faults.map(({ reason }) => reason)),
  });
}

interface Fault {
  readonly status: AcknowledgementStatus;
  readonly reason: Reason;
}

function faultsOf(
  { disclosureHash, locale, shownOn, acknowledgedOn }: Acknowledgement,
  against: AcknowledgementOptions,
  validUntil: PlainDate | undefined,
): readonly Fault[] {
  const { asOf, disclosedFrom, locales } = against;
  const faults: Fault[] = [];
  if (disclosureHash !== against.disclosureHash) faults.push(fault('other-disclosure', {}));
  if (disclosedFrom !== undefined && shownOn < disclosedFrom) {
    faults.push(fault('before-disclosure', { shownOn, from: disclosedFrom }));
  }
  if (acknowledgedOn < shownOn) {
    faults.push(fault('before-disclosure', { acknowledgedOn, shownOn }, 'before-shown'));
  }
  if (acknowledgedOn > asOf) faults.push(fault('after-decision', { acknowledgedOn, asOf }));
  if (locales !== undefined && !locales.includes(locale)) {
    faults.push(fault('other-language', { locale, locales }));
  }
  if (validUntil !== undefined && asOf > validUntil) {
    faults.push(fault('expired', { acknowledgedOn, validUntil }));
  }
  return faults;
}

const CITATIONS: readonly Citation[] = [nfra('17')];

function fault(
  status: Exclude<AcknowledgementStatus, 'valid'>,
  parameters: Parameters,
  name: string = status,
): Fault {
  const code = `suitability.acknowledgement-${name}`;
  return { status, reason: makeReason(code, 'require', parameters, CITATIONS) };
}

/** Checks an acknowledgement and copies it without any further fields. */
export function readAcknowledgement(value: unknown): Acknowledgement {
  const path = 'acknowledgement';
  const { disclosureHash, locale, shownOn, acknowledgedOn, how, reference, by } = checkObject(
    value,
    path,
  );
  const { id, role } = checkObject(by, at(path, 'by'));
  return Object.freeze({
    disclosureHash: checkHash(disclosureHash, at(path, 'disclosureHash')),
    locale: checkOneOf(locale, at(path, 'locale'), LOCALES),
    shownOn: parsePlainDate(shownOn, at(path, 'shownOn')),
    acknowledgedOn: parsePlainDate(acknowledgedOn, at(path, 'acknowledgedOn')),
    how: checkOneOf(how, at(path, 'how'), ACKNOWLEDGEMENT_MANNERS),
    reference: checkText(reference, at(path, 'reference'), 200),
    by: Object.freeze({
      id: checkText(id, 'acknowledgement.by.id'),
      role: checkOneOf(role, 'acknowledgement.by.role', ['client', 'representative'] as const),
    }),
  });
}

function readOptions(value: AcknowledgementOptions): AcknowledgementOptions {
  const { disclosureHash, asOf, validDays, disclosedFrom, locales } = checkObject(value, 'options');
  return {
    disclosureHash: checkHash(disclosureHash, 'options.disclosureHash'),
    asOf: parsePlainDate(asOf, 'options.asOf'),
    ...(validDays === undefined
      ? {}
      : { validDays: checkInteger(validDays, 'options.validDays', { min: 0, max: 36_500 }) }),
    ...(disclosedFrom === undefined
      ? {}
      : { disclosedFrom: parsePlainDate(disclosedFrom, 'options.disclosedFrom') }),
    ...(locales === undefined ? {} : { locales: checkLocales(locales) }),
  };
}

function checkLocales(value: unknown): readonly Locale[] {
  return checkList<Locale>(value, 'options.locales', { minLength: 1 }).map((locale, index) =>
    checkOneOf(locale, at('options.locales', index), LOCALES),
  );
}

function checkHash(value: unknown, path: string): string {
  const text = checkText(value, path);
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new AptfolioError('invalid-format', path, '64 hexadecimal digits in lower case', text);
}
