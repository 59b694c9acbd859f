import type { Rule } from '../../../../rules/index.js';
import { csrc } from '../citations.js';
import { done, is } from '../conduct-conditions.js';
import { CSRC_IN_FORCE } from './csrc-rules.js';

const TO_PROFESSIONAL = is('classification.sought', 'professional');
const TO_ORDINARY = is('classification.sought', 'ordinary');
const ON_APPLICATION = done('classification.optUp');

/** From ordinary to professional: by law, or on application if the firm agrees. */
const UP: readonly Rule[] = [
  {
    id: 'CN-CSRC-8',
    citations: [csrc('8'), csrc('11')],
    inForce: CSRC_IN_FORCE,
    scope: TO_PROFESSIONAL,
    when: {
      not: { any: [{ holds: 'client.professionalByLaw' }, { holds: 'client.mayOptUp' }] },
    },
    outcome: 'block',
  },
  {
    id: 'CN-CSRC-11-refused',
    citations: [csrc('11')],
    inForce: CSRC_IN_FORCE,
    scope: TO_PROFESSIONAL,
    when: { all: [ON_APPLICATION, is('classification.firmDecision', 'refused')] },
    outcome: 'block',
  },
  {
    id: 'CN-CSRC-11-decide',
    citations: [csrc('11')],
    inForce: CSRC_IN_FORCE,
    scope: TO_PROFESSIONAL,
    // 有权自主决定: nobody has a right to it, so that a person decides.
    when: { all: [ON_APPLICATION, is('classification.firmDecision', 'pending')] },
    outcome: 'refer',
  },
  {
    id: 'CN-CSRC-12-application',
    citations: [csrc('12')],
    inForce: CSRC_IN_FORCE,
    scope: TO_PROFESSIONAL,
    when: ON_APPLICATION,
    outcome: 'require',
    satisfiedBy: done(
      'classification.writtenApplication',
      'classification.consequencesAccepted',
      'classification.evidenceProvided',
    ),
  },
  {
    id: 'CN-CSRC-12-assessment',
    citations: [csrc('12')],
    inForce: CSRC_IN_FORCE,
    scope: TO_PROFESSIONAL,
    when: ON_APPLICATION,
    outcome: 'require',
    // 追加了解信息、投资知识测试或者模拟交易: one of them does.
    satisfiedBy: {
      any: [
        { holds: 'classification.moreInformation' },
        { holds: 'classification.knowledgeTest' },
        { holds: 'classification.simulatedTrading' },
      ],
    },
  },
  {
    id: 'CN-CSRC-12-explanation',
    citations: [csrc('12')],
    inForce: CSRC_IN_FORCE,
    scope: TO_PROFESSIONAL,
    when: ON_APPLICATION,
    outcome: 'require',
    satisfiedBy: done(
      'classification.differenceExplained',
      'classification.risksWarned',
      'classification.resultTold',
    ),
  },
];

/** From professional to ordinary: open to those of article 8(4) and (5), in writing. */
const DOWN: readonly Rule[] = [
  {
    id: 'CN-CSRC-11-down',
    citations: [csrc('11')],
    inForce: CSRC_IN_FORCE,
    scope: TO_ORDINARY,
    when: {
      any: [{ holds: 'client.professionalEntity' }, { holds: 'client.professionalPerson' }],
    },
    outcome: 'require',
    satisfiedBy: done('classification.writtenChoice'),
  },
  {
    id: 'CN-CSRC-11-down-institution',
    citations: [csrc('11')],
    inForce: CSRC_IN_FORCE,
    scope: TO_ORDINARY,
    // The order gives them no such right; it does not forbid a firm to protect them more either.
    when: done('client.professionalInstitution'),
    outcome: 'refer',
  },
];

/** Which way between the two classes is open. */
export const CLASSIFICATION_RULES: readonly Rule[] = [...UP, ...DOWN];
