import { AptfolioError, at, checkObject, checkRange, checkText } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';

/** How much each field of a client's facts counts, and how much is needed. */
export interface CompletenessPolicy {
  /** Field → weight, above 0; at least one. */
  readonly fieldWeights: Readonly<Record<string, number>>;
  /** Share of the weight that must be present, decimal fraction above 0 and up to 1. */
  readonly threshold: number;
}

/** Whether enough is known about a client. */
export interface Completeness {
  readonly status: 'complete' | 'incomplete';
  /** Weight present / weight in all, decimal fraction, not rounded. */
  readonly score: number;
  readonly weightPresent: number;
  readonly weightTotal: number;
  readonly threshold: number;
  /** The fields that are missing, in the order of the policy. */
  readonly missing: readonly string[];
  /** The same fields in the order in which to ask for them: the heaviest first. */
  readonly nextQuestions: readonly string[];
  /** One reason of severity `block` while the score is below the threshold. */
  readonly reasons: readonly Reason[];
}

/**
 * Measures how much of what a purpose needs is known about a client.
 *
 * @param present the names of the fields that are known, or the facts themselves, where a field counts
 * unless it is absent, `undefined`, `null` or an empty text: an empty list is an answer ("no
 * dependants"). Fields that the policy does not name have no influence.
 * @throws AptfolioError with the path `policy.fieldWeights.assets`.
 *
 * @example
 * ```ts
 * import { assessCompleteness } from 'aptfolio/client';
 *
 * const policy = { fieldWeights: { birthDate: 3, assets: 3, contact: 1, goals: 3 }, threshold: 0.9 };
 * const first = assessCompleteness(['birthDate', 'assets'], policy);
 * first.status; // => 'incomplete'
 * first.score; // => 0.6
 * first.missing; // => ['contact', 'goals']
 * first.nextQuestions; // => ['goals', 'contact']
 * assessCompleteness({ birthDate: '1988-02-29', assets: [], goals: [] }, policy).status; // => 'complete'
 * ```
 */
export function assessCompleteness(
  present: Iterable<string> | Readonly<Record<string, unknown>>,
  policy: CompletenessPolicy,
): Completeness {
  const { fieldWeights, threshold } = checkPolicy(policy);
  const known = presentFields(present);
  const fields = Object.keys(fieldWeights);
  const missing = fields.filter((field) => !known.has(field));
  const weightTotal = sumOf(fields, fieldWeights);
  const weightPresent = sumOf(
    fields.filter((field) => known.has(field)),
    fieldWeights,
  );
  const score = weightPresent / weightTotal;
  const status = score >= threshold ? 'complete' : 'incomplete';
  return Object.freeze({
    status,
    score,
    weightPresent,
    weightTotal,
    threshold,
    missing: Object.freeze(missing),
    nextQuestions: Object.freeze([...missing].sort((a, b) => fieldWeights[b]! - fieldWeights[a]!)),
    reasons: Object.freeze(
      status === 'complete' ? [] : [makeReason('client.incomplete', 'block', { score, threshold })],
    ),
  });
}

function checkPolicy(policy: CompletenessPolicy): CompletenessPolicy {
  checkObject(policy, 'policy');
  const weights = checkObject(policy.fieldWeights, 'policy.fieldWeights');
  const fields = Object.keys(weights);
  if (fields.length === 0) {
    throw new AptfolioError('empty', 'policy.fieldWeights', 'at least one field');
  }
  for (const field of fields) {
    checkRange(weights[field], at('policy.fieldWeights', field), { exclusiveMin: 0 });
  }
  checkRange(policy.threshold, 'policy.threshold', { exclusiveMin: 0, max: 1 });
  return policy;
}

function presentFields(present: unknown): ReadonlySet<string> {
  if (typeof present === 'object' && present !== null && Symbol.iterator in present) {
    const names = [...(present as Iterable<unknown>)];
    return new Set(names.map((name, index) => checkText(name, at('present', index))));
  }
  const facts = checkObject(present, 'present');
  const isKnown = (field: string) => ![undefined, null, ''].includes(facts[field] as null);
  return new Set(Object.keys(facts).filter(isKnown));
}

function sumOf(fields: readonly string[], weights: Readonly<Record<string, number>>): number {
  return fields.reduce((sum, field) => sum + weights[field]!, 0);
}
