import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { casesFrom, without } from '../conduct-cases.js';

const TODAY = '2026-06-15';

/** A level is worked out by a program and shown to an adviser, who decides. */
const DECIDED: RuleFacts = {
  'client.kind': 'natural',
  'decision.automated': true,
  'decision.automatedOnly': false,
  'decision.majorEffect': true,
  'decision.refused': false,
  'decision.explanationAsked': false,
  'decision.transparent': true,
  'decision.fair': true,
  'terms.unreasonableDifference': false,
};
const decided = casesFrom(DECIDED, TODAY);

const DECISIONS: readonly GoldenCase[] = [
  decided('decided', {}, ['allow-with-evidence', 'CN-PIPL-24(1)'], 'Transparent and fair.'),
  decided(
    'opaque',
    { 'decision.transparent': false },
    ['require', 'CN-PIPL-24(1)'],
    'Article 24(1): 透明度.',
  ),
  decided(
    'by-hand',
    { 'decision.automated': false, 'decision.transparent': false },
    ['allow'],
    'Article 24 is on automated decisions.',
  ),
  decided(
    'dearer-for-some',
    { 'terms.unreasonableDifference': true },
    ['block', 'CN-PIPL-24(1)-terms'],
    '不得实行不合理的差别待遇.',
  ),
  casesFrom(without(DECIDED, 'terms.unreasonableDifference'), TODAY)(
    'terms-unknown',
    {},
    ['undetermined', 'CN-PIPL-24(1)-terms'],
    'Nobody has looked at the terms.',
  ),
  decided(
    'explanation-open',
    { 'decision.explanationAsked': true, 'decision.explained': false },
    ['require', 'CN-PIPL-24(3)-explain'],
    '个人有权要求予以说明.',
  ),
  decided(
    'explained',
    { 'decision.explanationAsked': true, 'decision.explained': true },
    ['allow-with-evidence', 'CN-PIPL-24(1)', 'CN-PIPL-24(3)-explain'],
    'Asked and explained.',
  ),
  decided(
    'minor-effect',
    { 'decision.majorEffect': false, 'decision.explanationAsked': true },
    ['allow-with-evidence', 'CN-PIPL-24(1)'],
    'Article 24(3) is on decisions of major effect.',
  ),
  decided(
    'refused-by-person',
    { 'decision.automatedOnly': true, 'decision.refused': true },
    ['refer', 'CN-PIPL-24(3)-person'],
    'A person must decide.',
  ),
  decided(
    'refused-but-person-decides',
    { 'decision.refused': true },
    ['allow-with-evidence', 'CN-PIPL-24(1)'],
    'It is not made by automated means alone.',
  ),
];

const MARKETED: RuleFacts = {
  'processing.activity': 'marketing',
  'client.kind': 'natural',
  'marketing.automated': true,
  'marketing.refused': false,
  'marketing.generalOption': false,
  'marketing.easyRefusal': true,
};
const marketed = casesFrom(MARKETED, TODAY);

const MARKETING: readonly GoldenCase[] = [
  marketed('easy-refusal', {}, ['allow-with-evidence', 'CN-PIPL-24(2)'], 'Either of the two does.'),
  marketed(
    'general-option',
    { 'marketing.generalOption': true, 'marketing.easyRefusal': false },
    ['allow-with-evidence', 'CN-PIPL-24(2)'],
    'Either of the two does.',
  ),
  marketed(
    'no-way-out',
    { 'marketing.easyRefusal': false },
    ['require', 'CN-PIPL-24(2)'],
    'Neither of the two.',
  ),
  marketed(
    'goes-on-after-refusal',
    { 'marketing.refused': true },
    ['block', 'CN-PIPL-24(2)-refused'],
    'A refusal that changes nothing is none.',
  ),
  marketed(
    'same-for-all',
    { 'marketing.automated': false, 'marketing.easyRefusal': false, 'marketing.refused': true },
    ['allow'],
    'Not by automated decision.',
  ),
];

const COLLECTED: RuleFacts = {
  'processing.activity': 'collection',
  'client.kind': 'natural',
  'client.birthDate': '1985-01-01',
  'data.categories': ['contact', 'income'],
  'data.purposeSpecific': true,
  'data.necessary': true,
  'data.protected': true,
  'consent.separate': false,
  'consent.writtenRequired': false,
};
const collected = casesFrom(COLLECTED, TODAY);
const CONSENTED: RuleFacts = {
  'data.categories': ['financial-account'],
  'consent.separate': true,
};

/** Born fourteen years ago tomorrow, and everything consented. */
const child = casesFrom(
  {
    ...COLLECTED,
    'client.birthDate': '2012-06-16',
    'consent.separate': true,
    'consent.guardian': true,
    'minors.rules': true,
  },
  TODAY,
);

const COLLECTION: readonly GoldenCase[] = [
  collected('plain', {}, ['allow'], 'Nothing sensitive, no child.'),
  collected(
    'account',
    CONSENTED,
    ['allow-with-evidence', 'CN-PIPL-28', 'CN-PIPL-29'],
    'Financial accounts are sensitive; consented.',
  ),
  collected(
    'account-without-consent',
    { ...CONSENTED, 'consent.separate': false },
    ['require', 'CN-PIPL-29'],
    '应当取得个人的单独同意.',
  ),
  collected(
    'account-unprotected',
    { ...CONSENTED, 'data.protected': false },
    ['require', 'CN-PIPL-28'],
    '采取严格保护措施.',
  ),
  collected(
    'account-of-somebody-of-unknown-age',
    { ...CONSENTED, 'client.birthDate': null },
    ['undetermined', 'CN-PIPL-31(1)', 'CN-PIPL-31(2)'],
    'Sensitive in any case, and perhaps a child’s.',
  ),
  collected(
    'written-consent-missing',
    { ...CONSENTED, 'consent.writtenRequired': true, 'consent.written': false },
    ['require', 'CN-PIPL-29-written'],
    'Where a law asks for it in writing.',
  ),
  collected(
    'written-consent',
    { ...CONSENTED, 'consent.writtenRequired': true, 'consent.written': true },
    ['allow-with-evidence', 'CN-PIPL-28', 'CN-PIPL-29', 'CN-PIPL-29-written'],
    'Given in writing.',
  ),
  child(
    'day-before-14',
    {},
    ['allow-with-evidence', 'CN-PIPL-28', 'CN-PIPL-29', 'CN-PIPL-31(1)', 'CN-PIPL-31(2)'],
    'Under fourteen until tomorrow: all information is sensitive; everything consented.',
  ),
  child(
    'guardian-silent',
    { 'consent.guardian': false },
    ['require', 'CN-PIPL-31(1)'],
    '应当取得父母或者其他监护人的同意.',
  ),
  child(
    'no-rules-for-minors',
    { 'minors.rules': false },
    ['require', 'CN-PIPL-31(2)'],
    '应当制定专门的个人信息处理规则.',
  ),
  child(
    'fourteenth-birthday',
    { 'client.birthDate': '2012-06-15', 'consent.guardian': false, 'consent.separate': false },
    ['allow'],
    '不满十四周岁 ends on the birthday, and nothing sensitive is left.',
  ),
];

const kept = casesFrom(
  {
    'processing.activity': 'storage',
    'client.kind': 'natural',
    'retention.plannedYears': 20,
    'retention.neededYears': 20,
    'retention.lawYears': 0,
  },
  TODAY,
);

const STORAGE: readonly GoldenCase[] = [
  kept('as-long-as-needed', {}, ['allow'], 'No longer than necessary.'),
  kept(
    'longer-than-needed',
    { 'retention.plannedYears': 21 },
    ['block', 'CN-PIPL-19'],
    'One year more than necessary.',
  ),
  kept(
    'as-long-as-a-law-asks',
    { 'retention.plannedYears': 30, 'retention.lawYears': 30 },
    ['allow'],
    '除法律、行政法规另有规定外.',
  ),
  kept(
    'need-unknown',
    { 'retention.neededYears': null },
    ['undetermined', 'CN-PIPL-19'],
    'Nobody has said how long the purpose needs them.',
  ),
  casesFrom({ 'client.kind': 'legal' }, TODAY)('company', {}, ['allow'], 'No natural person.'),
  decided(
    'day-before',
    { 'decision.transparent': false },
    ['allow'],
    'The law is in force from 2021-11-01.',
    '2021-10-31',
  ),
  decided(
    'first-day',
    { 'decision.transparent': false },
    ['require', 'CN-PIPL-24(1)'],
    'The law is in force.',
    '2021-11-01',
  ),
];

/** Worked out by hand from articles 19, 24 and 28 to 31. */
export const PIPL_CASES: readonly GoldenCase[] = [
  ...DECISIONS,
  ...MARKETING,
  ...COLLECTION,
  ...STORAGE,
];
