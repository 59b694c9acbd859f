import type { Rule } from '../../../rules/index.js';
import { delegated, directive, MIFID_IN_FORCE } from './citations.js';
import { EXECUTION, PROFESSIONAL, UNADVISED_INCREASE } from './scope.js';

const TEST_RULES = [
  'EU-MIFID-25(3)-not-appropriate',
  'EU-MIFID-25(3)-no-information',
  'EU-565-56(2)',
] as const;

/** Without advice the client's knowledge and experience are tested; who fails is warned and may go on. */
export const EU_APPROPRIATENESS_RULES: readonly Rule[] = [
  {
    id: 'EU-MIFID-25(3)-not-appropriate',
    citations: [directive('25(3)'), delegated('56(1)')],
    inForce: MIFID_IN_FORCE,
    scope: UNADVISED_INCREASE,
    when: {
      all: [
        // Who gives no information gets the other warning.
        { not: { none: 'client.suitableTypes' } },
        {
          not: {
            left: { fact: 'client.suitableTypes' },
            is: 'includes',
            right: { fact: 'instrument.type' },
          },
        },
      ],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'warning.notAppropriate' },
  },
  {
    id: 'EU-MIFID-25(3)-no-information',
    citations: [directive('25(3)')],
    inForce: MIFID_IN_FORCE,
    scope: UNADVISED_INCREASE,
    when: { none: 'client.suitableTypes' },
    outcome: 'require',
    satisfiedBy: { holds: 'warning.cannotAssess' },
  },
  {
    id: 'EU-565-56(1)-professional',
    citations: [delegated('56(1)')],
    inForce: MIFID_IN_FORCE,
    scope: UNADVISED_INCREASE,
    when: PROFESSIONAL,
    outcome: 'info',
    exceptionTo: ['EU-MIFID-25(3)-not-appropriate', 'EU-MIFID-25(3)-no-information'],
  },
  {
    id: 'EU-565-56(2)',
    citations: [delegated('56(2)')],
    inForce: MIFID_IN_FORCE,
    when: UNADVISED_INCREASE,
    outcome: 'require',
    satisfiedBy: { holds: 'appropriateness.recorded' },
  },
  {
    id: 'EU-MIFID-30(1)',
    citations: [directive('30(1)')],
    inForce: MIFID_IN_FORCE,
    scope: UNADVISED_INCREASE,
    when: { left: { fact: 'client.category' }, is: '=', right: 'eligible-counterparty' },
    outcome: 'info',
    exceptionTo: TEST_RULES,
  },
  {
    id: 'EU-MIFID-25(4)',
    citations: [directive('25(4)'), delegated('57')],
    inForce: MIFID_IN_FORCE,
    scope: { all: [UNADVISED_INCREASE, EXECUTION] },
    when: {
      all: [
        { holds: 'order.executionOnly' },
        { not: { holds: 'order.newCredit' } },
        { holds: 'instrument.nonComplex' },
        { holds: 'order.clientInitiative' },
        { holds: 'warning.noAssessment' },
        { holds: 'service.conflictsManaged' },
      ],
    },
    outcome: 'info',
    exceptionTo: TEST_RULES,
  },
  {
    id: 'EU-MIFID-25(4)-complex',
    citations: [directive('25(4)'), delegated('57')],
    inForce: MIFID_IN_FORCE,
    scope: UNADVISED_INCREASE,
    when: {
      all: [{ holds: 'order.executionOnly' }, { not: { holds: 'instrument.nonComplex' } }],
    },
    outcome: 'info',
  },
];
