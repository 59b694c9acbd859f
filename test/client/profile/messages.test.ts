import { describe, expect, it } from 'vitest';
import {
  type CareKind,
  CIRCUMSTANCE_KINDS,
  type ClientView,
  clientMessages,
  profileClient,
} from '../../../src/client/index.js';
import { formatReason, LOCALES, mergeMessages, type Reason } from '../../../src/evidence/index.js';
import { questionnaireMessages } from '../../../src/questionnaire/index.js';
import { AS_OF, policy, score, view, withHoldings } from '../support.js';

const all = mergeMessages(clientMessages, questionnaireMessages);
const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;

function reasonsIn(value: unknown): readonly Reason[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'code' in value && 'severity' in value ? [value as Reason] : [];
  return [...own, ...Object.values(value).flatMap(reasonsIn)];
}

/** A client about whom everything there is to say is said. */
const troubled: ClientView<'CNY'> = {
  ...withHoldings({ kind: 'stock', amount: '90.00' }, { amount: '10.00', availableInDays: 0 }),
  client: {
    id: 'x',
    birthDate: '1900-01-01',
    circumstances: CIRCUMSTANCE_KINDS.map((kind) => ({ kind, since: '2026-01-01' })),
  },
  goals: view.goals,
  questionnaire: { ...score(), level: 'C2' },
  statements: {
    acceptedLoss: 0,
    expectedReturn: 0.1,
    annualIncome: cny('1.00'),
    birthYear: 1901,
    age: 40,
    horizonYears: 60,
    liquidityNeed: cny('1.00'),
  },
  plannedWithdrawals: [{ id: 'a', date: '2026-04-01', ...cny('9.00') }],
  behaviour: { panicSales: 3 },
};
const care = {
  advancedAge: 75,
  rules: { health: { months: null, consequences: [{ kind: 'cap', level: 'C1' }] } },
} as const;

describe('what a profile says', () => {
  const contradictions = { equityAbove: 1 };
  const profile = profileClient(troubled, { ...policy, care, contradictions }, { asOf: AS_OF });
  const reasons = reasonsIn(profile);

  it('is all there', () => {
    const codes = new Set(reasons.map(({ code }) => code));
    const kinds: readonly CareKind[] = ['advanced-age', ...CIRCUMSTANCE_KINDS];
    for (const code of [
      ...kinds.map((kind) => `client.care-${kind}`),
      'client.implausible-age',
      'client.level-capped',
      'client.preference-holds-more',
      'client.holds-more-than-stated',
      'client.panic-sales-against-tolerance',
      'client.no-loss-but-return',
      'client.income-stated-otherwise',
      'client.birth-year-stated-otherwise',
      'client.age-stated-otherwise',
      'client.horizon-beyond-goal',
      'client.withdrawals-beyond-need',
    ]) {
      expect(codes).toContain(code);
    }
  });

  it('can be put into words in every language, and so can every outcome of the preference', () => {
    const mixed = withHoldings({ kind: 'mixed-fund', amount: '1.00' });
    const careful = withHoldings({ amount: '1.00' });
    const { questionnaire: _, ...unassessed } = view;
    const others = [view, mixed, careful, unassessed].map((given) =>
      profileClient(given, policy, { asOf: AS_OF }),
    );
    expect(others.map(({ preference }) => preference.status)).toEqual([
      'in-line',
      'undetermined',
      'holds-less',
      'undetermined',
    ]);
    for (const reason of [...reasons, ...reasonsIn(others)]) {
      for (const locale of LOCALES) {
        expect(formatReason(all, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });

  it('reads naturally', () => {
    const words = profile.contradictions.map(({ reason }) => formatReason(all, reason, 'en'));
    expect(words.at(-1)).toBe(
      'The willingness to take risk is C3, but panic sales in falling markets are on record (3).',
    );
    expect(words.at(-2)).toBe(
      'The assessed level is C2, but 90.0% is held in shares, which goes with C5.',
    );
  });
});
