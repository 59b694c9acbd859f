import { gateOn, mostOn } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { expectRefusal, wrong } from '../support.js';

const dealing = {
  dailyPurchase: '1000000',
  dailyRedemption: '9000.5',
  gates: [
    { on: '2026-03-02', perClient: '20000' },
    { on: '2026-03-02', perClient: '09000.50' },
    { on: '2026-03-03', perClient: '9000.49' },
  ],
} as const;

describe('the most of a day', () => {
  it('is the lowest gate of the day or the daily limit, compared exactly', () => {
    expect(gateOn({ dealing }, '2026-03-02')).toBe('09000.50');
    expect(mostOn({ dealing }, 'sell', '2026-03-02')).toBe('9000.5');
    expect(mostOn({ dealing }, 'sell', '2026-03-03')).toBe('9000.49');
    expect(mostOn({ dealing }, 'sell', '2026-03-04')).toBe('9000.5');
  });

  it('tells 90071992547409.93 from 90071992547409.92, which doubles do not', () => {
    const gates = [{ on: '2026-03-02', perClient: '90071992547409.92' }] as const;
    const product = { dealing: { gates, dailyRedemption: '90071992547409.93' } };
    expect(mostOn(product, 'sell', '2026-03-02')).toBe('90071992547409.92');
  });

  it('of a purchase is free of gates', () => {
    expect(mostOn({ dealing }, 'buy', '2026-03-02')).toBe('1000000');
    expect(mostOn({ dealing: { gates: dealing.gates } }, 'buy', '2026-03-02')).toBeUndefined();
  });

  it('is no limit without terms', () => {
    expect(mostOn({}, 'sell', '2026-03-02')).toBeUndefined();
    expect(gateOn({ dealing: {} }, '2026-03-02')).toBeUndefined();
  });

  it('refuses what is no product, day or side', () => {
    expectRefusal(() => mostOn(wrong(null), 'sell', '2026-03-02'), 'missing-value', 'product');
    expectRefusal(() => mostOn({ dealing }, 'sell', wrong('2026-3-2')), 'invalid-date', 'day');
    expectRefusal(() => mostOn({ dealing }, wrong('hold'), '2026-03-02'), 'unknown-value', 'side');
    expectRefusal(() => gateOn(wrong(1), '2026-03-02'), 'invalid-type', 'product');
  });
});
