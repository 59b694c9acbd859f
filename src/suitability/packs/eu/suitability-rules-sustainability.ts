import type { Rule, RuleCondition } from '../../../rules/index.js';
import { amended, SUSTAINABILITY_IN_FORCE } from './citations.js';
import { ADVISED_INCREASE } from './scope.js';

const NOT_MET: RuleCondition = { not: { holds: 'instrument.meetsSustainability' } };

/** The client has preferences and the instrument does not meet them. */
const MISSED: RuleCondition = { all: [{ holds: 'sustainability.hasPreferences' }, NOT_MET] };

/**
 * Sustainability preferences come after all else: an instrument that does not suit is not made suitable by them, and one that
 * does not meet them is open only once the client has adapted them.
 */
export const EU_SUSTAINABILITY_RULES: readonly Rule[] = [
  {
    id: 'EU-565-54(5)-sustainability',
    citations: [amended('54(5)'), amended('recital 5')],
    inForce: SUSTAINABILITY_IN_FORCE,
    when: ADVISED_INCREASE,
    outcome: 'require',
    satisfiedBy: { holds: 'sustainability.asked' },
  },
  {
    id: 'EU-565-54(2)(a)-sustainability',
    citations: [amended('54(2)(a)'), amended('recital 8')],
    inForce: SUSTAINABILITY_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: { all: [MISSED, { not: { holds: 'sustainability.adapted' } }] },
    outcome: 'block',
  },
  {
    id: 'EU-565-54(10)-as-sustainable',
    citations: [amended('54(10)')],
    inForce: SUSTAINABILITY_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: { all: [{ holds: 'recommendation.asSustainable' }, NOT_MET] },
    outcome: 'block',
  },
  {
    id: 'EU-565-54(10)-reasons',
    citations: [amended('54(10)')],
    inForce: SUSTAINABILITY_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: MISSED,
    outcome: 'require',
    satisfiedBy: { holds: 'sustainability.reasonsRecorded' },
  },
  {
    id: 'EU-565-54(10)-adapted',
    citations: [amended('54(10)')],
    inForce: SUSTAINABILITY_IN_FORCE,
    scope: ADVISED_INCREASE,
    when: { all: [MISSED, { holds: 'sustainability.adapted' }] },
    outcome: 'require',
    satisfiedBy: { holds: 'sustainability.adaptationRecorded' },
  },
];
