import { makeReason, type Reason } from '../../../evidence/index.js';
import type { MissingFact, RuleVerdict } from '../../../rules/index.js';
import type { SuitabilityAssessment } from '../../../suitability/index.js';
import { type Finding, fixed, toAcknowledge } from '../finding.js';
import { readInVain } from './read-in-vain.js';

/**
 * What an assessment says, as reasons. The code of a rule's reason is the rule's id, and its text stands in the pack's `messages`.
 *
 * A warning counts once the client has acknowledged it. A duty counts once it is fulfilled, which the facts say: no client can
 * waive the time to consider. What a person must decide is decided by setting the rule aside. What is not known blocks. Notices that
 * only inform stay in the assessment, but for that of a pack without a rule in force.
 */
export function findingsOf(assessment: SuitabilityAssessment): readonly Finding[] {
  const { decision, status, notices } = assessment;
  const found = decision.findings.flatMap(findingOf);
  const open = decision.findings.filter(isOpen);
  const isUndecided = status === 'undetermined' || open.length > 0;
  const isSaid = found.some(({ reason }) => reason.severity === 'block');
  return [
    ...found,
    ...(isUndecided || (status === 'block' && !isSaid)
      ? [fixed(notDetermined(assessment, open))]
      : []),
    ...notices.filter(isTold).map((notice) => fixed(asInfo(notice))),
  ];
}

/**
 * Facts with which it could be decided, and those that a warning read in vain: the order may go, but nobody knows whether the client
 * should be warned.
 */
export function missingOf(assessment: SuitabilityAssessment): readonly MissingFact[] {
  const { findings } = assessment.decision;
  return distinct([...undecidedOf(assessment), ...findings.filter(isSilent).flatMap(factsOf)]);
}

/** Those of the decision, or else, where it is certain what it comes to and only a rule is open, what that rule read in vain. */
function undecidedOf({ decision }: SuitabilityAssessment): readonly MissingFact[] {
  if (decision.missing.length > 0) return decision.missing;
  return distinct(decision.findings.filter(isOpen).flatMap(factsOf));
}

function factsOf({ trace }: RuleVerdict): readonly MissingFact[] {
  return readInVain(trace);
}

function distinct(facts: readonly MissingFact[]): readonly MissingFact[] {
  const byFact = new Map(facts.map((one) => [one.fact, one]));
  return Object.freeze([...byFact.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1)));
}

/** A notice that is told with the reasons. */
function isTold({ severity, code }: Reason): boolean {
  return severity !== 'info' || code === 'rules.none-in-force';
}

function findingOf(verdict: RuleVerdict): readonly Finding[] {
  const { standing, outcome } = verdict;
  if (standing === 'satisfied' || standing === 'overridden')
    return [fixed(reasonOf(verdict, 'info'))];
  if (standing !== 'fired') return [];
  return [
    outcome === 'warn'
      ? toAcknowledge(reasonOf(verdict, 'warn'))
      : fixed(reasonOf(verdict, outcome)),
  ];
}

function reasonOf(
  { rule, parameters, citations }: RuleVerdict,
  severity: Reason['severity'],
): Reason {
  return makeReason(rule, severity, parameters, citations);
}

/** Whether it is unknown if a rule bites that would stand in the way. */
function isOpen({ standing, outcome }: RuleVerdict): boolean {
  return standing === 'unknown' && outcome !== 'warn' && outcome !== 'info';
}

/** Whether it is unknown if a client should be warned. */
function isSilent({ standing, outcome }: RuleVerdict): boolean {
  return standing === 'unknown' && outcome === 'warn';
}

function notDetermined(assessment: SuitabilityAssessment, open: readonly RuleVerdict[]): Reason {
  const { decision } = assessment;
  const missing = undecidedOf(assessment).map(({ fact }) => fact);
  const rules = open.length > 0 ? open.map(({ rule }) => rule) : decision.deciding;
  const citations = open.flatMap((verdict) => verdict.citations);
  return makeReason(
    'orders.not-determined',
    'block',
    { rules: [...rules].sort(), missing },
    citations,
  );
}

function asInfo({ code, parameters, citations }: Reason): Reason {
  return makeReason(code, 'info', parameters, citations);
}
