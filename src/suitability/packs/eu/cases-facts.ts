import type { PlainDate } from '../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../rules/index.js';

const TODAY: PlainDate = '2026-06-15';

/** A retail client of class 4 in all respects, advised to buy a fund of class 4; all that had to be done was done. */
const ADVISED: RuleFacts = {
  'service.kind': 'investment-advice',
  'service.automated': false,
  'service.purposeExplained': true,
  'service.informationDiscouraged': false,
  'service.periodicAssessment': true,
  'review.lastOn': '2026-01-10',
  'client.category': 'retail',
  'client.form': 'natural-person',
  'client.objectives': ['growth', 'income'],
  'client.horizonYears': 8,
  'client.riskTolerance': 4,
  'client.riskCapacity': 4,
  'client.suitableTypes': ['ucits', 'share'],
  'client.informationDoubtful': false,
  'client.profileRaisedOn': null,
  'sustainability.hasPreferences': false,
  'sustainability.asked': true,
  'instrument.type': 'ucits',
  'instrument.riskClass': 4,
  'instrument.termYears': 5,
  'instrument.objectives': ['growth'],
  'recommendation.asSustainable': false,
  'recommendation.isSwitch': false,
  'report.covers': [
    'outline',
    'objectives',
    'personal-circumstances',
    'knowledge-and-experience',
    'attitude-to-risk',
    'capacity-for-loss',
    'periodic-review',
  ],
  'report.beforeTransaction': true,
  'order.borrowed': false,
};

/** A retail client who orders a fund without advice and was assessed. */
const UNADVISED: RuleFacts = {
  'service.kind': 'order-execution',
  'client.category': 'retail',
  'client.suitableTypes': ['ucits', 'share'],
  'instrument.type': 'ucits',
  'appropriateness.recorded': true,
};

/** The same client's order as it may be executed without an assessment: nobody asked what the client understands. */
const EXECUTION_ONLY: RuleFacts = {
  'service.kind': 'order-execution',
  'service.conflictsManaged': true,
  'client.category': 'retail',
  'instrument.type': 'ucits',
  'order.executionOnly': true,
  'order.newCredit': false,
  'order.clientInitiative': true,
  'warning.noAssessment': true,
};

/** What must come out: the status and the rules that decide. */
export type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

/** Writes a case: what differs from the client above, what must come out and why. */
export type WriteCase = (
  id: string,
  differing: RuleFacts,
  expected: Expected,
  why: string,
  asOf?: PlainDate,
) => GoldenCase;

/** A case of the advised client. */
export const advised: WriteCase = caseOf(ADVISED);
/** A case of the client without advice. */
export const unadvised: WriteCase = caseOf(UNADVISED);
/** A case of the client whose order is executed without an assessment. */
export const executionOnly: WriteCase = caseOf(EXECUTION_ONLY);

/** A case of the advised client, of whom or of which some facts are not given. */
export function advisedWithout(
  id: string,
  unknown: readonly string[],
  differing: RuleFacts,
  expected: Expected,
  why: string,
): GoldenCase {
  const known = Object.entries({ ...ADVISED, ...differing });
  const facts = Object.fromEntries(known.filter(([name]) => !unknown.includes(name)));
  return caseOf(facts)(id, {}, expected, why);
}

function caseOf(usual: RuleFacts): WriteCase {
  return (id, differing, [status, ...deciding], why, asOf = TODAY) => ({
    id,
    asOf,
    facts: { ...usual, ...differing },
    expect: { status, deciding },
    why,
  });
}
