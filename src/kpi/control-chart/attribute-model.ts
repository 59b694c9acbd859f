import { makeReason, type Reason } from '../../evidence/index.js';
import type { Model, NoModel } from './build-chart.js';
import { FEW_EXPECTED, OVERDISPERSED } from './caveats.js';
import { meanMovingRange, RANGE_FACTORS } from './moving-range.js';
import type { PlannedPhase } from './read-options.js';
import type { Slot } from './series.js';

/** How counts of one case scatter, and whether what varies beyond that is let into the limits. */
interface CountLaw {
  /** The variance of one case at this centre: p(1 − p), or u. */
  readonly varianceOf: (centre: number) => number;
  /** The smaller of the counts that are expected at this centre. */
  readonly expectedOf: (centre: number, size: number) => number;
  /** Whether limits are widened by σ_z. */
  readonly widen: boolean;
}

/**
 * The process behind counts: pooled centre, deviation by the size of each period, and σ_z, how many times wider the
 * standardised values vary from period to period than the counts explain.
 *
 * Source: D. B. Laney, Improved Control Charts for Attributes, Quality Engineering 14 (2002) 531–537.
 */
export function countModel(
  slots: readonly Slot[],
  phase: PlannedPhase,
  law: CountLaw,
): Model | NoModel {
  const { baseline } = phase;
  const members = baseline.map((index) => slots[index] as Slot);
  const centre = total(members, 'count') / total(members, 'size');
  const variance = law.varianceOf(centre);
  if (variance <= 0) return 'no-variation';
  const chanceAt = ({ size }: Slot) => Math.sqrt(variance / size);
  const scoreAt = (index: number) => {
    const slot = slots[index] as Slot;
    return ((slot.value as number) - centre) / chanceAt(slot);
  };
  const meanRange = meanMovingRange(baseline, scoreAt);
  const sigmaZ = typeof meanRange === 'number' ? meanRange * RANGE_FACTORS.nist.sigma : null;
  if (law.widen && typeof meanRange === 'string') return meanRange;
  const widening = law.widen ? (sigmaZ as number) : 1;
  const smallest = Math.min(...members.map(({ size }) => law.expectedOf(centre, size)));
  return {
    centre,
    sigma: null,
    sigmaZ,
    sigmaAt: (slot) => (slot.value === null ? null : chanceAt(slot) * widening),
    caveats: caveatsOf(slots[phase.start]?.period as string, smallest, sigmaZ, law),
  };
}

/** Slots stand in the order of time, so the sum does not depend on the order in which rows came. */
function total(slots: readonly Slot[], field: 'count' | 'size'): number {
  return slots.reduce((sum, slot) => sum + slot[field], 0);
}

function caveatsOf(
  from: string,
  smallest: number,
  sigmaZ: number | null,
  law: CountLaw,
): readonly Reason[] {
  const rough = smallest < FEW_EXPECTED;
  const overdispersed = !law.widen && sigmaZ !== null && sigmaZ > OVERDISPERSED;
  return [
    ...(rough
      ? [makeReason('kpi.control.few-expected', 'warn', { from, minimum: FEW_EXPECTED })]
      : []),
    ...(overdispersed
      ? [makeReason('kpi.control.overdispersed', 'warn', { from, factor: sigmaZ })]
      : []),
  ];
}
