import type { Rule, RuleCondition } from '../../../rules/index.js';
import { delegated, directive, MIFID_IN_FORCE } from './citations.js';
import { ADVICE, ADVISED, ADVISED_INCREASE, PROFESSIONAL } from './scope.js';

const ABOVE_TOLERANCE: RuleCondition = {
  left: { fact: 'instrument.riskClass' },
  is: '>',
  right: { fact: 'client.riskTolerance' },
};

const ABOVE_CAPACITY: RuleCondition = {
  left: { fact: 'instrument.riskClass' },
  is: '>',
  right: { fact: 'client.riskCapacity' },
};

/** The instrument must meet the client's objectives, be bearable and be understood; without knowing that, nothing is recommended. */
export const EU_MATCH_RULES: readonly Rule[] = [
  {
    id: 'EU-565-54(2)(a)-objectives',
    citations: [delegated('54(2)(a)'), delegated('54(10)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: {
      not: {
        left: { fact: 'client.objectives' },
        is: 'overlaps',
        right: { fact: 'instrument.objectives' },
      },
    },
    outcome: 'block',
  },
  {
    id: 'EU-565-54(2)(a)-term',
    citations: [delegated('54(2)(a)'), delegated('54(5)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: {
      all: [
        // Money that can be had back at any time fits every horizon, an unknown one too.
        { left: { fact: 'instrument.termYears' }, is: '>', right: 0 },
        {
          left: { fact: 'instrument.termYears' },
          is: '>',
          right: { fact: 'client.horizonYears' },
        },
      ],
    },
    outcome: 'block',
  },
  {
    id: 'EU-565-54(2)(a)-tolerance',
    citations: [delegated('54(2)(a)'), delegated('54(10)'), directive('25(2)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: ABOVE_TOLERANCE,
    outcome: 'block',
  },
  {
    id: 'EU-565-54(2)(b)',
    citations: [delegated('54(2)(b)'), delegated('54(10)'), directive('25(2)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: ABOVE_CAPACITY,
    outcome: 'block',
  },
  {
    id: 'EU-565-54(2)(c)',
    citations: [delegated('54(2)(c)'), delegated('54(10)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: {
      not: {
        left: { fact: 'client.suitableTypes' },
        is: 'includes',
        right: { fact: 'instrument.type' },
      },
    },
    outcome: 'block',
  },
  {
    id: 'EU-565-54(3)-knowledge',
    citations: [delegated('54(3)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: PROFESSIONAL,
    outcome: 'info',
    exceptionTo: ['EU-565-54(2)(c)', 'EU-565-54(8)-knowledge'],
  },
  {
    // Only advice, and only who is professional as such: who asked to be treated so must still be able to bear it.
    id: 'EU-565-54(3)-loss',
    citations: [delegated('54(3)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVICE,
    when: { left: { fact: 'client.category' }, is: '=', right: 'professional' },
    outcome: 'info',
    exceptionTo: ['EU-565-54(2)(b)', 'EU-565-54(8)-finances'],
  },
  {
    id: 'EU-565-54(8)-knowledge',
    citations: [delegated('54(8)'), directive('25(2)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: { none: 'client.suitableTypes' },
    outcome: 'block',
  },
  {
    id: 'EU-565-54(8)-finances',
    citations: [delegated('54(8)'), directive('25(2)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: { none: 'client.riskCapacity' },
    outcome: 'block',
  },
  {
    id: 'EU-565-54(8)-objectives',
    citations: [delegated('54(8)'), directive('25(2)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: { any: [{ none: 'client.objectives' }, { none: 'client.riskTolerance' }] },
    outcome: 'block',
  },
  {
    id: 'EU-565-55(3)',
    citations: [delegated('55(3)'), delegated('54(8)')],
    inForce: MIFID_IN_FORCE,
    scope: ADVISED,
    when: { holds: 'client.informationDoubtful' },
    outcome: 'block',
  },
];
