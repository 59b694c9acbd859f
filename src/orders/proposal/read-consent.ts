import { parsePlainDate } from '../../dates/index.js';
import {
  at,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { CONSENT_MANNERS, type EvidenceItem, type ProposalConsent } from './consent.js';
import { checkHash } from './read-fields.js';

const CONSENT_FIELDS: FieldsOf<ProposalConsent> = {
  proposalHash: true,
  owner: true,
  by: true,
  on: true,
  how: true,
  reference: true,
};
const EVIDENCE_FIELDS: FieldsOf<EvidenceItem> = {
  demand: true,
  proposalHash: true,
  owner: true,
  on: true,
  reference: true,
};

/** Checks a consent and keeps what belongs to it. */
export function readConsent(consent: ProposalConsent, path: string): ProposalConsent {
  refuseUnknown(checkObject(consent, path), path, CONSENT_FIELDS);
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
  refuseUnknown(checkObject(item, path), path, EVIDENCE_FIELDS);
  const { owner } = item;
  return Object.freeze({
    demand: checkText(item.demand, at(path, 'demand')),
    proposalHash: checkHash(item.proposalHash, at(path, 'proposalHash')),
    ...(owner === undefined ? {} : { owner: checkText(owner, at(path, 'owner')) }),
    on: parsePlainDate(item.on, at(path, 'on')),
    reference: checkText(item.reference, at(path, 'reference')),
  });
}
