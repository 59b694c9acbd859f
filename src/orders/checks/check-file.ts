import { makeReason } from '../../evidence/index.js';
import { isBound } from './check-agreement.js';
import { type Finding, fixed } from './finding.js';
import type { OrderFacts } from './order-facts.js';

/** Has the client had every document, and is all evidence on file that is demanded? */
export function checkFile(facts: OrderFacts): readonly Finding[] {
  return [...checkDocuments(facts), ...checkEvidence(facts)];
}

function checkDocuments({ order, acquires }: OrderFacts): readonly Finding[] {
  const { documents = {} } = order;
  return (acquires?.documents ?? [])
    .filter((document) => !Object.hasOwn(documents, document))
    .map((document) => {
      const parameters = { document, product: order.product };
      return fixed(makeReason('orders.document-missing', 'require', parameters));
    });
}

/** Evidence is of one version of a proposal, and counts for the orders of that version alone. */
function checkEvidence({ order, context }: OrderFacts): readonly Finding[] {
  const { proposalHash } = order;
  const { consent } = context;
  const bound = consent !== null && isBound(consent) ? consent.evidence : [];
  const items = [...(order.evidence ?? []), ...bound]
    .filter((item) => item.proposalHash === proposalHash)
    .filter(({ on }) => on <= context.asOf);
  return (context.demands ?? [])
    .filter(({ orders }) => orders.includes(order.id))
    .flatMap(({ id: demand, kind, owners, citations }) => {
      const missing = owners.filter(
        (owner) => !items.some((item) => item.demand === demand && item.owner === owner),
      );
      const isThere = items.some((item) => item.demand === demand);
      if (owners.length === 0 ? isThere : missing.length === 0) return [];
      const parameters = { demand, kind, owners: missing };
      return [fixed(makeReason('orders.recording-missing', 'require', parameters, citations))];
    });
}
