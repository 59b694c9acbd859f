import type { PlainDate } from '../../../../dates/index.js';
import type { RuleFacts } from '../../../../rules/index.js';
import type { Expected } from '../conduct-cases.js';

/** The day of the cases. */
export const TODAY: PlainDate = '2026-06-15';

/** An ordinary investor of level C3 buys an R2 product in a branch, and everything is done as every article asks. */
export const SOLD: RuleFacts = {
  'product.regime': 'nfra-investment',
  'product.private': false,
  'product.issuerRisk': 2,
  'product.sellerRisk': 2,
  'product.accessRequired': false,
  'product.featuresDefined': true,
  'product.targetClientsDefined': true,
  'client.kind': 'natural',
  'client.professional': false,
  'client.riskLevel': 3,
  'client.inTargetClients': true,
  'client.refusesInformation': false,
  'information.identity': true,
  'information.finances': true,
  'information.experience': true,
  'information.objectives': true,
  'information.riskPreference': true,
  'information.required': true,
  'order.channel': 'branch',
  'order.solicited': true,
  'sale.throughAgent': false,
  'seller.qualified': true,
  'seller.trained': true,
  'opinion.saysNoGuarantee': true,
  'disclosure.basics': true,
  'disclosure.riskLevel': true,
  'disclosure.risks': true,
  'disclosure.fees': true,
  'disclosure.matchOpinion': true,
  'disclosure.other': true,
  'disclosure.comprehensible': true,
  'record.rating': true,
  'record.assessment': true,
  'record.notices': true,
  'record.recordings': true,
  'assessment.faults': [],
  'notice.faults': [],
  'promotion.faults': [],
  'sale.faults': [],
};

/** Duties that apply to every such sale, in the order of ids. */
const SALE_DUTIES: readonly string[] = [
  'CN-NFRA-16(2)',
  'CN-NFRA-17',
  'CN-NFRA-25',
  'CN-NFRA-31',
  'CN-NFRA-9',
];

/** All is well; some duties apply besides those of every sale, and others do not. */
export function well(besides: readonly string[] = [], not: readonly string[] = []): Expected {
  const duties = [...SALE_DUTIES, ...besides].filter((rule) => !not.includes(rule));
  return ['allow-with-evidence', ...duties.sort()];
}

/** What is due while something other than a sale is being done, all of it done. */
export function doing(activity: string, facts: RuleFacts): RuleFacts {
  return { 'conduct.activity': activity, 'product.regime': 'nfra-investment', ...facts };
}
