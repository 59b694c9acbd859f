import type { PlainDate } from '../dates/index.js';
import { type Citation, makeCitation, makeReason, type Reason } from '../evidence/index.js';
import type { QuestionnaireResult } from '../questionnaire/index.js';
import type { ReadProfilePolicy } from './profile-policy.js';
import type { ClientFacts, ClientStatus } from './view.js';

/** What stands between a client and advice: reasons of severity `block` close the gate, `require` ask for something first. */
export function gatesOf(
  client: ClientFacts,
  age: number,
  { adultAge, specialCareAge }: ReadProfilePolicy,
): readonly Reason[] {
  const { status = 'active', consents = {} } = client;
  return [
    ...(age < adultAge ? [makeReason('client.minor', 'block', { age, adultAge }, [ADULTS])] : []),
    ...(status === 'active' ? [] : [makeReason(STATUS_CODES[status], 'block')]),
    ...(consents.profiling === true ? [] : [makeReason('client.no-profiling-consent', 'block')]),
    ...(age >= specialCareAge
      ? [makeReason('client.special-care', 'require', { age, specialCareAge }, [SPECIAL_CARE])]
      : []),
  ];
}

const STATUS_CODES: Readonly<Record<Exclude<ClientStatus, 'active'>, string>> = {
  frozen: 'client.frozen',
  closed: 'client.closed',
  deceased: 'client.deceased',
};

const ADULTS: Citation = makeCitation({
  instrument: '中华人民共和国民法典 (Civil Code of China)',
  article: '17',
  verified: true,
  inForceFrom: '2021-01-01',
});

const SPECIAL_CARE: Citation = makeCitation({
  instrument:
    '金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025)',
  article: '18',
  verified: true,
  inForceFrom: '2026-02-01',
});

/** Whether there is an assessment, and whether it still counts. */
export function assessmentGates(
  questionnaire: QuestionnaireResult | null,
  asOf: PlainDate,
): readonly Reason[] {
  if (questionnaire === null) return [makeReason('client.no-assessment', 'block')];
  if (questionnaire.status === 'incomplete') return questionnaire.reasons;
  const { validThrough } = questionnaire;
  return asOf <= validThrough
    ? []
    : [makeReason('client.assessment-expired', 'require', { validThrough })];
}
