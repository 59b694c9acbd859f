import { describe, expect, it } from 'vitest';
import { campaignRecords } from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { cube, onDay, options, person, resultsOf } from './support.js';

describe('campaignRecords, told again', () => {
  it('takes back the campaign that won at an earlier look', () => {
    // A late contact of the summer campaign, two days before the purchase, wins by the last touch.
    const early = { ...person('c', [['spring', 60]]), won: { at: onDay(71) } };
    const late = {
      ...person('c', [
        ['spring', 60],
        ['summer', 69],
      ]),
      won: { at: onDay(71) },
    };
    const looks = [
      campaignRecords(early, { ...options, asOf: onDay(80) }),
      campaignRecords(late, options),
    ];
    for (const order of [looks, [...looks].reverse()]) {
      const draft = cube.init();
      for (const record of order.flat()) cube.add(draft, record);
      const spent = { kpi: 'cost-per-client', at: onDay(60), id: 'cost' };
      cube.add(draft, { ...spent, event: { amount: money('CNY', '1000.00') } });
      // One person was won, whoever is thanked for it.
      expect(resultsOf(draft)['cost-per-client']).toMatchObject({ value: 1000, denominator: 1 });
      expect(resultsOf(draft)['new-clients-from-campaigns']).toMatchObject({ denominator: 1 });
    }
  });

  it('takes back a client who turns out not to have become one', () => {
    const wonOnce = { ...person('c', [['spring', 60]]), won: { at: onDay(71), referred: true } };
    const draft = cube.init();
    const looks = [
      campaignRecords(person('c', [['spring', 60]]), options),
      campaignRecords(wonOnce, { ...options, asOf: onDay(80) }),
    ];
    for (const record of looks.flat()) cube.add(draft, record);
    const results = resultsOf(draft);
    for (const kpi of [
      'cost-per-client',
      'new-client-growth',
      'new-clients-from-campaigns',
      'referral-share',
    ]) {
      expect(results[kpi]).toBeUndefined();
    }
    expect(results['campaign-conversion']).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('lets a later look at the same person count in place of the earlier', () => {
    const client = person('c', [['spring', 100]]);
    const early = campaignRecords(client, options);
    const late = campaignRecords(
      { ...client, purchases: [onDay(185)] },
      { ...options, asOf: onDay(200) },
    );
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      const draft = cube.init();
      for (const record of order.flat()) cube.add(draft, record);
      const results = resultsOf(draft);
      expect(results['campaign-conversion']).toMatchObject({
        numerator: 1,
        denominator: 1,
        excluded: [],
      });
    }
  });
});
