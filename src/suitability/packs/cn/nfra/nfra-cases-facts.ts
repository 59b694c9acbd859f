import type { PlainDate } from '../../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../../rules/index.js';

const TODAY: PlainDate = '2026-06-15';

/** Born in 1985, level C3, assessed in January, buys an R3 product on own initiative. */
const PERSON: RuleFacts = {
  'client.kind': 'natural',
  'client.professional': false,
  'client.birthDate': '1985-01-01',
  'client.civilCapacity': 'full',
  'client.riskLevel': 3,
  'client.assessedOn': '2026-01-10',
  'client.changeReported': false,
  'client.levelChanged': false,
  'client.paymentMismatch': false,
  'history.assessmentsToday': 0,
  'history.assessments12m': 1,
  'product.regime': 'nfra-investment',
  'product.issuerRisk': 3,
  'product.sellerRisk': 3,
  'product.private': false,
  'order.solicited': false,
};

/** A fund of an insurer: professional by article 27(2), without an assessment. */
const INSTITUTION: RuleFacts = {
  'client.kind': 'legal',
  'client.professional': true,
  'client.riskLevel': null,
  'client.assessedOn': null,
  'client.changeReported': false,
  'client.levelChanged': false,
  'client.paymentMismatch': false,
  'history.assessmentsToday': 0,
  'history.assessments12m': 0,
  'product.regime': 'nfra-investment',
  'product.issuerRisk': 5,
  'product.sellerRisk': 5,
};

/** What must come out: the status and the rules that decide. */
type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

/** A case of the person above: what differs, what must come out and why. */
export function person(
  id: string,
  differing: RuleFacts,
  expected: Expected,
  why: string,
  asOf: PlainDate = TODAY,
): GoldenCase {
  return written(id, { ...PERSON, ...differing }, expected, why, asOf);
}

/** A case of the same person, of whom or of whose purchase nobody has said some of the facts. */
export function personWithout(
  id: string,
  unknown: readonly string[],
  differing: RuleFacts,
  expected: Expected,
  why: string,
): GoldenCase {
  const known = Object.entries({ ...PERSON, ...differing });
  const facts = Object.fromEntries(known.filter(([name]) => !unknown.includes(name)));
  return written(id, facts, expected, why, TODAY);
}

/** A case of the institution. */
export function institution(
  id: string,
  differing: RuleFacts,
  expected: Expected,
  why: string,
): GoldenCase {
  return written(id, { ...INSTITUTION, ...differing }, expected, why, TODAY);
}

function written(
  id: string,
  facts: RuleFacts,
  [status, ...deciding]: Expected,
  why: string,
  asOf: PlainDate,
): GoldenCase {
  return { id, asOf, facts, expect: { status, deciding }, why };
}

/** Both ratings of the product. */
export function rated(risk: number): RuleFacts {
  return { 'product.issuerRisk': risk, 'product.sellerRisk': risk };
}
