import { describe, expectTypeOf, it } from 'vitest';
import {
  checkConsent,
  completenessByPurpose,
  type FactLedger,
  mergeFacts,
  type PlannedWithdrawal,
  type PrivacyPolicy,
  profileAt,
  type RecordedFact,
  redact,
} from '../../../src/client/index.js';
import { policy } from '../support.js';

const facts = { sources: ['client'] } as const;
const day = { asOf: '2026-03-02' } as const;

describe('the types of facts and privacy', () => {
  it('make the reader look at the status before relying on a value', () => {
    const field = mergeFacts([], facts, day).fields.x;
    // @ts-expect-error nobody may have said anything
    field.value;
    if (field?.status === 'unresolved') expectTypeOf(field.value).toEqualTypeOf<null>();
    // @ts-expect-error a path without a value has no source
    field?.source;
  });

  it('do not let a profile be read that could not be drawn up', () => {
    const ledger = { client: 'a', facts: [] } as unknown as FactLedger;
    const result = profileAt(ledger, { facts, profile: policy }, day);
    // @ts-expect-error something may be missing
    result.profile;
    if (result.status === 'incomplete') expectTypeOf(result.missing[0]!.path).toBeString();
  });

  it('take a checked list for a value, and no bare text for a ledger’s client', () => {
    const withdrawals: readonly PlannedWithdrawal[] = [];
    const row = { path: 'x', source: 'client', confidence: 1, ...day } as const;
    mergeFacts([{ ...row, value: withdrawals }], facts, day);
    // @ts-expect-error openLedger checks the reference
    const ledger: FactLedger = { client: 'Lin Wei', facts: [] };
    expectTypeOf(ledger.facts).toEqualTypeOf<readonly RecordedFact[]>();
  });

  it('know the purposes and the audiences of a policy', () => {
    const needs = { fieldWeights: { x: 1 }, threshold: 1 };
    const { advice } = completenessByPurpose(mergeFacts([], facts, day), {
      purposes: { advice: needs },
    });
    expectTypeOf(advice.status).toEqualTypeOf<'complete' | 'incomplete'>();
    const privacy: PrivacyPolicy<'adviser'> = { fields: [], audiences: { adviser: {} } };
    redact({}, 'adviser', privacy);
    // @ts-expect-error the policy knows no such audience
    expectTypeOf(() => redact({}, 'analyst', privacy)).toBeFunction();
  });

  it('have only one yes for a consent', () => {
    const { status } = checkConsent([], 'profiling', day);
    // @ts-expect-error a status is no flag
    const given: boolean = status;
    expectTypeOf(given).toBeBoolean();
  });
});
