import type { PlainDate } from '../../../../dates/index.js';
import type { RuleFacts } from '../../../../rules/index.js';
import type { Expected } from '../conduct-cases.js';

/** The day of the cases. */
export const TODAY: PlainDate = '2026-06-15';

/** A bank sells a public fund to an ordinary investor in a branch, and everything is done as every article asks. */
export const SOLD: RuleFacts = {
  'institution.kind': 'bank',
  'product.regime': 'csrc',
  'product.private': false,
  'product.fund': true,
  'product.accessRequired': false,
  'client.professional': false,
  'client.objectiveMismatch': false,
  'information.identity': true,
  'information.finances': true,
  'information.financialAssets': true,
  'information.experience': true,
  'information.ability': true,
  'order.channel': 'branch',
  'order.solicited': true,
  'statement.certainty': false,
  'statement.contentExplained': true,
  'statement.risksRevealed': true,
  'sale.faults': [],
  'notice.principalLoss': true,
  'notice.beyondPrincipal': true,
  'notice.firmLoss': true,
  'notice.firmChanges': true,
  'notice.limits': true,
  'disclosure.matchOpinion': true,
  'record.noticesRecorded': true,
  'record.matchPlan': true,
  'record.notices': true,
  'record.recordings': true,
};

const SALE_DUTIES: readonly string[] = [
  'CN-CSRC-23',
  'CN-CSRC-25-branch',
  'CN-CSRC-32',
  'CN-FUND-98',
];

/** All is well; some duties apply besides those of every such sale, and others do not. */
export function well(besides: readonly string[] = [], not: readonly string[] = []): Expected {
  const duties = [...SALE_DUTIES, ...besides].filter((rule) => !not.includes(rule));
  return ['allow-with-evidence', ...duties.sort()];
}

/** An ordinary investor is in dispute with the bank, which can show everything. */
export const COMPLAINT: RuleFacts = {
  'conduct.activity': 'complaint',
  'institution.kind': 'bank',
  'product.regime': 'csrc',
  'client.professional': false,
  'evidence.assessment': true,
  'evidence.rating': true,
  'evidence.match': true,
  'evidence.notices': true,
  'evidence.recordings': true,
  'evidence.noMisleading': true,
};
