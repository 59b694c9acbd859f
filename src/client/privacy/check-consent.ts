import { latestDate, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  type BatchFailure,
  checkObject,
  checkOneOf,
  checkText,
  mapBatch,
} from '../../errors/index.js';
import { type Citation, canonicalJson, makeReason, type Reason } from '../../evidence/index.js';
import { isChildOn } from './child.js';
import {
  CONSENT_FORMS,
  type Consent,
  type ConsentForm,
  type ReadConsent,
  readConsent,
} from './consent.js';
import {
  AUTOMATED_DECISIONS,
  GUARDIAN_CONSENT,
  SENSITIVE_INFORMATION,
  SEPARATE_CONSENT,
} from './personal-information-law.js';

/**
 * Whether a purpose has been consented to. Only `granted` is a yes. `insufficient`: it was, but not separately or in writing
 * as asked for, or by a child alone. `undetermined`: a record that may say otherwise cannot be read.
 */
export const CONSENT_STATUSES = [
  'granted',
  'refused',
  'withdrawn',
  'expired',
  'absent',
  'not-yet',
  'insufficient',
  'undetermined',
] as const;

/** Whether a purpose has been consented to; see `CONSENT_STATUSES`. */
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** When, and what kind of consent is asked for. */
export interface ConsentOptions {
  readonly asOf: PlainDate;
  /** The least form that will do. Default `general`; sensitive information needs `separate`. */
  readonly form?: ConsentForm;
  /** With it, what a child under 14 consented to without a guardian does not count. */
  readonly birthDate?: PlainDate;
}

/** The answer for one purpose on a day. */
export interface ConsentCheck {
  readonly status: ConsentStatus;
  readonly purpose: string;
  readonly asOf: PlainDate;
  /** The record that decided; `null` where none did. */
  readonly consent: ReadConsent | null;
  /** Why not, of severity `block`; empty if granted. */
  readonly reasons: readonly Reason[];
  /** Records that could not be used. */
  readonly failures: readonly BatchFailure[];
}

/**
 * Tells whether a client's information may be used for a purpose on a day.
 *
 * The record that began last decides, and of several that began on one day the strictest. A withdrawal ends it and
 * all that was said up to that day; only what is said later counts again. The order of records has no influence.
 *
 * @param consents all that was ever said, for any purpose.
 * @param purpose the bank's name of it.
 * @returns a failure for each bad record, with a path such as `consents[2].from`, also for one with a field that is not
 * known here, such as a misspelt withdrawal; while one of them may be about the purpose, the status is at best
 * `undetermined`.
 * @throws AptfolioError with the path `options.asOf`.
 *
 * Source: Personal Information Protection Law of China, articles 24 (automated decisions), 29 (separate consent) and 31
 * (children under 14).
 *
 * @example
 * ```ts
 * import { checkConsent } from 'aptfolio/client';
 *
 * const consents = [
 *   { purpose: 'profiling', given: true, from: '2025-01-10', withdrawnOn: '2025-06-01' },
 *   { purpose: 'profiling', given: true, from: '2025-09-01', until: '2026-08-31', form: 'separate' },
 *   { purpose: 'marketing', given: false, from: '2025-01-10' },
 * ];
 * checkConsent(consents, 'profiling', { asOf: '2025-05-31' }).status; // => 'granted'
 * checkConsent(consents, 'profiling', { asOf: '2025-06-01' }).status; // => 'withdrawn'
 * checkConsent(consents, 'profiling', { asOf: '2026-08-31', form: 'separate' }).status; // => 'granted'
 * checkConsent(consents, 'profiling', { asOf: '2026-09-01' }).status; // => 'expired'
 * checkConsent(consents, 'marketing', { asOf: '2025-05-31' }).reasons[0].code; // => 'client.consent-refused'
 * ```
 */
export function checkConsent(
  consents: readonly Consent[],
  purpose: string,
  options: ConsentOptions,
): ConsentCheck {
  const asked = readOptions(options);
  const name = checkText(purpose, 'purpose', 100);
  const { values, failures } = mapBatch(consents, 'consents', readConsent);
  const mine = values.filter((consent) => consent.purpose === name);
  const unread = failures.some(({ row }) => mayBeAbout(consents[row], name));
  const { status: found, consent } = statusOf(mine, asked);
  const status = found === 'granted' && unread ? 'undetermined' : found;
  return Object.freeze({
    status,
    purpose: name,
    asOf: asked.asOf,
    consent,
    reasons: Object.freeze(status === 'granted' ? [] : [reasonFor(status, name, asked, consent)]),
    failures,
  });
}

interface Asked {
  readonly asOf: PlainDate;
  readonly form: ConsentForm;
  readonly birthDate: PlainDate | null;
}

interface Found {
  readonly status: ConsentStatus;
  readonly consent: ReadConsent | null;
}

function readOptions(options: ConsentOptions): Asked {
  const { asOf, form, birthDate } = checkObject(options, 'options');
  return {
    asOf: parsePlainDate(asOf, 'options.asOf'),
    form: checkOneOf(form ?? 'general', 'options.form', CONSENT_FORMS),
    birthDate: birthDate === undefined ? null : parsePlainDate(birthDate, 'options.birthDate'),
  };
}

/** A record whose purpose cannot be read may be about any. */
function mayBeAbout(row: unknown, purpose: string): boolean {
  if (typeof row !== 'object' || row === null) return true;
  const named = (row as { readonly purpose?: unknown }).purpose;
  return typeof named !== 'string' || named === '' || named.length > 100 || named === purpose;
}

function statusOf(consents: readonly ReadConsent[], asked: Asked): Found {
  const begun = consents.filter(({ from }) => from <= asked.asOf);
  if (begun.length === 0) {
    return { status: consents.length === 0 ? 'absent' : 'not-yet', consent: null };
  }
  const [first, ...others] = begun.map(({ from }) => from);
  const last = latestDate(first!, ...others);
  const withdrawal = strictest(
    begun
      .filter(({ withdrawnOn }) => {
        return withdrawnOn !== null && withdrawnOn >= last && withdrawnOn <= asked.asOf;
      })
      .map((consent) => ({ status: 'withdrawn', consent })),
  );
  if (withdrawal !== null) return withdrawal;
  const latest = begun.filter(({ from }) => from === last);
  return strictest(latest.map((consent) => ({ status: oneStatus(consent, asked), consent })))!;
}

function oneStatus(consent: ReadConsent, { asOf, form, birthDate }: Asked): ConsentStatus {
  if (!consent.given) return 'refused';
  if (consent.until !== null && asOf > consent.until) return 'expired';
  if (CONSENT_FORMS.indexOf(consent.form) < CONSENT_FORMS.indexOf(form)) return 'insufficient';
  return isByChildAlone(consent, birthDate) ? 'insufficient' : 'granted';
}

function isByChildAlone({ by, from }: ReadConsent, birthDate: PlainDate | null): boolean {
  return birthDate !== null && by !== 'guardian' && isChildOn(birthDate, from);
}

/** A no before a yes; among equals the first in the order of their texts. */
const STRICTNESS: readonly ConsentStatus[] = [
  'withdrawn',
  'refused',
  'expired',
  'insufficient',
  'granted',
];

function strictest(found: readonly Found[]): Found | null {
  const sorted = [...found].sort(
    (a, b) =>
      STRICTNESS.indexOf(a.status) - STRICTNESS.indexOf(b.status) ||
      (canonicalJson(a.consent) < canonicalJson(b.consent) ? -1 : 1),
  );
  return sorted[0] ?? null;
}

function reasonFor(
  status: Exclude<ConsentStatus, 'granted'>,
  purpose: string,
  { asOf, form, birthDate }: Asked,
  consent: ReadConsent | null,
): Reason {
  if (status === 'insufficient' && consent !== null && isByChildAlone(consent, birthDate)) {
    return makeReason('client.consent-without-guardian', 'block', { purpose }, [GUARDIAN_CONSENT]);
  }
  const citations = [...citationsOf(purpose), ...(form === 'general' ? [] : [SEPARATE_CONSENT])];
  const unique = citations.filter((citation, index) => citations.indexOf(citation) === index);
  return makeReason(`client.consent-${status}`, 'block', { purpose, asOf }, unique);
}

function citationsOf(purpose: string): readonly Citation[] {
  return Object.hasOwn(PURPOSES, purpose) ? PURPOSES[purpose]! : [];
}

/** What the law says about purposes of these names. */
const PURPOSES: Readonly<Record<string, readonly Citation[]>> = Object.freeze({
  profiling: [AUTOMATED_DECISIONS],
  marketing: [AUTOMATED_DECISIONS],
  'automated-decision': [AUTOMATED_DECISIONS],
  'sensitive-data': [SENSITIVE_INFORMATION, SEPARATE_CONSENT],
});
