import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/dates/index.js';
import {
  CHECK_STATUSES,
  checkOrder,
  type OrderContext,
  type OrderToCheck,
} from '../../../src/orders/index.js';
import { compileProducts, RISK_RATINGS } from '../../../src/products/index.js';
import { RISK_LEVELS } from '../../../src/questionnaire/index.js';
import { buy, change, cny, context, factsWith, issuedBy, sell, universeWith } from '../support.js';

const rating = fc.constantFrom(...RISK_RATINGS);
const level = fc.constantFrom(...RISK_LEVELS);

/** A client of any level, with an assessment of any age, holding what may be left, offered products of either law. */
const anyContext: fc.Arbitrary<OrderContext<'CNY'>> = fc
  .record({
    riskLevel: level,
    age: fc.nat(1000),
    lowest: fc.constantFrom(null, true, false),
    issuer: fc.constantFrom('wealth-subsidiary' as const, 'fund-manager' as const),
  })
  .map(({ riskLevel, age, lowest, issuer }) => ({
    ...context,
    asOf: addDays('2026-03-02', age),
    ...factsWith({ riskLevel, ...(lowest === null ? {} : { lowestCategory: lowest }) }),
    ...issuedBy(issuer),
    holdings: { P03: cny('50000'), P06: cny('50000') },
  }));

/** Level and expiry: Order No. 7 of 2025, articles 12, 28 and 29; the securities order, articles 18, 19 and 22. */
const BARRIERS = [
  'CN-NFRA-12',
  'CN-NFRA-28',
  'CN-NFRA-29b',
  'CN-CSRC-18',
  'CN-CSRC-19',
  'CN-CSRC-22(3)',
  'CN-CSRC-22(5)',
];

describe('the money of an order', () => {
  const moves = fc.array(fc.record({ day: fc.nat(6), yuan: fc.integer({ min: 10, max: 90 }) }), {
    maxLength: 4,
  });
  const on = (day: number) => addDays('2026-03-02', day);

  it('is enough where no day from its own on is overdrawn', () => {
    fc.assert(
      fc.property(moves, moves, fc.nat(200), fc.nat(6), (taken, booked, there, day) => {
        const order = { ...buy('P03', '50'), orderOn: on(day) };
        const check = checkOrder(order, {
          ...context,
          available: cny(String(there)),
          receivables: booked.map((one) => ({ amount: cny(String(one.yuan)), on: on(one.day) })),
          openOrders: taken.map((one, i) => ({
            ...buy('P02', String(one.yuan)),
            id: `open/${i}`,
            orderOn: on(one.day),
          })),
        });
        let balance = there;
        let lowest = Number.POSITIVE_INFINITY;
        for (let today = 0; today <= 6; today++) {
          for (const one of booked) if (one.day === today) balance += one.yuan;
          for (const one of taken) if (one.day === today) balance -= one.yuan;
          if (today === day) balance -= 50;
          if (today >= day) lowest = Math.min(lowest, balance);
        }
        const isShort = check.reasons.some(({ code }) => code === 'orders.insufficient-funds');
        expect(isShort).toBe(lowest < 0);
      }),
    );
  });
});

describe('an order that reduces exposure', () => {
  it('is never stopped by level or expiry', () => {
    fc.assert(
      fc.property(anyContext, rating, rating, (situation, first, second) => {
        const [low, high] = [first, second].sort() as [typeof first, typeof first];
        const entered = universeWith('P03', { issuerRisk: low, distributorRisk: low });
        const left = { issuerRisk: high, distributorRisk: high };
        const universe = compileProducts(
          entered.products.map((one) => (one.id === 'P06' ? { ...one, ...left } : one)),
          entered.assetClasses,
        );
        const orders = [sell('P06'), ...(low === high ? [] : [change('P06', 'P03')])];
        for (const order of orders) {
          const check = checkOrder(order, { ...situation, universe });
          // A duty of care for high risk stays: from R5 to R4 is one.
          expect(check.status).not.toBe('blocked');
          if (order.side === 'sell') expect(check.status).toBe('allowed');
          expect(check.reasons.filter(({ code }) => BARRIERS.includes(code))).toEqual([]);
        }
      }),
    );
  });
});

/** The client insists and was warned. */
const WARNED = {
  clientInsists: true,
  toldUnsuitable: true,
  writtenWarning: true,
  insistsAfterWarning: true,
  specialCare: true,
};

describe('the check', () => {
  const rank = (order: OrderToCheck<'CNY'>, situation: OrderContext<'CNY'>) =>
    CHECK_STATUSES.indexOf(checkOrder(order, situation).status);

  /** The same situation with another level. */
  const levelled = ({ facts }: OrderContext<'CNY'>, riskLevel: string) => ({
    facts: { ...facts, client: { ...facts?.client, riskLevel } },
  });

  const orders = fc.constantFrom(
    buy('P03'),
    { ...buy('P03'), facts: WARNED },
    { ...change('P06', 'P03'), solicited: false },
    { ...change('P06', 'P03'), solicited: false, facts: WARNED },
  );

  it('never gets easier when the product that is bought gets riskier', () => {
    fc.assert(
      fc.property(anyContext, orders, rating, rating, (situation, order, issuer, distributor) => {
        let before = 0;
        for (const raised of RISK_RATINGS) {
          if (raised < issuer) continue;
          const universe = universeWith('P03', {
            issuerRisk: raised,
            distributorRisk: distributor,
          });
          const now = rank(order, { ...situation, universe });
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
    );
  });

  it('never gets harder when the client’s level rises', () => {
    fc.assert(
      fc.property(anyContext, orders, rating, (situation, order, issuerRisk) => {
        const universe = universeWith('P03', { issuerRisk });
        const ranks = RISK_LEVELS.map((level) =>
          rank(order, { ...situation, universe, ...levelled(situation, level) }),
        );
        expect([...ranks].sort((a, b) => b - a)).toEqual(ranks);
      }),
    );
  });

  it('never lets an acknowledgement or an approval turn a block into a pass', () => {
    fc.assert(
      fc.property(anyContext, orders, rating, (situation, order, issuerRisk) => {
        const universe = universeWith('P03', { issuerRisk });
        const check = checkOrder(order, { ...situation, universe });
        fc.pre(check.status === 'blocked');
        const codes = check.reasons.map(({ code }) => code);
        const word = Object.fromEntries(codes.map((code) => [code, 'DOC-1']));
        const signed = { ...order, acknowledged: word, approved: word };
        expect(checkOrder(signed, { ...situation, universe }).status).toBe('blocked');
      }),
    );
  });
});
