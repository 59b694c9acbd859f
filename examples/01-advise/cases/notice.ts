import type { Citation, Parameters } from 'aptfolio/evidence';
import type { ConditionTrace, RuleVerdict } from 'aptfolio/rules';
import type { SuitabilityAssessment } from 'aptfolio/suitability';

/** What the client must be told, as data: the bank's own channels send it. */
export interface Notice {
  /** The text, and what fills it in. */
  readonly key: string;
  readonly parameters: Parameters;
  /** The channel that the client has chosen. */
  readonly channel: string;
  readonly urgency: 'high' | 'normal';
  /** Ids of the duties that it fulfils, and where they are written. */
  readonly because: readonly string[];
  readonly citations: readonly Citation[];
}

/**
 * Makes one notice of all open duties that telling the client fulfils; none if there is no such duty.
 *
 * @param decisions on what is owed to the client.
 */
export function noticeOf(
  decisions: readonly SuitabilityAssessment[],
  content: Pick<Notice, 'key' | 'parameters' | 'channel' | 'urgency'>,
): Notice | undefined {
  const duties = decisions.flatMap(({ decision }) =>
    decision.findings.filter((finding) => isOpen(finding) && asksFor(finding, 'change.clientTold')),
  );
  if (duties.length === 0) return undefined;
  return {
    ...content,
    because: duties.map(({ rule }) => rule),
    citations: duties.flatMap(({ citations }) => citations),
  };
}

function isOpen({ outcome, standing }: RuleVerdict): boolean {
  return outcome === 'require' && standing === 'fired';
}

function asksFor({ trace }: RuleVerdict, fact: string): boolean {
  return trace.satisfiedBy !== undefined && isWanting(trace.satisfiedBy, fact);
}

/** Whether a condition does not hold, among others, because of this fact. */
function isWanting(trace: ConditionTrace, fact: string): boolean {
  if (trace.truth === true) return false;
  if ('parts' in trace) return trace.parts.some((part) => isWanting(part, fact));
  return trace.kind === 'holds' && trace.value.fact === fact;
}
