import type { GoldenCase } from '../../../rules/index.js';
import { advised, advisedWithout } from './cases-facts.js';

/** What an advised retail client is owed in any case. */
export const RETAIL_DUTIES = [
  'EU-565-54(1)-purpose',
  'EU-565-54(12)',
  'EU-565-54(13)',
  'EU-565-54(5)-sustainability',
  'EU-MIFID-25(6)',
] as const;

/** What every other advised client is owed, and a client whose portfolio is managed. */
export const OTHER_DUTIES = [
  'EU-565-54(1)-purpose',
  'EU-565-54(13)',
  'EU-565-54(5)-sustainability',
] as const;

/** Whether the instrument suits, and what must be known to say so. */
export const EU_MATCH_CASES: readonly GoldenCase[] = [
  advised(
    'suits',
    {},
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'Class 4 for a client of class 4.',
  ),
  advised(
    'above-tolerance',
    { 'instrument.riskClass': 5, 'client.riskCapacity': 7 },
    ['block', 'EU-565-54(2)(a)-tolerance'],
    'One class above what the client wants to risk is above it.',
  ),
  advised(
    'above-capacity',
    { 'client.riskTolerance': 7, 'client.riskCapacity': 3 },
    ['block', 'EU-565-54(2)(b)'],
    'Willing, but not able to bear it: both are asked for.',
  ),
  advised(
    'above-both',
    { 'instrument.riskClass': 7 },
    ['block', 'EU-565-54(2)(a)-tolerance', 'EU-565-54(2)(b)'],
    'Neither willing nor able.',
  ),
  advised(
    'other-objectives',
    { 'instrument.objectives': ['hedging', 'speculation'] },
    ['block', 'EU-565-54(2)(a)-objectives'],
    'None of them is an objective of the client.',
  ),
  advised(
    'term-of-the-horizon',
    { 'instrument.termYears': 8 },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'Eight years for a client who wishes to hold for eight.',
  ),
  advised(
    'term-beyond-the-horizon',
    { 'instrument.termYears': 9 },
    ['block', 'EU-565-54(2)(a)-term'],
    'The money would come back a year too late.',
  ),
  advised(
    'no-term',
    { 'instrument.termYears': 0, 'client.horizonYears': null },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'What can be had back at any time does not depend on the horizon.',
  ),
  advised(
    'not-understood',
    { 'instrument.type': 'derivative' },
    ['block', 'EU-565-54(2)(c)'],
    'The client understands funds and shares, not derivatives.',
  ),
  advised(
    'elective-professional-assumed-to-know',
    { 'client.category': 'elective-professional', 'client.suitableTypes': null },
    ['allow-with-evidence', ...OTHER_DUTIES],
    'Article 54(3), first subparagraph: knowledge may be assumed.',
  ),
  advised(
    'elective-professional-not-assumed-to-bear',
    { 'client.category': 'elective-professional', 'client.riskCapacity': null },
    ['block', 'EU-565-54(8)-finances'],
    'Article 54(3), second subparagraph: only clients of section 1 of Annex II.',
  ),
  advised(
    'professional-assumed-to-bear',
    { 'client.category': 'professional', 'client.riskCapacity': null },
    ['allow-with-evidence', ...OTHER_DUTIES],
    'Article 54(3), second subparagraph, with investment advice.',
  ),
  advised(
    'professional-managed',
    {
      'service.kind': 'portfolio-management',
      'client.category': 'professional',
      'client.riskCapacity': 3,
    },
    ['block', 'EU-565-54(2)(b)'],
    'Article 54(3), second subparagraph, speaks of advice alone.',
  ),
  advised(
    'professional-still-tolerates',
    { 'client.category': 'professional', 'client.riskTolerance': 3 },
    ['block', 'EU-565-54(2)(a)-tolerance'],
    'Objectives are never assumed.',
  ),
  advised(
    'tolerance-not-given',
    { 'client.riskTolerance': null },
    ['block', 'EU-565-54(8)-objectives'],
    'Asked for in vain: nothing may be recommended.',
  ),
  advised(
    'objectives-not-given',
    { 'client.objectives': null },
    ['block', 'EU-565-54(8)-objectives'],
    'Asked for in vain: nothing may be recommended.',
  ),
  advised(
    'finances-not-given',
    { 'client.riskCapacity': null },
    ['block', 'EU-565-54(8)-finances'],
    'Asked for in vain: nothing may be recommended.',
  ),
  advised(
    'knowledge-not-given',
    { 'client.suitableTypes': null },
    ['block', 'EU-565-54(8)-knowledge'],
    'Asked for in vain: nothing may be recommended.',
  ),
  advisedWithout(
    'tolerance-not-asked',
    ['client.riskTolerance'],
    {},
    ['undetermined', 'EU-565-54(2)(a)-tolerance', 'EU-565-54(8)-objectives'],
    'Nobody has asked: it cannot be said whether the fund suits.',
  ),
  advisedWithout(
    'class-unknown-but-unbearable',
    ['client.riskTolerance'],
    { 'client.riskCapacity': 1 },
    ['block', 'EU-565-54(2)(b)'],
    'Whatever the client tolerates, it cannot be borne.',
  ),
  advised(
    'information-doubtful',
    { 'client.informationDoubtful': true },
    ['block', 'EU-565-55(3)'],
    'The firm may not rely on what it knows to be out of date.',
  ),
  advised(
    'selling-what-does-not-suit',
    {
      'order.effect': 'reduce',
      'instrument.riskClass': 7,
      'instrument.type': 'derivative',
      'instrument.objectives': ['speculation'],
      'review.lastOn': '2020-01-10',
    },
    ['allow-with-evidence', 'EU-565-54(1)-purpose', 'EU-565-54(12)', 'EU-MIFID-25(6)'],
    'Advice to get out of what does not suit is not held up by its not suiting.',
  ),
  advised(
    'selling-without-knowing-the-client',
    { 'order.effect': 'reduce', 'client.riskTolerance': null },
    ['block', 'EU-565-54(8)-objectives'],
    'Article 54(8) forbids every recommendation, one to sell too.',
  ),
  advised(
    'not-advised',
    { 'service.kind': 'order-execution', 'instrument.riskClass': 7 },
    ['allow'],
    'Without advice or management suitability is not asked for.',
  ),
];
