import { describe, expect, it } from 'vitest';
import { checkMessages, formatMessage, LOCALES } from '../../../src/evidence/index.js';
import {
  advanceOrder,
  draftOrder,
  foldOrder,
  NOTIFICATION_TOPICS,
  type NotifiableChange,
  type NotificationPolicy,
  type NotificationTopic,
  notificationsOf,
  type Order,
  type OrderEvent,
  ordersMessages,
} from '../../../src/orders/index.js';
import { EVENT_KINDS } from '../../../src/orders/life/events.js';
import { PRODUCT_STATUSES } from '../../../src/products/index.js';
import { proposal } from '../proposal/support.js';
import {
  accepted,
  advanced,
  cny,
  draft,
  event,
  expectRefusal,
  isDeeplyFrozen,
  planned,
  upToAccepted,
  wrong,
} from '../support.js';

const routes = {
  client: { channel: 'app', urgency: 'normal' },
  adviser: { channel: 'desk', urgency: 'low' },
  operations: { channel: 'queue', urgency: 'high' },
} as const;
const policy = Object.fromEntries(
  NOTIFICATION_TOPICS.map((topic) => [topic, routes]),
) as unknown as NotificationPolicy;
const options = { client: 'C-1', names: { P03: 'Balanced Fund' } };

const tell = (change: NotifiableChange) => notificationsOf(change, policy, options);
const eventOf = (order: Order<'CNY'>, one: OrderEvent<'CNY'>): NotifiableChange => ({
  ...{ kind: 'order-event', step: advanceOrder(order, one), event: one },
});
const english = (change: NotifiableChange) =>
  tell(change).map(({ key, parameters }) => formatMessage(ordersMessages, key, 'en', parameters));

const fill = (id: string, amount: string) => event(id, { kind: 'fill', amount: cny(amount) });
const partly = advanced(accepted, [fill('f1', '225')]);
const asked = advanced(partly, [event('r1', { kind: 'cancel-request' })]);
const filled = advanced(accepted, [fill('f1', '131225')]);
const checked = advanced(draft, upToAccepted(draft).slice(0, 1));
const confirmed = advanced(draft, upToAccepted(draft).slice(0, 2));
const submitted = advanced(draft, upToAccepted(draft).slice(0, 3));

/** A change for every topic. */
const CHANGES: Readonly<Record<NotificationTopic, NotifiableChange>> = {
  'order-checked': eventOf(draft, upToAccepted(draft)[0]!),
  'order-confirmed': eventOf(checked, upToAccepted(draft)[1]!),
  'order-submitted': eventOf(confirmed, upToAccepted(draft)[2]!),
  'order-accepted': eventOf(submitted, event('e4', { kind: 'accept' })),
  'order-partly-filled': eventOf(accepted, fill('f1', '225')),
  'order-filled': eventOf(partly, fill('f2', '131000')),
  'fill-corrected': eventOf(partly, event('b', { kind: 'bust', fill: 'f1' })),
  'order-settled': eventOf(filled, event('s', { kind: 'settle' })),
  'order-rejected': eventOf(
    accepted,
    event('x', { kind: 'reject', reasonCode: 'selection.subscription-suspended' }),
  ),
  'cancel-requested': eventOf(partly, event('r1', { kind: 'cancel-request' })),
  'order-cancelled': eventOf(partly, event('x', { kind: 'cancel' })),
  'cancel-refused': eventOf(asked, event('n', { kind: 'cancel-refused', request: 'r1' })),
  'order-expired': eventOf(partly, event('x', { kind: 'expire' })),
  'event-refused': eventOf(partly, fill('f2', '131001')),
  ...(Object.fromEntries(
    PRODUCT_STATUSES.map((status) => [
      `product-${status}`,
      { kind: 'product-status', id: 'PS-1', product: 'P03', status },
    ]),
  ) as Record<`product-${(typeof PRODUCT_STATUSES)[number]}`, NotifiableChange>),
  'product-re-rated': {
    kind: 'product-rating',
    id: 'PR-1',
    product: 'P03',
    was: 'R2',
    now: 'R3',
    level: 'C3',
  },
  'product-re-rated-above': {
    kind: 'product-rating',
    id: 'PR-1',
    product: 'P03',
    was: 'R3',
    now: 'R4',
    level: 'C3',
  },
  'consent-needed': { kind: 'consent-needed', id: 'N-1', proposal },
  'proposal-expired': { kind: 'proposal-expired', id: 'N-2', proposal },
};
const cases = Object.entries(CHANGES);

describe('a change', () => {
  it.each(cases)(
    'of %s is told to each audience, with a text in every language',
    (topic, change) => {
      const told = tell(change);
      expect([...new Set(told.map((one) => one.topic))]).toEqual([topic]);
      const audiences = told.map(({ audience }) => audience);
      expect([...new Set(audiences)]).toEqual(['client', 'adviser', 'operations']);
      for (const { key, parameters, audience, channel, urgency } of told) {
        expect({ channel, urgency }).toEqual(routes[audience]);
        for (const locale of LOCALES) {
          expect(formatMessage(ordersMessages, key, locale, parameters)).not.toMatch(/[{}]/);
        }
      }
      expect(isDeeplyFrozen(told)).toBe(true);
    },
  );

  it('has texts with the same placeholders in every language, and none that no change uses', () => {
    expect(checkMessages(ordersMessages)).toEqual([]);
    const used = new Set(cases.flatMap(([, change]) => tell(change).map(({ key }) => key)));
    const keys = Object.keys(ordersMessages).filter((key) => key.startsWith('orders.notice.'));
    expect([...used].sort()).toEqual(keys.sort());
  });

  it('reads well', () => {
    expect(english(CHANGES['order-rejected']).slice(0, 2)).toEqual([
      'Your order plan/P03/1 for 131,225.00 CNY of Balanced Fund was not accepted and nothing was carried out. If you have any questions, please contact us.',
      'Order plan/P03/1 of client C-1 for 131,225.00 CNY of Balanced Fund was rejected; reason code: selection.subscription-suspended.',
    ]);
    expect(english(CHANGES['order-cancelled'])[0]).toBe(
      'Your order plan/P03/1 for Balanced Fund has been cancelled. Carried out before: 225.00 CNY.',
    );
  });
});

describe('the id', () => {
  const idsOf = (change: NotifiableChange, given = policy, to = options) =>
    notificationsOf(change, given, to).map(({ id }) => id);

  it('is the same whenever the change is told, by whatever channel', () => {
    const change = CHANGES['order-filled'];
    const other = { ...policy, 'order-filled': { client: { channel: 'letter', urgency: 'high' } } };
    expect(idsOf(change, other as NotificationPolicy)).toEqual(idsOf(change).slice(0, 1));
    // The order has gone on since.
    const since = advanced(partly, [fill('f2', '131000'), event('s', { kind: 'settle' })]);
    const later = { ...change, step: { status: 'advanced', order: since } } as NotifiableChange;
    expect(idsOf(later)).toEqual(idsOf(change));
  });

  it('differs by topic, subject, event, client and audience', () => {
    const ids = [
      ...cases.flatMap(([, change]) => idsOf(change)),
      ...idsOf(CHANGES['order-filled'], policy, { ...options, client: 'C-2' }),
      ...idsOf(eventOf(partly, fill('f3', '131000'))),
      ...idsOf(eventOf({ ...partly, id: 'plan/P03/2' }, fill('f2', '131000'))),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('tells of every kind of event, so that a policy alone decides what is news', () => {
  const kinds = Object.values(CHANGES).flatMap((one) =>
    one.kind === 'order-event' && one.step.status === 'advanced' ? one.event.kind : [],
  );
  expect([...new Set([...kinds, 'correct'])].sort()).toEqual([...EVENT_KINDS].sort());
});

describe('what is no news', () => {
  it.each([
    ['a repeated event', eventOf(partly, fill('f1', '225'))],
    [
      'a rating that stayed',
      { kind: 'product-rating', id: 'x', product: 'P03', was: 'R3', now: 'R3', level: 'C1' },
    ],
  ] as const)('is %s', (_, change) => {
    expect(tell(change as NotifiableChange)).toEqual([]);
  });

  it('is told to nobody whom the policy leaves out', () => {
    const silent = { ...policy, 'order-filled': {} };
    expect(notificationsOf(CHANGES['order-filled'], silent, options)).toEqual([]);
  });
});

describe('a proposal', () => {
  it('is told to each owner, and once to the staff', () => {
    const told = tell(CHANGES['consent-needed']);
    expect(told.map(({ audience, owner }) => [audience, owner])).toEqual([
      ['client', 'C-1'],
      ['client', 'C-2'],
      ['adviser', undefined],
      ['operations', undefined],
    ]);
    const missing = { ...CHANGES['consent-needed'], owners: ['C-2'] } as NotifiableChange;
    expect(tell(missing).map(({ id }) => id)).toEqual(told.slice(1).map(({ id }) => id));
  });
});

describe('a rating above the level', () => {
  it.each([
    ['R3', 'C3', 'product-re-rated'],
    ['R4', 'C3', 'product-re-rated-above'],
    ['R5', 'C5', 'product-re-rated'],
    ['R2', 'C1', 'product-re-rated-above'],
  ] as const)('%s for %s is %s', (now, level, topic) => {
    const change = {
      kind: 'product-rating',
      id: 'x',
      product: 'P03',
      was: 'R1',
      now,
      level,
    } as const;
    expect(tell(change)[0]?.topic).toBe(topic);
  });
});

describe('a folded order', () => {
  it('tells of each event that was applied', () => {
    const events = [fill('f2', '131000'), fill('f1', '225')];
    const { order } = foldOrder(accepted, events);
    const told = events.map((one) =>
      tell({ kind: 'order-event', step: { status: 'advanced', order }, event: one }),
    );
    expect(told.flat().map(({ because }) => because)).toEqual([
      ...Array(3).fill('f2'),
      ...Array(3).fill('f1'),
    ]);
  });
});

describe('notificationsOf', () => {
  const change = CHANGES['order-filled'];
  const rating = CHANGES['product-re-rated'];

  it.each([
    ['no change', null, policy, options, 'missing-value', 'change'],
    ['an unknown change', { kind: 'weather' }, policy, options, 'unknown-value', 'change.kind'],
    ['no step', { ...change, step: null }, policy, options, 'missing-value', 'change.step'],
    ['an unknown rating', { ...rating, now: 'R9' }, policy, options, 'unknown-value', 'change.now'],
    [
      'an unknown level',
      { ...rating, level: null },
      policy,
      options,
      'missing-value',
      'change.level',
    ],
    [
      'an unknown status',
      { ...CHANGES['product-open'], status: 'gone' },
      policy,
      options,
      'unknown-value',
      'change.status',
    ],
    [
      'an event without an id',
      { ...CHANGES['product-open'], id: '' },
      policy,
      options,
      'empty',
      'change.id',
    ],
    ['no policy', change, null, options, 'missing-value', 'policy'],
    ['a policy without the topic', change, {}, options, 'missing-value', 'policy["order-filled"]'],
    [
      'an unknown audience',
      change,
      { 'order-filled': { all: {} } },
      options,
      'unknown-value',
      'policy["order-filled"]',
    ],
    [
      'a route without a channel',
      change,
      { 'order-filled': { client: { urgency: 'high' } } },
      options,
      'missing-value',
      'policy["order-filled"].client.channel',
    ],
    [
      'an unknown urgency',
      change,
      { 'order-filled': { client: { channel: 'app', urgency: 'now' } } },
      options,
      'unknown-value',
      'policy["order-filled"].client.urgency',
    ],
    ['no client', change, policy, {}, 'missing-value', 'options.client'],
    [
      'an empty name',
      change,
      policy,
      { client: 'C-1', names: { P03: '' } },
      'empty',
      'options.names.P03',
    ],
  ] as const)('refuses %s', (_, given, rules, to, code, path) => {
    expectRefusal(() => notificationsOf(wrong(given), wrong(rules), wrong(to)), code, path);
  });
});

describe('a notification’s id', () => {
  const idOf = (order: Order<'CNY'>, one: OrderEvent<'CNY'>) => tell(eventOf(order, one))[0]?.id;
  const march = event('e1', { kind: 'check', status: 'allowed' });
  const september = { ...march, at: '2026-09-02T10:00:00+08:00' };
  const inPlan = (proposalHash: string) => draftOrder(planned, { proposalHash });

  it('tells two plans apart, though order and event have the same ids', () => {
    expect(idOf(inPlan('h1'), march)).not.toBe(idOf(inPlan('h2'), march));
  });

  it('tells the same order again, of another time, apart', () => {
    const again = draftOrder(planned);
    expect(idOf(again, march)).not.toBe(idOf(again, september));
    expect(idOf(again, march)).toBe(idOf(draftOrder(planned), march));
  });
});

describe('a change that is none', () => {
  const given = (change: object) => () => tell(wrong(change));
  const consent = { kind: 'consent-needed', id: 'x', proposal };

  it.each([
    ['owners that are no list', { ...consent, owners: 'C-1' }, 'invalid-type', 'change.owners'],
    [
      'an owner who is none of the proposal’s',
      { ...consent, owners: ['Z'] },
      'unknown-id',
      'change.owners[0]',
    ],
    [
      'a proposal that was altered',
      { ...consent, proposal: { ...proposal, validUntil: '2030-01-01' } },
      'invalid-record',
      'change.proposal',
    ],
    [
      'an event that is not the step’s',
      { ...eventOf(draft, upToAccepted(draft)[0]!), event: upToAccepted(draft)[1] },
      'inconsistent',
      'change.event',
    ],
  ] as const)('is refused: %s', (_, change, code, path) => {
    expectRefusal(given(change), code, path);
  });

  it('says that no reason came with a refusal', () => {
    const refusal = event('n', { kind: 'cancel-refused', request: 'r1' });
    const texts = english(eventOf(asked, refusal));
    expect(texts[2]).toMatch(/reason code: not given\.$/);
  });
});
