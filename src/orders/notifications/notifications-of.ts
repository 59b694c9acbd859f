import {
  at,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { sha256 } from '../../evidence/index.js';
import {
  NOTIFICATION_AUDIENCES,
  NOTIFICATION_URGENCIES,
  type NotifiableChange,
  type NotificationAudience,
  type NotificationPolicy,
  type NotificationRoute,
  type NotificationTopic,
  type OrderNotification,
} from './notification.js';
import { type Told, tell } from './topic-of.js';

/** Whom a change concerns. */
export interface NotificationOptions {
  /** The client's id, so that two clients are never told under one id. */
  readonly client: string;
  /** Names of products as clients know them, by id; absent: the id. */
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * Works out who is to be told of a change, in which words and which way. Nothing is sent.
 *
 * The same change gives the same ids whenever it is asked for, so that a host which remembers what it has sent never says it
 * twice, whatever is delivered again. A repeated event gives none.
 *
 * @returns one for each audience that the policy names for the topic, and of a proposal one for each owner; none for what is no
 * news.
 * @throws AptfolioError for a malformed change or policy, with the path (`policy["order-filled"].client.channel`).
 *
 * @example
 * ```ts
 * import { formatMessage } from 'aptfolio/evidence';
 * import { NOTIFICATION_TOPICS, notificationsOf, ordersMessages } from 'aptfolio/orders';
 *
 * const route = { client: { channel: 'app', urgency: 'high' } };
 * const policy = Object.fromEntries(NOTIFICATION_TOPICS.map((topic) => [topic, route]));
 * const change = {
 *   kind: 'product-rating', id: 'PR-7', product: 'P06', was: 'R3', now: 'R4', level: 'C3',
 * } as const;
 * const [notice] = notificationsOf(change, policy, { client: 'C-1', names: { P06: 'Balanced Fund' } });
 * notice.topic; // => 'product-re-rated-above'
 * formatMessage(ordersMessages, notice.key, 'en', notice.parameters);
 * // => 'Balanced Fund, which you hold, is now rated R4 (before: R3), above your risk level C3. You may keep or redeem it, but not add to it.'
 * ```
 */
export function notificationsOf(
  change: NotifiableChange,
  policy: NotificationPolicy,
  options: NotificationOptions,
): readonly OrderNotification[] {
  const { client, names = {} } = checkObject(options, 'options') as unknown as NotificationOptions;
  refuseUnknown(options, 'options', OPTION_FIELDS);
  checkText(client, 'options.client');
  checkObject(names, 'options.names');
  const told = tell(change, (product) =>
    Object.hasOwn(names, product)
      ? checkText(names[product], at('options.names', product))
      : product,
  );
  if (told === undefined) return Object.freeze([]);
  const routes = routesOf(policy, told.topic);
  return Object.freeze(
    routes.flatMap(([audience, route]) =>
      recipientsOf(audience, told).map((owner) => notify({ audience, route, told, client, owner })),
    ),
  );
}

const OPTION_FIELDS: FieldsOf<NotificationOptions> = { client: true, names: true };

/** The owners who are told; `undefined` stands for the client, or for whoever is on duty. */
function recipientsOf(
  audience: NotificationAudience,
  { owners }: Told,
): readonly (string | undefined)[] {
  return audience === 'client' && owners !== undefined ? owners : [undefined];
}

function notify({
  audience,
  route,
  told,
  client,
  owner,
}: {
  readonly audience: NotificationAudience;
  readonly route: NotificationRoute;
  readonly told: Told;
  readonly client: string;
  readonly owner: string | undefined;
}): OrderNotification {
  const { topic, subject, because, parameters } = told;
  const to = owner === undefined ? {} : { owner };
  const id = sha256({ client, topic, subject, because, audience, ...to });
  const words = audience === 'client' ? 'client' : 'staff';
  return Object.freeze({
    id,
    topic,
    audience,
    ...to,
    key: `orders.notice.${topic}.${words}`,
    parameters: Object.freeze({ ...parameters, client }),
    ...route,
    because,
  });
}

function routesOf(
  policy: NotificationPolicy,
  topic: NotificationTopic,
): readonly (readonly [NotificationAudience, NotificationRoute])[] {
  const path = at('policy', topic);
  const routes = checkObject(checkObject(policy, 'policy')[topic], path);
  for (const name of Object.keys(routes)) checkOneOf(name, path, NOTIFICATION_AUDIENCES);
  return NOTIFICATION_AUDIENCES.filter((audience) => routes[audience] !== undefined).map(
    (audience) => [audience, readRoute(routes[audience], at(path, audience))] as const,
  );
}

function readRoute(value: unknown, path: string): NotificationRoute {
  const { channel, urgency } = checkObject(value, path);
  return {
    channel: checkText(channel, at(path, 'channel')),
    urgency: checkOneOf(urgency, at(path, 'urgency'), NOTIFICATION_URGENCIES),
  };
}
