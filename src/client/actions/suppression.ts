import type { PlainDate } from '../../dates/index.js';
import { type Citation, makeCitation, makeReason, type Reason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { Need } from '../needs/need.js';
import type { ClientProfile } from '../profile/profile.js';
import type { ContactPurpose, NeedStanding, Suppression, SuppressionKind } from './action.js';
import type { ReadActionContext } from './action-context.js';
import { capReached, coolingOff } from './contact-limits.js';
import type { ContactPolicy } from './contact-policy.js';
import { type Draft, isProductAction } from './draft.js';

/** What decides whether a need may be acted on. */
export interface Circumstances {
  readonly asOf: PlainDate;
  readonly profile: ClientProfile;
  readonly contact: Required<ContactPolicy>;
  readonly context: ReadActionContext;
  /** Whether the client has agreed to be contacted for other than service. */
  readonly marketing: boolean;
}

/**
 * Whether a need may be acted on, and what stands in the way.
 *
 * What is owed to the client is held back only where nobody can be contacted or the same notice has just been given; where
 * something else stands in the way of a product, the client is told what has to be told and no more. All else is held
 * back by anything at all.
 */
export function standingOf<C extends CurrencyCode>(
  need: Need<C>,
  draft: Draft<C>,
  given: Circumstances,
): NeedStanding<C> {
  const purpose: ContactPurpose = given.contact.serviceKinds.includes(need.kind)
    ? 'service'
    : 'marketing';
  const hard = [...nobodyToContact(given.profile), ...sameNeedCap(need, given)];
  const soft = [
    ...(given.marketing ? [] : [NO_CONSENT]),
    ...capReached(
      given.context.contacts,
      given.contact.inAll,
      given.asOf,
      'client.contact-cap-all',
    ),
    ...coolingOff(contactsAbout(need, given), given.contact.coolingOffDays, given.asOf),
    ...unsuitable(draft, given),
    ...draft.suppressions,
  ];
  const standing = (
    status: NeedStanding['status'],
    suppressions: readonly Suppression[],
  ): NeedStanding<C> =>
    Object.freeze({ need, purpose, status, suppressions: Object.freeze(suppressions) });

  if (hard.length > 0) return standing('suppressed', [...hard, ...soft]);
  if (soft.length === 0) return standing('open', []);
  if (purpose === 'marketing') return standing('suppressed', soft);
  return isProductAction(draft.action) ? standing('notice-only', soft) : standing('open', []);
}

function contactsAbout({ id }: Need, { context }: Circumstances): ReadActionContext['contacts'] {
  return context.contacts.filter(({ need }) => need === id);
}

function sameNeedCap(need: Need, given: Circumstances): readonly Suppression[] {
  const { asOf, contact } = given;
  return capReached(contactsAbout(need, given), contact.perNeed, asOf, 'client.contact-cap-need');
}

const NOBODY = ['client.deceased', 'client.closed'];

function nobodyToContact({ reasons }: ClientProfile): readonly Suppression[] {
  return reasons.filter(({ code }) => NOBODY.includes(code)).map(heldBackFor);
}

/** Gates, the level, and care for the vulnerable. */
function unsuitable(
  { action }: Draft,
  { profile, context }: Circumstances,
): readonly Suppression[] {
  const gates = profile.reasons.filter(
    ({ code, severity }) => severity === 'block' && !NOBODY.includes(code),
  );
  const expired = profile.reasons.filter(({ code }) => code === 'client.assessment-expired');
  const unseen = context.needsCare && !context.humanReview;
  return [
    ...gates,
    ...(isProductAction(action) ? expired : []),
    ...(isProductAction(action) && profile.risk.level === null
      ? [makeReason('client.level-unknown', 'require')]
      : []),
    ...(unseen ? [makeReason('client.no-human-review', 'refer')] : []),
  ].map(heldBackFor);
}

function heldBackFor(reason: Reason): Suppression {
  const kind = KIND_OF[reason.code] ?? 'suitability';
  return Object.freeze({ kind, until: null, reason });
}

/** What stands in the way other than suitability. */
const KIND_OF: Readonly<Record<string, SuppressionKind>> = {
  'client.deceased': 'client-status',
  'client.closed': 'client-status',
  'client.frozen': 'client-status',
  'client.minor': 'client-status',
  'client.no-profiling-consent': 'consent',
  'client.no-human-review': 'human-review',
};

const AUTOMATED_MARKETING: Citation = makeCitation({
  instrument: '中华人民共和国个人信息保护法 (Personal Information Protection Law of China)',
  article: '24',
  verified: true,
  inForceFrom: '2021-11-01',
});

const NO_CONSENT: Suppression = Object.freeze({
  kind: 'consent',
  until: null,
  reason: makeReason('client.no-marketing-consent', 'block', {}, [AUTOMATED_MARKETING]),
});
