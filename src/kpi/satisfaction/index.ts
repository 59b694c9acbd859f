export {
  type NonResponse,
  type NonResponseInsufficient,
  type NonResponseOk,
  type NonResponseOptions,
  nonResponse,
} from './non-response.js';
export {
  type ComparedProposal,
  PERSONALISATION_VERDICTS,
  type Personalisation,
  type PersonalisationOptions,
  type PersonalisationVerdict,
  personalisationRecord,
} from './personalisation.js';
export { type ResponseOptions, responseRecords } from './response-records.js';
