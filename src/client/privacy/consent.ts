import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  checkBoolean,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { atShown } from './shown-key.js';

/**
 * How a consent was given: with other things, separately for its purpose, or separately and in writing. A later one will do
 * where an earlier one is asked for.
 *
 * Source for the separate and the written one: Personal Information Protection Law of China, article 29.
 */
export const CONSENT_FORMS = ['general', 'separate', 'written'] as const;

/** How a consent was given; see `CONSENT_FORMS`. */
export type ConsentForm = (typeof CONSENT_FORMS)[number];

/** What was said once about one purpose. It has no further fields, as one of them might say otherwise. */
export interface Consent {
  /** The bank's name of the purpose: `profiling`, `marketing`, `automated-decision`, `sensitive-data`. */
  readonly purpose: string;
  /** `false` for a refusal. */
  readonly given: boolean;
  readonly from: PlainDate;
  /** The last day on which it holds; absent or `null` without one. */
  readonly until?: PlainDate | null;
  /** The first day on which it no longer holds, nor anything said before it. */
  readonly withdrawnOn?: PlainDate | null;
  /** Default `general`. */
  readonly form?: ConsentForm;
  /** Who said so. Default `client`. */
  readonly by?: 'client' | 'guardian';
}

/** A checked consent without gaps. */
export interface ReadConsent extends Consent {
  readonly until: PlainDate | null;
  readonly withdrawnOn: PlainDate | null;
  readonly form: ConsentForm;
  readonly by: 'client' | 'guardian';
}

/** Checks one consent; paths start at the consent itself. A field of another name may be a withdrawal, so there is none. */
export function readConsent(row: unknown): ReadConsent {
  const consent = checkObject(row, '');
  const unknown = Object.keys(consent).find((field) => !Object.hasOwn(CONSENT_FIELDS, field));
  if (unknown !== undefined) {
    throw new AptfolioError('unknown-id', atShown('', unknown), `one of ${CONSENT_NAMES}`);
  }
  const from = parsePlainDate(consent.from, 'from');
  return Object.freeze({
    purpose: checkText(consent.purpose, 'purpose', 100),
    given: checkBoolean(consent.given, 'given'),
    from,
    until: dayAfter(consent.until, 'until', from),
    withdrawnOn: dayAfter(consent.withdrawnOn, 'withdrawnOn', from),
    form: checkOneOf(consent.form ?? 'general', 'form', CONSENT_FORMS),
    by: checkOneOf(consent.by ?? 'client', 'by', ['client', 'guardian']),
  });
}

/** The compiler asks for every field that a consent gets. */
const CONSENT_FIELDS: Readonly<Record<keyof Consent, true>> = Object.freeze({
  purpose: true,
  given: true,
  from: true,
  until: true,
  withdrawnOn: true,
  form: true,
  by: true,
});

const CONSENT_NAMES = 'purpose, given, from, until, withdrawnOn, form, by';

function dayAfter(value: unknown, path: string, from: PlainDate): PlainDate | null {
  if (value === undefined || value === null) return null;
  const day = parsePlainDate(value, path);
  if (day >= from) return day;
  throw new AptfolioError('inconsistent', path, 'a date not before from');
}
