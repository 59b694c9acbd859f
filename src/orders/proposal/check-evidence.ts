import type { PlainDate } from '../../dates/index.js';
import type { EvidenceItem, MissingEvidence } from './consent.js';
import type { EvidenceDemand, OrderProposal } from './proposal.js';

/** What of the demanded evidence is on file, and what is missing. */
export interface FiledEvidence {
  readonly items: readonly EvidenceItem[];
  readonly missing: readonly MissingEvidence[];
}

/** Holds the evidence on file against what a proposal demands: of this version, from its day to the day of the decision. */
export function checkEvidence(
  proposal: OrderProposal,
  items: readonly EvidenceItem[],
  asOf: PlainDate,
): FiledEvidence {
  const counting = items
    .filter(({ proposalHash }) => proposalHash === proposal.hash)
    .filter(({ on }) => on >= proposal.asOf && on <= asOf)
    .sort(byDay);
  const needs = proposal.evidence.flatMap(needsOf);
  const found = needs.map(({ demand, owner }) =>
    counting.find(
      (item) => item.demand === demand && (owner === undefined || item.owner === owner),
    ),
  );
  return {
    items: found.filter((item) => item !== undefined),
    missing: Object.freeze(needs.filter((_, i) => found[i] === undefined)),
  };
}

/** A demand for each owner of whom it is made. */
function needsOf({ id: demand, kind, owners }: EvidenceDemand): readonly MissingEvidence[] {
  if (owners.length === 0) return [Object.freeze({ demand, kind })];
  return owners.map((owner) => Object.freeze({ demand, kind, owner }));
}

function byDay(a: EvidenceItem, b: EvidenceItem): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.reference < b.reference ? -1 : 1;
}
