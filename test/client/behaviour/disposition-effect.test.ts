import { describe, expect, it } from 'vitest';
import { analyseBehaviour, compilePrices, dispositionEffect } from '../../../src/client/index.js';
import { expectRefusal, wrong } from '../support.js';
import { closes, trade } from './support.js';

const counts = { realisedGains: 1, realisedLosses: 1, paperGains: 1, paperLosses: 2 };

describe('the disposition effect from counts', () => {
  it('is that of Odean (1998), table I, for whole years', () => {
    const effect = dispositionEffect({
      realisedGains: 13883,
      paperGains: 79658,
      realisedLosses: 11930,
      paperLosses: 110348,
    });
    if (effect.status !== 'measured') throw new Error(effect.status);
    expect(effect.gainsRealised.toFixed(3)).toBe('0.148');
    expect(effect.lossesRealised.toFixed(3)).toBe('0.098');
    // The paper prints PLR − PGR = −0.050, the difference of the rounded ones, and t = −35.
    expect(Math.abs(effect.difference - 0.05)).toBeLessThan(0.001);
    expect((-effect.statistic!).toFixed(0)).toBe('-35');
    expect(effect.ratio!.toFixed(1)).toBe('1.5');
  });

  it('is undetermined without a gain or without a loss', () => {
    const none = { realisedGains: 3, realisedLosses: 0, paperGains: 2, paperLosses: 0 };
    expect(dispositionEffect(none)).toMatchObject({
      status: 'undetermined',
      reason: { code: 'client.no-gains-and-losses', parameters: { gains: 5, losses: 0 } },
    });
  });

  it('has no statistic where the standard error is 0, and no ratio where no loss was realised', () => {
    const all = { realisedGains: 2, realisedLosses: 0, paperGains: 0, paperLosses: 2 };
    expect(dispositionEffect(all)).toMatchObject({ difference: 1, ratio: null, statistic: null });
  });

  it('refuses what is no count', () => {
    expectRefusal(() => dispositionEffect(wrong(undefined)), 'missing-value', 'counts');
    const broken = (change: object) => () => dispositionEffect({ ...counts, ...change });
    expectRefusal(broken({ paperGains: -1 }), 'out-of-range', 'counts.paperGains');
    expectRefusal(broken({ paperLosses: 0.5 }), 'invalid-type', 'counts.paperLosses');
    expectRefusal(broken({ realisedGains: Number.NaN }), 'not-finite', 'counts.realisedGains');
    expectRefusal(broken({ realisedLosses: null }), 'missing-value', 'counts.realisedLosses');
  });
});

describe('counting', () => {
  const [monday, wednesday] = ['2025-06-02', '2025-06-04'];
  const buys = (names: string) =>
    [...names].map((name) => trade(`b${name}`, '2025-05-02', 'buy', '1', '10.00', name));
  const analyse = (
    trades: Parameters<typeof analyseBehaviour>[0],
    quotes: Readonly<Record<string, string>>,
    day: string,
  ) => {
    const rows = Object.entries(quotes).flatMap(([name, price]) => closes(name, { [day]: price }));
    return analyseBehaviour(trades, {
      asOf: '2026-03-02',
      currency: 'CNY',
      prices: compilePrices(rows),
    }).disposition;
  };

  it('gives the example of Barber and Odean: Daymon and Rosalie, PGR 1/2, PLR 1/4', () => {
    // Winners A, B and F, G; losers C, D, E and H. Daymon sells A and C on Monday, Rosalie F on Wednesday.
    const daymon = analyse(
      [
        ...buys('ABCDE'),
        trade('sA', monday, 'sell', '1', '12.00', 'A'),
        trade('sC', monday, 'sell', '1', '8.00', 'C'),
      ],
      { B: '12', D: '8', E: '8' },
      monday,
    );
    const rosalie = analyse(
      [...buys('FGH'), trade('sF', wednesday, 'sell', '1', '12.00', 'F')],
      { G: '12', H: '8' },
      wednesday,
    );
    const sum = (name: keyof typeof counts): number => daymon[name] + rosalie[name];
    const effect = dispositionEffect({
      realisedGains: sum('realisedGains'),
      realisedLosses: sum('realisedLosses'),
      paperGains: sum('paperGains'),
      paperLosses: sum('paperLosses'),
    });
    expect(effect).toMatchObject({ gainsRealised: 0.5, lossesRealised: 0.25, ratio: 2 });
  });

  it('leaves out a day with a single holding, and a product bought and sold on the day', () => {
    const alone = analyse(
      [...buys('A'), trade('s', monday, 'sell', '1', '12.00', 'A')],
      {},
      monday,
    );
    expect(alone).toMatchObject({ saleDays: 0, realisedGains: 0 });
    const daily = analyse(
      [
        ...buys('AB'),
        trade('bC', monday, 'buy', '1', '10.00', 'C'),
        trade('sC', monday, 'sell', '1', '12.00', 'C'),
      ],
      { A: '12', B: '12' },
      monday,
    );
    expect(daily).toMatchObject({ saleDays: 0, paperGains: 0, realisedGains: 0 });
  });

  it('compares exactly: a third of a cent tells, an equal price does not', () => {
    // Three units for 10.00, one sold for 3.33: a loss of a third of a cent. B is worth what it cost.
    const thirds = analyse(
      [
        trade('b1', '2025-05-02', 'buy', '3', '10.00', 'A'),
        trade('s1', '2025-05-05', 'sell', '1', '3.33', 'A'),
        trade('b2', '2025-05-06', 'buy', '1', '3.34', 'A'),
        ...buys('B'),
        // (10 × 2/3 + 3.34) / 3 = 10.00666… / 3 a unit; 10.01 for three is above it, 10.00 is below.
        trade('s2', monday, 'sell', '3', '10.01', 'A'),
      ],
      { B: '10' },
      monday,
    );
    // On 5 May A was sold at a loss, B held and without a price.
    expect(thirds).toMatchObject({
      realisedGains: 1,
      realisedLosses: 1,
      paperGains: 0,
      paperLosses: 0,
      unpriced: 1,
      saleDays: 2,
    });
  });

  it('takes a price of at most five days before', () => {
    const sell = trade('s', '2025-06-07', 'sell', '1', '12.00', 'A');
    expect(analyse([...buys('AB'), sell], { B: '9' }, monday)).toMatchObject({ paperLosses: 1 });
    const late = { ...sell, date: '2025-06-08' } as const;
    expect(analyse([...buys('AB'), late], { B: '9' }, monday)).toMatchObject({
      paperLosses: 0,
      unpriced: 1,
    });
  });
});
