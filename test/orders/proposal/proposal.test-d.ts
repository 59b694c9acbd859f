import { describe, expectTypeOf, it } from 'vitest';
import {
  type BoundConsent,
  bindConsent,
  consentCovers,
  makeProposal,
  type OrderContext,
  type OrderProposal,
  reviseProposal,
} from '../../../src/orders/index.js';
import { input, proposal } from './support.js';

describe('the types of proposals', () => {
  it('keep the currency', () => {
    expectTypeOf(makeProposal(input)).toEqualTypeOf<OrderProposal<'CNY'>>();
    const days = { asOf: '2026-03-02', validUntil: '2026-03-09' } as const;
    expectTypeOf(reviseProposal(proposal, days)).toEqualTypeOf<OrderProposal<'CNY'>>();
  });

  it('make the reader look at the status before the consent', () => {
    const outcome = bindConsent(proposal, [], { asOf: '2026-03-02' });
    // @ts-expect-error there may be none
    outcome.consent;
    if (outcome.status === 'bound') expectTypeOf(outcome.consent).toEqualTypeOf<BoundConsent>();
    // @ts-expect-error a consent alone covers nothing
    consentCovers(proposal, proposal);
  });

  it('let a bound consent be what an order is checked against', () => {
    expectTypeOf<BoundConsent>().toExtend<NonNullable<OrderContext['consent']>>();
  });
});
