import { daysBetween } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import { type CurrencyCode, zeroMoney } from '../../money/index.js';
import type { Situation } from '../situation.js';
import { type Finding, NOTHING, unknown } from './finding.js';
import type { AssessmentExpiringNeed } from './need.js';

/** A risk assessment that still counts, but not for long; one that has expired closes a gate instead. */
export function expiringAssessments<C extends CurrencyCode>({
  view: { questionnaire },
  policy: { assessmentNoticeDays },
  asOf,
  currency,
}: Situation<C>): Finding<C> {
  if (assessmentNoticeDays === undefined) return NOTHING;
  if (questionnaire?.status !== 'scored') return unknown(['questionnaire']);
  const { validThrough } = questionnaire;
  const days = daysBetween(asOf, validThrough);
  if (days < 0 || days > assessmentNoticeDays) return NOTHING;
  const need: AssessmentExpiringNeed<C> = {
    kind: 'assessment-expiring',
    id: 'assessment-expiring',
    amount: zeroMoney(currency),
    validThrough,
    days,
    reason: makeReason('client.need-assessment-expiring', 'info', { validThrough, days }),
  };
  return { needs: [need], missing: [] };
}
