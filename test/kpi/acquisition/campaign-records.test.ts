import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttributionOptions,
  type ClientContacts,
  campaignRecords,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { shuffled } from '../support.js';
import { cube, cubes, drafted, onDay, options, person, resultsOf } from './support.js';

/** The event of each KPI for each campaign: `campaign-conversion/spring`. */
function eventsOf(client: ClientContacts, terms: Partial<AttributionOptions> = {}) {
  const records = campaignRecords(client, {
    ...options,
    ...terms,
    campaignDimension: 'campaign',
  });
  return Object.fromEntries(
    records.map(({ kpi, dimensions, event }) => [
      dimensions?.campaign === undefined ? kpi : `${kpi}/${dimensions.campaign}`,
      event,
    ]),
  );
}

const yes = { successes: 1, trials: 1 };
const no = { successes: 0, trials: 1 };

describe('campaignRecords', () => {
  it('puts a purchase down to one campaign: that of the last or of the first contact', () => {
    const client = person(
      'c',
      [
        ['spring', 0],
        ['summer', 30],
      ],
      [40],
    );
    expect(eventsOf(client)).toMatchObject({
      'campaign-conversion/spring': no,
      'campaign-conversion/summer': yes,
      'time-to-convert-median/summer': { duration: 10 },
      'conversion-within-window/summer': { time: 10, cause: 'converted' },
      // Who bought through summer never converts for spring, in all the 90 days of its window.
      'time-to-convert-median/spring': { duration: 90, open: true },
      // The curve has two causes: the purchase came 40 days after spring's contact.
      'conversion-within-window/spring': { time: 40, cause: 'by-another-campaign' },
    });
    expect(eventsOf(client, { touch: 'first' })).toMatchObject({
      'campaign-conversion/spring': yes,
      'campaign-conversion/summer': no,
      'time-to-convert-median/spring': { duration: 40 },
    });
  });

  it('counts who bought through another campaign first and through this one later, within its window', () => {
    const client = person(
      'c',
      [
        ['spring', 0],
        ['summer', 5],
        ['spring', 30],
      ],
      [10, 40],
    );
    // Two purchases, each put down to one campaign: that of day 10 to summer, that of day 40 to spring.
    expect(eventsOf(client)).toMatchObject({
      'campaign-conversion/spring': yes,
      'campaign-conversion/summer': yes,
      'conversion-within-window/spring': { time: 40, cause: 'converted' },
      'time-to-convert-median/spring': { duration: 40 },
    });
    // Seen on day 20 spring has not sold yet, and nobody knows that it will.
    const early = eventsOf(
      person(
        'c',
        [
          ['spring', 0],
          ['summer', 5],
        ],
        [10],
      ),
      { asOf: onDay(20) },
    );
    expect(early).toMatchObject({
      'conversion-within-window/spring': { time: 10, cause: 'by-another-campaign' },
      'time-to-convert-median/spring': { duration: 20, open: true },
    });
  });

  it('counts a person once for a campaign, however many contacts and purchases', () => {
    const client = person(
      'c',
      [
        ['spring', 0],
        ['spring', 5],
        ['spring', 9],
      ],
      [10, 20, 21],
    );
    const records = campaignRecords(client, options);
    expect(records.filter(({ kpi }) => kpi === 'campaign-conversion')).toHaveLength(1);
    // From the first contact to the first purchase, whichever contact is thanked for it.
    for (const touch of ['first', 'last'] as const) {
      expect(eventsOf(client, { touch })['time-to-convert-median/spring']).toEqual({
        duration: 10,
      });
    }
  });

  it('counts the last day of the window and none after, and nothing before the contact', () => {
    const bought = (day: number) =>
      eventsOf(person('c', [['spring', 10]], [day]))['campaign-conversion/spring'];
    expect(bought(10)).toEqual(yes);
    expect(bought(100)).toEqual(yes);
    expect(bought(101)).toEqual(no);
    expect(bought(9)).toEqual(no);
  });

  it('leaves a running window out of the conversion, converted or not, and keeps it in the curve', () => {
    const early = eventsOf(person('c', [['spring', 150]], [155]));
    expect(early).toMatchObject({
      'campaign-conversion/spring': { excluded: 'window-open' },
      'converters-median-time/spring': { excluded: 'window-open' },
      'conversion-within-window/spring': { time: 5, cause: 'converted' },
    });
    expect(eventsOf(person('c', [['spring', 150]]))).toMatchObject({
      'campaign-conversion/spring': { excluded: 'window-open' },
      'conversion-within-window/spring': { time: 30 },
      'time-to-convert-median/spring': { duration: 30, open: true },
    });
    // On day 180 the window of a contact on day 90 is over.
    expect(eventsOf(person('c', [['spring', 90]]))['campaign-conversion/spring']).toEqual(no);
    expect(eventsOf(person('c', [['spring', 91]]))['campaign-conversion/spring']).toEqual({
      excluded: 'window-open',
    });
  });

  it('gives conversion by count and by curve as worked by hand', () => {
    const results = resultsOf(
      drafted([
        person('a', [['spring', 0]], [10]),
        person('b', [['spring', 0]]),
        person('c', [['spring', 150]]),
        person('d', [['spring', 0]], [40]),
      ]),
    );
    expect(results['campaign-conversion']).toMatchObject({
      numerator: 2,
      denominator: 3,
      excluded: [{ id: 'window-open', count: 1 }],
    });
    // Day 10: 4 waiting, 1 buys, 3/4 left. Day 30: c is not seen any longer. Day 40: 2 waiting, 1 buys, 3/8 left.
    expect(results['conversion-within-window']).toMatchObject({ value: 0.625, n: 4 });
    expect(results['time-to-convert-median']).toMatchObject({ value: 40, open: 2 });
    // Between 10 and 40.
    expect(results['converters-median-time']).toMatchObject({
      value: 25,
      n: 2,
      excluded: [
        { id: 'window-open', count: 1 },
        { id: 'not-converted', count: 1 },
      ],
    });
  });

  it('says that the median is not known while fewer than half have bought', () => {
    const results = resultsOf(
      drafted([
        person('a', [['spring', 0]], [10]),
        person('b', [['spring', 0]]),
        person('c', [['spring', 0]]),
      ]),
    );
    expect(results['time-to-convert-median']).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.quantile-not-reached' },
    });
  });

  it('counts who became a client, by which campaign and by whom', () => {
    const won = (id: string, referred?: boolean): ClientContacts => ({
      ...person(id, []),
      won: { at: onDay(20), ...(referred !== undefined && { referred }) },
    });
    const draft = drafted(
      [
        { ...won('a', false), ...person('a', [['spring', 0]]) },
        won('b', true),
        won('c', false),
        won('d'),
      ],
      { ...options, campaignDimension: 'campaign' },
    );
    const spent = { kpi: 'cost-per-client', at: onDay(0), dimensions: { campaign: 'spring' } };
    cube.add(draft, { ...spent, event: { amount: money('CNY', '900.50') } });
    cube.add(draft, { kpi: 'new-client-growth', at: onDay(0), event: { denominator: 40 } });
    const results = resultsOf(draft);
    expect(results['new-clients-from-campaigns']).toMatchObject({ numerator: 1, denominator: 4 });
    expect(results['referral-share']).toMatchObject({
      numerator: 1,
      denominator: 3,
      excluded: [{ id: 'origin-unknown', count: 1 }],
    });
    expect(results['new-client-growth']).toMatchObject({ value: 0.1 });
    expect(results['cost-per-client']).toMatchObject({
      value: 900.5,
      numerator: money('CNY', '900.50'),
      denominator: 1,
    });
    expect(resultsOf(draft, 'spring')['cost-per-client']).toMatchObject({ value: 900.5 });
  });

  it('takes becoming a client as a purchase', () => {
    const client = { ...person('c', [['spring', 0]]), won: { at: onDay(20) } };
    expect(eventsOf(client)).toMatchObject({
      'campaign-conversion/spring': yes,
      'cost-per-client/spring': { count: 1 },
      'new-clients-from-campaigns': yes,
    });
    // An earlier purchase of the same person wins no second client.
    const both = { ...client, purchases: [onDay(5)] };
    expect(eventsOf(both)['time-to-convert-median/spring']).toEqual({ duration: 5 });
    expect(eventsOf(both)['cost-per-client/spring']).toEqual({ count: 1 });
  });

  it('keeps people and campaigns apart whose names hold a slash', () => {
    const terms = { ...options, campaigns: ['b', 'a/b', 'b/c'] };
    const ids = [person('x/a', [['b', 0]]), person('x', [['a/b', 0]])].flatMap((client) =>
      campaignRecords(client, terms).map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does not depend on the order of rows, and never counts a purchase twice', () => {
    const contact = fc.tuple(
      fc.constantFrom(...options.campaigns),
      fc.integer({ min: 0, max: 180 }),
    );
    const days = fc.array(fc.integer({ min: 0, max: 180 }), { maxLength: 4 });
    const keys = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
    const touches = fc.constantFrom('first' as const, 'last' as const);
    fc.assert(
      fc.property(
        fc.array(contact, { maxLength: 8 }),
        days,
        keys,
        touches,
        (contacts, bought, order, touch) => {
          const terms = { ...options, touch };
          const client = person('c', contacts, bought);
          const records = campaignRecords(client, terms);
          const other = {
            ...client,
            contacts: shuffled(client.contacts, order),
            purchases: shuffled(client.purchases, order),
          };
          expect(campaignRecords(other, terms)).toEqual(records);
          const converted = records.filter(
            ({ kpi, event }) => kpi === 'time-to-convert-median' && !('open' in event!),
          );
          expect(converted.length).toBeLessThanOrEqual(new Set(bought).size);
          // Five of each campaign, three of becoming a client.
          const reached = new Set(contacts.map(([campaign]) => campaign)).size;
          expect(records).toHaveLength(5 * reached + 3);
          const own = cubes[touch];
          for (const record of records) expect(() => own.add(own.init(), record)).not.toThrow();
        },
      ),
    );
  });

  it('counts whole days as 24 hours from the moment of the contact', () => {
    const contact = { campaign: 'spring', at: '2026-03-01T10:00:00+08:00' };
    const bought = (at: string) =>
      eventsOf({ id: 'c', contacts: [contact], purchases: [at] }, { windowDays: 30 })[
        'campaign-conversion/spring'
      ];
    expect(bought('2026-03-31T10:00:00+08:00')).toEqual(yes);
    expect(bought('2026-03-31T10:00:01+08:00')).toEqual(no);
  });
});
