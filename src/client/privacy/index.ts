export {
  CONSENT_STATUSES,
  type ConsentCheck,
  type ConsentOptions,
  type ConsentStatus,
  checkConsent,
} from './check-consent.js';
export { type ClientReference, parseClientReference } from './client-reference.js';
export {
  CONSENT_FORMS,
  type Consent,
  type ConsentForm,
  type ReadConsent,
} from './consent.js';
export {
  clientFieldRules,
  FIELD_CLASSES,
  type FieldClass,
  type FieldRule,
  fieldRulesFor,
  type RuleSubject,
} from './field-rules.js';
export {
  findPersonalData,
  type PersonalDataFinding,
  type PersonalDataOptions,
} from './find-personal-data.js';
export type { PersonalName } from './personal-names.js';
export { type ClientAudience, clientPrivacyPolicy } from './privacy-policy.js';
export {
  clientReferencePaths,
  type Pseudonymised,
  type PseudonymPolicy,
  pseudonymise,
} from './pseudonymise.js';
export {
  MASK,
  type PrivacyPolicy,
  type Redacted,
  type RedactedField,
  redact,
  TREATMENTS,
  type Treatment,
} from './redact.js';
