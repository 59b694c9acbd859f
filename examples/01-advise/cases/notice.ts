import type { Citation, Parameters } from 'aptfolio/evidence';
import {
  NOTIFICATION_TOPICS,
  type NotificationPolicy,
  type NotificationTopic,
} from 'aptfolio/orders';
import type { ConditionTrace, RuleVerdict } from 'aptfolio/rules';
import type { SuitabilityAssessment } from 'aptfolio/suitability';

/** What the client must be told, as data: the bank's own channels send it. */
export interface Notice {
  /** The text, and what fills it in. */
  readonly key: string;
  readonly parameters: Parameters;
  /** The channel that the client has chosen. */
  readonly channel: string;
  readonly urgency: 'high' | 'normal' | 'low';
  /** Ids of the duties that it fulfils, and where they are written; of the event, where no duty asks for it. */
  readonly because: readonly string[];
  readonly citations: readonly Citation[];
}

const URGENT: readonly NotificationTopic[] = ['order-rejected', 'product-re-rated-above'];

/** The client is told of everything, over the channel that the client has chosen. */
export function noticePolicy(channel: string): NotificationPolicy {
  const routes = NOTIFICATION_TOPICS.map((topic) => {
    const urgency = URGENT.includes(topic) ? 'high' : 'normal';
    return [topic, { client: { channel, urgency } }] as const;
  });
  return Object.fromEntries(routes) as NotificationPolicy;
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
  const { key, parameters, channel, urgency } = content;
  return {
    ...{ key, parameters, channel, urgency },
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
