import type { AttributionOptions, ClientContacts } from '../../../src/kpi/index.js';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00+08:00');
/** Milliseconds of a day's start. */
export const onDay = (day: number): number => START + day * DAY;

/** Last touch within 90 days, seen on day 180. */
export const options: AttributionOptions = {
  campaigns: ['autumn', 'spring', 'summer'],
  windowDays: 90,
  touch: 'last',
  asOf: onDay(180),
};

/** One person with contacts of campaigns and purchases on days. */
export function person(
  id: string,
  contacts: readonly (readonly [string, number])[],
  purchases: readonly number[] = [],
): ClientContacts {
  return {
    id,
    contacts: contacts.map(([campaign, day]) => ({ campaign, at: onDay(day) })),
    purchases: purchases.map(onDay),
  };
}
