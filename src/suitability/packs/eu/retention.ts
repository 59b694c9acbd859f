import type { RetentionRule, RuleCondition } from '../../../rules/index.js';
import { delegated, directive, MIFID_IN_FORCE, marketsRegulation } from './citations.js';

/**
 * How long what was decided must be kept. Union law sets five years for the data of orders and transactions and for recorded
 * conversations; for the assessment itself (article 72 and Annex I of the delegated regulation) it leaves the years to the
 * Member States, where they may be more. Agreements are kept as long as the relationship lasts (article 73).
 *
 * @param service to which services it applies, so that two packs used together do not say it twice.
 * @param suffix what tells the ids of one pack from those of the other.
 */
export function euRetention(service: RuleCondition, suffix: string): readonly RetentionRule[] {
  const fiveYears = {
    inForce: MIFID_IN_FORCE,
    years: 5,
    after: 'decision',
    scope: service,
  } as const;
  return [
    {
      id: `EU-600-25(1)-${suffix}`,
      ...fiveYears,
      citations: [marketsRegulation('25(1)'), delegated('72')],
    },
    {
      id: `EU-MIFID-16(7)-${suffix}`,
      ...fiveYears,
      citations: [directive('16(7)'), delegated('76(8)'), delegated('76(11)')],
    },
  ];
}
