import { money } from 'aptfolio/money';
import {
  compileProducts,
  entryFeeOf,
  entryFeeUnits,
  exitFeeOf,
  exitFeeUnits,
  exitRate,
  hasExitSums,
  redemptionFeeUnits,
} from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, wrong } from '../support.js';

const cny = (amount: string) => money('CNY', amount);
const entry = (tier: object, rest: readonly object[] = []) =>
  wrong({ entryFee: 0, fees: { entry: [{ from: '0', ...tier }, ...rest] } }) as {
    readonly entryFee: number;
  };
const exit = (...tiers: readonly object[]) => wrong({ fees: { exit: tiers } }) as object;

describe('an entry fee with a least and a highest sum', () => {
  // A mainland broker's commission (佣金): 0.03 %, at least 5 yuan.
  const commission = entry({ rate: 0.0003, least: '5' });

  it('takes the least sum of small payments and the rate of large ones', () => {
    expect(entryFeeOf(commission, cny('1000')).fee.amount).toBe('5.00');
    // The least holds up to net 16,666.67, which is 16,671.67 gross; 50,000 / 1.0003 = 49,985.00, fee 15.00.
    expect(entryFeeOf(commission, cny('16671.66')).fee.amount).toBe('5.00');
    expect(entryFeeOf(commission, cny('50000')).fee.amount).toBe('15.00');
    expect(entryFeeOf(commission, cny('16705.00')).fee.amount).toBe('5.01');
  });

  it('takes no more than the highest sum, and adds a sum beside the rate', () => {
    const product = entry({ rate: 0.01, plus: '2', most: '100' });
    // (1,012 − 2) / 1.01 = 1,000: 10 by rate and 2 beside it.
    expect(entryFeeOf(product, cny('1012')).fee.amount).toBe('12.00');
    expect(entryFeeOf(product, cny('20000')).fee.amount).toBe('100.00');
  });

  it('is inside the payment where that is asked for: rate × gross and the sums', () => {
    const product = entry({ rate: 0.01, plus: '2', least: '3', most: '100' });
    expect(entryFeeUnits(product, 100_000n, 'CNY', 'inside')).toBe(1200n);
    expect(entryFeeUnits(product, 5000n, 'CNY', 'inside')).toBe(300n);
    expect(entryFeeUnits(product, 5_000_000n, 'CNY', 'inside')).toBe(10_000n);
    expect(entryFeeUnits({ entryFee: 0.01 }, 100_000n, 'CNY', 'inside')).toBe(1000n);
    expect(entryFeeUnits({ entryFee: 0.01 }, 101_000n, 'CNY')).toBe(1000n);
    const side = wrong('beside');
    expectRefusal(() => entryFeeUnits(product, 1n, 'CNY', side), 'unknown-value', 'side');
  });

  it('that takes all of the money says so', () => {
    for (const amount of ['0.01', '4.99', '5.00']) {
      const { status, fee, net } = entryFeeOf(commission, cny(amount));
      expect([status, fee.amount, net.amount]).toEqual([
        'fee-takes-all',
        cny(amount).amount,
        '0.00',
      ]);
    }
    expect(entryFeeOf(commission, cny('5.01'))).toMatchObject({
      status: 'split',
      net: cny('0.01'),
    });
    expect(entryFeeOf(commission, cny('0')).status).toBe('split');
    expect(entryFeeOf(entry({ flat: '3' }), cny('3')).status).toBe('fee-takes-all');
  });

  it('is the one fee that is rate × net + plus within its bounds, to the nearest cent', () => {
    const cents = fc.integer({ min: 0, max: 5_000_000 });
    const text = (units: number): string => (units / 100).toFixed(2);
    fc.assert(
      fc.property(
        fc.record({
          gross: cents,
          basisPoints: fc.integer({ min: 0, max: 500 }),
          plus: fc.integer({ min: 0, max: 2000 }),
          least: fc.integer({ min: 0, max: 2000 }),
          over: fc.integer({ min: 0, max: 20_000 }),
        }),
        ({ gross, basisPoints, plus, least, over }) => {
          const most = Math.max(plus, least) + over;
          const product = entry({
            ...{ rate: basisPoints / 10_000, plus: text(plus) },
            ...{ least: text(least), most: text(most) },
          });
          const fee = Number(entryFeeUnits(product, BigInt(gross), 'CNY'));
          const net = gross - fee;
          const charged = Math.min(most, Math.max(least, (net * basisPoints) / 10_000 + plus));
          // Where nothing is invested, all was too little for the fee.
          if (net === 0) expect(fee <= charged + 0.5).toBe(true);
          else expect(Math.abs(fee - charged)).toBeLessThanOrEqual(0.51);
        },
      ),
    );
  });
});

describe('an exit fee with sums', () => {
  it('is a fixed fee, a least one, a highest one, or a rate with a sum beside it', () => {
    const feeOf = (tier: object, amount: string): string =>
      exitFeeOf(exit({ fromDays: 0, ...tier }), cny(amount), 10).fee.amount;
    expect(feeOf({ rate: 0, plus: '8' }, '1000')).toBe('8.00');
    expect(feeOf({ rate: 0.001, least: '5' }, '1000')).toBe('5.00');
    expect(feeOf({ rate: 0.001, least: '5' }, '9000')).toBe('9.00');
    expect(feeOf({ rate: 0.01, most: '50' }, '9000')).toBe('50.00');
    expect(feeOf({ rate: 0.001, plus: '1.5' }, '1000')).toBe('2.50');
  });

  it('takes no more than what is redeemed, and says when that is all', () => {
    const product = exit({ fromDays: 0, rate: 0, plus: '8' });
    const small = exitFeeOf(product, cny('8'), 0);
    expect([small.status, small.net.amount]).toEqual(['fee-takes-all', '0.00']);
    expect(exitFeeOf(product, cny('8.01'), 0).status).toBe('split');
    expect(exitFeeOf(product, cny('0'), 0)).toMatchObject({ status: 'split', fee: cny('0') });
  });

  it('counts its sums once for a redemption and tier, however many lots', () => {
    const product = exit(
      { fromDays: 0, rate: 0.015, least: '5' },
      { fromDays: 7, rate: 0.005, plus: '1' },
    );
    // Below 7 days: 1.5 % of 100 + 100 = 3.00, at least 5. From 7 days: 0.5 % of 1,000 + 1,000 = 10.00, and 1 beside it.
    const lots = [
      { amount: 10_000n, heldDays: 3 },
      { amount: 100_000n, heldDays: 7 },
      { amount: 10_000n, heldDays: 0 },
      { amount: 100_000n, heldDays: 400 },
    ];
    expect(redemptionFeeUnits(product, lots, 'CNY')).toBe(1600n);
    expect(redemptionFeeUnits(product, [...lots].reverse(), 'CNY')).toBe(1600n);
    expect(redemptionFeeUnits(product, lots.slice(0, 1), 'CNY')).toBe(500n);
    expect(redemptionFeeUnits(product, [], 'CNY')).toBe(0n);
    expect(redemptionFeeUnits({}, lots, 'CNY')).toBe(0n);
  });

  it('without sums is what the lots cost one by one', () => {
    const plain = {
      fees: {
        exit: [
          { fromDays: 0, rate: 0.015 },
          { fromDays: 7, rate: 0.005 },
        ],
      },
    };
    expect(hasExitSums(plain)).toBe(false);
    expect(hasExitSums({})).toBe(false);
    expect(hasExitSums(exit({ fromDays: 0, rate: 0, plus: '1' }))).toBe(true);
    const lots = fc.array(fc.record({ amount: fc.bigInt(0n, 10n ** 12n), heldDays: fc.nat(20) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(lots, (sold) => {
        const each = sold.map(({ amount, heldDays }) =>
          exitFeeUnits(amount, exitRate(plain, heldDays)),
        );
        expect(redemptionFeeUnits(plain, sold, 'CNY')).toBe(each.reduce((a, b) => a + b, 0n));
      }),
    );
  });

  it('refuses lots that are none', () => {
    const product = exit({ fromDays: 0, rate: 0, plus: '1' });
    const fee = (lots: unknown) => () => redemptionFeeUnits(product, wrong(lots), 'CNY');
    expectRefusal(fee([{ amount: 1n, heldDays: -1 }]), 'out-of-range', 'lots[0].heldDays');
    expectRefusal(fee([{ amount: -1n, heldDays: 1 }]), 'out-of-range', 'lots[0].amount');
    expectRefusal(fee([{ amount: 1, heldDays: 1 }]), 'invalid-type', 'lots[0].amount');
    expectRefusal(fee(undefined), 'missing-value', 'lots');
  });
});

describe('the sums of a product file', () => {
  const compiled = (fees: unknown) => () =>
    compileProducts([bondFund({ fees: wrong(fees) })], ['BOND']).byId.A;
  const path = 'products[0].fees';

  it.each([
    ['beside a flat fee', { from: '0', flat: '5', least: '3' }, 'inconsistent', 'least'],
    [
      'with a highest below the least',
      { from: '0', rate: 0, least: '3', most: '2' },
      'inconsistent',
      'most',
    ],
    [
      'with a highest below what is added',
      { from: '0', rate: 0, plus: '3', most: '2' },
      'inconsistent',
      'most',
    ],
    ['as a number', { from: '0', rate: 0, plus: 3 }, 'invalid-type', 'plus'],
    ['below 0', { from: '0', rate: 0, least: '-3' }, 'invalid-format', 'least'],
    ['misspelt', { from: '0', rate: 0, lest: '3' }, 'unknown-id', 'lest'],
    ['without a rate', { from: '0', plus: '3' }, 'missing-value', 'rate'],
  ] as const)('are refused %s', (_, tier, code, field) => {
    expectRefusal(compiled({ entry: [tier] }), code, `${path}.entry[0].${field}`);
    if ('flat' in tier) return;
    const { from: __, ...sums } = tier;
    expectRefusal(compiled({ exit: [{ fromDays: 0, ...sums }] }), code, `${path}.exit[0].${field}`);
  });

  it('are kept', () => {
    const tier = { from: '0', rate: 0.0003, plus: '0', least: '5', most: '50' };
    expect(compiled({ entry: [tier] })()?.fees?.entry).toEqual([tier]);
    const leaving = { fromDays: 0, rate: 0.0003, plus: '0', least: '5', most: '50' };
    expect(compiled({ exit: [leaving] })()?.fees?.exit).toEqual([leaving]);
  });

  it('leave the commission any size beside a sum, which is no rate', () => {
    const commission = (tier: object) =>
      compiled({ entry: [{ from: '0', ...tier }], entryCommission: 0.01 });
    expectRefusal(commission({ rate: 0.001 }), 'inconsistent', `${path}.entryCommission`);
    expect(commission({ rate: 0.001, least: '5' })()?.id).toBe('A');
    expect(commission({ rate: 0.001, plus: '5' })()?.id).toBe('A');
    expectRefusal(
      commission({ rate: 0.001, most: '5' }),
      'inconsistent',
      `${path}.entryCommission`,
    );
  });
});
