import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  measureDrift,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
  smallestDeposit,
  smallestDepositFor,
} from '../../../src/rebalancing/index.js';
import { ACCOUNT, MONDAY, POLICY, products } from '../simple.js';
import { cny, expectRefusal, holdingsOf, positionsOf, signed, wrong } from '../support.js';

interface Changes {
  readonly account?: Partial<RebalancingAccount<'CNY'>>;
  readonly policy?: Partial<RebalancingPolicy<'CNY'>>;
  readonly products?: Readonly<Record<string, Partial<Product>>>;
}

const ask = (changes: Changes = {}) =>
  smallestDepositFor(
    { ...ACCOUNT, ...changes.account },
    compileRebalancing<'CNY'>(
      { ...POLICY, ...changes.policy },
      { universe: products(changes.products) },
    ),
    { asOf: MONDAY },
  );

const possible = (changes: Changes = {}) => {
  const found = ask(changes);
  if (found.status !== 'possible') throw new Error(JSON.stringify(found.reasons));
  return found;
};

/** Money within a few cents above what was worked out by hand. */
const expectJustAbove = (amount: string, exact: number, by = 0.05): void => {
  expect(Number(amount)).toBeGreaterThanOrEqual(exact - 0.011);
  expect(Number(amount)).toBeLessThanOrEqual(exact + by);
};

describe('the smallest deposit for an account', () => {
  it('buys again what the deposit itself brings below its most weight', () => {
    // Gold of 29,760 may be 19 of 100 at most: S = 29,760 / 0.19 = 156,631.58. Bonds, 51.13 of 100 today, must be 43 of S at least,
    // 67,351.58, and may be 48 of it at most, so that 16,221.58 and more are bought of them.
    const found = possible({
      account: {
        positions: positionsOf({ BONDS: '51130.00', GOLD: '29760.00', SHARES: '19110.00' }),
        target: { BONDS: 0.46, GOLD: 0.16, SHARES: 0.38 },
      },
      policy: {
        bands: { default: { absolute: 0.03 } },
        trading: { maxWeight: { BONDS: 0.48 } },
      },
    });
    expectJustAbove(found.amount.amount, 29760 / 0.19 - 100000);
    const bonds = Number(signed(found.trades).BONDS);
    expect(bonds).toBeGreaterThanOrEqual(0.43 * 156631.57 - 51130);
    expect(bonds).toBeLessThanOrEqual(0.48 * 156631.59 - 51130);
  });

  it('keeps to the most of an issuer', () => {
    // Bonds must come to 55 %.
    const under = (max: number) =>
      ask({
        products: { BONDS: { issuer: 'Lake' } },
        policy: { trading: { maxWeightOfIssuer: { Lake: max } } },
      });
    expect(under(0.54).status).toBe('impossible');
    const found = under(0.551);
    expect(found.status).toBe('possible');
    if (found.status === 'possible') expectJustAbove(found.amount.amount, 11_111.11);
  });

  it('is that of the weights alone where nothing costs anything', () => {
    // (50,000 + D) / (100,000 + D) = 0.55, so D = 5,000 / 0.45 = 11,111.11.
    const { amount, trades } = possible();
    expectJustAbove(amount.amount, 11_111.11);
    expect(signed(trades)).toEqual({ BONDS: amount.amount });
    const weights = smallestDeposit(
      holdingsOf({ BONDS: '50000.00', SHARES: '50000.00' }),
      { BONDS: 0.6, SHARES: 0.4 },
      { bands: { absolute: 0.05 }, measure: 'products' },
    );
    expect(weights.status === 'possible' && weights.amount.amount).toBe('11111.12');
  });

  it('has its entry fees in it', () => {
    // Of D is invested D / 1.01; 50,000 + N = 0.55 × (100,000 + N), so N = 11,111.11 and D = 11,222.22.
    const { amount, trades, after } = possible({ products: { BONDS: { entryFee: 0.01 } } });
    expectJustAbove(amount.amount, 11_222.22);
    expect(trades[0]?.costs.entry.amount).toBe('111.11');
    expect(after.drift.triggered).toEqual([]);
  });

  it('has a flat fee in it once', () => {
    const entry = [{ from: '0', flat: '100' }] as const;
    expectJustAbove(
      possible({ products: { BONDS: { fees: { entry } } } }).amount.amount,
      11_211.11,
    );
  });

  it('goes by the classes inside the products', () => {
    // A fund of 80 % bonds: (50,000 + 0.8 D) = 0.55 × (100,000 + D), so D = 5,000 / 0.25 = 20,000.
    const found = possible({
      products: {
        BONDS: { lookThrough: { BOND: 1 } },
        MIXED: { lookThrough: { BOND: 0.8, EQUITY: 0.2 } },
      },
      account: {
        target: { MIXED: 0.75, SHARES: 0.25 },
        positions: positionsOf({ BONDS: '50000.00', SHARES: '50000.00' }),
      },
    });
    expectJustAbove(found.amount.amount, 20_000);
    expect(Object.keys(signed(found.trades))).toEqual(['MIXED']);
  });

  it('buys at least a product’s minimum, or what does without it', () => {
    // At least 30,000 of bonds: 80,000 of 130,000 is 0.615, inside 0.55 to 0.65.
    const changes = { products: { BONDS: { minimumAddition: '30000' } } };
    expectJustAbove(possible(changes).amount.amount, 30_000);
    // At least 60,000: 110,000 of 160,000 is 0.6875; 0.65 of S at 110,000 is S = 169,230.77, so 9,230.77 of shares beside.
    const more = possible({ products: { BONDS: { minimumAddition: '60000' } } });
    expectJustAbove(more.amount.amount, 69_230.77);
    expect(signed(more.trades).BONDS).toBe('60000.00');
  });

  it('goes to what can be bought', () => {
    const terms = { OTHER: {}, BONDS: { status: 'subscription-suspended' } } as const;
    const { trades } = possible({
      products: terms,
      account: { target: { BONDS: 0.5, OTHER: 0.1, SHARES: 0.4 } },
    });
    expect(Object.keys(signed(trades))).toEqual(['OTHER']);
  });

  it('counts money that is there, and fills up what is kept', () => {
    const account = { cash: [cny('4000')] };
    expectJustAbove(possible({ account }).amount.amount, 7_111.11);
    const cash = { target: cny('1000'), ceiling: cny('50000') };
    expectJustAbove(possible({ account, policy: { cash } }).amount.amount, 8_111.11);
    const rich = possible({ account: { cash: [cny('20000')] } });
    expect(rich.amount.amount).toBe('0.00');
    expect(Number(signed(rich.trades).BONDS)).toBeGreaterThan(11_000);
  });

  it('has the share in it that is kept as money', () => {
    // Of D, 0.9 × D − 10,000 are spent: 10 % of 100,000 + D stay money. N = 0.9 D − 10,000 and 50,000 + N = 0.55 × (100,000 + N), so N = 11,111.11.
    const cash = { target: { share: 0.1 } };
    expectJustAbove(possible({ policy: { cash } }).amount.amount, 21_111.11 / 0.9);
  });

  it('is nothing where everything is inside its bands', () => {
    const positions = positionsOf({ BONDS: '58000.00', SHARES: '42000.00' });
    const found = possible({ account: { positions } });
    expect([found.amount.amount, found.trades]).toEqual(['0.00', []]);
  });

  it('goes where no fee is, though a fee on nothing would be none', () => {
    // Bonds of 72,000 may be half: S = 144,000, so that 10,000 come in. Shares are at 60,000 / 144,000 inside without it, gold at 2,000 too: either may
    // take the 10,000, gold for a fee of 10.
    const found = possible({
      account: {
        positions: positionsOf({ BONDS: '72000.00', GOLD: '2000.00', SHARES: '60000.00' }),
        target: { BONDS: 0.4, GOLD: 0.1, SHARES: 0.5 },
      },
      policy: { bands: { default: { absolute: 0.1 } } },
      products: { GOLD: { entryFee: 0.001, minimumPurchase: '1000' } },
    });
    expectJustAbove(found.amount.amount, 10_000);
    expect(Object.keys(signed(found.trades))).toEqual(['SHARES']);
  });

  it('is the least to the cent where a cent of it moves a narrow band by little', () => {
    // Bonds of 95,000 may be 1/17 × 1.25: S = 1,292,000. Shares are to be 8/17 − 0.03 of it at least, 569,240, and cost 1 % more; gold takes the rest,
    // 1,292,000 − 95,000 − 569,240 − 5,000 = 622,760: 569,240 × 1.01 + 622,760 = 1,197,692.40.
    const found = possible({
      account: {
        positions: positionsOf({ BONDS: '95000.00', GOLD: '5000.00' }),
        target: { BONDS: 1 / 17, GOLD: 8 / 17, SHARES: 8 / 17 },
      },
      policy: { bands: { default: { absolute: 0.03, relative: 0.25 } } },
      products: { SHARES: { entryFee: 0.01 } },
    });
    expectJustAbove(found.amount.amount, 1_197_692.4, 0.1);
  });

  it('keeps to whole units', () => {
    const account = { prices: { BONDS: { currency: 'CNY', amount: '700' } as const } };
    const positions = [
      { product: 'BONDS', units: '100', price: cny('700') },
      ...positionsOf({ SHARES: '70000.00' }),
    ];
    // 15,555.56 or more of it: 23 units are 16,100.
    const found = possible({
      products: { BONDS: { unitStep: '1' } },
      account: { ...account, positions },
    });
    expect(signed(found.trades)).toEqual({ BONDS: '16100.00' });
    expectJustAbove(found.amount.amount, 16_100, 20);
  });

  it('does not exist where what is too small cannot be bought, and says why', () => {
    const found = ask({ products: { BONDS: { status: 'closed' } } });
    expect(found.status).toBe('impossible');
    const codes = found.status === 'impossible' ? found.reasons.map(({ code }) => code) : [];
    expect(codes).toContain('rebalancing.deposit-cannot-reach');
    expect(codes).toContain('rebalancing.no-subscription');
    expect(ask({ account: { status: 'frozen' } }).status).toBe('impossible');
    // Gold is to be nothing, and can only be diluted.
    const gold = ask({
      account: {
        target: { BONDS: 0.6, SHARES: 0.4 },
        positions: positionsOf({ BONDS: '60000', SHARES: '30000', GOLD: '10000' }),
      },
      policy: { bands: { default: { absolute: 0.05 }, byId: { METAL: { absolute: 0 } } } },
    });
    expect(gold.status).toBe('impossible');
  });

  it('does not exist beyond what a day or a client may buy', () => {
    const found = ask({ products: { BONDS: { maximumHolding: '60000' } } });
    expect(found.status).toBe('impossible');
  });

  it('brings everything inside when it is paid in, and a part of it does not', () => {
    const amounts = fc.integer({ min: 1_000, max: 90_000 });
    fc.assert(
      fc.property(
        amounts,
        amounts,
        amounts,
        fc.constantFrom(0, 0.001, 0.015),
        (a, b, c, entryFee) => {
          const given = { BONDS: `${a}`, SHARES: `${b}`, GOLD: `${c}` };
          const account = {
            ...ACCOUNT,
            positions: positionsOf(given),
            target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 },
          };
          const terms = { BONDS: { entryFee }, SHARES: { entryFee } };
          const found = possible({ account, products: terms });
          const held = new Map(Object.entries(given).map(([id, value]) => [id, Number(value)]));
          // What rounding leaves over stays money, a share of everything like the others.
          let total = Number(found.amount.amount) + a + b + c;
          for (const { product, amount, costs } of found.trades) {
            const invested = Number(amount.amount) - Number(costs.entry.amount);
            held.set(product, held.get(product)! + invested);
            total -= Number(costs.entry.amount);
          }
          const share = (product: string) => held.get(product)! / total;
          const after = { BOND: share('BONDS'), EQUITY: share('SHARES'), METAL: share('GOLD') };
          const aim = { BOND: 0.5, EQUITY: 0.3, METAL: 0.2 };
          expect(measureDrift(after, aim, { bands: { absolute: 0.05 } }).triggered).toEqual([]);
          // Without fees no deposit is smaller than that of the weights, and it is no more than a cent or so above.
          const weights = smallestDeposit(
            Object.fromEntries(
              [
                ['BOND', a],
                ['EQUITY', b],
                ['METAL', c],
              ].map(([id, value]) => [id, cny(`${value}`)]),
            ),
            aim,
            { bands: { absolute: 0.05 } },
          );
          const least = weights.status === 'possible' ? Number(weights.amount.amount) : Number.NaN;
          expect(Number(found.amount.amount)).toBeGreaterThanOrEqual(least - 0.021);
          expect(Number(found.amount.amount)).toBeLessThanOrEqual(least * (1 + entryFee) + 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is refused as the account is', () => {
    expectRefusal(
      () => ask({ account: wrong({ restriction: {} }) }),
      'unknown-id',
      'account.restriction',
    );
    const rebalancer = compileRebalancing<'CNY'>(POLICY, { universe: products() });
    expectRefusal(
      () => smallestDepositFor(ACCOUNT, rebalancer, wrong({ asOf: MONDAY, deposit: 1 })),
      'unknown-id',
      'options.deposit',
    );
    expectRefusal(
      () => smallestDepositFor(ACCOUNT, wrong({}), { asOf: MONDAY }),
      'invalid-type',
      'rebalancer',
    );
  });

  it('is what the policy itself brings inside with it', () => {
    const { amount } = possible();
    const rebalancer = compileRebalancing<'CNY'>(
      { ...POLICY, funding: 'buy-only' },
      { universe: products() },
    );
    const result = rebalance({ ...ACCOUNT, cash: [amount] }, rebalancer, { asOf: MONDAY });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('of an account that holds nothing is that of the least purchases', () => {
    const empty = (minimums: readonly string[], cash = '0') =>
      possible({
        account: {
          positions: [],
          target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 },
          cash: [cny(cash)],
        },
        products: Object.fromEntries(
          ['BONDS', 'SHARES', 'GOLD'].map((id, i) => [id, { minimumPurchase: minimums[i]! }]),
        ),
      }).amount.amount;
    // 1,000 of gold are a quarter at most; 5,000 of bonds 55 %.
    expect(empty(['1000', '1000', '1000'])).toBe('4000.00');
    expectJustAbove(empty(['5000', '1', '1']), 5000 / 0.55);
    expect(empty(['1000', '1000', '1000'], '-50')).toBe('4050.00');
  });

  it('is counted in steps, beyond the target where no step is nearer', () => {
    const inSteps = (held: readonly [string, string], amountStep: string, by: number) =>
      possible({
        account: {
          positions: positionsOf({ BONDS: held[0], SHARES: held[1] }),
          target: { BONDS: 0.5, SHARES: 0.5 },
        },
        policy: { bands: { default: { absolute: by } }, trading: { amountStep } },
      });
    // 500 of bonds: 550 of 1,164 are 47.3 %; 600: 650 of 1,264 are 51.4 %.
    const beyond = inSteps(['50', '614'], '100', 0.02);
    expect(beyond.amount.amount).toBe('600.00');
    expect(signed(beyond.trades)).toEqual({ BONDS: '600.00' });
    // 3,000 of bonds: 4,000 of 9,000 are 44.4 %; 3,500: 4,500 of 9,500 are 47.4 %.
    expect(inSteps(['1000', '5000'], '500', 0.05).amount.amount).toBe('3500.00');
  });

  it('in steps is no more than the least of all numbers of them', () => {
    const amounts = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.tuple(amounts, amounts, amounts),
        fc.tuple(amounts, amounts, amounts),
        fc.constantFrom(0.03, 0.05, 0.1),
        (hundreds, wanted, by) => {
          const sum = wanted.reduce((total, one) => total + one + 1, 0);
          const target = wanted.map((one) => (one + 1) / sum);
          // In steps of 500; what is held is off them.
          const held = hundreds.map((one) => 100 * one + 37);
          const whole = held.reduce((total, one) => total + one);
          const isInside = (steps: readonly number[]): boolean => {
            const all = whole + 500 * steps.reduce((total, one) => total + one, 0);
            return steps.every(
              (one, i) => Math.abs((held[i]! + 500 * one) / all - target[i]!) <= by + 1e-12,
            );
          };
          const most = 60;
          let least = Number.POSITIVE_INFINITY;
          for (let a = 0; a <= most; a++) {
            for (let b = 0; a + b <= most; b++) {
              for (let c = 0; a + b + c <= most && a + b + c < least; c++) {
                if (isInside([a, b, c])) least = a + b + c;
              }
            }
          }
          fc.pre(least <= most);
          const [BONDS, SHARES, GOLD] = held.map(String) as [string, string, string];
          const found = possible({
            account: {
              positions: positionsOf({ BONDS, SHARES, GOLD }),
              target: { BONDS: target[0]!, SHARES: target[1]!, GOLD: target[2]! },
            },
            policy: { bands: { default: { absolute: by } }, trading: { amountStep: '500' } },
          });
          // Money that no step takes may stay within its band, and can make it less.
          expect(Number(found.amount.amount)).toBeLessThanOrEqual(500 * least);
          expect(found.after.drift.triggered).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
