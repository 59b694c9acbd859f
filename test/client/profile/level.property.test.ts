import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CIRCUMSTANCE_KINDS,
  type Circumstance,
  type ClientView,
  goalTarget,
  profileClient,
  requiredReturn,
} from '../../../src/client/index.js';
import type { Money } from '../../../src/money/index.js';
import { compareLevels, RISK_LEVELS } from '../../../src/questionnaire/index.js';
import {
  AS_OF,
  frozenCopy,
  isDeeplyFrozen,
  policy,
  score,
  view,
  withHoldings,
} from '../support.js';

const cents = fc.integer({ min: 0, max: 1_000_000_000 });
const amount = cents.map((value) => (value / 100).toFixed(2));
const level = fc.constantFrom(...RISK_LEVELS);

/** A client of whom anything may be said, held, planned or seen. */
const views: fc.Arbitrary<ClientView<'CNY'>> = fc
  .record({
    level,
    shares: amount,
    cash: amount,
    goal: fc.record({ amountToday: amount, years: fc.integer({ min: 1, max: 40 }) }),
    statements: fc.record(
      {
        acceptedLoss: fc.double({ min: 0, max: 1, noNaN: true }),
        expectedReturn: fc.double({ min: 0, max: 1, noNaN: true }),
        annualIncome: amount.map((value) => ({ currency: 'CNY', amount: value }) as const),
        horizonYears: fc.integer({ min: 0, max: 60 }),
      },
      { requiredKeys: [] },
    ),
    panicSales: fc.integer({ min: 0, max: 3 }),
    kinds: fc.subarray([...CIRCUMSTANCE_KINDS]),
    birthYear: fc.integer({ min: 1900, max: 2007 }),
  })
  .map(({ shares, cash, goal, statements, panicSales, kinds, birthYear, ...one }) => ({
    ...view,
    ...withHoldings(
      { kind: 'stock', amount: shares },
      { amount: cash, availableInDays: 0, bank: 'B' },
    ),
    client: {
      ...view.client,
      birthDate: `${birthYear}-05-01` as '1980-05-01',
      circumstances: kinds.map((kind): Circumstance => ({ kind, since: '2026-01-05' })),
    },
    goals: [{ id: 'g', currency: 'CNY', inflation: 0.02, earmarked: '0.00', ...goal }],
    statements,
    behaviour: { panicSales },
    questionnaire: { ...score(), level: one.level },
  }));

const care = {
  advancedAge: 75,
  rules: { 'sole-income': { months: 12, consequences: [{ kind: 'cap', level: 'C2' }] } },
} as const;
const netReturnByLevel = { C1: 0.02, C2: 0.03, C3: 0.04, C4: 0.05, C5: 0.06 };
const rules = frozenCopy({ ...policy, care, netReturnByLevel });

describe('the level of any client', () => {
  it('is never above the questionnaire’s, whatever is needed, said, held or done', () => {
    fc.assert(
      fc.property(views, (given) => {
        const profile = profileClient(frozenCopy(given), rules, { asOf: AS_OF });
        const { questionnaire } = given;
        if (questionnaire?.status !== 'scored') throw new Error('no level');
        const { level: found } = profile.risk;
        expect(compareLevels(found!, questionnaire.level)).toBeLessThanOrEqual(0);
        const caps = profile.careFlags.flatMap(({ status, consequences }) =>
          consequences.flatMap((one) =>
            status === 'active' && one.kind === 'cap' ? [one.level] : [],
          ),
        );
        expect(found).toBe([questionnaire.level, ...caps].sort(compareLevels)[0]);
        expect(isDeeplyFrozen(profile)).toBe(true);
        expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
      }),
      { numRuns: 40 },
    );
  });

  it('does not follow the need: a return beyond it is answered by more, later or less', () => {
    fc.assert(
      fc.property(views, (given) => {
        const { risk } = profileClient(given, rules, { asOf: AS_OF });
        const withoutGoals = profileClient({ ...given, goals: [] }, rules, { asOf: AS_OF });
        expect(withoutGoals.risk.level).toBe(risk.level);
        const required = risk.need?.required;
        if (required?.status !== 'found' || required.withinReach !== false) return;
        const { options } = required;
        expect(options!.achievableReturn).toBe(netReturnByLevel[risk.level!]);
        const { monthlyContribution } = options!.more;
        const [goal] = given.goals;
        const again = requiredReturn(
          {
            present: { currency: 'CNY', amount: '0.00' },
            monthlyContribution,
            years: goal!.years,
            target: goalTarget(goal!) as Money<'CNY'>,
          },
          { achievableReturn: options!.achievableReturn },
        );
        if (again.status === 'found') expect(again.withinReach).toBe(true);
        else expect(again.status).toBe('met-by-saving');
      }),
      { numRuns: 40 },
    );
  });
});
