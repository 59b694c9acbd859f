import { addDays, type PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import type { Suppression } from './action.js';
import type { Contact } from './action-context.js';
import type { ContactCap } from './contact-policy.js';

/** Whether as many contacts lie within the days up to `asOf` as are allowed. */
export function capReached(
  contacts: readonly Contact[],
  { contacts: most, days }: ContactCap,
  asOf: PlainDate,
  code: 'client.contact-cap-need' | 'client.contact-cap-all',
): readonly Suppression[] {
  const until = most === 0 ? null : freeAgain(contacts, most, days);
  if (most > 0 && (until === null || until <= asOf)) return [];
  const reason =
    until === null
      ? makeReason('client.contact-none-allowed', 'block')
      : makeReason(code, 'block', { most, days, until });
  return [Object.freeze({ kind: 'contact-cap', until, reason })];
}

/** The day on which the contact that fills the cap is no longer within the days. */
function freeAgain(contacts: readonly Contact[], most: number, days: number): PlainDate | null {
  const latest = contacts.map(({ date }) => date).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const filling = latest[most - 1];
  return filling === undefined ? null : addDays(filling, days);
}

/** Whether the client has declined too short a time ago. */
export function coolingOff(
  contacts: readonly Contact[],
  days: number,
  asOf: PlainDate,
): readonly Suppression[] {
  const declined = contacts
    .filter(({ response }) => response === 'declined')
    .map(({ date }) => date)
    .sort()
    .at(-1);
  if (declined === undefined) return [];
  const until = addDays(declined, days);
  if (until <= asOf) return [];
  const reason = makeReason('client.cooling-off', 'block', { declined, until });
  return [Object.freeze({ kind: 'cooling-off', until, reason })];
}
