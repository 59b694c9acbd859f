import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { compileRebalancing, rebalance } from '../../../src/rebalancing/index.js';
import { ACCOUNT, type Changes, decide, MONDAY, POLICY, products } from '../simple.js';
import { amountsOf, cny, codes, expectRefusal, positionsOf, wrong } from '../support.js';

const account = (change: object) => () => decide({ account: wrong(change) });

/** One position with a change. */
const position =
  (change: object, terms: Changes['products'] = {}) =>
  () =>
    decide({
      account: { positions: [{ product: 'BONDS', value: cny('100'), ...change }] },
      products: terms,
    });

describe('an account that cannot be read is refused with the path of', () => {
  it('the account itself, the rebalancer and the day', () => {
    const rebalancer = compileRebalancing(POLICY, { universe: products() });
    const asOf = MONDAY;
    expectRefusal(() => rebalance(wrong(null), rebalancer, { asOf }), 'missing-value', 'account');
    expectRefusal(() => rebalance(wrong([]), rebalancer, { asOf }), 'invalid-type', 'account');
    expectRefusal(() => rebalance(ACCOUNT, wrong({}), { asOf }), 'invalid-type', 'rebalancer');
    expectRefusal(
      () => rebalance(ACCOUNT, rebalancer, wrong(undefined)),
      'missing-value',
      'options',
    );
    const never = wrong({ asOf: '2026-02-30' });
    expectRefusal(() => rebalance(ACCOUNT, rebalancer, never), 'invalid-date', 'options.asOf');
    const early = { asOf: '1899-12-31' } as const;
    expectRefusal(() => rebalance(ACCOUNT, rebalancer, early), 'out-of-range', 'options.asOf');
  });

  it('its plain fields', () => {
    expectRefusal(account({ id: '' }), 'empty', 'account.id');
    expectRefusal(account({ currency: 'RMB' }), 'unknown-currency', 'account.currency');
    expectRefusal(account({ status: 'asleep' }), 'unknown-value', 'account.status');
    expectRefusal(account({ mode: 'robot' }), 'unknown-value', 'account.mode');
    expectRefusal(account({ positions: undefined }), 'missing-value', 'account.positions');
    expectRefusal(account({ lastTradeOn: '2026-03-03' }), 'out-of-range', 'account.lastTradeOn');
    for (const value of [20260301, 0, true, {}, []]) {
      expectRefusal(account({ lastTradeOn: wrong(value) }), 'invalid-type', 'account.lastTradeOn');
    }
    expectRefusal(account({ breached: [''] }), 'empty', 'account.breached[0]');
    expectRefusal(account({ events: 'crash' }), 'invalid-type', 'account.events');
    const halves = ['a', '\ud83d', 'b'];
    expectRefusal(account({ events: halves }), 'invalid-format', 'account.events[1]');
    expectRefusal(account({ breached: halves }), 'invalid-format', 'account.breached[1]');
  });

  it('a field that there is none of, since a misspelt limit would be lost', () => {
    const refuse = (change: object, path: string) =>
      expectRefusal(account(change), 'unknown-id', `account.${path}`);
    refuse({ restriction: { BONDS: 'locked' } }, 'restriction');
    const lot = { id: 'a', boughtOn: MONDAY, value: cny('100'), costs: cny('90') };
    const held = { product: 'BONDS', value: cny('100') };
    refuse({ positions: [{ ...held, lot: [] }] }, 'positions[0].lot');
    refuse({ positions: [{ ...held, lots: [lot] }] }, 'positions[0].lots[0].costs');
    const trade = { product: 'BONDS', side: 'sell', on: MONDAY, loss: true };
    refuse({ recentTrades: [trade] }, 'recentTrades[0].loss');
    refuse({ tradedToday: { BONDS: { sold: cny('1') } } }, 'tradedToday.BONDS.sold');
  });

  it('a target', () => {
    expectRefusal(account({ target: {} }), 'empty', 'account.target');
    expectRefusal(
      account({ target: { BONDS: 0.5, P99: 0.5 } }),
      'unknown-id',
      'account.target.P99',
    );
    expectRefusal(
      account({ target: { BONDS: -0.1, SHARES: 1.1 } }),
      'out-of-range',
      'account.target.BONDS',
    );
    expectRefusal(account({ target: { BONDS: Number.NaN } }), 'not-finite', 'account.target.BONDS');
    expectRefusal(
      account({ target: { BONDS: 0.5, SHARES: 0.4 } }),
      'inconsistent',
      'account.target',
    );
  });

  it('a position', () => {
    const path = 'account.positions[0]';
    expectRefusal(position({ product: 'P99' }), 'unknown-id', `${path}.product`);
    expectRefusal(position({ value: cny('-1') }), 'out-of-range', `${path}.value.amount`);
    expectRefusal(
      position({ value: money('USD', '1') }),
      'currency-mismatch',
      `${path}.value.currency`,
    );
    expectRefusal(position({ units: '1' }), 'inconsistent', path);
    expectRefusal(position({ value: undefined }), 'missing-value', path);
    expectRefusal(
      position({ value: undefined, price: cny('1') }),
      'missing-value',
      `${path}.units`,
    );
    expectRefusal(position({ value: undefined, units: '5' }), 'missing-value', `${path}.price`);
    const priced = (price: unknown) => position({ value: undefined, units: '5', price });
    expectRefusal(priced(cny('0')), 'out-of-range', `${path}.price.amount`);
    expectRefusal(
      priced({ currency: 'CNY', amount: '-1.5' }),
      'out-of-range',
      `${path}.price.amount`,
    );
    expectRefusal(priced({ currency: 'CNY', amount: 1.5 }), 'invalid-type', `${path}.price.amount`);
    expectRefusal(priced(money('USD', '1')), 'currency-mismatch', `${path}.price.currency`);
    expectRefusal(
      position({ value: undefined, units: '-5', price: cny('1') }),
      'out-of-range',
      `${path}.units`,
    );
    const twice = { positions: [...ACCOUNT.positions, ...ACCOUNT.positions] };
    expectRefusal(account(twice), 'duplicate-id', 'account.positions[2].product');
  });

  it('a lot', () => {
    const lots = (...given: object[]) => position({ lots: wrong(given) });
    const path = 'account.positions[0].lots';
    const good = { id: 'a', boughtOn: '2026-01-05', value: cny('60') };
    expectRefusal(lots(good), 'inconsistent', path);
    expectRefusal(lots(good, { ...good, value: cny('40') }), 'duplicate-id', `${path}[1].id`);
    const later = { ...good, id: 'b', boughtOn: '2026-03-03', value: cny('40') };
    expectRefusal(lots(good, later), 'out-of-range', `${path}[1].boughtOn`);
    expectRefusal(lots({ ...good, boughtOn: '2026-13-01' }), 'invalid-date', `${path}[0].boughtOn`);
    expectRefusal(
      lots({ ...good, value: undefined, units: '5' }),
      'missing-value',
      `${path}[0].value`,
    );
    const inUnits = position({
      value: undefined,
      units: '10',
      price: cny('1'),
      lots: [{ id: 'a', boughtOn: '2026-01-05', units: '9' }],
    });
    expectRefusal(inUnits, 'inconsistent', path);
    const holes = { value: undefined, units: '10', price: cny('1'), lots: new Array(1) };
    expectRefusal(position(holes), 'missing-value', `${path}[0]`);
    // Many lots are told apart as few are.
    const many = Array.from({ length: 12 }, (_, i) => ({ ...good, id: `l${i % 11}` }));
    expectRefusal(lots(...many), 'duplicate-id', `${path}[11].id`);
    // Half a character cannot be put on record; lots are told by their place, whatever the order in which they are read.
    const whole = { ...good, id: '\ud83d\ude00', boughtOn: '2026-02-02' };
    const half = { ...good, id: '\ud83d', value: cny('40') };
    expectRefusal(lots(whole, half), 'invalid-format', `${path}[1].id`);
    expect(lots(whole, { ...half, id: '元' })).not.toThrow();
  });

  it('a position by its place in the list, whatever the order of the list', () => {
    const lot = { id: 'a', boughtOn: '2026-13-01', value: cny('100') };
    const held = (product: string) => ({ product, value: cny('100') });
    const odd = { ...held('BONDS'), lots: [lot] };
    const path = 'account.positions[1].lots[0].boughtOn';
    expectRefusal(account({ positions: [held('SHARES'), odd] }), 'invalid-date', path);
  });

  it('money and rates', () => {
    expectRefusal(
      account({ cash: [cny('1'), cny('2')] }),
      'duplicate-id',
      'account.cash[1].currency',
    );
    expectRefusal(account({ withdrawal: cny('-1') }), 'out-of-range', 'account.withdrawal.amount');
    expectRefusal(
      account({ deposit: money('USD', '1') }),
      'currency-mismatch',
      'account.deposit.currency',
    );
    const dollars = { cash: [money('USD', '1')] };
    expectRefusal(account(dollars), 'missing-rate', 'account.fx.rates.USD');
    const fx = (rate: unknown) =>
      account({ ...dollars, fx: { base: 'CNY', rates: { USD: rate } } });
    expectRefusal(fx('0'), 'out-of-range', 'account.fx.rates.USD');
    expectRefusal(fx(7.1), 'invalid-type', 'account.fx.rates.USD');
    const own = { ...dollars, fx: { base: 'CNY', rates: { USD: '7', CNY: '2' } } };
    expectRefusal(account(own), 'inconsistent', 'account.fx.rates.CNY');
  });

  it('what restricts and what has happened', () => {
    expectRefusal(
      account({ restrictions: { P99: 'locked' } }),
      'unknown-id',
      'account.restrictions.P99',
    );
    expectRefusal(
      account({ restrictions: { BONDS: 'frozen' } }),
      'unknown-value',
      'account.restrictions.BONDS',
    );
    expectRefusal(account({ prices: { P99: cny('1') } }), 'unknown-id', 'account.prices.P99');
    expectRefusal(
      account({ prices: { BONDS: cny('0') } }),
      'out-of-range',
      'account.prices.BONDS.amount',
    );
    expectRefusal(
      account({ lotOrder: { BONDS: ['a'] } }),
      'unknown-id',
      'account.lotOrder.BONDS[0]',
    );
    const trade = { product: 'BONDS', side: 'sell', on: '2026-02-02' };
    const recent = (change: object) => account({ recentTrades: [{ ...trade, ...change }] });
    expectRefusal(recent({ product: 'P99' }), 'unknown-id', 'account.recentTrades[0].product');
    expectRefusal(recent({ side: 'swap' }), 'unknown-value', 'account.recentTrades[0].side');
    expectRefusal(recent({ on: '2026-03-03' }), 'out-of-range', 'account.recentTrades[0].on');
    const today = { tradedToday: { BONDS: { bought: cny('-1') } } };
    expectRefusal(account(today), 'out-of-range', 'account.tradedToday.BONDS.bought.amount');
  });

  it('amounts of a policy in another currency than the account', () => {
    const act = () =>
      decide({
        account: wrong({ currency: 'USD', positions: [] }),
        policy: { cash: { floor: cny('1') } },
      });
    expectRefusal(act, 'currency-mismatch', 'account.currency');
  });
});

describe('an account', () => {
  it('is valued once, units times price to the smallest unit and other currencies at the rates', () => {
    // 1,234.56 × 1.0375 = 1,280.856 → 1,280.86; 200.55 USD × 7.1234 = 1,428.59787 → 1,428.60; cash 10 USD → 71.234 → 71.23.
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', units: '1234.56', price: { currency: 'CNY', amount: '1.0375' } },
          { product: 'SHARES', value: money('USD', '200.55') },
        ],
        cash: [money('USD', '10')],
        fx: { base: 'CNY', rates: { USD: '7.1234' } },
      },
      policy: { triggers: [{ kind: 'event', events: ['never'] }] },
      products: { SHARES: { currency: 'USD' } },
    });
    expect(amountsOf(result.before.values)).toEqual({ BONDS: '1280.86', SHARES: '1428.60' });
    expect(result.before.cash.amount).toBe('71.23');
    expect(result.value.amount).toBe('2780.69');
  });

  it('that is frozen trades nothing and pays nothing out, and says so of each product', () => {
    const result = decide({
      account: { status: 'frozen', cash: [cny('1000')], withdrawal: cny('500') },
    });
    expect(result).toMatchObject({ decision: 'hold', considered: [] });
    expect(result.cash.withdrawal.amount).toBe('0.00');
    expect(codes(result)).toContain('rebalancing.account-frozen');
    const why = result.notTraded.map(({ product, side, reasons }) => [
      product,
      side,
      codes({ reasons }),
    ]);
    expect(why).toEqual([
      ['BONDS', 'buy', ['rebalancing.frozen']],
      ['SHARES', 'sell', ['rebalancing.frozen']],
    ]);
  });

  it('that is closed holds nothing', () => {
    expectRefusal(account({ status: 'closed' }), 'inconsistent', 'account.status');
    const closed = decide({ account: { status: 'closed', positions: [] } });
    expect(closed).toMatchObject({ decision: 'hold', considered: [] });
    expect(codes(closed)).toContain('rebalancing.nothing-held');
  });

  it('with nothing in it holds, and has no weights', () => {
    const empty = decide({ account: { positions: positionsOf({ BONDS: '0.00' }) } });
    expect(empty.decision).toBe('hold');
    expect(empty.before.weights).toEqual({ BONDS: 0, SHARES: 0 });
    expect(empty.value.amount).toBe('0.00');
  });

  it('says whether its trades need consent', () => {
    expect(decide().consent).toBe('needed');
    expect(decide({ account: { mode: 'mandate' } }).consent).toBe('not-needed');
    expect(decide({ account: { target: { BONDS: 0.5, SHARES: 0.5 } } }).consent).toBe('not-needed');
  });
});
