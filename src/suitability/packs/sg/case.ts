import type { PlainDate } from '../../../dates/index.js';
import type { DecisionStatus, GoldenCase, RuleFacts } from '../../../rules/index.js';

const TODAY: PlainDate = '2026-03-02';
export const BEFORE_REVISION: PlainDate = '2025-12-28';

/** A retail client with a sound recommendation. */
export const RETAIL: RuleFacts = {
  'client.birthDate': '1985-06-01',
  'sg.client.optedIn': false,
  'sg.client.factFindComplete': true,
  'sg.client.factFindDeclined': false,
  'sg.client.englishProficient': true,
  'sg.client.schoolCertificate': true,
  'sg.client.selected': false,
  'sg.product.specified': 'none',
  'sg.product.kind': 'other',
  'sg.product.accreditedOnly': false,
  'sg.order.recommended': true,
  'sg.order.informationDisclosed': true,
  'sg.order.reasonableBasis': true,
};

/** Somebody who opted in and buys, unadvised, what is for accredited investors only. */
export const OPTED_IN: RuleFacts = {
  'sg.client.optedIn': true,
  'sg.client.assetsWithoutHome': 0,
  'sg.client.homeEquity': 0,
  'sg.client.financialAssets': 0,
  'sg.client.income12m': 300_000,
  'sg.product.specified': 'none',
  'sg.product.kind': 'other',
  'sg.product.accreditedOnly': true,
  'sg.order.recommended': false,
};

/** Whatever a recommendation would need is missing. */
export const NOTHING_DONE: RuleFacts = {
  'sg.order.informationDisclosed': false,
  'sg.order.reasonableBasis': false,
  'sg.client.factFindComplete': false,
  'sg.client.englishProficient': false,
  'sg.client.schoolCertificate': false,
  'sg.client.selected': true,
  'sg.order.callBackDone': false,
};

type Expected = readonly [status: DecisionStatus, ...deciding: string[]];

export const MET: Expected = ['allow-with-evidence', 'SG-FAA-34', 'SG-FAA-N16'];

/** A case; it is asked on one fixed day unless another is named. */
export function written(
  id: string,
  facts: RuleFacts,
  [status, ...deciding]: Expected,
  why: string,
  asOf: PlainDate = TODAY,
): GoldenCase {
  return { id, asOf, facts, expect: { status, deciding }, why };
}
