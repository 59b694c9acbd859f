import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { placeOf, readIds } from '../kinds/id-list.js';
import type { Fields } from '../kinds/kind.js';

/** One contact of a campaign with a person. */
export interface CampaignContact {
  /** Id of the campaign. */
  readonly campaign: string;
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly at: string | number;
}

/** What campaigns had to do with one person, a client or not yet one. */
export interface ClientContacts {
  /** Of the person; at most 70 characters. */
  readonly id: string;
  readonly contacts: readonly CampaignContact[];
  /** When the person bought, as of `at`. */
  readonly purchases: readonly (string | number)[];
  /** For who became a client in the time under review; it counts as a purchase too. Absent for who was a client before, or is none yet. */
  readonly won?: {
    readonly at: string | number;
    /** Whether a client brought this one; absent if nobody knows. */
    readonly referred?: boolean;
  };
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How purchases are put down to campaigns. */
export interface AttributionOptions {
  /** Ids of the bank's campaigns; a contact of another one is refused by name. */
  readonly campaigns: readonly string[];
  /**
   * How long after a contact a purchase is still put down to it, and after a campaign's first contact still a conversion, its very end included: whole days of
   * 24 hours. It is the `attributionDays` of the definitions (`serviceKpis`, 90 unless set): the records say it, and a cube with another refuses them.
   * Within it a person may buy through several campaigns, and then is a conversion of each.
   */
  readonly windowDays: number;
  /**
   * Of several contacts within the window, the one that is taken to have led to the purchase. A campaign's clock runs from its first contact either way. It is the `touch`
   * of the definitions (`serviceKpis`, the last unless set): the records of a campaign say it, and a cube with another refuses them.
   */
  readonly touch: 'first' | 'last';
  /** The moment of the look: nothing later is known, and whose window is still running may yet buy. */
  readonly asOf: string | number;
  /** Name of the dimension under which records say their campaign; default none. */
  readonly campaignDimension?: string;
}

/** A contact, checked. */
export interface Contact {
  readonly campaign: string;
  readonly at: number;
}

/** One person's contacts and purchases, checked; times in milliseconds. */
export interface ContactHistory {
  readonly id: string;
  /** Earliest first; at one moment by campaign. */
  readonly contacts: readonly Contact[];
  /** Earliest first. */
  readonly purchases: readonly number[];
  readonly won: { readonly at: number; readonly referred?: boolean } | null;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** The terms of attribution, checked; times in milliseconds. */
export interface AttributionTerms extends Omit<AttributionOptions, 'asOf'> {
  readonly asOf: number;
}

const CLIENT_FIELDS: FieldsOf<ClientContacts> = {
  id: true,
  contacts: true,
  purchases: true,
  won: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<AttributionOptions> = {
  campaigns: true,
  windowDays: true,
  touch: true,
  asOf: true,
  campaignDimension: true,
};

/** Checks the terms of attribution. */
export function readAttribution(options: unknown): AttributionTerms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', OPTION_FIELDS);
  const { campaignDimension } = fields;
  return {
    campaigns: readIds(fields.campaigns, 'options.campaigns', { minLength: 1 }),
    windowDays: checkInteger(fields.windowDays, 'options.windowDays', { min: 1, max: 3660 }),
    touch: checkOneOf(fields.touch, 'options.touch', ['first', 'last'] as const),
    asOf: instantOf(fields.asOf, 'options.asOf'),
    ...(campaignDimension !== undefined && {
      campaignDimension: checkText(campaignDimension, 'options.campaignDimension', 100),
    }),
  };
}

/** Checks one person's contacts and purchases. */
export function readHistory(value: unknown, terms: AttributionTerms): ContactHistory {
  const path = 'client';
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, CLIENT_FIELDS);
  const read = (instant: unknown, where: string): number => {
    const time = instantOf(instant, where);
    if (time <= terms.asOf) return time;
    throw new AptfolioError('inconsistent', where, 'an instant not after options.asOf', instant);
  };
  const contacts = checkList<unknown>(fields.contacts, at(path, 'contacts')).map((contact, i) =>
    readContact(contact, terms.campaigns, at(at(path, 'contacts'), i), read),
  );
  const purchases = checkList<unknown>(fields.purchases, at(path, 'purchases')).map((time, i) =>
    read(time, at(at(path, 'purchases'), i)),
  );
  const won = readWon(fields.won, at(path, 'won'), read);
  const all = won === null ? purchases : [...purchases, won.at];
  return {
    id: checkText(fields.id, at(path, 'id'), 70),
    contacts: [...contacts].sort(byTime),
    purchases: [...all].sort((a, b) => a - b),
    won,
    ...(fields.dimensions !== undefined && {
      dimensions: checkObject(fields.dimensions, at(path, 'dimensions')) as Readonly<
        Record<string, string>
      >,
    }),
  };
}

type ReadTime = (instant: unknown, path: string) => number;

function readContact(
  value: unknown,
  campaigns: readonly string[],
  path: string,
  read: ReadTime,
): Contact {
  const fields: Fields = checkObject(value, path);
  refuseUnknown(fields, path, { campaign: true, at: true });
  const campaign = campaigns[placeOf(fields.campaign, campaigns, path, 'campaign')]!;
  return { campaign, at: read(fields.at, at(path, 'at')) };
}

function readWon(value: unknown, path: string, read: ReadTime): ContactHistory['won'] {
  if (value === undefined) return null;
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, { at: true, referred: true });
  const won = { at: read(fields.at, at(path, 'at')) };
  if (fields.referred === undefined) return won;
  return { ...won, referred: checkBoolean(fields.referred, at(path, 'referred')) };
}

function byTime(a: Contact, b: Contact): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.campaign < b.campaign ? -1 : 1;
}
