import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  CURRENCY_CODES,
  compareMoney,
  convertMoney,
  fromMinorUnits,
  type Money,
  maxMoney,
  minMoney,
  minorDigits,
  money,
  multiplyMoney,
  negateMoney,
  parseMoney,
  ROUNDINGS,
  roundMoneyToStep,
  splitMoney,
  subtractMoney,
  sumMoney,
  toMinorUnits,
} from '../../src/money/index.js';

const currency = fc.constantFrom(...CURRENCY_CODES);
const units = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const cny = units.map((n) => fromMinorUnits('CNY', n));
const weight = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 9 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const weights = fc
  .array(weight, { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((value) => value > 0));

describe('money', () => {
  it('goes through smallest units, text and JSON and comes back', () => {
    fc.assert(
      fc.property(currency, units, (code, n) => {
        const amount = fromMinorUnits(code, n);
        expect(toMinorUnits(amount)).toBe(n);
        expect(money(code, amount.amount)).toEqual(amount);
        expect(parseMoney(JSON.parse(JSON.stringify(amount)))).toEqual(amount);
        const [, fraction = ''] = amount.amount.split('.');
        expect(fraction).toHaveLength(minorDigits(code));
        expect(amount.amount).not.toMatch(/^-0(\.0*)?$/);
      }),
    );
  });

  it('adds and compares as whole numbers do', () => {
    fc.assert(
      fc.property(units, units, (m, n) => {
        const [a, b] = [fromMinorUnits('CNY', m), fromMinorUnits('CNY', n)];
        expect(toMinorUnits(addMoney(a, b))).toBe(m + n);
        expect(subtractMoney(a, b)).toEqual(addMoney(a, negateMoney(b)));
        expect(compareMoney(a, b)).toBe(m < n ? -1 : m > n ? 1 : 0);
        expect(minMoney(a, b)).toEqual(m < n ? a : b);
        expect(maxMoney(a, b)).toEqual(m > n ? a : b);
      }),
    );
  });

  it('sums to the same in any order and grouping', () => {
    fc.assert(
      fc.property(fc.array(cny, { maxLength: 20 }), fc.nat(20), (list, cut) => {
        const total = sumMoney('CNY', list);
        expect(sumMoney('CNY', [...list].reverse())).toEqual(total);
        const parts = [list.slice(0, cut), list.slice(cut)].map((part) => sumMoney('CNY', part));
        expect(addMoney(parts[0]!, parts[1]!)).toEqual(total);
      }),
    );
  });

  it('is rounded to a neighbour, and never away from an exact value', () => {
    const rounding = fc.constantFrom(...ROUNDINGS);
    const factor = fc.integer({ min: -99_999, max: 99_999 });
    fc.assert(
      fc.property(cny, factor, rounding, (amount, n, name) => {
        const options = { rounding: name };
        // Exact product in hundred-thousandths of a fen.
        const exact = toMinorUnits(amount) * BigInt(n);
        const result = toMinorUnits(multiplyMoney(amount, n / 100_000, options)) * 100_000n;
        const error = result - exact;
        const size = error < 0n ? -error : error;
        expect(size < 100_000n).toBe(true);
        if (name.startsWith('half')) expect(size <= 50_000n).toBe(true);
        if (exact % 100_000n === 0n) expect(size).toBe(0n);
      }),
    );
  });

  it('rounded to a step is a multiple of it', () => {
    const step = fc.integer({ min: 1, max: 5000 });
    const rounding = fc.constantFrom(...ROUNDINGS);
    fc.assert(
      fc.property(cny, step, rounding, (amount, size, name) => {
        const rounded = roundMoneyToStep(amount, size, { rounding: name });
        expect(toMinorUnits(rounded) % (100n * BigInt(size)) === 0n).toBe(true);
        expect(roundMoneyToStep(rounded, size, { rounding: name })).toEqual(rounded);
      }),
    );
  });

  it('comes back from a rate of one, and converts into itself unchanged', () => {
    fc.assert(
      fc.property(cny, (amount) => {
        const fx = { base: 'CNY', rates: { USD: '1' } } as const;
        const there = convertMoney(amount, 'USD', fx);
        expect(convertMoney(there, 'CNY', fx)).toEqual(amount);
        expect(convertMoney(amount, 'CNY', fx)).toEqual(amount);
      }),
    );
  });
});

describe('a split', () => {
  const total = fc.tuple(currency, units).map(([code, n]) => fromMinorUnits(code, n) as Money);

  it('adds up to the total, to the last unit', () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const parts = splitMoney(amount, list);
        expect(parts).toHaveLength(list.length);
        expect(sumMoney(amount.currency, parts)).toEqual(amount);
      }),
    );
  });

  it('gives nothing for a weight of zero, and no part the other sign', () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const sign = toMinorUnits(amount) < 0n ? -1n : 1n;
        splitMoney(amount, list).forEach((part, index) => {
          const share = toMinorUnits(part) * sign;
          expect(share >= 0n).toBe(true);
          if (list[index] === 0) expect(share).toBe(0n);
        });
      }),
    );
  });

  it('gives each part its exact share to within one unit, and more to the greater weight', () => {
    const whole = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((value) => value > 0n));
    fc.assert(
      fc.property(total, whole, (amount, list) => {
        const sum = list.reduce((a, b) => a + b);
        const magnitude = toMinorUnits(amount) < 0n ? -toMinorUnits(amount) : toMinorUnits(amount);
        const parts = splitMoney(amount, list).map((part) => toMinorUnits(part));
        const sizes = parts.map((part) => (part < 0n ? -part : part));
        sizes.forEach((size, i) => {
          const error = size * sum - magnitude * list[i]!;
          expect(-sum < error && error < sum).toBe(true);
          sizes.forEach((other, j) => {
            if (list[i]! > list[j]!) expect(size >= other).toBe(true);
          });
        });
      }),
    );
  });

  it('depends on the proportions of the weights only, and mirrors with the sign', () => {
    const whole = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((value) => value > 0));
    fc.assert(
      fc.property(total, whole, fc.integer({ min: 1, max: 1000 }), (amount, list, scale) => {
        const parts = splitMoney(amount, list);
        expect(
          splitMoney(
            amount,
            list.map((value) => value * scale),
          ),
        ).toEqual(parts);
        expect(splitMoney(negateMoney(amount), list)).toEqual(parts.map(negateMoney));
      }),
    );
  });
});
