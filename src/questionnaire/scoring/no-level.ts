import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Decision } from './decide.js';
import { decidingFindings } from './deciding.js';
import { findingReasons } from './findings.js';
import type { ScoringPlan } from './plan.js';
import { HIDDEN, NO_ANSWER, type Reading } from './reading.js';
import type { Finding, IncompleteQuestionnaire, StoppedQuestionnaire } from './result.js';

/** Items that are shown, count or must be answered, and have no answer. */
export function absentItems({ items }: ScoringPlan, { chosen }: Reading): readonly number[] {
  const absent: number[] = [];
  for (let i = 0; i < items.length; i++) {
    if (chosen[i] !== NO_ANSWER) continue;
    const { dimension, mandatory } = items[i]!;
    if (dimension >= 0 || mandatory) absent.push(i);
  }
  return absent;
}

/** Ids of the items that were not shown. */
export function hiddenItems({ items }: ScoringPlan, { chosen }: Reading): readonly string[] {
  return Object.freeze(items.flatMap(({ id }, index) => (chosen[index] === HIDDEN ? [id] : [])));
}

/** Ids of items by their places. */
export function idsOf({ items }: ScoringPlan, places: readonly number[]): readonly string[] {
  return Object.freeze(places.map((place) => items[place]!.id));
}

/** No level: answers are missing, or what rules read. */
export function incomplete(
  plan: ScoringPlan,
  absent: readonly number[],
  missingFacts: readonly string[] = Object.freeze([]),
  reasons: readonly Reason[] = [],
): IncompleteQuestionnaire {
  const asked = absent.map((place) => {
    const { id: item, mandatory } = plan.items[place]!;
    return makeReason('questionnaire.answer-missing', mandatory ? 'block' : 'require', { item });
  });
  return Object.freeze({
    status: 'incomplete',
    missing: idsOf(plan, absent),
    missingFacts,
    reasons: Object.freeze([...asked, ...reasons]),
    definition: plan.name,
  });
}

/** No level: a rule that would decide reads something missing. */
export function undecided(
  plan: ScoringPlan,
  absent: readonly number[],
  findings: readonly Finding[],
  decision: Decision,
  assume: boolean,
): IncompleteQuestionnaire {
  const deciding = decidingFindings(findings, decision, assume);
  const missing = new Set(deciding.flatMap((finding) => finding.missing));
  const places = plan.items.flatMap(({ id }, place) =>
    absent.includes(place) || missing.has(`answers.${id}`) ? place : [],
  );
  // Scores and bands are not asked for: they follow from the answers.
  const facts = [...missing].filter((name) => !/^(?:answers|scores|bands)\./.test(name)).sort();
  const reasons = findingReasons(deciding, plan.rules, false);
  return incomplete(plan, places, Object.freeze(facts), reasons);
}

/** No level: a knock-out stops, or a control blocks. */
export function stopped(
  { rules, name }: ScoringPlan,
  findings: readonly Finding[],
  assessedOn: PlainDate,
): StoppedQuestionnaire {
  return Object.freeze({
    status: 'stopped',
    findings,
    assessedOn,
    reasons: Object.freeze(findingReasons(findings, rules, true)),
    definition: name,
  });
}
