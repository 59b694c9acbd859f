import type { Locale } from '../../evidence/index.js';
import type { RuleVerdict } from '../decision.js';
import type { OverridePermission } from '../rule.js';
import { describeFinding } from './describe-finding.js';
import { explainCitation } from './explain-citation.js';
import { explainCondition } from './explain-condition.js';
import { type Explanation, explained } from './explanation.js';
import { say } from './sayings.js';
import { writeList } from './write-value.js';

/** What came of a rule; below, what it read and where it is written. */
export function explainFinding(finding: RuleVerdict, locale: Locale): Explanation {
  const { rule, trace, citations, standing, override } = finding;
  const text = say('rules.finding', locale, {
    rule,
    standing: standingText(finding, locale),
    text: describeFinding(finding, locale),
  });
  const parts = (['scope', 'when', 'satisfiedBy'] as const).flatMap((role) => {
    const condition = trace[role];
    return condition === undefined ? [] : [explainCondition(condition, locale, role)];
  });
  const canBeSetAside = standing === 'fired' && override !== undefined;
  return explained('rule', text, [
    ...parts,
    ...citations.map((citation) => explainCitation(citation, locale)),
    ...(canBeSetAside ? [explained('notice', overrideText(override, locale))] : []),
  ]);
}

function standingText({ standing, outcome, exceptedBy = [] }: RuleVerdict, locale: Locale): string {
  if (standing === 'fired') return say(`rules.standing.${outcome}`, locale);
  const rules = exceptedBy.length === 0 ? '' : writeList(exceptedBy, locale);
  return say(`rules.standing.${standing}`, locale, { rules });
}

function overrideText({ roles, evidence, fourEyes }: OverridePermission, locale: Locale): string {
  let override = say('rules.override', locale, { roles: writeList(roles, locale) });
  if (evidence.length > 0) {
    const onFile = writeList(evidence, locale);
    override = say('rules.override.evidence', locale, { override, evidence: onFile });
  }
  return fourEyes ? say('rules.override.four-eyes', locale, { override }) : override;
}
