import type { DatedParameter, Rule, RuleCondition } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import {
  amended,
  delegated,
  directive,
  MIFID_IN_FORCE,
  SUSTAINABILITY_IN_FORCE,
  SWITCHING_IN_FORCE,
} from './citations.js';
import { ADVICE, ADVISED, ADVISED_INCREASE, PROFESSIONAL, RETAIL_ADVICE } from './scope.js';
import { REPORT_ELEMENTS } from './service-facts.js';

export const EU_REVIEW_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  /** At least annually; more often for riskier clients and instruments, which is for the firm to set. */
  reviewMonths: {
    label: label('审视间隔', '檢視間隔', 'months between two reviews'),
    unit: 'months',
    stricter: 'lower',
    history: [{ ...MIFID_IN_FORCE, value: 12, citation: delegated('54(13)') }],
  },
};

function covered(element: string): RuleCondition {
  return { left: { fact: 'report.covers' }, is: 'includes', right: element };
}

/** What a report had to cover from the start, the sustainability preferences being the last element. */
const COVERED: readonly RuleCondition[] = REPORT_ELEMENTS.slice(0, -1).map(covered);

/** What the firm has to tell, to record and to repeat. */
export const EU_PROCESS_RULES: readonly Rule[] = [
  {
    id: 'EU-565-54(1)-purpose',
    citations: [delegated('54(1)')],
    inForce: MIFID_IN_FORCE,
    when: ADVISED,
    outcome: 'require',
    satisfiedBy: { holds: 'service.purposeExplained' },
  },
  {
    id: 'EU-565-54(1)-automated',
    citations: [delegated('54(1)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: { holds: 'service.automated' },
    outcome: 'require',
    satisfiedBy: { holds: 'service.firmResponsible' },
  },
  {
    id: 'EU-565-54(6)-policy',
    citations: [delegated('54(6)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: {
      left: { fact: 'client.form' },
      is: 'in',
      right: ['group', 'represented', 'legal-person'],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'client.assessmentPolicyRecorded' },
  },
  {
    id: 'EU-565-54(6)-persons',
    citations: [delegated('54(6)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: {
      any: [
        { left: { fact: 'client.form' }, is: '=', right: 'represented' },
        {
          all: [
            { left: { fact: 'client.form' }, is: '=', right: 'legal-person' },
            { left: { fact: 'client.category' }, is: '=', right: 'elective-professional' },
          ],
        },
      ],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'client.rightPersonsAssessed' },
  },
  {
    id: 'EU-565-54(11)-analysis',
    citations: [delegated('54(11)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: { holds: 'recommendation.isSwitch' },
    outcome: 'require',
    satisfiedBy: { holds: 'switch.analysed' },
  },
  {
    id: 'EU-565-54(11)-benefits',
    citations: [delegated('54(11)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: {
      all: [
        { holds: 'recommendation.isSwitch' },
        { left: { fact: 'switch.benefits' }, is: '<=', right: { fact: 'switch.costs' } },
      ],
    },
    outcome: 'block',
  },
  {
    id: 'EU-MIFID-25(2)-switch',
    citations: [directive('25(2)', SWITCHING_IN_FORCE.from)],
    inForce: SWITCHING_IN_FORCE,
    scope: ADVICE,
    when: { holds: 'recommendation.isSwitch' },
    outcome: 'require',
    satisfiedBy: { holds: 'switch.clientTold' },
  },
  {
    // It does not reach the delegated regulation's own paragraph 11, which still speaks of every client.
    id: 'EU-MIFID-29a(2)',
    citations: [directive('29a(2)', SWITCHING_IN_FORCE.from)],
    inForce: SWITCHING_IN_FORCE,
    scope: ADVICE,
    when: { all: [PROFESSIONAL, { not: { holds: 'client.wantsSwitchProtection' } }] },
    outcome: 'info',
    exceptionTo: ['EU-MIFID-25(2)-switch'],
  },
  {
    id: 'EU-565-54(12)-2018',
    citations: [delegated('54(12)')],
    inForce: { ...MIFID_IN_FORCE, to: SUSTAINABILITY_IN_FORCE.from },
    when: RETAIL_ADVICE,
    outcome: 'require',
    satisfiedBy: { all: COVERED },
    message: 'EU-565-54(12)',
  },
  {
    id: 'EU-565-54(12)',
    citations: [delegated('54(12)'), amended('54(12)')],
    inForce: SUSTAINABILITY_IN_FORCE,
    when: RETAIL_ADVICE,
    outcome: 'require',
    satisfiedBy: {
      all: [
        ...COVERED,
        {
          any: [
            { not: { holds: 'sustainability.hasPreferences' } },
            covered('sustainability-preferences'),
          ],
        },
      ],
    },
  },
  {
    id: 'EU-MIFID-25(6)',
    citations: [directive('25(6)')],
    inForce: MIFID_IN_FORCE,
    when: RETAIL_ADVICE,
    outcome: 'require',
    satisfiedBy: {
      any: [
        { holds: 'report.beforeTransaction' },
        { all: [{ holds: 'report.distanceConsent' }, { holds: 'report.delayOffered' }] },
      ],
    },
  },
  {
    // The anniversary itself is still `annually`.
    id: 'EU-565-54(13)',
    citations: [delegated('54(13)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: { holds: 'service.periodicAssessment' },
    outcome: 'require',
    satisfiedBy: {
      all: [
        { left: { fact: 'review.lastOn' }, is: '<=', right: { fact: 'asOf' } },
        {
          left: { fact: 'asOf' },
          is: '<=',
          right: { addMonths: [{ fact: 'review.lastOn' }, { parameter: 'reviewMonths' }] },
        },
      ],
    },
  },
  {
    // A duty of conduct: what the client left out for it makes the information incomplete, and then 55(3) stops.
    id: 'EU-565-55(2)',
    citations: [delegated('55(2)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: { holds: 'service.informationDiscouraged' },
    outcome: 'warn',
  },
];
