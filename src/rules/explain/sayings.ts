import {
  formatMessage,
  type Locale,
  type Messages,
  type Parameters,
} from '../../evidence/index.js';
import { conditionMessages } from './condition-messages.js';
import { explainMessages } from './messages.js';
import { valueMessages } from './value-messages.js';

const SAYINGS: Messages = Object.freeze({
  ...explainMessages,
  ...conditionMessages,
  ...valueMessages,
});

/** One text of the catalogues by which decisions are explained. */
export function say(key: string, locale: Locale, parameters: Parameters = {}): string {
  return formatMessage(SAYINGS, key, locale, parameters);
}
