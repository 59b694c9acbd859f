import type { AttributionTerms, Contact, ContactHistory } from './client-contacts.js';

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/**
 * What became of one campaign's contacts with one person: at most one conversion, however many contacts and purchases there were. The clock runs from the first
 * contact, so that a later one neither restarts it for who has not bought nor keeps the outcome open.
 */
export interface CampaignOutcome {
  readonly campaign: string;
  /** The first contact. */
  readonly contactedAt: number;
  /** The window after the first contact is over: nothing that comes later changes the outcome. */
  readonly windowOver: boolean;
  /**
   * Of the purchases within the window after the first contact: `converted` if one was put down to the campaign, `elsewhere` if all of them were put down to
   * others, `none` if there was none so far.
   */
  readonly outcome: 'converted' | 'elsewhere' | 'none';
  /** From the first contact to that purchase, or `watched` without one: days and parts of days. */
  readonly days: number;
  /** From the first contact so far, at most the window: for so long a conversion could have been seen, whatever was bought elsewhere. */
  readonly watched: number;
  /** The campaign is what the person became a client by. */
  readonly won: boolean;
}

/** A purchase and the contact to which it is put down. */
interface Credit {
  readonly purchase: number;
  readonly contact: Contact;
}

/** What became of each campaign that had contact with the person, by id. */
export function attribute(
  history: ContactHistory,
  terms: AttributionTerms,
): readonly CampaignOutcome[] {
  const credits = history.purchases.flatMap((purchase): readonly Credit[] => {
    const contact = contactFor(purchase, history.contacts, terms);
    return contact === undefined ? [] : [{ purchase, contact }];
  });
  const campaigns = new Set(history.contacts.map(({ campaign }) => campaign));
  return [...campaigns].sort().map((campaign) => outcomeOf(campaign, credits, history, terms));
}

function outcomeOf(
  campaign: string,
  credits: readonly Credit[],
  { contacts, won }: ContactHistory,
  terms: AttributionTerms,
): CampaignOutcome {
  const start = contacts.find((contact) => contact.campaign === campaign)!.at;
  const window = terms.windowDays * DAY;
  const isOwn = ({ contact }: Credit): boolean => contact.campaign === campaign;
  const timely = credits.filter(({ purchase }) => purchase >= start && purchase - start <= window);
  const decisive = timely.find(isOwn) ?? timely[0];
  const watched = Math.min(window, terms.asOf - start) / DAY;
  return {
    campaign,
    contactedAt: start,
    windowOver: terms.asOf - start >= window,
    outcome: decisive === undefined ? 'none' : isOwn(decisive) ? 'converted' : 'elsewhere',
    days: decisive === undefined ? watched : (decisive.purchase - start) / DAY,
    watched,
    won: credits.some((credit) => isOwn(credit) && credit.purchase === won?.at),
  };
}

/** Of the contacts within the window before a purchase, the one that counts. */
function contactFor(
  purchase: number,
  contacts: readonly Contact[],
  { windowDays, touch }: AttributionTerms,
): Contact | undefined {
  const before = contacts.filter(({ at }) => at <= purchase && purchase - at <= windowDays * DAY);
  return touch === 'first' ? before[0] : before[before.length - 1];
}
