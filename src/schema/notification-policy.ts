import * as z from 'zod/mini';
import {
  NOTIFICATION_AUDIENCES,
  NOTIFICATION_TOPICS,
  NOTIFICATION_URGENCIES,
  type NotificationPolicy,
} from '../orders/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { name } from './primitives.js';

const route = z.strictObject({ channel: name, urgency: z.enum(NOTIFICATION_URGENCIES) });

export const notificationPolicy: z.ZodMiniType<NotificationPolicy> = z.record(
  z.enum(NOTIFICATION_TOPICS),
  z.partialRecord(z.enum(NOTIFICATION_AUDIENCES), route),
);

/**
 * Checks who is told of what, and which way, for `notificationsOf`. Every topic must be named.
 *
 * @example
 * ```ts
 * import { NOTIFICATION_TOPICS } from 'aptfolio/orders';
 * import { parseNotificationPolicy } from 'aptfolio/schema';
 *
 * const route = { client: { channel: 'app', urgency: 'normal' } };
 * const policy = Object.fromEntries(NOTIFICATION_TOPICS.map((topic) => [topic, route]));
 * parseNotificationPolicy(policy)['order-filled'].client.channel; // => 'app'
 * parseNotificationPolicy({ ...policy, 'order-filled': undefined });
 * // => throws 'missing-value', 'policy["order-filled"]'
 * ```
 */
export const parseNotificationPolicy: Parse<NotificationPolicy> = parser(
  notificationPolicy,
  'policy',
);

/** Like `parseNotificationPolicy`, but returns the faults. */
export const safeParseNotificationPolicy: SafeParse<NotificationPolicy> = safeParser(
  notificationPolicy,
  'policy',
);
