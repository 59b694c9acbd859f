import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClientContacts, campaignRecords, type KpiOk } from '../../../src/kpi/index.js';
import { expectClose } from '../support.js';
import { drafted, onDay, options, person, resultsOf } from './support.js';

const TOUCHES = ['first', 'last'] as const;
const seen = (clients: readonly ClientContacts[], terms: Partial<typeof options> = {}) =>
  resultsOf(
    drafted(clients, { ...options, campaignDimension: 'campaign', ...terms }),
    'spring',
    terms.touch,
  );

/** Twenty reached on day 0, of whom eight buy on day 40; the others are written to again. */
const reached = (reminders: readonly number[]): readonly ClientContacts[] =>
  Array.from({ length: 20 }, (_, i) => {
    const letters = i < 8 ? [] : reminders;
    const contacts = [0, ...letters].map((day) => ['spring', day] as const);
    return person(`p-${i}`, contacts, i < 8 ? [40] : []);
  });
const told = (clients: readonly ClientContacts[], look: number) =>
  clients.map((client) => ({
    ...client,
    contacts: client.contacts.filter(({ at }) => Number(at) <= onDay(look)),
  }));

describe('the clock of a campaign', () => {
  it.each(TOUCHES)(
    'runs from the first contact for who buys and who does not, by the %s touch',
    (touch) => {
      const weekly = Array.from({ length: 25 }, (_, week) => 7 * (week + 1));
      for (const reminders of [[80], weekly]) {
        for (const look of [100, 180]) {
          const results = seen(told(reached(reminders), look), { touch, asOf: onDay(look) });
          // 8 of 20, once 90 days after the first letter are over and ever after.
          expect(results['campaign-conversion']).toMatchObject({ value: 0.4, n: 20 });
          expect(results['conversion-within-window']).toMatchObject({ value: 0.4, n: 20 });
          // Fewer than half convert.
          expect(results['time-to-convert-median']).toMatchObject({
            reason: { code: 'kpi.quantile-not-reached' },
          });
          expect(results['converters-median-time']).toMatchObject({ value: 40, n: 8 });
        }
      }
    },
  );

  it.each(TOUCHES)(
    'leaves a late purchase out of the conversion and in who was won, by the %s touch',
    (touch) => {
      // Day 100 is within 90 days of the second letter, and 100 after the first.
      const late = {
        ...person('c', [
          ['spring', 0],
          ['spring', 80],
        ]),
        won: { at: onDay(100) },
      };
      const results = seen([late], { touch });
      expect(results['campaign-conversion']).toMatchObject({ numerator: 0, denominator: 1 });
      const all = resultsOf(drafted([late], { ...options, touch }), undefined, touch);
      expect(all['new-clients-from-campaigns']).toMatchObject({ numerator: 1, denominator: 1 });
    },
  );

  it('is not changed by letters after its window is over', () => {
    const purchases = fc.array(fc.integer({ min: 0, max: 180 }), { maxLength: 3 });
    const contact = fc.tuple(fc.constantFrom('spring', 'summer'), fc.integer({ min: 0, max: 180 }));
    const later = fc.array(fc.integer({ min: 91, max: 180 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(contact, { maxLength: 4 }),
        purchases,
        later,
        fc.constantFrom(...TOUCHES),
        (contacts, bought, letters, touch) => {
          const first = [['spring', 0] as const, ...contacts];
          const again = [...first, ...letters.map((day) => ['spring', day] as const)];
          const conversions = (told: typeof again) =>
            campaignRecords(person('c', told, bought), {
              ...options,
              touch,
              campaignDimension: 'campaign',
            }).filter(
              ({ kpi, dimensions }) =>
                kpi !== 'cost-per-client' && dimensions?.campaign === 'spring',
            );
          expect(conversions(again)).toEqual(conversions(first));
        },
      ),
    );
  });
});

describe('time-to-convert-median', () => {
  it('takes nobody who bought through another campaign for one who would yet convert', () => {
    // Spring sells to two of five, on days 20 and 30; summer to two others on day 10.
    const people = [
      ...['a', 'b'].map((id) =>
        person(
          id,
          [
            ['spring', 0],
            ['summer', 5],
          ],
          [10],
        ),
      ),
      person('c', [['spring', 0]], [20]),
      person('d', [['spring', 0]], [30]),
      person('e', [['spring', 0]]),
    ];
    const results = seen(people);
    expectClose((results['conversion-within-window'] as KpiOk).value, 0.4);
    expect(results['time-to-convert-median']).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.quantile-not-reached' },
    });
  });

  it('keeps who bought elsewhere open until the look, while the window runs', () => {
    const client = person(
      'c',
      [
        ['spring', 100],
        ['summer', 105],
      ],
      [110],
    );
    const terms = { ...options, campaignDimension: 'campaign' };
    const waiting = campaignRecords(client, terms).find(
      ({ kpi, dimensions }) =>
        kpi === 'time-to-convert-median' && dimensions?.campaign === 'spring',
    );
    // Day 180 less day 100.
    expect(waiting?.event).toEqual({ duration: 80, open: true });
  });

  it('is known exactly where the curve reaches one half, once all windows are over', () => {
    const contact = fc.tuple(fc.constantFrom('spring', 'summer'), fc.integer({ min: 0, max: 90 }));
    const one = fc.tuple(
      fc.array(contact, { maxLength: 3 }),
      fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 2 }),
    );
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 9 }),
        fc.constantFrom(...TOUCHES),
        (list, touch) => {
          const people = list.map(([contacts, bought], i) =>
            person(`p-${i}`, [['spring', 0], ...contacts], bought),
          );
          const results = seen(people, { touch });
          const curve = results['conversion-within-window']!;
          const median = results['time-to-convert-median']!;
          if (curve.status !== 'ok') throw new Error(curve.status);
          // Counts of up to nine: a share below one half is below it by 1/18 at least.
          expect(median.status === 'ok').toBe(curve.value > 0.5 - 1e-9);
        },
      ),
    );
  });
});
