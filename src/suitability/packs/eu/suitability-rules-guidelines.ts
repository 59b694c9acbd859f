import type { DatedParameter, Rule } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { GUIDELINES_IN_FORCE, guideline } from './citations.js';
import { ADVISED_INCREASE } from './scope.js';

export const EU_GUIDELINE_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  /** The guideline names no number; it is that of the secondary source. */
  profileCoolingDays: {
    label: label(
      '调高等级后的观察天数',
      '調高級別後的觀察日數',
      'days for which a raised profile is looked at',
    ),
    unit: 'days',
    stricter: 'higher',
    history: [
      { ...GUIDELINES_IN_FORCE, value: 5, citation: guideline('guideline 5, paragraph 58') },
    ],
  },
};

/**
 * What of the controls CC01 to CC14 is decided when something is recommended: CC10, CC12 and CC14. CC13, a missing answer, is
 * `EU-565-54(8)`; the others are controls on the answers themselves.
 *
 * Source, secondary: Bengu, Client Risk Profiling, MiFID II Suitability Framework (2026), config/scoring.yaml, which reads them
 * out of ESMA35-43-3172. How hard each is, is that author's reading; ESMA's guidelines bind by comply or explain.
 */
export const EU_GUIDELINE_RULES: readonly Rule[] = [
  {
    // CC10
    id: 'EU-ESMA-GL8-80',
    citations: [guideline('guideline 8, paragraph 80'), guideline('guideline 3, paragraph 36')],
    inForce: GUIDELINES_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: { holds: 'order.borrowed' },
    outcome: 'block',
  },
  {
    // CC12
    id: 'EU-ESMA-GL5-58',
    citations: [guideline('guideline 5, paragraph 58')],
    inForce: GUIDELINES_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: {
      all: [
        { not: { none: 'client.profileRaisedOn' } },
        {
          left: { days: [{ fact: 'client.profileRaisedOn' }, { fact: 'asOf' }] },
          is: '<=',
          right: { parameter: 'profileCoolingDays' },
        },
      ],
    },
    outcome: 'refer',
  },
  {
    // CC14: the most prudent of the group counts, never an average.
    id: 'EU-ESMA-GL6-69',
    citations: [guideline('guideline 6, paragraphs 69 and 70')],
    inForce: GUIDELINES_IN_FORCE,
    scope: {
      all: [ADVISED_INCREASE, { left: { fact: 'client.form' }, is: '=', right: 'group' }],
    },
    when: {
      any: [
        {
          left: { fact: 'instrument.riskClass' },
          is: '>',
          right: { fact: 'group.lowestRiskTolerance' },
        },
        {
          left: { fact: 'instrument.riskClass' },
          is: '>',
          right: { fact: 'group.lowestRiskCapacity' },
        },
      ],
    },
    outcome: 'block',
  },
];
