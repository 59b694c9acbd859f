import { type Messages, mergeMessages } from '../evidence/index.js';
import { checkMessages } from './checks/messages.js';
import { lifeMessages } from './life/messages.js';
import { notificationMessages } from './notifications/messages.js';
import { planningMessages } from './planning/messages.js';
import { proposalMessages } from './proposal/messages.js';
import { orderTerms } from './terms.js';

/** What the reasons of plans, checks, an order's life and proposals, and the notifications, say in three languages. */
export const ordersMessages: Messages = mergeMessages(
  checkMessages,
  lifeMessages,
  notificationMessages,
  planningMessages,
  proposalMessages,
  orderTerms,
);
