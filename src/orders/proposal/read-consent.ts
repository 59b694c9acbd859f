import { parsePlainDate } from '../../dates/index.js';
import { at, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import { CONSENT_MANNERS, type EvidenceItem, type ProposalConsent } from './consent.js';
import { checkHash } from './read-fields.js';

/** Checks a consent and keeps what belongs to it. */
export function readConsent(consent: ProposalConsent, path: string): ProposalConsent {
  checkObject(consent, path);
  const { by } = consent;
  return Object.freeze({
    proposalHash: checkHash(consent.proposalHash, at(path, 'proposalHash')),
    owner: checkText(consent.owner, at(path, 'owner')),
    ...(by === undefined ? {} : { by: checkText(by, at(path, 'by')) }),
    on: parsePlainDate(consent.on, at(path, 'on')),
    how: checkOneOf(consent.how, at(path, 'how'), CONSENT_MANNERS),
    reference: checkText(consent.reference, at(path, 'reference')),
  });
}

/** Checks an item of evidence and keeps what belongs to it. */
export function readEvidence(item: EvidenceItem, path: string): EvidenceItem {
  checkObject(item, path);
  const { owner } = item;
  return Object.freeze({
    demand: checkText(item.demand, at(path, 'demand')),
    proposalHash: checkHash(item.proposalHash, at(path, 'proposalHash')),
    ...(owner === undefined ? {} : { owner: checkText(owner, at(path, 'owner')) }),
    on: parsePlainDate(item.on, at(path, 'on')),
    reference: checkText(item.reference, at(path, 'reference')),
  });
}
