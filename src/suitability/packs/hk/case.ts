import type { PlainDate } from '../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../rules/index.js';

const TODAY: PlainDate = '2026-03-02';

/** An individual to whom a simple product is recommended. */
export const PERSON: RuleFacts = {
  'hk.client.kind': 'individual',
  'hk.client.portfolio': 500_000,
  'hk.client.profileKnown': true,
  'hk.client.derivativeKnowledge': false,
  'hk.client.vulnerable': false,
  'hk.product.complex': false,
  'hk.product.derivative': 'none',
  'hk.product.professionalOnly': false,
  'hk.order.suitable': true,
  'order.solicited': true,
};

/** The same individual asks for a complex product on own initiative. */
export const COMPLEX: RuleFacts = {
  ...PERSON,
  'order.solicited': false,
  'hk.product.complex': true,
  'hk.order.minimumInformation': true,
  'hk.order.warningStatements': true,
};

/** A company that was assessed and agreed to be treated as professional. */
export const COMPANY: RuleFacts = {
  'hk.client.kind': 'corporate',
  'hk.client.portfolio': 8_000_000,
  'hk.client.totalAssets': 0,
  'hk.client.corporateAssessed': true,
  'hk.product.complex': true,
  'hk.product.derivative': 'none',
  'hk.product.professionalOnly': true,
  'hk.order.suitable': false,
  'order.solicited': true,
};

type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

export const KNOWN: Expected = ['allow-with-evidence', 'HK-SFC-5.1'];
export const INFORMED: Expected = ['allow-with-evidence', 'HK-SFC-5.1', 'HK-SFC-5.5-information'];

/** A case; it is asked on one fixed day unless another is named. */
export function written(
  id: string,
  facts: RuleFacts,
  [status, ...deciding]: Expected,
  why: string,
): GoldenCase {
  return { id, asOf: TODAY, facts, expect: { status, deciding }, why };
}
