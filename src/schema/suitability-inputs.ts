// What `aptfolio/suitability` takes: a part of the index, which would be too long with it.
export {
  parseAcknowledgement,
  parseAcknowledgementOptions,
  safeParseAcknowledgement,
  safeParseAcknowledgementOptions,
} from './acknowledgement.js';
export {
  parseComprehensionAnswers,
  parseComprehensionCheck,
  safeParseComprehensionAnswers,
  safeParseComprehensionCheck,
} from './comprehension.js';
export {
  parseDisclosure,
  parseDisclosureFactsOptions,
  parseDisclosureOptions,
  safeParseDisclosure,
  safeParseDisclosureFactsOptions,
  safeParseDisclosureOptions,
} from './disclosure.js';
export { parseOverride, safeParseOverride } from './override.js';
export { parsePortfolioInput, safeParsePortfolioInput } from './portfolio.js';
export {
  parseSuitabilityAssessment,
  safeParseSuitabilityAssessment,
} from './suitability-assessment.js';
export { parseSuitabilityCase, safeParseSuitabilityCase } from './suitability-case.js';
export { parseSuitabilityRecord, safeParseSuitabilityRecord } from './suitability-record.js';
