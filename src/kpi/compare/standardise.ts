import { makeReason, type Reason } from '../../evidence/index.js';
import { neumaierSum } from '../../numerics/index.js';
import {
  type Interval,
  type Standardised,
  standardiseMean,
  standardiseProportion,
  standardiseRate,
} from '../../statistics/index.js';
import { intervalByError, withinScale } from '../interval-around.js';
import type { LinearPart, QuantilePart, Spread } from '../kinds/sample.js';
import { mixedQuantile } from './mixed-quantile.js';
import { unknownOrderOf } from './sides.js';
import type { Mix, Part, StratifiedGroup } from './standard-mix.js';
import { rootOfSquares, type Weighed } from './weighed.js';

/** A group's figure with the mix, or why it has none. */
export type MixFigure =
  | {
      readonly status: 'standardised';
      readonly value: number;
      /** The value is too high by at most this share of it; absent where it is exact. */
      readonly relativeError?: number;
      readonly crude: number;
      readonly interval?: Interval;
      readonly reasons: readonly Reason[];
    }
  | {
      readonly status: 'missing-strata';
      readonly strata: readonly string[];
      /** Why those that have cases have no figure. */
      readonly why: readonly Reason[];
    }
  | { readonly status: 'insufficient'; readonly reason: Reason };

/** A group's figure with the mix. */
export function standardise(group: StratifiedGroup, mix: Mix, confidence: number): MixFigure {
  if (mix.kind === 'linear') {
    return ofParts<LinearPart>(group, mix, (rows) => meanOf(rows, group, confidence));
  }
  if (mix.kind === 'quantile') {
    return ofParts<QuantilePart>(group, mix, (rows) => quantileOf(rows, group, confidence));
  }
  const found = ofSamples(group, mix, confidence);
  if (found.status === 'missing-strata') return { ...found, why: [] };
  const { interval, ...figure } = found;
  const told = intervalByError(interval, confidence, interval.method);
  const isUnknown = told.interval === undefined;
  const reasons = isUnknown ? [makeReason('kpi.interval-unknown', 'info')] : [];
  return { ...figure, ...told, reasons };
}

function ofParts<P extends Part>(
  { cells }: StratifiedGroup,
  { strata }: Mix,
  put: (rows: readonly Weighed<P>[]) => MixFigure,
): MixFigure {
  // Of share 0 are those that only some groups have, and nothing weighs.
  const missing = strata.filter(({ id, share }) => {
    const cell = cells.get(id);
    return cell === undefined ? share > 0 : cell.missing !== undefined;
  });
  if (missing.length > 0) {
    const why = missing.flatMap(({ id }) => cells.get(id)?.missing ?? []);
    return { status: 'missing-strata', strata: missing.map(({ id }) => id), why: different(why) };
  }
  const used = strata.filter(({ share }) => share > 0);
  return put(used.map(({ id, share }) => ({ share, part: cells.get(id)!.part as P })));
}

function different(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter(({ code }, i) => reasons.findIndex((other) => other.code === code) === i);
}

/** The mean of the strata's figures. Where every case is counted it has no interval, and needs none. */
function meanOf(
  rows: readonly Weighed<LinearPart>[],
  { own }: StratifiedGroup,
  confidence: number,
): MixFigure {
  const mean = neumaierSum(rows.map(({ share, part }) => share * part.value)) + 0;
  const spreads = rows.flatMap(({ share, part: { value: at, spread } }) =>
    spread ? [{ share, part: { at, spread } }] : [],
  );
  if (spreads.length === rows.length) {
    const { range } = spreads[0]!.part.spread;
    // Shares that make 1 but for a rounding may lead beyond what can be.
    const value = Math.min(range.high, Math.max(range.low, mean));
    const interval = intervalOf(spreads, value, confidence);
    return { status: 'standardised', value, crude: own as number, interval, reasons: [] };
  }
  const isSample = rows.some(({ part }) => part.spread !== undefined);
  const reasons = isSample ? [makeReason('kpi.interval-unknown', 'info')] : [];
  return { status: 'standardised', value: mean, crude: own as number, reasons };
}

/** Put together of the strata's own, each arm weighted. */
function intervalOf(
  spreads: readonly Weighed<{ readonly at: number; readonly spread: Spread }>[],
  value: number,
  confidence: number,
): Interval {
  const ends = spreads.map(({ share, part: { at, spread } }) => {
    const { low, high } = spread.endsAt(confidence);
    return { below: share * (at - low), above: share * (high - at) };
  });
  const { range, method } = spreads[0]!.part.spread;
  const low = Math.max(range.low, value - rootOfSquares(ends.map(({ below }) => below)));
  const high = Math.min(range.high, value + rootOfSquares(ends.map(({ above }) => above)));
  return Object.freeze({ low: low + 0, high: high + 0, confidence, method });
}

function quantileOf(
  rows: readonly Weighed<QuantilePart>[],
  { own }: StratifiedGroup,
  confidence: number,
): MixFigure {
  const found = mixedQuantile(rows, confidence);
  if (found.status === 'not-reached') {
    return { status: 'insufficient', reason: makeReason('kpi.quantile-not-reached', 'info') };
  }
  const { time: value, least, low, high, method } = found;
  const inBins = least < value ? { relativeError: value / least - 1 } : {};
  const figure = { status: 'standardised', value, ...inBins, crude: own as number } as const;
  const unknown = unknownOrderOf([inBins]);
  if (low === null || high === null) {
    return { ...figure, reasons: [makeReason('kpi.interval-unknown', 'info'), ...unknown] };
  }
  // Where the curve lies on the level the value is the middle of that stretch.
  const ends = { low: Math.min(low, value), high: Math.max(high, value) };
  const interval = Object.freeze({ ...ends, confidence, method });
  return { ...figure, interval, reasons: unknown };
}

/** Of shares, means and rates. Strata that the mix leaves out enter the crude figure. */
function ofSamples(group: StratifiedGroup, mix: Mix, confidence: number): Standardised {
  const options = { confidence };
  const shares = new Map<string, number>([...group.cells.keys()].map((id) => [id, 0]));
  for (const { id, share } of mix.strata) shares.set(id, share);
  const rows = [...shares]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, weight]) => ({ id, weight, sample: group.cells.get(id)?.part }));
  if (mix.kind === 'proportion') {
    const strata = rows.map(({ id, weight, sample }) => {
      const { successes, n } = sample?.kind === 'proportion' ? sample : { successes: 0, n: 0 };
      return { id, weight, successes, n };
    });
    return standardiseProportion(strata, options);
  }
  if (mix.kind === 'moments') {
    const strata = rows.map(({ id, weight, sample }) => {
      return { id, weight, ...(sample?.kind === 'moments' ? sample.moments : { n: 0 }) };
    });
    return onScale(standardiseMean(strata, options), group);
  }
  const strata = rows.map(({ id, weight, sample }) => {
    const { events, exposure } = sample?.kind === 'rate' ? sample : { events: 0, exposure: 0 };
    return { id, weight, events, exposure };
  });
  return times(standardiseRate(strata, options), perOf(group));
}

/** The mean of strata lies on the scale that all of them have. */
function onScale(mean: Standardised, { cells }: StratifiedGroup): Standardised {
  if (mean.status === 'missing-strata') return mean;
  const scales = [...cells.values()].map(({ part }) =>
    part?.kind === 'moments' ? part.scale : undefined,
  );
  return { ...mean, interval: withinScale(mean.interval, scales[0]) };
}

/** A rate stated for so much exposure. */
function times(rate: Standardised, per: number): Standardised {
  if (rate.status === 'missing-strata') return rate;
  const { value, crude, interval } = rate;
  const { low, high, confidence, method } = interval;
  const ends = { low: low * per, high: high * per, confidence, method };
  return { status: 'standardised', value: value * per, crude: crude * per, interval: ends };
}

/** The exposure for which the rate is stated is the KPI's, the same in every stratum. */
function perOf({ cells }: StratifiedGroup): number {
  for (const { part } of cells.values()) if (part?.kind === 'rate') return part.per;
  return 1;
}
