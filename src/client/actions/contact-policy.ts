import { at, checkInteger, checkList, checkObject, checkOneOf } from '../../errors/index.js';
import { NEED_KINDS, type NeedKind } from '../needs/need-policy.js';
import type { ProfilePolicy } from '../profile/profile-policy.js';

/** At most so many contacts within so many days, the day itself included. */
export interface ContactCap {
  readonly contacts: number;
  /** At least 1. */
  readonly days: number;
}

/** How often and about what a bank contacts its clients of its own accord. */
export interface ContactPolicy {
  /** For one and the same need, service notices included; at least 1, so that what is owed can be told. */
  readonly perNeed: ContactCap;
  /** For all needs together. What is owed to the client counts, but is not held back. */
  readonly inAll: ContactCap;
  /** Days after a client has declined before the same need is raised again. */
  readonly coolingOffDays: number;
  /**
   * Needs about which the client must be told by law or contract: no marketing. Default overdraft, maturity and
   * expiring assessment.
   */
  readonly serviceKinds?: readonly NeedKind[];
}

/** A bank's thresholds for needs and profiles, and its rules for contact. */
export interface ActionPolicy extends ProfilePolicy {
  readonly contact: ContactPolicy;
}

/** Checks the rules for contact and fills in the defaults. */
export function readContactPolicy(policy: unknown, path: string): Required<ContactPolicy> {
  const {
    perNeed,
    inAll,
    coolingOffDays,
    serviceKinds = ['overdraft', 'maturity', 'assessment-expiring'],
  } = checkObject(policy, path);
  const where = at(path, 'serviceKinds');
  return {
    perNeed: readCap(perNeed, at(path, 'perNeed'), 1),
    inAll: readCap(inAll, at(path, 'inAll'), 0),
    coolingOffDays: checkInteger(coolingOffDays, at(path, 'coolingOffDays'), MOST),
    serviceKinds: checkList<NeedKind>(serviceKinds, where).map((kind, index) =>
      checkOneOf(kind, at(where, index), NEED_KINDS),
    ),
  };
}

const MOST = { min: 0, max: 36_500 } as const;

function readCap(cap: unknown, path: string, least: 0 | 1): ContactCap {
  const { contacts, days } = checkObject(cap, path);
  return {
    contacts: checkInteger(contacts, at(path, 'contacts'), { ...MOST, min: least }),
    days: checkInteger(days, at(path, 'days'), { ...MOST, min: 1 }),
  };
}
