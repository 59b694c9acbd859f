import { describe, it } from 'vitest';
import { campaignRecords } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';
import { onDay, options, person } from './support.js';

describe('campaignRecords', () => {
  it('refuses what cannot be, with its path', () => {
    const client = person('c', [['spring', 0]], [10]);
    const make =
      (change: object, terms: object = {}) =>
      () =>
        campaignRecords(wrong({ ...client, ...change }), wrong({ ...options, ...terms }));
    const contacts = (contact: object) => make({ contacts: [contact] });
    expectRefusal(
      contacts({ campaign: 'winter', at: onDay(0) }),
      'unknown-id',
      'client.contacts[0].campaign',
    );
    expectRefusal(contacts({ at: onDay(0) }), 'missing-value', 'client.contacts[0].campaign');
    expectRefusal(
      contacts({ campaign: 'spring', at: onDay(181) }),
      'inconsistent',
      'client.contacts[0].at',
    );
    expectRefusal(
      contacts({ campaign: 'spring', at: '2026-03-02' }),
      'invalid-format',
      'client.contacts[0].at',
    );
    expectRefusal(
      contacts({ campaign: 'spring', at: onDay(0), by: 'x' }),
      'unknown-id',
      'client.contacts[0].by',
    );
    expectRefusal(make({ purchases: [onDay(181)] }), 'inconsistent', 'client.purchases[0]');
    expectRefusal(make({ purchases: undefined }), 'missing-value', 'client.purchases');
    expectRefusal(make({ won: {} }), 'missing-value', 'client.won.at');
    expectRefusal(
      make({ won: { at: onDay(1), referred: 'yes' } }),
      'invalid-type',
      'client.won.referred',
    );
    expectRefusal(make({ id: 'x'.repeat(71) }), 'too-long', 'client.id');
    expectRefusal(make({ contact: [] }), 'unknown-id', 'client.contact');
    expectRefusal(make({}, { touch: undefined }), 'missing-value', 'options.touch');
    expectRefusal(make({}, { touch: 'linear' }), 'unknown-value', 'options.touch');
    expectRefusal(make({}, { windowDays: 0 }), 'out-of-range', 'options.windowDays');
    expectRefusal(make({}, { windowDays: 1.5 }), 'invalid-type', 'options.windowDays');
    expectRefusal(make({}, { campaigns: [] }), 'empty', 'options.campaigns');
    expectRefusal(make({}, { campaigns: ['a', 'a'] }), 'duplicate-id', 'options.campaigns[1]');
    expectRefusal(make({}, { asOf: undefined }), 'missing-value', 'options.asOf');
    expectRefusal(
      make({ dimensions: { campaign: 'x' } }, { campaignDimension: 'campaign' }),
      'inconsistent',
      'options.campaignDimension',
    );
    expectRefusal(() => campaignRecords(wrong(null), options), 'missing-value', 'client');
  });
});
