import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { casesFrom, type Expected, without } from '../conduct-cases.js';
import { EVERY_DUTY, LINKED, SOLD, TODAY } from './nfra-insurance-conduct-cases-facts.js';

/** All is well for insurance that may lose principal; some duties of article 18 apply besides. */
function well(...besides: readonly string[]): Expected {
  return ['allow-with-evidence', ...[...EVERY_DUTY, 'CN-NFRA-36', ...besides].sort()];
}

/** Unit-linked insurance rated R4, for an applicant of level C5 whose 65th birthday is today. */
const AGED: RuleFacts = {
  ...SOLD,
  ...LINKED,
  'client.birthDate': '1961-06-15',
  'client.riskLevel': 5,
  'product.issuerRisk': 4,
  'order.channel': 'branch',
  'order.specialCare': true,
};
const aged = casesFrom(AGED, TODAY);

const ELDERLY: readonly GoldenCase[] = [
  aged(
    'linked-at-65-without-care',
    { 'order.specialCare': false },
    ['require', 'CN-NFRA-18-insurance'],
    'Article 18 speaks of products, and 以上 includes 65 (article 46).',
  ),
  aged('linked-at-65', {}, well('CN-NFRA-18-insurance'), 'Care was taken.'),
  aged(
    'linked-day-before-65',
    { 'client.birthDate': '1961-06-16', 'order.specialCare': false },
    well(),
    'The 65th birthday is tomorrow.',
  ),
  aged(
    'linked-R3-at-65',
    { 'product.issuerRisk': 3, 'order.specialCare': false },
    well(),
    'R3 is no high risk, by the choice that high risk begins with R4.',
  ),
  aged(
    'unrated-at-65',
    {
      'product.principalAtRisk': false,
      'product.issuerRisk': null,
      'product.sellerRisk': null,
      'order.specialCare': false,
    },
    ['allow-with-evidence', ...EVERY_DUTY],
    'Insurance that can lose no principal is not rated.',
  ),
  aged(
    'linked-at-65-online',
    { 'order.channel': 'online', 'online.ageFriendly': false },
    ['require', 'CN-NFRA-18-online-insurance'],
    '应当具备适老性、易用性和安全性.',
  ),
  aged(
    'linked-at-65-online-age-friendly',
    { 'order.channel': 'online', 'online.ageFriendly': true },
    well('CN-NFRA-18-insurance', 'CN-NFRA-18-online-insurance'),
    'The flow is as article 18 asks.',
  ),
];

const sold = casesFrom(SOLD, TODAY);
const linked = casesFrom({ ...SOLD, ...LINKED }, TODAY);
const LIMITED: RuleFacts = { 'client.civilCapacity': 'limited', 'order.guardianConsent': true };

const CAPACITY: readonly GoldenCase[] = [
  sold(
    'applicant-without-capacity',
    { 'client.civilCapacity': 'none', 'order.guardianConsent': true },
    ['block', 'CN-NFRA-19-insurance'],
    'Article 19: nothing may be sold, whoever consents.',
  ),
  sold(
    'applicant-of-seven',
    { 'client.birthDate': '2018-06-16', 'order.guardianConsent': true },
    ['block', 'CN-NFRA-19-insurance'],
    'Civil Code 20: the eighth birthday is tomorrow.',
  ),
  sold(
    'applicant-of-seventeen',
    { ...LIMITED, 'client.birthDate': '2008-06-16', 'order.guardianConsent': false },
    ['block', 'CN-NFRA-19-insurance'],
    'Limited capacity, and nobody consents.',
  ),
  sold(
    'applicant-with-consent',
    LIMITED,
    ['allow-with-evidence', ...EVERY_DUTY],
    'With consent, and no principal can be lost.',
  ),
  linked(
    'linked-R2-with-consent',
    { ...LIMITED, 'product.issuerRisk': 2, 'product.sellerRisk': 2 },
    well(),
    'Low risk with consent, by the choice that low risk ends with R2.',
  ),
  linked(
    'linked-R3-with-consent',
    LIMITED,
    ['block', 'CN-NFRA-19-insurance'],
    'Consent opens low-risk products only.',
  ),
  sold(
    'exchanged-for-less-without-capacity',
    { 'client.civilCapacity': 'none', 'order.effect': 'reduce' },
    ['block', 'CN-NFRA-19-insurance'],
    'The contract that takes the place of another is concluded all the same.',
  ),
  casesFrom(without(SOLD, 'client.civilCapacity', 'client.birthDate'), TODAY)(
    'capacity-unknown',
    {},
    ['undetermined', 'CN-NFRA-19-insurance'],
    'Nobody has said how old the applicant is.',
  ),
  sold(
    'applicant-company',
    { 'client.kind': 'legal', 'client.civilCapacity': 'none' },
    ['allow-with-evidence', ...EVERY_DUTY],
    'Capacity is a person’s.',
  ),
];

/** Worked out by hand from articles 18 and 19 and the Civil Code. */
export const INSURANCE_PROTECTION_CASES: readonly GoldenCase[] = [...ELDERLY, ...CAPACITY];
