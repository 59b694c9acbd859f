import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accumulatorOf, defineKpi, type KpiEvents, summarise } from '../../../src/kpi/index.js';
import { fromMinorUnits, money } from '../../../src/money/index.js';
import { DESCRIPTION, expectRefusal, shuffled, wrong } from '../support.js';

const yen = (amount: string) => money('JPY', amount);
const kpi = defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'JPY' });
const { init, add, merge, encode, decode } = accumulatorOf(kpi);
const stateOf = (events: readonly KpiEvents['amount-ratio'][]) => {
  const draft = init();
  for (const event of events) add(draft, event);
  return encode(draft);
};

describe('a ratio of amounts that are no whole units', () => {
  it('adds up what rounding each would lose', () => {
    // Ten times 0.4 yen of 1.25 yen.
    const small = {
      numeratorRest: 400_000_000,
      denominator: yen('1'),
      denominatorRest: 250_000_000,
    };
    const state = stateOf(Array.from({ length: 10 }, () => small));
    expect(state.data).toEqual({
      numerator: yen('4'),
      denominator: yen('12'),
      denominatorRest: 500_000_000,
      cases: 10,
    });
    // Shown to the nearest yen, 12.5 to the even one; divided as it is.
    expect(summarise(kpi, state)).toMatchObject({
      value: 0.32,
      numerator: yen('4'),
      denominator: yen('12'),
    });
  });

  it('shows the nearest unit, below zero too', () => {
    const shown = (numerator: string, numeratorRest: number) => {
      const result = summarise(
        kpi,
        stateOf([{ numerator: yen(numerator), numeratorRest, denominator: yen('1') }]),
      );
      return result.status === 'ok' ? result.numerator.amount : result.status;
    };
    expect(shown('-1', -600_000_000)).toBe('-2');
    expect(shown('-1', -400_000_000)).toBe('-1');
    expect(shown('-1', -500_000_000)).toBe('-2');
    expect(shown('2', 500_000_000)).toBe('2');
    expect(shown('2', -600_000_000)).toBe('1');
    expect(shown('0', -1)).toBe('0');
  });

  it('takes what is left for something to divide by, and nothing for nothing', () => {
    const of = (denominatorRest: number) =>
      summarise(kpi, stateOf([{ numerator: yen('1'), denominatorRest }]));
    expect(of(1)).toMatchObject({ status: 'ok', value: 1e9 });
    expect(of(0)).toMatchObject({ reason: { code: 'kpi.denominator-not-positive' } });
    expect(of(-1)).toMatchObject({ reason: { code: 'kpi.denominator-not-positive' } });
  });

  it('makes the same bytes in any order and any parts, equal to a sum of whole numbers', () => {
    const side = fc.record({
      units: fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
      rest: fc.integer({ min: -999_999_999, max: 999_999_999 }),
    });
    const row = fc.tuple(side, side);
    const keys = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), keys, fc.nat(20), (rows, order, cut) => {
        const events = rows.map(([above, below]) => ({
          numerator: fromMinorUnits('JPY', above.units),
          numeratorRest: above.rest,
          denominator: fromMinorUnits('JPY', below.units),
          denominatorRest: below.rest,
        }));
        const whole = stateOf(events);
        const mixed = shuffled(events, order);
        const parts = [mixed.slice(0, cut), mixed.slice(cut)].map((part) =>
          decode(JSON.parse(JSON.stringify(stateOf(part)))),
        );
        expect(JSON.stringify(encode(merge(parts[1]!, parts[0]!)))).toBe(JSON.stringify(whole));
        const sum = rows.reduce(
          (s, [above]) => s + above.units * 10n ** 9n + BigInt(above.rest),
          0n,
        );
        const { numerator, numeratorRest = 0 } = whole.data;
        expect(BigInt(numerator.amount) * 10n ** 9n + BigInt(numeratorRest)).toBe(sum);
      }),
    );
  });

  it.each([
    ['out-of-range', 1_000_000_000],
    ['out-of-range', -1_000_000_000],
    ['invalid-type', 0.5],
    ['invalid-type', '5'],
    ['missing-value', null],
  ])('refuses a rest with %s: %s', (code, rest) => {
    const draft = add(init(), { numerator: yen('1'), denominator: yen('2') });
    const before = JSON.stringify(encode(draft));
    for (const key of ['numeratorRest', 'denominatorRest']) {
      const event = { numerator: yen('1'), [key]: rest };
      expectRefusal(() => add(draft, wrong(event)), code as never, `event.${key}`);
    }
    expect(JSON.stringify(encode(draft))).toBe(before);
  });
});
