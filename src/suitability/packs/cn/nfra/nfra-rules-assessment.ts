import type {
  DatedParameter,
  FactDeclaration,
  Rule,
  RuleCondition,
} from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { label } from '../../../facts/declare.js';
import { civilCode, nfra } from '../citations.js';
import { NFRA_IN_FORCE, PURCHASE_BY_ASSESSED } from './nfra-rules-scope.js';

/** How often a client may be assessed (article 29, first paragraph): 不得超过两次, 不得超过八次. */
export const ASSESSMENT_LIMITS: Readonly<Record<string, DatedParameter>> = {
  maxPerDay: {
    label: label('单日测评次数上限', '單日評估次數上限', 'most assessments on one day'),
    unit: 'assessments',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 2, citation: nfra('29(1)') }],
  },
  maxPer12Months: {
    label: label(
      '十二个月内测评次数上限',
      '十二個月內評估次數上限',
      'most assessments within twelve months',
    ),
    unit: 'assessments',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 8, citation: nfra('29(1)') }],
  },
};

/** With as many assessments as are allowed behind the client, one more would be too many. */
export const NO_FURTHER_ASSESSMENT: RuleCondition = {
  any: [
    {
      left: { fact: 'history.assessmentsToday' },
      is: '>=',
      right: { parameter: 'maxPerDay' },
    },
    {
      left: { fact: 'history.assessments12m' },
      is: '>=',
      right: { parameter: 'maxPer12Months' },
    },
  ],
};

const ASSESSED_ON = CLIENT_FACTS['client.assessedOn'] as FactDeclaration;

/** Nobody is advised to assess the client again where the law allows no further assessment, or where that is not known. */
export const NFRA_ASSESSED_ON: Readonly<Record<string, FactDeclaration>> = {
  'client.assessedOn': {
    ...ASSESSED_ON,
    change: { ...ASSESSED_ON.change, possibleIf: { not: NO_FURTHER_ASSESSMENT } },
  },
};

export const NFRA_ASSESSMENT_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  ...ASSESSMENT_LIMITS,
  /** 原则上: the order says twelve months `in principle`; a bank may take fewer. */
  validMonths: {
    label: label('测评结果有效期', '評估結果有效期', 'how long an assessment counts'),
    unit: 'months',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 12, citation: nfra('29(2)') }],
  },
};

/** The client's risk tolerance must be assessed, recently, and confirmed where it has changed. */
export const NFRA_ASSESSMENT_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-28',
    citations: [nfra('28'), nfra('13(1)')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_ASSESSED,
    when: {
      any: [
        { none: 'client.riskLevel' },
        // Sold first and assessed afterwards, which article 13 forbids.
        { left: { fact: 'client.assessedOn' }, is: '>', right: { fact: 'asOf' } },
      ],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-29',
    citations: [nfra('29')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_ASSESSED,
    when: { all: [{ holds: 'client.reassessmentDue' }, NO_FURTHER_ASSESSMENT] },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-29a',
    citations: [nfra('29(1)')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_ASSESSED,
    when: { holds: 'client.levelChanged' },
    outcome: 'require',
    satisfiedBy: { holds: 'client.levelChangeReconfirmed' },
  },
  {
    id: 'CN-NFRA-29b',
    citations: [nfra('29(2)'), civilCode('201'), civilCode('202')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_ASSESSED,
    when: { holds: 'client.reassessmentDue' },
    outcome: 'block',
  },
];
