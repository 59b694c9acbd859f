import { type Messages, mergeMessages } from '../../evidence/index.js';
import { targetMessages } from '../target-messages.js';
import { productTerms } from '../terms.js';
import { figureMessages } from './figure-messages.js';
import { liquidityMessages } from './liquidity-messages.js';
import { returnMessages } from './return-messages.js';
import { riskMessages, typeRiskMessages } from './risk-messages.js';
import { typeMessages } from './type-messages.js';
import { wordMessages } from './word-messages.js';

/** All that an explanation of a product is put into words with. */
export const explainMessages: Messages = mergeMessages(
  typeMessages,
  typeRiskMessages,
  riskMessages,
  figureMessages,
  returnMessages,
  liquidityMessages,
  targetMessages,
  wordMessages,
  productTerms,
);
