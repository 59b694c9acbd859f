import type { PlainDate } from '../../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../../rules/index.js';

const TODAY: PlainDate = '2026-06-15';

/** An ordinary investor of level C3 who looks at an R4 fund on own initiative. */
const ORDINARY: RuleFacts = {
  'client.kind': 'natural',
  'client.professional': false,
  'client.birthDate': '1985-01-01',
  'client.civilCapacity': 'full',
  'client.riskLevel': 3,
  'client.assessedOn': '2026-01-10',
  'client.changeReported': false,
  'client.levelChanged': false,
  'client.lowestCategory': false,
  'client.paymentMismatch': false,
  'history.assessmentsToday': 0,
  'history.assessments12m': 1,
  'product.regime': 'csrc',
  'product.issuerRisk': 4,
  'product.sellerRisk': 4,
  'product.private': false,
  'order.solicited': false,
  'order.clientInsists': false,
};

/** All that article 19 asks for. */
export const WARNED: RuleFacts = {
  'order.clientInsists': true,
  'order.toldUnsuitable': true,
  'order.writtenWarning': true,
  'order.insistsAfterWarning': true,
};

type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

/** A case of the investor above: what differs, what must come out and why. */
export function ordinary(
  id: string,
  differing: RuleFacts,
  expected: Expected,
  why: string,
  asOf: PlainDate = TODAY,
): GoldenCase {
  return ordinaryWithout(id, [], differing, expected, why, asOf);
}

/** A case of the same investor, of whom nobody has said some of the facts. */
export function ordinaryWithout(
  id: string,
  unknown: readonly string[],
  differing: RuleFacts,
  [status, ...deciding]: Expected,
  why: string,
  asOf: PlainDate = TODAY,
): GoldenCase {
  const known = Object.entries({ ...ORDINARY, ...differing });
  const facts = Object.fromEntries(known.filter(([name]) => !unknown.includes(name)));
  return { id, asOf, facts, expect: { status, deciding }, why };
}

/** Both ratings of the product. */
export function rated(risk: number): RuleFacts {
  return { 'product.issuerRisk': risk, 'product.sellerRisk': risk };
}
