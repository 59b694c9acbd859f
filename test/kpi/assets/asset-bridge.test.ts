import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountPeriod,
  ASSET_MOVEMENTS,
  accountRecords,
  accumulateAll,
  assetBridgeEvent,
  compileKpiCube,
  NET_NEW_MONEY_CHOICES,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { type CurrencyCode, fromMinorUnits, money, sumMoney } from '../../../src/money/index.js';
import { expectRefusal, shuffled, wrong } from '../support.js';

const cny = (amount: string) => money('CNY', amount);
const kpis = serviceKpis({ currency: 'CNY', netNewMoney: [] });
const asOf = '2026-07-01T00:00:00+08:00';

/**
 * 1,000.00 + transfers 300.00 − 50.00 + dividend 12.00 + interest 3.00 + market 40.00 − currency 5.00 − fee 8.00 − loan interest 2.00
 * + scope 100.00 + internal −60.00 = 1,330.00.
 */
const account: AccountPeriod = {
  id: 'a-1',
  from: '2026-03-31',
  to: '2026-06-30',
  opening: cny('1000.00'),
  closing: cny('1330.00'),
  movements: (
    [
      ['2026-04-02', 'transfer', '300.00'],
      ['2026-06-30', 'transfer', '-50.00'],
      ['2026-05-15', 'dividend', '12.00'],
      ['2026-06-21', 'interest', '3.00'],
      ['2026-06-30', 'market', '40.00'],
      ['2026-06-30', 'currency', '-5.00'],
      ['2026-06-30', 'fee', '-8.00'],
      ['2026-06-21', 'loan-interest', '-2.00'],
      ['2026-04-01', 'scope', '100.00'],
      ['2026-04-09', 'internal', '-60.00'],
    ] as const
  ).map(([on, kind, amount], i) => ({ id: `m-${i}`, on, kind, amount: cny(amount) })),
};

function linesOf(netNewMoney?: readonly (typeof NET_NEW_MONEY_CHOICES)[number][]) {
  const { lines } = assetBridgeEvent(account, netNewMoney && { netNewMoney });
  return Object.fromEntries(Object.entries(lines!).map(([id, { amount }]) => [id, amount]));
}

describe('assetBridgeEvent', () => {
  it('counts transfers and interest on loans as net new money, as UBS did in 2006', () => {
    expect(linesOf()).toEqual({
      'net-new-money': '248.00', // 300 − 50 − 2
      market: '40.00',
      currency: '-5.00',
      income: '15.00', // 12 + 3
      fees: '-8.00',
      scope: '40.00', // 100 − 60
    });
  });

  it('lets the bank say what counts: transfers alone, or dividends, interest and fees too', () => {
    expect(linesOf([])).toMatchObject({
      'net-new-money': '250.00',
      income: '15.00',
      fees: '-10.00',
    });
    // 250 + 12 + 3 − 8
    expect(linesOf(['dividend', 'interest', 'fee'])).toMatchObject({
      'net-new-money': '257.00',
      income: '0.00',
      fees: '-2.00',
    });
  });

  it('adds up to the closing assets whatever counts', () => {
    for (const netNewMoney of [[], ['fee'], NET_NEW_MONEY_CHOICES] as const) {
      const { state } = accumulateAll(kpis.assetBridge, [
        assetBridgeEvent(account, { netNewMoney }),
      ]);
      const result = summarise(kpis.assetBridge, state);
      // (1,330 − 1,000) / 1,000
      expect(result).toMatchObject({ status: 'ok', value: 0.33, n: 1, reasons: [] });
      if (result.status === 'ok') expect(result.bridge?.status).toBe('explained');
    }
  });

  it('names what is unexplained and puts it into no line', () => {
    const event = assetBridgeEvent({ ...account, closing: cny('1330.01') });
    const result = summarise(kpis.assetBridge, accumulateAll(kpis.assetBridge, [event]).state);
    if (result.status !== 'ok') throw new Error(result.status);
    expect(result.bridge?.unexplained).toEqual(cny('0.01'));
    expect(result.reasons.map(({ code }) => code)).toEqual(['kpi.bridge-unexplained']);
  });

  it('lets an account that joined, was moved inside or left change the scope and nothing else', () => {
    const joined = { ...account, opening: cny('0.00'), closing: cny('500.00') };
    const join = { id: 'j', on: '2026-05-01', kind: 'scope', amount: cny('500.00') } as const;
    const { lines } = assetBridgeEvent(
      { ...joined, movements: [join] },
      { netNewMoney: NET_NEW_MONEY_CHOICES },
    );
    expect(lines!['net-new-money']).toEqual(cny('0.00'));
    expect(lines!.scope).toEqual(cny('500.00'));
  });

  it('leaves no cent behind, in any order of the movements', () => {
    const movement = fc.record({
      kind: fc.constantFrom(...ASSET_MOVEMENTS),
      amount: fc
        .bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
        .map((units) => fromMinorUnits('CNY', units)),
    });
    const choices = fc.subarray([...NET_NEW_MONEY_CHOICES]);
    const keys = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(movement, { maxLength: 20 }),
        choices,
        keys,
        (list, netNewMoney, order) => {
          const movements = list.map((one, i) => ({
            ...one,
            id: `${i}`,
            on: '2026-05-01' as const,
          }));
          const amounts = movements.map(({ amount }) => amount);
          const closing = sumMoney<CurrencyCode>('CNY', [account.opening, ...amounts]);
          const event = assetBridgeEvent({ ...account, closing, movements }, { netNewMoney });
          expect(
            sumMoney<CurrencyCode>('CNY', [account.opening, ...Object.values(event.lines!)]),
          ).toEqual(closing);
          const other = shuffled(movements, order);
          expect(
            assetBridgeEvent({ ...account, closing, movements: other }, { netNewMoney }),
          ).toEqual(event);
        },
      ),
    );
  });

  it('refuses what it cannot count, with its path', () => {
    const make = (change: object) => () => assetBridgeEvent(wrong({ ...account, ...change }));
    const [first] = account.movements;
    const moved = (change: object) => make({ movements: [{ ...first, ...change }] });
    expectRefusal(moved({ kind: 'tax' }), 'unknown-value', 'account.movements[0].kind');
    expectRefusal(moved({ on: '2026-03-31' }), 'out-of-range', 'account.movements[0].on');
    expectRefusal(moved({ on: '2026-07-01' }), 'out-of-range', 'account.movements[0].on');
    expectRefusal(moved({ on: '2026-02-30' }), 'invalid-date', 'account.movements[0].on');
    expectRefusal(
      moved({ amount: money('USD', '1') }),
      'currency-mismatch',
      'account.movements[0].amount.currency',
    );
    expectRefusal(moved({ amount: -5 }), 'invalid-type', 'account.movements[0].amount');
    expectRefusal(moved({ note: 'x' }), 'unknown-id', 'account.movements[0].note');
    expectRefusal(make({ movements: [first, first] }), 'duplicate-id', 'account.movements[1].id');
    expectRefusal(make({ movements: null }), 'missing-value', 'account.movements');
    expectRefusal(make({ to: '2026-03-31' }), 'inconsistent', 'account.to');
    expectRefusal(make({ opening: undefined }), 'missing-value', 'account.opening');
    expectRefusal(
      make({ closing: money('USD', '1') }),
      'currency-mismatch',
      'account.closing.currency',
    );
    expectRefusal(() => assetBridgeEvent(wrong(null)), 'missing-value', 'account');
    expectRefusal(
      () => assetBridgeEvent(account, wrong({ netNewMoney: ['scope'] })),
      'unknown-value',
      'options.netNewMoney[0]',
    );
    expectRefusal(
      () => assetBridgeEvent(account, wrong({ dividends: true })),
      'unknown-id',
      'options.dividends',
    );
  });
});

describe('accountRecords', () => {
  const cube = compileKpiCube({
    kpis: [kpis.assetBridge, kpis.organicGrowth, kpis.netNewMoneyRate],
    period: 'quarter',
    zone: 'Asia/Shanghai',
    dimensions: ['branch'],
  });
  const value = (draft: ReturnType<typeof cube.init>, kpi: string, branch?: string) => {
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const row = rows.find(({ kpi: id, slice }) => id === kpi && slice.branch === branch);
    return row?.result.status === 'ok' ? row.result.value : null;
  };

  it('state net new money of a quarter for a year, without compounding', () => {
    const draft = cube.init();
    for (const record of accountRecords(account, { asOf, netNewMoney: [] }))
      cube.add(draft, record);
    expect(value(draft, 'organic-growth')).toBe(0.25); // 250 / 1,000
    expect(value(draft, 'net-new-money-rate')).toBe(1); // × 4
    expect(value(draft, 'asset-bridge')).toBe(0.33);
  });

  it('let money moved between branches cancel out in the whole', () => {
    const draft = cube.init();
    const north = { ...account, dimensions: { branch: 'north' } };
    const south: AccountPeriod = {
      ...account,
      id: 'a-2',
      dimensions: { branch: 'south' },
      opening: cny('1000.00'),
      closing: cny('1060.00'),
      movements: [{ id: 'i', on: '2026-04-09', kind: 'internal', amount: cny('60.00') }],
    };
    for (const one of [north, south]) {
      for (const record of accountRecords(one, { asOf, netNewMoney: [] })) cube.add(draft, record);
    }
    expect(value(draft, 'organic-growth', 'south')).toBe(0);
    expect(value(draft, 'organic-growth')).toBe(0.125); // 250 / 2,000
    const whole = cube
      .result(draft, { suppressBelow: 1 })
      .rows.find(({ kpi, slice }) => kpi === 'asset-bridge' && slice.branch === undefined)!.result;
    if (whole.status !== 'ok') throw new Error(whole.status);
    const scope = whole.bridge?.steps.find(({ id }) => id === 'scope');
    expect(scope?.amount).toEqual(cny('100.00'));
  });

  it('let a later look at an account count in place of the earlier', () => {
    const late = { ...account, closing: cny('1331.00') };
    const records = [
      ...accountRecords(late, { asOf: '2026-07-03T00:00:00+08:00', netNewMoney: [] }),
      ...accountRecords(account, { asOf, netNewMoney: [] }),
    ];
    const draft = cube.init();
    for (const record of records) cube.add(draft, record);
    expect(value(draft, 'asset-bridge')).toBe(0.331);
  });

  it('count an account once whose last day was corrected', () => {
    const none = { movements: [], closing: account.opening } as const;
    const early = { ...account, ...none, to: '2026-06-25' } as const;
    const draft = cube.init();
    const looks = [
      ...accountRecords(early, { asOf: '2026-06-27T00:00:00Z', netNewMoney: [] }),
      ...accountRecords({ ...account, ...none }, { asOf, netNewMoney: [] }),
    ];
    for (const record of looks) cube.add(draft, record);
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const bridge = rows.find(({ kpi }) => kpi === 'asset-bridge')?.result;
    expect(bridge).toMatchObject({ n: 1, denominator: account.opening });
  });

  it('refuse a look before the closing value was taken', () => {
    const look = (moment: string) => () => accountRecords(account, { asOf: moment });
    expectRefusal(look('2026-04-10T00:00:00+08:00'), 'inconsistent', 'account.to');
    // At noon in Shanghai the day is over nowhere; at midnight it is.
    expectRefusal(look('2026-06-30T12:00:00+08:00'), 'inconsistent', 'account.to');
    expect(look('2026-07-01T00:00:00+08:00')()).toHaveLength(3);
  });

  it('refuse a look without a moment', () => {
    expectRefusal(() => accountRecords(account, wrong({})), 'missing-value', 'options.asOf');
    expectRefusal(
      () => accountRecords(account, { asOf: '2026-07-01' }),
      'invalid-format',
      'options.asOf',
    );
  });

  it('give no rate on no assets', () => {
    const { state } = accumulateAll(kpis.netNewMoneyRate, [
      { numerator: cny('5.00'), denominator: cny('0.00') },
    ]);
    expect(summarise(kpis.netNewMoneyRate, state)).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.denominator-not-positive' },
    });
  });
});
