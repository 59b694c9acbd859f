import { parsePlainDate } from '../../dates/index.js';
import { at, checkList, checkObject, checkRange, renamePaths } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { assessCompleteness, type Completeness, type CompletenessPolicy } from '../completeness.js';
import { checkFactPath } from './fact-path.js';
import { checkFields, type FieldGap, stateOf } from './field-state.js';
import { lastYoungDay, type MaxAge, readMaxAge } from './freshness.js';
import type { MergedFacts } from './merged-facts.js';

/** What one purpose needs to know. */
export interface PurposeNeeds extends CompletenessPolicy {
  /** Paths without which the purpose is not served, whatever the score. */
  readonly required?: readonly string[];
  /** Path → how old its fact may be here; only tightens what the facts were merged with. */
  readonly maxAge?: Readonly<Record<string, MaxAge>>;
  /** Facts less sure than this, 0 to 1, do not count here. Default 0. */
  readonly minConfidence?: number;
}

/** What each purpose needs to know, by its name: `profile`, `advice`, `high-risk-advice`. */
export interface PurposePolicy<P extends string = string> {
  readonly purposes: Readonly<Record<P, PurposeNeeds>>;
}

/** A path that a purpose needs and cannot rely upon. */
export interface PurposeGap {
  readonly path: string;
  readonly state: FieldGap;
  /** 0 for a path that is only required. */
  readonly weight: number;
  readonly required: boolean;
  /** Severity `require` for a required path, else `info`. */
  readonly reason: Reason;
}

/** Whether enough is known for one purpose. */
export interface PurposeCompleteness extends Completeness {
  /** `complete` at the threshold and with every required path. */
  readonly status: 'complete' | 'incomplete';
  /** The required paths that are missing first, then the heaviest. */
  readonly nextQuestions: readonly string[];
  /** Each missing path and why, in the order of `missing`. */
  readonly gaps: readonly PurposeGap[];
}

/**
 * Measures for each purpose whether enough is known about a client.
 *
 * Only a fresh value counts. A path that is absent, empty, withdrawn, stale, not sure enough or contradicted is missing,
 * and its gap says which.
 *
 * @param merged the result of `mergeFacts`.
 * @param policy paths with weights, a threshold, required paths and stricter ages for each purpose.
 * @throws AptfolioError with the path `policy.purposes.advice.fieldWeights.holdings`, or of a broken merged file
 * `merged.fields.goals.status`.
 *
 * @example
 * ```ts
 * import { completenessByPurpose, mergeFacts } from 'aptfolio/client';
 *
 * const say = (path, value, asOf) => ({ path, value, asOf, source: 'client', confidence: 1 });
 * const facts = [say('client.birthDate', '1988-02-29', '2024-01-05'), say('experience', 'funds', '2025-06-01')];
 * const merged = mergeFacts(facts, { sources: ['client'] }, { asOf: '2026-03-02' });
 * const fieldWeights = { 'client.birthDate': 3, experience: 1, goals: 1 };
 * const { profile, 'high-risk-advice': highRisk } = completenessByPurpose(merged, {
 *   purposes: {
 *     profile: { fieldWeights, threshold: 0.8 },
 *     'high-risk-advice': {
 *       fieldWeights, threshold: 0.6, required: ['experience'], maxAge: { experience: { months: 6 } },
 *     },
 *   },
 * });
 * profile.status; // => 'complete'
 * highRisk.score; // => 0.6
 * highRisk.status; // => 'incomplete'
 * highRisk.gaps.map(({ path, state }) => `${path} ${state}`); // => ['experience stale', 'goals absent']
 * ```
 */
export function completenessByPurpose<P extends string>(
  merged: Pick<MergedFacts, 'asOf' | 'fields'>,
  policy: PurposePolicy<P>,
): Readonly<Record<P, PurposeCompleteness>> {
  const fields = checkFields(checkObject(merged, 'merged').fields, 'merged.fields');
  const asOf = parsePlainDate(merged.asOf, 'merged.asOf');
  const purposes = checkObject(checkObject(policy, 'policy').purposes, 'policy.purposes');
  return Object.freeze(
    Object.fromEntries(
      Object.entries(purposes).map(([purpose, needs]) => {
        const read = readNeeds(needs, at('policy.purposes', purpose));
        return [purpose, assess({ asOf, fields }, read, at('policy.purposes', purpose))];
      }),
    ) as Record<P, PurposeCompleteness>,
  );
}

type ReadNeeds = Required<PurposeNeeds>;

function readNeeds(value: unknown, path: string): ReadNeeds {
  const given = checkObject(value, path);
  const { fieldWeights, threshold } = given as unknown as CompletenessPolicy;
  const where = at(path, 'required');
  const ages = Object.entries(checkObject(given.maxAge ?? {}, at(path, 'maxAge')));
  const minConfidence = given.minConfidence ?? 0;
  return {
    fieldWeights: checkObject(fieldWeights, at(path, 'fieldWeights')) as Record<string, number>,
    threshold,
    required: checkList<string>(given.required ?? [], where).map((field, index) =>
      checkFactPath(field, at(where, index)),
    ),
    maxAge: Object.fromEntries(
      ages.map(([field, age]) => [field, readMaxAge(age, at(at(path, 'maxAge'), field))]),
    ),
    minConfidence: checkRange(minConfidence, at(path, 'minConfidence'), { min: 0, max: 1 }),
  };
}

function assess(
  merged: Pick<MergedFacts, 'asOf' | 'fields'>,
  needs: ReadNeeds,
  path: string,
): PurposeCompleteness {
  const { required, fieldWeights, threshold } = needs;
  const isFresh = (field: string) => stateFor(merged, field, needs) === 'fresh';
  const fields = [...new Set([...Object.keys(fieldWeights), ...required])];
  const score = renamePaths({ policy: path }, () =>
    assessCompleteness(fields.filter(isFresh), { fieldWeights, threshold }),
  );
  const gaps = fields
    .filter((field) => !isFresh(field))
    .map((field) => gapOf(merged, field, needs));
  const lacking = gaps.filter((gap) => gap.required).map((gap) => gap.path);
  const byUrgency = [...gaps].sort(
    (a, b) => Number(b.required) - Number(a.required) || b.weight - a.weight,
  );
  return Object.freeze({
    ...score,
    status: lacking.length > 0 ? 'incomplete' : score.status,
    missing: Object.freeze(gaps.map((gap) => gap.path)),
    nextQuestions: Object.freeze(byUrgency.map((gap) => gap.path)),
    gaps: Object.freeze(gaps),
    reasons: Object.freeze([
      ...score.reasons,
      ...(lacking.length > 0
        ? [makeReason('client.required-fields-missing', 'block', { fields: lacking })]
        : []),
    ]),
  });
}

/** A purpose's own age and confidence only tighten what the facts were merged with. */
function stateFor(
  { asOf, fields }: Pick<MergedFacts, 'asOf' | 'fields'>,
  path: string,
  { maxAge, minConfidence }: ReadNeeds,
): 'fresh' | FieldGap {
  const state = stateOf(fields, path);
  const field = fields[path];
  if (state !== 'fresh' || field?.status !== 'fresh') return state;
  if (field.value === '') return 'empty';
  const end = Object.hasOwn(maxAge, path) ? lastYoungDay(field.asOf, maxAge[path]!) : null;
  if (end !== null && asOf > end) return 'stale';
  return field.confidence < minConfidence ? 'weak' : 'fresh';
}

function gapOf(
  merged: Pick<MergedFacts, 'asOf' | 'fields'>,
  path: string,
  needs: ReadNeeds,
): PurposeGap {
  const state = stateFor(merged, path, needs) as FieldGap;
  const required = needs.required.includes(path);
  return Object.freeze({
    path,
    state,
    weight: Object.hasOwn(needs.fieldWeights, path) ? needs.fieldWeights[path]! : 0,
    required,
    reason: makeReason(`client.field-${state}`, required ? 'require' : 'info', { field: path }),
  });
}
