import { makeReason, type Reason } from '../evidence/index.js';
import { inner } from '../numerics/index.js';
import { breachOf, gapOf } from './fit/certify.js';
import { purchasesOverDays } from './fit/daily-purchases.js';
import { dayReasons } from './fit/day-reasons.js';
import { type FitProgram, weightsOf } from './fit/fit-program.js';
import type { FitParts } from './fit/make-program.js';
import { backFor } from './fit/money-needs.js';
import type { SearchResult } from './fit/search.js';
import { trackingOf } from './fit/tracking.js';
import { holdingReasons } from './holding-reasons.js';
import type { PreparedSelection } from './prepare.js';
import type { Selection, SelectionCertificate } from './selection-result.js';

type Found = Extract<SearchResult, { readonly status: 'proved' | 'open' }>;

/** Asset classes that miss the target by less than this match it; it is a hundredth of a basis point. */
const MATCHED = 1e-6;

/** Limits that are reached but for rounding bind. */
const REACHED = 1e-10;

/** Puts a fit into the words and figures of a selection. */
export function describe(found: Found, parts: FitParts, prepared: PreparedSelection): Selection {
  const { universe, screening, terms, context } = prepared;
  const weights = weightsOf(found.program, found.fit.z);
  const kept = keptOf(found.program, found.fit.z, parts);
  const bought = weights.map((weight, i) => weight - kept[i]!);
  const held = lookThroughOf(parts, weights);
  const { aim, variance } = trackingOf(held, parts.aims, terms.covariance);
  const maxDeviation = held.reduce(
    (most, share, k) => Math.max(most, Math.abs(share - aim[k]!)),
    0,
  );
  const trackingError = Math.sqrt(variance);
  const fees = Float64Array.from(parts.products, ({ annualFee }) => annualFee);
  const byClass = (shares: Float64Array) =>
    Object.freeze(Object.fromEntries(universe.assetClasses.map((name, k) => [name, shares[k]!])));
  const byProduct = (shares: Float64Array) =>
    Object.freeze(
      Object.fromEntries(
        parts.products.flatMap(({ id }, i) => (shares[i]! > 0 ? [[id, shares[i]!]] : [])),
      ),
    );
  return Object.freeze({
    status: found.status === 'proved' ? 'selected' : 'feasible',
    weights: byProduct(weights),
    kept: byProduct(kept),
    lookThrough: byClass(held),
    aim: byClass(aim),
    trackingError,
    maxDeviation,
    weightedFee: inner(fees, weights),
    certificate: certify(found),
    reasons: Object.freeze([
      ...trackingReasons(trackingError, maxDeviation),
      ...searchReasons(found, weights),
      ...holdingReasons(parts, kept, prepared),
      ...dayReasons(parts, { weights, bought }, context),
      ...capReasons(parts, weights),
      ...limitReasons(parts, weights),
      ...needReasons(parts, { kept, bought }),
      ...classReasons(parts, prepared, held),
      ...purchasesOverDays(parts.products, bought, context),
    ]),
    ...screening,
  });
}

function lookThroughOf({ exposures, aims }: FitParts, weights: Float64Array): Float64Array {
  return aims.lower.map((_, k) => {
    let sum = 0;
    exposures.forEach((exposure, i) => {
      sum += weights[i]! * exposure[k]!;
    });
    return sum;
  });
}

/** What is kept of each holding: its first column. */
function keptOf({ owner }: FitProgram, z: Float64Array, { choices }: FitParts): Float64Array {
  return Float64Array.from(choices, ({ held }, i) => (held > 0 ? z[owner.indexOf(i)]! : 0));
}

function certify({ status, fit, program, bound, examined }: Found): SelectionCertificate {
  return Object.freeze({
    provenOptimal: status === 'proved',
    objective: fit.objective,
    bound,
    gap: Math.max(0, fit.objective - bound),
    primal: breachOf(program, fit.z),
    trackingGap: gapOf(program, fit.z),
    examined,
  });
}

function trackingReasons(trackingError: number, maxDeviation: number): readonly Reason[] {
  if (maxDeviation <= MATCHED) return [];
  const parameters = { trackingError, maxDeviation };
  return [makeReason('selection.target-not-matched', 'info', parameters)];
}

function searchReasons(
  { status, splitBy, examined }: Found,
  weights: Float64Array,
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (splitBy.states) reasons.push(makeReason('selection.minimums-bind', 'info'));
  if (splitBy.number) {
    const number = weights.filter((weight) => weight > 0).length;
    reasons.push(makeReason('selection.number-binds', 'info', { number }));
  }
  if (status === 'open') {
    reasons.push(makeReason('selection.search-ended', 'warn', { examined }));
  }
  return reasons;
}

/** Needs for which no more is back than must be. */
function needReasons(
  { needs, choices }: FitParts,
  parts: { readonly kept: Float64Array; readonly bought: Float64Array },
): readonly Reason[] {
  return needs.flatMap((need) => {
    if (backFor(need, choices, parts) > need.share + REACHED) return [];
    const { on, amount: needed } = need;
    return [makeReason('selection.money-needed-binds', 'info', { on, needed })];
  });
}

/** Products at the most that they may hold, by that limit. */
function capReasons({ products, choices }: FitParts, weights: Float64Array): readonly Reason[] {
  const capped = new Map<number, string[]>();
  products.forEach(({ name }, i) => {
    const cap = choices[i]!.most;
    if (
      cap < Math.min(1, choices[i]!.inTime, choices[i]!.held + choices[i]!.bought) &&
      weights[i]! > 0 &&
      weights[i]! >= cap
    ) {
      capped.set(cap, [...(capped.get(cap) ?? []), name]);
    }
  });
  return [...capped].map(([cap, names]) =>
    makeReason('selection.cap-binds', 'info', { products: names, cap }),
  );
}

/** An issuer that is not known has no name. */
function limitCode(kind: string, name: string): string {
  return name === '' ? 'selection.unknown-issuer-limit-binds' : `selection.${kind}-limit-binds`;
}

function limitReasons(parts: FitParts, weights: Float64Array): readonly Reason[] {
  return parts.limits.flatMap(({ kind, name, shares, min, max }) => {
    const held = inner(shares, weights);
    if (max < 1 && held >= max - REACHED) {
      return [makeReason(limitCode(kind, name), 'info', { name, limit: max })];
    }
    return min > 0 && held <= min + REACHED
      ? [makeReason(`selection.${kind}-minimum-binds`, 'info', { name, limit: min })]
      : [];
  });
}

/** Classes that could not be kept within their range. */
function classReasons(
  parts: FitParts,
  { universe, aims }: PreparedSelection,
  held: Float64Array,
): readonly Reason[] {
  if (parts.aims.limits.length === aims.limits.length) return [];
  return aims.limits.flatMap(({ place, min, max }) => {
    const share = held[place]!;
    if (share >= min - MATCHED && share <= max + MATCHED) return [];
    const parameters = { class: universe.assetClasses[place]!, share, min, max };
    return [makeReason('selection.range-not-kept', 'warn', parameters)];
  });
}
