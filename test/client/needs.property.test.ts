import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActionContext,
  type ActionPolicy,
  type ClientView,
  type Contact,
  detectNeeds,
  NEED_KINDS,
  nextBestActions,
  PRODUCT_ACTIONS,
} from '../../src/client/index.js';
import { addDays } from '../../src/dates/index.js';
import { canonicalJson } from '../../src/evidence/index.js';
import { toMinorUnits } from '../../src/money/index.js';
import { compareLevels, RISK_LEVELS } from '../../src/questionnaire/index.js';
import { AS_OF, frozenCopy, isDeeplyFrozen, policy, score, view } from './support.js';

const cny = (amount: string) => ({ currency: 'CNY' as const, amount });

const rules: ActionPolicy = {
  ...policy,
  expensiveDebt: { cashRate: 0.01 },
  protection: { life: { incomeYears: 8 }, illness: { incomeYears: 2, goalPurposes: [] } },
  currencyExposureMax: { single: 0.05, total: 0.1 },
  assessmentNoticeDays: 400,
  goalLiquidityMonths: 36,
  netReturnByLevel: { C1: 0.01, C2: 0.02, C3: 0.03, C4: 0.04, C5: 0.05 },
  depositInsurance: { limit: cny('500000.00') },
  contact: {
    perNeed: { contacts: 1, days: 30 },
    inAll: { contacts: 3, days: 90 },
    coolingOffDays: 180,
  },
};

const full: ClientView<'CNY'> = {
  ...view,
  client: { ...view.client, consents: { profiling: true, marketing: true } },
  holdings: [...view.holdings, { id: 'FUND', kind: 'bond-fund', ...cny('300000.00') }],
  liabilities: [
    ...view.liabilities,
    { id: 'CARD', kind: 'credit-card', annualRate: '0.18', ...cny('30000.00') },
  ],
  goals: [
    ...view.goals.map((goal) => ({ ...goal, purpose: 'education' as const })),
    {
      id: 'car',
      purpose: 'other',
      currency: 'CNY',
      amountToday: '1300000.00',
      years: 1,
      inflation: 0,
    },
  ],
  cover: [
    { id: 'a', kind: 'life', ...cny('10000.00') },
    { id: 'b', kind: 'illness', ...cny('20000.00') },
    { id: 'c', kind: 'life', currency: 'USD', amount: '30000.00' },
  ],
};

const history: readonly Contact[] = [
  { id: '1', date: '2026-02-20', need: 'idle-cash', channel: 'phone', response: 'declined' },
  { id: '2', date: '2026-02-20', need: 'goal:education', channel: 'app' },
  { id: '3', date: '2025-11-20', need: 'concentration:employer', channel: 'app' },
];

const reordered = <T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length });
const repeated = <T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.subarray([...rows]).chain((again) => reordered([...rows, ...again]));

const contacts = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 400 }),
      need: fc.constantFrom('idle-cash', 'goal:education', 'maturity:TD_CNY_20260520', 'other'),
      response: fc.constantFrom('accepted', 'declined', 'none'),
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows.map(({ days, need, response }, index) => ({
      ...{ id: `${index}`, date: addDays(AS_OF, -days), channel: 'phone', need },
      response: response as 'none',
    })),
  );

const contexts: fc.Arbitrary<ActionContext> = fc.record({
  contacts,
  vulnerable: fc.constantFrom(true, false, null, ['bereaved']),
  humanReview: fc.boolean(),
  ceiling: fc.constantFrom(...RISK_LEVELS),
});

const clients: fc.Arbitrary<ClientView<'CNY'>> = fc
  .record({
    profiling: fc.boolean(),
    marketing: fc.boolean(),
    status: fc.constantFrom('active', 'frozen', 'deceased', 'closed'),
    assessed: fc.constantFrom('2025-01-01', '2025-03-10', '2026-02-01', null),
    birthDate: fc.constantFrom('1988-02-29', '1950-06-01', '2012-01-01'),
  })
  .map(({ assessed, birthDate, status, ...consents }) => {
    const { questionnaire: _, ...without } = full;
    const client = { ...full.client, consents, status: status as 'active', birthDate };
    return {
      ...without,
      client: client as ClientView['client'],
      ...(assessed === null ? {} : { questionnaire: score({}, assessed as '2025-01-01') }),
    };
  });

const act = (given: ClientView<'CNY'>, context: ActionContext) =>
  nextBestActions(given, rules, context, { asOf: AS_OF });

describe('needs and actions', () => {
  it('find every kind of need that the sample can have', () => {
    const kinds = new Set(detectNeeds(full, rules, { asOf: AS_OF }).needs.map(({ kind }) => kind));
    const others = ['overdraft', 'reserve-gap', 'withdrawal-liquidity'];
    expect([...kinds].sort()).toEqual(NEED_KINDS.filter((k) => !others.includes(k)).sort());
  });

  it('are the same bytes for rows in another order or listed twice', () => {
    const context = { contacts: history, vulnerable: false };
    const once = canonicalJson(act(full, context));
    const lists = fc.record({
      holdings: reordered(full.holdings),
      liabilities: reordered(full.liabilities),
      goals: reordered(full.goals),
      cover: repeated(full.cover!),
      transactions: repeated(full.transactions!),
    });
    fc.assert(
      fc.property(lists, repeated(history), (rows, again) => {
        expect(canonicalJson(act({ ...full, ...rows }, { ...context, contacts: again }))).toBe(
          once,
        );
      }),
      { numRuns: 10 },
    );
  });

  it('are frozen, survive JSON and leave their arguments alone', () => {
    fc.assert(
      fc.property(clients, contexts, (given, context) => {
        const result = act(frozenCopy(given), frozenCopy(context));
        expect(isDeeplyFrozen(result)).toBe(true);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 15 },
    );
  });
});

describe('next-best actions for any client', () => {
  const products: readonly string[] = PRODUCT_ACTIONS;

  it('never loosen suitability: a check for each product, and no level above the client’s', () => {
    fc.assert(
      fc.property(clients, contexts, (given, context) => {
        const { questionnaire } = given;
        const level = questionnaire?.status === 'scored' ? questionnaire.level : null;
        for (const { action, requires, riskCeiling } of act(given, context).actions) {
          expect(requires.includes('suitability-check')).toBe(products.includes(action));
          if (!products.includes(action)) expect(riskCeiling).toBeNull();
          else {
            expect(compareLevels(riskCeiling!, level!)).toBeLessThanOrEqual(0);
            expect(compareLevels(riskCeiling!, context.ceiling!)).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('keep every need, each suppressed one with a reason', () => {
    fc.assert(
      fc.property(clients, contexts, (given, context) => {
        const { needs, actions } = act(given, context);
        const found = detectNeeds(given, rules, { asOf: AS_OF }).needs;
        expect(needs.map(({ need }) => need)).toEqual(found);
        for (const { status, suppressions } of needs) {
          expect(suppressions.length > 0).toBe(status !== 'open');
        }
        const open = needs.filter(({ status }) => status !== 'suppressed');
        expect(actions.map(({ need }) => need)).toEqual(open.map(({ need }) => need.id));
      }),
      { numRuns: 15 },
    );
  });

  it('put nothing but what is owed to a vulnerable client whom no person has looked at', () => {
    fc.assert(
      fc.property(clients, contexts, (given, context) => {
        const careful = { ...context, vulnerable: true, humanReview: false };
        for (const { purpose, channel, action } of act(given, careful).actions) {
          expect([purpose, channel]).toEqual(['service', 'adviser']);
          expect(products).not.toContain(action);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('never grow with less consent, more contacts or more care', () => {
    const idsOf = (given: ClientView<'CNY'>, context: ActionContext) =>
      act(given, context)
        .actions.filter(({ purpose }) => purpose === 'marketing')
        .map(({ need }) => need);
    fc.assert(
      fc.property(clients, contexts, contacts, (given, context, more) => {
        const before = new Set(idsOf(given, context));
        const renamed = more.map((row) => ({ ...row, id: `more-${row.id}` }));
        const stricter = [
          idsOf(given, { ...context, contacts: [...context.contacts, ...renamed] }),
          idsOf(given, { ...context, vulnerable: true }),
          idsOf({ ...given, client: { ...given.client, consents: {} } }, context),
        ];
        for (const ids of stricter) expect(ids.filter((id) => !before.has(id))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('never give the same idle cash away twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000_000 }), (cents) => {
        const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const debt = {
          id: 'CARD',
          kind: 'credit-card',
          annualRate: '0.18',
          ...cny(amount),
        } as const;
        const given = { ...full, liabilities: [debt] };
        const { actions } = act(given, { contacts: [], vulnerable: false });
        const paid = actions
          .filter(({ action }) => action === 'repay-debt' || action === 'invest-idle-cash')
          .reduce((sum, one) => sum + toMinorUnits(one.amount), 0n);
        const idle = detectNeeds(given, rules, { asOf: AS_OF }).needs.find(
          ({ kind }) => kind === 'idle-cash',
        );
        expect(paid).toBe(toMinorUnits(idle!.amount));
      }),
      { numRuns: 15 },
    );
  });
});

describe('needs that grow and shrink', () => {
  const amountOf = (given: ClientView<'CNY'>, id: string) => {
    const found = detectNeeds(given, rules, { asOf: AS_OF }).needs.find((one) => one.id === id);
    return found === undefined ? 0n : toMinorUnits(found.amount);
  };
  const cents = fc.integer({ min: 0, max: 500_000_000 });
  const text = (value: number) =>
    `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

  it('have a protection gap that falls by every cent of cover, down to none', () => {
    fc.assert(
      fc.property(cents, cents, (some, more) => {
        const gap = (sum: number) =>
          amountOf(
            { ...full, cover: [{ id: 'a', kind: 'life', ...cny(text(sum)) }] },
            'protection-gap:life',
          );
        const [less, least] = [gap(some), gap(some + more)];
        expect(least).toBe(less > BigInt(more) ? less - BigInt(more) : 0n);
      }),
      { numRuns: 15 },
    );
  });
});
