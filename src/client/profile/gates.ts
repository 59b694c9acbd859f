import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { QuestionnaireResult } from '../../questionnaire/index.js';
import type { ClientFacts, ClientStatus } from '../view.js';
import { ADULTS, SPECIAL_CARE } from './care-driver.js';
import type { ReadProfilePolicy } from './profile-policy.js';

/** What stands between a client and advice: reasons of severity `block` close the gate, `require` ask for something first. */
export function gatesOf(
  client: ClientFacts,
  age: number,
  { adultAge, specialCareAge }: ReadProfilePolicy,
): readonly Reason[] {
  const { status = 'active', consents = {} } = client;
  return [
    ...(age < adultAge ? [minorGate(age, adultAge)] : []),
    ...(status === 'active' ? [] : [makeReason(STATUS_CODES[status], 'block')]),
    ...(consents.profiling === true ? [] : [makeReason('client.no-profiling-consent', 'block')]),
    ...(age >= specialCareAge ? [specialCareGate(age, specialCareAge)] : []),
  ];
}

const STATUS_CODES: Readonly<Record<Exclude<ClientStatus, 'active'>, string>> = {
  frozen: 'client.frozen',
  closed: 'client.closed',
  deceased: 'client.deceased',
};

/** A minor: only a legal representative can act. */
export function minorGate(age: number, adultAge: number): Reason {
  return makeReason('client.minor', 'block', { age, adultAge }, [ADULTS]);
}

/** The special care that age brings. */
export function specialCareGate(age: number, specialCareAge: number): Reason {
  return makeReason('client.special-care', 'require', { age, specialCareAge }, [SPECIAL_CARE]);
}

/** An age that nobody reaches is more likely an error in the birth date. */
export function implausibleAge(
  age: number,
  { implausibleAgeAbove }: ReadProfilePolicy,
): readonly Reason[] {
  if (age <= implausibleAgeAbove) return [];
  return [makeReason('client.implausible-age', 'refer', { age, implausibleAgeAbove })];
}

/** Whether there is an assessment that gives a level, and whether it still counts. */
export function assessmentGates(
  questionnaire: QuestionnaireResult | null,
  asOf: PlainDate,
): readonly Reason[] {
  if (questionnaire === null) return [makeReason('client.no-assessment', 'block')];
  if (questionnaire.status !== 'scored') return withoutLevel(questionnaire.reasons);
  const { validThrough } = questionnaire;
  return asOf <= validThrough
    ? []
    : [makeReason('client.assessment-expired', 'require', { validThrough })];
}

/** Why there is no level; it closes the gate even where the reasons themselves would let advice pass. */
function withoutLevel(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.some(({ severity }) => severity === 'block')
    ? reasons
    : [...reasons, makeReason('client.no-level', 'block')];
}
