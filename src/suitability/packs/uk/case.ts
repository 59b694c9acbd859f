import type { PlainDate } from '../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../rules/index.js';

const TODAY: PlainDate = '2026-03-02';

/** A retail client who buys a complex product without advice and understands it. */
export const ALONE: RuleFacts = {
  'uk.client.category': 'retail',
  'uk.product.complex': true,
  'uk.product.closed': false,
  'uk.product.promotionClass': 'none',
  'uk.product.targetMarket': 'inside',
  'uk.order.service': 'non-advised',
  'uk.order.appropriate': true,
  'uk.order.foreseeableHarm': false,
  'order.solicited': false,
};

/** The status and the rules that decide. */
export type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

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

/** Facts of which some are not known. */
export function without(facts: RuleFacts, ...names: readonly string[]): RuleFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}
