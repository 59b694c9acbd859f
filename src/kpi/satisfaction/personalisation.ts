import { instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkObject,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import { placeOf, readIds } from '../kinds/id-list.js';
import type { Fields } from '../kinds/kind.js';
import type { KpiEvent } from '../state.js';

/** A proposal beside the model portfolio of its day. */
export interface ComparedProposal {
  /** At most 80 characters. */
  readonly id: string;
  /** When it was made: ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly at: string | number;
  /** Decimal fractions that sum to 1, by product or asset class. */
  readonly weights: Readonly<Record<string, number>>;
  /** Likewise, by the same ids; null if no model was in force for the client's level. */
  readonly model: Readonly<Record<string, number>> | null;
  /** Why the client wants it otherwise, as recorded with the proposal; one of `options.reasons`. */
  readonly reason?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** When a proposal counts as personal. */
export interface PersonalisationOptions {
  /** The reasons of the client's that the bank records: `tax`, `excluded-sector`, `holdings-kept`. */
  readonly reasons: readonly string[];
  /** The moment of the look: a proposal told again later, such as with its reason, counts as told then. */
  readonly asOf: string | number;
  /** A proposal differs if more than this share of it would have to be moved to make it the model: from 0 to below 1, default 0.05. It is the `tolerance` of the definitions (`serviceKpis`): the records say it, and a cube with another refuses them. */
  readonly tolerance?: number;
}

/**
 * What a proposal is beside its model: the same, different for a recorded reason of the client's, different without one, or without a model.
 */
export const PERSONALISATION_VERDICTS = ['as-model', 'personal', 'deviation', 'no-model'] as const;

/** See `PERSONALISATION_VERDICTS`. */
export type PersonalisationVerdict = (typeof PERSONALISATION_VERDICTS)[number];

/** How a proposal stands to its model. */
export interface Personalisation {
  readonly verdict: PersonalisationVerdict;
  /** Half the sum of the differences of weights: the share that would have to be moved, from 0 to 1; null without a model. */
  readonly difference: number | null;
  readonly records: readonly KpiRecord[];
}

const PROPOSAL_FIELDS: FieldsOf<ComparedProposal> = {
  id: true,
  at: true,
  weights: true,
  model: true,
  reason: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<PersonalisationOptions> = {
  reasons: true,
  asOf: true,
  tolerance: true,
};

/** Digits of a weight behind the 12th are noise. */
const WEIGHT_SCALE = 1e12;

/**
 * Decides whether a proposal is personal: it differs from the model portfolio, and for a recorded reason of the client's.
 *
 * A difference without a recorded reason is no personal service but a deviation, which has a KPI of its own; a reason without a difference has changed
 * nothing.
 *
 * @returns the verdict with the difference, and a record each of `personalised-proposals` and `unexplained-deviations`.
 * @throws AptfolioError with path `proposal…` or `options…`: `inconsistent` for weights that do not sum to 1 and for a proposal after the look,
 * `unknown-id` for a reason that is not in `options.reasons`.
 *
 * Source: the difference is the total variation distance; in portfolios "active share", K. J. M. Cremers and A. Petajisto, How Active Is Your Fund Manager?,
 * Review of Financial Studies 22 (2009) 3329–3365.
 *
 * @example
 * ```ts
 * import { personalisationRecord } from 'aptfolio/kpi';
 *
 * const proposal = {
 *   id: 'p-1',
 *   at: '2026-03-02T09:00:00+08:00',
 *   weights: { BOND: 0.7, EQUITY: 0.3 },
 *   model: { BOND: 0.5, EQUITY: 0.4, GOLD: 0.1 },
 * };
 * const options = { reasons: ['home-purchase', 'tax'], asOf: '2026-04-01T00:00:00+08:00' };
 * const { verdict, difference } = personalisationRecord({ ...proposal, reason: 'home-purchase' }, options);
 * difference; // => 0.2
 * verdict; // => 'personal'
 * personalisationRecord(proposal, options).verdict; // => 'deviation'
 * personalisationRecord(proposal, options).records.map(({ kpi, event }) => [kpi, event.successes]);
 * // => [['personalised-proposals', 0], ['unexplained-deviations', 1]]
 * ```
 */
export function personalisationRecord(
  proposal: ComparedProposal,
  options: PersonalisationOptions,
): Personalisation {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const { tolerance = 0.05 } = terms;
  const most = checkRange(tolerance, 'options.tolerance', { min: 0, exclusiveMax: 1 });
  const reasons = readIds(terms.reasons, 'options.reasons', { minLength: 1, maxLength: 1000 });
  const fields = checkObject(proposal, 'proposal');
  refuseUnknown(fields, 'proposal', PROPOSAL_FIELDS);
  const difference = differenceOf(fields);
  const { reason } = fields;
  if (reason !== undefined) placeOf(reason, reasons, 'proposal', 'reason');
  const verdict = verdictOf(difference, most, reason !== undefined);
  const id = checkText(fields.id, 'proposal.id', 80);
  const revision = instantOf(terms.asOf, 'options.asOf');
  const moment = readInstant(fields.at, 'proposal.at', { asOf: revision });
  const dimensions = readDimensions(fields, 'proposal');
  const record = (kpi: string, counted: PersonalisationVerdict): KpiRecord => {
    const event = eventOf(verdict, counted);
    const shared = { at: moment, revision, parts: [id], dimensions };
    return makeRecord({ ...shared, kpi, terms: { tolerance: String(most + 0) }, event });
  };
  const records = Object.freeze([
    record('personalised-proposals', 'personal'),
    record('unexplained-deviations', 'deviation'),
  ]);
  return Object.freeze({ verdict, difference, records });
}

function verdictOf(
  difference: number | null,
  tolerance: number,
  hasReason: boolean,
): PersonalisationVerdict {
  if (difference === null) return 'no-model';
  if (difference <= tolerance) return 'as-model';
  return hasReason ? 'personal' : 'deviation';
}

function eventOf(verdict: PersonalisationVerdict, counted: PersonalisationVerdict): KpiEvent {
  if (verdict === 'no-model') return { excluded: 'no-model' };
  return { successes: verdict === counted ? 1 : 0, trials: 1 };
}

function differenceOf({ weights, model }: Fields): number | null {
  const own = readWeights(weights, 'proposal.weights');
  if (model === null) return null;
  const given = readWeights(model, 'proposal.model');
  let sum = 0;
  for (const id of new Set([...own.keys(), ...given.keys()])) {
    sum += Math.abs((own.get(id) ?? 0) - (given.get(id) ?? 0));
  }
  return Math.min(1, sum / 2 / WEIGHT_SCALE);
}

/** Weights in whole units of the 12th digit, so that their order plays no part. */
function readWeights(value: unknown, path: string): ReadonlyMap<string, number> {
  const range = { min: 0, max: 1 };
  const weights = Object.entries(checkObject(value, path)).map(([id, weight]) => {
    const units = Math.round(checkRange(weight, at(path, id), range) * WEIGHT_SCALE);
    return [id, units] as const;
  });
  const total = weights.reduce((sum, [, units]) => sum + units, 0) / WEIGHT_SCALE;
  if (Math.abs(total - 1) <= 1e-9) return new Map(weights);
  throw new AptfolioError('inconsistent', path, 'weights that sum to 1', total);
}
