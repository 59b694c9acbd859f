export { canonicalJson } from './canonical-json.js';
export { checkMessages, type MessageFault } from './check-messages.js';
export { type Citation, makeCitation } from './citation.js';
export { evidenceMessages } from './evidence-messages.js';
export { sha256, sha256Bytes, sha256Text, utf8Bytes } from './hash.js';
export { LOCALES, type Locale } from './locale.js';
export { type LocalisedText, localisedText } from './localised-text.js';
export { formatMessage, formatReason, type Messages, mergeMessages } from './messages.js';
export type { MoneyParameter, Parameter, Parameters } from './parameters.js';
export { makeReason, type Reason, SEVERITIES, type Severity } from './reason.js';
export { type Decision, type DecisionRecord, recordDecision } from './record.js';
export { type ReplayContext, type Replayer, type ReplayResult, replay } from './replay.js';
export {
  type AlteredRecord,
  type BrokenChain,
  type ChainOptions,
  type VerifiedChain,
  type VerifiedRecord,
  verifyChain,
  verifyRecord,
} from './verify.js';
