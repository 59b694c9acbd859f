import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import { distinctRows } from '../distinct-rows.js';

/** How a client answered a contact. */
export const CONTACT_RESPONSES = ['accepted', 'declined', 'none'] as const;

/** How a client answered a contact; see `CONTACT_RESPONSES`. */
export type ContactResponse = (typeof CONTACT_RESPONSES)[number];

/** A time at which the bank contacted the client about a need. */
export interface Contact {
  readonly id: string;
  readonly date: PlainDate;
  /** The need's id: `goal:education`. */
  readonly need: string;
  /** The bank's own word for the way: `phone`. */
  readonly channel: string;
  /** Default `none`. */
  readonly response?: ContactResponse;
}

/** What has to be known of a client before anybody acts on a need. */
export interface ActionContext {
  /** All contacts, in any order; a history with a broken row is refused, because a cap may rest on that row. */
  readonly contacts: readonly Contact[];
  /** Whether the client is vulnerable, or the signs of it; `null` where nobody looked, which asks for the same care. */
  readonly vulnerable: boolean | readonly string[] | null;
  /** Whether a person has looked at the case. Default false. */
  readonly humanReview?: boolean;
  /** A ceiling that care or a rule sets; it only ever lowers the client's level. */
  readonly ceiling?: RiskLevel;
}

/** A checked context. */
export interface ReadActionContext {
  /** By id. */
  readonly contacts: readonly Required<Contact>[];
  /** Vulnerable, or not known not to be. */
  readonly needsCare: boolean;
  readonly humanReview: boolean;
  readonly ceiling: RiskLevel | null;
}

/** Checks a context. */
export function readActionContext(
  context: unknown,
  asOf: PlainDate,
  path: string,
): ReadActionContext {
  const { contacts, vulnerable, humanReview = false, ceiling } = checkObject(context, path);
  return {
    contacts: distinctRows<Required<Contact>>(
      contacts as readonly Required<Contact>[],
      at(path, 'contacts'),
      (row) => readContact(row, asOf),
    ),
    needsCare: readVulnerable(vulnerable, at(path, 'vulnerable')),
    humanReview: checkBoolean(humanReview, at(path, 'humanReview')),
    ceiling: ceiling === undefined ? null : checkOneOf(ceiling, at(path, 'ceiling'), RISK_LEVELS),
  };
}

function readVulnerable(vulnerable: unknown, path: string): boolean {
  if (vulnerable === null) return true;
  if (typeof vulnerable === 'boolean') return vulnerable;
  if (!Array.isArray(vulnerable)) {
    const code = vulnerable === undefined ? 'missing-value' : 'invalid-type';
    throw new AptfolioError(code, path, 'true, false, null or a list of signs', vulnerable);
  }
  checkList<string>(vulnerable, path).forEach((flag, index) => {
    checkText(flag, at(path, index));
  });
  return vulnerable.length > 0;
}

function readContact(row: Contact, asOf: PlainDate): Required<Contact> {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  const date = parsePlainDate(row.date, 'date');
  if (date > asOf) throw new AptfolioError('out-of-range', 'date', `a date up to ${asOf}`, date);
  return Object.freeze({
    id,
    date,
    need: checkText(row.need, 'need'),
    channel: checkText(row.channel, 'channel'),
    response: checkOneOf(row.response ?? 'none', 'response', CONTACT_RESPONSES),
  });
}
