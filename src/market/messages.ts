import type { Messages } from '../evidence/index.js';
import { assumptionsMessages } from './assumptions/messages.js';

/** Texts for the reasons that this room gives, in three languages. */
export const marketMessages: Messages = Object.freeze({
  ...assumptionsMessages,
});
