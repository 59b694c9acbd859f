import type { PlainDate } from '../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../rules/index.js';

const TODAY: PlainDate = '2026-03-02';

/** A retail client with sound personal advice. */
export const ADVISED: RuleFacts = {
  'au.client.certificateOn': null,
  'au.client.inTargetMarket': true,
  'au.product.wholesaleOnly': false,
  'au.product.determinationRequired': true,
  'au.product.determinationMade': true,
  'au.order.amount': 20_000,
  'au.order.advice': 'personal',
  'au.order.bestInterests': true,
  'au.order.appropriate': true,
  'au.order.incompleteInformation': false,
  'au.order.conflict': false,
  'au.order.statementOfAdvice': true,
};

/** The same client buys without advice. */
export const ALONE: RuleFacts = {
  'au.client.certificateOn': null,
  'au.client.inTargetMarket': true,
  'au.product.wholesaleOnly': false,
  'au.product.determinationRequired': true,
  'au.product.determinationMade': true,
  'au.order.amount': 20_000,
  'au.order.advice': 'none',
};

/** Somebody with a certificate buys what is for wholesale clients only. */
export const CERTIFIED: RuleFacts = {
  ...ALONE,
  'au.product.wholesaleOnly': true,
  'au.product.determinationRequired': false,
  'au.client.certificateOn': '2025-06-30',
  'au.client.netAssets': 2_500_000,
  'au.client.grossIncome2y': 0,
};

/** None of the duties on personal advice is met. */
export const NOTHING_DONE: RuleFacts = {
  'au.order.bestInterests': false,
  'au.order.appropriate': false,
  'au.order.incompleteInformation': true,
  'au.order.incompleteWarned': false,
  'au.order.conflict': true,
  'au.order.clientPriority': false,
  'au.order.statementOfAdvice': false,
};

type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

export const MET: Expected = ['allow-with-evidence', 'AU-CA-946A', 'AU-CA-961B'];

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
