import type { PlainDate } from '../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../rules/index.js';

const TODAY: PlainDate = '2026-03-02';

/** A retail customer of 40 with a sound recommendation. */
export const RETAIL: RuleFacts = {
  'client.birthDate': '1985-06-01',
  'us.client.retail': true,
  'us.client.essentialFactsKnown': true,
  'us.client.formCrsDelivered': true,
  'us.client.trustedContactAsked': true,
  'us.client.impaired': false,
  'us.client.exploitationSuspected': false,
  'us.product.accreditedOnly': false,
  'us.order.recommended': 'transaction',
  'us.order.disclosed': true,
  'us.order.reasonableBasis': true,
  'us.order.bestInterest': true,
  'us.order.seriesExcessive': false,
  'us.order.conflict': false,
};

/** An institution to which something is recommended. */
export const INSTITUTION: RuleFacts = {
  'us.client.retail': false,
  'us.client.essentialFactsKnown': true,
  'us.client.exploitationSuspected': false,
  'us.client.totalAssets': 50_000_000,
  'us.client.independentJudgment': true,
  'us.product.accreditedOnly': false,
  'us.order.recommended': 'transaction',
  'us.order.reasonableBasis': true,
  'us.order.seriesExcessive': false,
  'us.order.suitable': false,
};

/** The retail customer buys what is for accredited investors only. */
export const PRIVATE_OFFER: RuleFacts = {
  ...RETAIL,
  'us.product.accreditedOnly': true,
  'us.client.netWorth': 1_000_001,
  'us.client.income2y': 0,
  'us.client.jointIncome2y': 0,
  'us.client.incomeExpected': true,
};

type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

export const MET: Expected = ['allow-with-evidence', 'US-FORM-CRS', 'US-REG-BI-disclosure'];

/** A case; it is asked on one fixed day unless another is named. */
export function written(
  id: string,
  facts: RuleFacts,
  [status, ...deciding]: Expected,
  why: string,
  asOf: PlainDate = TODAY,
): GoldenCase {
  return { id, asOf, facts, expect: { status, deciding }, why };
}
