import type { AttributionTerms, Contact, ContactHistory } from './client-contacts.js';

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** What became of one campaign's contacts with one person: at most one conversion, however many contacts and purchases there were. */
export interface CampaignOutcome {
  readonly campaign: string;
  /** The first contact. */
  readonly contactedAt: number;
  /** After the last contact's window nothing more can be put down to the campaign. */
  readonly windowOver: boolean;
  /**
   * `converted`: a purchase was put down to the campaign; `elsewhere`: one within its window was put down to another; `none`: there was none so far.
   */
  readonly outcome: 'converted' | 'elsewhere' | 'none';
  /** From the contact that counts to the purchase, or so far, at most the window: days and parts of days. */
  readonly days: number;
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
  const own = contacts.filter((contact) => contact.campaign === campaign);
  const [first, last] = [own[0]!.at, own[own.length - 1]!.at];
  const window = terms.windowDays * DAY;
  const isOwn = ({ contact }: Credit): boolean => contact.campaign === campaign;
  const shared = {
    campaign,
    contactedAt: first,
    windowOver: terms.asOf - last >= window,
    won: credits.some((credit) => isOwn(credit) && credit.purchase === won?.at),
  };
  const mine = credits.find(isOwn);
  if (mine !== undefined) {
    return { ...shared, outcome: 'converted', days: (mine.purchase - mine.contact.at) / DAY };
  }
  for (const { purchase } of credits) {
    const contact = contactFor(purchase, own, terms);
    if (contact === undefined) continue;
    return { ...shared, outcome: 'elsewhere', days: (purchase - contact.at) / DAY };
  }
  const start = terms.touch === 'first' ? first : last;
  return { ...shared, outcome: 'none', days: Math.min(window, terms.asOf - start) / DAY };
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
